"""Between reading and judging: what other applicants, the platforms' export and the archive say about a case."""

from __future__ import annotations

from sqlalchemy import Engine

from verify.across import Across
from verify.compare.breaches import breaches_for
from verify.compare.elsewhere import Elsewhere
from verify.compare.survey import Survey
from verify.model import Case
from verify.state import digest
from verify.store.applicants import everyone, same_person
from verify.store.archive_log import last_digest


class Comparison:
    """The store as it stands after the first pass, read once. `world` is a digest of all that a case is compared with."""

    def __init__(self, survey: Survey, elsewhere: Elsewhere) -> None:
        self._survey = survey
        self._elsewhere = elsewhere
        with self._engine.connect() as connection:
            self._everyone = everyone(connection)
            known = repr([*self._everyone.values()]).encode("utf-8", "surrogatepass")
            self.world = digest(known, last_digest(connection).encode())

    def of(self, case: Case) -> Across:
        """All that was found for one applicant."""
        mine = self._survey.entry(case)
        others = [other for other in self._everyone.values() if not same_person(mine, other)]
        with self._engine.connect() as connection:
            breaches = breaches_for(connection, self._survey.secret, case)
        return Across(
            compared=bool(others), earlier=any(other.batch != mine.batch for other in others), breaches=breaches
        )

    @property
    def _engine(self) -> Engine:
        return self._survey.engine
