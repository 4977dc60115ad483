"""Whose seals are: the employer's, a party's, an authority's, nobody's or anybody's; and the innocents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.owners import Owned, Units, owned
from checks.parties import LABELS, ROLE_NAMES, employers, once_own, parties
from tests.checks.build import EMPLOYER, OWNER, SUPERVISOR, case, document, item, observe, outcomes, page, seal, word
from verify.finding import Role
from verify.form import Project
from verify.model import Case, Item, Slot
from verify.page import Seal

SUBJECT = "工程业绩/01镜湖"
TEXT = (
    "工程联系单",
    f"建设单位：{OWNER}",
    "勘察单位：绍兴市岩土勘察院",
    "设计单位：绍兴市建筑设计研究院有限公司",
    f"施工单位：{EMPLOYER}",
    f"监理单位：{SUPERVISOR}",
    "审图机构：绍兴市施工图审查中心",
)
OWN = seal(EMPLOYER)
BESIDE, OVER = (200, 900, 500, 1200), (640, 930, 940, 1230)
"""Beside, and over, the seal that stands where `seal` puts one, which OWN is."""


def project(*seals: Seal, lines: tuple[str, ...] = TEXT, claim: Project | None = None) -> Item:
    shown = page(*lines, seals=seals)
    return item(Slot.PROJECT, document(f"{SUBJECT}/a.jpg", Slot.PROJECT, shown), subject=SUBJECT, claim=claim)


def units(given: Case, of: Item) -> Units:
    own = employers(given, of)
    return Units(own, once_own(given, of), parties(of.documents, LABELS, own))


def whose(stamp: Seal, *, lines: tuple[str, ...] = TEXT, claim: Project | None = None, **form: object) -> Owned:
    of = project(stamp, lines=lines, claim=claim)
    given = case(items=[of], **form)
    (seen,) = owned(of.documents[0], of.documents[0].pages[0], units(given, of))
    return seen


def third(*seals: Seal, lines: tuple[str, ...] = TEXT, claim: Project | None = None, **form: object) -> str:
    given = case(items=[project(*seals, lines=lines, claim=claim)], **form)
    return outcomes("project.third_party_seal", given)[0][0]


@pytest.mark.parametrize(
    ("title", "kind", "role"),
    [
        (EMPLOYER, "employer", None),
        (EMPLOYER + "镜湖项目部", "employer", None),
        (EMPLOYER + "杭州分公司", "employer", None),
        (EMPLOYER + "出图专用章", "employer", None),
        (OWNER, "other", "client"),
        ("绍兴市岩土勘察院", "other", "survey"),
        ("绍兴市建筑设计研究院有限公司", "other", "design"),
        (SUPERVISOR, "other", "supervisor"),
        (SUPERVISOR + "镜湖项目监理部", "other", "supervisor"),
        ("绍兴市施工图审查中心", "other", "review"),
        ("绍兴市住房和城乡建设局", "other", "authority"),
        ("绍兴市建设工程质量安全监督站", "other", "authority"),
        ("绍兴市越城区人民政府", "other", "authority"),
        ("中铁四局", "other", None),  # a firm
        ("绍兴市彩虹打印广告有限公司", "other", None),
        ("", "unreadable", None),
    ],
)
def test_whose(title: str, kind: str, role: str | None) -> None:
    seen = whose(seal(title))
    assert (seen.kind, seen.owner.role) == (kind, role)


def test_why_is_told_by_both_names_and_their_margin() -> None:
    why = whose(seal(SUPERVISOR)).evidence.owner
    assert why is not None
    assert (why.party, why.party_name) == (1.0, SUPERVISOR)
    assert why.employer < 0.5
    assert why.margin == pytest.approx(why.employer - 1.0)


def test_every_role_has_a_label_and_a_name() -> None:
    assert set(LABELS.values()) == set(ROLE_NAMES)


def test_parties_are_named_with_their_roles_and_the_employer_is_none() -> None:
    named = parties(project().documents, LABELS, (EMPLOYER,))
    assert named == {
        OWNER: "client",
        "绍兴市岩土勘察院": "survey",
        "绍兴市建筑设计研究院有限公司": "design",
        SUPERVISOR: "supervisor",
        "绍兴市施工图审查中心": "review",
    }


NEAR = "浙江宝亚建设集团有限公司"
"""One deciding character from the employer's name."""

DOUBTED = replace(seal(NEAR), candidates=(NEAR, EMPLOYER))

