"""Presses a drawn seal onto a printed page, photographs it, and cuts out the strips that a reader would see."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np

from scripts.sealtrain import words
from scripts.sealtrain.draw import CANVAS, Drawn, Text, glyph, plate, ring
from verify.read.seals.recogniser import whitened
from verify.read.seals.shapes import Ring
from verify.read.seals.unwrap import unwrap

Array = Any
HEIGHT, WIDEST = 48, 480
PATCHES, PATCH = 48, 900
INKS = {"red": (206, 32, 38), "blue": (34, 52, 150), "black": (40, 38, 40)}


@dataclass(frozen=True)
class Photo:
    """A photographed seal (RGB) and the matrix (2 x 3) that took the drawing's canvas to it."""

    image: Array
    matrix: Array
    drawn: Drawn


def strips(roll: random.Random) -> list[tuple[Array, str]]:
    """Up to three strips of one seal, HEIGHT pixels high, with what they say."""
    drawn = ring(roll) if roll.random() < 0.88 else plate(roll)
    shot = photograph(drawn, roll)
    image = whitened(shot.image) if roll.random() < 0.9 else shot.image
    texts = drawn.texts[:1] * 2 + roll.sample(drawn.texts[1:], min(1, len(drawn.texts) - 1))
    texts = texts if drawn.texts[0].box is None else drawn.texts[:2]
    cut = [(strip(image, shot, text, roll), text.text) for text in texts]
    return [(tinted(picture, roll), text) for picture, text in cut if picture.shape[1] >= 24]


def photograph(drawn: Drawn, roll: random.Random) -> Photo:
    """The seal in ink on paper with print, as a scanner or a phone gives it, 90 to 480 pixels wide."""
    wide = math.exp(roll.uniform(math.log(100), math.log(460)))
    grain = np.random.default_rng(roll.getrandbits(32))
    matrix, size = _matrix(drawn, wide, roll)
    ink = cv2.warpAffine(drawn.mask, matrix, (size, size), flags=cv2.INTER_AREA).astype(np.float32) / 255
    if wide < 230:  # the canvas is shrunk: cv2.warpAffine does not average
        half = cv2.GaussianBlur(drawn.mask, (0, 0), 0.42 * CANVAS * 0.88 / wide)
        ink = cv2.warpAffine(half, matrix, (size, size), flags=cv2.INTER_LINEAR).astype(np.float32) / 255
    ink *= _wear(size, roll, grain)
    colour = roll.choices(["red", "blue", "black"], [0.66, 0.14, 0.2])[0]
    image = _paper(size, roll, grain)
    if roll.random() < 0.72:
        black = np.array([0.12, 0.12, 0.14] if roll.random() < 0.88 else [roll.uniform(0.4, 0.75), 0.2, 0.15])
        image *= 1 - _print(size, wide, roll)[..., None] * (1 - black) * roll.uniform(0.6, 1)
    tone = np.clip(np.array(INKS[colour]) / 255 + [roll.uniform(-0.08, 0.12) for _ in range(3)], 0, 1)
    image *= 1 - ink[..., None] * (1 - tone)
    image = cv2.GaussianBlur(image, (0, 0), roll.uniform(0.25, 0.3 + 0.7 * min(1.0, wide / 300)))
    image += grain.normal(0, roll.choice([0.004, 0.01, 0.025]), image.shape)
    picture = np.clip(image * 255, 0, 255).astype(np.uint8)
    if colour == "black" or roll.random() < 0.06:
        picture = np.repeat(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    if roll.random() < 0.85:
        coded = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, roll.randint(45, 95)])[1]
        picture = cv2.imdecode(coded, cv2.IMREAD_COLOR)[..., ::-1]
    return Photo(np.ascontiguousarray(picture), matrix, drawn)


def _matrix(drawn: Drawn, wide: float, roll: random.Random) -> tuple[Array, int]:
    size = int(wide * 1.3)
    scale = wide / (2 * drawn.a)
    turn = math.radians(roll.choice([roll.gauss(0, 12), roll.uniform(-180, 180)]))
    squeeze = roll.choice([1.0, 1.0, roll.uniform(0.74, 1.0)])
    c, s = math.cos(turn) * scale, math.sin(turn) * scale
    linear = np.array([[c * squeeze, -s * squeeze], [s, c]])
    shift = np.array([size / 2, size / 2]) - linear @ [CANVAS / 2, CANVAS / 2]
    return np.hstack([linear, shift[:, None]]), size


