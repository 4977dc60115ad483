"""An applicant whose papers are printed: the form and the pages, clean until a defect or an edge changes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.fixturekit import claims, filled, honours, hours, portrait, projects, schooling
from scripts.fixturekit.assessment import assessment
from scripts.fixturekit.evidence import verified
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import OWNER, SUPERVISOR, Person
from scripts.fixturekit.plan import Plan


@dataclass
class Dossier:
    """`pages` are PDF files by their path without the suffix, `files` bytes by their path, `why` what is wrong there."""

    plan: Plan
    form: dict[str, Any]
    pages: dict[str, list[Sheet]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)

    @property
    def person(self) -> Person:
        """The applicant."""
        return self.plan.person

    def place(self, slot: str, name: str) -> str:
        """The path of a file of a slot, as this applicant names the slot's folder."""
        return f"{self.plan.slot(slot)}/{name}"

    def put(self, slot: str, name: str, *sheets: Sheet, why: str = "") -> None:
        """Files the sheets as one PDF, in place of what stood there; the first bears the employer's sign-off."""
        path = self.place(slot, name)
        self.pages[path] = [self.verified(sheets[0]), *sheets[1:]]
        if why:
            self.why[path] = why

    def verified(self, sheet: Sheet) -> Sheet:
        """The sheet with the sign-off that the Shaoxing notice asks for."""
        return verified(sheet, self.person) if self.person.employer.verifier else sheet

    def write(self, root: Path) -> Folder:
        """Writes the folder."""
        folder = Folder(root / self.plan.folder)
        for path, data in self.files.items():
            folder.put(path, data, self.why.get(path, ""))
        for path, sheets in self.pages.items():
            folder.pdf(f"{path}.pdf", sheets, self.why.get(path, ""))
        folder.form(self.form)
        told = "；".join((*self.plan.planted, *self.plan.edges))
        folder.rows[-1] = ("applicant.json", f"form; {told}" if told else "form")
        return folder


Change = Callable[[Dossier], None]


def shaoxing(plan: Plan) -> Dossier:
    """A clean application to the Shaoxing committee."""
    told, person = Dossier(plan, filled.shaoxing(plan)), plan.person
    told.files[told.place("证件照", f"{person.name}.jpg")] = portrait.to_size(person.photo((300, 400)), 31_000, 33_000)
    told.put(
        "学历学位", "学历证明", schooling.diploma(person, vector=True), schooling.registration(person, vector=True)
    )
    told.put("职称证书", "助理工程师证书", schooling.title_certificate(person, vector=True))
    told.put("年度考核", "年度考核", *(assessment(person, y, filled.grade(plan, y), True) for y in filled.years(plan)))
    told.put("继续教育", "学时证明", hours.hours(person, filled.hours(plan), vector=True))
    told.put("社保", "参保证明", hours.insurance(person, months=6, vector=True))
    told.pages[told.place("承诺书", "真实性保证书")] = [honours.commitment(person, plan.submitted, vector=True)]
    works = plan.works
    assert works
    letter = projects.letter(works, person.name, (OWNER, SUPERVISOR), works.completed, vector=True)
    told.pages[f"{claims.project_folder(plan)}/工程技术联系单"] = [told.verified(letter)]
    return told


def yongjia(plan: Plan) -> Dossier:
    """A clean application to the Yongjia committee: its notice asks for fewer papers."""
    told, person = Dossier(plan, filled.yongjia(plan)), plan.person
    told.form["publicity"] = {"started": "2021-08-02", "ended": "2021-08-11", "objections": "无"}
    told.put("继续教育", "学时登记证明", hours.yongjia_hours(person, vector=True))
    told.put("社保", "参保证明", hours.insurance(person, months=6, last=(2021, 6), vector=True))
    told.put("承诺书", "真实性保证书", honours.commitment(person, plan.submitted, vector=True))
    return told
