"""assessment.form: SX 附件4 二4; rules AA-04 … AA-10, AA-12."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.checks.build import EMPLOYER, NAME, case, document, observe, outcomes, page, seal
from verify.model import Case, Document, Slot
from verify.page import Page, Word

ID = "assessment.form"
TITLE = "专业技术人员年度考核登记表"
LONG = (
    "2022年度本人在镜湖新区装配式住宅工程从事技术工作，牵头编制预制叠合板深化设计图。",
    "上半年完成构件进场验收方案，逐层记录偏差二十一处并当日整改，一次验收合格率达到百分之九十七。",
    "下半年组织灌浆套筒饱满度检测，与设计单位往返核对十二次，未发生质量投诉，现场安全零事故。",
    "同时完成塔吊附着与吊装次序优化，节约工期九天，减少返工费用约六万元，得到监理单位书面肯定。",
)
SIGNED = ("2022年12月20日", "2023年1月8日", "2023年1月10日")


def at(text: str, x: int, y: int, confidence: float = 0.98) -> Word:
    """A line as a scan has it: 25 pixels a character."""
    return Word(text, (x, y, x + 25 * len(text), y + 34), confidence)


def sheet(
    *summary: str, year: str = "（2022年度）", opinion: str = "经考核，2022年度考核等次为：合格", days: tuple[str, ...] = SIGNED,
    signers: tuple[str, ...] = (NAME, "马骏", NAME), confidence: float = 0.98, top: tuple[Word, ...] = (), name: str = NAME,
    **more: Any,
) -> Page:  # fmt: skip
    """The form of annex 5 as it is read: labels in the middle of their cells, cut over two lines."""
    lines = [at(TITLE, 340, 76), at(year, 540, 137), at("姓名", 133, 194), at(name, 322, 197), *top]
    lines += [at("政治面貌", 128, 252), at("单位及职务", 115, 305), at(EMPLOYER, 464, 312)]
    lines += [at("从事或分管", 114, 350), at("住宅工程现场技术管理", 406, 368), at("工作", 147, 380)]
    lines += [at(text, 263, 426 + 37 * n, confidence) for n, text in enumerate(summary)]
    lines += [at("个人总结", 123, 599), at(f"签名：{signers[0]}", 549, 781), at(days[0], 944, 790)]
    lines += [at(opinion, 304, 1026)] if opinion else []
    lines += [
        at("单位考核意", 108, 1066),
        at("见", 151, 1098),
        at(f"签名：{signers[1]}", 545, 1141),
        at(days[1], 966, 1150),
    ]
    lines += [
        at("同意考核意见。", 304, 1205),
        at("本人意见", 118, 1225),
        at(f"签名：{signers[2]}", 545, 1254),
        at(days[2], 955, 1260),
    ]
    return Page(1, 1240, 1754, "ocr", tuple(lines), **more)


def document_of(*pages: Page, file: str = "年度考核/2022.pdf") -> Document:
    return document(file, Slot.ASSESSMENT, *(replace(p, number=n) for n, p in enumerate(pages, 1)))


def formed(*pages: Page, **form: Any) -> Case:
    return case(document_of(*pages), **form)


def said(*pages: Page, **form: Any) -> str:
    (seen,) = observe(ID, formed(*pages, **form))
    assert seen.subject in ("assessments[2022]", "年度考核/2022.pdf")
    return seen.outcome.value


def test_a_form_with_a_real_summary() -> None:
    assert outcomes(ID, formed(sheet(*LONG))) == [("pass", "assessments[2022]")]


SUMMARIES: list[tuple[tuple[str, ...], str]] = [
    (LONG, "pass"),
    (("该同志工作认真负责。",), "fail"),
    (("工作认真，完成了领导交办的各项任务。", "团结同事。"), "fail"),  # two sentences, 25 characters
    (
        (
            "服从安排，按时到岗，态度端正，团结同志，遵守纪律，作风踏实，尊重领导，关心集体，积极上进，表现良好，获得好评，值得肯定，继续努力",
        ),
        "fail",
    ),
    (("完成镜湖项目吊装方案。",), "unsure"),  # short, and yet some work
    (LONG[:2], "unsure"),  # 50 to 150 characters
    (("本人" + "负责预制构件深化设计图纸审核与现场吊装技术交底" * 8,), "unsure"),  # one long sentence
    (("（本栏不少于三百字，可另附页）",), "unsure"),  # a printed hint, by which something may be written
    ((), "unsure"),  # an empty cell of a scan may hold handwriting that left no mark
]


@pytest.mark.parametrize(("summary", "outcome"), SUMMARIES)
def test_summary(summary: tuple[str, ...], outcome: str) -> None:
    assert said(sheet(*summary)) == outcome


AWAY = [
    ("本人2022年3月至12月因病休假，未从事专业技术工作。", "因病假超过半年，不参加考核，不定等次。", "unsure"),
    ("2022年本人休产假六个月，其余时间负责资料整理。", "合格", "unsure"),
    ("本人服从安排，团结同志。", "未参加考核", "unsure"),
    ("本人服从安排，团结同志。", "经考核合格", "fail"),
    ("本人全年出勤，无病假、无事假。", "经考核合格", "fail"),
    ("从未休假，遵守纪律。", "经考核合格", "fail"),
]


@pytest.mark.parametrize(("summary", "opinion", "outcome"), AWAY)
def test_a_year_on_leave_has_no_work_to_tell_of(summary: str, opinion: str, outcome: str) -> None:
    assert said(sheet(summary, opinion=opinion)) == outcome


CELLS = [
    ("近三年考核结果：合格、合格、优秀", "（2022年度）", "pass"),
    ("近三年年度考核结果", "（2022年度）", "pass"),
    ("近三年考核登记表", "（2022年度）", "fail"),
    ("近三年考核结果汇总表", "（2022年度）", "fail"),
    ("近四年合并考核", "（2022年度）", "fail"),
    ("近三年考核结果：合格、合格、优秀", "（2020—2022年度）", "fail"),
]


@pytest.mark.parametrize(("cell", "year", "outcome"), CELLS)
def test_the_results_of_several_years_in_a_cell_of_one_years_form(cell: str, year: str, outcome: str) -> None:
    assert said(sheet(*LONG, year=year, top=(at(cell, 200, 160),))) == outcome


def test_what_was_written_by_hand_accuses_nobody() -> None:
    assert said(sheet("工作认伩", confidence=0.5)) == "unsure"
    assert said(sheet(marks=((300, 500, 900, 620),))) == "unsure"  # ink that nobody read
    assert said(sheet("工作认真。", marks=((300, 500, 900, 620),))) == "unsure"
    assert said(sheet("工作认真。", marks=((640, 765, 760, 850),))) == "fail"  # the signature, which reaches up
    assert said(sheet(seals=(seal("", box=(300, 450, 700, 760)),))) == "unsure"  # a seal over it


def test_another_layout() -> None:
    lines = [
        TITLE,
        "（2022年度）",
        f"姓名：{NAME}",
        "个人总结：",
        *LONG,
        "签名：王建国 2022年12月28日",
        "单位考核意见：合格",
        "签名：马骏",
    ]
    assert said(page(*lines, y=60)) == "pass"
    assert said(page(TITLE, "（2022年度）", "考核结果：合格", y=60)) == "unsure"
    glued = [TITLE, "（2022年度）", f"个人总结 {''.join(LONG)}", "单位考核意见 同意", "签名：马骏"]
    assert said(replace(page(*glued, y=60), source="text")) == "pass"


def test_a_blank_is_sure_in_a_text_layer_only() -> None:
    lines = ["个人总结：", "签名：王建国", "单位考核意见：", "签名：马骏"]
    shown = replace(page(TITLE, "（2022年度）", *lines, y=60), source="text")
    (seen,) = observe(ID, formed(shown))
    assert seen.outcome.value == "fail"
    assert "“个人总结”是空白" in seen.message
    assert "“单位考核意见”是空白" in seen.message


def test_stacked_labels() -> None:
    shown = sheet(*LONG)
    words = [w for w in shown.words if w.text != "个人总结"]
    words += [at(char, 150, 450 + 60 * n) for n, char in enumerate("个人总结")]
    assert said(replace(shown, words=tuple(words))) == "pass"


def test_a_summary_that_runs_over_ten_pages() -> None:
    first = sheet()
    cut = tuple(w for w in first.words if w.box[1] < 620)
    pages = [replace(first, words=(*cut, at(LONG[0], 263, 640)))]
    pages += [page(*LONG, y=100) for _ in range(8)]
    pages += [page(LONG[3], "签名：王建国 2022年12月30日", "单位考核意见：考核合格", "签名：马骏", y=100)]
    assert outcomes(ID, formed(*pages)) == [("pass", "assessments[2022]")]


def test_ten_forms_in_one_file() -> None:
    def of(year: int) -> Page:
        return sheet(
            *LONG, year=f"（{year}年度）", days=(f"{year}年12月20日", f"{year + 1}年1月8日", f"{year + 1}年1月10日")
        )

    pages = [of(year) for year in range(2014, 2024)]
    assert outcomes(ID, formed(*pages)) == [("pass", f"assessments[{y}]") for y in range(2014, 2024)]


YEARS = [
    ("（2021、2022年度）", "fail"),
    ("（2020-2023年度）", "fail"),
    ("近四年年度考核情况", "fail"),
    ("2020年度至2023年度", "fail"),
    ("（2022年度）", "pass"),
]


@pytest.mark.parametrize(("year", "outcome"), YEARS)
def test_one_year_a_form(year: str, outcome: str) -> None:
    assert said(sheet(*LONG, year=year)) == outcome


def test_years_in_two_lines_may_be_a_slip() -> None:
    shown = sheet(*LONG)
    assert said(replace(shown, words=(*shown.words, at("2023年度", 540, 172)))) == "unsure"


OPINIONS: list[tuple[dict[str, Any], str]] = [
    ({}, "pass"),
    ({"opinion": ""}, "unsure"),
    ({"opinion": "", "marks": ((400, 1000, 700, 1060),)}, "unsure"),
    ({"signers": (NAME, "", NAME)}, "unsure"),
    ({"signers": (NAME, "", NAME), "seals": (seal(EMPLOYER),)}, "pass"),
    ({"signers": (NAME, "", NAME), "marks": ((640, 1130, 760, 1180),)}, "pass"),
]


@pytest.mark.parametrize(("more", "outcome"), OPINIONS)
def test_the_units_opinion(more: dict[str, Any], outcome: str) -> None:
    assert said(sheet(*LONG, **more)) == outcome


DAYS = [
    (("2022年12月20日", "2023年1月8日", "2023年1月10日"), "pass"),
    (("2021年12月20日", "2021年12月28日", "2021年12月30日"), "fail"),
    (("2012年12月20日", "2023年1月8日", "2023年1月10日"), "unsure"),  # one among others: misread?
    (("2022年5月20日", "2022年5月28日", "2022年5月30日"), "unsure"),
    (("2022年11月30日", "2022年12月8日", "2022年12月9日"), "pass"),
    (("2022年12月20日", "2025年1月8日", "2025年1月10日"), "unsure"),  # after the application
    (("年月日", "年月日", "年月日"), "pass"),
]


@pytest.mark.parametrize(("days", "outcome"), DAYS)
def test_days_of_signing(days: tuple[str, ...], outcome: str) -> None:
    assert said(sheet(*LONG, days=days), submitted_at="2024-09-20") == outcome


def test_the_day_of_appointment_is_no_signature() -> None:
    post = (at("现任岗位（职称）及聘任时间", 460, 252), at("2018年12月28日", 792, 252))
    assert said(sheet(*LONG, top=post)) == "pass"


def test_whose_form_it_is() -> None:
    assert said(sheet(*LONG, name="李海燕")) == "fail"
    assert said(sheet(*LONG, name="王健国")) == "pass"  # a slip of the reader
    other = [{"year": 2022, "employer": "宁波晨曦建设有限公司"}]
    assert said(sheet(*LONG), assessments=other) == "unsure"


def test_a_title_not_yet_held() -> None:
    post = (at("现任岗位（职称）", 460, 252), at("助理工程师", 792, 252))
    assert said(sheet(*LONG, top=post), titles=[{"name": "助理工程师", "obtained": "2018-12-28"}]) == "pass"
    assert said(sheet(*LONG, top=post), titles=[{"name": "助理工程师", "obtained": "2023-06-30"}]) == "unsure"
    assert said(sheet(*LONG, top=post), titles=[{"name": "助理工程师"}]) == "pass"


AWARD = document("年度考核/奖状.jpg", Slot.ASSESSMENT, page("荣誉证书", f"授予{NAME}同志2021年度先进工作者称号", y=300))


def test_an_award_in_place_of_a_form() -> None:
    years = [{"year": 2021, "grade": "优秀"}, {"year": 2022, "grade": "合格"}]
    assert outcomes(ID, case(AWARD, assessments=years)) == [("fail", "年度考核/奖状.jpg")]
    both = case(document_of(sheet(*LONG)), AWARD, assessments=years)
    assert outcomes(ID, both) == [("pass", "assessments[2022]"), ("fail", "年度考核/奖状.jpg")]
    same = replace(AWARD, pages=(page("荣誉证书", f"授予{NAME}同志2022年度先进工作者称号", y=300),))
    assert outcomes(ID, case(document_of(sheet(*LONG)), same, assessments=years)) == [("pass", "assessments[2022]")]


def test_other_papers_in_the_folder() -> None:
    listed = document("年度考核/a.jpg", Slot.ASSESSMENT, page("年度考核结果汇总表", "2021合格", "2022合格"))
    assert outcomes(ID, case(listed)) == [("fail", "年度考核/a.jpg")]
    patent = document("年度考核/a.jpg", Slot.ASSESSMENT, page("发明专利证书"))
    assert outcomes(ID, case(patent)) == [("unsure", "assessments")]
    assert outcomes(ID, case(document_of(sheet(*LONG)), patent)) == [("pass", "assessments[2022]")]
    assert outcomes(ID, case()) == [("na", "assessments")]


def test_what_is_wrong_is_told_at_once() -> None:
    days = ("2020年12月20日", "2021年1月8日", "2021年1月10日")
    (seen,) = observe(ID, formed(sheet("工作认真负责。", opinion="", days=days)))
    assert all(part in seen.message for part in ("个人总结", "单位考核意见", "2020-12-20"))
