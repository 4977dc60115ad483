"""A misused command line is told in the interface's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify import lang
from verify.cli import run
from verify.usage import told

WRONG = [
    (("sample", "x", "--size", "0"), "--size 的值不对：不能小于 1", "--size is wrong: it must be at least 1"),
    (("sample", "x", "--size", "abc"), "--size 的值不对：应为整数", "--size is wrong: it must be a whole number"),
    (("sample", "x", "--share", "2"), "--share 的值不对：不能大于 1", "--share is wrong: it must be at most 1"),
    (("sample", "x", "--share", "x"), "--share 的值不对：应为数字", "--share is wrong: it must be a number"),
    (
        ("projects", "x", "y", "--limit", "500"),
        "--limit 的值不对：不能大于 400",
        "--limit is wrong: it must be at most",
    ),
    (("run", "x", "--engine", "abacus"), "--engine 的值不对：“abacus”不在可选值", "'abacus' is none of"),
    (("run",), "缺少参数 batch", "the argument batch is missing"),
    (("archive", "add", "--name", "x"), "缺少选项 --reason", "the option --reason is missing"),
    (("run", "x", "y"), "多出的参数 y", "more arguments than it takes: y"),
    (("run", "x", "--out"), "选项 --out 后面要写值", "the option --out needs a value"),
    (("run", "x", "--nope"), "没有选项 --nope", "no option --nope"),
    (("nonsense",), "没有命令 nonsense", "there is no command nonsense"),
]


@pytest.mark.parametrize(("arguments", "zh", "en"), WRONG)
def test_misuse_is_told_in_the_interfaces_language(
    arguments: tuple[str, ...], zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments]) == 2
    said = capsys.readouterr().err
    assert zh in said
    assert not {"Input", "Invalid", "should", "Missing", "No such", "Got"} & set(said.split())
    try:
        assert run(["--lang", "en", *arguments]) == 2
        assert en in capsys.readouterr().err
    finally:
        lang.use("zh")


def test_what_is_not_known_is_told_as_it_is() -> None:
    assert told("something {new} of a library") == "something {new} of a library"


@pytest.mark.parametrize("held", [b"", b"\xef\xbb\xbf", b"\r\n,,\r\n"])
def test_an_empty_list_is_called_empty(tmp_path: Path, held: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.csv").write_bytes(held)
    assert run(["archive", "import", str(tmp_path / "empty.csv"), "--by", "张敏", "--yes"]) == 2
    assert "文件是空的" in capsys.readouterr().err
