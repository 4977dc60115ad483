"""Seals that are hard to find or to read, one a picture of fixtures/seals: found, and read or not trusted."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

import numpy as np
import pytest
from PIL import Image

from tests.paths import FIXTURES
from verify.org_names import plain
from verify.orgs import CONFIDENT, owner
from verify.page import Box, Seal
from verify.read.engine import RGB, Engine
from verify.read.rapid import RapidEngine
from verify.read.seals import find_and_read

FOLDER = FIXTURES / "seals"

OTHER_UNIT = "浙江明康工程咨询有限公司"

PENDING = {
    "engineer-plate": "the stroke 一 at the edge is lost",
}
"""What cannot be done yet, and why."""


@dataclass(frozen=True)
class Truth:
    """A seal as drawn; `titled`: whether a person can read its whole title."""

    title: str
    shape: str
    colour: str
    kind: str
    titled: bool
    box: Box


EXPECTED: dict[str, list[Truth]] = {
    name: [Truth(**{**seal, "box": tuple(seal["box"])}) for seal in entry["seals"]]
    for name, entry in tomllib.loads((FOLDER / "expected.toml").read_text("utf-8")).items()
}
LEGIBLE = [name for name, seals in EXPECTED.items() if seals and all(seal.titled for seal in seals)]
CUT_OFF = [name for name, seals in EXPECTED.items() if any(not seal.titled for seal in seals)]
BARE = [name for name, seals in EXPECTED.items() if not seals]


def cases(names: list[str]) -> list[object]:
    marks = {name: pytest.mark.xfail(strict=False, reason=reason) for name, reason in PENDING.items()}
    return [pytest.param(name, marks=marks[name]) if name in marks else name for name in names]


@pytest.fixture(scope="module")
def engine() -> RapidEngine:
    return RapidEngine()


def image(name: str) -> RGB:
    return np.asarray(Image.open(FOLDER / f"{name}.jpg").convert("RGB"), np.uint8).copy()


def test_each_picture_has_its_truth_and_is_small() -> None:
    pictures = sorted(FOLDER.glob("*.jpg"))
    assert {picture.stem for picture in pictures} == set(EXPECTED)
    assert set(PENDING) <= set(EXPECTED)
    assert max(picture.stat().st_size for picture in pictures) <= 40_000
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert all(f"`{picture.name}`" in readme for picture in pictures)


@pytest.mark.parametrize("name", cases(LEGIBLE))
def test_seals_are_found_and_read_or_not_trusted(name: str, engine: Engine) -> None:
    found, expected = find_and_read(image(name), engine), EXPECTED[name]
    assert len(found) == len(expected)
    for truth in expected:
        seal = nearest(found, truth)
        assert overlap(seal.box, truth.box) > 0.6
        assert (seal.shape, seal.kind) == (truth.shape, truth.kind)
        assert seal.colour == truth.colour or truth.colour not in ("red", "blue")
        assert shows(seal, truth.title) or seal.confidence < CONFIDENT
        assert owner(seal, truth.title, [OTHER_UNIT]).kind != "other"


@pytest.mark.parametrize("name", cases(CUT_OFF))
def test_a_seal_cut_off_is_nobody_elses(name: str, engine: Engine) -> None:
    for seal in find_and_read(image(name), engine):
        assert seal.confidence < CONFIDENT
        assert owner(seal, EXPECTED[name][0].title, [OTHER_UNIT]).kind != "other"
        assert owner(seal, OTHER_UNIT, []).kind == "unreadable"


def test_half_a_seal_is_found(engine: Engine) -> None:
    (seal,) = find_and_read(image("half-off"), engine)
    assert overlap(seal.box, EXPECTED["half-off"][0].box) > 0.6


@pytest.mark.parametrize("name", cases(BARE))
def test_what_only_looks_like_a_seal_is_none(name: str, engine: Engine) -> None:
    assert find_and_read(image(name), engine) == ()


def nearest(found: tuple[Seal, ...], truth: Truth) -> Seal:
    return max(found, key=lambda seal: overlap(seal.box, truth.box))


def shows(seal: Seal, title: str) -> bool:
    """Whether the title, any candidate or (of a rectangle) any line was read to the letter."""
    readings = {plain(text) for text in (seal.title, *seal.candidates, *seal.texts)}
    begun = seal.shape == "rectangle" and any(reading.startswith(plain(title)) for reading in readings)
    return plain(title) in readings or begun


def overlap(one: Box, other: Box) -> float:
    """Intersection over union."""
    width, height = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    both = max(0, width) * max(0, height)
    return both / (sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)) - both)


def test_the_same_picture_gives_the_same_outline_every_time(engine: Engine) -> None:
    image = np.asarray(Image.open(FOLDER / "worn-rim.jpg").convert("RGB"))
    first = [seal.outline for seal in find_and_read(image, engine)]
    for _ in range(3):
        assert [seal.outline for seal in find_and_read(image, engine)] == first
