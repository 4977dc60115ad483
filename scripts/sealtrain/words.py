"""Invented names of organisations and other texts of seals, from the characters of GB 2312."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

_WORDS = {
    name: text.split()
    for name, text in tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8")).items()
}
PLACES, TRADES, FORMS, OFFICES, LINES = (_WORDS[name] for name in ("places", "trades", "forms", "offices", "lines"))
FIRM = list("".join(_WORDS["firm"]))
BUREAUS = ["全国统一发票监制章", "国家税务总局", "财政部监制", "国家税务局", "地方税务局"]
COMMON = [bytes((a, b)).decode("gb2312") for a in range(0xB0, 0xD8) for b in range(0xA1, 0xFF) if (a, b) < (0xD7, 0xFA)]
RARE = [bytes((a, b)).decode("gb2312") for a in range(0xD8, 0xF8) for b in range(0xA1, 0xFF)]


def title(roll: random.Random) -> str:
    """The words along a rim."""
    kind = roll.random()
    if kind < 0.14:
        return "".join(character(roll) for _ in range(roll.randint(4, 20)))
    if kind < 0.19:
        return roll.choice(BUREAUS)
    place = roll.choice(PLACES) if roll.random() < 0.75 else character(roll) + character(roll)
    place += roll.choice(["", "", "", "省", "市", "市", "县", "区"]) if roll.random() < 0.8 else ""
    if kind < 0.42:
        return place + roll.choice(["", "", *"第一第二"]) + roll.choice(OFFICES)
    firm = "".join(character(roll) for _ in range(roll.choice([2, 2, 2, 3, 3, 4])))
    trade = "".join(roll.sample(TRADES, roll.choice([0, 1, 1, 1, 2, 2])))
    place = "" if roll.random() < 0.25 else place
    mark = f"({roll.choice(PLACES)})" if roll.random() < 0.04 else ""
    return place + firm + mark + trade + roll.choice(FORMS)


def line(roll: random.Random) -> str:
    """A line across a seal, or along its bottom."""
    kind = roll.random()
    if kind < 0.5:
        return roll.choice(LINES)
    if kind < 0.6:
        return roll.choice(PLACES) + roll.choice(["市税务局", "省税务局", "分公司", "项目部", "办事处"])
    if kind < 0.72:
        return code(roll)
    if kind < 0.8:
        return "91" + code(roll)[:6] + "".join(roll.choice("0123456789ABCDEFGHJKLMNPQRTUWXY") for _ in range(10))
    return "".join(character(roll) for _ in range(roll.randint(2, 10)))


def code(roll: random.Random) -> str:
    """A registered seal's number of 13 digits."""
    return "".join(roll.choice("0123456789") for _ in range(13))


def character(roll: random.Random) -> str:
    """A character of a firm's own name: mostly an everyday one."""
    kind = roll.random()
    return roll.choice(FIRM if kind < 0.35 else COMMON if kind < 0.93 else RARE)