INNOCENTS = [
    ("a worn seal of the employer's", (seal("浙江宝业建", confidence=0.4),), "unsure"),
    ("the employer's, its brand misread twice", (seal("浙江玉亚建设集团有限公司"),), "unsure"),
    ("the employer's, begun elsewhere", (seal("建设集团有限公司浙江宝业"),), "fail"),
    ("a group company's", (seal("浙江宝业幕墙装饰有限公司"),), "unsure"),
    ("a near-named firm's", (seal(NEAR),), "unsure"),
    ("a near-named firm's, of which a lesser reading is the employer's", (DOUBTED,), "unsure"),
    ("a third party's project department", (seal("浙江明康工程咨询有限公司镜湖项目监理部"),), "pass"),
    ("a third party's drawing seal", (seal("绍兴市建筑设计研究院有限公司", texts=("出图专用章",)),), "pass"),
    ("an authority's", (seal("绍兴市住房和城乡建设局"),), "pass"),
    ("an authority's, badly read", (seal("绍兴市住房和城乡建设局", confidence=0.6),), "unsure"),
    ("our own and a manager's personal seal", (OWN, seal("李明之印")), "fail"),
    ("only a personal seal", (seal("李明之印"),), "fail"),
    ("only a personal seal, badly read", (seal("李明之印", confidence=0.5),), "unsure"),
    ("our own and a remark", (OWN, seal("核对无误")), "fail"),
    ("only a registered person's", (seal("浙江省注册建造师执业印章"),), "unsure"),
    ("our own and a registered person's", (OWN, seal("浙江省注册建造师执业印章")), "unsure"),
    ("our own and an as-built drawing stamp", (OWN, seal("竣工图")), "unsure"),
    ("a seller's invoice seal", (OWN, seal(OWNER, texts=("发票专用章",))), "unsure"),
    (
        "our own drawing and technical seals",
        (seal(EMPLOYER + "出图专用章"), seal(EMPLOYER + "技术专用章", box=BESIDE)),
        "fail",
    ),
    ("a review stamp without a unit", (OWN, seal("施工图审查合格")), "pass"),
    ("a review stamp hardly legible", (OWN, seal("施工图审查合格", confidence=0.3)), "unsure"),
]


@pytest.mark.parametrize(("name", "seals", "outcome"), INNOCENTS, ids=[c[0] for c in INNOCENTS])
def test_innocents(name: str, seals: tuple[Seal, ...], outcome: str) -> None:
    assert third(*seals) == outcome


def test_a_near_named_party_is_told_from_the_employer_only_by_a_margin() -> None:
    lines = (f"施工单位：{EMPLOYER}", f"监理单位：{NEAR}")
    both = Seal(EMPLOYER, (), "unit", "circle", "red", (0, 0, 200, 200), 0.97, (EMPLOYER, NEAR))
    assert third(seal(EMPLOYER), lines=lines) == "fail"
    assert third(both, lines=lines) == "unsure"
    assert third(seal(NEAR), lines=lines) == "unsure"


def test_an_everyday_word_apart_is_a_persons_unless_the_employer_is_read_exactly() -> None:
    sister = "浙江宝业建工集团有限公司"
    lines = (f"施工单位：{EMPLOYER}", f"分包单位：{sister}")
    assert third(seal(sister), lines=lines) == "unsure"
    assert third(seal(EMPLOYER), lines=lines) == "fail"


def test_a_general_contractor_in_two_roles_is_still_the_employer() -> None:
    """EV-08, EV-04: 总承包 designs and builds; both seals are its own."""
    lines = (f"设计单位：{EMPLOYER}", f"总承包单位：{EMPLOYER}", "工程总承包项目")
    assert third(seal(EMPLOYER), seal(EMPLOYER + "出图专用章", box=BESIDE), lines=lines) == "fail"
    assert third(seal(EMPLOYER), seal(SUPERVISOR), lines=(*lines, f"监理单位：{SUPERVISOR}")) == "pass"


OLD = "绍兴县第一建筑工程公司"


@pytest.mark.parametrize(
    "line", [f"由{OLD}更名为{EMPLOYER}", f"{OLD}于2010年3月变更为{EMPLOYER}", f"{EMPLOYER}（原名：{OLD}）"]
)
def test_a_former_name_of_the_employer_is_no_third_partys(line: str) -> None:
    assert third(seal(OLD)) == "pass"  # nothing says that it is the employer's
    assert third(seal(OLD), lines=(*TEXT, line)) == "unsure"


