"""Every per-check fixture through the whole way: its folder's name says the check and what it must find.

A fixture without an applicant.json of its own is a small batch, whose applicants are compared with one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.paths import FIXTURES
from verify.archive.listed import read_list
from verify.compare.comparison import Comparison
from verify.compare.elsewhere import Elsewhere
from verify.compare.survey import Survey
from verify.finding import Outcome, Report
from verify.judge import judge
from verify.model import Case
from verify.notice import Notice
from verify.packs import load
from verify.pipeline import ink_all, read_again, read_all, take_in_all
from verify.pool import Pool
from verify.read.engines import second_for
from verify.read.many import Reader
from verify.registry.read import parse_file
from verify.store import archive
from verify.store.open import store_at

CASES = {
    "/".join(folder.relative_to(FIXTURES).parts): folder
    for folder in sorted(FIXTURES.glob("*/*/*-*"))
    if folder.is_dir() and not folder.relative_to(FIXTURES).parts[0].startswith("sample-batch")
}
NOTICES = ("shaoxing-2024-07", "yongjia-2021-23")
WEIGHT = [Outcome.NA, Outcome.PASS, Outcome.UNSURE, Outcome.FAIL, Outcome.BROKEN]


@pytest.fixture(scope="session")
def fixture_reports(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Report]]:
    """The reports of the fixtures whose tests were chosen (`-k education`): reading them all takes a minute."""
    chosen = {item.callspec.params["name"] for item in request.session.items if "fixture_reports" in item.fixturenames}  # type: ignore[attr-defined]
    spool: Path = tmp_path_factory.mktemp("spool")
    reports = dict[str, list[Report]]()
    for notice in map(load, NOTICES):
        ours = {name: CASES[name] for name in CASES if name in chosen and notice_of(CASES[name]) == notice.head.id}
        people = {f"{name}|{folder.name}": folder for name in ours for folder in applicants(ours[name])}
        with Pool(2) as pool:
            reader = Reader(pool, "rapidocr", second_for("rapidocr"), None)
            cases = read_all(take_in_all(people, None, spool, pool), reader, lambda _: None)
            for name, folder in ours.items():
                group = [case for key, case in zip(people, cases, strict=True) if key.rpartition("|")[0] == name]
                if not (folder / "applicant.json").is_file():
                    group = compared(folder, group, spool / name.replace("/", "-"), notice, pool)
                reports[name] = [judge(case, notice) for case in read_again(group, notice, reader)]
    return reports


def applicants(folder: Path) -> list[Path]:
    """The applicant's folder, or those of a small batch."""
    return [folder] if (folder / "applicant.json").is_file() else sorted(p for p in folder.iterdir() if p.is_dir())


def compared(batch: Path, cases: Sequence[Case], place: Path, notice: Notice, pool: Pool) -> list[Case]:
    """The cases with what a run would find beyond each one's folder."""
    with store_at(place / "store.sqlite") as store:
        survey = Survey(store.engine, store.secret, batch, notice)
        if (batch / "archive.csv").is_file():
            entries = read_list(batch / "archive.csv", "张敏", date(2024, 10, 1)).entries
            with store.engine.begin() as connection:
                archive.add(connection, store.secret, entries, "张敏", datetime(2024, 10, 1, tzinfo=UTC))
        named = [replace(case, folder=case.folder.rpartition("|")[2]) for case in cases]
        for case, inks in zip(named, ink_all(cases, pool), strict=True):
            survey.put(case, "", inks)
        export = batch / "registry.csv"
        registry = parse_file(export) if export.is_file() else None
        comparison = Comparison(survey, Elsewhere({}, lambda _: None), registry)
        return [replace(case, across=comparison.of(case)) for case in named]


def notice_of(folder: Path) -> str:
    """The notice that a fixture is judged by: its folder's name says when it is the other one's."""
    return NOTICES[folder.name.endswith("-yongjia")]


@pytest.mark.parametrize("name", CASES)
def test_fixture(name: str, fixture_reports: dict[str, list[Report]]) -> None:
    subject, requirement, slug = name.split("/")
    found = [f for report in fixture_reports[name] for f in report.findings if f.check == f"{subject}.{requirement}"]
    worst = max((f.outcome for f in found), key=WEIGHT.index)
    assert worst == slug.partition("-")[0], [(f.outcome.value, f.subject, f.message) for f in found]
