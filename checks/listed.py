"""Lists of people that a label opens (发明人：…, 主要起草人：…), over as many lines as they take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checks.fields import SURE
from checks.names import Level, Sighting, compact, find_name, looks_like_name
from checks.pages import WELL, at, joined, read_well
from checks.rows import height, levels
from verify.finding import Evidence
from verify.model import Document
from verify.page import Page, Word

_ORDER: tuple[Level, ...] = ("exact", "near", "none")

NEXT_LINE = 2.2
"""A list's next line begins at most so many line heights below the last one's foot."""

_BETWEEN = re.compile(r"[;,、。/|\n]|\s{2,}|[(\[][^()\[\]]*[)\]]|[\d*†‡①-⑳]+")
_LABEL = re.compile(r"^[^:]{0,2}[\u4e00-\u9fff\s]{2,12}(?:\([^)]*\))?\s*:")
_NEXT_LABEL = re.compile(r"\s+[\u4e00-\u9fff]{2,10}(?:\([^)]*\))?\s*:")
_LATIN = re.compile(r"[A-Za-z]{2,}[A-Za-z .'\-]*[A-Za-z]")
_OPEN_END = re.compile(r"[;,、]\s*$")
_AND_OTHERS = re.compile(r"等\W*$")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list's lines, top to bottom, without its label; NFKC, white space kept."""

    document: Document
    page: Page
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(word.text for word in self.words)

    @property
    def people(self) -> tuple[str, ...]:
        """The Chinese names in it, in their order."""
        return people_in(self.text)

    @property
    def shown(self) -> Evidence:
        """Where its first line stands, with all of its text."""
        first = joined(list(self.words))
        return at(self.document, self.page, Word("".join(w.text for w in self.words), first.box, first.confidence))

    @property
    def complete(self) -> bool:
        """Whether it was read surely, names people, and says all of them: who is not in it is not listed."""
        sure = all(word.confidence >= SURE for word in self.words) and read_well(self.page, WELL)
        more = _AND_OTHERS.search(self.text) or _OPEN_END.search(self.text)
        return sure and bool(self.people) and not more and not _LATIN.search(self.text)

    def sighting(self, name: str) -> Sighting:
        """How surely `name` is in it; a name may run on from one line to the next."""
        apart = find_name(name, self.words)
        together = find_name(name, [_one_line(self.words)]) if len(self.words) > 1 else apart
        if apart.level == together.level:
            return apart
        seen = apart if apart.word else together
        return Sighting("near", seen.word, seen.read)


def listings(
    documents: Iterable[Document], labels: Iterable[str], stops: Iterable[str] = (), after: Iterable[str] = ()
) -> list[Listing]:
    """Every list that one of `labels` opens, in page order; it ends at another label or where the lines break off.

    `stops`: further words that begin what comes after a list. `after`: headings below which alone to look.
    """
    opens, closes = _opening(labels), tuple(stops)
    return [
        Listing(document, page, words) for document in documents for page in document.pages
        for source in (page.words, page.second)
        for words in _lists(below(source, after) if after else source, opens, closes)
    ]  # fmt: skip


def best_of(name: str, lists: Iterable[Listing]) -> tuple[Level, Listing | None]:
    """The best sighting of a name in some lists, and in which; the first list where it is in none."""
    graded = [(one.sighting(name).level, one) for one in lists]
    return min(graded, key=lambda pair: _ORDER.index(pair[0]), default=("none", None))


def below(words: Sequence[Word], headings: Iterable[str]) -> list[Word]:
    """The lines below the first one that holds one of `headings`, in its column; none where no line does."""
    wanted = tuple(headings)
    head = next((word.box for word in words if any(one in _bare(word.text) for one in wanted)), None)
    return [w for w in words if head and w.box[1] > head[1] and w.box[0] < head[2] and head[0] < w.box[2]]


def people_in(text: str) -> tuple[str, ...]:
    """The Chinese names in a list, separated by any mark or by white space; 王 建 is one name."""
    found: list[str] = []
    for piece in _BETWEEN.split(unicodedata.normalize("NFKC", text)):
        apart = piece.replace("等", " ").split()
        if looks_like_name("".join(apart)):
            found.append(compact("".join(apart)))
        else:
            found += [compact(part) for part in apart if looks_like_name(part)]
    return tuple(found)


def _opening(labels: Iterable[str]) -> re.Pattern[str]:
    """A label at the beginning of a line, its characters spaced or not, perhaps after 本标准 or a number."""
    spaced = sorted((r"\s*".join(map(re.escape, label)) for label in labels), key=len, reverse=True)
    return re.compile(
        rf"^[^\w]*(?:\d{{1,2}}[.、]?\s*)?(?:本\w{{2}})?(?:{'|'.join(spaced)})(?:\([^)]*\))?(?:名单|为|是|如下)*\s*(:|\s|$)?(.*)"
    )


def _lists(source: Sequence[Word], opens: re.Pattern[str], stops: tuple[str, ...]) -> Iterator[tuple[Word, ...]]:
    table = levels(source)
    for number, level in enumerate(table):
        for place, word in enumerate(level):
            found = opens.match(_wide(word.text))
            if found and (found[1] is not None or people_in(found[2])):
                rest, whole = _own(found[2])
                own = Word(rest, word.box, word.confidence)
                first = _cut([own, *(level[place + 1 :] if whole else ())], stops)
                more = _further(first, table[number + 1 :], stops) if first and whole else ()
                words = [word for word in (_line(first), *more) if word]
                if words:
                    yield tuple(words)


def _own(text: str) -> tuple[str, bool]:
    """What stands before a further label on the same line (王建 奖励等级:二等), and whether there is none."""
    label = _NEXT_LABEL.search(text)
    return (text[: label.start()], False) if label else (text, True)


def _further(first: list[Word], table: list[list[Word]], stops: tuple[str, ...]) -> Iterator[Word | None]:
    """The lines that go on with a list."""
    last = first
    for level in table:
        foot, line = max(word.box[3] for word in last), _cut(level, stops)
        apart = min(word.box[1] for word in level) - foot
        text = "".join(word.text for word in line)
        if apart > NEXT_LINE * height(last[0].box) or not line:
            return
        said = _wide("".join(word.text for word in last)).strip(" :")
        opened = not said or _OPEN_END.search(said)
        if not (opened or people_in(text) or _LATIN.search(text)):
            return
        yield _line(line)
        if len(line) < len(level):
            return
        last = line


def _cut(level: list[Word], stops: tuple[str, ...]) -> list[Word]:
    """The words of a line up to one that begins something else."""
    for place, word in enumerate(level):
        text = _wide(word.text).strip()
        if _LABEL.match(text) or _bare(text).startswith(stops):
            return level[:place]
    return level


def _line(level: list[Word]) -> Word | None:
    """One line of the list; boxes side by side stay apart."""
    words = [word for word in level if _wide(word.text).strip(" :")]
    if not words:
        return None
    whole = joined(words)
    return Word("  ".join(_wide(word.text).strip(" :") for word in words), whole.box, whole.confidence)


def _one_line(words: Sequence[Word]) -> Word:
    """All lines as one: where the next one begins with a whole name, the last one was whole too."""
    text = words[0].text
    for word in words[1:]:
        first = _BETWEEN.split(word.text.strip())[0].split()
        text += (" ; " if first and looks_like_name(first[0]) else "") + word.text
    whole = joined(list(words))
    return Word(text, whole.box, whole.confidence)


def _wide(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _bare(text: str) -> str:
    return "".join(_wide(text).split())
