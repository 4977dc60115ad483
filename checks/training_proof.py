"""Does the proof of hours say what the form says? Rule CE-11."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from stdnum.cn import ric

from checks.check import Params, failed, na, passed, unsure
from checks.fields import Field, compare, told, well_read
from checks.former_name import may_be_former
from checks.masks import fits, is_masked
from checks.names import find_name, looks_like_name, on_page
from checks.parties import once_own
from checks.rows import plain
from checks.tables import labelled
from checks.training_hours import Amount, Hours, Words, hours_in
from verify.finding import Evidence, Observation, Outcome
from verify.form import Training
from verify.model import Case, Document, Slot
from verify.page import Word

SUBJECT = "continuing_education"
NAMES = {"professional": "专业科目", "general": "一般公需科目", "industry": "行业公需科目"}
SUM_SURE = 0.97
"""Confidence that a scanned row needs before its sum is called wrong: one digit misread breaks it."""

Agreement = Literal["same", "unread", "differs"]


class ProofAgrees(Params):
    """Labels and headings of a proof; `years` are those that count (empty: every year of the form).

    `former`: words that tell of a former name of the applicant.
    """

    years: tuple[int, ...] = ()
    name_labels: tuple[str, ...]
    number_labels: tuple[str, ...]
    unit_labels: tuple[str, ...]
    former: tuple[str, ...]
    year_labels: tuple[str, ...]
    categories: dict[Literal["professional", "general", "industry"], tuple[str, ...]]
    total_labels: tuple[str, ...]
    kind_labels: tuple[str, ...]
    hours_labels: tuple[str, ...]

    @property
    def words(self) -> Words:
        """The words by which hours are found."""
        groups = {str(name): labels for name, labels in self.categories.items()}
        return Words(self.year_labels, groups, self.total_labels, self.kind_labels, self.hours_labels)


def agrees(case: Case, params: ProofAgrees) -> Iterable[Observation]:
    """Each year of the form against the proofs, then each proof by itself: whose it is, and whether it adds up."""
    proofs = case.in_slot(Slot.TRAINING)
    if not proofs:
        return [na(SUBJECT, "没有上传学时证明，无法与填报核对（学时可由系统同步）。")]
    said = {document.file: hours_in(document, params.words) for document in proofs}
    seen = [o for document in proofs for o in _proof(case, document, said[document.file], params)]
    return [*_years(case, proofs, said, params), *seen]


def _years(
    case: Case, proofs: tuple[Document, ...], said: dict[str, list[Hours]], params: ProofAgrees
) -> Iterator[Observation]:
    entries = [entry for entry in case.form.continuing_education if entry.year is not None]
    years = [year for year in dict.fromkeys(e.year for e in entries) if not params.years or year in params.years]
    if not years:
        yield na(SUBJECT, "申报信息没有应计年度的学时，无法与学时证明核对。")
    for year in years:
        rows = [entry for entry in entries if entry.year == year]
        found = [[hours for hours in pages if hours.year == year] for pages in said.values()]
        if any(found):
            yield _year(f"{SUBJECT}[{year}]", year or 0, rows, found)
        else:
            yield _no_year(year or 0, years, proofs, said)


def _no_year(
    year: int, years: list[int | None], proofs: tuple[Document, ...], said: dict[str, list[Hours]]
) -> Observation:
    """A year that no proof is of; where others that the form claims are proved, this one may come from the system."""
    subject = f"{SUBJECT}[{year}]"
    files = tuple(Evidence(document.file) for document in proofs)
    told_of = {str(hours.year) for rows in said.values() for hours in rows if hours.year}
    dark = not well_read(proofs) or not all(any(hours.year for hours in rows) for rows in said.values())
    mentioned = any(f"{year}" in plain(page.text) for document in proofs for page in document.pages)
    if dark or mentioned:
        return unsure(subject, f"没有读出{year}年度的学时，请人工按学时证明核对。", *files)
    if any(hours.year in years for rows in said.values() for hours in rows):
        shown = "、".join(sorted(told_of))
        return na(
            subject,
            f"学时证明上是{shown}年度的，没有{year}年度的，未与填报核对（学时可由系统同步，没有同步的请补充）。",
        )
    message = f"申报信息有{year}年度学时，学时证明上只有{'、'.join(sorted(told_of))}年度，请补充{year}年度的学时证明。"
    return failed(subject, message, *files, expected=f"{year}年度", found="、".join(sorted(told_of)))


def _year(subject: str, year: int, entries: list[Training], found: list[list[Hours]]) -> Observation:
    graded = [(NAMES[name], *_agreement(name, entries, found)) for name in NAMES]
    graded = [one for one in graded if one[1] is not None]
    shown = tuple(amount.shown for _, _, _, amount in graded if amount)
    wrong = [(name, value, amount) for name, value, grade, amount in graded if grade == "differs"]
    dim = [name for name, _, grade, _ in graded if grade == "unread"]
    expected = "，".join(f"{name} {value:g}" for name, value, _, _ in graded)
    said = "，".join(f"{name} {amount.value:g}" for name, _, _, amount in graded if amount)
    if wrong and all(amount and amount.value > (value or 0) for _, value, amount in wrong):
        message = f"{year}年度证明上的学时多于填报（申报信息：{expected}；证明：{said}），似是少填，请人工核对。"
        return unsure(subject, message, *shown, expected=expected, found=said)
    if wrong:
        both = "；".join(f"{name}申报信息为 {value:g}，证明上为 {a.value:g}" for name, value, a in wrong if a)
        message = f"{year}年度{both}，两处不一致，请更正或补充证明。"
        return failed(subject, message, *shown, expected=expected, found=said)
    if not graded:
        return unsure(subject, f"申报信息没有填{year}年度的学时数，请人工按学时证明核对。", *shown)
    if dim:
        both = f"申报信息：{expected}；证明：{said or '未读出'}"
        message = f"{year}年度{'、'.join(dim)}学时未能从证明上读清或与填报对上（{both}），请人工核对。"
        return unsure(subject, message, *shown, expected=expected, found=said or None)
    return passed(subject, f"{year}年度学时证明与填报一致（{expected}）。", *shown, expected=expected, found=said)


def _agreement(
    name: str, entries: list[Training], found: list[list[Hours]]
) -> tuple[float | None, Agreement, Amount | None]:
    """The form's hours of a category, how the proofs agree, and what they say; None where the form says nothing.

    They agree where one row says so, or a proof's rows or all proofs' do in sum. They differ only where all was read
    well, a row's own sum does not speak against it, and no course may lie on a page that is not there.
    """
    told_by = [value for entry in entries if (value := getattr(entry, name)) is not None]
    if not told_by:
        return None, "same", None
    claimed, rows = float(sum(told_by)), [hours for pages in found for hours in pages if name in hours.amounts]
    amounts = [hours.amounts[name] for hours in rows]
    if not amounts:
        return claimed, "same" if claimed == 0 else "unread", None
    sums = [sum(h.amounts[name].value for h in pages if name in h.amounts) for pages in found]
    for value, amount in [*((a.value, a) for a in amounts), *((s, amounts[0]) for s in (*sums, sum(sums)))]:
        if abs(value - claimed) < 0.01:
            return claimed, "same", Amount(claimed, amount.shown, amount.sure)
    sure = all(h.amounts[name].sure and h.adds_up is not False and not h.listed for h in rows)
    best = amounts[0] if len(amounts) == 1 else Amount(sum(sums), amounts[0].shown, sure)
    return claimed, "differs" if sure else "unread", best


def _proof(case: Case, document: Document, said: list[Hours], params: ProofAgrees) -> Iterator[Observation]:
    """Whose proof it is, and whether its rows add up; nothing of a page that was not read."""
    seen = list(
        filter(None, (_person(case, document, params), _number(case, document, params), _unit(case, document, params)))
    )
    seen += [one for hours in said if (one := _sum(document, hours))]
    yield from seen
    if not any(one.outcome in (Outcome.FAIL, Outcome.UNSURE) for one in seen):
        yield passed(document.file, "学时证明上的姓名与申报人一致，各行合计无误。", Evidence(document.file))


def _fields(document: Document, labels: Iterable[str]) -> list[Field]:
    return [field for page in document.pages for field in labelled(document, page, labels)]


def _person(case: Case, document: Document, params: ProofAgrees) -> Observation | None:
    if any(on_page(case.name, page).level == "exact" for page in document.pages):
        return None
    for said in _fields(document, params.name_labels):
        if is_masked(said.text) and fits(said.text, case.name):
            return unsure(document.file, f"学时证明上的姓名是“{said.text}”，部分隐去，请人工核对。", said.shown)
        near = find_name(case.name, [Word(said.text, (0, 0, 1, 1), 0.5)]).level != "none"
        if said.sure and not near and looks_like_name(said.text):
            if why := may_be_former(case, said.text, document.pages, params.former):
                message = f"学时证明上的姓名为“{said.text}”，申报人为“{case.name}”；{why}，请人工核对有无更名证明。"
                return unsure(document.file, message, said.shown, expected=case.name, found=said.text)
            message = f"学时证明是“{said.text}”的，不是申报人“{case.name}”的，请上传本人的证明。"
            return failed(document.file, message, said.shown, expected=case.name, found=said.text)
    numbers = {said.text.upper() for said in _fields(document, params.number_labels)}
    if case.form.id_number and numbers == {case.form.id_number.upper()}:
        return None  # a rare name that no reader knows, and yet their own number
    message = f"学时证明上没有读清申报人姓名“{case.name}”，请人工核对是谁的证明。"
    return unsure(document.file, message, Evidence(document.file), expected=case.name)


def _number(case: Case, document: Document, params: ProofAgrees) -> Observation | None:
    """Another resident ID: sure only where the page's is well formed, for a slip of a digit hardly ever is."""
    claimed = case.form.id_number or ""
    for said in _fields(document, params.number_labels):
        number = said.text.upper()
        if not claimed or number == claimed.upper() or (is_masked(number) and fits(number, claimed.upper())):
            return None
        if not is_masked(number) and said.sure and _well_formed(number) and _well_formed(claimed):
            message = "学时证明上的身份证号与申报信息不是同一个号，请核对后更正。"
            return failed(document.file, message, said.shown, expected=claimed, found=number)
        message = "学时证明上的身份证号与申报信息不同或未读清，请人工核对。"
        return unsure(document.file, message, said.shown, expected=claimed, found=number)
    return None


