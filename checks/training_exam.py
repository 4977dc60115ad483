"""What a proof of continuing education says of the test that must be passed: 永人社〔2021〕23号 二（三）1. Rule CE-01."""

from __future__ import annotations

from checks.check import Params, failed, na, unsure
from checks.fields import Field
from checks.names import on_page
from checks.pages import at
from checks.rows import plain
from checks.tables import labelled, table
from verify.finding import Observation
from verify.model import Case, Document, Slot
from verify.page import Page

SUBJECT = "continuing_education.exam"


class Exam(Params):
    """`labels`: of the result, beside it or above it; `passed` and `refused`: its words."""

    labels: tuple[str, ...]
    passed: tuple[str, ...]
    refused: tuple[str, ...]


def result(case: Case, params: Exam) -> list[Observation]:
    """CE-01: a proof that says the test was not passed; that it was taken and passed is told by no other paper."""
    proofs = case.in_slot(Slot.TRAINING)
    if not proofs:
        return []
    seen = [(page, one) for d in proofs for page in d.pages for one in _results(d, page, params)]
    bad = [(page, one) for page, one in seen if one.text in map(plain, params.refused)]
    good = [one for _, one in seen if one.text in map(plain, params.passed)]
    if not bad:
        told = (
            "学时证明上的考核结果为合格" if good else "学时证明上没有读到考核结果，是否考核合格未核对，请看学时登记系统"
        )
        return [na(SUBJECT, f"{told}。")]
    page, one = bad[0]
    if good or not one.sure or on_page(case.name, page).level != "exact":
        message = (
            f"学时证明上有考核结果“{one.text}”，但另有合格的结果、没有读清或看不出是否本人，请人工核对最后的结果。"
        )
        return [unsure(SUBJECT, message, one.shown, expected="合格", found=one.text)]
    message = f"学时证明上的考核结果为“{one.text}”；如已补考合格，请换上新打印的证明。"
    return [failed(SUBJECT, message, one.shown, expected="合格", found=one.text)]


def _results(document: Document, page: Page, params: Exam) -> list[Field]:
    """Every result that a page says: after a label, or below it in a table."""
    rows = table(page, {"exam": params.labels}, ("exam",))
    below = [Field(plain(row["exam"].text), at(document, page, row["exam"])) for row in rows if "exam" in row]
    return [*labelled(document, page, params.labels), *below]
