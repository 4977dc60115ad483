"""reuse.certificate_number and reuse.project_role: small batches of two applicants, one sub-folder each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from scripts.fixturekit.cases.case import Build, Case
from scripts.fixturekit.certificates import Patent, front
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import NINGZHU, YUELAN, Company

LIU, QIU = "柳成舟", "裘一鸣"
Make = Callable[[str], Sheet]

CLAIM: dict[str, Any] = {
    "name": "绍兴市镜澜新区云栖小学迁建工程", "role": "项目经理", "employer": NINGZHU.name, "started": "2019-03-01",
    "completed": "2021-06-30", "registry_number": "3306021902150103",
}  # fmt: skip


def _both(one: dict[str, Any], other: dict[str, Any], *pages: tuple[str, Make], firms: Sequence[Company] = ()) -> Build:
    """柳成舟 and 裘一鸣, each with their own part of the form; `pages` are drawn for each by name."""

    def build(folder: Folder) -> None:
        for name, firm, more in zip((LIU, QIU), firms or (NINGZHU, NINGZHU), (one, other), strict=True):
            own = Folder(folder.path / name)
            own.form({"name": name, "employer": {"name": firm.name, "uscc": firm.uscc, "kind": "企业"}, **more})
            for path, make in pages:
                own.pdf(path, [make(name)])
            folder.rows += [(f"{name}/{path}", why) for path, why in own.rows]

    return build


def _roles(one: dict[str, Any], other: dict[str, Any]) -> Build:
    return _both({"projects": [CLAIM | one]}, {"projects": [CLAIM | other]})


def _diploma(name: str) -> Sheet:
    sheet = Sheet(f"numbers/diploma/{name}", (1240, 700), vector=True)
    sheet.centre(80, "毕业证书", 52)
    text = f"学生 {name}，于二〇〇四年九月至二〇〇八年六月在本校土木工程专业四年制本科学习，成绩合格，准予毕业。"
    sheet.para((130, 200), 980, text, 28)
    sheet.text((130, 420), "证书编号：109991200805004327", 26)
    sheet.text((130, 480), "校名：越州工业大学", 26)
    return sheet


def _title(numbers: dict[str, str]) -> Make:
    def make(name: str) -> Sheet:
        sheet = Sheet(f"numbers/title/{name}", (1240, 700), vector=True)
        sheet.centre(80, "专业技术职务任职资格证书", 46)
        rows = ("姓名", name), ("资格名称", "助理工程师"), ("证书编号", numbers[name])
        for row, (label, value) in enumerate(rows):
            sheet.text((130, 220 + 70 * row), f"{label}：{value}", 28)
        return sheet

    return make


def _patent(*inventors: str) -> Make:
    def make(name: str) -> Sheet:
        return front(Patent(inventors or (name,), NINGZHU.name))

    return make


TITLE, PATENT = "职称证书/职称证书.pdf", "专利/1/专利证书.pdf"
TYPED = [{"number": "ZL202121457823.9", "name": "一种预制楼梯吊装定位装置", "kind": "实用新型"}]
NUMBER, ROLE = "reuse.certificate_number", "reuse.project_role"
CASES = (
    Case(NUMBER, "fail", "one-diploma", "one diploma's number under two names", _both({}, {}, ("学历学位/毕业证书.pdf", _diploma))),
    Case(
        NUMBER, "unsure", "letter-for-nought", "two numbers that differ by O for 0",
        _both({}, {}, (TITLE, _title({LIU: "ZC2014060230857", QIU: "ZC20140602308S7".replace("060", "O60")}))),
    ),
    Case(NUMBER, "unsure", "typed-only", "one patent on two forms, no certificate", _both({"patents": TYPED}, {"patents": TYPED})),
    Case(
        NUMBER, "pass", "co-inventors", "one patent, both are its inventors",
        _both({}, {}, (PATENT, _patent(LIU, QIU))),
    ),
    Case(
        NUMBER, "pass", "next-numbers", "two certificates of one batch, numbered one after the other",
        _both({}, {}, (TITLE, _title({LIU: "ZC2014060230857", QIU: "ZC2014060230861"}))),
    ),
    Case(ROLE, "fail", "one-manager", "two 项目经理 of one firm in one project at one time", _roles({}, {})),
    Case(ROLE, "pass", "different-roles", "项目经理 and 技术负责人 of one project", _roles({}, {"role": "技术负责人"})),
    Case(
        ROLE, "pass", "two-sections", "项目经理 of 一标段 and of 二标段",
        _roles({"name": f"{CLAIM['name']}（一标段）"}, {"name": f"{CLAIM['name']}（二标段）"}),
    ),
    Case(
        ROLE, "unsure", "change-of-manager", "one after the other",
        _roles({"completed": "2020-05-31"}, {"started": "2020-06-01"}),
    ),
    Case(
        ROLE, "pass", "designer-and-contractor", "a 项目负责人 each of the designer and of the contractor",
        _roles({"role": "项目负责人"}, {"role": "项目负责人", "employer": YUELAN.name}),
    ),
    Case(
        ROLE, "unsure", "one-names-the-section", "二标段 on one form, the whole project on the other",
        _roles({}, {"name": f"{CLAIM['name']}（二标段）"}),
    ),
)  # fmt: skip
