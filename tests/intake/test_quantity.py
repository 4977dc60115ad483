from __future__ import annotations

import pytest

from verify.intake.form_fields import settle
from verify.intake.quantity import number_in

WRITTEN = [
    ("60", "60"),
    ("60学时", "60"),
    ("６２ 学时", "62"),
    ("12.5课时", "12.5"),
    ("-3", "-3"),
    ("六十", "60"),
    ("十八学时", "18"),
    ("十", "10"),
    ("九", "9"),
    ("一百零八分", "108"),
    ("一百二十", "120"),
    ("二〇二三年", "2023"),
    ("2023年度", "2023"),
    ("约60", None),
    ("60+12", None),
    ("60至70学时", None),
    ("九五", "95"),
    ("学时", None),
    ("", None),
    ("nan", None),
    ("1e9", None),
]


@pytest.mark.parametrize(("text", "number"), WRITTEN)
def test_numbers_as_people_write_them(text: str, number: str | None) -> None:
    assert number_in(text) == number


def test_a_form_with_units_loses_nothing() -> None:
    entry = {"year": "二〇二三年", "professional": "60学时", "general": "十八", "industry": "12"}
    settled = settle({"name": "王建", "continuing_education": [entry]})
    (training,) = settled.form.continuing_education
    assert (training.year, training.professional, training.general, training.industry) == (2023, 60, 18, 12)
    assert settled.bad == ()


def test_what_is_no_number_is_told() -> None:
    settled = settle({"name": "王建", "continuing_education": [{"year": 2023, "professional": "约六十"}]})
    assert [(bad.path, bad.found) for bad in settled.bad] == [(("continuing_education", 0, "professional"), '"约六十"')]
