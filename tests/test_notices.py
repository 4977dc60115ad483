"""The notice packs: every pack loads, every quote stands in its notice, and mistakes are named with file and line."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from checks.table import CHECKS
from verify.errors import UsageError
from verify.notice import parse
from verify.packs import load, shipped

SHARED = Path(os.environ.get("HEDUI_SHARED", Path(__file__).parents[2] / "shared"))

OURS = ("document", "identity", "reuse", "tamper")
"""Subjects of our own checks, that no notice asks for."""


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _told(error: pytest.ExceptionInfo[UsageError]) -> str:
    return str(error.value)


HEAD = """[notice]
id = "x"
number = "x"
title = "x"
issuer = "x"
issued = 2024-01-01
level = "x"

"""


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_pack_loads_under_its_own_id(name: str) -> None:
    assert load(name).head.id == name


@pytest.mark.parametrize("name", shipped())
def test_every_quote_stands_in_the_notice_word_for_word(name: str) -> None:
    text = SHARED / "notices" / f"{name}.txt"
    if not text.is_file():
        pytest.skip(f"the notice's text is not here: {text} (set HEDUI_SHARED)")
    whole = _squeezed(text.read_text("utf-8"))
    quotes = {rule.check.id: rule.clause.quote for rule in load(name).rules if rule.clause}
    assert {id: quote for id, quote in quotes.items() if _squeezed(quote) not in whole} == {}


@pytest.mark.parametrize("name", shipped())
def test_quotes_are_short(name: str) -> None:
    assert [r.check.id for r in load(name).rules if r.clause and len(r.clause.quote) > 80] == []


def test_the_table_holds_every_check_of_the_contract_in_its_order() -> None:
    contract = SHARED / "contract" / "checks.md"
    if not contract.is_file():
        pytest.skip(f"the contract is not here: {contract} (set HEDUI_SHARED)")
    assert list(CHECKS) == re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \|", contract.read_text("utf-8"), re.MULTILINE)


def test_every_built_check_is_explained_and_named_after_its_function() -> None:
    built = [check for check in CHECKS.values() if check.judge]
    assert [c.id for c in built if not (c.looks_at and c.cannot_tell)] == []
    assert [c.id for c in built if f"{c.judge.__module__}.{c.judge.__name__}" != f"checks.{c.id}"] == []


def test_every_built_check_is_asked_for_by_some_notice() -> None:
    asked = {rule.check.id for name in shipped() for rule in load(name).rules}
    assert [check.id for check in CHECKS.values() if check.built and check.id not in asked] == []


def test_only_our_own_checks_and_derived_ones_stand_without_a_clause() -> None:
    derived = {
        "paper.applicant_named", "paper.numbers_valid", "paper.parts_agree", "award.plausible", "award.applicant_named",
        "patent.applicant_named", "patent.number_valid", "standard.applicant_named", "education.record_agrees",
        "continuing_education.proof_agrees",
    }  # fmt: skip
    bare = {rule.check.id for name in shipped() for rule in load(name).rules if rule.clause is None}
    assert {id for id in bare if id.split(".")[0] not in OURS} == derived
    quoted = {rule.check.id for name in shipped() for rule in load(name).rules if rule.clause}
    assert {id for id in quoted if id.split(".")[0] in OURS} == set()


def test_yongjia_asks_for_nothing_that_only_shaoxing_says() -> None:
    asked = {rule.check.id for rule in load("yongjia-2021-23").rules}
    assert {id for id in asked if id.split(".")[0] in ("photo", "signoff", "project", "paper", "award")} == set()
    text = (Path(__file__).parents[1] / "checks" / "notices" / "yongjia-2021-23.toml").read_text("utf-8")
    told = "\n".join(line.partition("#")[0] for line in text.splitlines())
    told = told.replace('"绍兴"', "")  # one of the places that are 外地 to 永嘉
    assert [v for v in ("核对无误", "2024", "2023", "2022", "绍", "建筑学研究前沿", "90", "215") if v in told] == []


def test_consequences_are_those_of_the_contract() -> None:
    def of(name: str) -> dict[str, str]:
        return {rule.check.id: rule.consequence.value for rule in load(name).rules}

    shaoxing, yongjia = of("shaoxing-2024-07"), of("yongjia-2021-23")
    assert {id for id, c in shaoxing.items() if id in yongjia and yongjia[id] != c} == {
        "eligibility.route",
        "insurance.employer_agrees",
    }
    contract = SHARED / "contract" / "checks.md"
    if not contract.is_file():
        pytest.skip(f"the contract is not here: {contract} (set HEDUI_SHARED)")
    rows = re.findall(r"^\| `([a-z_.]+)` \|.*\| ([^|]+) \|$", contract.read_text("utf-8"), re.MULTILINE)
    stated = {id: text.strip() for id, text in rows}
    expected = {"eligibility.route": "note", "insurance.employer_agrees": "return"}
    assert {id: c for id, c in shaoxing.items() if c != expected.get(id, stated[id])} == {}


MISTAKES = [
    ("misspelt check", '[checks."photo.aspekt"]\nconsequence = "return"\n', 9, "photo.aspect"),
    ("misspelt parameter", '[checks."photo.aspect"]\nconsequence = "return"\nmin = 0.6\nmaxx = 0.8\n', 12, "max"),
    ("missing parameter", '[checks."photo.aspect"]\nconsequence = "return"\nmin = 0.6\n', 9, "max"),
    ("bad type", '[checks."photo.aspect"]\nconsequence = "return"\nmin = "low"\nmax = 0.8\n', 11, "min"),
    ("bad consequence", '[checks."photo.present"]\nconsequence = "shoot"\n', 10, "consequence"),
    ("no consequence", '[checks."photo.present"]\nremedy = "x"\n', 9, "consequence"),
    ("half a clause", '[checks."photo.present"]\nconsequence = "note"\nsection = "一"\n', 9, "section"),
    ("unknown table", '[chekcs."photo.present"]\nconsequence = "note"\n', 9, "chekcs"),
]


@pytest.mark.parametrize(("name", "text", "line", "word"), MISTAKES, ids=[m[0] for m in MISTAKES])
def test_a_mistake_is_named_with_file_and_line(name: str, text: str, line: int, word: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(HEAD + text, "own.toml")
    assert word in _told(error)
    if name != "unknown table":
        assert _told(error).startswith(f"own.toml:{line}:"), _told(error)


def test_broken_toml_and_unknown_notices_are_usage_errors(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="TOML"):
        parse("[notice", "own.toml")
    with pytest.raises(UsageError, match="shaoxing-2024-07"):
        load("shaoxing-2025")
    gbk = tmp_path / "gbk.toml"
    gbk.write_bytes("标题".encode("gbk"))
    with pytest.raises(UsageError, match="UTF-8"):
        load(gbk)
