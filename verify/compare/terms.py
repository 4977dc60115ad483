"""What a notice says that bears on a shared file or page: how lists and a unit's notices are headed, which roles are sole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checks.listed import people_in
from checks.reuse_page import File
from checks.reuse_page import Page as Pages
from checks.reuse_role import ProjectRole
from verify.compare.headings import headed
from verify.compare.roles import params_of, sole_roles
from verify.notice import Notice
from verify.page import Page


@dataclass(frozen=True, slots=True)
class Terms:
    """Each None where the notice does not ask for the check."""

    shared: File | None = None
    roles: ProjectRole | None = None
    pages: Pages | None = None

    def one_post(self, role: str | None, other: str | None) -> bool:
        """Whether two claims' texts name one sole role, with the same brackets, by the notice's words; by their own
        where the notice has none."""
        if not role or not other or not self.roles:
            return bool(role) and role == other
        mine, theirs = (self.sole(text) for text in (role, other))
        return any(mine[name] == theirs[name] for name in mine.keys() & theirs.keys())

    def sole(self, role: str) -> dict[str, str]:
        """The sole roles that a claim's text names, each with what stands in brackets with it."""
        return {one.role: one.bracket for one in sole_roles(role, self.roles)} if self.roles else {}

    def is_list(self, page: Page, known: int) -> bool:
        """Whether a page lists people: `known` others are named on it, or it is headed so and has as many names."""
        if self.shared is None:
            return False
        return known >= self.shared.listed or (
            headed(page, self.shared.lists) and len(_people(page)) >= self.shared.listed
        )

    def is_notice(self, pages: Iterable[Page]) -> bool:
        """Whether pages are headed as what a unit gives notice of."""
        return self.shared is not None and any(headed(page, self.shared.notices) for page in pages)


def terms(notice: Notice) -> Terms:
    """What the notice says."""
    shared = next((rule.params for rule in notice.rules if isinstance(rule.params, File)), None)
    pages = next((rule.params for rule in notice.rules if isinstance(rule.params, Pages)), None)
    return Terms(shared, params_of(notice), pages)


def _people(page: Page) -> set[str]:
    return {name for word in (*page.words, *page.second) for name in people_in(word.text)}
