"""What a certificate says of the applicant's role in running text: 兹证明某同志在本工程中担任施工员. Rules EV-11, EV-12.

Only a role that the sentence gives to the applicant by name is read; where another person stands between, where roles are
shared out (分别担任) or another project is named, nothing is. Prose accuses nobody: what differs is a person's to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checks.fields import SURE
from checks.names import compact, find_name, looks_like_name
from checks.pages import at
from checks.project_told import RecordAgrees
from checks.rows import plain, rows
from verify.finding import Evidence
from verify.form import Project
from verify.model import Document
from verify.page import Page, Word

LONGEST = 600
"""Longer sentences are tables or lists, and so much of a page's text at most is one."""

NEAR = 80
"""The applicant's name stands at most so many characters before the word that gives a role."""

GRAM = 3
"""Two names of projects that share so many characters in a row may be of one."""

_END = re.compile(r"[。;!?]")
_LABEL = re.compile(r"^[一-鿿]{2,10}:")
_VERB = re.compile(
    r"(?<![曾现原])担任(?!岗位|角色|职务|时间)|兼任|出任|履行|(?<![主责信委胜聘现曾历前离继就到担兼出])任(?![务职何意命免期教])"
)
_TITLE = re.compile(r"^(?:同志|先生|女士)")
_NAMED = re.compile(r"(?:^|[,、:和与及由])([一-鿿]{2,3})(?=同志|先生|女士|在|于|系|为|曾|则|[,、和与及]|$)")
_CALLED = re.compile(r"([一-鿿]{2,3})(?:同志|先生|女士)")
_ADVERB = re.compile(r"同时|一直|始终|期间|主要|具体|实际|全程|先后")
_FILLER = re.compile(rf"{_ADVERB.pattern}|(?:高级|助理)?工程师|高工|男|女")
_SHARED = re.compile(r"分别|依次|各自|均")
_WORK = re.compile(
    r"([^,、:;\d()]{3,40}?)(?:工程|项目)(?!经理|负责|技术|部|副|总|执行|监理|师|质量|造价|管理|进度|安全|专业)"
)
_OURS = re.compile(r"(?:本|该|此|上述|所述)$")
_AND = re.compile(r"(?:[、,和及与]|,?(?:并|同时)*(?:兼任?|担任|任))+(?:本工程|该工程|本项目(?!经理)|该项目(?!经理))?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page, plain, and the line that each of its characters stands in."""

    document: Document
    page: Page
    text: str
    words: tuple[Word, ...]

    def shown(self, start: int, end: int) -> Evidence:
        """The line in which a part ends; its confidence is that of the worst line of the part."""
        weakest = min(word.confidence for word in self.words[start:end])
        last = self.words[end - 1]
        return at(self.document, self.page, Word(last.text, last.box, weakest))


@dataclass(frozen=True, slots=True)
class Held:
    """Roles that a sentence gives to the applicant."""

    roles: tuple[str, ...]
    shown: Evidence


def sentences(pages: Iterable[tuple[Document, Page]]) -> Iterator[Sentence]:
    """The sentences of pages, joined across their lines; a line with a label (工程名称：…) begins one."""
    for document, page in pages:
        held: list[tuple[str, Word]] = []
        for word in (word for row in rows(page.words) for word in row):
            text = plain(word.text)
            if _LABEL.match(text) or len(held) > LONGEST:
                yield from _sentence(document, page, held)
                held = []
            for char in text:
                if _END.match(char):
                    yield from _sentence(document, page, held)
                    held = []
                else:
                    held.append((char, word))
        yield from _sentence(document, page, held)


def _sentence(document: Document, page: Page, held: list[tuple[str, Word]]) -> Iterator[Sentence]:
    if 4 <= len(held) <= LONGEST:
        chars, words = zip(*held, strict=True)
        yield Sentence(document, page, "".join(chars).replace("，", ","), words)


def roles_of(name: str, claim: Project, said: Iterable[Sentence], params: RecordAgrees) -> list[Held]:
    """The roles that sentences give to the applicant in this project, as far as they were surely read."""
    found = [held for one in said if is_named(name, one.text) for held in _roles(compact(name), claim, one, params)]
    return [held for held in found if (held.shown.confidence or 0) >= SURE]


def is_named(name: str, text: str) -> bool:
    """Whether a text names a person exactly: 王建 is not named by 王建国."""
    if compact(name) not in text:
        return False
    bare = _ADVERB.sub(",", text)  # else the name would seem to run on
    return find_name(name, [Word(bare, (0, 0, 10 * len(bare), 10), 1.0)]).level == "exact"


def agrees(claimed: str, said: str, params: RecordAgrees) -> bool:
    """Whether two role words may be of one role: 项目技术负责人 and 技术负责人, and not 副项目经理 and 项目经理."""
    one, other = plain(claimed), plain(said)
    if other in params.meaning(claimed) or one in params.meaning(said):
        return True
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and not any(grade in long[: -len(short)] for grade in params.role_grades)


def is_known(role: str, params: RecordAgrees) -> bool:
    """Whether a claimed role is one of those that prose is read for, perhaps with more before it."""
    return any(plain(role).endswith(plain(word)) for word in (*params.prose_roles, *params.roles))


def elsewhere(text: str, claim: Project) -> bool:
    """Whether a text names a project, and none that may be the claimed one; 本工程 is it."""
    own = plain(claim.name or "")
    named = [found[1] for found in _WORK.finditer(text) if not _OURS.search(found[1])]
    grams = ({one[i : i + GRAM] for i in range(len(one) - GRAM + 1)} for one in named)
    return bool(named) and not any(gram in own for one in grams for gram in one)


def _roles(name: str, claim: Project, said: Sentence, params: RecordAgrees) -> Iterator[Held]:
    role = _words(params)
    for verb in (*_VERB.finditer(said.text), *re.finditer(rf"(?<={re.escape(name)})(?:同志|先生|女士)?为", said.text)):
        start = said.text.rfind(name, 0, verb.start())
        between = _TITLE.sub("", said.text[start + len(name) : verb.start()])
        first = re.compile(rf"[^,、:]{{0,40}}?({role})").match(said.text, verb.end())
        if start < 0 or first is None or len(between) > NEAR or _another(between, params):
            continue
        if elsewhere(said.text[start + len(name) : first.start(1)], claim):
            continue
        roles, end = [first[1]], first.end()
        while more := re.compile(rf"{_AND.pattern}({role})").match(said.text, end):
            roles, end = [*roles, more[1]], more.end()
        yield Held(tuple(roles), said.shown(start, end))


def _words(params: RecordAgrees) -> str:
    """The role words as one pattern, the longest first; 项目经理部 is no role."""
    known = (*params.prose_roles, *params.roles, *(other for others in params.roles.values() for other in others))
    ordered = sorted({plain(word) for word in known}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})(?!部|证|资格|助理|代表)"


def _another(between: str, params: RecordAgrees) -> bool:
    """Whether somebody else may be meant by what stands between the applicant's name and the role."""
    bare = _FILLER.sub("", re.sub(_words(params), "", between))
    called = [*(found[1] for found in _NAMED.finditer(bare)), *(found[1] for found in _CALLED.finditer(bare))]
    return bool(_SHARED.search(bare)) or any(looks_like_name(one) or looks_like_name(one[1:]) for one in called)
