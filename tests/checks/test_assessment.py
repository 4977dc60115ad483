"""assessment.years and assessment.grade: SX 附件1 一4, 附件4 二4; YJ 二（三）2, 五3."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.build import case, document, observe, outcomes, page, row, word
from verify.model import Document, Slot

YJ = "yongjia-2021-23"


def entries(**years: str | None) -> list[dict[str, Any]]:
    return [{"year": int(year[1:]), "grade": grade} for year, grade in years.items()]


def sheet(year: int, *lines: Any) -> Document:
    shown = page("专业技术人员年度考核登记表", f"（{year} 年度）", *lines)
    return document(f"年度考核/{year}.pdf", Slot.ASSESSMENT, shown)


SHEETS = (sheet(2021), sheet(2022), sheet(2023))
GOOD = entries(y2021="合格", y2022="优秀", y2023="称职")


def rows(*said: str, first: int = 2021) -> list[tuple[str, str]]:
    return [(outcome, f"assessments[{first + n}]") for n, outcome in enumerate(said)]


def test_years_on_form_and_sheets() -> None:
    assert outcomes("assessment.years", case(*SHEETS, assessments=GOOD)) == rows("pass", "pass", "pass")


def test_years_where_only_one_of_them_is_there() -> None:
    sheets = [*rows("pass", "pass", "pass"), ("na", "assessments[填报]")]
    assert outcomes("assessment.years", case(*SHEETS)) == sheets
    form = [*rows("pass", "pass", "pass"), ("fail", "assessments")]
    assert outcomes("assessment.years", case(assessments=GOOD)) == form
    assert outcomes("assessment.years", case()) == [("fail", "assessments")]


def test_a_year_without_its_sheet() -> None:
    assert outcomes("assessment.years", case(*SHEETS[1:], assessments=GOOD)) == rows("fail", "pass", "pass")
    dark = document("年度考核/x.jpg", Slot.ASSESSMENT, page("专业技术人员年度考核登记表"))
    assert outcomes("assessment.years", case(*SHEETS[1:], dark, assessments=GOOD)) == rows("unsure", "pass", "pass")


def test_2022_to_2024_is_another_reading() -> None:
    given = case(*SHEETS[1:], sheet(2024), assessments=entries(y2022="合格", y2023="合格", y2024="合格"))
    assert outcomes("assessment.years", given) == rows("unsure", "pass", "pass")


def test_other_years_told_of_in_the_summary_are_not_the_sheets() -> None:
    summary = word("2021年度本人在项目部担任技术员，比上一年度有进步。", y=1000)
    given = case(sheet(2022, summary), sheet(2023), assessments=GOOD)
    assert outcomes("assessment.years", given) == rows("fail", "pass", "pass")


GRADES = [
    ("合格", "pass"), ("优秀", "pass"), ("称职", "pass"), ("良好", "pass"), ("2022合格", "pass"), ("基本合格", "fail"),
    ("基本称职", "fail"), ("不合格", "fail"), ("不称职", "fail"), ("不定等次", "unsure"), ("", "unsure"),
    (None, "unsure"), ("A", "unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("grade", "outcome"), GRADES)
def test_grade_on_the_form(grade: str | None, outcome: str) -> None:
    given = case(assessments=entries(y2021="合格", y2022=grade, y2023="合格"))
    assert outcomes("assessment.grade", given) == rows("pass", outcome, "pass")


def test_a_year_that_is_missing_is_another_checks_finding() -> None:
    assert outcomes("assessment.grade", case(assessments=GOOD[1:])) == rows("na", "pass", "pass")


def test_grade_on_the_sheet() -> None:
    def graded(*lines: Any) -> list[tuple[str, str]]:
        return outcomes("assessment.grade", case(sheet(2021, *lines), assessments=GOOD[1:]))

    assert graded(*row("考核等次", "合格", y=900)) == rows("pass", "pass", "pass")
    assert graded("考核结果：基本合格") == rows("fail", "pass", "pass")
    assert graded("考核等次：优秀□ 合格☑ 不合格□") == rows("na", "pass", "pass")


def test_form_and_sheet_disagree() -> None:
    given = case(sheet(2021, "考核结果：不合格"), assessments=GOOD)
    assert outcomes("assessment.grade", given) == rows("unsure", "pass", "pass")


def test_a_bad_grade_in_a_year_that_may_count() -> None:
    given = case(assessments=[*GOOD, *entries(y2024="不合格")])
    assert outcomes("assessment.grade", given) == [*rows("pass", "pass", "pass"), ("unsure", "assessments[2024]")]


ROUTES: list[tuple[str, dict[str, Any], list[int]]] = [
    ("助理工程师", {"education": [{"level": "本科"}]}, [2020]),
    ("助理工程师", {"education": [{"level": "大专"}]}, [2018, 2019, 2020]),
    ("助理工程师", {"education": [{"level": "高中"}], "titles": [{"name": "技术员"}]}, [2017, 2018, 2019, 2020]),
    ("助理工程师", {"education": [{"level": "初中"}], "skills": [{"level": "高级工"}]}, [2019, 2020]),
    ("技术员", {"education": [{"level": "中专"}]}, [2019, 2020]),
    ("技术员", {"education": [{"level": "高中"}]}, list(range(2015, 2021))),
]


@pytest.mark.parametrize(("title", "form", "years"), ROUTES)
def test_yongjia_counts_the_years_of_the_shortest_route(title: str, form: dict[str, Any], years: list[int]) -> None:
    good = [{"year": year, "grade": "合格"} for year in years]
    for id in ("assessment.years", "assessment.grade"):
        given = case(assessments=good, applying_for={"title": title}, **form)
        assert outcomes(id, given, YJ) == [("pass", f"assessments[{year}]") for year in years]
    given = case(assessments=[*good[1:], {"year": 1990, "grade": "合格"}], applying_for={"title": title}, **form)
    (first, *_) = outcomes("assessment.years", given, YJ)
    assert first == ("fail", f"assessments[{years[0]}]")


def test_yongjia_without_a_route_or_results_does_not_judge() -> None:
    known = {"applying_for": {"title": "助理工程师"}, "education": [{"level": "本科"}]}
    for id in ("assessment.years", "assessment.grade"):
        assert outcomes(id, case(assessments=GOOD), YJ) == [("na", "assessments")]
    assert outcomes("assessment.years", case(**known), YJ) == [("na", "assessments")]
    assert "条" in observe("assessment.years", case(), YJ)[0].message
