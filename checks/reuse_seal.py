"""Seals that share their ink (XC-08, EV-13): a wet impression is on one sheet, and its ink on another is a copy.

The run says what was compared (`Case.across`); the measure is the correlation of the ink along the border.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from pydantic import Field

from checks.check import Params, failed, na, passed, unsure
from verify.across import Across, Doubt, Match, MatchKind
from verify.finding import Evidence, Observation
from verify.model import Case

SUBJECT = "印章"

ASK = (
    "相同也可能是：同一次盖章的扫描件用于两处、单位统一扫描分发的材料、单位使用的电子印章（含以实物印迹制作的图片章）、"
    "印章本身的缺口和磨损（每次盖出都在同一处缺墨）。"
    "请并排对照两处印迹（缺墨、断笔的位置是否相同），请申报人提交两处材料的原件，必要时向盖章单位核实；程序不认定印章真伪。"
)


class Ink(Params):
    """`threshold`: least correlation (0..1) of two impressions' ink that counts as the same ink; from `doubtful` on it
    may be. `inked`: the least that must be left of it without the places that lack ink on both, as a stamp's nicks do.

    `picture_seal`: the same ink with so many people, the applicant among them, is for a person: most likely a picture
    that their unit made of its stamp.
    `electronic_pages`: what it is on a page made by a computer (PDF with a text layer), where a seal is seldom ink.
    `none_comparable`: what it is when not one seal of an applicant was fit to be compared. `shown`: matches told at most.
    """

    threshold: float = Field(gt=0, le=1)
    doubtful: float = Field(gt=0, le=1)
    inked: float = Field(gt=0, le=1)
    picture_seal: int = Field(ge=2)
    electronic_pages: Literal["fail", "unsure"]
    none_comparable: Literal["unsure", "na"]
    shown: int = Field(ge=1)


def seal(case: Case, params: Ink) -> Iterable[Observation]:
    """No two wet-ink impressions share their ink; one observation for each file of the applicant that has such."""
    if case.across is None:
        return [na(SUBJECT, "单独核对一人，未与其他申报人比对印章印迹。")]
    same = [match for match in case.across.of(MatchKind.SEAL) if match.score >= params.doubtful]
    copied = [match for match in same if match.explained is None or isinstance(match.explained, Doubt)]
    if copied:
        copied.sort(key=lambda match: match.mine.file)
        return [_copied(case, file, list(group), params) for file, group in groupby(copied, lambda m: m.mine.file)]
    return [_explained(same) if same else _nothing(case, case.across, params)]


def _copied(case: Case, file: str, matches: list[Match], params: Ink) -> Observation:
    matches.sort(key=lambda match: _order(case, match, params))
    told = "；".join(_told(case, match, params) for match in matches[: params.shown])
    more = f"；另有 {len(matches) - params.shown} 处" if len(matches) > params.shown else ""
    evidence = dict.fromkeys(one for match in matches[: params.shown] for one in _places(match))
    found = f"油墨相关系数 {_shown(max(match.score for match in matches))}"
    expected = f"每次盖章的油墨各不相同（相关系数低于 {params.threshold:.2f}，达到 {params.doubtful:.2f} 的由人工看）"
    message = f"{told}{more}。两次用印的油墨浓淡、缺墨不会处处相同。{ASK}"
    doubts = list(_doubts(case, matches, params))
    outcome = unsure if doubts else failed
    return outcome(file, "".join([*doubts, message]), *evidence, expected=expected, found=found)


def _order(case: Case, match: Match, params: Ink) -> tuple[bool, bool, bool, float]:
    """The likeliest copy first."""
    many = _people(case, match, params) >= params.picture_seal
    return not _sure(match, params), isinstance(match.explained, Doubt), many, -match.score


def _doubts(case: Case, matches: list[Match], params: Ink) -> Iterator[str]:
    """Why not even the likeliest, the first, may be a copied impression."""
    if params.electronic_pages == "unsure" and all(_electronic(case, match.mine) for match in matches):
        yield "所在页是电子生成的 PDF，印章多为电子印章，本应相同。"
    first = matches[0]
    if first.score < params.threshold:
        yield f"相近的程度还不足以认定（低于 {params.threshold:.2f}）。"
    elif not _sure(first, params):
        yield "相近之处多在两处都缺墨的地方，可能是印章本身的缺口、磨损，不足以认定。"
    if isinstance(first.explained, Doubt):
        yield f"{first.explained}。"
    if (people := _people(case, first, params)) >= params.picture_seal:
        yield f"同一印迹见于 {people} 人的材料，多为单位以实物印迹制作的图片章、几人共用的材料，或印章本身磨损。"


def _sure(match: Match, params: Ink) -> bool:
    return match.score >= params.threshold and (match.parts or 0.0) >= params.inked


def _people(case: Case, one: Match, params: Ink) -> int:
    """With how many people, the applicant among them, an impression is: entries of one person count once, and who shares
    the very sheet counts too, so that all who have it are judged alike."""
    across = case.across or Across()
    same = (match for match in across.of(MatchKind.SEAL) if match.mine == one.mine and match.score >= params.threshold)
    entries = {(None, case.folder), *((match.whose.batch, match.whose.folder) for match in same)}
    first = {(each.batch, each.folder): group[0] for group in across.persons for each in group}
    return len({first.get(entry, entry) for entry in entries})


def _told(case: Case, match: Match, params: Ink) -> str:
    there = f"{match.theirs.file} 第 {match.theirs.page} 页"
    batch = f"（{match.whose.batch} 批次）" if match.whose.batch else ""
    unit = f"，{match.whose.employer}" if match.whose.employer else ""
    other = "本人" if _own(case, match) else f"{match.whose.name}（文件夹 {match.whose.folder}{unit}）{batch}的"
    alike = "处处相近，像是同一次盖章" if _sure(match, params) else "有部分相近，不能确定是不是同一次盖章"
    place = f"第 {match.mine.page} 页{match.what}与{other} {there}上的印章油墨"
    return f"{place}{alike}（相关系数 {_shown(match.score)}）"


def _shown(score: float) -> str:
    """Cut off, not rounded: 0.499 is not 0.50."""
    return f"{round(score * 1000) // 10 / 100:.2f}"


def _places(match: Match) -> tuple[Evidence, ...]:
    """The two impressions."""
    return match.mine, match.theirs


def _own(case: Case, match: Match) -> bool:
    return match.whose.folder == case.folder and match.whose.batch is None


def _electronic(case: Case, place: Evidence) -> bool:
    pages = [page for document in case.documents if document.file == place.file for page in document.pages]
    return any(page.number == place.page and page.source == "text" for page in pages)


def _explained(same: list[Match]) -> Observation:
    first = same[0]
    message = (
        f"{len(same)} 处印章与 {first.whose.name} 等材料上的印迹相同，但{first.explained}（如 {first.mine.file} 第 {first.mine.page} 页"
        f"与 {first.theirs.file} 第 {first.theirs.page} 页）。没有发现印迹被移用到其他页面；这不等于印章为真。"
    )
    return passed(SUBJECT, message, *dict.fromkeys(match.mine for match in same))


def _nothing(case: Case, across: Across, params: Ink) -> Observation:
    count = sum(len(page.seals) for document in case.documents for page in document.pages)
    compared = max(0, count - len(across.blind) - len(across.alike))
    alike = f"{len(across.alike)} 枚墨色均匀（电子印章、预印章或墨色很匀，本来就彼此相同），" if across.alike else ""
    blind = f"{len(across.blind)} 枚太小、太淡、无彩色、不完整或压在文字上，" if across.blind else ""
    if compared:
        rest = f"{alike}{blind}未作比对。" if alike or blind else ""
        message = (
            f"{compared} 枚印章的印迹与本人其他材料及 {across.compared} 位其他申报人的比对，没有发现相同的。{rest}"
        )
        return passed(SUBJECT, f"{message}没有发现不等于印章为真。")
    if across.blind:
        message = f"材料中的印章都不能比对印迹：{alike}{blind}请对重要材料查看原件，或请申报人以 200 dpi 以上彩色扫描后重新提交。"
        return (
            unsure(SUBJECT, message, *across.blind[: params.shown])
            if params.none_comparable == "unsure"
            else na(SUBJECT, message)
        )
    if across.alike:
        return na(SUBJECT, f"{alike}没有湿墨印章可以比对印迹。")
    return na(SUBJECT, "材料中没有找到印章，未作比对。")
