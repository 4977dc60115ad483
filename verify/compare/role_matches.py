"""Sole roles of one applicant against others' claims in the same projects. Rules XC-08, EV-11, EV-12.

Only one unit, one sole role, one project and one time make a suspicion; else the match says what may be behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from checks.names import compact
from checks.reuse_role import ProjectRole
from verify.across import Match, MatchKind, Whose
from verify.compare.pairs import order
from verify.compare.role_grades import graded, whole
from verify.compare.roles import params_of
from verify.model import Case
from verify.notice import Notice
from verify.sketches import RoleSketch, StoredRole


def match_roles(
    mine: Case,
    my_roles: Iterable[RoleSketch],
    found: Iterable[StoredRole],
    notice: Notice,
    apart: Callable[[Whose], bool] = lambda _: False,
) -> tuple[Match, ...]:
    """What of `found` (others' claims with a key in common) is, or may be, a case's own: the worst for each of theirs.

    `apart` says of whom it is sure that they are another person, of whatever name: by two ID numbers.
    """
    params, best = params_of(notice), dict[tuple[object, ...], Match]()
    others = tuple(found) if params else ()
    for role in my_roles if params else ():
        for other in others:
            keyed = set(role.keys) & set(other.role.keys)
            match = _match(mine, role, other, params, apart(other.whose)) if params and keyed else None
            key = (other.whose.folder, other.whose.batch, role.project, role.role)
            if match and (key not in best or _weight(match) > _weight(best[key])):
                best[key] = match
    return tuple(sorted(best.values(), key=order))


def _weight(match: Match) -> int:
    return 1 if match.explained and match.score >= 1 else 2 if match.score < 1 else 3


def _match(mine: Case, role: RoleSketch, other: StoredRole, params: ProjectRole, apart: bool) -> Match | None:
    grade = graded((compact(mine.name), role), (compact(other.whose.name), other.role), params, apart)
    if grade is None:
        return None
    what = f"项目“{role.project}”的{whole(role)}"
    return Match(MatchKind.ROLE, what, role.shown, other.role.shown, other.whose, score=grade[0], explained=grade[1])
