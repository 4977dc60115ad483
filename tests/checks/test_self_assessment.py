"""self_assessment.*: SX 四（一）, 附件2 3.2, 5.3. Rules ST-02 … ST-05."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.build import NAME, case, document, observe, outcomes, page, word
from verify.model import Case, Document, Slot
from verify.page import Page, Word

ROUTE = {"route": "自评申报"}
ITEMS = (("学历资历", 28), ("工程业绩", 56), ("论文著作", 10), ("继续教育", 14))


def _cell(text: str, column: int, line: int, sure: float = 0.98) -> Word:
    return word(text, x=100 + 500 * column, y=300 + 60 * line, confidence=sure)


def _table(total: str, items: tuple[tuple[str, float], ...] = ITEMS, sure: float = 0.98, head: str = "自评分") -> Page:
    """A table of three columns; the total stands beneath the points."""
    cells = [_cell("评价项目", 0, 0), _cell("标准分", 1, 0), _cell(head, 2, 0)]
    for line, (name, points) in enumerate(items, 1):
        cells += [_cell(name, 0, line), _cell("60", 1, line), _cell(f"{points:g}", 2, line, sure)]
    foot = len(items) + 1
    cells += [_cell("自评总分", 0, foot), *([_cell(total, 2, foot)] if total else [])]
    return page(word("浙江省建设工程专业工程师职务任职资格自评表", y=100), *cells)


def _self(*pages: Page, score: float | None = 108, route: dict[str, str] | None = None) -> Case:
    sheets = [document("自评表/自评表.jpg", Slot.SELF_ASSESSMENT, *pages)] if pages else []
    return case(*sheets, applying_for=ROUTE if route is None else route, self_assessment={"score": score})


SCORES = [
    ("108, and the items add up", _self(_table("108")), "pass"),
    ("exactly 100", _self(_table("100", (("学历资历", 44), ("工程业绩", 56))), score=100), "pass"),
    ("halves", _self(_table("108.5", (*ITEMS[:3], ("继续教育", 14.5))), score=108.5), "pass"),
    ("the points with their unit", _self(_table("108分")), "pass"),
    ("99.5", _self(score=99.5), "fail"),
    ("96 in both", _self(_table("96", (("学历资历", 40), ("工程业绩", 56))), score=96), "fail"),
    ("96 on the page alone", _self(_table("96", (("学历资历", 40), ("工程业绩", 56))), score=None), "fail"),
    ("98 on the form, 108 on the page", _self(_table("108"), score=98), "unsure"),
    ("108 on the form, 98 on the page", _self(_table("98")), "unsure"),
    ("the items make 98", _self(_table("108", (*ITEMS[:3], ("继续教育", 4)))), "unsure"),
    ("the items hardly read", _self(_table("108", sure=0.7)), "unsure"),
    ("no heading above the points", _self(_table("108", head="备注")), "unsure"),
    ("no total read", _self(_table("")), "unsure"),
    ("no table", _self(page("推荐意见")), "unsure"),
    ("no page", _self(), "unsure"),
    ("no score anywhere", _self(score=None), "unsure"),
    ("another route", _self(_table("88"), score=88, route={"route": "正常申报"}), "na"),
    ("自评 alone", _self(score=99.5, route={"route": "自评"}), "fail"),
    ("自评 with a remark", _self(score=99.5, route={"route": "自评申报（不具备规定学历或资历）"}), "fail"),
    ("another route with a remark", _self(score=99.5, route={"route": "转评（经济师）"}), "na"),
    ("a route that is not known", _self(_table("108"), route={"route": "破格申报"}), "unsure"),
    ("no route, with a score", _self(_table("108"), route={}), "unsure"),
]


@pytest.mark.parametrize(("found", "outcome"), [one[1:] for one in SCORES], ids=[one[0] for one in SCORES])
def test_score(found: Case, outcome: str) -> None:
    assert outcomes("self_assessment.score", found) == [(outcome, "self_assessment.score")]


def test_without_route_and_self_assessment_it_does_not_apply() -> None:
    assert outcomes("self_assessment.score", case()) == [("na", "self_assessment.score")]


def test_the_sum_is_shown_beside_the_total() -> None:
    seen = observe("self_assessment.score", _self(_table("108", (*ITEMS[:3], ("继续教育", 4)))))[0]
    assert "总分 108 分" in seen.message
    assert "各项相加为 98 分（28 + 56 + 10 + 4）" in seen.message


GOOD = {"name": "许伯年", "title": "高级工程师", "specialty": "建筑施工", "in_service": True}
ALSO = GOOD | {"name": "温如海"}


def _certificate(name: str, file: str = "推荐/1.jpg") -> Document:
    return document(file, Slot.RECOMMENDATION, page("浙江省高级工程师资格证书", f"姓名：{name}"))


def _recommended(*people: dict[str, Any], documents: tuple[Document, ...] = ()) -> Case:
    return case(*documents, applying_for=ROUTE, self_assessment={"score": 108, "recommenders": list(people)})


def _worst(found: Case) -> str:
    seen = [outcome for outcome, _ in outcomes("self_assessment.recommenders", found)]
    return max(seen, key=["na", "pass", "unsure", "fail"].index)


BOTH = (_certificate("许伯年"), _certificate("温如海", "推荐/2.jpg"))

PEOPLE = [
    ("two", (GOOD, ALSO), "pass"),
    ("three", (GOOD, ALSO, GOOD | {"specialty": "结构"}), "pass"),
    ("two and a retired third", (GOOD, ALSO, GOOD | {"name": "孙立群", "in_service": False}), "pass"),
    ("one and two retired", (GOOD, *(GOOD | {"name": n, "in_service": False} for n in ("孙立群", "温如海"))), "fail"),
    ("of a higher grade", (GOOD | {"title": "正高级工程师"}, ALSO | {"title": "教授级高级工程师"}), "pass"),
    ("one", (GOOD,), "fail"),
    ("the same twice", (GOOD, GOOD), "fail"),
    ("two of one name", (GOOD, GOOD | {"specialty": "结构工程"}), "unsure"),
    ("an engineer", (GOOD, ALSO | {"title": "工程师"}), "fail"),
    ("retired", (GOOD, ALSO | {"in_service": False}), "fail"),
    ("the applicant", (GOOD, ALSO | {"name": NAME}), "fail"),
    ("a senior economist", (GOOD, ALSO | {"title": "高级经济师"}), "unsure"),
    ("title not given", (GOOD, ALSO | {"title": None}), "unsure"),
    ("in service or not", (GOOD, ALSO | {"in_service": None}), "unsure"),
    ("of another specialty", (GOOD, ALSO | {"specialty": "会计"}), "unsure"),
    ("specialty not given", (GOOD, ALSO | {"specialty": None}), "unsure"),
    ("two without names", (GOOD | {"name": None}, GOOD | {"name": None}), "unsure"),
    ("none", (), "na"),
]


@pytest.mark.parametrize(("people", "outcome"), [one[1:] for one in PEOPLE], ids=[one[0] for one in PEOPLE])
def test_recommenders(people: tuple[dict[str, Any], ...], outcome: str) -> None:
    assert _worst(_recommended(*people, documents=BOTH)) == outcome


LISTED = document(
    "自评表/自评表.jpg", Slot.SELF_ASSESSMENT, page("任职资格自评表", "推荐人：许伯年、温如海", "附资格证书")
)
PAPERS = [
    ("both", BOTH, ["pass", "pass"]),
    ("in the folder of the table", (_certificate("许伯年", "自评表/1.jpg"), BOTH[1]), ["pass", "pass"]),
    ("one", BOTH[:1], ["pass", "unsure"]),
    ("none", (), ["unsure", "unsure"]),
    ("the table that lists them", (LISTED,), ["unsure", "unsure"]),
    ("one misread", (BOTH[0], _certificate("温如诲", "推荐/2.jpg")), ["pass", "unsure"]),
]


@pytest.mark.parametrize(("papers", "expected"), [one[1:] for one in PAPERS], ids=[one[0] for one in PAPERS])
def test_certificates(papers: tuple[Document, ...], expected: list[str]) -> None:
    seen = observe("self_assessment.recommenders", _recommended(GOOD, ALSO, documents=papers))
    assert [one.outcome.value for one in seen if "证书" in one.message] == expected


def test_only_self_assessed_applicants_need_recommenders() -> None:
    form = case(applying_for={"route": "正常申报"}, self_assessment={"recommenders": [GOOD]})
    assert outcomes("self_assessment.recommenders", form) == [("na", "self_assessment.recommenders")]
