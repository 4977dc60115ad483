from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from rapidocr.utils.download_file import DownloadFile

from tests.paths import SAMPLE
from verify.errors import MissingDependency
from verify.read import raster, runtime, tesseract
from verify.read.engine import Engine
from verify.read.engines import create, identity, second_for
from verify.read.rapid import LONGEST, RapidEngine, model_folder

needs_tesseract = pytest.mark.skipif(
    tesseract.installed() is None, reason=f"Tesseract with chi_sim is not installed: {tesseract.INSTALL}"
)
PAGE = SAMPLE / "沈丽萍" / "继续教育" / "学时证明.jpg"


def engines() -> list[object]:
    return ["rapidocr", pytest.param("tesseract", marks=needs_tesseract)]


@pytest.mark.parametrize("name", engines())
def test_an_engine_reads_a_page(name: str) -> None:
    engine: Engine = create(name)  # type: ignore[arg-type]
    words = engine.read(next(raster.image_pages(PAGE.read_bytes())))
    assert "沈丽萍" in "".join(word.text for word in words).replace(" ", "")
    assert all(0 <= word.confidence <= 1 for word in words)
    assert engine.id == identity(name)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", engines())
def test_an_engine_finds_nothing_on_nothing(name: str) -> None:
    engine: Engine = create(name)  # type: ignore[arg-type]
    white = np.full((200, 300, 3), 255, np.uint8)
    assert engine.read(white) == ()
    assert engine.read_line(white)[0] == ""
    assert engine.turn(white) == 0


def test_the_models_come_with_the_wheel_and_none_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a download was tried")

    monkeypatch.setattr(DownloadFile, "run", refuse)
    assert {"PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"} <= {path.name for path in model_folder().iterdir()}
    assert RapidEngine().read_line(np.full((48, 200, 3), 255, np.uint8)) is not None


def test_onnx_runtime_reads_where_openvino_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify.read.rapid.runtime", lambda: "onnxruntime")
    engine = RapidEngine()
    assert "onnxruntime" in engine.id
    words = engine.read(next(raster.image_pages(PAGE.read_bytes())))
    assert "沈丽萍" in "".join(word.text for word in words)


def test_the_runtime_is_the_one_that_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    runtime.runtime.cache_clear()
    monkeypatch.setattr(runtime, "find_spec", lambda _: None)
    assert runtime.runtime() == "onnxruntime"
    runtime.runtime.cache_clear()


def test_a_missing_tesseract_names_its_install_command(monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract.installed.cache_clear()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(MissingDependency, match="tesseract-ocr-chi-sim"):
        create("tesseract")
    assert second_for("rapidocr") is None
    tesseract.installed.cache_clear()


def test_rare_characters_are_in_the_alphabet_or_said_not_to_be() -> None:
    engine = RapidEngine()
    assert engine.knows("王建国喆翀")
    assert not engine.knows("𠮷\ue000")


@needs_tesseract
def test_the_second_reader_reads_what_the_first_did_not(tmp_path: Path) -> None:
    from dataclasses import replace

    from verify.read.file import read_again, read_file

    first = read_file(PAGE, "image/jpeg", create("rapidocr"))
    (page,) = read_again(PAGE, "image/jpeg", first.pages, create("tesseract"))
    assert "沈丽萍" in "".join(word.text for word in page.second)
    assert replace(page, second=()) == first.pages[0]


@pytest.mark.parametrize("shape", [(30, 20_000), (20_000, 30), (2, 20_000), (1, 1500)])
def test_a_thread_of_an_image_is_looked_at_in_few_windows(
    monkeypatch: pytest.MonkeyPatch, shape: tuple[int, int]
) -> None:
    seen = list[tuple[int, ...]]()
    monkeypatch.setattr(RapidEngine, "_detect_whole", lambda self, image: seen.append(image.shape) or [])
    assert RapidEngine().read(np.full((*shape, 3), (214, 40, 48), np.uint8)) == ()
    assert 0 < len(seen) <= LONGEST // 2
    assert all(max(window[:2]) <= LONGEST * min(window[:2]) for window in seen)


def test_a_long_line_is_read_beside_its_paper() -> None:
    sheet = next(raster.image_pages(PAGE.read_bytes()))
    word = max((word for word in RapidEngine().read(sheet) if len(word.text) > 5), key=lambda word: word.confidence)
    x0, y0, x1, y1 = word.box
    cut = Image.fromarray(sheet[y0:y1, x0:x1])
    cut = cut.resize((round(32 * cut.width / cut.height), 32), Image.Resampling.LANCZOS)
    line = Image.new("RGB", (1300, 40), "white")
    line.paste(cut, (100, 4))
    assert "".join(word.text for word in RapidEngine().read(np.asarray(line))) == word.text
