"""A project looked up by its name, however it is written: 标段, brackets, the place before it, a slip of a reader."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, Select, Table, func, select

from checks.platform_numbers import decode
from verify.across import Record
from verify.errors import UsageError
from verify.lang import tr
from verify.project_names import ProjectName, number_key, taken_apart
from verify.registry.registry import Entry, record_of
from verify.store.applicants import APPLICANTS
from verify.store.project_index import KINDS, NAMES, Kind, candidates, pairs, weights_of
from verify.store.projects import CLAIMS, RECORDS, sources

LIMIT = 20
"""Names shown, if no other number is asked for."""

SHORT = 3
"""A query of at most so many characters must stand in the name as it is."""

ALIKE = 55.0
"""Names below this score are other projects."""

HOLDS = 90.0
"""Score from which on a name holds the query, letter for letter."""

CLOSER = 40
"""Names that are looked at more closely, if no more are to be shown: so many by telling pairs, so many by letters."""

DIGITS = 16
"""Of a project's registry number."""

MOST = 50
"""Claims, and rows, of one name that are shown."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """One applicant's claim; `files` are its evidence, relative to their folder.

    `batch` is the batch's folder, as the store knows it, `label` the name that people know it by.
    """

    batch: str
    label: str
    folder: str
    person: str
    project: str
    role: str | None
    employer: str | None
    number: str | None
    started: str
    completed: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that may be the one asked for, with `score` 0..100, who claims it and what the exports say.

    `claims` also has those under other names with the same registry number.
    """

    project: str
    score: float
    claims: tuple[Claimed, ...] = ()
    records: tuple[Record, ...] = ()


def search(connection: Connection, name: str, limit: int = LIMIT) -> tuple[Hit, ...]:
    """The names most like `name`, best first; raises UsageError for fewer than two letters."""
    wanted = taken_apart(name)
    if len(wanted.folded) < 2:
        raise UsageError(
            tr(
                f"项目名称“{name}”太短，请至少输入两个字",
                f"The name {name!r} is too short; give at least two characters",
            )
        )
    scores: dict[int, float] = {}
    for kind in KINDS:
        found = _scored(connection, kind, wanted, max(limit, CLOSER))
        scores |= {row: found[row] for row in sorted(found, key=lambda row: (-found[row], row))[:limit]}
    best = list(scores)
    claims, records = _claims(connection, best), _records(connection, best)
    hits = [
        Hit((claims[row] or records[row])[0].project, round(scores[row], 1), claims[row], records[row])
        for row in best
        if claims[row] or records[row]  # what was claimed once may be no more
    ]
    return tuple(_by_number(sorted(hits, key=_rank))[:limit])


def _by_number(hits: list[Hit]) -> list[Hit]:
    """Claims of one registry number with the first name that has it, each keeping its own spelling.

    A name from which all claims go takes its rows along.
    """
    first: dict[str, int] = {}
    claims: list[list[Claimed]] = [[] for _ in hits]
    records: list[list[Record]] = [[] for _ in hits]
    for at, hit in enumerate(hits):
        places = [first.setdefault(number, at) if (number := _valid(claim)) else at for claim in hit.claims]
        for claim, place in zip(hit.claims, places, strict=True):
            claims[place].append(claim)
        records[at if at in places or not places else places[0]] += hit.records
    held = zip(hits, claims, records, strict=True)
    return [replace(hit, claims=tuple(c), records=tuple(r)) for hit, c, r in held if c or r]


def _valid(claim: Claimed) -> str | None:
    """The claim's registry number for comparing, where it is one; what is none may be anybody's (0, 无)."""
    number = number_key(claim.number)
    return number if decode(number, None).level in ("good", "unsure") and len(number) == DIGITS else None


def _rank(hit: Hit) -> tuple[float, bool, float, str]:
    """Of names that hold the query, claimed ones come first, or few claims were lost among many rows."""
    return -min(hit.score, HOLDS) if hit.score < 100 else -hit.score, not hit.claims, -hit.score, hit.project


def _scored(connection: Connection, kind: Kind, wanted: ProjectName, most: int) -> dict[int, float]:
    rows = candidates(connection, kind, wanted.folded)
    ids = func.json_each(json.dumps(rows)).table_valued("value")
    names = select(NAMES.c.id, NAMES.c.folded).join(ids, NAMES.c.id == ids.c.value)
    held = {row.id: row.folded for row in connection.execute(names)}
    letters = process.extract(wanted.folded, held, scorer=fuzz.partial_ratio, limit=most)
    closer = dict.fromkeys((*rows[:most], *(row for _, _, row in letters)))
    weights = weights_of(connection, kind, pairs(wanted.stem) or pairs(wanted.folded))
    scores = {row: _score(wanted, held[row], weights) for row in closer}
    return {row: score for row, score in scores.items() if score >= ALIKE}


def _score(wanted: ProjectName, folded: str, weights: Mapping[str, int]) -> float:
    """100 for the same name, 90 and more where the one holds the other, else by telling pairs and by letters."""
    if folded == wanted.folded:
        return 100.0
    if wanted.folded in folded:
        return HOLDS + 9.0 * len(wanted.folded) / len(folded)
    if len(wanted.folded) <= SHORT:
        return 0.0
    other = taken_apart(folded)
    shared = sum(weight for pair, weight in weights.items() if pair in folded)
    telling = 100.0 * shared / (sum(weights.values()) or 1)
    letters = fuzz.partial_ratio if len(wanted.stem) < len(other.stem) else fuzz.ratio
    score = 0.5 * telling + 0.5 * letters(wanted.stem, other.stem)
    return max(0.0, min(score, 89.0) - (5.0 if wanted.parts and other.parts and wanted.parts != other.parts else 0.0))


def _claims(connection: Connection, rows: list[int]) -> dict[int, tuple[Claimed, ...]]:
    """Who claims each name, by the row of the name."""
    found: dict[int, tuple[Claimed, ...]] = dict.fromkeys(rows, ())
    claims = _first(CLAIMS, rows).subquery()
    held = (APPLICANTS.c.batch, APPLICANTS.c.label, APPLICANTS.c.folder, APPLICANTS.c.name.label("person"))
    wanted = select(claims, *held).join(APPLICANTS, APPLICANTS.c.id == claims.c.applicant)
    for row in connection.execute(wanted.order_by(claims.c.name, claims.c.latest)).mappings():
        plain = {name: row[name] for name in Claimed.__slots__ if name != "files"}
        found[row["name"]] += (Claimed(**plain, files=tuple(json.loads(row["files"]))),)
    return found


def _records(connection: Connection, rows: list[int]) -> dict[int, tuple[Record, ...]]:
    """What the exports say of each name, the same row of two exports once, of the later."""
    found: dict[int, dict[Entry, Record]] = {row: {} for row in rows}
    files = sources(connection)
    for row in connection.execute(_first(RECORDS, rows)).mappings():
        entry = Entry(**{name: row[name] for name in Entry._fields})
        found[row["name"]].setdefault(entry._replace(where=""), record_of(entry, files[row["source"]]))
    return {row: tuple(held.values()) for row, held in found.items()}


def _first(table: Table, rows: list[int]) -> Select[tuple[object, ...]]:
    """The latest MOST rows of each name, so that one which thousands share hides no other."""
    latest = func.row_number().over(partition_by=table.c.name, order_by=table.c.id.desc()).label("latest")
    numbered = select(table, latest).where(table.c.name.in_(rows)).subquery()
    return select(numbered).where(numbered.c.latest <= MOST).order_by(numbered.c.name, numbered.c.latest)
