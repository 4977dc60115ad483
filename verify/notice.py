"""A notice as data: which checks it asks for, and each one's clause, consequence, remedy and thresholds.

The packs shipped stand in checks/notices; an office's own is a TOML file of the same shape.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from checks.check import Check, Params
from checks.table import CHECKS
from verify.errors import UsageError
from verify.lang import listed, tr
from verify.model import Clause, Consequence
from verify.toml_lines import line_of

M = TypeVar("M", bound=BaseModel)

_SAID = {
    "missing": "缺少这一项",
    "extra_forbidden": "不认识的参数",
    "enum": "不是认识的写法",
    "float_parsing": "应为数字",
    "float_type": "应为数字",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "int_from_float": "应为整数",
    "string_type": "应为文字",
    "tuple_type": "应为列表",
    "bool_parsing": "应为 true 或 false",
    "bool_type": "应为 true 或 false",
    "literal_error": "不是认识的写法",
}
"""Pydantic's commonest complaints in Chinese; the others stand as they are, and all do in English."""

_HALF_A_CLAUSE = (
    "section 与 quote 要么都写（通知条款），要么都不写（核验提示）",
    "write both section and quote (the notice's clause), or neither (our own check)",
)

MAX_BYTES = 2_000_000
"""Largest notice file that is read."""


class Head(BaseModel):
    """[notice]: who says it, and when. `id` is the pack's name in reports and on the command line."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    number: str
    title: str
    issuer: str
    issued: date
    level: str
    source: str | None = None


class _Entry(BaseModel):
    """What every [checks."…"] table may hold beside the check's own parameters."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    section: str | None = None
    quote: str | None = None
    consequence: Consequence
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One check as this notice wants it; `clause` is None for a check that is ours and not the notice's (核验提示)."""

    check: Check
    clause: Clause | None
    consequence: Consequence
    remedy: str | None
    params: Params


@dataclass(frozen=True, slots=True)
class Notice:
    """A loaded notice. `rules` stand in the table's order; `digest` is the SHA-256 of the files it came from."""

    head: Head
    rules: tuple[Rule, ...]
    digest: str

    @property
    def not_built(self) -> tuple[str, ...]:
        """Ids that the notice asks for and the code does not have yet."""
        return tuple(rule.check.id for rule in self.rules if not rule.check.built)


def shipped() -> tuple[str, ...]:
    """The ids of the packs in the package."""
    folder = files("checks") / "notices"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def load(name: str | Path) -> Notice:
    """Load a shipped pack by its id, or any pack by its path; raises UsageError with file, line and what is wrong."""
    if str(name) in shipped():
        text = (files("checks") / "notices" / f"{name}.toml").read_text("utf-8")
        return parse(text, f"{name}.toml")
    path = Path(name)
    if not path.is_file():
        raise UsageError(
            tr(
                f"没有名为 {name} 的通知，也没有这个文件。随程序提供的通知：{listed(shipped())}",
                f"{name} is neither a notice nor a file. Name a file, or one of the notices shipped: "
                f"{listed(shipped())}",
            )
        )
    if path.stat().st_size > MAX_BYTES:
        raise UsageError(
            tr(
                f"{path}: 通知文件超过 {MAX_BYTES} 字节",
                f"{path}: the notice has more than {MAX_BYTES} bytes; check that it is the right file",
            )
        )
    return parse(_text(path), str(path))


def for_batch(batch: Path, named: str | None, default: str = "shaoxing-2024-07") -> Notice:
    """The notice of a batch: the one named, else its own notice.toml (a pack, or `use = "ID"`), else the default."""
    own = batch / "notice.toml"
    if named:
        return load(named)
    if not own.is_file():
        return load(default)
    used = _table(_text(own), str(own)).get("use")
    return load(used) if isinstance(used, str) else load(own)


def parse(text: str, origin: str) -> Notice:
    """Read a pack from TOML text; `origin` names the file in errors."""
    data = _table(text, origin)
    head = _valid(Head, data.pop("notice", {}), text, origin, ("notice",))
    tables = data.pop("checks", {})
    if data:
        key = next(iter(data))
        raise _error(text, origin, (key,), _unknown_table(key))
    if not isinstance(tables, dict) or not tables:
        raise UsageError(
            tr(
                f'{origin}: 没有任何 [checks."…"] 表，通知至少要有一项检查',
                f'{origin}: no [checks."…"] table; a notice asks for one check at least',
            )
        )
    rules = {name: _rule(name, table, text, origin) for name, table in tables.items()}
    ordered = tuple(rules[name] for name in CHECKS if name in rules)
    return Notice(head, ordered, hashlib.sha256(text.encode()).hexdigest())


