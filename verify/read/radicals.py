"""The ideographs that a text layer gives as radicals: a font's one glyph for both, as browsers print 角色 as ⻆⾊.

NFKC unifies the Kangxi radicals; of the CJK Radicals Supplement (U+2E80–2EFF) it leaves all but two. Here those that look
the same as an ideograph, by Unicode's EquivalentUnifiedIdeograph.txt.
"""

from __future__ import annotations

_ALIKE = (
    "⺁厂⺇几⺓幺⺠民⺩王⺬示⺯糸⺻聿⺽臼⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟"
    "⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟"
)  # fmt: skip
_UNIFIED = str.maketrans(dict(zip(_ALIKE[::2], _ALIKE[1::2], strict=True)))


def unified(text: str) -> str:
    """A text with ideographs for the radicals that look like them."""
    return text.translate(_UNIFIED)
