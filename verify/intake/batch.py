"""A batch: which of its folders are applicants, or what is wrong with the path that was given."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from verify.errors import UsageError
from verify.intake.names import FORM_NAME, ignored, unique
from verify.intake.slots import exact_slot
from verify.intake.text import display_name, printable
from verify.intake.tree import names
from verify.lang import tr

_SHAPE = (
    "批次文件夹里应当每位申报人一个子文件夹（如 001_姓名/），其中放 applicant.json 和 证件照/、工程业绩/ 等；"
    "根目录可放 roster.xlsx 和 notice.toml",
    "A batch holds one folder per applicant (such as 001_NAME/) with applicant.json and photo/, project/ and so on; "
    "roster.xlsx and notice.toml may stand beside them",
)
_BESIDE = {"roster.xlsx", "roster.csv", "notice.toml", "registry.xlsx", "registry.csv"}
"""Files of a batch's root that other steps read."""


def applicant_folders(batch: Path, out: Path | None = None) -> tuple[Path, ...]:
    """The applicants' folders in the order of their names; raises UsageError that says what a batch looks like.

    Passed over: hidden folders, `notices`, `*-reports` and `out`. A folder that is a link is listed: `take_in` reports
    it, so that no applicant goes missing.
    """
    entries = _entries(batch)
    folders = [entry for entry in entries if _is_folder(entry) and not _passed_over(entry, out)]
    if _one_applicant(entries, folders):
        raise UsageError(_said_of_one(_shown(batch)))
    if not folders:
        raise _no_batch(
            f"{_shown(batch)} 里没有申报人文件夹，只有：{names(entries)}",
            f"{_shown(batch)} holds no applicants' folders, but: {names(entries)}",
        )
    return tuple(Path(entry.path) for entry in folders)


def by_shown_name(folders: Iterable[Path]) -> dict[str, Path]:
    """Applicants' folders by the names they go by: as they read, and each once."""
    taken: set[str] = set()
    return {unique(display_name(folder.name), taken): folder for folder in folders}


def stray_files(batch: Path) -> tuple[str, ...]:
    """Names of files in the batch's root that belong to no applicant and to no step, for a warning."""
    entries = [entry for entry in _entries(batch) if not _is_folder(entry)]
    return tuple(display_name(entry.name) for entry in entries if entry.name.casefold() not in _BESIDE)


def _shown(path: Path) -> str:
    return printable(str(path).encode("utf-8", "replace").decode())


def _said_of_one(shown: str) -> str:
    return tr(
        f"{shown} 像是一位申报人的文件夹，不是批次。请用 `hedui check {shown}`，或给出它的上一级文件夹",
        f"{shown} looks like one applicant's folder, not a batch. Use `hedui check {shown}`, or name the folder above",
    )


def _no_batch(zh: str, en: str) -> UsageError:
    """What is wrong with the path, and what a batch looks like."""
    return UsageError(tr(f"{zh}。{_SHAPE[0]}", f"{en}. {_SHAPE[1]}"))


def _entries(batch: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(batch) as entries:
            kept = [entry for entry in entries if not ignored(entry.name)]
    except FileNotFoundError:
        shown = _shown(batch)
        raise _no_batch(f"没有这个文件夹：{shown}。请检查路径", f"No such folder: {shown}. Check the path") from None
    except NotADirectoryError:
        raise _no_batch(f"{_shown(batch)} 是文件，不是文件夹", f"{_shown(batch)} is a file, not a folder") from None
    except OSError as error:
        shown, why = _shown(batch), error.strerror
        message = tr(f"{shown} 无法读取（{why}），请检查权限", f"{shown} cannot be read ({why}); check the permissions")
        raise UsageError(message) from None
    return sorted(kept, key=lambda entry: os.fsencode(entry.name))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle
        return False


def _passed_over(entry: os.DirEntry[str], out: Path | None) -> bool:
    name, path = entry.name.casefold(), Path(entry.path)
    is_out = out is not None and out.exists() and path.samefile(out)
    ours = is_out or name == "notices" or name.endswith("-reports")
    return (path / "batch.json").is_file() or (ours and not (path / FORM_NAME).is_file())


def _one_applicant(entries: list[os.DirEntry[str]], folders: list[os.DirEntry[str]]) -> bool:
    if any(entry.name.casefold() == FORM_NAME for entry in entries):
        return True
    return bool(folders) and all(exact_slot(entry.name) for entry in folders) and not _has_form(folders)


def _has_form(folders: list[os.DirEntry[str]]) -> bool:
    """Whether a folder named like a slot is an applicant's all the same."""
    return any((Path(entry.path) / FORM_NAME).is_file() for entry in folders)
