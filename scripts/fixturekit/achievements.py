"""What an applicant has done and signed: project, paper, patent, award, commitment, self-assessment."""

from __future__ import annotations

from scripts.fixturekit import claims, drawings, honours, projects, schooling, writing
from scripts.fixturekit.certificates import Patent, back
from scripts.fixturekit.evidence import signed
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import DESIGNER, NINGZHU, OWNER, SUPERVISOR, SURVEYOR
from scripts.fixturekit.plan import Plan


def project(folder: Folder, plan: Plan) -> None:
    """The papers of the one claimed project."""
    works, person = plan.works, plan.person
    assert works
    place = claims.project_folder(plan)
    mates, day = list(person.colleagues), works.started
    parties = (works.contractor, OWNER, SUPERVISOR, DESIGNER)
    name = mates[3] if plan.plants("project.applicant_named") else person.name
    if plan.plants("project.third_party_seal"):
        folder.scan(
            f"{place}/技术联系单.jpg", signed(projects.own_letter(works, name, works.completed), plan), "own seals only"
        )
    elif plan.number == 2:
        sheet = drawings.drawing(works, {"专业负责": name, "设　　计": mates[1], "校　　对": mates[2]})
        folder.scan(f"{place}/施工图.jpg", signed(sheet, plan, (140, 790)), "图审章 and the name on one sheet")
        sheet = projects.letter(works, name, (works.contractor, OWNER, SUPERVISOR, NINGZHU), works.completed)
        folder.scan(f"{place}/技术联系单.jpg", signed(sheet, plan))
    else:
        shown = ["王　建", "王建国", *mates[:1]] if plan.number == 1 else [name, *mates[1:3]]
        why = "王　建 printed with an ideographic space, beside a colleague 王建国" if plan.number == 1 else ""
        others = plan.plants("project.applicant_named")
        why = "other names only" if others else why
        folder.scan(
            f"{place}/图纸会审签到表.jpg", signed(projects.sign_in(works, shown, parties, day, typed=others), plan), why
        )
        names = {works.role: name, "总监理工程师": "虞建平"}
        sheet = signed(projects.acceptance(works, names, (*parties, SURVEYOR)), plan)
        folder.scan(f"{place}/竣工验收记录.jpg", sheet, turn=180 if plan.number == 4 else 0)
    if plan.number in (1, 3):
        folder.screen(
            f"{place}/平台截图.png", drawings.platform(works, person.name, drawings.masked(person)), "screenshot"
        )
    if plan.plants("document.readable"):
        folder.scan(f"{place}/扫描件(3).jpg", Sheet("blank"), "a blank page")


def paper(folder: Folder, plan: Plan) -> None:
    """Cover, contents and body of the paper, if there is one."""
    if not (article := plan.article):
        return
    place, why = f"{plan.slot('论文')}/1", ""
    why = "published in a listed journal" if plan.plants("paper.journal_not_blacklisted") else why
    why = "published before the title was obtained" if plan.plants("paper.published_after_title") else why
    folder.scan(f"{place}/封面.jpg", signed(writing.cover(article), plan), why)
    if not plan.plants("paper.parts"):
        folder.scan(f"{place}/目录.jpg", signed(writing.contents(article), plan))
    why = "a listed journal in the reference list only" if plan.number == 1 else ""
    folder.scan(
        f"{place}/正文.jpg", signed(writing.body(article, plan.person.employer.name), plan), why or _no_contents(plan)
    )


def _no_contents(plan: Plan) -> str:
    return "no 目录 beside it" if plan.plants("paper.parts") else ""


def patent_and_award(folder: Folder, plan: Plan) -> None:
    """A patent or an award, for those who have one."""
    person = plan.person
    if plan.number == 1:
        text = "为表彰你在工程建设科技工作中作出的突出贡献，特授予“全国优秀科技工作者”称号，颁发此证书。"
        sheet = honours.award("荣誉证书", f"{person.name}同志", text, "中国科学技术协会", "2016-12-10")
        folder.scan(
            f"{plan.slot('获奖')}/1/全国优秀科技工作者.jpg", signed(sheet, plan), "a genuine honour of 中国科学技术协会"
        )
    if plan.plants("award.not_forged"):
        text = f"为表彰在促进科学技术进步工作中作出重大贡献者，特颁发此证书。获奖者：{person.name}。奖励等级：二等。"
        sheet = honours.award(
            "国家科技进步奖证书", person.name, text, "中国科学技术协会", "2020-11-20", "KX2020-J-0871"
        )
        folder.scan(
            f"{plan.slot('获奖')}/1/证书.jpg", signed(sheet, plan), "国家科技进步奖证书 in the name of 中国科学技术协会"
        )
    if plan.number == 2:
        people, days = (person.name, "骆思源"), ("2021-04-12", "2022-08-05")
        sheet = honours.patent(claims.PATENT_NAME, claims.PATENT, people, person.employer.name, days)
        folder.scan(f"{plan.slot('专利')}/1/专利证书.jpg", signed(sheet, plan))
        behind = Patent(people, person.employer.name, "发明", claims.PATENT_NAME, claims.PATENT, *days)
        folder.pdf(
            f"{plan.slot('专利')}/1/专利证书背面.pdf", [back(behind)], "who had filed, on the certificate's back"
        )


def commitment(folder: Folder, plan: Plan) -> None:
    """The commitment, unless it is missing."""
    if plan.plants("commitment.signed") and plan.number == 7:
        return
    empty = plan.plants("commitment.signed")
    sheet = honours.commitment(plan.person, plan.submitted, None if empty else "")
    folder.scan(f"{plan.slot('承诺书')}/真实性保证书.jpg", sheet, "signature line empty" if empty else "")


def self_assessment(folder: Folder, plan: Plan) -> None:
    """The self-assessment and the recommenders' certificates."""
    sheet = honours.self_assessment(plan.person, claims.SCORES, claims.RECOMMENDERS)
    folder.scan(f"{plan.slot('自评表')}/自评表.jpg", signed(sheet, plan))
    for name in claims.RECOMMENDERS:
        certificate = schooling.title_certificate(plan.person, name, "高级工程师", "2015-12-20")
        folder.scan(f"{plan.slot('推荐')}/{name}高级工程师证书.jpg", signed(certificate, plan))
