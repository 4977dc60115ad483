"""The claimed projects as a list: how many, whether all have files, and which are new since an earlier application.

绍建盟[2024]07号 五（二）, 附件2 二4 (EV-10) and 五（七）2 (RE-01, RE-02).
"""

from __future__ import annotations

from datetime import date

from checks.check import Params, failed, na, passed, unsure
from checks.unusable import unusable
from verify.dates import PartialDate
from verify.finding import Observation, Outcome
from verify.form import PreviousApplication, Project
from verify.model import Case, Item, Slot

SUBJECT = "projects"
AGAIN = "previous_application"
SHOWN = 6
"""So many names are listed; a form may claim hundreds of projects."""


class Count(Params):
    """More projects than `many` are too many; the notice gives no number."""

    many: int


def counted(case: Case, params: Count) -> Observation:
    """EV-10: not too many, and none without files."""
    items = case.items_in(Slot.PROJECT)
    held = [item for item in items if item.documents]
    claims = len(case.form.projects)
    if not claims and not held:
        return na(SUBJECT, "申报信息和材料里都没有工程业绩。")
    told = f"申报信息填报 {claims} 项工程业绩，有材料的 {len(held)} 项"
    found = f"填报 {claims} 项，有材料 {len(held)} 项"
    faults = (
        [f"多于 {params.many} 项，请精选有代表性的（通知没有规定项数）"] if max(claims, len(held)) > params.many else []
    )
    empty, stray = [i for i in items if not i.documents], [i for i in held if i.claim is None]
    lacking = len(empty) - len(stray)
    if lacking > 0 and not any(map(_unsorted, stray)):
        faults.append(f"至少 {lacking} 项没有材料{_named(empty)}，请补充材料或删去该项")
    if faults:
        return failed(
            SUBJECT, f"{told}；{'；'.join(faults)}。", expected=f"不多于 {params.many} 项，项项有材料", found=found
        )
    if empty:
        message = f"{told}；有 {len(empty)} 项没有对上材料{_named(empty)}，另有材料没有对上业绩，请人工核对。"
        return unsure(SUBJECT, message, found=found)
    more = f"；其中 {len(stray)} 项材料申报信息没有填报" if stray and claims else ""
    return passed(SUBJECT, f"{told}{more}。", expected=f"不多于 {params.many} 项", found=found)


def _unsorted(item: Item) -> bool:
    """Whether an item's files lie in no folder of their own, so that they may belong to several projects."""
    return any(document.file.count("/") < 2 for document in item.documents)


def _named(items: list[Item]) -> str:
    names = [item.claim.name for item in items if isinstance(item.claim, Project) and item.claim.name]
    listed = "、".join(f"“{name}”" for name in names[:SHOWN])
    return f"（{listed}{'等' if len(names) > SHOWN else ''}）" if names else ""


class NewSinceLast(Params):
    """The `year` whose failed applicants must show something new, and that year's last day where an office knows it."""

    year: int
    deadline: date | None = None


def new_since(case: Case, params: NewSinceLast) -> Observation:
    """RE-01: who failed in `year` shows a project completed since that year's last day."""
    again = case.form.previous_application
    if again is None:
        return na(AGAIN, "申报信息没有上次申报记录，不是再次申报或没有填写。")
    if again.passed:
        return na(AGAIN, "上次申报已通过，不适用再次申报的要求。")
    if again.year not in (None, params.year):
        return na(AGAIN, f"上次申报为 {again.year} 年度，通知的要求针对 {params.year} 年度评审未通过的人员。")
    since = _deadline(again, params)
    if since is None:
        refused = unusable(case, f"{AGAIN}.deadline")
        why = f"申报截止日期的写法不能识别（{refused}）" if refused else "申报信息没有写明，通知也没有给出"
        return unsure(AGAIN, f"{params.year} 年度申报截止日期未知：{why}；{_latest(case)}请人工确认有无新增业绩。")
    seen = _judged(case, since)
    if seen.outcome is Outcome.FAIL and (again.passed is None or again.year is None):
        message = f"{seen.message}但申报信息没有写明上次是否为 {params.year} 年度未通过，请人工确认。"
        return unsure(AGAIN, message, expected=seen.expected, found=seen.found)
    return seen


def _deadline(again: PreviousApplication, params: NewSinceLast) -> PartialDate | None:
    fixed = params.deadline
    return again.deadline or (PartialDate(fixed.year, fixed.month, fixed.day) if fixed else None)


def _judged(case: Case, since: PartialDate) -> Observation:
    projects, expected = case.form.projects, f"{since} 以来新增工程项目业绩"
    if new := [project for project in projects if _is_new(project, since, case.form.submitted_at)]:
        found = f"{new[0].name or '（未写名称）'}（{_span(new[0])}）"
        message = f"{since} 以来新增的工程业绩：{found}；系统提示的新增业绩由人工对照。"
        return passed(AGAIN, message, expected=expected, found=found)
    stray = [item for item in case.items_in(Slot.PROJECT) if item.claim is None]
    if stray or any(_may_be_new(project, since) for project in projects):
        why = "有业绩没有写明竣工时间、在建或竣工时间晚于提交时间，或有材料没有填报"
        message = f"不能确定有无 {since} 以来新增的工程业绩：{why}；{_latest(case)}请人工确认。"
        return unsure(AGAIN, message, expected=expected)
    message = f"填报的 {len(projects)} 项工程业绩都在 {since} 以前竣工，没有此后新增的；{_latest(case)}"
    if not projects:
        message = f"没有填报工程业绩，也就没有 {since} 以来新增的。"
    return failed(AGAIN, message, expected=expected, found="没有新增")


def _is_new(project: Project, since: PartialDate, submitted: PartialDate | None) -> bool:
    """Whether a project was surely completed after the day; not if that was still to come when it was claimed."""
    done = project.completed
    return done is not None and done.first > since.last and not (submitted and done.first > submitted.last)


def _may_be_new(project: Project, since: PartialDate) -> bool:
    """Whether a project has no end yet, or one that may lie after the day."""
    return project.completed is None or project.completed.last >= since.first


def _latest(case: Case) -> str:
    ended = [project for project in case.form.projects if project.completed]
    last = max(ended, key=lambda project: project.completed.last if project.completed else date.min, default=None)
    return f"最近竣工的是“{last.name or '（未写名称）'}”（{_span(last)}）；" if last else ""


def _span(project: Project) -> str:
    return f"{project.started or '?'} 至 {project.completed or '在建'}"
