"""Numbers of one applicant against the same numbers of others, and what makes sharing one legitimate. Rule XC-08."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rapidfuzz import fuzz

from checks.names import Level, compact
from checks.names import on_page as named_on
from checks.reuse_number import ALIKE, APART, READ, SAME
from checks.rows import plain
from verify.across import Doubt, Match, MatchKind, Whose
from verify.compare.namesakes import namesakes
from verify.compare.number_text import province
from verify.compare.pairs import order
from verify.model import Case
from verify.sketches import NumberSketch, StoredNumber

UNLIKE = 50.0
"""Names of awards that are less alike (0..100) are of different awards."""


ONE_PROVINCE = "只有一处在编号前写有省份简称，可能是同一编号，也可能是两个编号"
RECORD = "编号写在页边，或像是表单、记录、文件本身的编号（如 QR-HR-2018-07），同一格式的材料都有，可能不属个人"
EACH = "可能是同一奖项、同一班次或同一单位的编号，各人各有一份，不等于借用他人的证书"


def match_numbers(
    mine: Case,
    my_numbers: Iterable[NumberSketch],
    found: Iterable[StoredNumber],
    apart: Callable[[Whose], bool] = lambda _: False,
) -> tuple[Match, ...]:
    """What of `found` (others' numbers with the same folded form) is a case's own number: the best for each of theirs.

    `apart` says of whom it is sure that they are another person, of whatever name: by two ID numbers.
    """
    by_key: dict[str, list[NumberSketch]] = {}
    for number in my_numbers:
        by_key.setdefault(number.folded, []).append(number)
    best: dict[tuple[str, str | None, str], Match] = {}
    for other in found:
        for number in by_key.get(other.number.folded, ()):
            if _of_two_provinces(number.exact, other.number.exact):
                continue
            match = _match(mine, number, other, apart(other.whose))
            key = (other.whose.folder, other.whose.batch, number.folded)
            if key not in best or match.score > best[key].score:
                best[key] = match
    return tuple(sorted(best.values(), key=order))


def _match(mine: Case, number: NumberSketch, other: StoredNumber, apart: bool) -> Match:
    score, explained = _graded(mine, number, other, apart)
    what = f"{number.name}“{number.exact}”"
    return Match(
        MatchKind.NUMBER, what, number.shown, other.number.shown, other.whose, score=score, explained=explained
    )


def _graded(mine: Case, number: NumberSketch, other: StoredNumber, apart: bool) -> tuple[float, str | None]:
    """How surely one number has two persons, and what makes it legitimate."""
    theirs, together = other.number, _together(mine, number, other) if number.shared else "none"
    names = namesakes(mine.name, other.whose.name, apart)
    if names == "same":
        return SAME, "两人同名，应是同一人的另一次申报"
    if names == "two":
        return READ, Doubt.TWO_NUMBERS
    if together == "exact":
        return SAME, "材料上同时载有两人的姓名（如共同发明人、同一获奖团队、同一名单）"
    if third := _third(mine.name, number, other):
        return SAME, f"两份材料载明的都是“{third}”，不是申报人本人的（如推荐人、证明人的证书）"
    if number.kind != theirs.kind or _apart(number.of, theirs.of):
        return APART, None
    if number.exact != theirs.exact:
        return ALIKE, ONE_PROVINCE if province(number.exact) != province(theirs.exact) else None
    if number.record:
        return READ, RECORD
    surely = together == names == "none" and all(one.sure and one.own and one.shown.page for one in (number, theirs))
    if surely and number.each:
        return READ, EACH
    return (SAME if surely else READ), None


def _together(mine: Case, number: NumberSketch, other: StoredNumber) -> Level:
    """Whether both names stand with the number: among those kept of either side, or anywhere on this case's pages."""
    name = other.whose.name
    if compact(name) in number.people or compact(mine.name) in other.number.people:
        return "exact"
    files = next((i.documents for i in mine.items if number.shown.file in {d.file for d in i.documents}), None)
    documents = files or tuple(d for d in mine.documents if d.file == number.shown.file)
    seen = {named_on(name, page).level for document in documents for page in document.pages}
    return "exact" if "exact" in seen else "near" if "near" in seen else "none"


def _third(name: str, number: NumberSketch, other: StoredNumber) -> str | None:
    """Somebody else whose certificate lies in both folders."""
    two = {compact(name), compact(other.whose.name)}
    if number.own or other.number.own or not number.others:
        return None
    return next((one for one in number.people if one in other.number.people and one not in two), None)


def _of_two_provinces(one: str, other: str) -> bool:
    return bool(province(one)) and bool(province(other)) and province(one) != province(other)


def _apart(one: str | None, other: str | None) -> bool:
    return bool(one and other) and fuzz.ratio(plain(one or ""), plain(other or "")) < UNLIKE
