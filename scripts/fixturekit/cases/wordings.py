"""Words that a form may use and the notice does not: titles, kinds of application, committees. Forms alone."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form

DEGREE = {"level": "本科", "school": "越州工业大学", "major": "土木工程", "graduated": "2012-06-30"}
TITLE = {"name": "助理工程师", "obtained": "2016-12-28", "appointed": "2017-01-01"}
LICENCE = {"name": "二级建造师", "obtained": "2023-10-01"}
OTHER_COMMITTEE = "宁波市建设工程专业中级评审委员会"


def _target(**target: Any) -> Build:
    return lambda folder: form(
        folder, applying_for=target, education=[DEGREE], titles=[TITLE], in_prefab_since="2019-03-01"
    )


def _public() -> Build:
    employer = {"name": "宁湖市建设工程质量检测站", "kind": "事业单位"}
    more = {"education": [DEGREE], "titles": [TITLE], "in_prefab_since": "2019-03-01", "employer": employer}
    return lambda folder: form(folder, applying_for={"title": "工程师", "route": "正常申报"}, **more)


def _studied(*years: int, **more: Any) -> Build:
    hours = [{"year": year, "professional": 60, "general": 18, "industry": 12} for year in years]
    return lambda folder: form(folder, continuing_education=hours, titles=[TITLE, LICENCE], **more)


CASES = (
    Case("eligibility.route", "pass", "middle-grade-word", "中级工程师 is 工程师", _target(title="中级工程师", route="正常申报")),
    Case(
        "eligibility.route", "unsure", "unknown-title", "a title that the notice does not have: nothing was checked",
        _target(title="副高级工程师", route="正常申报"),
    ),
    Case(
        "eligibility.route", "unsure", "unknown-kind", "a kind of application that the notice does not know",
        _target(title="工程师", route="破格申报"),
    ),
    Case("eligibility.route", "unsure", "public-institution", "one sentence says 企业, another 事业单位", _public()),
    Case(
        "form.category", "fail", "another-citys-committee", "sent to another city's committee",
        _target(title="工程师", category="施工与监理类", committee=OTHER_COMMITTEE),
    ),
    Case(
        "continuing_education.hours", "fail", "licence-is-no-title",
        "2021 is missing; a licence of 2023 is not the present title", _studied(2022, 2023),
    ),
    Case(
        "self_assessment.score", "fail", "short-word", "自评 is 自评申报: 96 points",
        lambda folder: form(folder, applying_for={"title": "工程师", "route": "自评"}, self_assessment={"score": 96}),
    ),
    Case(
        "insurance.outside_proof", "fail", "missing-yongjia", "insured elsewhere within the year, and no proof",
        lambda folder: form(
            folder, applying_for={"title": "助理工程师"}, social_insurance={"out_of_province_last_year": True}
        ),
    ),
)  # fmt: skip
