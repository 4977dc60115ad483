"""Numbers that are one person's, of every applicant: found by their folded form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from sqlalchemy import Boolean, Column, Connection, Integer, RowMapping, String, Table, insert, select

from verify.across import Whose
from verify.compare.number_matches import StoredNumber
from verify.compare.numbers import NumberSketch
from verify.store.applicants import APPLICANT
from verify.store.database import METADATA
from verify.store.shown import columns, kept, listed, packed, parted, unpacked

MANY = 500
"""So many keys are asked for at a time; SQLite bounds the variables of a statement."""

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
    """Every number with one of these folded forms of another applicant, in the order of keeping.

    `whose` says who an applicant is, and None for one who is not to be compared (the same person, or of a batch that does not count).
    """
    found: list[tuple[int, StoredNumber]] = []
    rest = iter(sorted(set(keys)))
    while some := list(islice(rest, MANY)):
        query = select(NUMBERS).where(NUMBERS.c.folded.in_(some), NUMBERS.c.applicant != applicant)
        for row in connection.execute(query).mappings():
            if other := whose(row[APPLICANT]):
                found.append((row["id"], StoredNumber(other, _sketch(row))))
    return tuple(stored for _, stored in sorted(found, key=lambda pair: pair[0]))


def _row(applicant: int, sketch: NumberSketch) -> dict[str, object]:
    plain = {name: getattr(sketch, name) for name in ("kind", "name", "exact", "folded", "sure", "own", "shared")}
    return {
        "applicant": applicant,
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
