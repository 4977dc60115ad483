"""The sample batches: each plan's evidence, drawn, signed off, and laid in folders as applicants do."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.fixturekit import achievements, dossier, evidence, filled, honours, hours, schooling
from scripts.fixturekit.assessment import assessment
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.plan import SHAOXING, SHAOXING_PRINTED, YONGJIA, YONGJIA_PRINTED, Plan
from scripts.fixturekit.planted import changed
from scripts.fixturekit.roster import write_roster


def write_batches(root: Path) -> list[Folder]:
    """Writes both batches, their rosters and what is expected of them; returns the folders for the README."""
    sx, yj = root / "sample-batch", root / "sample-batch-yongjia"
    told = [changed(dossier.shaoxing(plan)) for plan in SHAOXING_PRINTED]
    folders = [_shaoxing(plan, sx) for plan in SHAOXING] + [one.write(sx) for one in told]
    folders += [_yongjia(plan, yj) for plan in YONGJIA]
    folders += [changed(dossier.yongjia(plan)).write(yj) for plan in YONGJIA_PRINTED]
    forms = {plan.folder: filled.shaoxing(plan) for plan in SHAOXING} | {one.plan.folder: one.form for one in told}
    write_roster(sx / "roster.xlsx", forms)
    (yj / "notice.toml").write_text('use = "yongjia-2021-23"\n', encoding="utf-8")
    for path, plans in ((sx, (*SHAOXING, *SHAOXING_PRINTED)), (yj, (*YONGJIA, *YONGJIA_PRINTED))):
        _expected(path.with_name(f"{path.name}.expected.json"), plans)
    return folders


def _shaoxing(plan: Plan, root: Path) -> Folder:
    folder = Folder(root / plan.folder)
    evidence.photo(folder, plan)
    evidence.education(folder, plan)
    evidence.title(folder, plan)
    evidence.assessments(folder, plan)
    evidence.training(folder, plan)
    evidence.insurance(folder, plan)
    achievements.project(folder, plan)
    achievements.paper(folder, plan)
    achievements.patent_and_award(folder, plan)
    achievements.commitment(folder, plan)
    if plan.route == "自评申报":
        achievements.self_assessment(folder, plan)
    if plan.number == 7:
        folder.put("Thumbs.db", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "to be ignored")
    folder.form(filled.shaoxing(plan))
    return folder


def _yongjia(plan: Plan, root: Path) -> Folder:
    folder, person = Folder(root / plan.folder), plan.person
    folder.scan("学历学位/毕业证.jpg", schooling.diploma(person))
    folder.pdf("学历学位/备案表.pdf", [schooling.registration(person, vector=plan.number == 1)])
    folder.pdf(
        "年度考核/年度考核.pdf", [assessment(person, y, filled.grade(plan, y), vector=True) for y in filled.years(plan)]
    )
    short = plan.plants("continuing_education.hours")
    folder.scan(
        "继续教育/学时登记证明.jpg",
        hours.yongjia_hours(person, 12 if short else 18),
        "一般公需 12 学时" if short else "",
    )
    folder.pdf("社保/参保证明.pdf", [hours.insurance(person, last=(2021, 6), vector=True)])
    folder.scan("承诺书/真实性保证书.jpg", honours.commitment(person, plan.submitted))
    why = "submitted 2021-09-02, after the window" if plan.plants("form.submitted_in_window") else ""
    folder.form(filled.yongjia(plan))
    folder.rows[-1] = ("applicant.json", why or "form")
    return folder


def _expected(path: Path, plans: tuple[Plan, ...]) -> None:
    data = {}
    for plan in plans:
        entry = {"planted": dict.fromkeys(plan.planted, "fail"), "clean": plan.clean}
        data[plan.folder] = entry | ({"knock_on": list(plan.knock_on)} if plan.knock_on else {})
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