def _well_formed(number: str) -> bool:
    return len(number) == 18 and number[:17].isdigit() and str(ric.calc_check_digit(number[:17])) == number[17].upper()


def _unit(case: Case, document: Document, params: ProofAgrees) -> Observation | None:
    """Another unit is no fault: people move, and the proof may be of before."""
    claimed, said = case.form.employer.name, _fields(document, params.unit_labels)
    agreement, field = compare(claimed, said) if claimed else ("unread", None)
    if agreement != "differs" or not field or not claimed:
        return None
    if any(field.text == plain(name) for field in said for name in once_own(case)):
        return None  # the firm's former name, and the evidence tells of the change
    message = f"学时证明上的工作单位与现单位不同（{told(claimed, field)}），请人工确认是否为调动前的单位。"
    return unsure(document.file, message, field.shown, expected=claimed, found=field.text)


def _sum(document: Document, hours: Hours) -> Observation | None:
    """A row whose categories do not make its total."""
    if hours.adds_up is not False or hours.total is None or hours.listed:
        return None
    amounts = [*hours.amounts.values(), hours.total]
    parts = " + ".join(f"{value:g}" for value in (*(one.value for one in hours.amounts.values()), *hours.others))
    told_of = f"{hours.year or ''}年度各科目 {parts}，合计却为 {hours.total.value:g}"
    shown = [amount.shown for amount in amounts]
    if hours.page.source == "text" or all((one.confidence or 0) >= SUM_SURE for one in shown):
        return failed(document.file, f"学时证明上{told_of}，请由出具单位更正。", *shown, found=f"{hours.total.value:g}")
    return unsure(document.file, f"学时证明上读作{told_of}，请人工看是否读错。", *shown)
