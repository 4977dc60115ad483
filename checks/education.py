"""Proof of education: 绍建盟[2024]07号 附件1 一2, 五（三）; 永人社〔2021〕23号 四1. Rules ED-01 … ED-06, ED-08."""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import failed, na, passed, unsure
from checks.education_pages import Kinds, Proofs, kinds_of, proofs
from checks.education_record import Compared, Record, compared
from checks.home_country import origin
from checks.levels import fits, readings
from checks.rows import plain
from verify.finding import Evidence, Observation
from verify.form import Education
from verify.model import Case, Document, Slot

SUBJECT = "education"


class Proof(Kinds):
    """Which levels (`order`, from low to high) must be proved (`asked`), and whether by a registration form too.

    `auto_from`: graduations after that year are fetched by the platform, those before are not. `home`: words for the
    country whose degrees need no recognition, `abroad`: those for all others.
    """

    order: tuple[str, ...]
    asked: tuple[str, ...]
    record_asked: bool
    auto_from: int | None = None
    home: tuple[str, ...]
    abroad: tuple[str, ...]


def proof(case: Case, params: Proof) -> Iterable[Observation]:
    """ED-01 … ED-04, ED-08: the proof that this degree and year need."""
    found, top = proofs(case, params), _highest(case.form.education, params)
    if top is None and not found.files:
        return [na(SUBJECT, "申报信息没有填写学历，也没有学历材料，无法核对。")]
    where = origin(top.country if top else None, params.home, params.abroad)
    if top and where != "home":
        return [_foreign(found, top, where == "abroad")]
    asked = top is None or fits(top.level, params.asked) != "no"
    if not asked and not found.files:
        return [
            na(SUBJECT, f"{top.level if top else ''}学历的证明不在本项要求之内（或由学信网提取），没有上传，不作要求。")
        ]
    if not params.record_asked:
        return [_certificate(found, asked)]
    return [_both(found, top, params)]


def _highest(entries: Iterable[Education], params: Proof) -> Education | None:
    rank = {plain(word): index for index, word in enumerate(params.order)}

    def height(entry: Education) -> int:
        return max((rank.get(one, -1) for one in readings(entry.level)), default=-1)

    return max(entries, key=height, default=None)


def _foreign(found: Proofs, top: Education, sure: bool) -> Observation:
    """ED-08: a degree from abroad comes with its recognition; a translation, notarised or not, is none."""
    what = f"填报的学历在{top.country}取得"
    if found.has("foreign"):
        return passed(SUBJECT, f"{what}，有学历学位认证书。", *found.where("foreign"))
    if not sure:
        message = f"学历的取得国家（地区）填为“{top.country}”，看不出是否在国（境）外取得；如是，须有学历学位认证书，请人工核对。"
        return unsure(SUBJECT, message, *found.files, found=top.country)
    if found.dark:
        return unsure(
            SUBJECT, f"{what}，没有认出学历学位认证书，但有页面没有读清或看不出种类，请人工查看。", *found.dark
        )
    only = "只有翻译或公证，" if found.has("translated") else ""
    return failed(SUBJECT, f"{what}，{only}没有学历学位认证书，请补充。", *found.files, found="没有认证书")


def _both(found: Proofs, top: Education | None, params: Proof) -> Observation:
    """ED-02 … ED-04: the diploma, and the registration form or the report, that the platform may hold already."""
    if not found.files:
        message = "没有上传学历证书和备案表（或认证报告）。通知一处说学历可自动提取，一处要求提供，请补充。"
        return failed(SUBJECT, message, found="没有文件")
    if not found.has("diploma"):
        return _no_diploma(found)
    if found.has("record", "report"):
        return passed(SUBJECT, "有毕业证书，有学历备案表或认证报告。", *found.where("diploma", "record", "report"))
    phase, year = _phase(top, params), top.graduated.last.year if top and top.graduated else None
    if found.has("roll") and year is not None and params.auto_from and year < params.auto_from:
        return passed(SUBJECT, f"有毕业证书和毕业生登记表；{phase}。", *found.where("diploma", "roll"))
    other = "学籍在线验证报告不是学历备案表；" if found.has("enrolment") else ""
    other += "网页截图不是学历备案表；" if found.has("screen") else ""
    message = f"有毕业证书，没有学历备案表或认证报告；{other}{phase}，请人工核对平台是否已有学历信息。"
    return unsure(SUBJECT, message, *found.where("diploma", "enrolment", "screen"), *found.dark)


