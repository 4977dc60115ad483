"""project.*: SX 三（五）规范工程业绩佐证材料."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.build import (
    EMPLOYER,
    NAME,
    OWNER,
    SUPERVISOR,
    case,
    document,
    item,
    observe,
    outcomes,
    page,
    row,
    seal,
)
from verify.form import Project
from verify.model import Item, Problem, Slot, Trouble
from verify.page import Page

SUBJECT = "工程业绩/01镜湖"
PROJECT = "绍兴市镜湖新区装配式住宅工程（二标段）"
CLAIM = Project(name=PROJECT, role="项目经理")
TEXT = ("工程联系单", f"工程名称：{PROJECT}", f"建设单位：{OWNER}", f"监理单位：{SUPERVISOR}")


def project(*pages: Page, claim: Project | None = CLAIM, **more: object) -> Item:
    return item(Slot.PROJECT, document(f"{SUBJECT}/a.jpg", Slot.PROJECT, *pages, **more), subject=SUBJECT, claim=claim)


NAMED = [
    ("named", page(*TEXT, f"项目经理：{NAME}"), "pass"),
    ("named by the second reader", page(*TEXT, "项目经理：王健国", second=page(f"项目经理：{NAME}").words), "pass"),
    ("in two boxes", page(*TEXT, *row("项目经理", "王", "建国", y=800)), "pass"),
    ("in a registered person's seal", page(*TEXT, seals=(seal("", "registration", texts=(NAME, "浙233")),)), "pass"),
    ("one character off", page(*TEXT, "项目经理：王健国"), "unsure"),
    ("a sign-in sheet with unread ink", page("图纸会审签到表", marks=((100, 900, 300, 960),)), "unsure"),
    ("badly read", page(*TEXT, confidence=0.4), "unsure"),
    ("another's", page(*TEXT, "项目经理：李明"), "fail"),
    ("within a longer name", page(*TEXT, "项目经理：张王建国强"), "unsure"),
]


@pytest.mark.parametrize(("name", "shown", "outcome"), NAMED, ids=[c[0] for c in NAMED])
def test_applicant_named(name: str, shown: Page, outcome: str) -> None:
    assert outcomes("project.applicant_named", case(items=[project(shown)])) == [(outcome, SUBJECT)]


def test_both_readers_agree_on_another_name() -> None:
    lines = (*TEXT, "项目经理：王建民")
    shown = page(*lines, second=page(*lines).words)
    assert outcomes("project.applicant_named", case(items=[project(shown)])) == [("fail", SUBJECT)]


@pytest.mark.parametrize(
    "line", ["经王建国审批后方可施工", "设计王建国校对李四", "建设单位代表王建国施工单位代表", "出席王建国地点会议室"]
)
def test_a_name_in_running_text_read_alike_by_both(line: str) -> None:
    shown = page(*TEXT, line, second=page(*TEXT, line).words)
    assert outcomes("project.applicant_named", case(items=[project(shown)])) == [("pass", SUBJECT)]


def test_a_name_that_runs_on_is_doubtful_although_both_read_it_alike() -> None:
    line = "请王建国核实后上报"
    shown = page(*TEXT, line, second=page(*TEXT, line).words)
    assert outcomes("project.applicant_named", case(items=[project(shown)])) == [("unsure", SUBJECT)]


OWN = seal(EMPLOYER)
SEALED = [
    ("the owner's seal", page(*TEXT, seals=(seal(OWNER),)), "pass"),
    ("the supervisor's beside our own", page(*TEXT, seals=(OWN, seal(SUPERVISOR))), "pass"),
    ("a drawing review's", page(*TEXT, seals=(OWN, seal("绍兴市施工图审查中心", "review"))), "pass"),
    ("only our own", page(*TEXT, seals=(OWN,)), "fail"),
    ("only our project department's", page(*TEXT, seals=(seal(EMPLOYER + "项目部"),)), "fail"),
    ("no seal on a page read well", page(*TEXT), "fail"),
    ("no seal on a page read badly", page(*TEXT, confidence=0.7), "unsure"),
    ("one of them unreadable", page(*TEXT, seals=(OWN, seal("", confidence=0.2))), "unsure"),
    ("an unrelated firm's", page(*TEXT, seals=(OWN, seal("绍兴市彩虹打印广告有限公司"))), "unsure"),
    (
        "an unrelated firm's named as owner",
        page("建设单位：绍兴彩虹服饰有限公司", seals=(seal("绍兴彩虹服饰有限公司"),)),
        "pass",
    ),
    ("an authority's", page(*TEXT, seals=(seal("绍兴市越城区住房和城乡局"),)), "pass"),
    ("a review stamp in print", page(*TEXT, "浙江省施工图设计文件审查合格", seals=(OWN,)), "unsure"),
    ("a platform spoken of", page(*TEXT, *("",) * 3, "已录入四库一平台", seals=(OWN,)), "fail"),
    ("only a registered person's", page(*TEXT, seals=(seal(SUPERVISOR, "registration"),)), "unsure"),
]


@pytest.mark.parametrize(("name", "shown", "outcome"), SEALED, ids=[c[0] for c in SEALED])
def test_third_party_seal(name: str, shown: Page, outcome: str) -> None:
    assert outcomes("project.third_party_seal", case(items=[project(shown)])) == [(outcome, SUBJECT)]


PLATFORM = "浙江省建筑市场监管公共服务系统"
SCREENS = [
    ("name, project and role", page(PLATFORM, PROJECT, f"项目经理 {NAME}"), "pass"),
    ("the role in other words", page(PLATFORM, PROJECT, f"注册建造师 {NAME}"), "pass"),
    ("another role", page(PLATFORM, PROJECT, f"安全员 {NAME}"), "unsure"),
    ("another project", page(PLATFORM, "杭州市萧山区地下管廊", f"项目经理 {NAME}"), "unsure"),
    ("another's role in the next row", page(PLATFORM, PROJECT, "项目经理 李明", f"安全员 {NAME}"), "unsure"),
    ("in a table", page(PLATFORM, PROJECT, *row("项目经理", NAME, gap=400, y=500)), "pass"),
    ("header misread", page("浙江省建筑巾场监管公共服务系统", PROJECT, f"项目经理 {NAME}"), "pass"),
    ("header cropped", page(PROJECT, "从业人员信息", f"项目经理 {NAME}"), "unsure"),
    ("the national platform", page("全国建筑市场监管公共服务平台（四库一平台）", f"项目经理 {NAME}"), "unsure"),
    ("another person", page(PLATFORM, PROJECT, "项目经理 李明"), "unsure"),
]


@pytest.mark.parametrize(("name", "shown", "outcome"), SCREENS, ids=[c[0] for c in SCREENS])
def test_a_platform_page_may_be_the_third_party(name: str, shown: Page, outcome: str) -> None:
    assert outcomes("project.third_party_seal", case(items=[project(shown)])) == [(outcome, SUBJECT)]


@pytest.mark.parametrize("id", ["project.third_party_seal", "signoff.verified"])
def test_an_image_of_few_words_may_be_the_claimed_screenshot(id: str) -> None:
    cropped = project(page("镜湖新区", "项目经理"), claim=CLAIM.model_copy(update={"platform": "jzsc"}))
    assert outcomes(id, case(items=[cropped])) == [("unsure", SUBJECT)]
    national = project(page("jzsc.mohurd.gov.cn", "镜湖新区"))
    assert outcomes(id, case(items=[national])) == [("unsure", SUBJECT)]


def test_a_project_is_looked_at_as_a_whole() -> None:
    shown = project(page(*TEXT, seals=(OWN,)), page(f"项目经理：{NAME}", seals=(seal(OWNER),), number=2))
    given = case(items=[shown])
    assert outcomes("project.applicant_named", given) == [("pass", SUBJECT)]
    assert outcomes("project.third_party_seal", given) == [("pass", SUBJECT)]


def test_the_employer_at_the_time_is_no_third_party() -> None:
    then = "绍兴第二建筑工程有限公司"
    shown = page(*TEXT, seals=(seal(then),))
    claim = Project(name=PROJECT, employer=then)
    assert outcomes("project.third_party_seal", case(items=[project(shown, claim=claim)])) == [("fail", SUBJECT)]


def test_a_seal_found_on_a_grey_scan_counts() -> None:
    shown = project(page(*TEXT, grey=True, seals=(replace(seal(OWNER), colour="black"),)))
    assert outcomes("project.third_party_seal", case(items=[shown])) == [("pass", SUBJECT)]


def test_grey_scans_and_unreadable_files_prove_no_absence() -> None:
    grey = project(page(*TEXT, grey=True))
    assert outcomes("project.third_party_seal", case(items=[grey])) == [("unsure", SUBJECT)]
    beside = project(page(*TEXT, seals=(OWN,)), page(*TEXT, grey=True, number=2))
    assert outcomes("project.third_party_seal", case(items=[beside])) == [("unsure", SUBJECT)]
    own = project(page(*TEXT, grey=True, seals=(replace(OWN, colour="black"),)))
    assert outcomes("project.third_party_seal", case(items=[own])) == [("unsure", SUBJECT)]
    broken = document(f"{SUBJECT}/b.pdf", Slot.PROJECT, problem=Problem(Trouble.CORRUPT, "b.pdf", "打不开"))
    half = item(Slot.PROJECT, *project(page(*TEXT, seals=(OWN,))).documents, broken, subject=SUBJECT)
    for id in ("project.applicant_named", "project.third_party_seal"):
        assert outcomes(id, case(items=[half])) == [("unsure", SUBJECT)]
        assert outcomes(id, case(items=[item(Slot.PROJECT, broken, subject=SUBJECT)])) == [("unsure", SUBJECT)]


@pytest.mark.parametrize("id", ["project.applicant_named", "project.third_party_seal"])
def test_a_claim_without_files_fails_and_no_claim_is_not_applicable(id: str) -> None:
    empty = item(Slot.PROJECT, subject="projects[0]", claim=CLAIM)
    assert outcomes(id, case(items=[empty])) == [("fail", "projects[0]")]
    assert outcomes(id, case()) == [("na", "工程业绩")]


@pytest.mark.parametrize("id", ["project.applicant_named", "project.third_party_seal"])
def test_a_claim_whose_folder_nobody_matched_is_a_persons_to_judge(id: str) -> None:
    empty, found = item(Slot.PROJECT, subject="projects[0]", claim=CLAIM), project(page(*TEXT), claim=None)
    seen = observe(id, case(items=[empty, found]))
    assert seen[0].outcome.value == "unsure"
    assert [shown.file for shown in seen[0].evidence] == [f"{SUBJECT}/a.jpg"]
