"""No certificate's or patent's number is also another person's: rule XC-08. What was compared stands in `case.across`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

from checks.check import Params, failed, na, passed, unsure
from checks.reuse_words import grouped, others, several, shown, subject_of
from checks.rows import plain
from verify.across import Match, MatchKind
from verify.finding import Observation
from verify.model import Case, Slot

SUBJECT = "证书编号"

SAME = 1.0
"""Score of numbers that are equal, both read surely and each with its own applicant's name."""

READ = 0.9
"""Of equal numbers of which one was read once from a picture, only typed, or stands on a page without its applicant's name."""

ALIKE = 0.8
"""Of numbers that are equal but for characters that readers confuse."""

APART = 0.5
"""Of equal numbers of what seem different things, each numbered by its own issuer."""


CROWDED = "相同；同一单位不少于 {} 人的材料上是这一编号，多半是单位、课程、项目或文件的编号，也可能几人用了同一份证书"
"""Why a number that a whole unit has accuses nobody by itself."""


class Kind(BaseModel):
    """A kind of number that is one person's: `labels` before it, in which `slots`; `name` is what a message calls it.

    With `shared` it may belong to several together, whom `people` label lists of; with `each`, each of those may have a
    paper of their own that names nobody else: one number under two names accuses nobody. With `others` somebody else's may
    rightly lie in the slots (a recommender's). `form` is the list of the form that has it too; `patent`: of what form
    it is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    slots: tuple[Slot, ...]
    labels: tuple[str, ...]
    people: tuple[str, ...] = ()
    shared: bool = False
    each: bool = False
    others: bool = False
    patent: bool = False
    form: Literal["patents", "awards"] | None = None


class CertificateNumber(Params):
    """`kinds` by their id, which the store keeps; `never`: words which before a label make it a thing's number; `leads`:
    which may stand before one and leave it a person's. `units`: words in the heading of a unit's certificate, whose
    numbers are nobody's. `crowd`: so many people of one unit with one number hardly all use another's certificate.

    `records`: words on the line of a form's own number, `codes` with which one begins (QR-HR-2018-07), `margin`: a share of
    the page's height, at its head and foot, where one stands. Such a number accuses nobody.

    `holders`: labels before a holder's name. `least`: characters that a number has at least. `sure`: confidence from
    which on a number read from pictures is taken at its word, where two places or its check digit bear it out.
    """

    kinds: dict[str, Kind]
    never: tuple[str, ...]
    leads: tuple[str, ...]
    units: tuple[str, ...]
    crowd: int
    records: tuple[str, ...]
    codes: tuple[str, ...]
    margin: float
    holders: tuple[str, ...]
    least: int
    sure: float


def certificate_number(case: Case, params: CertificateNumber) -> Iterable[Observation]:
    """One observation a number that another has too; else one that says with how many nothing was in common."""
    if case.across is None:
        return [na(SUBJECT, "单独核对一人，未与其他申报人比对。")]
    if not case.across.compared:
        return [na(SUBJECT, "没有其他申报人可供比对。")]
    matches = case.across.of(MatchKind.NUMBER)
    crowded = _crowded(case, matches, params.crowd)
    found = grouped(matches, lambda match: _level(match, params.crowd if match.what in crowded else 0))
    if found:
        return [_observed(case, level, group) for level, group in found]
    text = "没有发现本人的证书、专利等编号与其他申报人相同；没有读出的编号未能比对。"
    return [passed(SUBJECT, text)]


def _crowded(case: Case, matches: Iterable[Match], crowd: int) -> set[str]:
    """The numbers that so many people of one unit have."""
    mine = plain(case.form.employer.name or "")
    units: dict[str, set[tuple[str, str | None, str]]] = {}
    for match in matches:
        if match.score >= READ:
            unit, whose = plain(match.whose.employer or ""), match.whose
            units.setdefault(match.what, {("", None, mine)}).add((whose.folder, whose.batch, unit))
    most = {what: Counter(unit for _, _, unit in people if unit) for what, people in units.items()}
    return {what for what, counted in most.items() if max(counted.values(), default=0) >= crowd}


def _level(match: Match, crowd: int) -> str:
    """What a match amounts to: "pass", "fail", or why it is in doubt; `crowd`: a number that so many of a unit have."""
    if match.score < SAME:
        return _doubt(match)
    if match.explained:
        return "pass"
    return CROWDED.format(crowd) if crowd else "fail"


def _observed(case: Case, level: str, group: list[Match]) -> Observation:
    match, subject = group[0], subject_of(case, group[0], SUBJECT)
    if level == "pass":
        text = f"{match.what}也出现在{others(group)}的材料中，但{match.explained}，属正常情况。"
        return passed(subject, text, *shown(group))
    if level == "fail":
        theirs = "这可能本是单位、项目或培训班的编号，不属个人；也" if several(group) else ""
        text = (
            f"{match.what}也是{others(group)}的编号，各份材料载有各自的姓名。{theirs}可能是误传、误填，或同一人改名，"
            "也可能有一份被改动，请比对原件，并向发证机构查询编号属于谁。"
        )
        return failed(subject, text, *shown(group), expected="编号不与他人相同", found=match.what)
    text = f"{match.what}与{others(group)}的编号{level}。请比对各件原件。"
    return unsure(subject, text, *shown(group), found=match.what)


def _doubt(match: Match) -> str:
    if match.explained:
        return f"相同，但{match.explained}"
    if match.score >= READ:
        return (
            "相同，但有一处只是填报、扫描件上只读到一次（数字可能误读）、页面上没有读到本人姓名，或两人姓名相近，"
            "也可能是共同取得、同一人或第三人的证书"
        )
    if match.score >= ALIKE:
        return "只差容易认错的字符（如 0 与 O、1 与 I），可能是同一编号，也可能是不同编号"
    return "相同，但证书种类或奖项不同，可能是各自编的号"
