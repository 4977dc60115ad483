"""What reuse.file and reuse.page say of what two applicants have in common: seen, with whom, why not, what next."""

from __future__ import annotations

from dataclasses import replace

from checks.rows import plain
from verify.across import Doubt, Match, MatchKind, Reason, Whose
from verify.finding import Evidence, Outcome

SHOWN = 8
"""Differing places named as evidence."""

NAMED = 5
"""Other people named in one message, besides the first."""

BENIGN = "可能是共同参与、同一单位统一扫描或误传，不等于造假"
ONE_PHOTO = "裁边、另存以外处处相同，像是同一张照片；也可能是上传时拿错，不等于造假"
NEAR_PHOTO = "底色、构图相同的不同照片也会这样接近，几位同事也可以上传同一张现场照片"
NEXT_PHOTO = "请并排对照两张图片，是同一张的，请双方说明并重新提交"
NEXT = "请并排打开双方材料，核对原件，并向双方单位和出具单位核实"


def alike(matches: list[Match], first: Match) -> str:
    """What is alike, and whose it is."""
    pages = len({match.mine.page for match in matches})
    several = f"等 {pages} 页" if pages > 1 else ""
    people = tuple(dict.fromkeys(match.whose for match in matches))
    others = f"{_whose(first.whose)}{_and_others(people, first.whose)}"
    how = {
        MatchKind.FILE: "与对方的文件逐字节相同",
        MatchKind.PHOTO: f"与对方的图片画面相近{_parts(first)}",
    }.get(first.kind, f"与对方页面有大量相同的文字（除去通用格式文字，两页内容有 {first.score:.0%} 相同）")
    return f"{first.what}{several}{how}：对方是{others}，文件“{first.theirs.file}”{_number(first.theirs)}"


def _parts(match: Match) -> str:
    return "" if match.parts is None else f"（画面相似度 {match.score:.2f}，差别最大的局部 {match.parts:.2f}）"


def _and_others(people: tuple[Whose, ...], first: Whose) -> str:
    """The others who have the same, by name, NAMED at most."""
    rest = [f"“{one.name}”" for one in people if one != first]
    more = f"等 {len(rest)} 人" if len(rest) > NAMED else ""
    return f"，还有{''.join(rest[:NAMED])}{more}" if rest else ""


def _whose(whose: Whose) -> str:
    details = "，".join(part for part in (whose.employer, whose.batch and f"批次 {whose.batch}") if part)
    return f"“{whose.name}”" + (f"（{details}）" if details else "")


def _number(evidence: Evidence) -> str:
    return f"第 {evidence.page} 页" if evidence.page else ""


def why(match: Match, outcome: Outcome) -> str:
    """What makes it legitimate, or what speaks for it, and the next step."""
    if outcome is Outcome.PASS:
        return f"{match.explained}，不作为问题"
    if match.kind is MatchKind.PHOTO:
        whose = f"{match.explained}。" if match.explained else ""
        return f"{whose}{ONE_PHOTO if outcome is Outcome.FAIL else NEAR_PHOTO}。{NEXT_PHOTO}"
    if outcome is Outcome.FAIL:
        return f"{_changed(match)}{BENIGN}。{NEXT}"
    known = match.explained in {*Reason, *Doubt}
    reason = f"{match.explained}。" if known else "几个人可以各有内容相同的证明，只看文字分不清是否同一份。"
    return f"{reason}{NEXT}"


def _changed(match: Match) -> str:
    """What was seen of the names; a match that nothing explains has one person's name where the other's is."""
    if not match.mine.text:
        return ""
    if plain(match.whose.name) in plain(match.mine.text):
        return f"材料上是“{match.whose.name}”的姓名，没有读到申报人的。"
    return f"申报人姓名处，对方页面写的是“{match.whose.name}”；不同之处已框出（其中可能有识别差异）。"


def evidence(matches: list[Match]) -> list[Evidence]:
    """Mine and the other's, then where they differ."""
    shown = [place for match in matches[:SHOWN] for place in (match.mine, replace(match.theirs, text=None))]
    places = [Evidence(m.mine.file, m.mine.page, box) for m in matches for box in m.differing if box != m.mine.box]
    return [*shown, *places[:SHOWN]]


def theirs(match: Match) -> str:
    """Where the other's stands."""
    return f"{match.theirs.file} {_number(match.theirs)}".strip()
