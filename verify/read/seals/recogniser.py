"""The recogniser of seal strips: a CTC model of our own (scripts/sealtrain), and what else each letter may be.

Connectionist temporal classification: Graves et al., ICML 2006. The model gives for every column of a strip how likely
each character of its alphabet is; a run of columns with the same likeliest character is a letter.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import cv2
import numpy as np

from verify.read.engine import RGB, Array
from verify.read.runtime import SHAPES_KEPT, runtime

MODEL = "seal-strips-2026.11"
"""Part of the cache's key: raise it with the model."""

HEIGHT = 48
"""Height in pixels of the strips that the model takes; their width is free."""

STEP = 32
"""Widths are brought to multiples of so many pixels: the runtime prepares itself for each width once."""

LEAST = 0.03
"""Least probability of a character to be named as what a letter may be."""

PAPER = 85
"""Percentile of a channel that is paper: a seal and the print around it cover less than the rest."""

MOST = 4
"""Characters named for one letter at most."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one letter may be, likeliest first, with probabilities; `at` is its middle as a share of the strip."""

    readings: tuple[tuple[str, float], ...]
    at: float


@dataclass(frozen=True, slots=True)
class Line:
    """What a strip says; `score` is the mean probability of its letters."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        return "".join(letter.readings[0][0] for letter in self.letters)

    @property
    def score(self) -> float:
        return float(np.mean([letter.readings[0][1] for letter in self.letters])) if self.letters else 0.0


class Recogniser:
    """Reads strips HEIGHT pixels high; one thread, not shared between threads."""

    def __init__(self) -> None:
        self._alphabet, self._infer = _on_openvino() if runtime() == "openvino" else _on_onnxruntime()
        self._known = frozenset(self._alphabet)

    def knows(self, character: str) -> bool:
        """Whether the model can write the character."""
        return character in self._known

    def read(self, strips: Sequence[RGB]) -> list[Line]:
        """One line a strip; each by itself, as the model attends to all that it is shown, padding included."""
        return [self._line(self._infer(_prepared(strip))[0]) for strip in strips]

    def _line(self, scores: Array) -> Line:
        best = scores.argmax(axis=1)
        starts = np.flatnonzero(np.r_[True, best[1:] != best[:-1]])
        ends = np.r_[starts[1:], len(best)]
        letters = [
            self._letter(scores[a:b], (a + b) / 2 / len(best)) for a, b in zip(starts, ends, strict=True) if best[a]
        ]
        return Line(tuple(letters))

    def _letter(self, columns: Array, at: float) -> Letter:
        peak = columns[columns[:, 1:].max(axis=1).argmax(), 1:]
        first, *further = sorted(np.argpartition(-peak, MOST)[:MOST], key=lambda i: -peak[i])
        named = [
            (self._alphabet[i], round(float(peak[i]), 3)) for i in (first, *further) if i == first or peak[i] >= LEAST
        ]
        return Letter(tuple(named), float(at))


def whitened(image: RGB) -> RGB:
    """The image with its paper made white, channel by channel; ink keeps its colour."""
    paper: Array = np.maximum(np.percentile(image[::2, ::2].reshape(-1, 3), PAPER, axis=0), 60.0)
    levels = np.arange(256)[:, None] * (250.0 / paper)
    return np.asarray(cv2.LUT(image, levels.clip(0, 255).astype(np.uint8)[None]), np.uint8)


@lru_cache(maxsize=1)
def recogniser() -> Recogniser:
    """The process's recogniser, loaded once."""
    return Recogniser()


def _prepared(strip: RGB) -> Array:
    """(1, 3, HEIGHT, width) floats in -1..1, blue first; the width brought to a multiple of STEP."""
    width = max(STEP, round(strip.shape[1] / STEP) * STEP)
    even: Array = cv2.resize(strip, (width, HEIGHT), interpolation=cv2.INTER_LINEAR)
    return np.ascontiguousarray(even[None, ..., ::-1].transpose(0, 3, 1, 2) / np.float32(127.5) - 1)


def _model() -> bytes:
    return gzip.decompress((files("verify.read.seals") / "strips.onnx.gz").read_bytes())


def _on_openvino() -> tuple[tuple[str, ...], Any]:
    import openvino

    core = openvino.Core()
    core.set_property("CPU", {"INFERENCE_NUM_THREADS": 1, "ENABLE_CPU_PINNING": False} | SHAPES_KEPT)
    model = core.read_model(io.BytesIO(_model()))
    alphabet = model.get_rt_info(["framework", "character"]).astype(str)
    request = core.compile_model(model, "CPU").create_infer_request()

    def infer(batch: Array) -> Array:
        request.infer([batch])
        return np.array(request.get_output_tensor().data)

    return tuple(alphabet.split("\n")), infer


def _on_onnxruntime() -> tuple[tuple[str, ...], Any]:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(_model(), options, providers=["CPUExecutionProvider"])
    alphabet = session.get_modelmeta().custom_metadata_map["character"]
    name = session.get_inputs()[0].name
    return tuple(alphabet.split("\n")), lambda batch: session.run(None, {name: batch})[0]
