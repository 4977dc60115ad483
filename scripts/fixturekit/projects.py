"""Evidence of work on a project: sign-in sheet, letter, drawing, acceptance, and a page of the official platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.fixturekit.chance import dice
from scripts.fixturekit.dates import digits
from scripts.fixturekit.hand import write
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import DESIGNER, NINGZHU, OWNER, SUPERVISOR, SURVEYOR, Company
from scripts.fixturekit.prose import sentences
from scripts.fixturekit.seal import Seal, press


@dataclass(frozen=True)
class Works:
    """A construction project as its papers name it."""

    name: str
    number: str
    started: str
    completed: str
    role: str
    contractor: Company
    owner: Company = OWNER
    area: int = 48260


def sign_in(
    works: Works, names: Sequence[str], seals: Sequence[Company], day: str, key: str = "", typed: bool = False
) -> Sheet:
    """图纸会审签到表: `names` attended for the contractor, signed by hand unless `typed`; `seals` stand below."""
    sheet = Sheet(f"signin/{works.name}/{key}")
    sheet.centre(80, "图纸会审签到表", 46, face="serif-bold")
    y = sheet.table(
        (100, 170),
        (180, 860),
        [("工程名称", works.name), ("会审日期", digits(day)), ("会审地点", "项目部二楼会议室")],
        height=54,
        size=24,
    )
    others = [(OWNER, "卓立群"), (DESIGNER, "裘思远"), (SUPERVISOR, "虞建平"), (SURVEYOR, "屠绍辉")]
    rows = [("序号", "单位名称", "姓名", "职务", "签到")]
    people = [(works.contractor.name, name, works.role if n == 0 else "技术员") for n, name in enumerate(names)]
    people += [(firm.name, name, "代表") for firm, name in others if firm in seals]
    rows += [(str(n + 1), firm, name, post, "") for n, (firm, name, post) in enumerate(people)]
    top = y
    y = sheet.table((100, y), (80, 400, 180, 160, 220), rows, height=62, size=23)
    for n, (_, name, _) in enumerate(people):
        spot = (945, top + 62 * (n + 1) + (16 if typed else 2))
        sheet.text(spot, name, 27) if typed else write(sheet, spot, name.replace("　", ""), 34)
    sheet.text((100, y + 36), "参会单位（盖章）：", 25)
    for n, firm in enumerate(seals):
        press(sheet, _official(firm), (240 + (n % 4) * 255, y + 215 + (n // 4) * 260))
    return sheet


def letter(works: Works, author: str, seals: Sequence[Company], day: str, key: str = "", vector: bool = False) -> Sheet:
    """技术（工程）联系单, with the opinions and seals of the parties."""
    sheet = Sheet(f"letter/{works.name}/{key}", vector=vector)
    sheet.centre(80, "工程技术联系单", 46, face="serif-bold")
    number = f"编号：JL-{dice(works.name, key).randrange(10, 99):03d}"
    sheet.text((1130, 150), number, 23, anchor="ra")
    y = sheet.table(
        (100, 190), (180, 860), [("工程名称", works.name), ("提出单位", works.contractor.name)], height=56, size=24
    )
    sheet.box((100, y, 1140, y + 470))
    sheet.para((120, y + 20), 1000, "致：" + works.owner.name + "\n" + sentences(3, works.name, key, "letter"), 24)
    sheet.text((700, y + 350), f"{works.role}：{author}", 25)
    write(sheet, (910, y + 380), author.replace("　", ""), 42)
    sheet.text((700, y + 430), digits(day), 24)
    y += 470
    roles = {
        OWNER: "建设单位意见",
        SUPERVISOR: "监理单位意见",
        DESIGNER: "设计单位意见",
        SURVEYOR: "勘察单位意见",
        NINGZHU: "施工单位意见",
    }
    cells = [firm for firm in seals if firm != works.contractor][:3]
    for n, firm in enumerate(cells):
        box = (100 + n * 1040 / len(cells), y, 100 + (n + 1) * 1040 / len(cells), y + 330)
        sheet.box(box)
        sheet.text((box[0] + 12, y + 12), f"{roles.get(firm, '单位意见')}：同意。", 22)
        press(sheet, _official(firm), ((box[0] + box[2]) / 2, y + 185))
    if works.contractor in seals:
        press(sheet, _official(works.contractor), (320, y - 120))
    return sheet


def own_letter(works: Works, author: str, day: str) -> Sheet:
    """A letter that only the contractor's own seals stand on, one of them its project office's."""
    sheet = letter(works, author, (works.contractor,), day, "own")
    office = Seal(works.contractor.name, ("镜澜工程项目部",))
    press(sheet, office, (330, 1060))
    sheet.text((100, 910), "项目部意见：同意按本联系单实施。", 24)
    return sheet


def acceptance(works: Works, names: dict[str, str], seals: Sequence[Company], key: str = "") -> Sheet:
    """单位工程质量竣工验收记录."""
    sheet = Sheet(f"acceptance/{works.name}/{key}")
    sheet.centre(80, "单位工程质量竣工验收记录", 44, face="serif-bold")
    rows = [
        ("工程名称", works.name, "结构类型", "装配整体式"),
        ("施工单位", works.contractor.name, "建筑面积", f"{works.area}㎡"),
        ("开工日期", digits(works.started), "竣工日期", digits(works.completed)),
    ]
    y = sheet.table((100, 160), (150, 520, 150, 220), rows, height=60, size=23)
    y = sheet.table(
        (100, y), (260,) * 4, [tuple(part for pair in list(names.items())[:2] for part in pair)], height=60, size=23
    )
    table = [
        ("序号", "项目", "验收记录", "验收结论"),
        ("1", "分部工程", "共10分部，经查10分部符合设计及标准", "合格"),
        ("2", "质量控制资料", "共46项，经审查符合要求46项", "完整"),
        ("3", "安全和主要使用功能", "共核查28项，符合要求28项", "合格"),
        ("4", "观感质量", "共抽查24项，达到好和一般24项", "好"),
        ("5", "综合验收结论", "验收合格，同意交付使用", "合格"),
    ]
    y = sheet.table((100, y), (80, 300, 470, 190), table, height=62, size=23)
    sheet.text((100, y + 24), "参加验收单位（盖章）", 25)
    for n, firm in enumerate(seals):
        x = 240 + (n % 4) * 255
        press(sheet, _official(firm), (x, y + 210 + (n // 4) * 260))
    return sheet


def _official(firm: Company) -> Seal:
    return Seal(firm.name, code=firm.code if dice("has code", firm.name).random() < 0.7 else "")
