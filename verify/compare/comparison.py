"""Between reading and judging: what other applicants, the platforms' export and the archive say about a case."""

from __future__ import annotations

import hashlib

from sqlalchemy import Engine

from verify.across import Across
from verify.compare.elsewhere import Elsewhere
from verify.compare.survey import Survey
from verify.model import Case
from verify.store.applicants import Applicant, everyone, same_person


class Comparison:
    """The store as it stands after the first pass, read once. `world` is a digest of all that a case is compared with."""

    def __init__(self, survey: Survey, elsewhere: Elsewhere) -> None:
        self._survey = survey
        self._elsewhere = elsewhere
        with self._engine.connect() as connection:
            self._everyone = everyone(connection)
        self.world = _digest(self._everyone)

    def of(self, case: Case) -> Across:
        """All that was found for one applicant."""
        mine = self._survey.entry(case)
        others = [other for other in self._everyone.values() if not same_person(mine, other)]
        return Across(compared=bool(others), earlier=any(other.batch != mine.batch for other in others))

    @property
    def _engine(self) -> Engine:
        return self._survey.engine


def _digest(everyone: dict[int, Applicant]) -> str:
    total = hashlib.sha256()
    for applicant in everyone.values():
        total.update(repr(applicant).encode("utf-8", "surrogatepass"))
    return total.hexdigest()
