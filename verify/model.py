"""An applicant's case: slots, files, items. Imports nothing of ours but form, page and traces."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from verify.form import Award, Form, Paper, Patent, Project, Standard
from verify.page import ImageFacts, Page
from verify.traces import Traces

if TYPE_CHECKING:
    from verify.across import Across


class Slot(StrEnum):
    """What a file was uploaded as: one upload folder each; the value is the report's document kind."""

    PHOTO = "photo"
    EDUCATION = "education"
    TITLE = "title"
    ASSESSMENT = "assessment"
    TRAINING = "continuing_education"
    INSURANCE = "insurance"
    PROJECT = "project"
    PAPER = "paper"
    PATENT = "patent"
    STANDARD = "standard"
    AWARD = "award"
    COMMITMENT = "commitment"
    SELF_ASSESSMENT = "self_assessment"
    RECOMMENDATION = "recommendation"
    REVIEW_FORM = "review_form"
    EMPLOYER_NOTE = "employer_note"
    OTHER = "other"


SLOT_NAMES: dict[Slot, str] = {
    Slot.PHOTO: "证件照",
    Slot.EDUCATION: "学历学位",
    Slot.TITLE: "职称证书",
    Slot.ASSESSMENT: "年度考核",
    Slot.TRAINING: "继续教育",
    Slot.INSURANCE: "社保",
    Slot.PROJECT: "工程业绩",
    Slot.PAPER: "论文",
    Slot.PATENT: "专利",
    Slot.STANDARD: "标准",
    Slot.AWARD: "获奖",
    Slot.COMMITMENT: "承诺书",
    Slot.SELF_ASSESSMENT: "自评表",
    Slot.RECOMMENDATION: "推荐",
    Slot.REVIEW_FORM: "评审表",
    Slot.EMPLOYER_NOTE: "单位说明",
    Slot.OTHER: "其他",
}

ITEM_SLOTS = (Slot.PROJECT, Slot.PAPER, Slot.PATENT, Slot.STANDARD, Slot.AWARD)
"""Slots that hold one sub-folder per item."""


class Trouble(StrEnum):
    """Why a file, or a part of the form, could not be used."""

    CORRUPT = "corrupt"  # does not open, or stops half way
    ENCRYPTED = "encrypted"
    EMPTY = "empty"  # zero bytes
    TOO_LARGE = "too_large"  # bytes, pixels, pages or members over the limit
    UNSUPPORTED = "unsupported"  # Word, Excel, OFD, unknown content
    NOT_A_FILE = "not_a_file"  # device, pipe, socket
    LINK = "link"  # a symbolic link
    QUARANTINED = "quarantined"  # the reader crashed, ran out of time or memory, twice
    UNSAFE_NAME = "unsafe_name"  # an archive member that points outside its archive
    BAD_FORM = "bad_form"  # applicant.json: a field of the wrong kind
    NO_FORM = "no_form"  # applicant.json: nothing of it could be used
    UNKNOWN_KEY = "unknown_key"  # applicant.json: kept, not used
    DISAGREES = "disagrees"  # roster and applicant.json
    NO_FOLDER = "no_folder"  # in the roster, without a folder of materials


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that kept a file or a datum from being used.

    `file` is relative to the applicant's folder (or names the field, for the form's problems); `message` is Chinese,
    for the report, and ends with what to do.
    """

    trouble: Trouble
    file: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """One uploaded file (or archive member), read. `file` is relative to the applicant's folder, with forward slashes.

    `media` is what the content says ("image/jpeg", "application/pdf"), `path` where its bytes lie on this machine,
    `item` the item folder it belongs to ("工程业绩/01镜湖") or None, `loose` whether it lay outside any slot folder.
    `traces` are what the file itself tells of how it was made, None where it was not read to its end.
    """

    file: str
    path: Path = field(compare=False, repr=False)
    sha256: str
    size: int
    media: str
    slot: Slot
    item: str | None = None
    loose: bool = False
    pages: tuple[Page, ...] = ()
    image: ImageFacts | None = None
    problem: Problem | None = None
    traces: Traces | None = None

    @property
    def readable(self) -> bool:
        return self.problem is None


Claim = Project | Paper | Patent | Standard | Award


@dataclass(frozen=True, slots=True)
class Item:
    """One claimed project, paper, patent, standard or award, with the files that should prove it.

    `subject` is its folder, or such as `projects[0]` where the form claims what no folder holds; `claim` is None for a
    folder that the form does not mention.
    """

    slot: Slot
    subject: str
    claim: Claim | None
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One applicant: the form, the files, the items they prove, and what went wrong on the way here.

    `across` is what lies beyond this folder, None where it was judged alone (`hedui check`).
    """

    folder: str
    name: str
    form: Form
    documents: tuple[Document, ...] = ()
    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    across: Across | None = None

    def in_slot(self, slot: Slot) -> tuple[Document, ...]:
        return tuple(d for d in self.documents if d.slot is slot)

    def items_in(self, slot: Slot) -> tuple[Item, ...]:
        return tuple(i for i in self.items if i.slot is slot)
