"""Was it learned on a platform that the notice lists? Rules CE-02, CE-08, CE-09."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from checks.check import Params, failed, na, passed, unsure
from checks.fields import SURE
from checks.hosts import Host
from checks.pages import at, dates, lines, read_well, stamps
from checks.rows import plain
from checks.tables import labelled
from verify.finding import Evidence, Observation
from verify.model import Case, Document, Slot
from verify.page import Page, Word

SUBJECT = "continuing_education"
NEAR = 80
"""Likeness (0..100) from which on another name may be a listed platform's, written otherwise."""

_HOST = re.compile(
    r"(?<![@\w.-])(?:https?:/{1,2})?((?:[a-z0-9-]+\.)+[a-z]{2,}|\d{1,3}(?:\.\d{1,3}){3})(?![a-z0-9-])(?!\.[a-z0-9])"
)
_DOMAIN = re.compile(r"\.(?:cn|com|net|org|gov|edu|vip|top|cc|info|xyz|site|online)$")
_SENTENCE = re.compile(r"同步|推送|登录|查询|验证|核验|咨询|投诉")

Kind = Literal["listed", "record", "near", "local", "other"]


class Site(BaseModel):
    """A platform's name and the host of its address, as the notice lists them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    host: Host


class Platform(Params):
    """`platforms` are listed; before `since` only those in `earlier` are named. `records` are registers of hours, which
    show that hours were registered. `local_words` tell an authority's platform that the notice does not list.

    `proof`: the notice asks for the proof itself. `covered`: the categories that the list is for (empty: all).
    `labels` stand before a platform's name or address.
    """

    platforms: tuple[Site, ...]
    labels: tuple[str, ...]
    records: tuple[Site, ...] = ()
    local_words: tuple[str, ...] = ()
    since: date | None = None
    earlier: tuple[str, ...] = ()
    study_labels: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    not_covered: tuple[str, ...] = ()
    proof: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A platform that a proof or the form names: its name or host as written, and what that is to the notice."""

    kind: Kind
    text: str
    shown: Evidence | None = None
    site: Site | None = None
    sure: bool = True


def platform(case: Case, params: Platform) -> Iterable[Observation]:
    """Each proof by what it names; where it names none, by what the form says."""
    proofs = case.in_slot(Slot.TRAINING)
    claimed = _claimed(case, params)
    if not proofs:
        missing = [failed(SUBJECT, "没有上传继续教育学时登记证明，请上传。", found="没有文件")] if params.proof else []
        return [*missing, *_by_form(claimed)] or [na(SUBJECT, "没有学时证明，申报信息也没有写学习平台，无法核对。")]
    return [_proof(document, claimed, params) for document in proofs]


def _claimed(case: Case, params: Platform) -> dict[str, Named]:
    """What the form says, by subject."""
    entries = [entry for entry in case.form.continuing_education if entry.platform]
    return {f"{SUBJECT}[{entry.year or '?'}]": _of_text(entry.platform or "", params) for entry in entries}


def _by_form(claimed: dict[str, Named]) -> Iterator[Observation]:
    for subject, named in claimed.items():
        yield _judged(subject, named, "申报信息")


def _proof(document: Document, claimed: dict[str, Named], params: Platform) -> Observation:
    found = [named for page in document.pages for named in _on_page(document, page, params)]
    order: tuple[Kind, ...] = ("listed", "record", "near", "local", "other")
    best = min(found, key=lambda named: order.index(named.kind), default=None)
    if _is_not_covered(document, params):
        return na(document.file, "证明只有一般公需科目，通知所列平台只对专业科目和行业公需科目要求，请人工按规定核对。")
    if best and best.kind == "listed" and (doubt := _too_early(document, best, params)):
        return doubt
    if best:
        return _judged(document.file, best, "学时证明")
    return _unnamed(document, claimed)


def _unnamed(document: Document, claimed: dict[str, Named]) -> Observation:
    shown = Evidence(document.file)
    if not document.pages or not all(map(read_well, document.pages)):
        return unsure(document.file, "学时证明未能读清，请人工看是哪个平台出具的。", shown)
    if claimed and all(named.kind == "listed" for named in claimed.values()):
        names = "、".join(dict.fromkeys(named.text for named in claimed.values()))
        return passed(document.file, f"证明上没有读到平台名称或网址，按申报信息为“{names}”，在通知所列之内。", shown)
    return unsure(document.file, "学时证明上没有读到学习平台的名称或网址，请人工看是哪个平台出具的。", shown)


