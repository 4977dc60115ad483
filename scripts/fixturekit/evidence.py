"""What every applicant hands in: portrait, schooling, title, assessments, training, insurance."""

from __future__ import annotations

from scripts.fixturekit import filled, honours, hours, portrait, schooling
from scripts.fixturekit.assessment import assessment
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.hand import sign_off
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import Person, patent_number
from scripts.fixturekit.plan import Plan
from scripts.fixturekit.scan import SIDEWAYS, jpeg, scan
from scripts.fixturekit.seal import Seal


def signed(sheet: Sheet, plan: Plan, at: tuple[float, float] | None = None) -> Sheet:
    """The sheet with the sign-off of the applicant's employer at its lower right (or at `at`)."""
    return verified(sheet, plan.person, at)


def verified(sheet: Sheet, person: Person, at: tuple[float, float] | None = None) -> Sheet:
    """The sheet with the sign-off of the person's employer."""
    firm = person.employer
    sign_off(
        sheet,
        Seal(firm.name, code=firm.code),
        firm.verifier,
        person.verified,
        at or (sheet.width - 560, sheet.height - 290),
    )
    return sheet


def photo(folder: Folder, plan: Plan) -> None:
    """The portrait, with what is planted in it."""
    if plan.plants("photo.present"):
        return
    path, person = f"{plan.slot('证件照')}/{plan.person.name}.jpg", plan.person
    if plan.plants("photo.format"):
        image = person.photo((300, 400))
        folder.screen(path, image, "PNG bytes named .jpg")
    elif plan.plants("photo.bytes"):
        small = person.photo((200, 280))
        folder.put(path, portrait.compressed(small, 80), "200×280 pixels, under 30,000 bytes")
    elif plan.plants("photo.aspect"):
        folder.put(path, portrait.compressed(person.photo((600, 600))), "square")
    elif plan.plants("photo.background"):
        folder.put(path, portrait.compressed(person.photo(wall=portrait.BLUE)), "blue background")
    else:
        size = (480, 600) if plan.number == 1 else (480, 640)
        folder.put(
            path,
            portrait.compressed(person.photo(size)),
            "width / height exactly 0.80" if plan.number == 1 else "",
        )


def education(folder: Folder, plan: Plan) -> None:
    """Diploma and registration form."""
    slot, person = plan.slot("学历学位"), plan.person
    place = "" if plan.number == 4 else f"{slot}/"
    why = "loose in the applicant folder" if plan.number == 4 else ""
    folder.scan(f"{place}毕业证.jpg", signed(schooling.diploma(person), plan), why, turn=180 if plan.number == 6 else 0)
    if plan.number in (1, 3, 5):
        folder.pdf(
            f"{slot}/备案表.pdf", [signed(schooling.registration(person, vector=True), plan)], "PDF with a text layer"
        )
    else:
        folder.scan(f"{place}学信网备案表.jpg", signed(schooling.registration(person), plan), why)


def title(folder: Folder, plan: Plan) -> None:
    """The certificate of the present title."""
    sheet, path = schooling.title_certificate(plan.person), f"{plan.slot('职称证书')}/助理工程师证书.jpg"
    if plan.plants("signoff.verified"):
        folder.scan(path, sheet, "no 核对无误, no signature, no seal of the employer")
    elif plan.number == 2:
        folder.scan(path, signed(sheet, plan), "EXIF orientation 6", turn=90, orientation=SIDEWAYS)
    else:
        folder.scan(path, signed(sheet, plan))


def assessments(folder: Folder, plan: Plan) -> None:
    """One form a year, as scans, TIFF, ZIP or PDF."""
    slot, person = plan.slot("年度考核"), plan.person
    printed = plan.number in (5, 7, 8)
    sheets = {y: signed(assessment(person, y, filled.grade(plan, y), printed), plan) for y in filled.years(plan)}
    why = "2023 基本合格" if plan.plants("assessment.grade") else ""
    if plan.number == 1:
        folder.tiff(f"{slot}/年度考核2021-2023.tif", list(sheets.values()), "TIFF of three pages")
    elif plan.number == 3:
        members = {f"年度考核/{y}年度考核表.jpg": jpeg(scan(sheet)) for y, sheet in sheets.items()}
        folder.zip(f"{slot}/年度考核.zip", members, "ZIP with GBK member names; 2022 is missing")
    elif plan.number == 6 or printed:
        kind = "PDF with a text layer" if printed else "scanned PDF"
        folder.pdf(f"{slot}/年度考核.pdf", list(sheets.values()), f"{kind} {why}".strip())
    else:
        for year, sheet in sheets.items():
            webp = plan.number == 2 and year == 2022
            folder.scan(f"{slot}/{year}年度考核.{'webp' if webp else 'jpg'}", sheet, "WebP" if webp else "")
    if plan.plants("document.slot"):
        number = patent_number("202110511627")
        sheet = honours.patent(
            "一种园林景观墙预制模块",
            number,
            (person.name, "水清源"),
            person.employer.name,
            ("2021-05-11", "2022-11-08"),
        )
        folder.scan(f"{slot}/扫描件4.jpg", signed(sheet, plan), "发明专利证书 in the wrong folder")


def training(folder: Folder, plan: Plan) -> None:
    """The proof of hours."""
    why = "2022: 52 hours of 专业科目" if plan.plants("continuing_education.hours") else ""
    why = "exactly 60 + 18 + 12 each year" if plan.number == 1 else why
    sheet = signed(hours.hours(plan.person, filled.hours(plan)), plan)
    folder.scan(f"{plan.slot('继续教育')}/学时证明.jpg", sheet, why, turn=90 if plan.number == 4 else 0)


def insurance(folder: Folder, plan: Plan) -> None:
    """The proof of insurance."""
    path = f"{plan.slot('社保')}/参保证明"
    if plan.number == 4:
        folder.scan(f"{path}.jpg", signed(hours.insurance(plan.person), plan))
    else:
        folder.pdf(f"{path}.pdf", [signed(hours.insurance(plan.person, vector=True), plan)], "PDF with a text layer")
