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
    assert first == ("unsure", f"assessments[{years[0]}]")  # counted to 2021-12 it does not count
    if len(years) > 1:
        last = case(assessments=good[:-1], applying_for={"title": title}, **form)
        assert outcomes("assessment.years", last, YJ)[-1] == ("fail", "assessments[2020]")


BARELY: list[tuple[dict[str, Any], list[int], list[str]]] = [
    ({"titles": [{"name": "技术员", "obtained": "2017-12-31"}]}, [2018, 2019, 2020], ["unsure", *["pass"] * 3]),
    ({"education": [{"level": "大专", "graduated": "2018-12"}]}, [2019, 2020], ["unsure", "pass", "pass"]),
    ({"education": [{"level": "本科", "graduated": "2020-12"}]}, [2021], ["unsure"]),
    ({"education": [{"level": "高中", "graduated": "2016-06"}]}, [2017, 2018, 2019], ["fail", *["pass"] * 3, "fail"]),
    ({"education": [{"level": "高中"}, {"level": "大学专科（函授）"}]}, [2018, 2019, 2020], ["pass"] * 3),
    ({"education": [{"level": "初中"}], "skills": [{"level": "高级工（三级）"}]}, [2019, 2020], ["pass"] * 2),
    ({"education": [{"level": "初中"}], "skills": [{"level": "特级匠人"}]}, [2019, 2020], ["na"]),
    ({"education": [{"level": "高中"}], "titles": [{"name": "施工员"}]}, [2020], ["na"]),
    ({"education": [{"level": "大专"}], "skills": [{"level": "高级工", "obtained": "2020-01-02"}]}, [2020], ["fail", "fail", "pass"]),
    ({"education": [{"level": "大专"}], "skills": [{"level": "高级工", "obtained": "2020-01-01"}]}, [2019, 2020], ["pass"] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("form", "years", "said"), BARELY)
def test_yongjia_accuses_nobody_whose_route_or_time_is_in_doubt(
    form: dict[str, Any], years: list[int], said: list[str]
) -> None:
    good = [{"year": year, "grade": "合格"} for year in years]
    given = case(assessments=good, applying_for={"title": "助理工程师"}, **form)
    assert [outcome for outcome, _ in outcomes("assessment.years", given, YJ)] == said


def test_a_bad_grade_in_a_year_that_one_reading_leaves_out() -> None:
    form: dict[str, Any] = {"applying_for": {"title": "助理工程师"}, "education": [{"level": "大专"}]}
    given = case(assessments=entries(y2018="不合格", y2019="合格", y2020="合格"), **form)
    assert outcomes("assessment.grade", given, YJ) == rows("unsure", "pass", "pass", first=2018)
    given = case(assessments=entries(y2018="不合格", y2019="不合格", y2020="合格"), **form)
    assert outcomes("assessment.grade", given, YJ) == rows("fail", "fail", "pass", first=2018)


TITLE = "专业技术人员年度考核登记表"
THIRD = [
    ((TITLE, "（2O23年度）"), "pass"),
    ((TITLE, "（二〇二三年度）"), "pass"),
    ((TITLE, "（23年度）"), "pass"),
    ((f"2023年度{TITLE}",), "pass"),
    (("2023年度", TITLE), "pass"),
    ((TITLE, *row("考核年度", "2023", y=400)), "pass"),
    ((TITLE, "（20年度）"), "unsure"),  # the year was written by hand and not read
    ((TITLE, "姓名 王建国"), "unsure"),
    (("（2023年度）", "姓名 王建国"), "unsure"),
    ((TITLE, "2021、2022、2023年度"), "unsure"),
    ((TITLE, "（2021-2023年度）"), "unsure"),
    (("荣誉证书", "2023年度先进工作者"), "unsure"),
    (("荣誉证书", "先进工作者"), "fail"),
    ((TITLE, "（2022年度）"), "fail"),
    (("考核意见", "该同志工作认真", "签名：李明"), "fail"),  # the back of the form before it
    (("姓名", "性别", "出生年月"), "unsure"),
]


@pytest.mark.parametrize(("lines", "outcome"), THIRD)
def test_several_forms_in_one_file(lines: tuple[Any, ...], outcome: str) -> None:
    pages = [page(TITLE, f"（{year}年度）", number=n) for n, year in enumerate((2021, 2022), 1)]
    file = document("年度考核/a.pdf", Slot.ASSESSMENT, *pages, page(*lines, number=3))
    assert outcomes("assessment.years", case(file, assessments=GOOD)) == rows("pass", "pass", outcome)


INNOCENT = [
    ("考核意见：该同志工作踏实，分项工程无一不合格",),
    ("考核意见", "分项工程无一不合格"),
    ("考核等次：分项工程无一不合格",),
    row("考核等次", "不合格□", "合格☑", "优秀□", y=900),
    row("考核等次", "优秀□", "合格□", "基本合格☑", y=900),
    row("考核等次", "不合格", "合格", "优秀", y=900),
    row("考核等次", "不合格", "□", y=900),
    ("考核结果", "不合格", "合格", "优秀"),
    row("考核等次", "不合格", y=900, confidence=0.7),
]


@pytest.mark.parametrize("lines", INNOCENT)
def test_prose_and_boxes_to_tick_give_no_grade(lines: tuple[Any, ...]) -> None:
    assert outcomes("assessment.grade", case(sheet(2021, *lines), assessments=GOOD[1:])) == rows("na", "pass", "pass")
    assert outcomes("assessment.grade", case(sheet(2021, *lines), assessments=GOOD)) == rows("pass", "pass", "pass")


def test_a_bad_grade_is_shown_on_the_page() -> None:
    bad = [*entries(y2021="基本合格"), *GOOD[1:]]
    for line in ("考核等次为：基本合格", "经考核，2021年度为基本合格等次"):
        (first, *_) = observe("assessment.grade", case(sheet(2021, line), assessments=bad))
        assert first.outcome.value == "fail"
        assert first.evidence[0].box
        assert "基本合格" in (first.evidence[0].text or "")


def test_yongjia_without_a_route_or_results_does_not_judge() -> None:
    known = {"applying_for": {"title": "助理工程师"}, "education": [{"level": "本科"}]}
    for id in ("assessment.years", "assessment.grade"):
        assert outcomes(id, case(assessments=GOOD), YJ) == [("na", "assessments")]
    assert outcomes("assessment.years", case(**known), YJ) == [("na", "assessments")]
    assert "条" in observe("assessment.years", case(), YJ)[0].message


@pytest.mark.parametrize("level", ["高职高专", "大学", "职高", "职业高中", "中技"])
def test_a_level_that_opens_a_route_opens_its_years_too(level: str) -> None:
    form = {"applying_for": {"title": "助理工程师"}, "education": [{"level": level, "graduated": "2005-07"}]}
    found = case(assessments=[{"year": 2020, "grade": "合格"}], **form)
    assert "na" not in {outcome for outcome, _ in outcomes("assessment.years", found, "yongjia-2021-23")}


def test_a_licence_beside_a_degree_hides_no_years() -> None:
    form = {"applying_for": {"title": "助工"}, "education": [{"level": "大专", "graduated": "2010-07"}]}
    found = case(assessments=[{"year": 2020, "grade": "不合格"}], titles=[{"name": "二级建造师"}], **form)
    assert ("fail", "assessments[2020]") in outcomes("assessment.grade", found, "yongjia-2021-23")
