"""Numbers of diplomas: ED-05."""

from __future__ import annotations

import pytest

from checks.diploma_number import decode, digits_in, unusual


def test_eighteen_digits_are_taken_apart() -> None:
    number = decode("109991201205001234")
    assert number
    assert (number.year, number.level) == (2012, "05")


@pytest.mark.parametrize(
    "digits", ["10999120120500123", "1099912012050012345", "109991012005001234", "10999x201205001234", ""]
)
def test_other_numbers_are_not(digits: str) -> None:
    assert decode(digits) is None


TEXTS = [
    ("证书编号：109991201205001234", "109991201205001234"),
    ("1099 9120 1205 0012 34", "109991201205001234"),
    ("123456789", None),
    ("109991201205001234、109991201205001235", None),
    ("浙高教字001号", None),
]


@pytest.mark.parametrize(("text", "digits"), TEXTS)
def test_digits_in_a_text(text: str, digits: str | None) -> None:
    assert digits_in(text) == digits


LENGTHS = [
    (18, 2012, True),
    (17, 2001, True),
    (17, 2002, True),
    (17, 2012, False),
    (16, 2012, False),
    (12, 1998, True),
    (12, None, True),
]


@pytest.mark.parametrize(("length", "year", "usual"), LENGTHS)
def test_the_usual_length_of_a_year(length: int, year: int | None, usual: bool) -> None:
    assert (unusual("1" * length, year) is None) == usual
