"""Numbers that are one person's, of every applicant: found by their folded form."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import Boolean, Column, Connection, Integer, RowMapping, String, Table, insert, select

from verify.across import Whose
from verify.sketches import NumberSketch, StoredNumber
from verify.store.applicants import APPLICANT
from verify.store.database import METADATA
from verify.store.shown import columns, kept, listed, packed, parted, unpacked

MANY = 500
"""So many others with one number are looked at: a unit's proof, or a recommender's certificate, may lie in all folders."""

NUMBERS = Table(
    "numbers",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column(APPLICANT, Integer, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("exact", String, nullable=False),
    Column("folded", String, nullable=False, index=True),
    *columns(),
    Column("sure", Boolean, nullable=False),
    Column("own", Boolean, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("people", String),
    Column("of", String),
)


def put_numbers(connection: Connection, applicant: int, sketches: Iterable[NumberSketch]) -> None:
    """Keep an applicant's numbers, who was put anew: what was kept of them before is gone."""
    rows = [_row(applicant, sketch) for sketch in sketches]
    if rows:
        connection.execute(insert(NUMBERS), rows)


def others_numbers(
    connection: Connection, applicant: int, keys: Iterable[str], whose: Callable[[int], Whose | None]
) -> tuple[StoredNumber, ...]:
    """Every number of another applicant with one of these folded forms, MANY of each at most.

    `whose` says who an applicant is, and None for one who is not to be compared: the same person.
    """
    found: list[StoredNumber] = []
    for key in sorted(set(keys)):
        query = select(NUMBERS).where(NUMBERS.c.folded == key, NUMBERS.c.applicant != applicant)
        for row in connection.execute(query.order_by(NUMBERS.c.id).limit(MANY)).mappings():
            if other := whose(row[APPLICANT]):
                found.append(StoredNumber(other, _sketch(row)))
    return tuple(found)


def _row(applicant: int, sketch: NumberSketch) -> dict[str, object]:
    plain = {name: getattr(sketch, name) for name in ("kind", "name", "exact", "folded", "sure", "own", "shared")}
    return {
        APPLICANT: applicant,
        **plain,
        **packed(sketch.shown),
        "people": listed(sketch.people),
        "of": kept(sketch.of),
    }


def _sketch(row: RowMapping) -> NumberSketch:
    return NumberSketch(
        row["kind"], row["name"], row["exact"], row["folded"], unpacked(row), row["sure"], row["own"], row["shared"],
        parted(row["people"]), row["of"],
    )  # fmt: skip
