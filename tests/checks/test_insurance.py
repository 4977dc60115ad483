"""insurance.*: SX 三（一）、五（四）; YJ 二（三）3. Rules SI-01, SI-02, SI-04, SI-05."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.build import EMPLOYER, case, document, observe, outcomes, page, word
from verify.model import Document, Slot

YJ = "yongjia-2021-23"
TITLE = "社会保险参保证明（个人专用）"


def proof(*lines: Any, slot: Slot = Slot.INSURANCE) -> Document:
    return document("社保/参保证明.pdf", slot, page(TITLE, *lines))


def said(id: str, *files: Document, notice: str = "shaoxing-2024-07", **insured: Any) -> str:
    more = {"submitted_at": insured.pop("submitted_at")} if "submitted_at" in insured else {}
    ((outcome, _),) = outcomes(id, case(*files, social_insurance=insured, **more), notice)
    return outcome


UNITS = [
    (EMPLOYER, "pass"),
    ("浙江宝业建设集团有限公司 ", "pass"),
    ("浙江宝业建设集团有限公司绍兴分公司", "unsure"),
    ("宝业建设", "unsure"),
    ("浙江宝业建没集团有限公司", "unsure"),
    ("绍兴市前程人力资源有限公司", "unsure"),
    *((one, "unsure") for one in ("同申报单位", "同上", "无", "本单位", "/", "灵活就业人员", "个体（灵活就业）")),
    *((one, "unsure") for one in ("温州市人力服务有限公司", "上海才众企业服务有限公司", "温州市对外服务有限公司")),
    *((one, "unsure") for one in ("中智浙江经济技术合作有限公司", "杭州今元标矩科技有限公司", "永嘉县会计核算中心")),
    ("宝业集团股份有限公司", "fail"),  # a parent is another unit
    ("绍兴中成建设有限公司", "fail"),
]


@pytest.mark.parametrize(("unit", "outcome"), UNITS)
@pytest.mark.parametrize("notice", ["shaoxing-2024-07", YJ])
def test_the_insured_unit_on_the_form(unit: str, outcome: str, notice: str) -> None:
    assert said("insurance.employer_agrees", notice=notice, employer=unit) == outcome


def test_the_insured_unit_on_the_proof() -> None:
    id = "insurance.employer_agrees"
    other = "绍兴中成建设有限公司"
    cell = (word("单位编号", 100, 600), word("单位名称", 400, 600), word("330602118223", 100, 640, size=20))
    assert said(id, proof(*cell, word(EMPLOYER, 400, 640))) == "pass"
    assert said(id, proof(f"参保单位：{other}")) == "fail"
    assert said(id, proof(f"参保单位：{other}"), employer=EMPLOYER) == "unsure"  # the two disagree
    assert said(id, proof(f"参保单位：{EMPLOYER}"), employer=other) == "unsure"
    assert (
        said(id, proof(f"参保单位：{other}", f"参保单位：{EMPLOYER}"), employer=EMPLOYER) == "pass"
    )  # the years before
    assert said(id, proof((f"参保单位：{other}", 0.7))) == "unsure"
    assert said(id, proof("姓名：王建国")) == "unsure"
    assert said(id) == "na"


def test_where_the_form_names_no_unit_the_proof_speaks() -> None:
    id, other = "insurance.employer_agrees", "绍兴中成建设有限公司"
    for notice in ("shaoxing-2024-07", YJ):
        assert said(id, proof(f"参保单位：{EMPLOYER}"), notice=notice, employer="同申报单位") == "pass"
        assert said(id, proof(f"参保单位：{other}"), notice=notice, employer="同申报单位") == "fail"
        assert said(id, proof((f"参保单位：{other}", 0.7)), notice=notice, employer="同申报单位") == "unsure"
        assert said(id, proof("姓名：王建国"), notice=notice, employer="同申报单位") == "unsure"


def test_the_unit_was_renamed() -> None:
    before = "绍兴县建工有限公司"
    note = document("单位说明/a.pdf", Slot.EMPLOYER_NOTE, page(f"{before}于2019年3月更名为{EMPLOYER}"))
    assert said("insurance.employer_agrees", employer=before) == "fail"
    assert said("insurance.employer_agrees", note, employer=before) == "unsure"


def test_form_and_proof_are_shown_side_by_side() -> None:
    given = case(proof("参保单位：绍兴中成建设有限公司"), social_insurance={"employer": EMPLOYER})
    (seen,) = observe("insurance.employer_agrees", given)
    assert EMPLOYER in seen.message
    assert "绍兴中成建设有限公司" in seen.message
    assert seen.evidence[0].box


MONTHS: list[tuple[dict[str, Any], str]] = [
    ({"local_months": 3}, "pass"),
    ({"local_months": 24, "place": "浙江省温州市永嘉县"}, "pass"),
    ({"local_months": 0, "out_of_province_last_year": True, "submitted_at": "2021-08-20"}, "fail"),
    ({"local_months": 1, "place": "浙江省杭州市", "submitted_at": "2021-08-20"}, "fail"),
    (
        {"local_months": 2, "out_of_province_last_year": True, "submitted_at": "2021-08-20"},
        "unsure",
    ),  # may be three by then
    ({"local_months": 2, "out_of_province_last_year": True, "submitted_at": "2021-08-31"}, "fail"),
    ({"local_months": 0, "out_of_province_last_year": True}, "unsure"),
    ({"local_months": 1, "place": "浙江省温州市永嘉县", "submitted_at": "2021-08-31"}, "unsure"),  # not from elsewhere
    ({"local_months": 1, "submitted_at": "2021-08-31"}, "unsure"),
    ({}, "na"),
]


@pytest.mark.parametrize(("insured", "outcome"), MONTHS)
def test_months_paid_in_yongjia(insured: dict[str, Any], outcome: str) -> None:
    assert said("insurance.local_months", notice=YJ, **insured) == outcome


TITLES = [
    "社会保险个人权益记录单",
    "参保缴费清单",
    "基本养老保险参保缴费凭证",
    "社会保险缴费明细表",
    "参保人员缴费记录",
]


def other(*lines: str) -> Document:
    return document("其他/a.jpg", Slot.OTHER, page(*lines, "姓名：王建国", "2024年1月至2024年6月"))


NANJING = proof("参保地：江苏省南京市")
OUTSIDE: list[tuple[tuple[Document, ...], dict[str, Any], str]] = [
    ((), {}, "na"),
    ((), {"out_of_province_last_year": False, "place": "浙江省绍兴市"}, "na"),
    ((), {"out_of_province_last_year": False, "place": "杭州"}, "na"),  # within the province nothing is asked
    ((), {"place": "浙江省温州市"}, "na"),
    *(((), {"place": one}, "na") for one in ("诸暨", "越城区", "柯桥", "上虞区", "嵊州市", "新昌县", "义乌市", "桐乡")),
    *(((), {"place": one}, "unsure") for one in ("江苏省南京市", "合肥", "鼓楼区", "深圳市", "不详")),
    ((), {"out_of_province_last_year": True}, "fail"),
    ((NANJING,), {"out_of_province_last_year": True}, "pass"),
    *(((other(one, "江苏省"),), {"out_of_province_last_year": True}, "pass") for one in TITLES),
    *(((other(one, "深圳市"),), {"out_of_province_last_year": True}, "unsure") for one in TITLES),
    ((other("工资明细", "江苏省"),), {"out_of_province_last_year": True}, "fail"),
    ((proof("参保地：浙江省绍兴市"),), {"out_of_province_last_year": True}, "unsure"),
    ((proof("参保地：江苏省南京市", slot=Slot.OTHER),), {"out_of_province_last_year": True}, "pass"),
    ((document("其他/a.jpg", Slot.OTHER),), {"out_of_province_last_year": True}, "unsure"),
]


@pytest.mark.parametrize(("files", "insured", "outcome"), OUTSIDE)
def test_proof_of_insurance_outside_the_province(
    files: tuple[Document, ...], insured: dict[str, Any], outcome: str
) -> None:
    assert said("insurance.outside_proof", *files, **insured) == outcome


@pytest.mark.parametrize(
    ("files", "insured", "outcome"),
    [
        ((), {"out_of_province_last_year": True}, "fail"),
        ((NANJING,), {"out_of_province_last_year": True}, "pass"),
        ((proof("参保地：浙江省杭州市"),), {"out_of_province_last_year": True}, "pass"),
        ((), {"out_of_province_last_year": False, "place": "浙江省温州市永嘉县"}, "na"),
        ((), {"place": "浙江省杭州市"}, "unsure"),  # within the province, and from elsewhere all the same
    ],
)
def test_yongjia_asks_for_proof_of_insurance_elsewhere(
    files: tuple[Document, ...], insured: dict[str, Any], outcome: str
) -> None:
    (seen,) = observe("insurance.outside_proof", case(*files, social_insurance=insured), YJ)
    assert seen.outcome.value == outcome
    assert "省外" not in seen.message
    assert "自动获取" not in seen.message
