"""What kind of value each field of the form wants, taken from the form's own types."""

from __future__ import annotations

import types
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from verify.dates import PartialDate
from verify.form import Form

Path = tuple[str | int, ...]
"""Where a value stands: keys and indices from the top of the form."""


class Kind(StrEnum):
    """A kind of value; the text says in the report what was expected."""

    DATE = "应为日期（YYYY-MM-DD、YYYY-MM 或 YYYY，写在引号里）"
    TEXT = "应为文字（写在引号里，不超过 20000 字）"
    INTEGER = "应为整数，不能是负数"
    NUMBER = "应为数字，不能是负数"
    BOOLEAN = "应为 true 或 false"
    OBJECT = "应为对象 {…}"
    LIST = "应为列表 […]（不超过 500 项）"
    ANY = "不认识的字段"


_PLAIN: dict[Any, Kind] = {
    PartialDate: Kind.DATE,
    str: Kind.TEXT,
    int: Kind.INTEGER,
    float: Kind.NUMBER,
    bool: Kind.BOOLEAN,
}


@lru_cache(maxsize=4096)
def kind_at(path: Path) -> Kind:
    """The kind of value that the form wants at `path`; ANY for a place the form does not know."""
    here: Any = Form
    for part in path:
        here = _step(here, part)
        if here is None:
            return Kind.ANY
    return _kind(here)


def dotted(path: Path) -> str:
    """`path` as people write it: "projects[0].started"."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def _step(here: Any, part: str | int) -> Any:
    if isinstance(part, int):
        return _bare(get_args(here)[0]) if get_origin(here) is tuple else None
    if not (isinstance(here, type) and issubclass(here, BaseModel)):
        return None
    field = here.model_fields.get(part)
    return _bare(field.annotation) if field else None


def _bare(annotation: Any) -> Any:
    """The type inside Annotated[…] and … | None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, types.UnionType}:
        return _bare(next(arg for arg in get_args(annotation) if arg is not type(None)))
    return annotation


def _kind(here: Any) -> Kind:
    if get_origin(here) is tuple:
        return Kind.LIST
    return _PLAIN.get(here, Kind.OBJECT)
