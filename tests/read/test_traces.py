"""What files tell of how they were made: revisions, covers, metadata, codes; and files made to break the reading."""

from __future__ import annotations

import base64
import io
import time
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
import zxingcpp
from PIL import Image

from tests.paths import FIXTURES
from tests.read.engines import Mute
from tests.read.test_raster import pdf
from verify.page import Page, Word
from verify.read.traces import bounds, pictures
from verify.read.traces.codes import codes
from verify.read.traces.differences import changed
from verify.read.traces.gather import gather
from verify.read.traces.pictures import _whole
from verify.read.traces.revisions import history
from verify.read.traces.saved import saved
from verify.read.traces.tags import of_image
from verify.read.traces.versions import Budget
from verify.traces import CUT, Traces

ID = "330602198504121232"


def text(line: str, more: bytes = b"") -> bytes:
    """A page that says one line."""
    return pdf(400, 200, b"BT /F1 18 Tf 40 100 Td (%s) Tj ET" % line.encode() + more)


def content(line: str, more: bytes = b"") -> bytes:
    data = b"BT /F1 18 Tf 40 100 Td (%s) Tj ET" % line.encode() + more
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def update(data: bytes, objects: dict[int, bytes], prev: int | None = None) -> bytes:
    """An incremental update by hand."""
    out, table = data + b"\n", b"xref\n0 1\n0000000000 65535 f \n"
    for number, body in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    before = int(data.rpartition(b"startxref\n")[2].split()[0]) if prev is None else prev
    trailer = b"trailer<</Size 9/Root 1 0 R/Prev %d>>\n" % before
    return out + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


def traces(data: bytes, media: str = "application/pdf") -> Traces:
    return gather(data, media, (Page(1, 1111, 556, "text"),), (), Mute())


def linearised(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        file.save(out, linearize=True)
    return out.getvalue()


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("编号：2019", "编号：2016", "altered"),
        ("张三", "李四", "altered"),
        ("5万元", "15万元", "altered"),
        ("2021", "12021", "altered"),
        ("得分：", "得分：95", "filled"),
        ("备注：____。", "备注：已核。", "filled"),
        ("（ ）合格", "（√）合格", "filled"),
        ("合格", "不合格", "filled"),
        ("考核合格", "考核不合格", "inserted"),
        ("已作废的证书", "证书", "deleted"),
        ("姓 名：王", "姓名:王", None),
        ("2023年", "2023年9月20日", "filled"),
        ("330682198607130275", "330682********0275", "deleted"),
        ("330682198607130275", "330682XXXXXXXX0275", "deleted"),  # masked for privacy
        ("编号：XXXX", "编号：2019", "filled"),
        ("□合格 ■不合格", "■合格 □不合格", "marked"),
        ("是（ ） 否（√）", "是（√） 否（ ）", "marked"),
        ("□合格 □不合格", "☑合格 □不合格", "filled"),
        ("（√）", "（否）", "marked"),
        ("偏差：-3mm", "偏差：3mm", "marked"),
        ("偏差：3mm", "偏差：−3mm", "marked"),
        ("偏差：-3mm", "偏差：+3mm", "marked"),
        ("31.5万", "315万", "marked"),
        ("2024-09-02", "2024.09.02", None),
        ("A-2019", "A2019", None),
        ("1,000元", "1000元", None),
        ("一、合格；", "一．合格。", None),
        ("编号：2019", "编号：2019 12", "filled"),  # a stamped number, far to the right
    ],
)
def test_how_a_line_became_another(before: str, after: str, kind: str | None) -> None:
    assert changed(before, after) == kind


ONE = text("No 2019 0602")


@pytest.mark.parametrize(
    ("data", "count", "broken"),
    [
        (ONE, 1, False),
        (update(ONE, {4: content("No 2016 0602")}), 2, False),
        (update(update(ONE, {4: content("a")}), {4: content("b")}), 3, False),
        (linearised(ONE), 1, False),
        (update(linearised(ONE), {8: b"<<>>"}), 2, False),
        (text("x", b" % startxref\n15\n%%EOF\n"), 1, False),  # an end within a stream
        (text("x", b" %" + ONE), 1, False),  # a whole file within a stream
        (update(ONE, {4: content("b")}, prev=99_999_999), 1, True),
        (update(ONE, {4: content("b")}, prev=3), 1, True),
        (b"junk\n" + ONE, 1, False),
        (b"%PDF-1.4 nothing", 1, False),
        (b"", 1, False),
    ],
)
def test_revisions_are_found_by_the_chain_of_tables(data: bytes, count: int, broken: bool) -> None:
    found = saved(data)
    assert (len(found.ends), found.broken) == (count, broken)


