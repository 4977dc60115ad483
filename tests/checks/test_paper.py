"""paper.*: SX 三（五）规范工程业绩佐证材料 and 五（八）."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import NAME, case, document, item, observe, outcomes, page, word
from verify.form import Paper, Title
from verify.model import Item, Problem, Slot, Trouble
from verify.page import Page

SUBJECT = "论文/1"
LISTED = "建筑学研究前沿（中文版）"
TITLE = "装配式剪力墙灌浆套筒连接质量控制研究"
PROSE = tuple(f"本文结合工程实例分析灌浆套筒连接的质量控制要点和检测方法，第{i}段。" for i in range(20))


def cover(journal: str = "建筑结构", issue: str = "2022年第5期") -> Page:
    return page(word(journal, y=100, size=60), issue, "ISSN 1002-848X", "CN 11-2833/TU")


def contents(journal: str = "建筑结构") -> Page:
    return page(f"{journal} 2022年第5期", word("目 录", y=400), f"{TITLE} …… 12", number=2, y=150)


def body(*lines: str, head: str = "建筑结构") -> Page:
    return page(head, TITLE, NAME, "摘要：本文研究", *lines, number=3, y=100)


def paper(*pages: Page, journal: str | None = "建筑结构", **claim: object) -> Item:
    files = [document(f"{SUBJECT}/{n}.jpg", Slot.PAPER, one) for n, one in enumerate(pages)]
    claimed = Paper(title=TITLE, journal=journal, **claim)  # type: ignore[arg-type]
    return item(Slot.PAPER, *files, subject=SUBJECT, claim=claimed)


def split_cover() -> Page:
    return page(word("建筑学研究前沿", y=80, size=60), word("（中文版）", y=150, size=40), "第5期", "ISSN 1002-848X")


def two_columns() -> Page:
    """References begin at the foot of the left column and go on at the head of the right one."""
    left = (
        word("建筑结构", y=60),
        word("摘要：本文研究", y=120),
        word("参考文献", y=1500),
        word("[1] 李四[J].", y=1560),
    )
    return page(left[0], word(f"{LISTED}, 2020(5): 12-15.", x=700, y=120), *left[1:], number=3)


def last_page() -> Page:
    return page("[8] 李四. 研究[J].", f"{LISTED}, 2020年第3期.", "[9] 王五. 分析[J].", "施工技术, 2020年第3期.", y=50)


JOURNALS = [
    ("clean", paper(cover(), contents(), body()), "pass"),
    ("listed on form and cover", paper(cover(LISTED), journal=LISTED), "fail"),
    ("listed on the cover only", paper(cover(LISTED)), "fail"),
    ("half-width brackets", paper(cover("建筑学研究前沿(中文版)")), "fail"),
    ("title marks", paper(cover("《工程管理前沿（中文版）》")), "fail"),
    ("the title with its issue", paper(cover(f"{LISTED}2022年第5期")), "fail"),
    ("cover in two lines", paper(split_cover()), "fail"),
    ("in one running head alone", paper(body(head=f"{LISTED} 2022年5期")), "unsure"),
    ("in the running head, and the form agrees", paper(body(head=f"{LISTED} 2022年5期"), journal=LISTED), "fail"),
    ("in contents and running head", paper(contents(LISTED), body(head=LISTED), journal=None), "fail"),
    ("on a cover without numbers", paper(page(word(LISTED, size=60), "第5期", *"某某某某"), journal=None), "unsure"),
    ("on a cover, in small print", paper(page(LISTED, "ISSN 1002-848X", "CN 11-2833/TU")), "unsure"),
    ("on the form alone, no pages", paper(journal=LISTED), "unsure"),
    ("on the form, the pages read badly", paper(page("一", confidence=0.2), journal=LISTED), "unsure"),
    ("on the form, the pages say another", paper(cover(), journal=LISTED), "unsure"),
    ("one character off", paper(cover("建筑学研究前治（中文版）"), journal=None), "unsure"),
    ("without (中文版)", paper(cover("建筑学研究前沿"), journal=None), "unsure"),
    ("without (中文版) on the form", paper(cover(), journal="工程管理前沿"), "unsure"),
    ("the genuine neighbour", paper(cover("工程管理科技前沿"), journal="工程管理科技前沿"), "pass"),
    ("a genuine English journal", paper(cover("Frontiers of Engineering Management"), journal=None), "pass"),
    ("in the reference list", paper(cover(), body(*PROSE, "参考文献", f"[1] 李明. {LISTED}, 2021")), "pass"),
    ("as a line of the references", paper(cover(), body(*PROSE, "参考文献", LISTED)), "pass"),
    ("references on a page of their own", paper(cover(), page("[7] 李明", LISTED, *PROSE, y=50)), "pass"),
    ("references from the head of the page", paper(cover(), page("参考文献", LISTED, y=50)), "pass"),
    ("a bare cover", paper(page(LISTED), body()), "unsure"),
    ("a bare cover, the form agrees", paper(page(LISTED), journal=LISTED), "fail"),
    ("the English title beside it", paper(cover(f"{LISTED} Frontiers of Architectural Research")), "fail"),
    ("in body text", paper(body(*PROSE[:8], f"《{LISTED}》曾刊登类似文章", *PROSE[:3])), "pass"),
    (
        "a reference goes on above",
        paper(cover(), page("[3] 李四. 研究[J].", f"{LISTED}, 2020(5): 12-15.", y=50)),
        "pass",
    ),
    ("a reference goes on, itself unseen", paper(cover(), body(head=f"{LISTED}, 2020(5): 12-15.")), "unsure"),
    ("a reference in the other column", paper(two_columns()), "unsure"),
    ("a reference in the other column, the form agrees", paper(two_columns(), journal=LISTED), "unsure"),
    ("the last page, references only", paper(last_page()), "pass"),
    ("[J] and pages", paper(body(head=f"[J].{LISTED},2020,(5):12-15"), journal=None), "unsure"),
    ("[J] half read", paper(body(head=f"[].{LISTED},2020"), journal=LISTED), "unsure"),
    ("[J] on the line above", paper(page("李四. 研究[J].", LISTED, "摘要", y=50), journal=LISTED), "unsure"),
    ("cited on two pages", paper(last_page(), body("参考文献", f"[1] 李四[J]. {LISTED}, 2020年第3期")), "pass"),
    ("without (中文版), with its issue", paper(body(head="建筑学研究前沿 2022年第5期"), journal=None), "unsure"),
    ("the genuine neighbour with its issue", paper(body(head="工程管理科技前沿 2022年第5期"), journal=None), "pass"),
    ("nothing to go by", paper(journal=None), "na"),
]


@pytest.mark.parametrize(("name", "claimed", "outcome"), JOURNALS, ids=[c[0] for c in JOURNALS])
def test_journal_not_blacklisted(name: str, claimed: Item, outcome: str) -> None:
    (seen,) = observe("paper.journal_not_blacklisted", case(items=[claimed]))
    assert (seen.outcome.value, seen.subject) == (outcome, SUBJECT), seen.message


FRONTIER = "工程管理前沿（中文版）"
READ = "建筑学研究前沿（中文版）"
"""Ten characters that count: two of them may be misread for it to be near."""


def twice(first: str, second: str, confidence: float = 0.98, journal: str | None = None) -> Item:
    """A cover whose title each reader read in its own way."""
    one = cover(first)
    sure = replace(one, words=(replace(one.words[0], confidence=confidence), *one.words[1:]))
    return paper(
        replace(sure, second=(word(second, y=100, size=60, confidence=confidence), *one.words[1:])), journal=journal
    )


def in_english(title: str, journal: str = "Frontiers of Engineering Management") -> Item:
    shown = page(
        word("工程管理前沿", y=60, size=60), word("Frontiers of Engineering Management", y=150), "ISSN 2095-7513"
    )
    return item(
        Slot.PAPER,
        document(f"{SUBJECT}/1.jpg", Slot.PAPER, shown),
        subject=SUBJECT,
        claim=Paper(title=title, journal=journal),
    )


SLIPS = [
    ("both readers agree", twice(READ, READ), "fail"),
    ("both agree, each faintly", twice(READ, READ, 0.6), "fail"),
    ("one reads it faintly, the other not at all", twice(READ, "某某某某某某", 0.6), "unsure"),
    ("each misreads another character", twice("建筑学研究前治（中文版）", "建筑字研究前沿（中文版）"), "fail"),
    ("both misread the same one", twice("建筑学研究前治（中文版）", "建筑学研究前治（中文版）"), "unsure"),
    ("both misread one place, each otherwise", twice("建筑学研究前治（中文版）", "建筑学研究前浴（中文版）"), "unsure"),
    ("the other reader has a genuine journal", twice(FRONTIER, "工程管理科技前沿"), "unsure"),
    ("two slips", paper(cover("建筑字研究前治（中文版）"), journal=None), "unsure"),
    ("two slips, agreeing with the form", paper(cover("建筑字研究前治（中文版）"), journal=READ), "unsure"),
    ("three slips", paper(cover("建巩字研究前治（中文版）"), journal=None), "pass"),
    ("a slip on the cover, agreeing with the form", paper(cover("建筑学研究前治（中文版）"), journal=READ), "fail"),
    ("a slip in a running head alone, and the form", paper(body(head="建筑学研究前治（中文版）"), journal=READ), "unsure"),
    ("a slip each on cover and body", paper(cover("建筑学研究前治（中文版）"), body(head="建筑字研究前沿（中文版）")), "fail"),
    ("the same slip on cover and body", paper(cover("工程管理前线（中文版）"), body(head="工程管理前线（中文版）")), "unsure"),
    ("traditional characters", paper(cover("建築學研究前沿（中文版）"), journal=None), "fail"),
    ("wide letters and spaces", paper(cover("建 筑 学 研 究 前 沿 （ 中 文 版 ）"), journal=None), "fail"),
    ("a shorter genuine journal", paper(cover("建筑学报"), journal="建筑学报"), "pass"),
    ("a journal that it begins with", paper(cover("建筑学研究"), journal="建筑学研究"), "pass"),
    ("the genuine neighbour misread", paper(cover("工程管理科技前治"), journal=None), "pass"),
    ("an English paper in the English original", in_english("Safety of Prefabricated Joints"), "pass"),
    ("a Chinese paper under its name", in_english(TITLE), "unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in SLIPS], ids=[c[0] for c in SLIPS])
def test_what_readers_make_of_a_journal(one: Item, outcome: str) -> None:
    (seen,) = observe("paper.journal_not_blacklisted", case(items=[one]))
    assert seen.outcome.value == outcome, seen.message


def test_a_misread_title_is_told_as_one() -> None:
    id = "paper.journal_not_blacklisted"
    (pieced,) = observe(id, case(items=[twice("建筑学研究前治（中文版）", "建筑字研究前沿（中文版）")]))
    (read,) = observe(id, case(items=[paper(cover(READ), journal=None)]))
    assert ("误读" in pieced.message, "误读" in read.message) == (True, False)


OWN = [
    ("four characters, exactly", ("城建前沿",), (), "城建前沿", "fail"),
    ("four characters, a slip", ("城建前沿",), (), "城建前治", "pass"),
    ("four characters within a longer name", ("城建前沿",), (), "城建前沿科学", "pass"),
    ("an innocent name within the listed one", ("城建前沿",), ("城建",), "城建前沿", "fail"),
    ("as near to a genuine journal", ("城市建设前沿",), ("城市建筑前沿",), "城市建没前沿", "unsure"),
    ("nearer to a genuine journal", ("城市建设前沿",), ("城市建筑前沿",), "城市建筑前沿", "pass"),
    ("an English original's name, listed without 中文版", ("工程管理前沿",), (), "工程管理前沿", "unsure"),
    ("four characters without the edition", ("城建前沿（中文版）",), (), "城建前沿 2022年第5期", "pass"),
    ("a longer title in Latin letters", ("Engineering Management",), (), "Engineering Management Review", "unsure"),
    ("a title in Latin letters", ("Engineering Management",), (), "Engineering Management", "fail"),
    ("a list of nothing but the word for journal", ("杂志",), (), "城市建设前沿", "pass"),
    ("listed without 中文版, of no original", ("城市建设前沿",), (), "城市建设前沿", "fail"),
    ("listed without 中文版, written with it", ("工程管理前沿",), (), "工程管理前沿（中文版）", "unsure"),
]


@pytest.mark.parametrize(("listed", "genuine", "titled", "outcome"), [c[1:] for c in OWN], ids=[c[0] for c in OWN])
def test_names_of_an_office_s_own(listed: tuple[str, ...], genuine: tuple[str, ...], titled: str, outcome: str) -> None:
    one = case(items=[paper(cover(titled), journal=None)])
    (seen,) = observe("paper.journal_not_blacklisted", one, journals=listed, innocent=genuine)
    assert seen.outcome.value == outcome, seen.message


def test_a_doubt_says_what_else_it_may_be() -> None:
    id, changed = "paper.journal_not_blacklisted", {"journals": ("城市建设前沿",), "innocent": ("城市建筑前沿",)}
    (tied,) = observe(id, case(items=[paper(cover("城市建没前沿"), journal=None)]), **changed)
    assert "正规期刊《城市建筑前沿》" in tied.message
    (misread,) = observe(id, case(items=[paper(cover("工程管理前沿（中文板）"), journal=None)]))
    assert "英文期刊" not in misread.message
    (named,) = observe(id, case(items=[in_english(TITLE)]))
    assert "正规英文期刊 Frontiers of Engineering Management" in named.message


RESPELT = (
    "建筑学研究前沿中文版", "建筑学研究前沿-中文版", "建筑学研究前沿—中文版", "建筑学研究前沿 中文版", "建筑学研究前沿（中文版）杂志",
    "《建筑学研究前沿》杂志（中文版）", "《建筑学研究前沿》（中文版）期刊", "工程管理前沿中文版", "【工程管理前沿】中文版",
)  # fmt: skip


@pytest.mark.parametrize("title", RESPELT)
def test_a_listed_journal_however_it_is_written(title: str) -> None:
    """On a cover it accuses, typed on the form alone it does not."""
    id = "paper.journal_not_blacklisted"
    assert outcomes(id, case(items=[paper(cover(title), journal=None)])) == [("fail", SUBJECT)]
    (typed,) = observe(id, case(items=[paper(cover(), journal=title)]))
    assert (typed.outcome.value, "系统不作真伪结论" in typed.message) == ("unsure", True)


SECOND = page(*PROSE[:8], number=4)
LIST = tuple(f"装配式建筑施工质量控制与检测方法的研究进展综述第{i}篇……{i + 10}" for i in range(24))


def heading(*lines: str) -> Page:
    """A table of contents under this heading that lists the paper."""
    return page(*lines, TITLE, number=2, y=150)


PARTS = [
    ("all three", paper(cover(), contents(), body()), "pass", ""),
    ("CONTENTS in English", paper(cover(), page("CONTENTS", TITLE), body()), "pass", ""),
    ("a second body page", paper(cover(), contents(), body(), page(TITLE, *PROSE)), "pass", ""),
    ("no cover", paper(page("目录", TITLE), body()), "fail", "封面"),
    ("no contents", paper(cover(), body()), "fail", "目录"),
    ("no body", paper(cover(), contents()), "fail", "正文"),
    ("only a body", paper(body()), "fail", "封面、目录"),
    ("the contents' page may be the cover", paper(contents(), body()), "unsure", "封面"),
    ("the body's page holds a contents", paper(cover(), body("目录")), "unsure", "目录"),
    ("a page that is nothing", paper(cover(), body(), page("扫描件")), "unsure", "目录"),
    ("contents' heading misread", paper(cover(), heading("自录"), body()), "unsure", "目录"),
    ("contents' heading misread, a long list", paper(cover(), heading("自录", *LIST), body()), "pass", ""),
    ("contents' heading on two lines", paper(cover(), heading("目", "录"), body()), "pass", ""),
    ("contents without a heading", paper(cover(), heading("2022年第5期"), body()), "unsure", "目录"),
    ("contents without a heading, no cover", paper(heading("2022年第5期", *LIST[:6]), body()), "unsure", "目录"),
    ("two covers", paper(cover(), cover(), body()), "unsure", "目录"),
    ("long contents that list the paper", paper(cover(), heading("目录", *LIST), body()), "pass", ""),
    ("long contents without page numbers", paper(cover(), heading("目录", *PROSE), body()), "pass", ""),
    (
        "long contents in two languages, no body",
        paper(cover(), heading("目录", *LIST), heading("CONTENTS")),
        "fail",
        "正文",
    ),
    ("the same, without page numbers", paper(cover(), heading("目录", *PROSE), heading("CONTENTS")), "unsure", "正文"),
    ("contents that list an abstract, no body", paper(cover(), heading("目录", "摘要……3", *LIST)), "fail", "正文"),
    ("references are no cover", paper(contents(), body(), last_page()), "unsure", "封面"),
    ("a page read badly", paper(cover(), page("摘要", TITLE, confidence=0.3)), "unsure", "目录"),
]


@pytest.mark.parametrize(("name", "claimed", "outcome", "told"), PARTS, ids=[c[0] for c in PARTS])
def test_parts(name: str, claimed: Item, outcome: str, told: str) -> None:
    (seen,) = observe("paper.parts", case(items=[claimed]))
    assert (seen.outcome.value, seen.subject) == (outcome, SUBJECT), seen.message
    assert told in seen.message


def test_parts_without_files_or_with_a_broken_one() -> None:
    assert outcomes("paper.parts", case(items=[paper()])) == [("fail", SUBJECT)]
    broken = document(f"{SUBJECT}/b.pdf", Slot.PAPER, problem=Problem(Trouble.CORRUPT, "b.pdf", "打不开"))
    half = item(Slot.PAPER, document(f"{SUBJECT}/a.jpg", Slot.PAPER, cover()), broken)
    assert outcomes("paper.parts", case(items=[half])) == [("unsure", SUBJECT)]


def test_parts_are_shown_where_they_stand() -> None:
    (seen,) = observe("paper.parts", case(items=[paper(cover(), contents(), body())]))
    assert [one.text for one in seen.evidence] == ["2022年第5期", "目 录", "摘要：本文研究"]


DATES = [
    ("2022-05", "2020-12-31", "pass"),
    ("2022", "2021-12-31", "pass"),
    ("2021-01", "2020-12", "pass"),
    ("2022-05-20", "2022-05-10", "unsure"),
    ("2022-05", "2022-05-10", "unsure"),
    ("2022", "2022-05-10", "unsure"),
    ("2022-05", "2022", "unsure"),
    ("2019-11", "2020-12-31", "fail"),
    ("2019", "2020", "fail"),
    (None, "2020-12-31", "na"),
    ("2022-05", None, "na"),
]


@pytest.mark.parametrize(("published", "obtained", "outcome"), DATES)
def test_published_after_title(published: str | None, obtained: str | None, outcome: str) -> None:
    titles = (
        [Title(name="技术员", obtained="2010-01-01"), Title(name="助理工程师", obtained=obtained)] if obtained else []
    )  # type: ignore[arg-type]
    claimed = paper(published=published)
    assert outcomes("paper.published_after_title", case(items=[claimed], titles=titles)) == [(outcome, SUBJECT)]


HELD = [
    ("a month beside a bare year", "2022", [("助理工程师", "2018"), ("助理工程师", "2018-06")], "pass"),
    ("without names", "2022", [(None, "2018"), (None, "2018-06")], "pass"),
    ("a licence obtained later", "2021-05", [("助理工程师", "2015"), ("二级建造师", "2022")], "pass"),
    ("a licence alone", "2021-05", [("二级建造师", "2022")], "unsure"),
    ("a lower title of another kind, later", "2021-05", [("工程师", "2019"), ("助理经济师", "2023")], "unsure"),
    ("after both", "2023-05", [("工程师", "2019"), ("助理经济师", "2022")], "pass"),
    ("before both", "2018-05", [("工程师", "2019"), ("助理经济师", "2022")], "fail"),
    ("between a lower title and the present one", "2017-05", [("助理工程师", "2015"), ("工程师", "2019")], "fail"),
    ("a later title without a date", "2016", [("技术员", "2010"), ("助理工程师", None)], "unsure"),
    ("a lower title without a date", "2022", [("技术员", None), ("助理工程师", "2018")], "pass"),
    ("no dates at all", "2022", [("助理工程师", None)], "na"),
]


@pytest.mark.parametrize(("name", "published", "held", "outcome"), HELD, ids=[c[0] for c in HELD])
def test_several_titles(name: str, published: str, held: list[tuple[str | None, str | None]], outcome: str) -> None:
    titles = [Title(name=called, obtained=obtained) for called, obtained in held]  # type: ignore[arg-type]
    issue = f"{published[:4]}年第5期"
    claimed = paper(cover(issue=issue), published=published)
    (seen,) = observe("paper.published_after_title", case(items=[claimed], titles=titles))
    assert seen.outcome.value == outcome, seen.message
    assert [one.text for one in seen.evidence] == ([] if outcome == "na" or len(held) == 1 else [issue])


LICENCES = [
    "中级安全工程师", "注册安全工程师", "一级消防工程师", "设备监理师", "房地产估价师", "招标师", "二级造价师", "一级建造师（建筑工程）",
    "高级技师", "钢筋工技师", "安全员", "BIM高级建模师", "消防设施操作员",
]  # fmt: skip
STRANGE = ["BIM工程师", "检测工程师", "项目管理师", "建筑师"]
TITLES = ["工程师", "中级（工程师）", "建筑施工高级工程师", "高级工程师（建筑施工）"]


@pytest.mark.parametrize(
    ("later", "outcome"),
    [*((one, "pass") for one in LICENCES), *((one, "unsure") for one in STRANGE), *((one, "fail") for one in TITLES)],
)
def test_what_was_obtained_after_the_paper_is_a_licence_a_title_or_not_known(later: str, outcome: str) -> None:
    titles = [Title(name="助理工程师", obtained="2018-12-01"), Title(name=later, obtained="2023-06-01")]  # type: ignore[arg-type]
    (seen,) = observe("paper.published_after_title", case(items=[paper(published="2022-05")], titles=titles))
    assert seen.outcome.value == outcome, seen.message
    assert (later in seen.message) is (outcome != "pass")


def test_a_title_that_is_not_known_accuses_nobody_alone() -> None:
    titles = [Title(name="BIM工程师", obtained="2023-06-01")]  # type: ignore[arg-type]
    for published, outcome in (("2022-05", "unsure"), ("2023-09", "pass")):
        seen = outcomes("paper.published_after_title", case(items=[paper(published=published)], titles=titles))
        assert seen == [(outcome, SUBJECT)]


def test_a_title_of_another_series_does_not_replace_the_first() -> None:
    titles = [Title(name="助理工程师", obtained="2018"), Title(name="经济师", obtained="2023")]  # type: ignore[arg-type]
    assert outcomes("paper.published_after_title", case(items=[paper(published="2022-05")], titles=titles)) == [
        ("unsure", SUBJECT)
    ]


PRINTED = [  # the form's date, what the cover says, the outcome for a title of 2018-12-28
    ("2022-05", "2022年第5期", "pass"),
    ("2022-05", "2022年5月第5期", "pass"),
    ("2022-05", "2021年第5期", "pass"),  # they differ, and either is after the title
    ("2016-03", "2016年第3期", "fail"),
    ("2018-03", "2018年第3期", "fail"),
    ("2018", "2018年3月第3期", "fail"),  # the cover tells the month
    ("2022-05", "2017年第5期", "unsure"),
    ("2018-03", "2022年第3期", "unsure"),
    ("2016-03", "2015年第3期", "unsure"),  # both before, and yet they differ
    ("2019-01", "2018年第12期", "unsure"),
    (None, "2022年第5期", "pass"),
    (None, "2016年第5期", "fail"),
    (None, "2018年第5期", "unsure"),
    ("2016-03", "创刊于2015年第1期", "fail"),
    ("2022-05", "收稿日期：2016年3月", "pass"),
    ("2016-03", "建筑科技", "fail"),
]


@pytest.mark.parametrize(("published", "issue", "outcome"), PRINTED)
def test_the_form_and_the_pages(published: str | None, issue: str, outcome: str) -> None:
    titles = [Title(name="助理工程师", obtained="2018-12-28")]  # type: ignore[arg-type]
    claimed = paper(cover(issue=issue), published=published)
    (seen,) = observe("paper.published_after_title", case(items=[claimed], titles=titles))
    assert seen.outcome.value == outcome, seen.message
    if outcome == "unsure" and published and issue[:4] != published[:4]:
        assert published in seen.message
        assert issue[:4] in seen.message


def test_an_issue_that_was_hardly_read_fails_nobody() -> None:
    titles = [Title(name="助理工程师", obtained="2018-12-28")]  # type: ignore[arg-type]
    dim = page(word("建筑结构", y=100, size=60), ("2016年第5期", 0.7), "ISSN 1002-848X")
    assert outcomes("paper.published_after_title", case(items=[paper(dim)], titles=titles)) == [("unsure", SUBJECT)]


def test_a_running_head_tells_the_issue_and_the_text_does_not() -> None:
    titles = [Title(name="助理工程师", obtained="2018-12-28")]  # type: ignore[arg-type]
    for head, outcome in (("建筑结构 2016年第5期", "unsure"), ("建筑结构", "pass")):
        claimed = paper(body("早在2015年第3期即有报道", head=head), published="2022-05")
        assert outcomes("paper.published_after_title", case(items=[claimed], titles=titles)) == [(outcome, SUBJECT)]


@pytest.mark.parametrize(
    "id", ["paper.journal_not_blacklisted", "paper.parts", "paper.published_after_title"]
)  # fmt: skip
def test_without_papers_nothing_applies(id: str) -> None:
    assert outcomes(id, case()) == [("na", "论文")]
