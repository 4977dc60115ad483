"""What a worker is asked to do; every function here is called in another process with picklable arguments."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify.page import Page
from verify.read.cache import Cache, Key
from verify.read.engine import Engine, EngineName
from verify.read.file import Reading, read_again, read_file

if TYPE_CHECKING:
    from verify.report.drawing import Wanted
    from verify.sketches import InkSketches

Facts = list[tuple[str, str]]
"""What the form says about the applicant, as names and values."""


def read(path: Path, media: str, engine: EngineName, cache: Path | None, entry: Key | None) -> Reading:
    """Read a file and keep what was read, so that an interrupted run loses nothing."""
    reading = read_file(path, media, _engine(engine))
    if cache and entry:
        Cache(cache).put(entry, reading)
    return reading


def reread(
    path: Path, media: str, pages: tuple[Page, ...], second: EngineName, cache: Path | None, entry: Key | None
) -> Reading:
    """Read the pages a second time with another engine."""
    reading = Reading(read_again(path, media, pages, _engine(second)))
    if cache and entry:
        Cache(cache).put(entry, reading)
    return reading


def ink(path: Path, media: str, pages: tuple[Page, ...]) -> InkSketches:
    """Sketch the seals and the photo of a file for comparing them with others'."""
    from verify.compare.ink_sketch import sketch

    return sketch(path, media, pages)


@lru_cache(maxsize=2)
def _engine(name: EngineName) -> Engine:
    from verify.read.engines import create

    return create(name)


def draw_report(report: dict[str, Any], pages: tuple[Wanted, ...], facts: Facts, target: Path, lang: str) -> None:
    """Draw the pages that a report points at and write its report.html."""
    from verify.report.drawing import draw
    from verify.report.html import render_report
    from verify.write import write_atomic

    write_atomic(target, render_report(report, draw(pages), lang, facts).encode())
