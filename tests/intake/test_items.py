"""Claims and folders to items."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from verify.form import Form
from verify.intake.items import build_items
from verify.intake.slots import place
from verify.model import Document, Item
from verify.page import Page, Word

JINGHU = "绍兴市镜湖新区装配式住宅工程"
FIRST, SECOND = f"{JINGHU}（一标段）", f"{JINGHU}（二标段）"


def document(file: str, text: str = "") -> Document:
    placed = place(file)
    page = Page(1, 100, 100, "ocr", tuple(Word(line, (0, 0, 1, 1), 0.9) for line in text.split("|")))
    return Document(file, Path(file), "0", 1, "image/jpeg", placed.slot, placed.item, placed.loose, (page,))


def items(form: dict[str, Any], *documents: Document) -> list[tuple[str, bool, list[str]]]:
    """Each item as (subject, whether it is claimed, its files)."""
    built, placed = build_items(Form.model_validate(form), documents)
    assert [d.file for d in placed] == [d.file for d in documents]
    assert {d.file: d.item for i in built for d in i.documents} == {d.file: d.item for d in placed if d.item}
    return [_row(item) for item in built]


def _row(item: Item) -> tuple[str, bool, list[str]]:
    return item.subject, item.claim is not None, [d.file for d in item.documents]


@pytest.mark.parametrize(
    ("named", "folder"),
    [
        ("工程业绩/01镜湖", "工程业绩/01镜湖"),
        ("工程业绩\\01镜湖\\", "01_工程业绩/01镜湖"),
        ("01镜湖", "工程业绩/01镜湖"),
        ("工程业绩/镜湖", "工程业绩/01_镜湖"),
        ("工程业绩/1", "工程业绩/01"),
        ("工程业绩/镜湖", "工程业绩/镜湖.zip"),
        (None, "工程业绩/01镜湖住宅"),
        (None, "工程业绩/项目1"),
    ],
)
def test_one_claim_and_its_folder(named: str | None, folder: str) -> None:
    form = {"projects": [{"name": FIRST, "folder": named}]}
    assert items(form, document(f"{folder}/a.jpg")) == [(folder, True, [f"{folder}/a.jpg"])]


def test_folders_are_told_apart_by_name_and_by_page() -> None:
    form = {"projects": [{"name": FIRST}, {"name": SECOND}, {"name": "越城区文化中心项目"}]}
    found = items(
        form,
        document("工程业绩/1/a.jpg", f"工程名称：|{SECOND}"),
        document("工程业绩/文化中心/a.jpg"),
        document("工程业绩/镜湖一标段/a.jpg"),
    )
    assert found == [
        ("工程业绩/镜湖一标段", True, ["工程业绩/镜湖一标段/a.jpg"]),
        ("工程业绩/1", True, ["工程业绩/1/a.jpg"]),
        ("工程业绩/文化中心", True, ["工程业绩/文化中心/a.jpg"]),
    ]


def test_in_doubt_nothing_is_paired() -> None:
    form = {"projects": [{"name": FIRST}, {"name": SECOND}]}
    assert items(form, document("工程业绩/镜湖/a.jpg", JINGHU)) == [
        ("projects[0]", True, []),
        ("projects[1]", True, []),
        ("工程业绩/镜湖", False, ["工程业绩/镜湖/a.jpg"]),
    ]


def test_a_folder_with_a_telling_name_is_not_given_to_the_last_claim() -> None:
    form = {"projects": [{"name": FIRST}]}
    assert items(form, document("工程业绩/柯桥商业广场/a.jpg")) == [
        ("projects[0]", True, []),
        ("工程业绩/柯桥商业广场", False, ["工程业绩/柯桥商业广场/a.jpg"]),
    ]


def test_files_beside_the_item_folders() -> None:
    one = {"projects": [{"name": FIRST}]}
    two = {"projects": [{"name": FIRST}, {"name": SECOND}]}
    file = document("工程业绩/图纸.pdf", SECOND.replace("装配", "装配 "))
    assert items(one, file) == [("projects[0]", True, [file.file])]
    assert items(two, file) == [("projects[0]", True, []), ("projects[1]", True, [file.file])]
    assert items(two, document("工程业绩/图纸.pdf", JINGHU))[2] == ("工程业绩", False, ["工程业绩/图纸.pdf"])
    assert items({}, document("07业绩.pdf")) == [("工程业绩", False, ["07业绩.pdf"])]


def test_a_longer_name_wins_over_the_one_it_begins_with() -> None:
    form = {"projects": [{"name": JINGHU}, {"name": SECOND}]}
    assert [row[2] for row in items(form, document("工程业绩/a.pdf", SECOND))] == [[], ["工程业绩/a.pdf"]]
    assert [row[2] for row in items(form, document("工程业绩/a.pdf", JINGHU))] == [["工程业绩/a.pdf"], []]


def test_every_kind_of_item() -> None:
    form = {
        "papers": [{"title": "论装配式住宅"}],
        "patents": [{"number": "ZL202110123456.7", "name": "一种墙板"}],
        "standards": [{"number": "T/CECS 1234-2023"}],
        "awards": [{"name": "钱江杯"}],
    }
    files = ["论文/封面.jpg", "专利/墙板/正面.jpg", "标准/TCECS1234/a.pdf", "获奖/1/a.jpg", "年度考核/2023/a.jpg"]
    assert [row[0] for row in items(form, *map(document, files))] == [
        "papers[0]",
        "专利/墙板",
        "标准/TCECS1234",
        "获奖/1",
    ]


def test_two_claims_of_one_folder_share_its_files() -> None:
    form = {"papers": [{"title": "甲", "folder": "论文/1"}, {"title": "乙", "folder": "论文/1"}]}
    assert [row[2] for row in items(form, document("论文/1/a.jpg"))] == [["论文/1/a.jpg"]] * 2


def test_a_form_without_end_is_soon_done() -> None:
    form = {"projects": [{"name": f"{JINGHU}{n}号楼" * 20} for n in range(300)]}
    assert len(items(form, *(document(f"工程业绩/{n}/a.jpg", "长" * 40_000) for n in range(300)))) == 600