def _wear(size: int, roll: random.Random, grain: Any) -> Array:
    """Share of the ink that reached the paper: broad patches, fine gaps, a side pressed less, a pale spot."""
    strength = roll.uniform(0.35, 1.0)
    cells = roll.randint(3, 12)
    broad = cv2.resize(grain.random((cells, cells)).astype(np.float32), (size, size), interpolation=cv2.INTER_CUBIC)
    fine = cv2.GaussianBlur(grain.random((size, size)).astype(np.float32), (0, 0), roll.uniform(0.6, 1.6))
    fine = (fine - fine.mean()) / (fine.std() + 1e-6)
    gaps = 1 / (1 + np.exp(-(fine + roll.uniform(0.3, 3.0)) * 2.5))
    y, x = np.mgrid[0:size, 0:size] / size - 0.5
    angle = roll.uniform(0, 2 * math.pi)
    side = 1 - roll.choice([0.0, 0.0, roll.uniform(0, 0.7)]) * np.clip(
        x * math.cos(angle) + y * math.sin(angle) + 0.3, 0, 1
    )
    out = strength * gaps * side * (1 - roll.uniform(0, 0.6) * np.clip(broad, 0, 1))
    if roll.random() < 0.3:
        u, v, reach = roll.uniform(-0.45, 0.45), roll.uniform(-0.45, 0.45), roll.uniform(0.05, 0.16)
        out *= 1 - roll.uniform(0.4, 0.9) * np.exp(-((x - u) ** 2 + (y - v) ** 2) / (2 * reach**2))
    return np.clip(out, 0, 1).astype(np.float32)


def _paper(size: int, roll: random.Random, grain: Any) -> Array:
    tone = np.array([roll.uniform(0.9, 1.0)] * 3) + [roll.uniform(-0.03, 0.02) for _ in range(3)]
    if roll.random() < 0.15:
        tone = tone * roll.uniform(0.4, 0.8)
    rough = cv2.resize(grain.random((4, 4)).astype(np.float32), (size, size), interpolation=cv2.INTER_CUBIC)
    return np.clip(tone, 0, 1)[None, None] * (1 - roll.choice([0.0, 0.05, 0.18]) * rough[..., None])


@cache
def _patch(number: int) -> Array:
    """A patch of printed page: lines of text, rules, now and then handwriting; 1 is black."""
    roll = random.Random(number)
    patch = np.zeros((PATCH, PATCH), np.uint8)
    tall, font = roll.randint(34, 84), roll.randrange(8)
    y = roll.randint(0, 60)
    while y + tall < PATCH:
        text = "".join(words.title(roll) for _ in range(4))
        x = roll.randint(-40, 200)
        for character in text:
            if 0 <= x < PATCH - tall:
                patch[y : y + tall, x : x + tall] = cv2.resize(glyph(character, font), (tall, tall))
            x += int(tall * 1.08)
        y += int(tall * roll.uniform(1.3, 3.2))
    for _ in range(roll.choice([0, 0, 0, 2, 4])):
        at, width = roll.randrange(PATCH), roll.randint(2, 5)
        ends = ((0, at), (PATCH, at)) if roll.random() < 0.6 else ((at, 0), (at, PATCH))
        cv2.line(patch, *ends, 255, width)
    if roll.random() < 0.25:
        steps = [[roll.uniform(-60, 90), roll.uniform(-120, 120)] for _ in range(9)]
        points = np.cumsum(steps, 0) + np.array([200, PATCH / 2])
        smooth = cv2.resize(points.astype(np.float32), (2, 120), interpolation=cv2.INTER_CUBIC)
        cv2.polylines(patch, [smooth.astype(np.int32)], False, 255, roll.randint(4, 10), cv2.LINE_AA)
    return patch


def _print(size: int, wide: float, roll: random.Random) -> Array:
    patch = _patch(roll.randrange(PATCHES))
    scale = wide / (CANVAS * 0.88) * roll.uniform(0.5, 1.1)
    turn = math.radians(roll.gauss(0, 2) + roll.choice([0, 0, 0, 90, 180, 270]))
    c, s = math.cos(turn) * scale, math.sin(turn) * scale
    linear = np.array([[c, -s], [s, c]])
    anchor = np.array([roll.uniform(0.35, 0.65) * PATCH, roll.uniform(0.35, 0.65) * PATCH])
    matrix = np.hstack([linear, (np.array([size / 2, size / 2]) - linear @ anchor)[:, None]])
    soft = cv2.GaussianBlur(patch, (0, 0), 0.42 / scale) if scale < 0.9 else patch
    return cv2.warpAffine(soft, matrix, (size, size)).astype(np.float32) / 255