@pytest.mark.parametrize(
    ("data", "cut"),
    [
        (ONE, False),
        (ONE + b"\n\0\0 <!-- sent by mail -->", False),
        (linearised(ONE), False),
        (update(ONE, {4: content("No 2016")}), False),
        (ONE[:-60], True),
        (update(ONE, {4: content("No 2016")})[:-60], True),  # what was added last has no end
        (b"", True),
    ],
)
def test_a_file_that_breaks_off_is_told(data: bytes, cut: bool) -> None:
    assert saved(data).cut == cut
    assert (CUT in traces(data).incomplete) == cut


def test_a_chain_that_runs_in_a_circle_ends() -> None:
    data = update(ONE, {4: content("b")})
    own = int(data.rpartition(b"startxref\n")[2].split()[0])
    assert saved(update(ONE, {4: content("b")}, prev=own)).broken


def test_the_earlier_text_is_recovered() -> None:
    found = traces(update(ONE, {4: content("No 2016 0602")}))
    ((one,),) = [revision.changes for revision in found.revisions]
    assert (one.kind, one.before, one.after, one.page) == ("altered", "No20190602", "No20160602", 1)
    assert one.box
    assert one.box[0] < one.box[2]


def test_a_changed_id_number_is_noticed_and_masked() -> None:
    ((one,),) = [r.changes for r in traces(update(text(ID), {4: content(ID.replace("0412", "0413"))})).revisions]
    assert (one.kind, one.before, one.after) == ("altered", "330602********1232", "330602********1232")


def ink(picture: str) -> int:
    """How many pixels of a picture are print."""
    return int((np.asarray(Image.open(io.BytesIO(base64.b64decode(picture))).convert("L")) < 128).sum())


def test_what_was_there_before_is_shown() -> None:
    (heavy,), (light,) = (
        [one for revision in traces(update(text(before), {4: content(after)})).revisions for one in revision.changes]
        for before, after in [("No WWWWMMMM", "No llllllll"), ("No llllllll", "No WWWWMMMM")]
    )
    assert ink(heavy.picture) > 1.5 * ink(light.picture) > 0


@pytest.mark.parametrize(("before", "after"), [(ID, ID.replace("0412", "0413")), ("No 2019", ID), (ID, "No 2019")])
def test_where_an_id_number_stands_or_stood_nothing_is_shown(before: str, after: str) -> None:
    assert not [
        one.picture
        for r in traces(update(text(before), {4: content(after)})).revisions
        for one in r.changes
        if one.picture
    ]


@pytest.mark.parametrize(("words", "shown"), [((), True), ((Word(ID, (500, 270, 900, 310), 1.0),), False)])
def test_beside_an_id_number_nothing_is_shown(words: tuple[Word, ...], shown: bool) -> None:
    page = Page(1, 1111, 556, "text", words=words)
    found = gather(update(ONE, {4: content("No 2016 0602")}), "application/pdf", (page,), (), Mute())
    assert [bool(one.picture) for revision in found.revisions for one in revision.changes] == [shown]


def test_a_page_that_was_turned_is_shown_as_it_was_turned() -> None:
    data = update(ONE, {4: content("No 2016 0602")})
    straight, turned = (
        gather(data, "application/pdf", (page,), (), Mute()).revisions[0].changes[0].picture
        for page in (Page(1, 1111, 556, "text"), Page(1, 556, 1111, "text", turned=90))
    )
    sizes = [Image.open(io.BytesIO(base64.b64decode(one))).size for one in (straight, turned)]
    assert sizes[0] == sizes[1][::-1]
    assert sizes[0][0] > sizes[0][1]


