"""What may well be innocent: a typed sign-off, certificates in running text, an export that names nobody in the role."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.cases.platforms import CLAIM, NINGZHU, WORKS
from scripts.fixturekit.cases.registries import OTHER, batch
from scripts.fixturekit.cases.tampered import SIZE, spare, titled
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.plan import WANG
from scripts.fixturekit.revised import Leaf

AGREES = "project.record_agrees"


def _signed() -> bytes:
    """A line of a certificate, part of which an opaque box with a sign-off covers."""
    sheet, text = Sheet("explained/title", SIZE, vector=True), "核对无误 张明 2024.9.6"
    sheet.text((130, 200), "资格证书遗失补办", 30)
    leaf = Leaf(sheet, text)
    return Leaf(sheet, text, leaf.patch([(245, 190, 600, 240)], spare(text, (250, 200)))).data


def _proved(text: str, **claim: Any) -> Build:
    """A project with one certificate in running text."""

    def build(folder: Folder) -> None:
        sheet = Sheet(f"proof/{text}", (1240, 400), vector=True)
        sheet.text((100, 180), f"{WANG.name}同志在本工程{text}。", 26)
        folder.pdf("工程业绩/1/业绩证明.pdf", [sheet])
        form(folder, id_number=WANG.id_number, projects=[{**CLAIM, **claim}])

    return build


def _export(headings: str, *cells: str) -> Build:
    return batch([",".join(cells)], headings=headings)


CASES = (
    Case("tamper.pdf_overlay", "unsure", "sign-off-typed", "a sign-off in an opaque box over a part of a line", titled(_signed)),
    Case(AGREES, "unsure", "prose-another-role", "a certificate says 担任施工员, the form 项目经理", _proved("担任施工员")),
    Case(AGREES, "unsure", "prose-another-time", "a certificate says 2019, the form other years", _proved("任职，2019年3月15日开工")),
    Case(AGREES, "pass", "prose-two-roles", "a certificate gives two roles, one the claimed", _proved("担任施工员、项目经理")),
    Case(
        AGREES, "unsure", "registry-without-roles", "the export names the applicant and has no column of roles",
        _export("项目编号,项目名称,姓名,所属企业", WORKS.number, WORKS.name, WANG.name, NINGZHU.name),
    ),
    Case(
        AGREES, "unsure", "registry-role-not-stated", "the export has the project, and nobody in the claimed role",
        _export("项目编号,项目名称,担任角色,姓名", WORKS.number, WORKS.name, "技术负责人", OTHER),
    ),
)  # fmt: skip
