"""A standard's cover and foreword, with a text layer."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.fixturekit.page import Sheet

SCOPE = (
    "本标准按照标准化工作导则的规则起草，在总结工程实践经验和广泛征求意见的基础上制定。",
    "本标准的主要技术内容包括总则、术语、材料、设计、制作与运输、安装施工和质量验收。",
)


def cover(number: str, name: str, issuers: Sequence[str], level: str = "团体标准") -> Sheet:
    """Number, name and who issued it, with the days of issue and of coming into force."""
    sheet = Sheet(f"standard/{number}/{issuers}", vector=True)
    sheet.centre(190, level, 54)
    sheet.text((1110, 330), number, 30, anchor="ra")
    sheet.centre(620, name, 46)
    sheet.text((130, 1330), "2022-06-10　发布", 26)
    sheet.text((1110, 1330), "2022-10-01　实施", 26, anchor="ra")
    for row, issuer in enumerate(issuers):
        last = row + 1 == len(issuers)
        sheet.centre(1450 + row * 48, issuer + ("　发布" if last else ""), 32)
    return sheet


def foreword(units: Sequence[str], people: Sequence[str], reviewers: Sequence[str] = ()) -> Sheet:
    """前言: what it is about, the units and the people that drafted it, four names a line."""
    sheet = Sheet(f"foreword/{units}/{people}", vector=True)
    sheet.centre(130, "前　言", 44)
    y = sheet.para((130, 240), 980, "\n".join(SCOPE), 27)
    y = sheet.para((130, y + 10), 980, f"本标准起草单位：{'、'.join(units)}。", 27)
    for label, names in (("主要起草人", people), ("主要审查人员", reviewers)):
        for start in range(0, len(names), 4):
            head = f"本标准{label}：" if start == 0 else ""
            text = "、".join(names[start : start + 4]) + ("、" if start + 4 < len(names) else "。")
            sheet.text((184 if head else 390, y), head + text, 27)
            y += 44
    sheet.para((130, y), 980, "本标准由归口单位负责管理，由起草单位负责具体技术内容的解释。\n本标准为首次发布。", 27)
    return sheet
