"""An entry of the integrity archive before it is kept: cleaned, bounded, and refused where it would not be found again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TypeVar

from checks.identity_numbers import compact, is_masked, resident_fault, shown
from verify.dates import PartialDate
from verify.errors import UsageError
from verify.lang import tr
from verify.mask import tidy

T = TypeVar("T")

LONGEST = {"name": 60, "reason": 2_000}
"""Characters of a field; of the others 300."""

LONGEST_OTHER = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision that a person took. `decided_on` is the day from which the record counts, `document` the decision's
    number (文号), `source` where the entry comes from. The ID number is never shown as a whole."""

    name: str
    reason: str
    decided_by: str
    decided_on: date
    id_number: str | None = field(default=None, repr=False)
    employer: str | None = None
    kind: str | None = None
    clause: str | None = None
    document: str | None = None
    source: str | None = None

    @property
    def number_shown(self) -> str:
        """The ID number with its middle covered, "" for none."""
        return shown(self.id_number) if self.id_number else ""


def text(name: str, untrusted: str | None) -> str | None:
    """A field as it is kept: one line, ID numbers in it covered; raises ValueError where it is too long."""
    plain = " ".join(tidy(untrusted or "").split())
    most = LONGEST.get(name, LONGEST_OTHER)
    if len(plain) > most:
        raise ValueError(
            tr(f"共 {len(plain)} 字，最多 {most} 字，请删减", f" has {len(plain)} characters; at most {most}")
        )
    return plain or None


def required(name: str, untrusted: str | None) -> str:
    """The same of a field that must not be empty."""
    plain = text(name, untrusted)
    if plain is None:
        raise ValueError(tr("是空的，请填写", " is empty; fill it in"))
    return plain


def day(untrusted: str | None, today: date) -> date:
    """A full date that is not to come; raises ValueError, saying what is wrong."""
    written = required("date", untrusted)
    try:
        read = PartialDate.parse(written)
    except ValueError:
        raise ValueError(
            tr(f"“{written}”不是日期，请写成 2024-03-01", f" is no date ({written}); write 2024-03-01")
        ) from None
    if read.day is None:
        raise ValueError(
            tr(
                f"“{written}”没有写到日，请查原决定后写成 2024-03-01",
                f" has no day ({written}); look it up and write 2024-03-01",
            )
        )
    if read.first > today:
        raise ValueError(tr(f"“{written}”还没有到，请核对", f" is to come ({written}); check it"))
    return read.first


def number(untrusted: str | None) -> str | None:
    """A whole resident ID number, compact; None for none; raises ValueError where it is none (GB 11643).

    A number with a slip would never be found again, so it is refused and not kept.
    """
    plain = compact(untrusted or "")
    if not plain:
        return None
    if is_masked(plain):
        raise ValueError(
            tr(
                "有遮盖，请填完整号码；没有完整号码的请留空，将只按姓名比对",
                " is covered in part; give it in full, or leave it out to go by the name alone",
            )
        )
    if fault := resident_fault(plain):
        raise ValueError(
            tr(
                f"{fault}；请核对，查不到正确号码的请留空，将只按姓名比对",
                f" is no ID number ({fault}); check it, or leave it out to go by the name alone",
            )
        )
    return plain


def checked(given: Mapping[str, str | None], today: date) -> Entry:
    """An entry from the options of `hedui archive add`, by their names; raises UsageError naming the one that is wrong."""

    def of(option: str) -> str:
        return _option(option, lambda: required(option, given[option]))

    return Entry(
        of("name"),
        of("reason"),
        of("by"),
        _option("on", lambda: day(given["on"], today)),
        _option("id", lambda: number(given["id"])),
        **{
            name: _option(name, partial(text, name, given[name])) for name in ("employer", "kind", "clause", "document")
        },
    )


def named(untrusted: str) -> str:
    """The name of who enters something, or why; raises UsageError where it is empty or too long."""
    return _option("by", lambda: required("by", untrusted))


def _option(name: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except ValueError as fault:
        raise UsageError(tr(f"--{name} {fault}", f"--{name}{fault}")) from None
