"""project.record_agrees with a platform's export beside the applicants: small batches, registry.csv at their root."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from scripts.fixturekit.cases.case import Build, Case
from scripts.fixturekit.cases.platforms import CLAIM, NINGZHU, OTHER_ROW, WORKS
from scripts.fixturekit.drawings import masked
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.people import OWNER
from scripts.fixturekit.plan import WANG

HEADINGS = "项目编号,项目名称,建设单位,担任角色,姓名,证件号码,所属企业,实际开工日期,实际竣工验收日期"
OTHER = OTHER_ROW[1]


def _row(person: str, digits: str, **changed: str) -> str:
    """A row of the export: a person as 项目经理."""
    cells = {
        "number": WORKS.number, "name": WORKS.name, "owner": OWNER.name, "role": WORKS.role, "person": person, "id": digits,
        "unit": NINGZHU.name, "started": WORKS.started, "completed": WORKS.completed,
    }  # fmt: skip
    return ",".join({**cells, **changed}.values())


def batch(rows: Sequence[str], encoding: str = "utf-8-sig", headings: str = HEADINGS, **claim: Any) -> Build:
    """One applicant by the form alone, and the export."""

    def build(folder: Folder) -> None:
        data = {
            "name": WANG.name,
            "id_number": WANG.id_number,
            "employer": {"name": NINGZHU.name, "uscc": NINGZHU.uscc, "kind": "企业"},
            "projects": [{key: value for key, value in {**CLAIM, **claim}.items() if key != "folder"}],
        }
        written = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        folder.put(f"{WANG.name}/applicant.json", written.encode(), "form")
        folder.put("registry.csv", "\r\n".join((headings, *rows, "")).encode(encoding), "a platform's export")

    return build


MINE, THEIRS = _row(WANG.name, masked(WANG)), _row(OTHER, OTHER_ROW[2])
NAMESAKE = _row(WANG.name, "3307**********0022")

CASES = (
    Case("project.record_agrees", "fail", "registry-names-another", "the export names another 项目经理 at completion", batch([THEIRS])),
    Case("project.record_agrees", "pass", "registry-agrees", "the export, in GBK, names the applicant", batch([MINE], "gb18030")),
    Case("project.record_agrees", "unsure", "registry-change", "two managers of one unit, one after the other", batch([MINE, THEIRS])),
    Case("project.record_agrees", "unsure", "registry-namesake", "the name agrees, the ID number's digits do not", batch([NAMESAKE])),
    Case(
        "project.record_agrees", "unsure", "registry-another-day", "completed two months later",
        batch([_row(WANG.name, masked(WANG), completed="2023-08-30")]),
    ),
    Case(
        "project.record_agrees", "na", "registry-another-section", "the export has 一标段 alone: the claimed 二标段 is not found",
        batch([_row(OTHER, OTHER_ROW[2], name=WORKS.name.replace("二标段", "一标段"), number="3306022103180102")]),
    ),
)  # fmt: skip
