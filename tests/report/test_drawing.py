from __future__ import annotations

import base64
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.report import build
from verify.finding import Consequence, Evidence, Outcome, Verdict
from verify.id_places import id_boxes
from verify.model import Document, Slot
from verify.page import Page, Word
from verify.report.drawing import Wanted, draw, wanted
from verify.traces import Code, Overlay, Traces

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
    assert draw([one])["page.png", 1].earlier == {(box, "now"): before}


def drawn_from(shown: list[Evidence], given: Page, file: Path, id_number: str = "", **traces: Any) -> Wanted:
    """What is wanted of a page of which a check shows something."""
    found = build.finding("tamper.pdf_revised", Outcome.FAIL, Consequence.SUSPECT, "a", "b", *shown)
    report = build.report("a", "甲", Verdict.SUSPECT, found)
    document = Document("page.png", file, "", 1, "image/png", Slot.PAPER, pages=(given,), traces=Traces(**traces))
    case = replace(
        report.case, documents=(document,), form=report.case.form.model_copy(update={"id_number": id_number})
    )
    (one,) = wanted(replace(report, case=case))
    return one


def test_each_change_at_one_place_keeps_what_stood_there_before_it(tmp_path: Path) -> None:
    box, (first, second) = (200, 80, 700, 160), (b"\xff\xd8\xff first", b"\xff\xd8\xff second")
    shown = [
        Evidence("page.png", 1, box, text, earlier=base64.b64encode(before).decode())
        for text, before in [("2023", first), ("2022", second)]
    ]
    assert drawn_from(shown, page(), tmp_path).earlier == (((box, "2023"), first), ((box, "2022"), second))


@pytest.mark.parametrize(("known", "count"), [("", 1), (ID[:17] + "9", 0)])
def test_beside_the_applicants_own_number_nothing_of_before_is_shown(tmp_path: Path, known: str, count: int) -> None:
    given = page(*(Word(d, (30 * n + 100, 10, 30 * n + 120, 50), 1.0) for n, d in enumerate(ID[:17] + "9")))
    shown = Evidence("page.png", 1, (300, 60, 500, 100), "2023", earlier=base64.b64encode(b"before").decode())
    assert len(drawn_from([shown], given, tmp_path, known).earlier) == count


@pytest.mark.parametrize(
    ("text", "number", "hidden"),
    [
        ("https://a.cn/?id=330602********1232&n=1", 1, True),
        ("https://a.cn/?id=330602********1232&n=1", 2, False),
        (f"id={ID[:17]}9", 1, True),
        ("https://a.cn/?no=ZG20190602348", 1, False),
        ("x" * 400, 1, True),  # cut: what follows is not known
        ("", 1, False),
    ],
)
def test_a_code_that_says_an_id_number_is_covered(tmp_path: Path, text: str, number: int, hidden: bool) -> None:
    code = Code(number, "QRCode", text, (600, 200, 800, 380))
    shown = drawn_from([Evidence("page.png", 1, (0, 0, 50, 50), "a")], page(), tmp_path, ID[:17] + "9", codes=(code,))
    assert ((600, 200, 800, 380) in shown.covered) == hidden


@pytest.mark.parametrize(("hidden", "over"), [(True, "text"), (False, "text"), (None, "scan")])
def test_a_patch_on_an_id_number_is_covered(tmp_path: Path, hidden: bool | None, over: Any) -> None:
    """On a scan what is read there is what can be seen, and is covered as any other number."""
    patch = Overlay(1, "box", over, "****", "****", 0.01, (300, 100, 400, 130), in_number=hidden is not False)
    shown = drawn_from([Evidence("page.png", 1, (0, 0, 50, 50), "a")], page(), tmp_path, overlays=(patch,))
    assert shown.covered == (((300, 100, 400, 130),) if hidden else ())


def test_a_page_that_no_longer_draws_is_left_out(tmp_path: Path) -> None:
    gone = Wanted("gone.png", tmp_path / "gone.png", "image/png", 1, 0, (), ())
    assert draw([gone]) == {}
