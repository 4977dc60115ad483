"""What lies beyond one applicant's folder: other applicants, earlier batches, the platforms' export, the archive.

Frozen values, gathered after reading and before judging, so that a check stays pure. Nothing of ours is imported but
the model's evidence and dates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from verify.dates import PartialDate
from verify.finding import Evidence
from verify.model import Document
from verify.page import Box


class MatchKind(StrEnum):
    """What was found with another applicant as well."""

    FILE = "file"  # byte for byte
    PAGE = "page"  # the same page, re-scanned, cropped or re-saved
    PHOTO = "photo"  # a picture without text
    SEAL = "seal"  # one impression's ink twice
    NUMBER = "number"  # a certificate's, patent's or record's number
    ROLE = "role"  # one sole role in one project


class Reason(StrEnum):
    """What makes it legitimate that two applicants share a page or file: said in Chinese, for the report."""

    BOTH_NAMED = "双方姓名都在材料上，是共同的成果或材料"
    CO_AUTHORS = "双方都在填报的作者、发明人之列，是共同的成果"
    SHARED_WORK = "双方都填报了这项工程（标准），是它的共用材料"
    COMMON = "双方单位相同，是单位统一提供的材料"
    IMPERSONAL = "页面上没有读到双方姓名，也几乎没有日期、编号，像是通用的条款或说明"
    PUBLIC = "是刊物、标准的封面、目录或前言，不是个人的材料"
    LETTER = "双方填报同一工程，角色不同或不是只有一人的角色，可能是同一单位为各人分别出具的证明"


class Doubt(StrEnum):
    """What may make it so, or why it cannot be told; a person must look."""

    MINE = "页面上是申报人本人的姓名，可能是对方误传、使用了申报人的材料"
    LISTED = "是多人的名单，双方单位相同，没有读到申报人的姓名，可能是单位统一提供的，名单中未必有申报人"
    NAMESAKE = "两人同名，身份证号没有都填写正确，可能是同一人的另一次申报，也可能是同名的两个人"
    TWO_NUMBERS = "两人同名而身份证号不同，只看姓名分不清是谁的，也可能是同一人填错了号码"
    NEAR_NAME = "两人姓名只差一字，可能是同一人（笔误、异体字），也可能是两个人"
    NAMELESS = "页面上没有读到双方姓名，不能确定是谁的"
    UNREAD = "对方页面上写的是谁的姓名没有比对出来"
    FIGURES = "大段文字相同而日期、编号各不相同，可能是同一格式的文本，也可能是照抄"
    FORM = "只有一部分文字相同，比对的人数又少，可能是同一格式的材料"
    SHARED = "页面写明的工程双方都填报了（名称或标段的写法不同），可能是这项工程的共用材料，但页面上只有一方的姓名"
    UNIFORM = "除姓名外，相同的只有通用的评语和签署日期，没有各人自己的日期和工作数量，可能是单位统一填写的"
    PRINT = "两页上可比的日期、编号太少，可能是通用的格式或条款"
    BLOCK = "印章连同周围的落款等印刷内容一起相同，而两页的其他文字没有比对为相同：可能是签章处被整块移用，也可能是同一页的局部或识别不清"
    BLANK = "印章周围没有印刷内容，两页的文字又太少或只有一部分相同：可能是同一页材料扫描了两次，也可能是印迹被移用"


@dataclass(frozen=True, slots=True)
class Whose:
    """Another applicant. `batch` names the earlier batch they stood in, None for the one at hand."""

    folder: str
    name: str
    employer: str | None = None
    batch: str | None = None


PORTRAITS = "证件照"
"""What a match is called that lies between two ID photos."""


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that two applicants have in common. `what` names it in Chinese (the number, the project and role).

    `score` is the measure of its kind: weighted Jaccard of a page, correlation of a seal's ink, 1.0 where it is exact.
    `differing` are the places of `mine` that the other lacks. `explained` says in Chinese what makes the sharing
    legitimate (of a page or file: a Reason), or why that cannot be told (a Doubt); None where nothing was seen that does.
    `parts` is how alike the least alike part of a photo is (0..1), and of two seals the ink without what lacks it on both
    (-1..1); None where it cannot be told.
    """

    kind: MatchKind
    what: str
    mine: Evidence
    theirs: Evidence
    whose: Whose
    score: float = 1.0
    differing: tuple[Box, ...] = ()
    explained: str | None = None
    parts: float | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a platform's export: one person in one role of one project; what the export lacks is None.

    `id_number` shows the first six and last four characters at most. `where` names the file and row.
    """

    project: str
    number: str | None = None
    person: str | None = None
    role: str | None = None
    unit: str | None = None
    started: PartialDate | None = None
    completed: PartialDate | None = None
    where: str = ""
    id_number: str | None = None


@dataclass(frozen=True, slots=True)
class Breach:
    """An entry of the integrity archive (诚信档案库) that is about this applicant, or may be.

    `sure`: the ID number agrees; else only the name does.
    """

    recorded: date
    reason: str
    sure: bool
    where: str = ""


@dataclass(frozen=True, slots=True)
class Across:
    """All that was found for one applicant. `records` and `breaches` are None where no export, no archive was given.

    `compared`: at least so many other applicants, in steps, as each newcomer would change everyone's report; `earlier`:
    some of them from earlier batches. `blind` are seals too
    small or too faint for their ink to be compared, `alike` such as are alike by design (electronic or printed), `thin`
    pages with too little text to be compared, or with too little besides what many have.
    `persons` groups this applicant and those whose seals match: the entries of one person, as far as can be told.
    `documents` are others' files that matches point at, for their pictures. `faults` are checks' ids with why what they
    judge could not be gathered.
    """

    compared: int = 0
    earlier: bool = False
    matches: tuple[Match, ...] = ()
    records: tuple[Record, ...] | None = None
    breaches: tuple[Breach, ...] | None = None
    blind: tuple[Evidence, ...] = ()
    alike: tuple[Evidence, ...] = ()
    thin: tuple[Evidence, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    persons: tuple[tuple[Whose, ...], ...] = ()
    documents: tuple[Document, ...] = field(default=(), compare=False, repr=False)

    def of(self, kind: MatchKind) -> tuple[Match, ...]:
        return tuple(match for match in self.matches if match.kind is kind)
