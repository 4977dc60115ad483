"""Defects in what everybody hands in: schooling, title, assessments, hours, insurance, commitment, review form."""

from __future__ import annotations

from dataclasses import replace

from scripts.fixturekit import claims, filled, honours, hours, schooling
from scripts.fixturekit.assessment import assessment
from scripts.fixturekit.cases.educations import screen
from scripts.fixturekit.cases.reviews import review_page
from scripts.fixturekit.cases.titles import appointment
from scripts.fixturekit.dossier import Change, Dossier
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import HUAIYU, OUJIAN, QINGHE, Company, patent_number
from scripts.fixturekit.scan import jpeg, scan


def _local(told: Dossier) -> bool:
    """Whether the application is to the Yongjia committee."""
    return told.person.employer.region == "330324"


def _schooling(told: Dossier) -> None:
    """Nothing but a photo of a web page; of one whose school is not on that site, nothing at all."""
    if _local(told):
        return
    told.put("学历学位", "学历证明", screen(told.person), why="nothing but a web page of 学信网")


def _record(told: Dossier) -> None:
    """The year in the certificate's number is four years before the page's own."""
    person = replace(told.person, numbered="2008")
    sheet = schooling.registration(person, vector=True)
    told.put("学历学位", "学历证明", schooling.diploma(person, vector=True), sheet, why="a number of 2008")


def _title(told: Dossier) -> None:
    """No certificate; the letter of appointment ended a year too soon."""
    if not _local(told):
        del told.pages[told.place("职称证书", "助理工程师证书")]
        return
    sheet = appointment(told.person, "2019年1月1日至2020年12月31日")
    told.put("职称证书", "聘书", sheet, why="ended in 2020")


def _years(told: Dossier) -> None:
    told.form["assessments"] = [entry for entry in told.form["assessments"] if entry["year"] != 2019]


def _grade(told: Dossier) -> None:
    told.form["assessments"][-1]["grade"] = "基本合格"


def _remark(told: Dossier) -> None:
    """One of the three forms has a remark in place of a summary."""
    path = told.place("年度考核", "年度考核")
    told.pages[path][1] = assessment(told.person, 2022, "合格", True, summary="该同志工作认真负责，团结同事。")
    told.why[path] = "2022: one remark in place of a summary"


def _platform(told: Dossier) -> None:
    """A private school; a host that begins like the right one."""
    if _local(told):
        sheet = hours.yongjia_hours(told.person, 18, "www.wzjxjy.cn.print-hours.com", vector=True)
        told.put("继续教育", "学时登记证明", sheet, why="a host that is not the listed one")
        return
    rows = filled.hours(told.plan)
    sheet = hours.hours(told.person, rows, True, "云端快学网校", "www.yunduan-kuaixue.com")
    told.put("继续教育", "学时证明", sheet, why="a platform that is not listed")
    for entry in told.form["continuing_education"]:
        entry["platform"] = "云端快学网校"


def _proof(told: Dossier) -> None:
    """More on the form than on the proof."""
    entry = told.form["continuing_education"][-1]
    key = "general" if _local(told) else "professional"
    entry[key] += 6


def _payer(told: Dossier) -> None:
    """Insured by another firm, on form and page."""
    _insured_by(told, OUJIAN if _local(told) and told.person.employer is not OUJIAN else HUAIYU)


def _insured_by(told: Dossier, firm: Company) -> None:
    last = (2021, 6) if _local(told) else (2024, 7)
    sheet = hours.insurance(replace(told.person, employer=firm), 6, last, vector=True)
    told.put("社保", "参保证明", sheet, why="paid by another firm")
    told.form["social_insurance"]["employer"] = firm.name


def _other(told: Dossier) -> None:
    """The proof of insurance is another person's."""
    other = replace(told.person, name="乐嘉禾", born="1985-01-09", serial=91)
    last = (2021, 6) if _local(told) else (2024, 7)
    told.put("社保", "参保证明", hours.insurance(other, 6, last, vector=True), why="another person's")


def _unsigned(told: Dossier) -> None:
    sheet = honours.commitment(told.person, told.plan.submitted, None, vector=True)
    told.put("承诺书", "真实性保证书", sheet, why="signature line empty")


def _watermark(told: Dossier) -> None:
    told.put("评审表", "评审表", review_page(1, told.person), why="no watermark")


def _unreadable(told: Dossier) -> None:
    path = told.place("其他", "扫描件.jpg")
    told.files[path], told.why[path] = jpeg(scan(Sheet(f"blank/{told.person.name}"))), "a blank page"


def _slot(told: Dossier) -> None:
    """A patent among the proofs of insurance."""
    days = ("2021-05-11", "2022-11-08")
    sheet = honours.patent(
        "一种园林座椅", patent_number("202110511635"), (told.person.name,), QINGHE.name, days, vector=True
    )
    told.put("社保", "扫描件2", sheet, why="a patent in the wrong folder")


def _score(told: Dossier) -> None:
    _scored(told, (("学历资历", 28), ("工程业绩", 46), ("论文著作", 8), ("继续教育", 14)))


def _scored(told: Dossier, scores: tuple[tuple[str, int], ...]) -> None:
    """The points of the self-assessment, on form and page."""
    told.form["self_assessment"]["score"] = sum(points for _, points in scores)
    sheet = honours.self_assessment(told.person, scores, claims.RECOMMENDERS, vector=True)
    told.put("自评表", "自评表", sheet)


def _recommenders(told: Dossier) -> None:
    """The same person twice."""
    people = told.form["self_assessment"]["recommenders"]
    told.form["self_assessment"]["recommenders"] = [people[0], people[0]]
    name = claims.RECOMMENDERS[0]
    sheet = schooling.title_certificate(told.person, name, "高级工程师", "2015-12-20", vector=True)
    told.put("推荐", f"{name}高级工程师证书", sheet, why="one recommender, named twice")


CHANGES: dict[str, Change] = {
    "education.proof": _schooling, "education.record_agrees": _record, "title.appointed": _title,
    "assessment.years": _years, "assessment.grade": _grade, "assessment.form": _remark,
    "continuing_education.platform": _platform, "continuing_education.proof_agrees": _proof,
    "insurance.employer_agrees": _payer, "identity.agrees": _other, "commitment.signed": _unsigned,
    "review_form.watermark": _watermark, "document.readable": _unreadable, "document.slot": _slot,
    "self_assessment.score": _score, "self_assessment.recommenders": _recommenders,
}  # fmt: skip
scored = _scored
