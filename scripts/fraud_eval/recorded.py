"""Projects and the platforms' word: pages and exports that name another, forged screenshots, codes; and their innocents."""

from __future__ import annotations

from functools import partial
from importlib import import_module

from scripts.fixturekit.cases.platforms import record_page
from scripts.fixturekit.cases.tampered import VCODE, record
from scripts.fixturekit.chance import dice
from scripts.fixturekit.drawings import masked
from scripts.fixturekit.people import SUPERVISOR, Person
from scripts.fixturekit.projects import Works
from scripts.fraud_eval.files import jpeg, printed
from scripts.fraud_eval.kinds import Kind, fraud, innocent
from scripts.fraud_eval.manifest import Deed
from scripts.fraud_eval.member import Member, claimed
from scripts.fraud_eval.papers import proof
from scripts.fraud_eval.world import World

DOUBTS = ("odd-line", "odd-size", "tool-menu", "swapped-host", "permit-after", "contract-after")
"""Defects that are no more than a doubt: a zoomed page, a letter badly read or a supplementary contract has them too."""

AGREES, GENUINE = "project.record_agrees", "project.platform_page_genuine"
CHIEF = ("总监理工程师", "虞建平", "3306**********35", SUPERVISOR.name)
FOLDERS = {"page": "工程业绩/04平台项目", "export": "工程业绩/05备案项目", "screen": "工程业绩/06查询项目"}
SCREENS = "scripts.fixturekit.screen_defects"
HOST = "https://www.chsi.com.cn.xlcx-bg.com/bg.do?vcode="


def _recorded(world: World, one: Member, folder: str) -> Works:
    """A project that the form says is on the platform, with the owner's letter."""
    works = world.project(one.person.employer)
    one.claim("projects", **claimed(works, folder, platform="jzsc", registry_number=works.number))
    one.files[f"{folder}/业绩证明.pdf"] = printed(partial(proof, works, one.name, works.role))
    return works


def _page(one: Member, works: Works, held: Person) -> None:
    rows = ((works.role, held.name, masked(held), works.contractor.name), CHIEF)
    sheet = partial(record_page, rows, works.name, works.completed, works=works)
    one.files[f"{FOLDERS['page']}/平台页面.pdf"] = printed(sheet)


def _page_names_another(world: World, _: int, one: Member, __: Member) -> tuple[Deed, ...]:
    works, other = _recorded(world, one, FOLDERS["page"]), world.stranger(one.person.employer)
    _page(one, works, other)
    return (fraud("the platform's page names another", AGREES, one, FOLDERS["page"], other.name),)


def _page_agrees(world: World, _: int, one: Member, __: Member) -> tuple[Deed, ...]:
    _page(one, _recorded(world, one, FOLDERS["page"]), one.person)
    return (innocent("the platform's page agrees", (AGREES, GENUINE), one, FOLDERS["page"]),)


def _row(works: Works, held: Person, **said: str) -> dict[str, str]:
    """A row of the export."""
    days = {"实际开工日期": works.started, "实际竣工验收日期": works.completed}
    own = {"担任角色": works.role, "姓名": held.name, "证件号码": masked(held), "所属企业": works.contractor.name}
    return {"项目编号": works.number, "项目名称": works.name, **own, **days, **said}


def _export_names_another(world: World, _: int, one: Member, __: Member) -> tuple[Deed, ...]:
    works, other = _recorded(world, one, FOLDERS["export"]), world.stranger(one.person.employer)
    world.registry.append(_row(works, other))
    return (fraud("the export names another", AGREES, one, FOLDERS["export"], other.name),)


def _export(world: World, n: int, one: Member, _: Member) -> tuple[Deed, ...]:
    """The export agrees, has two managers one after the other, or has not heard of the project."""
    works = _recorded(world, one, FOLDERS["export"])
    if n % 3 != 2:
        world.registry.append(_row(works, one.person))
    if n % 3 == 1:
        world.registry.append(_row(works, world.stranger(one.person.employer)))
    kind = ("the export agrees", "the export has two managers", "not in the export")[n % 3]
    return (innocent(kind, (AGREES,), one, FOLDERS["export"]),)


def _screen(one: Member, defect: str | None, seed: int, role: str) -> str:
    """A screenshot, and a claim of what it shows."""
    drawn, folder = import_module(SCREENS), FOLDERS["screen"]
    shown = drawn.planted(defect, seed)
    number, stage = dict(shown.pairs)["项目编号"], dict(shown.stage)
    one.files[f"{folder}/平台截图.jpg"] = lambda: jpeg(drawn.render(defect, seed), 90)
    days = {"started": stage["实际开工日期"], "completed": stage["实际竣工验收日期"]}
    own = {"name": shown.name, "role": role, "employer": one.person.employer.name, "folder": folder}
    one.claim("projects", **own, **days, platform="jzsc", registry_number=number)
    return folder


def _forged_screen(world: World, n: int, one: Member, _: Member) -> tuple[Deed, ...]:
    defects = sorted(import_module(SCREENS).DEFECTS)
    defect = defects[n % len(defects)]
    folder = _screen(one, defect, world.seed * 1000 + n, "质量员")
    return (fraud(f"a screenshot: {defect}", GENUINE, one, folder, doubt=defect in DOUBTS),)


def _screenshot(world: World, n: int, one: Member, _: Member) -> tuple[Deed, ...]:
    folder = _screen(one, None, world.seed * 1000 + 500 + n, "质量员")
    return (innocent("a screenshot", (GENUINE, AGREES), one, folder),)


def _code(_: World, n: int, one: Member, __: Member) -> tuple[Deed, ...]:
    path, code = "其他/备案表.pdf", "".join(dice("vcode", one.folder).sample(VCODE, len(VCODE)))
    one.files[path] = partial(record, one.person, HOST + code, code)
    return (fraud("a code of a look-alike host", "tamper.qr_agrees", one, path),)


KINDS = (
    Kind("record page", True, _page_names_another), Kind("record export", True, _export_names_another),
    Kind("screenshot", True, _forged_screen, SCREENS), Kind("code", True, _code),
    Kind("record agrees", False, _page_agrees), Kind("export", False, _export), Kind("screen", False, _screenshot, SCREENS),
)  # fmt: skip
