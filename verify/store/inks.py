"""The store's sketches of seals and photos: what is needed to find them again, and no picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import Boolean, Column, Connection, Float, Integer, LargeBinary, String, Table, delete, insert, select

from verify.across import Whose
from verify.model import Case, Slot
from verify.sketches import InkSketches, PhotoSketch, SealSketch, StoredPhoto, StoredSeal
from verify.store.database import METADATA
from verify.store.names import Name

SEALS = Table(
    "ink_seals",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("applicant", Integer, nullable=False, index=True),
    Column("file", Name, nullable=False),
    Column("sha256", String, nullable=False),
    Column("page", Integer, nullable=False),
    Column("box", String, nullable=False),
    Column("title", String, nullable=False),
    Column("radius", Float, nullable=False),
    Column("state", String, nullable=False),
    Column("bucket", String, nullable=False, index=True),
    Column("blob", LargeBinary, nullable=False),
)

PHOTOS = Table(
    "photo_sketches",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("applicant", Integer, nullable=False, index=True),
    Column("file", Name, nullable=False),
    Column("sha256", String, nullable=False),
    Column("portrait", Boolean, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("frames", LargeBinary, nullable=False),
)


def bucket(seal: SealSketch) -> str:
    """Seals of one bucket may share their ink: of one colour, with sketches that can be compared; "" for the others."""
    return seal.colour if seal.blob else ""


def put_inks(connection: Connection, applicant: int, case: Case, sketches: Mapping[str, InkSketches]) -> None:
    """Replaces what is kept of an applicant; `sketches` are by file, those of unknown files are left out."""
    documents = {document.file: document for document in case.documents}
    known = [(documents[file], found) for file, found in sketches.items() if file in documents]
    for table in (SEALS, PHOTOS):
        connection.execute(delete(table).where(table.c.applicant == applicant))
    seals = [
        {
            "applicant": applicant, "file": document.file, "sha256": document.sha256, "page": seal.page,
            "box": ",".join(map(str, seal.box)), "title": seal.title, "radius": seal.radius, "state": seal.state,
            "bucket": bucket(seal), "blob": seal.blob,
        }
        for document, found in known
        for seal in found.seals
    ]  # fmt: skip
    photos = [
        {
            "applicant": applicant, "file": document.file, "sha256": document.sha256,
            "portrait": document.slot is Slot.PHOTO, "hash": found.photo.hash,
            "frames": found.photo.frames,
        }
        for document, found in known
        if found.photo
    ]  # fmt: skip
    for table, rows in ((SEALS, seals), (PHOTOS, photos)):
        if rows:
            connection.execute(insert(table), rows)


def get_seals(
    connection: Connection, whose: Callable[[int], Whose], buckets: Iterable[str], but: int | None = None
) -> tuple[StoredSeal, ...]:
    """The comparable seals of some buckets, of all applicants but one."""
    wanted = sorted({one for one in buckets if one})
    query = select(SEALS).where(SEALS.c.bucket.in_(wanted)).order_by(SEALS.c.id)
    rows = connection.execute(query if but is None else query.where(SEALS.c.applicant != but))
    return tuple(
        StoredSeal(whose(row.applicant), row.file, row.sha256, row.page, _box(row.box), row.title, row.blob)
        for row in rows
    )


def inks_of(connection: Connection, applicant: int) -> dict[str, InkSketches]:
    """One applicant's own sketches by file, as they were put; of a seal that cannot be compared the colour is lost."""
    found = dict[str, InkSketches]()
    for row in connection.execute(select(SEALS).where(SEALS.c.applicant == applicant).order_by(SEALS.c.id)):
        before = found.get(row.file, InkSketches())
        seal = SealSketch(row.page, _box(row.box), row.radius, row.title, row.bucket, row.state, row.blob)
        found[row.file] = InkSketches((*before.seals, seal))
    for row in connection.execute(select(PHOTOS).where(PHOTOS.c.applicant == applicant).order_by(PHOTOS.c.id)):
        found[row.file] = InkSketches(found.get(row.file, InkSketches()).seals, PhotoSketch(row.hash, row.frames))
    return found


def get_photos(
    connection: Connection, whose: Callable[[int], Whose], but: int | None = None
) -> tuple[StoredPhoto, ...]:
    """The kept photos of all applicants but one."""
    query = select(PHOTOS).order_by(PHOTOS.c.id)
    rows = connection.execute(query if but is None else query.where(PHOTOS.c.applicant != but))
    return tuple(
        StoredPhoto(whose(row.applicant), row.file, row.sha256, row.portrait, row.hash, row.frames) for row in rows
    )


def _box(text: str) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = (int(side) for side in text.split(","))
    return x0, y0, x1, y1
