"""project.platform_record and project.record_agrees: SX 三（五）, 五（七）3; rules SS-01 … SS-04, EV-11, EV-12."""

from __future__ import annotations

from typing import Any

import pytest

from checks.masks import fits
from tests.checks.build import EMPLOYER, NAME, OWNER, case, document, item, observe, page, row, word
from verify.form import Project
from verify.model import Case, Document, Slot
from verify.page import Word

RECORD, AGREES = "project.platform_record", "project.record_agrees"
WORK, NUMBER = "绍兴市镜湖新区装配式住宅工程（二标段）", "3306022103180101"
HEAD, HOST = "浙江省建筑市场监管公共服务系统", "https://jzsc.jst.zj.gov.cn/PublicWeb/index.html#/"
FOLDER = "工程业绩/01"
CLAIM: dict[str, Any] = {
    "name": WORK, "role": "项目经理", "employer": EMPLOYER, "started": "2021-04-12", "completed": "2023-06-30",
    "platform": "jzsc", "registry_number": NUMBER, "folder": FOLDER,
}  # fmt: skip
MASK, ID = "3306**********1150", "330602199003021150"
MANAGER = ("项目经理", NAME, MASK, EMPLOYER)
OTHER = ("项目经理", "李海燕", "3306**********0022", EMPLOYER)
CHIEF = ("总监理工程师", "虞建平", "3306**********0035", "浙江明康工程咨询有限公司")


def people(*rows: tuple[str, ...], y: int = 700, confidence: float = 0.98) -> list[Word]:
    """The table of people, cells under their headings."""
    head = row("担任角色", "姓名　　", "证件号码　　　　　　　　", "所属企业　　　　　　　　", y=y)
    words = list(head)
    for n, cells in enumerate(rows, 1):
        for text, above in zip(cells, head, strict=False):
            x = (above.box[0] + above.box[2]) // 2 - 10 * len(text)
            words.append(Word(text, (x, y + 60 * n, x + 20 * len(text), y + 60 * n + 30), confidence))
    return words


def project(
    *rows: tuple[str, ...], name: str = WORK, number: str = NUMBER, done: str = "2023-06-30", stage: str = "竣工验收", head: Any = (HEAD,)
) -> Any:  # fmt: skip
    """A platform's page: address, head, the project, the stage, and the people."""
    lines: list[Any] = [HOST, *head, name, *row("项目编号", number, y=400), *row("建设单位", OWNER, y=450), stage]
    lines += row("实际开工日期", "2021-04-12", y=560) + row("实际竣工验收日期", done, y=610)
    lines += people(*rows) if rows else []
    return page(*lines, "主办单位：浙江省住房和城乡建设厅", y=60, step=60)


def screen(*pages: Any, file: str = "平台.png") -> Document:
    return document(f"{FOLDER}/{file}", Slot.PROJECT, *pages, item=FOLDER)


def claimed(*documents: Document, name: str = NAME, id_number: str = ID, **changed: Any) -> Case:
    claim = Project.model_validate({**CLAIM, **changed})
    return case(items=[item(Slot.PROJECT, *documents, subject=FOLDER, claim=claim)], name=name, id_number=id_number)


def said(check: str, given: Case) -> str:
    (seen,) = observe(check, given)
    return seen.outcome.value


PAPER = document(
    f"{FOLDER}/会审.jpg",
    Slot.PROJECT,
    page("图纸会审签到表", f"工程名称：{WORK}", "施工单位、监理单位、设计单位、建设单位" * 4),
    item=FOLDER,
)
DARK = document(f"{FOLDER}/x.jpg", Slot.PROJECT, page("工程", confidence=0.3), item=FOLDER)
NATIONAL = screen(page("全国建筑市场监管公共服务平台（四库一平台）", "jzsc.mohurd.gov.cn", WORK, f"项目经理 {NAME}"))