def _judged(subject: str, named: Named, where: str) -> Observation:
    shown = (named.shown,) if named.shown else ()
    if named.kind == "listed":
        return passed(subject, f"{where}载明的“{named.text}”是通知所列平台。", *shown, found=named.text)
    if named.kind == "record":
        return passed(subject, f"{where}是“{named.text}”的登记记录，学时已登记。", *shown, found=named.text)
    told = f"通知所列“{named.site.name}”（{named.site.host}）" if named.site else "通知所列平台"
    if named.kind == "near":
        message = f"{where}载明的“{named.text}”与{told}相近而不相同，请人工核对是否为同一平台。"
        return unsure(subject, message, *shown, expected=named.site.host if named.site else None, found=named.text)
    if named.kind == "local" or not named.sure:
        message = (
            f"{where}载明的“{named.text}”不在通知所列平台之内或未读清，可能是当地主管部门的平台，请人工核对是否认可。"
        )
        return unsure(subject, message, *shown, found=named.text)
    message = f"{where}载明的“{named.text}”不在通知所列平台之内，请改交所列平台的学时证明。"
    return failed(subject, message, *shown, found=named.text)


def _on_page(document: Document, page: Page, params: Platform) -> Iterator[Named]:
    """Listed platforms wherever the page names them; any other only where a label says that it is the platform."""
    for word in (*lines(page), *stamps(page)):
        text, spoken = plain(word.text), bool(_SENTENCE.search(plain(word.text)))
        shown, hosts = at(document, page, word), hosts_in(word.text)
        yield from (Named("listed", site.name, shown, site) for site in params.platforms if plain(site.name) in text)
        yield from (Named("listed", site.host, shown, site) for site in params.platforms if site.host in hosts)
        if not spoken:
            records = [site for site in params.records if plain(site.name) in text or site.host in hosts]
            yield from (Named("record", site.name, shown, site) for site in records)
            yield from (_near(host, shown, params) for host in hosts if _near(host, shown, params).kind == "near")
            yield from (named for named in (_like(text, shown, params),) if named)
    for said in labelled(document, page, params.labels):
        yield _of_text(said.shown.text or said.text, params, said.shown, said.sure)


def hosts_in(text: str) -> list[str]:
    """The hosts that a text names, by name or by number; not those of e-mail addresses, nor names of files."""
    wide = re.sub(r"\s*\.\s*", ".", unicodedata.normalize("NFKC", text).lower())
    found = [(match[1], match[0].startswith("http")) for match in _HOST.finditer(wide)]
    return [host for host, linked in found if linked or host[0].isdigit() or _DOMAIN.search(host)]


def _of_text(text: str, params: Platform, shown: Evidence | None = None, sure: bool = True) -> Named:
    """What a text that should name a platform names: by host where it has one, else by name."""
    hosts, bare = hosts_in(text), plain(text)
    for kind, sites in (("listed", params.platforms), ("record", params.records)):
        for site in sites:
            if plain(site.name) in bare or site.host in hosts:
                return Named("listed" if kind == "listed" else "record", site.name, shown, site)
    if hosts:
        return _near(hosts[0], shown, params, sure)
    if near := _like(bare, shown, params):
        return near
    local = any(word in bare for word in params.local_words) or len(bare) < 4
    return Named("local" if local else "other", text.strip()[:60], shown, None, sure)


def _near(host: str, shown: Evidence | None, params: Platform, sure: bool = True) -> Named:
    """A host that is not listed, or is but for a slip or its www."""
    for site in params.platforms:
        alike = host.removeprefix("www.") == site.host.removeprefix("www.")
        if host != site.host and (alike or OSA.distance(host, site.host, score_cutoff=2) <= 2):
            return Named("near", host, shown, site)
    return Named("other", host, shown, None, sure and (shown is None or (shown.confidence or 0) >= SURE))


def _like(text: str, shown: Evidence | None, params: Platform) -> Named | None:
    """A name much like a listed one, in a line of its own."""
    for site in params.platforms:
        name = plain(site.name)
        if len(text) <= 2 * len(name) and name not in text and fuzz.ratio(name, text) >= NEAR:
            return Named("near", text, shown, site)
    return None


def _is_not_covered(document: Document, params: Platform) -> bool:
    said = plain("".join(page.text for page in document.pages))
    return any(word in said for word in params.not_covered) and not any(word in said for word in params.covered)


def _too_early(document: Document, named: Named, params: Platform) -> Observation | None:
    """Learned before the list was in force, on a platform that was not yet named: by the days of study, else by all."""
    if params.since is None or not named.site or named.site.name in params.earlier:
        return None
    days = [day for page in document.pages for day, word in dates(page) if _of_study(word, params)]
    days = days or [day for page in document.pages for day, _ in dates(page)]
    if not days or max(day.last for day in days) >= params.since:
        return None
    message = f"通知所列平台自 {params.since:%Y年%m月} 起有效，证明上的日期早于此，且平台不是“{'、'.join(params.earlier)}”，请人工确认。"
    return unsure(document.file, message, *((named.shown,) if named.shown else ()), found=named.text)


def _of_study(word: Word, params: Platform) -> bool:
    return any(plain(label) in plain(word.text) for label in params.study_labels)
