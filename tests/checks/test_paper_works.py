"""paper.applicant_named, paper.numbers_valid, paper.parts_agree: rules PP-06, PP-05, PP-03."""

from __future__ import annotations

import pytest

from checks.paper_pages import bylines, entries, folio
from tests.checks.build import NAME, case, document, item, observe, outcomes, page, row, word
from verify.form import Paper
from verify.model import Item, Slot
from verify.page import Page

SUBJECT = "论文/1"
TITLE = "装配式剪力墙灌浆套筒连接质量控制研究"
UNIT = "（浙江某某建设集团有限公司，浙江 绍兴 312000）"


def cover(journal: str = "建筑结构", issue: str = "2022年第5期", *more: str, confidence: float = 0.98) -> Page:
    lines = (issue, "ISSN 1002-848X", "CN 11-2833/TU", *more)
    return page(word(journal, y=60, size=90, confidence=confidence), *lines, confidence=confidence)


def contents(
    *entry: str | tuple[str, ...], journal: str = "建筑结构", issue: str = "2022年第5期", confidence: float = 0.98
) -> Page:
    head = row(journal, issue, gap=400, y=90, confidence=confidence)
    others = [word(f"叠合板裂缝控制措施研究 李明（{n}）", y=400 + n * 10, confidence=confidence) for n in (3, 16, 29)]
    lines = [row(*one, y=900 + 50 * i, confidence=confidence) if isinstance(one, tuple) else
             (word(one, y=900 + 50 * i, confidence=confidence),) for i, one in enumerate(entry)]  # fmt: skip
    named = (word(t, y=200 + 40 * i, confidence=confidence) for i, t in enumerate(("目 录",)))
    return page(*head, *named, *others, *(w for line in lines for w in line), number=2)


def body(
    *authors: str, title: tuple[str, ...] = (TITLE,), folio: str = "73", head: str = "建筑结构",
    issue: str = "2022年第5期", text: str = "摘要：本文研究", confidence: float = 0.98, more: tuple[str, ...] = (),
) -> Page:  # fmt: skip
    top = row(issue, head, gap=300, y=60, confidence=confidence)
    number = word(f"· {folio} ·", x=1100, y=60, confidence=confidence)
    lines = (*title, *authors, UNIT, text, "关键词：装配式；套筒", *more)
    rest = page(*lines, confidence=confidence).words
    return page(*top, number, *rest, number=3)


def paper(*pages: Page, **claim: object) -> Item:
    files = [document(f"{SUBJECT}/{n}.jpg", Slot.PAPER, one) for n, one in enumerate(pages)]
    told = {"title": TITLE, "journal": "建筑结构", "authors": (NAME,), **claim}
    return item(Slot.PAPER, *files, subject=SUBJECT, claim=Paper.model_validate(told))


def cites(work: str) -> Page:
    """A body page with references at its foot."""
    foot = (word("参考文献", y=1500), word("[1] 李明. 套筒连接的质量[J].", y=1560), word(work, y=1620))
    return page(*body(NAME).words, *foot, number=3)


AUTHORS = [
    ("the byline", paper(body(NAME)), "pass"),
    ("the second author", paper(body(f"李明，{NAME}")), "pass"),
    ("with spaces and marks", paper(body("李 明1，王 建 国2*")), "pass"),
    ("a title on two lines", paper(body(NAME, title=(TITLE[:9], TITLE[9:]))), "pass"),
    ("the contents' entry alone", paper(contents(f"{TITLE} {NAME}（73）")), "pass"),
    ("a note on the authors", paper(body("李明等", more=(f"作者简介：{NAME}（1985—），男，工程师",))), "pass"),
    ("others", paper(body("李明，赵大海")), "fail"),
    ("a shared surname", paper(body("王海波，李明")), "fail"),
    ("the form has it, the body others", paper(cover(), body("李明，赵大海"), authors=(NAME, "李明")), "fail"),
    ("one character apart", paper(body("李明，王健国")), "unsure"),
    ("a longer name", paper(body("李明，王建国栋")), "unsure"),
    ("李明等", paper(body("李明等")), "unsure"),
    ("an English byline", paper(body("Wang Jianguo, Li Ming")), "unsure"),
    ("hardly read", paper(body("李明，赵大海", confidence=0.7)), "unsure"),
    ("another title", paper(body("李明", title=("某某住宅外墙渗漏成因分析",))), "unsure"),
    ("thanked at the end", paper(body("李明", more=(f"感谢{NAME}工程师的帮助。",))), "unsure"),
    ("no title on the form", paper(body("李明"), title=None), "unsure"),
    ("the form names others", paper(body(NAME), authors=("李明",)), "unsure"),
    ("the form names others, no pages", paper(authors=("李明",)), "unsure"),
    ("the form alone", paper(), "na"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in AUTHORS], ids=[c[0] for c in AUTHORS])
