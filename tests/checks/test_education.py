"""education.proof and education.record_agrees: SX 附件1 一2, 五（三）; YJ 四1. Rules ED-01 … ED-06, ED-08."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checks.education import Proof
from checks.home_country import origin
from tests.checks.build import NAME, case, document, observe, outcomes, page, params
from verify.model import Document, Slot

YJ = "yongjia-2021-23"
ID = "330602199003021150"


def file(name: str, *lines: Any, slot: Slot = Slot.EDUCATION, **more: Any) -> Document:
    return document(f"学历学位/{name}.jpg", slot, page(*lines, **more))


DIPLOMA = file(
    "毕业证", "普通高等学校", "毕 业 证 书", f"学生{NAME}……成绩合格，准予毕业。", "证书编号：109991201205001234"
)
RECORD = file("备案表", "教育部学历证书电子注册备案表", f"姓名：{NAME}", "备注：毕业证书请妥善保管")
REPORT = file("认证", "中国高等教育学历认证报告", "毕业证书真实")
DEGREE = file("学位证", "学士学位证书")
ROLL = file("登记表", "毕业生登记表")
ENROLMENT = file("学籍", "教育部学籍在线验证报告")
SCREEN = file("屏幕", "学信档案", "高等教育信息", "退出登录", "毕业证书编号109991201205001234")
HALF = file("结业证", "结 业 证 书", "成绩合格，准予结业。")
STRANGE = file("其他", "某某学校", "证明")
UNREAD = document("学历学位/b.jpg", Slot.EDUCATION)


def said(*files: Document, notice: str = "shaoxing-2024-07", level: str = "本科", **entry: Any) -> str:
    entry.setdefault("graduated", "2012-06-30")
    learned = [{"level": level, **entry}] if level else []
    ((outcome, _),) = outcomes("education.proof", case(*files, education=learned), notice)
    return outcome


SHAOXING: list[tuple[tuple[Document, ...], dict[str, Any], str]] = [
    ((DIPLOMA, RECORD), {}, "pass"),
    ((DIPLOMA, REPORT), {}, "pass"),
    ((DIPLOMA, replace(RECORD, slot=Slot.OTHER)), {}, "pass"),
    ((DIPLOMA, RECORD, UNREAD), {}, "pass"),
    ((DIPLOMA,), {}, "unsure"),  # the platform may hold the record
    ((DIPLOMA, ENROLMENT), {}, "unsure"),  # no record of a degree
    ((DIPLOMA, SCREEN), {}, "unsure"),
    ((DIPLOMA,), {"graduated": "2001-07-01"}, "unsure"),
    ((DIPLOMA,), {"graduated": "1998-07-01"}, "unsure"),
    ((DIPLOMA, ROLL), {"graduated": "1998-07-01"}, "pass"),
    ((DIPLOMA, ROLL), {"graduated": "2001"}, "unsure"),
    ((DIPLOMA, ROLL), {"graduated": "2008-07-01"}, "unsure"),
    ((RECORD,), {}, "fail"),
    ((RECORD, STRANGE), {}, "unsure"),  # that page may be the diploma
    ((RECORD, UNREAD), {}, "unsure"),
    ((DEGREE, RECORD), {}, "fail"),
    ((SCREEN,), {}, "fail"),
    ((ENROLMENT,), {}, "fail"),
    ((HALF,), {}, "fail"),
    ((HALF, RECORD), {}, "fail"),
    ((HALF, DIPLOMA, RECORD), {}, "pass"),
    ((file("结业证", ("结业证书", 0.7), "成绩合格"),), {}, "unsure"),  # 结 and 毕 look alike
    ((STRANGE,), {}, "unsure"),
    ((), {}, "fail"),
    ((), {"level": "大专（高职）"}, "fail"),
    ((), {"level": "高中"}, "na"),
    ((), {"level": ""}, "na"),
    ((file("认证", "国外学历学位认证书"),), {"country": "英国"}, "pass"),
    ((file("公证", "公证书", "毕业证书译文"),), {"country": "英国"}, "fail"),
    ((), {"country": "中国香港"}, "fail"),
    ((STRANGE,), {"country": "英国"}, "unsure"),
    ((DIPLOMA, RECORD), {"country": "中国"}, "pass"),
]


@pytest.mark.parametrize(("files", "entry", "outcome"), SHAOXING)
def test_shaoxing(files: tuple[Document, ...], entry: dict[str, Any], outcome: str) -> None:
    assert said(*files, **entry) == outcome


SAYS = [
    ((DIPLOMA,), "2001-07-01", "2001年当年"),
    ((DIPLOMA,), "2010-07-01", "可自动提取"),
    ((DIPLOMA,), "1998-07-01", "须上传证书、毕业生登记表"),
    ((DIPLOMA, ENROLMENT), "2010-07-01", "学籍在线验证报告不是学历备案表"),
    ((SCREEN,), "2010-07-01", "网页（屏幕）的照片或截图"),
]


@pytest.mark.parametrize(("files", "graduated", "words"), SAYS)
def test_what_is_told(files: tuple[Document, ...], graduated: str, words: str) -> None:
    given = case(*files, education=[{"level": "本科", "graduated": graduated}])
    assert words in observe("education.proof", given)[0].message


HOME = ["国内", "中国（大陆）", "中国浙江", "China", "CN", "内地", "大陆", "中国大陆地区", "PRC", "浙江", "杭州市"]
HOME += ["中华人民共和国（浙江省）", "中国、中国大陆", "中国（吉林省延边朝鲜族自治州）"]
COUNTRIES = [
    *((one, "pass") for one in HOME),
    *((one, "fail") for one in ("英国", "中国香港", "澳门", "台湾", "美国纽约", "日本、韩国", "UK", "境外")),
    *((one, "unsure") for one in ("东瀛", "不详", "Chian", "中国/英国", "鹿特丹", "1")),
]


@pytest.mark.parametrize(("country", "outcome"), COUNTRIES)
@pytest.mark.parametrize("notice", ["shaoxing-2024-07", YJ])
def test_where_a_degree_was_obtained(country: str, outcome: str, notice: str) -> None:
    assert said(DIPLOMA, RECORD, notice=notice, country=country) == outcome


@pytest.mark.parametrize("notice", ["shaoxing-2024-07", YJ])
def test_every_country_of_the_lists_is_what_its_list_says(notice: str) -> None:
    known = params("education.proof", notice)
    assert isinstance(known, Proof)
    assert {origin(one, known.home, known.abroad) for one in known.home} == {"home"}
    assert {one for one in known.abroad if origin(one, known.home, known.abroad) != "abroad"} == set()


def test_the_recognition_of_a_degree_is_enough_however_its_country_is_spelt() -> None:
    assert said(file("认证", "国外学历学位认证书"), country="大不列颠") == "pass"


YONGJIA: list[tuple[tuple[Document, ...], str, str]] = [
    ((), "本科", "na"),  # on the national site
    ((), "大专", "na"),
    ((), "高中", "fail"),
    ((), "中专/技校", "fail"),
    ((DIPLOMA,), "高中", "pass"),
    ((DIPLOMA,), "本科", "pass"),
    ((STRANGE,), "初中", "unsure"),
    ((HALF,), "高中", "fail"),
    ((UNREAD,), "高中", "unsure"),
    ((), "", "na"),
]


@pytest.mark.parametrize(("files", "level", "outcome"), YONGJIA)
def test_yongjia(files: tuple[Document, ...], level: str, outcome: str) -> None:
    assert said(*files, notice=YJ, level=level) == outcome


def test_of_several_degrees_the_highest_is_proved() -> None:
    learned = [{"level": "高中", "graduated": "2005"}, {"level": "大专", "graduated": "2010"}]
    assert outcomes("education.proof", case(education=learned)) == [("fail", "education")]
    assert outcomes("education.proof", case(education=learned), YJ) == [("na", "education")]


FORM = {"level": "本科", "school": "越州工业大学", "major": "土木工程", "graduated": "2012-06-30"}


def record(**changed: str) -> Document:
    values = {
        "姓名": NAME, "出生日期": "1990年3月2日", "毕（结）业日期": "2012年6月30日", "学校名称": "越州工业大学", "专业": "土木工程",
        "层次": "本科", "毕（结）业": "毕业", "证书编号": "109991201205001234",
        **{key.replace("毕结业", "毕（结）业"): value for key, value in changed.items()},
    }  # fmt: skip
    shown = page("教育部学历证书电子注册备案表", *(f"{label}：{value}" for label, value in values.items()))
    return document("学历学位/备案表.pdf", Slot.EDUCATION, replace(shown, source="text"))


def scanned(found: Document) -> Document:
    return replace(found, pages=tuple(replace(one, source="ocr") for one in found.pages))


def agrees(*files: Document, **form: Any) -> str:
    form.setdefault("education", [FORM])
    ((outcome, _),) = outcomes("education.record_agrees", case(*files, id_number=ID, **form))
    return outcome


OTHER = {"姓名": "李志强", "出生日期": "1985年1月9日"}
RECORDS: list[tuple[Document, str]] = [
    (record(), "pass"),
    (scanned(record()), "pass"),
    (record(证书编号="109991200805001234"), "fail"),  # 2008 in the number, 2012 on the page
    (scanned(record(证书编号="109991200805001234")), "fail"),  # two digits of the year
    (scanned(record(证书编号="109991200205001234")), "unsure"),  # one digit, read once only
    (scanned(record(证书编号="109991201206001234")), "unsure"),
    (record(证书编号="109991201305001234"), "unsure"),  # a year apart
    (record(证书编号="109991201206001234"), "fail"),  # 专科 in the number, 本科 on the page
    (record(证书编号="109991201206001234", 层次="专科"), "unsure"),  # the form says 本科
    (record(证书编号="109991201205001234", 层次="专升本"), "pass"),
    (record(证书编号="109991201209001234"), "pass"),  # a code that is not known
    (record(证书编号="10999120120500123"), "unsure"),  # 17 digits
    (record(证书编号="10999120020500123", 毕结业日期="2002年6月30日"), "unsure"),  # usual, but the form says 2012
    (record(**OTHER), "fail"),
    (scanned(record(**OTHER)), "fail"),
    (record(姓名="李志强"), "unsure"),  # the applicant's birthday: a former name
    (record(姓名="王建囯", 出生日期="1985年1月9日"), "unsure"),
    (record(**OTHER, 证件号码=ID), "unsure"),  # their own number, by another calendar's birthday
    (record(**OTHER, 证件号码="330602198501091150"), "fail"),
    (record(姓名="李志强", 证件号码="330602198501092352"), "fail"),
    (record(姓名="李志强", 证件号码="330602********1150"), "unsure"),
    (record(姓名="李志强", 证件号码="330602XXXXXXXX1150"), "unsure"),
    (record(姓名="李志强", 证件号码="330602********2352"), "fail"),
    (record(证书编号="653302199805012345", 层次="专科"), "unsure"),  # 自学考试
    (record(证书编号="653302201206012345"), "unsure"),
    (record(证书编号="109991201201001234", 层次="研究生"), "unsure"),  # 博士
    (record(证书编号="109991201204001234"), "unsure"),  # 第二学士学位
    (record(证书编号="109991201201001234", 层次="硕士研究生"), "fail"),
    (record(学校名称="绍禹大学"), "unsure"),  # schools are renamed and merged
    (record(专业="工程管理"), "unsure"),
    (record(毕结业日期="2012年7月1日"), "unsure"),
    (record(毕结业="结业"), "unsure"),
]


@pytest.mark.parametrize(("found", "outcome"), RECORDS)
def test_record(found: Document, outcome: str) -> None:
    assert agrees(found) == outcome


def test_a_number_that_two_pages_say_was_surely_read() -> None:
    number = "109991201206001234"
    also = file("毕业证", "毕业证书", "准予毕业", f"证书编号：{number}")
    seen = outcomes(
        "education.record_agrees", case(scanned(record(证书编号=number)), also, education=[FORM], id_number=ID)
    )
    assert ("fail", "学历学位/备案表.pdf") in seen


def test_the_entry_that_fits_best_is_compared() -> None:
    first = {"level": "大专", "school": "东瓯职业学院", "major": "建筑工程技术", "graduated": "2009-06-30"}
    assert agrees(record(), education=[first, FORM]) == "pass"


def test_both_values_are_shown() -> None:
    given = case(record(专业="工程管理"), education=[FORM], id_number=ID)
    (seen,) = observe("education.record_agrees", given)
    assert "土木工程" in seen.message
    assert "工程管理" in seen.message


def test_an_expired_code_is_a_note() -> None:
    old = record()
    lines = [word.text for word in old.pages[0].words]
    expired = replace(old, pages=(replace(page(*lines, "在线验证有效期至2024年2月2日"), source="text"),))
    given = case(expired, education=[FORM], id_number=ID, submitted_at="2024-09-20")
    (seen,) = observe("education.record_agrees", given)
    assert seen.outcome.value == "pass"
    assert "2024-02-02" in seen.message


def test_a_diplomas_number_against_its_own_date() -> None:
    good = file("毕业证", "毕业证书", "准予毕业", "证书编号：109991201205001234", "二〇一二年六月三十日")
    odd = file("毕业证", "毕业证书", "准予毕业", "证书编号：109991200805001234", "二〇一二年六月三十日")
    signed = file("毕业证", "毕业证书", "准予毕业", "证书编号：109991201205001234", "核对无误 2024年9月12日")
    assert agrees(good) == "pass"
    assert agrees(signed) == "pass"
    assert agrees(signed, education=[]) == "na"
    assert agrees(odd) == "unsure"  # by itself no ground for an accusation
    assert agrees() == "na"
    assert agrees(STRANGE) == "na"
