"""The sample batches: each plan's evidence, drawn, signed off, and laid in folders as applicants do."""

from __future__ import annotations

import json
from pathlib import Path

import xlsxwriter

from scripts.fixturekit import filled, honours, portrait, projects, schooling, work, writing
from scripts.fixturekit.applicants import SHAOXING, YONGJIA, Plan
from scripts.fixturekit.folder import MIDNIGHT, Folder
from scripts.fixturekit.hand import sign_off
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import DESIGNER, NINGZHU, OWNER, SUPERVISOR, SURVEYOR, patent_number
from scripts.fixturekit.scan import SIDEWAYS, jpeg, scan
from scripts.fixturekit.seal import Seal


def write_batches(root: Path) -> list[Folder]:
    """Writes both batches, their rosters and what is expected of them; returns the folders for the README."""
    sx, yj = root / "sample-batch", root / "sample-batch-yongjia"
    folders = [_shaoxing(plan, sx) for plan in SHAOXING] + [_yongjia(plan, yj) for plan in YONGJIA]
    _roster(sx / "roster.xlsx", SHAOXING)
    (yj / "notice.toml").write_text('use = "yongjia-2021-23"\n', encoding="utf-8")
    for path, plans in ((sx, SHAOXING), (yj, YONGJIA)):
        _expected(path.with_name(f"{path.name}.expected.json"), plans)
    return folders


def signed(sheet: Sheet, plan: Plan, at: tuple[float, float] | None = None) -> Sheet:
    """The sheet with the employer's sign-off at its lower right (or at `at`)."""
    firm = plan.person.employer
    sign_off(
        sheet,
        Seal(firm.name, code=firm.code),
        firm.verifier,
        plan.person.verified,
        at or (sheet.width - 560, sheet.height - 290),
    )
    return sheet


def _shaoxing(plan: Plan, root: Path) -> Folder:
    folder = Folder(root / plan.folder)
    _photo(folder, plan)
    _education(folder, plan)
    _title(folder, plan)
    _assessments(folder, plan)
    _training(folder, plan)
    _insurance(folder, plan)
    _project(folder, plan)
    _paper(folder, plan)
    _honours(folder, plan)
    _commitment(folder, plan)
    if plan.route == "自评申报":
        _self_assessment(folder, plan)
    if plan.number == 7:
        folder.put("Thumbs.db", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "to be ignored")
    folder.form(filled.shaoxing(plan))
    return folder


def _yongjia(plan: Plan, root: Path) -> Folder:
    folder, person, vector = Folder(root / plan.folder), plan.person, plan.number == 1
    folder.scan("学历学位/毕业证.jpg", schooling.diploma(person))
    folder.pdf("学历学位/备案表.pdf", [schooling.registration(person, vector=vector)])
    folder.pdf(
        "年度考核/年度考核.pdf", [work.assessment(person, y, filled.grade(plan, y), vector) for y in filled.years(plan)]
    )
    short = plan.plants("continuing_education.hours")
    folder.scan(
        "继续教育/学时登记证明.jpg",
        work.yongjia_hours(person, 12 if short else 18),
        "一般公需 12 学时" if short else "",
    )
    folder.pdf("社保/参保证明.pdf", [work.insurance(person, last=(2021, 6), vector=True)])
    folder.scan("承诺书/真实性保证书.jpg", honours.commitment(person, plan.submitted))
    why = "submitted 2021-09-02, after the window" if plan.plants("form.submitted_in_window") else ""
    folder.form(filled.yongjia(plan))
    folder.rows[-1] = ("applicant.json", why or "form")
    return folder


def _photo(folder: Folder, plan: Plan) -> None:
    if plan.plants("photo.present"):
        return
    path, person = f"{plan.slot('证件照')}/{plan.person.name}.jpg", plan.person
    if plan.plants("photo.format"):
        image = person.photo((300, 400))
        folder.screen(path, image, "PNG bytes named .jpg")
    elif plan.plants("photo.bytes"):
        small = person.photo((200, 280))
        folder.put(path, portrait.compressed(small, 80), "200×280 pixels, under 30,000 bytes")
    elif plan.plants("photo.aspect"):
        folder.put(path, portrait.compressed(person.photo((480, 480))), "square")
    elif plan.plants("photo.background"):
        folder.put(path, portrait.compressed(person.photo(wall=portrait.BLUE)), "blue background")
    else:
        size = (480, 600) if plan.number == 1 else (480, 640)
        folder.put(
            path,
            portrait.compressed(person.photo(size)),
            "width / height exactly 0.80" if plan.number == 1 else "",
        )


