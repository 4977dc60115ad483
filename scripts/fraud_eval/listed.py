"""Papers in listed journals, forged awards, records of the archive; and genuine journals, honours and namesakes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from scripts.fixturekit.certificates import award
from scripts.fixturekit.chance import dice
from scripts.fixturekit.people import issn
from scripts.fixturekit.prose import sentences
from scripts.fixturekit.writing import Article, body, contents, cover
from scripts.fraud_eval.files import printed, scanned
from scripts.fraud_eval.kinds import Kind, fraud, innocent
from scripts.fraud_eval.manifest import Deed
from scripts.fraud_eval.member import Member
from scripts.fraud_eval.world import World

LISTED = ("建筑学研究前沿（中文版）", "工程管理前沿（中文版）")
GENUINE = ("工程管理科技前沿", "Frontiers of Engineering Management", "建筑结构", "工程管理学报", "建筑学报")
SCIENCE = "中国科学技术协会"
FORGED = ("国家科技进步奖证书", "国家科技成果奖证书")
THEMES = ("拼缝防水", "套筒灌浆", "吊装次序", "支撑体系", "质量追溯", "碰撞检查", "施工模拟", "构件堆放")


def article(one: Member, journal: str, authors: str) -> Article:
    """A paper of one's own."""
    roll = dice("article", one.folder, journal, authors)
    numbers = issn(f"{roll.randint(1000, 1999)}{roll.randint(100, 999)}"), f"11-{roll.randint(1000, 5999)}/TU"
    themes = THEMES[4:] if "，" in authors else THEMES[:4]
    title = f"{one.works.name.removesuffix('工程')}{roll.choice(themes)}技术研究"
    return Article(
        title, authors, journal, *numbers, f"{roll.randint(2021, 2023)}-{roll.randint(1, 12):02d}", roll.randint(5, 200)
    )


def publish(one: Member, told: Article, folder: str = "论文/1", scan: bool = False) -> None:
    """Cover, contents and body of a paper, and its claim."""
    text = partial(body, told, one.person.employer.name, (sentences(1, told.title, "cited"),), True)
    pages = printed(partial(cover, told, True), partial(contents, told, True), text)
    one.files[f"{folder}/论文.pdf"] = pages
    if scan:
        one.files[f"{folder}/论文.pdf"] = printed(partial(cover, told, True), partial(contents, told, True))
        one.files[f"{folder}/正文.jpg"] = scanned(text, one.folder)
    said = {"title": told.title, "journal": told.journal, "issn": told.issn, "cn": told.cn, "published": told.published}
    one.claim("papers", **said, authors=told.author.split("，"), folder=folder)


def _journal(_: World, n: int, one: Member, __: Member) -> tuple[Deed, ...]:
    publish(one, article(one, LISTED[n % 2], one.name))
    return (fraud("a listed journal", "paper.journal_not_blacklisted", one, "论文/1"),)


def _genuine(_: World, n: int, one: Member, __: Member) -> tuple[Deed, ...]:
    told = article(one, GENUINE[n % len(GENUINE)], one.name)
    cited = (f"张弛. 装配式住宅施工技术[J]. {LISTED[n % 2]}, 2019(3): 12-18.",) if n % 2 else ()
    publish(one, replace(told, references=cited))
    return (innocent("a genuine journal", ("paper.journal_not_blacklisted",), one, "论文/1"),)


def awarded(one: Member, name: str, title: str, issuer: str, year: int, *lines: str) -> None:
    """A certificate of honour, and its claim."""
    folder = "获奖/1"
    one.files[f"{folder}/证书.pdf"] = printed(
        partial(award, title, (f"{one.name}同志：", *lines), issuer, f"{year}-12-10")
    )
    one.claim("awards", name=name, issuer=issuer, year=year, folder=folder)


def _award(_: World, n: int, one: Member, __: Member) -> tuple[Deed, ...]:
    title = FORGED[n % 2]
    lines = "为表彰在促进科学技术进步工作中作出重大贡献者，特颁发此证书。", "奖励等级：二等"
    awarded(one, title.removesuffix("证书"), title, SCIENCE, 2019 + n % 4, *lines)
    return (fraud("a forged award", "award.not_forged", one, "获奖/1"),)


def _honour(_: World, n: int, one: Member, __: Member) -> tuple[Deed, ...]:
    if n % 2:
        awarded(one, "国家科学技术进步奖", "国家科学技术进步奖证书", "中华人民共和国国务院", 2019, "奖励等级：二等")
    else:
        awarded(one, "全国优秀科技工作者", "荣誉证书", SCIENCE, 2016, "特授予“全国优秀科技工作者”称号，颁发此证书。")
    return (innocent("a genuine honour", ("award.not_forged",), one, "获奖/1"),)


def _barred(world: World, n: int, one: Member, _: Member) -> tuple[Deed, ...]:
    world.archive.append({"name": one.name, "id": one.person.id_number, "on": f"2023-0{1 + n % 9}-15"})
    return (fraud("in the archive", "sanction.integrity_archive", one),)


def _namesake(world: World, n: int, one: Member, _: Member) -> tuple[Deed, ...]:
    other = world.stranger(one.person.employer)
    world.archive.append({"name": one.name, "id": other.id_number, "on": f"2023-0{1 + n % 9}-15"})
    return (innocent("a namesake in the archive", ("sanction.integrity_archive",), one),)


KINDS = (
    Kind("journal", True, _journal), Kind("award", True, _award), Kind("archive", True, _barred),
    Kind("genuine journal", False, _genuine), Kind("honour", False, _honour), Kind("namesake", False, _namesake),
)  # fmt: skip