@pytest.mark.parametrize(("y", "rotate", "margin"), [(6, 0, True), (188, 0, True), (100, 0, False), (6, 90, True)])
def test_a_change_in_a_margin_is_told_as_such(y: int, rotate: int, margin: bool) -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Rotate %d/Resources<</Font<</F1 5 0 R>>>>>>"
    lines = [b"BT /F1 10 Tf 180 %d Td (Page 1 of %d) Tj ET" % (y, n) for n in (1, 3)]
    first, second = (b"<</Length %d>>stream\n%s\nendstream" % (len(line), line) for line in lines)
    data = update(update(ONE, {3: page % rotate, 4: first}), {4: second})
    assert [one.margin for one in traces(data).revisions[-1].changes] == [margin]


def test_few_changes_are_shown() -> None:
    lines = b"".join(b" BT /F1 9 Tf 40 %d Td (Line %c 2019) Tj ET" % (10 * n, 65 + n) for n in range(18))
    data = update(pdf(400, 200, lines), {4: content("A", lines.replace(b"2019", b"2016"))})
    assert 0 < len([one for r in traces(data).revisions for one in r.changes if one.picture]) <= bounds.EARLIER


def test_text_that_was_hidden_beneath_a_scan_is_no_print() -> None:
    """A scan's own text layer, read again by another program, differs from the one before."""
    hidden = b"BT 3 Tr /F1 18 Tf 40 100 Td (No 2019) Tj ET"
    data = pdf(400, 200, hidden)
    other = hidden.replace(b"2019", b"2016")
    ((one),) = traces(update(data, {4: b"<</Length %d>>stream\n%s\nendstream" % (len(other), other)})).revisions
    assert one.changes == ()


@pytest.mark.parametrize(
    "mark",
    [
        b" q 0.7 0.7 -0.7 0.7 60 20 cm BT /F1 30 Tf 0 0 Td (COPY) Tj ET Q",
        b" q 0.8 g BT /F1 30 Tf 50 96 Td (COPY 2024) Tj ET Q",  # level, across the line
        b" q 0.8 g BT /F1 18 Tf 50 100 Td (COPY 2024) Tj ET Q",
        b" q 0.8 g BT /F1 18 Tf 200 100 Td (COPY 2024) Tj ET Q",  # beside it
    ],
)
def test_watermarks_are_no_print(mark: bytes) -> None:
    ((one),) = traces(update(ONE, {4: content("No 2019 0602", mark)})).revisions
    assert one.changes == ()


@pytest.mark.parametrize("hidden", [b" 1 g BT /F1 18 Tf 40 100 Td (%s) Tj ET", b" BT /F1 2 Tf 40 104 Td (%s) Tj ET"])
def test_print_that_was_made_white_or_tiny_is_gone(hidden: bytes) -> None:
    line = b"No 2019 0602"
    ((one,),) = [r.changes for r in traces(update(ONE, {4: content("No 2016 0602", hidden % line)})).revisions]
    assert (one.kind, one.before, one.after) == ("altered", "No20190602", "No20160602")


@pytest.mark.parametrize("again", [b" 0.6 g BT /F1 18 Tf 40 100 Td (%s) Tj ET", b" BT /F1 10 Tf 40 60 Td (%s) Tj ET"])
def test_print_that_is_only_paler_or_smaller_is_the_same(again: bytes) -> None:
    (one,) = traces(update(ONE, {4: content("", again % b"No 2019 0602")})).revisions
    assert (one.changes, one.additions) == ((), ("layout",))


ASIDE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Rotate 270/Resources<</Font<</F1 5 0 R>>>>>>"


def aside(*lines: str) -> bytes:
    """Lines of a page that is printed from the side."""
    data = b" ".join(
        b"BT /F1 14 Tf 0 1 -1 0 %d 20 Tm (%s) Tj ET" % (60 + 24 * n, one.encode()) for n, one in enumerate(lines)
    )
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("Day: 2022", []),
        ("Day:", [("Day:", "Day:2022", "filled")]),
        ("Day: 2021", [("Day:2021", "Day:2022", "altered")]),
    ],
)
def test_a_page_printed_from_the_side_is_read_from_there(line: str, changes: list[tuple[str, str, str]]) -> None:
    first = update(ONE, {3: ASIDE, 4: aside("Built 2019", line, "Dean")})
    data = update(first, {4: aside("Built 2019", "Day: 2022", "Dean", "seen")})
    found = traces(data).revisions[-1]
    assert [(one.before, one.after, one.kind) for one in found.changes] == changes


