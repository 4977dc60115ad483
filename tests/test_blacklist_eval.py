"""The figures on blacklists: how samples are drawn and counted, and that no innocent one fails."""

from __future__ import annotations

from random import Random

import pytest
from rapidfuzz.distance import Levenshtein

from scripts.fraud_eval.blacklists import innocents, measure, planted
from scripts.fraud_eval.readings import SLIP, Line, page
from verify.finding import Outcome


def test_the_same_seed_draws_the_same_samples() -> None:
    assert list(planted(3, 9)) == list(planted(3, 9)) != list(planted(4, 9))
    assert list(innocents(3, 9)) == list(innocents(3, 9)) != list(innocents(4, 9))


def test_every_planted_sample_should_fail_and_no_innocent_one() -> None:
    assert {sample.expected for sample in planted(1, 30)} == {Outcome.FAIL}
    assert {sample.expected for sample in innocents(1, 60)} == {Outcome.PASS, Outcome.UNSURE}


def test_readers_slip_as_often_as_is_said_and_each_in_its_own_place() -> None:
    text = "装配式剪力墙灌浆套筒连接质量控制研究"
    read = page([Line(text, 100)] * 5000, Random(1), twice=True)
    slips = sum(Levenshtein.distance(text, word.text) for word in read.words) / (5000 * len(text))
    assert slips == pytest.approx(SLIP, rel=0.1)
    assert [word.text for word in read.words] != [word.text for word in read.second]


@pytest.mark.parametrize("seed", [1, 2])
def test_recall_is_high_and_nobody_is_accused_falsely(seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    told = measure(300, seed)
    assert told.accused == ()
    assert told.needless == ()
    assert told.flagged >= 0.95 * told.planted
    assert told.failed >= 0.6 * told.planted
    assert "planted 300" in capsys.readouterr().out
