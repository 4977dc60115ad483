"""reuse.file and reuse.page: what is said of the matches that were found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.checks.build import case, document, observe, outcomes, page
from verify.across import Across, Doubt, Match, MatchKind, Reason, Whose
from verify.finding import Evidence
from verify.model import Case, Slot

LI = Whose("002_李沛然", "李沛然", "绍兴槐屿建设有限公司")
PROSE = "全年完成预制叠合板安装一千二百六十块，一次验收合格率百分之九十八，套筒灌浆检测四十五组全部合格，节约工期十二天"
FORM, PHOTO, DIPLOMA = "年度考核/a.jpg", "证件照/a.jpg", "学历学位/a.jpg"
PROMISE = "承诺书/a.jpg"
NAME = Evidence(FORM, 1, (100, 200, 300, 230), "姓名：王建国", 0.98)


def match(kind: MatchKind = MatchKind.PAGE, file: str = FORM, **more: Any) -> Match:
    given = {
        "what": "年度考核材料",
        "mine": Evidence(file, 1),
        "theirs": Evidence("考核/b.jpg", 2),
        "whose": LI,
        "score": 0.6,
    }
    return Match(kind, **(given | more))


def having(*matches: Match, compared: int = 30, earlier: bool = False, thin: tuple[str, ...] = ()) -> Case:
    documents = (
        document(FORM, Slot.ASSESSMENT, page(PROSE)),
        document(PHOTO, Slot.PHOTO),
        document(DIPLOMA, Slot.EDUCATION, page("毕业证书")),
        document(PROMISE, Slot.COMMITMENT, page(PROSE)),
    )
    places = tuple(Evidence(file, 1) for file in thin)
    return replace(case(*documents), across=Across(compared, earlier, matches, thin=places))


@pytest.mark.parametrize("id", ["reuse.file", "reuse.page"])
@pytest.mark.parametrize(
    ("across", "why"), [(None, "单独核对一人，未与其他申报人比对"), (Across(), "没有其他申报人可以比对")]
)
def test_nothing_to_compare_with(id: str, across: Across | None, why: str) -> None:
    ((outcome, message),) = [(o.outcome, o.message) for o in observe(id, replace(having(), across=across))]
    assert (outcome, message) == ("na", why)


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (match(), [("fail", FORM)]),
        (match(score=0.2), [("fail", FORM)]),
        (match(score=0.19), [("pass", "各页")]),
        (match(explained=Doubt.UNREAD), [("unsure", FORM)]),
        (match(explained=Reason.BOTH_NAMED), [("pass", FORM)]),
        (match(file=DIPLOMA), [("unsure", DIPLOMA)]),
        (match(file=PROMISE), [("pass", "各页")]),
        (match(MatchKind.PHOTO, PHOTO, score=1.0), [("unsure", PHOTO)]),
        (match(MatchKind.PHOTO, DIPLOMA, score=1.0), [("unsure", DIPLOMA)]),
        (match(MatchKind.PHOTO, PHOTO, score=0.879), [("unsure", PHOTO)]),  # 31 of 256 bits differ
        (match(MatchKind.PHOTO, PHOTO, score=0.875), [("pass", "各页")]),
        (match(MatchKind.SEAL), [("pass", "各页")]),
    ],
)
def test_pages(one: Match, found: list[tuple[str, str]]) -> None:
    assert outcomes("reuse.page", having(one)) == found


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (match(MatchKind.FILE), [("fail", FORM)]),
        (match(MatchKind.FILE, DIPLOMA), [("fail", DIPLOMA)]),
        (match(MatchKind.FILE, explained=Doubt.MINE), [("unsure", FORM)]),
        (match(MatchKind.FILE, explained=Reason.SHARED_WORK), [("pass", FORM)]),
        (match(MatchKind.FILE, PROMISE), [("pass", "各文件")]),
        (match(), [("pass", "各文件")]),
    ],
)
def test_files(one: Match, found: list[tuple[str, str]]) -> None:
    assert outcomes("reuse.file", having(one)) == found


def test_proofs_that_many_have_are_not_compared_among_few() -> None:
    few = having(match(file=DIPLOMA), match(MatchKind.PHOTO, PHOTO, score=1.0), compared=4)
    assert outcomes("reuse.page", few) == [("unsure", PHOTO)]
    assert outcomes("reuse.page", few, few=4) == [("unsure", DIPLOMA), ("unsure", PHOTO)]


def test_an_office_may_ask_for_nearer_pictures() -> None:
    photo = having(match(MatchKind.PHOTO, PHOTO, score=0.9))
    assert outcomes("reuse.page", photo) == [("unsure", PHOTO)]
    assert outcomes("reuse.page", photo, photo_similarity=0.95) == [("pass", "各页")]


@pytest.mark.parametrize(
    ("what", "explained", "parts", "outcome"),
    [
        ("证件照", None, 0.90, "fail"),
        ("证件照", None, 0.88, "fail"),
        ("证件照", None, 0.87, "unsure"),
        ("证件照", None, None, "unsure"),
        ("证件照", Doubt.NAMESAKE, 0.90, "unsure"),
        ("证件照", Doubt.NEAR_NAME, 0.90, "unsure"),
        ("图片", None, 0.99, "unsure"),
        ("图片（一处为证件照）", None, 0.99, "unsure"),
    ],
)
def test_only_one_id_photo_of_two_people_alike_in_every_part_accuses(
    what: str, explained: Doubt | None, parts: float | None, outcome: str
) -> None:
    photo = replace(match(MatchKind.PHOTO, PHOTO, score=0.95), what=what, parts=parts, explained=explained)
    (seen,) = observe("reuse.page", having(photo))
    assert seen.outcome.value == outcome
    assert ("同一张照片" in seen.message) == (outcome == "fail")


def test_a_reason_that_the_notice_does_not_accept_is_for_a_person() -> None:
    one = having(match(explained=Reason.COMMON))
    assert outcomes("reuse.page", one) == [("pass", FORM)]
    assert outcomes("reuse.page", one, accepted=("co_authors",)) == [("unsure", FORM)]


def test_letters_of_two_colleagues_are_the_notices_to_accept() -> None:
    one = having(match(explained=Reason.LETTER))
    assert outcomes("reuse.page", one) == [("unsure", FORM)]
    assert outcomes("reuse.page", one, accepted=("letter",)) == [("pass", FORM)]


def test_a_page_of_a_file_that_is_the_same_throughout_is_told_once() -> None:
    assert outcomes("reuse.page", having(match(MatchKind.FILE), match())) == [("pass", "各页")]


def test_several_pages_of_one_file_are_one_finding() -> None:
    pages = [match(mine=Evidence(FORM, number), score=number / 10) for number in (3, 4, 5)]
    (seen,) = observe("reuse.page", having(*pages))
    assert "等 3 页" in seen.message
    assert "50% 相同" in seen.message
    assert [one.page for one in seen.evidence if one.file == FORM] == [3, 4, 5]


def test_the_message_names_the_other_the_name_and_the_next_step() -> None:
    (seen,) = observe("reuse.page", having(match(mine=NAME, differing=((1, 2, 3, 4), (100, 200, 300, 230)))))
    assert seen.message == (
        "年度考核材料与对方页面有大量相同的文字（除去通用格式文字，两页内容有 60% 相同）："
        "对方是“李沛然”（绍兴槐屿建设有限公司），文件“考核/b.jpg”第 2 页。"
        "申报人姓名处，对方页面写的是“李沛然”；不同之处已框出（其中可能有识别差异）。可能是共同参与、同一单位统一扫描或误传，不等于造假。"
        "请并排打开双方材料，核对原件，并向双方单位和出具单位核实"
    )
    assert [one.box for one in seen.evidence] == [NAME.box, None, (1, 2, 3, 4)]
    assert seen.found == "考核/b.jpg 第 2 页"


def test_an_earlier_batch_is_named() -> None:
    (seen,) = observe("reuse.file", having(match(MatchKind.FILE, whose=Whose("x", "李沛然", None, "2023批"))))
    assert "“李沛然”（批次 2023批）" in seen.message


LITTLE = "页可比对的文字太少（空白页、图片，或去掉很多人都有的格式文字后所剩无几）"


def test_a_pass_says_what_was_not_compared() -> None:
    (seen,) = observe("reuse.page", having(compared=30, earlier=True, thin=(DIPLOMA, PROMISE)))
    assert seen.message == (
        "1 页材料与其他申报人（不少于 30 名，含以前批次）的页面比对，没有发现相同的页面；"
        f"另有 1 {LITTLE}，没有比对文字。这不说明材料真实"
    )


def test_a_pass_says_that_few_were_there_to_compare_proofs_with() -> None:
    (seen,) = observe("reuse.page", having(compared=4))
    assert seen.message == (
        "1 页材料与其他申报人（不少于 4 名）的页面比对，没有发现相同的页面；"
        "另有 1 页属于几个人可以各有相同证明的栏目而其他申报人少于 5 名，没有比对文字。这不说明材料真实"
    )


@pytest.mark.parametrize(
    ("thin", "compared", "message"),
    [
        ((FORM, DIPLOMA), 30, f"2 {LITTLE}，没有比对文字"),
        ((FORM,), 1, f"1 {LITTLE}，1 页属于几个人可以各有相同证明的栏目而其他申报人少于 5 名，没有比对文字"),
    ],
)
def test_where_no_page_was_compared_there_is_no_pass(thin: tuple[str, ...], compared: int, message: str) -> None:
    (seen,) = observe("reuse.page", having(compared=compared, thin=thin))
    assert (seen.outcome.value, seen.message) == ("na", message)


def test_no_page_at_all_is_not_a_pass() -> None:
    (seen,) = observe("reuse.page", replace(case(), across=Across(30)))
    assert (seen.outcome.value, seen.message) == ("na", "没有材料页面可以比对")


def test_what_is_explained_alike_is_told_once_of_all() -> None:
    others = [replace(LI, folder=f"{n}", name=f"某{n}") for n in range(8)]

    def said(explained: str | None) -> list[tuple[str, int]]:
        seen = observe("reuse.file", having(*(match(MatchKind.FILE, whose=one, explained=explained) for one in others)))
        return [(one.outcome.value, sum(f"“某{n}”" in one.message for n in range(8))) for one in seen]

    assert said(Reason.COMMON) == [("pass", 6)]
    assert said(Doubt.LISTED) == [("unsure", 6)]
    assert said(None) == [("fail", 1)] * 8  # an accusation is made of each


@pytest.mark.parametrize(("explained", "outcome"), [(None, "fail"), (Doubt.NEAR_NAME, "unsure")])
def test_one_photo_of_names_that_a_slip_may_have_parted(explained: Doubt | None, outcome: str) -> None:
    photo = replace(match(MatchKind.PHOTO, PHOTO, score=0.95), what="证件照", parts=0.95, explained=explained)
    (seen,) = observe("reuse.page", having(photo))
    assert (seen.outcome.value, "姓名只差一字" in seen.message) == (outcome, explained is not None)
