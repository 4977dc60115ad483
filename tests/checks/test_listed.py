"""Lists of people after a label."""

from __future__ import annotations

import pytest

from checks.listed import listings, people_in
from tests.checks.build import document, page, row
from tests.checks.build import word as w
from verify.model import Slot
from verify.page import Page

LABELS = ("发明人", "设计人")

LISTS = [
    ("one line", page("发 明 人：王建国；李明", "专 利 号：ZL 1"), ("王建国", "李明")),
    ("a design", page("设 计 人：王建国"), ("王建国",)),
    ("over two lines", page("发 明 人：王建国；李明；", "赵大海；钱进", "专 利 号：ZL 1"), ("王建国", "李明", "赵大海", "钱进")),
    ("label and names in two boxes", page(*row("发 明 人：", "王建国；李明", gap=20, y=300)), ("王建国", "李明")),
    ("names with spaces", page("发明人：王 建；欧阳 海"), ("王建", "欧阳海")),
    ("the label of another list", page("发明人信息如下："), None),
    ("followed by running text", page("发明人：王建国", "国家知识产权局依照中华人民共和国专利法进行审查"), ("王建国",)),
    ("another label on the line", page("发明人：王建国　专利权人：某某公司", "李明"), ("王建国",)),
    ("another label at once", page("发明人：　专利权人：某某公司", "李明"), None),
    ("far below", page("发明人：王建国", w("李明", y=900)), ("王建国",)),
    ("no label", page("专利权人：某某公司"), None),
]  # fmt: skip


@pytest.mark.parametrize(("page_", "people"), [c[1:] for c in LISTS], ids=[c[0] for c in LISTS])
def test_the_people_of_a_list(page_: Page, people: tuple[str, ...] | None) -> None:
    found = listings([document("专利/1/a.jpg", Slot.PATENT, page_)], LABELS)
    assert (found[0].people if found else None) == people


SIGHTINGS = [
    ("王建国", ("发明人：李明；王建国",), "exact"),
    ("王建", ("发明人：李明；王建国",), "none"),
    ("王建", ("发明人：李明；王 建；赵大海",), "exact"),
    ("王建国", ("发明人：李明；王建", "国；赵大海"), "near"),
    ("王建", ("发明人：李明；王建", "国；赵大海"), "near"),
    ("王建", ("发明人：李明；王建", "赵大海；钱进"), "exact"),
    ("王建国", ("发明人：李明；王健国",), "near"),
    ("王建国", ("发明人：李明；王建军",), "near"),
    ("王建国", ("发明人：李明；王海波",), "none"),  # a shared surname
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines", "level"), SIGHTINGS)
def test_a_name_in_a_list(name: str, lines: tuple[str, ...], level: str) -> None:
    (found,) = listings([document("专利/1/a.jpg", Slot.PATENT, page(*lines))], LABELS)
    assert found.sighting(name).level == level


@pytest.mark.parametrize(
    ("line", "sure", "complete"),
    [
        ("发明人：王建国；李明", 0.98, True),
        ("发明人：王建国；李明", 0.7, False),
        ("发明人：王建国等", 0.98, False),
        ("Inventors 发明人：", 0.98, None),
        ("发明人：Wang Jianguo", 0.98, False),
    ],
)
def test_who_is_not_in_it_is_not_listed_only_where_all_was_read(line: str, sure: float, complete: bool | None) -> None:
    found = listings([document("专利/1/a.jpg", Slot.PATENT, page(line, "某某公司某某", confidence=sure))], LABELS)
    assert (found[0].complete if found else None) == complete


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("张三丰1，李四海2*，王 建", ("张三丰", "李四海", "王建")),
        ("张三丰 李四海", ("张三丰", "李四海")),
        ("（浙江某某建设有限公司，浙江 绍兴 312000）", ()),
        ("王建（86）", ("王建",)),
    ],
)
def test_people_in(text: str, people: tuple[str, ...]) -> None:
    assert people_in(text) == people
