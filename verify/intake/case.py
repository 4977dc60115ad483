"""One applicant's folder taken in: the form, the files with their slots, and what could not be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from verify import limits
from verify.form import Form
from verify.intake import unzip
from verify.intake.fingerprint import Fingerprint, Unusable, fingerprint
from verify.intake.form_file import read_form
from verify.intake.names import FORM_NAME, unique
from verify.intake.person import name_of
from verify.intake.roster import Roster, Row
from verify.intake.roster_match import match
from verify.intake.roster_merge import merge
from verify.intake.slots import place
from verify.intake.sniff import ARCHIVE, AVIF, DOCX, EMPTY, GIF, OFD, OFFICE, PPTX, READABLE, TEXT, XLSX, ZIP
from verify.intake.text import display_name
from verify.intake.tree import Entry, walk
from verify.intake.unzip import Member, Unpacked
from verify.model import Document, Problem, Slot, Trouble

Unpack = Callable[[Path, Path], Unpacked]

_AGAIN = "请转换为 PDF 后重新上传"
_REFUSED = {
    DOCX: f"是 Word 文档，无法核验，{_AGAIN}",
    XLSX: f"是 Excel 工作簿，无法核验，{_AGAIN}",
    PPTX: f"是 PowerPoint 演示文稿，无法核验，{_AGAIN}",
    OFFICE: f"是旧版 Office 文档，无法核验，{_AGAIN}",
    OFD: f"是 OFD 版式文件，没有可用的阅读器，{_AGAIN}",
    TEXT: f"是纯文本或网页，不能作为佐证，{_AGAIN}",
    GIF: "是 GIF 图片，不受支持，请转换为 JPEG 或 PDF 后重新上传",
    AVIF: "是 AVIF 图片，不受支持，请转换为 JPEG 或 PDF 后重新上传",
    ARCHIVE: "是 RAR、7z 等压缩包，不解压，请解压后上传其中的文件，或改用 ZIP",
    ZIP: "是压缩包里的压缩包，只解压一层，请解压后上传其中的文件",
}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file or archive member with its bytes known, not read yet.

    `file` is relative to the applicant's folder, "/" between its parts, members as "a.zip/名.jpg", and unique; `item`
    and `loose` as in Document. `problem` says why no reader can use it; it is not repeated in Intake.problems.
    """

    file: str
    path: Path = field(compare=False, repr=False)
    size: int
    sha256: str
    media: str
    slot: Slot
    item: str | None = None
    loose: bool = False
    problem: Problem | None = None

    def document(self) -> Document:
        """The Document that a reader has still to fill; its `problem` is kept."""
        return Document(
            self.file, self.path, self.sha256, self.size, self.media, self.slot, self.item, self.loose,
            problem=self.problem,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Intake:
    """What a folder holds. `problems` are those that belong to no file of `files`; `row` is the roster's."""

    folder: str
    name: str
    form: Form
    files: tuple[FoundFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    row: Row | None = None


def take_in(folder: Path, roster: Roster | None, spool: Path, unpack: Unpack = unzip.unpack) -> Intake:
    """Take in the applicant's `folder`; never raises for what it holds.

    Archives are unpacked into `spool`, a folder of this applicant's own that must live as long as the files are used;
    `unpack` may run in another process. Files come in the order of their names.
    """
    shown = display_name(folder.name)
    if folder.is_symlink():
        problem = Problem(Trouble.LINK, "", "申报人文件夹是链接，未读取；请放入文件夹本身后重新核验")
        return Intake(shown, name_of(shown), Form(), problems=(problem,))
    entries, problems = walk(folder)
    forms = [entry for entry in entries if entry.file.casefold() == FORM_NAME]
    form, row, said = _form(forms[0] if forms else None, roster, shown)
    files, troubles = _files([entry for entry in entries if entry not in forms[:1]], spool, unpack)
    return Intake(shown, form.name or name_of(shown), form, files, (*problems, *said, *troubles), row)


def _form(entry: Entry | None, roster: Roster | None, folder: str) -> tuple[Form, Row | None, tuple[Problem, ...]]:
    form, problems = read_form(entry.path) if entry else (Form(), ())
    row, unclear = match(roster, folder, form) if roster else (None, ())
    problems += unclear
    if row:
        form, conflicts = merge(form, row)
        problems += row.problems + conflicts
    if not entry and not row:
        message = "没有 applicant.json，名单里也没有这位申报人，凡需要申报信息的项目都无法核验；请补充后重新上传"
        problems += (Problem(Trouble.BAD_FORM, FORM_NAME, message),)
    elif form.name is None:
        problems += (Problem(Trouble.BAD_FORM, "name", "缺少姓名（name），已按文件夹名称显示；请补充后重新上传"),)
    return form, row, problems


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A file whose bytes are still to be read; `inside` an archive or not."""

    file: str
    path: Path
    inside: bool = False


def _files(entries: list[Entry], spool: Path, unpack: Unpack) -> tuple[tuple[FoundFile, ...], tuple[Problem, ...]]:
    files: list[FoundFile] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for number, entry in enumerate(entries):
        top = _Candidate(unique(entry.file, taken), entry.path)
        for found in _opened(top, spool / f"{number:05d}", unpack):
            if isinstance(found, Problem):
                problems.append(found)
            elif len(files) < limits.MAX_FILES:
                files.append(found)
            else:
                message = f"文件超过 {limits.MAX_FILES} 个，未核验；请删去无关文件后重新上传"
                problems.append(Problem(Trouble.TOO_LARGE, found.file, message))
    return tuple(files), tuple(problems)


def _opened(candidate: _Candidate, into: Path, unpack: Unpack) -> Iterator[FoundFile | Problem]:
    """The file itself, or what its archive holds."""
    try:
        known = fingerprint(candidate.path)
    except Unusable as refused:
        yield Problem(refused.trouble, candidate.file, refused.message)
        return
    if known.media != ZIP or candidate.inside:
        yield _found(candidate, known)
        return
    members, problems = unpack(candidate.path, into)
    yield from (_within(candidate.file, problem) for problem in problems)
    if not members and not problems:
        yield Problem(Trouble.EMPTY, candidate.file, "压缩包里没有文件，请检查后重新上传")
    taken: set[str] = set()
    for member in members:
        yield from _opened(_member(candidate.file, member, taken), into, unpack)


def _member(archive: str, member: Member, taken: set[str]) -> _Candidate:
    return _Candidate(f"{archive}/{unique(member.name, taken)}", member.path, inside=True)


def _within(archive: str, problem: Problem) -> Problem:
    file = f"{archive}/{problem.file}" if problem.file else archive
    return Problem(problem.trouble, file, problem.message)


def _found(candidate: _Candidate, known: Fingerprint) -> FoundFile:
    placed = place(candidate.file)
    return FoundFile(
        candidate.file, candidate.path, known.size, known.sha256, known.media, placed.slot, placed.item, placed.loose,
        problem=_refusal(candidate.file, known),
    )  # fmt: skip


def _refusal(file: str, known: Fingerprint) -> Problem | None:
    if known.media in READABLE:
        return None
    if known.media == EMPTY:
        return Problem(Trouble.EMPTY, file, "文件是空的（0 字节），请重新上传")
    message = _REFUSED.get(known.media, f"内容不是可识别的图片或 PDF，无法核验，{_AGAIN}")
    return Problem(Trouble.UNSUPPORTED, file, message)
