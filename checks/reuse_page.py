"""Is a file or page of this applicant also another's? XC-08. The run says what was compared (`Case.across`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Literal

from pydantic import Field

from checks.check import Params, failed, na, passed, unsure
from checks.reuse_page_words import alike, evidence, theirs, why
from verify.across import PORTRAITS, Across, Match, MatchKind, Reason
from verify.finding import Observation, Outcome
from verify.model import Case, Slot

ReasonName = Literal["both_named", "co_authors", "shared_work", "common", "impersonal", "public", "letter"]

_Grade = Callable[[Match], Outcome]

ALONE = "单独核对一人，未与其他申报人比对"


class File(Params):
    """`slots`: those whose files are one person's or one work's; `accepted`: what makes a shared file legitimate.

    `lists`: words in the heading of a list of people, of whom it has `listed` at least; `notices`: of a unit's notice.
    """

    slots: tuple[Slot, ...]
    accepted: tuple[ReasonName, ...]
    lists: tuple[str, ...]
    listed: int
    notices: tuple[str, ...]


class Page(File):
    """`similarity`: from which on (0..1) pages are shown; `series`: slots where several people rightly have alike ones.
    `photo_similarity`: from which on (0..1, share of equal bits of PDQ hashes) a picture without text is a doubt;
    `photo_copy`: from which on, in its least alike part too, an ID photo is another's.

    Pages of these are compared with no fewer than `few` other applicants: among two, all of a form's print is shared.
    `uniform`: slots whose text a unit may write for all; `amounts`: so many in common are a person's own work.
    """

    similarity: float = Field(gt=0, le=1)
    photo_similarity: float = Field(gt=0, le=1)
    photo_copy: float = Field(gt=0, le=1)
    series: tuple[Slot, ...]
    few: int
    uniform: tuple[Slot, ...]
    amounts: int


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
    if across.compared < params.few:
        close = [match for match in close if slots.get(match.mine.file) not in params.series]
    photos = [match for match in across.of(MatchKind.PHOTO) if match.score >= params.photo_similarity]
    mine = [
        match
        for match in (*close, *photos)
        if slots.get(match.mine.file) in params.slots and (match.mine.file, match.whose) not in whole
    ]
    seen = _observations(mine, lambda match: _page_outcome(match, params, slots))
    return seen or [_no_page(case, across, params)]


def _no_page(case: Case, across: Across, params: Page) -> Observation:
    thin = {(place.file, place.page) for place in across.thin}
    pages = [
        (d.slot, (d.file, page.number) in thin) for d in case.documents if d.slot in params.slots for page in d.pages
    ]
    little = sum(is_thin for _, is_thin in pages)
    few = sum(slot in params.series for slot, is_thin in pages if not is_thin) if across.compared < params.few else 0
    thin_told = f"{little} 页可比对的文字太少（空白页、图片，或去掉很多人都有的格式文字后所剩无几）"
    few_told = f"{few} 页属于几个人可以各有相同证明的栏目而其他申报人少于 {params.few} 名"
    left = "，".join(told for count, told in ((little, thin_told), (few, few_told)) if count)
    compared = len(pages) - little - few
    if not compared:
        return na("各页", f"{left}，没有比对文字" if left else "没有材料页面可以比对")
    whole = "（整份相同的文件见“文件未与他人重复”）" if across.of(MatchKind.FILE) else ""
    rest = f"；另有 {left}，没有比对文字" if left else ""
    return passed(
        "各页", f"{compared} 页材料与{_others(across)}的页面比对，没有发现相同的页面{whole}{rest}。这不说明材料真实"
    )


def _nothing(subject: str, across: Across | None) -> Observation:
    return na(subject, ALONE if across is None else "没有其他申报人可以比对")


def _slots(case: Case) -> dict[str, Slot]:
    return {document.file: document.slot for document in case.documents}


def _others(across: Across) -> str:
    earlier = "，含以前批次" if across.earlier else ""
    return f"其他申报人（不少于 {across.compared} 名{earlier}）"


def _outcome(match: Match, params: File, series: bool) -> Outcome:
    if match.explained is None:
        return Outcome.UNSURE if series and match.kind is MatchKind.PAGE else Outcome.FAIL
    accepted = {Reason[name.upper()].value for name in params.accepted}
    return Outcome.PASS if match.explained in accepted else Outcome.UNSURE


def _page_outcome(match: Match, params: Page, slots: dict[str, Slot]) -> Outcome:
    if match.kind is not MatchKind.PHOTO:
        return _outcome(match, params, slots[match.mine.file] in params.series)
    portraits = match.what == PORTRAITS and match.explained is None
    copied = match.parts is not None and match.parts >= params.photo_copy
    return Outcome.FAIL if portraits and copied else Outcome.UNSURE


def _observations(matches: Sequence[Match], grade: _Grade) -> list[Observation]:
    """One observation for each file, person and outcome, whatever the number of pages.

    What is explained alike is told once of all with whom it is shared: a unit's notice is in a hundred folders.
    """

    def key(match: Match) -> tuple[str, str, str, str]:
        outcome = grade(match)
        if outcome is Outcome.PASS or (outcome is Outcome.UNSURE and match.kind is MatchKind.FILE):
            return match.mine.file, "", "", f"{outcome.value} {match.explained}"
        return match.mine.file, match.whose.batch or "", match.whose.folder, outcome.value

    return [_observation(list(group), grade) for _, group in groupby(sorted(matches, key=key), key=key)]


def _observation(matches: list[Match], grade: _Grade) -> Observation:
    first = max(matches, key=lambda match: match.score)
    outcome = grade(first)
    say = {Outcome.PASS: passed, Outcome.UNSURE: unsure, Outcome.FAIL: failed}[outcome]
    message = f"{alike(matches, first)}。{why(first, outcome)}"
    return say(first.mine.file, message, *evidence(matches), found=theirs(first))
