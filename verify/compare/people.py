"""Everyone in the store, grouped so that one person's entries are found without asking each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from verify.across import Whose
from verify.store.applicants import Applicant, same_person
from verify.store.secret import same_number


class People:
    """All applicants by id, as the batch whose key is `batch` names them."""

    def __init__(self, everyone: Mapping[int, Applicant], batch: str) -> None:
        self.everyone = everyone
        self._batch = batch
        self._ids = {(one.batch, one.folder): number for number, one in everyone.items()}
        self._of_batch = Counter(one.batch for one in everyone.values())
        self._by_name, self._by_person = (
            defaultdict[str, list[Applicant]](list),
            defaultdict[str, list[Applicant]](list),
        )
        self._by_whose = {one.whose(batch): one for one in everyone.values()}
        for one in everyone.values():
            self._by_name[one.name].append(one)
            if one.person:
                self._by_person[one.person].append(one)

    def id_of(self, folder: str) -> int:
        """The key of an applicant of this batch."""
        return self._ids[self._batch, folder]

    def named(self, applicant: int) -> Whose:
        """Who an applicant is."""
        return self.everyone[applicant].whose(self._batch)

    def key_of(self, whose: Whose) -> int | None:
        """The key of somebody in the store."""
        one = self._by_whose.get(whose)
        return self._ids[one.batch, one.folder] if one else None

    def persons(self, me: int, others: Iterable[Whose]) -> tuple[tuple[Whose, ...], ...]:
        """This applicant and others, in groups of one person's entries: one ID number, or one name without two numbers.

        More is taken for one person than `selves` does, where to count a person twice would hide a doubt.
        """
        keys = {me, *filter(None, map(self.key_of, others))}
        groups = list[list[Applicant]]()
        for one in sorted(
            (self.everyone[key] for key in keys), key=lambda one: (not one.person, one.batch, one.folder)
        ):
            group = next((group for group in groups if any(_may_be_one(one, other) for other in group)), None)
            if group is None:
                groups.append([one])
            else:
                group.append(one)
        return tuple(tuple(one.whose(self._batch) for one in group) for group in groups)

    def whose(self, me: int, other: int) -> Whose | None:
        """Who another applicant is; None for the same person, with whom nobody is compared."""
        one = self.everyone.get(other)
        return one.whose(self._batch) if one and not same_person(self.everyone[me], one) else None

    def selves(self, me: int) -> frozenset[Whose]:
        """All entries of one person, in this batch and in earlier ones."""
        return frozenset(one.whose(self._batch) for one in self._selves(me))

    def apart(self, me: int, whose: Whose) -> bool:
        """Whether this applicant and another have two ID numbers, each well formed."""
        other = self._by_whose.get(whose)
        return other is not None and same_number(self.everyone[me].person, other.person) is False

    def others(self, me: int, earlier: bool = False) -> int:
        """How many entries are other people's; with `earlier`, of other batches alone."""
        mine = self.everyone[me]
        elsewhere = self._of_batch.total() - self._of_batch[mine.batch]
        selves = self._selves(me)
        if earlier:
            return elsewhere - sum(one.batch != mine.batch for one in selves)
        return len(self.everyone) - len(selves)

    def _selves(self, me: int) -> list[Applicant]:
        """One person's entries have one ID number or one name (same_person)."""
        mine = self.everyone[me]
        near = [*self._by_name[mine.name], *(self._by_person[mine.person] if mine.person else ())]
        return [one for one in dict.fromkeys(near) if same_person(mine, one)]


def _may_be_one(one: Applicant, other: Applicant) -> bool:
    same = same_number(one.person, other.person)
    return one.name == other.name if same is None else same
