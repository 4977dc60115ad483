"""continuing_education.hours: SX 三（三）, YJ 二（三）1."""

from __future__ import annotations

import pytest

from tests.checks.build import case, document, observe, outcomes, page, word
from verify.model import Case, Slot

ID = "continuing_education.hours"
ENOUGH = (60, 18, 12)


def studied(*documents: object, titles: object = (), **years: tuple[float | None, float | None, float | None]) -> Case:
    fields = ("professional", "general", "industry")
    entries = [{"year": int(y[1:]), **dict(zip(fields, h, strict=True))} for y, h in years.items()]
    return case(*documents, continuing_education=entries, titles=titles)  # type: ignore[arg-type]


def rows(*said: str) -> list[tuple[str, str]]:
    return [(outcome, f"continuing_education[{year}]") for outcome, year in zip(said, (2021, 2022, 2023), strict=True)]


PROOF = document("继续教育/a.pdf", Slot.TRAINING, page("继续教育学时证明", "2021年度", "2022年度"))
OTHER_YEARS = document("继续教育/a.pdf", Slot.TRAINING, page("继续教育学时证明", "2022年度", "2023年度"))
DARK = document("继续教育/a.jpg", Slot.TRAINING, page("继续教育学时证明", confidence=0.3))


@pytest.mark.parametrize(
    ("hours", "outcome"),
    [
        ((60, 18, 12), "pass"),
        ((61, 18, 12), "pass"),
        ((59, 19, 12), "fail"),  # 90 in all
        ((62, 17, 12), "fail"),
        ((62, 18, 11), "fail"),
        ((60, 30, 0), "fail"),  # a surplus of 一般公需 is no 行业公需
        ((0, 0, 0), "fail"),
        ((60, 18, None), "unsure"),
        ((50, 18, None), "fail"),
    ],
)
def test_one_year_of_three(hours: tuple[float, float, float], outcome: str) -> None:
    given = studied(y2021=ENOUGH, y2022=hours, y2023=ENOUGH)
    assert outcomes(ID, given) == rows("pass", outcome, "pass")


def test_each_year_stands_on_its_own() -> None:
    given = studied(y2021=(200, 100, 100), y2022=(30, 18, 12), y2023=ENOUGH)
    assert outcomes(ID, given) == rows("pass", "fail", "pass")


def test_two_entries_of_a_year_add_up() -> None:
    def entered(*hours: tuple[int, int, int]) -> list[tuple[str, str]]:
        entries = [
            {"year": y, "professional": a, "general": b, "industry": c} for y in (2021, 2022, 2023) for a, b, c in hours
        ]
        return outcomes(ID, case(continuing_education=entries))

    assert entered((30, 9, 6), (31, 9, 6)) == rows("pass", "pass", "pass")
    assert entered((30, 9, 6), (30, 9, 6)) == rows("unsure", "unsure", "unsure")  # the same row twice?
    assert entered((60, 18, 12), (60, 18, 12)) == rows("pass", "pass", "pass")
    assert entered((20, 9, 6), (20, 9, 6)) == rows("fail", "fail", "fail")


OLD = [{"name": "助理工程师", "obtained": "2016-12-31", "appointed": "2017-01-01"}]


def test_a_missing_year() -> None:
    assert outcomes(ID, studied(titles=OLD, y2022=ENOUGH, y2023=ENOUGH)) == rows("fail", "pass", "pass")
    for proof, said in ((PROOF, "unsure"), (DARK, "unsure"), (OTHER_YEARS, "fail")):
        assert outcomes(ID, studied(proof, titles=OLD, y2022=ENOUGH, y2023=ENOUGH)) == rows(said, "pass", "pass")


@pytest.mark.parametrize(
    "titles",
    [
        [{"name": "助理工程师", "obtained": "2021-12"}],
        [{"name": "助理工程师", "appointed": "2022-01-01"}],
        [{"name": "技术员", "obtained": "2015-12"}, {"name": "助理工程师"}],
        [],
    ],
)
def test_a_missing_year_may_lie_before_the_present_title(titles: object) -> None:
    assert outcomes(ID, studied(titles=titles, y2022=ENOUGH, y2023=ENOUGH)) == rows("unsure", "pass", "pass")


def test_a_row_whose_year_was_dropped() -> None:
    hours = [{"year": year, "professional": 60, "general": 18, "industry": 12} for year in (None, 2022, 2023)]
    assert outcomes(ID, case(continuing_education=hours, titles=OLD)) == rows("unsure", "pass", "pass")


def test_what_only_shaoxing_says_is_no_message_of_another_notice() -> None:
    (seen,) = observe(ID, studied(y2021=(0, 17, 0)), "yongjia-2021-23")
    assert "抵充" not in seen.message


