"""`hedui projects`: which store and batch are meant, and the answer as text or JSON; ID numbers masked as everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from verify.across import Record
from verify.errors import UsageError
from verify.lang import tr
from verify.mask import tidy
from verify.projects.search import Claimed, Hit, search
from verify.store.applicants import APPLICANTS
from verify.store.database import reading
from verify.store.place import default_store
from verify.store.project_index import NAMES, PAIRS
from verify.store.projects import CLAIMS, RECORDS, SOURCES

_SUFFIX = "-reports"
_CLAIM = ("folder", "person", "project", "role", "employer", "number", "started", "completed")


def answer(out: Path, name: str, store: Path, limit: int) -> tuple[Hit, ...]:
    """The names like `name` in the store; raises UsageError where `out` is no run's output or there is no store."""
    batch_of(out)
    if not store.is_file():
        raise UsageError(
            tr(
                f"还没有数据库 {store}。请先用 hedui run 核对一个批次，或以 --store 指明文件",
                f"There is no store {store} yet; verify a batch with hedui run, or name the file with --store",
            )
        )
    with reading(store, APPLICANTS, CLAIMS, NAMES, PAIRS, SOURCES, RECORDS) as engine, engine.connect() as connection:
        return search(connection, name, limit)


def batch_of(out: Path) -> str:
    """The folder of the batch that an output is of: as its run.json says, else the one that it lies beside."""
    if not (out / "batch.json").is_file():
        raise UsageError(
            tr(
                f"{out} 不是核对结果的文件夹（其中没有 batch.json）。请给出 hedui run 的报告文件夹，如 2024年第一批-reports",
                f"{out} is no output of a run (it holds no batch.json); name the folder that hedui run wrote",
            )
        )
    return _said_of(out, "batch") or str(out.resolve()).removesuffix(_SUFFIX)


def store_of(out: Path) -> Path:
    """The store that the run used: as its run.json says, else the office's."""
    said = _said_of(out, "store")
    return Path(said) if said else default_store()


def _said_of(out: Path, key: str) -> str | None:
    try:
        said = json.loads((out / "run.json").read_bytes()).get(key)
    except (OSError, ValueError, AttributeError):
        return None
    return said if isinstance(said, str) else None


def as_text(hits: Sequence[Hit], name: str, this: str, limit: int) -> str:
    """The answer line by line."""
    lines = [line for number, hit in enumerate(hits, 1) for line in _lines(number, hit, this)]
    if not hits:
        lines = [
            tr(
                f"没有查到与“{name}”相近的项目。查不到不说明业绩不实；可换用名称中较独特的两三个字再查。",
                f"No project like {name!r} was found, which proves nothing; try two or three telling characters of it.",
            )
        ]
    elif len(hits) == limit:
        lines.append(
            tr(f"只列出最相近的 {limit} 个名称，可用 --limit 增加。", f"The {limit} likest names; --limit shows more.")
        )
    return tidy("\n".join(lines))


def as_json(hits: Sequence[Hit], name: str, this: str) -> dict[str, Any]:
    """The answer for programs: `this_batch` tells the claims of the batch asked for from earlier ones."""
    return {"query": tidy(name), "batch": tidy(Path(this).name), "projects": [_hit(hit, this) for hit in hits]}


def _lines(number: int, hit: Hit, this: str) -> Iterator[str]:
    alike = tr("名称相同", "the same name") if hit.score == 100 else tr("相近度", "likeness") + f" {hit.score:.0f}"
    yield f"{number}. {hit.project}（{alike}）"
    for claim in sorted(hit.claims, key=lambda one: one.batch != this):
        yield f"   {tr('申报', 'claimed')}：{_said(_claim(claim, hit), _whose(claim, this))}"
        files = tr("、", ", ").join(claim.files) or tr("没有材料", "no files")
        yield f"      {tr('材料', 'evidence')}：{files}"
    if not hit.claims:
        yield f"   {tr('没有人申报', 'claimed by nobody')}"
    for record in hit.records:
        yield f"   {tr('平台导出', 'export')}：{_said(_parts(record), record.where)}"


def _whose(claim: Claimed, this: str) -> str:
    batch = tr("本批", "this batch") if claim.batch == this else tr("批次 ", "batch ") + claim.label
    return f"{batch} {claim.folder}"


def _claim(claim: Claimed, hit: Hit) -> Iterator[str | None]:
    who, *rest = _parts(claim)
    yield who
    yield tr(f"写作“{claim.project}”", f'written "{claim.project}"') if claim.project != hit.project else None
    yield from rest


def _parts(one: Claimed | Record) -> Iterator[str | None]:
    yield f"{one.person or '？'}（{one.role or tr('未写角色', 'no role')}）"
    yield one.employer if isinstance(one, Claimed) else one.unit
    yield one.number
    if one.started or one.completed:
        yield f"{one.started or '?'} {tr('至', 'to')} {one.completed or '?'}"


def _said(parts: Iterator[str | None], where: str) -> str:
    return "，".join(part for part in parts if part) + f"　[{where}]"


def _hit(hit: Hit, this: str) -> dict[str, Any]:
    return {
        "project": tidy(hit.project),
        "likeness": hit.score,
        "claims": [
            {
                "this_batch": claim.batch == this,
                "batch": tidy(claim.label),
                **{name: _plain(getattr(claim, name)) for name in _CLAIM},
                "files": [tidy(file) for file in claim.files],
            }
            for claim in hit.claims
        ],
        "records": [{name: _plain(getattr(record, name)) for name in record.__slots__} for record in hit.records],
    }


def _plain(value: object) -> str | None:
    return tidy(str(value)) if value else None
