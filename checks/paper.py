"""Papers: 绍建盟[2024]07号 三（五）规范工程业绩佐证材料 and 五（八）; rules PP-01 … PP-06."""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import Params, na
from checks.journal import Blacklist, published_in
from checks.paper_agreement import agreed
from checks.paper_authors import Authors, author
from checks.paper_dates import later
from checks.paper_numbers import Numbers, numbered
from checks.paper_titles import AfterTitle
from checks.paper_whole import complete
from verify.finding import Observation
from verify.model import Case, Slot

NONE = "没有申报论文，本项不适用。"


def journal_not_blacklisted(case: Case, params: Blacklist) -> Iterable[Observation]:
    """PP-04: where a paper was published (form, cover, contents, running head) is not a listed journal."""
    return [published_in(item, params) for item in case.items_in(Slot.PAPER)] or [na("论文", NONE)]


def parts(case: Case, params: Params) -> Iterable[Observation]:
    """PP-02: cover, contents and body are there."""
    return [complete(item) for item in case.items_in(Slot.PAPER)] or [na("论文", NONE)]


def published_after_title(case: Case, params: AfterTitle) -> Iterable[Observation]:
    """PP-01: published after the present title was obtained."""
    return [later(item, case.form.titles, params) for item in case.items_in(Slot.PAPER)] or [na("论文", NONE)]


def applicant_named(case: Case, params: Authors) -> Iterable[Observation]:
    """PP-06: the applicant is an author, on the form and on the pages."""
    return [author(case, item, params) for item in case.items_in(Slot.PAPER)] or [na("论文", NONE)]


def numbers_valid(case: Case, params: Numbers) -> Iterable[Observation]:
    """PP-05: ISSN and CN are well formed, and the form's are those of the pages."""
    return [numbered(item, params) for item in case.items_in(Slot.PAPER)] or [na("论文", NONE)]


def parts_agree(case: Case, params: Params) -> Iterable[Observation]:
    """PP-03: cover, contents and body name the same journal, issue, title, author and page."""
    return [agreed(item) for item in case.items_in(Slot.PAPER)] or [na("论文", NONE)]
