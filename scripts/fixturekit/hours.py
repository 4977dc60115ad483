"""Proofs of continuing education and of social insurance."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.fixturekit.chance import dice
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import Person
from scripts.fixturekit.seal import Seal, press

SX_PLATFORM = "绍兴市专业技术人员继续教育平台"
YJ_PLATFORM = "温州市专业技术人员继续教育网"


def hours(
    person: Person, rows: Sequence[tuple[int, int, int, int]], vector: bool = False, platform: str = "", host: str = ""
) -> Sheet:
    """继续教育学时证明: rows of year, 专业, 一般公需, 行业公需; of the city's platform, unless another is named."""
    platform, host = platform or SX_PLATFORM, host or "220.191.224.159"
    sheet = Sheet(f"hours/{person.name}", (1240, 1240), vector=vector)
    sheet.centre(80, "专业技术人员继续教育学时证明", 44, face="serif-bold")
    head = f"姓名：{person.name}　　身份证号：{person.id_number}"
    sheet.text((110, 180), head, 25)
    sheet.text((110, 225), f"工作单位：{person.employer.name}", 25)
    sheet.text((110, 270), f"学习平台：{platform}（{host}）", 25)
    total = [(f"{y}年度", f"{a}", f"{b}", f"{c}", f"{a + b + c}") for y, a, b, c in rows]
    table = [("年度", "专业科目学时", "一般公需科目学时", "行业公需科目学时", "合计学时"), *total]
    y = sheet.table((110, 330), (150, 200, 250, 250, 170), table, height=64, size=24)
    y = _courses(sheet, person, rows, y + 30)
    if platform == SX_PLATFORM:
        sheet.text((110, y + 20), "以上学时已登记，同步至浙江省专业技术人员继续教育学时登记管理系统。", 23)
    sheet.text((200, y + 130), platform, 23)
    sheet.text((240, y + 170), "2024年8月20日", 23)
    unit = "绍兴市专业技术人员继续教育中心" if platform == SX_PLATFORM else platform
    press(sheet, Seal(unit, ("学时证明专用章",)), (350, y + 150))
    return sheet


def _courses(sheet: Sheet, person: Person, rows: Sequence[tuple[int, int, int, int]], y: float) -> float:
    roll, names = (
        dice("course", person.name),
        [
            "装配式混凝土结构施工技术",
            "建筑工业化与智能建造",
            "工程质量通病防治",
            "绿色建筑与节能",
            "预制构件生产质量控制",
            "数字化设计协同",
            "施工安全双重预防机制",
        ],
    )
    table = [("年度", "课程名称", "科目类别", "考核")]
    table += [(f"{row[0]}", roll.choice(names), "专业科目", "合格") for row in rows]
    return sheet.table((110, y), (150, 500, 220, 150), table, height=50, size=22)


def yongjia_hours(person: Person, count: int = 18, host: str = "www.wzjxjy.cn", vector: bool = False) -> Sheet:
    """学时登记证明 as printed from www.wzjxjy.cn: the general subject of one year."""
    sheet = Sheet(f"hours/{person.name}", (1240, 1000), vector=vector)
    sheet.centre(80, "专业技术人员继续教育学时登记证明", 42, face="serif-bold")
    rows = [
        ("姓名", person.name, "身份证号", person.id_number),
        ("工作单位", person.employer.name, "年度", "2021年"),
        ("科目类别", "一般公需科目", "登记学时", f"{count}学时"),
        ("考试日期", "2021年6月19日", "考核结果", "合格"),
    ]
    y = sheet.table((110, 190), (150, 400, 150, 320), rows, height=72, size=24)
    text = f"兹证明{person.name}同志参加2021年度一般公需科目培训，登记一般公需科目{count}学时，考核合格。"
    y = sheet.para((110, y + 40), 1020, text, 26)
    sheet.text(
        (110, y + 20), f"打印网址：https://{host}/" + (f"　　{YJ_PLATFORM}" if host == "www.wzjxjy.cn" else ""), 23
    )
    sheet.text((800, y + 190), "2021年7月12日", 25)
    press(sheet, Seal("温州市继续教育院", ("学时登记专用章",)), (880, y + 170))
    return sheet


def insurance(person: Person, months: int = 24, last: tuple[int, int] = (2024, 7), vector: bool = False) -> Sheet:
    """浙江省社会保险参保证明（个人专用）: months paid, newest first, up to `last` (year, month)."""
    sheet = Sheet(f"insurance/{person.name}", vector=vector)
    unit = f"{person.employer.region}{dice('unit', person.employer.name).randrange(10**5, 10**6)}"
    sheet.centre(70, "浙江省社会保险参保证明（个人专用）", 42, face="serif-bold")
    sheet.text((1130, 140), f"验证码：{dice('si', person.name).randrange(10**15, 10**16)}", 20, anchor="ra")
    y = sheet.table(
        (110, 175),
        (100, 200, 150, 330, 90, 150),
        [("姓名", person.name, "社会保障号", person.id_number, "性别", person.sex)],
        height=48,
        size=22,
    )
    y = sheet.table(
        (110, y),
        (204,) * 5,
        [("养老保险", "医疗保险", "工伤保险", "生育保险", "失业保险"), ("参保缴费",) * 5],
        height=44,
        size=21,
    )
    y = sheet.table((110, y), (220, 800), [("单位编号", "单位名称"), (unit, person.employer.name)], height=46, size=22)
    rows = [("年", "月", "单位编号", "缴费基数", "个人缴费", "缴费状态")]
    base = dice("base", person.name).randrange(5200, 8900)
    for back in range(months):
        year, month = divmod(last[0] * 12 + last[1] - 1 - back, 12)
        rows.append((f"{year}", f"{month + 1:02d}", unit, f"{base}", f"{base * 0.08:.2f}", "正常缴费"))
    y = sheet.table((110, y), (120, 100, 260, 180, 180, 180), rows, height=32, size=20)
    sheet.para((110, y + 16), 560, "说明：1. 本证明数据可能延时1到3个月。2. 本证明已签具电子印章，不再加盖鲜章。", 20)
    sheet.text((110, y + 160), f"打印时间：{last[0]}年{last[1] + 1}月12日", 21)
    office = "永嘉县社会保险事业管理中心" if person.employer.region == "330324" else "绍兴市社会保险事业管理服务中心"
    press(sheet, Seal(office, ("参保证明专用章",), worn=0.02), (470, y + 200), 0)
    return sheet
