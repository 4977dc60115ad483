"""A browser window on a project's page of an official platform: as it looks, and what one may plant on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scripts.fixturekit.page import Colour, Sheet

WIDTH = 1366
"""Pixels of a window."""

WHITE, GREY = (255, 255, 255), (120, 122, 126)
TEXT = (50, 50, 54)


@dataclass(frozen=True)
class Odd:
    """The cell with this text is set in letters `scale` times as large, `shift` of their height lower, in `face`."""

    text: str
    scale: float = 1.0
    shift: float = 0.0
    face: str = "sans"


@dataclass(frozen=True)
class Shown:
    """What the window says. `address` and `head` are "" where there is none; `pairs` are labels and values, two a row;
    `people` are rows below ROLES; `above` stands over the address (tabs, a tool's menu), `below` under it (bookmarks),
    `printed` at the paper's foot.
    """

    name: str
    pairs: Sequence[tuple[str, str]]
    stage: Sequence[tuple[str, str]]
    people: Sequence[tuple[str, ...]]
    address: str = "https://jzsc.jst.zj.gov.cn/PublicWeb/index.html#/project/detail"
    head: str = "浙江省建筑市场监管公共服务系统"
    foot: str = "主办单位：浙江省住房和城乡建设厅"
    above: str = ""
    below: str = ""
    printed: str = ""
    odd: Odd | None = None


@dataclass(frozen=True)
class Look:
    """How the window looks: letters of `size` pixels, in colours of its own, cells ruled and set from the left or not."""

    size: int = 20
    face: str = "sans"
    accent: Colour = (24, 98, 186)
    align: str = "centre"
    light_labels: bool = False
    widths: tuple[int, int, int, int] = (190, 450, 210, 436)
    columns: tuple[int, ...] = field(default=(230, 200, 330, 526))


ROLES = ("担任角色", "姓名", "证件号码", "所属企业")


def window(shown: Shown, look: Look, key: str, vector: bool = False) -> Sheet:
    """The window, 1366 pixels wide and as high as it needs."""
    rows = len(shown.pairs) // 2 + len(shown.stage) // 2 + len(shown.people) + 1
    high = int(2.4 * look.size)
    sheet = Sheet(f"window/{key}", (WIDTH, 420 + rows * high), WHITE, vector=vector)
    y = _bar(sheet, shown, look)
    sheet.text((40, y + 18), shown.name, look.size + 8, face="sans-bold", fill=TEXT)
    y = _pairs(sheet, y + 34 + int(1.6 * look.size), shown.pairs, shown, look)
    y = _pairs(sheet, _heading(sheet, y, "竣工验收", look), shown.stage, shown, look)
    if shown.people:
        y = _heading(sheet, y, "从业人员信息", look)
        for row in (ROLES, *shown.people):
            y = _row(sheet, y, row, look.columns, shown, look)
    sheet.text((40, y + 24), shown.foot, look.size - 2, face=look.face, fill=GREY)
    sheet.text((40, sheet.height - 30), shown.printed, 16, face="sans", fill=TEXT)
    return sheet


def _bar(sheet: Sheet, shown: Shown, look: Look) -> float:
    """What stands above the address, the bar, the bookmarks and the head; returns the y below them."""
    y = 0
    if shown.above:
        sheet.text((30, 6), shown.above, 18, face="sans", fill=TEXT)
        y = 40
    if shown.address:
        sheet.patch((0, y, WIDTH, y + 44), (228, 230, 234))
        sheet.patch((120, y + 7, 1200, y + 38), WHITE)
        sheet.text((140, y + 11), shown.address, 18, face="sans", fill=TEXT)
        y += 44
    if shown.below:
        sheet.text((30, y + 6), shown.below, 16, face="sans", fill=TEXT)
        y += 36
    if shown.head:
        sheet.patch((0, y, WIDTH, y + 76), look.accent)
        sheet.text((40, y + 18), shown.head, 34, face="sans-bold", fill=WHITE)
        y += 76
    return y


def _heading(sheet: Sheet, y: float, text: str, look: Look) -> float:
    sheet.text((40, y + 16), text, look.size + 4, face="sans-bold", fill=look.accent)
    return y + 30 + int(1.5 * look.size)


def _pairs(sheet: Sheet, y: float, pairs: Sequence[tuple[str, str]], shown: Shown, look: Look) -> float:
    for one, other in zip(pairs[::2], pairs[1::2], strict=True):
        y = _row(sheet, y, (*one, *other), look.widths, shown, look)
    return y


def _row(sheet: Sheet, y: float, cells: Sequence[str], widths: Sequence[int], shown: Shown, look: Look) -> float:
    left, high = 40.0, int(2.4 * look.size)
    for n, (text, width) in enumerate(zip(cells, widths, strict=True)):
        box = (left, y, left + width, y + high)
        odd = shown.odd if shown.odd and shown.odd.text == text else None
        smaller = look.light_labels and len(cells) == 4 and widths == look.widths and n % 2 == 0
        if odd:
            sheet.box(box, 1, (210, 212, 216))
            _odd(sheet, box, odd, look)
        else:
            size = look.size - 2 if smaller else look.size
            sheet.box(box, 1, (210, 212, 216))
            _set(sheet, box, text, size, look)
        left += width
    return y + high


def _set(sheet: Sheet, box: tuple[float, ...], text: str, size: int, look: Look) -> None:
    middle = (box[1] + box[3]) / 2
    at, anchor = ((box[0] + 12, middle), "lm") if look.align == "left" else (((box[0] + box[2]) / 2, middle), "mm")
    sheet.text(at, text, size, face=look.face, fill=TEXT, anchor=anchor)


def _odd(sheet: Sheet, box: tuple[float, float, float, float], odd: Odd, look: Look) -> None:
    lower = odd.shift * look.size
    shifted = (box[0], box[1] + lower, box[2], box[3] + lower)
    other = Look(look.size, odd.face, align=look.align)
    _set(sheet, shifted, odd.text, round(odd.scale * look.size), other)
