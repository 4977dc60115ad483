"""Whose seals are held against whose, and what is no match."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sqlalchemy import create_engine

import verify.store.tables  # noqa: F401 - declares them
from tests.compare.inks import document, sketches
from verify.across import Whose
from verify.compare.photo_match import match_photos
from verify.compare.photo_sketch import photo_of
from verify.compare.seal_match import Kept, match_seals, places
from verify.compare.sheets import SAME_PLACE, Relation
from verify.form import Form
from verify.model import Case, Document, Slot
from verify.page import Page, Word
from verify.sketches import InkSketches, PhotoSketch, StoredPhoto, StoredSeal
from verify.store.database import METADATA
from verify.store.inks import get_photos, get_seals, put_inks

OTHER = Whose("蒋思源", "蒋思源")


def case(*documents: Document) -> Case:
    return Case("方一诺", "方一诺", Form.model_validate({"name": "方一诺"}), documents)


def stored(what: str, sha256: str = "theirs", whose: Whose = OTHER) -> StoredSeal:
    kept = sketches(case(document("b.jpg", what)), what)["b.jpg"].seals[0]
    return StoredSeal(whose, "b.jpg", sha256, 1, kept.box, kept.title, kept.blob)


def nobody(_: Whose) -> bool:
    return False


def thin(*_: object) -> Relation:
    return "thin"


def test_a_copy_on_anothers_page_is_a_match() -> None:
    mine = case(document("a.jpg", "wet1"))
    (match,) = match_seals(mine, sketches(mine, "wet1"), [stored("wet2"), stored("copy")], nobody, thin)
    assert (match.whose, match.mine.file, match.theirs.file, match.explained) == (OTHER, "a.jpg", "b.jpg", None)
    assert match.score > 0.6


def test_what_is_no_match() -> None:
    mine = case(document("a.jpg", "wet1", sha256="same"))
    kept = sketches(mine, "wet1")
    assert match_seals(mine, kept, [stored("wet2")], nobody, thin) == ()
    assert match_seals(mine, kept, [stored("copy", sha256="same")], nobody, thin) == ()
    assert match_seals(mine, kept, [stored("copy")], lambda whose: whose == OTHER, thin) == ()
    assert match_seals(mine, {}, [stored("copy")], nobody, thin) == ()
    assert match_seals(mine, kept, [stored("copy", whose=Whose("方一诺", "方一诺"))], nobody, thin) == ()
    assert match_seals(mine, kept, [stored("copy", whose=Whose("方一诺", "方一诺", batch="2023"))], nobody, thin)


def test_a_sketch_of_another_version_is_passed_over() -> None:
    mine, old = case(document("a.jpg", "wet1")), stored("copy")
    for blob in (b"", b"ink0" + old.blob[4:], old.blob[:200]):
        assert match_seals(mine, sketches(mine, "wet1"), [replace(old, blob=blob)], nobody, thin) == ()


def test_anothers_scan_of_the_same_page_is_explained() -> None:
    mine = case(document("a.jpg", "wet1"))
    (match,) = match_seals(mine, sketches(mine, "wet1"), [stored("again")], nobody, thin)
    assert match.explained == SAME_PLACE


def test_one_impression_on_two_of_ones_own_pages_is_a_match_once() -> None:
    mine = case(document("a.jpg", "wet1"), document("b.jpg", "copy"))
    (match,) = match_seals(mine, sketches(mine, "wet1", "copy"), [], nobody, thin)
    assert (match.whose.folder, match.mine.file, match.theirs.file) == ("方一诺", "a.jpg", "b.jpg")


def test_ones_own_page_uploaded_twice_is_none() -> None:
    twice = case(document("a.jpg", "wet1", "2023年考核"), document("b.jpg", "again", "2023年考核"))
    assert match_seals(twice, sketches(twice, "wet1", "again"), [], nobody, thin) == ()
    same = case(document("a.jpg", "wet1", sha256="x"), document("b.jpg", "wet1", sha256="x"))
    assert match_seals(same, sketches(same, "wet1", "wet1"), [], nobody, thin) == ()


def test_one_sheet_used_for_two_years_is_a_match() -> None:
    mine = case(document("a.jpg", "wet1", "2022年度考核"), document("b.jpg", "again", "2023年度考核"))
    (match,) = match_seals(mine, sketches(mine, "wet1", "again"), [], nobody, thin)
    assert match.explained is None


def test_places_of_seals_that_cannot_be_told() -> None:
    mine = case(document("a.jpg", "small"), document("b.jpg", "even"))
    kept = sketches(mine, "small", "even")
    assert [place.file for place in places(kept, "blind")] == ["a.jpg"]
    assert [place.file for place in places(kept, "alike")] == ["b.jpg"]


def picture(seed: int, noise: float = 0) -> np.ndarray:
    small = np.random.default_rng(seed).integers(0, 255, (12, 9, 3)).astype(np.uint8)
    large = np.kron(small, np.ones((30, 30, 1))).astype(np.float32)
    return np.clip(large + np.random.default_rng(9).normal(0, noise, large.shape), 0, 255).astype(np.uint8)


def photo(seed: int, noise: float = 0) -> PhotoSketch:
    made = photo_of(picture(seed, noise), (Page(1, 270, 360, "ocr"),))
    assert made
    return made


def test_only_pictures_without_text_and_with_something_in_them_are_photos() -> None:
    pages = (Page(1, 270, 360, "ocr"),)
    assert photo_of(picture(1), pages)
    assert photo_of(np.full((360, 270, 3), 250, np.uint8), pages) is None
    assert (
        photo_of(picture(1), (Page(1, 270, 360, "ocr", (Word("年度考核登记表绍兴市建设局", (0, 0, 9, 9), 0.9),)),))
        is None
    )
    assert photo_of(picture(1), pages * 2) is None


def test_a_photo_saved_again_under_another_name_is_a_match() -> None:
    mine = case(document("证件照/a.jpg", "wet1", slot=Slot.PHOTO))
    kept = {"证件照/a.jpg": InkSketches((), photo(1))}
    theirs = [
        StoredPhoto(OTHER, "b.jpg", "b", True, photo(1, 12).hash),
        StoredPhoto(OTHER, "c.jpg", "c", True, photo(2).hash),
    ]
    (match,) = match_photos(mine, kept, theirs, nobody)
    assert (match.what, match.theirs.file) == ("证件照", "b.jpg")
    assert match_photos(mine, kept, theirs, lambda _: True) == ()


def test_of_many_alike_photos_the_nearest_five_are_named() -> None:
    mine = case(document("证件照/a.jpg", "wet1", slot=Slot.PHOTO))
    kept = {"证件照/a.jpg": InkSketches((), PhotoSketch(bytes(32)))}
    far = [40, 31, 7, 3, 3, 3, 9, 1, 32]
    theirs = [
        StoredPhoto(OTHER, f"{n}.jpg", f"{n}", True, ((1 << bits) - 1).to_bytes(32, "big"))
        for n, bits in enumerate(far)
    ]
    found = match_photos(mine, kept, theirs, nobody)
    assert [match.theirs.file for match in found] == ["7.jpg", "3.jpg", "4.jpg", "5.jpg", "2.jpg"]
    assert [match.score for match in found[::4]] == [round(1 - bits / 256, 3) for bits in (1, 7)]
    assert [match.theirs.file for match in match_photos(mine, kept, theirs[:2], nobody)] == ["1.jpg"]
    assert match_photos(mine, kept, [StoredPhoto(OTHER, "x", "x", True, b"short")], nobody) == ()


def test_the_store_gives_back_what_it_was_given() -> None:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    mine = case(document("a.jpg", "wet1"), document("c.jpg", "small"))
    kept = sketches(mine, "wet1", "small") | {"gone.jpg": InkSketches()}
    kept["c.jpg"] = InkSketches(kept["c.jpg"].seals, photo(1))
    with engine.begin() as connection:
        for _ in range(2):
            put_inks(connection, 7, mine, kept)
        (seal,) = get_seals(connection, lambda _: OTHER, ["red", ""])
        (shot,) = get_photos(connection, lambda _: OTHER)
        assert get_seals(connection, lambda _: OTHER, ["red"], but=7) == get_photos(connection, lambda _: OTHER, but=7)
    first = kept["a.jpg"].seals[0]
    assert seal == StoredSeal(OTHER, "a.jpg", "a.jpg", 1, first.box, first.title, first.blob)
    assert shot == StoredPhoto(OTHER, "c.jpg", "c.jpg", False, photo(1).hash, photo(1).frames)


def test_of_very_many_seals_those_of_another_title_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = [replace(stored("copy"), title=title) for title in ("绍兴市镜湖区建设局", "温州百丈水利集团", "")]
    blob, title = stored("wet1").blob, "绍兴市镜湖新区建设局"
    assert [one.title for one in Kept(theirs).likely(blob, title)] == [one.title for one in theirs]
    monkeypatch.setattr("verify.compare.seal_match.MANY", 2)
    assert {one.title for one in Kept(theirs).likely(blob, title)} == {"绍兴市镜湖区建设局", ""}
    assert len(list(Kept(theirs).likely(blob, ""))) == 3
    assert not list(Kept(theirs[1:2] * 3).likely(blob, title))
