"""continuing_education.platform and continuing_education.proof_agrees: SX 三（三）, 附件6; YJ 二（三）1, 四5."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checks.training_hours import amount_in
from checks.training_platform import hosts_in
from tests.checks.build import EMPLOYER, NAME, case, document, observe, outcomes, page, row, word
from verify.model import Case, Document, Slot
from verify.page import Word

PLATFORM, AGREES, YJ = "continuing_education.platform", "continuing_education.proof_agrees", "yongjia-2021-23"
FILE = "继续教育/a.jpg"
SHAOXING = "绍兴市专业技术人员继续教育平台"


def proof(*lines: Any, **more: Any) -> Document:
    return document(FILE, Slot.TRAINING, page("继续教育学时证明", *lines, **more))


def named(*lines: Any, platform: str = "", **more: Any) -> Case:
    entries = [{"year": 2023, "platform": platform}] if platform else []
    return case(proof(*lines, **more), continuing_education=entries)


HOSTS = [
    ("https://www.wzjxjy.cn/", ["www.wzjxjy.cn"]),
    ("http://220.191.224.159/elms/web/index1.jsp", ["220.191.224.159"]),
    ("http://220.191.224.159:8080/elms", ["220.191.224.159"]),
    ("网址：ningbo.zhujianpeixun.com。", ["ningbo.zhujianpeixun.com"]),
    ("www. zjjsrc. cn", ["www.zjjsrc.cn"]),
    ("ｗｗｗ．ｚｊｊｓｒｃ．ｃｎ", ["www.zjjsrc.cn"]),
    ("www.wzjxjy.cn.example.top/", ["www.wzjxjy.cn.example.top"]),
    ("someone@163.com", []),
    ("扫描件.pdf 2024.05.20 1.2.3", []),
]


@pytest.mark.parametrize(("text", "hosts"), HOSTS)
def test_hosts(text: str, hosts: list[str]) -> None:
    assert hosts_in(text) == hosts


NAMED: list[tuple[tuple[Any, ...], str]] = [
    ((f"学习平台：{SHAOXING}",), "pass"),
    (("http://220.191.224.159/elms/web/index.jsp",), "pass"),
    (("http://220.191.224.159/elms/web/index1.jsp",), "pass"),
    (("打印网址：https://ningbo.zhujianpeixun.com/user/print",), "pass"),
    (("（杭州市）专业技术人员学习新干线",), "pass"),
    (row("学习平台", "台州市专业技术人员继续教育网络学习平台", y=400), "pass"),
    (("绍兴审专业技术人员继续教育平台",), "unsure"),  # a slip of the reader
    (("学习平台：绍兴市专业技术人员继续教育学习平台",), "unsure"),
    (("网址：https://zjjsrc.cn/",), "unsure"),  # without its www
    (("网址：https://www.zjjsrc.com/",), "unsure"),  # like a listed one: is it that one?
    (("网址：https://www.fastclass.com/",), "fail"),
    (("学习平台：云端快学网校",), "fail"),
    ((("学习平台：云端快学网校", 0.7),), "unsure"),
    (("学习平台：某某县人力资源和社会保障培训网",), "unsure"),  # a local authority's
    (("浙江省专业技术人员继续教育学时登记管理系统", "专业科目 60"), "pass"),
    (("https://zjjx.rlsbt.zj.gov.cn/print",), "pass"),
    (("学时已同步至浙江省专业技术人员继续教育学时登记管理系统。", "网址：https://www.fastclass.com/"), "fail"),
    (("证明真伪请登录www.fastclass.com查询", f"学习平台：{SHAOXING}"), "pass"),
    (("证明真伪请登录www.fastclass.com查询",), "unsure"),  # not said to be where it was learned
    (("专业科目 60",), "unsure"),
    (("一般公需科目 18", "学习平台：云端快学网校"), "na"),  # the list is for the other two
    (("一般公需科目 18", "专业科目 60", "学习平台：云端快学网校"), "fail"),
]


@pytest.mark.parametrize(("lines", "outcome"), NAMED)
def test_platform_on_the_proof(lines: tuple[Any, ...], outcome: str) -> None:
    assert outcomes(PLATFORM, named(*lines)) == [(outcome, FILE)]


DAYS = [
    (("学习平台：宁波市建筑业从业人员教育考试网", "2023年12月1日"), "unsure"),
    (("学习平台：宁波市建筑业从业人员教育考试网", "2024年6月1日"), "pass"),
    (("学习平台：宁波市建筑业从业人员教育考试网", "学习时间：2022年5月6日", "打印日期 2024年8月1日"), "unsure"),
    ((f"学习平台：{SHAOXING}", "2023年12月1日"), "pass"),
]


@pytest.mark.parametrize(("lines", "outcome"), DAYS)
def test_the_list_is_in_force_since_may_2024(lines: tuple[str, ...], outcome: str) -> None:
    assert outcomes(PLATFORM, named(*lines)) == [(outcome, FILE)]


def test_the_form_names_the_platform_where_the_proof_does_not() -> None:
    assert outcomes(PLATFORM, named("专业科目 60", platform=SHAOXING)) == [("pass", FILE)]
    assert outcomes(PLATFORM, named("专业科目 60", platform="云端快学网校")) == [("unsure", FILE)]
    assert outcomes(PLATFORM, named("专业科目 60", platform=SHAOXING, confidence=0.3)) == [("unsure", FILE)]

    def form(platform: str, notice: str = "shaoxing-2024-07") -> list[tuple[str, str]]:
        return outcomes(PLATFORM, case(continuing_education=[{"year": 2023, "platform": platform}]), notice)

    assert form(SHAOXING) == [("pass", "continuing_education[2023]")]
    assert form("云端快学网校") == [("fail", "continuing_education[2023]")]
    assert form("绍兴继续教育平台") == [("unsure", "continuing_education[2023]")]
    assert outcomes(PLATFORM, case()) == [("na", "continuing_education")]


def test_yongjia_asks_for_its_own_site() -> None:
    def said(*lines: str) -> list[tuple[str, str]]:
        return outcomes(PLATFORM, named(*lines), YJ)

    assert said("一般公需科目 18学时", "打印网址：https://www.wzjxjy.cn/") == [("pass", FILE)]
    assert said("温州市专业技术人员继续教育网") == [("pass", FILE)]
    assert said(f"学习平台：{SHAOXING}") == [("unsure", FILE)]
    assert said("网址：https://www.fastclass.com/") == [("fail", FILE)]
    assert said("网址：https://www.wzjxjy.cn.fastclass.com/") == [("fail", FILE)]
    assert outcomes(PLATFORM, case(), YJ) == [("fail", "continuing_education")]


AMOUNTS = [
    ("60", 60.0), ("60学时", 60.0), ("60 学 时", 60.0), ("18.5", 18.5), ("六十", 60.0), ("六十学时", 60.0), ("十八", 18.0),
    ("二十", 20.0), ("一百零五", 105.0), ("六〇", 60.0), ("陆拾", 60.0), ("60/18/12", None), ("—", None), ("", None),
    ("合格", None), ("330602", None), ("6O", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hours"), AMOUNTS)
def test_hours_as_they_are_written(text: str, hours: float | None) -> None:
    assert amount_in(text) == hours


HEAD = row("年度", "专业科目学时", "一般公需科目学时", "行业公需科目学时", "合计学时", y=300)


def under(*cells: str, y: int, confidence: float = 0.98) -> tuple[Word, ...]:
    """Cells under the headings, in the middle of their columns."""
    words = row(*cells, y=y, confidence=confidence)
    middles = [(word.box[0] + word.box[2]) // 2 for word in HEAD]
    return tuple(
        replace(w, box=(m - 15 * len(w.text), y, m + 15 * len(w.text), y + 30))
        for w, m in zip(words, middles, strict=True)
    )


def table(*rows: tuple[str, ...], confidence: float = 0.98) -> Document:
    cells = [word for n, cells in enumerate(rows) for word in under(*cells, y=360 + 60 * n, confidence=confidence)]
    return proof(f"姓名：{NAME}", *HEAD, *cells)


def claimed(*documents: Document, name: str = NAME, **years: tuple[float | None, float | None, float | None]) -> Case:
    fields = ("professional", "general", "industry")
    entries = [{"year": int(y[1:]), **dict(zip(fields, hours, strict=True))} for y, hours in years.items()]
    return case(*documents, name=name, continuing_education=entries)


def of_2022(*documents: Document, hours: tuple[float | None, float | None, float | None] = (60, 18, 12)) -> str:
    """The outcome for the year 2022 of a form."""
    (said,) = [o for o, s in outcomes(AGREES, claimed(*documents, y2022=hours)) if s == "continuing_education[2022]"]
    return said


LAYOUTS: list[tuple[str, Document]] = [
    ("a table", table(("2022年度", "60", "18", "12", "90"))),
    ("several years", table(("2021年度", "61", "19", "13", "93"), ("2022年度", "60", "18", "12", "90"))),
    ("hours as text", table(("2022", "60学时", "十八", "12.0", "90学时"))),
    ("a text layer", proof("年度 专业科目 一般公需科目 行业公需科目 合计", "2022年度 60 18 12 90")),
    (
        "in one cell",
        proof("2022年度", *row("年度", "专业/一般公需/行业公需", y=400), *row("2022", "　　60/18/12", y=460)),
    ),
    ("labels", proof("年度：2022年", "专业科目：60学时", "一般公需科目：18学时", "行业公需科目：12学时")),
    ("a sentence", proof("该同志2022年度完成专业科目60学时、一般公需科目18学时、行业公需科目12学时。")),
    ("over two lines", proof("该同志2022年度完成专业科目60学时、一般公需科", "目18学时、行业公需科目12学时。")),
]


@pytest.mark.parametrize(("name", "shown"), LAYOUTS, ids=[name for name, _ in LAYOUTS])
def test_layouts(name: str, shown: Document) -> None:
    if name == "a text layer":
        shown = replace(shown, pages=tuple(replace(p, source="text") for p in shown.pages))
    assert of_2022(shown) == "pass"
    assert of_2022(shown, hours=(62, 18, 12)) == "fail"


def test_courses_one_by_one() -> None:
    lines = [
        ("2022", "施工技术", "专业科目", "40"),
        ("2022", "安全", "专业科目", "20"),
        ("2022", "法规", "行业公需科目", "12"),
    ]
    head = row("年度", "课程名称", "科目类别", "学时", y=300)
    cells = []
    for n, line in enumerate(lines):
        for text, above in zip(line, head, strict=True):
            middle = (above.box[0] + above.box[2]) // 2
            box = (middle - 10 * len(text), 360 + 60 * n, middle + 10 * len(text), 390 + 60 * n)
            cells.append(Word(text, box, 0.98))
    shown = proof(*head, *cells)
    assert of_2022(shown, hours=(60, None, 12)) == "pass"
    assert of_2022(shown, hours=(70, None, 12)) == "unsure"  # another page may hold the rest
    assert of_2022(shown, hours=(60, 18, 12)) == "unsure"  # no 一般公需 to be seen


def test_one_proof_a_year_and_one_a_category() -> None:
    first = table(("2022年度", "60", "0", "0", "60"))
    second = replace(table(("2022年度", "0", "18", "12", "30")), file="继续教育/b.jpg")
    assert of_2022(first, second) == "pass"
    other = replace(table(("2021年度", "61", "19", "13", "93")), file="继续教育/b.jpg")
    assert of_2022(table(("2022年度", "60", "18", "12", "90")), other) == "pass"


AGREE = [
    ((60, 18, 12), "pass"),
    ((60, 18, None), "pass"),
    ((52, 18, 12), "unsure"),  # more on the proof than claimed
    ((70, 18, 12), "fail"),
    ((None, None, None), "unsure"),
]


@pytest.mark.parametrize(("hours", "outcome"), AGREE)
def test_form_and_proof(hours: tuple[float | None, float | None, float | None], outcome: str) -> None:
    assert of_2022(table(("2022年度", "60", "18", "12", "90")), hours=hours) == outcome


def test_what_was_read_badly_or_adds_up_to_nothing_accuses_nobody() -> None:
    assert of_2022(table(("2022年度", "80", "18", "12", "110"), confidence=0.7)) == "unsure"
    assert of_2022(table(("2022年度", "80", "18", "12", "90"))) == "unsure"  # 60 misread: the sum says so
    assert of_2022(table(("2022年度", "6O", "18", "12", "90"))) == "unsure"


def test_both_are_shown_side_by_side() -> None:
    (seen, *_) = observe(AGREES, claimed(table(("2022年度", "52", "18", "12", "82")), y2022=(62, 18, 12)))
    assert "申报信息为 62" in seen.message
    assert "证明上为 52" in seen.message
    assert seen.evidence[0].box


def test_a_proof_of_other_years() -> None:
    old = table(("2019年度", "60", "18", "12", "90"), ("2020年度", "60", "18", "12", "90"))
    assert of_2022(old) == "fail"
    assert of_2022(proof("继续教育证书")) == "unsure"
    assert of_2022(old, replace(proof("证书", confidence=0.3), file="继续教育/b.jpg")) == "unsure"
    given = claimed(old, y2018=(60, 18, 12))
    assert outcomes(AGREES, given)[0] == ("na", "continuing_education")  # 2018 does not count


def test_proofs_of_some_of_the_years_only() -> None:
    some = [replace(table((f"{y}年度", "60", "18", "12", "90")), file=f"继续教育/{y}.jpg") for y in (2022, 2023)]
    given = claimed(*some, y2021=(60, 18, 12), y2022=(60, 18, 12), y2023=(70, 18, 12))
    seen = {s: o for o, s in outcomes(AGREES, given)}
    assert [seen[f"continuing_education[{y}]"] for y in (2021, 2022, 2023)] == ["na", "pass", "fail"]
    none = claimed(*some, y2021=(60, 18, 12))
    assert outcomes(AGREES, none)[0] == ("fail", "continuing_education[2021]")  # proofs, and none of what is claimed


WIDE = ("年度", "专业科目", "一般公需", "行业公需", "其他", "合计")
FURTHER = [  # a row under those headings, or others, with its total
    (WIDE, ("2022", "60", "18", "12", "6", "96"), "pass"),
    (WIDE, ("2022", "60", "18", "12", "6", "90"), "pass"),
    (WIDE, ("2022", "60", "18", "12", "6", "100"), "fail"),
    (WIDE, ("2022", "60", "18", "12", "0", "96"), "fail"),
    (("年度", "其他", "专业科目", "一般公需", "行业公需", "合计"), ("2022", "6", "60", "18", "12", "96"), "pass"),
    (("序号", "年度", "专业科目", "一般公需", "行业公需", "合计"), ("6", "2022", "60", "18", "12", "96"), "fail"),
    ((*WIDE[:5], "选修", "合计"), ("2022", "60", "18", "12", "6", "4", "100"), "pass"),
]


@pytest.mark.parametrize("source", ["ocr", "text"])
@pytest.mark.parametrize(("head", "cells", "outcome"), FURTHER)
def test_a_further_category_may_be_in_the_sum(
    head: tuple[str, ...], cells: tuple[str, ...], outcome: str, source: Any
) -> None:
    words = [word(text, x=60 + 190 * n, y=y) for y, line in ((300, head), (360, cells)) for n, text in enumerate(line)]
    shown = proof(f"姓名：{NAME}", *words)
    shown = replace(shown, pages=tuple(replace(p, source=source) for p in shown.pages))
    assert [o for o, s in outcomes(AGREES, claimed(shown, y2022=(60, 18, 12))) if s == FILE] == [outcome]


def test_nothing_to_compare() -> None:
    assert outcomes(AGREES, claimed(y2022=(60, 18, 12))) == [("na", "continuing_education")]
    said = outcomes(AGREES, case(table(("2022年度", "60", "18", "12", "90"))))
    assert said == [("na", "continuing_education"), ("pass", FILE)]


def by_itself(*lines: str, name: str = NAME, **form: Any) -> list[str]:
    return [o for o, s in outcomes(AGREES, case(proof(*lines), name=name, **form)) if s == FILE]


ID, OTHER_ID = "33060219850412123X", "330602199003021150"
WHOSE: list[tuple[tuple[str, ...], list[str]]] = [
    ((f"姓名：{NAME}",), ["pass"]),
    (("姓名：李海燕",), ["fail"]),
    (("姓名：王健国",), ["unsure"]),
    (("姓名：王*国",), ["unsure"]),
    (("专业科目 60",), ["unsure"]),
    ((f"姓名：{NAME}", f"身份证号：{OTHER_ID}"), ["pass"]),
    ((f"姓名：{NAME}", "身份证号：3306**********1150"), ["pass"]),
    ((f"姓名：{NAME}", "身份证号：3307**********1150"), ["unsure"]),
    ((f"姓名：{NAME}", "身份证号：330602199003021151"), ["unsure"]),  # its check digit says that it was misread
    ((f"姓名：{NAME}", "身份证号：330602198803021158"), ["unsure", "fail"]),
    ((f"姓名：{NAME}", f"工作单位：{EMPLOYER}"), ["pass"]),
    ((f"姓名：{NAME}", "工作单位：宁波晨曦建设有限公司"), ["unsure"]),
]


@pytest.mark.parametrize(("lines", "said"), WHOSE)
def test_whose_proof_it_is(lines: tuple[str, ...], said: list[str]) -> None:
    seen = by_itself(*lines, id_number=OTHER_ID)
    assert seen == said or (len(seen) == 1 and seen[0] in said and len(said) > 1)


def test_a_rare_name_is_known_by_its_number() -> None:
    assert by_itself("姓名：欧阳？", f"身份证号：{OTHER_ID}", name="欧阳㛃", id_number=OTHER_ID) == ["pass"]
    assert by_itself("姓名：李海燕", f"身份证号：{OTHER_ID}", name="欧阳㛃", id_number=OTHER_ID) == ["unsure"]
    assert by_itself("姓名：李海燕", name="欧阳㛃", id_number=OTHER_ID) == ["fail"]


def test_subtotals() -> None:
    def seen(total: str, confidence: float = 0.98, source: str = "ocr") -> list[str]:
        shown = table(("2022年度", "60", "18", "12", total), confidence=confidence)
        return [o for o, s in outcomes(AGREES, claimed(shown, y2022=(60, 18, 12))) if s == FILE]

    assert seen("90") == ["pass"]
    assert seen("96") == ["fail"]
    assert seen("96", 0.93) == ["unsure"]


def test_yongjia() -> None:
    shown = proof(
        f"姓名：{NAME}", *row("工作单位", EMPLOYER, "年度", "2021年", y=300), *row("科目类别", "一般公需科目", "登记学时", "18学时", y=360)
    )  # fmt: skip
    assert outcomes(AGREES, claimed(shown, y2021=(None, 18, None)), YJ)[0] == ("pass", "continuing_education[2021]")
    assert outcomes(AGREES, claimed(shown, y2021=(None, 24, None)), YJ)[0] == ("fail", "continuing_education[2021]")


def test_the_former_name_of_the_employer_is_no_other_unit() -> None:
    old = "绍兴青禾园林工程公司"
    shown = proof(f"工作单位：{old}", "2022年度专业科目60学时，一般公需科目18学时，行业公需科目12学时。")
    note = document("单位说明/a.pdf", Slot.EMPLOYER_NOTE, page(f"{old}于2023年3月更名为{EMPLOYER}，特此说明。"))
    assert "现单位不同" in "".join(one.message for one in observe(AGREES, claimed(shown)))
    assert "现单位不同" not in "".join(one.message for one in observe(AGREES, claimed(shown, note)))
