"""Whether the kind of application and of employer are ones that the notice knows: 绍建盟[2024]07号 一, 附件2 二3.1, 5.2.

Rules EL-16, TT-04.
"""

from __future__ import annotations

from checks.catalogue import listed
from checks.check import unsure
from checks.levels import of_kind
from checks.routes import Routes
from verify.finding import Evidence, Observation
from verify.model import Case, Slot


class Applied(Routes):
    """`kinds`: of application that the notice knows; `employers`: kinds of employer that it is surely for.

    Either is not looked at where the notice lists none.
    """

    kinds: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()


def kind(case: Case, params: Applied) -> list[Observation]:
    """TT-04: a kind of application that is not known may ask for other conditions than those that were checked."""
    said = case.form.applying_for.route
    if not said or not params.kinds or of_kind(said, params.kinds) == "yes":
        return []
    expected = "、".join(params.kinds)
    message = f"申报类型“{said}”不是认识的写法，按哪一类申报、须符合哪些条件，请人工确认。"
    return [unsure("applying_for.route", message, expected=expected, found=said)]


def employer(case: Case, params: Applied) -> list[Observation]:
    """EL-16: of an employer that the notice names in one place and leaves out in another, a person decides."""
    said = case.form.employer.kind
    if not said or not params.employers or listed(said, params.employers):
        return []
    notes = [Evidence(document.file) for document in case.in_slot(Slot.EMPLOYER_NOTE)]
    expected = "、".join(params.employers)
    message = (
        f"单位性质为“{said}”，而通知的申报范围写的是{expected}；通知另一处又提到事业单位非在编、离岗创业人员须提供单位说明"
        f"（{'已上传单位说明' if notes else '没有见到单位说明'}）。能否申报请人工确认。"
    )
    return [unsure("employer.kind", message, *notes, expected=expected, found=said)]
