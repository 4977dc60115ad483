"""tamper.*: files saved again, covered and retyped, edited, and codes that say something else; and their innocents."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image

from scripts.fixturekit.cases.case import Build, Case, form
from scripts.fixturekit.folder import Folder
from scripts.fixturekit.page import Sheet
from scripts.fixturekit.pdf import Writer, page, scanned
from scripts.fixturekit.people import Person
from scripts.fixturekit.plan import WANG
from scripts.fixturekit.revised import CONTENT, PAGE, Leaf, picture, stream, update
from scripts.fixturekit.scan import jpeg, scan
from scripts.fixturekit.seal import Seal, press

NUMBER, OTHER = "ZG20190602348", "ZG20160602348"
DAY, EARLIER = "2019年6月2日", "2016年6月2日"
SIZE = (1240, 860)
SLOT = {"titles": [{"name": "助理工程师", "obtained": WANG.titled}]}


def certificate(number: str = NUMBER, day: str = DAY, note: str = "", key: str = "title") -> Sheet:
    """A title certificate's text."""
    sheet = Sheet(f"tampered/{key}", SIZE, vector=True)
    sheet.centre(90, "专业技术职务任职资格证书", 46)
    rows = (("姓名", WANG.name), ("资格名称", "助理工程师"), ("取得资格时间", day), ("证书编号", number))
    for row, (label, value) in enumerate(rows):
        sheet.text((130, 220 + row * 90), f"{label}：{value}", 30)
    if note:
        sheet.text((130, 640), note, 30)
    return sheet


def spare(text: str, at: tuple[float, float], size: int = 30) -> Sheet:
    """A line to be printed on top of a page."""
    sheet = Sheet("tampered/spare", SIZE, vector=True)
    sheet.text(at, text, size)
    return sheet


def scanned_certificate(number: str = NUMBER, small: bool = True) -> Image.Image:
    """The certificate as a scan."""
    image = drawn(certificate(number))
    return image.resize((930, 645), Image.Resampling.LANCZOS) if small else image


def drawn(printed: Sheet) -> Image.Image:
    """A vector sheet's lines as a scan."""
    sheet = Sheet("tampered/scan", (printed.width, printed.height))
    for x, y, size, text, _ in printed.lines:
        sheet.text((x, y), text, size, anchor="ls")
    return scan(sheet, skew=0)


def titled(make: Callable[[], bytes], name: str = "证书.pdf") -> Build:
    """A folder with one title certificate."""

    def build(folder: Folder) -> None:
        folder.put(f"职称证书/{name}", make())
        form(folder, **SLOT)

    return build


def _retyped() -> bytes:
    leaf = Leaf(certificate(), OTHER)
    leaf.retype(certificate(OTHER))
    return leaf.data


def _covered_later() -> bytes:
    leaf = Leaf(certificate(), EARLIER)
    top = spare(EARLIER, (130 + 7 * 30, 220 + 2 * 90))
    leaf.save({CONTENT: stream(leaf.printed(leaf.sheet) + leaf.patch([(335, 395, 640, 440)], top))})
    return leaf.data


def _scan_replaced() -> bytes:
    data = scanned([scanned_certificate()], 40)
    return update(data, {2: picture(scanned_certificate(OTHER), 40)})


def _highlighted() -> bytes:
    leaf = Leaf(certificate())
    area = "/Rect [60 300 330 325] /QuadPoints [60 325 330 325 60 300 330 300]"
    note = f"<< /Type /Annot /Subtype /Highlight {area} /C [1 1 0] /Contents (seen) /P {PAGE} 0 R >>"
    leaf.save({leaf.count + 1: note, PAGE: leaf.page(f"/Annots [{leaf.count + 1} 0 R]")})
    return leaf.data


def _form_filled(before: str = "", after: str = "18") -> bytes:
    leaf = Leaf(certificate())
    field, root = leaf.count + 1, leaf.count
    kind = "/Type /Annot /Subtype /Widget /FT /Tx /T (hours) /DA (/F 12 Tf 0 g) /Rect [100 60 200 80]"

    def filled(value: str) -> str:
        return f"<< {kind} /V ({value}) /P {PAGE} 0 R >>"

    catalogue = f"<< /Type /Catalog /Pages 1 0 R /AcroForm << /Fields [{field} 0 R] >> >>"
    leaf.save({root: catalogue, field: filled(before), PAGE: leaf.page(f"/Annots [{field} 0 R]")})
    leaf.save({field: filled(after)})
    return leaf.data


