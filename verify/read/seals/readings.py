"""Collects readings of one title and ranks them: what the recogniser is sure of, what agrees, what ends like a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Levenshtein

from verify.page import Lattice
from verify.read.seals.recogniser import Letter

ENDING = re.compile(
    r"(公司|集团|局|院|中心|委员会|大学|学院|学校|厂|站|所|社|社区|村|处|厅|部|办公室|协会|学会|银行|监制章|专用章|审查章|章)$"
)
"""How names of organisations and seals end; a reading that ends so was cut at the right place."""

CERTAIN, SURE = 0.97, 0.9
"""Two equal readings with the first confidence, or three with the second, need no further one."""

OVERREAD = 0.03
"""By how much surer a reading must be without its first character for that to have been no character."""

MAX_CANDIDATES = 8

PRESCRIBED, LIKE_PRESCRIBED = ("全国统一发票监制章", "全国统一票据监制章"), 0.5
"""Titles of printed oval seals that the law sets word for word, and how like one a reading must be."""

MAX_LATTICES = 3
"""Readings whose uncertain letters are kept."""


@dataclass(frozen=True, slots=True)
class Text:
    """What was read of one seal: titles best first, inner lines, and the confidence in the first title.

    `unread`: in the middle is more than a star, and nobody could read it.
    """

    titles: tuple[str, ...]
    lines: tuple[str, ...]
    confidence: float
    lattice: Lattice = ()
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a strip, cleaned, the recogniser's confidence in 0..1, and what else its characters may be."""

    text: str
    score: float
    letters: tuple[Letter, ...] = ()


@dataclass(slots=True)
class Readings:
    """The readings of one title so far; `middle` is the direction in the middle of its letters, where it is known."""

    all: list[Reading] = field(default_factory=list)
    elected: Reading | None = None
    middle: float | None = None

    def elect(self, reading: Reading) -> None:
        """Puts first what the others' letters came to."""
        kept = trim(reading.text)
        start = reading.text.find(kept)
        if chinese(kept) >= 2 and start >= 0:
            self.elected = Reading(kept, reading.score, reading.letters[start : start + len(kept)])

    def add(self, text: str, score: float, letters: tuple[Letter, ...] = ()) -> None:
        """Keeps a reading that has at least two Chinese characters once trimmed."""
        kept = trim(text)
        if chinese(kept) < 2:
            return
        start = text.find(kept)
        own = letters[start : start + len(kept)] if len(letters) == len(text) and start >= 0 else ()
        self.all.append(Reading(kept, score, own))

    def lattice(self) -> Lattice:
        """What each letter may be, of the best readings that know."""
        best = [self.elected] if self.elected else []
        best += [reading for text in self.ranked() for reading in self.all if reading.text == text.text]
        known = [tuple(letter.readings for letter in reading.letters) for reading in best if reading.letters]
        return tuple(dict.fromkeys(known))[:MAX_LATTICES]

    @property
    def agreed(self) -> bool:
        """Whether two equal readings are both certain, or three are sure."""
        return any(self._counted(text, CERTAIN) > 1 or self._counted(text, SURE) > 2 for text in self._finished())

    @property
    def promising(self) -> bool:
        """Whether any reading was half sure of three characters."""
        return any(reading.score >= 0.5 and chinese(reading.text) >= 3 for reading in self.all)

    def ranked(self) -> tuple[Reading, ...]:
        """Different texts, best first, at most MAX_CANDIDATES; ties keep the order of reading."""
        best = {self.elected.text: self.elected} if self.elected else dict[str, Reading]()
        for reading in sorted(self.all, key=lambda reading: -self._value(reading)):
            best.setdefault(reading.text, reading)
        return tuple(best.values())[:MAX_CANDIDATES]

    def confidence(self) -> float:
        """0..1: the best reading's, lowered by as much as no other reading bears it out."""
        ranked = self.ranked()
        if not ranked:
            return 0.0
        others = [reading for reading in self.all if reading is not ranked[0]]
        support = max((alike(ranked[0].text, other.text) for other in others), default=0.0)
        return ranked[0].score * (0.6 + 0.4 * support)

    def _finished(self) -> set[str]:
        return {reading.text for reading in self.all if chinese(reading.text) >= 4 and ENDING.search(reading.text)}

    def _counted(self, text: str, least: float) -> int:
        return sum(reading.text == text and reading.score >= least for reading in self.all)

    def _value(self, reading: Reading) -> float:
        support = sum(other.score * alike(reading.text, other.text) ** 2 for other in self.all if other is not reading)
        share = support / max(1, len(self.all) - 1)
        length = min(chinese(reading.text), 12) / 12
        ended = 0.2 if ENDING.search(reading.text) else 0.0
        return reading.score * length + 0.5 * share + ended - (0.3 if self._overread(reading) else 0.0)

    def _overread(self, reading: Reading) -> bool:
        """Whether a surer reading is the same but for one or two characters fewer at the start: strokes of the line
        at the bottom, read as a character."""
        return any(
            reading.text.endswith(other.text)
            and 0 < len(reading.text) - len(other.text) <= 2
            and other.score > reading.score + OVERREAD
            for other in self.all
        )


def as_prescribed(text: Text) -> Text | None:
    """`text` with a prescribed title first, where what was read of an oval seal comes nearest to one; else None.

    Such a seal is printed with the form it stands on, half hidden by the form's heading: its words are known.
    """
    near = [(alike(title, known), known) for title in text.titles for known in PRESCRIBED]
    likeness, known = max(near, key=lambda one: one[0], default=(0.0, ""))
    if likeness < LIKE_PRESCRIBED:
        return None
    titles = tuple(dict.fromkeys((known, *text.titles)))[:MAX_CANDIDATES]
    return replace(text, titles=titles, confidence=min(text.confidence, likeness))


def trim(text: str) -> str:
    """Without spaces, without digits, letters and marks before and after the Chinese characters, and without one or two
    strokes of the next line after the legal form."""
    text = re.sub(r"\s+", "", text)
    text = re.sub(r"^[^一-鿿]+|[^一-鿿)）]+$", "", text)
    return re.sub(r"(?<=有限公司|责任公司).{1,2}$", "", text)


def chinese(text: str) -> int:
    """How many Chinese characters `text` has."""
    return sum("一" <= character <= "鿿" for character in text)


def alike(one: str, other: str) -> float:
    """1 less the normalised edit distance."""
    return float(Levenshtein.normalized_similarity(one, other))
