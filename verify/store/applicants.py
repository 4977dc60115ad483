"""The applicants that the store knows, batch by batch, and what hangs on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Integer, String, Table, UniqueConstraint, delete, insert, select

from verify.across import Whose
from verify.store.database import METADATA
from verify.store.names import Name
from verify.store.secret import same_number

APPLICANT = "applicant"
"""Name of the column by which other tables hang on an applicant; their rows go when the applicant is put anew."""

APPLICANTS = Table(
    "applicants",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("batch", String, nullable=False),  # the batch's folder
    Column("label", String, nullable=False),  # its name, as people know it
    Column("folder", Name, nullable=False),
    Column("name", String, nullable=False),
    Column("employer", String),
    Column("person", String),  # Secret.of the ID number, after DOUBTFUL where that is not well formed
    Column("digest", String, nullable=False),  # of the files and of what reads them
    UniqueConstraint("batch", "folder"),
)


@dataclass(frozen=True, slots=True)
class Applicant:
    """One applicant of one batch; `batch` is its folder's path, `label` the name people know it by."""

    batch: str
    label: str
    folder: str
    name: str
    employer: str | None
    person: str | None
    digest: str

    def whose(self, batch: str) -> Whose:
        """How reports of `batch` name this applicant."""
        return Whose(self.folder, self.name, self.employer, None if self.batch == batch else self.label)


def put(connection: Connection, applicant: Applicant) -> int:
    """Store an applicant, in place of what was known of them; returns the id for the other tables' rows."""
    _remove(connection, _ids(connection, applicant.batch, [applicant.folder]))
    values = {name: getattr(applicant, name) for name in APPLICANTS.columns.keys() if name != "id"}  # noqa: SIM118
    return int(connection.execute(insert(APPLICANTS).values(values).returning(APPLICANTS.c.id)).scalar_one())


def keep_only(connection: Connection, batch: str, folders: Iterable[str]) -> None:
    """Forget the applicants of a batch whose folders are no longer there."""
    gone = set(digests(connection, batch)) - set(folders)
    _remove(connection, _ids(connection, batch, sorted(gone)))


def digests(connection: Connection, batch: str) -> dict[str, str]:
    """What was known of a batch: the digest of each applicant's folder."""
    query = select(APPLICANTS.c.folder, APPLICANTS.c.digest).where(APPLICANTS.c.batch == batch)
    return {row.folder: row.digest for row in connection.execute(query)}


def everyone(connection: Connection) -> dict[int, Applicant]:
    """All applicants by id, in the order of batch and folder."""
    query = select(APPLICANTS).order_by(APPLICANTS.c.batch, APPLICANTS.c.folder)
    return {row.id: Applicant(*row[1:]) for row in connection.execute(query)}


def same_person(one: Applicant, other: Applicant) -> bool:
    """Whether two entries are one person's, as far as can be told: what is shared between them accuses nobody.

    The ID numbers decide where both are known and well formed; else the name with the folder or the employer.
    """
    same = same_number(one.person, other.person)
    if same is not None:
        return same
    return one.name == other.name and (one.folder == other.folder or one.employer == other.employer)


def _ids(connection: Connection, batch: str, folders: list[str]) -> list[int]:
    if not folders:
        return []
    ids: list[int] = []
    for folder in folders:
        query = select(APPLICANTS.c.id).where(APPLICANTS.c.batch == batch, APPLICANTS.c.folder == folder)
        ids += connection.execute(query).scalars()
    return ids


def _remove(connection: Connection, ids: list[int]) -> None:
    for table in METADATA.tables.values():
        column = APPLICANTS.c.id if table is APPLICANTS else table.c.get(APPLICANT)
        if column is not None:
            for identity in ids:
                connection.execute(delete(table).where(column == identity))
