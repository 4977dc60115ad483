"""project.platform_page_genuine: SX 五（八）; rules SS-05, SS-07, SS-08, TM-10. Innocents outnumber the forged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from checks.platform_genuine import PlatformPageGenuine
from checks.platform_hosts import address_text, told_by
from checks.platform_numbers import decode
from checks.platform_type import odd_cells
from tests.checks.build import Word, case, document, item, observe, page, params, row, word
from tests.checks.test_project_platform import FOLDER, HEAD, HOST, MANAGER, NUMBER, OTHER, WORK, claimed, people
from verify.model import Case, Document, Slot
from verify.page import Page

CHECK = "project.platform_page_genuine"
HOSTS = ("jzsc.jst.zj.gov.cn", "kcsj.jst.zj.gov.cn")
NATIONAL = ("https://jzsc.mohurd.gov.cn/data/project", "全国建筑市场监管公共服务平台（四库一平台）")
FORGED = "3306022113480101"


def rules() -> PlatformPageGenuine:
    given = params(CHECK)
    assert isinstance(given, PlatformPageGenuine)
    return given


def screen(
    address: str = HOST, head: str = HEAD, number: str = NUMBER, started: str = "2021-04-12", done: str = "2023-06-30",
    *more: Any, sure: float = 0.98,
) -> Page:  # fmt: skip
    """A platform's page as read off a screenshot; "" leaves a line out."""
    lines: list[Any] = [word(address, 140, 20, sure)] if address else []
    lines += [word(head, 40, 80, sure, size=50)] if head else []
    lines += row("项目编号", number, y=400, confidence=sure) + row(
        "竣工备案编号", f"{number}-JX-001", y=460, confidence=sure
    )
    lines += row("实际开工日期", started, y=560, confidence=sure) + row(
        "实际竣工验收日期", done, y=620, confidence=sure
    )
    return page(*lines, *more)


def plus(*more: Any) -> Page:
    """A page in order, and more on it."""
    return screen(HOST, HEAD, NUMBER, "2021-04-12", "2023-06-30", *more)


def shot(*pages: Page) -> Document:
    return document(f"{FOLDER}/平台.png", Slot.PROJECT, *pages, item=FOLDER)


def seen(shown: Page | tuple[Page, ...], **changed: Any) -> tuple[str, str]:
    pages = shown if isinstance(shown, tuple) else (shown,)
    given = replace_form(claimed(shot(*pages), **changed))
    (told,) = observe(CHECK, given)
    return told.outcome.value, told.message


def replace_form(given: Case, submitted: str = "2024-09-20") -> Case:
    form = type(given.form).model_validate({**given.form.model_dump(), "submitted_at": submitted})
    return replace(given, form=form)


def text(shown: Page) -> Page:
    return replace(shown, source="text")