def _sealed_scan() -> bytes:
    """A scan on which an electronic seal was placed: a red picture with a soft mask."""
    sheet = Sheet("tampered/seal", (300, 300), (255, 255, 255))
    press(sheet, Seal(WANG.employer.name), (150, 150), turn=0)
    seal = sheet.image.crop((30, 30, 270, 270))
    mask = Image.fromarray((255 - np.asarray(seal.convert("RGB")).min(axis=2)).astype(np.uint8))
    writer = Writer()
    parent = writer.add("")
    image = scanned_certificate()
    data = writer.finish([page(writer, parent, image, jpeg(image, 40))], parent)
    soft = picture(mask, 60).replace(b"/DeviceRGB", b"/DeviceGray")
    red = picture(seal, 60).replace(b"/Type /XObject", b"/Type /XObject /SMask 6 0 R")
    size = f"/MediaBox [0 0 {image.width * 0.48} {image.height * 0.48}]"
    kit = "/Resources << /XObject << /Im 2 0 R /Seal 7 0 R >> >>"
    body = f"q {image.width * 0.48} 0 0 {image.height * 0.48} 0 0 cm /Im Do Q q 115 0 0 115 290 20 cm /Seal Do Q"
    leaf = f"<< /Type /Page /Parent 1 0 R {size} {kit} /Contents 3 0 R >>"
    return update(data, {6: soft, 7: red, 3: stream(body.encode()), 4: leaf})


def _metadata_only() -> bytes:
    leaf = Leaf(certificate(), info="<< /Producer (Scanner) >>")
    leaf.save({leaf.count + 1: "<< /Producer (Scanner) /Title (1) >>"}, f"/Info {leaf.count + 1} 0 R")
    return leaf.data


def _blank_filled() -> bytes:
    leaf = Leaf(certificate(note="备注：____"), "已核")
    leaf.retype(certificate(note="备注：已核"))
    return leaf.data


def _appended() -> bytes:
    leaf = Leaf(certificate())
    sheet = leaf.count + 1
    pages = f"<< /Type /Pages /Kids [{PAGE} 0 R {sheet} 0 R] /Count 2 >>"
    content = stream(leaf.printed(spare("资格证书", (130, 220))))
    leaf.save({1: pages, sheet: leaf.page(content=f"{sheet + 1} 0 R"), sheet + 1: content})
    return leaf.data


def _deleted() -> bytes:
    leaf = Leaf(certificate(note="本证书已作废"))
    leaf.retype(certificate())
    return leaf.data


def _broken_past() -> bytes:
    data = _metadata_only()
    return data.replace(b"/Prev ", b"/Prev 9", 1)


def _boxed() -> bytes:
    top = spare(OTHER, (130 + 5 * 30, 220 + 3 * 90))
    leaf = Leaf(certificate(), OTHER)
    extra = leaf.patch([(275, 485, 560, 530)], top)
    return Leaf(certificate(), OTHER, extra).data


def _patched_scan() -> bytes:
    """A scan with a piece of another scan pasted over its number."""
    image, other = scanned_certificate(), scanned_certificate(OTHER)
    box = (200, 362, 440, 400)
    return _pasted(image, other.crop(box), box)


def _pasted(image: Image.Image, patch: Image.Image, box: tuple[int, int, int, int]) -> bytes:
    writer = Writer()
    parent, scale = writer.add(""), 0.48
    below, above = writer.add(picture(image, 40)), writer.add(picture(patch, 60))
    width, height = image.width * scale, image.height * scale
    spot = f"{(box[2] - box[0]) * scale} 0 0 {(box[3] - box[1]) * scale} {box[0] * scale} {height - box[3] * scale}"
    body = writer.stream("", f"q {width} 0 0 {height} 0 0 cm /Im Do Q q {spot} cm /Up Do Q".encode())
    kit = f"/Resources << /XObject << /Im {below} 0 R /Up {above} 0 R >> >>"
    leaf = f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {width} {height}] {kit} /Contents {body} 0 R >>"
    return writer.finish([writer.add(leaf)], parent)


def _redacted() -> bytes:
    leaf = Leaf(certificate())
    return Leaf(certificate(), extra=leaf.patch([(275, 485, 560, 530)])).data


