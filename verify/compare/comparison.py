"""Between reading and judging: what other applicants, the platforms' export and the archive say about a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sqlalchemy import Connection

from verify.across import Across, Match, MatchKind
from verify.compare.breaches import breaches_for
from verify.compare.elsewhere import Elsewhere, placed
from verify.compare.files import match_files
from verify.compare.namesakes import photo_doubt
from verify.compare.number_matches import match_numbers
from verify.compare.numbers import numbers
from verify.compare.page_match import match_pages, thin_pages
from verify.compare.page_sketch import sketch
from verify.compare.people import People
from verify.compare.photo_match import match_photos
from verify.compare.reader import StoreReader
from verify.compare.records import records_for
from verify.compare.role_matches import match_roles
from verify.compare.roles import roles
from verify.compare.seal_match import match_seals, places
from verify.compare.sheets import Sheets, letters
from verify.compare.survey import Survey
from verify.compare.terms import terms
from verify.digest import digest
from verify.model import Case
from verify.registry.registry import Registry
from verify.sketches import InkSketches, PageSketch
from verify.store.applicants import everyone
from verify.store.archive_log import last_digest
from verify.store.inks import inks_of
from verify.store.numbers import others_numbers
from verify.store.roles import others_roles

STEPS = (0, 1, 2, 3, 4, 5, 10, 30, 100, 1_000, 10_000)


class Comparison:
    """The store as it stands after the first pass, and a platform's export or None.

    `world` is a digest of all that a case is compared with.
    """

    def __init__(self, survey: Survey, elsewhere: Elsewhere, registry: Registry | None = None) -> None:
        self._survey = survey
        self._elsewhere = elsewhere
        self._registry = registry
        with survey.engine.connect() as connection:
            self._people = People(everyone(connection), survey.key)
            known = repr([*self._people.everyone.values()]).encode("utf-8", "surrogatepass")
            self.world = digest(known, last_digest(connection).encode(), (registry.digest if registry else "").encode())
        self._store = StoreReader(survey.engine, self._people)
        self._pages = self._store.index()
        self._seals, self._photos = self._store.seals(), self._store.photos()

    def of(self, case: Case) -> Across:
        """All that was found for one applicant, whom the first pass has put into the store."""
        me = self._people.id_of(case.folder)
        with self._store.connected() as connection:
            inks = inks_of(connection, me)
            sketches = [one for document in case.documents for one in sketch(document)]
            shared = tuple(self._matches(connection, case, sketches, me))
            sheets = Sheets(case.folder, sketches, self._pages, self._store.shingles, letters(shared))
            found = (*shared, *self._ink_matches(case, inks, me, sheets))
            matches = tuple(placed(match, case.folder) for match in found)
            breaches = breaches_for(connection, self._survey.secret, case)
        return Across(
            compared=_at_least(self._people.others(me)),
            earlier=self._people.others(me, earlier=True) > 0,
            matches=matches,
            records=records_for(case, self._registry) if self._registry else None,
            breaches=breaches,
            blind=places(inks, "blind"),
            alike=places(inks, "alike"),
            thin=thin_pages(case, sketches, self._pages),
            persons=self._people.persons(me, (one.whose for one in matches if one.kind is MatchKind.SEAL)),
            documents=self._elsewhere.documents(matches),
        )

    def _matches(self, connection: Connection, case: Case, sketches: Sequence[PageSketch], me: int) -> Iterator[Match]:
        """Every kind's matches, in the order of the kinds."""
        whose, notice = partial(self._people.whose, me), self._survey.notice
        person = self._people.everyone[me].person
        apart, said = partial(self._people.apart, me), terms(notice)
        yield from match_files(case, self._store.files, said, person=person)
        yield from match_pages(case, sketches, self._pages, self._store.page, said, applicant=me, person=person)
        my_numbers, my_roles = numbers(case, notice), roles(case, notice)
        keys = [number.folded for number in my_numbers]
        yield from match_numbers(case, my_numbers, others_numbers(connection, me, keys, whose), apart)
        yield from match_roles(case, my_roles, others_roles(connection, me, my_roles, whose), notice, apart)

    def _ink_matches(self, case: Case, inks: Mapping[str, InkSketches], me: int, sheets: Sheets) -> Iterator[Match]:
        """What agrees in pixels: the ink of seals, and photos."""
        own = self._people.selves(me)
        yield from match_seals(case, inks, self._seals, own.__contains__, sheets.relation)
        for match in match_photos(case, inks, self._photos, own.__contains__):
            yield replace(
                match, explained=photo_doubt(case.name, match.whose.name, self._people.apart(me, match.whose))
            )


def _at_least(others: int) -> int:
    """How many others there are, told in steps: each newcomer would otherwise change what everybody's report says."""
    return max(step for step in STEPS if step <= others)
