"""patent.*: SX 三（五）规范工程业绩佐证材料; rules PT-01, PT-02, PT-03."""

from __future__ import annotations

import pytest

from checks.patent_numbers import Number, check_digit, number_in
from tests.checks.build import EMPLOYER, NAME, case, document, item, observe, outcomes, page
from verify.form import Patent
from verify.model import Item, Slot
from verify.page import Page, Word

SUBJECT = "专利/1"
FILER = "温州瓯越新材料科技有限公司"


def number(body: str) -> str:
    return f"ZL{body}.{check_digit(body).upper()}"


UTILITY, DESIGN, INVENTION = number("202121457823"), number("202130214569"), number("202110387465")


def front(
    *inventors: str, kind: str = "实用新型", holder: str = EMPLOYER, no: str = UTILITY, label: str = "发 明 人",
    filed: str = "2021年6月29日", granted: str = "2022年2月11日", confidence: float = 0.98,
) -> Page:  # fmt: skip
    lines = (
        f"{kind}专利证书", f"{kind}名称：一种装置", f"{label}：{inventors[0]}", *inventors[1:], f"专 利 号：{no}",
        f"专利申请日：{filed}", f"专 利 权 人：{holder}", f"授权公告日：{granted}",
    )  # fmt: skip
    return page(*lines, confidence=confidence)


def back(*inventors: str, filer: str = EMPLOYER, confidence: float = 0.98, label: str = "发明人") -> Page:
    head = "申请日时本专利记载的申请人、发明人信息如下："
    return page(head, f"申请人：{filer}", f"{label}：{inventors[0]}", *inventors[1:], number=2, confidence=confidence)


def patent(*pages: Page, **claim: object) -> Item:
    files = [document(f"{SUBJECT}/a.pdf", Slot.PATENT, *pages)] if pages else []
    claim = {"inventors": (NAME,), **claim}
    return item(Slot.PATENT, *files, subject=SUBJECT, claim=Patent.model_validate(claim))


def beside(one: Page) -> list[Word]:
    """A page's lines in the right half of a wider one."""
    return [Word(w.text, (w.box[0] + 1400, w.box[1], w.box[2] + 1400, w.box[3]), w.confidence) for w in one.words]


BOUGHT = back("李明；赵大海", filer=FILER)
ORIGINAL = [
    ("an inventor at filing", patent(front(f"{NAME}；李明"), back(f"{NAME}；李明")), "pass"),
    ("on the second line", patent(front(f"李明；赵大海；{NAME}"), back("李明；赵大海；", NAME)), "pass"),
    ("a name with spaces", patent(front(NAME), back("王 建 国；李明")), "pass"),
    ("a designer", patent(front(NAME, label="设 计 人"), back(NAME, label="设计人")), "pass"),
    ("only the holder changed", patent(front(NAME), back(f"{NAME}；李明", filer=FILER)), "pass"),
    ("added by a transfer", patent(front(f"{NAME}；李明"), BOUGHT), "fail"),
    ("added, both sides on one page", patent(page(*front(NAME).words, *beside(BOUGHT))), "fail"),
    ("added without a transfer", patent(front(f"{NAME}；李明"), back("李明；赵大海")), "unsure"),
    ("added, the firm's name changed", patent(front(NAME), back("李明", filer="浙江宝业建设有限公司")), "unsure"),
    ("added, the filer hardly read", patent(front(NAME), back("李明", filer=FILER, confidence=0.85)), "unsure"),
    ("one character apart", patent(front(NAME), back("王健国；李明", filer=FILER)), "unsure"),
    ("a longer name", patent(front(NAME), back("王建国栋；李明", filer=FILER)), "unsure"),
    ("a back that ends in 等", patent(front(NAME), back("李明等", filer=FILER)), "unsure"),
    ("foreign inventors", patent(front(NAME), back("Wang Jianguo; Li Ming", filer=FILER)), "unsure"),
    ("neither at filing nor at grant", patent(front("李明"), BOUGHT), "na"),
    ("the front badly read", patent(front("李明", confidence=0.7), BOUGHT), "unsure"),
    ("no back", patent(front(NAME)), "unsure"),
    ("the old layout", patent(front(NAME, granted="2017年3月8日")), "na"),
    ("the old layout by the form", patent(page("实用新型专利证书"), granted="2017-03-08"), "na"),
    ("the old layout, and its register", patent(front(NAME, granted="2017年3月8日"), page("专利登记簿副本")), "unsure"),
    ("the first day of the new layout", patent(front(NAME, granted="2018年12月4日")), "unsure"),
    ("nothing uploaded", patent(), "na"),
]  # fmt: skip


RENAMED = [
    ("a notice of registration", ("准予变更登记通知书", f"原名称：{FILER}", f"现名称：{EMPLOYER}"), "unsure"),
    ("a sentence", (f"{FILER}更名为{EMPLOYER}",), "unsure"),
    ("of another firm", ("准予变更登记通知书", "原名称：温州海潮装饰有限公司", f"现名称：{EMPLOYER}"), "fail"),
    ("a transfer", ("专利权转让合同", f"转让方：{FILER}", f"受让方：{EMPLOYER}", "变更登记后付款"), "fail"),
    ("both names, and nothing of a change", ("情况说明", FILER, EMPLOYER), "fail"),
]


