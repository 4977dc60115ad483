"""The journals of papers: 绍建盟[2024]07号 五（八）; rule PP-04. To cite a listed journal is no offence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from checks.check import Params, failed, na, passed, unsure
from checks.pages import at
from checks.paper_parts import Masthead, mastheads, numbered_cover
from checks.paper_parts import parts as parts_of
from checks.rows import plain
from verify.form import Paper
from verify.model import Document, Evidence, Item, Observation, Page

LISTED_AS = "列于通知或评审机构所指的冒名或非法期刊"

OPEN = "请人工核对期刊；系统不作真伪结论。"

_ISSUE = re.compile(r"[\da-z年第期卷总月上中下旬刊号]*")
"""What may stand beside a journal's title in a running head: its issue and numbers, not other words."""

_ENDS = re.compile(rf"^{_ISSUE.pattern}|{_ISSUE.pattern}$")
_DROPPED = re.compile(r"杂志|期刊|[\W_]")
"""What a journal's title may be written with or without: brackets, hyphens, title marks, the word for journal."""


class Blacklist(Params):
    """Journals the notice or the office lists, and the ones that look like them and are innocent."""

    journals: tuple[str, ...]
    innocent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    """A line in which a page may name its journal, and the listed one that it names in full."""

    document: Document
    page: Page
    line: Masthead
    name: str | None

    @property
    def shown(self) -> Evidence:
        return at(self.document, self.page, self.line.word)


def published_in(item: Item, params: Blacklist) -> Observation:
    """Only a cover with its numbers and title, or two places that agree, accuse: one line or what was typed does not.

    Reference lists and body text are not looked at.
    """
    claimed = item.claim.journal if isinstance(item.claim, Paper) else None
    heads = [
        _Head(d, p, line, _listed(line.word.text, params)) for d in item.documents for p in d.pages
        for line in mastheads(p)
    ]  # fmt: skip
    named = [head for head in heads if head.name]
    on_form = _listed(claimed, params) if claimed else None
    if sure := _agreeing(named, on_form):
        message = f"论文所载期刊读作“{sure[0].line.word.text}”，《{sure[0].name}》{LISTED_AS}"
        shown = [head.shown for head in sure[:3]]
        told = f"{message}，请评委会核实；系统不作真伪结论。"
        return failed(item.subject, told, *shown, expected="不在所列期刊中", found=sure[0].name)
    if on_form:
        return _claimed(item, on_form, named)
    if named:
        message = f"有一处写有《{named[0].name}》，但看不出是论文所载期刊还是引用，{OPEN}"
        return unsure(item.subject, message, named[0].shown, found=named[0].name)
    return _near_or_clean(item, heads, claimed, params)


def _agreeing(named: list[_Head], on_form: str | None) -> list[_Head]:
    """The places that together say beyond doubt where the paper appeared; none where they leave a doubt."""
    sure = [head for head in named if not head.line.cited]
    for name in dict.fromkeys(head.name for head in sure):
        same = [head for head in sure if head.name == name]
        cover = [head for head in same if head.line.tall and numbered_cover(head.page)]
        kinds = {parts_of(head.page)[0] for head in same if parts_of(head.page)}
        if cover or len(kinds) > 1 or name == on_form:
            return [*cover, *(head for head in same if head not in cover)]
    return []


def _claimed(item: Item, name: str, named: list[_Head]) -> Observation:
    """The form names a listed journal and no page bears that out: what was typed alone accuses nobody."""
    files = [head.shown for head in named] or [Evidence(document.file) for document in item.documents]
    where = "材料上没有读到该刊名" if item.documents else "没有上传可以核对的页面"
    message = f"申报信息写的期刊《{name}》{LISTED_AS}，但{where}，{OPEN}"
    return unsure(item.subject, message, *files[:3], expected="不在所列期刊中", found=name)


def _near_or_clean(item: Item, heads: list[_Head], claimed: str | None, params: Blacklist) -> Observation:
    lines = [(claimed or "", ()), *((head.line.word.text, (head.shown,)) for head in heads)]
    for text, where in lines:
        if like := _alike(text, params):
            message = f"期刊名“{text}”与所列期刊《{like}》相近，请到国家新闻出版署网站查核；系统不作真伪结论。"
            return unsure(item.subject, message, *where, found=text)
    if not any(text for text, _ in lines):
        return na(item.subject, "申报信息没有期刊名，材料上也没有读到刊名，无法核对。")
    return passed(item.subject, "期刊不在通知所列冒名或非法期刊中。", found=claimed)


def _listed(text: str, params: Blacklist) -> str | None:
    """The listed journal that a line names in full: the line is the title, or the title with its issue."""
    bare = _without_innocent(_bare(text), params)
    for name in params.journals:
        title = _bare(name)
        if title in bare and _ISSUE.fullmatch(bare.replace(title, "")):
            return name
    return None


def _alike(text: str, params: Blacklist) -> str | None:
    """The listed journal that a line almost names: one character apart, or without what stands in brackets."""
    whole = _without_innocent(_bare(text), params)
    bare, first = _ENDS.sub("", whole), _without_innocent(_bare(_unbracketed(text)), params)
    if len(whole) < 5:
        return None
    for name in params.journals:
        title, stem = _bare(name), _bare(_unbracketed(name))
        if stem in (whole, bare, first) or title in whole:
            return name
        near = [form for form in (title, stem) if len(form) >= 5]
        if any(OSA.distance(read, form, score_cutoff=1) <= 1 for form in near for read in (whole, bare)):
            return name
    return None


def _without_innocent(bare: str, params: Blacklist) -> str:
    """The title without the innocent ones in it: a line that names one of each still names the listed one."""
    for name in params.innocent:
        bare = bare.replace(_bare(name), "")
    return bare


def _unbracketed(text: str) -> str:
    """What stands before the first round or square bracket."""
    return re.split(r"[(\[【]", plain(text), maxsplit=1)[0]


def _bare(text: str) -> str:
    return _DROPPED.sub("", plain(text))
