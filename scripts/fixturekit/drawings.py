"""A drawing that carries the stamp of its review, and a page of the official platform."""

from __future__ import annotations

from PIL import Image

from scripts.fixturekit.dates import digits
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import REVIEWER, SUPERVISOR, Person
from scripts.fixturekit.projects import Works
from scripts.fixturekit.seal import BLUE, plate, press


def drawing(works: Works, names: dict[str, str], key: str = "") -> Sheet:
    """施工图 with title block (roles and names) and the stamp of the drawing review."""
    sheet = Sheet(f"drawing/{works.name}/{key}", (1500, 1060))
    sheet.box((30, 30, 1470, 1030), 4)
    for column in range(6):
        sheet.rule((120 + column * 150, 110), (120 + column * 150, 700), 2, (120, 120, 124))
        sheet.text((120 + column * 150, 60), f"{column + 1}", 24, anchor="ma")
    for row in range(5):
        sheet.rule((90, 140 + row * 130), (900, 140 + row * 130), 2, (120, 120, 124))
        sheet.text((62, 140 + row * 130), "ABCDE"[row], 24, anchor="mm")
    for number in range(10):
        x, y = 130 + (number % 5) * 150, 150 + (number // 5) * 260
        sheet.box((x, y, x + 130, y + 110), 1, (90, 90, 94))
        sheet.text((x + 65, y + 55), f"YDB-{number + 1:02d}", 20, anchor="mm")
    sheet.text((330, 725), "标准层预制叠合板平面布置图　1:100", 26)
    rows = [
        ("设计单位", works.contractor.name),
        ("工程名称", works.name),
        *names.items(),
        ("图　　名", "预制叠合板平面布置图"),
        ("图　　号", "PC-S-08"),
        ("日　　期", digits(works.started)),
    ]
    sheet.table((950, 440), (140, 370), rows, height=56, size=21)
    stamp = plate(REVIEWER.name, "施工图审查专用章", f"审查合格　{digits(works.started)}", width=66, height=30)
    press(sheet, stamp, (1200, 150))
    own = plate(works.contractor.name, "出图专用章", "证书编号　A133006021", width=60, height=24, ink=BLUE)
    press(sheet, own, (1200, 338))
    return sheet


def platform(works: Works, manager: str, mask: str, key: str = "") -> Image.Image:
    """A browser window on 浙江省建筑市场监管公共服务系统: the project, its completion, and who was in charge."""
    sheet = Sheet(f"platform/{works.name}/{key}", (1366, 900), (255, 255, 255))
    plain = {"face": "sans", "fill": (50, 50, 54)}
    sheet.draw.rectangle((0, 0, 1366, 44), fill=(228, 230, 234))
    sheet.draw.rounded_rectangle((120, 7, 1200, 38), 14, (255, 255, 255))
    sheet.text(
        (140, 11), "https://jzsc.jst.zj.gov.cn/PublicWeb/index.html#/project/detail?id=" + works.number, 18, **plain
    )
    sheet.draw.rectangle((0, 44, 1366, 120), fill=(24, 98, 186))
    sheet.text((40, 62), "浙江省建筑市场监管公共服务系统", 34, face="sans-bold", fill=(255, 255, 255))
    sheet.text((40, 138), works.name, 28, face="sans-bold")
    rows = [
        ("项目编号", works.number, "所在区划", "浙江省-绍兴市-越城区"),
        ("建设单位", works.owner.name, "统一社会信用代码", works.owner.uscc),
        ("项目分类", "房屋建筑工程", "建设性质", "新建"),
        ("总面积（平方米）", f"{works.area}", "立项级别", "地市级"),
    ]
    y = sheet.table((40, 190), (190, 450, 210, 436), rows, height=48, size=20, face="sans")
    sheet.text((40, y + 16), "竣工验收", 24, face="sans-bold", fill=(24, 98, 186))
    rows = [
        ("竣工备案编号", works.number + "-JX-001", "实际面积（平方米）", f"{works.area}"),
        ("实际开工日期", works.started, "实际竣工验收日期", works.completed),
    ]
    y = sheet.table((40, y + 56), (190, 450, 210, 436), rows, height=48, size=20, face="sans")
    sheet.text((40, y + 16), "从业人员信息", 24, face="sans-bold", fill=(24, 98, 186))
    rows = [
        ("担任角色", "姓名", "证件号码", "所属企业"),
        (works.role, manager, mask, works.contractor.name),
        ("总监理工程师", "虞建平", "3306**********35", SUPERVISOR.name),
    ]
    sheet.table((40, y + 56), (230, 200, 330, 526), rows, height=48, size=20, face="sans")
    sheet.text((40, 860), "主办单位：浙江省住房和城乡建设厅　数据来源：业务办理", 18, **plain)
    return sheet.image


def masked(person: Person) -> str:
    """The ID number as the platform shows it."""
    return person.id_number[:4] + "*" * 12 + person.id_number[-2:]
