"""Papers: 绍建盟[2024]07号 三（五）规范工程业绩佐证材料 and 五（八）; rules PP-01, PP-02, PP-04."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from checks.check import Params, failed, na, passed, unsure
from checks.pages import at, read_well
from checks.paper_parts import PART_NAMES, Part, mastheads
from checks.paper_parts import parts as parts_of
from checks.rows import plain
from verify.dates import PartialDate
from verify.form import Paper, Title
from verify.model import Case, Document, Item, Observation, Page, Slot

NONE = "没有申报论文，本项不适用。"

_ISSUE = re.compile(r"[\da-z年第期卷总月上中下旬刊·|:：,，.\-—/()]*")
"""What may stand beside a journal's title in a running head: its issue and numbers, not other words."""


class Blacklist(Params):
    """Journals the notice or the office lists, and the ones that look like them and are innocent."""

    journals: tuple[str, ...]
    innocent: tuple[str, ...] = ()


def journal_not_blacklisted(case: Case, params: Blacklist) -> Iterable[Observation]:
    """PP-04: where a paper was published (form, cover, contents, running head) is not a listed journal.

    Reference lists and body text are not looked at: to cite such a journal is no offence.
    """
    return [_published_in(item, params) for item in case.items_in(Slot.PAPER)] or [na("论文", NONE)]


def _published_in(item: Item, params: Blacklist) -> Observation:
    claimed = item.claim.journal if isinstance(item.claim, Paper) else None
    heads = [(d, p, word) for d in item.documents for p in d.pages for word in mastheads(p)]
    on_pages = [(listed, at(d, p, word)) for d, p, word in heads if (listed := _listed(word.text, params))]
    on_form = _listed(claimed, params) if claimed else None
    accusing = "列于通知或评审机构所指的冒名或非法期刊，请评委会核实；系统不作真伪结论。"
    if on_pages:
        listed, shown = on_pages[0]
        message = f"论文所载期刊读作“{shown.text}”，《{listed}》{accusing}"
        return failed(item.subject, message, *(e for _, e in on_pages[:3]), expected="不在所列期刊中", found=listed)
    if on_form and heads:
        message = f"申报信息写的期刊《{on_form}》在所列期刊中，但封面、目录、刊眉上没有读到该刊名，请人工核对期刊。"
        return unsure(item.subject, message, *(at(d, p, word) for d, p, word in heads[:1]), found=claimed)
    if on_form:
        return failed(
            item.subject, f"申报信息中的期刊《{on_form}》{accusing}", expected="不在所列期刊中", found=claimed
        )
    for text, where in ((claimed, ()), *((word.text, (at(d, p, word),)) for d, p, word in heads)):
        if text and (like := _alike(text, params)):
            message = f"期刊名“{text}”与所列期刊《{like}》相近，请到国家新闻出版署网站查核；系统不作真伪结论。"
            return unsure(item.subject, message, *where, found=text)
    if not claimed and not heads:
        return na(item.subject, "申报信息没有期刊名，材料上也没有读到刊名，无法核对。")
    return passed(item.subject, "期刊不在通知所列冒名或非法期刊中。", found=claimed)


def _listed(text: str, params: Blacklist) -> str | None:
    """The listed journal that a line names in full: the line is the title, or the title with its issue."""
    bare = _title(text)
    if _innocent(bare, params):
        return None
    for name in params.journals:
        title = _title(name)
        if bare == title or (title in bare and _ISSUE.fullmatch(bare.replace(title, ""))):
            return name
    return None


def _alike(text: str, params: Blacklist) -> str | None:
    """The listed journal that a line almost names: one character apart, or without what stands in brackets."""
    bare = _title(text)
    if _innocent(bare, params) or len(bare) < 5:
        return None
    for name in params.journals:
        title = _title(name)
        stem = title.partition("(")[0]
        if stem in (bare, bare.partition("(")[0]) or title in bare:
            return name
        if any(OSA.distance(bare, form, score_cutoff=1) <= 1 for form in (title, stem) if len(form) >= 5):
            return name
    return None


