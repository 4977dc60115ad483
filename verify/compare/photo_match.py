"""One photo under two names, by the distance of PDQ hashes. Bytes that agree are reuse.file's matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from verify.across import Match, MatchKind, Whose
from verify.compare.ink_sketch import InkSketches
from verify.compare.photo_sketch import distance
from verify.model import Case, Evidence, Slot

FAR, BITS = 31, 256
"""PDQ's own bar: at most 31 of 256 bits differ between copies of one picture. Farther ones are not handed on; which of
these count is the notice's to say (`photo_similarity` of reuse.page)."""


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A picture that the store kept, and whose it is; `portrait`: it was uploaded as an ID photo."""

    whose: Whose
    file: str
    sha256: str
    portrait: bool
    hash: bytes


def match_photos(
    mine: Case,
    sketches: Mapping[str, InkSketches],
    candidates: Iterable[StoredPhoto],
    same_person: Callable[[Whose], bool],
    farthest: int = FAR,
) -> tuple[Match, ...]:
    """Pictures of `mine` that another person's folder has too, but for re-saving; nearest first.

    `score` is the share of equal bits; `what` says whether an ID photo is among the two.
    """
    documents = {document.file: document for document in mine.documents}
    photos = [(documents[file], kept.photo) for file, kept in sketches.items() if file in documents and kept.photo]
    others = tuple(candidates) if photos else ()
    matches = [
        Match(MatchKind.PHOTO, _what(document.slot is Slot.PHOTO, other), Evidence(document.file, 1),
              Evidence(other.file, 1), other.whose, round(1 - far / BITS, 3))
        for document, photo in photos
        for other in others
        if other.sha256 != document.sha256
        and (far := distance(photo.hash, other.hash)) <= farthest
        and not same_person(other.whose)
    ]  # fmt: skip
    return tuple(sorted(matches, key=lambda match: -match.score))


def _what(portrait: bool, other: StoredPhoto) -> str:
    return "证件照" if portrait and other.portrait else "图片（一处为证件照）" if portrait or other.portrait else "图片"
