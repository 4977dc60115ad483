"""The fixtures with an archive, from the office's list to what the check says of each applicant."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.archive.build import NOW, TODAY, store
from tests.checks.build import case, observe
from tests.paths import FIXTURES
from verify.across import Across
from verify.archive.listed import read_list
from verify.compare.breaches import breaches_for
from verify.store.archive import add

FOLDERS = sorted(path.parent for path in FIXTURES.glob("sanction/integrity_archive/*/archive.csv"))
assert len(FOLDERS) >= 4
WEIGHT = ["pass", "unsure", "fail"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_worst_of_its_applicants_is_what_the_folder_says(folder: Path, tmp_path: Path) -> None:
    found = []
    with store(tmp_path) as (connection, secret):
        add(connection, secret, read_list(folder / "archive.csv", "张敏", TODAY).entries, "张敏", NOW)
        for path in sorted(folder.glob("*/applicant.json")):
            one = case(**json.loads(path.read_text("utf-8")))
            across = Across(breaches=breaches_for(connection, secret, one))
            seen = observe("sanction.integrity_archive", replace(one, across=across))
            found += [observation.outcome.value for observation in seen]
    assert len(found) == 2
    assert max(found, key=WEIGHT.index) == folder.name.partition("-")[0]
