"""Finding a page again, and not finding a form."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from verify.compare import page_index, shingles
from verify.compare.likeness import likeness, may_reach
from verify.compare.page_index import Row, build

HAN = "".join(map(chr, range(0x4E00, 0x5000)))
FORM = ["专业技术人员年度考核登记表所在单位及主管部门意见", "本表一式两份存入本人档案和单位人事部门各一份"] * 3


def prose(*seed: int) -> str:
    roll = random.Random(repr(seed))
    return "".join(roll.choices(HAN, k=30))


def blob(seed: int, form: bool = True) -> bytes:
    """A page: a form's print and eight lines of its own."""
    own = [prose(seed, line) for line in range(8)] + [f"编号{random.Random(seed).randrange(10**9, 10**10)}"]
    return shingles.packed(shingles.of_lines([*own, *(FORM if form else [])]))


def index_of(blobs: dict[int, bytes], owners: dict[int, int] | None = None) -> page_index.PageIndex:
    def rows() -> Iterator[Row]:
        for key, value in blobs.items():
            yield key, (owners or {}).get(key, key), value

    return build(rows, lambda pages: {page: blobs[page] for page in pages})


def test_a_page_is_found_among_many_of_its_form() -> None:
    index = index_of({number: blob(number) for number in range(200)} | {777: blob(7)})
    assert [(hit.page, hit.score) for hit in index.query(blob(7), applicant=7)] == [(777, 1.0)]


@pytest.mark.parametrize("applicant", [None, 7])
def test_ones_own_page_is_left_out_where_one_is_known(applicant: int | None) -> None:
    index = index_of({number: blob(number) for number in range(20)})
    assert [hit.page for hit in index.query(blob(7), applicant)] == ([7] if applicant is None else [])


def test_ten_thousand_alike_pages_are_a_form_and_accuse_nobody() -> None:
    index = index_of(dict.fromkeys(range(10_000), blob(1)))
    assert len(index) == 0
    assert index.query(blob(1)) == []


def test_many_alike_pages_of_few_people_cost_no_more_candidates() -> None:
    asked = list[int]()
    same = [prose(1, line) for line in range(8)]
    blobs = {number: shingles.packed(shingles.of_lines([*same, prose(number)])) for number in range(400)}
    index = index_of(blobs, {number: number * 3 // 400 for number in blobs})
    index.fetch = lambda pages: asked.extend(pages) or {page: blobs[page] for page in pages}  # type: ignore[func-returns-value]
    assert len(index.query(blobs[0], applicant=0)) == len(asked) == page_index.CANDIDATES


def test_a_page_handed_in_a_thousand_times_hides_no_copy_of_it() -> None:
    index = index_of(dict.fromkeys(range(1_000), blob(1)) | {1_000: blob(1)}, dict.fromkeys(range(1_000), 0))
    assert len(index) == page_index.COPIES + 1
    assert [hit.page for hit in index.query(blob(1), applicant=0)] == [1_000]
    assert [hit.page for hit in index.query(blob(1), applicant=1_000)] == [0, 1, 2, 3]


def test_an_empty_store_and_an_empty_page() -> None:
    assert index_of({}).query(blob(1)) == []
    assert index_of({1: blob(1)}).query(b"") == []


def test_half_a_page_is_still_found() -> None:
    half = shingles.packed(shingles.of_lines([prose(7, line) for line in range(4)]))
    (hit,) = index_of({number: blob(number) for number in range(50)}).query(half)
    assert (hit.page, 0.3 < hit.score < 0.6) == (7, True)


def test_pages_that_share_too_little_are_passed_over_and_no_other_is() -> None:
    blobs = {number: blob(number) for number in range(300)}
    blobs |= {
        300 + kept: shingles.packed(shingles.of_lines([prose(7, line) for line in range(kept)])) for kept in range(2, 8)
    }
    index = index_of(blobs)
    mine = index.frequencies.rare(shingles.substance(shingles.unpacked(blob(7))))
    whole = [shingles.unpacked(one) for one in blobs.values()]
    scores = [likeness(mine, index.frequencies.rare(shingles.substance(one)), index.frequencies).score for one in whole]
    may = may_reach(mine, whole, index.frequencies, 0.4)
    assert [score for score, kept in zip(scores, may, strict=True) if score >= 0.4 and not kept] == []
    assert may.sum() < 10
    assert len([score for score in scores if score >= 0.4]) >= 3
