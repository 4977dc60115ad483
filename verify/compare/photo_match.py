"""One photo under two names, by the distance of PDQ hashes. Bytes that agree are reuse.file's matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

import numpy as np

from verify.across import PORTRAITS, Match, MatchKind, Whose
from verify.compare.photo_frames import farthest_part, wholes
from verify.finding import Evidence
from verify.model import Case, Document, Slot
from verify.read.engine import Array
from verify.sketches import InkSketches, PhotoSketch, StoredPhoto

FAR, BITS = 31, 256
"""PDQ's own bar: at most 31 of 256 bits differ between copies of one picture. Farther ones are not handed on; which of
these count is the notice's to say (`photo_similarity` of reuse.page)."""


_ONES = np.array([value.bit_count() for value in range(1 << 16)], np.uint8)
"""How many bits of a 16-bit number are set."""

PEOPLE = 5
"""Others' pictures named for one, the nearest first: all of a unit may have its emblem."""


class KeptPhotos:
    """Kept photos made ready for many comparisons: 32 bytes each in one table."""

    def __init__(self, stored: Iterable[StoredPhoto]) -> None:
        self._stored = tuple(photo for photo in stored if len(photo.hash) == BITS // 8)
        self._bits = np.frombuffer(b"".join(photo.hash for photo in self._stored), np.uint16).reshape(-1, BITS // 16)

    def near(self, photo: PhotoSketch, farthest: int) -> Iterator[tuple[int, StoredPhoto]]:
        """Those of which at most so many bits differ, and how many, nearest first; as they were kept where equal.

        Of the photo's frames, which are the photo with its edges cut a little or added to, the nearest counts.
        """
        far = np.min([self._far(whole) for whole in dict.fromkeys((photo.hash, *wholes(photo.frames)))], axis=0)
        places = np.flatnonzero(far <= farthest)
        return ((int(far[n]), self._stored[n]) for n in places[np.argsort(far[places], kind="stable")])

    def _far(self, whole: bytes) -> Array:
        return np.asarray(_ONES[self._bits ^ np.frombuffer(whole, np.uint16)].sum(axis=1, dtype=np.int64))


def match_photos(
    mine: Case,
    sketches: Mapping[str, InkSketches],
    candidates: KeptPhotos | Iterable[StoredPhoto],
    same_person: Callable[[Whose], bool],
    farthest: int = FAR,
) -> tuple[Match, ...]:
    """Pictures of `mine` that another person's folder has too, but for re-saving; nearest first, PEOPLE of each.

    `score` is the share of equal bits, `parts` that of the least alike part; `what` says whether an ID photo is among the two.
    """
    documents = {document.file: document for document in mine.documents}
    photos = [(documents[file], kept.photo) for file, kept in sketches.items() if file in documents and kept.photo]
    kept = candidates if isinstance(candidates, KeptPhotos) else KeptPhotos(candidates)
    matches = list[Match]()
    for document, photo in photos:
        others = (
            _match(document, far, photo, other)
            for far, other in kept.near(photo, farthest)
            if other.sha256 != document.sha256 and not same_person(other.whose)
        )
        matches += islice(others, PEOPLE)
    return tuple(sorted(matches, key=lambda match: -match.score))


def _match(document: Document, far: int, photo: PhotoSketch, other: StoredPhoto) -> Match:
    what = _what(document.slot is Slot.PHOTO, other)
    score = round(1 - far / BITS, 3)
    least = farthest_part(photo.frames, other.frames)
    parts = None if least is None else round(1 - least / BITS, 3)
    places = Evidence(document.file, 1), Evidence(other.file, 1)
    return Match(MatchKind.PHOTO, what, *places, other.whose, score, parts=parts)


def _what(portrait: bool, other: StoredPhoto) -> str:
    return (
        PORTRAITS if portrait and other.portrait else "图片（一处为证件照）" if portrait or other.portrait else "图片"
    )
