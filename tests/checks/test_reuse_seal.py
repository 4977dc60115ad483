"""reuse.seal: what is said of the seals' ink."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import case, document, observe, outcomes, page, seal
from verify.across import Across, Match, MatchKind, Whose
from verify.finding import Evidence
from verify.model import Case, Slot

FILE = "工程业绩/01/证明.jpg"
OTHER = Whose("12_蒋思源", "蒋思源", "绍兴槐屿建设有限公司")
PLACE = Evidence(FILE, 1, (600, 900, 900, 1200), "绍兴镜澜城市开发有限公司")
THERE = Evidence("工程业绩/02/合同.pdf", 3, (1, 1, 9, 9))


def match(score: float = 0.8, whose: Whose = OTHER, explained: str | None = None) -> Match:
    return Match(MatchKind.SEAL, "“绍兴镜澜城市开发有限公司”印章", PLACE, THERE, whose, score, explained=explained)


def sealed(*matches: Match, source: str = "ocr", blind: int = 0, alike: int = 0, seals: int = 2) -> Case:
    sheet = page("证明", seals=(seal("绍兴镜澜城市开发有限公司"),) * seals)
    made = case(document(FILE, Slot.PROJECT, replace(sheet, source=source)))  # type: ignore[arg-type]
    across = Across(compared=3, matches=matches, blind=(PLACE,) * blind, alike=(PLACE,) * alike)
    return replace(made, across=across)


@pytest.mark.parametrize(
    ("given", "outcome", "subject"),
    [
        (sealed(match()), "fail", FILE),
        (sealed(match(0.50)), "fail", FILE),
        (sealed(match(0.49)), "unsure", FILE),
        (sealed(match(0.45)), "unsure", FILE),
        (sealed(match(0.44)), "pass", "印章"),
        (sealed(match(), source="text"), "unsure", FILE),
        (sealed(match(), match(whose=replace(OTHER, folder="13_何志强"))), "unsure", FILE),
        (sealed(match(), match(0.49, replace(OTHER, folder="13_何志强"))), "fail", FILE),
        (sealed(match(), match(0.7)), "fail", FILE),
        (sealed(match(explained="同一页材料")), "pass", "印章"),
        (sealed(), "pass", "印章"),
        (sealed(blind=1), "pass", "印章"),
        (sealed(blind=2), "unsure", "印章"),
        (sealed(blind=1, alike=1), "unsure", "印章"),
        (sealed(alike=2), "na", "印章"),
        (sealed(seals=0), "na", "印章"),
        (replace(sealed(match()), across=None), "na", "印章"),
    ],
)
@pytest.mark.parametrize("notice", ["shaoxing-2024-07", "yongjia-2021-23"])
def test_outcome(given: Case, outcome: str, subject: str, notice: str) -> None:
    assert outcomes("reuse.seal", given, notice) == [(outcome, subject)]


def test_a_match_tells_with_whom_where_what_else_it_may_be_and_what_to_do() -> None:
    (seen,) = observe("reuse.seal", sealed(match()))
    for told in ("蒋思源", "12_蒋思源", "绍兴槐屿建设有限公司", "合同.pdf 第 3 页", "0.80", "电子印章", "原件"):
        assert told in seen.message
    assert [place.file for place in seen.evidence] == [PLACE.file, "工程业绩/02/合同.pdf"]


def test_one_file_has_one_finding_and_ones_own_places_are_both_shown() -> None:
    me = Whose(sealed().folder, "王建国")
    (seen,) = observe("reuse.seal", sealed(match(), match(0.9, me)))
    assert seen.evidence == (PLACE, THERE)
    assert "本人" in seen.message
    assert seen.found == "油墨相关系数 0.90"


def test_only_so_many_matches_are_told() -> None:
    (seen,) = observe("reuse.seal", sealed(*[match(0.5 + n / 100) for n in range(9)]))
    assert "另有 4 处" in seen.message


def test_an_office_may_ask_otherwise() -> None:
    assert outcomes("reuse.seal", sealed(match(), source="text"), electronic_pages="fail") == [("fail", FILE)]
    assert outcomes("reuse.seal", sealed(blind=2), none_comparable="na") == [("na", "印章")]
    assert outcomes("reuse.seal", sealed(match(0.45)), threshold=0.45) == [("fail", FILE)]
    assert outcomes("reuse.seal", sealed(match()), picture_seal=2) == [("unsure", FILE)]
    assert outcomes("reuse.seal", sealed(match(0.47)), doubtful=0.48) == [("pass", "印章")]


@pytest.mark.parametrize("score", [0.45, 0.8])
def test_what_was_expected_names_both_bars(score: float) -> None:
    (seen,) = observe("reuse.seal", sealed(match(score)), threshold=0.55, doubtful=0.35)
    assert seen.expected == "每次盖章的油墨各不相同（相关系数低于 0.55，达到 0.35 的由人工看）"
