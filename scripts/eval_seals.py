"""Measures seals and page reading on real images: `python scripts/eval_seals.py FOLDER`.

FOLDER holds manifest.csv (file, grade, title, other_texts, …; several titles or texts parted by |), seals/ and pages/.
Printed are the conditions, the figures by grade beside plain RapidOCR's, how well claimed names are verified, and the
key strings found on whole pages by each engine that is installed.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.seal_eval.rendered import rendered  # noqa: E402 - needs the path above
from verify.model import Seal  # noqa: E402
from verify.orgs import SAME, best_similarity  # noqa: E402
from verify.read.engine import RGB  # noqa: E402
from verify.read.rapid import RapidEngine  # noqa: E402
from verify.read.seals import find_and_read  # noqa: E402

PACKAGES = ("rapidocr", "onnxruntime", "openvino", "opencv-python", "numpy")


@dataclass(frozen=True)
class Sample:
    """One row of the manifest, with its image."""

    file: str
    grade: str
    titles: tuple[str, ...]
    keys: tuple[str, ...]
    image: RGB


@dataclass(frozen=True)
class Reading:
    """What a method made of one crop: lines, seconds, and the seals where it knows of seals."""

    lines: tuple[str, ...]
    seconds: float
    seals: tuple[Seal, ...] = ()


def main() -> int:
    arguments = _arguments()
    if arguments.rendered:
        rendered(arguments.rendered, arguments.seed, arguments.save)
        return 0
    folder = arguments.folder
    if not (folder / "manifest.csv").is_file():
        print(f"skipped: no manifest.csv in {folder}; give the folder of the real images", file=sys.stderr)
        return 0
    samples = load(folder)
    crops = [sample for sample in samples if sample.file.startswith("seals/")]
    pages = [sample for sample in samples if sample.file.startswith("pages/")]
    engine = RapidEngine()
    conditions(engine, len(crops), len(pages))
    seals(crops, engine)
    whole_pages(pages, engine)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures seals and page reading.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("../shared/real"), help="real images")
    parser.add_argument("--rendered", type=int, metavar="COUNT", help="draw and judge so many pages instead")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", type=Path, metavar="DIR", help="keep the rendered pages there")
    return parser.parse_args()


def load(folder: Path) -> list[Sample]:
    """The manifest's rows whose images open."""
    with (folder / "manifest.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    images = [(row, cv2.imread(str(folder / row["file"]), cv2.IMREAD_COLOR)) for row in rows]
    return [
        Sample(row["file"], row["grade"], parts(row["title"]), parts(row["other_texts"]), rgb(image))
        for row, image in images
        if image is not None
    ]


def rgb(bgr: Any) -> RGB:
    return np.ascontiguousarray(bgr[..., ::-1], np.uint8)


def parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def plain(text: str) -> str:
    return "".join(text.split())


def conditions(engine: RapidEngine, crops: int, pages: int) -> None:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        names = (line.partition(":")[2].strip() for line in info.read_text().splitlines() if "model name" in line)
        model = next(names, model)
    python = platform.python_version()
    print(f"{crops} seal crops, {pages} pages; {model}, {os.cpu_count()} cores, 1 thread; Python {python}")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES), f"; engine {engine.id}\n")


def timed(call: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    value = call()
    return value, time.perf_counter() - start


def seals(crops: list[Sample], engine: RapidEngine) -> None:
    """Prints every crop's reading, the figures by grade for hedui and plain RapidOCR, and the verification."""
    find_and_read(crops[0].image, engine)  # loads the models outside the measured time
    ours = [ours_on(crop, engine) for crop in crops]
    stock = stock_rapidocr()
    theirs = [theirs_on(crop, stock) for crop in crops]
    for crop, reading in zip(crops, ours, strict=True):
        shown = " / ".join(f"{seal.title or '-'} ({seal.confidence:.2f}, {seal.kind})" for seal in reading.seals)
        took = f"{crop.grade} {crop.file[6:]:24} {reading.seconds * 1000:4.0f} ms"
        print(took, f" {'|'.join(crop.titles) or '?'} -> {shown or 'not found'}")
    table(crops, ours, theirs)
    found = sum(bool(reading.seals) for reading in ours)
    times = [reading.seconds * 1000 / max(1, len(reading.seals)) for reading in ours]
    spent = f"median {statistics.median(times):.0f}, most {max(times):.0f}"
    print(f"crops with a seal found: {found}/{len(crops)}; ms a seal: {spent}")
    verification(crops, ours)


def ours_on(crop: Sample, engine: RapidEngine) -> Reading:
    found, seconds = timed(lambda: find_and_read(crop.image, engine))
    return Reading(tuple(text for seal in found for text in (seal.title, *seal.texts) if text), seconds, found)


def stock_rapidocr() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "error"})