def _education(folder: Folder, plan: Plan) -> None:
    slot, person = plan.slot("学历学位"), plan.person
    place = "" if plan.number == 4 else f"{slot}/"
    why = "loose in the applicant folder" if plan.number == 4 else ""
    folder.scan(f"{place}毕业证.jpg", signed(schooling.diploma(person), plan), why, turn=180 if plan.number == 6 else 0)
    if plan.number in (1, 3, 5):
        folder.pdf(
            f"{slot}/备案表.pdf", [signed(schooling.registration(person, vector=True), plan)], "PDF with a text layer"
        )
    else:
        folder.scan(f"{place}学信网备案表.jpg", signed(schooling.registration(person), plan), why)


def _title(folder: Folder, plan: Plan) -> None:
    sheet, path = schooling.title_certificate(plan.person), f"{plan.slot('职称证书')}/助理工程师证书.jpg"
    if plan.plants("signoff.verified"):
        folder.scan(path, sheet, "no 核对无误, no signature, no seal of the employer")
    elif plan.number == 2:
        folder.scan(path, signed(sheet, plan), "EXIF orientation 6", turn=90, orientation=SIDEWAYS)
    else:
        folder.scan(path, signed(sheet, plan))


def _assessments(folder: Folder, plan: Plan) -> None:
    slot, person = plan.slot("年度考核"), plan.person
    sheets = {y: signed(work.assessment(person, y, filled.grade(plan, y)), plan) for y in filled.years(plan)}
    why = "2023 基本合格" if plan.plants("assessment.grade") else ""
    if plan.number == 1:
        folder.tiff(f"{slot}/年度考核2021-2023.tif", list(sheets.values()), "TIFF of three pages")
    elif plan.number == 3:
        members = {f"年度考核/{y}年度考核表.jpg": jpeg(scan(sheet)) for y, sheet in sheets.items()}
        folder.zip(f"{slot}/年度考核.zip", members, "ZIP with GBK member names; 2022 is missing")
    elif plan.number in (6, 8):
        folder.pdf(f"{slot}/年度考核.pdf", list(sheets.values()), f"scanned PDF {why}".strip())
    else:
        for year, sheet in sheets.items():
            webp = plan.number == 2 and year == 2022
            folder.scan(f"{slot}/{year}年度考核.{'webp' if webp else 'jpg'}", sheet, "WebP" if webp else "")
    if plan.plants("document.slot"):
        number = patent_number("202110511627")
        sheet = honours.patent(
            "一种园林景观墙预制模块",
            number,
            (person.name, "水清源"),
            person.employer.name,
            ("2021-05-11", "2022-11-08"),
        )
        folder.scan(f"{slot}/扫描件4.jpg", signed(sheet, plan), "发明专利证书 in the wrong folder")


def _training(folder: Folder, plan: Plan) -> None:
    why = "2022: 52 hours of 专业科目" if plan.plants("continuing_education.hours") else ""
    why = "exactly 60 + 18 + 12 each year" if plan.number == 1 else why
    sheet = signed(work.hours(plan.person, filled.hours(plan)), plan)
    folder.scan(f"{plan.slot('继续教育')}/学时证明.jpg", sheet, why, turn=90 if plan.number == 4 else 0)


def _insurance(folder: Folder, plan: Plan) -> None:
    path = f"{plan.slot('社保')}/参保证明"
    if plan.number == 4:
        folder.scan(f"{path}.jpg", signed(work.insurance(plan.person), plan))
    else:
        folder.pdf(f"{path}.pdf", [signed(work.insurance(plan.person, vector=True), plan)], "PDF with a text layer")