def _unknown_table(key: str) -> str:
    return tr(
        f'不认识的表 {key}；顶层只有 [notice] 和 [checks."…"]',
        f'unknown table {key}; a notice has [notice] and [checks."…"] and nothing else',
    )


def with_params(notice: Notice, check: str, params: Params, digest: str) -> Notice:
    """The notice with another set of parameters for one check, and a digest that says so."""
    rules = tuple(replace(rule, params=params) if rule.check.id == check else rule for rule in notice.rules)
    return replace(notice, rules=rules, digest=hashlib.sha256(f"{notice.digest}{digest}".encode()).hexdigest())


def _rule(name: str, table: Any, text: str, origin: str) -> Rule:
    where = ("checks", name)
    check = CHECKS.get(name)
    if check is None:
        raise _error(text, origin, where, tr(f"没有名为 {name} 的检查", f"no check {name}") + _nearest(name))
    if not isinstance(table, dict):
        raise _error(text, origin, where, tr("应为一张表", f'should be a table: write [checks."{name}"]'))
    entry = _valid(_Entry, table, text, origin, where)
    if bool(entry.section) != bool(entry.quote) or "" in (entry.section, entry.quote):
        raise _error(text, origin, where, tr(*_HALF_A_CLAUSE))
    clause = Clause(entry.section, entry.quote) if entry.section and entry.quote else None
    own = {key: value for key, value in table.items() if key not in _Entry.model_fields}
    params = _valid(check.params, own, text, origin, where)
    return Rule(check, clause, entry.consequence, entry.remedy, params)


def _valid(model: type[M], table: Any, text: str, origin: str, where: tuple[str, ...]) -> M:
    try:
        return model.model_validate(table)
    except ValidationError as error:
        # A misspelt key often comes with a missing one: the misspelt one is what to mend.
        first = min(error.errors(), key=lambda one: one["type"] != "extra_forbidden")
        path = (*where, *(str(part) for part in first["loc"]))
        hint = _nearest_key(str(first["loc"][-1]), model) if first["type"] == "extra_forbidden" else ""
        allowed = tr(f"，可写：{choices}", "") if (choices := first.get("ctx", {}).get("expected")) else ""
        told = tr(_SAID.get(first["type"], first["msg"]) + allowed, first["msg"])
        raise _error(text, origin, path, f"{'.'.join(path)}: {told}{hint}") from None


def _nearest(name: str) -> str:
    from rapidfuzz import process

    best = process.extractOne(name, CHECKS.keys(), score_cutoff=70)
    if best:
        return tr(f"，是否想写 {best[0]}？", f"; did you mean {best[0]}?")
    return tr("；`hedui explain` 列出全部检查", "; `hedui explain` lists all checks")


def _nearest_key(key: str, model: type[BaseModel]) -> str:
    from rapidfuzz import process

    known = [*model.model_fields, *_Entry.model_fields]
    best = process.extractOne(key, known, score_cutoff=60)
    if best:
        return tr(f"，是否想写 {best[0]}？", f"; did you mean {best[0]}?")
    names = listed(model.model_fields) or tr("无", "none")
    return tr(f"；可用的参数：{names}", f"; parameters that it takes: {names}")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(
            tr(
                f"{path}: 无法读取（{error.strerror}），请检查权限",
                f"{path}: cannot be read ({error.strerror}); check the permissions",
            )
        ) from None
    except UnicodeDecodeError as error:
        raise UsageError(
            tr(
                f"{path}: 不是 UTF-8 文本（第 {error.start} 字节），请另存为 UTF-8",
                f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8",
            )
        ) from None


def _table(text: str, origin: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        place = f"{origin}:{line[1]}" if line else origin
        raise UsageError(
            tr(f"{place}: 不是合法的 TOML：{error}", f"{place}: not valid TOML, mend it: {error}")
        ) from None


def _error(text: str, origin: str, path: tuple[str, ...], message: str) -> UsageError:
    return UsageError(f"{origin}:{line_of(text, path)}: {message}")
