"""What a misused command line is told, in the language of the interface; the libraries speak English alone."""

from __future__ import annotations

import re

from verify.lang import tr

_SAID = (
    (r"Invalid value for (?P<what>.+?): (?P<why>.+)", "{what} 的值不对：{why}", "{what} is wrong: {why}"),
    (r"Input should be greater than or equal to (.+)", "不能小于 {0}", "it must be at least {0}"),
    (r"Input should be less than or equal to (.+)", "不能大于 {0}", "it must be at most {0}"),
    (r"Input should be greater than (.+)", "应大于 {0}", "it must be more than {0}"),
    (r"Input should be less than (.+)", "应小于 {0}", "it must be less than {0}"),
    (r"Input should be a valid integer.*", "应为整数", "it must be a whole number"),
    (r"Input should be a valid number.*", "应为数字", "it must be a number"),
    (r"Input should be a finite number.*", "应为有限的数", "it must be a finite number"),
    (r"(?:Value error, )?'(.*)' is not one of (.+?)\.?", "“{0}”不在可选值 {1} 中", "{0!r} is none of {1}"),
    (r"Missing argument '(.+)'\.?", "缺少参数 {0}", "the argument {0} is missing"),
    (r"Missing option '(.+)'\.?", "缺少选项 {0}", "the option {0} is missing"),
    (r"No such option: (\S+)(?: \(Possible options: (.+)\))(?s:.*)", "没有选项 {0}，是否指 {1}", "no option {0}; perhaps {1}"),
    (r"No such option: (\S+?)\.? Did you mean (\S+?)\?", "没有选项 {0}，是否指 {1}", "no option {0}; perhaps {1}"),
    (r"No such option: (\S+)", "没有选项 {0}", "there is no option {0}"),
    (r"No such command '(.+?)'\.(?s:.*)", "没有命令 {0}", "there is no command {0}"),
    (r"Option '(.+)' requires an argument\.?", "选项 {0} 后面要写值", "the option {0} needs a value"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", "多出的参数 {0}", "there are more arguments than it takes: {0}"),
    (r"Missing command\.?", "缺少命令", "a command is missing"),
)  # fmt: skip
"""What Typer and pydantic say, and the same in Chinese and in plain English."""


def told(said: str) -> str:
    """A library's message on a wrong argument; as it is where it is none of the usual ones."""
    for pattern, zh, en in _SAID:
        if found := re.fullmatch(pattern, said.strip()):
            named = {name: told(text) if name == "why" else text.strip("'") for name, text in found.groupdict().items()}
            return tr(zh, en).format(*found.groups(), **named)
    return said
