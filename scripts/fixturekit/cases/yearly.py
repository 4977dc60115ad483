"""assessment.form: one form a year, with a summary of the work."""

from __future__ import annotations

from scripts.fixturekit import honours
from scripts.fixturekit.assessment import assessment
from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.plan import WANG

SHORT = (
    "2022年度参与镜澜工程施工，完成构件进场验收方案和吊装交底，配合监理单位验收。全年未发生质量投诉，现场安全零事故。"
)


def _form(*sheets: Sheet, year: int = 2022) -> Build:
    def build(folder: Folder) -> None:
        folder.pdf("年度考核/年度考核.pdf", sheets)
        entry = {"year": year, "grade": "合格", "employer": WANG.employer.name}
        form(
            folder,
            submitted_at="2024-09-20",
            titles=[{"name": "助理工程师", "obtained": WANG.titled}],
            assessments=[entry],
        )

    return build


def _told(**told: str) -> Build:
    return _form(assessment(WANG, 2022, vector=True, **told))


def _award(folder: Folder) -> None:
    folder.scan(
        "年度考核/2022.jpg",
        honours.award("荣誉证书", WANG.name, "被评为2022年度先进工作者。", WANG.employer.name, "2023-01-15"),
    )
    form(folder, assessments=[{"year": 2022, "grade": "优秀", "employer": WANG.employer.name}])


def _no_opinion(folder: Folder) -> None:
    folder.scan("年度考核/2022.jpg", assessment(WANG, 2022, opinion=""))
    form(folder, assessments=[{"year": 2022, "grade": "合格", "employer": WANG.employer.name}])


def _handwritten(folder: Folder) -> None:
    """A summary by hand that no reader reads."""
    sheet = assessment(WANG, 2022, summary="")
    for row in range(5):
        x, y = 300.0, 450.0 + row * 48
        for step in range(60):
            end = (x + 12, 450 + row * 48 + (step * 7919 % 23) - 11)
            sheet.rule((x, y), end, 3, (36, 58, 150))
            x, y = end
    folder.scan("年度考核/2022.jpg", sheet)
    form(folder, assessments=[{"year": 2022, "grade": "合格", "employer": WANG.employer.name}])


CASES = (
    Case("assessment.form", "pass", "summary", "five sentences on the year's work", _told()),
    Case("assessment.form", "fail", "one-remark", "one remark in place of a summary", _told(summary="该同志工作认真负责，团结同事。")),
    Case("assessment.form", "fail", "four-years", "2020 to 2023 on one form", _told(years="（2020—2023年度）")),
    Case("assessment.form", "fail", "award", "an award in place of the form", _award),
    Case("assessment.form", "unsure", "no-opinion", "the unit's opinion is blank, as far as a scan shows", _no_opinion),
    Case("assessment.form", "fail", "no-opinion", "the unit's opinion is blank", _told(opinion="")),
    Case("assessment.form", "fail", "signed-before", "signed in the year before", _told(signed="2020")),
    Case("assessment.form", "unsure", "short", "a summary of sixty characters", _told(summary=SHORT)),
    Case("assessment.form", "unsure", "by-hand", "a summary by hand that cannot be read", _handwritten),
)  # fmt: skip
