"""A self-assessed application (自评申报): 绍建盟[2024]07号 四（一）, 附件1 一3.3, 附件2 二3.2, 5.3. Rules ST-02 … ST-05.

附件2 5.3 asks for certificates of 正高级〈高级〉 engineers where the body asks for 副高级 ones: a 正高级 one is accepted
too, and never required.
"""

from __future__ import annotations

from collections.abc import Iterable

from checks import self_assessment_recommenders as people
from checks.check import Params, failed, na, passed, unsure
from checks.levels import of_kind
from checks.pages import at, find
from checks.score_table import Scores, scores
from verify.finding import Evidence, Observation
from verify.model import Case, Document, Slot
from verify.page import Page

SUBJECT = "self_assessment.score"


class Score(Params):
    """At least `least` points, of those who apply by one of `routes`; `others` are the other kinds of application.

    `tables` are words of the form on which it is worked out, `totals` the labels of its sum, and `headings` those of
    the column in which the items' points stand.
    """

    routes: tuple[str, ...]
    others: tuple[str, ...] = ()
    least: float
    tables: tuple[str, ...]
    totals: tuple[str, ...]
    headings: tuple[str, ...]


def score(case: Case, params: Score) -> Iterable[Observation]:
    """ST-02, ST-03: enough points, on the form and on the page, where the items add up to the total."""
    if other := _elsewhere(case, SUBJECT, params):
        return [other]
    part = case.form.self_assessment
    return _judged(case, part.score if part else None, params)


def recommenders(case: Case, params: people.Recommenders) -> Iterable[Observation]:
    """ST-04, ST-05: two different people in service, of the right grade, with their certificates."""
    other = _elsewhere(case, people.SUBJECT, params)
    return [other] if other else people.observe(case, params)


def _elsewhere(case: Case, subject: str, params: Score | people.Recommenders) -> Observation | None:
    """Why the check does not apply, or may not; None where it does."""
    route, name = case.form.applying_for.route, params.routes[0]
    fit = of_kind(route, params.routes)
    if fit == "yes":
        return None
    if not route and (case.form.self_assessment or case.in_slot(Slot.SELF_ASSESSMENT)):
        return unsure(subject, f"申报信息没有申报类型，而有自评材料，请人工确认是否{name}。")
    if route and of_kind(route, params.others) != "yes" and (fit == "perhaps" or params.others):
        return unsure(subject, f"申报类型“{route}”不是认识的写法，请人工确认是否{name}；如是，须核对自评分和推荐人。")
    return na(subject, f"申报类型为“{route or '（未填）'}”，不是{name}，不适用。")


def _judged(case: Case, claimed: float | None, params: Score) -> list[Observation]:
    tables = [(d, p) for d in case.in_slot(Slot.SELF_ASSESSMENT) for p in d.pages if find(p, params.tables, fuzzy=True)]
    read = [(d, p, seen) for d, p in tables if (seen := scores(p, params.totals, params.headings))]
    if claimed is not None and claimed < params.least and not any(s.total >= params.least for _, _, s in read):
        message = f"自评分 {claimed:g} 分，没有达到 {params.least:g} 分。"
        return [failed(SUBJECT, message, expected=f"≥ {params.least:g}", found=f"{claimed:g}")]
    if read:
        return [_page(claimed, document, page, seen, params) for document, page, seen in read]
    return [_unread(case, claimed, [at(d, p) for d, p in tables], params)]


def _unread(case: Case, claimed: float | None, tables: list[Evidence], params: Score) -> Observation:
    """Without a total on any page, the form's score stands alone."""
    files = tables or [Evidence(document.file) for document in case.in_slot(Slot.SELF_ASSESSMENT)]
    what = "自评表上没有读到总分" if tables else "没有认出自评表" if files else "没有上传自评表扫描件"
    if claimed is None:
        return unsure(SUBJECT, f"申报信息没有自评分，{what}，请人工查看。", *files)
    message = f"申报信息的自评分为 {claimed:g} 分，但{what}，请人工核对总分和各项得分。"
    return unsure(SUBJECT, message, *files, expected=f"≥ {params.least:g}", found=f"{claimed:g}")


def _page(claimed: float | None, document: Document, page: Page, seen: Scores, params: Score) -> Observation:
    """The form's score, the page's total and the sum of its items, side by side."""
    here, expected = at(document, page, seen.word), f"≥ {params.least:g}，各项相加等于总分"
    items = f"各项相加为 {sum(seen.items):g} 分（{' + '.join(f'{value:g}' for value in seen.items)}）"
    told = f"自评表总分 {seen.total:g} 分"
    if claimed is not None and claimed != seen.total:
        message = f"申报信息的自评分为 {claimed:g} 分，{told}，请人工核对以哪个为准。"
        return unsure(SUBJECT, message, here, expected=f"{claimed:g}", found=f"{seen.total:g}")
    if not seen.sure or len(seen.items) < 2:
        return unsure(SUBJECT, f"{told}，各项得分未能读清，请人工核对相加是否相符。", here, expected=expected)
    if not seen.add_up:
        return unsure(
            SUBJECT, f"{told}，而{items}，请人工核对。", here, expected=expected, found=f"{sum(seen.items):g}"
        )
    outcome = passed if seen.total >= params.least else failed
    word = "达到" if outcome is passed else "没有达到"
    return outcome(
        SUBJECT, f"{told}，{items}，{word} {params.least:g} 分。", here, expected=expected, found=f"{seen.total:g}"
    )