PAGES: list[tuple[str, Page, str]] = [
    ("in order", screen(), "pass"),
    ("no address bar", screen(""), "pass"),
    ("a bar cut on the left", screen("zj.gov.cn/PublicWeb/index.html#/"), "pass"),
    ("a bar cut within a word", screen("zsc.jst.zj.gov.cn/PublicWeb/index.html#/"), "pass"),
    ("a bar cut on the right", screen("https://jzsc.jst.zj.gov"), "pass"),
    ("a padlock read as a letter", screen("8jzsc.jst.zj.gov.cn/PublicWeb"), "pass"),
    ("a warning before it", screen("不安全 | jzsc.jst.zj.gov.cn/PublicWeb"), "pass"),
    ("bookmarks and no bar", screen("应用 浙江住建厅 www.163.com"), "pass"),
    ("no head", screen(HOST, ""), "pass"),
    ("the national platform", screen(*NATIONAL), "na"),
    ("another province's", screen("https://jzjg.jst.sc.gov.cn/a", "四川省建筑市场监管公共服务平台"), "na"),
    ("in a chat program", screen("https://mp.weixin.qq.com/s/7Q"), "unsure"),
    ("through a campus proxy", screen("https://jzsc-jst-zj-gov-cn-s.webvpn.zju.edu.cn/a"), "unsure"),
    ("another domain after the host", screen("https://jzsc.jst.zj.gov.cn.cx-query.com/PublicWeb"), "fail"),
    ("the same, read badly", screen("https://jzsc.jst.zj.gov.cn.cx-query.com/PublicWeb", sure=0.85), "unsure"),
    ("hyphens for dots", screen("https://jzsc-jst-zj.com/PublicWeb"), "fail"),
    ("0 for o on pixels, where anybody may register it", screen("https://jzsc.jst.zj.g0v.cn/PublicWeb"), "unsure"),
    ("2 for z on pixels", screen("https://jzsc.jst.2j.gov.cn/PublicWeb"), "pass"),
    ("several slips on pixels", screen("https://j2sc.j5t.2j.gov.cn/PublicWeb"), "pass"),
    ("2 for z in a text layer", text(screen("https://jzsc.jst.2j.gov.cn/PublicWeb")), "unsure"),  # an authority's
    ("another letter on pixels", screen("https://jzsc.jst.zi.gov.cn/PublicWeb"), "unsure"),
    ("a host before an @", screen("https://jzsc.jst.zj.gov.cn@evil.com/PublicWeb/index.html"), "fail"),
    ("the same in a text layer", text(screen("https://jzsc.jst.zj.gov.cn@evil.com/PublicWeb/index.html")), "fail"),
    ("a host and a port before an @", screen("https://jzsc.jst.zj.gov.cn:8443@10.0.0.5/"), "fail"),
    ("an e-mail address", screen("邮箱 service@jzsc.jst.zj.gov.cn"), "pass"),
    ("Cyrillic letters in a text layer", text(screen("https://jzsс.jst.zj.gov.cn/PublicWeb/index.html")), "fail"),
    ("Cyrillic letters on pixels", screen("https://jzsс.jst.zj.gov.cn/PublicWeb/index.html"), "unsure"),
    ("a mark on a letter in a text layer", text(screen("https://jẓsc.jst.zj.gov.cn/PublicWeb")), "fail"),
    ("punycode in a text layer", text(screen("https://xn--jzs-6ed.jst.zj.gov.cn/PublicWeb")), "fail"),
    ("a Chinese full stop for a dot", text(screen("https://jzsc。jst.zj.gov.cn/PublicWeb")), "pass"),
    ("figures for a host", text(screen("https://192.168.1.20/PublicWeb/index.html")), "unsure"),
    ("figures and a port", screen("不安全 | 60.191.18.7:8090"), "unsure"),
    ("a browser's version", screen("浏览器 120.0.6099.71"), "pass"),
    ("a section's number", screen("1.2.3.4 项目信息"), "pass"),
    ("a page's source", text(screen("view-source:https://jzsc.jst.zj.gov.cn/x")), "unsure"),
    ("a page made in the bar", text(screen("data:text/html,<h1>jzsc")), "unsure"),
    ("an empty page", text(screen("about:blank")), "unsure"),
    ("a file that the browser made", text(screen("blob:https://jzsc.jst.zj.gov.cn/1234")), "unsure"),
    ("an empty tab beside the bar", plus(word("about:blank", 700, 50)), "pass"),
    ("0 for o in a text layer", text(screen("https://jzsc.jst.zj.g0v.cn/PublicWeb")), "fail"),
    ("a file", screen("file:///C:/Users/a/Desktop/平台.html"), "fail"),
    ("a file, as a browser shows it", screen("文件 | D:/资料/平台.html"), "fail"),
    ("this machine", screen("localhost:8080/PublicWeb/index.html#/"), "fail"),
    ("a file's name alone", screen("平台查询.html"), "unsure"),
    ("the platform's own file, cut", screen("index.html#/project/detail"), "pass"),
    ("a tool for pages", screen("https://codepen.io/pen/123"), "fail"),
    ("another site's head", screen(HOST, "天眼查建筑业绩查询"), "fail"),
    ("a head misread", screen(HOST, "浙汇省建筑市场监管公共服各糸统"), "pass"),
    ("a head that may be misread", screen(HOST, "江苏省建筑市场监管公共服务系统"), "unsure"),
    ("a month 13", screen(number=FORGED), "fail"),
    ("no such province", screen(number="9906022103180101"), "fail"),
    ("a new area's own code", screen(number="3306712103180101"), "unsure"),
    ("zeros for a day", screen(number="3306022100000101"), "unsure"),
    ("seventeen figures", screen(number="33060221031801011"), "unsure"),
    ("another office's number", screen(number="2103-330602-47-03-123456"), "pass"),
    ("completed before begun", screen(done="2020-06-30"), "fail"),
    ("the same, read badly", screen(done="2020-06-30", sure=0.85), "unsure"),
    ("completed on the day it was begun", screen(done="2021-04-12"), "pass"),
    ("entered long after", screen(HOST, HEAD, NUMBER, "2021-04-12", "2020-06-30", "数据来源：历史补录"), "unsure"),
    ("completed after the submission", screen(done="2025-03-01"), "fail"),
    ("sent in again", screen(done="2024-10-15"), "unsure"),
    ("the permit after completion", plus(*row("施工许可发证日期", "2023-09-01", y=700)), "unsure"),
    ("a person's certificate", plus(*row("发证日期", "2023-09-01", y=700)), "pass"),
    ("a contract after completion", plus(*row("合同签订日期", "2023-09-01", y=700)), "unsure"),
    ("developer tools", plus(word("Elements Console Sources", 40, 800)), "unsure"),
    ("a filter's days", plus(*row("查询日期", "2021-01-01", "至", "2021-12-31", gap=20, y=900)), "pass"),
    ("a filter's days and hours", plus(*row("查询时间", "2021-01-01 00:00:00 ~ 2021-12-31 23:59:59", y=900)), "pass"),
    ("a filter's days in a text layer", text(plus(word("查询时间 2021-01-01 至 2021-12-31", 100, 900))), "pass"),
    ("viewed earlier, another day beside it", plus(*row("打印时间", "2023-05-01", "备案日期", "2023-07-01", y=900)), "fail"),
    ("a day of no calendar", screen(done="2023-02-30"), "unsure"),
    ("a month of no calendar", text(screen(done="2023-13-05")), "unsure"),
    ("a firm's VPN", screen("https://jzsc-jst-zj-gov-cn-s.webvpn.yuejing-group.com/PublicWeb"), "unsure"),
    ("a PDF opened from this machine", screen("file:///C:/Users/lenovo/Downloads/项目详情.pdf"), "unsure"),
    ("a window's title above the bar", plus(word(r"C:\Users\lenovo\Desktop\平台截图.png - 照片查看器", 40, 70)), "pass"),
    ("a bookmark beside the bar", plus(word("localhost:8080 OA系统", 40, 60)), "pass"),
    ("a download below the bar", plus(word(r"C:\Users\user\AppData 下载完成", 900, 50)), "pass"),
    ("a file opened below a tab", plus(word("file:///D:/平台.html", 40, 70)), "unsure"),
    ("a file on a Mac", screen("文件 | /Users/lizx/Downloads/平台.html"), "fail"),
    ("a file on Linux", screen("文件 /home/用户/平台.html"), "fail"),
    ("a menu", screen("文件/编辑/查看/历史记录"), "pass"),
    ("a file on the local network", screen("\\\\192.168.1.9\\share\\平台.html"), "fail"),
    ("a domain seldom used", screen("https://jzsc.jst.zj.gov.cn.cx-query.cloud/PublicWeb"), "fail"),
    ("a domain not known, on pixels", screen("https://jzsc.jst.zj.gov.cn.cx-query.zuerich/PublicWeb"), "unsure"),
    ("a domain not known, in a text layer", text(screen("https://jzsc.jst.zj.gov.cn.zuerich/PublicWeb")), "fail"),
    ("a slash read as a dot", screen("https://jzsc.jst.zj.gov.cn.PublicWeb/a"), "pass"),
    ("a host that goes on in characters", text(screen("https://jzsc.jst.zj.gov.cn.查询.中国/PublicWeb")), "fail"),
    ("the same on pixels", screen("https://jzsc.jst.zj.gov.cn.查询.中国/PublicWeb"), "unsure"),
    ("a full stop after the host", text(screen("网址 jzsc.jst.zj.gov.cn.请核对")), "pass"),
    ("a corps' own code", screen(number="6601012103180101"), "unsure"),
    ("a letter among the figures", text(screen(number="33O6022103180101")), "unsure"),
    ("a letter read for a figure", screen(number="33O6022103180101"), "pass"),
    ("with the platform's node", screen(number=f"{NUMBER}-JX-001"), "pass"),
    ("viewed before it was completed", plus(*row("打印时间", "2023-05-01", y=900)), "fail"),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "outcome"), [(p, o) for _, p, o in PAGES], ids=[name for name, _, _ in PAGES])
