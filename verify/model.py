"""The nouns of hedui: frozen values that pass from folder to report. Imports nothing of ours but form and traces.

Lengths are pixels of the upright page as read; boxes are (x0, y0, x1, y1), x to the right and y down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from verify.form import Award, Form, Paper, Patent, Project, Standard
from verify.traces import Traces

if TYPE_CHECKING:
    from verify.across import Across, Whose

Box = tuple[int, int, int, int]

Cells = tuple[tuple[str, ...], ...]
"""A table's rows of texts."""


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
class Word:
    """A line of text as the engine groups it, with its confidence in 0..1."""

    text: str
    box: Box
    confidence: float


SealKind = Literal["unit", "review", "registration", "other"]
SealShape = Literal["circle", "ellipse", "rectangle"]


class SealPurpose(StrEnum):
    """What a seal is for; verify/purposes.py has their names and the kind that each is of."""

    OFFICIAL = "official"  # 公章, a branch's too
    CONTRACT = "contract"
    FINANCE = "finance"
    PROJECT = "project"  # 项目部, 项目经理部, 项目监理部
    DRAWING = "drawing"  # 出图专用章
    TECHNICAL = "technical"  # 技术, 资料, 业务专用章
    INVOICE = "invoice"  # 发票专用章
    DEPARTMENT = "department"  # 办公室, 人事, 档案
    SPECIAL = "special"  # any other 专用章
    REVIEW = "review"  # 施工图审查
    REGISTRATION = "registration"  # a registered person's
    COMPLETION = "completion"  # 竣工图章: a form to be filled in and signed
    PERSONAL = "personal"  # a person's name
    TAX = "tax"  # 发票监制章, printed with the invoice
    REMARK = "remark"  # 附件, 核对无误, 作废
    OTHER = "other"
    UNKNOWN = "unknown"  # round, and not legible enough to tell


@dataclass(frozen=True, slots=True)
class SealOutline:
    """Where a seal's border lies, in pixels of the page: an ellipse (a circle is one) or a rectangle.

    `width` runs along `angle`, in degrees clockwise from the x axis, `height` across it; both are whole axes or sides.
    `start` is the direction, in degrees clockwise from up, in which the widest gap between the letters ends, and `span`
    the degrees from there to where that gap begins; a rectangle has neither.
    """

    shape: Literal["ring", "rectangle"]
    x: float
    y: float
    width: float
    height: float
    angle: float
    start: float = 0.0
    span: float = 360.0


LatticeLine = tuple[tuple[tuple[str, float], ...], ...]
"""One reading of a line: for each letter what it may be, likeliest first, with probabilities."""

