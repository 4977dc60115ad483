"""reuse.seal: what is said of the seals' ink."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import case, document, observe, outcomes, page, seal
from verify.across import Across, Doubt, Match, MatchKind, Whose
from verify.finding import Evidence
from verify.model import Case, Slot

FILE = "工程业绩/01/证明.jpg"
OTHER = Whose("12_蒋思源", "蒋思源", "绍兴槐屿建设有限公司")
PLACE = Evidence(FILE, 1, (600, 900, 900, 1200), "绍兴镜澜城市开发有限公司")
THERE = Evidence("工程业绩/02/合同.pdf", 3, (1, 1, 9, 9))


def match(score: float = 0.8, whose: Whose = OTHER, explained: str | None = None, parts: float = 0.7) -> Match:
    return Match(
        MatchKind.SEAL, "“绍兴镜澜城市开发有限公司”印章", PLACE, THERE, whose, score, explained=explained, parts=parts
    )


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
        (sealed(match(explained=Doubt.BLOCK)), "unsure", FILE),
        (sealed(match(explained=Doubt.BLOCK), match(0.6)), "fail", FILE),
        (sealed(match(explained=Doubt.BLOCK), match(0.48)), "unsure", FILE),
        (sealed(match(parts=0.40)), "fail", FILE),
        (sealed(match(parts=0.39)), "unsure", FILE),
        (sealed(match(), match(whose=replace(OTHER, folder="13_何志强"), parts=0.2)), "unsure", FILE),
        (sealed(match(), match(whose=replace(OTHER, folder="13_何志强"), explained="同一页材料")), "unsure", FILE),
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


COLLEAGUE = replace(OTHER, folder="13_何志强", name="何志强")
LAST_YEAR = replace(OTHER, folder="2_蒋思源", batch="2023")


@pytest.mark.parametrize(("others", "outcome"), [((OTHER, LAST_YEAR), "fail"), ((OTHER, COLLEAGUE), "unsure")])
def test_people_are_counted_and_not_their_applications(others: tuple[Whose, ...], outcome: str) -> None:
    given = sealed(*(match(whose=whose) for whose in others))
    assert given.across
    known = replace(given.across, persons=((Whose(given.folder, "王建国"),), (OTHER, LAST_YEAR), (COLLEAGUE,)))
    assert outcomes("reuse.seal", replace(given, across=known)) == [(outcome, FILE)]


def test_pages_shared_of_one_file_do_not_hide_a_copy_on_another() -> None:
    page_3 = replace(PLACE, page=3)
    shared = [replace(match(whose=one, explained="同一页材料"), mine=page_3) for one in (COLLEAGUE, LAST_YEAR)]
    assert outcomes("reuse.seal", sealed(match(), *shared)) == [("fail", FILE)]


@pytest.mark.parametrize(
    ("score", "parts", "shown", "worded"),
    [
        (0.499, 0.7, "0.49", "有部分相近，不能确定"),
        (0.46, 0.7, "0.46", "有部分相近，不能确定"),
        (0.59, 0.2, "0.59", "可能是印章本身的缺口、磨损"),
        (0.57, 0.7, "0.57", "处处相近，像是同一次盖章"),
    ],
)
def test_the_words_say_no_more_than_the_figure(score: float, parts: float, shown: str, worded: str) -> None:
    (seen,) = observe("reuse.seal", sealed(match(score, parts=parts)))
    assert seen.found == f"油墨相关系数 {shown}"
    assert f"（相关系数 {shown}）" in seen.message
    assert worded in seen.message
    assert ("像是同一次盖章" in seen.message) == (seen.outcome == "fail")


def test_a_block_copied_whole_is_told_as_such() -> None:
    (seen,) = observe("reuse.seal", sealed(match(explained=Doubt.BLOCK)))
    assert Doubt.BLOCK in seen.message


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
    assert outcomes("reuse.seal", sealed(match(parts=0.2)), inked=0.2) == [("fail", FILE)]
    assert outcomes("reuse.seal", sealed(match(0.47)), doubtful=0.48) == [("pass", "印章")]


@pytest.mark.parametrize("score", [0.45, 0.8])
def test_what_was_expected_names_both_bars(score: float) -> None:
    (seen,) = observe("reuse.seal", sealed(match(score)), threshold=0.55, doubtful=0.35)
    assert seen.expected == "每次盖章的油墨各不相同（相关系数低于 0.55，达到 0.35 的由人工看）"
