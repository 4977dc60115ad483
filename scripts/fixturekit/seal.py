"""Pressing seals: the mask is worn, then multiplied onto the paper as translucent ink."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from scripts.fixturekit.chance import dice, grain
from scripts.fixturekit.imprint import BLUE, RED, Seal, mask_of
from scripts.fixturekit.page import Sheet

__all__ = ["BLUE", "RED", "Seal", "oval", "plate", "press"]


def oval(title: str, *lines: str, width: float = 45, height: float = 30, ink: tuple[int, int, int] = RED) -> Seal:
    """An oval seal with lines of text inside."""
    return Seal(title, lines, star=False, shape="round", width=width, height=height, ink=ink)


def plate(*lines: str, width: float = 60, height: float = 28, ink: tuple[int, int, int] = RED) -> Seal:
    """A rectangular stamp: a frame around lines of text."""
    return Seal("", lines, star=False, shape="plate", width=width, height=height, ink=ink)


def press(sheet: Sheet, seal: Seal, centre: tuple[float, float], turn: float | None = None) -> None:
    """Presses `seal` on the sheet, turned by `turn` degrees (a few, at random, by default)."""
    name = (sheet.key, seal.title, seal.lines, centre)
    turn = dice("turn", *name).uniform(-9, 9) if turn is None else turn
    mask = _worn(mask_of(seal).rotate(turn, Image.Resampling.BICUBIC, expand=True), seal.worn, name)
    mask = mask.filter(ImageFilter.GaussianBlur(seal.smudged)) if seal.smudged else mask
    left, top = int(centre[0] - mask.width / 2), int(centre[1] - mask.height / 2)
    region = (left, top, left + mask.width, top + mask.height)
    paper = np.asarray(sheet.image.crop(region), np.float32)
    cover = np.asarray(mask, np.float32)[..., None] / 255
    inked = paper * (1 - cover * (1 - np.asarray(seal.ink, np.float32) / 255))
    sheet.image.paste(Image.fromarray(inked.astype(np.uint8)), (left, top))


def _worn(mask: Image.Image, worn: float, name: tuple[object, ...]) -> Image.Image:
    """Uneven ink: broad pale patches and fine gaps; no two impressions are alike."""
    noise = grain("ink", *name)
    patches = Image.fromarray((noise.random((7, 7)) * 255).astype(np.uint8)).resize(mask.size, Image.Resampling.BICUBIC)
    specks = Image.fromarray((noise.random((mask.height, mask.width)) * 255).astype(np.uint8))
    fine = np.asarray(specks.filter(ImageFilter.GaussianBlur(0.9)), np.float32) / 255 - 0.5
    broad = np.asarray(patches, np.float32) / 255
    strength = np.clip(0.93 - worn * (0.9 * broad + 0.15) - 1.2 * worn * fine, 0, 1)
    return Image.fromarray((np.asarray(mask, np.float32) * strength).astype(np.uint8))