def test_a_page(shown: Page, outcome: str) -> None:
    number = next(w.text for w in shown.words if w.text[:4].isdigit())
    assert seen(shown, registry_number=number)[0] == outcome


def test_every_finding_sends_people_to_query_again() -> None:
    for _, shown, _ in PAGES:
        message = seen(shown)[1]
        assert "截图像素不能证明页面真实" in message
        assert "重新查询" in message
    assert f"以项目编号 {NUMBER} 在 {HOSTS[0]} 重新查询" in seen(screen())[1]
    assert "没有地址栏或没有读到（属正常）" in seen(screen(""))[1]
    bare = seen(page(HOST, HEAD, WORK))[1]
    assert "没有读到项目编号" in bare
    assert "没有读到可比较的开工竣工日期" in bare


def test_another_authoritys_page_is_queried_there_and_a_forged_one_here() -> None:
    other = ("https://jzjg.jst.sc.gov.cn/a", "四川省建筑市场监管公共服务平台")
    assert "到该项目所在地主管部门的平台重新查询" in seen(screen(*other))[1]
    assert HOSTS[0] in seen(screen("https://jzsc.jst.zj.gov.cn.cx-query.com/a", "", NUMBER))[1]


def test_a_number_given_after_the_completion_is_told() -> None:
    outcome, message = seen(screen(number="3306022408120102"), registry_number="3306022408120102")
    assert outcome == "pass"
    assert "编号日期晚于竣工日期" in message
    assert "编号日期晚于竣工日期" not in seen(screen())[1]


