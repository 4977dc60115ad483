"""Listed award titles and issuers on a page, however they are spaced and bracketed, with a few slips or without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import Field

from checks.check import Params
from checks.likeness import allowed, bare, within
from checks.pages import Hit, lines, stamps
from verify.form import Award
from verify.page import Page, Word


class NotForged(Params):
    """Certificate titles that these issuers never gave; a page with a `genuine` issuer is a person's to judge.

    `near_titles` and `near_issuers` are other ways to write them and never accuse; `supporting` are the words for what
    else an issuer may be on a certificate; `papers` are those of what is no certificate; `innocent` titles contain a
    listed one by accident and are left alone. `slips`: names of so many characters are near with so many characters misread.
    """

    issuers: tuple[str, ...]
    titles: tuple[str, ...]
    near_issuers: tuple[str, ...] = ()
    near_titles: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    genuine: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()
    slips: dict[int, int] = Field(default_factory=dict)


def title_on(page: Page, params: NotForged) -> Hit | None:
    """The listed title that a page says, or says almost; one within an innocent title is left alone."""
    hits = (_hits(page, params.titles, params), _hits(page, params.near_titles, params))
    return next((hit for found in hits for hit in found if not _innocent(hit.word.text, params)), None)


def issuer_on(page: Page, params: NotForged) -> Hit | None:
    """The listed issuer that a page says, or says almost; a short form of it only letter by letter."""
    near = next(_hits(page, params.issuers, params), None)
    return near or next((hit for hit in _hits(page, params.near_issuers, params) if hit.level == "exact"), None)


def claims(award: Award, params: NotForged) -> bool:
    """Whether the form says that a listed issuer gave a listed title."""
    titled = _says(award.name, (*params.titles, *params.near_titles), params)
    issued = _says(award.issuer, (*params.issuers, *params.near_issuers), params)
    return titled and issued and not _innocent(award.name or "", params)


def _hits(page: Page, names: Iterable[str], params: NotForged) -> Iterator[Hit]:
    """All places of the names, those in full first."""
    said = [(word, bare(word.text)) for word in (*lines(page), *stamps(page))]
    wanted = tuple(names)
    yield from (Hit("exact", word, name) for name in wanted for word, text in said if bare(name) in text)
    yield from (Hit("near", word, name) for name in wanted for word, text in said if _near(name, text, params))


def _near(name: str, text: str, params: NotForged) -> bool:
    return bool(within(bare(name), text, allowed(bare(name), params.slips)))


def _innocent(text: str, params: NotForged) -> bool:
    said = bare(text)
    return any(within(bare(name), said, allowed(bare(name), params.slips)) is not None for name in params.innocent)


def _says(text: str | None, names: Iterable[str], params: NotForged) -> bool:
    said = bare(text or "")
    return any(bare(name) in said or _near(name, said, params) for name in names)


def alone(text: str) -> Page:
    """A page of one line, to try a name on."""
    return Page(1, 1000, 1000, "text", (Word(text, (0, 0, 1000, 50), 1.0),))