BOX = b" %s rg 60 90 200 30 re f "
RETYPED = b" 0 g BT /F1 18 Tf 62 100 Td (2016 0602) Tj ET"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (BOX % b"1 1 1" + RETYPED, 1),
        (BOX % b"1 1 1", 0),  # redacted
        (RETYPED, 0),  # nothing covered
        (b" q 0 0 1 1 re W n" + BOX % b"1 1 1" + b"Q" + RETYPED, 0),  # clipped away: it covers nothing
        (b" 60 90 200 30 re S" + RETYPED, 0),  # a frame
    ],
)
def test_covers_with_other_text_on_top(more: bytes, found: int) -> None:
    overlays = traces(text("No 2019 0602", more)).overlays
    assert len(overlays) == found
    assert all(("2019" in one.beneath, "2016" in one.above) == (True, True) for one in overlays)
    assert all(ink(one.picture) > 0 for one in overlays)


def test_what_is_beneath_a_cover_is_shown_without_what_is_above() -> None:
    above = [b" 0 g BT /F1 18 Tf 62 100 Td (%s) Tj ET" % line for line in (b"2016 0602", b"2888 8882")]
    one, other = (traces(text("No 2019 0602", BOX % b"1 1 1" + line)).overlays[0].picture for line in above)
    assert one == other


def note(kind: bytes, more: bytes, drawn: bytes) -> dict[int, bytes]:
    """An annotation with its appearance, and the page that has it."""
    look = b"<</Type/XObject/Subtype/Form/BBox[60 90 260 120]/Resources<</Font<</F1 5 0 R>>"
    look += b"/ExtGState<</M<</BM/Multiply>>>>>>/Length %d>>stream\n%s\nendstream" % (len(drawn), drawn)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Annots[6 0 R]"
    return {
        6: b"<</Type/Annot/Subtype/%s/F 4/Rect[60 90 260 120]/AP<</N 7 0 R>>%s>>" % (kind, more),
        7: look,
        3: page + b"/Resources<</Font<</F1 5 0 R>>>>>>",
    }


@pytest.mark.parametrize(
    ("objects", "kinds", "covers"),
    [
        (note(b"FreeText", b"/Contents(2016)", BOX % b"1 1 1" + RETYPED), ["altered"], 1),
        (note(b"FreeText", b"/Contents(seen)", b"0 g BT /F1 18 Tf 200 100 Td (seen) Tj ET"), ["filled"], 0),
        (note(b"Highlight", b"/QuadPoints[60 120 260 120 60 90 260 90]", b"/M gs" + BOX % b"1 1 0"), [], 0),
        (note(b"Square", b"", BOX % b"0 0 0"), ["deleted"], 0),  # blacked out
        (note(b"Stamp", b"", b"1 0 0 RG 3 w 200 100 m 240 110 l S"), [], 0),
        (note(b"Widget", b"/FT/Tx/T(a)/V(2016)", BOX % b"1 1 1" + RETYPED), [], 0),  # a form's field
    ],
)
def test_annotations_may_cover_too(objects: dict[int, bytes], kinds: list[str], covers: int) -> None:
    found = traces(update(ONE, objects))
    assert [change.kind for revision in found.revisions for change in revision.changes] == kinds
    assert len(found.overlays) == covers


def placed(line: str, y: int = 100) -> bytes:
    """A line whose letters are placed one by one."""
    return b" ".join(b"BT /F1 18 Tf %d %d Td (%c) Tj ET" % (40 + 12 * n, y, ord(c)) for n, c in enumerate(line))


