from __future__ import annotations

import base64
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.report import build
from verify.finding import Consequence, Evidence, Outcome, Verdict
from verify.model import Document, Slot
from verify.page import Page, Word
from verify.report.drawing import Wanted, draw, id_boxes, wanted

ID = "330602198504121232"


def page(*words: Word, second: tuple[Word, ...] = ()) -> Page:
    return Page(1, 1000, 400, "ocr", words=words, second=second)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [(ID, 333, 778), (f"身份证号：{ID}", 571, 857), (f"{ID}（本人）", 231, 538)],
    ids=["alone", "after-a-label", "before-a-remark"],
)
def test_the_middle_of_an_id_number_is_covered(text: str, first: int, last: int) -> None:
    ((x0, y0, x1, y1),) = id_boxes(page(Word(text, (0, 10, 1000, 60), 1.0)))
    assert (y0, y1) == (10, 60)
    assert first - 40 < x0 <= first
    assert last <= x1 < last + 40


def test_what_either_reader_saw_is_covered_and_nothing_else() -> None:
    other = Word("项目编号 3306022103180101", (0, 10, 1000, 60), 1.0)
    assert id_boxes(page(other)) == ()
    assert len(id_boxes(page(other, second=(Word(ID, (0, 100, 1000, 160), 1.0),)))) == 1


def test_a_picture_shows_no_covered_pixel(tmp_path: Path) -> None:
    pixels = np.full((400, 1000, 3), 255, np.uint8)
    pixels[100:140, 300:600] = (250, 0, 0)
    file = tmp_path / "page.png"
    Image.fromarray(pixels).save(file)
    wanted = Wanted("page.png", file, "image/png", 1, 0, boxes=((200, 80, 700, 160),), covered=((300, 100, 600, 140),))
    picture = draw([wanted])["page.png", 1]
    for jpeg in (picture.jpeg, picture.crops[200, 80, 700, 160]):
        seen = np.asarray(Image.open(io.BytesIO(jpeg)).convert("RGB")).astype(int)
        assert (seen[..., 0] - seen[..., 1]).max() < 60, "no red is left"
    assert (picture.width, picture.height) == (1000, 400)


def test_what_stood_there_before_goes_with_its_page(tmp_path: Path) -> None:
    file = tmp_path / "page.png"
    Image.new("RGB", (1000, 400), "white").save(file)
    box, before = (200, 80, 700, 160), b"\xff\xd8\xff earlier"
    shown = Evidence("page.png", 1, box, "now", earlier=base64.b64encode(before).decode())
    found = build.finding("tamper.pdf_revised", Outcome.FAIL, Consequence.SUSPECT, "a", "b", shown)
    report = build.report("a", "甲", Verdict.SUSPECT, found)
    document = Document("page.png", file, "", 1, "image/png", Slot.PAPER, pages=(page(),))
    (one,) = wanted(replace(report, case=replace(report.case, documents=(document,))))
    assert draw([one])["page.png", 1].earlier == {box: before}


def test_a_page_that_no_longer_draws_is_left_out(tmp_path: Path) -> None:
    gone = Wanted("gone.png", tmp_path / "gone.png", "image/png", 1, 0, (), ())
    assert draw([gone]) == {}
