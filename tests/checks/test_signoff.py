"""signoff.verified: SX 五（七）1."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import (
    EMPLOYER,
    NAME,
    OWNER,
    Word,
    case,
    document,
    item,
    observe,
    outcomes,
    page,
    row,
    seal,
    word,
)
from verify.form import Project
from verify.model import Document, Item, Slot
from verify.page import Page

NEAR = (400, 300, 700, 600)
OWN = seal(EMPLOYER, box=NEAR)
PHRASE, SIGNER, DATE = "核对无误", "验证人：李明", "2024.9.20"
SUBJECT = "工程业绩/01镜湖"


def proof(*lines: object, **more: object) -> Page:
    more.setdefault("seals", (OWN,))
    return page("图纸会审记录", f"项目经理：{NAME}", *lines, **more)  # type: ignore[arg-type]


def project(*pages: Page, **more: object) -> Item:
    return item(Slot.PROJECT, document(f"{SUBJECT}/a.jpg", Slot.PROJECT, *pages, **more))


OLD = "绍兴县第一建筑公司"
FAR = (900, 1350, 1200, 1650)
CLEAR = (
    "20240920", "2024、9、20", "2024,9,20", "2024 9 20", "2024—9—20", "2024·9·20", "2024/09/20 10:23", "日期：2024、9、20",
)  # fmt: skip
UNCLEAR = ("2024年9月", "24.9.20", "9月20日", "二〇二四年九月", "2O24.9.2", "验证时间：", "20240935")
CASES = [
    ("all there", proof(PHRASE, SIGNER, DATE), "pass", ""),
    ("与原件核对无误", proof("与原件核对无误", SIGNER, "2024年9月20日"), "pass", ""),
    ("date in characters", proof(PHRASE, SIGNER, "二〇二四年九月二十日"), "pass", ""),
    ("spaced phrase", proof("核 对 无 误", SIGNER, DATE), "pass", ""),
    ("phrase in two boxes", proof(*row("核对", "无误", y=400), word(SIGNER, y=460), word(DATE, y=520)), "pass", ""),
    ("phrase by the second reader", proof("核対无误", SIGNER, DATE, second=(word(PHRASE, y=320),)), "pass", ""),
    ("phrase in a stamp", proof(SIGNER, DATE, seals=(OWN, seal(PHRASE, box=(100, 300, 300, 360)))), "pass", ""),
    ("a signature that is only ink", proof(PHRASE, DATE, marks=((300, 300, 480, 360),)), "pass", ""),
    ("a signature without label", proof(PHRASE, "李明", DATE), "pass", ""),
    ("a rare surname beside its label", proof(PHRASE, "验证人：丽志明", DATE), "pass", ""),
    ("the applicant signed his summary", proof(word(f"签名：{NAME}", y=1200), PHRASE, SIGNER, DATE), "pass", ""),
    ("ink far away is no signature", proof(PHRASE, DATE, marks=((620, 1320, 700, 1390),)), "fail", "缺验证人签名"),
    ("ink across the seal's edge", proof(PHRASE, DATE, marks=((250, 340, 500, 400),)), "pass", ""),
    ("ink within the seal", proof(PHRASE, DATE, marks=((420, 340, 600, 400),)), "unsure", "签名"),
    ("one slip in the phrase", proof("核对无娱", SIGNER, DATE), "unsure", "字样"),
    ("与原件一致", proof("与原件一致", SIGNER, DATE), "unsure", "与原件一致"),
    ("signed by the applicant", proof(PHRASE, f"验证人：{NAME}", DATE), "unsure", "申报人本人"),
    (
        "a department's seal",
        proof(PHRASE, SIGNER, DATE, seals=(seal(EMPLOYER, texts=("人事专用章",), box=NEAR),)),
        "unsure",
        "专用章",
    ),
    *(
        (f"{told} of the employer", proof(PHRASE, SIGNER, DATE, seals=(stamp,)), "unsure", told)
        for stamp, told in (
            (seal(EMPLOYER, texts=("合同专用草",), box=NEAR), "合同专用章"),
            (seal(EMPLOYER + "人力资源部", box=NEAR), "部门章"),
            (seal(EMPLOYER + "镜湖项目经理部", box=NEAR), "项目部章"),
            (seal(EMPLOYER, texts=("技术专甲章",), box=NEAR), "专用章"),
        )
    ),
    *(
        (name, proof(PHRASE, SIGNER, DATE, *lines, seals=(stamp,)), outcome, told)
        for name, stamp, outcome, told, *lines in (
            ("a worn seal of the employer's", seal("浙江宝业建", "unit", 0.4, box=NEAR), "unsure", "公章文字"),
            ("a near-named firm's seal", seal("浙江宝亚建设集团有限公司", box=NEAR), "unsure", "公章文字"),
            ("a group company's seal", seal("浙江宝业幕墙装饰有限公司", box=NEAR), "unsure", "公章文字"),
            ("the employer's former name", seal(OLD, box=NEAR), "unsure", "公章文字", f"由{OLD}更名为{EMPLOYER}"),
            ("an authority's seal", seal("绍兴市住房和城乡建设局", box=NEAR), "fail", "不是申报单位"),
            ("only a registered person's", seal("浙江省注册建造师执业印章", box=NEAR), "fail", "缺单位公章"),
            ("only a remark", seal("附件", box=NEAR), "fail", "缺单位公章"),
        )
    ),
    (
        "an unreadable seal over a party's",
        proof(
            PHRASE, SIGNER, DATE, seals=(seal("绍兴市住房和城乡建设局", box=NEAR), seal("", confidence=0.0, box=NEAR))
        ),
        "unsure",
        "叠盖",
    ),
    ("an unreadable seal", proof(PHRASE, SIGNER, DATE, seals=(seal("", confidence=0.2),)), "unsure", "公章文字"),
    ("the date of something else", proof("取得资格时间：2018年12月28日", PHRASE, SIGNER), "unsure", "验证时间"),
    ("a date far away", proof(PHRASE, SIGNER, word(DATE, y=1650)), "fail", "验证时间"),
    ("nothing read well", proof("图纸", confidence=0.3, seals=()), "unsure", "未能读清"),
    ("no phrase", proof(SIGNER, DATE), "fail", "核对无误"),
    ("no phrase, no seal", proof(seals=()), "fail", "核对无误"),
    ("no date", proof(PHRASE, SIGNER), "fail", "缺验证时间"),
    ("no signature", proof(PHRASE, DATE), "fail", "缺验证人签名"),
    ("a label without signature", proof(PHRASE, "验证人：", word(DATE, y=500)), "fail", "缺验证人签名"),
    ("no seal", proof(PHRASE, SIGNER, DATE, seals=()), "fail", "缺单位公章"),
    ("another unit's seal", proof(PHRASE, SIGNER, DATE, seals=(seal(OWNER, box=NEAR),)), "fail", "不是申报单位"),
    ("another unit's seal far away", proof(PHRASE, SIGNER, DATE, seals=(seal(OWNER, box=FAR),)), "fail", "缺单位公章"),
    ("the employer's seal far away", proof(PHRASE, SIGNER, DATE, seals=(seal(EMPLOYER, box=FAR),)), "unsure", "较远"),
    ("a personal seal", proof(PHRASE, DATE, seals=(OWN, seal("李明之印", box=(300, 400, 360, 460)))), "unsure", "签名"),
    ("a rare name", proof(PHRASE, DATE, "丽志明"), "unsure", "签名"),
    ("a Latin name", proof(PHRASE, DATE, "Mamat"), "unsure", "签名"),
    ("a name further down", proof(PHRASE, DATE, "李明"), "unsure", "签名"),
    (
        "a place near a blank label",
        proof(word("核对无误", y=320), word("验证人：", y=360), word("宁波市", y=440), word(DATE, y=500)),
        "fail",
        "签名",
    ),
    ("form words right below", proof(PHRASE, "封面", DATE, "季度", "范围"), "fail", "签名"),
    (
        "phrase on two lines",
        proof(word("核对", y=320), word("无误", y=355), word(SIGNER, y=400), word(DATE, y=450)),
        "pass",
        "",
    ),
    ("核对属实", proof("核对属实", SIGNER, DATE), "unsure", "核对属实"),
    ("审核无误", proof("审核无误", SIGNER, DATE), "unsure", "审核无误"),
    ("no phrase but ink by our seal", proof(SIGNER, DATE, marks=((300, 330, 420, 380),)), "unsure", "笔迹"),
    (
        "no phrase but a shaky line by our seal",
        proof(SIGNER, DATE, Word("杨对元误", (250, 500, 390, 540), 0.4)),
        "unsure",
        "笔迹",
    ),
    *((f"date as {text}", proof(PHRASE, SIGNER, text), "pass", "") for text in CLEAR),
    *((f"date as {text}", proof(PHRASE, SIGNER, text), "unsure", "验证时间") for text in UNCLEAR),
    ("three things at once", proof(PHRASE, seals=()), "fail", "缺单位公章"),
]


@pytest.mark.parametrize(("name", "shown", "outcome", "told"), CASES, ids=[c[0] for c in CASES])
def test_verified(name: str, shown: Page, outcome: str, told: str) -> None:
    (seen,) = observe("signoff.verified", case(items=[project(shown)]))
    assert (seen.outcome.value, seen.subject) == (outcome, SUBJECT), seen.message
    assert told in seen.message


def test_the_message_lists_all_that_is_missing() -> None:
    (seen,) = observe("signoff.verified", case(items=[project(proof(PHRASE, seals=()))]))
    assert [part in seen.message for part in ("验证时间", "验证人签名", "单位公章")] == [True, True, True]


def test_a_grey_scan_shows_a_seal_or_leaves_it_open() -> None:
    stamped = project(proof(PHRASE, SIGNER, DATE, seals=(replace(OWN, colour="black"),), grey=True))
    assert outcomes("signoff.verified", case(items=[stamped])) == [("pass", SUBJECT)]
    shown = project(proof(PHRASE, SIGNER, DATE, seals=(), grey=True))
    assert outcomes("signoff.verified", case(items=[shown])) == [("unsure", SUBJECT)]


def test_one_page_of_an_item_is_enough_unless_the_notice_wants_every_file() -> None:
    signed, bare = proof(PHRASE, SIGNER, DATE), proof()
    files = (document(f"{SUBJECT}/1.jpg", Slot.PROJECT, bare), document(f"{SUBJECT}/2.jpg", Slot.PROJECT, signed))
    given = case(items=[item(Slot.PROJECT, *files)])
    assert outcomes("signoff.verified", given) == [("pass", SUBJECT)]
    assert outcomes("signoff.verified", given, per="file") == [
        ("fail", f"{SUBJECT}/1.jpg"),
        ("pass", f"{SUBJECT}/2.jpg"),
    ]


def test_a_platform_screenshot_a_photo_and_the_commitment_are_exempt() -> None:
    screen = project(page("浙江省建筑市场监管公共服务系统", f"项目经理 {NAME}"))
    others = (document("证件照/a.jpg", Slot.PHOTO), document("承诺书/a.pdf", Slot.COMMITMENT, page("真实性保证书")))
    assert outcomes("signoff.verified", case(*others, items=[screen])) == [("na", SUBJECT)]
    assert outcomes("signoff.verified", case(*others)) == [("na", "佐证材料")]


def test_files_of_one_kind_are_one_piece_of_evidence() -> None:
    def diploma(name: str, *lines: str) -> Document:
        return document(f"学历学位/{name}.jpg", Slot.EDUCATION, page("毕业证书", *lines, seals=(OWN,)))

    given = case(
        diploma("a"), diploma("b", PHRASE, SIGNER, DATE), document("社保/a.jpg", Slot.INSURANCE, page("参保证明"))
    )
    assert outcomes("signoff.verified", given) == [("pass", "学历学位"), ("fail", "社保")]


def test_the_employer_at_the_time_of_the_project_may_seal() -> None:
    then = "绍兴第二建筑工程有限公司"
    shown = project(proof(PHRASE, SIGNER, DATE, seals=(seal(then, box=NEAR),)))
    assert outcomes("signoff.verified", case(items=[shown])) == [("fail", SUBJECT)]
    claimed = item(Slot.PROJECT, *shown.documents, claim=Project(employer=then))
    assert outcomes("signoff.verified", case(items=[claimed])) == [("pass", SUBJECT)]


def test_without_an_employer_on_the_form_no_seal_is_a_strangers() -> None:
    shown = project(proof(PHRASE, SIGNER, DATE))
    assert outcomes("signoff.verified", case(items=[shown], employer={})) == [("unsure", SUBJECT)]


def test_a_seal_on_another_page_of_the_file_is_a_persons_to_judge() -> None:
    shown = project(proof(PHRASE, SIGNER, DATE, seals=()), page("附页", number=2, seals=(OWN,)))
    assert outcomes("signoff.verified", case(items=[shown])) == [("unsure", SUBJECT)]


def test_without_todays_employer_on_the_form_a_seal_is_not_a_strangers() -> None:
    shown = project(proof(PHRASE, SIGNER, DATE))
    claimed = item(Slot.PROJECT, *shown.documents, claim=Project(employer="绍兴第二建筑工程有限公司"))
    assert outcomes("signoff.verified", case(items=[claimed], employer={})) == [("unsure", "工程业绩/01镜湖")]


def test_a_seal_that_may_be_a_partys_does_not_pass_as_the_employers() -> None:
    """Both names fit what was read: the page's other unit is an everyday word apart."""
    sister = "浙江宝业建工集团有限公司"
    stamp = seal("浙江宝业建口集团有限公司", box=NEAR)
    lines = (PHRASE, SIGNER, DATE)
    assert outcomes("signoff.verified", case(items=[project(proof(*lines, seals=(stamp,)))])) == [("pass", SUBJECT)]
    named = project(proof(*lines, f"监理单位：{sister}", seals=(stamp,)))
    assert outcomes("signoff.verified", case(items=[named])) == [("unsure", SUBJECT)]


