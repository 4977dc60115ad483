"""What speaks against a platform's page: its address, its head, its numbers, the order of its days, its letters.

Rules SS-05, SS-07, SS-08. A sign of level "fail" has no likely innocent reading; each says which there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Hamming

from checks.fields import SURE, Field
from checks.pages import at, find, lines
from checks.platform_address import Address, Hosts, addresses
from checks.platform_numbers import NODE, SIXTEEN, decode, place_of
from checks.platform_order import Days, disorders
from checks.platform_pages import PlatformWords, Record
from checks.platform_type import Type, odd_cells
from checks.platforms import HEAD
from checks.rows import height, plain
from checks.tables import labelled
from verify.model import Evidence, Word

ALIKE = 70
"""Likeness (0..100) from which on a head may be the platform's own, misread."""

LARGE = 1.2
"""A head's letters are so many times as high as the page's usual ones."""

Level = Literal["unsure", "fail"]


class PageRules(PlatformWords, Days, Type):
    """`coded`: labels of numbers that decode; `nodes`: for the letters of a stage's number, labels it may stand after.
    `regions`: labels of the region. `bodies`: words of other sites' heads. `late`: words of entries made long after
    the fact. `tools`: groups of words that together are the menu of a tool.
    """

    coded: tuple[str, ...]
    nodes: dict[str, tuple[str, ...]]
    regions: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    tools: tuple[tuple[str, ...], ...] = ()

    def hosts_of(self, platform: str | None) -> tuple[str, ...]:
        """The hosts of a platform, of all for None."""
        groups = [self.platforms[platform]] if platform else self.platforms.values()
        return tuple(word for group in groups for word in group if "." in word)

    def names(self) -> tuple[str, ...]:
        """The names of all platforms, plain."""
        return tuple(plain(word) for group in self.platforms.values() for word in group if "." not in word)


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that speaks against a page, in words with its innocent explanation, and where it stands."""

    level: Level
    told: str
    shown: tuple[Evidence, ...]


def bar(record: Record, rules: PageRules, hosts: Hosts) -> list[Address]:
    """The addresses in a page's bar that count: the platform's own, where read, tells the rest of the bar from it."""
    found = list(addresses(record.document, record.page, rules.hosts_of(None), hosts))
    own = [one for one in found if one.kind == "official"]
    grave = [one for one in found if one.kind in ("look-alike", "local", "editor") and not _holds(one, own)]
    return [*grave, *own] or found


def _holds(one: Address, others: Iterable[Address]) -> bool:
    """Whether an address was read in a line that also gave one of the others: a row of several boxes put together."""
    a = one.shown.box
    return any(a and b and a[1] < b[3] and b[1] < a[3] for b in (other.shown.box for other in others))


def of_address(record: Record, found: list[Address]) -> Iterator[Sign]:
    """One sign for an address that is not the platform's; none where no bar is seen, which is usual."""
    worst = next((one for one in found if one.kind != "official"), None)
    if worst is None:
        return
    told, grave = _told(worst, record.platform is not None)
    if told:
        yield Sign("fail" if grave and worst.sure else "unsure", told, (worst.shown,))


def _told(one: Address, claims: bool) -> tuple[str, bool]:
    """An address in words, "" for one that says nothing against a page; and whether it speaks plainly."""
    if one.kind == "look-alike":
        return f"网址主机“{one.text}”与平台的“{one.like}”相似而不是它（也可能是代查网站）", True
    if one.kind == "local":
        return f"地址栏是本机文件或本机地址“{one.text}”，不是平台网站（也可能是保存网页后再打开截图）", True
    if one.kind == "editor":
        return f"网址“{one.text}”是制作或预览网页的工具，不是平台网站", True
    if one.kind == "near":
        return f"网址主机读作“{one.text}”，与平台的“{one.like}”只差一两个字符，可能是识别有误，请看原图", False
    if one.kind == "file":
        return f"地址栏似为文件名“{one.text}”，可能是保存到本机的网页", False
    return (
        (f"网址主机是“{one.text}”，不是平台的网址（也可能是转载、代理访问或浏览器其他标签）", False)
        if claims
        else ("", False)
    )