def test_applicant_named(one: Item, outcome: str) -> None:
    assert outcomes("paper.applicant_named", case(items=[one])) == [(outcome, SUBJECT)]


GOOD = {"issn": "1002-848X", "cn": "11-2833/TU"}
SIMILAR = {"journal": "工程管理科技前沿", "issn": "2097-0145", "cn": "34-1340/N"}
ENGLISH = {"journal": "Frontiers of Engineering Management", "issn": "2095-7513", "cn": "10-1205/N"}


def imprint(*lines: str, **more: float) -> Page:
    return page("主办单位：某某学会", "2022年第5期", *lines, confidence=more.get("confidence", 0.98))


def english() -> Page:
    return page(word("Frontiers of Engineering Management", y=60, size=90), "Vol.9", "ISSN 2095-7513", "CN 10-1205/N")


NUMBERS = [
    ("the form alone", paper(**GOOD), "pass"),
    ("ISSN and CN written out", paper(issn="ISSN 1002－848Ｘ", cn="CN 11-2833"), "pass"),
    ("form and cover", paper(cover(), **GOOD), "pass"),
    ("the cover alone", paper(cover()), "pass"),
    ("工程管理科技前沿", paper(**SIMILAR), "pass"),
    ("an English journal with its own numbers", paper(**ENGLISH), "pass"),
    ("the check digit", paper(issn="1002-8481", cn="11-2833/TU"), "fail"),
    ("too short", paper(issn="1002-84", cn="11-2833/TU"), "fail"),
    ("mistyped, the cover valid", paper(cover(), issn="1002-8481", cn="11-2833/TU"), "unsure"),
    ("misread, the form valid", paper(page("2022年第5期", "ISSN 1002-8481", "CN 11-2833/TU"), **GOOD), "unsure"),
    ("another valid ISSN", paper(cover(), issn="2097-0145", cn="11-2833/TU"), "unsure"),
    ("another CN", paper(cover(), issn="1002-848X", cn="11-2834/TU"), "unsure"),
    ("CN(HK)", paper(issn="1002-848X", cn="CN(HK)"), "fail"),
    ("CN44-1234(HK)", paper(issn="1002-848X", cn="CN44-1234(HK)"), "fail"),
    ("(HK) on the cover", paper(page("2022年第5期", "ISSN 1002-848X", "CN44-1234(HK)"), issn="1002-848X"), "fail"),
    ("(HK) hardly read", paper(page("2022年第5期", "ISSN 1002-848X", "CN44-1234(HK)", confidence=0.7)), "unsure"),
    ("on one line", paper(page("2022年第5期", "ISSN 1002-848X CN 11-2833/TU")), "pass"),
    ("on one line, (HK)", paper(page("2022年第5期", "ISSN 1002-848X  CN44-1234(HK)"), issn="1002-848X"), "fail"),
    ("no CN at all", paper(issn="1002-848X", cn="内刊"), "fail"),
    ("a serial of 7772", paper(issn="1002-848X", cn="43-7772/R"), "unsure"),
    ("a newspaper", paper(cn="11-0035"), "unsure"),
    ("ISSN only", paper(issn="1002-848X"), "unsure"),
    ("ISSN only, by the imprint too", paper(imprint("ISSN 1002-848X"), issn="1002-848X"), "fail"),
    ("ISSN only, the imprint badly read", paper(imprint("ISSN 1002-848X", confidence=0.5)), "unsure"),
    ("ISSN only, a foreign journal", paper(journal="Engineering Structures", issn="0141-0296"), "pass"),
    ("an English journal's numbers, a Chinese name", paper(**{**ENGLISH, "journal": "工程管理前沿"}), "unsure"),
    ("an English journal's ISSN, another CN", paper(**{**ENGLISH, "cn": "11-2833/TU"}), "unsure"),
    ("a known journal's ISSN, another's name", paper(journal="城市建筑", **GOOD), "unsure"),
    ("a known journal's ISSN, its name in title marks", paper(journal="《建筑结构》", **GOOD), "pass"),
    ("an English journal's body", paper(english(), **ENGLISH), "pass"),
    ("an English journal's numbers, a body in Chinese", paper(english(), body(NAME), **ENGLISH), "unsure"),
    ("CN only", paper(cn="11-2833/TU"), "pass"),
    ("cited", paper(page("参考文献", "[1] 李明[J]. 某某, ISSN 1002-8481"), **GOOD), "pass"),
    ("nothing read", paper(page("某某")), "unsure"),
    ("nothing", paper(), "na"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in NUMBERS], ids=[c[0] for c in NUMBERS])
