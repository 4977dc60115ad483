"""applicant.json of a plan: the form as its applicant filled it in."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit import claims
from scripts.fixturekit.hours import SX_PLATFORM, YJ_PLATFORM
from scripts.fixturekit.plan import Plan
from scripts.fixturekit.prose import exactly

SX_YEARS = (2021, 2022, 2023)
YJ_YEARS = (2018, 2019, 2020)


def years(plan: Plan) -> list[int]:
    """The years whose assessments are handed in."""
    return [
        y for y in (SX_YEARS if plan.person.titled else YJ_YEARS) if not (plan.plants("assessment.years") and y == 2022)
    ]


def grade(plan: Plan, year: int) -> str:
    """The grade of one year."""
    return (
        "基本合格"
        if plan.plants("assessment.grade") and year == 2023
        else "优秀"
        if year % 5 == plan.number % 5
        else "合格"
    )


def hours(plan: Plan) -> list[tuple[int, int, int, int]]:
    """Year, 专业, 一般公需, 行业公需; the first applicant has exactly what is asked, one other too little in 2022."""
    if plan.number == 1:
        return [(year, 60, 18, 12) for year in SX_YEARS]
    short = plan.plants("continuing_education.hours")
    return [
        (y, 52 if short and y == 2022 else 61 + (y * plan.number) % 9, 18 + (y % 2) * 2, 12 + plan.number % 4)
        for y in SX_YEARS
    ]


def shaoxing(plan: Plan) -> dict[str, Any]:
    """The form of an applicant to the Shaoxing committee."""
    person, data = plan.person, _common(plan, f"SX2024-{plan.number:05d}", "绍兴市装配式建筑行业中评委", "工程师")
    data["applying_for"]["category"] = plan.category
    data |= {"endorsed_at": "2024-10-18", "in_prefab_since": f"{int(person.titled[:4]) + 1}-03-01"}
    data["titles"] = [
        {
            "name": "助理工程师",
            "specialty": "建筑设计" if "设计" in person.specialty else "建筑施工",
            "obtained": person.titled,
            "appointed": f"{int(person.titled[:4]) + 1}-01-01",
            "issued_in": "浙江省绍兴市",
        }
    ]
    data["continuing_education"] = [
        {"year": y, "professional": a, "general": b, "industry": c, "platform": SX_PLATFORM}
        for y, a, b, c in hours(plan)
    ]
    data["publicity"] = {"started": "2024-10-11", "ended": "2024-10-17", "objections": "无"}
    data["projects"] = [claims.project(plan)]
    return data | claims.works_of_mind(plan)


def yongjia(plan: Plan) -> dict[str, Any]:
    """The form of an applicant to the Yongjia committee."""
    data = _common(plan, f"YJ2021-{plan.number:05d}", "永嘉县建设工程初级评委", "助理工程师")
    general = 12 if plan.plants("continuing_education.hours") else 18
    data["continuing_education"] = [{"year": 2021, "general": general, "platform": YJ_PLATFORM}]
    data["publicity"] = {"started": "2021-09-06", "ended": "2021-09-14", "objections": "无"}
    return data


def _common(plan: Plan, number: str, committee: str, title: str) -> dict[str, Any]:
    person, firm = plan.person, plan.person.employer
    level = {"专科": "大专"}.get(person.level, person.level)
    until = 2024 if person.titled else 2021
    place = "浙江省温州市永嘉县" if firm.region == "330324" else "浙江省绍兴市"
    return {
        "application_id": number,
        "name": person.name,
        "id_number": person.id_number,
        "employer": {"name": firm.name, "uscc": firm.uscc, "kind": "企业"},
        "applying_for": {"title": title, "specialty": person.specialty, "route": plan.route, "committee": committee},
        "submitted_at": plan.submitted,
        "education": [
            {
                "level": level,
                "school": person.school,
                "major": person.major,
                "graduated": person.graduated,
                "country": "中国",
            }
        ],
        "specialty_years": until - int(person.graduated[:4]) - 1,
        "assessments": [{"year": y, "grade": grade(plan, y), "employer": firm.name} for y in years(plan)],
        "social_insurance": {
            "employer": firm.name,
            "place": place,
            "local_months": 24,
            "out_of_province_last_year": False,
        },
        "statement": exactly(
            plan.statement, f"本人{person.name}，现在{firm.name}从事{person.specialty}技术工作。", person.name
        ),
    }
