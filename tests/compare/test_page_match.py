"""Which pages are another's too, and what speaks for it: explained in the report's own words."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from tests.checks.build import document, item, page, row
from tests.compare.world import LI, OTHER, WANG, WORK, World, assessed, assessment, one
from verify.across import Doubt, Match, Reason, Whose
from verify.compare.stored import Stored, is_same_person
from verify.form import Paper, Project
from verify.model import Case, Slot
from verify.page import Page

PROJECT = "镜湖新区装配式住宅工程（二标段）"
DAYS = ("2018-09-03", "2024-01-15")


PHRASES = (
    "本年度能自觉遵守国家法律法规和公司各项规章制度，服从领导安排，认真学习新技术新规范",
    "积极参加继续教育，圆满完成了各项生产任务，未发生质量安全事故，同意评为合格等次",
)


@pytest.mark.parametrize(
    ("text", "days", "found"),
    [
        (PHRASES, ("2022-12-20", "2022-12-28"), Doubt.UNIFORM),
        ((*PHRASES, "完成继续教育90学时，考核得分95分"), ("2022-12-20", "2023-01-04"), Doubt.UNIFORM),
        (PHRASES, ("2016-07-11", "2022-12-28"), None),  # one day of entry
        (WORK, ("2022-12-20", "2022-12-28"), None),  # the same amounts of work
    ],
)
def test_what_a_unit_writes_for_all_is_for_a_person(
    text: tuple[str, ...], days: tuple[str, str], found: str | None
) -> None:
    assert explained(*(assessed(who, assessment(who, text, days)) for who in (WANG, LI))) == [found]


def _prose(seed: int) -> str:
    return "".join(random.Random(f"prose {seed}").choices("".join(map(chr, range(0x4E00, 0x5000))), k=40))


def explained(*cases: Case) -> list[str | None]:
    return [match.explained for match in World(cases).pages()]


def test_a_changed_name_is_not_explained_and_is_boxed() -> None:
    (match,) = World([assessed(WANG, assessment(WANG)), assessed(LI, assessment(LI))]).pages()
    name = next(word for word in assessment(WANG).words if WANG in word.text)
    assert (match.explained, match.differing, match.mine.text) == (None, (name.box,), f"姓名：{WANG}")
    assert (match.whose.name, match.theirs.file, match.score) == (LI, f"年度考核/{LI}.jpg", 1.0)


@pytest.mark.parametrize(
    ("case", "theirs", "found"),
    [
        ("own text and days", assessment(LI, OTHER, DAYS), []),
        ("own days, text copied", assessment(LI, WORK, DAYS), []),
        ("my page, unchanged", assessment(WANG), [Doubt.MINE]),
        ("another's name, and mine", assessment(f"{LI}、{WANG}"), [Doubt.UNREAD]),
        ("the name unread", assessment("口口口"), [Doubt.UNREAD]),
    ],
)
def test_assessments(case: str, theirs: Page, found: list[str | None]) -> None:
    assert explained(assessed(WANG, assessment(WANG)), assessed(LI, theirs)) == found


def test_anothers_page_under_my_name_is_not_explained() -> None:
    assert explained(assessed(WANG, assessment(LI)), assessed(LI, assessment(LI))) == [None]


def test_much_the_same_text_with_other_days_is_for_a_person() -> None:
    long = [f"{text}{tail}" for text in (*WORK, *OTHER) for tail in ("、现场安全零事故", "，得到监理单位书面肯定")]
    own, other = assessment(WANG, long), assessment(LI, long, DAYS)
    pair = [assessed(WANG, own), assessed(LI, other)]
    crowd = [assessed(f"赵{number}", page(_prose(number), _prose(-number))) for number in range(100)]
    assert explained(*pair) == []  # a store so small cannot tell it from a form
    assert explained(*pair, *crowd) == [Doubt.FIGURES]


def test_in_a_small_store_only_what_is_wholly_alike_is_held_against_anyone() -> None:
    half = [WORK[0], OTHER[1]]
    crowd = [assessed(f"赵{number}", page(_prose(number), _prose(-number))) for number in range(100)]
    pair = [assessed(WANG, assessment(WANG)), assessed(LI, assessment(LI, half))]
    assert [explained(*pair), explained(*pair, *crowd[:5]), explained(*pair, *crowd)] == [[], [Doubt.FORM], [None]]


def paper(name: str, *authors: str, claimed: tuple[str, ...] = ()) -> Case:
    printed = page("装配式楼板支撑体系优化研究", *authors, *WORK, "收稿日期：2022-03-18 文章编号：20220518673")
    one_ = document(f"论文/1/{name}.jpg", Slot.PAPER, printed)
    return one(name, items=[item(Slot.PAPER, one_, claim=Paper(title="装配式楼板支撑体系优化研究", authors=claimed))])


@pytest.mark.parametrize(
    ("mine", "found"),
    [
        (paper(WANG, WANG, LI), Reason.BOTH_NAMED),
        (paper(WANG, WANG, claimed=(WANG, LI)), Reason.CO_AUTHORS),
        (paper(WANG, "张三丰"), Doubt.NAMELESS),
    ],
)
def test_papers(mine: Case, found: str) -> None:
    assert explained(mine, paper(LI, "赵六顺")) == [found]


def test_co_authors_in_boxes_of_their_own() -> None:
    assert explained(paper(WANG, WANG, LI), paper(LI, WANG, LI)) == [Reason.BOTH_NAMED]
    assert explained(paper(WANG, WANG, "口口"), paper(LI, WANG, LI)) == [Doubt.MINE]


def cover(name: str, title: str) -> Case:
    printed = page("建筑结构", "2022年第5期", "ISSN 1002-848X  CN 11-2833/TU 邮发代号 2-755", *WORK)
    return one(
        name, items=[item(Slot.PAPER, document(f"论文/1/{name}.jpg", Slot.PAPER, printed), claim=Paper(title=title))]
    )


def test_one_issue_has_one_cover() -> None:
    assert explained(cover(WANG, "叠合板裂缝控制"), cover(LI, "套筒灌浆质量检测")) == [Reason.PUBLIC]


def works(name: str, named: str = "", role: str = "施工员", title: str = PROJECT) -> Case:
    lines = (f"兹证明{named}担任本工程{role}",) if named else ()
    printed = page("工程合同编号330602202104128", "开工日期2021年4月12日，竣工日期2023年6月30日", *WORK, *lines)
    proof = document(f"工程业绩/1/{name}.jpg", Slot.PROJECT, printed)
    return one(name, items=[item(Slot.PROJECT, proof, claim=Project(name=title, role=role))])


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        (works(WANG), works(LI), Reason.SHARED_WORK),
        (works(WANG), works(LI, title=PROJECT.replace("二", "一")), Doubt.NAMELESS),
        (works(WANG, WANG, "技术员"), works(LI, LI, "质量员"), Reason.LETTER),
        (works(WANG, WANG), works(LI, LI), Reason.LETTER),  # a project has several 施工员
        (works(WANG, WANG, "项目经理"), works(LI, LI, "项目经理"), None),
        (works(WANG, WANG, "项目经理"), works(LI, LI, "技术负责人"), Reason.LETTER),
        (works(WANG, WANG, "技术负责人（土建）"), works(LI, LI, "技术负责人（安装）"), Reason.LETTER),
        (works(WANG, WANG), works(LI, LI, title="袍江厂房"), None),
    ],
)
def test_projects(mine: Case, theirs: Case, found: str | None) -> None:
    assert explained(mine, theirs) == [found]


HOME = "绍兴市镜湖新区大滩家园安置房工程"


def home(name: str, role: str, title: str, named: str = HOME, who: str = "") -> Case:
    """A letter that names a project, for a claim with a title of its own."""
    printed = page(
        f"兹证明{who or name}同志在{named}中任{role}", "工程合同编号330602202104128",
        "开工日期2021年4月12日，竣工日期2023年6月30日", *WORK,
    )  # fmt: skip
    proof = document(f"工程业绩/1/{name}.jpg", Slot.PROJECT, printed)
    return one(name, items=[item(Slot.PROJECT, proof, claim=Project(name=title, role=role))])


@pytest.mark.parametrize(
    ("title", "role", "found"),
    [
        ("大滩家园安置房（PC）", "质量员", Reason.LETTER),
        ("袍江厂房", "质量员", None),  # the letter names another project than the form
        ("大滩家园安置房（PC）", "项目经理", None),  # two in one sole role
    ],
)
def test_letters_that_name_one_project_which_the_forms_write_differently(
    title: str, role: str, found: str | None
) -> None:
    first = "施工员" if role == "质量员" else role
    cases = home(WANG, first, HOME), home(LI, role, title)
    assert [explained(*cases), explained(*reversed(cases))] == [[found], [found]]


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("柯桥区滨海保障房一、二标段", Doubt.SHARED),
        ("柯桥区滨海保障房", Doubt.SHARED),
        ("柯桥区滨海保障房一标段", None),  # the other's alone
    ],
)
def test_a_record_of_several_sections_that_names_one_persons(named: str, found: str | None) -> None:
    name = "柯桥区滨海保障房工程{}标段"
    mine, theirs = (home(who, "施工员", name.format(part), named, LI) for who, part in ((WANG, "二"), (LI, "一")))
    assert explained(mine, theirs) == [found]


def test_a_units_notice_is_explained() -> None:
    def notice(name: str) -> Case:
        return one(name, document("其他/公示.jpg", Slot.OTHER, page("公示编号20240912001号", *WORK)))

    assert explained(notice(WANG), notice(LI)) == [Reason.COMMON]


def test_a_page_with_hardly_any_figures_is_for_a_person() -> None:
    def summary(name: str) -> Case:
        return assessed(name, page(f"姓名：{name}", *WORK))

    assert explained(summary(WANG), summary(LI)) == [Doubt.PRINT]


def test_a_name_in_a_box_of_its_own_is_compared_too() -> None:
    def form(name: str) -> Page:
        printed = assessment("")
        return replace(printed, words=(*printed.words, *row("姓名", name, "性别", y=900)))

    (match,) = World([assessed(WANG, form(WANG)), assessed(LI, form(LI))]).pages()
    assert (match.explained, match.mine.text) == (None, WANG)


def test_each_other_person_is_named_once_for_a_page() -> None:
    twice = one(LI, *(document(f"年度考核/{n}.jpg", Slot.ASSESSMENT, assessment(LI)) for n in range(3)))
    assert [match.whose.name for match in World([assessed(WANG, assessment(WANG)), twice]).pages()] == [LI]


def test_a_ring_of_four_is_found_and_more_than_that_is_a_form() -> None:
    names = [WANG, LI, "赵六顺", "钱文彬", "孙德海"]

    def found(people: list[str]) -> tuple[Match, ...]:
        return World([assessed(name, assessment(name)) for name in people]).pages()

    assert ([m.explained for m in found(names[:4])], found(names)) == ([None] * 3, ())


def test_pages_with_too_little_of_their_own_are_told() -> None:
    printed = ("本表一式两份存入本人档案和单位人事部门各一份", *WORK)
    form = document("年度考核/空表.jpg", Slot.ASSESSMENT, page("年度考核登记表", *printed))
    label = document("职称/证书.jpg", Slot.TITLE, page("工程师"))
    blank = document("其他/空白.jpg", Slot.OTHER, page(blank=True))
    many = [one(name, form, label, blank) for name in (WANG, LI, "赵六顺", "钱文彬", "孙德海")]
    own = one(WANG, form, label, blank, document("年度考核/2023.jpg", Slot.ASSESSMENT, assessment(WANG, OTHER)))
    assert World([own, *many[1:3]]).thin() == ["职称/证书.jpg", "其他/空白.jpg"]
    assert World([own, *many[1:]]).thin() == ["年度考核/空表.jpg", "职称/证书.jpg", "其他/空白.jpg"]


def test_ten_thousand_blank_pages_are_like_nobodys() -> None:
    blank = page(blank=True)
    scans = [document(f"其他/{name}.pdf", Slot.OTHER, *[blank] * 10_000) for name in "甲乙"]
    world = World([one(WANG, scans[0]), one(LI, scans[1])])
    assert (world.pages(), len(world.thin()), len(world.index)) == ((), 10_000, 0)


def test_a_form_a_thousand_times_in_one_file_is_asked_for_once() -> None:
    printed = ("本表一式两份存入本人档案和单位人事部门各一份", *WORK)
    forms = [replace(page("年度考核登记表", *printed), number=number) for number in range(1, 1_001)]
    others = [assessed(name, page("年度考核登记表", *printed)) for name in (LI, "赵六顺", "钱文彬", "孙德海")]
    mine = one(WANG, document("年度考核/空表.pdf", Slot.ASSESSMENT, *forms))
    few, many = World([mine, *others[:1]]), World([mine, *others])
    asked = list[int]()
    few.index.fetch = lambda pages: asked.extend(pages) or {key: few.keys[key][1].shingles for key in pages}  # type: ignore[func-returns-value]
    assert {match.explained for match in few.pages()} == {Reason.IMPERSONAL}
    assert asked == [1_000]
    assert (many.pages(), len(many.thin())) == ((), 1_000)


@pytest.mark.parametrize(
    ("name", "folder", "employer", "batch", "person", "same"),
    [
        (WANG, WANG, None, None, None, True),  # this very folder
        ("王建国2", "x", None, "2023", "digest", True),  # one ID number
        (WANG, WANG, "浙江宝业建设集团有限公司", "2023", "another", False),  # one name, two ID numbers
        (WANG, WANG, None, "2023", None, True),
        (WANG, "17_王建国", "浙江宝业建设集团有限公司", "2023", None, True),
        (WANG, "17_王建国", "绍兴槐屿建设有限公司", "2023", None, False),
        (LI, WANG, "浙江宝业建设集团有限公司", "2023", None, False),
        (WANG, "17_王建国", "浙江宝业建设集团有限公司", "2023", "?mistyped", True),  # contradicts nothing
        (WANG, "17_王建国", "绍兴槐屿建设有限公司", "2023", "?mistyped", False),
        ("王健国", "x", None, "2023", "?digest", False),
    ],
)
def test_one_person_in_two_batches(
    name: str, folder: str, employer: str | None, batch: str | None, person: str | None, same: bool
) -> None:
    other = Stored(Whose(folder, name, employer, batch), "a.jpg", 1, Slot.ASSESSMENT, person=person)
    assert is_same_person(assessed(WANG, assessment(WANG)), other, "digest") is same


DATED = ("培训起止日期：2023年05月16日、2023年12月20日", "办班文件编号202305160012")
PEI = "李霈然"  # one character from LI


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        ({"name": PEI}, {"name": LI}, Doubt.NEAR_NAME),
        ({"name": PEI, "id_number": "1"}, {"name": LI}, Doubt.NEAR_NAME),
        ({"name": PEI, "id_number": "1"}, {"name": LI, "id_number": "2"}, None),  # two people
        ({"name": WANG}, {"name": LI}, None),
        ({"name": LI, "id_number": "1"}, {"name": LI, "id_number": "2"}, Doubt.TWO_NUMBERS),
        (
            {"name": LI, "id_number": "?1"},
            {"name": LI, "id_number": "2", "employer": {"name": "乙公司"}},
            Doubt.NAMESAKE,
        ),
    ],
)
def test_one_name_or_nearly(mine: dict[str, Any], theirs: dict[str, Any], found: str | None) -> None:
    """`id_number` stands for its digest."""
    printed = document("年度考核/a.jpg", Slot.ASSESSMENT, assessment(LI))
    cases = [
        replace(one(side["name"], printed, **{k: v for k, v in side.items() if k != "name"}), folder=str(n))
        for n, side in enumerate((mine, theirs))
    ]
    assert explained(*cases) == [found]


def test_a_colleague_on_a_list_of_people() -> None:
    def roster(name: str, *people: str) -> Case:
        lines = [f"{n} {who} 18 JX202300010{n}" for n, who in enumerate(people, 1)]
        return one(
            name, document("继续教育/a.jpg", Slot.TRAINING, page("公需科目培训合格人员名单", *WORK, *DATED, *lines))
        )

    long, short = (LI, "赵六顺", "钱文彬"), (LI,)
    assert explained(roster(WANG, *long), roster(LI, *long)) == [Doubt.LISTED]
    assert explained(roster(WANG, *short), roster(LI, *short)) == [None]
