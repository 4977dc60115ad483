"""Synthetic applicants as they look once read, for scripts/bench_compare.py: what some share, and what some copy."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import numpy as np

from scripts.page_eval.pages import WORDS, lines
from verify.compare.ink_codec import AROUND, COARSE, Ink, pack
from verify.compare.ink_frame import SIDE
from verify.form import Employer, Form, Paper, Project
from verify.model import Case, Document, Item, Slot
from verify.page import Page, Word
from verify.sketches import InkSketches, PhotoSketch, SealSketch

COPIES = 50
"""Every so many applicants one has the assessment and, but for a few bits, the photo of the one before."""

A_UNIT, A_PROJECT = 40, 3
"""Applicants of one employer, and on one project."""

PHOTO, SEALED = "证件照/a.jpg", "工程业绩/1/竣工验收.jpg"

UNIT = 20
"""People of one unit."""

CITIES, TRADES = ("绍兴市", "杭州", "浙江", "宁波市", "温州"), ("建设", "建筑工程", "装饰", "勘察设计", "监理")
LETTERS = "云栖镜湖海纳求是百丈永嘉柯桥恒大中天宝业华汇金昌东方新和安泰永盛嘉宏信达越州"


def applicant(number: int, sealed: int = 2) -> tuple[Case, dict[str, InkSketches]]:
    """One applicant of an endless row, and the sketches of their photo and of so many seals by file."""
    name = lines(0, number)[0]
    unit, work = f"浙江第{number // A_UNIT}建设集团有限公司", number // A_PROJECT
    title = "".join(random.Random(f"work {work}").choices(WORDS[:20_000], k=4)) + "安置房工程"
    project = Project(name=title, role="施工员" if number % A_PROJECT else "项目经理", employer=unit)
    own = lines(0, number - 1 if copies(number) else number)[1]
    proof = _file(SEALED, Slot.PROJECT, lines(1, work)[1], f"{work}", "工程业绩/1")
    paper = _file("论文/1/正文.pdf", Slot.PAPER, lines(5, number)[1], item="论文/1")
    files = (
        _file("年度考核/2023.jpg", Slot.ASSESSMENT, [line.replace(lines(0, number - 1)[0], name) for line in own]),
        _file("继续教育/学时.pdf", Slot.TRAINING, lines(3, number)[1]),
        _file("社保/证明.pdf", Slot.INSURANCE, lines(4, number)[1]),
        _file("职称/证书.jpg", Slot.TITLE, [f"姓名：{name}", f"证书编号：ZJ{number:010}", "工程师"]),
        _file("其他/公示.jpg", Slot.OTHER, lines(2, number // A_UNIT)[1], f"unit {number // A_UNIT}"),
        _file("其他/说明.jpg", Slot.OTHER, lines(2, 0)[1], "everyone"),
        _file(PHOTO, Slot.PHOTO, []),
    )
    folder = f"{number:06}_{name}"
    files = tuple(_own(file, folder) for file in files)
    items = (
        Item(Slot.PROJECT, "工程业绩/1", project, (proof,)),
        Item(Slot.PAPER, "论文/1", Paper(title=f"论文{number}"), (_own(paper, folder),)),
    )
    form = Form(name=name, employer=Employer(name=unit), projects=(project,), id_number=f"X{number:08}")
    held = (*files, *(document for item in items for document in item.documents))
    return Case(folder, name, form, held, items), _inks(number, sealed)


def copies(number: int) -> bool:
    return number % COPIES == COPIES - 1


def _file(file: str, slot: Slot, text: list[str], sha256: str = "", item: str | None = None) -> Document:
    words = tuple(Word(line, (100, 60 * n, 1000, 60 * n + 40), 0.98) for n, line in enumerate(text))
    return Document(
        file, Path(file), sha256, 100_000, "image/jpeg", slot, item, pages=(Page(1, 1240, 1754, "ocr", words),)
    )


def _own(document: Document, folder: str) -> Document:
    """With bytes of its own, unless it has some already."""
    sha256 = document.sha256 or f"{folder} {document.file}"
    return Document(
        document.file,
        document.path,
        sha256,
        document.size,
        document.media,
        document.slot,
        document.item,
        pages=document.pages,
    )


def _inks(number: int, sealed: int) -> dict[str, InkSketches]:
    photo = random.Random(f"photo {number - copies(number)}").randbytes(32)
    near = bytes([photo[0] ^ 0b10111, *photo[1:]]) if copies(number) else photo
    seals = tuple(
        SealSketch(1, (0, 0, 300, 300), 150.0, _unit(number // UNIT, n), "red", "ink", _seal(number * sealed + n))
        for n in range(sealed)
    )
    return {PHOTO: InkSketches(photo=PhotoSketch(near)), SEALED: InkSketches(seals)}


def _unit(number: int, n: int) -> str:
    """The title of the n-th seal of a unit's people."""
    roll = random.Random(f"unit {number} {n}")
    return f"{roll.choice(CITIES)}{''.join(roll.choices(LETTERS, k=4))}{roll.choice(TRADES)}有限公司"


def _seal(seed: int) -> bytes:
    """A seal with a border of its own and nothing else."""
    texture = np.random.default_rng(seed).integers(-60, 60, COARSE).astype(np.int8)
    return _blank()[:12] + texture.tobytes() + _blank()[12 + COARSE :]


@cache
def _blank() -> bytes:
    ink, around = np.zeros((SIDE, SIDE), np.float32), np.zeros((AROUND, AROUND), np.uint8)
    return pack(Ink(ink, ink > 0, np.zeros(COARSE, np.int8), around))
