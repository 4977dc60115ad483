"""Is a person named? Never by half a name, and never cleared nor accused by one misread character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.name_words import COMPOUND, SINGLE
from checks.names import NOWHERE, find_name, looks_like_name, on_page, surely_on_page
from tests.checks.build import row, word
from verify.page import Page, Word

LINES = [
    # name, line, level
    ("王建国", "王建国", "exact"),
    ("王建国", "项目经理：王建国", "exact"),
    ("王建国", "项目经理王建国", "exact"),
    ("王建国", "王建国同志任项目经理", "exact"),
    ("王建国", "任命王建国为本项目负责人", "exact"),
    ("王建国", "浙江宝业建设集团有限公司王建国", "exact"),
    ("王建国", "李明、王建国、张三", "exact"),
    ("王建国", "李明 王建国 张三", "exact"),
    ("王建国", "王 建 国", "exact"),
    ("王建国", "王　建国", "exact"),
    ("王建国", "Ｗ王建国2021", "exact"),
    ("王建国", "王建国330602198504121232", "exact"),
    ("王建国", "王建国主持完成了本项目", "exact"),
    ("王建国", "王建国际贸易公司", "near"),
    ("王建国", "王建民", "near"),
    ("王建国", "王健国", "near"),
    ("王建国", "李建国", "near"),
    ("王建国", "王建设", "near"),
    ("王建国", "李明", "none"),
    ("王建国", "建设单位", "none"),
    ("王建国", "在建国家重点工程", "none"),
    ("王建国", "", "none"),
    ("王建", "王建", "exact"),
    ("王建", "王 建", "exact"),
    ("王建", "王　建", "exact"),
    ("王建", "姓名：王建 性别：男", "exact"),
    ("王建", "王建为项目经理", "exact"),
    ("王建", "王建等", "exact"),
    ("王建", "王建工程师", "exact"),
    ("王建", "王建、李明", "exact"),
    ("王建", "王建国", "none"),
    ("王建", "王 建 国", "none"),
    ("王建", "项目经理：王建国", "none"),
    ("王建", "王建国任项目经理", "none"),
    ("王建", "王建国，李明", "none"),
    ("王建", "王建 国", "near"),
    ("王建", "王建李明张三", "near"),
    ("王建", "李王建", "none"),
    ("王建", "土建", "none"),
    ("王建", "王刚", "near"),
    ("王建", "张刚", "none"),
    ("王建", "王建设计院", "near"),
    ("高峰", "在用电高峰，", "near"),
    ("欧阳建国", "欧阳建国", "exact"),
    ("欧阳建国", "欧 阳 建 国", "exact"),
    ("阳建国", "欧阳建国", "none"),
    ("阳建国", "欧 阳 建 国", "none"),
    ("阳建国", "项目经理：阳建国", "exact"),
    ("马建", "司马建", "none"),
    ("欧阳建", "欧阳建国", "none"),
    ("欧阳建", "欧阳建，", "exact"),
    ("买买提·艾力", "买买提艾力", "exact"),
    ("买买提艾力", "买买提·艾力", "exact"),
    ("李喆", "李喆", "exact"),
    ("李喆", "李哲", "near"),
    ("李喆", "李吉吉", "near"),
    ("王喆", "王吉吉", "near"),
    ("丁一", "丁—", "near"),
    ("余伟", "俞伟", "near"),
    ("余伟", "余炜", "near"),
    ("买买提·艾力", "买买提.艾力", "exact"),
    ("买买提·艾力", "买买提．艾力", "exact"),
    ("买买提·艾力", "买买提-艾力", "exact"),
    ("买买提·艾力", "买买提－艾力", "exact"),
    ("买买提·艾力", "买卖题艾力", "near"),
    ("王㛃文", "王洁文", "near"),
    ("张翀", "张冲", "near"),
    ("王建国", "王建國", "near"),
    ("王", "王建国", "none"),
]


@pytest.mark.parametrize(("name", "line", "level"), LINES, ids=[f"{n}-in-{line}" for n, line, _ in LINES])
def test_a_name_in_a_line(name: str, line: str, level: str) -> None:
    assert find_name(name, [word(line)]).level == level


ROWS = [
    ("王建国", ("王", "建国"), "exact"),
    ("王建国", ("王", "建", "国"), "exact"),
    ("王建国", ("王建", "国"), "exact"),
    ("王建国", ("姓名", "王", "建国", "性别", "男"), "exact"),
    ("王建国", ("姓名", "王建国", "张三"), "exact"),
    ("王建", ("王", "建", "国"), "none"),
    ("王建", ("姓名", "王", "建", "性别", "男"), "exact"),
    ("王建", ("王建", "国"), "near"),
    ("王建", ("王建", "李明"), "exact"),
    ("王建", ("李明", "王建"), "exact"),
    ("阳建国", ("欧", "阳建国"), "none"),
    ("欧阳建国", ("欧阳", "建国"), "exact"),
]


@pytest.mark.parametrize(("name", "texts", "level"), ROWS)
def test_a_name_across_neighbouring_boxes(name: str, texts: tuple[str, ...], level: str) -> None:
    assert find_name(name, row(*texts)).level == level


def test_boxes_far_apart_or_on_other_lines_make_no_name() -> None:
    assert find_name("王建国", row("王", "建国", gap=400)).level != "exact"
    assert find_name("王建国", [word("王", y=100), word("建国", x=130, y=300)]).level != "exact"


def test_a_reader_that_lacks_a_character_may_drop_it_or_write_its_halves() -> None:
    assert find_name("王㛃文", [word("王女吉文")], knows_all=False).level == "near"
    assert find_name("王㛃文", [word("王文")], knows_all=False).level == "near"


def _page(first: tuple[Word, ...], second: tuple[Word, ...] = ()) -> Page:
    return Page(1, 1240, 1754, "ocr", first, second=second)


READERS = [
    # name, first reader, second reader, level
    ("王建国", ("王健国", 0.98), None, "near"),
    ("王建国", ("王健国", 0.98), ("王建国", 0.9), "exact"),
    ("王建国", ("王建国", 0.9), ("王健国", 0.98), "exact"),
    ("王建国", ("王建民", 0.98), ("王建民", 0.97), "none"),
    ("王建国", ("王建民", 0.98), ("王建民", 0.6), "near"),
    ("王建国", ("王建民", 0.7), ("王建民", 0.97), "near"),
    ("王建国", ("王建民", 0.98), ("王建氏", 0.97), "near"),
    ("王建国", ("张三", 0.98), ("王建民", 0.97), "near"),
    ("李喆", ("李哲", 0.98), ("李哲", 0.98), "near"),
    ("王国峰", ("王国锋", 0.98), ("王国锋", 0.98), "near"),
    ("张建偉", ("张建伟", 0.98), ("张建伟", 0.98), "near"),
    ("余伟", ("俞伟", 0.98), ("俞伟", 0.98), "near"),
    ("張偉", ("张伟", 0.98), ("张伟", 0.98), "near"),
]


@pytest.mark.parametrize(("name", "first", "second", "level"), READERS)
def test_two_readers(name: str, first: tuple[str, float], second: tuple[str, float] | None, level: str) -> None:
    read = [(word(text, confidence=sure),) for text, sure in (first, *([second] if second else []))]
    assert on_page(name, _page(*read)).level == level


@pytest.mark.parametrize(
    ("name", "read"),
    [
        *((name, _page((word(line),))) for name, line, _ in LINES),
        *((name, _page(row(*texts))) for name, texts, _ in ROWS),
        *((name, _page(*((word(one[0]),) for one in lines if one))) for name, *lines, _ in READERS),
    ],
)
def test_a_sure_sighting_is_the_exact_one(name: str, read: Page) -> None:
    seen = on_page(name, read)
    assert surely_on_page(name, read) == (seen if seen.level == "exact" else NOWHERE)


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("李明", True),
        ("欧阳建国", True),
        ("单位公章", False),
        ("项目经理", False),
        ("核对无误", False),
        ("于2024", False),
    ],
)
def test_what_looks_like_a_name(text: str, is_name: bool) -> None:
    assert looks_like_name(text) is is_name


_GIVEN = st.text(alphabet="建国明华志强丽娟文军伟芳磊敏静涛", min_size=1, max_size=2)
_NAMES = st.builds(str.__add__, st.sampled_from(sorted(SINGLE) + sorted(COMPOUND)), _GIVEN)
_MARKS = st.sampled_from("，。、；：:()（）/|—-0123456789AZ")
_TEXT = st.text(alphabet="浙江省施工负责人图纸0123，。 ", max_size=8)


@given(_NAMES, _TEXT, _MARKS, _MARKS, _TEXT)
def test_a_name_between_punctuation_is_exact(name: str, before: str, left: str, right: str, after: str) -> None:
    assert find_name(name, [word(f"{before}{left}{name}{right}{after}")]).level == "exact"


@given(_NAMES, st.sampled_from([" ", "　", "  "]))
def test_letter_spacing_changes_nothing(name: str, space: str) -> None:
    assert find_name(name, [word(space.join(name))]).level == "exact"


@given(_NAMES, st.sampled_from("建国明华志强"))
def test_a_short_name_is_not_named_by_a_longer_one(name: str, more: str) -> None:
    length = 2 if name[:2] in COMPOUND else 1
    short = name[: length + 1]
    assert find_name(short, [word(f"{short}{more}")]).level == "none"


@given(st.text(max_size=30), st.text(max_size=5))
def test_nothing_makes_it_fail(line: str, name: str) -> None:
    assert find_name(name, [word(line)]).level in ("exact", "near", "none")
