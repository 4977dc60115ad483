"""Refuses a name that would accuse the innocent: each is tried, by the check's own matcher, on genuine names.

One that is a genuine name is refused whatever the share: what is forged in a genuine body's name, or a forged issue of
a genuine journal, cannot be told by the name. verify/genuine.toml holds those names from common knowledge. It guards
lists as they are loaded; no finding uses it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from checks.award_names import NotForged, alone, issuer_on, title_on
from checks.check import Params
from checks.journal_names import Blacklist, in_full, near, stem_of, titled
from checks.likeness import allowed, bare
from verify.blacklist_file import Entry
from verify.errors import UsageError
from verify.lang import listed, tr

EXAMPLES = 3
"""So many genuine names are given as examples."""


def refuse_broad(entry: Entry, params: Params) -> None:
    """UsageError where a name is a genuine one, or would match more than a small share of them: how many of how many."""
    if entry.list not in _MATCHED:
        return
    data, matched = genuine(), _MATCHED[entry.list]
    same = next((one for one in data[entry.list] if _is_in(entry, one)), None)
    own = () if entry.list == "issuers" else getattr(params, "innocent", ())
    known = tuple(dict.fromkeys((*data[entry.list], *own)))
    if entry.list == "journals" and (heads := list(matched(entry.name, tuple(data["heads"]), params))):
        raise UsageError(_no_name(entry, heads[0]))
    hit = list(matched(entry.name, known, params))
    if len(hit) > data["share"] * len(known):
        raise UsageError(_told(entry, hit, len(known)))
    if same:
        raise UsageError(_genuine(entry, same))


def _is_in(entry: Entry, one: str) -> bool:
    """Whether a name is a genuine one, or of an award or issuer a part, which is found on its pages as well."""
    if entry.list == "journals":
        return titled(entry.name) == titled(one)
    return bare(entry.name) in bare(one)


def _genuine(entry: Entry, one: str) -> str:
    kind, mend = _KINDS[entry.list]
    part = "" if entry.list == "journals" or bare(entry.name) == bare(one) else "的一部分"
    return tr(
        f"{entry.where}: “{entry.name}”是正规{kind}“{one}”的名称{part}，列入会把正规的判为可疑，不予载入。{mend}",
        f'{entry.where}: "{entry.name}" is, or is part of, the genuine name "{one}", which would be suspected; '
        "write the full forged name, or leave it out: a genuine name that is abused cannot be told by the name",
    )


def _no_name(entry: Entry, head: str) -> str:
    return tr(
        f"{entry.where}: “{entry.name}”不是刊名：会误中页眉、封面上的“{head}”等字样，请写完整名称",
        f'{entry.where}: "{entry.name}" is no journal\'s name: it would match a heading such as "{head}"; '
        "write the full name",
    )


def _told(entry: Entry, hit: list[str], of: int) -> str:
    some = listed(hit[:EXAMPLES])
    return tr(
        f"{entry.where}: “{entry.name}”太宽，参照的 {of} 个正规名称中会误中 {len(hit)} 个（如 {some}），请写完整名称",
        f'{entry.where}: "{entry.name}" is too broad: it would match {len(hit)} of {of} genuine names '
        f"(such as {some}); write the full name",
    )


def _journals(name: str, known: tuple[str, ...], params: Any) -> Iterator[str]:
    """A title on a cover is often read in pieces, so that a name counts that any piece of a genuine one would match."""
    tried = Blacklist(journals=(name,), slips=params.slips)
    full, reach = titled(name), allowed(titled(name), params.slips)
    shortest, longest = len(stem_of(name)) - reach, len(full) + reach
    pieces, letters = _pieces(known), set(full)
    found: set[str] = set()
    for size in range(max(1, shortest), longest + 1):
        for piece, owners in pieces.get(size, {}).items():
            likely = len(set(piece) - letters) <= reach and not owners <= found
            if likely and (in_full(piece, tried) or near(piece, tried)):
                found |= owners
    yield from (one for one in known if one in found)


def _awards(name: str, known: Iterable[str], params: Any) -> Iterator[str]:
    tried = NotForged(titles=(name,), issuers=(), slips=params.slips)
    yield from (one for one in known if title_on(alone(one), tried))


def _issuers(name: str, known: Iterable[str], params: Any) -> Iterator[str]:
    tried = NotForged(titles=(), issuers=(name,), slips=params.slips)
    yield from (one for one in known if issuer_on(alone(one), tried))


_ABUSED = "冒用正规名称的无法只凭名称认出，请删去，由人工核验"
_KINDS = {
    "journals": ("期刊", f"请写伪刊自己的完整刊名；{_ABUSED}"),
    "awards": ("奖项、证书", f"请写伪造证书上的完整名称；{_ABUSED}"),
    "issuers": ("单位", f"请写伪造证书上颁发单位的完整名称；{_ABUSED}"),
}
"""A list's name: what stands in it, and the mend."""

_MATCHED: Mapping[str, Callable[[str, tuple[str, ...], Any], Iterator[str]]] = {
    "journals": _journals,
    "awards": _awards,
    "issuers": _issuers,
}


@cache
def _pieces(names: tuple[str, ...]) -> dict[int, dict[str, frozenset[str]]]:
    """What stands together in the names, by its length, and in which."""
    found: dict[int, dict[str, frozenset[str]]] = {}
    for name in names:
        text = bare(name)
        for start in range(len(text)):
            for end in range(start + 1, len(text) + 1):
                owners = found.setdefault(end - start, {})
                piece = text[start:end]
                owners[piece] = owners.get(piece, frozenset()) | {name}
    return found


@cache
def genuine() -> dict[str, Any]:
    """The genuine names: journals, awards and issuers, with `heads` and the `share` that may be matched."""
    return tomllib.loads((files("verify") / "genuine.toml").read_text("utf-8"))
