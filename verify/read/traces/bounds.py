"""How much of a file's traces is looked at and kept, and the one way by which a text gets into them."""

from __future__ import annotations

from verify.mask import tidy

TEXT = 400
"""Characters kept of one text. A QR code holds up to 4,296."""

TAGS = 24
"""Software names kept of one file."""

METADATA_BYTES = 512_000
"""XMP looked at: a long editing history has 100 kB."""

REVISIONS = 16
"""Revisions compared with each other, the first and the last ones; a form saved by many hands has ten."""

CHAIN = 4_000
"""Links of cross-reference tables followed."""

PAGES = 600
"""Pages read to compare revisions, all revisions together."""

PICTURES = 60
"""Scanned pages that differ and are drawn twice to be compared, all revisions together."""

LOOKS = 120
"""Pages with a text layer that are drawn twice, small, to see whether anything differs, all revisions together."""

CHANGES = 40
"""Changed lines kept of one revision."""

GLYPHS = 20_000
"""Characters of one page, and objects of one page, that are looked at; a drawing's page has some thousand."""

LETTERS = 400_000
"""Characters read to compare revisions, all pages together."""

COVERS = 60
"""Boxes and pictures over text that are looked at in one file: each costs a drawing of its page."""

OVERLAYS = 40
"""Overlays kept of one file."""

EARLIER = 12
"""Pictures kept of what stood there before, in one file; each costs a drawing of its page."""

CODES = 12
"""Codes kept of one page."""

FIELDS = 500
"""Fields of a form, and signatures times ten."""


def kept(text: str, size: int = TEXT) -> str:
    """A text from outside, cut, cleaned and with ID numbers masked; cut again, since masking may lengthen it."""
    cut = text[: 4 * size].replace("\n", " ")
    return tidy(cut).replace("\n", " ").strip()[:size]