def _shaded() -> bytes:
    """A white box below the text, as of a table's cell, and a yellow one that lets the text through."""
    leaf = Leaf(certificate())
    under = f"1 1 1 rg {leaf.rectangle((100, 200, 900, 620))} re f ".encode()
    over = f" q /GS gs 1 1 0 rg {leaf.rectangle((275, 485, 560, 530))} re f Q".encode()
    leaf.save({CONTENT: stream(under + leaf.printed(leaf.sheet) + over), PAGE: _see_through(leaf)})
    return leaf.data


def _see_through(leaf: Leaf) -> str:
    return leaf.page().replace("/Resources <<", "/Resources << /ExtGState << /GS << /ca 0.4 /BM /Multiply >> >>")


def _renumbered() -> bytes:
    sheet, top = certificate(), spare("第12页", (560, 805), 24)
    sheet.text((560, 805), "第3页", 24)
    leaf = Leaf(sheet, "第12页")
    return Leaf(sheet, "第12页", leaf.patch([(540, 800, 700, 840)], top)).data


def _large_cover() -> bytes:
    sheet, top = certificate(), certificate(OTHER, EARLIER)
    leaf = Leaf(sheet, OTHER + EARLIER)
    return Leaf(sheet, OTHER + EARLIER, leaf.patch([(60, 60, 1200, 620)], top)).data


