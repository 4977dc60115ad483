"""Files that two applicants handed in byte for byte."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import document, item, page
from tests.compare.world import LI, WANG, World, one
from verify.across import Doubt, Reason
from verify.form import Project
from verify.model import Case, Document, Problem, Slot, Trouble

FORM = document("年度考核/2023.jpg", Slot.ASSESSMENT, page("年度考核登记表", f"姓名：{LI}"))
BROKEN = Problem(Trouble.CORRUPT, "a.jpg", "打不开")


def explained(mine: Case, theirs: Case) -> list[str | None]:
    return [match.explained for match in World([mine, theirs]).files()]


@pytest.mark.parametrize(
    ("shared", "found"),
    [
        (FORM, [None]),
        (replace(FORM, pages=(page(f"姓名：{WANG}"),)), [Doubt.MINE]),
        (replace(FORM, pages=(page(f"{WANG}、{LI}"),)), [Reason.BOTH_NAMED]),
        (replace(FORM, pages=(page("照片"),)), [Doubt.NAMELESS]),
        (document("证件照/a.jpg", Slot.PHOTO), [None]),
        (replace(FORM, size=1999), []),
        (replace(FORM, problem=BROKEN), []),
        (replace(FORM, pages=(page(blank=True),)), []),
    ],
)
def test_files(shared: Document, found: list[str | None]) -> None:
    assert explained(one(WANG, shared), one(LI, shared)) == found


def test_a_record_of_one_project_is_shared() -> None:
    record = document("工程业绩/1/验收.jpg", Slot.PROJECT, page("竣工验收记录"))

    def claims(name: str, project: str) -> Case:
        return one(name, items=[item(Slot.PROJECT, record, claim=Project(name=project))])

    mine = claims(WANG, "镜湖公园工程")
    assert explained(mine, claims(LI, "镜湖公园工程")) == [Reason.SHARED_WORK]
    assert explained(mine, claims(LI, "袍江厂房工程")) == [Doubt.NAMELESS]


def test_other_bytes_are_another_file() -> None:
    assert explained(one(WANG, FORM), one(LI, replace(FORM, sha256="other"))) == []


def test_a_file_that_hundreds_share_names_five() -> None:
    crowd = [one(name, FORM) for name in (WANG, *(f"李{n}" for n in range(300)))]
    assert len(World(crowd).files()) == 5
