"""continuing_education.hours, assessment.years and assessment.grade."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.fixturekit.assessment import assessment
from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.hours import SX_PLATFORM, hours
from scripts.fixturekit.plan import WANG

Row = tuple[int, int, int, int]
TITLES = [{"name": "助理工程师", "obtained": WANG.titled}]


def _hours(rows: Sequence[Row], titled: str = WANG.titled) -> Build:
    def build(folder: Folder) -> None:
        folder.pdf("继续教育/学时证明.pdf", [hours(WANG, rows, vector=True)])
        claims = [
            {"year": y, "professional": a, "general": b, "industry": c, "platform": SX_PLATFORM} for y, a, b, c in rows
        ]
        form(folder, titles=[{"name": "助理工程师", "obtained": titled}], continuing_education=claims)

    return build


def _written(professional: str) -> Build:
    """The form alone, its hours written as text."""

    def build(folder: Folder) -> None:
        entries = [
            {"year": f"{year}年", "professional": professional, "general": "十八学时", "industry": "12"}
            for year in (2021, 2022, 2023)
        ]
        form(folder, titles=TITLES, continuing_education=entries)

    return build


def _assessed(grades: dict[int, str], claimed: dict[int, str] | None = None) -> Build:
    """One PDF with a text layer, a page a year."""

    def build(folder: Folder) -> None:
        folder.pdf(
            "年度考核/年度考核.pdf", [assessment(WANG, year, grade, vector=True) for year, grade in grades.items()]
        )
        rows = [{"year": y, "grade": g, "employer": WANG.employer.name} for y, g in (claimed or grades).items()]
        form(folder, titles=TITLES, assessments=[{k: v for k, v in row.items() if v} for row in rows])

    return build


def _graded(grade: str) -> Build:
    return _assessed({2022: grade})


CASES = (
    Case(
        "continuing_education.hours",
        "pass",
        "exactly-90",
        "60 + 18 + 12 each year",
        _hours([(y, 60, 18, 12) for y in (2021, 2022, 2023)]),
    ),
    Case(
        "continuing_education.hours",
        "fail",
        "professional-59",
        "2022: 95 hours in all, but 59 of 专业科目",
        _hours([(2021, 62, 18, 12), (2022, 59, 22, 14), (2023, 61, 18, 12)]),
    ),
    Case(
        "continuing_education.hours",
        "fail",
        "year-missing",
        "nothing for 2021",
        _hours([(2022, 70, 18, 12), (2023, 80, 20, 14)]),
    ),
    Case(
        "continuing_education.hours",
        "fail",
        "industry-10",
        "2023: 10 hours of 行业公需 beside 30 of 一般公需",
        _hours([(2021, 62, 18, 12), (2022, 60, 18, 12), (2023, 61, 30, 10)]),
    ),
    Case(
        "continuing_education.hours",
        "unsure",
        "title-of-2022",
        "title obtained in 2022: which years count is for a person to say",
        _hours([(2022, 60, 18, 12), (2023, 60, 18, 12)], "2022-06-30"),
    ),
    Case("continuing_education.hours", "pass", "hours-as-text", "六十学时, 十八学时 and 12", _written("六十学时")),
    Case("continuing_education.hours", "unsure", "about-sixty", "约60 is no number", _written("约60")),
    Case(
        "assessment.years", "pass", "three", "2021, 2022, 2023", _assessed({2021: "合格", 2022: "合格", 2023: "合格"})
    ),
    Case("assessment.years", "fail", "2022-missing", "2021 and 2023 only", _assessed({2021: "合格", 2023: "合格"})),
    Case(
        "assessment.years",
        "unsure",
        "2022-to-2024",
        "2022, 2023, 2024: also three last years",
        _assessed({2022: "合格", 2023: "合格", 2024: "合格"}),
    ),
    Case("assessment.grade", "pass", "competent", "2022 称职", _graded("称职")),
    Case("assessment.grade", "pass", "excellent", "2022 优秀", _graded("优秀")),
    Case("assessment.grade", "fail", "barely", "2022 基本合格", _graded("基本合格")),
    Case("assessment.grade", "fail", "not", "2022 不合格", _graded("不合格")),
    Case("assessment.grade", "unsure", "blank", "2022 left blank", _graded("")),
    Case("assessment.grade", "unsure", "unusual-word", "2022 优", _graded("优")),
    Case("assessment.grade", "unsure", "two-grades", "2022 合格（优秀）", _graded("合格（优秀）")),
)