def strip(image: Array, shot: Photo, text: Text, roll: random.Random) -> Array:
    """The text laid straight, as roughly as a reader finds it."""
    if text.box is not None:
        return _level(image, shot, text.box, roll)
    fitted = _fitted(shot, roll)
    start, span = _directions(shot, fitted, text)
    slack = max(4.0, min(30.0, (360 - span) / 2 - 8))
    before, after = (min(slack, roll.choice([roll.uniform(-1, 9), roll.uniform(2, 30)])) for _ in range(2))
    top = 1 - text.outer + (roll.uniform(-0.05, 0.02) if roll.random() < 0.8 else roll.uniform(-0.16, -0.05))
    bottom = 1 - text.inner + roll.choice([roll.uniform(-0.005, 0.05), roll.uniform(0.0, 0.14)])
    stretched = roll.uniform(0.65, 1.0)
    cut = unwrap(image, fitted, (top, bottom), start - before, min(360, span + before + after), HEIGHT)
    if text.bottom:
        cut = cut[::-1, ::-1]
    return _wider(cut, stretched)


def _wider(cut: Array, factor: float) -> Array:
    wide = int(np.clip(cut.shape[1] * factor, 24, WIDEST))
    return cv2.resize(np.ascontiguousarray(cut), (wide, HEIGHT), interpolation=cv2.INTER_LINEAR)


def _fitted(shot: Photo, roll: random.Random) -> Ring:
    """The rim as a fit would find it: nearly right."""
    drawn = shot.drawn
    t = np.linspace(0, 2 * math.pi, 60, endpoint=False)
    rim = np.stack([CANVAS / 2 + drawn.a * np.cos(t), CANVAS / 2 + drawn.b * np.sin(t), np.ones(60)], 1) @ shot.matrix.T
    (x, y), (w, h), angle = cv2.fitEllipseDirect(rim.astype(np.float32))
    off = min(w, h) / 2 * roll.choice([0.006, 0.02])
    a, b = (axis / 2 + roll.gauss(0, off * 0.7) for axis in (w, h))
    return Ring(x + roll.gauss(0, off), y + roll.gauss(0, off), a, b, math.radians(angle))


def _directions(shot: Photo, fitted: Ring, text: Text) -> tuple[float, float]:
    """Start and span of the text as seen from the fitted ring's middle, degrees clockwise from up."""
    drawn, middle = shot.drawn, (text.inner + text.outer) / 2
    angles = np.radians(np.linspace(text.start, text.start + text.span, 90))
    u, v = drawn.a - (1 - middle) * drawn.b, middle * drawn.b
    reach = 1 / np.hypot(np.sin(angles) / u, np.cos(angles) / v)
    at = np.stack([CANVAS / 2 + reach * np.sin(angles), CANVAS / 2 - reach * np.cos(angles), np.ones(90)], 1)
    x, y = (at @ shot.matrix.T - [fitted.x, fitted.y]).T
    seen = np.degrees(np.unwrap(np.arctan2(x, -y)))
    return float(seen[0]), float(seen[-1] - seen[0])


def _level(image: Array, shot: Photo, box: tuple[float, float, float, float], roll: random.Random) -> Array:
    x0, y0, x1, y1 = box
    tall = y1 - y0
    x0, x1 = x0 - tall * roll.uniform(0, 0.5), x1 + tall * roll.uniform(0, 0.5)
    y0, y1 = y0 - tall * roll.uniform(0, 0.16), y1 + tall * roll.uniform(0, 0.16)
    corners = np.array([[x0, y0, 1], [x1, y0, 1], [x1, y1, 1], [x0, y1, 1]]) @ shot.matrix.T
    corners += [[roll.gauss(0, 0.6), roll.gauss(0, 0.6)] for _ in range(4)]
    wide = int(np.clip((x1 - x0) / (y1 - y0) * HEIGHT * roll.uniform(0.8, 1.2), 24, WIDEST))
    target = np.array([[0, 0], [wide, 0], [wide, HEIGHT], [0, HEIGHT]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    return cv2.warpPerspective(image, matrix, (wide, HEIGHT), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def tinted(picture: Array, roll: random.Random) -> Array:
    """Now and then without colour, or with more contrast."""
    if roll.random() < 0.12:
        picture = np.repeat(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    if roll.random() < 0.15:
        dark, light = np.percentile(picture, (2, 90))
        picture = np.clip((picture.astype(np.float32) - dark) * (255 / max(light - dark, 20)), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(picture)
