"""fixtures/seals: one small picture for each way in which a seal is hard to find or to read, and its truth."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from scripts.fixturekit.chance import dice, grain
from scripts.sealkit.ink import Press, cover_of, laid_on
from scripts.sealkit.paper import Paper
from scripts.sealkit.scan import Camera, scanned
from scripts.sealkit.stamp import Stamp, draw

RED, BLUE, NAVY, BLACK = (206, 34, 42), (48, 72, 176), (36, 46, 112), (50, 48, 52)

FACE = "noto-serif-semibold"
"""All faces here are Noto's, so that every machine draws the same."""

Print = Callable[[Paper], None]


@dataclass(frozen=True)
class Placed:
    """A stamp, how it is pressed, and where its middle lies in pixels. `titled`: whether its title can be read."""

    stamp: Stamp
    press: Press
    at: tuple[float, float]
    colour: str = "red"
    titled: bool = True
    kind: str = "unit"


@dataclass(frozen=True)
class Picture:
    """A fixture: what it shows, its size in pixels, its print, and the seals on it; `mm` is pixels a millimetre."""

    name: str
    shows: str
    seals: tuple[Placed, ...] = ()
    prints: tuple[Print, ...] = ()
    size: tuple[int, int] = (420, 360)
    mm: float = 6.0
    camera: Camera = field(default_factory=lambda: Camera(paper=(250, 249, 246), blur=0.5, noise=1.0, quality=72))


def ring(title: str, **changes: object) -> Stamp:
    """A round seal of 42 mm with a star."""
    sweep = min(290.0, 22.0 * len(title))
    usual = Stamp("round", title, width=42, height=42, face=FACE, tall=5.4, inset=1.1, sweep=sweep)
    return replace(usual, **changes)  # type: ignore[arg-type]


def press(stamp: Stamp, at: tuple[float, float], colour: str = "red", **how: object) -> Placed:
    """The stamp at 6 pixels a millimetre, fresh and a unit's, its title legible, unless `how` says otherwise."""
    titled, kind = bool(how.pop("titled", True)), str(how.pop("kind", "unit"))
    ink = {"red": RED, "blue": BLUE, "black": BLACK}.get(colour, RED)
    usual = Press(size=6.0 * max(stamp.width, stamp.height), ink=ink, turn=4.0)
    return Placed(stamp, replace(usual, **how), at, colour, titled, kind)  # type: ignore[arg-type]


def prose(paper: Paper) -> None:
    """Text all over."""
    paper.prose(8, paper.image.height)


def form(paper: Paper) -> None:
    """A ruled table all over."""
    paper.form(6, paper.image.height)


def line(x: float, y: float, text: str, size: int, fill: tuple[int, int, int] | None = None) -> Print:
    """One line of print from its upper left corner."""
    return lambda paper: paper.text(x, y, text, size, fill)


def rules(fill: tuple[int, int, int]) -> Print:
    """A coloured table without text."""

    def drawn(paper: Paper) -> None:
        width, height = paper.image.size
        for y in range(20, height, 56):
            paper.draw.line((15, y, width - 15, y), fill=fill, width=2)
        for x in range(15, width, (width - 30) // 3):
            paper.draw.line((x, 20, x, 20 + (height - 21) // 56 * 56), fill=fill, width=2)

    return drawn


def write_pictures(folder: Path, pictures: tuple[Picture, ...]) -> None:
    """Writes the pictures, expected.toml and README.md."""
    folder.mkdir(parents=True)
    truth, rows = list[str](), list[str]()
    for picture in pictures:
        jpeg, boxes = drawn(picture)
        (folder / f"{picture.name}.jpg").write_bytes(jpeg)
        rows.append(f"| `{picture.name}.jpg` | {picture.shows} |")
        truth.append(_entry(picture, boxes))
    (folder / "expected.toml").write_text(TRUTH + "".join(truth), encoding="utf-8")
    (folder / "README.md").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def drawn(picture: Picture) -> tuple[bytes, list[tuple[int, int, int, int]]]:
    """The picture's JPEG, and the boxes of its seals."""
    roll: random.Random = dice("seals", picture.name)
    paper = Paper(picture.size, picture.mm, ("云溪建设有限公司",), roll, "noto-serif")
    for print_on in picture.prints:
        print_on(paper)
    sheet, noise = paper.array(), grain("seals", picture.name)
    boxes = []
    for seal in picture.seals:
        cover, _ = cover_of(draw(seal.stamp, min(24.0, 3 * picture.mm)), seal.press, noise)
        corner = round(seal.at[0] - cover.shape[1] / 2), round(seal.at[1] - cover.shape[0] / 2)
        boxes.append(laid_on(sheet, cover, corner, seal.press.ink))
    return scanned(sheet, picture.camera, noise)[1], boxes


HEAD = """# Seals

Invented seals, drawn by `python scripts/make_fixtures.py`; `expected.toml` says what stands where. The reader must find
each seal, and read its title to the letter or not be sure of it.

| file | shows |
|---|---|
"""

TRUTH = """# Written by scripts/make_fixtures.py. box: pixels, x0 y0 x1 y1 of the ink. titled: whether a person can read the
# whole title there.
"""


def _entry(picture: Picture, boxes: list[tuple[int, int, int, int]]) -> str:
    lines = [f"\n[{picture.name}]", f'shows = "{picture.shows}"']
    if not picture.seals:
        lines.append("seals = []")
    for seal, box in zip(picture.seals, boxes, strict=True):
        shape = {"round": "circle", "oval": "ellipse", "plate": "rectangle"}[seal.stamp.shape]
        lines += [
            f"\n[[{picture.name}.seals]]",
            f'title = "{seal.stamp.title}"',
            f'shape = "{shape}"',
            f'colour = "{seal.colour}"',
            f'kind = "{seal.kind}"',
            f"titled = {str(seal.titled).lower()}",
            f"box = {list(box)}",
        ]
    return "\n".join(lines) + "\n"
