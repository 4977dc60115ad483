"""Is a platform's page of the claimed project? By the project's number where both have one, and by its name."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz.distance import OSA

from checks.fields import Agreement, Field, compare
from checks.platform_pages import Record
from checks.rows import plain
from verify.form import Project
from verify.project_names import number_key, taken_apart

_TELLING = re.compile(r"[\da-z一二三四五六七八九十东西南北上下甲乙丙丁#]")
_PART = re.compile(r"标段|标|期|号楼|幢|地块|区块|单体|段")


def name_agrees(claimed: str, said: list[Field]) -> tuple[Agreement, Field | None]:
    """As `compare`, but a slip in a character that tells no part of a project (not 一期 for 二期) is the reader's."""
    agreement, field = compare(claimed, said)
    if agreement == "near" and field and _is_slip(plain(claimed), field.text):
        return "same", field
    return agreement, field


def _is_slip(one: str, other: str) -> bool:
    if len(one) != len(other) or len(one) < 8 or OSA.distance(one, other) > 1:
        return False
    return not any(_TELLING.match(char) for a, b in zip(one, other, strict=True) if a != b for char in (a, b))


def is_part(one: str, other: str) -> bool:
    """Whether two names differ by a section or phase that one of them leaves out."""
    short, long = sorted((plain(one), plain(other)), key=len)
    return short in long and bool(_PART.search(long.replace(short, "", 1)))


def number_agrees(claimed: str, said: list[Field]) -> tuple[Agreement, Field | None]:
    """As `compare`, without the node (-JX-001) that a platform adds to a project's number."""
    keyed = [replace(field, text=number_key(field.text).lower()) for field in said]
    agreement, field = compare(number_key(claimed), keyed)
    return agreement, said[keyed.index(field)] if field else None


def _other_part(one: str, other: str) -> bool:
    """Whether the names of one project name other sections or phases of it, or one of them the whole."""
    return taken_apart(one).parts != taken_apart(other).parts or is_part(one, other)


def about(claim: Project, record: Record) -> Agreement:
    """Whether a page is of the project: "same" by an equal number or name, "differs" where every one read is another."""
    number = claim.registry_number or ""
    by_number = number_agrees(number, [record.number] if record.number else [])[0] if number else "unread"
    by_name, field = name_agrees(claim.name, record.names) if claim.name else ("unread", None)
    if "same" in (by_number, by_name):
        other = field and by_name == "near" and _other_part(claim.name or "", field.text)
        return "near" if other or "differs" in (by_number, by_name) else "same"
    seen = {by_number, by_name} - {"unread"}
    if not seen:
        return "unread"
    return "differs" if seen == {"differs"} else "near"
