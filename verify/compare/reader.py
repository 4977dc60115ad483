"""The store as matchers ask it: where a page or a file is, whose, what it is claimed for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine

from verify.across import Whose
from verify.compare.page_index import PageIndex, Row, build
from verify.compare.people import People
from verify.compare.photo_match import KeptPhotos
from verify.compare.seal_match import Kept
from verify.compare.stored import Stored
from verify.read.seals.ink import INKS
from verify.store.inks import get_photos, get_seals
from verify.store.pages import Kept as KeptPage
from verify.store.pages import files_with, page_of, page_rows, page_shingles, shingles_at
from verify.store.works import work_of


@dataclass(slots=True)
class StoreReader:
    """Answers for one batch, as its `people` are named."""

    engine: Engine
    people: People
    _held: Connection | None = field(default=None, init=False)

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """The store, opened once for all that is asked within: opening it takes longer than most answers."""
        if self._held:
            yield self._held
            return
        with self.engine.connect() as connection:
            self._held = connection
            try:
                yield connection
            finally:
                self._held = None

    def seals(self) -> Kept:
        """Every seal in the store whose ink can be compared."""
        with self.connected() as connection:
            return Kept(get_seals(connection, self.people.named, INKS))

    def photos(self) -> KeptPhotos:
        """Every photo in the store."""
        with self.connected() as connection:
            return KeptPhotos(get_photos(connection, self.people.named))

    def index(self) -> PageIndex:
        """The index of every page in the store."""
        return build(self._rows, self._shingles)

    def page(self, key: int) -> Stored:
        """A page by its key in the index."""
        with self.connected() as connection:
            kept = page_of(connection, key)
        if kept is None:
            raise LookupError(f"page {key} is in the index and not in the store")
        return self._stored(kept)

    def shingles(self, whose: Whose, file: str, page: int) -> bytes:
        """The shingles of somebody's page; b"" where there are none."""
        applicant = self.people.key_of(whose)
        if applicant is None:
            return b""
        with self.connected() as connection:
            return shingles_at(connection, applicant, file, page)

    def files(self, sha256: str) -> list[Stored]:
        """Every file with these bytes, verify.store.pages.MANY at most."""
        with self.connected() as connection:
            return [self._stored(kept) for kept in files_with(connection, sha256)]

    def _stored(self, kept: KeptPage) -> Stored:
        with self.connected() as connection:
            title, role, number = work_of(connection, kept.applicant, kept.item)
        return Stored(
            self.people.named(kept.applicant), kept.file, kept.page, kept.slot, kept.item, title, role, number,
            person=self.people.everyone[kept.applicant].person, excerpt=kept.excerpt,
        )  # fmt: skip

    def _rows(self) -> Iterator[Row]:
        with self.connected() as connection:
            yield from page_rows(connection)

    def _shingles(self, pages: Sequence[int]) -> Mapping[int, bytes]:
        with self.connected() as connection:
            return page_shingles(connection, pages)
