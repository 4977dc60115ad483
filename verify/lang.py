"""The interface's language: Chinese, or English with --lang en. Findings stay Chinese, as the law that they quote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

Lang = Literal["zh", "en"]

_current: Lang = "zh"


def use(lang: Lang) -> None:
    """Choose the language of what `tr` returns from now on."""
    global _current
    _current = lang


def current() -> Lang:
    """The language chosen."""
    return _current


def tr(zh: str, en: str) -> str:
    """The one of two wordings that the chosen language wants."""
    return en if _current == "en" else zh


def listed(names: Iterable[str]) -> str:
    """Names one after another in a sentence."""
    return tr("、", ", ").join(names)


def from_arguments(arguments: list[str]) -> Lang:
    """The language that a command line asks for, wherever --lang stands in it; "zh" where it asks for none."""
    for place, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang":
            value = arguments[place + 1] if place + 1 < len(arguments) else ""
        if value in get_args(Lang):
            return "en" if value == "en" else "zh"
    return "zh"
