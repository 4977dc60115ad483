"""Honest applicants whom a coarser reading would accuse, and near them what must still fail; mostly the form alone."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.plan import WANG

FORMER = "李卫东"
PAPER = {"title": "叠合板裂缝控制研究", "journal": "建筑结构", "published": "2022-05", "authors": [WANG.name]}
JUNIOR = {"name": "助理工程师", "obtained": "2018-12-28"}
BODIES = "浙江省装配建造行业协会、中国装配建造标准化协会"
STANDARD = {"name": "装配式楼梯技术规程", "number": "T/ZPJ 018-2022", "level": "团体标准", "issuer": BODIES}


def _form(**fields: Any) -> Build:
    return lambda folder: form(folder, **fields)


def _page(key: str, *rows: str) -> Sheet:
    sheet = Sheet(f"honest/{key}", vector=True)
    sheet.centre(90, rows[0], 40)
    for number, row in enumerate(rows[1:]):
        sheet.text((130, 220 + 70 * number), row, 26)
    return sheet


def _former_name(folder: Folder) -> None:
    rows = ("专业技术资格证书", f"姓名：{FORMER}", f"身份证号：{WANG.id_number}", "资格名称：助理工程师")
    folder.pdf("职称证书/资格证书.pdf", [_page("former", *rows)])
    form(folder, id_number=WANG.id_number, titles=[JUNIOR])


def _skill(folder: Folder) -> None:
    """A skill of which the form does not tell; the licence that it tells of opens no route."""
    rows = ("职业技能等级证书", f"姓名：{WANG.name}", "职业（工种）：钢筋工", "等级：三级/高级工", "2018年5月1日")
    folder.pdf("职称证书/技能等级证书.pdf", [_page("skill", *rows)])
    learned = [{"level": "初中", "graduated": "2012-06-30"}]
    title = {"title": "助理工程师", "route": "正常申报"}
    form(folder, applying_for=title, education=learned, titles=[{"name": "二级建造师"}], specialty_years=9)


def _sanctioned(kind: str) -> Build:
    return _form(submitted_at="2024-09-20", sanctions=[{"kind": kind, "revoked": "2023-03-01"}])


def _objections(text: str) -> Build:
    return _form(publicity={"started": "2024-10-11", "ended": "2024-10-17", "objections": text})


def _published(*titles: dict[str, str]) -> Build:
    return _form(papers=[PAPER], titles=[JUNIOR, *titles])


CASES = (
    Case(
        "education.proof", "unsure", "country-unknown", "a country that no list has",
        _form(education=[{"level": "本科", "graduated": "2012-06-30", "country": "东瀛"}]),
    ),
    Case(
        "paper.published_after_title", "pass", "licence-later", "a licence obtained after the paper is no title",
        _published({"name": "招标师", "obtained": "2023-06-01"}),
    ),
    Case(
        "paper.published_after_title", "unsure", "strange-title-later", "is BIM工程师 the present title?",
        _published({"name": "BIM工程师", "obtained": "2023-06-01"}),
    ),
    Case(
        "insurance.employer_agrees", "unsure", "no-unit", "同申报单位 in place of a unit's name",
        _form(social_insurance={"employer": "同申报单位"}),
    ),
    Case(
        "insurance.outside_proof", "na", "county", "a county of the province without its name",
        _form(social_insurance={"place": "诸暨"}),
    ),
    Case(
        "form.specialty", "unsure", "in-the-middle", "工程 in the middle of the name",
        _form(applying_for={"title": "工程师", "specialty": "装配式建筑工程施工"}),
    ),
    Case(
        "form.specialty", "unsure", "short-yongjia", "造价 for 工程造价",
        _form(applying_for={"title": "助理工程师", "specialty": "造价"}),
    ),
    Case("identity.agrees", "unsure", "former-name", "another name and the applicant's ID number", _former_name),
    Case("title.appointed", "unsure", "former-name", "another name and the applicant's ID number", _former_name),
    Case("sanction.deregistered", "unsure", "denied", "未认定挂证", _sanctioned("未认定挂证")),
    Case("sanction.deregistered", "fail", "no-more-than-that", "挂证，撤销注册，无其他处罚", _sanctioned("挂证，撤销注册，无其他处罚")),
    Case("standard.national_body", "unsure", "two-on-the-form", "two bodies on the form", _form(standards=[STANDARD])),
    Case("eligibility.route", "unsure", "skill-not-claimed-yongjia", "a skill that the form leaves out", _skill),
    Case("form.publicity", "pass", "nobody-objected", "公示期间无异议", _objections("公示期间无异议")),
    Case("form.submitted_in_window", "pass", "time-of-day", "2024-09-20 15:30", _form(submitted_at="2024-09-20 15:30")),
)  # fmt: skip