def _innocent(bare: str, params: Blacklist) -> bool:
    return any(_title(name) in bare for name in params.innocent)


def _title(text: str) -> str:
    return plain(text).replace("《", "").replace("》", "").replace("[", "(").replace("]", ")").strip("-—:,.。")


def parts(case: Case, params: Params) -> Iterable[Observation]:
    """PP-02: cover, contents and body are there."""
    return [_complete(item) for item in case.items_in(Slot.PAPER)] or [na("论文", NONE)]


def _complete(item: Item) -> Observation:
    if not item.documents:
        return failed(item.subject, "申报了这篇论文，但没有上传封面、目录、正文，请上传。", found="没有文件")
    title = item.claim.title if isinstance(item.claim, Paper) else None
    seen = [(d, p, parts_of(p, title)) for d in item.documents for p in d.pages if not p.blank]
    sure = {found[0] for _, _, found in seen if found}
    maybe = {part for _, _, found in seen for part in found}
    shown = [at(d, p) for d, p, found in seen if found]
    if sure == set(Part):
        return passed(item.subject, "封面、目录、正文齐全。", *shown[:6], found="、".join(PART_NAMES.values()))
    missing = [part for part in Part if part not in sure]
    if all(part in maybe for part in missing):
        doubt = "、".join(PART_NAMES[part] for part in missing)
        message = f"有一页似乎兼作{doubt}，请人工确认封面、目录、正文是否齐全。"
        return unsure(item.subject, message, *shown[:6])
    return _incomplete(item, [PART_NAMES[part] for part in missing if part not in maybe], seen)


def _incomplete(item: Item, missing: list[str], seen: list[tuple[Document, Page, tuple[Part, ...]]]) -> Observation:
    unknown = [at(d, p) for d, p, found in seen if not found]
    poor = not all(d.readable for d in item.documents) or not all(read_well(p) for _, p, _ in seen)
    shown = [at(d, p) for d, p, found in seen if found]
    named = "、".join(missing)
    if unknown or poor:
        message = f"没有认出{named}，但有页面未能辨认，请人工查看。"
        return unsure(item.subject, message, *unknown[:6], expected="封面、目录、正文", found=f"缺{named}？")
    message = f"缺少{named}，请补充上传。"
    return failed(item.subject, message, *shown[:6], expected="封面、目录、正文", found=f"缺{named}")


def published_after_title(case: Case, params: Params) -> Iterable[Observation]:
    """PP-01: published after the present title was obtained; by the form's dates, no more exact than they are."""
    items = case.items_in(Slot.PAPER)
    return [_later(item, present_title(case)) for item in items] or [na("论文", NONE)]


def present_title(case: Case) -> Title | None:
    """The title obtained last of those on the form that have a date."""
    dated = [title for title in case.form.titles if title.obtained]
    return max(dated, key=lambda title: title.obtained or PartialDate(1), default=None)


def _later(item: Item, title: Title | None) -> Observation:
    published = item.claim.published if isinstance(item.claim, Paper) else None
    if published is None:
        return na(item.subject, "申报信息没有论文发表时间，无法比较。")
    if title is None or title.obtained is None:
        return na(item.subject, "申报信息没有现专业技术资格的取得时间，无法比较。")
    expected, found = f"晚于 {title.obtained}", str(published)
    compared = f"论文发表于 {published}，现资格（{title.name or '未写名称'}）取得于 {title.obtained}"
    if published.first > title.obtained.last and not _same_month(published, title.obtained):
        return passed(item.subject, f"{compared}，在其后发表。", expected=expected, found=found)
    if published.last <= title.obtained.first and not _same_month(published, title.obtained):
        return failed(item.subject, f"{compared}，不是在其后发表，这篇论文不予认可。", expected=expected, found=found)
    return unsure(
        item.subject, f"{compared}，时间过于接近或不够精确，请人工看发表日期。", expected=expected, found=found
    )


def _same_month(one: PartialDate, other: PartialDate) -> bool:
    """Whether both may lie in one month; an issue's day is seldom known, so the month decides nothing."""
    return (one.year, one.month) == (other.year, other.month)
