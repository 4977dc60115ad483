"""The drawn pages on which project.platform_page_genuine is measured: innocent ones are in order, the others are not."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from checks.platform_numbers import decode
from scripts.fixturekit.fonts import FOLDER
from scripts.fixturekit.screen_defects import DEFECTS, SUBMITTED, facts, planted, render

needs_fonts = pytest.mark.skipif(not FOLDER.is_dir(), reason="Noto CJK is not installed")


def test_innocent_pages_are_in_order() -> None:
    for seed in range(100):
        shown, number = facts(seed)
        said = {label: date.fromisoformat(day) for label, day in shown.stage if label.endswith("日期")}
        days = [said[label] for label in ("合同签订日期", "施工许可发证日期", "实际开工日期", "实际竣工验收日期")]
        assert days == sorted(days)
        assert days[-1] <= SUBMITTED
        assert decode(number, SUBMITTED).level == "good"


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_changes_the_page(defect: str) -> None:
    assert all(planted(defect, seed) != facts(seed)[0] for seed in range(30))


def test_a_forged_number_does_not_decode() -> None:
    for seed in range(50):
        assert decode(dict(planted("number", seed).pairs)["项目编号"], SUBMITTED).level == "fail"


@needs_fonts
def test_a_page_comes_out_the_same_on_every_run() -> None:
    assert np.array_equal(np.asarray(render("odd-size", 3)), np.asarray(render("odd-size", 3)))
    assert not np.array_equal(np.asarray(render(None, 3)), np.asarray(render(None, 4)))
