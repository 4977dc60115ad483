"""reuse.seal: mini-batches of two applicants, each with a sealed page or two."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from functools import cache

import numpy as np
from PIL import Image

from scripts.fixturekit.cases.case import Build, Case
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.seals import ring
from scripts.sealkit.impression import Die, inked, lifted, turned
from verify.page import SealOutline
from verify.read.engine import RGB, Array

SIZE = (600, 440)
RED = (208, 32, 40)
UNIT = "绍兴镜澜城市开发有限公司"
AT = (420, 262)
"""Where a seal's middle lies."""

RADIUS = 124.0
"""In pixels: 42 mm at 150 dpi."""

PLACES = {"方一诺": "东浦路道路改造工程", "蒋思源": "镜湖小学新建工程", "方一诺2": "东浦路二期雨污分流工程"}


@cache
def die() -> Die:
    """The owner's stamp."""
    return Die(ring(UNIT), 5)


def wet(number: int, radius: float = RADIUS, turn: float = 7.0) -> Array:
    """The stamp's impression `number` as a layer."""
    return _sized(inked(die().impression(np.random.default_rng((5, number)), 0.2), RED), radius, turn)


def even(radius: float = RADIUS) -> Array:
    """The same seal as an electronic one."""
    return _sized(inked(die().even(), RED), radius, 0.0)


def copied() -> Array:
    """Impression 1 lifted off its scan, shrunk and turned."""
    page = np.asarray(Image.open(io.BytesIO(sheet("方一诺", wet(1)))).convert("RGB"), np.uint8)
    outline = SealOutline("ring", *AT, 2 * RADIUS, 2 * RADIUS, 0.0)
    return turned(lifted(page, outline), 0.93, 41.0)


def sheet(who: str, seal: Array, place: str = "") -> bytes:
    """A page that says what `who` did in a project, `place` or the one of PLACES, sealed, as WebP."""
    page = Sheet(f"twin {who}", SIZE)
    page.centre(24, "工程业绩证明", 34)
    person, project = who.rstrip("2"), place or PLACES[who]
    text = f"兹证明{person}同志在我单位{project}中担任项目负责人，履行职责，工程已通过竣工验收。\n特此证明。"
    page.para((30, 84), 500, text, 22)
    page.text((250, 290), UNIT, 22)
    page.text((330, 330), "2023年6月12日" if who != "蒋思源" else "2022年11月3日", 22)
    pixels = np.asarray(page.image, np.float32).copy()
    y, x = round(AT[1] - seal.shape[0] / 2), round(AT[0] - seal.shape[1] / 2)
    pixels[y : y + seal.shape[0], x : x + seal.shape[1]] *= seal
    return _scan(pixels, who)


def _scan(pixels: Array, who: str) -> bytes:
    noise = np.random.default_rng(len(who) + ord(who[-1]))
    seen: RGB = np.clip(pixels + noise.normal(0, 0.5, (*pixels.shape[:2], 1)), 0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(seen).save(out, "WEBP", quality=70, method=6)
    return out.getvalue()


def _sized(layer: Array, radius: float, turn: float) -> Array:
    return turned(layer, 2 * radius / max(layer.shape[:2]), turn)


def _batch(seals: Mapping[str, Array]) -> Build:
    def build(folder: Folder) -> None:
        for who, seal in seals.items():
            person, project = who.rstrip("2"), PLACES[who]
            name = f"{person}/工程业绩/{project}/业绩证明.webp"
            folder.put(name, sheet(who, seal))
            data = {"name": person, "employer": {"name": "绍兴越澜建筑设计有限公司", "kind": "企业"}}
            folder.put(f"{person}/applicant.json", (json.dumps(data, ensure_ascii=False) + "\n").encode(), "form")

    return build


def _all(**layers: Array) -> Build:
    return lambda folder: _batch({name: layers[key] for key, name in WHO.items() if key in layers})(folder)


WHO = {"fang": "方一诺", "jiang": "蒋思源", "again": "方一诺2"}


def _cases() -> tuple[Case, ...]:
    row = "reuse.seal"
    return (
        Case(row, "fail", "pasted", "the impression on one applicant's page was copied onto another's",
             lambda folder: _all(fang=wet(1), jiang=copied())(folder)),
        Case(row, "fail", "pasted-own", "one impression on two pages of the same applicant",
             lambda folder: _all(fang=wet(1), again=copied())(folder)),
        Case(row, "pass", "two-impressions", "one stamp pressed twice",
             lambda folder: _all(fang=wet(1), jiang=wet(2, turn=-12.0))(folder)),
        Case(row, "na", "electronic", "the same electronic seal on both pages",
             lambda folder: _all(fang=even(), jiang=even())(folder)),
        Case(row, "unsure", "small", "seals of 80 pixels' radius: too small for their ink to be compared",
             lambda folder: _all(fang=wet(1, 80.0), jiang=wet(2, 80.0))(folder)),
    )  # fmt: skip


CASES = _cases()
