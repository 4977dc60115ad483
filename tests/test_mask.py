"""What is an ID number and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.build import ID, MASKED
from verify.mask import clean, mask_ids, mask_number, tidy

WIDE = "３３０６０２１９８５０４１２１２３２"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"身份证号{ID}。", f"身份证号{MASKED}。"),
        ("11010119900307001X", "110101********001X"),
        ("11010119900307001x", "110101********001X"),
        ("11010119900307001×", "110101********001X"),
        (WIDE, MASKED),
        ("330602 19850412 1232", MASKED),
        ("3 3 0 6 0 2 1 9 8 5 0 4 1 2 1 2 3 2", MASKED),
        ("330602\u300019850412\u00a0123 X", "330602********123X"),
        (f"1 {ID} 2023", f"1 {MASKED} 2023"),
        (f"{ID} {ID}", f"{MASKED} {MASKED}"),
        ("33060219850412123", "330602********2123"),  # a digit lost
        ("3306021985041212322", "330602********2322"),  # a digit doubled
        ("330602-19850412-1232", MASKED),
        ("330602.19850412.1232", MASKED),
        ("330602 — 19850412 — 1232", MASKED),
        ("3306-0219-8504-1212-35", "330602********1235"),  # by its check digit
        ("330602850412123", "330602********2123"),  # of the first generation
        ("330602200110120-037", "330602********0037"),  # its first part would be one of the first generation
        (f"张三{ID}.jpg", f"张三{MASKED}.jpg"),
    ],
)
def test_masks_resident_ids(text: str, shown: str) -> None:
    assert mask_ids(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        MASKED,
        "91330600146000000X",  # unified credit code
        "12330600471700000X",
        "3306022103180101",  # project number
        "3306021905120101-SX-001",
        "3306021905120101 01",
        "3306021905120101-01",
        "330109202101210222",  # permit, by the date of its issue
        "330602198513121232",  # no such month
        "990602198504121232",  # no such province
        "330602850432123",  # 15 digits, no such day
        "3306020012345",  # a seal's number
        "33060219850412123245",  # 20 digits
        "3306021905120101-09",  # the same, with a right check digit
        "330602-20190612-1232",  # born later than anyone
        "2021.04.12-2023.06.30-10",
        "2021-04-12 2023-06-30 2023 12 31 2024",
        "",
    ],
)
def test_leaves_what_is_no_id(text: str) -> None:
    assert mask_ids(text) == text


def test_masks_the_number_of_the_form_even_if_mistyped() -> None:
    assert mask_ids("填写为 330602198513121232", ["330602198513121232"]) == "填写为 330602********1232"


@pytest.mark.parametrize(
    ("number", "shown"),
    [(ID, MASKED), ("3306021985", "33****85"), ("33060", "*****"), (f" {WIDE} ", MASKED)],
)
def test_mask_number_hides_whatever_stands_in_the_field(number: str, shown: str) -> None:
    assert mask_number(number) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("a\u202eb\u2066c\u200bd\ufeff", "abcd"),
        ("a\x00\x07\x1b[31mb", "a[31mb"),
        ("a\udcffb\uffff", "a\ufffdb\ufffd"),
        ("a\r\nb\rc\u2028d\te", "a\nb\nc\nd\te"),
        ("中文，全角。𠮷", "中文，全角。𠮷"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_invisible_characters_do_not_hide_an_id() -> None:
    assert tidy(ID[:9] + "\u200b" + ID[9:]) == MASKED


@given(st.text())
def test_tidy_gives_what_can_be_written_and_is_stable(text: str) -> None:
    shown = tidy(text)
    assert shown.encode().decode() == shown
    assert tidy(shown) == shown
