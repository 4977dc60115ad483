"""eligibility.route: the form alone."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder

ROUTE = "eligibility.route"
DEGREE = {"level": "本科", "school": "越州工业大学", "major": "土木工程", "graduated": "2012-06-30"}
JUNIOR = {"level": "初中", "graduated": "2010-06-30"}


def _shaoxing(obtained: str, **more: Any) -> Build:
    def build(folder: Folder) -> None:
        form(
            folder,
            applying_for={"title": "工程师", "route": "正常申报"},
            **{
                "education": [DEGREE],
                "titles": [{"name": "助理工程师", "obtained": obtained, "appointed": obtained}],
                "specialty_years": 11,
                "in_prefab_since": "2019-03-01",
                **more,
            },
        )

    return build


def _yongjia(**fields: Any) -> Build:
    def build(folder: Folder) -> None:
        form(folder, applying_for={"title": "助理工程师", "route": "正常申报"}, **fields)

    return build


CASES = (
    Case(ROUTE, "pass", "exactly-four-years", "title of 2020-12-31: four years to the day", _shaoxing("2020-12-31")),
    Case(
        ROUTE,
        "unsure",
        "a-day-short",
        "title of 2021-01-01: a day short, and 3.2 may open a way",
        _shaoxing("2021-01-01"),
    ),
    Case(
        ROUTE,
        "unsure",
        "not-said-in-prefab",
        "the years are there; since when in 装配式建筑 is not said",
        _shaoxing("2018-12-28", in_prefab_since="2025-03-01"),
    ),
    Case(
        ROUTE,
        "pass",
        "one-of-seven-yongjia",
        "初中 and 高级工 of 钢筋工: by route ⑦",
        _yongjia(
            education=[JUNIOR],
            specialty_years=9,
            skills=[{"trade": "钢筋工", "level": "高级工", "obtained": "2019-05-01"}],
        ),
    ),
    Case(
        ROUTE,
        "fail",
        "two-years-of-three-yongjia",
        "大专 of 2019-06-30 and two years stated",
        _yongjia(education=[{"level": "大专", "graduated": "2019-06-30"}], specialty_years=2),
    ),
    Case(
        ROUTE,
        "unsure",
        "worked-before-graduation-yongjia",
        "大专 of 2019-06-30 and twelve years of work stated",
        _yongjia(education=[{"level": "大专", "graduated": "2019-06-30"}], specialty_years=12),
    ),
)
