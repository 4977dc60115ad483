"""The READMEs promise two commands; they are there, and what runs the tests is the second of them."""

from __future__ import annotations

import os
import re

import pytest

from checks.table import CHECKS
from tests.paths import ROOT
from verify.finding import Verdict


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_two_commands(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    commands = re.findall(r"^scripts/\S+.*$", text, re.MULTILINE)
    assert commands == ["scripts/verify fixtures/sample-batch", "scripts/test"]
    for command in commands:
        assert os.access(ROOT / command.split()[0], os.X_OK)


def test_ci_runs_the_second_command() -> None:
    assert "scripts/test" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_what_a_readme_shows_is_there(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / target).exists(), target


def test_every_verdict_is_explained() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert all(f"`{verdict.value}`" in text for verdict in Verdict)


def test_the_design_names_modules_that_exist() -> None:
    text = (ROOT / "docs" / "design.md").read_text("utf-8")
    for path in re.findall(r"`((?:verify|checks|scripts)/[\w/.]+)`", text):
        assert (ROOT / path).exists(), path
    assert len(CHECKS) > 60
