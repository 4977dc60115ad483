"""Between reading and judging: what other applicants, the platforms' export and the archive say about a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import Connection

from verify.across import Across, Match, Whose
from verify.compare.breaches import breaches_for
from verify.compare.elsewhere import Elsewhere, placed
from verify.compare.number_matches import match_numbers
from verify.compare.numbers import numbers
from verify.compare.records import records_for
from verify.compare.role_matches import match_roles
from verify.compare.roles import roles
from verify.compare.survey import Survey
from verify.model import Case
from verify.registry.registry import Registry
from verify.state import digest
from verify.store.applicants import everyone, same_person
from verify.store.archive_log import last_digest
from verify.store.numbers import others_numbers
from verify.store.roles import others_roles


class Comparison:
    """The store as it stands after the first pass, and a platform's export or None.

    `world` is a digest of all that a case is compared with.
    """

    def __init__(self, survey: Survey, elsewhere: Elsewhere, registry: Registry | None = None) -> None:
        self._survey = survey
        self._elsewhere = elsewhere
        self._registry = registry
        with survey.engine.connect() as connection:
            self._everyone = everyone(connection)
            known = repr([*self._everyone.values()]).encode("utf-8", "surrogatepass")
            self.world = digest(known, last_digest(connection).encode(), (registry.digest if registry else "").encode())
        self._ids = {(one.batch, one.folder): number for number, one in self._everyone.items()}

    def of(self, case: Case) -> Across:
        """All that was found for one applicant, whom the first pass has put into the store."""
        me = self._ids[self._survey.key, case.folder]
        mine = self._everyone[me]
        others = [one for one in self._everyone.values() if one.batch != mine.batch]
        with self._survey.engine.connect() as connection:
            matches = tuple(placed(match, case.folder) for match in self._matches(connection, case, me))
            breaches = breaches_for(connection, self._survey.secret, case)
        return Across(
            compared=any(not same_person(mine, one) for one in self._everyone.values()),
            earlier=any(not same_person(mine, one) for one in others),
            matches=matches,
            records=records_for(case, self._registry) if self._registry else None,
            breaches=breaches,
            documents=self._elsewhere.documents(matches),
        )

    def _matches(self, connection: Connection, case: Case, me: int) -> Iterator[Match]:
        """Every kind's matches, in the order of the kinds."""
        whose, notice = self._whose(me), self._survey.notice
        my_numbers, my_roles = numbers(case, notice), roles(case, notice)
        keys = [number.folded for number in my_numbers]
        yield from match_numbers(case, my_numbers, others_numbers(connection, me, keys, whose))
        yield from match_roles(case, my_roles, others_roles(connection, me, my_roles, whose), notice)

    def _whose(self, me: int) -> Callable[[int], Whose | None]:
        """Who another applicant is; None for the same person, with whom nobody is compared."""
        mine = self._everyone[me]

        def whose(other: int) -> Whose | None:
            one = self._everyone.get(other)
            return one.whose(mine.batch) if one and not same_person(mine, one) else None

        return whose
