"""Every rule of the notices is checked, or the reason why no machine can is given; docs/coverage.md says which."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from checks.table import CHECKS
from scripts.coverage import PAGE, fixtures, page, rules
from tests.paths import ROOT

CATALOGUE = Path(os.environ.get("HEDUI_SHARED", ROOT.parent / "shared")) / "domain" / "rules.md"

WITHOUT_UNSURE = {"photo.aspect", "photo.format", "photo.present", "document.slot", "project.count"}
"""Checks with nothing to doubt, or whose doubt no small fixture can show."""


def test_the_page_is_as_the_script_writes_it() -> None:
    assert PAGE.read_text("utf-8") == page(), "run scripts/coverage.py"


def test_every_rule_has_a_check_or_a_reason() -> None:
    assert [rule.number for rule in rules() if bool(rule.checks) == bool(rule.reason)] == []
    assert [(r.number, check) for r in rules() for check in r.checks if check not in CHECKS] == []


def test_every_rule_of_the_catalogue_is_listed() -> None:
    if not CATALOGUE.is_file():
        pytest.skip(f"the catalogue is not here: {CATALOGUE} (set HEDUI_SHARED)")
    numbers = re.findall(r"^\| ([A-Z]{2}-\d+[ab]?) \|", CATALOGUE.read_text("utf-8"), re.MULTILINE)
    assert [rule.number for rule in rules()] == numbers


def test_every_check_stands_on_a_rule_or_is_our_own() -> None:
    asked = {check for rule in rules() for check in rule.checks}
    assert {check for check in CHECKS if check not in asked and not check.startswith("tamper.")} == set()


@pytest.mark.parametrize("check", [check for check in CHECKS.values() if check.built], ids=lambda check: check.id)
def test_a_built_check_has_fixtures_of_each_outcome(check: object) -> None:
    id: str = check.id  # type: ignore[attr-defined]
    wanted = {"pass", "fail"} | (set() if id in WITHOUT_UNSURE else {"unsure"})
    assert wanted - set(fixtures(id)) == set()
