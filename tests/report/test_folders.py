"""Folders of the output and links to them."""

from __future__ import annotations

import pytest

from tests.report.build import ID
from verify.report.folders import folder_name, report_url, unique_folders


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("欧阳建国_SX2024-00017", "欧阳建国_SX2024-00017"),
        ("a #1%?", "a #1%?"),
        (f"张三{ID}", "张三330602xxxxxxxx1232"),
        ("a\udcff\u202eb\nc", "a\ufffdb c"),
        ("..", "未命名"),
        ("\u200b", "未命名"),
    ],
)
def test_folder_name(folder: str, name: str) -> None:
    assert folder_name(folder) == name


def test_no_two_applicants_share_a_folder() -> None:
    names = unique_folders([f"张三{ID}", "张三330602xxxxxxxx1232", "index.html", "李四"])
    assert sorted(names.values()) == ["index.html~2", "张三330602xxxxxxxx1232", "张三330602xxxxxxxx1232~2", "李四"]


@pytest.mark.parametrize(
    ("folder", "url"),
    [
        ("a #1%?&b", "a%20%231%25%3F%26b/report.html"),
        ("张三", "%E5%BC%A0%E4%B8%89/report.html"),
        ("javascript:x", "javascript%3Ax/report.html"),
    ],
)
def test_report_url(folder: str, url: str) -> None:
    assert report_url(folder) == url
