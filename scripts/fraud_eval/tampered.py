"""PDF files that were saved again or covered: to change what is printed, or for reasons of an office's everyday."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from scripts.fixturekit.cases.tampered import drawn
from scripts.fixturekit.chance import dice
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.pdf import scanned
from scripts.fixturekit.revised import CONTENT, PAGE, Leaf, picture, stream, update
from scripts.fraud_eval.kinds import Kind, fraud, innocent
from scripts.fraud_eval.manifest import Deed
from scripts.fraud_eval.member import Member
from scripts.fraud_eval.world import World

SIZE, LEFT, TOP, STEP, LETTERS = (1240, 860), 130, 220, 90, 30
"""Of the note's lines, in pixels."""

Saved = Callable[[Member, str, str], bytes]
"""What becomes of a note that was printed with one day and should have had another."""


def _note(one: Member, day: str, remark: str = "") -> Sheet:
    """A note of the employer's: since when somebody has worked there."""
    sheet = Sheet(f"note/{one.folder}", SIZE, vector=True)
    sheet.centre(90, "情况说明", 44)
    lines = f"姓名：{one.name}", f"进入本单位时间：{day}", f"工作单位：{one.person.employer.name}", remark
    for row, line in enumerate(lines):
        sheet.text((LEFT, TOP + row * STEP), line, LETTERS)
    return sheet


def _over(day: str) -> tuple[tuple[float, float, float, float], Sheet]:
    """A box over the day of the note, and another day to print on it."""
    left, top = LEFT + 8 * LETTERS, TOP + STEP
    sheet = Sheet("note/over", SIZE, vector=True)
    sheet.text((left, top), day, LETTERS)
    return (left - 5, top - 10, left + 400, top + 40), sheet


def _retyped(one: Member, day: str, other: str) -> bytes:
    leaf = Leaf(_note(one, day), other)
    leaf.retype(_note(one, other))
    return leaf.data


def _covered_later(one: Member, day: str, other: str) -> bytes:
    leaf, (box, sheet) = Leaf(_note(one, day), other), _over(other)
    leaf.save({CONTENT: stream(leaf.printed(leaf.sheet) + leaf.patch([box], sheet))})
    return leaf.data


def _scan_replaced(one: Member, day: str, other: str) -> bytes:
    return update(scanned([drawn(_note(one, day))], 60), {2: picture(drawn(_note(one, other)), 60)})


def _covered(one: Member, day: str, other: str) -> bytes:
    box, sheet = _over(other)
    extra = Leaf(_note(one, day), other).patch([box], sheet)
    return Leaf(_note(one, day), other, extra).data


def _highlighted(one: Member, day: str, _: str) -> bytes:
    leaf = Leaf(_note(one, day))
    area = "/Rect [60 250 330 275] /QuadPoints [60 275 330 275 60 250 330 250]"
    note = f"<< /Type /Annot /Subtype /Highlight {area} /C [1 1 0] /Contents (seen) /P {PAGE} 0 R >>"
    leaf.save({leaf.count + 1: note, PAGE: leaf.page(f"/Annots [{leaf.count + 1} 0 R]")})
    return leaf.data


def _retitled(one: Member, day: str, _: str) -> bytes:
    leaf = Leaf(_note(one, day), info="<< /Producer (Scanner) >>")
    leaf.save({leaf.count + 1: "<< /Producer (Scanner) /Title (1) >>"}, f"/Info {leaf.count + 1} 0 R")
    return leaf.data


def _filled_in(one: Member, day: str, _: str) -> bytes:
    leaf = Leaf(_note(one, day, "备注：____"), "已核")
    leaf.retype(_note(one, day, "备注：已核"))
    return leaf.data


def _sealed(one: Member, day: str, _: str) -> bytes:
    """A scan on which an electronic seal was put: a red disc with a soft mask."""
    image = drawn(_note(one, day))
    width, height = image.width * 0.48, image.height * 0.48
    disc = Sheet("note/seal", (240, 240), (255, 255, 255))
    disc.draw.ellipse((10, 10, 230, 230), outline=(205, 40, 44), width=9)
    disc.centre(100, one.person.employer.name[:6], 30, fill=(205, 40, 44))
    soft = picture(disc.image.convert("L").point(lambda value: 255 - value).convert("RGB"), 60)
    red = picture(disc.image, 60).replace(b"/Type /XObject", b"/Type /XObject /SMask 6 0 R")
    body = f"q {width} 0 0 {height} 0 0 cm /Im Do Q q 115 0 0 115 290 20 cm /Seal Do Q"
    kit = "/Resources << /XObject << /Im 2 0 R /Seal 7 0 R >> >>"
    leaf = f"<< /Type /Page /Parent 1 0 R /MediaBox [0 0 {width} {height}] {kit} /Contents 3 0 R >>"
    return update(scanned([image], 60), {6: soft, 7: red, 3: stream(body.encode()), 4: leaf})


FORGED: tuple[Saved, ...] = (_retyped, _covered_later, _scan_replaced)
BENIGN: tuple[Saved, ...] = (_highlighted, _retitled, _filled_in, _sealed)


def _plant(one: Member, n: int, name: str, saved: Saved) -> str:
    roll, path = dice("note", one.folder, n), f"其他/{name}.pdf"
    year, month = roll.randint(2018, 2021), roll.randint(2, 9)
    day, other = f"{year}年{month}月1日", f"{year - roll.randint(2, 6)}年{month}月1日"
    one.files[path] = partial(saved, one, day, other)
    return path


def _revised(_: World, n: int, one: Member, __: Member) -> tuple[Deed, ...]:
    path = _plant(one, n, "入职说明", FORGED[n % len(FORGED)])
    return (fraud("a later save with other text", "tamper.pdf_revised", one, path),)


def _overlaid(_: World, n: int, one: Member, __: Member) -> tuple[Deed, ...]:
    path = _plant(one, n, "任职说明", _covered)
    return (fraud("covered and retyped", "tamper.pdf_overlay", one, path),)


def _benign(_: World, n: int, one: Member, __: Member) -> tuple[Deed, ...]:
    path = _plant(one, n, "入职说明", BENIGN[n % len(BENIGN)])
    return (innocent("a benign later save", ("tamper.pdf_revised", "tamper.pdf_overlay"), one, path),)


KINDS = (Kind("revised", True, _revised), Kind("overlay", True, _overlaid), Kind("benign", False, _benign))
