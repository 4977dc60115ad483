"""Seals in report.json and report.html: pictures, readings, purpose, whose and why."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.report import build
from verify.finding import Consequence as To
from verify.finding import Evidence, Outcome, Owner, Report, Verdict
from verify.model import Case, Slot
from verify.page import Seal, SealOutline, SealPurpose, Word
from verify.report.drawing import draw, wanted
from verify.report.html import PageImage, pages_to_show, render_report, seals_to_show
from verify.report.json_report import as_json, validate
from verify.report.picture import Strip

BOX, OTHER_BOX = (100, 100, 300, 300), (400, 100, 600, 300)
FILE = "工程业绩/1/a.png"
FIRM, SUPERVISOR = "浙江宝业建设集团有限公司", "浙江明康工程咨询有限公司"
OUTLINE = SealOutline("ring", 200, 200, 200, 200, 0, 200, 320)
SEAL = Seal(
    FIRM, ("合同专用章", build.ID), "unit", "circle", "red", BOX, 0.93, (FIRM, "浙江宝亚建设集团有限公司", "<b>"),
    SealPurpose.CONTRACT, OUTLINE,
)  # fmt: skip
OWNER = Owner("other", SUPERVISOR, 0.98, "supervisor", 0.12, 0.98, SUPERVISOR)


def report(outcome: Outcome, owner: Owner | None, path: Path = Path("/nowhere"), seal: Seal = SEAL) -> Report:
    page = replace(build.document(FILE, Slot.PROJECT).pages[0], width=800, height=600, seals=(seal,))
    document = replace(build.document(FILE, Slot.PROJECT), path=path, media="image/png", pages=(page,))
    seen = Evidence(FILE, 1, BOX, seal.title or None, seal.confidence, owner)
    consequence = To.VOID if outcome is Outcome.FAIL else None
    row = build.finding("project.third_party_seal", outcome, consequence, "工程业绩/1", "印章", seen)
    return Report(Case("甲", "甲", build.report("甲", "甲", Verdict.PASS).case.form, (document,)), Verdict.PASS, (row,))


def html(given: Report, lang: str = "zh") -> str:
    places = {**pages_to_show(given), **seals_to_show(given)}
    strips = {BOX: Strip(b"\xff\xd8\xff strip", 640, 64)}
    images = {
        p: PageImage(b"\xff\xd8\xff page", 800, 600, dict.fromkeys(b, b"\x89PNG"), strips) for p, b in places.items()
    }
    return render_report(as_json(given, build.notice()), images, lang)


def test_json_gives_the_seal_at_the_place_of_evidence() -> None:
    data = as_json(report(Outcome.FAIL, OWNER), build.notice())
    validate(data)
    assert data["findings"][0]["evidence"][0]["seal"] == {
        "purpose": "contract",
        "kind": "unit",
        "shape": "circle",
        "colour": "red",
        "confidence": 0.93,
        "readings": [FIRM, "浙江宝亚建设集团有限公司", "<b>"],
        "texts": ["合同专用章", build.MASKED],
        "owner": {
            "kind": "other",
            "name": SUPERVISOR,
            "role": "supervisor",
            "employer": 0.12,
            "party": 0.98,
            "party_name": SUPERVISOR,
            "margin": -0.86,
        },
    }


@pytest.mark.parametrize("purpose", SealPurpose)
def test_every_purpose_is_in_the_schema(purpose: SealPurpose) -> None:
    validate(as_json(report(Outcome.FAIL, None, seal=replace(SEAL, purpose=purpose)), build.notice()))


def test_evidence_that_is_no_seal_has_none() -> None:
    data = as_json(build.full(), build.notice())
    assert not any("seal" in evidence for row in data["findings"] for evidence in row["evidence"])


def test_the_page_shows_pictures_readings_purpose_whose_and_why() -> None:
    page = html(report(Outcome.FAIL, OWNER))
    for said in (
        "识别把握 93%", "浙江宝亚建设集团有限公司", "合同专用章", "监理单位 · 浙江明康工程咨询有限公司",
        "与本单位名称的相符度 0.12，与“浙江明康工程咨询有限公司” 0.98，相差 -0.86",
    ):  # fmt: skip
        assert said in page
    assert page.count('class="strip"') == page.count('class="stamp"') == 1
    assert "<b></q>" not in page
    assert "&lt;b&gt;" in page
    assert build.ID not in page


@pytest.mark.parametrize(
    ("owner", "says"),
    [
        (Owner("employer", FIRM, 0.9, None, 0.9), "本单位"),
        (Owner("other", "某局", 0.9, "authority", 0.1), "主管部门 · 某局"),
        (Owner("other", "某公司", 0.9, None, 0.1), "其他单位 · 某公司"),
        (Owner("unreadable", None, 0.5, None, 0.5), "不能确定是哪个单位的"),
        (Owner("nobody", None, 0.0), "不是单位的印章"),
    ],
)
def test_whose(owner: Owner, says: str) -> None:
    page = html(report(Outcome.FAIL, owner))
    assert f"<dt>单位</dt><dd>{says}</dd>" in page
    assert ("相符度" in page) == (owner.kind != "nobody")


def test_english() -> None:
    page = html(report(Outcome.FAIL, OWNER), "en")
    assert "<dd>contract seal</dd>" in page
    assert "<dd>supervision · 浙江明康工程咨询有限公司</dd>" in page


def test_a_passed_check_shows_its_seals_and_not_their_page() -> None:
    given = report(Outcome.PASS, OWNER)
    assert (pages_to_show(given), seals_to_show(given)) == ({}, {(FILE, 1): (BOX,)})
    page = render_report(
        as_json(given, build.notice()),
        {(FILE, 1): PageImage(b"", 800, 600, {BOX: b"\x89PNG"}, {BOX: Strip(b"\xff\xd8\xff", 640, 64)})},
    )
    assert page.count('class="strip"') == page.count('class="stamp"') == 1
    assert 'id="pages"' not in page


def test_without_a_picture_the_seal_is_told_in_words() -> None:
    page = render_report(as_json(report(Outcome.FAIL, OWNER), build.notice()), {})
    assert 'class="seal bare"' in page
    assert "监理单位 · " in page


def test_a_seal_nobody_could_read() -> None:
    unread = replace(SEAL, title="", candidates=(), texts=(), confidence=0.0)
    assert "文字未读清" in html(report(Outcome.FAIL, None, seal=unread))


def _drawn(path: Path) -> Path:
    image = Image.new("RGB", (800, 600), "white")
    ImageDraw.Draw(image).ellipse(BOX, outline=(210, 30, 40), width=8)
    ImageDraw.Draw(image).rectangle((190, 105, 210, 150), fill=(210, 30, 40))
    image.save(path)
    return path


def test_pictures_are_drawn_from_the_page_and_its_outline(tmp_path: Path) -> None:
    given = report(Outcome.FAIL, OWNER, _drawn(tmp_path / "a.png"))
    picture = draw(wanted(given))[FILE, 1]
    strip = picture.strips[BOX]
    pixels = np.asarray(Image.open(io.BytesIO(strip.jpeg)))
    assert pixels.shape == (strip.height, strip.width)
    assert (pixels[: round(0.3 * strip.height)].min(axis=0) < 128).mean() > 0.9, "the rim runs along the top"
    assert picture.jpeg


def test_what_is_covered_is_covered_in_the_strip(tmp_path: Path) -> None:
    given = report(Outcome.FAIL, OWNER, _drawn(tmp_path / "a.png"))
    document = given.case.documents[0]
    hidden = (Word(build.ID, (150, 100, 260, 150), 0.9),)
    page = replace(document.pages[0], words=hidden)
    covered = replace(given, case=replace(given.case, documents=(replace(document, pages=(page,)),)))
    before, after = (draw(wanted(one))[FILE, 1].strips[BOX].jpeg for one in (given, covered))
    assert before != after


def test_of_a_passed_check_only_the_seals_are_drawn(tmp_path: Path) -> None:
    given = report(Outcome.PASS, OWNER, _drawn(tmp_path / "a.png"))
    picture = draw(wanted(given))[FILE, 1]
    assert picture.jpeg == b""
    assert set(picture.crops) == set(picture.strips) == {BOX}


def test_an_outline_that_lies_off_the_page_costs_only_its_strip(tmp_path: Path) -> None:
    off = replace(SEAL, outline=replace(OUTLINE, x=5000.0))
    given = report(Outcome.FAIL, OWNER, _drawn(tmp_path / "a.png"), seal=off)
    picture = draw(wanted(given))[FILE, 1]
    assert picture.strips == {}
    assert BOX in picture.crops
