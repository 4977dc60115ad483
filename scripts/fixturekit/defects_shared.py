"""What two applicants of a batch hand in alike: each plants it in both, and the pages differ in the name alone."""

from __future__ import annotations

from scripts.fixturekit import claims
from scripts.fixturekit.cases.platform_pages import page
from scripts.fixturekit.cases.twin_seals import copied, sheet, wet
from scripts.fixturekit.dossier import Change, Dossier
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import NINGZHU
from scripts.fixturekit.screens import Look, window

PROJECT, ITEM = "诸暨市暨阳街道装配式学校工程（一标段）", "02诸暨市暨阳"
FIRST = ("钟毓秀", "潘秋实")
"""Whose page bears the impression; on the other's it is a copy."""

CLAIM = {
    "name": PROJECT, "role": "项目经理", "employer": NINGZHU.name, "started": "2019-03-04", "completed": "2021-05-28",
}  # fmt: skip


def _letter(name: str) -> Sheet:
    letter = Sheet(f"shared/{name}", (1240, 900), vector=True)
    letter.centre(80, "工程业绩证明", 40)
    lines = (
        f"{PROJECT}，合同编号330681201902117，建筑面积31860平方米",
        "开工日期2019年3月4日，竣工验收日期2021年5月28日，验收合格",
        f"兹证明{name}担任本工程项目经理，任命文号宁筑人〔2019〕26号",
        "个人业绩编号：3306811902220104008817",
        "采用预制叠合楼板与预制楼梯，装配率百分之五十二，套筒灌浆平行检验一百一十六组均合格",
    )
    for row, line in enumerate(lines):
        letter.text((100, 190 + row * 70), line, 25)
    return letter


def _claimed(told: Dossier) -> None:
    """One role in one project."""
    if PROJECT not in [project["name"] for project in told.form.setdefault("projects", [])]:
        told.form["projects"].append({**CLAIM, "folder": told.place("工程业绩", ITEM)})


def _page(told: Dossier) -> None:
    """The owner's letter, with one name and with the other; the number of the work is the same."""
    _claimed(told)
    path = told.place("工程业绩", f"{ITEM}/业绩证明")
    told.pages[path], told.why[path] = [_letter(told.person.name)], "another applicant's letter with the name changed"


def _file(told: Dossier) -> None:
    """One file in both folders; it names the one of FIRST alone."""
    owner = FIRST[told.person.employer.region == "330324"]
    notice = Sheet("shared/appointed", (1240, 600), vector=True)
    notice.centre(80, "关于任命项目技术负责人的通知", 38)
    notice.text((100, 200), f"经研究，任命{owner}同志为王坛镇构件厂扩建工程技术负责人，自2019年3月1日起。", 25)
    notice.text((100, 270), f"{NINGZHU.name}　2019年2月25日　宁筑人〔2019〕27号", 25)
    path = told.place("工程业绩", "03任命文件/任命文件")
    told.pages[path], told.why[path] = [notice], f"the same file as in the other's folder; it names {owner}"


def _seal(told: Dossier) -> None:
    """One impression on two pages."""
    path = told.place("工程业绩", f"{ITEM}/盖章证明.webp")
    name = told.person.name
    told.files[path] = sheet(name, wet(1) if name in FIRST else copied(), PROJECT)
    told.why[path] = "the impression stands on another applicant's page too"


def _host(told: Dossier) -> None:
    """A platform's page of the claimed project, at a host made to look like the platform's."""
    works = told.plan.works
    assert works
    shown = page(works.number, works.completed, address="https://jzsc.jst.zj.gov.cn.cx-query.com/PublicWeb/")
    path = f"{claims.project_folder(told.plan)}/平台查询页"
    told.pages[path] = [window(shown, Look(), f"host/{told.person.name}", vector=True)]
    told.why[path] = "its host only begins like the platform's"


CHANGES: dict[str, Change] = {
    "project.platform_page_genuine": _host,
    "reuse.project_role": _claimed,
    "reuse.certificate_number": _page,
    "reuse.page": _page,
    "reuse.file": _file,
    "a file that another has too": _file,
    "reuse.seal": _seal,
}
