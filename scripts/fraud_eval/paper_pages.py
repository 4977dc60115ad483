"""Papers by their pages: a journal's title however it is written, on cover, contents and body, or only cited."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from scripts.fraud_eval.readings import Line, page
from scripts.fraud_eval.samples import Sample, case
from verify.finding import Outcome
from verify.form import Paper
from verify.model import Slot
from verify.page import Page

CHECK = "paper.journal_not_blacklisted"
LISTED = ("建筑学研究前沿（中文版）", "工程管理前沿（中文版）")
TRADITIONAL = {
    "建筑学研究前沿（中文版）": "建築學研究前沿（中文版）",
    "工程管理前沿（中文版）": "工程管理前沿（中文版）",
}
TITLE = "装配式剪力墙灌浆套筒连接质量控制研究"
OTHER = "《{}》曾刊登类似文章，本文结合工程实例分析其质量控制要点和检测方法。"
PROSE = tuple(f"本文结合工程实例分析灌浆套筒连接的质量控制要点和检测方法，并给出第{n}组试验的结果。" for n in range(12))


WRITTEN: tuple[Callable[[str], str], ...] = (
    lambda name: name,
    lambda name: name.replace("（", "(").replace("）", ")"),
    lambda name: name.replace("（", "").replace("）", ""),
    lambda name: name.replace("（", " ").replace("）", ""),
    lambda name: name.replace("（", "-").replace("）", ""),
    lambda name: f"《{name}》",
    lambda name: f"《{name.removesuffix('（中文版）')}》（中文版）",
    lambda name: " ".join(name),
    lambda name: TRADITIONAL.get(name, name),
)
"""How a listed title is written: brackets of either width or none, title marks, spaces, traditional characters."""


def _cover(random: Random, journal: str, twice: bool) -> Page:
    """The title above the numbers, on one line or with what stands in brackets on the next."""
    head, bracket, rest = journal.partition("（")
    broken = bracket and head and not head.startswith("《") and random.random() < 0.3
    titled = [Line(head, 120, 80), Line(bracket + rest, 230, 60)] if broken else [Line(journal, 120, 80)]
    foot = [Line("ISSN 2096-8018", 500), Line("CN 10-1899/TU", 560), Line("2022年第5期", 620), Line("某某杂志社", 700)]
    return page([*titled, *foot], random, 1, twice)


def _contents(random: Random, journal: str, twice: bool) -> Page:
    lines = [Line(f"{journal} 2022年第5期", 90), Line("目 录", 300, 50)]
    return page([*lines, *(Line(f"{TITLE}第{n}篇……{n + 10}", 420 + 60 * n) for n in range(6))], random, 2, twice)


def _body(random: Random, journal: str, twice: bool, *more: str) -> Page:
    text = (TITLE, "王建国", "摘要：本文研究灌浆套筒的质量控制。", *PROSE, *more)
    return page(
        [Line(f"{journal} 2022年第5期", 80), *(Line(t, 300 + 60 * i) for i, t in enumerate(text))], random, 3, twice
    )


Layout = Callable[[Random, str, bool], tuple[tuple[Page, ...], str | None]]
"""From a title as written, and whether two readers read, to the pages and what the form says."""


def _whole(random: Random, journal: str, twice: bool) -> tuple[tuple[Page, ...], str | None]:
    pages = _cover(random, journal, twice), _contents(random, journal, twice), _body(random, journal, twice)
    return pages, random.choice((journal, None, "建筑结构"))


def _bare(random: Random, journal: str, twice: bool) -> tuple[tuple[Page, ...], str | None]:
    return (_cover(random, journal, twice),), random.choice((journal, None, "建筑结构"))


def _inside(random: Random, journal: str, twice: bool) -> tuple[tuple[Page, ...], str | None]:
    return (_contents(random, journal, twice), _body(random, journal, twice)), random.choice(
        (journal, None, "建筑结构")
    )


def citing(random: Random, journal: str, twice: bool) -> tuple[tuple[Page, ...], str | None]:
    """A listed journal in a list of references and in the text."""
    cited = random.choice(LISTED)
    more = (
        OTHER.format(cited),
        "参考文献",
        f"[1] 李明. 叠合板研究[J]. {cited}, 2021(3): 12-15.",
        f"[2] 赵海. {cited}, 2020.",
    )
    return (_cover(random, journal, twice), _body(random, journal, twice, *more)), journal


LAYOUTS: tuple[Layout, ...] = (_whole, _bare, _inside)


def paper(random: Random, journal: str, layout: Layout, expected: Outcome) -> Sample:
    """A paper in a journal, laid out so, read by one reader or by two."""
    pages, typed = layout(random, journal, random.random() < 0.5)
    claim = Paper(title=TITLE, journal=typed)
    return Sample(CHECK, f"{journal}, {layout.__name__}", case(Slot.PAPER, claim, pages), expected)