def test_a_number_read_once_may_be_the_readers() -> None:
    once = page(HOST, HEAD, *row("项目编号", FORGED, y=400))
    assert seen(once, registry_number=None)[0] == "unsure"
    assert seen(once, registry_number="3306022103480101")[0] == "unsure"
    assert seen(once, registry_number="3306022103280101")[0] == "unsure"  # the form's decodes, one figure away
    assert seen(text(once), registry_number=None)[0] == "fail"


def test_phases_on_several_pages_are_for_a_person() -> None:
    later = replace(screen(done="", started="2024-01-01"), number=2)
    assert seen((screen(), later))[0] == "pass"  # the first phase was begun in 2021
    assert seen((screen(started=""), later))[0] == "unsure"


def test_a_drawing_may_tell_its_own_file() -> None:
    drawing = page(word(r"D:\图纸\PC-S-08.dwg", 100, 40), "预制叠合板平面布置图", "设计")
    assert seen(drawing)[0] == "na"


def test_days_in_the_columns_of_a_list() -> None:
    head = row("序号", "实际开工日期", "实际竣工验收日期", "查看", y=500)
    said = zip(("1", "2021-04-12", "2020-01-01"), head, strict=False)
    cells = [Word(cell, (above.box[0], 560, above.box[0] + 30 * len(cell), 590), 0.98) for cell, above in said]
    assert seen(page(HOST, HEAD, *row("项目编号", NUMBER, y=400), *head, *cells))[0] == "fail"


def test_no_project_no_page_no_claim() -> None:
    assert [o.outcome.value for o in observe(CHECK, case())] == ["na"]
    paper = document(f"{FOLDER}/会审.jpg", Slot.PROJECT, page("图纸会审签到表"), item=FOLDER)
    assert [o.outcome.value for o in observe(CHECK, case(items=[item(Slot.PROJECT, paper, subject=FOLDER)]))] == ["na"]
    unclaimed = case(items=[item(Slot.PROJECT, shot(screen()), subject=FOLDER)])
    assert [o.outcome.value for o in observe(CHECK, unclaimed)] == ["pass"]


PRINTED = [
    ("https://zcps.rlsbt.zj.gov.cn/print", []),
    ("https://zjjx.rlsbt.zj.gov.cn", []),  # the register of hours
    ("https://zcps.rlsbt.zj.gov.cn.zc-login.com/print", ["fail"]),
    ("https://zcps.rlsbt.zj.g0v.cn/print", ["unsure"]),
    ("https://zcps.r1sbt.2j.gov.cn/print", []),  # read off pixels
    ("https://zcps.rlsbt.zi.gov.cn/print", ["unsure"]),
]


