"""The smallest Word and OFD files that are what they say."""

from __future__ import annotations

import io
import zipfile

from scripts.fixturekit.folder import MIDNIGHT

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def _package(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, MIDNIGHT), '<?xml version="1.0" encoding="UTF-8"?>\n' + text)
    return out.getvalue()


def docx() -> bytes:
    """A Word file of one line."""
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    types = f'<Default Extension="rels" ContentType="{rels}"/>'
    types += f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/>'
    link = f'<Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/>'
    text = "<w:body><w:p><w:r><w:t>助理工程师证书</w:t></w:r></w:p></w:body>"
    return _package(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}">{text}</w:document>',
        }
    )


def ofd() -> bytes:
    """An OFD file without pages."""
    body = '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"><ofd:DocBody/></ofd:OFD>'
    return _package({"OFD.xml": body})