def test_numbers_valid(one: Item, outcome: str) -> None:
    assert outcomes("paper.numbers_valid", case(items=[one])) == [(outcome, SUBJECT)]


@pytest.mark.parametrize(("printed", "named"), [("ISSN 2095-7513", "ISSN 2095-7513"), ("CN 10-1205/N", "CN 10-1205/N")])
def test_a_number_is_shown_as_the_journal_s_that_has_it(printed: str, named: str) -> None:
    """On the cover of a paper in Chinese, whatever was typed; with the place where it is printed."""
    claimed = paper(page("2022年第5期", printed), journal="工程管理前沿（中文版）", issn="1002-848X", cn="11-2833/TU")
    (seen,) = observe("paper.numbers_valid", case(items=[claimed]))
    assert f"{named} 属于英文期刊 Frontiers of Engineering Management（工程管理前沿）" in seen.message
    assert printed in [one.text for one in seen.evidence]


LISTED = f"{TITLE} {NAME}（73）"
AGREED = [
    ("all three", paper(cover(), contents(LISTED), body(NAME)), "pass"),
    ("the entry on two lines", paper(cover(), contents(TITLE, f"{NAME}（73）"), body(NAME)), "pass"),
    ("author and page in columns", paper(cover(), contents((TITLE, NAME, "73")), body(NAME)), "pass"),
    ("without a page number", paper(cover(), contents((TITLE, NAME)), body(NAME)), "pass"),
    ("the issue in brackets", paper(cover(issue="2022年第40卷第5期"), body(NAME, issue="2022(5)")), "pass"),
    ("an issue cited at the foot", paper(cover(), cites("施工技术, 2020年第3期.")), "pass"),
    ("another issue", paper(cover(issue="2022年第6期"), contents(LISTED), body(NAME)), "fail"),
    ("another year", paper(cover(issue="2021年第5期"), body(NAME)), "fail"),
    ("another issue, hardly read", paper(cover(issue="2022年第6期", confidence=0.7), body(NAME)), "unsure"),
    ("another page", paper(contents(f"{TITLE} {NAME}（18）"), body(NAME)), "fail"),
    ("another page, hardly read", paper(contents(f"{TITLE} {NAME}（18）", confidence=0.8), body(NAME)), "unsure"),
    ("another page by one digit", paper(contents(f"{TITLE} {NAME}（78）"), body(NAME)), "unsure"),
    ("the copy's own numbers", paper(contents(LISTED), body(NAME, folio="1")), "unsure"),
    ("another author", paper(contents(f"{TITLE} 赵大海（73）"), body("李明，王建国")), "fail"),
    ("the second author alone in the contents", paper(contents(LISTED), body(f"李明，{NAME}")), "pass"),
    ("another journal on the cover", paper(cover("城市建筑"), contents(LISTED), body(NAME)), "fail"),
    ("a column in the running head", paper(cover(), body(NAME, head="施工技术")), "unsure"),
    ("a longer name of the journal", paper(cover("建筑结构学报"), body(NAME)), "pass"),
    ("not in the contents", paper(contents("另一篇 赵大海（73）"), body(NAME)), "unsure"),
    ("the form's year", paper(cover(), body(NAME), published="2021-05"), "unsure"),
    ("the form's journal", paper(cover(), body(NAME), journal="城市建筑"), "unsure"),
    ("one part alone", paper(cover()), "na"),
    ("nothing uploaded", paper(), "na"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in AGREED], ids=[c[0] for c in AGREED])
def test_parts_agree(one: Item, outcome: str) -> None:
    assert outcomes("paper.parts_agree", case(items=[one])) == [(outcome, SUBJECT)]


@pytest.mark.parametrize("id", ["paper.applicant_named", "paper.numbers_valid", "paper.parts_agree"])
def test_without_papers_nothing_applies(id: str) -> None:
    assert outcomes(id, case()) == [("na", "论文")]


def test_where_a_page_says_who_wrote_and_where_it_begins() -> None:
    one = paper(contents(TITLE, f"{NAME}（73）"), body(f"李明，{NAME}"))
    ((line, ended),) = bylines(one)
    assert (line.people, ended) == (("李明", NAME), True)
    (entry,) = entries(one)
    assert entry.number == 73
    found = folio(body(NAME, folio="86"))
    assert found is not None
    assert found[0] == 86
    assert folio(page("2022", y=20)) is None