@pytest.mark.parametrize(("lines", "outcome"), [c[1:] for c in RENAMED], ids=[c[0] for c in RENAMED])
@pytest.mark.parametrize("beside", [True, False], ids=["with the patent", "elsewhere in the folder"])
def test_a_firm_renamed_has_bought_nothing(lines: tuple[str, ...], outcome: str, beside: bool) -> None:
    paper = page(*lines, number=3)
    pages = (front(f"{NAME}；李明"), BOUGHT, *([paper] if beside else []))
    elsewhere = [] if beside else [document("其他/a.jpg", Slot.OTHER, paper)]
    given = case(*elsewhere, items=[patent(*pages)])
    assert outcomes("patent.inventor_original", given) == [(outcome, SUBJECT)]


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in ORIGINAL], ids=[c[0] for c in ORIGINAL])
def test_inventor_original(one: Item, outcome: str) -> None:
    assert outcomes("patent.inventor_original", case(items=[one])) == [(outcome, SUBJECT)]


NAMED = [
    ("listed", patent(front(f"{NAME}；李明")), "pass"),
    ("listed, not first", patent(front(f"李明；{NAME}")), "pass"),
    ("on the second line", patent(front("李明；赵大海；", NAME)), "pass"),
    ("the designer", patent(front(NAME, label="设 计 人", kind="外观设计", no=DESIGN)), "pass"),
    ("on the back alone", patent(back(NAME)), "pass"),
    ("a shared surname", patent(front("王海波；李明")), "fail"),
    ("the holder only", patent(front("李明", holder=NAME)), "fail"),
    ("named in a sentence", patent(front("李明"), page(f"{NAME}同志参与了发明", number=2)), "unsure"),
    ("one character apart", patent(front("王健国；李明")), "unsure"),
    ("hardly read", patent(front("李明", confidence=0.7)), "unsure"),
    ("no list", patent(page("实用新型专利证书", "专利权人：某某公司")), "unsure"),
    ("the form names another", patent(front(NAME), inventors=("李明",)), "unsure"),
    ("the form names nobody", patent(front(NAME), inventors=()), "pass"),
    ("the form alone", patent(), "na"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in NAMED], ids=[c[0] for c in NAMED])
def test_applicant_named(one: Item, outcome: str) -> None:
    assert outcomes("patent.applicant_named", case(items=[one])) == [(outcome, SUBJECT)]


def test_a_holder_is_told_not_to_be_an_inventor() -> None:
    (seen,) = observe("patent.applicant_named", case(items=[patent(front("李明", holder=NAME))]))
    assert "不等于发明人" in seen.message
    assert [(e.file, e.page, e.text) for e in seen.evidence] == [(f"{SUBJECT}/a.pdf", 1, "李明")]


def wrong(no: str) -> str:
    return no[:-1] + ("1" if no[-1] != "1" else "2")


NUMBERS = [
    ("all agree", patent(front(NAME), number=UTILITY), "pass"),
    ("without ZL, full width", patent(front(NAME), number="２０２１２１４５７８２３．９"), "pass"),
    ("the form alone", patent(number=UTILITY), "pass"),
    ("the form alone, its check digit wrong", patent(number=wrong(UTILITY)), "fail"),
    ("the form alone, no number at all", patent(number="专利号待补"), "fail"),
    ("wrong on both", patent(front(NAME, no=wrong(UTILITY)), number=wrong(UTILITY)), "fail"),
    ("wrong on the page alone", patent(front(NAME, no=wrong(UTILITY)), number=UTILITY), "unsure"),
    ("mistyped", patent(front(NAME), number=number("202121457832")), "unsure"),
    ("another kind of certificate", patent(front(NAME, kind="发明")), "fail"),
    ("another kind by the form alone", patent(number=UTILITY, kind="发明"), "unsure"),
    ("a design", patent(front(NAME, kind="外观设计", no=DESIGN), number=DESIGN), "pass"),
    ("PCT, filed abroad a year before", patent(front(NAME, kind="发明", no=number("202180012345"), filed="2020年6月1日")), "pass"),
    ("divided out of an earlier application", patent(front(NAME, filed="2020年6月1日")), "unsure"),
    ("filed after its number was given", patent(front(NAME, filed="2022年1月1日")), "fail"),
    ("granted before it was filed", patent(front(NAME, granted="2021年5月1日")), "fail"),
    ("of eight digits", patent(front(NAME, no="ZL98212345.6", filed="1998年5月1日", granted="1999年3月1日")), "pass"),
    ("of eight digits after 2003", patent(front(NAME, no="ZL98212345.6")), "fail"),
    ("a receipt", patent(page("专利申请受理通知书", f"申请号：{UTILITY[2:]}", "申请日：2021年6月29日"), number=UTILITY), "fail"),
    ("a receipt beside the certificate", patent(front(NAME), page("专利申请受理通知书", number=2)), "pass"),
    ("no number read", patent(page("实用新型专利证书")), "unsure"),
    ("nothing", patent(), "na"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "outcome"), [c[1:] for c in NUMBERS], ids=[c[0] for c in NUMBERS])
def test_number_valid(one: Item, outcome: str) -> None:
    assert outcomes("patent.number_valid", case(items=[one])) == [(outcome, SUBJECT)]


@pytest.mark.parametrize("id", ["patent.inventor_original", "patent.applicant_named", "patent.number_valid"])
def test_without_patents_nothing_applies(id: str) -> None:
    assert outcomes(id, case()) == [("na", "专利")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ZL 2021 1 0387465.X", Number("202110387465", "x")),
        ("ZL202110387465", Number("202110387465", "")),
        ("ZL202110387465·8", Number("202110387465", "8")),
        ("98101234.5", Number("98101234", "5")),
        ("202140387465.1", None),  # there is no fourth kind
        ("ZL202110387465.8；ZL202121457823.9", None),
        ("13805751234", None),
    ],
)
def test_numbers_are_read_as_they_are_written(text: str, found: Number | None) -> None:
    assert number_in(text) == found
