"""sanction.integrity_archive against an office's own list: batches of two, with archive.csv beside them."""

from __future__ import annotations

import json

from scripts.fixturekit.cases.case import Build, Case
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.people import id_number
from scripts.fixturekit.plan import WANG

CHECK = "sanction.integrity_archive"
OWN = WANG.id_number
OTHER = id_number("330681", "1971-02-03", False, 7)
COLLEAGUE = ("何晓岚", id_number("330602", "1990-11-08", False, 4))


def _batch(*rows: str) -> Build:
    """WANG and a colleague whom no list names, and the office's list with these rows."""

    def build(folder: Folder) -> None:
        for place, (name, number) in enumerate([(WANG.name, OWN), COLLEAGUE], 1):
            form = {"name": name, "id_number": number, "employer": {"name": WANG.employer.name}}
            data = json.dumps({**form, "submitted_at": "2024-09-20"}, ensure_ascii=False, indent=2)
            folder.put(f"{place:03d}_{name}/applicant.json", f"{data}\n".encode(), "form")
        lines = ("姓名,身份证号,工作单位,事由,认定日期,认定单位,文号", *rows)
        folder.put("archive.csv", "\r\n".join([*lines, ""]).encode("gbk"), "the office's archive, GBK")

    return build


def _row(number: str, day: str) -> str:
    return f"{WANG.name},{number},越州旧居建设有限公司,业绩造假,{day},绍兴市职称工作办公室,绍职办〔{day[:4]}〕11号"


CASES = (
    Case(CHECK, "fail", "in-archive", "recorded in 2022, by ID number", _batch(_row(OWN, "2022-06-01"))),
    Case(CHECK, "pass", "expired", "three years are over on the day itself", _batch(_row(OWN, "2021-09-20"))),
    Case(CHECK, "unsure", "namesake", "a list without ID numbers has one so called", _batch(_row("", "2022-06-01"))),
    Case(CHECK, "pass", "other-number", "one so called, with another ID number", _batch(_row(OTHER, "2022-06-01"))),
)