def _phase(top: Education | None, params: Proof) -> str:
    """What the notice says of the year of graduation; of the year itself it says neither."""
    if top is None or top.graduated is None or params.auto_from is None:
        return "没有填毕业时间，看不出平台能否自动提取"
    first, last, year = top.graduated.first.year, top.graduated.last.year, params.auto_from
    if first > year:
        return f"{year}年以后取得的学历平台可自动提取，而附件1又要求提供"
    if last < year:
        return f"{year}年以前取得的学历须上传证书、毕业生登记表等"
    return f"毕业在{year}年当年，通知只说“{year}年以后”和“{year}年以前”，未说当年"


def _no_diploma(found: Proofs) -> Observation:
    if found.has("unfinished"):
        message = "上传的是结业（肄业）证书，结业、肄业不是毕业，请上传毕业证书。"
        return failed(SUBJECT, message, *found.where("unfinished"), found="结业或肄业证书")
    if found.dark:
        message = "没有认出毕业证书，但有页面没有读清或看不出种类，请人工查看。"
        return unsure(SUBJECT, message, *found.dark)
    if found.has("record", "report"):
        message = "有学历备案表或认证报告，没有毕业证书，请补充毕业证书。"
        return failed(SUBJECT, message, *found.where("record", "report"), found="没有毕业证书")
    if found.has("screen"):
        message = "学历材料只有学信网网页（屏幕）的照片或截图，不是毕业证书，也不是学历备案表或认证报告，请补充。"
        return failed(SUBJECT, message, *found.where("screen"), found="网页照片或截图")
    what = "学籍在线验证报告" if found.has("enrolment") else "学位证书等"
    message = f"学历材料只有{what}，没有毕业证书和学历备案表（或认证报告），请补充。"
    return failed(SUBJECT, message, *found.files, found=what)


def _certificate(found: Proofs, asked: bool) -> Observation:
    """ED-01: levels that the national site does not hold are proved by the certificate."""
    good = found.where("diploma", "record", "report", "roll")
    if not found.files:
        message = "填报的学历在学信网上查询不到，没有上传学历证书，请补充学历证书及认证材料。"
        return failed(SUBJECT, message, found="没有文件")
    if good:
        return passed(SUBJECT, "有学历证书或认证材料。", *good)
    if found.has("unfinished") and asked:
        message = "上传的是结业（肄业）证书，结业、肄业不是毕业，请上传毕业证书。"
        return failed(SUBJECT, message, *found.where("unfinished"), found="结业或肄业证书")
    shown = found.dark or found.files
    return unsure(SUBJECT, "没有认出毕业证书，有页面没有读清或看不出种类，请人工查看。", *shown)


class Agrees(Kinds, Record):
    """The words of each kind of page, and the labels and codes of the registration form."""


def record_agrees(case: Case, params: Agrees) -> Iterable[Observation]:
    """ED-05, ED-06: the registration form is the applicant's and says what the form says; its number agrees with it."""
    seen = [one for document in _files(case, params) for one in _pages(case, document, params)]
    if seen:
        return seen
    return [na(SUBJECT, "没有读到学历备案表，也没有读到证书编号，未作比较。")]


def _files(case: Case, params: Agrees) -> list[Document]:
    other = [d for d in case.in_slot(Slot.OTHER) if any("record" in kinds_of(d, p, params) for p in d.pages)]
    return [*case.in_slot(Slot.EDUCATION), *other]


def _pages(case: Case, document: Document, params: Agrees) -> Iterable[Observation]:
    for page in document.pages:
        kinds = kinds_of(document, page, params)
        if "record" in kinds or "diploma" in kinds:
            one = compared(case, document, page, "record" in kinds, params)
            if one.what or one.doubts or one.faults:
                yield _observed(document, one)


def _observed(document: Document, one: Compared) -> Observation:
    note = "".join(f"{text}。" for text in one.notes)
    shown: list[Evidence] = list(dict.fromkeys(one.shown))
    if one.faults:
        return failed(
            document.file, f"{'；'.join([*one.faults, *one.doubts])}，请人工核查原件并在线验证。{note}", *shown
        )
    if one.doubts:
        return unsure(document.file, f"{'；'.join(one.doubts)}，请人工核对。{note}", *shown)
    return passed(document.file, f"{'、'.join(dict.fromkeys(one.what))}一致。{note}", *shown)
