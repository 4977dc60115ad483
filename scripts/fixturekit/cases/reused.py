"""reuse.file and reuse.page: two applicants side by side, each with one small page as PDF with a text layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scripts.fixturekit.cases.case import Build, Case
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import NINGZHU, id_number

WANG, LI = "王建", "李沛然"
BORN = {WANG: "1988-03-15", LI: "1990-11-02"}
PROJECT = "镜湖公园工程（二标段）"
WORK = "全年完成预制叠合板安装1260块，一次验收合格率98.6%，套筒灌浆检测45组全部合格，节约工期12天"
OTHER = "组织深化设计图会审31次，解决碰撞问题217处，编制吊装方案并交底，构件进场验收未发生质量投诉"
PAPER = "装配式楼板支撑体系的优化与现场试验研究"
CONTENT = "摘要：针对叠合板支撑间距偏密的问题，对3200毫米跨度的楼板进行加载试验，得出间距与挠度的关系"


def _sheet(title: str, *lines: str) -> Sheet:
    """A title and one line under the other."""
    sheet = Sheet(title, (1240, 900), vector=True)
    sheet.centre(80, title, 40)
    for number, line in enumerate(lines):
        sheet.text((100, 190 + number * 70), line, 25)
    return sheet


def _assessment(name: str, done: str, at: Sequence[str], extra: str = "") -> Sheet:
    """年度考核登记表; `at` are the days of entry, of the signature and of the opinion."""
    lines = (
        f"姓名：{name}",
        f"到岗日期：{at[0]}",
        f"个人总结：{done}",
        f"签名日期：{at[1]}",
        f"考核等次：合格　考核日期：{at[2]}",
    )
    return _sheet("2023年度考核登记表", *lines, *filter(None, [extra]))


def _letter(name: str, role: str) -> Sheet:
    """The owner's letter on what a person did in the project."""
    return _sheet(
        "工程业绩证明",
        f"{PROJECT}合同编号330602202104128，建筑面积48260平方米",
        "开工日期2021年4月12日，竣工验收日期2023年6月30日，验收合格",
        f"兹证明{name}担任本工程{role}",
    )


def _card(name: str) -> Sheet:
    """An assessment in two lines."""
    return _sheet("年度考核表", f"姓名：{name}", "2023年：合格")


RECORD = _sheet("验收记录", "竣工日期2023年6月30日，合格")
"""An acceptance record that names nobody."""


def _paper(*authors: str, extra: str = "") -> Sheet:
    lines = (CONTENT, "收稿日期：2022-03-18　文章编号：20220518673")
    return _sheet(PAPER, "　".join(authors), *lines, *filter(None, [extra]))


def _two(*sides: tuple[str, str, Sheet, dict[str, Any]]) -> Build:
    """A batch of applicants: name, the file's path, its page, and what the form claims."""

    def build(folder: Folder) -> None:
        for number, (name, path, sheet, claims) in enumerate(sides, 1):
            own = Folder(folder.path / f"{number:03d}_{name}")
            own.pdf(path, [sheet])
            who = {"name": name, "id_number": id_number("330602", BORN[name], True, 57)}
            own.form({**who, "employer": {"name": NINGZHU.name, "kind": "企业"}, **claims})
            folder.rows += [(f"{own.path.name}/{row}", why) for row, why in own.rows]

    return build


def _project(role: str, name: str = PROJECT) -> dict[str, Any]:
    return {"projects": [{"name": name, "role": role, "employer": NINGZHU.name, "folder": "工程业绩/1"}]}


def _article(*authors: str) -> dict[str, Any]:
    return {"papers": [{"title": PAPER, "journal": "建筑结构", "authors": list(authors), "folder": "论文/1"}]}


FORM, WORKS, ARTICLE = "年度考核/2023.pdf", "工程业绩/1/验收.pdf", "论文/1/正文.pdf"
WANGS, LIS = ("2016年7月11日", "2023年12月20日", "2024年1月8日"), ("2018年9月3日", "2023年12月27日", "2024年1月15日")
FILE, PAGE = "reuse.file", "reuse.page"
CASES = (
    Case(
        FILE,
        "pass",
        "own-files",
        "each their own assessment",
        _two((WANG, FORM, _card(WANG), {}), (LI, FORM, _card(LI), {})),
    ),
    Case(
        FILE,
        "fail",
        "other-name",
        "the assessment of the one in the folder of the other too",
        _two((WANG, FORM, _card(LI), {}), (LI, FORM, _card(LI), {})),
    ),
    Case(
        FILE,
        "pass",
        "shared-project",
        "one acceptance record that names nobody, and both claim the project",
        _two(
            (WANG, WORKS, RECORD, _project("技术负责人")),
            (LI, WORKS, RECORD, _project("质量员")),
        ),
    ),
    Case(
        FILE,
        "unsure",
        "two-projects",
        "one acceptance record that names nobody, for two projects",
        _two(
            (WANG, WORKS, RECORD, _project("技术负责人")),
            (LI, WORKS, RECORD, _project("质量员", "袍江厂房工程")),
        ),
    ),
    Case(
        PAGE,
        "fail",
        "name-changed",
        "one assessment under two names, its summary and dates the same",
        _two(
            (WANG, FORM, _assessment(WANG, WORK, WANGS), {}),
            (LI, FORM, _assessment(LI, WORK, WANGS, "复印件"), {}),
        ),
    ),
    Case(
        PAGE,
        "pass",
        "co-authors",
        "one paper, with both authors on the page",
        _two(
            (WANG, ARTICLE, _paper(WANG, LI), _article(WANG, LI)),
            (LI, ARTICLE, _paper(WANG, LI, extra="复印件"), _article(WANG, LI)),
        ),
    ),
    Case(
        PAGE,
        "pass",
        "same-form",
        "one form, filled in by each with their own text and dates",
        _two((WANG, FORM, _assessment(WANG, WORK, WANGS), {}), (LI, FORM, _assessment(LI, OTHER, LIS), {})),
    ),
    Case(
        PAGE,
        "unsure",
        "letters",
        "the owner's letters for two people of one project, in different roles",
        _two(
            (WANG, "工程业绩/1/证明.pdf", _letter(WANG, "技术负责人"), _project("技术负责人")),
            (LI, "工程业绩/1/证明.pdf", _letter(LI, "质量员"), _project("质量员")),
        ),
    ),
)
