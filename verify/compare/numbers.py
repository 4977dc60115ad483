"""Numbers that are one person's (diploma, title, patent, award …), collected from a case.

Of a page only what stands right after its label, in the slots of its kind. Numbers that many share by nature
(of projects, permits, units, journals) are in no kind. Rule XC-08.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from checks.fields import fields
from checks.listed import listings, people_in
from checks.names import compact, looks_like_name, surely_on_page
from checks.pages import at
from checks.patent_numbers import number_in
from checks.reuse_number import CertificateNumber, Kind
from checks.reuse_words import FORM
from checks.rows import plain
from verify.compare.headings import headed
from verify.compare.number_text import after, exact, folded, telling
from verify.finding import Evidence
from verify.form import Award, Patent
from verify.model import Case, Document, Item, Slot
from verify.notice import Notice
from verify.page import Page, Word
from verify.sketches import NumberSketch

MOST = 60
"""So many names of one item are kept."""


def numbers(case: Case, notice: Notice) -> tuple[NumberSketch, ...]:
    """Every number of a case, once in each of its spellings, () where the notice does not ask for the check."""
    rule = next((r for r in notice.rules if isinstance(r.params, CertificateNumber)), None)
    if rule is None or not isinstance(rule.params, CertificateNumber):
        return ()
    params, shared = rule.params, {exact(p.registry_number) for p in case.form.projects if p.registry_number}
    read = [
        one
        for id, kind in params.kinds.items()
        for one in (*_on_pages(case, id, kind, params), *_typed(case, id, kind))
        if telling(one.exact, params.least) and one.exact not in shared
    ]
    return tuple(_best(read, params.sure))


def _best(read: list[NumberSketch], sure: float) -> Iterator[NumberSketch]:
    """Each number once, where it is read best; one read alike at two places is sure, as a slip hardly happens twice."""
    spelt: dict[tuple[str, str], list[NumberSketch]] = {}
    for one in read:
        spelt.setdefault((one.kind, one.exact), []).append(one)
    for same in spelt.values():
        best = max(same, key=_worth)
        twice = len({(one.shown.file, one.shown.page, one.shown.box) for one in same}) > 1
        again = twice and (best.shown.confidence or 0.0) >= sure
        record = any(one.record for one in same)
        yield replace(best, sure=not record and (best.sure or again), record=record)


def _worth(number: NumberSketch) -> tuple[bool, bool, bool, float]:
    """Read surely on a page with the applicant's name before a page, before the form."""
    return bool(number.shown.page), number.sure, number.own, number.shown.confidence or 0.0


def _on_pages(case: Case, id: str, kind: Kind, params: CertificateNumber) -> Iterator[NumberSketch]:
    for group, item in _groups(case, kind):
        pages = [(document, page) for document in group for page in document.pages]
        read = [
            (d, p, n, line)
            for d, p in pages
            if not headed(p, params.units)
            for n, line in after(p, kind.labels, params.never, params.leads)
        ]
        if not read:
            continue
        people, of = _people(case, group, kind, params), _award(item)
        for document, page, written, line in read:
            number, sure = _exact(written, kind), page.source == "text" or _checked(written, kind, line, params)
            shown = at(document, page, Word(written, line.box, line.confidence))
            own = any(surely_on_page(case.name, one).word for one in (document.pages if item else (page,)))
            yield NumberSketch(
                id, kind.name, number, folded(number), shown, sure, own, kind.shared, people, of, kind.others, kind.each,
                _is_record(page, written, line, params),
            )  # fmt: skip


def _is_record(page: Page, written: str, line: Word, params: CertificateNumber) -> bool:
    """Whether a number may be that of the form which the page is (ISO 9001's records), alike for all who have one."""
    code, *rest = re.split(r"[-—–/.]", unicodedata.normalize("NFKC", written).upper())
    text, edge = plain(line.text), params.margin * page.height
    return (
        (bool(rest) and code in params.codes)
        or any(plain(word) in text for word in params.records)
        or line.box[3] <= edge
        or line.box[1] >= page.height - edge
    )


def _checked(written: str, kind: Kind, line: Word, params: CertificateNumber) -> bool:
    """Whether a number was read from a picture surely, and its check digit says so."""
    known = number_in(written) if kind.patent and line.confidence >= params.sure else None
    return known is not None and bool(known.check) and known.valid


def _groups(case: Case, kind: Kind) -> Iterator[tuple[tuple[Document, ...], Item | None]]:
    """The files that are looked at together: an item's, else each by itself."""
    held = {document.file for item in case.items for document in item.documents}
    for slot in kind.slots:
        yield from ((item.documents, item) for item in case.items_in(slot))
        yield from (((document,), None) for document in case.in_slot(slot) if document.file not in held)


def _typed(case: Case, id: str, kind: Kind) -> Iterator[NumberSketch]:
    claims: list[Patent | Award] = [*case.form.patents] if kind.form == "patents" else []
    claims += case.form.awards if kind.form == "awards" else ()
    for claim in claims:
        if claim.number:
            number = _exact(claim.number, kind)
            people = tuple(compact(one) for one in claim.inventors) if isinstance(claim, Patent) else ()
            others = tuple(one for one in people if one != compact(case.name))[:MOST]
            own = len(others) < len(people)
            shown = Evidence(FORM, text=claim.number)
            of = claim.name if isinstance(claim, Award) else None
            yield NumberSketch(
                id, kind.name, number, folded(number), shown, False, own, kind.shared, others, of, each=kind.each
            )


def _exact(written: str, kind: Kind) -> str:
    """The number; a patent's without its check digit, which is often left out."""
    number = exact(written)
    if not kind.patent:
        return number
    if known := number_in(written):
        return known.body
    bare = number.removeprefix("ZL").removeprefix("CN")
    return bare[:12] if len(bare) in (12, 13) else bare[:8] if len(bare) in (8, 9) else bare


def _people(case: Case, documents: tuple[Document, ...], kind: Kind, params: CertificateNumber) -> tuple[str, ...]:
    """The names with a number but for the applicant's: beside the holder's label, and of a shared one on any line."""
    names = [field.text for field in fields(documents, params.holders) if looks_like_name(field.text)]
    if kind.shared:
        names += [one for listing in listings(documents, kind.people) for one in listing.people] if kind.people else []
        names += [one for document in documents for page in document.pages for one in _names_on(page)]
    seen = dict.fromkeys(map(compact, names))
    seen.pop(compact(case.name), None)
    return tuple(seen)[:MOST]


def _names_on(page: Page) -> Iterator[str]:
    for word in (*page.words, *page.second):
        yield from people_in(word.text)


def _award(item: Item | None) -> str | None:
    return item.claim.name if item and item.slot is Slot.AWARD and isinstance(item.claim, Award) else None
