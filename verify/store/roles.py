"""Sole roles in projects, of every applicant: found by the project's folded name or its number."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Integer,
    RowMapping,
    String,
    Table,
    insert,
    or_,
    select,
)

from verify.across import Whose
from verify.dates import PartialDate
from verify.sketches import RoleSketch, StoredRole
from verify.store.applicants import APPLICANT
from verify.store.database import METADATA
from verify.store.shown import columns, listed, packed, parted, unpacked

ROLES = Table(
    "roles",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column(APPLICANT, Integer, nullable=False, index=True),
    Column("project", String, nullable=False),
    Column("folded", String, index=True),
    Column("number", String, index=True),
    Column("role", String, nullable=False),
    Column("said", String, nullable=False),
    *columns(),
    Column("employer", String),
    Column("started", String),
    Column("completed", String),
    Column("platform", Boolean, nullable=False),
    Column("changed", Boolean, nullable=False),
    Column("people", String),
)

MANY = 500
"""So many others in one project are looked at."""

_PLAIN = ("project", "role", "number", "employer", "platform", "changed")


def put_roles(connection: Connection, applicant: int, sketches: Iterable[RoleSketch]) -> None:
    """Keep an applicant's roles, who was put anew: what was kept of them before is gone."""
    rows = [_row(applicant, sketch) for sketch in sketches]
    if rows:
        connection.execute(insert(ROLES), rows)


def others_roles(
    connection: Connection, applicant: int, mine: Iterable[RoleSketch], whose: Callable[[int], Whose | None]
) -> tuple[StoredRole, ...]:
    """Every role in a project that one of `mine` is in, by name or number, of another applicant; `whose` as for numbers."""
    found: dict[int, StoredRole] = {}
    for role in mine:
        same = [column == key for column, key in ((ROLES.c.folded, role.folded), (ROLES.c.number, role.number)) if key]
        query = select(ROLES).where(or_(*same), ROLES.c.applicant != applicant) if same else None
        for row in connection.execute(query.order_by(ROLES.c.id).limit(MANY)).mappings() if query is not None else ():
            if other := whose(row[APPLICANT]):
                found[row["id"]] = StoredRole(other, _sketch(row))
    return tuple(found[id] for id in sorted(found))


def _row(applicant: int, sketch: RoleSketch) -> dict[str, object]:
    days = {name: str(day) if (day := getattr(sketch, name)) else None for name in ("started", "completed")}
    plain = {name: getattr(sketch, name) for name in _PLAIN}
    more = {"folded": sketch.folded or None, "people": listed(sketch.people), "said": _said(sketch)}
    return {APPLICANT: applicant, **plain, **days, **more, **packed(sketch.shown)}


def _said(sketch: RoleSketch) -> str:
    """The role as said, what stands in brackets with it and its disciplines, in one column: older stores have the first."""
    return listed((sketch.said, sketch.bracket, *sketch.disciplines)) or ""


def _sketch(row: RowMapping) -> RoleSketch:
    said, *more = parted(row["said"])
    bracket, disciplines = (more[0], tuple(more[1:])) if more else ("", ())
    return RoleSketch(
        said=said, bracket=bracket, disciplines=disciplines,
        shown=unpacked(row), folded=row["folded"] or "", people=parted(row["people"]),
        started=_day(row["started"]), completed=_day(row["completed"]), **{name: row[name] for name in _PLAIN},
    )  # fmt: skip


def _day(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
