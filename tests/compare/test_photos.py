"""One photo told from another of the same make-up, though its edges were cut and it was saved anew."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from tests.compare.inks import document
from tests.compare.test_seal_match import OTHER, case, nobody
from verify.compare.photo_frames import BYTES, CUTS, FRAME, farthest_part, frames, wholes
from verify.compare.photo_match import match_photos
from verify.model import Slot
from verify.sketches import InkSketches, PhotoSketch, StoredPhoto

QUALITY = 50


def scene(seed: int, own: float = 0.5) -> np.ndarray:
    """Broad shapes that all have in common, and finer ones of one's own."""
    height, width = 400, 300
    common = np.random.default_rng(1).normal(0, 1, (8, 6, 3))
    mine = np.random.default_rng(seed).normal(0, 1, (40, 30, 3))
    planes = [cv2.resize(plane, (width, height), interpolation=cv2.INTER_CUBIC) for plane in (common, mine)]
    return np.clip(128 + 50 * planes[0] + own * 50 * planes[1], 0, 255).astype(np.uint8)


def saved_again(image: np.ndarray, edge: int, share: float, quality: int) -> np.ndarray:
    cut = image[edge : image.shape[0] - edge, edge : image.shape[1] - edge]
    small = cv2.resize(cut, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    packed = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)


def hashed(image: np.ndarray) -> PhotoSketch:
    found = frames(image, QUALITY)
    return PhotoSketch(next(wholes(found)), found)


@pytest.mark.parametrize(
    ("edge", "share", "quality", "most"), [(0, 1.0, 90, 31), (3, 0.9, 85, 31), (6, 1.2, 85, 31), (3, 0.85, 75, 37)]
)
def test_a_copy_is_alike_in_every_part_from_either_side(edge: int, share: float, quality: int, most: int) -> None:
    one = scene(3)
    mine, theirs = frames(one, QUALITY), frames(saved_again(one, edge, share, quality), QUALITY)
    for pair in ((mine, theirs), (theirs, mine)):
        far = farthest_part(*pair)
        assert far is not None
        assert far <= most


def test_another_of_the_same_make_up_is_not() -> None:
    far = farthest_part(frames(scene(3), QUALITY), frames(scene(4), QUALITY))
    assert far is not None
    assert far > 48


def test_a_picture_with_little_in_it_cannot_be_told_by_its_parts() -> None:
    blank = np.full((400, 300, 3), 250, np.uint8)
    assert farthest_part(frames(blank, QUALITY), frames(blank, QUALITY)) is None
    assert farthest_part(b"", b"") is None


def test_a_sketch_has_a_frame_for_each_cut() -> None:
    found = frames(scene(3), QUALITY)
    assert (len(found), len(list(wholes(found)))) == (FRAME * len(CUTS), len(CUTS))
    assert all(len(whole) == BYTES for whole in wholes(found))


def test_a_match_says_how_alike_the_least_alike_part_is() -> None:
    mine = case(document("证件照/a.jpg", "wet1", slot=Slot.PHOTO))
    kept = {"证件照/a.jpg": InkSketches((), hashed(scene(3)))}
    copy = hashed(saved_again(scene(3), 6, 0.9, 80))
    theirs = [StoredPhoto(OTHER, "b.jpg", "b", True, copy.hash, copy.frames)]
    (match,) = match_photos(mine, kept, theirs, nobody)
    assert match.parts is not None
    assert match.parts >= 0.878
    (bare,) = match_photos(mine, kept, [StoredPhoto(OTHER, "b.jpg", "b", True, hashed(scene(3)).hash)], nobody)
    assert bare.parts is None
