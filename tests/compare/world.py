"""A store in memory: applicants' pages and files, indexed and looked up as a run does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.checks.build import case, document, page
from tests.compare.build import NOTICE
from verify.across import Match, Whose
from verify.compare.files import match_files
from verify.compare.page_index import PageIndex, build
from verify.compare.page_match import match_pages, thin_pages
from verify.compare.page_sketch import sketch
from verify.compare.reasons import title
from verify.compare.stored import Stored
from verify.compare.terms import terms
from verify.model import Case, Document, Item, Slot
from verify.page import Page
from verify.sketches import PageSketch

WANG, LI = "王建国", "李沛然"
WORK = (
    "全年完成预制叠合板安装1260块，一次验收合格率百分之98，套筒灌浆检测45组全部合格",
    "牵头编制构件进场验收方案，累计交底12场次，对7个班组逐一考核上岗，节约工期12天",
)
OTHER = (
    "组织深化设计图会审31次，解决碰撞问题217处，编制吊装方案并完成专家论证",
    "引入激光扫描复核垂直度，建立了含26项内容的检查清单，未发生一起质量投诉",
)


def assessment(name: str, done: Sequence[str] = WORK, days: Sequence[str] = ("2016-07-11", "2023-12-20")) -> Page:
    """A year's assessment: labels, a name, a summary and two days."""
    return page(
        "年度考核登记表", f"姓名：{name}", f"参加工作时间：{days[0]}", *done, f"考核日期：{days[1]}", "等次：合格"
    )


def one(name: str, *documents: Document, items: Sequence[Item] = (), **form: Any) -> Case:
    """An applicant of the usual employer, unless `form` says otherwise."""
    return case(*documents, items=items, name=name, **form)


def assessed(name: str, printed: Page) -> Case:
    """An applicant with one assessment."""
    return one(name, document(f"年度考核/{name}.jpg", Slot.ASSESSMENT, printed))


@dataclass
class World:
    """Several applicants; each one's matches by place in the list."""

    cases: Sequence[Case]

    def __post_init__(self) -> None:
        self.sketches = [[s for d in c.documents for s in sketch(d)] for c in self.cases]
        self.keys = [(n, s) for n, own in enumerate(self.sketches) for s in own]
        self.index: PageIndex = build(
            lambda: ((key, n, s.shingles) for key, (n, s) in enumerate(self.keys)),
            lambda pages: {key: self.keys[key][1].shingles for key in pages},
        )

    def pages(self, at: int = 0) -> tuple[Match, ...]:
        return match_pages(
            self.cases[at],
            self.sketches[at],
            self.index,
            self.lookup,
            terms(NOTICE),
            applicant=at,
            person=self.person(at),
        )

    def thin(self, at: int = 0) -> list[str]:
        """The files with pages that are compared with nobody's."""
        return [place.file for place in thin_pages(self.cases[at], self.sketches[at], self.index)]

    def files(self, at: int = 0) -> tuple[Match, ...]:
        return match_files(self.cases[at], self.with_bytes, terms(NOTICE), person=self.person(at))

    def person(self, at: int) -> str | None:
        """An ID number for its digest."""
        return self.cases[at].form.id_number

    def lookup(self, key: int) -> Stored:
        at, own = self.keys[key]
        return _stored(self.cases[at], _document(self.cases[at], own), own.page, own.excerpt)

    def with_bytes(self, sha256: str) -> list[Stored]:
        return [_stored(c, d, None) for c in self.cases for d in c.documents if d.sha256 == sha256]


def _document(case: Case, own: PageSketch) -> Document:
    return next(d for d in case.documents if d.file == own.file)


def _stored(case: Case, document: Document, page: int | None, excerpt: str = "") -> Stored:
    item = next((i for i in case.items if document in i.documents), None)
    role = getattr(item.claim, "role", None) if item else None
    whose = Whose(case.folder, case.name, case.form.employer.name)
    claimed = title(item) if item else None
    number = getattr(item.claim, "registry_number", None) if item else None
    return Stored(
        whose, document.file, page, document.slot, document.item, claimed, role, number, person=case.form.id_number,
        excerpt=excerpt,
    )  # fmt: skip
