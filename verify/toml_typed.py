"""What people type into a TOML file that it does not take: Chinese punctuation, dates written another way."""

from __future__ import annotations

import re

from verify.lang import tr

_KEPT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*")
_MARKS = (
    ("“”＂‘’「」", "引号", '""', "quotation marks"),
    ("＝", "等号", "=", "equals sign"),
    ("，、", "逗号", ",", "comma"),
    ("［］【】〔〕", "方括号", "[]", "brackets"),
    ("｛｝", "花括号", "{}", "braces"),
    ("：", "冒号（赋值用等号）", "=", "colon (a value stands after =)"),
    ("。．", "句点", ".", "full stop"),
    ("　", "全角空格", " ", "space"),
    ("０１２３４５６７８９", "全角数字", "0123456789", "figures"),
)
_DATE = re.compile(r"(?<![\d.-])((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)日?")
_RIGHT = re.compile(r"\d{4}-\d{2}-\d{2}")


def hint(line: str) -> str:
    """What is wrong with a line that is no TOML, and how to write it; "" where nothing of the kind is seen."""
    bare = _KEPT.sub("", line)
    for marks, name, plain, english in _MARKS:
        seen = "".join(dict.fromkeys(char for char in bare if char in marks))
        if seen and not (name == "逗号" and "“" in bare):
            return tr(
                f"用了中文（全角）的{name} {seen}，请改成英文的 {plain}", f"a Chinese {english} {seen}: write {plain}"
            )
    if (found := _DATE.search(bare)) and not _RIGHT.fullmatch(found[0]):
        right = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
        return tr(f"日期 {found[0]} 请写成 {right}（年-月-日，月、日各两位）", f"write the date {found[0]} as {right}")
    return ""


def offending(text: str, number: int | None) -> tuple[int | None, str]:
    """The line (from 1) that is wrong and its hint: the parser's own line, or else the first that has one."""
    lines = text.splitlines()
    if number and number <= len(lines) and (told := hint(lines[number - 1])):
        return number, told
    found = ((n, told) for n, line in enumerate(lines[: number or len(lines)], start=1) if (told := hint(line)))
    return next(found, (number, ""))
