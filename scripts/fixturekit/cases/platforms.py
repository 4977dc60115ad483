"""project.platform_record and project.record_agrees: one claimed project, one or two pages of a platform."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.drawings import masked, platform
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import NINGZHU, OWNER, SUPERVISOR
from scripts.fixturekit.plan import SHAOXING, WANG
from scripts.fixturekit.projects import Works

works = SHAOXING[0].works
assert works
WORKS = works
CLAIM: dict[str, Any] = {
    "name": WORKS.name, "role": WORKS.role, "employer": NINGZHU.name, "started": WORKS.started, "completed": WORKS.completed,
    "platform": "jzsc", "registry_number": WORKS.number, "folder": "工程业绩/1",
}  # fmt: skip
Row = tuple[str, ...]
WANG_ROW: Row = (WORKS.role, WANG.name, masked(WANG), NINGZHU.name)
OTHER_ROW: Row = (WORKS.role, "裘思远", "3306**********17", NINGZHU.name)
CHIEF_ROW: Row = ("总监理工程师", "虞建平", "3306**********35", SUPERVISOR.name)
JZSC = ("https://jzsc.jst.zj.gov.cn/PublicWeb/index.html#/project/detail", "浙江省建筑市场监管公共服务系统")
NATIONAL = ("https://jzsc.mohurd.gov.cn/data/project", "全国建筑市场监管公共服务平台（四库一平台）")


def record_page(
    people: Sequence[Row],
    name: str = WORKS.name,
    done: str = WORKS.completed,
    stage: str = "竣工验收",
    head: tuple[str, str] = JZSC,
    works: Works = WORKS,
) -> Sheet:
    """A platform's page, printed to PDF."""
    sheet = Sheet(f"platform/{people}{name}{done}{stage}{head}", (1366, 900), vector=True)
    sheet.text((60, 16), head[0], 18)
    sheet.text((40, 62), head[1], 34)
    sheet.text((40, 130), name, 28)
    rows = [
        ("项目编号", works.number, "所在区划", "浙江省-绍兴市-越城区"),
        ("建设单位", OWNER.name, "建设性质", "新建"),
    ]
    y = sheet.table((40, 180), (190, 450, 210, 436), rows, height=48, size=20)
    sheet.text((40, y + 16), stage, 24)
    y += 56
    if stage.startswith("竣工"):
        y = sheet.table(
            (40, y),
            (190, 450, 210, 436),
            [("实际开工日期", works.started, "实际竣工验收日期", done)],
            height=48,
            size=20,
        )
    if people:
        rows = [("担任角色", "姓名", "证件号码", "所属企业"), *people]
        sheet.table((40, y + 20), (230, 200, 330, 526), rows, height=48, size=20)
    sheet.text((40, 850), "主办单位：浙江省住房和城乡建设厅", 18)
    return sheet


def _paper() -> Sheet:
    sheet = Sheet("platform/paper", (1240, 700), vector=True)
    sheet.centre(60, "工程技术联系单", 40)
    sheet.table((100, 160), (180, 860), [("工程名称", WORKS.name), ("提出单位", NINGZHU.name)], height=56, size=24)
    text = (
        "预制叠合板拼缝处理方案经现场复核，请设计单位确认节点做法，监理单位旁站。请各单位会签后执行，并归入竣工资料。"
    )
    sheet.para((100, 320), 1040, text * 3, 24)
    sheet.text((700, 600), f"{WORKS.role}：{WANG.name}", 25)
    return sheet


def _project(*pages: Sheet, **claim: Any) -> Build:
    def build(folder: Folder) -> None:
        for number, sheet in enumerate(pages, 1):
            folder.pdf(f"工程业绩/1/页面{number}.pdf", [sheet])
        form(folder, id_number=WANG.id_number, projects=[{**CLAIM, **claim}])

    return build


def _screen(cut: int | None = None) -> Build:
    """A screenshot of the whole page, or of its upper `cut` pixels."""

    def build(folder: Folder) -> None:
        image = platform(WORKS, WANG.name, masked(WANG), "case")
        folder.screen("工程业绩/1/平台截图.png", image.crop((0, 0, image.width, cut or image.height)))
        form(folder, id_number=WANG.id_number, projects=[CLAIM])

    return build


CASES = (
    Case("project.platform_record", "pass", "screenshot", "project and role on a screenshot", _screen()),
    Case("project.platform_record", "unsure", "cut-off", "a screenshot that ends within 竣工验收", _screen(480)),
    Case(
        "project.platform_record", "pass", "two-pages", "the project on one page, the people on another, one number",
        _project(record_page(()), record_page((WANG_ROW, CHIEF_ROW), stage="竣工验收 从业人员信息")),
    ),
    Case("project.platform_record", "fail", "another-manager", "another person as 项目经理", _project(record_page((OTHER_ROW, CHIEF_ROW)))),
    Case("project.platform_record", "fail", "only-the-project", "a whole page without people", _project(record_page(()))),
    Case("project.platform_record", "fail", "papers-only", "recorded, by the form, and only a letter", _project(_paper())),
    Case(
        "project.platform_record", "unsure", "national-platform", "a page of the national platform",
        _project(record_page((WANG_ROW,), head=NATIONAL)),
    ),
    Case("project.platform_record", "na", "not-recorded", "not recorded, by the form", _project(_paper(), platform="无")),
    Case("project.record_agrees", "pass", "agrees", "form and page agree", _project(record_page((WANG_ROW, CHIEF_ROW)))),
    Case(
        "project.record_agrees", "fail", "another-manager", "another person as 项目经理 at completion",
        _project(record_page((OTHER_ROW, CHIEF_ROW))),
    ),
    Case(
        "project.record_agrees", "unsure", "another-at-the-permit", "another person as 项目经理 when the permit was given",
        _project(record_page((OTHER_ROW, CHIEF_ROW), stage="施工许可")),
    ),
    Case(
        "project.record_agrees", "unsure", "another-day", "completed two months later",
        _project(record_page((WANG_ROW,), done="2023-08-30")),
    ),
    Case(
        "project.record_agrees", "unsure", "without-its-section", "二标段 on the form, the whole project on the page",
        _project(record_page((WANG_ROW,), name=WORKS.name.removesuffix("（二标段）"))),
    ),
    Case(
        "project.record_agrees", "pass", "half-width-brackets", "(二标段) for （二标段）",
        _project(record_page((WANG_ROW,), name=WORKS.name.replace("（", "(").replace("）", ")"))),
    ),
)  # fmt: skip
