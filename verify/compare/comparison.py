"""Between reading and judging: what other applicants, the platforms' export and the archive say about a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sqlalchemy import Connection

from verify.across import Across, Match, MatchKind, Record
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
from verify.compare.tried import Faults
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
            inks, faults = inks_of(connection, me), Faults()
            sketches = faults.of("reuse.page", lambda: (one for d in case.documents for one in sketch(d)))
            shared = [
                one for check, step in self._steps(connection, case, sketches, me) for one in faults.of(check, step)
            ]
            sheets = Sheets(case.folder, sketches, self._pages, self._store.shingles, letters(shared))
            found = [one for check, step in self._ink_steps(case, inks, me, sheets) for one in faults.of(check, step)]
            matches = tuple(placed(match, case.folder) for match in (*shared, *found))
            archive = faults.of(
                "sanction.integrity_archive", lambda: [breaches_for(connection, self._survey.secret, case)]
            )
        return Across(
            compared=_at_least(self._people.others(me)),
            earlier=self._people.others(me, earlier=True) > 0,
            matches=matches,
            records=self._records(case, faults),
            breaches=archive[0] if archive else None,
            blind=places(inks, "blind"),
            alike=places(inks, "alike"),
            thin=thin_pages(case, sketches, self._pages),
            persons=self._people.persons(me, (one.whose for one in matches if one.kind is MatchKind.SEAL)),
            faults=faults.told,
            documents=self._elsewhere.documents(matches),
        )

    def _records(self, case: Case, faults: Faults) -> tuple[Record, ...] | None:
        registry = self._registry
        return faults.of("project.record_agrees", lambda: records_for(case, registry)) if registry else None

    def _steps(
        self, connection: Connection, case: Case, sketches: Sequence[PageSketch], me: int
    ) -> Iterator[tuple[str, Callable[[], Iterable[Match]]]]:
        """Every kind's matches by the check that judges them, in the order of the kinds."""
        whose, notice = partial(self._people.whose, me), self._survey.notice
        person = self._people.everyone[me].person
        apart, said = partial(self._people.apart, me), terms(notice)
        page = self._store.page

        def same_numbers() -> Iterable[Match]:
            mine = numbers(case, notice)
            keys = [number.folded for number in mine]
            return match_numbers(case, mine, others_numbers(connection, me, keys, whose), apart)

        def same_roles() -> Iterable[Match]:
            mine = roles(case, notice)
            return match_roles(case, mine, others_roles(connection, me, mine, whose), notice, apart)

        yield "reuse.file", lambda: match_files(case, self._store.files, said, person=person)
        yield "reuse.page", lambda: match_pages(case, sketches, self._pages, page, said, applicant=me, person=person)
        yield "reuse.certificate_number", same_numbers
        yield "reuse.project_role", same_roles

    def _ink_steps(
        self, case: Case, inks: Mapping[str, InkSketches], me: int, sheets: Sheets
    ) -> Iterator[tuple[str, Callable[[], Iterable[Match]]]]:
        """What agrees in pixels: the ink of seals, and photos."""
        own = self._people.selves(me).__contains__

        def same_photos() -> Iterator[Match]:
            for match in match_photos(case, inks, self._photos, own):
                doubt = photo_doubt(case.name, match.whose.name, self._people.apart(me, match.whose))
                yield replace(match, explained=doubt)

        yield "reuse.seal", lambda: match_seals(case, inks, self._seals, own, sheets.relation)
        yield "reuse.page", same_photos


def _at_least(others: int) -> int:
    """How many others there are, told in steps: each newcomer would otherwise change what everybody's report says."""
    return max(step for step in STEPS if step <= others)
