"""commitment.signed and signoff.verified."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.hand import sign_off
from scripts.fixturekit.honours import commitment
from scripts.fixturekit.people import LANTUO, NINGZHU
from scripts.fixturekit.plan import WANG
from scripts.fixturekit.schooling import title_certificate
from scripts.fixturekit.seal import Seal

OWN = Seal(NINGZHU.name, code=NINGZHU.code)
CONTRACT = Seal(NINGZHU.name, ("合同专用章",), star=False)
DAY = "2024年9月12日"


def _commitment(signature: str | None, name: str = "") -> Build:
    def build(folder: Folder) -> None:
        person = replace(WANG, name=name) if name else WANG
        folder.scan("承诺书/真实性保证书.jpg", commitment(person, "2024-09-20", signature, crop=True))
        form(folder, submitted_at="2024-09-20")

    return build


def _missing(folder: Folder) -> None:
    _certificate(folder, OWN)
    form(folder, submitted_at="2024-09-20")


def _certificate(folder: Folder, seal: Seal | None, verifier: str = "钱文斌", day: str = DAY, **style: Any) -> None:
    key = f"{style}{seal and seal.title}{seal and seal.lines}{verifier}{day}"
    sheet = title_certificate(WANG, key=key)
    if seal or verifier or day:
        sign_off(sheet, seal, verifier, day, (680, 710), **style)
    folder.scan("职称证书/助理工程师证书.jpg", sheet)


def _signed_off(seal: Seal | None = OWN, verifier: str = "钱文斌", day: str = DAY, **style: Any) -> Build:
    def build(folder: Folder) -> None:
        _certificate(folder, seal, verifier, day, **style)
        form(folder, submitted_at="2024-09-20", titles=[{"name": "助理工程师", "obtained": WANG.titled}])

    return build


CASES = (
    Case("commitment.signed", "pass", "signed", "signed by hand", _commitment("")),
    Case("commitment.signed", "fail", "empty-line", "the signature line is empty", _commitment(None)),
    Case("commitment.signed", "fail", "missing", "no commitment was uploaded", _missing),
    Case("commitment.signed", "unsure", "scribble", "a signature nobody can read", _commitment("?")),
    Case("signoff.verified", "pass", "complete", "words, signature, date and the employer's seal", _signed_off()),
    Case(
        "signoff.verified",
        "pass",
        "with-the-original",
        "与原件核对无误 contains the words",
        _signed_off(words="与原件核对无误"),
    ),
    Case(
        "signoff.verified",
        "pass",
        "by-hand",
        "the words are handwritten",
        _signed_off(stamped=False, pen=(36, 58, 150)),
    ),
    Case("signoff.verified", "fail", "bare", "a plain copy", _signed_off(None, "", "", words="")),
    Case("signoff.verified", "fail", "no-words", "signature, date and seal without the words", _signed_off(words="")),
    Case("signoff.verified", "fail", "no-seal", "words, signature and date without a seal", _signed_off(None)),
    Case(
        "signoff.verified",
        "fail",
        "another-units-seal",
        "sealed by another company",
        _signed_off(Seal(LANTUO.name, code=LANTUO.code)),
    ),
    Case("signoff.verified", "fail", "no-date", "no date of verification", _signed_off(day="")),
    Case(
        "signoff.verified",
        "unsure",
        "same-as-original",
        "与原件一致 instead of the words",
        _signed_off(words="与原件一致"),
    ),
    Case("signoff.verified", "unsure", "contract-seal", "sealed with the employer's 合同专用章", _signed_off(CONTRACT)),
)
