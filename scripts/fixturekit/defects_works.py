"""Defects in projects, papers, patents, standards and awards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from scripts.fixturekit import certificates, claims, standards, writing
from scripts.fixturekit.cases.platforms import record_page
from scripts.fixturekit.dossier import Change, Dossier
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import LANTUO, patent_number
from scripts.fixturekit.writing import Article

ARTICLE = Article("预制外墙板吊装误差控制", "骆思源，裘一鸣", "建筑结构", "1002-848X", "11-2833/TU", "2022-05", 73)
STANDARD = ("T/ZPJ 018-2022", "装配式混凝土楼梯应用技术规程")
NATIONAL, LOCAL = "中国装配建造标准化协会", "浙江省装配建造行业协会"
STATE = "中华人民共和国国务院"


def _claim(told: Dossier, kind: str, entry: dict[str, Any]) -> None:
    told.form.setdefault(kind, []).append(entry)


def _manager(told: Dossier) -> None:
    """The platform's page names another person in the claimed role."""
    project, works = told.form["projects"][0], told.plan.works
    assert works
    if project["platform"] == "jzsc":
        return
    project |= {"platform": "jzsc", "registry_number": works.number}
    row = (works.role, "钟启明", "3306**********17", works.contractor.name)
    path = f"{claims.project_folder(told.plan)}/平台页面"
    told.pages[path] = [record_page((row,), works.name, works.completed, works=works)]
    told.why[path] = "another person as 项目经理"


def paper(told: Dossier, article: Article, cover: Article | None = None) -> None:
    """A paper on form and pages, within `cover`."""
    place = told.place("论文", "1")
    entry = {"title": article.title, "journal": article.journal, "issn": article.issn, "cn": article.cn}
    _claim(told, "papers", entry | {"published": article.published, "authors": ["骆思源"], "folder": place})
    sheets = [
        writing.cover(cover or article, vector=True),
        writing.contents(article, vector=True),
        told.verified(writing.body(article, told.person.employer.name, vector=True)),
    ]
    told.pages[f"{place}/论文"] = sheets


def _paper(told: Dossier) -> None:
    """Others' paper of May under a cover of July, with an ISSN whose check digit is wrong."""
    if told.form.get("papers"):
        return
    wrong = replace(ARTICLE, issn="1002-8481")
    paper(told, wrong, replace(wrong, published="2022-07"))


def patent(told: Dossier, one: certificates.Patent, number: int) -> None:
    """A patent on form and pages: front and back."""
    place = told.place("专利", str(number))
    entry = {"number": one.number, "name": one.name, "kind": one.kind, "holder": one.holder, "granted": one.granted}
    _claim(told, "patents", entry | {"inventors": [told.person.name], "folder": place})
    told.pages[f"{place}/专利证书"] = [told.verified(certificates.front(one)), certificates.back(one)]


def _bought(told: Dossier) -> None:
    """Transferred, and the applicant not among those who had filed."""
    firm = told.person.employer.name
    one = certificates.Patent((told.person.name, "骆思源"), firm, first=("裘一鸣", "骆思源"), filer=LANTUO.name)
    patent(told, one, 1)


def _others(told: Dossier) -> None:
    """Other inventors."""
    number = patent_number("202122096534")
    name = "一种预制墙板斜撑底座"
    one = certificates.Patent(("骆思源", "裘一鸣"), told.person.employer.name, name=name, number=number)
    patent(told, replace(one, filed="2021-09-01", granted="2022-03-15"), 2)


def _digit(told: Dossier) -> None:
    """A check digit that is wrong, on form and page."""
    right = patent_number("202123140562")
    number = right[:-1] + ("1" if right[-1] != "1" else "2")
    one = certificates.Patent((told.person.name,), told.person.employer.name, name="一种灌浆料搅拌桶", number=number)
    patent(told, replace(one, filed="2021-12-14", granted="2022-06-10"), 3)


def standard(told: Dossier, issuer: str, people: tuple[str, ...]) -> None:
    """A group standard on form and pages."""
    number, name = STANDARD
    place = told.place("标准", "1")
    _claim(told, "standards", {"name": name, "number": number, "level": "团体标准", "issuer": issuer, "folder": place})
    foreword = standards.foreword((told.person.employer.name, "越州工业大学"), people)
    told.pages[f"{place}/标准"] = [told.verified(standards.cover(number, name, [issuer])), foreword]


def _standard(told: Dossier) -> None:
    """Of a provincial body, and the applicant not among its drafters."""
    if not told.form.get("standards"):
        standard(told, LOCAL, ("骆思源", "裘一鸣", "章可欣", "王海波", "陶远帆", "任知秋"))


def award(told: Dossier, name: str, issuer: str, lines: tuple[str, ...], day: str, number: int) -> None:
    """An award on form and page."""
    place = told.place("获奖", str(number))
    _claim(told, "awards", {"name": name, "issuer": issuer, "year": int(day[:4]), "folder": place})
    sheet: Sheet = certificates.award(f"{name}证书", lines, issuer, day)
    told.pages[f"{place}/证书"] = [told.verified(sheet)]


def _third(told: Dossier) -> None:
    """A third grade of 2019, when there was none."""
    lines = ("获奖项目：装配式结构节点成套技术", "奖励等级：三等", "证书号：2019-J-22101-3-01-R03")
    award(told, "国家科学技术进步奖", STATE, (*lines, f"获奖者：{told.person.name}"), "2019-12-18", 1)


def _unit(told: Dossier) -> None:
    """The employer alone is named."""
    lines = ("获奖项目：装配式结构节点成套技术", "奖励等级：三等奖", f"获奖单位：{told.person.employer.name}")
    award(told, "华夏建设科学技术奖", "华夏建设科学技术奖励委员会", lines, "2022-12-30", 2)


CHANGES: dict[str, Change] = {
    "project.platform_record": _manager, "project.record_agrees": _manager,
    "paper.applicant_named": _paper, "paper.numbers_valid": _paper, "paper.parts_agree": _paper,
    "patent.inventor_original": _bought, "patent.applicant_named": _others, "patent.number_valid": _digit,
    "standard.national_body": _standard, "standard.applicant_named": _standard,
    "award.plausible": _third, "award.applicant_named": _unit,
}  # fmt: skip
