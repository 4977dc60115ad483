"""Finds notices: the packs shipped in checks/notices, and an office's own TOML files of the same shape.

An office's own stand in a folder `notices/` beside its batch, are named by their path, or lie in the batch as
notice.toml.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from verify.blacklist import guard
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


_ID = re.compile(r"""^\s*id\s*=\s*["'“]([^"'”]+)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Office:
    """An office's own notices by id; what cannot be used, with the id where it could be read."""

    notices: dict[str, Path]
    faults: tuple[tuple[str | None, UsageError], ...] = ()


def office(beside: Path) -> Office:
    """An office's own notices, from the folder `notices` in `beside`; one that is broken keeps no other from use."""
    good, faults = dict[str, Path](), list[tuple[str | None, UsageError]]()
    for path in sorted((beside / FOLDER).glob("*.toml")):
        try:
            id = read(path).head.id
        except UsageError as error:
            faults.append((_id_in(path), error))
            continue
        if id in good:
            faults.append((id, _taken(Source.of(path), id, str(good[id]))))
        else:
            good[id] = path
    return Office(good, tuple(faults))


def own(beside: Path) -> dict[str, Path]:
    """An office's own notices by id; UsageError where one cannot be read, or two have one id."""
    found = office(beside)
    for _, fault in found.faults:
        raise fault
    return found.notices


def read(path: Path) -> Notice:
    """An office's notice; UsageError where it has the id of a shipped one and says something else."""
    return _of_office(Source.of(path))


def _of_office(source: Source) -> Notice:
    notice = parse(source.text, source.origin)
    guard(notice, source.origin)
    id = notice.head.id
    if id in shipped() and source.text != _shipped_text(id):
        raise _taken(source, id, tr("随程序提供的通知", "a notice shipped"))
    return notice


def _taken(source: Source, id: str, other: str) -> UsageError:
    told = (
        f"编号 {id} 与{other}相同：报告会分不清用的是哪一份，请改用另一个 id（如加上单位和年份）",
        f"the id {id} is also that of {other}, and reports could not say which was used; choose another",
    )
    return source.error(("notice", "id"), tr(*told))


def _id_in(path: Path) -> str | None:
    """The id that a file gives itself, whatever else is wrong with it."""
    try:
        found = _ID.search(Source.of(path).text)
    except UsageError:
        return None
    return found[1] if found else None


def _shipped_text(id: str) -> str:
    return (files("checks") / "notices" / f"{id}.toml").read_text("utf-8")


def _warn(message: str) -> None:
    print(message, file=sys.stderr)


def load(name: str | Path, beside: Path | None = None, warn: Callable[[str], object] = _warn) -> Notice:
    """A shipped pack by its id, an office's own by the id or the path; UsageError with file, line and what is wrong.

    What is broken beside the notice that is asked for is only told of.
    """
    ours = office(beside) if beside else Office({})
    for id, fault in ours.faults:
        if id == str(name):
            raise fault
    path = ours.notices.get(str(name), Path(name))
    for _, fault in ours.faults:
        warn(
            tr(
                f"有一份通知不能用（不影响本次）：{fault}",
                f"A notice cannot be used (this run does not need it): {fault}",
            )
        )
    if str(name) in shipped():
        return parse(_shipped_text(str(name)), f"{name}.toml")
    if path.is_file():
        return read(path)
    known = listed([*shipped(), *ours.notices])
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
        return load(DEFAULT, beside)
    source = Source.of(file)
    used = source.table().get("use")
    return load(used, beside) if isinstance(used, str) else _of_office(source)