@pytest.mark.parametrize(
    ("obtained", "said"),
    [
        ("2022-06-30", ("unsure", "unsure", "fail")),
        ("2020-12-31", ("fail", "fail", "fail")),
        ("2023-01-01", ("unsure", "unsure", "unsure")),
    ],
)
def test_years_before_the_present_title_may_not_count(obtained: str, said: tuple[str, str, str]) -> None:
    given = studied(titles=[{"name": "助理工程师", "obtained": obtained}], y2022=(1, 1, 1), y2023=(1, 1, 1))
    assert outcomes(ID, given) == rows(*said)


def test_nothing_on_the_form() -> None:
    assert outcomes(ID, case(PROOF)) == [("unsure", "continuing_education")]
    assert outcomes(ID, case()) == [("na", "continuing_education")]


@pytest.mark.parametrize(
    ("years", "outcome"),
    [
        ({"y2021": (None, 18, None)}, "pass"),
        ({"y2021": (0, 17, 0)}, "fail"),
        ({"y2021": (90, 17, 12)}, "fail"),
        ({"y2021": (None, None, None)}, "unsure"),
        ({"y2020": (None, 18, None)}, "unsure"),
        ({"y2020": (None, 10, None)}, "fail"),
        ({"y2021": (0, 0, 0), "y2020": (None, 18, None)}, "unsure"),
        ({"y2021": (None, 9, None), "y2020": (None, 18, None)}, "unsure"),
        ({"y2021": (None, 9, None), "y2020": (None, 9, None)}, "fail"),
    ],
)
def test_yongjia_asks_for_eighteen_general_hours(years: dict[str, tuple[float, float, float]], outcome: str) -> None:
    assert outcomes(ID, studied(**years), "yongjia-2021-23") == [(outcome, "continuing_education[2021]")]


@pytest.mark.parametrize("licence", ["二级建造师", "中级注册安全工程师"])
def test_a_licence_is_not_the_present_title(licence: str) -> None:
    titles = [*OLD, {"name": licence, "obtained": "2023-10-01", "appointed": "2023-10-01"}]
    assert outcomes(ID, studied(titles=titles, y2022=ENOUGH, y2023=ENOUGH)) == rows("fail", "pass", "pass")


@pytest.mark.parametrize(
    ("appointed", "said"),
    [
        ("2020-12-31", ("fail", "fail", "fail")),
        ("2022-03-01", ("unsure", "unsure", "fail")),
        ("2023-03-01", ("unsure", "unsure", "unsure")),
    ],
)
@pytest.mark.parametrize("before", [[], OLD])  # the first appointment, or another employer's
def test_years_before_the_appointment_may_not_count(
    before: list[dict[str, str]], appointed: str, said: tuple[str, str, str]
) -> None:
    titles = [*before, {"name": "助理工程师", "obtained": "2016-12-31", "appointed": appointed}]
    assert outcomes(ID, studied(titles=titles, y2022=(1, 1, 1), y2023=(1, 1, 1))) == rows(*said)


def test_what_is_not_sure_of_an_appointment_is_said() -> None:
    titles = [{"name": "助理工程师", "obtained": "2016-12-31", "appointed": "2022-03-01"}]
    (seen, *_) = observe(ID, studied(titles=titles, y2022=ENOUGH, y2023=ENOUGH))
    assert "受聘现资格（2022 年）之前或当年" in seen.message
    assert "请人工确认" in seen.message


def result(text: str, name: str = "王建国", sure: float = 0.98, label: str = "考核结果：") -> Case:
    shown = page("继续教育学时登记证明", f"姓名：{name}", "2021年度 一般公需 18", (f"{label}{text}", sure))
    return case(document("继续教育/a.pdf", Slot.TRAINING, shown), continuing_education=[{"year": 2021, "general": 18}])


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        (result("不合格"), "fail"),
        (result("未通过", label="考试结果："), "fail"),
        (result("合格"), "na"),
        (result(""), "na"),
        (result("不合格", sure=0.7), "unsure"),
        (result("不合格", name="李明"), "unsure"),
    ],
)
def test_yongjia_asks_for_a_test_that_was_passed(found: Case, outcome: str) -> None:
    expected = [("pass", "continuing_education[2021]"), (outcome, "continuing_education.exam")]
    assert outcomes(ID, found, "yongjia-2021-23") == expected


def test_a_result_that_was_not_read_is_not_said_to_be_checked() -> None:
    told = observe(ID, result(""), "yongjia-2021-23")[1].message
    assert "是否考核合格未核对" in told


def test_a_column_of_results() -> None:
    cells = [word(text, x=x, y=y) for y, texts in ((260, ("年度", "考核结果")), (320, ("2021", "不合格")))
             for x, text in zip((100, 400), texts, strict=True)]  # fmt: skip
    found = case(document("继续教育/a.pdf", Slot.TRAINING, page("姓名：王建国", *cells)))
    assert ("fail", "continuing_education.exam") in outcomes(ID, found, "yongjia-2021-23")
    again = [*cells, word("2021", x=100, y=380), word("合格", x=400, y=380)]  # taken again
    found = case(document("继续教育/a.pdf", Slot.TRAINING, page("姓名：王建国", *again)))
    assert ("unsure", "continuing_education.exam") in outcomes(ID, found, "yongjia-2021-23")
