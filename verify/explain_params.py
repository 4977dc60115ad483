"""A check's parameters as lines that a person reads: no braces, no quotes, nothing that is left empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from verify.lang import listed, tr

LONG = 3
"""From so many entries on, a table stands one entry a line."""


def told(params: BaseModel, indent: str = "    ") -> Iterator[str]:
    """The parameters of a check, one a line, tables below their names."""
    dumped = params.model_dump(mode="json")
    for key, value in dumped.items():
        if not _empty(value):
            yield from _lines(key, _without_defaults(value, getattr(params, key)), indent)


def _lines(key: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        yield f"{indent}{key}:"
        yield from (f"{indent}  {number}. {_one_line(one)}" for number, one in enumerate(value, 1))
    elif isinstance(value, Mapping) and (
        len(value) >= LONG or any(isinstance(one, list | Mapping) for one in value.values())
    ):
        yield f"{indent}{key}:"
        for name, one in value.items():
            if not _empty(one):
                yield from _lines(str(name), one, f"{indent}  ")
    else:
        yield f"{indent}{key} = {_said(value)}"


def _one_line(table: Mapping[str, Any]) -> str:
    """A table in one line: what it names itself first, as it stands in the notice."""
    parts = [f"{key} = {_said(value)}" for key, value in table.items() if not _empty(value)]
    return tr("；", "; ").join(parts)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return tr("是", "yes") if value else tr("否", "no")
    if isinstance(value, Mapping):
        return "(" + _one_line(value) + ")"
    if isinstance(value, list):
        return listed(_said(one) for one in value)
    return str(value)


def _empty(value: Any) -> bool:
    return value is None or value in ("", [], {}, ())


def _without_defaults(value: Any, model: Any) -> Any:
    """Of tables within, only what the notice wrote."""
    if isinstance(model, tuple) and model and all(isinstance(one, BaseModel) for one in model):
        return [one.model_dump(mode="json", exclude_defaults=True) for one in model]
    if isinstance(model, BaseModel):
        return model.model_dump(mode="json", exclude_defaults=True)
    return value
