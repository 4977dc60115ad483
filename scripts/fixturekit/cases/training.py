"""continuing_education.platform and continuing_education.proof_agrees: one proof, one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.hours import SX_PLATFORM, YJ_PLATFORM
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.plan import WANG

Row = tuple[str, ...]
HEAD = ("年度", "专业科目学时", "一般公需科目学时", "行业公需科目学时", "合计学时")
FIELDS = ("professional", "general", "industry")
GOOD = {2021: (60, 18, 12), 2022: (62, 20, 12), 2023: (61, 18, 14)}


def _sheet(lines: Sequence[str], rows: Sequence[Row] = (), name: str = WANG.name) -> Sheet:
    """A small proof: whose it is, lines of text, and a table."""
    sheet = Sheet(f"proof/{lines}{rows}{name}", (1240, 760), vector=True)
    sheet.centre(60, "专业技术人员继续教育学时证明", 40)
    sheet.text((110, 150), f"姓名：{name}　　工作单位：{WANG.employer.name}", 26)
    for number, line in enumerate(lines):
        sheet.text((110, 200 + number * 46), line, 26)
    if rows:
        widths = (150, 200, 250, 250, 170) if len(rows[0]) == 5 else (260, 200)
        sheet.table((110, 220 + len(lines) * 46), widths, rows, height=60, size=24)
    return sheet


def _rows(years: Mapping[int, tuple[int, int, int]]) -> list[Row]:
    return [HEAD, *((f"{y}年度", f"{a}", f"{b}", f"{c}", f"{a + b + c}") for y, (a, b, c) in years.items())]


def _proof(sheets: Sequence[Sheet], claimed: Mapping[int, tuple[int, int, int]] = GOOD, platform: str = "") -> Build:
    def build(folder: Folder) -> None:
        if sheets:
            folder.pdf("继续教育/学时证明.pdf", sheets)
        entries: list[dict[str, Any]] = [
            {"year": year, **dict(zip(FIELDS, hours, strict=True))} | ({"platform": platform} if platform else {})
            for year, hours in claimed.items()
        ]
        form(folder, continuing_education=entries)

    return build


def _on(*lines: str, platform: str = "") -> Build:
    return _proof([_sheet(["2022年度专业科目62学时", *lines])], {2022: (62, 20, 12)}, platform)


def _general(*lines: str, hours: int = 18) -> Build:
    """The general subject of one year, as the other notice asks for it."""

    def build(folder: Folder) -> None:
        folder.pdf(
            "继续教育/学时登记证明.pdf",
            [_sheet(["年度：2021年", "科目类别：一般公需科目　　登记学时：18学时", *lines])],
        )
        form(folder, continuing_education=[{"year": 2021, "general": hours, "platform": YJ_PLATFORM}])

    return build


def _form_only(platform: str) -> Build:
    return _proof([], {2023: (60, 18, 12)}, platform)


PLATFORM = (
    Case("continuing_education.platform", "pass", "named", "the city's platform by its name", _on(f"学习平台：{SX_PLATFORM}")),
    Case(
        "continuing_education.platform", "pass", "by-host", "by its host, on the page that the notice's body names",
        _on("网址：http://220.191.224.159/elms/web/index.jsp"),
    ),
    Case("continuing_education.platform", "pass", "form-only", "named by the form, no proof", _form_only(SX_PLATFORM)),
    Case(
        "continuing_education.platform", "fail", "another-host", "a host that is not listed",
        _on("学习网址：https://www.yunduan-kuaixue.com/"),
    ),
    Case("continuing_education.platform", "fail", "another-name", "a private school, by the form", _form_only("云端快学网校")),
    Case(
        "continuing_education.platform", "unsure", "like-a-listed-one", "the listed host with another ending",
        _on("学习网址：https://www.zjjsrc.com/"),
    ),
    Case(
        "continuing_education.platform", "unsure", "before-may-2024", "a listed platform, studied on before the list was in force",
        _on("学习平台：宁波市建筑业从业人员教育考试网", "学习时间：2022年6月18日"),
    ),
    Case(
        "continuing_education.platform", "pass", "own-site-yongjia", "printed from www.wzjxjy.cn",
        _general("打印网址：https://www.wzjxjy.cn/"),
    ),
    Case(
        "continuing_education.platform", "fail", "look-alike-yongjia", "a host that begins like the right one",
        _general("打印网址：https://www.wzjxjy.cn.print-hours.com/"),
    ),
)  # fmt: skip

AGREES = (
    Case("continuing_education.proof_agrees", "pass", "three-years", "three years in one proof", _proof([_sheet([], _rows(GOOD))])),
    Case(
        "continuing_education.proof_agrees", "pass", "hours-as-text", "60学时 and 六十学时, one page a year",
        _proof([
            _sheet(["2021年度：专业科目60学时，一般公需科目18学时，行业公需科目12学时。"]),
            _sheet([], [HEAD, ("2022年度", "六十二学时", "二十学时", "十二学时", "九十四学时")]),
            _sheet(["2023年度"], [("科目类别", "学时"), ("专业科目", "61"), ("一般公需科目", "18"), ("行业公需科目", "14")]),
        ]),
    ),
    Case(
        "continuing_education.proof_agrees", "fail", "fewer-on-the-proof", "2022: 62 on the form, 52 on the proof",
        _proof([_sheet([], _rows({**GOOD, 2022: (52, 20, 12)}))]),
    ),
    Case(
        "continuing_education.proof_agrees", "fail", "another-persons", "the proof of another person",
        _proof([_sheet([], _rows(GOOD), "林国栋")]),
    ),
    Case(
        "continuing_education.proof_agrees", "fail", "wrong-years", "a proof of 2018 to 2020",
        _proof([_sheet([], _rows({2018: (60, 18, 12), 2019: (60, 18, 12), 2020: (60, 18, 12)}))]),
    ),
    Case(
        "continuing_education.proof_agrees", "unsure", "no-hours", "a proof that names no hours",
        _proof([_sheet(["以上人员已完成2022年度继续教育。"])], {2022: (62, 20, 12)}),
    ),
    Case(
        "continuing_education.proof_agrees", "fail", "more-on-the-form-yongjia", "24 on the form, 18 on the proof",
        _general("打印网址：https://www.wzjxjy.cn/", hours=24),
    ),
)  # fmt: skip

CASES = (*PLATFORM, *AGREES)
