"""Frauds with others' papers: their files, their pages re-scanned or retyped, their numbers and roles."""

from __future__ import annotations

from functools import partial

from scripts.fixturekit.certificates import Patent, front
from scripts.fixturekit.chance import dice
from scripts.fixturekit.people import patent_number
from scripts.fixturekit.projects import Works
from scripts.fraud_eval.files import Draw, altered, printed, resaved, scanned
from scripts.fraud_eval.kinds import Kind, fraud, innocent
from scripts.fraud_eval.manifest import Deed
from scripts.fraud_eval.member import ASSESSED, PORTRAIT, SCHOOLED, TAUGHT, TITLED, WORKED, Member, claimed
from scripts.fraud_eval.papers import proof
from scripts.fraud_eval.world import World

COPIED = (TAUGHT, ASSESSED, WORKED, PORTRAIT)


def _file(world: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    """A file of an innocent applicant, every fifth time of last year's, instead of one's own.

    A portrait names nobody: whose it is cannot be told, and it is taken from one of the guilty.
    """
    path, kind = COPIED[n % len(COPIED)], "another's file"
    if n % 5 == 4:
        victim = world.add_last_year(world.stranger(one.person.employer))
        one.files[path] = victim.files[path]
        return (fraud(kind, "reuse.file", one, path, victim.name),)
    if path == PORTRAIT:
        one.files[path] = other.files[path]
        return (fraud("another's portrait", "reuse.file", one, path, other.name),)
    victim = world.innocent[-1 - n % len(world.innocent)]
    one.files[path] = victim.files[path]
    original = innocent("whose file was copied", ("reuse.file", "reuse.page"), victim, path, one.name)
    return fraud(kind, "reuse.file", one, path, victim.name), original


def _page(world: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    """Another's page: retyped with one's own name and printed, the same as a scan, their letter, a cropped scan as it is."""
    kind, mine = "another's page", {other.name: one.name, other.person.id_number: one.person.id_number}
    key, path = f"{world.seed}/{one.folder}", ASSESSED.replace(".pdf", ".jpg")
    if n % 5 == 4:
        one.files[PORTRAIT] = resaved(other.files[PORTRAIT], key)
        return (fraud("another's portrait, saved again", "reuse.page", one, PORTRAIT, other.name),)
    if n % 4 == 0:
        path = ASSESSED
        one.files[path] = printed(altered(other.year(2022), mine), altered(other.year(2023), mine))
    elif n % 4 == 1:
        one.files[path] = scanned(altered(other.year(2023), mine), key)
    elif n % 4 == 2:
        path, works = "工程业绩/02技术负责项目/业绩证明.jpg", world.project(other.person.employer, "技术负责人")
        letter = partial(proof, works, other.name, "技术负责人")
        _claim(other, "工程业绩/02技术负责项目", "业绩证明.pdf", letter, works)
        own = world.project(one.person.employer, "技术负责人")
        one.claim("projects", **claimed(own, "工程业绩/02技术负责项目"))
        one.files[path] = scanned(altered(letter, {**mine, works.name: own.name}), key)
    else:
        one.files[path] = scanned(other.year(2022), key, cut=0.08)
    if path.startswith("年度考核") and path != ASSESSED:
        one.files[ASSESSED] = printed(one.year(2021))
    return (fraud(kind, "reuse.page", one, path, other.name),)


def _number(world: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    """A certificate of one's own with another's number: of the title, the diploma, a patent."""
    if n % 3 == 0:
        one.files[TITLED] = printed(altered(one.title, {one.person.title_number: other.person.title_number}))
    elif n % 3 == 1:
        swap = {one.person.diploma_number: other.person.diploma_number}
        one.files[SCHOOLED] = printed(altered(one.diploma, swap))
    else:
        number = patent_number(f"20212{dice('patent', world.seed, n).randrange(10**6, 10**7)}")
        for inventor in (one, other):
            patented(inventor, number, (inventor.name,))
    return (fraud("another's number", "reuse.certificate_number", one, other.name),)


def _role(world: World, n: int, one: Member, other: Member) -> tuple[Deed, ...]:
    """A colleague's sole role in their project, at the same time."""
    works, folder = other.works, "工程业绩/03本人负责项目"
    _claim(one, folder, "业绩证明.pdf", partial(proof, works, one.name, works.role), works)
    return (fraud("a colleague's sole role", "reuse.project_role", one, other.name),)


def patented(one: Member, number: str, inventors: tuple[str, ...]) -> None:
    """A patent with its certificate."""
    folder, name = "专利/1", "一种预制楼梯吊装定位装置"
    sheet = partial(front, Patent(inventors, one.person.employer.name, number=number))
    one.files[f"{folder}/专利证书.pdf"] = printed(sheet)
    said = {"number": number, "name": name, "kind": "实用新型", "inventors": list(inventors)}
    one.claim("patents", **said, holder=one.person.employer.name, granted="2022-02-11", folder=folder)


def _claim(one: Member, folder: str, name: str, letter: Draw, works: Works) -> None:
    one.claim("projects", **claimed(works, folder))
    one.files[f"{folder}/{name}"] = printed(letter)


KINDS = (
    Kind("file", True, _file),
    Kind("page", True, _page),
    Kind("number", True, _number),
    Kind("role", True, _role),
)
