"""The verifier's signature of a sign-off: rule VO-02."""

from __future__ import annotations

import re

from checks import names
from checks.days import without_dates
from checks.name_words import AFTER, BEFORE, NEVER, TASKS, WORDS
from checks.pages import at, beside, marks, marks_by, overlap, read_well, right_below, swollen
from checks.rows import plain
from checks.signoff_parts import Part, Signed, Verified, distance, is_close, on_one_row, seal_is_close, unread
from verify.page import Box, Word

_SIGNED = re.compile(
    r"^[^\u4e00-\u9fff\u3400-\u4dbf]*([\u4e00-\u9fff\u3400-\u4dbf]+?)(?:$|[^\u4e00-\u9fff\u3400-\u4dbf]|验证|核对|审核|时间|日期|单位|盖|签)"
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[a-z][a-z.·'-]{2,30}")
_ROLES = sorted((word for word in {*AFTER, *BEFORE, *TASKS} if len(word) > 1), key=len, reverse=True)


def signature(signed: Signed, params: Verified) -> Part:
    """VO-02: a name or pen strokes beside a label or by the phrase; that it is not the applicant's own is our concern."""
    page, box = signed.page, signed.hit.word.box
    places = [place for place in beside(page, params.signer_labels) if is_close(box, place[0].box, params.reach, page)]
    labelled = [value for _, value in places if value]
    near = [word for word in (*page.words, *page.second) if is_close(box, word.box, params.reach, page)]
    near.sort(key=distance(box))
    signers = [(word, name) for word in labelled if (name := _signer(word, beside_label=True))]
    signers += [(word, name) for word in near if _by(box, word.box) and (name := _signer(word))]
    others = [word for word, name in signers if names.compact(name) != names.compact(signed.case.name)]
    if written := [word for word in others if not _printed(signed, word)]:
        return Part("there", "", at(signed.document, page, written[0]))
    if others and not _pen(signed, (box, *(label.box for label, _ in places)), params):
        return Part("doubtful", "验证人姓名是打印的，没有见到手写签名", at(signed.document, page, others[0]))
    if others:
        return Part("there", "", at(signed.document, page, others[0]))
    if signers:
        return Part("doubtful", "验证人签名似为申报人本人", at(signed.document, page, signers[0][0]))
    here = at(signed.document, page, signed.hit.word)
    areas = (box, *(label.box for label, _ in places))
    if any(set(marks(page)) & set(marks_by(page, area)) for area in areas):
        return Part("there", "", here)
    if any(swollen(page, label) for label, _ in places) or _hidden(signed, areas, labelled, near, params):
        return Part("doubtful", "验证人签名不易辨认", here)
    return Part("missing", "缺验证人签名")


def _printed(signed: Signed, word: Word) -> bool:
    """Whether a line is type of a text layer, and not a picture of writing: read from ink, no line is wholly sure."""
    return signed.page.source == "text" and word.confidence >= 1.0


def _pen(signed: Signed, areas: tuple[Box, ...], params: Verified) -> bool:
    """Whether anything by the phrase or a label may be a signature: a drawn line that was read, ink that was not.

    Neither the phrase itself is one, which is often a stamp, nor figures, nor what is read within a seal.
    """
    page, phrase = signed.page, signed.hit.word.box
    drawn = [w for w in page.words if not _printed(signed, w) and w.box != phrase and not _figures(w.text)]
    drawn = [w for w in drawn if not any(overlap(w.box, seal.box) for seal in page.seals)]
    return any(is_close(area, w.box, params.reach, page) for area in areas for w in drawn) or any(
        marks_by(page, area) for area in areas
    )


def _hidden(signed: Signed, areas: tuple[Box, ...], labelled: list[Word], near: list[Word], params: Verified) -> bool:
    """Whether a signature may stand there that was not read as one: ink in a seal, a personal seal, a strange name."""
    page = signed.page
    if not read_well(page) or any(marks_by(page, area) for area in areas) or unread(page, areas[0], params.reach):
        return True
    close = [seal for seal in page.seals if seal_is_close(areas[0], seal.box, page)]
    if any(_personal(text) for seal in close for text in (seal.title, *seal.texts)):
        return True
    return any(not _figures(word.text) for word in labelled) or any(_strange(w, signed, params) for w in near)


def _signer(word: Word, beside_label: bool = False) -> str | None:
    """The name with which a line begins, or None; beside a label any two to four characters are one, rare or misread."""
    found = _SIGNED.match(plain(word.text))
    if not found or found[1].startswith(WORDS):
        return None
    written = beside_label and 2 <= len(found[1]) <= 4 and not any(known in found[1] for known in NEVER)
    return found[1] if written or names.looks_like_name(found[1]) else None


def _strange(word: Word, signed: Signed, params: Verified) -> bool:
    """Whether a line holds something as short as a name that is neither a form's word nor the applicant."""
    text = plain(word.text)
    if _LATIN.fullmatch(text):
        return True
    known = (*params.phrases, *params.weaker, *params.signer_labels, *params.date_labels, signed.case.name)
    for part in sorted(map(plain, known), key=len, reverse=True):
        text = text.replace(part, " ")
    runs = (_stripped(run) for run in _HAN.findall(without_dates(text)))
    return any(1 <= len(run) <= 4 and not _is_form_word(run) for run in runs)


def _stripped(run: str) -> str:
    """A run of characters without the roles at either end: 项目经理李明 is 李明."""
    for role in _ROLES:
        run = run.removeprefix(role).removesuffix(role)
    return run


def _is_form_word(run: str) -> bool:
    return run.startswith(WORDS) or any(known in run for known in NEVER) or set(run) <= set("年月日第页共章盖签")


def _personal(text: str) -> bool:
    """Whether a seal's text is a person's: 李明之印, 李明印, 李明."""
    bare = re.sub(r"(之)?印(章)?$", "", plain(text))
    return (names.looks_like_name(bare) and not bare.startswith(WORDS)) or (
        plain(text).endswith("之印") and len(bare) <= 4
    )


def _by(phrase: Box, box: Box) -> bool:
    return on_one_row(phrase, box) or right_below(phrase, box)


def _figures(text: str) -> bool:
    return set(plain(text)) <= set("0123456789年月日.-/:〇一二三四五六七八九十")