def _project(folder: Folder, plan: Plan) -> None:
    works, person = plan.works[0], plan.person
    place = filled.shaoxing(plan)["projects"][0]["folder"]
    mates, day = list(person.colleagues), str(int(works.started[:4])) + works.started[4:]
    parties = (works.contractor, OWNER, SUPERVISOR, DESIGNER)
    name = mates[3] if plan.plants("project.applicant_named") else person.name
    if plan.plants("project.third_party_seal"):
        folder.scan(
            f"{place}/技术联系单.jpg", signed(projects.own_letter(works, name, works.completed), plan), "own seals only"
        )
    elif plan.number == 2:
        sheet = projects.drawing(works, {"专业负责": name, "设　　计": mates[1], "校　　对": mates[2]})
        folder.scan(f"{place}/施工图.jpg", signed(sheet, plan, (140, 790)), "图审章 and the name on one sheet")
        sheet = projects.letter(works, name, (works.contractor, OWNER, SUPERVISOR, NINGZHU), works.completed)
        folder.scan(f"{place}/技术联系单.jpg", signed(sheet, plan))
    else:
        shown = ["王　建", "王建国", *mates[:1]] if plan.number == 1 else [name, *mates[1:3]]
        why = "王　建 printed with an ideographic space, beside a colleague 王建国" if plan.number == 1 else ""
        why = "other names only" if plan.plants("project.applicant_named") else why
        folder.scan(f"{place}/图纸会审签到表.jpg", signed(projects.sign_in(works, shown, parties, day), plan), why)
        names = {works.role: name, "总监理工程师": "虞建平"}
        sheet = signed(projects.acceptance(works, names, (*parties, SURVEYOR)), plan)
        folder.scan(f"{place}/竣工验收记录.jpg", sheet, turn=180 if plan.number == 4 else 0)
    if plan.number in (1, 3):
        folder.screen(
            f"{place}/平台截图.png", projects.platform(works, person.name, projects.masked(person)), "screenshot"
        )
    if plan.plants("document.readable"):
        folder.scan(f"{place}/扫描件(3).jpg", Sheet("blank"), "a blank page")


def _paper(folder: Folder, plan: Plan) -> None:
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


def _honours(folder: Folder, plan: Plan) -> None:
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
        sheet = honours.patent(filled.PATENT_NAME, filled.PATENT, people, person.employer.name, days)
        folder.scan(f"{plan.slot('专利')}/1/专利证书.jpg", signed(sheet, plan))


def _commitment(folder: Folder, plan: Plan) -> None:
    if plan.plants("commitment.signed") and plan.number == 7:
        return
    empty = plan.plants("commitment.signed")
    sheet = honours.commitment(plan.person, plan.submitted, None if empty else "")
    folder.scan(f"{plan.slot('承诺书')}/真实性保证书.jpg", sheet, "signature line empty" if empty else "")


def _self_assessment(folder: Folder, plan: Plan) -> None:
    sheet = honours.self_assessment(plan.person, filled.SCORES, filled.RECOMMENDERS)
    folder.scan(f"{plan.slot('自评表')}/自评表.jpg", signed(sheet, plan))
    for name in filled.RECOMMENDERS:
        certificate = schooling.title_certificate(plan.person, name, "高级工程师", "2015-12-20")
        folder.scan(f"{plan.slot('推荐')}/{name}高级工程师证书.jpg", signed(certificate, plan))


def _roster(path: Path, plans: tuple[Plan, ...]) -> None:
    import datetime

    heads = (
        "申报编号",
        "姓名",
        "身份证号",
        "工作单位",
        "统一社会信用代码",
        "单位性质",
        "申报职称",
        "申报专业",
        "申报类别",
        "申报类型",
        "学历",
        "毕业时间",
        "现职称",
        "现职称取得时间",
        "文件夹",
    )
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime.datetime(*MIDNIGHT)})
    sheet = book.add_worksheet("名册")
    sheet.write_row(0, 0, heads, book.add_format({"bold": True}))
    for row, plan in enumerate(plans, 1):
        form, person = filled.shaoxing(plan), plan.person
        target, firm = form["applying_for"], form["employer"]
        sheet.write_row(
            row,
            0,
            (
                form["application_id"],
                person.name,
                person.id_number,
                firm["name"],
                firm["uscc"],
                firm["kind"],
                target["title"],
                target["specialty"],
                target["category"],
                target["route"],
                form["education"][0]["level"],
                person.graduated,
                "助理工程师",
                person.titled,
                plan.folder,
            ),
        )
    book.close()


def _expected(path: Path, plans: tuple[Plan, ...]) -> None:
    data = {}
    for plan in plans:
        entry = {"planted": plan.planted, "clean": not plan.planted}
        data[plan.folder] = entry | ({"knock_on": list(plan.knock_on)} if plan.knock_on else {})
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
