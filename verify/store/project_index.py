"""Names of projects found by pairs of neighbouring characters: SQLite's own trigrams find no two-character query.

A name is indexed once for those who claim it and once for the export's rows, so that few claims are not lost among a
million rows. The index keeps no text: FTS5, contentless, without positions.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import islice, pairwise
from typing import Literal

from sqlalchemy import Boolean, Column, Connection, Integer, Table, Text, bindparam, event, false, func, select, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.schema import DDL

from verify.store.database import METADATA

Kind = Literal["claims", "records"]
KINDS: tuple[Kind, ...] = ("claims", "records")

NAMES = Table(
    "project_names",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("folded", Text, nullable=False, unique=True),
    Column("claims", Boolean, nullable=False, server_default=false()),
    Column("records", Boolean, nullable=False, server_default=false()),
)
"""Each name once, as verify.project_names.fold writes it, and in which of the two indexes it is."""

PAIRS = Table(
    "project_pairs",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("pair", Text, primary_key=True),
    Column("names", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many names hold a pair: rare ones find a project, common ones (工程) do not."""

for _kind in KINDS:
    event.listen(
        METADATA,
        "after_create",
        DDL(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS project_{_kind}_index "
            "USING fts5(pairs, content='', detail='none', columnsize=0, tokenize='ascii')"
        ),  # type: ignore[no-untyped-call]
    )

BUDGET = 10_000
"""Names that the rare pairs of a query may bring up, before they are weighed."""

WEIGHED = 400
"""Names kept, by the weight of the pairs that they share with the query."""

TELLING = 8
"""So many of the rarest pairs bring names up; a slip of one character costs two of them."""

SURE = 4
"""So many of the rarest pairs must all be there where every pair is common."""

ALL_THERE = 1_000_000
"""More weight than pairs can have: names with all the rarest pairs come first."""

_CHUNK = 500


def pairs(folded: str) -> set[str]:
    """Neighbouring characters; the one character of a shorter text stands for none."""
    return {a + b for a, b in pairwise(folded)}


def name_ids(connection: Connection, kind: Kind, names: Iterable[str]) -> dict[str, int]:
    """The row of each folded name, made and indexed for `kind` where it was not."""
    found: dict[str, int] = {}
    rest = iter(dict.fromkeys(names))
    while chunk := list(islice(rest, _CHUNK)):
        connection.execute(insert(NAMES).on_conflict_do_nothing(), [{"folded": name} for name in chunk])
        wanted = select(NAMES.c.id, NAMES.c.folded, NAMES.c[kind]).where(NAMES.c.folded.in_(chunk))
        rows = connection.execute(wanted).all()
        found |= {row.folded: row.id for row in rows}
        _index(connection, kind, {row.id: row.folded for row in rows if not row[2]})
    return found


def candidates(connection: Connection, kind: Kind, folded: str) -> list[int]:
    """Names that may be meant, by the weight of the rare pairs that they share with the query: WEIGHED at most."""
    held = _held(connection, kind, pairs(folded))
    rare = sorted((pair for pair, names in held.items() if names), key=lambda pair: (held[pair], pair))
    if not rare:
        return []
    weights, votes, left = _weights(connection, held), Counter[int](), BUDGET
    for row in _matching(connection, kind, " AND ".join(map(_quoted, rare[:SURE])), WEIGHED):
        votes[row] = ALL_THERE
    for pair in rare[:TELLING]:
        if left < min(held[pair], BUDGET):
            break
        for row in _matching(connection, kind, _quoted(pair), left):
            votes[row] += weights[pair]
        left -= held[pair]
    return [row for row, _ in votes.most_common(WEIGHED)]


def weights_of(connection: Connection, kind: Kind, wanted: Collection[str]) -> dict[str, int]:
    """How telling each pair is: inverse document frequency (Spärck Jones 1972), smoothed."""
    return _weights(connection, _held(connection, kind, wanted))


def _weights(connection: Connection, held: Mapping[str, int]) -> dict[str, int]:
    total = connection.execute(select(func.max(NAMES.c.id))).scalar() or 0
    return {pair: round(1_000 * math.log(1 + (total + 1) / (names + 0.5))) for pair, names in held.items()}


def _held(connection: Connection, kind: Kind, wanted: Collection[str]) -> dict[str, int]:
    query = select(PAIRS.c.pair, PAIRS.c.names).where(PAIRS.c.kind == kind, PAIRS.c.pair.in_(wanted))
    known = {row.pair: row.names for row in connection.execute(query)}
    return {pair: known.get(pair, 0) for pair in wanted}


def _matching(connection: Connection, kind: Kind, query: str, most: int) -> list[int]:
    """Names by the index, as one text of a database row: thousands of rows of one number each cost ten times more."""
    index = f"project_{kind}_index"
    found = text(f"SELECT group_concat(rowid) FROM (SELECT rowid FROM {index} WHERE {index} MATCH :query LIMIT :most)")
    rows = connection.execute(found, {"query": query, "most": most}).scalar()
    return [int(row) for row in rows.split(",")] if rows else []


def _index(connection: Connection, kind: Kind, names: Mapping[int, str]) -> None:
    if not names:
        return
    rows = [{"id": row, "pairs": " ".join(map(_token, sorted(pairs(name))))} for row, name in names.items()]
    connection.execute(text(f"INSERT INTO project_{kind}_index (rowid, pairs) VALUES (:id, :pairs)"), rows)
    counted = Counter(pair for name in names.values() for pair in pairs(name))
    put = insert(PAIRS).values(kind=kind, pair=bindparam("pair"), names=bindparam("more"))
    put = put.on_conflict_do_update(index_elements=["kind", "pair"], set_={"names": PAIRS.c.names + put.excluded.names})
    connection.execute(put, [{"pair": pair, "more": more} for pair, more in counted.items()])
    connection.execute(
        NAMES.update().where(NAMES.c.id == bindparam("row")).values({kind: True}), [{"row": row} for row in names]
    )


def _quoted(pair: str) -> str:
    return f'"{_token(pair)}"'


def _token(pair: str) -> str:
    """A pair in letters that every tokenizer takes for one word, whatever characters it knows."""
    return "x".join(f"{ord(char):x}" for char in pair)
