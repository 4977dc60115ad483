"""A host: the platform's, one that only looks like it, a file of one's own, another site. Rules SS-08, TM-10.

A reader takes o for 0 and drops dots: a host that differs in such ways only is a look-alike in a text layer, and on a
picture for a person to see. Nobody but an authority is given a name that ends in .gov.cn: with that it is misread.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from rapidfuzz.distance import OSA

from checks.check import Params
from checks.host_forms import SLIPS, folded, is_cut, is_host, is_proxy, seems
from checks.host_letters import LOOK_ALIKE, as_read, latin

Kind = Literal["official", "look-alike", "near", "local", "file", "editor", "authority", "number", "scheme", "other"]

LONGEST = 500
"""So many characters of a line are looked at for an address."""

_LETTER = "a-z0-9" + LOOK_ALIKE
_HOST = re.compile(rf"(?<![@{_LETTER}.-])((?:[{_LETTER}-]+\.)+[{_LETTER}-]{{2,}})(?::\d+)?(?=$|[^{_LETTER}-])")
_USER = re.compile(r"(?:https?:/{0,2})?([^\s/@?#]{1,120})@(?=[a-z0-9-]+\.[a-z0-9])")
_NUMBER = re.compile(r"(?<![\w.-])((?:\d{1,3}\.){3}\d{1,3})(?::\d{1,5})?(?![\w.-])")
_SCHEME = re.compile(r"https?:?/{0,2}|不安全|安全|文件|[|丨·\s]")
_DRIVE = re.compile(r"(?<![a-z])[a-z]:[\\/]+(?=\w)")
_SHARE = re.compile(r"^\W{0,3}\\\\(?=[\w.-]+\\)")
_HAN = re.compile(r"(?:\.[㐀-鿿][㐀-鿿\w-]{0,30})+\.(?:[㐀-鿿]{2,10}|[a-z]{2,10})")
"""The rest of a host in characters: .查询.中国"""
_FILE = re.compile(r"^[^/\\#?&=]{1,60}\.(?:html?|mht|mhtml)$")


class Hosts(Params):
    """`domains`: last parts of host names, by which a host is told from a misread path. `local`: how an address begins
    that is no site's; `schemes`: how one begins that a browser shows of other things than a site's page. `editors`: hosts
    where anybody draws a page. `pages`: files of the platforms' own paths. `proxies`: ends of hosts that write another's
    name into their own.
    """

    domains: tuple[str, ...]
    local: tuple[str, ...]
    schemes: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()


def address_text(text: str) -> str:
    """Half width, lower case, without the blanks that a reader puts around dots and slashes."""
    wide = unicodedata.normalize("NFKC", text[:LONGEST]).lower().strip()
    # Browsers take a Chinese full stop within a host for a dot.
    return re.sub(r"\s*([./:\\])\s*", r"\1", re.sub(r"(?<=[a-z0-9])[。｡](?=[a-z0-9])", ".", wide))


def told_by(text: str, listed: tuple[str, ...], hosts: Hosts, printed: bool) -> tuple[Kind, str, str] | None:
    """Kind, the telling part of the line, and the listed host it is like; None for a line that is no address."""
    starts = [text.find(word) for word in hosts.local if word in text] + [one.start() for one in _DRIVE.finditer(text)]
    starts += [one.start() for one in [_SHARE.match(text)] if one]
    local = min(starts, default=len(text))
    if special := _not_a_name(text[:local], listed, hosts):
        return special
    for match in _HOST.finditer(text[:local]):
        found = None if _is_page(match[1], hosts) else _of_host(match[1], listed, hosts, printed)
        if found and found[0] == "official" and (rest := _HAN.match(text, match.end(1))):
            return ("look-alike" if printed else "near"), match[1] + rest[0], found[2]
        if found and (found[0] not in ("authority", "other") or _is_address(text, match)):
            return found
    if local < len(text):
        return "local", text[:80], ""
    return ("file", text[:80], "") if _FILE.match(text) and not _is_page(text, hosts) else None


def _not_a_name(text: str, listed: tuple[str, ...], hosts: Hosts) -> tuple[Kind, str, str] | None:
    """What stands where a host's name should: a listed name before an @, a scheme that is no site's, figures."""
    for match in _USER.finditer(text):
        if seeming := next((one for one in listed if one in latin(match[1])), ""):
            return "look-alike", text[match.start() :][:80], seeming
    bare = re.sub(r"^\W+", "", text)
    if bare.startswith(hosts.schemes):
        return "scheme", bare[:80], ""
    for match in _NUMBER.finditer(text):
        if all(int(part) <= 255 for part in match[1].split(".")) and _is_address(text, match):
            return "number", match[1], ""
    return None


def _is_address(text: str, match: re.Match[str]) -> bool:
    """Whether a line is the address itself, behind a padlock and a warning at most, and no bookmark or headline."""
    before = _SCHEME.sub("", text[: match.start()])
    return len(before) <= SLIPS and (before != text[: match.start()] or text[match.end() :].startswith("/"))


def _is_page(text: str, hosts: Hosts) -> bool:
    return text.endswith((".html", ".htm")) and any(text.endswith(page) for page in hosts.pages)


def _of_host(host: str, listed: tuple[str, ...], hosts: Hosts, printed: bool) -> tuple[Kind, str, str] | None:
    like = min(listed, key=lambda one: OSA.distance(host, one), default="")
    if any(is_host(host, one, printed) for one in listed):
        return "official", host, like
    if any(is_cut(host, one) for one in listed):
        return None
    if spelt := _spelt(host, listed, printed):
        return spelt
    if any(is_proxy(host, one) for one in listed):
        return "other", host, like
    known = host.rpartition(".")[2] in hosts.domains
    if like and OSA.distance(host, like) <= SLIPS:
        # Between two lines read off pixels 0 and o are one letter; a text layer has the characters themselves.
        apart: Kind = "authority" if host.endswith(".gov.cn") else "look-alike"
        return (apart if printed else "near"), host, like
    if not known:
        return _longer(host, listed, printed)
    if not printed and like and folded(host) == folded(like):
        return "near", host, like  # small letters lose all their dots at once
    if host.endswith(".gov.cn"):
        return "authority", host, like
    if any(host.endswith(f".{proxy}") for proxy in hosts.proxies):
        return "other", host, like
    if seeming := next((one for one in listed if seems(host, one)), ""):
        return "look-alike", host, seeming
    editor = any(host == one or host.endswith(f".{one}") for one in hosts.editors)
    return "editor" if editor else "other", host, ""


def _spelt(host: str, listed: tuple[str, ...], printed: bool) -> tuple[Kind, str, str] | None:
    """A listed host in letters that are not Latin; on a picture, in letters that readers take for one another."""
    plainly = latin(host)
    for one in listed:
        if plainly != host and (plainly == one or seems(plainly, one)):
            return "look-alike" if printed else "near", host, one
        # jst.2j.gov.cn can only be misread; g0v.cn anybody may register.
        if not printed and host.endswith(".gov.cn") and as_read(host) == as_read(one):
            return "official", host, one
    return None


def _longer(host: str, listed: tuple[str, ...], printed: bool) -> tuple[Kind, str, str] | None:
    """A host that goes on after the listed one, in a domain that is not known: on a picture a path may be misread."""
    like = next((one for one in listed if host.startswith(f"{one}.")), "")
    if not like or not (printed or "." in host.removeprefix(f"{like}.")):
        return None
    return ("look-alike" if printed else "near"), host, like
