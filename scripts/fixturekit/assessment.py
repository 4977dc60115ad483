"""The form of an annual assessment."""

from __future__ import annotations

from scripts.fixturekit.chance import dice
from scripts.fixturekit.dates import digits
from scripts.fixturekit.hand import BLUE_PEN, write
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import Person
from scripts.fixturekit.prose import sentences


def assessment(person: Person, year: int, grade: str = "合格", vector: bool = False, **told: str) -> Sheet:
    """专业技术人员年度考核登记表, one year, laid out as the notice's annex 5.

    `told` says otherwise what stands there: `summary`, `years` (the line of the year), `opinion`, `signed` (the year in
    which it was signed).
    """
    sheet = Sheet(f"assessment/{person.name}/{year}" + "".join(told.values()), vector=vector)
    sheet.centre(70, "专业技术人员年度考核登记表", 44, face="serif-bold")
    sheet.centre(136, told.get("years", f"（{year}年度）"), 30)
    post = f"助理工程师　{digits(person.titled)}" if person.titled and person.titled[:4] <= str(year) else "施工员"
    y = sheet.table(
        (100, 190),
        (150, 200, 130, 150, 160, 250),
        [("姓　名", person.name, "性　别", person.sex, "出生年月", person.born[:7].replace("-", "."))],
        size=23,
    )
    y = sheet.table((100, y), (150, 200, 290, 400), [("政治面貌", "群众", "现任岗位（职称）及聘任时间", post)], size=22)
    y = sheet.table(
        (100, y),
        (150, 890),
        [
            ("单位及职务", f"{person.employer.name}　工程部技术负责"),
            ("从事或分管工作", f"{person.project}现场技术管理"),
        ],
        size=23,
    )
    text = told.get("summary", f"{year}年度本人在{person.project}从事技术工作。" + sentences(5, person.name, year))
    signed = int(told.get("signed", year))
    y = _block(sheet, y, "个人总结", text, 420, (person.name, f"{signed}年12月20日"))
    boss, chief = person.colleagues[0], person.colleagues[2]
    view = f"该同志{year}年度工作扎实，{sentences(1, person.name, year, 'view')}"
    y = _block(sheet, y, "所在部门考核意见", view, 180, (boss, f"{signed}年12月25日"))
    verdict = f"经考核，{year}年度考核等次为：{grade}" if grade else f"{year}年度考核等次为：　　　"
    verdict = told.get("opinion", verdict)
    y = _block(sheet, y, "单位考核意见", verdict, 180, (chief, f"{signed + 1}年1月8日"))
    y = _block(sheet, y, "本人意见", "同意考核意见。", 110, (person.name, f"{signed + 1}年1月10日"))
    sheet.table((100, y), (150, 890), [("备　注", "")], height=44, size=23)
    return sheet


def _block(sheet: Sheet, y: float, label: str, text: str, height: int, signed: tuple[str, str]) -> float:
    sheet.cell((100, y, 250, y + height), label, size=23)
    sheet.box((250, y, 1140, y + height))
    sheet.para((266, y + 14), 860, text, 23, leading=1.55)
    foot = y + height - 50
    sheet.text((560, foot + 8), "签名：", 23)
    pen = BLUE_PEN if dice(signed[0]).random() < 0.5 else (34, 34, 44)
    write(sheet, (635, foot - 12), signed[0], 36, pen)
    sheet.text((1120, foot + 8), signed[1], 23, anchor="ra")
    return y + height
