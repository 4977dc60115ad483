"""standard.*: SX 三（五）规范工程业绩佐证材料; rules GS-01, GS-02."""

from __future__ import annotations

import pytest

from tests.checks.build import EMPLOYER, NAME, case, document, item, observe, outcomes, page, row
from verify.form import Standard
from verify.model import Item, Slot
from verify.page import Page

SUBJECT = "标准/1"
NATIONAL, LOCAL = "中国装配建造标准化协会", "浙江省装配建造行业协会"
DAYS = "2022-06-10 发布 2022-10-01 实施"


def standard(*pages: Page, **claim: object) -> Item:
    files = [document(f"{SUBJECT}/a.pdf", Slot.STANDARD, *pages)] if pages else []
    return item(Slot.STANDARD, *files, subject=SUBJECT, claim=Standard.model_validate(claim))


def group(*pages: Page, **claim: object) -> Item:
    return standard(*pages, **{"number": "T/ZPJ 018-2022", "level": "团体标准", **claim})


def cover(*issuers: str, level: str = "团体标准", confidence: float = 0.98) -> Page:
    return page(level, "T/ZPJ 018-2022", "装配式楼梯技术规程", DAYS, *issuers, confidence=confidence, step=50)


BODIES = [
    ("a national body by the form", group(issuer=NATIONAL), "pass"),
    ("a national body by the cover", group(cover(f"{NATIONAL} 发布")), "pass"),
    ("the issuer and 发布 in two boxes", group(page("团体标准", *row(NATIONAL, "发布", y=900))), "pass"),
    ("中华…学会", group(issuer="中华装配建造学会"), "pass"),
    ("a provincial body by the cover", group(cover(f"{LOCAL} 发布")), "fail"),
    ("a provincial body by the form", group(issuer=LOCAL), "fail"),
    ("a municipal body by the form", group(issuer="绍兴市装配建造协会"), "fail"),
    ("a municipal body, 市 left out", group(issuer="上海装配建造学会"), "fail"),
    ("T/ alone tells a group standard", standard(number="t/zpj 018-2022", issuer=LOCAL), "fail"),
    ("the cover alone tells a group standard", standard(cover(f"{LOCAL} 发布")), "fail"),
    ("a provincial body, hardly read", group(cover(f"{LOCAL} 发布", confidence=0.8)), "unsure"),
    ("the form says another than the cover", group(cover(f"{LOCAL} 发布"), issuer=NATIONAL), "unsure"),
    ("two bodies, one of them national", group(cover(LOCAL, f"{NATIONAL} 联合发布")), "unsure"),
    ("two on the form, one of them national", group(issuer=f"{LOCAL}、{NATIONAL}"), "unsure"),
    ("two on the form, the national one first", group(issuer=f"{NATIONAL}，{LOCAL}"), "unsure"),
    ("two national ones on the form", group(issuer=f"{NATIONAL}；中国装配建造学会"), "pass"),
    ("two local ones on the form", group(issuer=f"{LOCAL}、绍兴市装配建造协会"), "fail"),
    ("the cover local, the form with a national one", group(cover(f"{LOCAL} 发布"), issuer=f"{LOCAL}、{NATIONAL}"), "unsure"),
    ("an alliance", group(issuer="装配建造产业技术联盟"), "unsure"),
    ("a branch in a province", group(issuer="中国装配建造协会浙江分会"), "unsure"),
    ("a city in no list", group(issuer="苏南市装配建造协会"), "unsure"),
    ("an association for towns", group(issuer="绿色城市建设协会"), "unsure"),
    ("no association", group(issuer="中国装配建造研究院有限公司"), "unsure"),
    ("no issuer", group(cover()), "unsure"),
    ("a national standard", standard(number="GB/T 51231-2016", level="国家标准"), "na"),
    ("a standard of the trade", standard(number="JGJ 1-2014", issuer=LOCAL), "na"),
    ("a provincial standard", standard(number="DB33/T 1298-2023", issuer="浙江省住房和城乡建设厅"), "na"),
    ("a provincial construction standard", standard(number="DBJ33/T 1298-2023"), "na"),
    ("a firm's standard", standard(number="Q/ZNZ 001-2020", level="企业标准"), "na"),
    ("a trade's by its cover", standard(cover("某部 发布", level="中华人民共和国行业标准")), "na"),
    ("number and level disagree", standard(number="T/ZPJ 018-2022", level="行业标准"), "unsure"),
    ("CECS of old, no level", standard(number="CECS 123:2003"), "unsure"),
    ("nothing is known", standard(), "unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in BODIES], ids=[c[0] for c in BODIES])
def test_national_body(one: Item, outcome: str) -> None:
    assert outcomes("standard.national_body", case(items=[one])) == [(outcome, SUBJECT)]


def test_a_name_is_said_to_be_no_proof() -> None:
    (seen,) = observe("standard.national_body", case(items=[group(cover(f"{NATIONAL} 发布"))]))
    assert "民政部" in seen.message
    assert [e.text for e in seen.evidence] == [f"{NATIONAL} 发布"]


UNITS = f"本标准起草单位：{EMPLOYER}、越州工业大学。"
FOOT = ("本标准由归口单位负责管理和解释。", "本标准为首次发布，自发布之日起实施。")


def foreword(*lines: str, confidence: float = 0.98) -> Page:
    return page("前 言", "本标准的主要技术内容包括总则、术语。", *lines, confidence=confidence, step=50)


DRAFTERS = [
    ("named", standard(foreword(UNITS, f"本标准主要起草人：李明、{NAME}、赵大海。", *FOOT)), "pass"),
    ("named on the second line", standard(foreword(UNITS, "主要起草人：李明、赵大海、", f"{NAME}、钱进。")), "pass"),
    ("named with spaces", standard(foreword(UNITS, "主要起草人员：李 明 王建国 赵大海")), "pass"),
    ("为 for a colon", standard(foreword(UNITS, f"本文件主要起草人为{NAME}、李明。")), "pass"),
    ("only the unit", standard(foreword(UNITS, *FOOT)), "fail"),
    ("others", standard(foreword(UNITS, "本标准主要起草人：李明、王海波、赵大海。", *FOOT)), "fail"),
    ("one character apart", standard(foreword(UNITS, "本标准主要起草人：李明、王健国。", *FOOT)), "unsure"),
    ("among the reviewers", standard(foreword("主要起草人：李明。", f"主要审查人员：{NAME}、赵大海。")), "unsure"),
    ("a list that goes on", standard(foreword(UNITS, "主要起草人：李明、赵大海、")), "unsure"),
    ("a list that ends in 等", standard(foreword(UNITS, "主要起草人：李明、赵大海等")), "unsure"),
    ("units at the foot of the page", standard(foreword(UNITS)), "unsure"),
    ("hardly read", standard(foreword(UNITS, "主要起草人：李明。", *FOOT, confidence=0.7)), "unsure"),
    ("no foreword", standard(cover(f"{NATIONAL} 发布")), "unsure"),
    ("nothing uploaded", standard(), "na"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in DRAFTERS], ids=[c[0] for c in DRAFTERS])
def test_applicant_named(one: Item, outcome: str) -> None:
    assert outcomes("standard.applicant_named", case(items=[one])) == [(outcome, SUBJECT)]


def test_drafters_over_two_lines_are_told_in_one() -> None:
    one = standard(foreword(UNITS, "本标准主要起草人：李明、王海波、", "赵大海、任知秋。", *FOOT))
    (seen,) = observe("standard.applicant_named", case(items=[one]))
    assert "“李明、王海波、赵大海、任知秋”" in seen.message


@pytest.mark.parametrize("id", ["standard.national_body", "standard.applicant_named"])
def test_without_standards_nothing_applies(id: str) -> None:
    assert outcomes(id, case()) == [("na", "标准")]
