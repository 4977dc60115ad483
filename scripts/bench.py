"""Side by side, in one run, on one batch's pages: hedui, a plain loop of RapidOCR as shipped, a plain loop of pytesseract.

    python scripts/bench.py fixtures/sample-batch [--seals] [--pages FOLDER]

Prints first what seals add to the time of reading a page, on the batch's pages (PDFs drawn, their text layers unused)
and on FOLDER's images; with --seals, only that. Then wall time, pages a second, the peak of memory over all processes
of a contender, and in how many of the files that hedui is asked to read each finds the applicant's name. hedui also
reads seals and writes reports; the loops only read text. Every contender runs in a process of its own, one after the
other.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from checks.names import find_name  # noqa: E402 - needs the path above
from scripts.seal_eval.conditions import conditions  # noqa: E402
from scripts.seal_eval.share import TARGET, shares, show  # noqa: E402
from verify.intake.batch import applicant_folders  # noqa: E402
from verify.intake.case import Intake, take_in  # noqa: E402
from verify.intake.unzip import unpack  # noqa: E402
from verify.page import Word  # noqa: E402
from verify.read.cache import Cache, key  # noqa: E402
from verify.read.engine import RGB  # noqa: E402
from verify.read.many import reader_id  # noqa: E402
from verify.read.rapid import RapidEngine  # noqa: E402
from verify.read.raster import Unreadable, load, pages  # noqa: E402
from verify.state import FOLDER  # noqa: E402

WORKERS = 2
Texts = dict[str, list[str]]
"""By file: the lines read."""


def main() -> None:
    arguments = _arguments()
    if arguments.contender:
        Path(arguments.result).write_text(json.dumps(_loop(arguments.contender, arguments.batch)), "utf-8")
        return
    _seals(arguments.batch, arguments.folder)
    if not arguments.seals:
        _compare(arguments.batch)


def _seals(batch: Path, folder: Path | None) -> None:
    """What seals add to the reading of a page: over the batch's pages, and over a folder's images."""
    engine = RapidEngine()
    print(f"what seals add to the reading of a page (target {TARGET:.0%} at the median)")
    print(conditions(engine.id))
    batched = (
        (f"{file} p. {number}", page)
        for file, path, media in _files(batch)
        for number, page in enumerate(_pages(path, media), 1)
    )
    first = next(batched, None)
    if first:
        shares(iter([first]), engine)  # loads the models outside the measured time
        show(f"batch {batch.name}", shares(chain([first], batched), engine))
    if folder:
        images = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".png", ".jpg", ".jpeg"))
        opened = ((path.name, next(pages(load(path), "image/png"))) for path in images)
        show(f"folder {folder.name}", shares(opened, engine))
    print()


def _compare(batch: Path) -> None:
    print(
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, batch {batch.name}"
    )
    print(", ".join(f"{name} {version(name)}" for name in ("rapidocr", "openvino", "onnxruntime", "pytesseract")))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = [sys.executable, "-m", "verify", "run", str(batch), "--out", str(out), "--jobs", str(WORKERS)]
        cold, memory = _timed(command)
        warm, warm_memory = _timed(command)
        texts = _hedui_texts(batch, out / FOLDER / "cache")
        count = json.loads((out / "run.json").read_text("utf-8"))["pages"]
        rows = [
            (f"hedui, {WORKERS} workers, cold", cold, memory, texts),
            (f"hedui, {WORKERS} workers, warm", warm, warm_memory, texts),
        ]
        for name in ("rapidocr", "pytesseract"):
            result = Path(folder) / f"{name}.json"
            seconds, memory = _timed(
                [sys.executable, __file__, str(batch), "--contender", name, "--result", str(result)]
            )
            rows.append((f"plain loop of {name}", seconds, memory, json.loads(result.read_text("utf-8"))))
    _table(rows, count, batch)


def _table(rows: list[tuple[str, float, float, Texts]], count: int, batch: Path) -> None:
    names = _names(batch)
    print(f"\n{count} pages in {len(names)} files\n")
    print(f"{'':<28}{'seconds':>9}{'pages/s':>9}{'peak MB':>9}{'names':>7}{'vs cold':>9}")
    for name, seconds, memory, texts in rows:
        found = sum(_named(names[file], texts.get(file, [])) for file in names)
        print(f"{name:<28}{seconds:>9.2f}{count / seconds:>9.2f}{memory:>9.0f}{found:>7}{seconds / rows[0][1]:>8.2f}x")


def _timed(command: list[str]) -> tuple[float, float]:
    """Wall seconds of a command, and the peak of the resident memory of it and its children together, in MB."""
    started, peak = time.perf_counter(), 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            time.sleep(0.02)
        seconds = time.perf_counter() - started
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
    return seconds, peak


def _resident(pid: int) -> float:
    children: dict[int, list[int]] = {}
    pages_of: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit():
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                children.setdefault(int(fields[1]), []).append(int(entry.name))
                pages_of[int(entry.name)] = int(fields[21])
        except OSError:
            continue
    todo, total = [pid], 0
    while todo:
        current = todo.pop()
        total += pages_of.get(current, 0)
        todo += children.get(current, [])
    return total * os.sysconf("SC_PAGE_SIZE") / 1e6


def _loop(name: str, batch: Path) -> Texts:
    read = {"rapidocr": _rapidocr, "pytesseract": _pytesseract}[name]()
    return {file: [line for page in _pages(path, media) for line in read(page)] for file, path, media in _files(batch)}


def _rapidocr() -> Callable[[RGB], list[str]]:
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "error"})
    return lambda page: list(engine(np.ascontiguousarray(page[..., ::-1])).txts or ())


def _pytesseract() -> Callable[[RGB], list[str]]:
    import pytesseract
    from PIL import Image

    return lambda page: pytesseract.image_to_string(Image.fromarray(page), lang="chi_sim+eng").splitlines()


def _pages(path: Path, media: str) -> Iterator[RGB]:
    try:
        yield from pages(load(path), media)
    except Unreadable:
        return


def _intakes(batch: Path) -> Iterator[Intake]:
    spool = Path(tempfile.mkdtemp())
    yield from (take_in(folder, None, spool, unpack) for folder in applicant_folders(batch))


def _files(batch: Path) -> list[tuple[str, Path, str]]:
    return [
        (f"{intake.folder}/{file.file}", file.path, file.media) for intake in _intakes(batch) for file in intake.files
    ]


def _names(batch: Path) -> dict[str, str]:
    return {f"{intake.folder}/{file.file}": intake.name for intake in _intakes(batch) for file in intake.files}


def _hedui_texts(batch: Path, cache: Path) -> Texts:
    """What the run read, from its cache."""
    texts = {}
    for file, path, _ in _files(batch):
        reading = Cache(cache).get(key(path, reader_id("rapidocr")))
        texts[file] = [word.text for page in reading.pages for word in page.words] if reading else []
    return texts


def _named(name: str, lines: list[str]) -> bool:
    return find_name(name, tuple(Word(line, (0, 0, 0, 0), 1.0) for line in lines)).level == "exact"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("batch", type=Path)
    parser.add_argument("--seals", action="store_true", help="measure only what seals add")
    parser.add_argument(
        "--pages", dest="folder", type=Path, metavar="FOLDER", help="measure seals on these images, too"
    )
    parser.add_argument("--contender", choices=("rapidocr", "pytesseract"), help=argparse.SUPPRESS)
    parser.add_argument("--result", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
