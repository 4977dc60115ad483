"""Letters that look like others: of another alphabet, which browsers show in a forged host's name, and to a reader.

Unicode Technical Standard 39, confusables; here those of a lower case Latin letter or hyphen in Cyrillic and Greek.
"""

from __future__ import annotations

import unicodedata

_FOREIGN = {
    "а": "a", "ь": "b", "с": "c", "ԁ": "d", "е": "e", "ԍ": "g", "һ": "h", "і": "i", "ј": "j", "к": "k", "ӏ": "l", "м": "m",
    "п": "n", "о": "o", "р": "p", "ԛ": "q", "г": "r", "ѕ": "s", "т": "t", "ц": "u", "ѵ": "v", "ԝ": "w", "х": "x", "у": "y",
    "з": "3", "α": "a", "ϲ": "c", "ε": "e", "ι": "i", "κ": "k", "η": "n", "ν": "v", "ο": "o", "ρ": "p", "σ": "o", "τ": "t",
    "υ": "u", "ω": "w", "χ": "x", "γ": "y", "ı": "i", "ɡ": "g", "ɑ": "a", "ᴢ": "z", "ⅼ": "l",
}  # fmt: skip
_TABLE = str.maketrans(_FOREIGN)

LOOK_ALIKE = "".join(_FOREIGN) + "\u00df-\u024f\u1e00-\u1eff"
"""For a character class: letters of _FOREIGN, and Latin ones with marks (ẓ, ć)."""

_PAIRS = (("rn", "m"), ("vv", "w"))
_READ = str.maketrans({"0": "o", "1": "l", "i": "l", "2": "z", "5": "s", "8": "b", "9": "g", "q": "g"})


def latin(host: str) -> str:
    """A host as it looks: punycode decoded, marks and invisible characters taken off, foreign letters made Latin."""
    parts = unicodedata.normalize("NFKD", ".".join(map(_decoded, host.split("."))).lower())
    return "".join(c for c in parts if unicodedata.category(c) not in ("Mn", "Cf")).translate(_TABLE)


def as_read(host: str) -> str:
    """A host with the letters that readers, and people, take for one another made one: jst.2j.gov.cn is jst.zj.gov.cn."""
    for pair, one in _PAIRS:
        host = host.replace(pair, one)
    return host.translate(_READ)


def _decoded(label: str) -> str:
    if not label.startswith("xn--") or len(label) > 63:
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label
