"""Writes docs/coverage.md: every rule of the notices, the checks that stand on it, and the fixtures of each check.

    python scripts/coverage.py

Reads docs/rules.toml, the table of checks, the notices shipped and the folders of fixtures/.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from checks.table import CHECKS  # noqa: E402 - needs the path above
from verify.packs import load, shipped  # noqa: E402

DATA, PAGE = ROOT / "docs" / "rules.toml", ROOT / "docs" / "coverage.md"
OUTCOMES = ("pass", "fail", "unsure", "na")

HEAD = """# 规则与检查对照表

由 `scripts/coverage.py` 生成，请勿手改。规则编号依两份通知逐条拆出；“检查”一栏是核对它的程序，没有检查的写明机器为什么不能核对。

## 一、规则

| 规则 | 内容 | 检查 | 机器不核对的原因 |
|---|---|---|---|
"""
CHECK_HEAD = """
## 二、检查

“用例”是 `fixtures/<检查>/` 下各结果的个数。

| 检查 | 名称 | 通知 | 规则 | 用例 |
|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Rule:
    """A rule's number and gloss, the ids of the checks that look at it, or the reason why none does."""

    number: str
    gloss: str
    checks: tuple[str, ...]
    reason: str


def rules() -> list[Rule]:
    """The rules of docs/rules.toml, in order."""
    return [_rule(*row) for row in tomllib.loads(DATA.read_text("utf-8"))["rules"]]


def page() -> str:
    """The whole of docs/coverage.md."""
    known = rules()
    return HEAD + "".join(map(_row, known)) + CHECK_HEAD + "".join(_check_row(check, known) for check in CHECKS)


def fixtures(check: str) -> Counter[str]:
    """How many cases of each outcome fixtures/ holds for a check."""
    folder = ROOT / "fixtures" / check.replace(".", "/")
    return Counter(case.name.partition("-")[0] for case in folder.glob("*-*") if case.is_dir())


def _rule(number: str, gloss: str, *rest: str | dict[str, str]) -> Rule:
    reason = next((one["reason"] for one in rest if isinstance(one, dict)), "")
    return Rule(number, gloss, tuple(one for one in rest if isinstance(one, str)), reason)


def _row(rule: Rule) -> str:
    checks = "、".join(f"`{check}`{'' if CHECKS[check].built else '（尚未实现）'}" for check in rule.checks)
    return f"| {rule.number} | {rule.gloss} | {checks} | {rule.reason} |\n"


def _check_row(check: str, known: list[Rule]) -> str:
    packs = "、".join(pack for pack in shipped() if check in {rule.check.id for rule in load(pack).rules})
    numbers = "、".join(rule.number for rule in known if check in rule.checks)
    counts = fixtures(check)
    cases = "，".join(f"{outcome} {counts[outcome]}" for outcome in OUTCOMES if counts[outcome])
    built = cases if CHECKS[check].built else "尚未实现"
    return f"| `{check}` | {CHECKS[check].title} | {packs} | {numbers} | {built} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(rules())} rules, {len(CHECKS)} checks")
