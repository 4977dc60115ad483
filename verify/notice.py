"""A notice as data: which checks it asks for, and each one's clause, consequence, remedy and thresholds.

`verify/packs.py` finds the file; this module reads it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any

from checks.check import Check, Params
from checks.table import CHECKS
from verify.errors import UsageError
from verify.finding import Clause, Consequence
from verify.lang import tr
from verify.notice_tables import Entry
from verify.notice_tables import Head as Head
from verify.notice_tables import Unchecked as Unchecked
from verify.notice_tables import Unclear as Unclear
from verify.toml_source import Source, nearest

TABLES = ("notice", "checks", "unchecked", "unclear")
"""What stands at the top of a notice's file."""

_HALF_A_CLAUSE = (
    "section 与 quote 要么都写（通知条款），要么都不写（核验提示）",
    "write both section and quote (the notice's clause), or neither (our own check)",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One check as this notice wants it; `clause` is None for a check that is ours and not the notice's (核验提示).

    `further` are other clauses of the notice that it judges as well.
    """

    check: Check
    clause: Clause | None
    consequence: Consequence
    remedy: str | None
    params: Params
    further: tuple[Clause, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause of the notice that the check stands on."""
        return (*((self.clause,) if self.clause else ()), *self.further)


@dataclass(frozen=True, slots=True)
class Notice:
    """A loaded notice. `rules` stand in the table's order; `digest` is the SHA-256 of the files it came from."""

    head: Head
    rules: tuple[Rule, ...]
    digest: str
    unchecked: tuple[Unchecked, ...] = ()
    unclear: tuple[Unclear, ...] = ()

    @property
    def not_built(self) -> tuple[str, ...]:
        """Ids that the notice asks for and the code does not have yet."""
        return tuple(rule.check.id for rule in self.rules if not rule.check.built)


def parse(text: str, origin: str) -> Notice:
    """Read a notice from TOML text; UsageError with `origin`, the line and what is wrong."""
    source = Source(text, origin)
    data = source.table()
    if unknown := next((key for key in data if key not in TABLES), None):
        raise source.error((unknown,), _unknown_table(unknown))
    head = source.valid(Head, data.get("notice", {}), ("notice",))
    rules = _rules(source, data)
    unchecked = tuple(source.valid(Unchecked, one, place) for place, one in _listed(source, data, "unchecked"))
    unclear = tuple(_unclear(source, place, one, rules) for place, one in _listed(source, data, "unclear"))
    return Notice(head, rules, hashlib.sha256(text.encode()).hexdigest(), unchecked, unclear)


def with_params(notice: Notice, check: str, params: Params, digest: str) -> Notice:
    """The notice with another set of parameters for one check, and a digest that says so."""
    rules = tuple(replace(rule, params=params) if rule.check.id == check else rule for rule in notice.rules)
    return replace(notice, rules=rules, digest=hashlib.sha256(f"{notice.digest}{digest}".encode()).hexdigest())


def _rules(source: Source, data: dict[str, Any]) -> tuple[Rule, ...]:
    """The rules in the table's order."""
    tables = data.get("checks", {})
    if not isinstance(tables, dict) or not tables:
        raise UsageError(
            tr(
                f'{source.origin}: 没有任何 [checks."…"] 表，通知至少要有一项检查',
                f'{source.origin}: no [checks."…"] table; a notice asks for one check at least',
            )
        )
    rules = {name: _rule(source, name, table) for name, table in tables.items()}
    return tuple(rules[name] for name in CHECKS if name in rules)


def _rule(source: Source, name: str, table: Any) -> Rule:
    where = ("checks", name)
    check = _check(source, name, where, table)
    if not isinstance(table, dict):
        raise source.error(where, tr("应为一张表", f'should be a table: write [checks."{name}"]'))
    entry = source.valid(Entry, table, where)
    if bool(entry.section) != bool(entry.quote) or "" in (entry.section, entry.quote):
        raise source.error(where, tr(*_HALF_A_CLAUSE))
    clause = Clause(entry.section, entry.quote) if entry.section and entry.quote else None
    own = {key: value for key, value in table.items() if key not in Entry.model_fields}
    if negative := _negative(own, where):
        raise source.error(negative, tr(f"{'.'.join(negative)}: 不能是负数", f"{'.'.join(negative)}: below nought"))
    params = source.valid(check.params, own, where, also=Entry.model_fields)
    further = tuple(Clause(one.section, one.quote) for one in entry.further)
    return Rule(check, clause, entry.consequence, entry.remedy, params, further)


def _negative(value: Any, where: tuple[str, ...]) -> tuple[str, ...]:
    """Where the first number below nought stands, () where there is none: no check has a use for one."""
    if isinstance(value, dict):
        return next((place for key, one in value.items() if (place := _negative(one, (*where, key)))), ())
    if isinstance(value, list):
        return next((place for n, one in enumerate(value) if (place := _negative(one, (*where, str(n))))), ())
    return where if isinstance(value, int | float) and value < 0 else ()


def _check(source: Source, name: str, where: tuple[str, ...], table: Any = None) -> Check:
    if name in CHECKS:
        return CHECKS[name]
    parts = (key for key in table if f"{name}.{key}" in CHECKS) if isinstance(table, dict) else iter(())
    if key := next(parts, None):
        told = (f'检查的编号要加引号：[checks."{name}.{key}"]', f'put the id in quotes: [checks."{name}.{key}"]')
        raise source.error((*where, key), tr(*told))
    see = tr("；`hedui explain` 列出全部检查", "; `hedui explain` lists all checks")
    raise source.error(where, tr(f"没有名为 {name} 的检查", f"no check {name}") + nearest(name, CHECKS, see))


def _unclear(source: Source, place: tuple[str, ...], table: Any, rules: tuple[Rule, ...]) -> Unclear:
    """One [[unclear]]; the checks that it touches are among the notice's own."""
    unclear, where = source.valid(Unclear, table, place), (*place, "checks")
    for name in unclear.checks:
        if _check(source, name, where).id not in {rule.check.id for rule in rules}:
            raise source.error(where, tr(f"本通知没有列 {name} 这项检查", f"this notice does not ask for {name}"))
    return unclear


def _listed(source: Source, data: dict[str, Any], key: str) -> list[tuple[tuple[str, ...], Any]]:
    """The tables of a list, each with its place."""
    value = data.get(key, [])
    if isinstance(value, list):
        return [((key, str(index)), one) for index, one in enumerate(value)]
    raise source.error((key,), tr(f"应写成 [[{key}]]（双方括号）", f"write [[{key}]], in double brackets"))


def _unknown_table(key: str) -> str:
    return tr(
        f'不认识的表 {key}；顶层只有 [notice]、[checks."…"]、[[unchecked]] 和 [[unclear]]',
        f'unknown table {key}; a notice has [notice], [checks."…"], [[unchecked]] and [[unclear]]',
    ) + nearest(key, TABLES, "")
