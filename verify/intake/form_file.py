"""applicant.json read: what is right in it is used, what is wrong is reported with its line and what to do."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path as FilePath
from typing import Any

from verify.form import Form
from verify.intake.fingerprint import Unusable, read_limited
from verify.intake.form_fields import BadField, RefusedNumber, settle
from verify.intake.form_shape import Path, dotted
from verify.intake.json_lines import Lines
from verify.intake.names import FORM_NAME
from verify.intake.text import display_name, printable
from verify.limits import FORM_MAX_BYTES, FORM_MAX_DEPTH, FORM_MAX_DIGITS, FORM_MAX_PROBLEMS, FORM_MAX_VALUES
from verify.model import Problem, Trouble

_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
_MEND = "请改正后重新上传"

Read = tuple[Form, tuple[Problem, ...]]


def read_form(path: FilePath) -> Read:
    """Read the form at `path`; never raises for what the file holds.

    Without a usable file the form is empty and a Problem says why. A Problem's `file` is the field's dotted path, or
    the file's name where the file as a whole is meant.
    """
    try:
        return parse_form(read_limited(path, FORM_MAX_BYTES))
    except Unusable as refused:
        return Form(), (Problem(refused.trouble, FORM_NAME, refused.message),)


def parse_form(untrusted: bytes) -> Read:
    """Read the form from the bytes of its file; as `read_form`."""
    text, notes = _decoded(untrusted)
    repeated: list[str] = []
    try:
        data = _loads(text, repeated)
    except _BadFormError as error:
        return Form(), (*notes, Problem(Trouble.NO_FORM, FORM_NAME, str(error)))
    settled = settle(data)
    lines = Lines(text)
    bad = sorted(settled.bad, key=lambda field: lines.line_of(field.path))
    problems = [*notes, *_repeated(repeated, lines), *(_bad_field(field, lines) for field in bad)]
    return settled.form, (*_capped(problems), *_unknown(settled.unknown, lines))


class _BadFormError(Exception):
    """The text is no form at all; the message is for the report."""


def _decoded(untrusted: bytes) -> tuple[str, list[Problem]]:
    try:
        return untrusted.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        encoding = "utf-16" if untrusted.startswith((b"\xff\xfe", b"\xfe\xff")) else "gb18030"
        note = f"编码不是 UTF-8，已按 {encoding.upper()} 读取；请另存为 UTF-8 后重新上传"
        return untrusted.decode(encoding, "replace"), [_problem(FORM_NAME, note)]


def _loads(text: str, repeated: list[str]) -> dict[str, Any]:
    if not text.strip():
        raise _BadFormError("文件是空的，应为 JSON 对象；请填写后重新上传，或在名单中填写该申报人")
    _check_extent(text)

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(items)
        if len(result) < len(items):
            counts = Counter(key for key, _ in items)
            repeated.extend(key for key, count in counts.items() if count > 1)
        return result

    try:
        data = json.loads(
            text, object_pairs_hook=pairs, parse_int=_int, parse_float=_float, parse_constant=RefusedNumber
        )
    except json.JSONDecodeError as error:
        raise _BadFormError(_syntax(error)) from None
    if not isinstance(data, dict):
        raise _BadFormError(f'最外层应为对象 {{"name": …}}，{_MEND}')
    return data


def _check_extent(text: str) -> None:
    """Refuse brackets inside brackets without end, and values without number, before a parser sees them."""
    depth = 0
    skeleton = _STRING.sub("", text)
    if skeleton.count(",") > FORM_MAX_VALUES:
        raise _BadFormError(f"内容超过 {FORM_MAX_VALUES} 项，未读取；{_MEND}")
    for found in re.finditer(r"[\[{\]}]", skeleton):
        depth += 1 if found[0] in "[{" else -1
        if depth > FORM_MAX_DEPTH:
            raise _BadFormError(f"括号嵌套超过 {FORM_MAX_DEPTH} 层，未读取；{_MEND}")


def _int(text: str) -> int | RefusedNumber:
    return int(text) if len(text.lstrip("-")) <= FORM_MAX_DIGITS else RefusedNumber(text)


def _float(text: str) -> float | RefusedNumber:
    value = float(text)
    return value if abs(value) < 10**FORM_MAX_DIGITS else RefusedNumber(text)


_SYNTAX = {
    "Expecting property name": "此处应为带双引号的字段名（多半是前面多了逗号，字段名没有双引号，或用了中文引号）",
    "Expecting ',' delimiter": "此处缺少逗号，或括号没有配对",
    "Expecting ':' delimiter": "字段名后缺少冒号",
    "Expecting value": "此处缺少值（多半是多了逗号，文字没有加双引号，或用了中文引号）",
    "Unterminated string": "文字缺少结尾的双引号",
    "Invalid control character": "文字里有直接换行或制表符，应写成 \\n 或 \\t",
    "Invalid \\": "反斜杠应写成 \\\\",
    "Extra data": "最外层对象结束后还有多余内容",
    "Illegal trailing comma": "末尾多了逗号",
}


def _syntax(error: json.JSONDecodeError) -> str:
    said = next((chinese for english, chinese in _SYNTAX.items() if error.msg.startswith(english)), "JSON 语法错误")
    return f"第 {error.lineno} 行第 {error.colno} 列：{said}。整个文件未采用，{_MEND}"


def _repeated(keys: list[str], lines: Lines) -> list[Problem]:
    if not keys:
        return []
    located = lines.repeated()
    problems = [
        _problem(shown, f"第 {line} 行：字段 {shown} 重复出现，采用了最后一个；请删去多余的") for shown, line in located
    ]
    known = {shown.rpartition(".")[2] for shown, _ in located}
    missed = [_shown_key(key) for key in keys if _shown_key(key) not in known]
    return problems + [_problem(key, f"字段 {key} 重复出现，采用了最后一个；请删去多余的") for key in missed]


def _bad_field(field: BadField, lines: Lines) -> Problem:
    where = _shown_path(field.path)
    line = lines.line_of(field.path)
    return _problem(where, f"第 {line} 行 {where}：{field.expected}；实为 {field.found}。该项未采用，{_MEND}")


def _unknown(paths: tuple[Path, ...], lines: Lines) -> tuple[Problem, ...]:
    if not paths:
        return ()
    listed = "、".join(f"{_shown_path(path)}（第 {lines.line_of(path)} 行）" for path in paths[:FORM_MAX_PROBLEMS])
    more = f" 等共 {len(paths)} 个" if len(paths) > FORM_MAX_PROBLEMS else ""
    return (Problem(Trouble.UNKNOWN_KEY, FORM_NAME, f"不认识的字段：{listed}{more}。已保留，未参与核验；请核对字段名"),)


def _capped(problems: list[Problem]) -> list[Problem]:
    if len(problems) <= FORM_MAX_PROBLEMS:
        return problems
    rest = len(problems) - FORM_MAX_PROBLEMS
    return [*problems[:FORM_MAX_PROBLEMS], _problem(FORM_NAME, f"另有 {rest} 处错误未逐一列出，{_MEND}")]


def _shown_path(path: Path) -> str:
    return printable(dotted(tuple(_shown_key(part) if isinstance(part, str) else part for part in path)))[:200]


def _shown_key(key: str) -> str:
    return display_name(key)[:60]


def _problem(file: str, message: str) -> Problem:
    return Problem(Trouble.BAD_FORM, file or FORM_NAME, message)
