"""Patent certificates and awards as pages with a text layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.fixturekit.dates import digits
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.people import patent_number


@dataclass(frozen=True)
class Patent:
    """A patent; `kind` as in 发明专利证书, `filed` and `granted` YYYY-MM-DD; `first` and `filer`: as filed."""

    inventors: tuple[str, ...]
    holder: str
    kind: str = "实用新型"
    name: str = "一种预制楼梯吊装定位装置"
    number: str = patent_number("202121457823")
    filed: str = "2021-06-29"
    granted: str = "2022-02-11"
    first: tuple[str, ...] = ()
    filer: str = ""

    @property
    def inventor(self) -> str:
        """What the certificate calls an inventor."""
        return "设 计 人" if self.kind == "外观设计" else "发 明 人"


def front(patent: Patent) -> Sheet:
    """The certificate's front; three inventors a line."""
    sheet = Sheet(f"patent-front/{patent.number}", vector=True)
    sheet.text((110, 90), "证书号第15723604号", 24)
    sheet.centre(170, f"{patent.kind}专利证书", 58)
    y = _row(sheet, 340, f"{patent.kind}名称", patent.name)
    y = _people(sheet, y, patent.inventor, patent.inventors)
    y = _row(sheet, y, "专　利　号", patent.number.replace("ZL", "ZL "))
    y = _row(sheet, y, "专利申请日", digits(patent.filed))
    y = _row(sheet, y, "专 利 权 人", patent.holder)
    y = _row(sheet, y, "授权公告日", digits(patent.granted))
    text = "国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，颁发专利证书并在专利登记簿上予以登记。"
    sheet.para((130, y + 40), 980, text, 26)
    sheet.text((780, 1270), digits(patent.granted), 25)
    return sheet


def back(patent: Patent) -> Sheet:
    """Its back: who filed and invented on the day of filing."""
    sheet = Sheet(f"patent-back/{patent.number}", vector=True)
    sheet.text((110, 110), "申请日时本专利记载的申请人、发明人信息如下：", 27)
    y = _row(sheet, 190, "申 请 人", patent.filer or patent.holder)
    _people(sheet, y, patent.inventor, patent.first or patent.inventors)
    return sheet


def receipt(patent: Patent) -> Sheet:
    """专利申请受理通知书."""
    sheet = Sheet(f"patent-receipt/{patent.number}", vector=True)
    sheet.centre(120, "专利申请受理通知书", 46)
    y = _row(sheet, 260, "申 请 号", patent.number.removeprefix("ZL"))
    y = _row(sheet, y, "申 请 日", digits(patent.filed))
    y = _row(sheet, y, "申 请 人", patent.holder)
    _row(sheet, y, "发明创造名称", patent.name)
    return sheet


def award(name: str, lines: Sequence[str], issuer: str, day: str) -> Sheet:
    """A certificate of honour: its name, its lines, issuer and date."""
    sheet = Sheet(f"award-text/{name}/{lines}", (1240, 860), vector=True)
    sheet.centre(90, name, 52)
    for number, line in enumerate(lines):
        sheet.text((130, 230 + number * 66), line, 30)
    sheet.text((800, 620), issuer, 28, anchor="ma")
    sheet.text((800, 680), digits(day), 26, anchor="ma")
    return sheet


def _row(sheet: Sheet, y: float, label: str, value: str) -> float:
    sheet.text((130, y), f"{label}：{value}", 28)
    return y + 74


def _people(sheet: Sheet, y: float, label: str, people: Sequence[str]) -> float:
    lines = [";".join(people[start : start + 3]) for start in range(0, len(people), 3)]
    for number, line in enumerate(lines):
        more = ";" if number + 1 < len(lines) else ""
        sheet.text(
            (130 if number == 0 else 270, y + number * 42), (f"{label}：" if number == 0 else "") + line + more, 28
        )
    return y + 32 + 42 * len(lines)
