"""patent.*: a certificate's front and back, as PDF with a text layer."""

from __future__ import annotations

from dataclasses import replace

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.certificates import Patent, back, front, receipt
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.people import LANTUO, patent_number
from scripts.fixturekit.plan import WANG

FIRM, NAME = WANG.employer.name, WANG.name
OWN = Patent((NAME, "骆思源"), FIRM)
MANY = replace(OWN, inventors=("骆思源", "裘一鸣", "章可欣", NAME, "王海波"))
ADDED = replace(OWN, first=("裘一鸣", "骆思源"))
BOUGHT = replace(ADDED, filer=LANTUO.name)
OTHERS = replace(OWN, inventors=("王海波", "骆思源"))
HOLDER = replace(OTHERS, holder=NAME)
NEAR = replace(OWN, inventors=("王健", "骆思源"))
DESIGN = replace(OWN, kind="外观设计", name="装配式外墙板", number=patent_number("202130214569"))
OLD = replace(OWN, number=patent_number("201621032475"), filed="2016-08-31", granted="2017-03-08")


def _patent(patent: Patent, sides: str = "正背", **claim: object) -> Build:
    """The sides named by their first character: 正面, 背面, or 受 for the receipt of the application."""

    def build(folder: Folder) -> None:
        drawn = {"正": front, "背": back, "受": receipt}
        folder.pdf("专利/1/专利证书.pdf", [drawn[side](patent) for side in sides])
        told = {
            "number": patent.number,
            "name": patent.name,
            "kind": patent.kind,
            "inventors": [NAME],
            "holder": patent.holder,
            "granted": patent.granted,
            "folder": "专利/1",
        }
        form(folder, patents=[told | claim])

    return build


ORIGINAL, NAMED, NUMBER = "patent.inventor_original", "patent.applicant_named", "patent.number_valid"
CASES = (
    Case(ORIGINAL, "pass", "at-filing", "an inventor on the back too", _patent(OWN)),
    Case(
        ORIGINAL,
        "pass",
        "holder-renamed",
        "the holder has another name than who filed, the inventors are the same",
        _patent(replace(OWN, filer="绍兴宁筑建筑工程有限公司")),
    ),
    Case(ORIGINAL, "fail", "bought", "not on the back, and another firm had filed", _patent(BOUGHT)),
    Case(ORIGINAL, "unsure", "added", "not on the back, but no transfer: a correction is lawful", _patent(ADDED)),
    Case(ORIGINAL, "unsure", "no-back", "granted in 2022, the back was not uploaded", _patent(OWN, "正")),
    Case(ORIGINAL, "na", "old-layout", "granted in 2017: certificates had no such back", _patent(OLD, "正")),
    Case(NAMED, "pass", "second-line", "five inventors on two lines, the applicant the fourth", _patent(MANY)),
    Case(NAMED, "pass", "design", "设计人 of a design patent", _patent(DESIGN)),
    Case(NAMED, "fail", "surname-only", "王海波 is not 王建", _patent(OTHERS)),
    Case(NAMED, "fail", "holder-only", "专利权人, not an inventor", _patent(HOLDER)),
    Case(NAMED, "unsure", "near", "王健 for 王建", _patent(NEAR)),
    Case(NUMBER, "pass", "valid", "check digit, kind and year agree", _patent(OWN)),
    Case(
        NUMBER,
        "fail",
        "check-digit",
        "the check digit is wrong on form and certificate",
        _patent(replace(OWN, number=OWN.number[:-1] + ("1" if OWN.number[-1] != "1" else "2"))),
    ),
    Case(
        NUMBER,
        "fail",
        "kind",
        "发明专利证书 with the number of a 实用新型",
        _patent(replace(OWN, kind="发明", name="一种预制楼梯"), "正"),
    ),
    Case(NUMBER, "fail", "receipt", "受理通知书: filed, not granted", _patent(OWN, "受")),
    Case(
        NUMBER,
        "unsure",
        "mistyped",
        "the form has another serial than the certificate",
        _patent(OWN, "正", number=patent_number("202121457832")),
    ),
)
