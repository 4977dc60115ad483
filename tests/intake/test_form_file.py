"""applicant.json: what is right is used, what is wrong is reported with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify import limits
from verify.dates import PartialDate
from verify.form import Form
from verify.intake.form_file import parse_form, read_form
from verify.intake.form_shape import Kind, kind_at
from verify.model import Trouble

FAULTY = """{
  "name": "张三",
  "id_number": 330602198504121232,
  "submitted_at": {"year": 99999},
  "specialty_years": NaN,
  "extra": {"a": 1},
  "projects": [
    null,
    {"name": "甲", "started": "2020.13", "colour": 3, "completed": null},
    5,
    {"name": "乙", "completed": 3}
  ],
  "employer": "某公司",
  "assessments": [{"year": true, "grade": "合格"}],
  "name": "李四"
}"""


def found(data: bytes | str) -> list[tuple[str, str]]:
    """The problems as (what they name, the beginning of what they say)."""
    raw = data.encode() if isinstance(data, str) else data
    return [(problem.file, problem.message.partition("：")[0]) for problem in parse_form(raw)[1]]


def test_each_bad_field_is_named_with_its_line_and_the_rest_is_used() -> None:
    form, problems = parse_form(FAULTY.encode())
    assert [(p.trouble, p.file, p.message.partition("：")[0]) for p in problems] == [
        (Trouble.BAD_FORM, "name", "第 15 行"),
        (Trouble.BAD_FORM, "id_number", "第 3 行 id_number"),
        (Trouble.BAD_FORM, "submitted_at", "第 4 行 submitted_at"),
        (Trouble.BAD_FORM, "specialty_years", "第 5 行 specialty_years"),
        (Trouble.BAD_FORM, "projects[1].started", "第 9 行 projects[1].started"),
        (Trouble.BAD_FORM, "projects[2]", "第 10 行 projects[2]"),
        (Trouble.BAD_FORM, "projects[3].completed", "第 11 行 projects[3].completed"),
        (Trouble.BAD_FORM, "employer", "第 13 行 employer"),
        (Trouble.BAD_FORM, "assessments[0].year", "第 14 行 assessments[0].year"),
        (Trouble.UNKNOWN_KEY, "applicant.json", "不认识的字段"),
    ]
    assert (form.name, form.id_number, form.submitted_at) == ("李四", None, None)
    assert [(project.name, project.started) for project in form.projects] == [("甲", None), ("乙", None)]
    assert form.assessments[0].grade == "合格"


def test_the_message_says_what_was_expected_found_and_what_to_do() -> None:
    said = parse_form(b'{"name": "a",\n"projects": [{"started": "2020.13"}]}')[1][0].message
    assert said == (
        "第 2 行 projects[0].started：应为日期（YYYY-MM-DD、YYYY-MM 或 YYYY，写在引号里）；"
        '实为 "2020.13"。该项未采用，请改正后重新上传'
    )


def test_id_numbers_are_masked_in_messages() -> None:
    said = [problem.message for problem in parse_form(FAULTY.encode())[1]]
    assert not any("198504121232" in message for message in said)


def test_unknown_keys_are_listed_once_with_their_lines_and_kept() -> None:
    form, problems = parse_form(FAULTY.encode())
    assert problems[-1].message.startswith("不认识的字段：extra（第 6 行）、projects[1].colour（第 9 行）。")
    assert form.model_extra == {"extra": {"a": 1}}


def test_a_good_form_has_no_problems() -> None:
    form, problems = parse_form('\ufeff{"name": " 张三 ", "employer": null, "submitted_at": "2024-09"}'.encode())
    assert (form.name, form.submitted_at, problems) == ("张三", PartialDate(2024, 9), ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "文件是空的"),
        ('{"name": "a",\n}', "第 2 行第 1 列：此处应为带双引号的字段名"),
        ('{\n  "name": "a"\n  "x": 1}', "第 3 行第 3 列：此处缺少逗号"),
        ("{\n“name”: 1}", "第 2 行第 1 列：此处应为带双引号的字段名"),
        ('{"name": "a', "第 1 行第 10 列：文字缺少结尾的双引号"),
        ('{"name": }', "第 1 行第 10 列：此处缺少值"),
        ("[1]", "最外层应为对象"),
        ('{"a": ' + "[" * 100_000, "括号嵌套超过 32 层"),
        ('{"a": [' + "1," * 30_000 + "1]}", "内容超过 20000 项"),
    ],
)
def test_a_text_that_is_no_form(text: str, message: str) -> None:
    form, problems = parse_form(text.encode())
    assert form == Form()
    assert [(p.trouble, p.file) for p in problems] == [(Trouble.NO_FORM, "applicant.json")]
    assert problems[0].message.startswith(message)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_other_encodings_are_read_and_reported(encoding: str) -> None:
    form, problems = parse_form('{"name": "张三"}'.encode(encoding))
    assert form.name == "张三"
    assert [p.message for p in problems] == [f"编码不是 UTF-8，已按 {encoding.upper()} 读取；请另存为 UTF-8 后重新上传"]


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "9" * 5000, '"inf"', '"1e9"', "true"])
def test_numbers_that_are_none(number: str) -> None:
    form, problems = parse_form(f'{{"name": "a", "specialty_years": {number}}}'.encode())
    assert (form.specialty_years, [p.file for p in problems]) == (None, ["specialty_years"])


def test_a_key_repeated_under_an_escape_is_reported_too() -> None:
    assert found('{"n\\u0061me": "a", "name": "b"}') == [("name", "字段 name 重复出现，采用了最后一个；请删去多余的")]
    assert found('{"name": "a",\n "projects": [{"role": "x",\n "role": "y"}]}') == [("projects[0].role", "第 3 行")]


def test_many_faults_are_counted() -> None:
    problems = parse_form(json.dumps({"name": "a", "projects": [1] * 300}).encode())[1]
    assert len(problems) == limits.FORM_MAX_PROBLEMS + 1
    assert "另有 250 处错误" in problems[-1].message


def test_too_long_lists_and_halves_of_characters() -> None:
    form, problems = parse_form(b'{"name": "\\ud800", "\\ud800": 1, "projects": [' + b"{}," * 600 + b"{}]}")
    assert [p.file for p in problems] == ["name", "projects", "applicant.json"]
    assert form.model_dump_json()


def test_files_that_are_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (limits.FORM_MAX_BYTES + 1))
    assert [p.trouble for p in read_form(large)[1]] == [Trouble.TOO_LARGE]
    link = tmp_path / "link.json"
    link.symlink_to(large)
    assert [p.trouble for p in read_form(link)[1]] == [Trouble.CORRUPT]
    assert [p.trouble for p in read_form(tmp_path / "none.json")[1]] == [Trouble.CORRUPT]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ((), Kind.OBJECT),
        (("projects",), Kind.LIST),
        (("projects", 3, "started"), Kind.DATE),
        (("papers", 0, "authors", 1), Kind.TEXT),
        (("self_assessment", "recommenders", 0, "in_service"), Kind.BOOLEAN),
        (("employer", "nothing"), Kind.ANY),
    ],
)
def test_kinds_come_from_the_form(path: tuple[str | int, ...], kind: Kind) -> None:
    assert kind_at(path) is kind


KEYS = st.sampled_from([*Form.model_fields, "year", "started", "graduated", "authors", "recommenders", "x"]) | st.text(
    max_size=5
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=10)
    | st.dates().map(str)
)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6))


@given(st.dictionaries(KEYS, VALUES, max_size=10))
@settings(max_examples=200, deadline=None)
def test_any_json_makes_a_form(data: dict[str, object]) -> None:
    form, _ = parse_form(json.dumps(data).encode())
    assert form.model_dump_json()
    assert parse_form(form.model_dump_json(exclude_none=True).encode())[0] == form


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_make_a_form(data: bytes) -> None:
    assert isinstance(parse_form(data)[0], Form)


def test_a_number_below_nought_is_no_number_of_hours() -> None:
    data = '{"name": "张三", "specialty_years": "-3", "continuing_education": [{"year": 2023, "professional": -5}]}'
    form, problems = parse_form(data.encode())
    assert [p.file for p in problems] == ["specialty_years", "continuing_education[0].professional"]
    assert all("不能是负数" in p.message for p in problems)
    assert form.continuing_education[0].professional is None
