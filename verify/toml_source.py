"""A TOML file that a person writes: read, checked against models, its mistakes named with file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from verify.errors import UsageError
from verify.lang import listed, tr
from verify.toml_lines import line_of
from verify.toml_typed import offending

M = TypeVar("M", bound=BaseModel)

MAX_BYTES = 2_000_000
"""Largest file that is read."""

_SAID = {
    "missing": "缺少这一项",
    "extra_forbidden": "不认识的参数",
    "enum": "不是认识的写法",
    "float_parsing": "应为数字",
    "float_type": "应为数字",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "int_from_float": "应为整数",
    "string_type": "应为文字",
    "tuple_type": "应为列表",
    "bool_parsing": "应为 true 或 false",
    "bool_type": "应为 true 或 false",
    "literal_error": "不是认识的写法",
    "date_type": "应为日期，如 2025-07-19",
    "date_from_datetime_parsing": "应为日期，如 2025-07-19",
    "date_parsing": "应为日期，如 2025-07-19",
    "date_from_datetime_inexact": "应为日期，如 2025-07-19，不写时分",
    "string_too_short": "不能为空",
    "string_too_long": "太长",
    "string_pattern_mismatch": "不能为空，只能用英文字母、数字和 . _ -，以字母或数字开头",
    "too_short": "至少要有一项",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "应不小于 {ge}",
    "dict_type": "应为表（{{ 名 = 值 }}）",
    "model_type": "应为表（{{ 名 = 值 }}）",
    "list_type": "应为列表",
    "closes_before_opens": "截止日 {closes} 早于开始日 {opens}，请核对先后",
    "no_host": "“{written}”不是网站主机名，请写成 www.zjjsrc.cn 的样子",
}
"""Pydantic's commonest complaints in Chinese; the others stand as they are, and all do in English."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a TOML file and its name in errors."""

    text: str
    origin: str

    @classmethod
    def of(cls, path: Path) -> Source:
        """Read a file; UsageError where it is too large, not readable or not UTF-8."""
        return cls(plain_text(path), str(path))

    def table(self) -> dict[str, Any]:
        """The whole file; UsageError with the line where it is not TOML."""
        try:
            return tomllib.loads(self.text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise self._not_toml(error) from None

    def _not_toml(self, error: Exception) -> UsageError:
        """Its line, and in words what was typed, where that is a common slip; else the parser's own words."""
        at = re.search(r"at line (\d+)", str(error))
        line, told = offending(self.text, int(at[1]) if at else None)
        place = f"{self.origin}:{line}" if line else self.origin
        if told:
            return UsageError(f"{place}: {told}")
        return UsageError(tr(f"{place}: 不是合法的 TOML：{error}", f"{place}: not valid TOML, mend it: {error}"))

    def valid(self, model: type[M], table: Any, where: tuple[str, ...], also: Iterable[str] = ()) -> M:
        """`table`, which stands at `where`, as `model`; `also` are keys that may stand beside the model's own."""
        try:
            return model.model_validate(table)
        except ValidationError as error:
            # A misspelt key often comes with a missing one: the misspelt one is what to mend.
            first = min(error.errors(), key=lambda one: one["type"] != "extra_forbidden")
            path = (*where, *(str(part) for part in first["loc"]))
            unknown = first["type"] == "extra_forbidden"
            hint = _nearest_key(str(first["loc"][-1]), model, also) if unknown else ""
            raise self.error(path, f"{'.'.join(path)}: {_told(first)}{hint}") from None

    def error(self, path: tuple[str, ...], message: str) -> UsageError:
        """The mistake at the key `path`, with file and line."""
        return UsageError(f"{self.origin}:{line_of(self.text, path)}: {message}")


def _told(error: ErrorDetails) -> str:
    """A complaint of pydantic's, or of a check's own, in words."""
    context = error.get("ctx", {})
    allowed = f"，可写：{choices}" if (choices := context.get("expected")) else ""
    said = _SAID.get(error["type"], f"写法不对（{error['msg']}）").format_map({"ge": "", "gt": "", **context})
    return tr(said + allowed, error["msg"])


def plain_text(path: Path) -> str:
    """A UTF-8 file that a person wrote; UsageError where it is too large, not readable or not UTF-8."""
    try:
        if path.stat().st_size <= MAX_BYTES:
            return path.read_text("utf-8-sig")
    except OSError as error:
        why = error.strerror
        raise UsageError(
            tr(
                f"{path}: 无法读取（{why}），请检查路径和权限",
                f"{path}: cannot be read ({why}); check path and permissions",
            )
        ) from None
    except UnicodeDecodeError as error:
        raise UsageError(
            tr(
                f"{path}: 不是 UTF-8 文本（第 {error.start} 字节），请另存为 UTF-8",
                f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8",
            )
        ) from None
    raise UsageError(
        tr(
            f"{path}: 文件超过 {MAX_BYTES} 字节，请确认没有选错文件",
            f"{path}: more than {MAX_BYTES} bytes; check that it is the right file",
        )
    )


def nearest(name: str, known: Iterable[str], otherwise: str) -> str:
    """ "did you mean", where a known name is near; else `otherwise`."""
    best = process.extractOne(name, list(known), score_cutoff=60)
    return tr(f"，是否想写 {best[0]}？", f"; did you mean {best[0]}?") if best else otherwise


def _nearest_key(key: str, model: type[BaseModel], also: Iterable[str]) -> str:
    names = listed(model.model_fields) or tr("无", "none")
    otherwise = tr(f"；可用的参数：{names}", f"; parameters that it takes: {names}")
    return nearest(key, [*model.model_fields, *also], otherwise)
