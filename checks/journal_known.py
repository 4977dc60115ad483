"""Whose an ISSN or CN is, as far as a notice's table knows: rule PP-05, facts 2.1. It is a hint, and no register."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ConfigDict

from checks.likeness import bare
from checks.paper_parts import Part, parts
from checks.points import Point, doubt
from checks.rows import plain
from verify.finding import Evidence
from verify.form import Paper
from verify.model import Item

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")

Numbered = dict[str | None, tuple[Evidence, ...]]
"""Numbers, plain, with where they stand on the pages; what was typed stands nowhere, and what was not is None."""


_Places = dict[str, tuple[Evidence, ...]]


class Known(BaseModel):
    """What is known of a journal, from memory and not from the register: a hint at most.

    `english`: it appears in English only; `chinese` is what it is called in Chinese then.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    cn: str
    title: str
    english: bool = False
    chinese: str | None = None

    @property
    def told(self) -> str:
        """The journal as a message names it."""
        return f"{self.title}（{self.chinese}）" if self.chinese else self.title


def hints(item: Item, issns: Numbered, cns: Numbered, table: Mapping[str, Known]) -> Iterator[Point]:
    """Whose the numbers are, typed or printed, where the notice's table knows the journal."""
    claimed = plain(item.claim.journal or "") if isinstance(item.claim, Paper) else ""
    chinese = bool(_CHINESE.search(claimed)) or _reads_chinese(item)
    for issn, known in table.items():
        borne = {one: shown for one, shown in issns.items() if one and _digits(one) == _digits(plain(issn))}
        paired = {one: shown for one, shown in cns.items() if one and alike(one, plain(known.cn))}
        if borne:
            yield from _parted(issn, known, borne, {one: cns[one] for one in cns if one and one not in paired})
            yield from _renamed(issn, known, borne, claimed)
        if known.english and chinese:
            yield from (_borrowed(f"ISSN {one.upper()}", known, shown) for one, shown in borne.items())
            yield from (_borrowed(f"CN {one.upper()}", known, shown) for one, shown in paired.items())


def _parted(issn: str, known: Known, borne: _Places, others: _Places) -> Iterator[Point]:
    for cn, shown in others.items():
        told = f"据资料，ISSN {issn} 是 {known.told}，CN 为 {known.cn}，与 CN {cn.upper()} 可能不相配"
        yield doubt(told, *_all(borne), *shown)


def _borrowed(number: str, known: Known, shown: tuple[Evidence, ...]) -> Point:
    told = f"据资料，{number} 属于英文期刊 {known.told}，该刊只出英文"
    return doubt(f"{told}，中文论文写有此号可能是冒用，也可能是填错或误读", *shown)


def _renamed(issn: str, known: Known, borne: _Places, claimed: str) -> Iterator[Point]:
    if not known.english and _CHINESE.search(claimed) and _other(claimed, known):
        told = f"据资料，ISSN {issn} 是《{known.title}》，申报信息写的是《{claimed}》"
        yield doubt(f"{told}，可能填错或改过刊名", *_all(borne))


def _all(places: _Places) -> tuple[Evidence, ...]:
    return tuple(one for shown in places.values() for one in shown)


def _digits(issn: str) -> str:
    return issn.replace("-", "")


def _other(claimed: str, known: Known) -> bool:
    """Whether two journals are two: one name within the other may be the same, with a subtitle or an edition."""
    one, other = bare(claimed), bare(known.title)
    return one not in other and other not in one


def _reads_chinese(item: Item) -> bool:
    """Whether a body page of the paper is in Chinese."""
    bodies = [page.text for d in item.documents for page in d.pages if parts(page)[:1] == (Part.BODY,)]
    return any(len(_CHINESE.findall(text)) > len(_LATIN.findall(text)) for text in bodies)


def number(text: str | None, label: str) -> str | None:
    """A typed number, plain, without its label (issn, cn); None where there is none."""
    return re.sub(r"[—–]", "-", plain(text or "")).removeprefix(label).lstrip(":") or None


def alike(one: str, other: str) -> bool:
    """Whether two CN are one but for the class, which is often left out."""
    return one.partition("/")[0] == other.partition("/")[0]
