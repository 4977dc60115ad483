"""What the checks on reuse have in common: how the other applicant and the other side's place are told and shown."""

from __future__ import annotations

from dataclasses import replace

from verify.across import Match, Whose
from verify.model import Evidence

FORM = "applicant.json"
"""The file in which a value stands that was typed and not uploaded."""


def named_side(whose: Whose) -> str:
    """The other applicant as a message names them, so that a reviewer finds their folder."""
    more = [f"文件夹“{whose.folder}”", *([whose.employer] if whose.employer else [])]
    if whose.batch:
        more.insert(0, f"以前批次“{whose.batch}”")
    return f"申报人“{whose.name}”（{'，'.join(more)}）"


def told_places(match: Match) -> str:
    """Where both sides stand, in words."""
    return f"本人：{_place(match.mine)}；对方：{_place(match.theirs)}"


def both(match: Match) -> tuple[Evidence, Evidence]:
    """Both sides' places; the other's file goes by their folder, as it is none of this applicant's."""
    return match.mine, replace(match.theirs, file=f"{match.whose.folder}/{match.theirs.file}")


def _place(shown: Evidence) -> str:
    if shown.file == FORM:
        return "申报信息"
    return f"{shown.file} 第 {shown.page} 页" if shown.page else shown.file
