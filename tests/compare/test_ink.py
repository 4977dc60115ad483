"""A seal's ink: when it can be compared, and that only a copy shares it."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from tests.compare.inks import moved, page, seal_on, sketch_of
from verify.compare.ink_align import align
from verify.compare.ink_codec import pack, unpack
from verify.compare.ink_score import ink_score, same_print
from verify.compare.ink_sketch import sketch
from verify.compare.seal_index import LIKELY, SealIndex
from verify.page import Page, SealPurpose
from verify.sketches import InkSketches

THRESHOLD = 0.40


def score(one: str, other: str) -> float:
    found = ink_score(unpack(sketch_of(one).blob), unpack(sketch_of(other).blob))
    return found[0] if found else -1.0


@pytest.mark.parametrize(("one", "other"), [("wet1", "copy"), ("copy", "wet1"), ("wet1", "again"), ("again", "copy")])
def test_a_copied_impression_shares_its_ink(one: str, other: str) -> None:
    assert score(one, other) > THRESHOLD + 0.2


@pytest.mark.parametrize(("one", "other"), [("wet1", "wet2"), ("wet2", "copy"), ("again", "wet2")])
def test_two_impressions_of_one_stamp_do_not(one: str, other: str) -> None:
    assert score(one, other) < THRESHOLD - 0.1


def test_a_stamps_nicks_are_no_shared_ink() -> None:
    twice = ink_score(unpack(sketch_of("nicked1").blob), unpack(sketch_of("nicked2").blob))
    copied = ink_score(unpack(sketch_of("nicked1").blob), unpack(sketch_of("nicked").blob))
    assert twice
    assert copied
    assert twice.score > THRESHOLD  # the nicks are in both
    assert twice.inked < THRESHOLD - 0.1
    assert min(copied.score, copied.inked) > THRESHOLD + 0.2


def test_an_outline_fitted_roughly_does_no_harm() -> None:
    outline = seal_on("copy").outline
    assert outline
    rough = sketch_of("copy", outline=moved(outline, 2.0, -1.5, 1.015))
    found = ink_score(unpack(sketch_of("wet1").blob), unpack(rough.blob))
    assert found
    assert found[0] > THRESHOLD + 0.2


@pytest.mark.parametrize(
    ("what", "changed", "state"),
    [
        ("wet1", {}, "ink"),
        ("even", {}, "alike"),
        ("wet1", {"purpose": SealPurpose.TAX}, "alike"),
        ("small", {}, "blind"),
        ("wet1", {"colour": "black"}, "blind"),
        ("wet1", {"outline": None}, "blind"),
    ],
)
def test_what_cannot_be_compared_is_told(what: str, changed: dict[str, object], state: str) -> None:
    seal = sketch_of(what, **changed)
    assert (seal.state, bool(seal.blob)) == (state, state == "ink")


def test_a_seal_half_off_the_page_is_blind() -> None:
    outline = seal_on("wet1").outline
    assert outline
    assert sketch_of("wet1", outline=moved(outline, 150, 0, 1.0)).state == "blind"


def test_the_print_around_tells_a_page_scanned_twice_from_another_page() -> None:
    told = []
    for other in ("again", "slant", "copy"):
        one, two = unpack(sketch_of("wet1").blob), unpack(sketch_of(other).blob)
        found = ink_score(one, two)
        assert found
        told.append(same_print(one.around, two.around, found[1]))
    assert told == [True, True, False]


def test_a_sketch_survives_packing_and_is_small() -> None:
    blob = sketch_of("wet1").blob
    assert len(blob) < 9_000
    again = unpack(pack(unpack(blob)))
    assert np.abs(again.ink - unpack(blob).ink).max() < 1e-6
    assert (again.valid == unpack(blob).valid).all()
    assert (again.around == unpack(blob).around).all()


@pytest.mark.parametrize(
    "blob", [b"", b"ink1", b"x" * 4000, sketch_of("wet1").blob[:600], b"ink0" + sketch_of("wet1").blob[4:]]
)
def test_what_is_no_sketch_is_refused(blob: bytes) -> None:
    with pytest.raises(ValueError, match="sketch"):
        unpack(blob)


def test_the_quick_look_finds_the_copy_among_others() -> None:
    index = SealIndex([sketch_of(what).blob for what in ("wet2", "copy", "again")])
    scores = index.scores(sketch_of("wet1").blob)
    assert scores[0] < LIKELY < min(scores[1], scores[2])
    assert set(index.likely(sketch_of("wet1").blob)) == {1, 2}
    assert SealIndex([]).likely(sketch_of("wet1").blob) == []


def test_a_file_is_sketched_as_it_was_read(tmp_path: Path) -> None:
    from PIL import Image

    file = tmp_path / "a.png"
    Image.fromarray(page("wet1")).save(file)
    height, width = page("wet1").shape[:2]
    read = Page(1, width, height, "ocr", seals=(seal_on("wet1"),))
    found = sketch(file, "image/png", (read,))
    assert [seal.state for seal in found.seals] == ["ink"]
    assert pickle.loads(pickle.dumps(found)) == found
    file.write_bytes(b"broken")
    assert sketch(file, "image/png", (read,)) == InkSketches()


@pytest.mark.parametrize(("fit", "wet", "copy"), [(0.7, True, True), (0.5, False, True)])
def test_inks_that_agree_little_must_have_borders_that_surely_do(
    fit: float, wet: bool, copy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = unpack(sketch_of("wet1").blob)
    for what, compared in (("wet2", wet), ("copy", copy)):
        theirs = unpack(sketch_of(what).blob)
        laid = align(mine, theirs)
        assert laid
        monkeypatch.setattr("verify.compare.ink_score.align", lambda *_, matrix=laid[0]: (matrix, fit))
        assert (ink_score(mine, theirs) is not None) == compared
