"""A person's name out of a folder's name."""

from __future__ import annotations

import pytest

from verify.intake.person import name_of

FOLDERS = [
    ("王建国", "王建国"),
    ("王建国_SX2024-00017", "王建国"),
    ("001_王建国", "王建国"),
    ("施工类_王建国", "王建国"),
    ("王建国_装配式建筑施工", "王建国"),
    ("申报材料-李明", "李明"),
    ("方案设计（欧阳小芳）", "欧阳小芳"),
    ("高级工程师 高明", "高明"),
    ("阿卜杜拉·买买提_03", "阿卜杜拉·买买提"),
    ("12仉小明", "仉小明"),
    ("001", "001"),
    ("施工类", "施工类"),
    ("申报材料", "申报材料"),
    ("施工类_12", "施工类_12"),
    ("SX2024-00017", "SX2024-00017"),
]


@pytest.mark.parametrize(("folder", "name"), FOLDERS)
def test_name_of(folder: str, name: str) -> None:
    assert name_of(folder) == name