Lattice = tuple[LatticeLine, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal's impression. `candidates` are readings of the title, best first; `title` is the first or "".

    `purpose` is finer than `kind`, which follows from it. `outline` is None where nothing but the box is known.
    `lattice` says of the best readings what else their letters may be. `skipped`: seen but not read, as its page bears
    more seals than are read of one.
    """

    title: str
    texts: tuple[str, ...]
    kind: SealKind
    shape: SealShape
    colour: str
    box: Box
    confidence: float
    candidates: tuple[str, ...] = ()
    purpose: SealPurpose = SealPurpose.UNKNOWN
    outline: SealOutline | None = None
    lattice: Lattice = ()
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One upright page. `second` are the lines of the second reader, () where it was not asked.

    `marks` are boxes of ink that no reader took for text: signatures, ticks, drawings. `turned` is the clockwise
    rotation in degrees that made the page upright. `blank`: nothing but paper. `grey`: without any colour, as a
    black-and-white copy is: a seal found there counts (its colour is "black"), but one may as well have been missed.
    """

    number: int
    width: int
    height: int
    source: Literal["ocr", "text"]
    words: tuple[Word, ...] = ()
    seals: tuple[Seal, ...] = ()
    second: tuple[Word, ...] = ()
    marks: tuple[Box, ...] = ()
    turned: int = 0
    blank: bool = False
    grey: bool = False

    @property
    def text(self) -> str:
        """All lines of the first reader, one a line, in reading order."""
        return "\n".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Border:
    """The paper around a portrait, from its top edge and upper sides, in CIE L*a*b* (L 0..100).

    `lightness` and `chroma` are medians; `spread` is the 5th-to-95th percentile range of L; `shade` is the
    15th percentile of L and `tinge` the 85th of chroma: 85 of 100 pixels are at least so light, at most so coloured.
    """

    lightness: float
    chroma: float
    spread: float
    shade: float
    tinge: float


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """An image file as uploaded: `width` and `height` after its EXIF orientation; `mode` is Pillow's (RGB, CMYK, L)."""

    media: str
    width: int
    height: int
    mode: str
    border: Border | None = None


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


class Outcome(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    UNSURE = "unsure"
    NA = "na"
    BROKEN = "broken"


class Consequence(StrEnum):
    NOTE = "note"
    VOID = "void"
    RETURN = "return"
    REJECT = "reject"
    SUSPECT = "suspect"


class Verdict(StrEnum):
    SUSPECT = "suspect"
    REJECT = "reject"
    RETURN = "return"
    REVIEW = "review"
    PASS = "pass"


class Stage(StrEnum):
    """The order in which the report presents the checks; a failing stage stops nothing (一次性告知)."""

    PHOTO = "photo"
    FORM = "form"
    EVIDENCE = "evidence"
    BLACKLISTS = "blacklists"
    ACROSS = "across"


OwnerKind = Literal["employer", "other", "unreadable", "nobody"]
Role = Literal["client", "survey", "design", "contractor", "supervisor", "review", "authority"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose seal it is, and why.

    `name` is the employer's or the other's, None where it cannot be told ("unreadable") or where it is no unit's seal
    but a person's or a remark ("nobody"). `role` is the other's in the project, or "authority", None where not known.
    `score` (0..1) says how well the seal shows `name`; `employer` and `party` how well it shows the employer's name and
    the best of the parties' (`party_name`, None where none is known): what speaks for the owner is their difference.
    """

    kind: OwnerKind
    name: str | None
    score: float
    role: Role | None = None
    employer: float = 0.0
    party: float = 0.0
    party_name: str | None = None

    @property
    def margin(self) -> float:
        """By how much the employer's name fits better than the best party's; negative where the party's does."""
        return round(self.employer - self.party, 4)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a reader should look: a file, and where known the page (from 1), the box on it and the text there.

    `owner` is whose the seal at `box` was taken for, where a check asked. `whose` is the applicant whose file it is,
    None for the one reported on; the file is then relative to that one's folder all the same ("../张三/论文/1.jpg").
    `earlier` shows what stood at `box` before, as a JPEG in base64; "" where there is none.
    """

    file: str
    page: int | None = None
    box: Box | None = None
    text: str | None = None
    confidence: float | None = None
    owner: Owner | None = None
    whose: Whose | None = None
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """What a check returns: its outcome for one subject. The judge adds id, clause, consequence and remedy.

    `table` lays side by side what was compared, headings first, every row as long; () where there is nothing to lay.
    `section` is that of the check's clause which is meant, where the notice puts several on one check.
    """

    outcome: Outcome
    subject: str
    message: str
    evidence: tuple[Evidence, ...] = ()
    expected: str | None = None
    found: str | None = None
    table: Cells = ()
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence of a notice: `section` as cited ("附件2 二1") and `quote`, word for word."""

    section: str
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of a report. `clause` is None where the check is ours and not the notice's (核验提示).

    `unclear`: what the notice leaves open that bears on what failed or is doubted.
    """

    check: str
    stage: Stage
    outcome: Outcome
    consequence: Consequence | None
    subject: str
    message: str
    clause: Clause | None = None
    remedy: str | None = None
    evidence: tuple[Evidence, ...] = ()
    expected: str | None = None
    found: str | None = None
    table: Cells = ()
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The judged case of one applicant."""

    case: Case
    verdict: Verdict
    findings: tuple[Finding, ...]
