"""Which stamp an organisation has: shape, words, code and face, by dice."""

from __future__ import annotations

import random

from scripts.sealkit.faces import SHARES, installed
from scripts.sealkit.names import BRANDS, Name, Role
from scripts.sealkit.stamp import Stamp

PURPOSES: dict[Role, tuple[str, ...]] = {
    "建设": ("合同专用章", "工程部", "资料专用章", "工程管理专用章"),
    "勘察": ("技术专用章", "勘察专用章", "合同专用章", "资料专用章"),
    "设计": ("技术专用章", "出图专用章", "合同专用章", "设计专用章"),
    "施工": ("合同专用章", "项目部", "技术专用章", "竣工图章", "资料专用章"),
    "监理": ("项目监理部", "技术专用章", "合同专用章", "监理专用章"),
    "审图": ("施工图审查专用章", "审查专用章", "业务专用章", "施工图审查合格"),
}

PLATE_LINES: dict[Role, tuple[str, ...]] = {
    "设计": ("工程设计出图专用章", "建筑工程施工图设计出图章", "施工图出图专用章"),
    "审图": ("施工图审查合格专用章", "施工图设计文件审查专用章", "房屋建筑施工图审查章"),
}

SITES = ("安置房", "综合楼", "小学", "卫生院", "污水处理厂", "道路改造", "农贸市场", "厂房", "桥梁")


def design_of(name: Name, roll: random.Random) -> Stamp:
    """A stamp of `name`: mostly round, at times oval; a drawing reviewer's or designer's may be a plate."""
    faces = installed()
    face = roll.choices(faces, [SHARES[face] for face in faces])[0]
    chance = roll.random()
    if name.role in PLATE_LINES and chance < 0.25:
        return _plate(name, face, roll)
    return _oval(name, face, roll) if chance > 0.9 else _round(name, face, roll)


def _round(name: Name, face: str, roll: random.Random) -> Stamp:
    size = roll.choice((38.0, 40.0, 42.0, 42.0, 45.0, 50.0))
    lines, star = _middle(name, roll)
    code = _code(roll) if roll.random() < 0.55 else ""
    count = len(name.text)
    widest = 286.0 if code else 330.0 if roll.random() < 0.15 and not lines else 300.0
    sweep = min(widest, count * roll.uniform(16.5, 24.0))
    tall = size * roll.uniform(0.118, 0.135) * (0.94 if count > 18 else 1.0)
    return Stamp(
        *("round", name.text, lines, code),
        star=star,
        width=size,
        height=size,
        face=face,
        rim=size * roll.choice((0.012, 0.018, 0.025, 0.028, 0.034)),
        inner=size * 0.01 if roll.random() < 0.08 else 0.0,
        tall=tall,
        inset=size * roll.uniform(0.02, 0.04),
        sweep=sweep,
        condensed=roll.uniform(0.58, 0.85),
        line_tall=size * roll.uniform(0.085, 0.115),
    )


def _middle(name: Name, roll: random.Random) -> tuple[tuple[str, ...], bool]:
    """Lines in the middle, and whether a star stands above them."""
    chance = roll.random()
    if chance < 0.42:
        return (), True
    purpose = roll.choice(PURPOSES[name.role])
    if chance < 0.86:
        return (purpose,), True
    site = roll.choice(BRANDS)[:2] + roll.choice(SITES)
    return ((site, purpose) if chance < 0.94 else (purpose,)), False


def _oval(name: Name, face: str, roll: random.Random) -> Stamp:
    width = roll.choice((40.0, 45.0, 50.0, 58.0))
    height = width * roll.choice((0.66, 0.7, 0.75))
    tall = height * roll.uniform(0.135, 0.155)
    return Stamp(
        *("oval", name.text, (roll.choice(PURPOSES[name.role]),)),
        star=False,
        width=width,
        height=height,
        face=face,
        rim=roll.choice((0.7, 0.9, 1.1)),
        inner=0.35 if roll.random() < 0.2 else 0.0,
        tall=tall,
        inset=roll.uniform(0.8, 1.2),
        sweep=min(250.0, 15.0 * len(name.text)),
        condensed=roll.uniform(0.65, 0.9),
        line_tall=height * 0.14,
    )


def _plate(name: Name, face: str, roll: random.Random) -> Stamp:
    lines: tuple[str, ...] = (
        name.text,
        roll.choice(PLATE_LINES[name.role]),
        "证书编号:" + roll.choice("AB") + _digits(9, roll),
    )
    lines = lines[: roll.choice((2, 3, 3))]
    if roll.random() < 0.3:
        lines = (*lines, f"有效期至{roll.randint(2023, 2029)}年{roll.randint(1, 12)}月")
    width = roll.choice((60.0, 65.0, 70.0, 80.0))
    return Stamp(
        *("plate", name.text, lines),
        width=width,
        height=width * (0.14 * len(lines) + 0.05),
        face=face,
        rim=roll.choice((0.5, 0.8, 1.0)),
        line_tall=roll.uniform(4.6, 6.0),
    )


def _code(roll: random.Random) -> str:
    return "3306" + _digits(9, roll)


def _digits(count: int, roll: random.Random) -> str:
    return "".join(roll.choice("0123456789") for _ in range(count))
