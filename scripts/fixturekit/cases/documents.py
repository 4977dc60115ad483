"""document.readable and document.slot: files that open, files that do not, and files in the wrong place."""

from __future__ import annotations

from collections.abc import Callable

from PIL import ImageFilter

from scripts.fixturekit import honours, pdf
from scripts.fixturekit.assessment import assessment
from scripts.fixturekit.cases import packages
from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.chance import grain
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.hand import write
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import patent_number
from scripts.fixturekit.plan import WANG
from scripts.fixturekit.scan import jpeg, scan
from scripts.fixturekit.schooling import title_certificate


def _certificate() -> Sheet:
    return title_certificate(WANG, key="readable")


def _file(name: str, data: Callable[[], bytes]) -> Build:
    def build(folder: Folder) -> None:
        folder.put(f"职称证书/{name}", data())
        form(folder, titles=[{"name": "助理工程师", "obtained": WANG.titled}])

    return build


def _assessment_slot(sheet: Callable[[], Sheet]) -> Build:
    def build(folder: Folder) -> None:
        drawn = sheet()
        if drawn.vector:
            folder.pdf("年度考核/2023.pdf", [drawn])
        else:
            folder.scan("年度考核/2023.jpg", drawn)
        form(folder, assessments=[{"year": 2023, "grade": "合格", "employer": WANG.employer.name}])

    return build


def _illegible() -> bytes:
    return jpeg(scan(_certificate()).filter(ImageFilter.GaussianBlur(4.5)))


def _patent() -> Sheet:
    days = ("2021-02-01", "2022-08-05")
    return honours.patent(
        "一种预制叠合板临时支撑装置", patent_number("202110123456"), ("王建", "李强"), WANG.employer.name, days, "slot"
    )


def _note() -> Sheet:
    sheet = Sheet("note", (1000, 700))
    for row, line in enumerate(("材料稍后补交", "联系电话见名片", "谢谢")):
        write(sheet, (160, 120 + row * 130), line, 64)
    return sheet


CASES = (
    Case("document.readable", "pass", "scan", "a plain scan", _file("证书.jpg", lambda: jpeg(scan(_certificate())))),
    Case(
        "document.readable",
        "pass",
        "scanned-pdf",
        "a scanned PDF",
        _file("证书.pdf", lambda: pdf.scans([_certificate()])),
    ),
    Case(
        "document.readable",
        "fail",
        "corrupt",
        "noise under the name .jpg",
        _file("证书.jpg", lambda: grain("corrupt").bytes(4096)),
    ),
    Case(
        "document.readable",
        "fail",
        "truncated",
        "a JPEG that stops after a third",
        _file("证书.jpg", lambda: jpeg(scan(_certificate()))[:20_000]),
    ),
    Case(
        "document.readable",
        "fail",
        "encrypted",
        "a PDF that asks for a password",
        _file("证书.pdf", lambda: pdf.encrypted(scan(_certificate()), "mima")),
    ),
    Case("document.readable", "fail", "empty", "zero bytes", _file("证书.jpg", lambda: b"")),
    Case(
        "document.readable",
        "fail",
        "blank",
        "a blank page",
        _file("证书.jpg", lambda: jpeg(scan(Sheet("blank case", (1240, 1000))))),
    ),
    Case("document.readable", "fail", "word", "a Word file", _file("证书.docx", packages.docx)),
    Case("document.readable", "fail", "ofd", "an OFD file", _file("证书.ofd", packages.ofd)),
    Case("document.readable", "unsure", "blurred", "a page out of focus", _file("证书.jpg", _illegible)),
    Case(
        "document.slot",
        "pass",
        "in-place",
        "an assessment form in 年度考核",
        _assessment_slot(lambda: assessment(WANG, 2023, vector=True)),
    ),
    Case("document.slot", "fail", "patent-as-assessment", "发明专利证书 in 年度考核", _assessment_slot(_patent)),
    Case("document.slot", "unsure", "unknown", "a handwritten note in 年度考核", _assessment_slot(_note)),
)
