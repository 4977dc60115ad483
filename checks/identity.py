"""Who the applicant is, in the form, the roster and on the pages: our own check, rules XC-01 … XC-04."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.check import Params, failed, na, passed, unsure
from checks.identity_numbers import compact, credit_fault, is_masked, known_place, resident_fault, shown
from checks.identity_pages import employer_on, name_on, number_on
from checks.identity_person import born_on, sex_on
from checks.identity_seen import Agrees, Seen
from checks.names import find_name
from checks.parties import once_own
from checks.rows import plain
from verify.finding import Observation
from verify.model import Case, Document, Problem, Trouble
from verify.orgs import SAME, similarity
from verify.page import Word

SUBJECT = "identity"
ROSTER = ("name", "id_number", "employer.name", "employer.uscc")
"""Fields of the form that the roster has too and that say who the applicant is."""

WHAT = ("姓名", "身份证号", "单位", "出生日期", "性别")
"""What is compared, as a reader is told of it."""

_VALUES = re.compile(r"applicant\.json 为 (.+?)，名单.*?为 (.+?)；")


def agrees(case: Case, params: Agrees) -> Iterable[Observation]:
    """XC-01, XC-03, ED-05: who the form says applies is who the roster and the applicant's documents say."""
    own = [document for document in case.documents if document.slot in params.slots and document.pages]
    seen = [(document, _on(case, document, params)) for document in own]
    odd = [_odd(document, found) for document, found in seen if any(one.level != "same" for one in found)]
    roster = [p for p in case.problems if p.trouble is Trouble.DISAGREES and p.file in ROSTER]
    return [*(_roster(case, problem) for problem in roster), *odd, *_same([f for _, f in seen], bool(odd or roster))]


def _on(case: Case, document: Document, params: Agrees) -> list[Seen]:
    found = (look(case, document, params) for look in (name_on, number_on, employer_on, born_on, sex_on))
    return [one for one in found if one]


def _odd(document: Document, found: list[Seen]) -> Observation:
    """One finding a document: of what differs, or else of what a person must look at."""
    level = "differs" if any(one.level == "differs" for one in found) else "near"
    told = [one for one in found if one.level in (level, "near")]
    evidence = [place for one in told for place in one.evidence]
    outcome = failed if level == "differs" else unsure
    return outcome(document.file, "".join(one.message for one in told), *evidence)


def _same(found: list[list[Seen]], odd: bool) -> Iterator[Observation]:
    """What agrees, in one finding; where nothing could be compared, that."""
    counts = {what: sum(any(s.what == what and s.level == "same" for s in one) for one in found) for what in WHAT}
    told = "、".join(f"{what}（{count} 份）" for what, count in counts.items() if count)
    if told:
        yield passed(SUBJECT, f"材料与申报信息一致：{told}。")
    elif not odd:
        yield na(SUBJECT, "没有读到可与申报信息比较的姓名、身份证号或单位。")


def _roster(case: Case, problem: Problem) -> Observation:
    """A disagreement that the intake found: what may be the same in other words is a person's to judge."""
    values = _VALUES.search(problem.message)
    own, other = (values[1], values[2]) if values else ("", "")
    message = f"{problem.message}。"
    if problem.file == "employer.name" and any(similarity(other, name) >= SAME for name in once_own(case)):
        return passed(problem.file, f"名单上的单位“{other}”是“{own}”的曾用名，材料有更名说明。", found=other)
    if not values or _may_be_same(problem.file, own, other):
        return unsure(problem.file, message, expected=own or None, found=other or None)
    return failed(problem.file, message, expected=own, found=other)


def _may_be_same(field: str, own: str, other: str) -> bool:
    if field == "employer.name":
        return similarity(own, other) >= SAME or plain(own) in plain(other) or plain(other) in plain(own)
    if field == "name":
        return find_name(own, [Word(other, (0, 0, 100, 20), 1.0)]).level == "near"
    return False


def number_valid(case: Case, params: Params) -> Iterable[Observation]:
    """XC-02, XC-04: the resident ID number and the unified credit code are well formed."""
    return [_resident(case.form.id_number), _credit(case.form.employer.uscc)]


def _resident(written: str | None) -> Observation:
    subject, number = "id_number", compact(written or "")
    if not number or is_masked(number):
        return na(subject, "申报信息没有完整的身份证号，无法核对格式。")
    if number[0].isalpha():
        message = f"“{shown(number)}”不是居民身份证号，如系港澳台居民或外籍人员的证件，请人工核对。"
        return unsure(subject, message)
    if fault := resident_fault(number):
        message = f"身份证号 {shown(number)} {fault}；请对照身份证核对填写。"
        return failed(subject, message, expected="18 位居民身份证号", found=shown(number))
    place = "" if known_place(number) else "（地区代码不在程序的表内，不作为疑点）"
    return passed(subject, f"身份证号 {shown(number)} 的位数、出生日期、校验位都相符{place}。")


def _credit(written: str | None) -> Observation:
    subject, code = "employer.uscc", compact(written or "")
    if not code or is_masked(code):
        return na(subject, "申报信息没有统一社会信用代码，无法核对格式。")
    if fault := credit_fault(code):
        message = f"统一社会信用代码 {code} {fault}；请对照营业执照核对填写。"
        return failed(subject, message, expected="18 位统一社会信用代码", found=code)
    return passed(subject, f"统一社会信用代码 {code} 的位数、字符、校验位都相符。")