@pytest.mark.parametrize(
    "more",
    [
        b" 1 1 1 rg 35 90 200 30 re f 0 g " + placed("A20160602348"),  # all of it again
        b" 1 1 1 rg 35 90 200 30 re f 0 g " + placed("A20160602348")[:0] + b"BT /F1 18 Tf 40 100 Td (A20160602) Tj ET",
        b" 1 1 1 rg 87 90 14 30 re f 0 g BT /F1 18 Tf 88 100 Td (6) Tj ET",  # a single digit
        b" q 1 1 1 rg 35 90 m 235 90 l 235 120 l 35 120 l h f Q 0 g " + placed("A20160602348"),  # drawn as lines
    ],
)
def test_letters_placed_one_by_one(more: bytes) -> None:
    (one,) = traces(pdf(400, 200, placed("A20190602348") + more)).overlays
    assert one.above != one.beneath


def steps(*lines: str, first: str = "No 2019 0602") -> list[tuple[list[tuple[str, str, str]], tuple[str, ...]]]:
    """What each of several saves did."""
    data = text(first)
    for line in lines:
        data = update(data, {4: content(line)})
    return [([(c.before, c.after, c.kind) for c in r.changes], r.additions) for r in traces(data).revisions]


def test_a_change_that_was_taken_back_is_none() -> None:
    assert steps("No 2016 0602", "No 2019 0602") == [([], ("undone",)), ([], ("undone",))]


def test_changes_that_were_not_taken_back_stay() -> None:
    changes = [change for found, _ in steps("No 2016 0602", "No 2018 0602") for change in found]
    assert changes == [("No20190602", "No20160602", "altered"), ("No20160602", "No20180602", "altered")]


def test_what_was_deleted_and_then_typed_anew_is_altered() -> None:
    assert ("No20190602", "No20160602", "altered") in [
        change for found, _ in steps("No", "No 2016 0602") for change in found
    ]


def test_a_change_beside_later_print_stays_one() -> None:
    found = steps("No 2016 0602", "No 2016 0602 seen")
    assert found[0][0] == [("No20190602", "No20160602", "altered")]


def test_a_change_is_told_but_once() -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Rotate 90/Resources<</Font<</F1 5 0 R>>>>>>"
    data = update(update(ONE, {4: content("No 2016 0602")}), {3: page})
    assert [len(one.changes) for one in traces(data).revisions] == [1, 0]


@pytest.mark.parametrize(
    ("objects", "addition"),
    [
        ({8: b"<<>>"}, "metadata"),
        ({4: content("No 2019 0602", b" 20 20 m 90 40 l S")}, "layout"),
        ({4: content("No 2019, 0602")}, "layout"),
        ({3: ASIDE}, "layout"),
    ],
)
def test_only_where_nothing_is_seen_to_differ_nothing_but_metadata_was_saved(
    objects: dict[int, bytes], addition: str
) -> None:
    (one,) = traces(update(ONE, objects)).revisions
    assert (one.changes, one.additions) == ((), (addition,))


def test_where_no_more_pages_are_looked_at_nothing_is_said_of_their_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Budget, "look", lambda _: False)
    found = traces(update(ONE, {8: b"<<>>"}))
    assert ([one.additions for one in found.revisions], found.incomplete) == ([()], ())


def rows_of(*lines: str) -> bytes:
    data = b" ".join(b"BT /F1 14 Tf 40 %d Td (%s) Tj ET" % (150 - 30 * n, one.encode()) for n, one in enumerate(lines))
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


@pytest.mark.parametrize(
    ("after", "kinds"),
    [
        (("Mary", "John", "Dean"), ["marked", "marked"]),
        (("Dean", "John", "Mary"), ["marked"] * 3),
        (("John", "Dean", "Mary"), ["marked", "marked"]),
        (("new", "Mary", "Dean", "John"), []),  # moved down
        (("Dean", "John"), ["deleted"]),
    ],
)
def test_lines_in_each_others_places(after: tuple[str, ...], kinds: list[str]) -> None:
    before = ("Mary", "Dean", "John")
    data = update(update(ONE, {4: rows_of(*before)}), {4: rows_of(*after)})
    assert [change.kind for change in traces(data).revisions[-1].changes] == kinds


def test_a_large_sheet_has_its_boxes_and_pictures_where_they_are_read() -> None:
    big = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 2384 1684]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    data = update(update(ONE, {3: big}), {4: content("No 2016 0602")})
    page = Page(1, 3600, 2543, "text")
    (one,) = gather(data, "application/pdf", (page,), (), Mute()).revisions[-1].changes
    assert one.box
    assert 55 < one.box[0] < 65
    assert 2350 < one.box[1] < one.box[3] < 2400
    assert one.picture


