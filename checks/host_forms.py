"""How a host stands to a listed one: the same, cut, carried by a proxy, or made to seem it."""

from __future__ import annotations

import re

from checks.host_letters import as_read

SLIPS = 2
"""A reader misreads or adds at most so many characters of a host."""

CROPPED = 6
"""So many characters of a listed host's beginning or end are what a cut or narrow bar left of it."""


def is_host(host: str, listed: str, printed: bool) -> bool:
    """Whether it is the listed host, on a picture perhaps after the bar's padlock or before a slash read as a dot."""
    if host == listed or printed:
        return host == listed
    head, found, tail = host.partition(listed)
    return bool(found) and len(head) <= SLIPS and "." not in head and not tail


def is_cut(host: str, listed: str) -> bool:
    """Whether it is what a cut or narrow bar left of the listed host."""
    return len(host) >= CROPPED and (listed.endswith(host) or listed.startswith(host))


def is_proxy(host: str, listed: str) -> bool:
    """Whether it is a proxy's name that carries the whole listed host with hyphens, as a firm's VPN makes it."""
    first, _, rest = host.partition(".")
    return first.startswith(listed.replace(".", "-")) and "." in rest


def seems(host: str, listed: str) -> bool:
    """Whether a host that is no authority's has the listed one's parts in it, dots and hyphens aside, or with look-alike
    letters and digits: jzsc.jst.zj.gov.cn.web-query.com, jzsc-jst-zj.com, jzsc.jst.zj-gov.cn.
    """
    whole, (first, second, *_) = folded(host), listed.split(".")
    return folded(listed) in whole or folded(first + second) in whole


def folded(host: str) -> str:
    """A host without dots and hyphens, letters that are taken for one another made one."""
    return re.sub(r"[.-]", "", as_read(host))
