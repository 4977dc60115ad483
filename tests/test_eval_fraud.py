"""The figures on frauds: what is planted is known, the same for a seed, and scored by its own check and subject."""

from __future__ import annotations

from collections import Counter
from functools import partial
from hashlib import sha256
from typing import Any

import pypdfium2
import pytest

from checks.table import CHECKS
from scripts.fixturekit.fonts import MissingError, path_of
from scripts.fixturekit.typeset import font_tools
from scripts.fraud_eval import score, tell
from scripts.fraud_eval.files import altered, printed
from scripts.fraud_eval.generate import FRAUDS, Generated, generated
from scripts.fraud_eval.manifest import Deed, Manifest
from scripts.fraud_eval.member import Member
from scripts.fraud_eval.papers import lined


def _fonts() -> bool:
    try:
        font_tools()
        return path_of("sans").is_file()
    except MissingError:
        return False


needs_fonts = pytest.mark.skipif(not _fonts(), reason="Noto CJK or fontTools is not installed")

COPIED = Deed("another's file", ("reuse.file",), "001_甲", ("学时证明.pdf", "乙"), True)
SHARED = Deed("one firm's notice", ("reuse.file", "reuse.page"), "003_丙", ("公示说明", "丁"), False)
MANIFEST = Manifest((COPIED, SHARED), frozenset({"001_甲"}), ("001_甲", "003_丙"))


def finding(check: str, outcome: str, message: str, file: str, consequence: str | None = "suspect") -> dict[str, Any]:
    told = {"check": check, "outcome": outcome, "subject": file, "message": message, "evidence": [{"file": file}]}
    return {**told, "consequence": consequence if outcome == "fail" else None}


def reports(first: list[dict[str, Any]], third: list[dict[str, Any]]) -> dict[str, score.Report]:
    return {"001_甲": {"findings": first}, "003_丙": {"findings": third}}


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        ([finding("reuse.file", "fail", "对方是“乙”", "继续教育/学时证明.pdf")], "fail"),
        ([finding("reuse.file", "unsure", "对方是“乙”", "继续教育/学时证明.pdf")], "unsure"),
        ([finding("reuse.file", "unsure", "乙", "学时证明.pdf"), finding("reuse.file", "fail", "乙", "学时证明.pdf")], "fail"),
        ([finding("reuse.file", "fail", "对方是“戊”", "继续教育/学时证明.pdf")], ""),
        ([finding("reuse.file", "fail", "对方是“乙”", "社保/参保证明.pdf")], ""),
        ([finding("reuse.page", "fail", "对方是“乙”", "继续教育/学时证明.pdf")], ""),
        ([finding("reuse.file", "na", "没有其他申报人可供比对", "文件")], "na"),
        ([], ""),
    ],
)  # fmt: skip
def test_a_fraud_is_found_by_its_own_check_naming_file_and_person(found: list[dict[str, Any]], outcome: str) -> None:
    assert score.scored(COPIED, reports(found, []), "reuse.file").outcome == outcome


def test_an_innocent_is_accused_by_a_suspect_finding_only() -> None:
    doubted = finding("reuse.page", "unsure", "丁", "公示说明.pdf")
    returned = finding("signoff.verified", "fail", "没有签署", "公示说明.pdf", "return")
    wronged = finding("reuse.file", "fail", "丁", "公示说明.pdf")
    assert score.accused(MANIFEST, reports([wronged], [doubted, returned])) == []
    seen = reports([], [doubted, returned, wronged])
    assert [one.check for one in score.accused(MANIFEST, seen)] == ["reuse.file"]
    every = score.every(MANIFEST, seen)
    assert score.line("reuse.file", every["reuse.file"]) == score.Line("reuse.file", 1, 0, 0, 1, 1, 0)
    assert score.line("reuse.page", every["reuse.page"]) == score.Line("reuse.page", 0, 0, 0, 1, 0, 1)


def test_a_target_is_missed_by_too_few_found_or_one_accused() -> None:
    assert not score.Line("reuse.file", 20, 19, 1, 9, 0, 3).missed_target
    assert score.Line("reuse.file", 20, 18, 2, 9, 0, 3).missed_target
    assert score.Line("reuse.file", 20, 20, 0, 9, 1, 0).missed_target
    assert not score.Line("tamper.qr_agrees", 20, 0, 0, 0, 0, 0).missed_target
    assert set(score.TARGETS) <= set(CHECKS)


def test_misses_are_told_by_name() -> None:
    every = score.every(MANIFEST, reports([], []))
    if not CHECKS["reuse.file"].built:
        assert any("not built" in row for row in tell.table(every))
        return
    assert any("001_甲" in row for row in tell.misses(every))
    assert "MISSED" in "".join(tell.table(every))


@pytest.fixture(scope="module")
def made() -> Generated:
    return generated(20, 3)


def test_every_kind_is_planted_on_its_share_and_known(made: Generated) -> None:
    world, deeds = made.world, made.manifest.deeds
    assert len(made.manifest.applicants) == len(set(made.manifest.applicants)) == 20
    assert len({one.name for one in world.members}) == 20
    assert len(world.guilty) == 3 * world.share == 6
    drawn = [kind for kind in FRAUDS if kind.ready]
    assert sum(deed.fraud for deed in deeds) == len(drawn) * world.share
    assert {deed.applicant for deed in deeds if deed.fraud} <= made.manifest.guilty
    assert {deed.applicant for deed in deeds if not deed.fraud} <= set(made.manifest.innocent)
    assert {check for deed in deeds for check in deed.checks} <= set(CHECKS)


def test_frauds_have_victims_and_innocents_have_not_each_others_numbers(made: Generated) -> None:
    numbers = Counter(
        number for one in made.world.members for number in (one.person.diploma_number, one.person.id_number)
    )
    assert set(numbers.values()) == {1}


@needs_fonts
def test_the_same_seed_draws_the_same_batch(made: Generated) -> None:
    again, other = generated(20, 3), generated(20, 4)
    assert again.manifest == made.manifest != other.manifest
    assert [one.form for one in again.world.members] == [one.form for one in made.world.members]
    assert again.world.registry == made.world.registry
    assert again.world.archive == made.world.archive
    one, same = made.world.guilty[0], again.world.guilty[0]
    assert list(one.files) == list(same.files)
    assert _digests(one) == _digests(same)


def _digests(one: Member) -> list[str]:
    return [sha256(make()).hexdigest() for path, make in one.files.items() if path.endswith(".pdf")]


@needs_fonts
def test_a_printed_sheet_says_what_was_drawn_and_what_was_altered() -> None:
    draw = partial(lined, "test", "在职证明", "兹证明裘一鸣，编号ZG2019")
    data = printed(altered(draw, {"裘一鸣": "柳成舟"}), draw)()
    document = pypdfium2.PdfDocument(data)
    first, second = (page.get_textpage().get_text_range() for page in document)
    assert "兹证明柳成舟，编号ZG2019" in first
    assert "裘一鸣" in second
