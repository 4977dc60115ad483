"""Comparing readings with names, and telling whose seal it is."""

from __future__ import annotations

import pytest

from verify.org_names import is_authority
from verify.orgs import DIFFERENT, SAME, best_similarity, owner, similarity
from verify.page import Seal, SealPurpose
from verify.purposes import KINDS

EMPLOYER = "浙江宝业建设集团有限公司"
DESIGN = "绍兴市建筑设计研究院有限公司"


def seal(title: str, confidence: float = 0.98, candidates: tuple[str, ...] = (), texts: tuple[str, ...] = ()) -> Seal:
    return Seal(title, texts, "unit", "circle", "red", (0, 0, 200, 200), confidence, candidates or (title,))


@pytest.mark.parametrize(
    ("reading", "name"),
    [
        (EMPLOYER, EMPLOYER),
        ("浙江 宝业建设 集团有限公司", EMPLOYER),
        ("浙江宝业建设集团有限公", EMPLOYER),
        ("浙江宝业建设集团", EMPLOYER),
        ("浙江宝业建没集团有限公司", EMPLOYER),
        ("有限公司浙江宝业建设集团", EMPLOYER),
        ("医院浙江省台州", "浙江省台州医院"),
        ("浙江宝业建设集团有限公司镜湖项目部", EMPLOYER),
        ("浙江宝业建设集团有限公司第一分公司", EMPLOYER),
        ("浙江宝业建设集团有限公司合同专用章(3)", EMPLOYER),
        ("绍兴市第一设计院出图专用章", "绍兴市第一设计院"),
        ("清華大学软件学院", "清华大学软件学院"),
        ("（浙江）宝业建设集团有限公司", "(浙江)宝业建设集团有限公司"),
    ],
)
def test_same(reading: str, name: str) -> None:
    assert similarity(reading, name) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (EMPLOYER, "浙江宝业幕墙装饰有限公司"),
        (EMPLOYER, "浙江宝业集团有限公司"),
        ("绍兴市第一设计院", "绍兴市第二设计院"),
        ("浙江中成建工集团有限公司", "浙江中誉建工集团有限公司"),
        ("绍兴市建筑设计院", "嘉兴市建筑设计院"),
        ("浙江省交通规划设计研究院", "江苏省交通规划设计研究院"),
        ("绍兴市上虞区建设局", "绍兴市柯桥区建设局"),
        ("台州", "浙江省台州医院"),
        ("有限公司", EMPLOYER),
        ("", EMPLOYER),
        (EMPLOYER, "浙江宝业建设集团有限公司与绍兴市建筑设计研究院联合体"),
    ],
)
def test_not_taken_for_each_other(one: str, other: str) -> None:
    assert similarity(one, other) < SAME
    assert similarity(other, one) < SAME


def test_equal_is_one_and_bounds() -> None:
    assert similarity(EMPLOYER, EMPLOYER) == 1.0
    assert 0 <= similarity("甲", EMPLOYER) < DIFFERENT


def test_best_of_all_readings() -> None:
    read = seal("浙汪宝业", candidates=("浙汪宝业", EMPLOYER), texts=("合同专用章",))
    assert best_similarity(read, EMPLOYER) == 1.0
    assert best_similarity(seal(""), EMPLOYER) == 0.0


@pytest.mark.parametrize(
    "title",
    [EMPLOYER, EMPLOYER + "镜湖项目部", EMPLOYER + "杭州分公司", EMPLOYER + "技术专用章", EMPLOYER + "出图章"],
)
def test_employers_seals(title: str) -> None:
    assert owner(seal(title), EMPLOYER, [DESIGN]).kind == "employer"
    assert owner(seal(title, 0.3), EMPLOYER, [DESIGN]).name == EMPLOYER


@pytest.mark.parametrize("title", [DESIGN, "绍兴市建设局", "浙江明康工程咨询有限公司", "绍兴市上虞区住房和城乡建设局"])
def test_anothers_seal(title: str) -> None:
    found = owner(seal(title), EMPLOYER, [DESIGN])
    assert (found.kind, found.name) == ("other", title)


def test_known_party_needs_no_confidence() -> None:
    assert owner(seal(DESIGN, 0.4), EMPLOYER, [DESIGN]).kind == "other"


@pytest.mark.parametrize(
    ("title", "confidence"),
    [
        ("", 0.0),
        ("浙江明康工程咨询有限公司", 0.6),  # a lone reading
        ("明康工程咨", 0.98),  # no whole name
        ("浙江宝业幕墙装饰有限公司", 0.98),  # a group company
        ("建设集团有限公司", 0.98),  # a part of the employer's
        ("浙江玉亚建设集团有限公司", 0.98),  # perhaps the employer's, misread
        ("宝业", 0.98),
        ("股份有限公司", 0.98),  # all that is legible of a worn seal
        ("建筑工程设计有限公司", 0.98),
        ("全国统一发票监制章", 0.98),
    ],
)
def test_doubtful_is_unreadable(title: str, confidence: float) -> None:
    found = owner(seal(title, confidence), EMPLOYER, [DESIGN])
    assert (found.kind, found.name) == ("unreadable", None)