ORDER = [
    ("on the day of uploading", DATE, ("2024年9月20日签发",), "pass", ""),
    ("after the upload", "2024.12.10", (), "unsure", "晚于提交时间"),
    ("before the page's own date", "2016.1.10", ("会审时间：2023年6月30日",), "unsure", "早于同页的日期 2023-06-30"),
    ("the page's own date is bare and close too", "2024.9.10", ("2023年6月30日",), "pass", ""),
    ("a term that runs on", "2024.9.10", ("有效期至 2024年9月15日",), "pass", ""),
    ("a date after the upload too", "2024.9.10", ("会审时间：2026年6月30日",), "pass", ""),  # misread, or a plan
    ("a date hardly read", "2016.1.10", (("会审时间：2023年6月30日", 0.7),), "pass", ""),
]


@pytest.mark.parametrize(("name", "day", "lines", "outcome", "told"), ORDER, ids=[c[0] for c in ORDER])
def test_a_date_that_cannot_be(name: str, day: str, lines: tuple[object, ...], outcome: str, told: str) -> None:
    shown = proof(word(PHRASE, y=420), word(SIGNER, y=480), word(day, y=540), *lines)
    (seen,) = observe("signoff.verified", case(items=[project(shown)], submitted_at="2024-09-20"))
    assert (seen.outcome.value, told in seen.message) == (outcome, True), seen.message


def test_a_typed_name_is_no_signature() -> None:
    def typed(*lines: object, **more: object) -> str:
        more.setdefault("seals", (OWN,))
        shown = page("图纸会审记录", f"项目经理：{NAME}", PHRASE, *lines, DATE, confidence=1.0, **more)  # type: ignore[arg-type]
        shown = replace(shown, source="text")
        return observe("signoff.verified", case(items=[project(shown)]))[0].message

    assert "没有见到手写签名" in typed(SIGNER)
    assert "没有见到手写签名" not in typed("验证人：", word("李明", x=240, y=380))  # a picture of writing, read
    assert "没有见到手写签名" not in typed(SIGNER, marks=((250, 360, 400, 420),))  # signed beside it
    (scanned,) = observe("signoff.verified", case(items=[project(proof(PHRASE, SIGNER, DATE))]))
    assert scanned.outcome.value == "pass"  # on a scan nobody can tell type from a neat hand
