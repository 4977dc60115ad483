"""Birthday and sex on the applicant's own documents, against their resident ID number: rules ED-05, XC-01.

Old school rolls have birthdays of the lunar calendar, and clerks slip: what differs is to be mended or explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.fields import Field, day_of, on_page
from checks.identity_numbers import compact, resident_fault
from checks.identity_seen import Agrees, Seen
from checks.names import on_page as named
from verify.dates import PartialDate
from verify.model import Case, Document

_WHOLE = re.compile(r"\d{17}[\dX]")

SLIPS = 1
"""So many figures of a birthday that differ may be a slip of the pen or of the reader."""


def born_on(case: Case, document: Document, params: Agrees) -> Seen | None:
    """The birthday, as exact as the page has it; None where neither the page nor the ID number says one."""
    number = _number(case)
    read = [(day, one) for one in _said(case, document, params.birth_labels) if (day := day_of(one))]
    if not number or not read:
        return None
    born = f"{number[6:10]}-{number[10:12]}-{number[12:14]}"
    if any(str(day) == born[: len(str(day))] for day, _ in read):
        return Seen("出生日期", "same")
    day, one = read[0]
    message = f"出生日期：身份证号中为 {born}，材料上为 {day}；旧学籍按农历登记、抄写有误也会如此，请核对更正或附说明。"
    alone = len({str(other) for other, _ in read}) == 1
    sure = one.sure and alone and not _may_be(day, born) and not resident_fault(number)
    return Seen("出生日期", "differs" if sure else "near", message, (one.shown,))


def sex_on(case: Case, document: Document, params: Agrees) -> Seen | None:
    """The sex, which the last but one figure of the ID number tells."""
    number = _number(case)
    read = [one for one in _said(case, document, params.sex_labels) if one.text[:1] in ("男", "女")]
    if not number or not read:
        return None
    own = "男" if int(number[16]) % 2 else "女"
    if any(one.text[0] == own for one in read):
        return Seen("性别", "same")
    one = read[0]
    message = f"性别：身份证号中为{own}，材料上为{one.text[0]}，请核对是否他人的材料，抄写有误的请更正。"
    sure = one.sure and not resident_fault(number)
    return Seen("性别", "differs" if sure else "near", message, (one.shown,))


def _number(case: Case) -> str:
    """The ID number, where it is whole; one that is not well formed may have a slip, and settles nothing."""
    number = compact(case.form.id_number or "")
    return number if _WHOLE.fullmatch(number) else ""


def _said(case: Case, document: Document, labels: tuple[str, ...]) -> Iterator[Field]:
    """What stands after a label, on the pages that name the applicant."""
    for page in document.pages:
        if named(case.name, page).level == "exact":
            yield from on_page(document, page, labels)


def _may_be(day: PartialDate, born: str) -> bool:
    """Whether a birthday may be the same by the lunar calendar, a year apart at most, or with a slip."""
    unlike = sum(a != b for a, b in zip(str(day), born, strict=False))
    return abs(day.year - int(born[:4])) <= 1 or unlike <= SLIPS