@pytest.mark.parametrize(("address", "outcomes"), PRINTED)
def test_the_systems_host_on_what_was_printed(address: str, outcomes: list[str]) -> None:
    form = document("评审表/a.pdf", Slot.REVIEW_FORM, page(word(address, 100, 1700), "评审表"))
    found = [o.outcome.value for o in observe(CHECK, case(form)) if o.subject == "评审表/a.pdf"]
    assert found == outcomes


NUMBERS = [
    ("3306021608300101", "good"), ("3101151211210104", "good"), ("3305221902200001", "good"), ("3413001712119901", "good"),
    ("1301082203180001", "good"), ("3306212008080101", "good"), ("3306021602300101", "fail"), ("3306022909090101", "fail"),
    ("0006021608300101", "fail"), ("3306029812120101", "unsure"), ("330602160830010", "unsure"), ("ZJ-2020-17", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "level"), NUMBERS)
def test_numbers(number: str, level: str) -> None:
    assert decode(number, date(2024, 11, 19)).level == level


ADDRESSES = [
    ("https://jzsc.jst.zj.gov.cn/users/a?from=http://a.com", "official"), ("jzsc.jst.zj.gov.cn.PublicWeb/index.html", None),
    ("jzscjstzjgov.cn/PublicWeb", "near"), ("www.163.com", None), ("a@jst.zj.gov.cn.com", None), ("第1.2节", None),
    ("jzsc.jst.sc.gov.cn/a", "near"), ("https://jzsc.jst.zj.gov.cn.vip/a", "look-alike"), ("http://127.0.0.1:5500/", "local"),
    (r"C:\Users\a\b.png", "local"), ("2021.04.12", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind"), ADDRESSES)
def test_lines_of_a_bar(line: str, kind: str | None) -> None:
    found = told_by(address_text(line), HOSTS, rules(), False)
    assert (found[0] if found else None) == kind


def test_a_bookmark_beside_the_bar_is_no_part_of_the_host() -> None:
    beside = (word("jzsc.jst.zj.gov.cn", 140, 20), word(".query.com", 700, 20))
    assert seen(page(*beside, HEAD, *row("项目编号", NUMBER, y=400)))[0] == "pass"


def table(odd: str = "", scale: float = 1.0, lower: int = 0, slant: float = 0.0) -> Page:
    """Six rows of labels and values, boxes as a reader draws them: a margin around the letters; one cell is `odd`."""
    words = []
    cells = [
        ("建设单位", "绍兴镜澜城市开发有限公司"),
        ("项目分类", "房屋建筑"),
        ("监理单位", "浙江衡信诚工程监理有限公司"),
    ]
    for n, (label, value) in enumerate(
        [*cells, ("项目经理", "欧阳建国"), ("项目总监", "虞建平"), ("建设性质", "新建")]
    ):
        for said, x, em in ((label, 100, 18), (value, 500, 20), ("查看详情", 1000, 20)):
            size = em * (scale if said == odd else 1)
            y = 400 + 60 * n + int(slant * x) + (lower if said == odd else 0)
            words.append(Word(said, (x, y, x + int(size * (len(said) + 1.15)), y + int(size * 1.7)), 0.99))
    return Page(1, 1366, 900, "ocr", tuple(words))


@pytest.mark.parametrize(
    ("shown", "odd"),
    [
        (table(), []),
        (table(slant=0.03), []),  # a photo taken aslant
        (table("虞建平", 1.4), ["虞建平"]),
        (table("欧阳建国", 0.7), ["欧阳建国"]),
        (table("虞建平", 1.1), []),
        (table("虞建平", lower=12), ["虞建平"]),
        (table("虞建平", lower=3), []),
    ],
)
def test_cells_in_other_letters(shown: Page, odd: list[str]) -> None:
    assert [one.word.text for one in odd_cells(shown, rules().screens)] == odd


def test_odd_letters_are_no_more_than_a_hint() -> None:
    lines = [word(HOST, 140, 20), word(HEAD, 40, 80, size=50), *table("虞建平", 1.4).words]
    outcome, message = seen(page(*lines))
    assert outcome == "unsure"
    assert "“虞建平”" in message


def test_people_of_a_page_in_order_are_not_odd() -> None:
    shown = screen()
    assert seen(replace(shown, words=(*shown.words, *people(MANAGER, OTHER, y=800))))[0] == "pass"
    assert WORK in claimed().items[0].claim.name  # type: ignore[union-attr,operator]
