"""Is a file or page of this applicant also another's? XC-08. What was compared, and how, is in verify/compare/."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Literal

from checks.check import Params, failed, na, passed, unsure
from checks.rows import plain
from verify.across import Across, Match, MatchKind
from verify.compare.page_sketch import sketch
from verify.compare.reasons import Doubt, Reason
from verify.model import Case, Evidence, Observation, Outcome, Slot

ReasonName = Literal["both_named", "co_authors", "shared_work", "common", "public"]

_Grade = Callable[[Match], Outcome]

ALONE = "单独核对一人，未与其他申报人比对"
SHOWN = 8
"""Differing places named as evidence."""
BENIGN = "可能是共同参与、同一单位统一扫描或误传，不等于造假"
NEXT = "请并排打开双方材料，核对原件，并向双方单位和出具单位核实"


class File(Params):
    """`slots`: those whose files are one person's or one work's; `accepted`: what makes a shared file legitimate."""

    slots: tuple[Slot, ...]
    accepted: tuple[ReasonName, ...]


class Page(File):
    """`similarity`: from which on (0..1) pages are shown; `series`: slots where several people rightly have alike ones."""

    similarity: float
    series: tuple[Slot, ...]


def file(case: Case, params: File) -> Iterable[Observation]:
    """reuse.file: no file of this applicant is another applicant's, byte for byte."""
    across = case.across
    if across is None or not across.compared:
        return [_nothing("各文件", across)]
    slots = _slots(case)
    mine = [match for match in across.of(MatchKind.FILE) if slots.get(match.mine.file) in params.slots]
    seen = _observations(mine, lambda match: _outcome(match, params, series=False))
    message = f"与{_others(across)}的文件逐字节比对，没有发现相同的文件。重新扫描或另存过的不在此项"
    return seen or [passed("各文件", message)]


def page(case: Case, params: Page) -> Iterable[Observation]:
    """reuse.page: no page is another applicant's, re-scanned, cropped or re-saved; a picture without text neither."""
    across = case.across
    if across is None or not across.compared:
        return [_nothing("各页", across)]
    slots = _slots(case)
    whole = {(match.mine.file, match.whose) for match in across.of(MatchKind.FILE)}
    close = [match for match in across.of(MatchKind.PAGE) if match.score >= params.similarity]
    mine = [
        match
        for match in (*close, *across.of(MatchKind.PHOTO))
        if slots.get(match.mine.file) in params.slots and (match.mine.file, match.whose) not in whole
    ]
    seen = _observations(mine, lambda match: _outcome(match, params, slots[match.mine.file] in params.series))
    return seen or [_no_page(case, across, params)]


def _no_page(case: Case, across: Across, params: Page) -> Observation:
    documents = [document for document in case.documents if document.slot in params.slots]
    pages, compared = sum(len(d.pages) for d in documents), sum(len(sketch(d)) for d in documents)
    if not compared:
        return na("各页", f"{pages} 页材料文字都太少，没有比对")
    whole = "（整份相同的文件见“文件未与他人重复”）" if across.of(MatchKind.FILE) else ""
    few = f"；另有 {pages - compared} 页文字太少，没有比对" if pages > compared else ""
    return passed(
        "各页", f"{compared} 页材料与{_others(across)}的页面比对，没有发现相同的页面{whole}{few}。这不说明材料真实"
    )


def _nothing(subject: str, across: Across | None) -> Observation:
    return na(subject, ALONE if across is None else "没有其他申报人可以比对")


def _slots(case: Case) -> dict[str, Slot]:
    return {document.file: document.slot for document in case.documents}


def _others(across: Across) -> str:
    earlier = f"（其中 {across.earlier} 名在以前批次）" if across.earlier else ""
    return f"其他 {across.compared} 名申报人{earlier}"


def _outcome(match: Match, params: File, series: bool) -> Outcome:
    if match.explained is None:
        return Outcome.UNSURE if series and match.kind is MatchKind.PAGE else Outcome.FAIL
    accepted = {Reason[name.upper()].value for name in params.accepted}
    return Outcome.PASS if match.explained in accepted else Outcome.UNSURE


def _observations(matches: Sequence[Match], grade: _Grade) -> list[Observation]:
    """One observation for each file, person and outcome, whatever the number of pages."""

    def key(match: Match) -> tuple[str, str, str, str]:
        return match.mine.file, match.whose.batch or "", match.whose.folder, grade(match).value

    return [_observation(list(group), grade) for _, group in groupby(sorted(matches, key=key), key=key)]


def _observation(matches: list[Match], grade: _Grade) -> Observation:
    first = max(matches, key=lambda match: match.score)
    outcome = grade(first)
    say = {Outcome.PASS: passed, Outcome.UNSURE: unsure, Outcome.FAIL: failed}[outcome]
    message = f"{_alike(matches, first)}。{_why(first, outcome)}"
    return say(first.mine.file, message, *_evidence(matches), found=_theirs(first))


def _alike(matches: list[Match], first: Match) -> str:
    several = f"等 {len(matches)} 页" if len(matches) > 1 else ""
    how = {
        MatchKind.FILE: "与对方的文件逐字节相同",
        MatchKind.PHOTO: "与对方的图片画面相同",
    }.get(first.kind, f"与对方页面的文字高度相似（相似度 {first.score:.2f}）")
    return f"{first.what}{several}{how}：对方是{_whose(first)}，文件“{first.theirs.file}”{_number(first.theirs)}"


def _whose(match: Match) -> str:
    whose = match.whose
    details = "，".join(part for part in (whose.employer, whose.batch and f"批次 {whose.batch}") if part)
    return f"“{whose.name}”" + (f"（{details}）" if details else "")


def _number(evidence: Evidence) -> str:
    return f"第 {evidence.page} 页" if evidence.page else ""


def _why(match: Match, outcome: Outcome) -> str:
    if outcome is Outcome.PASS:
        return f"{match.explained}，不作为问题"
    if outcome is Outcome.FAIL:
        return f"{_changed(match)}{BENIGN}。{NEXT}"
    known = match.explained in {*Reason, *Doubt}
    reason = f"{match.explained}。" if known else "几个人可以各有内容相同的证明，只看文字分不清是否同一份。"
    return f"{reason}{NEXT}"


def _changed(match: Match) -> str:
    """What was seen of the names; a match that nothing explains has one person's name where the other's is."""
    if not match.mine.text:
        return ""
    if plain(match.whose.name) in plain(match.mine.text):
        return f"材料上是“{match.whose.name}”的姓名，没有读到申报人的。"
    return f"申报人姓名处，对方页面写的是“{match.whose.name}”；不同之处已框出（其中可能有识别差异）。"


def _evidence(matches: list[Match]) -> list[Evidence]:
    """Mine alone: the other's file is not in this folder."""
    shown = [match.mine for match in matches]
    places = [Evidence(m.mine.file, m.mine.page, box) for m in matches for box in m.differing if box != m.mine.box]
    return [*shown, *places[:SHOWN]]


def _theirs(match: Match) -> str:
    excerpt = f"：{match.theirs.text}" if match.theirs.text else ""
    return f"{match.whose.folder}/{match.theirs.file}{_number(match.theirs)}{excerpt}"
