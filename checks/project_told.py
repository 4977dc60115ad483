"""What the comparison of a project's sources shares: its parameters, and what one comparison told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.platform_words import PlatformWords
from checks.rows import plain
from verify.finding import Evidence


class RecordAgrees(PlatformWords):
    """`paper_roles` are roles that a project has one of, so that papers that name another are worth a look;
    a page or an export that names another without a unit is a suspicion in these only.

    `unstaged`: platforms that show who was in charge without the stage of the project, as that of design does.
    `sole_roles`: roles of one person at a time, in which the export's naming another is a suspicion.
    `prose_roles`: roles that running text is read for; `role_grades`: what makes another role of one when put before it;
    `prose_other`: words of a clause whose dates are not those of the building.
    """

    paper_roles: tuple[str, ...] = ()
    unstaged: tuple[str, ...] = ()
    sole_roles: tuple[str, ...] = ()
    prose_roles: tuple[str, ...] = ()
    role_grades: tuple[str, ...] = ()
    prose_other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was compared: what to say where it disagrees, "" where it agrees; `against` is a suspicion.

    `silent`: the source has the project and does not say it: a doubt unless another source agrees, then a remark.
    """

    what: str
    message: str = ""
    shown: tuple[Evidence, ...] = ()
    against: bool = False
    silent: bool = False


def role_within(role: str, params: RecordAgrees) -> str | None:
    """The role of one person that a claim puts words before or brackets behind (施工项目经理); no deputy's (副项目经理)."""
    bare = re.sub(r"\([^()]*\)$", "", plain(role))
    found = max((one for one in map(plain, params.paper_roles) if bare.endswith(one)), key=len, default=None)
    return (
        found if found and not any(grade in plain(role).replace(found, "", 1) for grade in params.role_grades) else None
    )