def theirs_on(crop: Sample, stock: Any) -> Reading:
    result, seconds = timed(lambda: stock(np.ascontiguousarray(crop.image[..., ::-1])))
    return Reading(tuple(result.txts or ()), seconds)


def table(crops: list[Sample], ours: list[Reading], theirs: list[Reading]) -> None:
    """Titles exact and mean 1-NED, best line per title, by grade."""
    print("\ngrade  titles  hedui exact / 1-NED  RapidOCR on the crop as it is: exact / 1-NED")
    for grade in ("A", "B", "H", "P", "all"):
        rows = [i for i, crop in enumerate(crops) if crop.titles and grade in (crop.grade, "all")]
        mine, stock = (scores((crops[i], readings[i]) for i in rows) for readings in (ours, theirs))
        if mine:
            print(f"{grade:5} {len(mine):7}  {figures(mine):>19}  {figures(stock):>19}")


def scores(pairs: Iterable[tuple[Sample, Reading]]) -> list[float]:
    """For each title, the best line's normalised similarity."""
    return [
        max((float(Levenshtein.normalized_similarity(plain(line), title)) for line in reading.lines), default=0.0)
        for crop, reading in pairs
        for title in crop.titles
    ]


def figures(values: list[float]) -> str:
    return f"{sum(value == 1 for value in values)} / {statistics.mean(values):.2f}"


def verification(crops: list[Sample], ours: list[Reading]) -> None:
    """How many claimed names are borne out, and how many of the other titles would be taken for the claimed one."""
    titles = sorted({title for crop in crops for title in crop.titles})
    rows = [(crop, reading) for crop, reading in zip(crops, ours, strict=True) if crop.titles]
    taken = [(crop, title) for crop, reading in rows for title in titles if verified(reading, title)]
    hits = sum(title in crop.titles for crop, title in taken)
    claimed = sum(len(crop.titles) for crop, _ in rows)
    wrong = f"{len(taken) - hits} of {len(rows) * len(titles) - claimed} false"
    print(f"\nverifying a claimed name at {SAME}: {hits} of {claimed} hits, {wrong}\n")


def verified(reading: Reading, title: str) -> bool:
    return any(best_similarity(seal, title) >= SAME for seal in reading.seals)


def whole_pages(pages: list[Sample], engine: RapidEngine) -> None:
    """Seals found on each page, and key strings found by each engine."""
    readers: dict[str, Callable[[RGB], str]] = {"rapidocr": lambda image: "\n".join(w.text for w in engine.read(image))}
    if tesseract := tesseract_reader():
        readers["tesseract"] = tesseract
    totals = dict.fromkeys(readers, 0)
    for page in pages:
        found, seconds = timed(partial(find_and_read, page.image, engine))
        shown = []
        for name, read in readers.items():
            text, spent = timed(partial(read, page.image))
            exact = sum(plain(key) in plain(text) for key in page.keys)
            totals[name] += exact
            shown.append(f"{name} {exact}/{len(page.keys)} in {spent:.2f} s")
        titles = (f"{seal.title or '-'} ({seal.colour} {seal.shape} {seal.confidence:.2f})" for seal in found)
        print(f"{page.file[6:]:28} {', '.join(shown)}; {len(found)} seals in {seconds * 1000:.0f} ms:", *titles)
    keys = sum(len(page.keys) for page in pages)
    print("key strings exact:", ", ".join(f"{name} {exact}/{keys}" for name, exact in totals.items()))


def tesseract_reader() -> Callable[[RGB], str] | None:
    """Tesseract with simplified Chinese and English, if its program and languages are there."""
    if shutil.which("tesseract") is None:
        return None
    import pytesseract

    if "chi_sim" not in pytesseract.get_languages():
        return None
    return lambda image: str(pytesseract.image_to_string(image, lang="chi_sim+eng"))


if __name__ == "__main__":
    sys.exit(main())
