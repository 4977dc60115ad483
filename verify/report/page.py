"""Templates → pages: autoescaped, with nothing from outside the file and a content security policy that says so."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent / "templates"

TEXT_LIMIT = 600
"""Longest text from outside that a page shows; report.json has it in full."""


def render(name: str, **values: Any) -> str:
    """A page from its template, with its styles and script inline and allowed by their hashes."""
    from markupsafe import Markup

    style = _source("base.css") + _source(f"{name}.css")
    script = _source(f"{name}.js") if (_FOLDER / f"{name}.js").is_file() else ""
    values |= {"policy": _policy(style, script), "style": Markup(style), "script": Markup(script)}
    values |= {"cut": _cut(values["words"]), "short": short}
    return _environment().get_template(f"{name}.html.j2").render(values)


def _policy(style: str, script: str) -> str:
    rules = ["default-src 'none'", "img-src data:", f"style-src {_hash(style)}"]
    rules += [f"script-src {_hash(script)}"] if script else []
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"


def _cut(words: Any) -> Any:
    def cut(text: str, limit: int = TEXT_LIMIT) -> str:
        return text if len(text) <= limit else text[:limit] + str(words("cut", len(text)))

    return cut


def short(text: str, limit: int) -> str:
    """The text on one line, its end replaced by an ellipsis where it is too long."""
    flat = " ".join(text[: 4 * limit].split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


@cache
def _source(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(_FOLDER)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
