"""Every per-check fixture through the whole way: its folder's name says the check and what it must find."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.paths import FIXTURES
from verify.judge import judge
from verify.model import Outcome, Report
from verify.packs import load
from verify.pipeline import read_again, read_all, take_in_all
from verify.pool import Pool
from verify.read.engines import second_for
from verify.read.many import Reader

CASES = {
    "/".join(folder.relative_to(FIXTURES).parts): folder
    for folder in sorted(FIXTURES.glob("*/*/*-*"))
    if folder.is_dir() and not folder.relative_to(FIXTURES).parts[0].startswith("sample-batch")
}
NOTICES = ("shaoxing-2024-07", "yongjia-2021-23")
WEIGHT = [Outcome.NA, Outcome.PASS, Outcome.UNSURE, Outcome.FAIL, Outcome.BROKEN]


@pytest.fixture(scope="session")
def reports(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """The reports of the fixtures whose tests were chosen (`-k education`): reading them all takes a minute."""
    chosen = {item.callspec.params["name"] for item in request.session.items if "reports" in item.fixturenames}  # type: ignore[attr-defined]
    folders = {name: folder for name, folder in CASES.items() if name in chosen}
    spool: Path = tmp_path_factory.mktemp("spool")
    reports = dict[str, Report]()
    for notice in map(load, NOTICES):
        ours = {name: folder for name, folder in folders.items() if notice_of(folder) == notice.head.id}
        with Pool(2) as pool:
            reader = Reader(pool, "rapidocr", second_for("rapidocr"), None)
            cases = read_again(read_all(take_in_all(ours, None, spool, pool), reader, lambda _: None), notice, reader)
        reports |= {name: judge(case, notice) for name, case in zip(ours, cases, strict=True)}
    return reports


def notice_of(folder: Path) -> str:
    """The notice that a fixture is judged by: its folder's name says when it is the other one's."""
    return NOTICES[folder.name.endswith("-yongjia")]


@pytest.mark.parametrize("name", CASES)
def test_fixture(name: str, reports: dict[str, Report]) -> None:
    subject, requirement, slug = name.split("/")
    found = [f for f in reports[name].findings if f.check == f"{subject}.{requirement}"]
    worst = max((f.outcome for f in found), key=WEIGHT.index)
    assert worst == slug.partition("-")[0], [(f.outcome.value, f.subject, f.message) for f in found]