RECORDS: list[tuple[str, Case, str]] = [
    ("project and role", claimed(screen(project(MANAGER, CHIEF))), "pass"),
    ("another manager", claimed(screen(project(("项目经理", "李海燕", MASK, EMPLOYER), CHIEF))), "fail"),
    ("a near name", claimed(screen(project(("项目经理", "王健国", MASK, EMPLOYER)))), "unsure"),
    ("a masked name with the digits", claimed(screen(project(("项目经理", "王*国", MASK, EMPLOYER)))), "pass"),
    ("a masked name with other digits", claimed(screen(project(("项目经理", "王*国", "3307****0022", EMPLOYER)))), "unsure"),
    ("a masked name alone", claimed(screen(project(("项目经理", "王**", "****", EMPLOYER)))), "unsure"),
    ("a namesake", claimed(screen(project(("项目经理", NAME, "3307**********0022", EMPLOYER)))), "unsure"),
    ("another role", claimed(screen(project(("技术负责人", NAME, MASK, EMPLOYER), CHIEF))), "unsure"),
    ("another word for the role", claimed(screen(project(CHIEF)), name="虞建平", role="总监", id_number=""), "pass"),
    ("only the project, to the foot", claimed(screen(project())), "fail"),
    ("cut off", claimed(screen(page(HOST, HEAD, WORK, *row("项目编号", NUMBER, y=400)))), "unsure"),
    ("headings without rows", claimed(screen(project(stage="竣工验收 担任角色 姓名"))), "unsure"),
    ("two that complement each other", claimed(screen(project(), project(MANAGER))), "pass"),
    ("two with other numbers", claimed(screen(project(), project(MANAGER, number="3306022103180999"))), "unsure"),
    ("another project", claimed(screen(project(MANAGER, name="柯桥区云栖路学校工程", number="3306032005110102"))), "fail"),
    ("the number, another section", claimed(screen(project(MANAGER, name=WORK.replace("二", "一")))), "pass"),
    ("the national platform", claimed(NATIONAL), "unsure"),
    ("only papers", claimed(PAPER), "fail"),
    ("only papers, one in the dark", claimed(PAPER, DARK), "unsure"),
    ("no files", claimed(), "fail"),
    ("not recorded", claimed(PAPER, platform="无"), "na"),
    ("not said", claimed(PAPER, platform=None), "na"),
    ("not said, and yet a page", claimed(screen(project(MANAGER)), platform=None), "pass"),
    ("not claimed, and another on the page", claimed(screen(project(CHIEF, OTHER)), platform="无"), "unsure"),
    ("read badly", claimed(screen(page(HOST, HEAD, WORK, *people(OTHER, confidence=0.5), confidence=0.5))), "unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "outcome"), RECORDS, ids=[name for name, _, _ in RECORDS])
def test_platform_record(name: str, given: Case, outcome: str) -> None:
    assert said(RECORD, given) == outcome


def test_a_text_layer() -> None:
    lines = [
        HOST, HEAD, f"项目编号 {NUMBER} 所在区划 浙江省绍兴市", f"项目名称 {WORK} 建设性质 新建", "竣工验收",
        "担任角色 姓名 证件号码 所属企业", f"项目经理 {NAME} {MASK} {EMPLOYER}", "主办单位",
    ]  # fmt: skip
    shown = page(*lines)
    text = screen(type(shown)(1, 1240, 1754, "text", shown.words))
    assert said(RECORD, claimed(text)) == "pass"
    assert said(AGREES, claimed(text)) == "pass"


SCREENS: list[tuple[str, Case, str]] = [
    ("all the same", claimed(screen(project(MANAGER, CHIEF))), "pass"),
    ("another manager at completion", claimed(screen(project(OTHER, CHIEF))), "fail"),
    ("the applicant in a lesser role", claimed(screen(project(OTHER, ("技术负责人", NAME, MASK, EMPLOYER)))), "fail"),
    ("another at the permit", claimed(screen(project(OTHER, stage="施工许可"))), "fail"),  # 竣工验收日期 stands nearer
    ("a change is told of", claimed(screen(project(OTHER, stage="竣工验收 变更记录"))), "unsure"),
    ("both held it", claimed(screen(project(OTHER, MANAGER))), "unsure"),
    ("a masked name", claimed(screen(project(("项目经理", "李**", "****", EMPLOYER)))), "unsure"),
    ("a near name", claimed(screen(project(("项目经理", "王健国", MASK, EMPLOYER)))), "pass"),
    ("the same ID number", claimed(screen(project(("项目经理", "李海燕", MASK, EMPLOYER)))), "unsure"),
    ("a design firm's 项目负责人", claimed(screen(project(("项目负责人", "李海燕", "3306**********0022", OWNER)))), "unsure"),
    ("another project's manager", claimed(screen(project(OTHER, name="柯桥区云栖路学校工程", number="3306032005110102"))), "unsure"),
    ("the name only, another number", claimed(screen(project(OTHER, number="3306032005110102"))), "unsure"),
    ("read badly", claimed(screen(page(HOST, HEAD, WORK, "竣工验收", *people(OTHER, confidence=0.7), confidence=0.7))), "unsure"),
    ("the national platform", claimed(screen(page("全国建筑市场监管公共服务平台", WORK, "竣工", *people(OTHER)))), "unsure"),
    ("no role on the form", claimed(screen(project(OTHER)), role=None), "pass"),
    ("another day", claimed(screen(project(MANAGER, done="2023-08-30"))), "unsure"),
    ("the month only", claimed(screen(project(MANAGER)), completed="2023-06"), "pass"),
    ("without its section", claimed(screen(project(MANAGER, name="绍兴市镜湖新区装配式住宅工程"))), "unsure"),
    ("half-width brackets", claimed(screen(project(MANAGER, name="绍兴市镜湖新区装配式住宅工程(二标段)"))), "pass"),
    ("a slip of the reader", claimed(screen(project(MANAGER, name=WORK.replace("绍兴市", "绍兴审")))), "pass"),
    ("another section", claimed(screen(project(MANAGER, name=WORK.replace("二", "一")))), "unsure"),
    ("another unit", claimed(screen(project(("项目经理", NAME, MASK, "宁波晨曦建设有限公司")))), "unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "outcome"), SCREENS, ids=[name for name, _, _ in SCREENS])
def test_record_agrees_with_the_platform(name: str, given: Case, outcome: str) -> None:
    assert said(AGREES, given) == outcome


ELSEWHERE = "浙江华东勘察设计院有限公司"
LEAD, MINOR = "项目负责人", "3306**********0022"


def numbered(*lines: Any) -> Any:
    """A page of the project by its number, without a stage but what `lines` tell."""
    return page(HOST, HEAD, WORK, *row("项目编号", NUMBER, y=400), *lines, "主办单位", y=60, step=60)


def planned(stage: str, label: str) -> Any:
    return numbered(word(stage, y=500), *row(label, "2023-06-30", y=560), *people(OTHER))


UNITS: list[tuple[str, Case, str]] = [
    ("another unit's manager", claimed(screen(project(("项目经理", "李海燕", MINOR, ELSEWHERE)))), "unsure"),
    ("another discipline's lead", claimed(screen(project((LEAD, "李海燕", MINOR, ELSEWHERE))), role=LEAD), "unsure"),
    ("the same unit's lead", claimed(screen(project((LEAD, "李海燕", MINOR, EMPLOYER))), role=LEAD), "fail"),
    ("a lead of no unit", claimed(screen(project((LEAD, "李海燕", MINOR))), role=LEAD), "unsure"),
    ("a manager of no unit", claimed(screen(project(("项目经理", "李海燕", MINOR)))), "fail"),
    ("two managers of no unit", claimed(screen(project(("项目经理", "李海燕", MINOR), ("项目经理", "赵敏", MINOR)))), "unsure"),
    ("the whole project's manager", claimed(screen(project(OTHER, name=WORK.removesuffix("（二标段）")))), "unsure"),
    ("another section's manager", claimed(screen(project(OTHER, name=WORK.replace("二", "一")))), "unsure"),
    ("a section by letters", claimed(screen(project(OTHER, name=WORK.replace("二", "B"))), name=WORK.replace("二", "A")), "unsure"),
    ("with the platform's node", claimed(screen(project(MANAGER, number=f"{NUMBER}-JX-001"))), "pass"),
    ("another, with the platform's node", claimed(screen(project(OTHER, number=f"{NUMBER}-JX-001"))), "fail"),
    ("a permit's planned completion", claimed(screen(planned("施工许可", "计划竣工日期"))), "unsure"),
    ("a contract's completion", claimed(screen(planned("合同登记", "合同竣工日期"))), "unsure"),
    ("a completion", claimed(screen(planned("施工许可", "实际竣工日期"))), "fail"),
    ("a former and a present one", claimed(screen(project(OTHER, stage="竣工验收 原项目经理：李海燕"))), "unsure"),
    ("a record of changes, empty", claimed(screen(project(OTHER, stage="竣工验收 人员变更记录：0 条"))), "fail"),
    ("completed on a day of no calendar", claimed(screen(project(MANAGER, done="2023-02-30"))), "unsure"),
    ("the role with a word before it", claimed(screen(project(OTHER)), role="土建项目经理"), "unsure"),
    ("the role with brackets", claimed(screen(project(OTHER)), role="项目经理（一级建造师）"), "unsure"),
    ("the role with brackets, held", claimed(screen(project(MANAGER)), role="项目经理（一级建造师）"), "pass"),
    ("a deputy", claimed(screen(project(OTHER)), role="副项目经理"), "pass"),
    ("an executive one", claimed(screen(project(OTHER)), role="项目经理（执行）"), "pass"),
    ("another post of the department", claimed(screen(project(OTHER)), role="项目经理部安全员"), "pass"),
    ("a record of ten changes", claimed(screen(project(OTHER, stage="竣工验收 人员变更记录：10 条"))), "unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "outcome"), UNITS, ids=[name for name, _, _ in UNITS])
def test_only_one_who_surely_stood_in_the_applicants_place_is_held_against_them(
    name: str, given: Case, outcome: str
) -> None:
    assert said(AGREES, given) == outcome


def test_the_other_persons_unit_is_told_and_what_may_explain_it() -> None:
    (seen,) = observe(AGREES, claimed(screen(project(("项目经理", "李海燕", MINOR, ELSEWHERE)))))
    assert f"“李海燕”（{ELSEWHERE}）" in seen.message
    assert seen.table[-1][4] == ELSEWHERE
    (seen,) = observe(AGREES, claimed(screen(project(OTHER))))
    assert "人员变更未登记或姓名写法不同" in seen.message


def test_a_permit_page_tells_nothing_of_completion() -> None:
    shown = page(HOST, HEAD, WORK, *row("项目编号", NUMBER, y=400), "施工许可", *people(OTHER), "主办单位")
    assert said(AGREES, claimed(screen(shown))) == "unsure"
    tabs = page(
        HOST,
        HEAD,
        WORK,
        *row("项目编号", NUMBER, y=400),
        *row("招投标", "合同备案", "施工许可", "竣工验收", y=450),
        *people(OTHER),
    )
    assert said(AGREES, claimed(screen(tabs))) == "unsure"


def test_the_platform_of_design_has_no_stages() -> None:
    head = ("https://kcsj.jst.zj.gov.cn/PublicWeb", "浙江省勘察设计行业四库一平台信息系统", WORK)
    role = ("结构专业负责人", "李海燕", "****", EMPLOYER)
    shown = page(*head, *row("项目编号", NUMBER, y=400), *people(role))
    assert said(AGREES, claimed(screen(shown), platform="kcsj", role="结构专业负责人")) == "fail"
    assert said(AGREES, claimed(screen(shown), platform="kcsj", role="建筑专业负责人")) == "pass"  # nothing said of it


def paper(*lines: Any) -> Document:
    return document(f"{FOLDER}/竣工.jpg", Slot.PROJECT, page("竣工验收记录", *lines), item=FOLDER)


PAPERS: list[tuple[tuple[Any, ...], str]] = [
    ((f"工程名称：{WORK}", "竣工日期：2023年6月30日"), "pass"),
    (("工程名称：绍兴市镜湖新区装配式住宅工程",), "unsure"),
    (("竣工日期：2023年9月1日",), "unsure"),
    (("计划竣工日期：2023年3月1日", "竣工日期：2023年6月30日"), "pass"),
    (("计划竣工日期：2023年3月1日",), "na"),
    ((f"项目经理：{NAME}",), "pass"),
    (("项目经理：李海燕",), "unsure"),
    (("项目经理部盖章",), "na"),
    (("项目负责人：李海燕", f"项目经理：{NAME}"), "pass"),
    (("图纸会审签到表",), "na"),
]


@pytest.mark.parametrize(("lines", "outcome"), PAPERS)
def test_papers_alone_accuse_nobody(lines: tuple[Any, ...], outcome: str) -> None:
    assert said(AGREES, claimed(paper(*lines))) == outcome


def test_both_sides_are_shown() -> None:
    (seen,) = observe(AGREES, claimed(screen(project(OTHER, done="2023-08-30"))))
    assert "“李海燕”" in seen.message
    assert f"“{NAME}”" in seen.message
    assert "2023-08-30" in seen.message
    assert seen.evidence[-1].box


def test_no_project_and_no_claim() -> None:
    for check in (RECORD, AGREES):
        assert [o.outcome.value for o in observe(check, case())] == ["na"]
        unclaimed = case(items=[item(Slot.PROJECT, PAPER, subject=FOLDER)])
        assert [o.outcome.value for o in observe(check, unclaimed)] == ["na"]


@pytest.mark.parametrize(
    ("masked", "whole", "fit"),
    [
        ("3306**********1150", ID, True),
        ("3306************50", ID, True),  # how many stars says nothing
        ("3307**********1150", ID, False),
        ("王*", "王建", True),
        ("*建", "王建", True),
        ("李*", "王建", False),
        ("**", "王建", False),
        (ID, ID, True),
    ],
)
def test_masks(masked: str, whole: str, fit: bool) -> None:
    assert fits(masked, whole) is fit
