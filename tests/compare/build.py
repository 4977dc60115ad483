"""Others' things in a line, so that a test reads as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.checks.build import EMPLOYER, case, document, item, page
from verify.across import Match, Whose
from verify.compare.number_matches import match_numbers
from verify.compare.numbers import numbers
from verify.compare.role_matches import match_roles
from verify.compare.roles import roles
from verify.form import Award, Patent, Project
from verify.model import Case, Slot
from verify.packs import load
from verify.sketches import StoredNumber, StoredRole

NOTICE = load("shaoxing-2024-07")
OTHER = "裘一鸣"


def certificate(slot: Slot, *lines: str, name: str = "王建国", confidence: float = 0.98, scan: bool = False) -> Case:
    """A case with one file of one page in a slot, of a text layer or a `scan`; patents and awards are items."""
    read = replace(page(*lines, confidence=confidence), source="ocr" if scan else "text")
    file = document("栏目/1/证书.jpg", slot, read)
    if slot not in (Slot.PATENT, Slot.AWARD):
        return case(file, name=name)
    claim = Patent() if slot is Slot.PATENT else Award(name="华夏奖")
    return case(name=name, items=[item(slot, file, claim=claim)])


def project(name_of: str = "王建国", **claim: Any) -> Case:
    """A case of `name_of` with one claimed project, by default as its 项目经理 at EMPLOYER, with dates."""
    told = {
        "name": "绍兴市镜湖新区装配式住宅工程", "role": "项目经理", "employer": EMPLOYER, "started": "2019-03-01",
        "completed": "2021-06-30",
    } | claim  # fmt: skip
    read = Project.model_validate(told)
    return case(name=name_of, items=[item(Slot.PROJECT, subject="projects[0]", claim=read)], projects=[told])


def whose(other: Case) -> Whose:
    return Whose(other.folder, other.name, other.form.employer.name)


def number_matches(mine: Case, other: Case, apart: bool = False) -> tuple[Match, ...]:
    """What the numbers of two cases have in common, as seen from the first; `apart`: they have two ID numbers."""
    own = numbers(mine, NOTICE)
    keys = {number.folded for number in own}
    stored = [StoredNumber(whose(other), number) for number in numbers(other, NOTICE) if number.folded in keys]
    return match_numbers(mine, own, stored, lambda _: apart)


def role_matches(mine: Case, other: Case, apart: bool = False) -> tuple[Match, ...]:
    """What the roles of two cases have in common, as seen from the first; `apart`: they have two ID numbers."""
    stored = [StoredRole(whose(other), role) for role in roles(other, NOTICE)]
    return match_roles(mine, roles(mine, NOTICE), stored, NOTICE, lambda _: apart)