def of_head(record: Record, rules: PageRules, found: list[Address]) -> Iterator[Sign]:
    """A large head that names another body, on a page whose address is the platform's and which never names it."""
    page, own = record.page, rules.names()
    below = max((one.shown.box[3] for one in found if one.kind == "official" and one.shown.box), default=None)
    if below is None or find(page, own, fuzzy=True):
        return
    usual = median(height(word.box) for word in page.words)
    for word in page.words:
        text = plain(word.text)
        large = height(word.box) >= LARGE * usual and below <= word.box[1] <= below + HEAD * page.height
        if large and any(plain(body) in text for body in rules.bodies):
            sure = word.confidence >= SURE and all(fuzz.ratio(name, text) < ALIKE for name in own)
            told = f"地址栏是平台网址，页面标题却是“{word.text}”，通篇没有平台名称（也可能是截图拼接或标题未读清）"
            yield Sign("fail" if sure else "unsure", told, (at(record.document, page, word),))


def of_tools(record: Record, rules: PageRules) -> Iterator[Sign]:
    """The menu of a tool around the page: as well one that a person took or cropped the screenshot with."""
    for word in lines(record.page):
        text = plain(word.text)
        if any(all(plain(one) in text for one in group) for group in rules.tools):
            told = f"画面上有开发者工具或图像软件的菜单“{word.text[:40]}”（也可能只是用它截取或查看图片）"
            yield Sign("unsure", told, (at(record.document, record.page, word),))
            return


def of_numbers(record: Record, rules: PageRules, claimed: str, latest: date | None) -> Iterator[Sign]:
    """A project's number that does not decode, is another one's than its stages', or another region's than the page's."""
    field = next(iter(labelled(record.document, record.page, rules.coded)), None)
    if field is None:
        return
    number = field.text
    decoded = decode(number, latest)
    if decoded.level in ("fail", "unsure"):
        level: Level = "fail" if decoded.level == "fail" and _read_twice(record, field, claimed, latest) else "unsure"
        told = f"项目编号 {number} 解不开：{decoded.told}（也可能是录入或识别有误）"
        yield Sign(level, told, (field.shown,))
    if decoded.level == "good":
        yield from _of_region(record, rules, number)
        yield from _of_nodes(record, rules, number)


def _read_twice(record: Record, field: Field, claimed: str, latest: date | None) -> bool:
    """Whether a number that does not decode stands so in a text layer or twice, and nowhere almost so but decoding."""
    said = [word.text for word in record.page.words if word.box != field.shown.box] + [claimed]
    others = [found for text in said for found in SIXTEEN.findall(plain(text))]
    close = [other for other in others if other != field.text and Hamming.distance(other, field.text) <= 2]
    if not field.sure or any(decode(other, latest).level == "good" for other in close):
        return False
    return record.page.source == "text" or field.text in others


def _of_region(record: Record, rules: PageRules, number: str) -> Iterator[Sign]:
    city = place_of(number[:6])[1]
    for field in labelled(record.document, record.page, rules.regions):
        if field.sure and city.endswith("市") and "市" in field.text and city not in field.text:
            told = f"项目编号的区划是{city}，页面所在区划是“{field.text}”（也可能在上级或另一地登记）"
            yield Sign("unsure", told, (field.shown,))


def _of_nodes(record: Record, rules: PageRules, number: str) -> Iterator[Sign]:
    for letters, labels in rules.nodes.items():
        for field in labelled(record.document, record.page, labels):
            found = NODE.search(field.text)
            if found and found[2] != letters and field.sure:
                told = f"编号 {field.text} 的类别字母应为 {letters.upper()}（也可能是录入有误）"
                yield Sign("unsure", told, (field.shown,))
            elif found and Hamming.distance(found[1], number) > 2 and field.sure:
                told = f"编号 {field.text} 不属于项目编号 {number}（也可能是另一项目的记录）"
                yield Sign("unsure", told, (field.shown,))


def of_days(group: list[Record], rules: PageRules, latest: date | None) -> Iterator[Sign]:
    """Days that cannot follow each other so, on the pages of one project."""
    late = any(find(record.page, rules.late) for record in group)
    for one in disorders(group, rules, latest, late):
        told = f"{one.told}（也可能是补录、补办或录入有误）"
        yield Sign(one.level, told, tuple(field.shown for field in one.shown))


def of_type(record: Record, rules: PageRules) -> Iterator[Sign]:
    """Cells in other letters: three or more are a page's design."""
    odd = odd_cells(record.page, rules)
    for one in odd if len(odd) <= 2 else ():
        told = f"“{one.word.text}”{one.off}（也可能是缩放、链接样式或识别框偏差），请放大原图查看"
        yield Sign("unsure", told, (_place(record, one.word),))


def _place(record: Record, word: Word) -> Evidence:
    return at(record.document, record.page, word)