def photographed(exif: dict[int, str], sheet: Sheet, xmp: bytes = b"") -> bytes:
    """A vector sheet as a JPEG scan with EXIF tags and XMP."""
    out, tags = io.BytesIO(), Image.Exif()
    for tag, value in exif.items():
        tags[tag] = value
    extra = {"xmp": xmp} if xmp else {}
    image = drawn(sheet)
    small = image.resize((image.width * 3 // 4, image.height * 3 // 4), Image.Resampling.LANCZOS)
    small.save(out, "JPEG", quality=35, exif=tags, **extra)
    return out.getvalue()


def _photo(exif: dict[int, str], xmp: bytes = b"") -> bytes:
    return photographed(exif, certificate(), xmp)


XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">'
    '<TC260:AIGC>{"Label":"1","ContentProducer":"001191330600MA0000000X"}</TC260:AIGC>'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def _credentials() -> bytes:
    """A photo with an (empty) store of content credentials: a JPEG segment APP11."""
    data = _photo({0x010F: "LEICA"})
    box = struct.pack(">I4s", 24, b"jumb") + b"c2pa" + bytes(12)
    body = b"JP" + struct.pack(">HI", 1, 1) + box
    return data[:2] + b"\xff\xeb" + struct.pack(">H", len(body) + 2) + body + data[2:]


def _portrait(folder: Folder) -> None:
    folder.put("证件照/证件照.jpg", _photo({0x0131: "Adobe Photoshop 25.0 (Windows)"}))
    folder.put("职称证书/证书.jpg", _photo({0x010F: "EPSON", 0x0131: "EPSON Scan 2"}))
    form(folder, **SLOT)


VCODE = "A7PX4WY2N9KD6HR3"
CHSI = "https://www.chsi.com.cn/xlcx/bg.do?vcode="


def record(person: Person, code: str, shown: str = VCODE) -> bytes:
    """A 备案表 with a text layer and a code of drawn squares."""
    sheet = Sheet("tampered/record", (1240, 1100), vector=True)
    sheet.centre(100, "教育部学历证书电子注册备案表", 44)
    spaced = " ".join(shown[n : n + 4] for n in range(0, 16, 4))
    rows = (("姓名", person.name), ("学校名称", person.school), ("专业", person.major), ("在线验证码", spaced))
    for row, (label, value) in enumerate(rows):
        sheet.text((130, 230 + row * 80), f"{label}：{value}", 28)
    return Leaf(sheet, extra=_squares(code, sheet)).data


def _squares(text: str, sheet: Sheet, at: tuple[int, int] = (400, 600), side: int = 9) -> bytes:
    """The operators that draw a QR code."""
    code = np.asarray(cv2.QRCodeEncoder.create().encode(text))
    leaf = [
        f"{(at[0] + x * side) * 0.48:.2f} {(sheet.height - at[1] - (y + 1) * side) * 0.48:.2f} {side * 0.48} {side * 0.48} re"
        for y, x in zip(*np.nonzero(code == 0), strict=True)
    ]
    return f" 0 g {' '.join(leaf)} f".encode()


def _schooled(code: str) -> Build:
    def build(folder: Folder) -> None:
        folder.put("学历学位/备案表.pdf", record(WANG, code))
        form(folder)

    return build


def _numbered(payload: str) -> Build:
    def make() -> bytes:
        sheet = certificate()
        return Leaf(sheet, extra=_squares(payload, sheet, (850, 350))).data

    return titled(make)


REVISED, OVERLAY, METADATA, CODE = "tamper.pdf_revised", "tamper.pdf_overlay", "tamper.metadata", "tamper.qr_agrees"

CASES = (
    Case(REVISED, "fail", "number-retyped", "the number is another one since the file was first saved", titled(_retyped)),
    Case(REVISED, "fail", "date-covered", "a later save covers the date and prints another", titled(_covered_later)),
    Case(REVISED, "fail", "scan-replaced", "a scan whose number is another one in a later save", titled(_scan_replaced)),
    Case(REVISED, "pass", "highlighted", "saved again with a highlight", titled(_highlighted)),
    Case(REVISED, "pass", "form-filled", "an empty field of a form filled in", titled(_form_filled)),
    Case(REVISED, "pass", "sealed-scan", "an electronic seal placed on a scan", titled(_sealed_scan)),
    Case(REVISED, "pass", "metadata-only", "saved again with another title", titled(_metadata_only)),
    Case(REVISED, "pass", "blank-filled", "written where a blank was", titled(_blank_filled)),
    Case(REVISED, "pass", "page-appended", "a page added at the end", titled(_appended)),
    Case(REVISED, "unsure", "line-deleted", "a printed line is gone", titled(_deleted)),
    Case(REVISED, "unsure", "field-changed", "a field held another value", titled(lambda: _form_filled("12", "18"))),
    Case(REVISED, "unsure", "past-unreadable", "an earlier version that cannot be found", titled(_broken_past)),
    Case(OVERLAY, "fail", "number-retyped", "a white box over the number, another one on it", titled(_boxed)),
    Case(OVERLAY, "fail", "patched-scan", "a piece of another scan over a scan's number", titled(_patched_scan)),
    Case(OVERLAY, "pass", "redacted", "a white box and nothing on it", titled(_redacted)),
    Case(OVERLAY, "pass", "shaded", "a box beneath the text, a highlight above it", titled(_shaded)),
    Case(OVERLAY, "pass", "renumbered", "a page number covered by another", titled(_renumbered)),
    Case(OVERLAY, "pass", "sealed-scan", "an electronic seal on a scan", titled(_sealed_scan)),
    Case(OVERLAY, "unsure", "large", "half a page printed anew over the old one", titled(_large_cover)),
    Case(
        METADATA, "fail", "photoshop", "a scan that names Photoshop",
        titled(lambda: _photo({0x0131: "Adobe Photoshop 25.0 (Windows)"}), "证书.jpg"),
    ),
    Case(METADATA, "fail", "aigc-label", "a picture labelled as generated", titled(lambda: _photo({}, XMP.encode()), "证书.jpg")),
    Case(METADATA, "pass", "scanner-and-portrait", "a scanner's name, and Photoshop on the portrait", _portrait),
    Case(METADATA, "unsure", "content-credentials", "content credentials", titled(_credentials, "证书.jpg")),
    Case(CODE, "pass", "record-code", "leads to chsi.com.cn with the code on the page", _schooled(CHSI + VCODE)),
    Case(CODE, "pass", "bare-number", "the number that the page shows", _numbered(NUMBER)),
    Case(
        CODE, "fail", "look-alike", "leads to a host made to look like chsi.com.cn",
        _schooled(f"https://www.chsi.com.cn.xlcx-bg.com/bg.do?vcode={VCODE}"),
    ),
    Case(CODE, "fail", "anothers-code", "leads to another's record", _schooled(CHSI + "B3QZ8TM5C2VL7JE9")),
    Case(CODE, "fail", "another-number", "says another number than the page", _numbered(f"证书编号：{OTHER}")),
    Case(CODE, "unsure", "another-host", "leads to a host that is not known", _schooled(f"https://qr.example.net/{VCODE[:5]}")),
)  # fmt: skip
