"""The prose part of project.record_agrees: EV-11, EV-12. What a certificate says in running text accuses nobody."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.build import NAME, observe
from tests.checks.test_project_platform import AGREES, MANAGER, WORK, claimed, paper, project, said, screen

TITLE = f"工程名称：{WORK}"
IN_TIME = "2021年4月12日开工，2023年6月30日竣工"

ROLES: list[tuple[str, tuple[Any, ...], str]] = [
    ("another role", (f"兹证明{NAME}同志在本工程中担任施工员，{IN_TIME}。",), "unsure"),
    ("the claimed role", (f"兹证明{NAME}同志在本工程中担任项目经理。",), "pass"),
    ("over two lines", (f"兹证明我单位{NAME}同志在绍兴市镜湖新区装配", "式住宅工程（二标段）中任施工员。"), "unsure"),
    ("another word for it", (f"兹证明{NAME}担任本项目项目负责人。",), "pass"),
    ("named to it", (f"我公司任命{NAME}同志为施工员。",), "unsure"),
    ("two roles", (f"{NAME}同时担任技术负责人和项目经理。",), "pass"),
    ("two roles, with another word", (f"{NAME}担任施工员，同时兼任项目经理。",), "pass"),
    ("a title and a role", (f"{NAME}，男，高级工程师，系我公司员工，在本工程担任施工员。",), "unsure"),
    ("an engineer of the company", (f"{NAME}系我公司高级工程师，在本工程任施工员。",), "unsure"),
    ("a rank and a name", (f"{NAME}任职以来，李海燕在本工程任施工员。",), "na"),
    ("in another's place", (f"{NAME}同志接替李海燕担任施工员。",), "unsure"),
    ("one after the other", (f"{NAME}先后担任施工员、项目经理。",), "pass"),
    ("two other roles", (f"{NAME}担任施工员兼安全员。",), "unsure"),
    ("one of two sentences agrees", (f"{NAME}担任项目经理。", f"{NAME}任施工员。"), "pass"),
    ("another person's role", (f"{NAME}担任项目经理，李海燕担任施工员。",), "pass"),
    ("only another person's role", (f"由{NAME}负责现场，李海燕同志担任施工员。",), "na"),
    ("another person before", (f"李海燕担任施工员，{NAME}担任项目经理。",), "pass"),
    ("roles shared out", (f"{NAME}、李海燕分别担任项目经理、施工员。",), "na"),
    ("two persons, one role", (f"{NAME}和李海燕担任施工员。",), "na"),
    ("the deputy", (f"{NAME}同志在本工程担任项目副经理。",), "unsure"),
    ("the deputy, written otherwise", (f"{NAME}同志在本工程担任副项目经理。",), "unsure"),
    ("the project's office", (f"{NAME}同志在本工程任项目经理部施工员。",), "unsure"),
    ("what he was before", (f"{NAME}曾任施工员，现任施工员。",), "na"),
    ("another project", (f"{NAME}在柯桥区府山小学迁建工程担任施工员。",), "na"),
    ("the project by a part of its name", (f"{NAME}在镜湖新区装配式住宅项目担任施工员。",), "unsure"),
    ("a longer name", (f"{NAME}华同志在本工程中担任施工员。",), "na"),
    ("a duty", (f"{NAME}同志在本工程中认真履行责任，完成施工任务。",), "na"),
    ("no role that is known", (f"{NAME}同志在本工程中担任主要工作。",), "na"),
    ("read badly", ((f"{NAME}同志在本工程中担任施工员。", 0.8),), "na"),
]
NARROWER = [
    ("技术负责人", "项目技术负责人", "pass"),
    ("项目技术负责人", "技术负责人", "pass"),
    ("项目负责人", "项目技术负责人", "unsure"),
    ("总监理工程师", "专业监理工程师", "unsure"),
    ("总监理工程师", "监理工程师", "unsure"),
    ("总监", "总监代表", "unsure"),
    ("总监", "项目总监", "pass"),
    ("专业负责人", "结构专业负责人", "pass"),
    ("主要参与人", "施工员", "na"),
]
TIMES: list[tuple[str, tuple[Any, ...], str]] = [
    ("the same days", (f"{NAME}在本工程任职，{IN_TIME}。",), "pass"),
    ("other days", (f"{NAME}任职的本工程2019年3月15日开工，2019年12月18日竣工。",), "unsure"),
    ("the same months", ("本工程于2021年4月开工，2023年6月竣工。",), "pass"),
    ("a time before", (f"2019年3月至12月，{NAME}同志在本工程现场工作的。",), "unsure"),
    ("a time before, with a dash", (f"{NAME}同志在本工程（2019年3月–12月）。",), "unsure"),
    ("a part of the time", (f"2021年9月至2022年3月，{NAME}同志在本工程驻场。",), "pass"),
    ("one of two times", (f"{NAME}：2016.3-2017.6驻场，2021.5-2023.6驻场。",), "pass"),
    ("the company's", (f"我公司成立于2005年3月，{NAME}同志在本工程驻场。",), "na"),
    ("the contract's", (f"{NAME}同志劳动合同期限2010年3月至2013年3月。",), "na"),
    ("at the company", (f"{NAME}同志2010年3月至2013年3月在我公司工作。",), "na"),
    ("planned", ("本工程计划2019年3月15日开工。",), "na"),
    ("an order to begin", ("本工程2019年3月15日开工令。",), "na"),
    ("the archive", ("本工程2024年3月15日竣工备案。",), "na"),
    ("a part of the building", ("本工程主体结构2022年3月15日完工。",), "na"),
    ("another project's", (f"{NAME}参与的府山小学迁建工程2019年3月15日开工。",), "na"),
    ("nobody's", ("2019年3月15日开工，2019年12月18日竣工。",), "na"),
    ("a month 13", (f"{NAME}同志在本工程，2019年13月至2020年14月。",), "na"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines", "outcome"), ROLES, ids=[name for name, _, _ in ROLES])
def test_roles(name: str, lines: tuple[Any, ...], outcome: str) -> None:
    (seen,) = observe(AGREES, claimed(paper(*lines)))
    assert seen.outcome == outcome, seen.message


@pytest.mark.parametrize(("claim", "written", "outcome"), NARROWER)
def test_role_words(claim: str, written: str, outcome: str) -> None:
    assert said(AGREES, claimed(paper(f"{NAME}同志在本工程中担任{written}。"), role=claim)) == outcome


@pytest.mark.parametrize(("name", "lines", "outcome"), TIMES, ids=[name for name, _, _ in TIMES])
def test_times(name: str, lines: tuple[Any, ...], outcome: str) -> None:
    (seen,) = observe(AGREES, claimed(paper(*lines)))
    assert seen.outcome == outcome, seen.message


def test_what_prose_says_stands_in_the_table_and_the_message() -> None:
    line = f"兹证明{NAME}同志在本工程中担任施工员，2019年3月15日开工，2019年12月18日竣工。"
    (seen,) = observe(AGREES, claimed(paper(TITLE, line)))
    (papers,) = [cells for cells in seen.table if cells[0] == "其他材料"]
    assert (papers[3], papers[5], papers[6]) == (f"施工员：{NAME}", "2019年3月15日", "2019年12月18日")
    assert "材料上写申报人担任“施工员”，申报信息为“项目经理”" in seen.message
    assert any(one.text == line for one in seen.evidence)


def test_prose_against_a_platform_page_is_a_doubt_and_no_more() -> None:
    line = paper(f"兹证明{NAME}同志在本工程中担任施工员。")
    assert said(AGREES, claimed(screen(project(MANAGER)), line)) == "unsure"


def test_what_has_no_end_is_no_sentence() -> None:
    assert said(AGREES, claimed(paper(f"{NAME}担任施工员，" * 200))) == "na"
