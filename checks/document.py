"""Every file: can it be read (rule XC-09), is it of the kind its folder says (XC-10), does it tell a program what to
decide (XC-11)? Ours, no clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import Field

from checks.check import Params, failed, na, passed, unsure
from checks.instructions import Instructions, Order, orders
from checks.pages import at, confidence, read_well
from checks.rows import plain
from verify.finding import Evidence, Observation, Outcome
from verify.kinds import classify, titles
from verify.model import SLOT_NAMES, Case, Document, Problem, Slot, Trouble
from verify.page import Page

ALL = "全部材料"

_OUTCOMES = {
    Trouble.QUARANTINED: Outcome.UNSURE,
    Trouble.BAD_FORM: Outcome.UNSURE,
    Trouble.NO_FORM: Outcome.UNSURE,
    Trouble.DISAGREES: Outcome.UNSURE,
    Trouble.UNKNOWN_KEY: Outcome.NA,
}
"""What is not the applicant's to mend by uploading again; every other trouble fails."""

_SAID = {
    Trouble.CORRUPT: "文件损坏，打不开或不完整，请重新上传",
    Trouble.ENCRYPTED: "文件有密码，请解除密码后重新上传",
    Trouble.EMPTY: "文件是空的，请重新上传",
    Trouble.TOO_LARGE: "文件过大，超出可处理的范围，请压缩或拆分后重新上传",
    Trouble.UNSUPPORTED: "文件类型不能核对，请转为 PDF 或图片后重新上传",
    Trouble.NOT_A_FILE: "不是普通文件，请上传文件本身",
    Trouble.LINK: "是快捷方式或链接，请上传文件本身",
    Trouble.QUARANTINED: "程序未能处理这个文件，请人工打开查看",
    Trouble.UNSAFE_NAME: "压缩包内文件名不安全，未予解开，请重新打包上传",
    Trouble.BAD_FORM: "申报信息格式有误，有关项目未能核对，请人工核对",
    Trouble.NO_FORM: "申报信息无法读取，需要申报信息的项目都未能核对，请改正后重新核对",
    Trouble.UNKNOWN_KEY: "申报信息中有不认识的字段，已保留但未使用",
    Trouble.NO_FOLDER: "名册中有此人，但没有材料文件夹，请补交材料",
    Trouble.DISAGREES: "名册与申报信息不一致，请人工核对以哪个为准",
}


class Readable(Params):
    """A page with fewer than `few` characters is taken to be illegible where they were read with less than `sure`
    confidence, or where more than `unread` marks stand that no reader took for text.

    With more characters it is illegible below `hardly`. `remarks`: endings of text files, that are no evidence.
    """

    few: int
    sure: float
    hardly: float
    unread: int
    remarks: tuple[str, ...] = ()


def readable(case: Case, params: Readable) -> Iterable[Observation]:
    """XC-09: every file opens, and none is blank or illegible; a blank page beside others is only told of."""
    stray = [document for document in case.documents if _is_stray(document, case, params)]
    held = [document.problem for document in case.documents if document.problem and document not in stray]
    problems = list(dict.fromkeys([*case.problems, *held]))
    unknown = [problem for problem in problems if problem.trouble is Trouble.UNKNOWN_KEY]
    seen = [_problem(problem) for problem in problems if problem.trouble is not Trouble.UNKNOWN_KEY]
    seen += [o for document in case.documents for o in _pages(document, params)]
    notes = [*map(_stray, stray), *(o for document in case.documents for o in _backs(document))]
    notes += [_unknown(unknown)] if unknown else []
    return [*(seen or [_all(case)]), *notes]


def _is_stray(document: Document, case: Case, params: Readable) -> bool:
    """Whether a file is a remark that lies among the evidence, and is not all that its folder holds."""
    if not (document.problem and document.problem.trouble is Trouble.UNSUPPORTED):
        return False
    others = [one for one in case.in_slot(document.slot) if one is not document and one.readable]
    aside = document.loose or document.slot is Slot.OTHER or bool(others)
    return document.file.lower().endswith(params.remarks) and aside


def _stray(document: Document) -> Observation:
    return na(document.file, "是文本文件，不作为佐证核对，请人工看是否有要紧的说明；如是佐证，请转为 PDF 或图片上传。")


def _all(case: Case) -> Observation:
    if not case.documents:
        return na(ALL, "没有上传任何文件。")
    return passed(ALL, f"{len(case.documents)} 份文件都能打开，没有空白的文件，没有无法辨认的页面。")


def _problem(problem: Problem) -> Observation:
    outcome = _OUTCOMES.get(problem.trouble, Outcome.FAIL)
    message = problem.message or f"{_SAID[problem.trouble]}。"
    return Observation(outcome, problem.file, message, (Evidence(problem.file),), found=problem.trouble.value)


