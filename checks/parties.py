"""The units that a seal may be of: the applicant's own, by whatever name and at whatever time, and a project's parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.pages import beside, lines
from checks.rows import plain
from verify.finding import Role
from verify.form import Project
from verify.model import Case, Document, Item
from verify.org_names import core
from verify.org_names import plain as known
from verify.orgs import SAME, similarity
from verify.page import Box, Page

LABELS: dict[str, Role] = {
    "建设单位": "client", "业主单位": "client", "代建单位": "client", "发包人": "client", "发包单位": "client", "发包方": "client",
    "勘察单位": "survey",
    "设计单位": "design",
    "监理单位": "supervisor", "监理机构": "supervisor", "项目监理机构": "supervisor",
    "审图机构": "review", "图审机构": "review", "审图单位": "review", "施工图审查机构": "review", "审查机构": "review",
    "施工单位": "contractor", "总承包单位": "contractor", "施工总承包单位": "contractor", "承包单位": "contractor",
    "分包单位": "contractor", "承包人": "contractor", "承包方": "contractor",
    "质监机构": "authority", "质量监督机构": "authority", "监督机构": "authority",
}  # fmt: skip
"""The labels beside which a project's papers name its parties, and the role that each gives."""

ROLE_NAMES: dict[Role, str] = {
    "client": "建设单位",
    "survey": "勘察单位",
    "design": "设计单位",
    "contractor": "施工单位",
    "supervisor": "监理单位",
    "review": "审图机构",
    "authority": "主管部门",
}

_BLANK = {
    label: re.compile(rf".{{0,2}}{label}(?:意见|盖章|公章|签章|项目部|名称|[:：()章，。、.]|同意)*") for label in LABELS
}
_ORGANISATION = re.compile(
    r"^.{2,40}?(?:公司|(?:设计院|研究院|院|事务所|局|中心|委员会|总站|管理站|大学|集团|政府|指挥部|合作社)(?![一-鿿()]{0,8}公司))"
    r"(?:.{0,6}分公司)?"
)
_UNIT = r"[一-鿿()]{2,30}?(?:公司|院|局|厂|所|中心)"
_RENAMED = (
    re.compile(
        rf"({_UNIT})(?:于[0-9年月日.\-]+)?(?:正式|依法|已)?(?:更名|变更|改制|改名)(?:登记)?(?:成|为)[:“\"]?({_UNIT})"
    ),
    re.compile(rf"({_UNIT})\((?:原名?称?|曾用名|更名前)[:为]?({_UNIT})\)"),
)
"""An old and a new name in one sentence, either way round."""

_TELLS = re.compile("更名|变更|改制|改名|原|曾用")
_LEAD = re.compile(r"^(?:由|原|经|将|因|兹有|兹证明)+")


def employers(case: Case, item: Item | None = None) -> tuple[str, ...]:
    """The applicant's own units: today's, and the one at the time of a project."""
    then = getattr(item.claim, "employer", None) if item and item.claim else None
    return tuple(dict.fromkeys(name for name in (case.form.employer.name, then) if name))


def once_own(case: Case, item: Item | None = None) -> tuple[str, ...]:
    """Units that may have been the applicant's own at the time: a former name of theirs, or another employer of the
    years of a project that does not say under whom it was done."""
    own = employers(case, item)
    names = [*_former_names(case, own), *(_earlier(case, item) if own and len(own) < 2 else ())]
    return tuple(name for name in dict.fromkeys(names) if all(similarity(name, mine) < SAME for mine in own))


def parties(documents: Iterable[Document], labels: Iterable[str], own: Iterable[str]) -> dict[str, Role | None]:
    """The other units that a project's pages name beside labels such as 建设单位, and the role that the label gives.

    A unit in two roles has the first one's; the applicant's own is no other, in however many roles.
    """
    named: dict[str, Role | None] = {}
    mine = {core(known(name)) for name in own}
    for role, group in _by_role(labels).items():
        for page in (page for document in documents for page in document.pages):
            for _, value in beside(page, group):
                found = _ORGANISATION.match(plain(value.text)) if value else None
                if found and core(known(found.group())) not in mine:
                    named.setdefault(found.group(), role)
    return named


def role_at(page: Page, box: Box) -> Role | None:
    """The role whose label, with no name after it, stands in the cell that a seal is in: 监理单位意见, 建设单位（盖章）."""
    found = [(word, label) for word in page.words for label in LABELS if _BLANK[label].fullmatch(plain(word.text))]
    near = [(_apart(word.box, box), label) for word, label in found if _above(word.box, box)]
    return LABELS[min(near)[1]] if near else None


def _above(label: Box, seal: Box) -> bool:
    """Whether a label stands over a seal or within it, no higher than the seal's own height above."""
    tall = seal[3] - seal[1]
    return label[0] < seal[2] and seal[0] < label[2] + tall and seal[1] - tall <= label[1] <= seal[3]


def _apart(label: Box, seal: Box) -> int:
    return abs(label[0] + label[2] - seal[0] - seal[2]) + abs(label[1] + label[3] - seal[1] - seal[3])


def _by_role(labels: Iterable[str]) -> dict[Role | None, list[str]]:
    groups: dict[Role | None, list[str]] = {}
    for label in labels:
        groups.setdefault(LABELS.get(label), []).append(label)
    return groups


def _former_names(case: Case, own: tuple[str, ...]) -> Iterator[str]:
    """The other of two names of which a page says that one was changed into the other, and one is our own."""
    said = (plain(word.text) for document in case.documents for page in document.pages for word in lines(page))
    for text in (text for text in said if _TELLS.search(text)):
        for pair in (found.groups() for pattern in _RENAMED for found in pattern.finditer(text)):
            one, other = (_LEAD.sub("", name) for name in pair)
            yield from (b for a, b in ((one, other), (other, one)) if any(similarity(a, mine) >= SAME for mine in own))


def _earlier(case: Case, item: Item | None) -> Iterator[str]:
    """Employers of yearly assessments in the years of a project; of any year where the project's are not known."""
    claim = item.claim if item else None
    if not isinstance(claim, Project):
        return
    first = claim.started.year if claim.started else 0
    last = claim.completed.year if claim.completed else 9999
    for year in case.form.assessments:
        if year.employer and (year.year is None or first <= year.year <= last):
            yield year.employer
