"""What the checks on reuse have in common: how the other applicant and both sides' places are told."""

from __future__ import annotations

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
    """Where both sides stand, in words; the other's file as the match names it."""
    return f"本人：{_place(match.mine)}；对方：{_place(match.theirs)}"


def _place(shown: Evidence) -> str:
    if shown.file.rpartition("/")[2] == FORM:
        return "申报信息"
    return f"{shown.file} 第 {shown.page} 页" if shown.page else shown.file
