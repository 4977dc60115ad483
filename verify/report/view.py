"""A report's dict as its page shows it: findings worst first, each with its exhibits, and the pages that they show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from verify.finding import Stage
from verify.mask import tidy
from verify.report.order import QUIET, Row, bucket, stage_of, subject_name, title_of, worst_first
from verify.report.picture import Crop, Mark, PageImage, Sheet, data_uri
from verify.report.seal_card import Card

EXHIBITS = 12
"""Most pages that one finding shows; the rest is counted, and stands in report.json."""

BEFORE_AND_AFTER = ("tamper.pdf_revised", "tamper.pdf_overlay")
"""Checks whose `expected` is what stood there earlier, which need not be what is right."""

Images = Mapping[tuple[str, int], PageImage]


@dataclass
class Exhibit:
    """What one finding says about one page, or with `page` None a file; `sheet` is None where there is no picture.

    `whose` is the other applicant whose file it is, None for the one reported on. `earlier` are pictures, as data: URIs,
    of what stood there before.
    """

    file: str
    page: int | None
    whose: Mapping[str, str] | None = None
    sheet: Sheet | None = None
    marks: list[Mark] = field(default_factory=list)
    readings: list[tuple[str, float | None]] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)

    @property
    def crops(self) -> list[Crop]:
        """Of what is no seal with a picture of its own."""
        shown = {card.box for card in self.cards if card.pictured}
        return self.sheet.crops([mark for mark in self.marks if mark.box not in shown]) if self.sheet else []


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with what the page needs to show it; one that says the same of several subjects stands once."""

    number: int
    row: Row
    exhibits: list[Exhibit]
    left_out: int
    subjects: list[str]

    @property
    def bucket(self) -> str:
        return bucket(self.row)

    @property
    def title(self) -> str:
        return title_of(self.row["check"])

    @property
    def labels(self) -> tuple[str, str]:
        """The words for `expected` and `found`, as keys."""
        return ("before", "after") if self.row["check"] in BEFORE_AND_AFTER else ("expected", "found")

    @property
    def stage(self) -> Stage:
        return stage_of(self.row["check"])

    @property
    def subject(self) -> str:
        return "、".join(map(subject_name, self.subjects))


class View:
    """The entries and sheets of one report."""

    def __init__(self, report: Mapping[str, Any], images: Images) -> None:
        self._images = {(tidy(file), page): image for (file, page), image in images.items()}
        self._sheets: dict[tuple[str, int], Sheet] = {}
        groups = alike(worst_first(report["findings"]))
        self.entries = [self._entry(number, group) for number, group in enumerate(groups, 1)]
        self.quiet = {name: _by_stage(report["findings"], name) for name in QUIET}

    @property
    def sheets(self) -> list[Sheet]:
        """Every page shown, once, in the order in which the findings need them."""
        return list(self._sheets.values())

    def cards(self, row: Row) -> list[Card]:
        """The seals that a finding rests on; of a passed one, whose pages are not shown."""
        return [card for evidence in row["evidence"][:EXHIBITS] if (card := self.card(evidence))]

    def card(self, evidence: Mapping[str, Any]) -> Card | None:
        """The seal at the place of evidence; None where there is none."""
        if "seal" not in evidence:
            return None
        x0, y0, x1, y1 = evidence["box"]
        place = (evidence["file"], evidence["page"])
        return Card(evidence["seal"], (x0, y0, x1, y1), *place, self._images.get(place), self._sheets.get(place))

    def _entry(self, number: int, group: list[Row]) -> Entry:
        row = group[0]
        exhibits: dict[tuple[str, int | None], Exhibit] = {}
        left_out = 0
        for evidence in row["evidence"]:
            place = (evidence["file"], evidence.get("page"))
            if place not in exhibits and len(exhibits) == EXHIBITS:
                left_out += 1
                continue
            self._add(exhibits.setdefault(place, Exhibit(*place, evidence.get("applicant"))), evidence, number)
        return Entry(number, row, list(exhibits.values()), left_out, [one["subject"] for one in group])

    def _add(self, exhibit: Exhibit, evidence: Mapping[str, Any], number: int) -> None:
        sheet = exhibit.sheet = self._sheet(exhibit.file, exhibit.page)
        card = self.card(evidence)
        if card:
            exhibit.cards.append(card)
        elif evidence.get("text"):
            exhibit.readings.append((evidence["text"], evidence.get("confidence")))
        box = evidence.get("box")
        inside = sheet.clip((box[0], box[1], box[2], box[3])) if sheet and box else None
        if sheet and box and inside:
            mark = Mark(inside, number)
            exhibit.marks.append(mark)
            sheet.marks.append(mark)
            before = sheet.image.earlier.get(((box[0], box[1], box[2], box[3]), evidence.get("text") or ""))
            exhibit.earlier += [data_uri(before)] if before else []

    def _sheet(self, file: str, page: int | None) -> Sheet | None:
        place = (file, page or 1)
        image = self._images.get(place)
        if image is None or not image.jpeg or image.width <= 0 or image.height <= 0:
            return None
        return self._sheets.setdefault(place, Sheet(f"p{len(self._sheets) + 1}", *place, image))


def alike(rows: Iterable[Row]) -> list[list[Row]]:
    """Findings in groups that differ in nothing but their subject; one with evidence is a group of its own."""
    groups: dict[object, list[Row]] = {}
    for number, row in enumerate(rows):
        same = tuple(str(value) for name, value in row.items() if name != "subject")
        groups.setdefault(number if row["evidence"] else same, []).append(row)
    return list(groups.values())


def _by_stage(findings: list[Row], name: str) -> list[tuple[Stage, list[Row]]]:
    rows = [finding for finding in findings if bucket(finding) == name]
    stages = ((stage, [row for row in rows if stage_of(row["check"]) is stage]) for stage in Stage)
    return [(stage, found) for stage, found in stages if found]
