"""What running text says of the applicant's role and time, held against the form: rules EV-11, EV-12."""

from __future__ import annotations

from collections.abc import Iterator

from checks.project_prose import Held, agrees, is_known
from checks.project_prose_days import Span, apart
from checks.project_told import RecordAgrees, Told
from verify.form import Project


def of_spans(claim: Project, spans: list[Span]) -> Iterator[Told]:
    """A person may have held the role for a part of the time: only a time wholly apart from the claimed one is told."""
    if not spans or not (claim.started or claim.completed):
        return
    if not all(apart(claim, span) for span in spans):
        yield Told("起止时间", shown=(next(span for span in spans if not apart(claim, span)).shown,))
        return
    claimed = f"{claim.started or '（未填）'} 至 {claim.completed or '（未填）'}"
    message = f"材料上写的时间是“{spans[0]}”，申报信息为“{claimed}”（也可能写的是另一项目或另一阶段）"
    yield Told("起止时间", message, (spans[0].shown,))


def of_roles(claim: Project, held: list[Held], params: RecordAgrees) -> Iterator[Told]:
    """What running text gives as the applicant's role; one sentence that agrees is enough."""
    if not held or not claim.role or not is_known(claim.role, params):
        return
    if own := next((one for one in held if any(agrees(claim.role, role, params) for role in one.roles)), None):
        yield Told("角色", shown=(own.shown,))
        return
    said = "、".join(dict.fromkeys(role for one in held for role in one.roles))
    message = f"材料上写申报人担任“{said}”，申报信息为“{claim.role}”（也可能写的是另一时段或另一标段）"
    yield Told(claim.role, message, tuple(one.shown for one in held))
