"""The journals of papers: 绍建盟[2024]07号 五（八）; rule PP-04. To cite a listed journal is no offence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checks.check import failed, na, passed, unsure
from checks.journal_names import Blacklist as Blacklist
from checks.journal_names import Near, in_full, innocent, near
from checks.likeness import bare
from checks.pages import at, overlap
from checks.paper_parts import Masthead, Part, mastheads, numbered_cover
from checks.paper_parts import parts as parts_of
from verify.finding import Evidence, Observation
from verify.form import Paper
from verify.model import Document, Item
from verify.page import Page

LISTED_AS = "列于通知或评审机构所指的冒名或非法期刊"

OPEN = "请人工核对期刊；系统不作真伪结论。"

LOOK_UP = "请到国家新闻出版署网站查核；系统不作真伪结论。"

_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Head:
    """A line in which a page may name its journal, and the listed one that it names in full or almost.

    `part`: of the paper, where the page shows which; `numbered`: the page is a cover with the journal's numbers.
    """

    document: Document
    page: Page
    part: Part | None
    numbered: bool
    line: Masthead
    name: str | None
    near: Near | None

    @property
    def shown(self) -> Evidence:
        return at(self.document, self.page, self.line.word)

    @property
    def about(self) -> str | None:
        return self.name or (self.near.name if self.near else None)

    @property
    def missed(self) -> frozenset[int] | None:
        """The characters of the listed name that are not read here; None where the line supports nothing."""
        if self.line.cited or not self.about:
            return None
        return frozenset() if self.name else self.near.missed if self.near else None

    @property
    def on_cover(self) -> bool:
        return self.line.tall and self.numbered

    def is_beside(self, other: _Head) -> bool:
        """Whether the two readers read one place."""
        apart = self.page is not other.page or self.line.second is other.line.second
        return not apart and overlap(self.line.word.box, other.line.word.box)


def published_in(item: Item, params: Blacklist) -> Observation:
    """Only a cover with its numbers and title, or two places that agree, accuse: one line or what was typed does not.

    Two readings of which each has right what the other misread agree. Reference lists and body text are not looked at.
    """
    claimed = item.claim.journal if isinstance(item.claim, Paper) else None
    heads = [head for document in item.documents for page in document.pages for head in _heads(document, page, params)]
    on_form = in_full(claimed, params) if claimed else None
    if sure := _agreeing(heads, on_form, params):
        slips = "" if sure[0].name else "（有误读，与另一处或申报信息合起来完整）"
        message = f"论文所载期刊读作“{sure[0].line.word.text}”{slips}，《{sure[0].about}》{LISTED_AS}"
        shown = [head.shown for head in sure[:3]]
        told = f"{message}，请评委会核实；系统不作真伪结论。"
        return failed(item.subject, told, *shown, expected="不在所列期刊中", found=sure[0].about)
    named = [head for head in heads if head.name]
    if on_form:
        return _claimed(item, on_form, named)
    if named:
        message = f"有一处写有《{named[0].name}》，但看不出是论文所载期刊还是引用，或只有一种识别读出，{OPEN}"
        return unsure(item.subject, message, named[0].shown, found=named[0].name)
    return _near_or_clean(item, heads, claimed, params)


def _heads(document: Document, page: Page, params: Blacklist) -> Iterator[_Head]:
    part, numbered = next(iter(parts_of(page)), None), numbered_cover(page)
    for line in mastheads(page):
        name = in_full(line.word.text, params)
        yield _Head(document, page, part, numbered, line, name, None if name else near(line.word.text, params))


def _agreeing(heads: list[_Head], on_form: str | None, params: Blacklist) -> list[_Head]:
    """The places that together say beyond doubt where the paper appeared; none where they leave a doubt."""
    told = [head for head in heads if head.missed is not None]
    for name in dict.fromkeys(head.about for head in told):
        same = sorted((head for head in told if head.about == name), key=lambda head: len(head.missed or ()))
        sure = [head for head in same if _alone(head, heads, params) or _typed(head, name == on_form)]
        both = sure or next((list(pair) for pair in combinations(same, 2) if _together(*pair)), [])
        if both:
            return [*both, *(head for head in same if head.name and head not in both)]
    return []


def _alone(head: _Head, heads: list[_Head], params: Blacklist) -> bool:
    """Whether one line of a cover is enough: read surely or by both readers, and by neither as a genuine journal."""
    if not (head.name and head.on_cover):
        return False
    others = [other for other in heads if head.is_beside(other)]
    if any(innocent(other.line.word.text, params) for other in others):
        return False
    return head.line.word.confidence >= params.sure or any(other.name == head.name for other in others)


def _typed(head: _Head, on_form: bool) -> bool:
    """Whether a line bears out what the form says: in full wherever it stands, with a slip as a cover's title."""
    return on_form and bool(head.name or head.on_cover)


def _together(one: _Head, other: _Head) -> bool:
    """Whether two lines make up the name: of two parts of the paper, or one place of a cover by both readers."""
    if one.missed is None or other.missed is None or one.missed & other.missed:
        return False
    if one.on_cover and other.on_cover and one.is_beside(other):
        return True
    return bool(one.part and other.part) and one.part is not other.part


def _claimed(item: Item, name: str, named: list[_Head]) -> Observation:
    """The form names a listed journal and no page bears that out: what was typed alone accuses nobody."""
    files = [head.shown for head in named] or [Evidence(document.file) for document in item.documents]
    where = "材料上没有读到该刊名" if item.documents else "没有上传可以核对的页面"
    message = f"申报信息写的期刊《{name}》{LISTED_AS}，但{where}，{OPEN}"
    return unsure(item.subject, message, *files[:3], expected="不在所列期刊中", found=name)


def _near_or_clean(item: Item, heads: list[_Head], claimed: str | None, params: Blacklist) -> Observation:
    typed: list[tuple[str, Near | None, tuple[Evidence, ...]]] = [(claimed or "", near(claimed or "", params), ())]
    lines = typed + [(head.line.word.text, head.near, (head.shown,)) for head in heads]
    for text, like, where in lines:
        if like and not _in_english(item, like.original, [text for text, _, _ in lines]):
            return unsure(item.subject, f"期刊名“{text}”{_why(like)}{LOOK_UP}", *where, found=text)
    if not any(text for text, _, _ in lines):
        return na(item.subject, "申报信息没有期刊名，材料上也没有读到刊名，无法核对。")
    return passed(item.subject, "期刊不在通知所列冒名或非法期刊中。", found=claimed)


def _in_english(item: Item, original: str | None, texts: list[str]) -> bool:
    """Whether this is a paper in English, in the genuine journal in English whose Chinese name is a listed one's."""
    titled = item.claim.title if isinstance(item.claim, Paper) else None
    if not original or not titled or _CHINESE.search(titled):
        return False
    return any(bare(original) in bare(text) for text in texts)


def _why(like: Near) -> str:
    if like.rival:
        return f"与所列期刊《{like.name}》和正规期刊《{like.rival}》都只差几个字，可能是识别差错，"
    if like.original:
        return f"与所列期刊《{like.name}》相近，也是正规英文期刊 {like.original} 的中文名，请看论文是中文还是英文，"
    return f"与所列期刊《{like.name}》相近，可能是识别差错，也可能是另一种期刊，"