def test_a_renaming_of_others_changes_nothing() -> None:
    line = f"由{OLD}更名为绍兴一建集团有限公司"
    assert third(seal(OLD), lines=(*TEXT, line)) == "pass"


def test_an_employer_of_the_projects_years_is_a_persons_to_judge() -> None:
    then = "绍兴第二建筑工程有限公司"
    years = {"assessments": [{"year": 2019, "employer": then}]}
    claim = Project(started="2019-03-01", completed="2020-06-01")
    assert third(seal(then), claim=claim) == "pass"
    assert third(seal(then), claim=claim, **years) == "unsure"
    assert third(seal(then), claim=claim.model_copy(update={"employer": then}), **years) == "fail"
    later = Project(started="2021-03-01", completed="2022-06-01")
    assert third(seal(then), claim=later, **years) == "pass"
    stated = claim.model_copy(update={"employer": "浙江中成建工集团有限公司"})
    assert third(seal(then), claim=stated, **years) == "pass"


def test_a_person_s_seal_that_names_the_employer_is_not_nobodys() -> None:
    stamp = seal("浙江省注册建造师执业印章", texts=(EMPLOYER,))
    assert whose(stamp).kind == "unreadable"


@pytest.mark.parametrize("role", sorted(set(LABELS.values())))
def test_each_partys_seal_counts(role: Role) -> None:
    label = next(label for label, given in LABELS.items() if given == role)
    party = "绍兴彩虹服饰有限公司"
    lines = (f"{label}：{party}",)
    seen = whose(seal(party), lines=lines)
    assert (seen.kind, seen.owner.role) == ("other", role)


@pytest.mark.parametrize(
    ("label", "x", "y", "role"),
    [
        ("监理单位意见：同意。", 560, 880, "supervisor"),
        ("建设单位（盖章）", 620, 1100, "client"),
        ("监理单位意见", 560, 400, None),  # far above
        ("监理单位意见", 60, 880, None),  # in another cell
        (f"监理单位：{SUPERVISOR}", 560, 880, None),  # names another
    ],
)
def test_a_label_without_a_name_tells_the_role_of_the_seal_in_its_cell(
    label: str, x: int, y: int, role: str | None
) -> None:
    stamp = seal("绍兴彩虹服饰有限公司", box=(600, 900, 900, 1200))
    shown = page("工程联系单", word(label, x, y), seals=(stamp,))
    (seen,) = owned(document("a.jpg", Slot.PROJECT, shown), shown, Units((EMPLOYER,)))
    assert (seen.kind, seen.owner.role) == ("other", role)


@pytest.mark.parametrize(
    ("stamp", "told"),
    [
        (seal(NEAR), "可能是本单位的"),
        (seal("", confidence=0.2), "未能读清"),
        (replace(seal("", confidence=0.0), skipped=True), "因同页印章太多未逐枚识读"),
        (seal("浙江省注册建造师执业印章"), "是注册执业印章"),
        (seal(OWNER, texts=("发票专用章",)), "是发票专用章"),
        (seal("绍兴市彩虹打印广告有限公司"), "（绍兴市彩虹打印广告有限公司）看不出与工程的关系"),
    ],
)
def test_the_message_says_what_is_doubtful_of_a_seal(stamp: Seal, told: str) -> None:
    beside = seal(EMPLOYER, box=BESIDE)
    (seen,) = observe("project.third_party_seal", case(items=[project(beside, stamp)]))
    assert seen.outcome.value == "unsure"
    assert seen.message.startswith(f"有印章{told}")


@pytest.mark.parametrize("stamp", [seal("", confidence=0.0, box=OVER), seal(EMPLOYER, confidence=0.8, box=OVER)])
def test_of_seals_over_one_another_the_less_certain_is_not_held_against_anybody(stamp: Seal) -> None:
    (seen,) = observe("project.third_party_seal", case(items=[project(OWN, stamp)]))
    assert seen.outcome.value == "unsure"
    assert seen.message.startswith("有印章与另一枚印章叠盖、未能分辨")
    assert [evidence.owner.kind for evidence in seen.evidence if evidence.owner] == ["unreadable"]


def test_two_seals_of_the_employer_side_by_side_are_both_its_own() -> None:
    assert third(OWN, seal(EMPLOYER, confidence=0.8, box=(760, 930, 1060, 1230))) == "fail"


def test_a_party_seal_over_the_employers_is_the_partys() -> None:
    assert third(OWN, seal(OWNER, confidence=0.95, box=OVER)) == "pass"
