"""The seal recogniser ships with the package, reads on either runtime, and says what else a letter may be."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from tests.paths import ROOT
from verify.read.engine import RGB
from verify.read.seals import recogniser as module
from verify.read.seals.recogniser import HEIGHT, Recogniser, whitened
from verify.read.seals.shapes import Ring
from verify.read.seals.unwrap import unwrap

LIMIT = 10 * 1024 * 1024


def strips() -> list[RGB]:
    """The title of a seal unwrapped, at three depths: 云溪华岳建筑设计有限公司."""
    image = cv2.imread(str(ROOT / "fixtures/seals/worn-rim.jpg"), cv2.IMREAD_COLOR)
    assert image is not None
    white = whitened(np.ascontiguousarray(image[..., ::-1]))
    ring = Ring(209.5, 179.5, 125.5, 125.5, 0.0)
    return [unwrap(white, ring, (0.05, depth), 220, 280, HEIGHT) for depth in (0.36, 0.42, 0.48)]


def test_the_model_is_small_and_lies_in_the_package() -> None:
    path = ROOT / "verify/read/seals/strips.onnx.gz"
    assert 1_000_000 < path.stat().st_size <= LIMIT


def test_both_runtimes_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("openvino")
    read = {}
    for name in ("openvino", "onnxruntime"):
        monkeypatch.setattr(module, "runtime", lambda name=name: name)
        read[name] = [line.text for line in Recogniser().read(strips())]
    assert read["openvino"] == read["onnxruntime"]
    assert all("建筑设计有限公司" in text for text in read["openvino"])


def test_a_strip_reads_the_same_alone_and_beside_wider_ones() -> None:
    reader = Recogniser()
    first, *others = strips()
    wide = np.full((HEIGHT, 700, 3), 255, np.uint8)
    alone, beside = reader.read([first])[0], reader.read([first, *others, wide])[0]
    assert [letter.readings[0][0] for letter in alone.letters] == [letter.readings[0][0] for letter in beside.letters]


def test_letters_name_the_likeliest_first_and_lie_in_order() -> None:
    for line in Recogniser().read(strips()):
        for letter in line.letters:
            chances = [chance for _, chance in letter.readings]
            assert chances == sorted(chances, reverse=True)
            assert 0 < sum(chances) <= 1.01
        places = [letter.at for letter in line.letters]
        assert places == sorted(places)
        assert all(0 <= place <= 1 for place in places)


def test_blank_paper_says_nothing() -> None:
    assert Recogniser().read([np.full((HEIGHT, 240, 3), 255, np.uint8)])[0].letters == ()
    assert Recogniser().read([]) == []


def test_paper_is_made_white_and_ink_keeps_its_hue() -> None:
    paper = np.full((60, 60, 3), (190, 180, 150), np.uint8)
    paper[20:30, 20:30] = (150, 40, 40)
    white = whitened(paper)
    assert white[0, 0].min() >= 245
    red, green, blue = (int(value) for value in white[25, 25])
    assert red > 180
    assert max(green, blue) < 80
