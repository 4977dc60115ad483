"""Certificates of awards as a reader hands them on: forged ones, and genuine honours."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from scripts.fraud_eval.readings import Line, page
from scripts.fraud_eval.samples import Sample, case
from verify.finding import Outcome
from verify.form import Award
from verify.model import Slot
from verify.page import Page

CHECK = "award.not_forged"
FORGED, CAST = ("国家科技进步奖", "国家科技成果奖"), "中国科学技术协会"

Certificate = Callable[[Random, str, str, bool], Page]


def _printed(random: Random, title: str, issuer: str, twice: bool) -> Page:
    return _certificate(random, (f"{title}证书", "王建国同志：", f"荣获{title}一等奖", issuer), "", twice)


def _sealed(random: Random, title: str, issuer: str, twice: bool) -> Page:
    return _certificate(random, (f"{title}证书", "一等奖", "获奖者：王建国", "二〇一九年十二月"), issuer, twice)


def _both(random: Random, title: str, issuer: str, twice: bool) -> Page:
    lines = (f"2019年度《{title}》证书", "为表彰在科学技术进步中作出的贡献", "王建国", f"颁发单位：{issuer}")
    return _certificate(random, lines, issuer, twice)


def _spaced(random: Random, title: str, issuer: str, twice: bool) -> Page:
    return _certificate(random, (" ".join(f"{title}证书"), "王建国", " ".join(issuer)), issuer, twice)


CERTIFICATES: tuple[Certificate, ...] = (_printed, _sealed, _both, _spaced)


def _certificate(random: Random, lines: tuple[str, ...], seal: str, twice: bool) -> Page:
    return page([Line(text, 200 + 120 * n, 40) for n, text in enumerate(lines)], random, 1, twice, seal)


def award(random: Random, title: str, issuer: str, draw: Certificate, expected: Outcome) -> Sample:
    """A certificate of this title by this issuer."""
    shown, typed = draw(random, title, issuer, random.random() < 0.5), random.random() < 0.5
    claim = Award(name=f"{title}证书", issuer=issuer if typed else None)
    return Sample(CHECK, f"{title}, {issuer}, {draw.__name__}", case(Slot.AWARD, claim, (shown,)), expected)


def honour(random: Random, known: dict[str, Any]) -> Sample:
    """A genuine prize by a genuine issuer, the State's own that CAST put forward, or an honour of CAST's own."""
    way = random.random()
    if way < 0.6:
        title, issuer = random.choice(known["awards"]), random.choice(known["issuers"])
        return award(random, title.removesuffix("证书"), issuer, random.choice(CERTIFICATES), Outcome.PASS)
    if way < 0.75:
        lines: tuple[str, ...] = (
            "国家科学技术进步奖证书",
            "二等奖",
            "王建国",
            f"提名单位：{CAST}",
            "中华人民共和国国务院",
        )
        label, may = "the State Council's", Outcome.UNSURE
    elif way < 0.9:
        lines, label, may = ("荣誉证书", "王建国同志：", "被评为全国优秀科技工作者", CAST), "CAST's own", Outcome.PASS
    else:
        lines = ("荣誉证书", "王建国同志曾获国家科技进步奖二等奖", "授予全国优秀科技工作者称号", CAST)
        label, may = "CAST's own, a past prize told", Outcome.UNSURE
    shown = _certificate(random, lines, "" if way < 0.75 else CAST, random.random() < 0.5)
    return Sample(CHECK, label, case(Slot.AWARD, Award(name=lines[0]), (shown,)), may)
