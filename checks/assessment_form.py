"""One form a year, with a real account of the work: 绍建盟[2024]07号 附件4 二4; rules AA-04 … AA-08, AA-09, AA-10, AA-12.

The account is checks/assessment_account.py's to judge, person and days checks/assessment_person.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.assessment_account import opinion, summary
from checks.assessment_person import dates, person, post
from checks.assessment_sheets import Sheet, sheets, years_in
from checks.assessment_whole import SUBJECT, Form, Said, Whole, line_like
from checks.check import failed, na, passed, unsure
from checks.fields import SURE
from checks.pages import at, read_well
from checks.rows import plain
from verify.finding import Evidence, Observation, Outcome
from verify.kinds import classify
from verify.model import Case, Slot
from verify.page import Page, Word

_MERGED = re.compile(r"近[二两三四五2-5]年|合并考核")
_LISTED = re.compile(r"考核.{0,6}(?:汇总|一览)表")


def judge(case: Case, params: Form) -> Iterable[Observation]:
    """Each form by itself, then what stands in place of forms."""
    if not case.in_slot(Slot.ASSESSMENT):
        return [na(SUBJECT, "没有上传年度考核材料（是否缺少由另一项核对）。")]
    found = sheets(case)
    wholes = _wholes(found)
    seen = [_form(case, whole, params) for whole in wholes]
    return [*seen, *_instead(case, found, wholes)]


def _wholes(found: list[Sheet]) -> list[Whole]:
    """The forms; a page without a title belongs to the form before it in the same file."""
    wholes: list[Whole] = []
    for sheet in found:
        if sheet.form:
            wholes.append(Whole(sheet, [sheet.page]))
        elif wholes and wholes[-1].document is sheet.document and classify([sheet.page]) in (None, Slot.ASSESSMENT):
            wholes[-1].pages.append(sheet.page)
    return wholes


def _instead(case: Case, found: list[Sheet], wholes: list[Whole]) -> list[Observation]:
    """AA-05, AA-06: an award or a list of years is no form; beside the form of its year it does no harm."""
    years, claimed = {whole.sheet.year for whole in wholes}, {entry.year for entry in case.form.assessments}
    seen = list[Observation]()
    for sheet in (sheet for sheet in found if not sheet.form):
        own = set(sheet.years)
        lacking = not wholes or bool(own and not own & years and own & claimed)
        if lacking and classify([sheet.page]) is Slot.AWARD and read_well(sheet.page):
            message = "这是奖状（荣誉证书），不能代替年度考核登记表，请填写该年度的考核登记表。"
            seen.append(failed(sheet.document.file, message, at(sheet.document, sheet.page), found="奖状"))
        elif not wholes and (line := line_like(sheet.page, _LISTED)):
            message = f"“{line.text}”把几个年度合在一起，请按年度逐年填写考核登记表。"
            seen.append(failed(sheet.document.file, message, at(sheet.document, sheet.page, line), found=line.text))
    if not wholes and not seen:
        files = tuple(Evidence(document.file) for document in case.in_slot(Slot.ASSESSMENT))
        return [unsure(SUBJECT, "年度考核材料中没有认出考核登记表，请人工查看是否为登记表。", *files)]
    return seen


def _form(case: Case, whole: Whole, params: Form) -> Observation:
    said = [one for look in (_years, person, summary, opinion, dates, post) for one in look(case, whole, params)]
    wrong = [one for one in said if one[0] is Outcome.FAIL]
    doubtful = [one for one in said if one[0] is Outcome.UNSURE]
    name = f"{whole.sheet.year}年度考核登记表" if whole.sheet.year else "考核登记表"
    if not wrong and not doubtful:
        return passed(whole.subject, f"{name}一年一表，有个人总结和单位考核意见。", whole.sheet.shown)
    message = f"{name}{'；'.join(text for _, text, _ in (*wrong, *doubtful))}。"
    shown = tuple(evidence for _, _, all in (*wrong, *doubtful) for evidence in all)[:8] or (whole.sheet.shown,)
    return failed(whole.subject, message, *shown) if wrong else unsure(whole.subject, message, *shown)


def _years(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-04, AA-05: one year on a form."""
    sheet, shown = whole.sheet, (whole.sheet.shown,)
    line = line_like(sheet.page, _MERGED)
    if line and sheet.year and _is_results(line.text, params):
        line = None
    if line and line.box[1] <= 0.3 * sheet.page.height:
        yield Outcome.FAIL, f"标明“{line.text}”，是合并考核，请逐年填写", (at(whole.document, sheet.page, line),)
    elif len(sheet.years) > 1:
        told_years = f"{sheet.years[0]}—{sheet.years[-1]}"
        if one_line := _several(sheet.page):
            evidence = (at(whole.document, sheet.page, one_line),)
            yield Outcome.FAIL, f"把{told_years}年度写在一份表上，请逐年填写", evidence
        else:
            yield Outcome.UNSURE, f"标题旁有{told_years}几个年份，请人工看是否合并考核", shown


def _is_results(text: str, params: Form) -> bool:
    """Whether a line is a cell with the results of several years (近三年考核结果：合格), and no title."""
    found = _MERGED.search(plain(text))
    after = plain(text)[found.end() :] if found else ""
    return after.startswith(tuple(map(plain, params.results))) and not after.endswith("表")


def _several(page: Page) -> Word | None:
    """The line in a form's head that names several years as its own."""
    top = (word for word in page.words if word.box[1] <= 0.3 * page.height and word.confidence >= SURE)
    short = (word for word in top if len(plain(word.text)) <= 30 and "年" in word.text)
    return next((word for word in short if len(set(years_in(word.text))) > 1), None)
