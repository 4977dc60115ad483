"""The default engine: RapidOCR with the PP-OCRv6 small models of its wheel, on OpenVINO, else on ONNX Runtime.

RapidOCR's own call keeps the flags of the last call and classifies every line's direction; its three steps are called
one by one here instead, so that no flag outlives a call and a page is turned once as a whole.
"""

from __future__ import annotations

from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from verify.page import Box, Word
from verify.read.engine import RGB, Array
from verify.read.runtime import SHAPES_KEPT, runtime
from verify.read.windows import STRIP, windows

MAX_SIDE = 1600
"""Longest side in pixels at which text is looked for; lines are cut from the full page. On real pages it finds what
RapidOCR's own 2000 finds."""

LINE, LONGEST = 10, 20
"""Images longer than so many times their width, looked at whole and window by window, are given paper beside them. The
detector blows up what it is given until the shorter side is 736 px: it sees no text in letters half as high, and the
windows of a thread would be hundreds, a page's work each."""

MIN_SCORE = 0.5
"""Lines read with less confidence are noise (RapidOCR's own default)."""

VOTES = 12
"""How many of the widest lines vote on which way up a page is."""

_MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
}


def model_folder() -> Path:
    """Where the wheel put the models."""
    import rapidocr

    return Path(rapidocr.__file__).parent / "models"


class RapidEngine:
    """PP-OCRv6 small through RapidOCR's detector, direction classifier and recogniser; `threads` a process."""

    def __init__(self, threads: int = 1) -> None:
        self._runtime = runtime()
        self._ocr = _rapidocr(self._runtime, threads)

    @property
    def id(self) -> str:
        return f"rapidocr-{version('rapidocr')}+ppocrv6-small+{self._runtime}-{version(self._runtime)}"

    def read(self, image: RGB) -> tuple[Word, ...]:
        quads = self._detect(image)
        texts = self._recognise([_cut(image, quad) for quad in quads])
        words = (
            Word(text, _box(quad, image), round(score, 4)) for quad, (text, score) in zip(quads, texts, strict=True)
        )
        return tuple(word for word in words if word.text.strip() and word.confidence >= MIN_SCORE)

    def read_line(self, strip: RGB) -> tuple[str, float]:
        if min(strip.shape[:2]) < 4:
            return "", 0.0
        return self._recognise([_bgr(strip)])[0]

    def turn(self, image: RGB) -> int:
        quads = self._detect(image)
        if len(quads) < 2:
            return 0
        sideways = _mostly_vertical(quads)
        page = np.ascontiguousarray(np.rot90(image)) if sideways else image
        quads = self._detect(page) if sideways else quads
        upside_down = self._upside_down([_cut(page, quad) for quad in _widest(quads)])
        return (270 * sideways + 180 * upside_down) % 360

    def knows(self, text: str) -> bool:
        return all(character in self._alphabet for character in text)

    @cached_property
    def _alphabet(self) -> frozenset[str]:
        return frozenset(self._ocr._load_rec_model().postprocess_op.character)

    def _detect(self, image: RGB) -> list[Array]:
        """Quadrilaterals of lines, (4, 2) float arrays in the image's pixels, in reading order."""
        long, short = max(image.shape[:2]), min(image.shape[:2])
        if long <= max(MAX_SIDE, STRIP * short):
            return self._detect_whole(_widened(image, LINE))
        image = _widened(image, LONGEST)
        found = []
        for window, own in windows(image.shape[0], image.shape[1]):
            tile = image[window[1] : window[3], window[0] : window[2]]
            quads = [quad + np.array(window[:2], np.float32) for quad in self._detect_whole(tile)]
            found += [quad for quad in quads if _inside(quad.mean(axis=0), own)]
        return found

    def _detect_whole(self, image: RGB) -> list[Array]:
        height, width = image.shape[:2]
        scale = min(1.0, MAX_SIDE / max(height, width))
        size = (round(width * scale), round(height * scale))
        small: Array = image if scale == 1.0 else cv2.resize(image, size, interpolation=cv2.INTER_AREA)
        boxes = self._ocr._load_det_model()(_bgr(small)).boxes
        return [] if boxes is None else [np.asarray(box, np.float32) / scale for box in boxes]

    def _recognise(self, lines: list[Array]) -> list[tuple[str, float]]:
        from rapidocr.ch_ppocr_rec import TextRecInput

        if not lines:
            return []
        result = self._ocr._load_rec_model()(TextRecInput(img=lines, return_word_box=False))
        return [(str(text), float(score)) for text, score in zip(result.txts, result.scores, strict=True)]

    def _upside_down(self, lines: list[Array]) -> bool:
        """Whether lines make more sense turned half round (the direction classifier alone errs on short ones)."""
        upright, turned = (
            self._sense(batch) for batch in (lines, [np.ascontiguousarray(x[::-1, ::-1]) for x in lines])
        )
        return turned > upright * 1.15

    def _sense(self, lines: list[Array]) -> float:
        return sum(score * score * min(len(text), 12) for text, score in self._recognise(lines))


