"""Awards: 绍建盟[2024]07号 五（八）; rules AW-01, AW-02, AW-04. To be issued by 中国科学技术协会 is no fault by itself."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from checks.award_lines import certificate_title, issuer_alone, seals_clear
from checks.award_named import Named, named
from checks.award_names import NotForged as NotForged
from checks.award_names import claims, issuer_on, title_on
from checks.award_plausible import Plausible
from checks.award_plausible import plausible as plausible_elements
from checks.check import failed, na, passed, unsure
from checks.pages import at, beside, find, joined, read_well
from checks.rows import plain, rows
from verify.finding import Evidence, Observation
from verify.form import Award
from verify.model import Case, Document, Item, Slot
from verify.page import Page, Word

LABEL = 8
"""A line of so many characters may be the label of the next one: 提名单位（盖章）"""

OPEN = "请人工核对证书名称和颁发单位；系统不作真伪结论。"

NONE = na("获奖", "没有申报获奖，本项不适用。")

Level = Literal["exact", "near"]
Seen = tuple[Level, tuple[tuple[Page, Word], ...]]
"""How surely a file pairs a listed title with a listed issuer, and the lines that do."""


def not_forged(case: Case, params: NotForged) -> Iterable[Observation]:
    """AW-01: no certificate bears a listed title and is issued by a listed issuer; to mention both is no offence."""
    seen = [_item(item, params) for item in case.items_in(Slot.AWARD)]
    loose = [_loose(document, params) for document in case.in_slot(Slot.OTHER)]
    return [*seen, *(o for o in loose if o)] or [NONE]


def plausible(case: Case, params: Plausible) -> Iterable[Observation]:
    """AW-02: a national award bears 国务院, a grade, and a year in which it was conferred."""
    return [plausible_elements(item, params) for item in case.items_in(Slot.AWARD)] or [NONE]


def applicant_named(case: Case, params: Named) -> Iterable[Observation]:
    """AW-04: the applicant is named on the award."""
    return [named(case, item, params) for item in case.items_in(Slot.AWARD)] or [NONE]


def _item(item: Item, params: NotForged) -> Observation:
    files = [(document, seen) for document in item.documents if (seen := _document(document, params))]
    for document, seen in sorted(files, key=lambda pair: pair[1][0] != "exact"):
        return _told(item.subject, document, seen)
    claimed = item.claim if isinstance(item.claim, Award) else Award()
    if claims(claimed, params):
        message = f"申报信息写的是“{claimed.issuer}”颁发的“{claimed.name}”，属通知所指假冒证书的情形，"
        where = "证书页上没有同时读到两者" if item.documents else "没有上传证书"
        found = f"{claimed.issuer}·{claimed.name}"
        return unsure(item.subject, f"{message}但{where}，{OPEN}", *_files(item), found=found)
    if item.documents and not any(read_well(page) for document in item.documents for page in document.pages):
        return unsure(item.subject, "获奖证书未能读清，请人工查看证书名称和颁发单位。", *_files(item))
    if unread := _unread(item, params):
        document, page, title = unread
        message = f"证书标题为“{title.text}”，而印章未能读清，不知由谁颁发，请人工查看；系统不作真伪结论。"
        return unsure(item.subject, message, at(document, page, title), found=title.text)
    return passed(item.subject, "不是通知所指的假冒证书。", found=claimed.name)


def _unread(item: Item, params: NotForged) -> tuple[Document, Page, Word] | None:
    """A certificate with a listed title under a seal that was not surely read, where nothing speaks for the State."""
    for document in item.documents:
        for page in (page for page in document.pages if not find(page, params.genuine)):
            title = certificate_title(page, params.titles)
            if title and not seals_clear(page, params.issuers):
                return document, page, title
    return None


def _loose(document: Document, params: NotForged) -> Observation | None:
    """A file that need not be a certificate: a CV or a notice may name both, so that it never accuses."""
    pages = (seen for page in document.pages if (seen := _page(page, params)))
    found = next(pages, None)
    return _told(document.file, document, ("near", found[1])) if found else None


def _told(subject: str, document: Document, seen: Seen) -> Observation:
    level, places = seen
    shown = [at(document, page, word) for page, word in places]
    found = "；".join(word.text for _, word in places)
    if level == "exact":
        message = f"证书写有“{found}”，属通知所指假冒证书的情形，请评委会核实；系统不作真伪结论。"
        return failed(subject, message, *shown, found=found)
    return unsure(subject, f"读到“{found}”，与通知所指假冒证书相近，{OPEN}", *shown, found=found)


def _document(document: Document, params: NotForged) -> Seen | None:
    """What the worst page of a certificate's file says, else its pages together; None where nothing is paired."""
    pages = [seen for page in document.pages if (seen := _page(page, params))]
    if pages:
        return min(pages, key=lambda seen: seen[0] != "exact")
    titles = [(page, hit.word) for page in document.pages if (hit := title_on(page, params))]
    issuers = [(page, hit.word) for page in document.pages if (hit := issuer_on(page, params))]
    return ("near", (titles[0], issuers[0])) if titles and issuers else None


def _page(page: Page, params: NotForged) -> Seen | None:
    title, issuer = title_on(page, params), issuer_on(page, params)
    if not title or not issuer:
        return None
    sure = _sure_pair(page, params)
    level: Level = "exact" if sure else "near"
    return level, tuple((page, word) for word in sure or (title.word, issuer.word))


def _sure_pair(page: Page, params: NotForged) -> tuple[Word, Word] | None:
    """The title as a certificate's own and the issuer by itself, where nothing else on the page speaks against it."""
    if find(page, (*params.genuine, *params.papers)) or not seals_clear(page, params.issuers):
        return None
    if _supports(page, params):
        return None
    title, issuer = certificate_title(page, params.titles), issuer_alone(page, params.issuers)
    return (title, issuer) if title and issuer else None


def _supports(page: Page, params: NotForged) -> bool:
    """Whether an issuer only recommends, nominates or oversees here: by what stands before it, or alone above it."""
    units = [plain(name) for name in params.issuers]
    values = [plain(value.text) for _, value in beside(page, params.supporting) if value]
    lines = [plain(joined(row).text) for row in rows(page.words)]
    values += [value for label, value in pairwise(lines) if _is_label(label, params)]
    return any(unit in value for value in values for unit in units)


def _is_label(text: str, params: NotForged) -> bool:
    return len(text) <= LABEL and any(plain(word) in text for word in params.supporting)


def _files(item: Item) -> tuple[Evidence, ...]:
    return tuple(Evidence(document.file) for document in item.documents)
