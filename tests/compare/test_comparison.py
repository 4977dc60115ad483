"""A case against the office's store, as a run does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from tests.checks.build import document, page
from tests.compare.build import NOTICE
from tests.compare.inks import document as sealed_page
from tests.compare.inks import sketches
from tests.compare.world import LI, OTHER, WANG, WORK, assessment, one
from verify.across import Doubt, MatchKind
from verify.compare.comparison import Comparison
from verify.compare.elsewhere import Elsewhere
from verify.compare.numbers import numbers
from verify.compare.sheets import SAME_PAGE
from verify.compare.survey import Survey
from verify.finding import Evidence
from verify.model import Case, Slot
from verify.notice import Notice
from verify.sketches import InkSketches, NumberSketch
from verify.store import pages
from verify.store.open import Store, store_at
from verify.store.secret import DOUBTFUL

DAYS = ("2016-07-11", "2023-12-20")
SAME = replace(document("年度考核/2022.jpg", Slot.ASSESSMENT, page("年度考核登记表", f"姓名：{LI}")), sha256="same")
LABEL = document("职称/证书.jpg", Slot.TITLE, page("工程师"), size=1_000)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_at(tmp_path / "store.sqlite") as store:
        yield store


def assessed(name: str, *done: str) -> Case:
    form = document(f"年度考核/{name}.jpg", Slot.ASSESSMENT, assessment(name, done) if done else assessment(name))
    return one(name, form, SAME, LABEL)


def compared(store: Store, place: Path, *cases: Case, inks: Mapping[str, InkSketches] | None = None) -> Comparison:
    """The batch at `place` has these cases, the first with these seals, and that is compared with all of the store."""
    survey = Survey(store.engine, store.secret, place, NOTICE)
    for case in cases:
        survey.put(case, "", (inks or {}) if case is cases[0] else {})
    return Comparison(survey, Elsewhere({}, lambda _: None))


def test_what_is_found_and_what_was_not_compared(store: Store, tmp_path: Path) -> None:
    mine = assessed(WANG)
    compared(store, tmp_path / "2023", mine, assessed("赵六顺", *OTHER))
    across = compared(store, tmp_path / "2024", mine, assessed(LI)).of(mine)
    found = [(match.kind, match.whose.name, match.theirs.file) for match in across.matches]
    assert found == [
        (MatchKind.FILE, LI, f"../{LI}/{SAME.file}"),
        (MatchKind.FILE, "赵六顺", f"../../2023/赵六顺/{SAME.file}"),
        (MatchKind.PAGE, LI, f"../{LI}/年度考核/{LI}.jpg"),
    ]
    assert (across.compared, across.earlier) == (2, True)
    assert across.thin == (Evidence(SAME.file, 1), Evidence(LABEL.file, 1))


def test_what_fails_on_one_applicant_is_told_of_them_and_stops_nobody_else(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(case: Case, notice: Notice) -> tuple[NumberSketch, ...]:
        if case.name == LI:
            raise ValueError("空")
        return numbers(case, notice)

    monkeypatch.setattr("verify.compare.survey.numbers", fails)
    monkeypatch.setattr("verify.compare.comparison.numbers", fails)
    mine, theirs = assessed(WANG), assessed(LI)
    comparison = compared(store, tmp_path, mine, theirs)
    assert comparison.of(mine).faults == ()
    across = comparison.of(theirs)
    assert across.faults == (("reuse.certificate_number", "ValueError: 空"),)
    assert [match.kind for match in across.matches] == [match.kind for match in comparison.of(mine).matches]


def test_a_store_that_fails_is_no_applicants_fault(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(case: Case, notice: Notice) -> tuple[NumberSketch, ...]:
        raise OperationalError("SELECT", {}, Exception("disk I/O error"))

    monkeypatch.setattr("verify.compare.survey.numbers", fails)
    with pytest.raises(OperationalError):
        compared(store, tmp_path, assessed(WANG))


def test_the_store_is_opened_once_for_an_applicant(store: Store, tmp_path: Path) -> None:
    crowd = [assessed(name) for name in (WANG, LI, "赵六顺")]
    comparison, opened = compared(store, tmp_path, *crowd), list[object]()
    event.listen(store.engine, "connect", lambda connection, _: opened.append(connection))
    assert len(comparison.of(crowd[0]).matches) == 4
    assert len(opened) == 1


def test_of_a_file_that_thousands_have_no_more_than_some_are_looked_at(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MANY", 3)
    crowd = [one(f"李{n}", SAME) for n in range(8)]
    comparison = compared(store, tmp_path, *crowd)
    assert [len(comparison.of(case).matches) for case in crowd] == [2, 2, 2, 3, 3, 3, 3, 3]


GOOD, OTHERS, MISTYPED = "330602198504121235", "330602199001014563", "330602198504121225"


@pytest.mark.parametrize(
    ("before", "explained"),
    [
        ({"id_number": GOOD}, []),  # one person
        ({"id_number": MISTYPED}, [Doubt.NAMESAKE]),
        ({"id_number": "330602********1233"}, [Doubt.NAMESAKE]),
        ({}, [Doubt.NAMESAKE]),
        ({"id_number": OTHERS}, [Doubt.TWO_NUMBERS]),
    ],
)
def test_one_name_in_two_years_with_another_employer(
    store: Store, tmp_path: Path, before: dict[str, str], explained: list[str]
) -> None:
    last = replace(one(LI, SAME, employer={"name": "乙公司"}, **before), folder="旧")
    compared(store, tmp_path / "2023", last)
    mine = one(LI, SAME, id_number=GOOD)
    across = compared(store, tmp_path / "2024", mine).of(mine)
    assert [match.explained for match in across.matches] == explained


@pytest.mark.parametrize(("theirs", "why"), [(WORK, SAME_PAGE), (OTHER, Doubt.BLOCK)])
def test_seals_are_compared_with_the_pages_they_stand_on(
    store: Store, tmp_path: Path, theirs: tuple[str, ...], why: str
) -> None:
    last = one(LI, sealed_page("b.jpg", "again", *DAYS, *theirs), id_number=OTHERS)
    mine = one(WANG, sealed_page("a.jpg", "wet1", *DAYS, *WORK), id_number=GOOD)
    compared(store, tmp_path / "2023", last, inks=sketches(last, "again"))
    across = compared(store, tmp_path / "2024", mine, inks=sketches(mine, "wet1")).of(mine)
    (match,) = across.of(MatchKind.SEAL)
    assert (match.whose.batch, match.explained) == ("2023", why)
    assert match.parts is not None
    assert [{whose.name for whose in group} for group in across.persons] == [{LI}, {WANG}]


def test_a_masked_number_is_nobodys(store: Store, tmp_path: Path) -> None:
    survey = Survey(store.engine, store.secret, tmp_path, NOTICE)
    people = [
        survey.entry(one(WANG, id_number=number)).person for number in (GOOD, MISTYPED, "330602********1233", None)
    ]
    assert people == [store.secret.of(GOOD), f"{DOUBTFUL}{store.secret.of(MISTYPED)}", None, None]
