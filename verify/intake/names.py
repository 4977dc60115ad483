"""Names that are no evidence: what systems and editors leave behind, and what was never meant to be uploaded."""

from __future__ import annotations

FORM_NAME = "applicant.json"
"""The form's file in an applicant's folder."""

_LEFT_BEHIND = {"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information"}


def ignored(name: str) -> bool:
    """Whether one name of a path (file or folder) is to be passed over: hidden, or left by a system or an editor."""
    hidden = name.startswith((".", "~$")) and name not in {".", ".."}
    return hidden or name.casefold() in _LEFT_BEHIND


def unique(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with " (2)" and so on before its suffix; remembers what it gave in `taken`."""
    stem, dot, suffix = wanted.rpartition(".")
    if not dot or "/" in suffix:
        stem, suffix = wanted, ""
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{stem} ({count}){dot if suffix else ''}{suffix}"
    taken.add(name)
    return name