def test_xref_streams_and_object_streams(tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(ONE)) as file:
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    from pyhanko.pdf_utils.generic import StreamObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(out.getvalue()))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(StreamObject(stream_data=b"BT /F1 18 Tf 40 100 Td (No 2016 0602) Tj ET"))
    writer.update_container(page)
    again = io.BytesIO()
    writer.write(again)
    ((one,),) = [revision.changes for revision in traces(again.getvalue()).revisions]
    assert (one.before, one.after) == ("No20190602", "No20160602")


def test_signatures(tmp_path: Path) -> None:
    data = signed(ONE, tmp_path)
    assert [one.state for one in traces(data).signatures] == ["intact"]
    assert [one.additions for one in traces(data).revisions] == [("signature",)]
    place = data.find(b"(No 2019")
    broken = data[:place] + b"(No 2016" + data[place + 8 :]
    assert [one.state for one in traces(broken).signatures] == ["broken"]
    later = update(data, {4: content("No 2016 0602")})
    ((one),) = traces(later).signatures
    assert one.later
    assert any(change.after == "No20160602" for r in traces(later).revisions for change in r.changes)
    strange = data.replace(b"/adbe.pkcs7.detached", b"/GM.sm2seal.detached").replace(b"308006", b"308106")
    assert {one.state for one in traces(strange).signatures} <= {"unchecked", "intact"}


def signed(data: bytes, folder: Path) -> bytes:
    """The file with a signature by a key made here."""
    from datetime import UTC, datetime

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import pkcs12
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "某某公司")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
    certificate = made.not_valid_after(datetime(2040, 1, 1, tzinfo=UTC)).sign(key, hashes.SHA256())
    store = folder / "key.p12"
    store.write_bytes(
        pkcs12.serialize_key_and_certificates(b"k", key, certificate, None, serialization.NoEncryption())
    )  # fmt: skip
    signer = signers.SimpleSigner.load_pkcs12(str(store))
    out = signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(data)), signers.PdfSignatureMetadata(field_name="S"), signer=signer
    )
    return bytes(out.getvalue())


def photo(**options: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, options.pop("kind", "JPEG"), **options)
    return out.getvalue()


def test_metadata_is_cut_cleaned_and_masked() -> None:
    exif = Image.Exif()
    exif[0x0131] = f"Editor\x07 {ID} " + "x" * 5000
    told = of_image(photo(exif=exif))
    assert told.tags[0].text.startswith("Editor 330602********1232")
    assert len(told.tags[0].text) <= 120


def test_nested_and_huge_xmp_costs_nothing() -> None:
    deep = b"<a>" * 20_000 + b'xmp:CreatorTool="Adobe Photoshop"'
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>' * 1000
    start = time.monotonic()
    assert [tag.text for tag in of_image(photo(xmp=deep)).tags] in (["Adobe Photoshop"], [])
    assert of_image(photo(kind="PNG", pnginfo=_chunk(deep))).tags[0].text == "Adobe Photoshop"
    assert of_image(photo(kind="PNG", pnginfo=_chunk(bomb))).tags == ()
    assert time.monotonic() - start < 5


def _chunk(xmp: bytes) -> Any:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", xmp.decode(), zip=True)
    return info


def test_fifty_megabytes_of_metadata_are_read_at_their_start() -> None:
    packed = zlib.compress(b'<x xmp:CreatorTool="Scanner"/>' + b" " * 50_000_000)
    stream = b"<</Type/Metadata/Subtype/XML/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    objects = {8: stream + packed + b"\nendstream", 1: b"<</Type/Catalog/Pages 2 0 R/Metadata 8 0 R>>"}
    found = traces(update(ONE, objects))
    assert [tag.text for tag in found.tags] == ["Scanner"]
    assert "元数据过大，只看了开头" in found.incomplete


