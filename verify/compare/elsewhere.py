"""Other applicants' files as a report may show them: named from the applicant's own folder, and read from the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from verify.across import Match, Whose
from verify.finding import Evidence
from verify.intake.sniff import media_of
from verify.model import Document, Slot
from verify.read.file import Reading

Recall = Callable[[Path], Reading | None]
"""What was read of a file already; None where nothing was."""


def placed(match: Match, own: str) -> Match:
    """The match with the other's evidence named from the folder `own`, and marked as the other's."""
    if match.whose.folder == own and match.whose.batch is None:
        return match
    file = f"{prefix(match.whose)}{match.theirs.file}"
    return replace(match, theirs=replace(match.theirs, file=file, whose=match.whose))


def prefix(whose: Whose) -> str:
    """The way from one applicant's folder to another's, as batches lie side by side."""
    return f"../../{whose.batch}/{whose.folder}/" if whose.batch else f"../{whose.folder}/"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The batch at hand, for pictures of others' files: those of earlier batches, or in archives, are not there."""

    folders: Mapping[str, Path]
    recall: Recall

    def documents(self, matches: Iterable[Match]) -> tuple[Document, ...]:
        """The others' files that the matches point at, once each."""
        found = {match.theirs.file: match.theirs for match in matches if match.theirs.whose}
        return tuple(document for evidence in found.values() for document in self._document(evidence))

    def _document(self, evidence: Evidence) -> Iterator[Document]:
        whose = evidence.whose
        if whose is None or whose.batch or whose.folder not in self.folders:
            return
        path = self.folders[whose.folder] / evidence.file.removeprefix(prefix(whose))
        reading = self.recall(path) if path.is_file() and not path.is_symlink() else None
        if reading:
            yield Document(evidence.file, path, "", 0, media_of(path), Slot.OTHER, pages=reading.pages)
