"""One form a year, with a real account of the work: 绍建盟[2024]07号 附件4 二4; rules AA-04 … AA-08, AA-09, AA-10, AA-12."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from checks.assessment_blocks import Block, block
from checks.assessment_sheets import Sheet, sheets, years_in
from checks.check import Params, failed, na, passed, unsure
from checks.days import dates_in, without_figures
from checks.denials import affirmed
from checks.fields import SURE, compare, told
from checks.former_name import may_be_former
from checks.names import find_name, looks_like_name
from checks.pages import WELL, at, read_well
from checks.rows import levels, plain
from checks.tables import labelled
from verify.kinds import classify
from verify.model import Case, Document, Evidence, Observation, Outcome, Page, Slot, Word

SUBJECT = "assessments"
HANDWRITTEN = 0.75
"""Mean confidence below which a summary is taken to be written by hand and not read."""

_SENTENCE = re.compile(r"[。！？；!?;]+")
_HINT = re.compile(r"请填写|请写|不少于|另附|附页|注:")
"""A cell with such a printed hint is for handwriting, which may not have been read."""

_MERGED = re.compile(r"近[二两三四五2-5]年|合并考核")
_LISTED = re.compile(r"考核.{0,6}(?:汇总|一览)表")
_TITLE = re.compile(r"高级工程师|助理工程师|工程师|技术员")

Said = tuple[Outcome, str, tuple[Evidence, ...]]


class Form(Params):
    """Labels of the form, and what makes a summary.

    Fewer than `sentences` sentences or `few` characters without one of `work_words` are no account of work; up to
    `plenty` characters are few. `former`: words that tell of a former name of the applicant.
    `leave`: words of a year without work (病休, 不定等次), and `no_leave` those that deny them. `results`: labels of a cell
    with the results of several years. `month`: a form signed in its own year before this month is signed early.
    """

    summary_labels: tuple[str, ...]
    opinion_labels: tuple[str, ...]
    other_labels: tuple[str, ...]
    sign_labels: tuple[str, ...]
    name_labels: tuple[str, ...]
    unit_labels: tuple[str, ...]
    post_labels: tuple[str, ...]
    work_words: tuple[str, ...]
    former: tuple[str, ...]
    leave: tuple[str, ...]
    no_leave: tuple[str, ...]
    results: tuple[str, ...]
    sentences: int
    few: int
    plenty: int
    month: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A form with the pages that it runs over."""

    sheet: Sheet
    pages: list[Page]

    @property
    def document(self) -> Document:
        return self.sheet.document

    @property
    def subject(self) -> str:
        """The year, where the form says one; else where it lies."""
        return f"{SUBJECT}[{self.sheet.year}]" if self.sheet.year else self.document.file


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
        elif not wholes and (line := _line(sheet.page, _LISTED)):
            message = f"“{line.text}”把几个年度合在一起，请按年度逐年填写考核登记表。"
            seen.append(failed(sheet.document.file, message, at(sheet.document, sheet.page, line), found=line.text))
    if not wholes and not seen:
        files = tuple(Evidence(document.file) for document in case.in_slot(Slot.ASSESSMENT))
        return [unsure(SUBJECT, "年度考核材料中没有认出考核登记表，请人工查看是否为登记表。", *files)]
    return seen


def _line(page: Page, pattern: re.Pattern[str]) -> Word | None:
    short = (word for word in page.words if len(plain(word.text)) <= 40 and word.confidence >= SURE)
    return next((word for word in short if pattern.search(plain(word.text))), None)


def _form(case: Case, whole: Whole, params: Form) -> Observation:
    said = [one for look in (_years, _person, _summary, _opinion, _dates, _post) for one in look(case, whole, params)]
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
    line = _line(sheet.page, _MERGED)
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


