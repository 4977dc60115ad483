"""Whose address a QR code leads to: the host that a document's codes should have, and hosts made to look like it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError
from rapidfuzz.distance import OSA

NEAR = 1
"""Letters by which a look-alike differs (chsi.com.cn, chsl.com.cn)."""

_ADDRESS = re.compile(r"https?://\S{1,400}", re.IGNORECASE)


_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]{2,}|\d{1,3}(?:\.\d{1,3}){3}")


def _host(written: str) -> str:
    """The bare host of what a notice lists, also of a whole address (https://www.zjjsrc.cn/)."""
    bare = re.sub(r"^https?:/*", "", unicodedata.normalize("NFKC", written).strip().lower())
    host = re.split(r"[/?#:]", bare)[0].rstrip(".")
    if not _NAME.fullmatch(host):
        said = {"written": written[:80]}
        raise PydanticCustomError("no_host", "{written} is no host; write it like www.zjjsrc.cn", said)
    return host


Host = Annotated[str, AfterValidator(_host)]
"""A host that a notice lists; a whole address is taken for its host."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address: `host` in lower case, as it is resolved; `whole` what stands before the path; its parameters."""

    host: str
    whole: str
    values: tuple[str, ...]


def address(text: str) -> Address | None:
    """The web address in a code's text; None where there is none that can be taken apart."""
    found = _ADDRESS.search(text)
    try:
        parts = urlsplit(found[0]) if found else None
        host = (parts.hostname or "").rstrip(".") if parts else ""
    except ValueError:
        return None
    if parts is None or not host:
        return None
    values = [value for _, value in parse_qsl(parts.query, max_num_fields=40)] if parts.query.count("&") < 40 else []
    return Address(host, parts.netloc.lower(), (*values, *(part for part in parts.path.split("/") if part)))


def belongs(host: str, domains: Iterable[str]) -> bool:
    """Whether a host is one of the domains or lies below one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def resembles(found: Address, domains: Iterable[str], reserved: Iterable[str]) -> str | None:
    """The domain that an address is made to look like; None for the domain itself, and below `reserved` endings, that
    nobody can register at will (gov.cn)."""
    domains = tuple(domains)
    if belongs(found.host, (*domains, *reserved)):
        return None
    return next((domain for domain in domains if _like(found, domain)), None)


def _like(found: Address, domain: str) -> bool:
    """The domain within another host or before an @, or one letter off, or with letters that are not Latin."""
    if domain in found.whole or domain.replace(".", "-") in found.whole:
        return True
    own = ".".join(found.host.split(".")[-domain.count(".") - 1 :])
    return OSA.distance(own, domain, score_cutoff=NEAR) <= NEAR
