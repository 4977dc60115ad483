"""The present title: 绍建盟[2024]07号 附件1 一3、五（六）; 永人社〔2021〕23号 四2. Rules TT-01, TT-02, TT-03."""

from __future__ import annotations

from collections.abc import Iterable

from checks.check import Params, failed, na, passed, unsure
from checks.fields import Field, day_of, fields, well_read
from checks.former_name import may_be_former
from checks.levels import fits
from checks.names import looks_like_name, on_page
from checks.pages import at, find, read_well
from checks.rows import plain
from checks.title_letter import InForce, in_force
from checks.title_place import Place, confirmed, place_of, places_on_pages
from verify.finding import Evidence, Observation
from verify.form import Title
from verify.model import Case, Document, Slot
from verify.page import Page

SUBJECT = "titles"

Pages = list[tuple[Document, Page]]


class Appointed(Params):
    """`held`: the titles one of which must be shown; `others`: known ones that hold such a word and are none of them.

    `proofs`: words of certificates and letters; `names`, `days`: labels of their holder and of the day of the title.
    `former`: words that tell of a former name of the applicant. `in_force`: the letter of appointment must be in force,
    and for how long; without it a certificate does.
    """

    held: tuple[str, ...]
    others: tuple[str, ...] = ()
    proofs: tuple[str, ...]
    names: tuple[str, ...]
    days: tuple[str, ...]
    former: tuple[str, ...]
    in_force: InForce | None = None


def appointed(case: Case, params: Appointed) -> Iterable[Observation]:
    """TT-01, TT-02: the present title's certificate or appointment, the applicant's own, in force where it must be."""
    claimed = [t for t in case.form.titles if fits(t.name, params.held, params.others) != "no"]
    files = _files(case, params)
    if params.in_force:
        return [in_force(case, params.in_force, claimed, files, params.held[0])]
    if not files and not claimed:
        return [na(SUBJECT, "申报信息没有填写现任专业技术资格，也没有证书，是否需要由申报条件一项核对。")]
    if not files:
        message = f"填报的现任资格为{claimed[0].name}，但没有上传资格证书或聘书，请补充。"
        return [failed(SUBJECT, message, found="没有文件")]
    return [_certificate(case, params, claimed, files)]


def _files(case: Case, params: Appointed) -> list[Document]:
    """The files of titles, and those in no slot that say what such files say."""
    loose = (d for d in case.in_slot(Slot.OTHER) if any(find(page, params.proofs) for page in d.pages))
    return [*case.in_slot(Slot.TITLE), *loose]


def _certificate(case: Case, params: Appointed, claimed: list[Title], files: list[Document]) -> Observation:
    pages = [(document, page) for document in files for page in document.pages]
    titled = [(d, p) for d, p in pages if _says_title(p, params)]
    own = [(d, p) for d, p in titled if on_page(case.name, p).level == "exact"]
    if own:
        return _dated(params, claimed, own)
    if near := [at(d, p) for d, p in titled if on_page(case.name, p).level == "near"]:
        return unsure(SUBJECT, f"资格证书上的姓名与“{case.name}”相近而未读清，请人工核对。", *near)
    if not all(d.readable for d in files) or not all(read_well(p) for _, p in pages):
        return unsure(SUBJECT, "有证书或聘书没有读清，请人工查看。", *(Evidence(d.file) for d in files))
    others = [name for d, p in titled if (name := _others_name([(d, p)], params))]
    changed = ((one, may_be_former(case, one.text, [p for _, p in titled], params.former)) for one in others)
    if former := next((pair for pair in changed if pair[1]), None):
        message = f"资格证书持有人为“{former[0].text}”，申报人为“{case.name}”；{former[1]}，请人工核对有无更名证明。"
        return unsure(SUBJECT, message, former[0].shown, expected=case.name, found=former[0].text)
    if titled and len(others) == len(titled):
        message = f"上传的资格证书持有人为{'、'.join(name.text for name in others)}，没有申报人本人的，请补充。"
        return failed(SUBJECT, message, *(name.shown for name in others), expected=case.name, found=others[0].text)
    what = f"没有读到申报人姓名“{case.name}”" if titled else f"没有读到{'、'.join(params.held)}等资格名称"
    return unsure(SUBJECT, f"证书栏目的材料上{what}，请人工查看。", *(Evidence(d.file) for d in files))


