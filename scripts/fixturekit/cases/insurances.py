"""insurance.*: the form where it decides, else one page of a proof with a text layer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.hours import insurance
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import HUAIYU, Company
from scripts.fixturekit.plan import WANG

EMPLOYER = "insurance.employer_agrees"
MONTHS = "insurance.local_months"
OUTSIDE = "insurance.outside_proof"


def _form(submitted: str = "2024-09-20", **insured: Any) -> Build:
    return lambda folder: form(folder, submitted_at=submitted, social_insurance=insured)


def _proof(payer: Company, **insured: Any) -> Build:
    """A proof of `payer`'s insurance, of two months."""

    def build(folder: Folder) -> None:
        folder.pdf("社保/参保证明.pdf", [insurance(replace(WANG, employer=payer), months=2, vector=True)])
        form(folder, social_insurance=insured)

    return build


def _nanjing(folder: Folder) -> None:
    sheet = Sheet("insurance/nanjing", vector=True)
    sheet.centre(90, "江苏省社会保险参保缴费证明", 42)
    sheet.para((110, 190), 1000, f"兹证明{WANG.name}于2023年9月至2024年1月在江苏省南京市参加企业职工基本养老保险。")
    folder.pdf("社保/省外参保证明.pdf", [sheet])
    form(folder, social_insurance={"out_of_province_last_year": True})


CASES = (
    Case(
        EMPLOYER,
        "pass",
        "same-unit",
        "form and proof name the applicant's unit",
        _proof(WANG.employer, employer=WANG.employer.name),
    ),
    Case(EMPLOYER, "fail", "another-unit", "form and proof name another firm", _proof(HUAIYU, employer=HUAIYU.name)),
    Case(
        EMPLOYER,
        "unsure",
        "form-and-proof-differ",
        "the form names the applicant's unit, the proof another firm",
        _proof(HUAIYU, employer=WANG.employer.name),
    ),
    Case(
        EMPLOYER,
        "unsure",
        "branch",
        "paid by a branch of the applicant's unit",
        _form(employer=f"{WANG.employer.name}柯桥分公司"),
    ),
    Case(
        MONTHS,
        "pass",
        "exactly-three-yongjia",
        "three months, from elsewhere",
        _form("2021-08-30", local_months=3, out_of_province_last_year=True),
    ),
    Case(
        MONTHS,
        "fail",
        "one-month-yongjia",
        "one month, from elsewhere, applied on the last day but one",
        _form("2021-08-30", local_months=1, out_of_province_last_year=True),
    ),
    Case(
        MONTHS,
        "unsure",
        "two-months-and-time-left-yongjia",
        "two months when applying in July: there may be three by the end of August",
        _form("2021-07-22", local_months=2, out_of_province_last_year=True),
    ),
    Case(OUTSIDE, "pass", "proof-of-nanjing", "insured outside the province, with the proof", _nanjing),
    Case(OUTSIDE, "fail", "no-proof", "insured outside the province, no proof", _form(out_of_province_last_year=True)),
    Case(
        OUTSIDE,
        "unsure",
        "place-outside",
        "the place is outside the province, the form says no insurance there",
        _form(place="江苏省南京市", out_of_province_last_year=False),
    ),
)
