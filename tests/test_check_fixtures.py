"""Every per-check fixture through the whole way: its folder's name says the check and what it must find."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.paths import FIXTURES
from verify.judge import judge
from verify.model import Outcome, Report
from verify.notice import load
from verify.pipeline import read_again, read_all, take_in_all
from verify.pool import Pool
from verify.read.engines import second_for
from verify.read.many import Reader

CASES = {
    "/".join(folder.relative_to(FIXTURES).parts): folder
    for folder in sorted(FIXTURES.glob("*/*/*-*"))
    if folder.is_dir() and not folder.relative_to(FIXTURES).parts[0].startswith("sample-batch")
}
WEIGHT = [Outcome.NA, Outcome.PASS, Outcome.UNSURE, Outcome.FAIL, Outcome.BROKEN]


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    notice = load("shaoxing-2024-07")
    spool: Path = tmp_path_factory.mktemp("spool")
    with Pool(2) as pool:
        reader = Reader(pool, "rapidocr", second_for("rapidocr"), None)
        cases = read_again(read_all(take_in_all(CASES, None, spool, pool), reader, lambda _: None), notice, reader)
    return {name: judge(case, notice) for name, case in zip(CASES, cases, strict=True)}


@pytest.mark.parametrize("name", CASES)
def test_fixture(name: str, reports: dict[str, Report]) -> None:
    subject, requirement, slug = name.split("/")
    found = [f for f in reports[name].findings if f.check == f"{subject}.{requirement}"]
    worst = max((f.outcome for f in found), key=WEIGHT.index)
    assert worst == slug.partition("-")[0], [(f.outcome.value, f.subject, f.message) for f in found]