def _unknown(problems: list[Problem]) -> Observation:
    names = "、".join(problem.file for problem in problems)
    return na("申报信息", f"{_SAID[Trouble.UNKNOWN_KEY]}：{names}。")


def _pages(document: Document, params: Readable) -> Iterator[Observation]:
    if document.slot is Slot.PHOTO:
        return  # a portrait has no text, and plain paper around it
    if document.pages and all(page.blank for page in document.pages):
        shown = (at(document, page) for page in document.pages)
        yield failed(document.file, "整份文件都是空白页，请重新扫描上传。", *shown, found="空白")
    for page in document.pages:
        if not page.blank and _illegible(page, params):
            message = f"第 {page.number} 页几乎没有读出文字，请人工看是否清晰；不清晰请重新扫描上传。"
            yield unsure(document.file, message, at(document, page))


def _backs(document: Document) -> list[Observation]:
    """A remark on blank pages among others, such as the back of a sheet."""
    blank = "、".join(str(page.number) for page in document.pages if page.blank)
    if document.slot is Slot.PHOTO or not blank or all(page.blank for page in document.pages):
        return []
    return [na(document.file, f"第 {blank} 页是空白页，其他页有内容；如是纸张背面，不必处理。")]


def _illegible(page: Page, params: Readable) -> bool:
    if page.source == "text":
        return False
    sure = confidence(page)
    few = len(plain(page.text)) < params.few
    return sure < params.hardly or (few and (sure < params.sure or len(page.marks) > params.unread))


class Kind(Params):
    """What lies where. `also`: kinds that may also lie in a slot, such as a recommender's certificate.

    `titled`: slots whose documents bear a title; one that says less than `scant` characters and bears none of the
    known titles is a person's to look at.
    """

    also: dict[Slot, tuple[Slot, ...]] = Field(default_factory=dict)
    titled: tuple[Slot, ...] = ()
    scant: int = 0


def slot(case: Case, params: Kind) -> Iterable[Observation]:
    """XC-10: no file is clearly of another kind than its folder says; a longer text without a title is not judged."""
    judged = [d for d in case.documents if d.pages and not d.loose and d.slot not in (Slot.PHOTO, Slot.OTHER)]
    if not judged:
        return [na(ALL, "没有可以核对栏目的文件。")]
    kinds = [(document, classify(document.pages)) for document in judged]
    wrong = [(d, kind) for d, kind in kinds if kind and kind is not d.slot and kind not in params.also.get(d.slot, ())]
    empty = [document for document, kind in kinds if kind is None and _scant(document, params)]
    unclear = sum(kind is None for _, kind in kinds)
    told = f"{len(judged) - len(wrong) - unclear} 份文件与所在栏目相符，{unclear} 份看不出种类（未判断）。"
    found = [*(_misplaced(d, kind) for d, kind in wrong), *map(_untitled, empty)]
    return found or [passed(ALL, told)]


def _scant(document: Document, params: Kind) -> bool:
    """Whether a file was read well and says too little to be what its slot is for."""
    size = sum(len(plain(page.text)) for page in document.pages)
    read = all(page.words and read_well(page) for page in document.pages)
    return document.slot in params.titled and read and size < params.scant


def _untitled(document: Document) -> Observation:
    name = SLOT_NAMES[document.slot]
    message = f"放在“{name}”栏目，文字很少，看不出是“{name}”类材料，请人工查看。"
    return unsure(document.file, message, *(at(document, page) for page in document.pages[:1]), expected=name)


def _misplaced(document: Document, kind: Slot) -> Observation:
    expected, found = SLOT_NAMES[document.slot], SLOT_NAMES[kind]
    shown = [
        at(document, page, word) for page in document.pages for named, word in titles([page]) if named is kind
    ]  # fmt: skip
    message = f"放在“{expected}”栏目，但标题表明是“{found}”类材料，请核对是否放错栏目。"
    return failed(document.file, message, *shown[:1], expected=expected, found=found)


def instructions(case: Case, params: Instructions) -> Iterable[Observation]:
    """XC-11: what tells a program what to decide is evidence for a person, and never obeyed."""
    return [_order(order) for order in orders(case, params)] or [
        passed(ALL, "已读出的页面文字、文件名和申报信息中，没有见到要求程序如何判定的文字。")
    ]


def _order(order: Order) -> Observation:
    shown = (order.shown,) if order.shown else ()
    if order.sure:
        message = f"有要求程序如何判定的文字：“{order.text}”。程序没有照做；请人工查看材料来源，并询问申报人。"
        return failed(order.subject, message, *shown, found=order.text)
    message = f"有像是要求程序如何判定的文字：“{order.text}”。程序没有照做；请人工看是否为正常用语。"
    return unsure(order.subject, message, *shown, found=order.text)
