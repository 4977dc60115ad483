"""The date of a sign-off: rule VO-03."""

from __future__ import annotations

import re

from checks import names
from checks.days import like_a_date, loose_dates_in, without_dates, without_figures
from checks.pages import at, dates, lines
from checks.rows import plain
from checks.signoff_order import disorder
from checks.signoff_parts import Part, Signed, Verified, distance, is_close, unread
from verify.page import Word


def date(signed: Signed, params: Verified) -> Part:
    """VO-03: a date of its own near the phrase; what may be one is a person's to read."""
    page, box = signed.page, signed.hit.word.box
    full = sorted((w for _, w in dates(page) if is_close(box, w.box, params.reach, page)), key=distance(box))
    near = sorted((w for w in lines(page) if is_close(box, w.box, params.reach, page)), key=distance(box))
    own = [word for word in full if _is_bare(without_dates(_rest(word, params)))]
    own = own or [word for word in near if _is_loose(word, params)]
    if own:
        # A page may have a bare date of its own close by: the sign-off's is doubted only where none of them can be it.
        told = [(disorder(signed, word, params), word) for word in own]
        why, word = next((one for one in told if not one[0]), told[0])
        return Part("doubtful" if why else "there", why, at(signed.document, page, word))
    if full or any(_may_be(word, params) for word in near) or unread(page, box, params.reach):
        return Part("doubtful", "签署旁没有读到完整的验证时间", at(signed.document, page, signed.hit.word))
    return Part("missing", "缺验证时间")


def _rest(word: Word, params: Verified) -> str:
    """A line without the words that a sign-off has: not 取得资格时间：2018年…."""
    rest = plain(word.text)
    for known in sorted((*params.phrases, *params.signer_labels, *params.date_labels), key=len, reverse=True):
        rest = rest.replace(plain(known), "")
    return rest


def _is_bare(rest: str) -> bool:
    rest = _han(rest)
    return not rest or names.looks_like_name(rest)


def _is_loose(word: Word, params: Verified) -> bool:
    """Whether a line is an unusually written date and nothing else: no number of a drawing, no row of figures."""
    return len(loose_dates_in(word.text)) == 1 and bool(
        re.fullmatch(r"[\d年月日、,·—–_。:]{6,12}", _rest(word, params))
    )


def _may_be(word: Word, params: Verified) -> bool:
    """Whether a line is perhaps a date badly written or read, or a place for one that no reader filled."""
    text, rest = plain(word.text), _rest(word, params)
    labelled = any(plain(label) in text for label in params.date_labels)
    return (labelled or like_a_date(text)) and _is_bare(without_figures(rest)) and not re.search("[a-km-np-z]", rest)


def _han(text: str) -> str:
    return "".join(char for char in text if "\u3400" <= char <= "\u9fff")
