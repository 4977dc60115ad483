"""What a seal is for, by its readings, shape, colour and size."""

from __future__ import annotations

import pytest

from verify.page import SealPurpose
from verify.purposes import KINDS, NAMES
from verify.read.seals.kind import Impression, purpose_of

FIRM = "浙江宝业建设集团有限公司"
CASES = [
    (FIRM, (), "official"),
    (FIRM, ("3306020012345",), "official"),
    (FIRM + "杭州分公司", (), "official"),
    ("绍兴市住房和城乡建设局", (), "official"),
    ("芜湖市人民防空办公室", (), "official"),
    ("浙江明康监理工程有限公司", (), "official"),  # one character from 监理工程师
    ("绍兴钢结构工程有限公司", (), "official"),  # and from 结构工程师
    ("浙江省执业资格注册中心", (), "official"),
    ("绍兴中和建筑师事务所", (), "official"),
    ("绍兴市合同仲裁委员会", (), "official"),
    ("绍兴市建设工程项目管理有限公司", (), "official"),
    (FIRM + "合同专用章", (), "contract"),
    (FIRM, ("合同专用草",), "contract"),
    (FIRM, ("合同专用章(3)",), "contract"),
    (FIRM, ("财务专用章",), "finance"),
    (FIRM, ("业务专用章",), "technical"),  # one character from 财务专用章
    (FIRM, ("纠务专用章",), "special"),  # either of the two
    (FIRM, ("投标专用章",), "special"),
    (FIRM + "镜湖新区安置房项目部", (), "project"),
    (FIRM + "镜湖项目经理部", ("对外签订合同无效",), "project"),
    (FIRM + "镜湖项日经理部", (), "project"),
    ("浙江明康工程咨询有限公司", ("项目监理部",), "project"),
    ("浙江省工程勘察设计出图专用章", ("有效期至2025年12月",), "drawing"),
    ("绍兴市建筑设计院", ("出图专用草",), "drawing"),
    (FIRM, ("技术资料专用章",), "technical"),
    ("施工图审查合格", (), "review"),
    ("浙江省施工图设计文件审查专用章", ("有效期至2025年",), "review"),
    ("绍兴市施工图审杏中心", (), "review"),
    ("职称资格审查专用章", (), "special"),
    ("浙江省注册建造师执业印章", (), "registration"),
    ("陈国强", ("浙1332006200800123",), "registration"),
    ("注册监理工程师", ("有效期2026.03",), "registration"),
    ("竣工图", ("编制人", "总监理工程师"), "completion"),
    ("李明之印", (), "personal"),
    ("欧阳建国印", (), "personal"),
    ("浙江宝业建设集团有限公司印", (), "official"),
    ("芜湖昶隆办公设备销售有限责任公司", ("发票专用章",), "invoice"),
    ("全国统一发票监制章", ("国家税务总局",), "tax"),
    (FIRM, ("人事专用章",), "department"),
    (FIRM, ("工程部",), "department"),
    (FIRM + "人力资源部", (), "department"),
    ("绍兴市人力资源和社会保障局", (), "official"),
    ("清华大学软件学院业务办公室", (), "department"),
    ("附件", (), "remark"),
    ("已核对无误", (), "remark"),
    ("与原件一致", (), "remark"),
    ("", (), "unknown"),
    ("浙江宝业", (), "unknown"),
]


@pytest.mark.parametrize(("title", "lines", "purpose"), CASES, ids=[f"{c[0]}-{'-'.join(c[1])}" for c in CASES])
def test_purpose(title: str, lines: tuple[str, ...], purpose: str) -> None:
    assert purpose_of(Impression((title,) if title else (), lines)).value == purpose


@pytest.mark.parametrize("place", range(5))
def test_any_one_character_of_a_purpose_may_be_misread(place: int) -> None:
    for phrase, purpose in (("合同专用章", "contract"), ("发票专用章", "invoice"), ("出图专用章", "drawing")):
        misread = phrase[:place] + "口" + phrase[place + 1 :]
        assert purpose_of(Impression((FIRM,), (misread,))).value == purpose


def test_any_candidate_may_tell() -> None:
    assert purpose_of(Impression((FIRM + "合冋专甲章", FIRM + "合同专用章"))).value == "contract"


@pytest.mark.parametrize(
    ("title", "shape", "size", "page", "purpose"),
    [
        ("李明", "rectangle", (120, 118), 1240, "personal"),
        ("李明", "rectangle", (300, 110), 1240, "other"),  # too wide
        ("李明", "rectangle", (400, 400), 1240, "other"),  # too large
        ("李明", "circle", (120, 120), 1240, "unknown"),
        ("附件", "rectangle", (120, 118), 1240, "remark"),
        ("浙江宝业", "rectangle", (120, 118), 1240, "other"),
        ("", "rectangle", (120, 118), 1240, "other"),
    ],
)
def test_a_name_alone_is_a_persons_in_a_small_square(
    title: str, shape: str, size: tuple[int, int], page: int, purpose: str
) -> None:
    seen = Impression((title,) if title else (), (), shape, "red", size, page)  # type: ignore[arg-type]
    assert purpose_of(seen).value == purpose


def test_a_blue_oval_needs_less_to_be_a_registered_persons() -> None:
    title = ("浙江省住册建造帅印章",)
    assert purpose_of(Impression(title, (), "ellipse", "blue")).value == "registration"
    assert purpose_of(Impression(title, (), "ellipse", "red")).value != "registration"


def test_every_purpose_has_a_kind_and_two_names() -> None:
    assert set(KINDS) == set(NAMES) == set(SealPurpose)
    assert all(chinese and english for chinese, english in NAMES.values())
    assert set(KINDS.values()) == {"unit", "review", "registration", "other"}


def test_an_oval_that_names_a_tax_office_supervises_invoices() -> None:
    lines = ("国家税务总局", "绍兴市税务局")
    assert purpose_of(Impression(("全统发",), lines, "ellipse")).value == "tax"
    assert purpose_of(Impression(("国家税务总局绍兴市税务局",), (), "circle")).value == "official"
    assert purpose_of(Impression(("绍兴某公司",), ("发票专用章", "税务局"), "ellipse")).value == "invoice"
