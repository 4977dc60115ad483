"""What the applicant's own documents say of who they are: name, ID number and employer, against the form. XC-01, XC-03.

Other people stand on these pages too: a headmaster, a head of department, colleagues on a list. Only what stands after
a label of the applicant's counts, and only on a page that does not name the applicant as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.fields import Field, told, well_read
from checks.former_name import may_be_former
from checks.identity_numbers import compact, like, residents_in, shown
from checks.identity_seen import Agrees as Agrees
from checks.identity_seen import Seen as Seen
from checks.names import Sighting, find_name, looks_like_name, on_page
from checks.names import compact as compact_name
from checks.pages import at, beside, lines, stamps
from checks.parties import employers, once_own
from checks.rows import plain
from verify.model import Case, Document
from verify.orgs import SAME, similarity
from verify.page import Page

_HAN = "\u3400-\u9fff"
_NEXT = re.compile(r"性别|出生|身份|证件|单位|工作|年龄|学历|职务|职称|社会|公民|电话|政治|专业|年度|民族|编号")
_UNIT = re.compile(rf"[{_HAN}()]{{3,40}}?(?:公司|院|局|所|中心|站|厂|集团|大学|学校)")


def name_on(case: Case, document: Document, params: Agrees) -> Seen | None:
    """The name; another's is "differs" only where it is the only one, surely read, and the applicant's is nowhere."""
    if len(compact_name(case.form.name or "")) < 2:
        return None  # the folder's name stands for the applicant's, and may be anything
    sightings = [on_page(case.name, page) for page in document.pages]
    stamped = any(find_name(case.name, stamps(page)).level == "exact" for page in document.pages)
    if stamped or any(seen.level == "exact" for seen in sightings):
        return Seen("姓名", "same")
    doubtful = [(page, seen) for page, seen in zip(document.pages, sightings, strict=True) if seen.level == "near"]
    return _nearly(case, document, doubtful, params) if doubtful else _another(case, document, params)


def _nearly(case: Case, document: Document, seen: list[tuple[Page, Sighting]], params: Agrees) -> Seen | None:
    """Of a name that is nearly the applicant's; None for the name itself in text that runs on, which says nothing."""
    other = [(page, one) for page, one in seen if compact_name(one.read) != compact_name(case.name)]
    if not other:
        return None
    if _is_rare(case.name) and (number := number_on(case, document, params)) and number.level == "same":
        return Seen("姓名", "same")  # the readers lack the character, and the number says who it is
    page, one = other[0]
    message = f"姓名：申报信息为“{case.name}”，材料上有相近的“{one.read}”，请人工核对是否同一人。"
    return Seen("姓名", "near", message, (at(document, page, one.word),))


def _another(case: Case, document: Document, params: Agrees) -> Seen | None:
    """Of a document that does not name the applicant: the name after its label."""
    others = {
        text: f for f in _labelled(document, params.name_labels) if (text := _name(f)) and not _helper(case, text)
    }
    if not others:
        return None
    text, field = next(iter(others.items()))
    message = f"姓名：申报信息为“{case.name}”，材料上为“{text}”"
    if len(others) > 1 or not field.sure or not well_read([document]):
        return Seen("姓名", "near", f"{message}，页面未能读清或有几个姓名，请人工核对。", (field.shown,))
    if why := may_be_former(case, text, document.pages, params.former):
        return Seen("姓名", "near", f"{message}；{why}，请人工核对是否同一人、有无更名证明。", (field.shown,))
    return Seen("姓名", "differs", f"{message}，请核对是否放错他人的材料或有更名证明。", (field.shown,))


def number_on(case: Case, document: Document, params: Agrees) -> Seen | None:
    """The ID number, masked or not."""
    claimed = compact(case.form.id_number or "")
    if len(claimed) != 18:
        return None
    if any(claimed in residents_in(word.text) for page in document.pages for word in lines(page)):
        return Seen("身份证号", "same")
    found = {number: f for f in _labelled(document, params.number_labels) for number in residents_in(f.text)}
    graded = {number: like(claimed, number) for number in found}
    if "same" in graded.values():
        return Seen("身份证号", "same")
    read = [number for number, level in graded.items() if level != "unread"]
    if not read:
        return None
    number, field = read[0], found[read[0]]
    message = f"身份证号：申报信息为 {shown(claimed)}，材料上为 {shown(number)}{_place(claimed, number)}"
    if len(read) > 1 or graded[number] == "near" or not field.sure:
        return Seen("身份证号", "near", f"{message}，可能误读或抄错，请人工核对。", (field.shown,))
    return Seen("身份证号", "differs", f"{message}，请核对更正。", (field.shown,))


def employer_on(case: Case, document: Document, params: Agrees) -> Seen | None:
    """The employer; another one is a person's to judge, for people change theirs and firms their names."""
    if document.slot not in params.employer_slots or not case.form.employer.name:
        return None
    units = [(f, unit[0]) for f in _labelled(document, params.employer_labels) if (unit := _UNIT.match(f.text))]
    if not units:
        return None
    if _one_of(units, _known(case)) or _one_of(units, once_own(case)):
        return Seen("单位", "same")
    for field, _ in units:
        if field.sure:
            message = f"单位：{told(case.form.employer.name, field)}，申报信息中没有这个单位，请人工核对是否更名或当时的单位。"
            return Seen("单位", "near", message, (field.shown,))
    return None


def _labelled(document: Document, labels: Iterable[str]) -> Iterator[Field]:
    """What stands after a label that is no part of a longer one: not 校长姓名, 法定代表人姓名."""
    wanted = tuple(labels)
    alone = re.compile(rf"(?<![{_HAN})])(?:{'|'.join(map(re.escape, sorted(wanted, key=len, reverse=True)))})")
    for page in document.pages:
        for label, value in beside(page, wanted):
            if value and alone.search(plain(label.text)):
                yield Field(plain(value.text), at(document, page, value))


def _name(field: Field) -> str:
    """The name that a field begins with, or ""."""
    text = re.split(rf"[^{_HAN}·]", _NEXT.split(field.text)[0])[0]
    return text if looks_like_name(text) else ""


def _is_rare(name: str) -> bool:
    """Whether a name has a character that the readers may not know."""
    return name.encode("gb2312", "ignore").decode("gb2312") != name


def _helper(case: Case, name: str) -> bool:
    """Whether the name is a recommender's, whose certificate may lie among the applicant's."""
    part = case.form.self_assessment
    return bool(part) and any(plain(one.name or "") == plain(name) for one in (part.recommenders if part else ()))


def _known(case: Case) -> set[str]:
    """Every unit that the form gives the applicant; former names of it, which a page must prove, are looked up apart."""
    form = case.form
    then = [*(year.employer for year in form.assessments), *(project.employer for project in form.projects)]
    return {name for name in (*employers(case), *then, form.social_insurance.employer) if name}


def _one_of(units: list[tuple[Field, str]], names: Iterable[str]) -> bool:
    return any(plain(name) in f.text or similarity(unit, name) >= SAME for name in names for f, unit in units)


def _place(claimed: str, number: str) -> str:
    """Which digit is the first that differs, where the numbers are equally long: the masked ones may look alike."""
    first = next((n for n, (a, b) in enumerate(zip(claimed, number, strict=False), 1) if a != b), 0)
    return f"（第 {first} 位起不同）" if first and len(claimed) == len(number) and "*" not in number else ""
