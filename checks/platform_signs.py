"""What speaks against a platform's page: its address, its head, the tools around it.

Rules SS-05, SS-08. A sign of level "fail" has no likely innocent reading; each says which there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Literal

from rapidfuzz import fuzz

from checks.fields import SURE
from checks.pages import at, find, lines
from checks.platform_address import Address, addresses
from checks.platform_hosts import Hosts
from checks.platform_order import Days
from checks.platform_pages import Record
from checks.platform_type import Type
from checks.platform_words import PlatformWords
from checks.platforms import HEAD
from checks.rows import plain
from verify.finding import Evidence
from verify.page import Word

ALIKE = 70
"""Likeness (0..100) from which on a head may be the platform's own, misread."""

LARGE = 1.2
"""A head's letters are so many times as high as the page's usual ones."""

FEW = 4
"""Lines of fewer characters are mostly margin."""

_OPENED = "file:/"

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
    """The addresses in a page's bar that count: the platform's own, where read, tells the rest of the bar from it.

    A path beside it is the title of another window, a bookmark or a download; but for one that a browser shows as open.
    """
    found = list(addresses(record.document, record.page, rules.hosts_of(None), hosts))
    own = [one for one in found if one.kind == "official"]
    grave = [one for one in found if one.kind in ("look-alike", "local", "editor") and not _holds(one, own)]
    return [*(one for one in grave if not own or one.kind != "local" or _OPENED in one.text), *own] or found


def _holds(one: Address, others: Iterable[Address]) -> bool:
    """Whether an address was read in a line that also gave one of the others: a row of several boxes put together."""
    a = one.shown.box
    return any(a and b and a[1] < b[3] and b[1] < a[3] for b in (other.shown.box for other in others))


def of_address(record: Record, found: list[Address]) -> Iterator[Sign]:
    """One sign for an address that is not the platform's; none where no bar is seen, which is usual.

    A page that does not claim to be the platform's may have any address but one that does: a drawing's has its file's.
    """
    official = any(one.kind == "official" for one in found)
    # Beside the platform's own address about:blank is the title of another tab.
    worst = next((one for one in found if one.kind != "official" and not (official and one.kind == "scheme")), None)
    if worst and (record.platform or worst.kind == "look-alike"):
        told, grave = _told(worst)
        plainly = grave and worst.sure and not (official and worst.kind == "local")
        yield Sign("fail" if plainly else "unsure", told, (worst.shown,))


def _told(one: Address) -> tuple[str, bool]:
    """An address in words, and whether it speaks plainly against the page."""
    if one.kind == "look-alike":
        if "@" in one.text:
            return (
                f"网址“{one.text}”在 @ 之前写平台的“{one.like}”，打开的是 @ 之后的主机（也可能是识别有误，请看原图）",
                True,
            )
        return f"网址主机“{one.text}”与平台的“{one.like}”相似而不是它（也可能是代查网站）", True
    if one.kind == "local" and ".pdf" in one.text:
        return (
            f"地址栏是在本机打开的 PDF“{one.text}”（平台页面另存或打印为 PDF 再打开也如此），看不出来自哪个网址",
            False,
        )
    if one.kind == "local":
        return f"地址栏是本机文件或本机地址“{one.text}”，不是平台网站（也可能是保存网页后再打开截图）", True
    if one.kind == "editor":
        return f"网址“{one.text}”是制作或预览网页的工具，不是平台网站", True
    if one.kind == "near":
        return f"网址主机读作“{one.text}”，与平台的“{one.like}”相近而不同，可能是识别有误，请看原图", False
    if one.kind == "file":
        return f"地址栏似为文件名“{one.text}”，可能是保存到本机的网页", False
    if one.kind == "number":
        return f"网址是数字地址“{one.text}”，不是平台的域名（也可能是单位内网、代理访问）", False
    if one.kind == "scheme":
        return f"地址栏是“{one.text}”，不是打开的平台网页（也可能是查看源代码、弹出窗口或下载文件的预览）", False
    return f"网址主机是“{one.text}”，不是平台的网址（也可能是转载、单位 VPN 等代理访问或浏览器其他标签）", False


def of_head(record: Record, rules: PageRules, found: list[Address]) -> Iterator[Sign]:
    """A large head that names another body, on a page whose address is the platform's and which never names it."""
    page, own = record.page, rules.names()
    below = min((one.shown.box[3] for one in found if one.kind == "official" and one.shown.box), default=None)
    if below is None or find(page, own, fuzzy=True):
        return
    usual = median(_pitch(word) for word in page.words if len(word.text) >= FEW)
    for word in page.words:
        text = plain(word.text)
        large = _pitch(word) >= LARGE * usual and below <= word.box[1] <= below + HEAD * page.height
        if large and any(plain(body) in text for body in rules.bodies):
            sure = word.confidence >= SURE and all(fuzz.ratio(name, text) < ALIKE for name in own)
            told = f"地址栏是平台网址，页面标题却是“{word.text}”，通篇没有平台名称（也可能是截图拼接或标题未读清）"
            yield Sign("fail" if sure else "unsure", told, (at(record.document, page, word),))


def _pitch(word: Word) -> float:
    """Pixels a character: a box's height says less of the size of letters."""
    return (word.box[2] - word.box[0]) / max(1, len(word.text))


def of_tools(record: Record, rules: PageRules) -> Iterator[Sign]:
    """The menu of a tool around the page: as well one that a person took or cropped the screenshot with."""
    for word in lines(record.page):
        text = plain(word.text)
        if any(all(plain(one) in text for one in group) for group in rules.tools):
            told = f"画面上有开发者工具或图像软件的菜单“{word.text[:40]}”（也可能只是用它截取或查看图片）"
            yield Sign("unsure", told, (at(record.document, record.page, word),))
            return
