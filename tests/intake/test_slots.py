"""Names of folders and files to slots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.intake.person import name_of
from verify.intake.slots import Placement, core, exact_slot, folder_slot, place
from verify.model import SLOT_NAMES, Slot

FOLDERS = """
01_证件照 photo            照片 photo                寸照 photo                一寸照 photo
学历 education             学位 education            毕业证 education          02、学历证书 education
职称 title                 聘书 title                资格证 title              【3】职称证书 title
考核 assessment            考核表 assessment         2023年度考核 assessment   年度考核 assessment
继教 continuing_education  学时 continuing_education 05_继续教育 continuing_education
社会保险 insurance         参保 insurance            （四）社保 insurance      社保缴费证明 insurance
3.工程业绩 project         业绩 project              项目业绩 project          07业绩 project
（二）论文 paper           论著 paper                期刊 paper                三、学术论文 paper
发明 patent                专利证书 patent           实用新型专利 patent       PATENT patent
标准 standard              团体标准 standard         6标准 standard
奖励 award                 荣誉 award                获奖证书 award            论文获奖证书 award
承诺 commitment            承诺书 commitment         业绩承诺书 commitment     真实性保证书 commitment
自评 self_assessment       自评表 self_assessment    推荐人 recommendation     推荐表 recommendation
申报表 review_form         职称评审表 review_form    专业技术任职资格评审表 review_form
单位说明 employer_note     其他 other                99其它 other              张三-社保.zip insurance
"""


@pytest.mark.parametrize(("name", "slot"), list(zip(*[iter(FOLDERS.split())] * 2, strict=True)))
def test_folder_names(name: str, slot: str) -> None:
    assert folder_slot(name) == slot


@pytest.mark.parametrize(
    "name", ["学历、职称", "学历和职称证书", "2023", "01", "附件", "镜湖一标段", "论文专利", "张三身份证", ""]
)
def test_folder_names_that_tell_nothing(name: str) -> None:
    assert folder_slot(name) is None


def test_every_slot_folder_of_the_contract_is_known_with_and_without_number() -> None:
    for slot, name in SLOT_NAMES.items():
        assert [exact_slot(n) for n in (name, f"01_{name}", f"3.{name}", f"（二）{name}", slot.value)] == [slot] * 5


PLACES = [
    ("00证件照.jpg", Placement(Slot.PHOTO, loose=True)),
    ("张三-学信网备案表.pdf", Placement(Slot.EDUCATION, loose=True)),
    ("03助工证书.pdf", Placement(Slot.TITLE, loose=True)),
    ("04社保.pdf", Placement(Slot.INSURANCE, loose=True)),
    ("10自评表.pdf", Placement(Slot.SELF_ASSESSMENT, loose=True)),
    ("施工现场照片.jpg", Placement(Slot.PROJECT, loose=True)),
    ("国家科技进步奖.jpg", Placement(Slot.AWARD, loose=True)),
    ("01身份证.pdf", Placement(Slot.OTHER, loose=True)),
    ("软件著作权证书.pdf", Placement(Slot.OTHER, loose=True)),
    ("IMG_20240901_101010.jpg", Placement(Slot.OTHER, loose=True)),
    ("扫描件(1).pdf", Placement(Slot.OTHER, loose=True)),
    ("学历和职称证书.pdf", Placement(Slot.OTHER, loose=True)),
    ("02学历/毕业证.jpg", Placement(Slot.EDUCATION)),
    ("年度考核/2023/1.pdf", Placement(Slot.ASSESSMENT)),
    ("其他/论文.jpg", Placement(Slot.OTHER)),
    ("工程业绩/图纸.pdf", Placement(Slot.PROJECT)),
    ("07业绩/项目1/平台截图.png", Placement(Slot.PROJECT, "07业绩/项目1")),
    ("工程业绩/01镜湖/专利/a.jpg", Placement(Slot.PROJECT, "工程业绩/01镜湖")),
    ("论文/1.zip/封面.jpg", Placement(Slot.PAPER, "论文/1.zip")),
    ("工程业绩.zip/镜湖/a.jpg", Placement(Slot.PROJECT, "工程业绩.zip/镜湖")),
    ("材料.zip/论文/1/封面.jpg", Placement(Slot.PAPER, "材料.zip/论文/1")),
    ("材料/证件照/a.jpg", Placement(Slot.PHOTO)),
]


@pytest.mark.parametrize(("file", "placement"), PLACES)
def test_files_are_placed(file: str, placement: Placement) -> None:
    assert place(file) == placement


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("01镜湖", "镜湖"),
        ("（二）论文", "论文"),
        ("1号楼", "1号楼"),
        ("一级建造师", "一级建造师"),
        ("01", "01"),
        ("3. 业绩", "业绩"),
    ],
)
def test_core_of_a_name(name: str, bare: str) -> None:
    assert core(name) == bare


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("张三", "张三"),
        ("欧阳建国_SX2024-00017", "欧阳建国"),
        ("001_李四", "李四"),
        ("张三_装配式建筑施工", "张三"),
        ("装配式建筑施工_张三", "张三"),
        ("SX2024-00017（王五）", "王五"),
        ("买买提·吐尔逊_3", "买买提·吐尔逊"),
        ("applicant-1", "applicant-1"),
        ("17", "17"),
    ],
)
def test_name_of_a_folder(folder: str, name: str) -> None:
    assert name_of(folder) == name


@given(st.text(st.characters(), max_size=60))
def test_placing_never_raises(name: str) -> None:
    assert place(name).slot in Slot
    assert folder_slot(name) in {None, *Slot}
    assert isinstance(name_of(name), str)
