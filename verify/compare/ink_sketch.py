"""One file's seals and photo as sketches, small enough to be kept. Runs in a worker."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from verify.compare.ink_border import STEPS, path_on, profile, texture, unevenness
from verify.compare.ink_codec import AROUND, COARSE, OFF, Ink, pack
from verify.compare.ink_frame import Frame, frame_of, radius_of
from verify.compare.ink_planes import darkness, planes
from verify.compare.ink_score import ZOOM
from verify.compare.photo_sketch import photo_of
from verify.page import Page, Seal, SealOutline, SealPurpose
from verify.read import raster
from verify.read.engine import RGB, Array
from verify.read.page import turned
from verify.read.seals.ink import CHANNELS, INKS
from verify.read.seals.ink import Ink as Colour
from verify.sketches import InkSketches, SealSketch, State

RADIUS = 100.0
"""Least radius in pixels of the page: below it two wet impressions of one stamp can no longer be told apart."""

ROUGH, PATCHY = 0.04, 0.07
"""Least quick and slow variation of a border to be compared: ink as even as an electronic seal's after scan and JPEG
stays below one of them, but for one in fifteen. A bitmap's steps are quick and never slow; of the real wet seals seen,
13 of radius 99 and more, none was under 0.055 and 0.13."""

FAINT = 0.15
"""Least natural density of strong ink: one seventh of the light."""

FREE = 0.25
"""Least share of the border that no print covers."""

SHADE = 0.06
"""Darkness that is the paper's own, not print."""

CUT_OFF = 0.04
"""Share of a seal's size that may lie off the page."""


def sketch(path: Path, media: str, pages: tuple[Page, ...]) -> InkSketches:
    """The sketches of a file that was read into `pages`; what cannot be opened has none."""
    picture = media.startswith("image/") and len(pages) == 1
    if not picture and not any(page.seals for page in pages):
        return InkSketches()
    seals, photo = list[SealSketch](), None
    try:
        data = raster.load(path)
        for page in pages:
            if not picture and not page.seals:
                continue
            image = turned(raster.one_page(data, media, page.number), page.turned)
            seals += [seal_sketch(image, page.number, seal) for seal in page.seals]
            photo = photo_of(image, pages) if picture else None
    except (raster.Unreadable, StopIteration):
        return InkSketches(tuple(seals))
    return InkSketches(tuple(seals), photo)


def seal_sketch(image: RGB, page: int, seal: Seal) -> SealSketch:
    """One seal on the upright page `image`."""
    radius = radius_of(seal.outline) if seal.outline else 0.0
    state, blob = _looked_at(image, seal, radius)
    return SealSketch(page, seal.box, round(radius, 1), seal.title, seal.colour, state, blob)


def _looked_at(image: RGB, seal: Seal, radius: float) -> tuple[State, bytes]:
    if seal.purpose is SealPurpose.TAX:
        return "alike", b""
    colour: Colour | None = next((ink for ink in INKS if ink == seal.colour), None)
    if seal.outline is None or colour is None or radius < RADIUS or _cut_off(seal.outline, image):
        return "blind", b""
    frame = frame_of(seal.outline)
    seen = planes(frame.lay(image), colour)
    values, counts = profile(seen.ink, seen.valid, path_on(frame))
    if seen.full < FAINT or counts.mean() < FREE:
        return "blind", b""
    quick, slow = unevenness(values, counts)
    if quick < ROUGH or slow < PATCHY:
        return "alike", b""
    coarse = cv2.resize(texture(values, counts)[None], (COARSE, 1), interpolation=cv2.INTER_AREA)[0]
    kept = np.rint(coarse * 40).clip(-127, 127).astype(np.int8)
    around = _around(image, frame, colour)
    ink: Array = seen.ink / seen.full
    return "ink", pack(Ink(ink, seen.valid, kept, around, frame.half_width, frame.half_height))


def _cut_off(outline: SealOutline, image: RGB) -> bool:
    reach = max(outline.width, outline.height) / 2
    room = min(outline.x, outline.y, image.shape[1] - outline.x, image.shape[0] - outline.y)
    shorter = min(outline.width, outline.height) / 2
    return bool(room < (1 - CUT_OFF) * (shorter if outline.shape == "rectangle" else reach))


def _around(image: RGB, frame: Frame, colour: Colour) -> Array:
    """The print around: what is dark in the channel that the seal's ink leaves alone."""
    fine = AROUND * 4
    laid = frame.lay(image, fine, ZOOM, paper=-255.0)[..., CHANNELS[colour][1]]
    off = laid < 0
    dark = darkness(np.where(off, 255, laid).clip(1, 255).astype(np.float32))
    dark[cv2.dilate(off.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = 0
    shown = (dark - SHADE).clip(0) * (2 * 254.0)
    cells = cv2.resize(shown.astype(np.float32), (AROUND, AROUND), interpolation=cv2.INTER_AREA)
    beyond = cv2.resize(off.astype(np.float32), (AROUND, AROUND), interpolation=cv2.INTER_AREA) > 0
    return np.where(beyond, OFF, cells.clip(0, 238)).astype(np.uint8)


assert STEPS % COARSE == 0
