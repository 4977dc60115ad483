"""What the address bar of a screenshot says: the platform's host, one that only looks like it, a file of one's own.

Rules SS-08, TM-10. A reader takes o for 0 and drops dots: a host that differs in such ways only is a look-alike in a
text layer, and on a picture for a person to see. Nobody but an authority is given a name that ends in .gov.cn.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA

from checks.check import Params
from checks.fields import SURE
from checks.pages import at, lines
from verify.model import Document, Evidence, Page, Word

Kind = Literal["official", "look-alike", "near", "local", "file", "editor", "authority", "other"]

TOP, FOOT = 0.2, 0.94
"""An address bar stands in this upper share of a screenshot; a browser prints the address below the other."""

SLIPS = 2
"""A reader misreads or adds at most so many characters of a host."""

CROPPED = 6
"""So many characters of a listed host's beginning or end are what a cut or narrow bar left of it."""

_HOST = re.compile(r"(?<![@a-z0-9.-])((?:[a-z0-9-]+\.)+[a-z0-9-]{2,})(?::\d+)?(?=$|[^a-z0-9-])")
_DRIVE = re.compile(r"(?<![a-z])[a-z]:[\\/]+(?=\w)")
_FILE = re.compile(r"^[^/\\#?&=]{1,60}\.(?:html?|mht|mhtml)$")
_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "8": "b", "2": "z"})


class Hosts(Params):
    """`domains`: last parts of host names, by which a host is told from a misread path. `local`: how an address begins
    that is no site's. `editors`: hosts where anybody draws a page. `pages`: files of the platforms' own paths.
    `proxies`: ends of hosts that write another's name into their own.
    """

    domains: tuple[str, ...]
    local: tuple[str, ...]
    editors: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """An address on a page. `like` is the listed host it was held against; `sure` whether the line was well read."""

    kind: Kind
    text: str
    shown: Evidence
    like: str = ""
    sure: bool = True


def addresses(document: Document, page: Page, listed: Iterable[str], hosts: Hosts) -> Iterator[Address]:
    """The addresses in a page's bar, or printed at its foot; `listed` are the hosts that the page should be from."""
    wanted = tuple(listed)
    for word in lines(page):
        text = _plain(word.text)
        if _in_bar(page, word) or (word.box[1] >= FOOT * page.height and text.startswith(("http", "file:"))):
            found = _of(text, wanted, hosts, page.source == "text")
            if found:
                kind, said, like = found
                yield Address(kind, said, at(document, page, word), like, word.confidence >= SURE)


def _in_bar(page: Page, word: Word) -> bool:
    return (word.box[1] + word.box[3]) / 2 <= TOP * page.height


def _plain(text: str) -> str:
    """Half width, lower case, without the blanks that a reader puts around dots and slashes."""
    wide = unicodedata.normalize("NFKC", text).lower().strip()
    return re.sub(r"\s*([./:\\])\s*", r"\1", wide)


def _of(text: str, listed: tuple[str, ...], hosts: Hosts, printed: bool) -> tuple[Kind, str, str] | None:
    """Kind, the telling part of the line, and the listed host it is like; None for a line that is no address."""
    start = text.find("http")
    local = next((word for word in hosts.local if word in text[: start if start > 0 else None]), "")
    if local or _DRIVE.search(text):
        return "local", text[:80], ""
    match = next((found for found in _HOST.finditer(text) if not _is_page(found[1], hosts)), None)
    if match:
        return _of_host(match[1], listed, hosts, printed)
    return ("file", text[:80], "") if _FILE.match(text) and not _is_page(text, hosts) else None


def _is_page(text: str, hosts: Hosts) -> bool:
    return text.endswith((".html", ".htm")) and any(text.endswith(page) for page in hosts.pages)


def _of_host(host: str, listed: tuple[str, ...], hosts: Hosts, printed: bool) -> tuple[Kind, str, str] | None:
    like = min(listed, key=lambda one: OSA.distance(host, one), default="")
    if host in hosts.local:
        return "local", host, ""
    if any(_is_host(host, one, printed) for one in listed):
        return "official", host, like
    known = host.rpartition(".")[2] in hosts.domains
    if like and OSA.distance(host, like) <= SLIPS:
        # Between two lines read off pixels 0 and o are one letter; a text layer has the characters themselves.
        authority = host.endswith(".gov.cn")
        kind: Kind = "look-alike" if printed and not authority else "authority" if printed else "near"
        return ("official" if authority and not printed else kind), host, like
    if not known or any(_is_cut(host, one) for one in listed):
        return None
    if host.endswith(".gov.cn"):
        return "authority", host, like
    if any(host.endswith(f".{proxy}") for proxy in hosts.proxies):
        return "other", host, like
    if seeming := next((one for one in listed if _seems(host, one)), ""):
        return "look-alike", host, seeming
    editor = any(host == one or host.endswith(f".{one}") for one in hosts.editors)
    return "editor" if editor else "other", host, ""


def _is_host(host: str, listed: str, printed: bool) -> bool:
    """Whether it is the listed host, on a picture perhaps after the bar's padlock or before a slash read as a dot."""
    if host == listed or printed:
        return host == listed
    head, found, tail = host.partition(listed)
    return bool(found) and len(head) <= SLIPS and "." not in head and not tail


def _is_cut(host: str, listed: str) -> bool:
    """Whether it is what a cut or narrow bar left of the listed host."""
    return len(host) >= CROPPED and (listed.endswith(f".{host}") or listed.startswith(host))


def _seems(host: str, listed: str) -> bool:
    """Whether a host that is no authority's has the listed one's parts in it, dots and hyphens aside, or letters for
    look-alike digits: jzsc.jst.zj.gov.cn.web-query.com, jzsc-jst-zj.com, jzsc.jst.zj-gov.cn.
    """
    bare, (first, second, *_) = _bare(host), listed.split(".")
    return _bare(listed) in bare or _bare(first + second) in bare


def _bare(host: str) -> str:
    return re.sub(r"[.-]", "", host).translate(_ALIKE)