def test_a_thousand_revisions_are_compared_first_and_last() -> None:
    data = ONE
    for number in range(1000):
        data = update(data, {4: content(f"No 2019 06{number % 2}2")})
    found = history(update(data, {4: content("No 2016 0602")}), Mute())
    assert (found.saved, found.skipped, len(found.revisions)) == (1002, 1002 - bounds.REVISIONS, bounds.REVISIONS - 1)
    assert found.revisions[-1].changes[0].after == "No20160602"


def test_thousands_of_covers_are_bounded() -> None:
    covers = b"1 1 1 rg " + b"60 90 200 30 re f " * 2_000
    found = traces(text("No 2019 0602", covers + RETYPED))
    assert len(found.overlays) <= bounds.OVERLAYS
    assert "页面内容过多，图层只看了一部分" in found.incomplete


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
        ONE.replace(b"/MediaBox[0 0 400.000000 200.000000]", b"/MediaBox[0 0 1e9 1e9]"),
        update(ONE, {4: b"<</Length 4 0 R>>stream\n"}),
        update(ONE, {2: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"}),
        update(ONE, {3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]>>"}),
        ONE[:300],
    ],
)
def test_broken_files_tell_what_was_not_looked_at(data: bytes) -> None:
    try:
        found = traces(data)
    except Exception as error:
        pytest.fail(f"{type(error).__name__}: {error}")
    assert len(found.revisions) <= 1


def qr(text: str) -> np.ndarray[Any, Any]:
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    image = np.asarray(zxingcpp.write_barcode_to_image(barcode, scale=4))
    return np.repeat(np.pad(image, 40, constant_values=255)[..., None], 3, axis=2)


@pytest.mark.parametrize(
    ("payload", "shown"),
    [
        ("ZG20190602348", "ZG20190602348"),
        (f"ID {ID}", "ID 330602********1232"),
        ("a\x07b\x1bc\u202ed", "abcd"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),  # escaped where it is written
        ("x" * 2900, "x" * bounds.TEXT),
    ],
)
def test_codes_are_cut_cleaned_and_masked(payload: str, shown: str) -> None:
    (found,) = codes(qr(payload), 3)
    assert (found.page, found.text, found.form) == (3, shown, "QRCode")
    assert found.box
    assert found.box[0] < found.box[2]


def test_a_blank_page_has_no_code() -> None:
    assert codes(np.full((900, 700, 3), 255, np.uint8), 1) == ()


def test_the_fixtures_boxes_lie_on_the_page() -> None:
    path = FIXTURES / "tamper/pdf_overlay/fail-number-retyped/职称证书/证书.pdf"
    (one,) = gather(path.read_bytes(), "application/pdf", (Page(1, 1653, 1147, "text"),), (), Mute()).overlays
    assert one.box
    assert 300 < one.box[0] < one.box[2] < 800
    assert 600 < one.box[1] < one.box[3] < 750


def test_a_letter_that_the_cut_goes_through_is_left_out_of_a_closer_look() -> None:
    page = np.full((40, 200, 3), 255, np.uint8)
    page[10:30, 0:6] = page[10:30, 20:60] = page[10:30, 150:170] = page[10:30, 190:200] = 0
    assert _whole(page, (0, 0, 200, 40)) == (6, 0, 190, 40)
    assert _whole(page, (10, 0, 180, 40)) == (10, 0, 180, 40)
    assert _whole(np.zeros((40, 200, 3), np.uint8), (0, 0, 200, 40)) == (0, 0, 200, 40)


def test_the_closer_look_is_taken_only_where_the_first_was_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    page = np.full((40, 200, 3), 255, np.uint8)
    page[10:30, 0:6] = page[10:30, 20:190] = 0
    sure = iter([0.8, 0.8, 0.97, 0.96, 0.99, 0.99])
    asked = list[int]()

    def read(image: np.ndarray, _: object) -> tuple[str, float]:
        asked.append(image.shape[1])
        return "2018年", next(sure)

    monkeypatch.setattr(pictures, "read", read)
    assert [confidence for _, confidence in pictures._read(page, page, (0, 0, 200, 40), None)] == [0.97, 0.96]
    assert [confidence for _, confidence in pictures._read(page, page, (0, 0, 200, 40), None)] == [0.99, 0.99]
    assert asked == [200, 200, 194, 194, 200, 200]