def test_one_numeral_apart_is_a_persons() -> None:
    assert owner(seal("绍兴市第二设计院"), "绍兴市第一设计院", ["绍兴市第二设计院"]).kind == "unreadable"


def test_a_short_name_is_not_anothers() -> None:
    assert owner(seal(DESIGN), "绍兴设计院", [DESIGN]).kind == "unreadable"
    assert owner(seal("绍兴设计院"), DESIGN, []).kind != "other"
    assert owner(seal("绍兴市建设局"), "绍兴设计院", []).kind == "other"


def test_without_an_employer_only_known_parties_count() -> None:
    assert owner(seal(DESIGN), None, [DESIGN]).kind == "other"
    assert owner(seal("浙江明康工程咨询有限公司"), None, [DESIGN]).kind == "unreadable"


@pytest.mark.parametrize("damage", range(1, len(EMPLOYER)))
def test_a_damaged_employers_seal_is_never_anothers(damage: int) -> None:
    """Characters lost at either end, or one misread, never make the employer's seal somebody else's."""
    readings = (EMPLOYER[damage:], EMPLOYER[:damage], EMPLOYER[:damage] + "品" + EMPLOYER[damage + 1 :])
    assert all(owner(seal(reading), EMPLOYER, [DESIGN]).kind != "other" for reading in readings)


SISTER = "浙江宝业建工集团有限公司"


def test_where_two_names_fit_the_margin_decides() -> None:
    assert owner(seal(EMPLOYER), EMPLOYER, [SISTER]).kind == "employer"
    for reading in (SISTER, "浙江宝业建口集团有限公司"):
        assert owner(seal(reading), EMPLOYER, [SISTER]).kind == "unreadable"
        assert owner(seal(reading), EMPLOYER, [DESIGN]).kind == "employer"


def test_the_owner_says_why() -> None:
    found = owner(seal(DESIGN), EMPLOYER, [SISTER, DESIGN], {DESIGN: "design"})
    assert (found.kind, found.role, found.party, found.party_name) == ("other", "design", 1.0, DESIGN)
    assert found.employer < DIFFERENT
    assert found.margin == round(found.employer - 1.0, 4)
    assert owner(seal(EMPLOYER), EMPLOYER, []).party_name is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("绍兴市住房和城乡建设局", True),
        ("浙江省住房和城乡建设厅", True),
        ("绍兴市越城区人民政府", True),
        ("绍兴市镜湖新区管委会", True),
        ("绍兴市建设工程质量安全监督站", True),
        ("绍兴市建设局公文专用章", True),
        ("中铁四局", False),
        ("浙江省第一水电工程局", False),
        ("绍兴市镜湖社区居民委员会", False),
        ("镜湖花园业主委员会", False),
        ("绍兴市建设集团有限公司", False),
        ("中铁四局集团有限公司", False),
    ],
)
def test_authorities(name: str, expected: bool) -> None:
    assert is_authority(name) is expected


@pytest.mark.parametrize(
    ("title", "purpose", "confidence", "kind"),
    [
        ("李明之印", SealPurpose.PERSONAL, 0.97, "nobody"),
        ("李明之印", SealPurpose.PERSONAL, 0.5, "unreadable"),
        ("李明", SealPurpose.PERSONAL, 0.97, "unreadable"),  # perhaps two characters of a unit's square seal
        ("附件", SealPurpose.REMARK, 0.97, "nobody"),
        ("绍典市建说", SealPurpose.OTHER, 0.97, "unreadable"),
        ("全国统一发票监制章", SealPurpose.TAX, 0.97, "nobody"),
        (EMPLOYER, SealPurpose.REGISTRATION, 0.97, "unreadable"),
    ],
)
def test_a_seal_of_no_unit(title: str, purpose: SealPurpose, confidence: float, kind: str) -> None:
    shape = KINDS[purpose]
    read = Seal(title, (), shape, "rectangle", "red", (0, 0, 99, 99), confidence, (title,), purpose)
    assert owner(read, EMPLOYER, [DESIGN]).kind == kind


@pytest.mark.parametrize("line", ["项目监理部", "项目经理部", "岩土工程专用章"])
def test_a_department_or_trade_on_anothers_seal_is_no_sign_of_the_employers_brand(line: str) -> None:
    other = "上虞括苍工程监理有限公司"
    for employer in ("嵊州甬诚项目管理有限责任公司", "嵊州甬诚岩土工程有限责任公司"):
        assert owner(seal(other, texts=(line,)), employer, []).name == other


def test_the_employers_brand_on_a_department_s_line_still_is() -> None:
    read = seal("上虞括苍工程监理有限公司", texts=("甬诚项目监理部",))
    assert owner(read, "嵊州甬诚项目管理有限责任公司", []).kind == "unreadable"
