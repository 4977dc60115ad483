"""Real pages: seals found, found falsely, and key strings read by each engine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from scripts.seal_eval.conditions import timed
from scripts.seal_eval.samples import Sample, plain
from verify.page import Seal
from verify.read.engine import RGB, Engine
from verify.read.seals import find_and_read


@dataclass(frozen=True)
class Expected:
    """A seal that stands on a page: its middle in pixels, and whether it is coloured."""

    x: int
    y: int
    coloured: bool = True


SEALS: dict[str, tuple[Expected, ...]] = {
    "d01_hengda.png": (Expected(404, 571),),
    "d04_js_notice_300dpi.png": (Expected(1311, 2910), Expected(1788, 2913)),
    "d12_invoice_ah.png": (Expected(518, 71), Expected(812, 515)),
    "d14_permit_form.png": (Expected(638, 847), Expected(590, 1465, coloured=False)),
    "w12_postman_einvoice.png": (Expected(543, 411), Expected(852, 806)),
}
"""What a person sees on each page; the pages not named bear no seal."""


@dataclass(frozen=True)
class Found:
    """Seals of one page that were expected and found, and how many were found besides."""

    hits: tuple[Expected, ...]
    false: int


def pages(samples: Sequence[Sample], engine: Engine) -> None:
    """Prints each page and the totals."""
    readers: dict[str, Callable[[RGB], str]] = {"rapidocr": lambda image: "\n".join(w.text for w in engine.read(image))}
    if tesseract := tesseract_reader():
        readers["tesseract"] = tesseract
    exact = dict.fromkeys(readers, 0)
    found = []
    for page in samples:
        seals, seconds = timed(partial(find_and_read, page.image, engine))
        found.append(_found(page, seals))
        shown = []
        for name, read in readers.items():
            text, spent = timed(partial(read, page.image))
            hits = sum(plain(key) in plain(text) for key in page.keys)
            exact[name] += hits
            shown.append(f"{name} {hits}/{len(page.keys)} in {spent:.2f} s")
        titles = (f"{seal.title or '-'} ({seal.colour} {seal.shape} {seal.confidence:.2f})" for seal in seals)
        expected = f"seals {len(found[-1].hits)}/{len(SEALS.get(page.name, ()))}, {found[-1].false} false"
        print(f"{page.name:28} {', '.join(shown)}; {expected}, in {seconds * 1000:.0f} ms:", *titles)
    keys = sum(len(page.keys) for page in samples)
    print("key strings exact:", ", ".join(f"{name} {hits}/{keys}" for name, hits in exact.items()))
    _totals(samples, found)


def _found(page: Sample, seals: tuple[Seal, ...]) -> Found:
    hits = tuple(one for one in SEALS.get(page.name, ()) if any(_on(seal, one) for seal in seals))
    return Found(hits, len(seals) - len(hits))


def _totals(samples: Sequence[Sample], found: Sequence[Found]) -> None:
    there = [one for page in samples for one in SEALS.get(page.name, ())]
    hits = [one for page in found for one in page.hits]
    coloured, grey = (
        f"{sum(one.coloured is kind for one in hits)} of {sum(one.coloured is kind for one in there)}"
        for kind in (True, False)
    )
    false = sum(page.false for page in found)
    print(f"seals found: coloured {coloured}, grey {grey};", end=" ")
    print(f"false finds: {false} on {len(samples)} pages ({10 * false / max(1, len(samples)):.1f} on ten)")


def _on(seal: Seal, expected: Expected) -> bool:
    """Whether the middle of what was found lies within a quarter of its size of where the seal stands."""
    x0, y0, x1, y1 = seal.box
    return abs((x0 + x1) / 2 - expected.x) < 0.25 * (x1 - x0) and abs((y0 + y1) / 2 - expected.y) < 0.25 * (y1 - y0)


def tesseract_reader() -> Callable[[RGB], str] | None:
    """Tesseract with simplified Chinese and English, if its program and languages are there."""
    if shutil.which("tesseract") is None:
        return None
    import pytesseract

    if "chi_sim" not in pytesseract.get_languages():
        return None
    return lambda image: str(pytesseract.image_to_string(image, lang="chi_sim+eng"))
