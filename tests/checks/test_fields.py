"""Values after labels, and how they compare with the form."""

from __future__ import annotations

import pytest

from checks.fields import Agreement, compare, day_of, fields, number_of, well_read
from tests.checks.build import document, page, row
from verify.dates import PartialDate
from verify.model import Document, Slot


def paper(*lines: str, confidence: float = 0.98) -> Document:
    return document("学历学位/备案表.pdf", Slot.EDUCATION, page(*lines, confidence=confidence))


@pytest.mark.parametrize("line", ["姓名：王建", "姓名 王建", "姓 名: 王建"])
def test_value_after_its_label(line: str) -> None:
    (field,) = fields([paper("教育部学历证书电子注册备案表", line)], ["姓名"])
    assert field.text == "王建"
    assert field.shown.file == "学历学位/备案表.pdf"
    assert field.shown.page == 1


def test_no_label_no_value() -> None:
    assert fields([paper("学校名称：浙江大学")], ["姓名"]) == []


@pytest.mark.parametrize(
    ("claimed", "said", "agreement"),
    [
        ("浙江大学", "浙江大学", "same"),
        ("浙江 大学", "浙江大学", "same"),
        ("10335120080501234", "1O335120080501234", "near"),  # a letter for a nought
        ("土木工程", "土木工程(建筑方向)", "near"),
        ("土木工程系", "士木工程系", "near"),
        ("王建", "王健", "differs"),  # too short to be near
        ("浙江大学", "宁波职业技术学院", "differs"),
    ],
)
def test_agreement(claimed: str, said: str, agreement: Agreement) -> None:
    got, field = compare(claimed, fields([paper(f"学校名称：{said}")], ["学校名称"]))
    assert got == agreement
    assert field is not None


def test_what_was_read_badly_does_not_differ() -> None:
    assert compare("浙江大学", fields([paper("学校名称：宁波学院", confidence=0.7)], ["学校名称"]))[0] == "near"


def test_the_best_of_several_counts() -> None:
    said = fields([paper("学校名称：宁波学院", "学校名称：浙江大学")], ["学校名称"])
    assert compare("浙江大学", said)[0] == "same"
    assert compare("浙江大学", []) == ("unread", None)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2008年6月30日", PartialDate(2008, 6, 30)),
        ("2008-06-30", PartialDate(2008, 6, 30)),
        ("二〇〇八年六月三十日", PartialDate(2008, 6, 30)),
        ("2008年6月", PartialDate(2008, 6)),
        ("2008.06", PartialDate(2008, 6)),
        ("2020.13", None),
        ("2004年9月至2008年6月", None),
        ("长期", None),
    ],
)
def test_day(said: str, day: PartialDate | None) -> None:
    (field,) = fields([paper(f"毕业日期：{said}")], ["毕业日期"])
    assert day_of(field) == day


@pytest.mark.parametrize(("said", "number"), [("72学时", 72.0), ("18.5", 18.5), ("60+18", None), ("若干", None)])
def test_number(said: str, number: float | None) -> None:
    (field,) = fields([paper(f"合计：{said}")], ["合计"])
    assert number_of(field) == number


def test_a_page_in_the_dark_says_nothing() -> None:
    assert well_read([paper("教育部学历证书电子注册备案表")])
    assert not well_read([paper("教育部学历证书电子注册备案表", confidence=0.3)])
    assert not well_read([document("学历学位/a.jpg", Slot.EDUCATION)])


def test_a_label_whose_letters_stand_apart() -> None:
    spaced = document(
        "a.jpg", Slot.TITLE, page(*row("姓", "名：李志强", gap=20), *row("校", "名", "越州工业大学", gap=30, y=300))
    )
    assert [field.text for field in fields([spaced], ["姓名"])] == ["李志强"]
    assert [field.text for field in fields([spaced], ["校名"])] == ["越州工业大学"]
    assert fields([spaced], ["学历"]) == []
