"""What two applicants rightly have in common: papers, projects, notices, a print; and one person twice."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from scripts.fixturekit.chance import dice
from scripts.fixturekit.people import patent_number
from scripts.fraud_eval.files import Make, printed, scanned
from scripts.fraud_eval.kinds import SHARED, Kind, innocent
from scripts.fraud_eval.listed import article, publish
from scripts.fraud_eval.manifest import Deed
from scripts.fraud_eval.member import WORKED, Member, claimed
from scripts.fraud_eval.papers import acceptance, employed, notice, proof
from scripts.fraud_eval.reused import patented
from scripts.fraud_eval.world import World

NUMBER, ROLE = "reuse.certificate_number", "reuse.project_role"


def _both(kind: str, one: Member, other: Member, item: str, *checks: str) -> tuple[Deed, ...]:
    """Innocent on both sides: what is shared, which has `item` in its path, and what else `checks` look at."""
    sides = (one, other), (other, one)
    shared = [innocent(kind, SHARED, mine, item, theirs.name) for mine, theirs in sides]
    return *shared, *(innocent(kind, checks, mine, theirs.name) for mine, theirs in sides if checks)


def _co_authors(_: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    """One paper in both folders, every second time scanned by one of them."""
    told = article(one, "建筑结构", f"{one.name}，{other.name}")
    publish(one, told, "论文/2")
    publish(other, told, "论文/2", n % 2 == 1)
    return _both("co-authors", one, other, "论文/2")


def _roles(_: World, __: int, one: Member, other: Member) -> tuple[Deed, ...]:
    """A colleague's project in another role, with a letter of one's own."""
    works = replace(other.works, role="技术负责人")
    folder = "工程业绩/07合作项目"
    one.claim("projects", **claimed(works, folder))
    one.files[f"{folder}/业绩证明.pdf"] = printed(partial(proof, works, one.name, works.role))
    other.files[f"{WORKED.rpartition('/')[0]}/业绩证明.pdf"] = printed(
        partial(proof, other.works, other.name, other.works.role)
    )
    return _both("two roles in one project", one, other, "业绩证明.pdf", ROLE)


def _notice(_: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    """The firm's notice, the same scan or printed and scanned apart."""
    draw, path = partial(notice, one.person.employer), "单位证明/公示说明"
    _same(n, path, printed(draw), scanned(draw, other.folder), one, other)
    return _both("one firm's notice", one, other, "公示说明")


def _record(world: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    """One acceptance record of a project in which both had a role."""
    works, folder = world.project(one.person.employer, "技术负责人"), "工程业绩/08共同项目"
    people = {"项目经理": world.stranger(one.person.employer).name} | ({"技术负责人": one.name} if n % 2 else {})
    for each, role in ((one, "技术负责人"), (other, "质量员")):
        each.claim("projects", **claimed(replace(works, role=role), folder))
    draw = partial(acceptance, works, people)
    _same(n // 2, f"{folder}/竣工验收记录", printed(draw), scanned(draw, other.folder), one, other)
    return _both("one project's record", one, other, "竣工验收记录")


def _print(_: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    """The firm's certificate of employment, one text for all."""
    for each in (one, other):
        draw = partial(employed, each.person)
        path = f"单位证明/在职证明.{'jpg' if n % 3 == 2 else 'pdf'}"
        each.files[path] = scanned(draw, each.folder) if n % 3 == 2 else printed(draw)
    return _both("one print, two people", one, other, "在职证明")


def _inventors(world: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    number = patent_number(f"20212{dice('shared patent', world.seed, n).randrange(10**6, 10**7)}")
    for each in (one, other):
        patented(each, number, (one.name, other.name))
    return _both("co-inventors", one, other, "专利证书", NUMBER)


def _same(n: int, path: str, made: Make, scan: Make, one: Member, other: Member) -> None:
    one.files[f"{path}.pdf"] = made
    other.files[f"{path}.jpg" if n % 2 else f"{path}.pdf"] = scan if n % 2 else made


def _again(world: World, n: int, one: Member, _: Member) -> tuple[Deed, ...]:
    """The same person in last year's batch: with the same papers, or with a project and papers of then."""
    before = world.add_last_year(one.person, one.works if n % 2 else None)
    kind = "last year's papers again" if n % 2 else "a new application"
    return (innocent(kind, (*SHARED, NUMBER, ROLE, "reuse.seal"), one, before.folder),)


KINDS = (
    Kind("co-authors", False, _co_authors), Kind("roles", False, _roles), Kind("notice", False, _notice),
    Kind("record", False, _record), Kind("print", False, _print), Kind("inventors", False, _inventors),
    Kind("again", False, _again),
)  # fmt: skip
