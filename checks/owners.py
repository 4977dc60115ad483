"""Whose seals these are: the applicant's employer's (now or at the time), another party's, or not to be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from checks.pages import beside
from checks.rows import plain
from verify.model import Case, Document, Evidence, Item, Page, Seal
from verify.orgs import owner, similarity

Kind = Literal["employer", "other", "unreadable"]

FOREIGN = 0.5
"""A review seal that reads less like the employer than this is not the employer's."""

_ORGANISATION = re.compile(
    r"^.{2,40}?(?:公司|设计院|研究院|院|事务所|局|中心|委员会|总站|管理站|大学|集团|政府|指挥部|合作社)(?:.{0,6}分公司)?"
)


@dataclass(frozen=True, slots=True)
class Owned:
    """A seal, where it stands, and whose it is (`name` as the project or the seal has it)."""

    seal: Seal
    kind: Kind
    name: str
    evidence: Evidence


def employers(case: Case, item: Item | None = None) -> tuple[str, ...]:
    """The applicant's own units: today's, and the one at the time of a project."""
    then = getattr(item.claim, "employer", None) if item and item.claim else None
    return tuple(dict.fromkeys(name for name in (case.form.employer.name, then) if name))


def parties(documents: Iterable[Document], labels: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """The other units that a project's pages name beside labels such as 建设单位."""
    named: dict[str, None] = {}
    labels, mine = tuple(labels), {plain(name) for name in own}
    for page in (page for document in documents for page in document.pages):
        for _, value in beside(page, labels):
            found = _ORGANISATION.match(plain(value.text)) if value else None
            if found and found.group() not in mine:
                named[found.group()] = None
    return tuple(named)


def owned(document: Document, page: Page, own: tuple[str, ...], others: tuple[str, ...] = ()) -> list[Owned]:
    """Every seal of a page with its owner."""
    return [_owned(document, page, seal, own, others) for seal in page.seals]


def _owned(document: Document, page: Page, seal: Seal, own: tuple[str, ...], others: tuple[str, ...]) -> Owned:
    seen = [owner(seal, name, others) for name in own or (None,)]
    mine = next((o for o in seen if o.kind == "employer"), None)
    foreign = all(o.kind == "other" for o in seen)
    kind: Kind = "employer" if mine else "other" if foreign else "unreadable"
    if kind == "unreadable" and seal.kind == "review" and seal.title and own:
        readings = (seal.title, *seal.candidates)
        like = max(similarity(reading, name) for reading in readings for name in own)
        kind = "other" if like < FOREIGN else "unreadable"
    name = (mine or seen[0]).name or seal.title
    where = Evidence(document.file, page.number, seal.box, seal.title or None, round(seal.confidence, 3))
    return Owned(seal, kind, name, where)
