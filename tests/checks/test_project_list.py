"""project.count and project.new_since_last: SX 五（二）, 五（七）2. Rules EV-10, RE-01, RE-02."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from tests.checks.build import case, document, item, observe, outcomes
from verify.form import Project
from verify.model import Case, Item, Problem, Slot, Trouble


def _claim(number: int, **more: Any) -> dict[str, Any]:
    return {"name": f"镜湖{number}号楼", **more}


def _held(number: int, claimed: bool = True, folder: str = "工程业绩/{}镜湖") -> Item:
    place = folder.format(number)
    claim = Project(name=f"镜湖{number}号楼") if claimed else None
    return item(Slot.PROJECT, document(f"{place}/a.jpg", Slot.PROJECT), subject=place, claim=claim)


def _empty(number: int) -> Item:
    return Item(Slot.PROJECT, f"projects[{number}]", Project(name=f"镜湖{number}号楼"))


def _listed(claims: int, items: Iterable[Item]) -> Case:
    return case(items=items, projects=[_claim(n) for n in range(claims)])


LISTS = [
    ("none at all", _listed(0, []), "na"),
    ("one and its files", _listed(1, [_held(0)]), "pass"),
    ("ten and their files", _listed(10, map(_held, range(10))), "pass"),
    ("eleven", _listed(11, map(_held, range(11))), "fail"),
    ("two claimed, one without files", _listed(2, [_held(0), _empty(1)]), "fail"),
    ("twelve claimed, three with files", _listed(12, [*map(_held, range(3)), *map(_empty, range(3, 12))]), "fail"),
    ("two claimed, one folder of another name", _listed(2, [_held(0), _empty(1), _held(8, False)]), "unsure"),
    ("three claimed, one folder of another name", _listed(3, [_held(0), _empty(1), _empty(2), _held(8, False)]), "fail"),
    ("three claimed, files in no folder", _listed(3, [*map(_empty, range(3)), _held(0, False, "工程业绩")]), "unsure"),
    ("files that nobody claimed", _listed(1, [_held(0), _held(8, False)]), "pass"),
    ("no form, three folders", _listed(0, [_held(n, False) for n in range(3)]), "pass"),
    ("no form, eleven folders", _listed(0, [_held(n, False) for n in range(11)]), "fail"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "outcome"), [one[1:] for one in LISTS], ids=[one[0] for one in LISTS])
def test_count(found: Case, outcome: str) -> None:
    assert outcomes("project.count", found) == [(outcome, "projects")]


def test_the_message_says_what_is_claimed_and_what_is_there() -> None:
    seen = observe("project.count", _listed(12, [*map(_held, range(3)), *map(_empty, range(3, 12))]))[0]
    assert seen.found == "填报 12 项，有材料 3 项"
    assert "至少 9 项没有材料" in seen.message
    assert "“镜湖3号楼”" in seen.message
    assert "多于 10 项" in seen.message


AGAIN = {"year": 2023, "passed": False, "deadline": "2023-10-10"}

APPLIED_AGAIN = [
    (AGAIN, [{"completed": "2023-10-11"}], "pass"),
    (AGAIN, [{"completed": "2021-06-30"}, {"completed": "2024-03"}], "pass"),
    (AGAIN, [{"completed": "2023-10-09"}], "fail"),
    (AGAIN, [{"completed": "2021-06-30"}, {"completed": "2022"}], "fail"),
    (AGAIN, [], "fail"),
    (AGAIN, [{"completed": "2023-10-10"}], "unsure"),  # the day itself
    (AGAIN, [{"completed": "2023-10"}], "unsure"),
    (AGAIN, [{"completed": "2023"}], "unsure"),
    (AGAIN, [{"started": "2023-12-01"}], "unsure"),  # under way
    (AGAIN, [{"completed": "2021-06-30"}, {}], "unsure"),
    (AGAIN, [{"completed": "2042-06-30"}], "unsure"),  # after the application was handed in
    (AGAIN | {"deadline": None}, [{"completed": "2024-03-01"}], "unsure"),
    (AGAIN | {"passed": True}, [{"completed": "2021-06-30"}], "na"),
    (AGAIN | {"year": 2022}, [{"completed": "2021-06-30"}], "na"),
    (AGAIN | {"passed": None}, [{"completed": "2021-06-30"}], "unsure"),
    (AGAIN | {"passed": None}, [{"completed": "2024-03-01"}], "pass"),
    (AGAIN | {"year": None}, [{"completed": "2021-06-30"}], "unsure"),
    (None, [{"completed": "2021-06-30"}], "na"),
]


@pytest.mark.parametrize(("again", "projects", "outcome"), APPLIED_AGAIN)
def test_new_since_last(again: dict[str, Any] | None, projects: list[dict[str, Any]], outcome: str) -> None:
    form = case(previous_application=again, projects=projects, submitted_at="2024-09-20")
    assert outcomes("project.new_since_last", form) == [(outcome, "previous_application")]


def test_a_folder_that_nobody_claimed_may_hold_the_new_project() -> None:
    form = case(items=[_held(8, False)], previous_application=AGAIN, projects=[{"completed": "2021-06-30"}])
    assert outcomes("project.new_since_last", form) == [("unsure", "previous_application")]


def test_an_office_may_give_the_deadline() -> None:
    form = case(previous_application=AGAIN | {"deadline": None}, projects=[{"completed": "2023-06-30"}])
    seen = outcomes("project.new_since_last", form, deadline=date(2023, 9, 30))
    assert seen == [("fail", "previous_application")]


def test_a_deadline_that_is_no_date_is_said() -> None:
    bad = Problem(Trouble.BAD_FORM, "previous_application.deadline", '第 3 行：应为日期；实为 "去年十月"')
    form = case(previous_application={"year": 2023, "passed": False}, problems=[bad])
    seen = observe("project.new_since_last", form)
    assert [(one.outcome.value, "去年十月" in one.message) for one in seen] == [("unsure", True)]
