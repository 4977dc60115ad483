"""What a plan claims to have done: project, paper, patent, award, self-assessment, as the form lists them."""

from __future__ import annotations

from typing import Any

from scripts.fixturekit.people import patent_number
from scripts.fixturekit.plan import Plan

PATENT = patent_number("202110387465")
PATENT_NAME = "一种预制叠合板拼缝连接构造"
RECOMMENDERS = ("许伯年", "温如海")
SCORES = (("学历资历", 28), ("工程业绩", 56), ("论文著作", 10), ("工作年限与继续教育", 14))


def project_folder(plan: Plan) -> str:
    """Where the files of the project lie."""
    return f"{plan.slot('工程业绩')}/01{plan.person.project[:6]}"


def project(plan: Plan) -> dict[str, Any]:
    """The one project."""
    works, on_platform = plan.works, plan.number in (1, 3)
    assert works
    data: dict[str, Any] = {
        "name": works.name,
        "role": works.role,
        "employer": works.contractor.name,
        "started": works.started,
        "completed": works.completed,
        "platform": "jzsc" if on_platform else "无",
        "folder": project_folder(plan),
    }
    return data | ({"registry_number": works.number} if on_platform else {})


def works_of_mind(plan: Plan) -> dict[str, Any]:
    """Papers, patents, awards and the self-assessment of those who have them."""
    data: dict[str, Any] = {}
    if a := plan.article:
        data["papers"] = [
            {
                "title": a.title,
                "journal": a.journal,
                "issn": a.issn,
                "cn": a.cn,
                "published": a.published,
                "authors": [a.author],
                "folder": f"{plan.slot('论文')}/1",
            }
        ]
    if plan.number == 1:
        data["awards"] = [_award(plan, "全国优秀科技工作者", 2016)]
    if plan.plants("award.not_forged"):
        data["awards"] = [_award(plan, "国家科技进步奖", 2020) | {"number": "KX2020-J-0871"}]
    if plan.number == 2:
        data["patents"] = [
            {
                "number": PATENT,
                "name": PATENT_NAME,
                "kind": "发明",
                "inventors": [plan.person.name, "骆思源"],
                "holder": plan.person.employer.name,
                "granted": "2022-08-05",
                "folder": f"{plan.slot('专利')}/1",
            }
        ]
    if plan.route == "自评申报":
        people = [{"name": n, "title": "高级工程师", "specialty": "建筑施工", "in_service": True} for n in RECOMMENDERS]
        data["self_assessment"] = {"score": sum(score for _, score in SCORES), "recommenders": people}
    return data


def _award(plan: Plan, name: str, year: int) -> dict[str, Any]:
    return {"name": name, "issuer": "中国科学技术协会", "year": year, "folder": f"{plan.slot('获奖')}/1"}