def _says_title(page: Page, params: Appointed) -> bool:
    """Whether a page says one of the titles by itself: 工程师 is not said by 助理工程师."""
    text = plain(page.text)
    for word in sorted({*params.held, *params.others}, key=len, reverse=True):
        if word in text and word in params.held:
            return True
        text = text.replace(word, "|")
    return False


def _others_name(pages: Pages, params: Appointed) -> Field | None:
    named = fields([d for d, _ in pages], params.names)
    return next((one for one in named if one.sure and looks_like_name(one.text)), None)


def _dated(params: Appointed, claimed: list[Title], own: Pages) -> Observation:
    """The day of the title on the certificate against the form's: a difference may be a slip, and is shown."""
    days = [(day, one) for one in fields([d for d, _ in own], params.days) if (day := day_of(one))]
    stated = [t.obtained for t in claimed if t.obtained]
    shown = [at(d, p) for d, p in own][:1]
    if not days or not stated:
        lack = "证书上没有读到取得时间" if not days else "申报信息没有填写取得时间"
        return passed(SUBJECT, f"有申报人的资格证书或聘书；{lack}，未比较。", *shown)
    for day, one in days:
        if any(s.first <= day.last and day.first <= s.last for s in stated):
            return passed(SUBJECT, f"有申报人的资格证书，取得时间 {day} 与填报一致。", one.shown, found=str(day))
    day, one = days[0]
    message = f"申报信息的取得时间为 {stated[0]}，证书上为 {day}，请核对哪一个是取得时间（不是发证时间）。"
    return unsure(SUBJECT, message, one.shown, expected=str(stated[0]), found=str(day))


class Outside(Place):
    """`titles`: those that must be confirmed when issued elsewhere; `confirmed`: words of a confirmation."""

    titles: tuple[str, ...]
    others: tuple[str, ...] = ()
    confirmed: tuple[str, ...]


def outside_confirmed(case: Case, params: Outside) -> Iterable[Observation]:
    """TT-03: a title issued outside the city comes with its confirmation; within the province a person decides."""
    held = [t for t in case.form.titles if fits(t.name, params.titles, params.others) != "no"]
    on_pages = places_on_pages(case, params)
    if not held and not on_pages:
        return [na(SUBJECT, "申报信息没有填写建设工程专业职称，未核对是否为市外证书。")]
    stated = list(dict.fromkeys(t.issued_in for t in held if t.issued_in))
    return [_place(case, params, stated, on_pages)]


def _place(case: Case, params: Outside, stated: list[str], on_pages: list[Field]) -> Observation:
    form = {place_of(text, params) for text in stated}
    page = {place_of(one.text, params) for one in on_pages} - {None}
    shown = [one.shown for one in on_pages]
    told = "，".join([*(f"填报取得地为“{s}”" for s in stated), *(f"证书上为“{one.text}”" for one in on_pages)])
    kinds = (form | page) - {None}
    if not told:
        return na(SUBJECT, "申报信息没有填写证书取得地，证书上也没有读到发证单位，未核对是否为市外证书。")
    if kinds == {"city"}:
        return passed(SUBJECT, f"{told}，为我市证书。", *shown)
    if letter := confirmed(case, params.confirmed):
        return passed(SUBJECT, f"{told}，有审核确认材料。", letter, *shown)
    if kinds == {"outside"} and None not in form:
        return _outside(case, told, bool(stated) or all(one.sure for one in on_pages), shown)
    if "city" in kinds and len(kinds) > 1:
        return unsure(SUBJECT, f"{told}，两处不一致，请人工核对是否为我市以外的证书。", *shown)
    if kinds and kinds <= {"province", "elsewhere"}:
        message = f"{told}，在省内但不是（或看不出是）我市的证书：通知标题写“省外证书”，正文写“我市以外”，是否需要审核确认请人工判断。"
        return unsure(SUBJECT, message, *shown)
    return unsure(SUBJECT, f"{told}，看不出是否为我市以外的证书，请人工核对。", *shown)


def _outside(case: Case, told: str, sure: bool, shown: list[Evidence]) -> Observation:
    files = [d for d in case.documents if d.slot in (Slot.TITLE, Slot.OTHER, Slot.EMPLOYER_NOTE)]
    if sure and well_read(files):
        message = f"{told}，为省外证书，没有见到审核、确认材料，请补充。"
        return failed(SUBJECT, message, *shown, found="没有审核确认材料")
    message = f"{told}，似为省外证书，有材料没有读清，请人工查看有没有审核、确认材料。"
    return unsure(SUBJECT, message, *shown)
