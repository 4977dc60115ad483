"""Tesseract with the chi_sim and eng languages through pytesseract: the second reader, or the first where asked for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Any

import pytesseract
from PIL import Image

from verify.errors import MissingDependency
from verify.lang import tr
from verify.page import Box, Word
from verify.read.engine import RGB

LANGUAGES = ("chi_sim", "eng")
INSTALL = "sudo apt-get install tesseract-ocr tesseract-ocr-chi-sim"
SECONDS = 90
"""Longest time for one page."""

_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")


@lru_cache(maxsize=1)
def installed() -> str | None:
    """The version of a Tesseract that has the languages needed, or None."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    if not set(LANGUAGES) <= set(listed.stdout.split()):
        return None
    shown = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=False)
    return (shown.stdout or shown.stderr).split("\n")[0].removeprefix("tesseract ").strip()


class TesseractEngine:
    """Raises MissingDependency, with the install command, where Tesseract or its Chinese is not there."""

    def __init__(self) -> None:
        os.environ["OMP_THREAD_LIMIT"] = "1"
        version = installed()
        if version is None:
            raise MissingDependency(
                tr(
                    f"没有找到 Tesseract 或其简体中文语言包，请先安装：{INSTALL}",
                    f"Tesseract or its simplified Chinese is not installed; run: {INSTALL}",
                )
            )
        self._version = version

    @property
    def id(self) -> str:
        return f"tesseract-{self._version}+{'+'.join(LANGUAGES)}"

    def read(self, image: RGB) -> tuple[Word, ...]:
        return _words(self._data(image, "--psm 3"))

    def read_line(self, strip: RGB) -> tuple[str, float]:
        words = _words(self._data(strip, "--psm 7"))
        text = "".join(word.text for word in words)
        return (text, min(word.confidence for word in words)) if text else ("", 0.0)

    def turn(self, image: RGB) -> int:
        try:
            osd = pytesseract.image_to_osd(Image.fromarray(image), output_type=pytesseract.Output.DICT, timeout=SECONDS)
        except (pytesseract.TesseractError, RuntimeError):
            return 0  # too little text to tell
        return int(osd["rotate"]) % 360 if float(osd["orientation_conf"]) >= 2 else 0

    def knows(self, text: str) -> bool:
        return True

    def _data(self, image: RGB, config: str) -> dict[str, list[Any]]:
        try:
            data: dict[str, list[Any]] = pytesseract.image_to_data(
                Image.fromarray(image),
                lang="+".join(LANGUAGES),
                config=config,
                output_type=pytesseract.Output.DICT,
                timeout=SECONDS,
            )
        except pytesseract.TesseractError:
            return {}
        return data


def _words(data: dict[str, list[Any]]) -> tuple[Word, ...]:
    if not data:
        return ()
    keys = ("block_num", "par_num", "line_num", "text", "conf", "left", "top", "width", "height")
    rows = [row for row in zip(*(data[key] for key in keys), strict=True) if str(row[3]).strip() and float(row[4]) >= 0]
    return tuple(_line(list(group)) for _, group in groupby(rows, key=lambda row: row[:3]))


def _line(rows: list[tuple[Any, ...]]) -> Word:
    confidence = sum(float(row[4]) for row in rows) / len(rows) / 100
    return Word(_join(str(row[3]) for row in rows), _bounds(rows), round(confidence, 4))


def _bounds(rows: list[tuple[Any, ...]]) -> Box:
    left, top = min(int(row[5]) for row in rows), min(int(row[6]) for row in rows)
    return left, top, max(int(row[5] + row[7]) for row in rows), max(int(row[6] + row[8]) for row in rows)


def _join(parts: Iterable[str]) -> str:
    """Words with a blank between two Latin ones only: Tesseract sets Chinese characters apart."""
    text = ""
    for part in parts:
        text += part if not text or _CJK.match(text[-1]) or _CJK.match(part[0]) else f" {part}"
    return text
