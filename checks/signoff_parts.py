"""What a sign-off must have, and where its four parts may stand on a page: the phrase, date, signature and seal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from checks.check import Params
from checks.pages import Hit, marks, marks_by
from checks.rows import height
from verify.finding import Evidence
from verify.model import Case, Document, Item, Slot
from verify.page import Box, Page, Word

State = Literal["there", "doubtful", "missing"]

SHAKY = 0.6
"""A line read with less confidence than this may be handwriting that says something else."""


class Verified(Params):
    """What counts as a sign-off, and what is exempt from it.

    `per`: one sign-off an item ("item") or a file ("file"). `phrases` count, `weaker` are a person's to judge. `exempt`
    slots need none, nor does a project's file with one of `platform_words` (it can be queried again); one with words of
    `platform_doubtful` may be such a page. Seals with
    `special_seals` words are not plainly the unit's own. `reach`: how far date and signature may stand from the
    phrase, in line heights. `term_words`: of lines whose dates lie beyond the page's own (有效期至 …).
    """

    per: Literal["item", "file"] = "item"
    phrases: tuple[str, ...]
    weaker: tuple[str, ...] = ()
    signer_labels: tuple[str, ...]
    date_labels: tuple[str, ...]
    exempt: tuple[Slot, ...] = ()
    platform_words: tuple[str, ...] = ()
    platform_doubtful: tuple[str, ...] = ()
    special_seals: tuple[str, ...] = ()
    term_words: tuple[str, ...] = ()
    reach: float = 5.0


@dataclass(frozen=True, slots=True)
class Signed:
    """A page that bears the phrase, and where it comes from."""

    case: Case
    item: Item | None
    document: Document
    page: Page
    hit: Hit


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a sign-off must have: whether it is there, and what to tell the applicant if not."""

    state: State
    message: str = ""
    evidence: Evidence | None = None


def unread(page: Page, box: Box, reach: float) -> bool:
    """Whether near a box there is ink that was not read, or hardly: a hand-written date perhaps."""
    shaky = any(word.confidence < SHAKY and is_close(box, word.box, reach, page) for word in page.words)
    return shaky or bool(set(marks(page)) & set(marks_by(page, box, reach)))


def distance(box: Box) -> Callable[[Word], int]:
    """How far a line stands from a box, in pixels between their middles."""
    x, y = box[0] + box[2], box[1] + box[3]
    return lambda word: abs(word.box[0] + word.box[2] - x) + abs(word.box[1] + word.box[3] - y)


def is_close(a: Box, b: Box, reach: float, page: Page) -> bool:
    """Whether a line stands within reach of the phrase, further to the sides than above and below."""
    far = max(reach * height(a), 0.08 * page.height)
    return abs((a[1] + a[3]) - (b[1] + b[3])) / 2 <= far and a[0] - 3 * far <= b[2] and b[0] <= a[2] + 3 * far


def on_one_row(a: Box, b: Box) -> bool:
    """Whether two boxes stand side by side, no more than ten line heights apart."""
    level = min(a[3], b[3]) - max(a[1], b[1]) >= 0.3 * min(height(a), height(b))
    return level and max(b[0] - a[2], a[0] - b[2]) <= 10 * height(a)


def seal_is_close(phrase: Box, seal: Box, page: Page, share: float = 0.12) -> bool:
    """Whether a seal stands within a share of the page's height from the phrase, twice as far to its sides."""
    aside = max(seal[0] - phrase[2], phrase[0] - seal[2])
    apart = max(seal[1] - phrase[3], phrase[1] - seal[3])
    return apart <= share * page.height and aside <= 2 * share * page.height
