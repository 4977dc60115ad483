"""Finds notices: the packs shipped in checks/notices, and an office's own TOML files of the same shape.

An office's own stand in a folder `notices/` beside its batch, are named by their path, or lie in the batch as
notice.toml.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from verify.errors import UsageError
from verify.lang import listed, tr
from verify.notice import Notice, parse
from verify.toml_source import Source

DEFAULT = "shaoxing-2024-07"
"""The notice of a batch that names none (the command-line contract)."""

FOLDER = "notices"
"""An office's own notices lie in a folder of this name beside its batches."""


def shipped() -> tuple[str, ...]:
    """The ids of the packs in the package."""
    folder = files("checks") / "notices"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def own(beside: Path) -> dict[str, Path]:
    """An office's own notices by id, from the folder `notices` in `beside`; UsageError where one cannot be read, or two
    have one id."""
    found: dict[str, Path] = {}
    for path in sorted((beside / FOLDER).glob("*.toml")):
        id = parse(Source.of(path).text, str(path)).head.id
        if id in found or id in shipped():
            other = found.get(id, tr("随程序提供的通知", "a notice shipped"))
            raise UsageError(
                tr(
                    f"{path}: 编号 {id} 与 {other} 相同，请改用另一个 id",
                    f"{path}: the id {id} is also that of {other}; choose another",
                )
            )
        found[id] = path
    return found


def load(name: str | Path, beside: Path | None = None) -> Notice:
    """A shipped pack by its id, an office's own by the id or the path; UsageError with file, line and what is wrong."""
    if str(name) in shipped():
        return parse((files("checks") / "notices" / f"{name}.toml").read_text("utf-8"), f"{name}.toml")
    ours = own(beside) if beside else {}
    path = ours.get(str(name), Path(name))
    if path.is_file():
        return parse(Source.of(path).text, str(path))
    known = listed([*shipped(), *ours])
    raise UsageError(
        tr(
            f"没有名为 {name} 的通知，也没有这个文件。可用的通知：{known}",
            f"{name} is neither a notice nor a file. Name a file, or one of these notices: {known}",
        )
    )


def for_batch(batch: Path, named: str | None) -> Notice:
    """The notice of a batch: the one named, else its own notice.toml (a pack, or `use = "ID"`), else the default."""
    beside, file = batch.resolve().parent, batch / "notice.toml"
    if named:
        return load(named, beside)
    if not file.is_file():
        return load(DEFAULT)
    source = Source.of(file)
    used = source.table().get("use")
    return load(used, beside) if isinstance(used, str) else parse(source.text, source.origin)
