"""The store as matchers ask it: whose a page or a file is, where it stands, what it is claimed for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine

from verify.across import Whose
from verify.compare.page_index import PageIndex, Row, build
from verify.compare.photo_match import StoredPhoto
from verify.compare.seal_match import Kept
from verify.compare.stored import Stored
from verify.read.seals.ink import INKS
from verify.store.applicants import Applicant, same_person
from verify.store.inks import get_photos, get_seals
from verify.store.pages import Kept as KeptPage
from verify.store.pages import files_with, page_of, page_rows, page_shingles
from verify.store.works import work_of


@dataclass(frozen=True, slots=True)
class StoreReader:
    """Answers for the batch whose key is `batch`; `everyone` are all applicants by id."""

    engine: Engine
    batch: str
    everyone: Mapping[int, Applicant]
    _ids: dict[tuple[str, str], int] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._ids.update({(one.batch, one.folder): number for number, one in self.everyone.items()})

    def id_of(self, folder: str) -> int:
        """The key of an applicant of this batch."""
        return self._ids[self.batch, folder]

    def whose(self, me: int, other: int) -> Whose | None:
        """Who another applicant is; None for the same person, with whom nobody is compared."""
        one = self.everyone.get(other)
        return one.whose(self.batch) if one and not same_person(self.everyone[me], one) else None

    def selves(self, me: int) -> frozenset[Whose]:
        """All entries of one person, in this batch and in earlier ones."""
        mine = self.everyone[me]
        return frozenset(one.whose(self.batch) for one in self.everyone.values() if same_person(mine, one))

    def seals(self) -> Kept:
        """Every seal in the store whose ink can be compared."""
        with self.engine.connect() as connection:
            return Kept(get_seals(connection, self._named, INKS))

    def photos(self) -> tuple[StoredPhoto, ...]:
        """Every photo in the store."""
        with self.engine.connect() as connection:
            return get_photos(connection, self._named)

    def _named(self, applicant: int) -> Whose:
        return self.everyone[applicant].whose(self.batch)

    def index(self) -> PageIndex:
        """The index of every page in the store."""
        return build(self._rows, self._shingles)

    def page(self, key: int) -> Stored:
        """A page by its key in the index."""
        with self.engine.connect() as connection:
            kept = page_of(connection, key)
        if kept is None:
            raise LookupError(f"page {key} is in the index and not in the store")
        return self._stored(kept)

    def files(self, sha256: str) -> list[Stored]:
        """Every file with these bytes."""
        with self.engine.connect() as connection:
            found = files_with(connection, sha256)
        return [self._stored(kept) for kept in found]

    def _stored(self, kept: KeptPage) -> Stored:
        one = self.everyone[kept.applicant]
        with self.engine.connect() as connection:
            title, role = work_of(connection, kept.applicant, kept.item)
        return Stored(
            one.whose(self.batch), kept.file, kept.page, kept.slot, kept.item, title, role,
            person=one.person, excerpt=kept.excerpt,
        )  # fmt: skip

    def _rows(self) -> list[Row]:
        with self.engine.connect() as connection:
            return list(page_rows(connection))

    def _shingles(self, pages: Sequence[int]) -> Mapping[int, bytes]:
        with self.engine.connect() as connection:
            return page_shingles(connection, pages)
