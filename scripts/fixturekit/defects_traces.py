"""Defects in a file itself: saved again, covered and retyped, edited as a picture, a code that says something else."""

from __future__ import annotations

from scripts.fixturekit.cases.tampered import VCODE, photographed, record, spare
from scripts.fixturekit.dossier import Change, Dossier
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.revised import Leaf

SIZE = (1240, 860)
BEGUN, EARLIER = "2020年8月1日", "2016年8月1日"
"""The day that each sheet of the employer's was printed with, and the one it should have had."""


def _note(told: Dossier, day: str) -> Sheet:
    """A note of the employer's: since when the applicant has worked there."""
    person = told.person
    sheet = Sheet("traces/note", SIZE, vector=True)
    sheet.centre(90, "情况说明", 44)
    for row, line in enumerate((f"姓名：{person.name}", f"进入本单位时间：{day}", f"工作单位：{person.employer.name}")):
        sheet.text((130, 220 + row * 90), line, 30)
    return sheet


def _revised(told: Dossier) -> None:
    leaf = Leaf(_note(told, BEGUN), EARLIER)
    leaf.retype(_note(told, EARLIER))
    _other(told, "入职说明.pdf", leaf.data, "the day is another one since the file was first saved")


def _covered(told: Dossier) -> None:
    sheet = _note(told, BEGUN)
    top = spare(EARLIER, (130 + 8 * 30, 220 + 90))
    extra = Leaf(sheet, EARLIER).patch([(130 + 8 * 30 - 5, 300, 640, 350)], top)
    _other(told, "任职说明.pdf", Leaf(sheet, EARLIER, extra).data, "a white box over the day, another one on it")


def _code(told: Dossier) -> None:
    data = record(told.person, f"https://www.chsi.com.cn.xlcx-bg.com/bg.do?vcode={VCODE}")
    _other(told, "备案表.pdf", data, "its code leads to a host made to look like chsi.com.cn")


def _edited(told: Dossier) -> None:
    data = photographed({0x0131: "Adobe Photoshop 25.0 (Windows)"}, _note(told, BEGUN))
    _other(told, "证明扫描件.jpg", data, "a scan that names Photoshop")


def _other(told: Dossier, name: str, data: bytes, why: str) -> None:
    path = told.place("其他", name)
    told.files[path], told.why[path] = data, why


CHANGES: dict[str, Change] = {
    "tamper.pdf_revised": _revised,
    "tamper.pdf_overlay": _covered,
    "tamper.qr_agrees": _code,
    "tamper.metadata": _edited,
}
