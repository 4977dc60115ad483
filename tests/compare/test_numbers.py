"""Numbers that are one person's: which are collected, and which are the same."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from checks.reuse_number import ALIKE, APART, READ, SAME
from tests.checks.build import Slot, case, document, page, row, word
from tests.compare.build import NOTICE, OTHER, certificate, number_matches
from verify.across import Doubt
from verify.compare.number_text import exact, folded, telling
from verify.compare.numbers import numbers

DIPLOMA = "109991200805004321"
TITLE = "ZC201506021234"


@pytest.mark.parametrize(
    ("slot", "line", "found"),
    [
        (Slot.EDUCATION, f"证书编号：{DIPLOMA}", {DIPLOMA}),
        (Slot.EDUCATION, "证 书 编 号：1099 9120 0805 0043 21", {DIPLOMA}),
        (Slot.EDUCATION, f"证书编号 {DIPLOMA} 在线验证码 ABCD EFGH JKLM NPQR", {DIPLOMA, "ABCDEFGHJKLMNPQR"}),
        (Slot.EDUCATION, "证书编号：１０９９９１２００８０５００４３２１", {DIPLOMA}),
        (Slot.TITLE, f"证书编号：{TITLE}", {TITLE}),
        (Slot.TITLE, "证书编号 A133006021 2024-09-12", {"A133006021"}),
        (Slot.TITLE, "注册编号：浙 233 2012 2012 12345 有效期至2025年", {"浙2332012201212345"}),
        (Slot.PATENT, "专 利 号：ZL 2021 2 1457823.X", {"202121457823"}),
        (Slot.PATENT, "专利号：ZL202121457823", {"202121457823"}),
        (Slot.PATENT, "证书号第15723604号", set()),  # every kind of patent has its own series
        (Slot.AWARD, "证书号：2019-J-22101-3-01-R03", {"2019J22101301R03"}),
        (Slot.TRAINING, "证明编号：NO.JX2023001234", {"JX2023001234"}),
        (Slot.INSURANCE, "社保查验码：A1B2C3D4E5F6", {"A1B2C3D4E5F6"}),
        (Slot.TITLE, "证书编码：ZG20190033551", {"ZG20190033551"}),
        (Slot.EDUCATION, f"学士学位证书编号：{DIPLOMA}", {DIPLOMA}),
        (Slot.TITLE, f"浙江省专业技术资格证 姓名王建国证书编号：{TITLE}", set()),  # run together: nobody's for sure
        (Slot.TITLE, f"王建国证书编号：{TITLE}", {TITLE}),
        (Slot.TITLE, f"2015年6月证书编号：{TITLE}", {TITLE}),
        (Slot.TITLE, f"男 证书编号：{TITLE}", {TITLE}),
        (Slot.TRAINING, "学时证明编号：XS20230118891", {"XS20230118891"}),
        (Slot.PROJECT, "个人业绩编号：ZJGRYJ20210045", {"ZJGRYJ20210045"}),
        (Slot.TITLE, "证书编号：Z330620181002457", {"Z330620181002457"}),  # an old ID's figures, but not alone
        (Slot.TITLE, "证书编号：Z3306 2018 1002 457", {"Z330620181002457"}),
        (Slot.TITLE, "注册编号：浙233201220123456", {"浙233201220123456"}),
        # what many share, and what is no number of a person's
        (Slot.TRAINING, "课程编号：KC2023001588", set()),
        (Slot.TRAINING, "课 程 编 号：KC2023001588", set()),
        (Slot.TRAINING, "班级编号：BJ20230512017", set()),
        (Slot.TITLE, "评委会编号：PW20190601008", set()),
        (Slot.TITLE, "公布文号编号：SX20181231", set()),
        (Slot.TITLE, "职业编号：ZY20181231001", set()),
        (Slot.TITLE, "资格证编号：ZG20190033551", {"ZG20190033551"}),
        (Slot.AWARD, "荣誉证书编号：HX-2021-0032", {"HX20210032"}),
        (Slot.TITLE, "准考证编号：ZK20181231001", set()),
        (Slot.EDUCATION, "学校代码证书号：1033520080501", set()),
        (Slot.PROJECT, "企业业绩编号：ZJQYYJ20210045", set()),
        (Slot.PROJECT, "业绩编号：ZJQYYJ20210045", set()),
        (Slot.AWARD, "工法编号：ZJSJGF045-2022", set()),
        (Slot.TITLE, "项目编号：3306022103180101", set()),
        (Slot.INSURANCE, "单位编号：3306021234567", set()),
        (Slot.TITLE, "资质证书编号：D133012345", set()),
        (Slot.PROJECT, "施工许可证编号：330602202104120101", set()),
        (Slot.PAPER, "ISSN 1002-848X CN 11-2833/TU 编号：20220512345", set()),
        (Slot.TITLE, f"{TITLE}", set()),  # without its label
        (Slot.AWARD, "编号：2020-001", set()),
        (Slot.AWARD, "编号：20200101", set()),
        (Slot.AWARD, "编号：11111111", set()),
        (Slot.TITLE, "编号：13812345678", set()),
        (Slot.TITLE, "证书编号：330602198504121232", set()),  # a resident ID number, mistyped at that
        (Slot.TITLE, "证书编号：330602198504121235", set()),
        (Slot.TITLE, "证书编号：GP330602198504121235", set()),
        (Slot.TITLE, "证书编号：330602850412123", set()),  # one of old
        (Slot.TITLE, "证书编号：3306021985********", set()),
        (Slot.TITLE, "编号：91330600146000000X", {"91330600146000000X"}),  # no valid credit code
    ],
)
def test_collected(slot: Slot, line: str, found: set[str]) -> None:
    assert {one.exact for one in numbers(certificate(slot, "姓名：王建国", line), NOTICE)} == found


def test_a_units_certificate_among_ones_own_papers() -> None:
    own, units = (
        page("专业技术资格证书", f"证书编号：{TITLE}"),
        page("建筑业企业资质证书", "企业名称：甲公司", "证书编号：D233012345"),
    )
    found = numbers(case(document("职称/1.pdf", Slot.TITLE, own, replace(units, number=2))), NOTICE)
    assert [number.exact for number in found] == [TITLE]
    licence = document("其他/1.pdf", Slot.OTHER, page("营 业 执 照", "名称：甲公司", "注册号：330600000012345"))
    assert not numbers(case(licence), NOTICE)
    assert numbers(case(replace(licence, pages=(page("一级建造师注册证书", "注册号：330600000012345"),))), NOTICE)


def test_a_number_is_ones_own_by_the_page_that_bears_it() -> None:
    pages = page("聘任文件", "王建国"), replace(page("资格证书", f"证书编号：{TITLE}"), number=2)
    assert [number.own for number in numbers(case(document("职称/1.pdf", Slot.TITLE, *pages)), NOTICE)] == [False]


def test_a_number_to_the_right_of_its_label() -> None:
    title = case(document("职称/1.jpg", Slot.TITLE, page(*row("证书编号", TITLE, gap=20))))
    (number,) = numbers(title, NOTICE)
    assert (number.exact, number.shown.page, number.shown.text) == (TITLE, 1, TITLE)
    assert number.shown.box == (240, 100, 660, 130)


def test_a_projects_number_beside_a_certificates_label_is_dropped() -> None:
    held = document("职称/1.jpg", Slot.TITLE, page("编号：3306022103180101"))
    assert not numbers(case(held, projects=[{"name": "x", "registry_number": "3306022103180101"}]), NOTICE)


def test_the_page_is_better_than_the_form() -> None:
    one = certificate(Slot.PATENT, "发明人：王建国", "专利号：ZL202121457823.9")
    typed = case(items=one.items, patents=[{"number": "ZL 202121457823", "inventors": ["王建国"]}])
    assert [number.shown.page for number in numbers(typed, NOTICE)] == [1]


def test_sketches_go_from_worker_to_worker() -> None:
    found = numbers(certificate(Slot.TITLE, f"证书编号：{TITLE}"), NOTICE)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [("ZC2015O6", "2C201506"), ("A1Bl0Q5S", "A181005S"), ("ＺＣ—2015 06", "zc-201506"), ("I|L1D0O8", "11110008")],
)
def test_confusable_characters_fold_alike(one: str, other: str) -> None:
    assert folded(exact(one)) == folded(exact(other))


@pytest.mark.parametrize(("one", "other"), [("浙2332012", "皖2332012"), ("ZC201506021234", "ZC201506021284")])
def test_other_characters_do_not(one: str, other: str) -> None:
    assert folded(exact(one)) != folded(exact(other))


def test_a_series_of_numbers_stays_apart() -> None:
    assert len({folded(exact(f"浙G-2015 0602 {serial:05d}")) for serial in range(5000)}) == 5000


@pytest.mark.parametrize("number", ["1234567", "00000000", "20240101", "2024", "13812345678", "HTTPSWWWCHSICOM", ""])
def test_trivial_numbers_tell_nothing(number: str) -> None:
    assert not telling(number, 8)


def both(slot: Slot, mine: list[str], theirs: list[str]) -> list[tuple[float, bool]]:
    matches = number_matches(certificate(slot, *mine), certificate(slot, *theirs, name=OTHER))
    return [(match.score, match.explained is not None) for match in matches]


@pytest.mark.parametrize(
    ("slot", "mine", "theirs", "found"),
    [
        (Slot.EDUCATION, ["学生 王建国", f"证书编号：{DIPLOMA}"], ["学生 裘一鸣", f"证书编号：{DIPLOMA}"], [(SAME, False)]),
        (Slot.TITLE, ["姓名：王建国", "证书编号：ZC201506O21234"], [f"姓名：{OTHER}", f"证书编号：{TITLE}"], [(ALIKE, False)]),
        # the next certificate of one batch
        (Slot.TITLE, ["姓名：王建国", f"证书编号：{TITLE}"], [f"姓名：{OTHER}", "证书编号：ZC201506021235"], []),
        # a page that does not name its applicant
        (Slot.TITLE, [f"证书编号：{TITLE}"], [f"姓名：{OTHER}", f"证书编号：{TITLE}"], [(READ, False)]),
        # a recommender's certificate in both folders
        (Slot.TITLE, ["姓名：章可欣", f"证书编号：{TITLE}"], ["姓名：章可欣", f"证书编号：{TITLE}"], [(SAME, True)]),
        # a third person's proof of insurance is no recommender's
        (Slot.INSURANCE, ["姓名：章可欣", "验证码：A1B2C3D4E5F6"], ["姓名：章可欣", "验证码：A1B2C3D4E5F6"], [(READ, False)]),
        # a unit's proof that lists both
        (Slot.INSURANCE, ["王建国 裘一鸣", "验证码：A1B2C3D4E5F6"], ["王建国 裘一鸣", "验证码：A1B2C3D4E5F6"], [(SAME, True)]),
        (
            Slot.PATENT, ["发明人：王建国;裘一鸣", "专利号：ZL202121457823.9"],
            ["发明人：王建国;裘一鸣", "专利号：ZL202121457823.9"], [(SAME, True)],
        ),
        # the second page, with the other inventor, was read on one side alone
        (
            Slot.PATENT, ["发明人：王建国", "专利号：ZL202121457823.9"],
            ["发明人：王建国;裘一鸣", "专利号：ZL202121457823.9"], [(SAME, True)],
        ),
        (
            Slot.PATENT, ["发明人：王建国", "专利号：ZL202121457823.9"],
            ["发明人：裘一鸣", "专利号：ZL202121457823.9"], [(SAME, False)],
        ),
        (Slot.AWARD, ["王建国、裘一鸣", "证书号：HX-2021-0032"], ["王建国、裘一鸣", "证书号：HX-2021-0032"], [(SAME, True)]),
        # a joint award: each has a certificate of their own
        (Slot.AWARD, ["王建国", "证书号：HX-2021-0032"], ["裘一鸣", "证书号：HX-2021-0032"], [(READ, True)]),
        (Slot.TRAINING, ["姓名：王建国", "证书编号：JX2023001588"], ["姓名：裘一鸣", "证书编号：JX2023001588"], [(READ, True)]),
        # a province before the number
        (Slot.TITLE, ["姓名：王建国", "证书编号：浙233201900551"], ["姓名：裘一鸣", "证书编号：233201900551"], [(ALIKE, True)]),
        (Slot.TITLE, ["姓名：王建国", "证书编号：浙233201900551"], ["姓名：裘一鸣", "证书编号：皖233201900551"], []),
        (Slot.TITLE, ["姓名：王建国", "证书编号：浙233201900551"], ["姓名：裘一鸣", "证书编号：浙233201900551"], [(SAME, False)]),
        # an award to the unit, which names nobody
        (Slot.AWARD, ["浙江宝业建设集团有限公司", "证书号：HX-2021-0032"], ["证书号：HX-2021-0032"], [(READ, False)]),
    ],
)  # fmt: skip
def test_matched(slot: Slot, mine: list[str], theirs: list[str], found: list[tuple[float, bool]]) -> None:
    assert both(slot, mine, theirs) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("编号：QR-HR-2018-07", [(READ, True)]),
        ("证书编号：QR/HR/2018/07", [(READ, True)]),
        ("编号：ZP20180007 版次：A/0", [(READ, True)]),
        ("表单编号：ZP20180007", []),
        ("编号：QRHR201807", [(SAME, False)]),
        ("编号：ZP-2018-0007", [(SAME, False)]),
    ],
)
def test_a_forms_own_number_accuses_nobody(written: str, found: list[tuple[float, bool]]) -> None:
    assert both(Slot.TITLE, ["聘书 王建国", written], [f"聘书 {OTHER}", written]) == found


@pytest.mark.parametrize(("y", "score"), [(40, READ), (1690, READ), (300, SAME)])
def test_a_number_at_the_head_or_foot_may_be_the_forms(y: int, score: float) -> None:
    sides = ((name, page(f"聘书 {name}", word("编号：ZP20180007", y=y))) for name in ("王建国", OTHER))
    cases = [case(document("职称/1.jpg", Slot.TITLE, replace(read, source="text")), name=name) for name, read in sides]
    assert [match.score for match in number_matches(*cases)] == [score]


def test_a_forms_number_read_twice_is_no_surer() -> None:
    lines = ["聘书 王建国", "编号：QR-HR-2018-07", "证书编号：QR-HR-2018-07"]
    (number,) = numbers(certificate(Slot.TITLE, *lines), NOTICE)
    assert (number.sure, number.record) == (False, True)


@pytest.mark.parametrize(
    ("name", "found"), [("王建国", [(SAME, True)]), ("王健国", [(READ, False)]), (OTHER, [(SAME, False)])]
)
def test_the_same_person_in_another_year(name: str, found: list[tuple[float, bool]]) -> None:
    mine, theirs = (
        certificate(Slot.EDUCATION, f"学生 {one}", f"证书编号：{DIPLOMA}", name=one) for one in ("王建国", name)
    )
    assert [(match.score, match.explained is not None) for match in number_matches(mine, theirs)] == found


@pytest.mark.parametrize(
    ("name", "found"), [("王建国", (READ, Doubt.TWO_NUMBERS)), ("王健国", (SAME, None)), (OTHER, (SAME, None))]
)
def test_two_id_numbers_are_two_people(name: str, found: tuple[float, str | None]) -> None:
    mine, theirs = (
        certificate(Slot.EDUCATION, f"学生 {one}", f"证书编号：{DIPLOMA}", name=one) for one in ("王建国", name)
    )
    assert [(match.score, match.explained) for match in number_matches(mine, theirs, apart=True)] == [found]


@pytest.mark.parametrize(
    ("lines", "confidence", "sure"),
    [
        ([f"证书编号：{DIPLOMA}"], 0.98, False),  # one digit misread makes a classmate's
        ([f"证书编号：{DIPLOMA}", f"毕业证书编号：{DIPLOMA}"], 0.98, True),
        ([f"证书编号：{DIPLOMA}", f"毕业证书编号：{DIPLOMA}"], 0.8, False),
        ([f"证书编号：{DIPLOMA}", "毕业证书编号：109991200805004327"], 0.98, False),
    ],
)
def test_a_scan_is_sure_where_two_places_agree(lines: list[str], confidence: float, sure: bool) -> None:
    cases = [
        certificate(Slot.EDUCATION, f"学生 {name}", *lines, name=name, confidence=confidence, scan=True)
        for name in ("王建国", OTHER)
    ]
    assert {match.score for match in number_matches(*cases)} == {SAME if sure else READ}


@pytest.mark.parametrize(("check", "sure"), [("9", True), ("8", False), ("", False)])
def test_a_patents_check_digit_bears_a_scan_out(check: str, sure: bool) -> None:
    (number,) = numbers(certificate(Slot.PATENT, f"专利号：ZL202121457823.{check}", scan=True), NOTICE)
    assert number.sure is sure


@pytest.mark.parametrize(("one", "other", "score"), [("华夏奖", "鲁班奖", APART), ("华夏奖", "华夏奖二等奖", READ)])
def test_awards_of_two_names_have_their_own_numbers(one: str, other: str, score: float) -> None:
    cases = [
        case(name=name, awards=[{"name": award, "number": "HX-2021-0032"}])
        for name, award in (("王建国", one), (OTHER, other))
    ]
    assert [match.score for match in number_matches(*cases)] == [score]


def test_a_patent_on_two_forms_alone_is_not_sure() -> None:
    cases = [
        case(name=name, patents=[{"number": "ZL202121457823.9", "inventors": [name]}]) for name in ("王建国", OTHER)
    ]
    (match,) = number_matches(*cases)
    assert (match.score, match.explained, match.mine.file) == (READ, None, "applicant.json")


def test_inventors_of_the_form_explain() -> None:
    cases = [
        case(name=name, patents=[{"number": "ZL202121457823.9", "inventors": ["王建国", OTHER]}])
        for name in ("王建国", OTHER)
    ]
    assert [match.score for match in number_matches(*cases) if match.explained] == [SAME]
