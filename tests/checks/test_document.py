"""document.readable and document.slot: ours, no clause."""

from __future__ import annotations

import pytest

from tests.checks.build import case, document, observe, outcomes, page, word
from verify.kinds import classify
from verify.model import Document, Problem, Slot, Trouble
from verify.page import Page

FILE = "学历学位/a.jpg"
FINE = document(FILE, Slot.EDUCATION, page("毕业证书", "学生王建国于二〇〇八年毕业"))

TROUBLES = [
    (Trouble.CORRUPT, "fail"), (Trouble.ENCRYPTED, "fail"), (Trouble.EMPTY, "fail"), (Trouble.TOO_LARGE, "fail"),
    (Trouble.UNSUPPORTED, "fail"), (Trouble.NOT_A_FILE, "fail"), (Trouble.LINK, "fail"),
    (Trouble.QUARANTINED, "unsure"), (Trouble.UNSAFE_NAME, "fail"), (Trouble.BAD_FORM, "unsure"), (Trouble.NO_FORM, "unsure"),
    (Trouble.DISAGREES, "unsure"), (Trouble.NO_FOLDER, "fail"),
]  # fmt: skip


@pytest.mark.parametrize(("trouble", "outcome"), TROUBLES)
def test_each_trouble(trouble: Trouble, outcome: str) -> None:
    problem = Problem(trouble, FILE, "有问题，请处理。")
    assert outcomes("document.readable", case(problems=[problem])) == [(outcome, FILE)]
    broken = document(FILE, Slot.EDUCATION, problem=problem)
    assert outcomes("document.readable", case(broken, problems=[problem])) == [(outcome, FILE)]


def test_every_trouble_has_an_outcome_tested_here() -> None:
    assert {trouble for trouble, _ in TROUBLES} | {Trouble.UNKNOWN_KEY} == set(Trouble)


def test_unknown_keys_are_told_once_and_spoil_nothing() -> None:
    keys = [Problem(Trouble.UNKNOWN_KEY, key, "不认识") for key in ("爱好", "备注")]
    assert outcomes("document.readable", case(FINE, problems=keys)) == [("pass", "全部材料"), ("na", "申报信息")]


def test_all_fine_is_one_finding() -> None:
    assert outcomes("document.readable", case(FINE)) == [("pass", "全部材料")]
    assert outcomes("document.readable", case()) == [("na", "全部材料")]


PAGES = [
    (Page(1, 1240, 1754, "ocr", blank=True), "fail"),
    (page("一", ("三", 0.2)), "unsure"),
    (page(*["模糊不清的文字内容"] * 5, confidence=0.3), "unsure"),
    (Page(1, 1240, 1754, "ocr"), "unsure"),
]


@pytest.mark.parametrize(("shown", "outcome"), PAGES)
def test_blank_and_illegible_pages(shown: Page, outcome: str) -> None:
    assert outcomes("document.readable", case(document(FILE, Slot.EDUCATION, shown))) == [(outcome, FILE)]


BLANK = Page(2, 1240, 1754, "ocr", blank=True)


def test_a_blank_back_is_told_of_and_a_blank_file_returned() -> None:
    back = document(FILE, Slot.EDUCATION, page("毕业证书", "学生王建国于二〇〇八年毕业"), BLANK)
    assert outcomes("document.readable", case(back)) == [("pass", "全部材料"), ("na", FILE)]
    assert "第 2 页" in observe("document.readable", case(back))[1].message
    nothing = document(FILE, Slot.EDUCATION, Page(1, 1240, 1754, "ocr", blank=True), BLANK)
    assert outcomes("document.readable", case(nothing)) == [("fail", FILE)]


@pytest.mark.parametrize(
    ("file", "slot", "expected"),
    [
        ("说明.txt", Slot.OTHER, [("pass", "全部材料"), ("na", "说明.txt")]),
        ("学历学位/说明.txt", Slot.EDUCATION, [("pass", "全部材料"), ("na", "学历学位/说明.txt")]),
        ("职称证书/证书.txt", Slot.TITLE, [("fail", "职称证书/证书.txt")]),  # all there is
        ("学历学位/说明.docx", Slot.EDUCATION, [("fail", "学历学位/说明.docx")]),
    ],
)
def test_a_stray_text_file(file: str, slot: Slot, expected: list[tuple[str, str]]) -> None:
    problem = Problem(Trouble.UNSUPPORTED, file, "不能核对。")
    text = document(file, slot, media="text/plain", problem=problem)
    assert outcomes("document.readable", case(FINE, text)) == expected