def _summary(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-07: several sentences on the work of the year, as far as they were read."""
    found = _block(whole, params.summary_labels, params)
    if found is None:
        yield Outcome.UNSURE, "没有读到“个人总结”栏（版式不同或未读清），请人工看有没有业绩阐述", (whole.sheet.shown,)
        return
    shown = (Evidence(whole.document.file, found.page.number, found.area),)
    size, count = len(found.text), len([part for part in _SENTENCE.split(found.text) if len(part) >= 4])
    works = any(plain(word) in found.text for word in params.work_words)
    dark = found.unread or not all(read_well(page, WELL) for page in (found.page, *found.more))
    thin = count < params.sentences or size < params.few
    if size >= params.plenty and not thin:
        return
    if found.lines and found.confidence < HANDWRITTEN:
        yield Outcome.UNSURE, "“个人总结”似为手写，未能读清，请人工查看", shown
    elif thin and not works and (dark or _HINT.search(found.text)):
        yield Outcome.UNSURE, f"“个人总结”只读出 {size} 字，栏内另有未读出的笔迹或页面不清，请人工查看", shown
    elif thin and not works and (why := _leave(whole, found, params)):
        text = f"“个人总结”没有业绩阐述，而表上写有“{why}”，当年可能未全年在岗，请人工核对"
        yield Outcome.UNSURE, text, shown
    elif thin and not works:
        what = f"只有“{found.text[:40]}”，没有业绩阐述" if found.text else "是空白"
        yield Outcome.FAIL, f"“个人总结”{what}，请写明当年的工作业绩", shown
    else:
        yield Outcome.UNSURE, f"“个人总结”只读出 {size} 字、{count} 句，请人工看业绩阐述是否充分", shown


def _leave(whole: Whole, summary: Block, params: Form) -> str | None:
    """The word by which the summary or the unit's opinion says that the year, or part of it, was not worked."""
    opinion = _block(whole, params.opinion_labels, params)
    texts = [summary.text, opinion.text if opinion else ""]
    return next((w for w in params.leave if any(affirmed(text, (w,), params.no_leave) for text in texts)), None)


def _opinion(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-08: the unit's opinion is there; whether it is sealed is a person's to look at, for the form has no place for it."""
    found = _block(whole, params.opinion_labels, params)
    if found is None:
        yield Outcome.UNSURE, "没有读到“单位考核意见”栏，请人工查看", (whole.sheet.shown,)
        return
    shown = (Evidence(whole.document.file, found.page.number, found.area),)
    if not found.text and not found.unread and read_well(found.page, WELL):
        yield Outcome.FAIL, "“单位考核意见”是空白，请由单位填写", shown
    elif not found.text:
        yield Outcome.UNSURE, "没有读出“单位考核意见”，请人工查看", shown
    elif not _signed(whole, found, params) and not any(page.seals for page in whole.pages):
        yield Outcome.UNSURE, "“单位考核意见”没有看到签名或单位公章，请人工查看", shown


def _block(whole: Whole, names: tuple[str, ...], params: Form) -> Block | None:
    every = (*params.summary_labels, *params.opinion_labels, *params.other_labels)
    return block(whole.pages, names, tuple(label for label in every if label not in names), params.sign_labels)


def _signed(whole: Whole, found: Block, params: Form) -> bool:
    """Whether something stands after the signature's label that ends a block, or ink beside it."""
    below = [
        w for w in found.page.words if w.box[1] >= found.area[3] - 5 and plain(w.text).startswith(params.sign_labels)
    ]
    if not below:
        return True  # a layout without a label to sign after
    line = min(below, key=lambda w: w.box[1])
    row = next((row for row in levels(found.page.words) if line in row), [line])
    text = without_figures("".join(word.text for word in row))
    for label in params.sign_labels:
        text = text.replace(label, "")
    near = (line.box[0], line.box[1] - 40, found.page.width, line.box[3] + 40)
    return len(re.sub(r"[^一-鿿]", "", text)) >= 2 or any(near[1] <= mark[1] <= near[3] for mark in found.page.marks)


def _dates(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-12: signed in the last months of the year or later, and not after the application."""
    year, signed = whole.sheet.year, list(_sign_dates(whole, params))
    if year is None or not signed:
        return
    early = [(day, shown) for day, shown in signed if day < date(year, 1, 1)]
    soon = [(day, shown) for day, shown in signed if date(year, 1, 1) <= day < date(year, params.month, 1)]
    limit = case.form.submitted_at or case.form.endorsed_at
    late = [(day, shown) for day, shown in signed if limit and day > limit.last]
    if early and (len(early) > 1 or len(signed) == 1):
        yield Outcome.FAIL, f"签于{_told(early)}，早于{year}年度开始，请更正", tuple(s for _, s in early)
    elif early:
        yield Outcome.UNSURE, f"有一处日期读作{_told(early)}，早于{year}年度开始，请人工核对", (early[0][1],)
    if soon:
        yield Outcome.UNSURE, f"签于{_told(soon)}，当年尚未结束，请人工核对", tuple(s for _, s in soon)
    if late:
        yield Outcome.UNSURE, f"签名日期{_told(late)}晚于申报日期 {limit}，请人工核对", tuple(s for _, s in late)


def _told(days: list[tuple[date, Evidence]]) -> str:
    return "、".join(dict.fromkeys(f"{day:%Y-%m-%d}" for day, _ in days))


def _sign_dates(whole: Whole, params: Form) -> Iterator[tuple[date, Evidence]]:
    """Surely read dates that stand alone in their line, or after a signature's label, in one row with such a label."""
    for page in whole.pages:
        for row in levels(page.words):
            if not any(plain(word.text).startswith(params.sign_labels) for word in row):
                continue
            for word in row:
                days = dates_in(word.text)
                if len(days) == 1 and len(plain(word.text)) <= 30 and word.confidence >= SURE:
                    yield days[0].first, at(whole.document, page, word)


def _person(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-09, AA-10: the applicant's own form, of the unit that the form names for the year."""
    document, page = whole.document, whole.sheet.page
    for said in labelled(document, page, params.name_labels)[:1]:
        near = find_name(case.name, [Word(said.text, (0, 0, 10, 10), 0.5)]).level != "none"
        if said.sure and not near and looks_like_name(said.text):
            whose = f"是“{said.text}”的，不是申报人“{case.name}”的"
            why = may_be_former(case, said.text, whole.pages, params.former)
            told_so = f"{whose}；{why}，请人工核对有无更名证明" if why else f"{whose}，请上传本人的"
            yield Outcome.UNSURE if why else Outcome.FAIL, told_so, (said.shown,)
    entry = next((e for e in case.form.assessments if e.year == whole.sheet.year and e.employer), None)
    claimed = (entry.employer if entry else None) or case.form.employer.name
    agreement, field = compare(claimed, labelled(document, page, params.unit_labels)) if claimed else ("unread", None)
    if agreement == "differs" and field and claimed and whole.sheet.year:
        yield (
            Outcome.UNSURE,
            f"上的单位不同（{told(claimed, field)}），当年有调动的应由年末所在单位考核，请人工核对",
            (field.shown,),
        )


def _post(case: Case, whole: Whole, params: Form) -> Iterator[Said]:
    """AA-10: the title on the form is one held in that year."""
    year = whole.sheet.year
    held = [(title.name or "", title.obtained or title.appointed) for title in case.form.titles]
    if year is None or not held or not all(day for _, day in held):
        return
    known = {text for name, day in held if day and day.year <= year for text in _TITLE.findall(name)}
    for said in labelled(whole.document, whole.sheet.page, params.post_labels)[:1]:
        named = _TITLE.findall(said.text)
        if named and named[0] not in known:
            yield Outcome.UNSURE, f"上的职称“{named[0]}”不是申报信息中当年已有的职称，请人工核对", (said.shown,)
