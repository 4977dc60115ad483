"""The figures on seals: how cases are drawn, judged and counted."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scripts.seal_eval.rendered import outcome_of, overlap
from scripts.seal_eval.samples import Sample
from scripts.seal_eval.share import shares
from scripts.seal_eval.twins import Tally, tally, twins_of
from scripts.seal_eval.ways import score
from scripts.sealkit import faces
from scripts.sealkit.case import Case, case_of
from scripts.sealkit.names import LONGEST, ROLES, SHORTEST, parties_of
from tests.read.test_seals import Mute
from verify.orgs import Owner
from verify.page import Seal

needs_fonts = pytest.mark.skipif("noto-serif" not in faces.installed(), reason="Noto Serif CJK is not installed")


@pytest.fixture(scope="module")
def case() -> Case:
    return case_of(3, 5)


def test_parties_are_of_all_roles_and_none_is_another() -> None:
    for seed in range(40):
        names = parties_of(random.Random(seed))
        assert tuple(name.role for name in names) == ROLES
        assert all(SHORTEST <= len(name.text) <= LONGEST for name in names)
        assert len({name.brand for name in names}) == len(names)


def test_a_twin_differs_by_one_character() -> None:
    roll = random.Random(1)
    for name in parties_of(roll):
        twin = name.twin(roll)
        assert len(twin.text) == len(name.text)
        assert sum(a != b for a, b in zip(name.text, twin.text, strict=True)) == 1


@needs_fonts
def test_a_case_is_the_same_twice(case: Case) -> None:
    again = case_of(3, 5)
    assert again.jpeg == case.jpeg
    assert (again.name, again.box, again.whose) == (case.name, case.box, case.whose)
    assert case_of(3, 6).jpeg != case.jpeg


@needs_fonts
def test_the_seal_lies_in_its_box(case: Case) -> None:
    x0, y0, x1, y1 = case.box
    assert 0 <= x0 < x1 <= case.image.shape[1]
    assert 0 <= y0 < y1 <= case.image.shape[0]
    assert max(x1 - x0, y1 - y0) == pytest.approx(case.size, rel=0.35)


@needs_fonts
@pytest.mark.parametrize(
    ("whose", "decision", "outcome"),
    [
        ("employer", Owner("employer", "甲", 1.0), "right"),
        ("employer", Owner("unreadable", None, 0.5), "unsure"),
        ("employer", Owner("other", "乙", 1.0), "wrong"),
        ("party", Owner("other", "乙", 1.0), "right"),
        ("party", Owner("other", "乙的误读", 0.9), "right"),
        ("party", Owner("other", "丙", 1.0), "wrong"),
        ("party", Owner("employer", "甲", 0.9), "wrong"),
        ("unknown", Owner("other", "丁", 0.9), "right"),
        ("unknown", Owner("other", "丙", 0.9), "wrong"),
    ],
)
def test_decisions_are_counted(case: Case, whose: str, decision: Owner, outcome: str) -> None:
    name = {"employer": "甲", "party": "乙", "unknown": "丁"}[whose]
    judged = replace(case, whose=whose, name=name, employer="甲", others=("乙", "丙"))
    assert outcome_of(judged, decision) == outcome


def test_twins_have_a_letter_of_the_brand_as_it_may_have_been_read() -> None:
    read = twin_seal((("成", 0.6), ("誉", 0.3), ("盛", 0.04)))
    assert twins_of(read, "浙江中成建工集团有限公司") == ["浙江中盛建工集团有限公司", "浙江中誉建工集团有限公司"]
    assert twins_of(twin_seal((("成", 0.99),)), "浙江中成建工集团有限公司") == []


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ((("成", 0.6), ("誉", 0.3)), Tally(1, 1, 1, 0, 0)),
        ((("成", 0.95), ("誉", 0.04)), Tally(1, 1, 0, 0, 0)),
        ((("誉", 0.95),), Tally(1, 1, 1, 1, 1)),
        ((("成", 0.99),), Tally()),
    ],
)
def test_twins_that_come_through_are_counted(letter: tuple[tuple[str, float], ...], expected: Tally) -> None:
    found = tally(twin_seal(letter), "浙江中成建工集团有限公司", ["绍兴市博远勘测设计有限公司"])
    assert found == expected
    assert found + Tally() == found


def twin_seal(letter: tuple[tuple[str, float], ...]) -> Seal:
    """A seal that reads 浙江中?建工集团有限公司 twice."""
    before, after = ([((text, 0.99),) for text in part] for part in ("浙江中", "建工集团有限公司"))
    line = (*before, letter, *after)
    title = "".join(one[0][0] for one in line)
    return Seal(title, (), "unit", "circle", "red", (0, 0, 200, 200), 0.98, (title,), lattice=(line, line))


def test_overlap_of_boxes() -> None:
    assert overlap((0, 0, 10, 10), (0, 0, 10, 10)) == 1.0
    assert overlap((0, 0, 10, 10), (10, 0, 20, 10)) == 0.0
    assert overlap((0, 0, 10, 10), (5, 0, 15, 10)) == pytest.approx(1 / 3)


def test_a_file_of_two_titles_is_exact_with_both_only() -> None:
    sample = Sample("seals/a.png", "A", ("甲公司", "乙公司"), (), Path("a.png"), np.zeros((1, 1, 3), np.uint8))
    assert score(sample, ("乙公司", "甲 公司")).exact
    assert not score(sample, ("甲公司",)).exact
    assert score(sample, ("甲公司", "丙公司")).near == pytest.approx((1 + 2 / 3) / 2)
    assert score(sample, ()).near == 0.0


def test_blank_pages_have_no_share() -> None:
    white = np.full((300, 200, 3), 255, np.uint8)
    dotted = white.copy()
    dotted[100:200:4, 20:180] = 0
    measured = shares(iter([("white", white), ("dotted", dotted)]), Mute())
    assert [share.name for share in measured] == ["dotted"]
    assert measured[0].seals > 0
    assert measured[0].rest > 0
