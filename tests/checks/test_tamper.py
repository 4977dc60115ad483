"""tamper.*: ours, no clause; rule XC-08."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.build import case, document, observe, outcomes, page
from verify.model import Document, Slot
from verify.page import Page
from verify.traces import CUT, LAYERS, PARTLY, UNCOMPARED, Change, Code, Overlay, Revision, Signature, Tag, Traces
from verify.traces import METADATA as UNREAD

FILE = "职称证书/证书.pdf"
NOTICES = ("shaoxing-2024-07", "yongjia-2021-23")
METADATA, REVISED, OVERLAY, CODE = "tamper.metadata", "tamper.pdf_revised", "tamper.pdf_overlay", "tamper.qr_agrees"


def pdf(*pages: Page, slot: Slot = Slot.TITLE, **traces: Any) -> Document:
    return document(FILE, slot, *pages, media="application/pdf", traces=Traces(**traces))


def change(before: str, after: str, kind: Any = "altered", **more: Any) -> Change:
    return Change(kind, 1, before, after, more.pop("source", "text"), (1, 2, 3, 4), **more)


def overlay(beneath: str, above: str, **more: Any) -> Overlay:
    base: dict[str, Any] = {"kind": "box", "over": "text", "share": 0.02, "box": (10, 20, 30, 40)}
    return Overlay(1, beneath=beneath, above=above, **{**base, **more})


def word_of(id: str, given: Document) -> str:
    """The outcome, the same by both notices."""
    (one,) = {tuple(outcome for outcome, _ in outcomes(id, case(given), notice)) for notice in NOTICES}
    return "+".join(one)


@pytest.mark.parametrize(
    ("where", "text", "outcome"),
    [
        ("EXIF Software", "Adobe Photoshop 25.0 (Windows)", "fail"),
        ("EXIF Software", "美图秀秀 7.1", "fail"),
        ("XMP", "GIMP 2.10", "fail"),
        ("PDF Producer", "Foxit PhantomPDF Printer", "fail"),
        ("PNG Software", "Midjourney", "fail"),
        ("EXIF Software", "EPSON Scan 2", "pass"),
        ("EXIF Software", "HUAWEI Mate 60", "pass"),
        ("EXIF Software", "Adobe Photoshop Lightroom Classic 12", "pass"),
        ("PDF Producer", "Microsoft® Word 2019", "pass"),
        ("PDF Producer", "WPS 文字", "pass"),
        ("PDF Producer", "Skia/PDF m120", "pass"),
        ("PDF Creator", "CamScanner", "pass"),
        ("PNG Software", "Snipaste", "pass"),
    ],
)
def test_editors_are_told_and_scanners_are_not(where: str, text: str, outcome: str) -> None:
    assert word_of(METADATA, pdf(tags=(Tag(where, text),))) == outcome


@pytest.mark.parametrize(
    ("traces", "slot", "outcome"),
    [
        ({"aigc": '{"Label":"1"}'}, Slot.TITLE, "fail"),
        ({"aigc": '{"Label":"1"}'}, Slot.PHOTO, "fail"),
        ({"c2pa": True}, Slot.TITLE, "unsure"),
        ({"c2pa": True, "generated": True}, Slot.TITLE, "fail"),
        ({"tags": (Tag("EXIF Software", "Adobe Photoshop"),)}, Slot.PHOTO, "pass"),  # portraits are cut with it
        ({}, Slot.TITLE, "pass"),
    ],
)
def test_labels_and_credentials(traces: dict[str, Any], slot: Slot, outcome: str) -> None:
    assert word_of(METADATA, pdf(slot=slot, **traces)) == outcome


def test_what_was_not_read_is_na() -> None:
    unread = document(FILE, Slot.TITLE, media="application/pdf")
    assert [word_of(id, unread) for id in (METADATA, REVISED, OVERLAY, CODE)] == ["na"] * 4


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ((change("证书编号：A2019", "证书编号：A2016"),), "fail"),
        ((change("备注：__", "备注：已核", "filled"),), "pass"),
        ((change("本证书已作废", "", "deleted"),), "unsure"),
        ((change("考核合格", "考核不合格", "inserted"),), "unsure"),
        ((change("12", "18", source="field"),), "unsure"),
        ((change("2019", "2016", source="ocr", confidence=0.97),), "fail"),
        ((change("2019", "2016", source="ocr", confidence=0.6),), "unsure"),
        ((change("证书\ufffd\ufffd", "证书编号"),), "unsure"),  # a font without its letters
        ((change("备注：__", "备注：已核", "filled"), change("2019年", "2016年")), "fail"),
        ((change("□合格 ■不合格", "■合格 □不合格", "marked"),), "unsure"),
        ((change("孟凡", "沈立峰", "marked"), change("2019年", "2016年")), "fail"),
    ],
)
def test_changed_print_is_told_with_before_and_after(changes: tuple[Change, ...], outcome: str) -> None:
    given = pdf(revisions=(Revision(2, changes),), saved=2)
    assert word_of(REVISED, given) == outcome
    if outcome == "fail":
        (seen,) = observe(REVISED, case(given))
        assert (seen.expected, seen.found) == (changes[-1].before, changes[-1].after)
        assert f"原为“{changes[-1].before}”，现为“{changes[-1].after}”" in seen.message
        assert (seen.evidence[0].page, seen.evidence[0].box) == (1, (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        ("日期：20XX年XX月XX日", "日期：2024年09月18日", "pass"),
        ("×年×月×日", "2024年9月18日", "pass"),
        ("验收日期： 年月 日 合格", "验收日期： 2022年8月16日 合格", "pass"),
        ("签署日期：请选择日期", "签署日期：2024年9月2日", "pass"),
        ("项目负责人签名：（手写签名）", "项目负责人签名：孟凡", "pass"),
        ("总监理工程师：（签字）", "总监理工程师：李卫东", "pass"),
        ("某某某同志", "沈立峰同志", "pass"),
        ("单击此处输入文字。", "情况属实", "pass"),
        ("日期：20XX年XX月XX日 一级", "日期：2024年09月18日 二级", "fail"),  # and something else
        ("签名：孟凡（签字）", "签名：沈立峰", "fail"),  # another name stood there
        ("请选择日期 合格", "2024年9月2日 优秀", "fail"),
        ("2019年XX月", "2016年09月", "fail"),
        ("请选择日期", "兹证明" + "沈立峰同志任项目经理" * 5, "fail"),  # more than a date
        ("2022年度", "2023年度", "fail"),
    ],
)
def test_what_a_template_asks_for_may_be_filled_in(before: str, after: str, outcome: str) -> None:
    given = pdf(revisions=(Revision(2, (change(before, after),)),), saved=2)
    assert word_of(REVISED, given) == outcome
    assert outcome == "fail" or "填写空白处" in observe(REVISED, case(given))[0].message


MASKED = "身份证号：330682********0275"


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        (MASKED, MASKED, "fail"),  # another number
        (f"{MASKED} 第1页", f"{MASKED} 第2页", "unsure"),  # perhaps
        (f"{MASKED} 20XX年", f"{MASKED} 2024年", "unsure"),
    ],
)
def test_a_masked_number_may_have_changed_beside_what_tools_write(before: str, after: str, outcome: str) -> None:
    given = pdf(revisions=(Revision(2, (change(before, after, margin=True),)),), saved=2)
    assert word_of(REVISED, given) == outcome


@pytest.mark.parametrize(
    ("before", "after", "margin", "outcome"),
    [
        ("第 1 页 共 1 页", "第 1 页 共 3 页", True, "pass"),
        ("越安建工集团 第1页", "越安建工集团 第12页", True, "pass"),
        ("- 3 -", "12", True, "pass"),
        ("Page 1 of 2", "Page 1 of 3", True, "pass"),
        ("打印时间：2024-09-02 09:14:33 第1页", "打印时间：2024-09-1115:40:02第1页", True, "unsure"),
        ("打印日期：2024年9月2日", "打印日期：2024年9月11日", True, "unsure"),
        ("第1页共1页", "第1页共3页", False, "fail"),
        ("打印时间：2024-09-02", "打印时间：2024-09-11", False, "fail"),
        ("越安建工集团 第1页", "越州建工集团 第1页", True, "fail"),
        ("2019年", "2016年", True, "fail"),
    ],
)
def test_what_tools_write_anew_into_a_margin_is_no_accusation(
    before: str, after: str, margin: bool, outcome: str
) -> None:
    given = pdf(revisions=(Revision(2, (change(before, after, margin=margin),)),), saved=2)
    assert word_of(REVISED, given) == outcome


def test_a_long_row_of_placeholders_costs_nothing() -> None:
    given = pdf(revisions=(Revision(2, (change("xx年" * 130, "1年" * 199 + "x"),)),), saved=2)
    assert word_of(REVISED, given) == "fail"


@pytest.mark.parametrize(
    ("traces", "outcome", "said"),
    [
        ({"revisions": (Revision(2, (), ("annotation",)),), "saved": 2}, "pass", "批注"),
        ({"revisions": (Revision(2, (), ("form",)),), "saved": 2}, "pass", "填写表单空白栏"),
        ({"revisions": (Revision(2, (), ("signature", "stamp")),), "saved": 2}, "pass", "电子签名或电子印章、加盖印章"),
        ({"revisions": (Revision(2, (), ("metadata",)),), "saved": 2}, "pass", "只改文件信息"),
        ({"revisions": (Revision(2, (), ("pages",)),), "saved": 2}, "pass", "增加页面"),
        ({"revisions": (Revision(2, (), ("picture",)),), "saved": 2}, "unsure", "画面"),
        ({"revisions": (Revision(2, (), (), 1),), "saved": 2}, "unsure", "去掉了 1 页"),
        ({"revisions": (Revision(2, (), ("order",)),), "saved": 2}, "pass", "调整页面次序"),
        ({"revisions": (Revision(2, (), ("undone",)),), "saved": 2}, "pass", "改回原样"),
        ({"revisions": (Revision(2, (), ("layout",)),), "saved": 2}, "pass", "版面"),
        ({"revisions": (Revision(2, (change("-3mm", "3mm", "marked"),)),), "saved": 2}, "unsure", "正负号"),
        ({"revisions": (Revision(2),), "saved": 2}, "pass", "未见文字变动"),
        ({"incomplete": (CUT,)}, "unsure", "结尾不完整"),
        ({"unopened": 1}, "unsure", "打不开"),
        ({"signatures": (Signature("broken", "某公司"),)}, "unsure", "不符"),
        ({"signatures": (Signature("unchecked", "某公司"),)}, "pass", "无法核验"),
        ({"signatures": (Signature("intact", "某公司"),)}, "pass", "不核验签名人身份"),
        ({}, "pass", "不等于没有改过"),
    ],
)
def test_other_revisions_are_named(traces: dict[str, Any], outcome: str, said: str) -> None:
    (seen,) = observe(REVISED, case(pdf(**traces)))
    assert (seen.outcome.value, said in seen.message) == (outcome, True)


def test_a_change_within_a_masked_number_is_said_to_be_there() -> None:
    masked = "330602********1234"
    (seen,) = observe(REVISED, case(pdf(revisions=(Revision(2, (change(masked, masked),)),), saved=2)))
    assert "遮盖的号码" in seen.message


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (overlay("编号2019", "编号2016"), "fail"),
        (overlay("编号2019", "编号2016", kind="picture", over="scan", beneath_sure=0.95, above_sure=0.95), "fail"),
        (overlay("编号2019", "编号2016", over="scan", beneath_sure=0.7), "unsure"),
        (overlay("编号2019", "编号2016", share=0.5), "unsure"),
        (overlay("编号\ue001", "编号2016"), "unsure"),
        (overlay("编号2019", "2019"), "unsure"),  # a part of it printed anew, the rest gone
        (overlay("编号2019", ""), "pass"),  # redacted
        (overlay("____", "2016"), "pass"),  # a blank
        (overlay("编号 2019", "编号：2019"), "pass"),  # the same
        (overlay("编号2019", "编号2016", kind="picture", coloured=True), "pass"),  # a seal
        (overlay("第3页", "第12页", margin=True), "pass"),
        (overlay("- 3 -", "3/12", margin=True), "pass"),
        (overlay("第3页", "第12页"), "fail"),
        (overlay("2019年", "2016年", margin=True), "fail"),
        (overlay("****", "****", in_number=True), "fail"),  # an ID number retyped, which nobody is told
        (overlay("****", "****", in_number=True, over="scan", above_sure=0.5), "unsure"),
        (overlay("****", "****"), "pass"),
        (overlay("13857512046 造价：31256万元", "已脱敏"), "pass"),  # hidden by the unit
        (overlay("人民币叁亿壹仟贰佰万元整", "商业秘密，略"), "pass"),
        (overlay("330602198504121235", "XXXXXXXX"), "pass"),
        (overlay("人民币叁亿壹仟贰佰万元整", "商业秘密，略，优良工程"), "fail"),
        (overlay("（签字）", "李卫东", kind="picture"), "pass"),  # a signature
        (overlay("请选择日期", "2024年9月2日"), "pass"),
        (overlay("20XX年XX月XX日", "2024年9月2日"), "pass"),
        (overlay("  年  月  日", "2024年9月2日"), "pass"),
        (overlay("李卫东（签字）", "王建国", kind="picture"), "fail"),
    ],
)
def test_covers(given: Overlay, outcome: str) -> None:
    assert word_of(OVERLAY, pdf(overlays=(given,))) == outcome


SIGNED, REMARK = "核对无误 验证人：张明 2024年9月6日", "学工程任施工员，工作至今"
SIGN_OFFS: list[tuple[str, str, str]] = [
    (REMARK, SIGNED, "unsure"),
    (REMARK, "与原件核对无误，张明，2024.9.6（盖章）", "unsure"),
    (REMARK, "核对无误", "unsure"),
    ("2015年7月1日", SIGNED, "unsure"),  # what it hides is shown
    (REMARK, f"{SIGNED} 2010年9月6日", "fail"),  # a second day
    (REMARK, f"{SIGNED} 任项目经理", "fail"),
    (REMARK, f"{SIGNED} 12年", "fail"),
    (REMARK, "核对无误 张明 李海燕", "fail"),  # a second person
    (REMARK, "验证人：张明 2024年9月6日", "fail"),  # without the words
    (REMARK, "2010年9月6日", "fail"),
    ("2015年7月1日", "2010年9月6日 核对无误 验证人：张明", "fail"),  # the day retyped first
    ("核对无误 验证人：李海燕 2023年9月6日", SIGNED, "fail"),  # another person's sign-off
    ("李海燕", "张明", "fail"),
]


@pytest.mark.parametrize(("beneath", "above", "outcome"), SIGN_OFFS)
def test_a_sign_off_on_top_is_for_a_person(beneath: str, above: str, outcome: str) -> None:
    assert word_of(OVERLAY, pdf(overlays=(overlay(beneath, above),))) == outcome
    line = change(f"备注：该同志在镜湖小{beneath}", f"备注：该同志在镜湖小{above}")
    assert word_of(REVISED, pdf(revisions=(Revision(2, (line,)),), saved=2)) == outcome


def test_what_a_sign_off_hides_is_said_and_another_change_is_not_excused_by_it() -> None:
    signed, retyped = overlay(REMARK, SIGNED), overlay("编号2019", "编号2016")
    (seen,) = observe(OVERLAY, case(pdf(overlays=(signed,))))
    assert f"下面是“{REMARK}”" in seen.message
    assert word_of(OVERLAY, pdf(overlays=(signed, retyped))) == "fail"
    added = change(f"{REMARK}2019年6月2日", f"{SIGNED}")
    (seen,) = observe(REVISED, case(pdf(revisions=(Revision(2, (added,)),), saved=2)))
    assert (seen.outcome, REMARK in seen.message) == ("unsure", True)
    other = change("编号2019", "编号2016")
    assert word_of(REVISED, pdf(revisions=(Revision(2, (added, other)),), saved=2)) == "fail"


def test_what_a_redaction_hides_is_not_told_beside_what_was_retyped() -> None:
    hidden, retyped = overlay("13857512046", "已脱敏"), overlay("编号2019", "编号2016")
    (seen,) = observe(OVERLAY, case(pdf(overlays=(hidden, retyped))))
    assert (seen.outcome, "13857512046" in seen.message, len(seen.evidence)) == ("fail", False, 1)


def test_a_redaction_is_said_to_be_there() -> None:
    (seen,) = observe(OVERLAY, case(pdf(overlays=(overlay("13857512046", "已脱敏"),))))
    assert ("1 处写有“已脱敏”等字样的遮盖" in seen.message, "13857512046" in seen.message) == (True, False)


def test_of_a_retyped_id_number_it_is_said_that_it_differs() -> None:
    (seen,) = observe(OVERLAY, case(pdf(overlays=(overlay("****", "****", in_number=True),))))
    assert "遮盖的号码" in seen.message


def test_covers_are_shown_with_both_texts() -> None:
    (seen,) = observe(OVERLAY, case(pdf(overlays=(overlay("编号2019", "编号2016"),) * 6)))
    assert "下面是“编号2019”，上面是“编号2016”" in seen.message
    assert "另有 2 处" in seen.message
    assert (seen.evidence[0].page, seen.evidence[0].box) == (1, (10, 20, 30, 40))


@pytest.mark.parametrize(
    ("id", "note", "outcome"),
    [
        (OVERLAY, LAYERS[0], "unsure"),
        (OVERLAY, LAYERS[1], "unsure"),
        (OVERLAY, UNCOMPARED, "pass"),
        (REVISED, UNCOMPARED, "unsure"),
        (REVISED, PARTLY, "na+pass"),
        (METADATA, UNREAD[0], "pass+na"),
    ],
)
def test_what_was_not_looked_at_is_told(id: str, note: str, outcome: str) -> None:
    assert word_of(id, pdf(incomplete=(note,))) == outcome


CHSI = "https://www.chsi.com.cn/xlcx/bg.do?vcode="
RECORD = ("教育部学历证书电子注册备案表", "在线验证码：A7PX 4WY2 N9KD 6HR3")
TITLE = ("职称证书", "姓名：王建国", "证书编号：ZG20190602348")


@pytest.mark.parametrize(
    ("text", "lines", "outcome"),
    [
        (CHSI + "A7PX4WY2N9KD6HR3", RECORD, "pass"),
        (CHSI + "A7PX4WY2N9KD6HR3&srcid=bgcx", RECORD, "pass"),
        (CHSI + "A7PX4WY2N9KD6HR8", RECORD, "pass"),  # one letter misread on the scan
        (CHSI + "B3QZ8TM5C2VL7JE9", RECORD, "fail"),
        (CHSI + "A7PX4WY2N9KD6HR3", RECORD[:1], "unsure"),
        ("https://www.chsi.com.cn.bg-cx.com/?vcode=A7PX4WY2N9KD6HR3", RECORD, "fail"),
        ("https://www.chsl.com.cn/?vcode=A7PX4WY2N9KD6HR3", RECORD, "fail"),
        ("https://www.chsi.com.cn@evil.example/?vcode=A7PX4WY2N9KD6HR3", RECORD, "fail"),
        ("http://chsi-com-cn.example/x", ("合同",), "fail"),
        ("https://example.com/x", RECORD, "unsure"),
        ("https://www.chsi.cn/?vcode=A7PX4WY2N9KD6HR3", RECORD, "unsure"),  # the page's number, at another host
        ("https://www.camscanner.com/?vcode=A7PX4WY2N9KD6HR3", RECORD, "pass"),
        ("https://v3.camscanner.com/user/download", RECORD, "na"),
        ("https://example.com/x", ("合同",), "na"),
        ("https://zs.gov.cn/x", ("合同",), "na"),
        ("https://example.com/q?no=ZG20190602348", TITLE, "pass"),
        ("ZG20190602348", TITLE, "pass"),
        ("zg 20190602348", TITLE, "pass"),
        ("姓名：王建国;证书编号：ZG20190602348", TITLE, "pass"),
        ("证书编号：ZG20160602348", TITLE, "unsure"),  # may be misread
        ("证书编号：ZG18887766554", TITLE, "fail"),
        ("姓名：李国强;证书编号：ZG20190602348", TITLE, "fail"),
        ("证书编号：ZG2019******8", TITLE, "na"),
        ("DOC-778812345", TITLE, "na"),
        ("hello", TITLE, "na"),
        ("http://[::1", TITLE, "na"),
        ("https://\u0441hsi.com.cn/?vcode=1", ("合同",), "fail"),  # a Cyrillic letter
        ("", TITLE, "na"),
    ],
)
def test_codes(text: str, lines: tuple[str, ...], outcome: str) -> None:
    given = pdf(page(*lines), codes=(Code(1, "QRCode", text, (5, 6, 70, 80)),))
    assert word_of(CODE, given) == outcome


def test_a_number_on_a_page_with_a_text_layer_is_not_misread() -> None:
    from dataclasses import replace

    given = pdf(replace(page(*TITLE), source="text"), codes=(Code(1, "QRCode", "证书编号：ZG20160602348"),))
    assert word_of(CODE, given) == "fail"


def test_a_long_code_is_shown_in_part() -> None:
    (seen,) = observe(CODE, case(pdf(page(*TITLE), codes=(Code(1, "QRCode", "<b>" + "x" * 400),))))
    assert len(seen.message) < 200