def test_a_sparse_page_read_surely_and_a_portrait_are_fine() -> None:
    portrait = document("证件照/a.jpg", Slot.PHOTO, Page(1, 300, 400, "ocr", blank=True))
    given = case(portrait, document(FILE, Slot.EDUCATION, page("封面")))
    assert outcomes("document.readable", given) == [("pass", "全部材料")]


def in_slot(slot: Slot, *lines: object, confidence: float = 0.98, **more: object) -> Document:
    return document("x/a.jpg", slot, page(*lines, confidence=confidence), **more)  # type: ignore[arg-type]


SLOTS = [
    (in_slot(Slot.ASSESSMENT, "专业技术人员年度考核登记表", "（2022年度）"), ("pass", "全部材料")),
    (in_slot(Slot.ASSESSMENT, "荣誉证书", "授予王建国先进工作者"), ("fail", "x/a.jpg")),
    (in_slot(Slot.EDUCATION, "发明专利证书"), ("fail", "x/a.jpg")),
    (in_slot(Slot.EDUCATION, "材料稍后补交", "谢谢"), ("unsure", "x/a.jpg")),
    (in_slot(Slot.EDUCATION, "材料稍后补交", confidence=0.3), ("pass", "全部材料")),  # another check's finding
    (in_slot(Slot.EDUCATION, *["一段没有标题的说明文字"] * 9), ("pass", "全部材料")),
    (in_slot(Slot.PROJECT, "扫描件"), ("pass", "全部材料")),
    (in_slot(Slot.PROJECT, "荣誉证书"), ("pass", "全部材料")),  # a project's award proves the project
    (in_slot(Slot.AWARD, "聘书"), ("pass", "全部材料")),
    (in_slot(Slot.PAPER, "荣誉证书"), ("pass", "全部材料")),  # the paper's prize
    (in_slot(Slot.PAPER, "发明专利证书"), ("fail", "x/a.jpg")),
    (in_slot(Slot.RECOMMENDATION, "高级工程师", "专业技术资格证书"), ("pass", "全部材料")),
    (in_slot(Slot.OTHER, "发明专利证书"), ("na", "全部材料")),
    (in_slot(Slot.EDUCATION, "发明专利证书", loose=True), ("na", "全部材料")),
]


@pytest.mark.parametrize(("given", "expected"), SLOTS)
def test_slot(given: Document, expected: tuple[str, str]) -> None:
    assert outcomes("document.slot", case(given)) == [expected]


KINDS = [
    (("教育部学历证书电子注册备案表",), Slot.EDUCATION),
    (("毕业证书",), Slot.EDUCATION),
    (("实用新型专利证书",), Slot.PATENT),
    (("浙江省社会保险参保证明（个人专用）",), Slot.INSURANCE),
    (("专业技术人员继续教育学时证明",), Slot.TRAINING),
    (("《专业技术资格申报材料真实性保证书》",), Slot.COMMITMENT),
    (("浙江省建设工程专业工程师职务任职资格自评表",), Slot.SELF_ASSESSMENT),
    (("专业技术职务任职资格评审表",), Slot.REVIEW_FORM),
    (("图纸会审记录",), Slot.PROJECT),
    (("ISSN 1002-848X",), Slot.PAPER),
    (("聘 书",), Slot.TITLE),
    (("毕业证书", "发明专利证书"), None),
    (("本人提供的毕业证书、学位证书和职称证书均为原件扫描，内容真实有效，如有虚假愿意承担由此产生的一切责任",), None),
    ((), None),
]


@pytest.mark.parametrize(("lines", "slot"), KINDS)
def test_kinds(lines: tuple[str, ...], slot: Slot | None) -> None:
    assert classify([page(*lines)]) is slot


def test_the_larger_title_wins() -> None:
    assert classify([page(word("荣誉证书", size=80), "发明专利证书")]) is Slot.AWARD
