"""paper.*: SX 三（五）规范工程业绩佐证材料 and 五（八）."""

from __future__ import annotations

import pytest

from tests.checks.build import NAME, case, document, item, observe, outcomes, page, word
from verify.form import Paper, Title
from verify.model import Item, Page, Problem, Slot, Trouble

SUBJECT = "论文/1"
LISTED = "建筑学研究前沿（中文版）"
TITLE = "装配式剪力墙灌浆套筒连接质量控制研究"
PROSE = tuple(f"本文结合工程实例分析灌浆套筒连接的质量控制要点和检测方法，第{i}段。" for i in range(20))


def cover(journal: str = "建筑结构") -> Page:
    return page(journal, "2022年第5期", "ISSN 1002-848X", "CN 11-2833/TU")


def contents(journal: str = "建筑结构") -> Page:
    return page(f"{journal} 2022年第5期", word("目 录", y=400), f"{TITLE} …… 12", number=2, y=150)


def body(*lines: str, head: str = "建筑结构") -> Page:
    return page(head, TITLE, NAME, "摘要：本文研究", *lines, number=3, y=100)


def paper(*pages: Page, journal: str | None = "建筑结构", **claim: object) -> Item:
    files = [document(f"{SUBJECT}/{n}.jpg", Slot.PAPER, one) for n, one in enumerate(pages)]
    claimed = Paper(title=TITLE, journal=journal, **claim)  # type: ignore[arg-type]
    return item(Slot.PAPER, *files, subject=SUBJECT, claim=claimed)


JOURNALS = [
    ("clean", paper(cover(), contents(), body()), "pass"),
    ("listed on form and cover", paper(cover(LISTED), journal=LISTED), "fail"),
    ("listed on the cover only", paper(cover(LISTED)), "fail"),
    ("half-width brackets", paper(cover("建筑学研究前沿(中文版)")), "fail"),
    ("title marks", paper(cover("《工程管理前沿（中文版）》")), "fail"),
    ("the title with its issue", paper(cover(f"{LISTED}2022年第5期")), "fail"),
    ("cover in two lines", paper(cover("建筑学研究前沿"), page("建筑学研究前沿", "（中文版）", "第5期")), "fail"),
    ("in the running head", paper(body(head=f"{LISTED} 2022年5期")), "fail"),
    ("on the form alone, no pages", paper(journal=LISTED), "fail"),
    ("on the form, the pages say another", paper(cover(), journal=LISTED), "unsure"),
    ("one character off", paper(cover("建筑学研究前治（中文版）"), journal=None), "unsure"),
    ("without (中文版)", paper(cover("建筑学研究前沿"), journal=None), "unsure"),
    ("without (中文版) on the form", paper(cover(), journal="工程管理前沿"), "unsure"),
    ("the genuine neighbour", paper(cover("工程管理科技前沿"), journal="工程管理科技前沿"), "pass"),
    ("a genuine English journal", paper(cover("Frontiers of Engineering Management"), journal=None), "pass"),
    ("in the reference list", paper(cover(), body(*PROSE, "参考文献", f"[1] 李明. {LISTED}, 2021")), "pass"),
    ("as a line of the references", paper(cover(), body(*PROSE, "参考文献", LISTED)), "pass"),
    ("references on a page of their own", paper(cover(), page("[7] 李明", LISTED, *PROSE, y=50)), "unsure"),
    ("references from the head of the page", paper(cover(), page("参考文献", LISTED, y=50)), "pass"),
    ("a bare cover", paper(page(LISTED), body()), "unsure"),
    ("a bare cover, the form agrees", paper(page(LISTED), journal=LISTED), "fail"),
    ("the English title beside it", paper(cover(f"{LISTED} Frontiers of Architectural Research")), "fail"),
    ("in body text", paper(body(*PROSE[:8], f"《{LISTED}》曾刊登类似文章", *PROSE[:3])), "pass"),
    ("nothing to go by", paper(journal=None), "na"),
]


@pytest.mark.parametrize(("name", "claimed", "outcome"), JOURNALS, ids=[c[0] for c in JOURNALS])
def test_journal_not_blacklisted(name: str, claimed: Item, outcome: str) -> None:
    (seen,) = observe("paper.journal_not_blacklisted", case(items=[claimed]))
    assert (seen.outcome.value, seen.subject) == (outcome, SUBJECT), seen.message


SECOND = page(*PROSE[:8], number=4)
PARTS = [
    ("all three", paper(cover(), contents(), body()), "pass", ""),
    ("CONTENTS in English", paper(cover(), page("CONTENTS", TITLE), body()), "pass", ""),
    ("a second body page", paper(cover(), contents(), body(), page(TITLE, *PROSE)), "pass", ""),
    ("no cover", paper(page("目录", TITLE), body()), "fail", "封面"),
    ("no contents", paper(cover(), body()), "fail", "目录"),
    ("no body", paper(cover(), contents()), "fail", "正文"),
    ("only a body", paper(body()), "fail", "封面、目录"),
    ("the contents' page may be the cover", paper(contents(), body()), "unsure", "封面"),
    ("the body's page holds a contents", paper(cover(), body("目录")), "unsure", "目录"),
    ("a page that is nothing", paper(cover(), body(), page("扫描件")), "unsure", "目录"),
    ("a page read badly", paper(cover(), page("摘要", TITLE, confidence=0.3)), "unsure", "目录"),
]


@pytest.mark.parametrize(("name", "claimed", "outcome", "told"), PARTS, ids=[c[0] for c in PARTS])
def test_parts(name: str, claimed: Item, outcome: str, told: str) -> None:
    (seen,) = observe("paper.parts", case(items=[claimed]))
    assert (seen.outcome.value, seen.subject) == (outcome, SUBJECT), seen.message
    assert told in seen.message


def test_parts_without_files_or_with_a_broken_one() -> None:
    assert outcomes("paper.parts", case(items=[paper()])) == [("fail", SUBJECT)]
    broken = document(f"{SUBJECT}/b.pdf", Slot.PAPER, problem=Problem(Trouble.CORRUPT, "b.pdf", "打不开"))
    half = item(Slot.PAPER, document(f"{SUBJECT}/a.jpg", Slot.PAPER, cover()), broken)
    assert outcomes("paper.parts", case(items=[half])) == [("unsure", SUBJECT)]


DATES = [
    ("2022-05", "2020-12-31", "pass"),
    ("2022", "2021-12-31", "pass"),
    ("2021-01", "2020-12", "pass"),
    ("2022-05-20", "2022-05-10", "unsure"),
    ("2022-05", "2022-05-10", "unsure"),
    ("2022", "2022-05-10", "unsure"),
    ("2022-05", "2022", "unsure"),
    ("2019-11", "2020-12-31", "fail"),
    ("2019", "2020", "fail"),
    (None, "2020-12-31", "na"),
    ("2022-05", None, "na"),
]


@pytest.mark.parametrize(("published", "obtained", "outcome"), DATES)
def test_published_after_title(published: str | None, obtained: str | None, outcome: str) -> None:
    titles = (
        [Title(name="技术员", obtained="2010-01-01"), Title(name="助理工程师", obtained=obtained)] if obtained else []
    )  # type: ignore[arg-type]
    claimed = paper(published=published)
    assert outcomes("paper.published_after_title", case(items=[claimed], titles=titles)) == [(outcome, SUBJECT)]


@pytest.mark.parametrize(
    "id", ["paper.journal_not_blacklisted", "paper.parts", "paper.published_after_title"]
)  # fmt: skip
def test_without_papers_nothing_applies(id: str) -> None:
    assert outcomes(id, case()) == [("na", "论文")]