def _widened(image: RGB, longest: int) -> RGB:
    """The image with paper to its right and below, so that it is no longer than `longest` times its width."""
    height, width = image.shape[:2]
    below, right = max(0, -(-width // longest) - height), max(0, -(-height // longest) - width)
    if not (below or right):
        return image
    paper = [float(value) for value in np.median(image.reshape(-1, 3), axis=0)]
    return np.asarray(cv2.copyMakeBorder(image, 0, below, 0, right, cv2.BORDER_CONSTANT, value=paper), np.uint8)


def _inside(point: Array, box: Box) -> bool:
    return bool(box[0] <= point[0] < box[2] and box[1] <= point[1] < box[3])


def _rapidocr(name: str, threads: int) -> Any:
    from rapidocr import EngineType, RapidOCR

    params: dict[str, Any] = {"Global.log_level": "error"}
    for step, model in _MODELS.items():
        params[f"{step}.engine_type"] = EngineType(name)
        params[f"{step}.model_path"] = str(model_folder() / model)  # a path given is a path never downloaded
    params["EngineConfig.openvino.inference_num_threads"] = threads
    # Every process would pin its one thread to the same first core, and two workers be no faster than one.
    params["EngineConfig.openvino.enable_cpu_pinning"] = False
    params["EngineConfig.onnxruntime.intra_op_num_threads"] = threads
    params["EngineConfig.onnxruntime.inter_op_num_threads"] = 1
    if name == "openvino":
        _keep_few_shapes()
    return RapidOCR(params=params)


def _keep_few_shapes() -> None:
    """RapidOCR passes on only the settings that it knows, and makes its sessions when they are first used."""
    from rapidocr.inference_engine.openvino import main
    from rapidocr.inference_engine.openvino.device_config import CPUConfig

    class Config(CPUConfig):
        def get_config(self) -> dict[str, Any]:
            return {**super().get_config(), **SHAPES_KEPT}

    main.CPUConfig = Config  # type: ignore[attr-defined]


def _bgr(image: RGB) -> Array:
    return np.ascontiguousarray(image[..., ::-1])


def _cut(image: RGB, quad: Array) -> Array:
    """The line inside `quad`, straightened, blue first; a line taller than one and a half widths is laid down."""
    width = max(int(np.linalg.norm(quad[0] - quad[1])), int(np.linalg.norm(quad[2] - quad[3])), 1)
    height = max(int(np.linalg.norm(quad[0] - quad[3])), int(np.linalg.norm(quad[1] - quad[2])), 1)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(quad, corners)
    line = cv2.warpPerspective(image, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC)
    return np.ascontiguousarray((np.rot90(line) if height >= 1.5 * width else line)[..., ::-1])


def _box(quad: Array, image: RGB) -> Box:
    height, width = image.shape[:2]
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    return max(0, int(x0)), max(0, int(y0)), min(width, int(np.ceil(x1))), min(height, int(np.ceil(y1)))


def _size(quad: Array) -> tuple[float, float]:
    return float(np.ptp(quad[:, 0])), float(np.ptp(quad[:, 1]))


def _mostly_vertical(quads: list[Array]) -> bool:
    sizes = [_size(quad) for quad in quads]
    vertical = sum(height for width, height in sizes if height > 1.5 * width)
    return vertical > sum(width for width, height in sizes if width > 1.5 * height)


def _widest(quads: list[Array]) -> list[Array]:
    return sorted(quads, key=lambda quad: -_size(quad)[0])[:VOTES]
