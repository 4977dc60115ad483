"""Whether two impressions of one ink are on one sheet."""

from __future__ import annotations

import random

import pytest

from tests.compare.inks import document, sketches
from tests.compare.test_page_index import index_of
from verify.across import Doubt, Match, MatchKind, Reason, Whose
from verify.compare import shingles
from verify.compare.seal_match import match_seals
from verify.compare.sheets import BLANK, SAME_PAGE, SAME_PLACE, Relation, Sheets, explained, letters, relation
from verify.finding import Evidence
from verify.form import Form
from verify.model import Case, Slot
from verify.sketches import PageSketch, StoredSeal

HAN = "".join(map(chr, range(0x4E00, 0x5000)))
BLOCK = ["单位公章浙江剡溪建设有限公司联系电话83321746", "日期2024年9月3日签发"]
COVER = ["绍兴市二环北路智慧厂房工程", "竣工资料第三册"]
PLAIN = "".join(random.Random(7).sample(HAN, 50))
"""A line without a figure, so short that with a slip it counts as a form's print."""
ME, OTHER = Whose("方一诺", "方一诺"), Whose("蒋思源", "蒋思源")


def letter(seed: int, lines: int = 6) -> list[str]:
    roll = random.Random(seed)
    return ["".join(roll.choices(HAN, k=24)) + str(roll.randrange(10**6, 10**7)) for _ in range(lines)]


def packed(*lines: str) -> bytes:
    return shingles.packed(shingles.of_lines(lines))


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        (letter(1), letter(1), "same"),
        (letter(1), letter(1, 4), "same"),  # the upper part of it
        (letter(1), letter(2), "other"),
        ([*letter(1, 1), *BLOCK], [*letter(2, 1), *BLOCK], "untold"),  # a block with the same figures is not the page
        ([PLAIN[:46]], [f"{PLAIN[:42]}{PLAIN[46:]}"], "same"),
        (COVER, COVER, "same"),
        (COVER, [*letter(1), *COVER], "same"),  # a crop
        (COVER, ["诸暨市暨阳街道第三幼儿园新建工程", "任职证明"], "other"),
        (COVER, letter(1), "other"),
        (["建设单位（公章）", "施工单泣（公章）", "单位盖章"], [*letter(1), "建设单位（公章）", "单位盖章"], "thin"),
        (["证明"], letter(1), "thin"),
        (
            [*COVER, "建设单泣", "施工单泣"],
            [*letter(1), *COVER, "建设单位", "施工单位"],
            "thin",
        ),  # a crop, read otherwise
        ([*COVER, "建设单位", "施工单位", "第一册", "第二册", "第三册"], [*letter(1), COVER[0]], "untold"),
        (["证明"], ["任职证明"], "thin"),
        ([], [], "thin"),
        ([*COVER, "建设单位", "施工单位"], [COVER[0], "监理单位", "第五册"], "thin"),
    ],
)
def test_pages_are_held_against_each_other(mine: list[str], theirs: list[str], told: Relation) -> None:
    blobs = dict(enumerate(packed(*lines) for lines in (mine, theirs, *(letter(seed) for seed in range(50, 60)))))
    assert relation(blobs[0], blobs[1], index_of(blobs)) == told
    assert relation(blobs[1], blobs[0], index_of(blobs)) == told


@pytest.mark.parametrize(
    ("around", "pages", "why"),
    [
        (True, "same", SAME_PAGE),
        (True, "thin", SAME_PLACE),
        (True, "other", Doubt.BLOCK),
        (True, "untold", Doubt.BLOCK),
        (None, "same", BLANK),
        (None, "thin", Doubt.BLANK),
        (None, "untold", Doubt.BLANK),
        (None, "other", None),
        (False, "same", None),
        (False, "thin", None),
    ],
)
def test_what_two_impressions_are(around: bool | None, pages: Relation, why: str | None) -> None:
    assert explained(around, pages) == why


def sheets(theirs: bytes, *found: Match) -> Sheets:
    mine = [PageSketch(file, 1, Slot.PROJECT, packed(*letter(seed))) for file, seed in (("a.jpg", 1), ("b.jpg", 1))]
    index = index_of({0: packed(*letter(1)), 1: theirs})
    return Sheets("方一诺", mine, index, lambda whose, *_: theirs if whose == OTHER else b"", letters(found))


def stored(whose: Whose, what: str = "again") -> StoredSeal:
    seal = sketches(Case("蒋思源", "蒋思源", Form(), (document("b.jpg", what),)), what)["b.jpg"].seals[0]
    return StoredSeal(whose, "b.jpg", "theirs", 1, seal.box, seal.title, seal.blob)


def test_letters_of_one_wording_for_two_people_are_two_pages() -> None:
    place = Evidence("a.jpg", 1), Evidence("b.jpg", 1)
    two = Match(MatchKind.PAGE, "业绩材料", *place, OTHER, explained=Reason.LETTER)
    shared = Match(MatchKind.PAGE, "业绩材料", *place, OTHER, explained=Reason.SHARED_WORK)
    same = packed(*letter(1))
    assert sheets(same).relation("a.jpg", 1, stored(OTHER)) == "same"
    assert sheets(same, shared).relation("a.jpg", 1, stored(OTHER)) == "same"
    assert sheets(same, two).relation("a.jpg", 1, stored(OTHER)) == "other"


def test_ones_own_pages_are_held_against_each_other_too() -> None:
    assert sheets(b"").relation("a.jpg", 1, stored(ME)) == "same"
    assert sheets(b"").relation("a.jpg", 1, stored(Whose("方一诺", "方一诺", batch="2023"))) == "thin"


@pytest.mark.parametrize(("seed", "why"), [(1, SAME_PAGE), (2, Doubt.BLOCK)])
def test_a_block_of_seal_and_print_on_another_letter_is_a_doubt(seed: int, why: str) -> None:
    mine = Case("方一诺", "方一诺", Form(), (document("a.jpg", "wet1"),))
    pages = sheets(packed(*letter(seed))).relation
    (match,) = match_seals(mine, sketches(mine, "wet1"), [stored(OTHER)], lambda _: False, pages)
    assert match.explained == why


def test_a_block_within_ones_own_files_is_told_as_a_doubt() -> None:
    mine = Case("方一诺", "方一诺", Form(), (document("a.jpg", "wet1"), document("b.jpg", "again")))
    kept = sketches(mine, "wet1", "again")
    told: dict[Relation, list[str | None]] = {
        pages: [match.explained for match in match_seals(mine, kept, [], lambda _: False, lambda *_, as_=pages: as_)]
        for pages in ("same", "other")
    }
    assert told == {"same": [], "other": [Doubt.BLOCK]}
