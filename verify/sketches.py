"""What is kept of one applicant so that others' evidence can be compared with it: no picture, no text but a few words.

verify/compare makes and matches sketches, verify/store keeps them; `Stored…` is a sketch with whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verify.across import Whose
from verify.dates import PartialDate
from verify.finding import Evidence
from verify.model import Slot
from verify.page import Box

State = Literal["ink", "alike", "blind"]


@dataclass(frozen=True, slots=True)
class PageSketch:
    """One page. `shingles` are uint32, ascending, little-endian (verify/compare/shingles.py)."""

    file: str
    page: int
    slot: Slot
    shingles: bytes
    item: str | None = None
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class PhotoSketch:
    """The hash, 32 bytes, and the hashes of the photo's parts (verify.compare.photo_frames)."""

    hash: bytes
    frames: bytes = b""


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A picture that the store kept, and whose it is; `portrait`: it was uploaded as an ID photo."""

    whose: Whose
    file: str
    sha256: str
    portrait: bool
    hash: bytes
    frames: bytes = b""


@dataclass(frozen=True, slots=True)
class SealSketch:
    """One seal. `state`: "ink" can be compared, "alike" is even ink (electronic, printed), "blind" cannot be told.

    `radius` in pixels of the page; `blob` (verify.compare.ink_codec) is b"" unless it is ink.
    """

    page: int
    box: Box
    radius: float
    title: str
    colour: str
    state: State
    blob: bytes = b""


@dataclass(frozen=True, slots=True)
class StoredSeal:
    """A seal that the store kept, and whose it is. `sha256` is its file's."""

    whose: Whose
    file: str
    sha256: str
    page: int
    box: Box
    title: str
    blob: bytes


@dataclass(frozen=True, slots=True)
class InkSketches:
    """What is kept of one file."""

    seals: tuple[SealSketch, ...] = ()
    photo: PhotoSketch | None = None


@dataclass(frozen=True, slots=True)
class NumberSketch:
    """A number of one applicant. `kind` is the pack's id of it, `name` what a message calls it.

    `exact` and `folded` are as number_text makes them. `sure`: from a text layer, or read from pictures alike twice or
    with a valid check digit; `own`: the applicant is named with it. `people` are the others who are; `of` is the award's
    name. `shared`: it may belong to several, `each` of whom may have a paper of their own (not kept in the store),
    `others`: to somebody else (nor this). `record`: it may be the number of the form itself, and is not sure (nor this).
    """

    kind: str
    name: str
    exact: str
    folded: str
    shown: Evidence
    sure: bool
    own: bool
    shared: bool = False
    people: tuple[str, ...] = ()
    of: str | None = None
    others: bool = False
    each: bool = False
    record: bool = False


@dataclass(frozen=True, slots=True)
class StoredNumber:
    """A number of another applicant."""

    whose: Whose
    number: NumberSketch


@dataclass(frozen=True, slots=True)
class RoleSketch:
    """A sole role that an applicant claims. `folded` is the project's name as `lookup` gives it, `number` its number.

    `role` is the pack's word for `said`, `bracket` what stands in brackets with it (土建),
    `disciplines` are what the papers tell it is of (勘察, 设计).
    `platform`: a platform's page names the applicant in it (at completion, where the platform tells stages). `people`
    are others whom the pages name in it, `changed`: they speak of a change of person.
    """

    project: str
    folded: str
    role: str
    said: str
    shown: Evidence
    number: str | None = None
    employer: str | None = None
    started: PartialDate | None = None
    completed: PartialDate | None = None
    platform: bool = False
    changed: bool = False
    people: tuple[str, ...] = ()
    bracket: str = ""
    disciplines: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """By which others' claims of the same project are found."""
        return tuple(f"{kind}:{key}" for kind, key in (("名", self.folded), ("号", self.number)) if key)


@dataclass(frozen=True, slots=True)
class StoredRole:
    """A role of another applicant."""

    whose: Whose
    role: RoleSketch
