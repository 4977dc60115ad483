"""What the papers of a claimed project say of its role: of which discipline it is, who else held it, whether it changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.names import compact, looks_like_name
from checks.reuse_role import ProjectRole
from checks.rows import plain
from checks.tables import labelled
from verify.compare.headings import head
from verify.form import Project
from verify.model import Case, Item
from verify.page import Page

REACH = 10
"""So many characters after a role a word of change belongs to it: 项目经理由原任张三同志变更为."""


def disciplines(case: Case, item: Item, claim: Project, params: ProjectRole) -> tuple[str, ...]:
    """The disciplines that the form and the headings and names of the item's files tell; a unit's name tells none."""
    units = [plain(unit) for unit in (claim.employer, case.form.employer.name) if unit]
    texts = [plain(text) for text in (claim.name, claim.role, *(document.file for document in item.documents)) if text]
    texts += [head(page) for page in _pages(item)]
    words = {plain(word): name for name, group in params.disciplines.items() for word in group}
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    found = {words[hit] for text in texts for hit in pattern.findall(_without(text, units)) if words}
    return tuple(sorted(found))


def _without(text: str, units: Iterable[str]) -> str:
    for unit in units:
        text = text.replace(unit, "")
    return text


def others(case: Case, item: Item, wanted: set[str]) -> set[str]:
    """Whom the papers name in the role beside the applicant; none where they do not name the applicant in it."""
    names = {name for name in _holders(item, wanted) if looks_like_name(name)}
    return names - {compact(case.name)} if compact(case.name) in names else set()


def _holders(item: Item, wanted: set[str]) -> Iterator[str]:
    for document in item.documents:
        for page in document.pages:
            yield from (compact(field.text) for field in labelled(document, page, wanted))


def changed(item: Item, wanted: set[str], params: ProjectRole) -> bool:
    """Whether a paper speaks of a change of the person in the role."""
    roles, changes = (_any(words) for words in (wanted, params.changes))
    at_once = re.compile(rf"(?:{roles})的?(?:{changes})|(?:{changes})[了原该本]{{0,2}}(?:{roles})")
    told = re.compile(rf"(?:{roles})[由从原][^。;:]{{0,{REACH}}}?(?:{changes})")
    return bool(params.changes) and any(
        told.search(plain(page.text)) or any(at_once.search(plain(word.text)) for word in page.words)
        for page in _pages(item)
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(plain(word)) for word in sorted(words, key=len, reverse=True))


def _pages(item: Item) -> Iterator[Page]:
    return (page for document in item.documents for page in document.pages)
