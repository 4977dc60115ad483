"""Which files prove which claimed project, paper, patent, standard or award."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from verify.form import Form
from verify.intake.slots import core
from verify.intake.text import squeezed
from verify.model import ITEM_SLOTS, SLOT_NAMES, Claim, Document, Item, Slot

_FIELDS = {
    Slot.PROJECT: "projects",
    Slot.PAPER: "papers",
    Slot.PATENT: "patents",
    Slot.STANDARD: "standards",
    Slot.AWARD: "awards",
}
_LIKE = 80
"""Least likeness (0..100) of a folder's name to a claim's."""
_SHOWN = 85
"""Least likeness of a stretch of a page to a claim's name: a title read with one slip in seven characters."""
_MARGIN = 3
"""How far the best must lead: phase one and phase two of a project differ in a character."""
_SHORT = 4
"""Names below this length are looked for as they stand: two characters are always like something."""
_SHORTENED = 90.0
"""Likeness of a name that leaves characters out but changes none."""
_MAX_PAIRS, _MAX_CLAIMS, _MAX_NAME, _MAX_TEXT = 900, 30, 100, 50_000
"""Bounds on what is compared letter by letter. Forms have ten items a slot; a hostile one must not cost minutes."""
_GENERIC = re.compile(r"(?:项目|工程|业绩|论文|专利|标准|奖项|获奖|材料|附件|代表作)?[0-9一二三四五六七八九十]{0,3}")
_ZIP = re.compile(r"\.zip$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A claim with its subject in the form and the names that a folder or page may show it by."""

    subject: str
    claim: Claim
    names: tuple[str, ...]


def build_items(form: Form, documents: Sequence[Document]) -> tuple[tuple[Item, ...], tuple[Document, ...]]:
    """The items of an applicant, and the documents with their `item` set, in the order given.

    Claims find their folder by `folder`, else by name, else by what its pages show; a single claim and a single folder
    without a telling name belong together. Files outside item folders go to the only claim, or to the one whose name
    they show; the rest make an item of no claim, so that nothing is passed over. Claims come first, in the form's
    order; a claim without files is an item without documents.
    """
    placed = {id(document): document.item for document in documents}
    items: list[Item] = []
    for slot in ITEM_SLOTS:
        own = [document for document in documents if document.slot is slot]
        claims = _claims(form, slot)
        folders = {item: [d for d in own if d.item == item] for item in dict.fromkeys(d.item for d in own if d.item)}
        pairs = _pair(claims, folders)
        subjects = {claim.subject: pairs.get(claim.subject, claim.subject) for claim in claims}
        for document in own:
            placed[id(document)] = document.item or _home(document, claims, subjects, slot)
        items.extend(_items(slot, claims, subjects, [replace(d, item=placed[id(d)]) for d in own]))
    return tuple(items), tuple(replace(document, item=placed[id(document)]) for document in documents)


def _claims(form: Form, slot: Slot) -> list[_Claimed]:
    field = _FIELDS[slot]
    claims: Sequence[Claim] = getattr(form, field)
    return [_Claimed(f"{field}[{index}]", claim, _names(claim)) for index, claim in enumerate(claims)]


def _names(claim: Claim) -> tuple[str, ...]:
    listed = (getattr(claim, key, None) for key in ("name", "title", "number"))
    return tuple(name[:_MAX_NAME] for name in map(squeezed, listed) if name)


def _items(slot: Slot, claims: list[_Claimed], subjects: dict[str, str], documents: list[Document]) -> Iterable[Item]:
    for claim in claims:
        subject = subjects[claim.subject]
        yield Item(slot, subject, claim.claim, tuple(d for d in documents if d.item == subject))
    unclaimed = dict.fromkeys(d.item for d in documents if d.item and d.item not in subjects.values())
    for subject in unclaimed:
        yield Item(slot, subject, None, tuple(d for d in documents if d.item == subject))


def _pair(claims: list[_Claimed], folders: dict[str, list[Document]]) -> dict[str, str]:
    """Item folders by the subject of their claim; a folder that two claims name is both's."""
    pairs = {claim.subject: named for claim in claims if (named := _named(claim, folders))}
    pairs |= _best(claims, folders, pairs, _likeness, _LIKE)
    texts = {folder: _text(documents) for folder, documents in folders.items() if folder not in pairs.values()}
    pairs |= _best(claims, folders, pairs, lambda claim, folder: _shown(claim, texts[folder]), _SHOWN)
    open_claims = [claim for claim in claims if claim.subject not in pairs]
    open_folders = [folder for folder in folders if folder not in pairs.values()]
    if len(open_claims) == len(open_folders) == 1 and _GENERIC.fullmatch(_bare(open_folders[0])):
        pairs[open_claims[0].subject] = open_folders[0]
    return pairs


def _named(claim: _Claimed, folders: Iterable[str]) -> str | None:
    """The folder that the claim's own `folder` names, by its last part; numbers before it may differ."""
    wanted = (getattr(claim.claim, "folder", None) or "").replace("\\", "/").strip("/ ")
    if not wanted:
        return None
    folders = list(folders)
    for same in (_path_key, _last, _bare):
        found = [folder for folder in folders if same(folder) == same(wanted)]
        if len(found) == 1:
            return found[0]
    return None


def _path_key(folder: str) -> str:
    return "/".join(squeezed(_ZIP.sub("", part)) for part in folder.split("/"))


def _last(folder: str) -> str:
    return squeezed(_ZIP.sub("", folder.rpartition("/")[2]))


def _bare(folder: str) -> str:
    """A folder's name without its number; of a number alone, the number without leading zeros."""
    bare = core(_ZIP.sub("", folder.rpartition("/")[2]))
    return str(int(bare)) if bare.isascii() and bare.isdecimal() else squeezed(bare)


def _best(
    claims: list[_Claimed],
    folders: dict[str, list[Document]],
    pairs: dict[str, str],
    score: Callable[[_Claimed, str], float],
    least: float,
) -> dict[str, str]:
    """Pairs of what is still open, each the other's best by more than the margin; in doubt none."""
    open_claims = [claim for claim in claims if claim.subject not in pairs]
    open_folders = [folder for folder in folders if folder not in pairs.values()]
    if len(open_claims) * len(open_folders) > _MAX_PAIRS:
        return {}
    scores = {(c.subject, f): score(c, f) for c in open_claims for f in open_folders}
    found: dict[str, str] = {}
    for (subject, folder), value in scores.items():
        rivals = [v for (s, f), v in scores.items() if (s == subject) != (f == folder)]
        if value >= least and all(value >= rival + _MARGIN for rival in rivals):
            found[subject] = folder
    return found


def _likeness(claim: _Claimed, folder: str) -> float:
    from rapidfuzz import fuzz

    name = _bare(folder)
    if len(name) < 2 or _GENERIC.fullmatch(name):
        return 0.0
    scores = [fuzz.partial_ratio(*sorted((name, own), key=len)) for own in claim.names]
    shortened = [_SHORTENED for own in claim.names if _in_order(name, own)]
    return max([*scores, *shortened], default=0.0)


def _in_order(short: str, full: str) -> bool:
    """Whether `short` keeps characters of `full` in their order: "镜湖一标段" of "镜湖新区住宅工程（一标段）"."""
    rest = iter(full)
    return all(char in rest for char in short)


def _shown(claim: _Claimed, text: str) -> float:
    """How well a text shows one of the claim's names: over 100 where it stands as it is, more for a longer name."""
    from rapidfuzz import fuzz

    best = 0.0
    for name in claim.names:
        if name in text:
            best = max(best, 100.0 + len(name))
        elif _SHORT <= len(name) <= len(text):
            best = max(best, min(fuzz.partial_ratio(name, text, score_cutoff=_SHOWN), 95.0))
    return best


def _text(documents: Iterable[Document]) -> str:
    return squeezed("".join(page.text for document in documents for page in document.pages))[:_MAX_TEXT]


def _home(document: Document, claims: list[_Claimed], subjects: dict[str, str], slot: Slot) -> str:
    """The item of a file that lies in no item folder."""
    if len(claims) == 1:
        return subjects[claims[0].subject]
    if 1 < len(claims) <= _MAX_CLAIMS:
        text = _text([document])
        (best, subject), (second, _) = sorted(((_shown(claim, text), claim.subject) for claim in claims), reverse=True)[
            :2
        ]
        if best >= max(_SHOWN, second + _MARGIN):
            return subjects[subject]
    return document.file.rpartition("/")[0] if not document.loose else SLOT_NAMES[slot]
