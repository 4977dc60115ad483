"""A form out of values nobody has checked: bad fields are dropped one by one, the rest is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from verify.form import Form
from verify.intake.form_shape import Kind, Path, kind_at
from verify.intake.quantity import number_in
from verify.intake.text import masked, masked_id, printable

_ROUNDS = 10
_SHOWN_CHARS = 60


@dataclass(frozen=True, slots=True)
class RefusedNumber:
    """Stands for a number that is none (NaN, infinity) or is longer than any form's; `text` as written."""

    text: str


@dataclass(frozen=True, slots=True)
class BadField:
    """A field that was dropped: where it stands, what was expected, and what was there, shortened and masked."""

    path: Path
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Settled:
    """The form of all fields that are right, those that are not, and the paths of keys the form does not know.

    Paths are places in what was written, not in the form: dropped entries shift those after them.
    """

    form: Form
    bad: tuple[BadField, ...]
    unknown: tuple[Path, ...]


def settle(untrusted: dict[str, Any]) -> Settled:
    """Make a form of `untrusted`, dropping the bad fields and nothing else; null counts as absent."""
    untrusted = _counted(untrusted, ())
    bad: dict[Path, BadField] = {path: _bad(path, value) for path, value in _misfits(untrusted, ())}
    for _ in range(_ROUNDS):
        try:
            form = Form.model_validate(_kept(untrusted, bad, ()))
            unknown = (_original(untrusted, bad, path) for path in unknown_keys(form))
            return Settled(form, tuple(bad.values()), tuple(unknown))
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False)
            # All places first: noting one as bad shifts those after it.
            paths = [_original(untrusted, bad, fault["loc"]) for fault in found]
            bad |= {path: _bad(path, _value_at(untrusted, path)) for path in paths}
    # Each round drops at least one field, and a second round is rare already; dropping all ends it for certain.
    return Settled(Form(), (*bad.values(), BadField((), "应为可读取的表单", "无法读取")), ())


def _counted(value: Any, at: Path) -> Any:
    """A copy in which numbers written as 60学时 or 六十 are plain, where the form wants a number."""
    if isinstance(value, dict):
        return {key: _counted(inner, (*at, key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [_counted(inner, (*at, index)) for index, inner in enumerate(value)]
    if isinstance(value, str) and kind_at(at) in {Kind.INTEGER, Kind.NUMBER}:
        return number_in(value) or value
    return value


def unknown_keys(part: BaseModel, at: Path = ()) -> Iterator[Path]:
    """Paths of the keys that the form's model does not know; they are kept in it."""
    yield from ((*at, key) for key in part.model_extra or {})
    for key in type(part).model_fields:
        value = getattr(part, key)
        inner = list(enumerate(value)) if isinstance(value, tuple) else [(None, value)]
        for index, entry in inner:
            if isinstance(entry, BaseModel):
                yield from unknown_keys(entry, (*at, key) if index is None else (*at, key, index))


def _misfits(value: Any, at: Path) -> Iterator[tuple[Path, Any]]:
    """What the model's own conversion would let through: flags as numbers, objects as dates, numbers that are none."""
    kind = kind_at(at)
    wrong_flag = isinstance(value, bool) and kind in {Kind.INTEGER, Kind.NUMBER}
    wrong_date = kind is Kind.DATE and value is not None and not isinstance(value, str)
    wrong_text = isinstance(value, str) and value != _encodable(value)
    not_finite = isinstance(value, str) and kind is Kind.NUMBER and not _is_plain_number(value)
    if isinstance(value, RefusedNumber) or wrong_flag or wrong_date or wrong_text or not_finite or _below(value, kind):
        yield at, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _misfits(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _misfits(inner, (*at, index))


def _below(value: Any, kind: Kind) -> bool:
    """Whether a number is below nought: hours, years, months and points never are."""
    wanted = kind in {Kind.INTEGER, Kind.NUMBER}
    if isinstance(value, str):
        return wanted and value.strip().startswith("-") and _is_plain_number(value)
    return wanted and isinstance(value, int | float) and value < 0


def _is_plain_number(text: str) -> bool:
    """float() takes "nan", "inf" and "1e999" for numbers."""
    return all(char in "+-.0123456789" for char in text.strip()) and len(text) <= _SHOWN_CHARS


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _bad(path: Path, value: Any) -> BadField:
    shown = _shown(value)
    return BadField(path, kind_at(path).value, masked_id(shown) if path == ("id_number",) else shown)


def _shown(value: Any) -> str:
    if isinstance(value, RefusedNumber):
        text = value.text
    elif isinstance(value, str):
        text = f'"{value}"'
    elif isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, list):
        text = f"列表（{len(value)} 项）"
    else:
        text = "对象" if isinstance(value, dict) else str(value)
    text = masked(printable(_encodable(text)))
    return text if len(text) <= _SHOWN_CHARS else text[:_SHOWN_CHARS] + "…"


def _kept(value: Any, bad: dict[Path, BadField], at: Path) -> Any:
    """A copy without the bad and the null, control characters aside."""
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if (*at, k) not in bad and v is not None}
        return {_encodable(k): _kept(v, bad, (*at, k)) for k, v in kept.items()}
    if isinstance(value, list):
        return [_kept(value[i], bad, (*at, i)) for i in _kept_indices(value, bad, at)]
    if isinstance(value, str):
        return "".join(char for char in value if char in "\n\t" or ord(char) >= 32)
    return value


def _kept_indices(value: list[Any], bad: dict[Path, BadField], at: Path) -> list[int]:
    return [index for index, inner in enumerate(value) if (*at, index) not in bad and inner is not None]


def _original(value: Any, bad: dict[Path, BadField], loc: Path) -> Path:
    """The place in what was written of a place in `_kept`'s copy of it: dropped entries shift those after them."""
    path: Path = ()
    for part in loc:
        if isinstance(value, list) and isinstance(part, int):
            part = _kept_indices(value, bad, path)[part]
        elif not (isinstance(value, dict) and part in value):
            break  # inside a union or a conversion: the field itself is to blame
        value = value[part]
        path = (*path, part)
    return path


def _value_at(value: Any, path: Path) -> Any:
    for part in path:
        value = value[part]
    return value
