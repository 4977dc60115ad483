"""A seal as a report shows it: cut out, straightened, with what was read of it and whose it was taken for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from verify.page import Box, SealPurpose
from verify.purposes import NAMES
from verify.report.picture import PageImage, Sheet, Strip, data_uri
from verify.report.words import Words


@dataclass(frozen=True, slots=True)
class Card:
    """One seal. `seal` is as in report.json; `image` has its pictures, None where there are none; `sheet` is its page
    where that is shown too, and holds the cut-out."""

    seal: Mapping[str, Any]
    box: Box
    file: str
    page: int
    image: PageImage | None
    sheet: Sheet | None

    @property
    def pictured(self) -> bool:
        """Whether there is a picture of it alone."""
        return self.image is not None and self.box in self.image.crops

    @property
    def window(self) -> tuple[int, int, int, int]:
        """x, y, width and height on the page."""
        x0, y0, x1, y1 = self.box
        return x0, y0, x1 - x0, y1 - y0

    @property
    def uri(self) -> str:
        """The cut-out by itself."""
        return data_uri(self.image.crops[self.box]) if self.image and self.pictured else ""

    @property
    def strip(self) -> Strip | None:
        return self.image.strips.get(self.box) if self.image else None

    @property
    def title(self) -> str:
        readings: list[str] = self.seal["readings"]
        return readings[0] if readings else ""

    @property
    def others(self) -> list[str]:
        """Other readings of the title."""
        others: list[str] = self.seal["readings"][1:]
        return others

    def purpose(self, words: Words) -> str:
        return NAMES[SealPurpose(self.seal["purpose"])][words.lang == "en"]

    def whose(self, words: Words) -> str:
        """Whose it was taken for, "" where nobody asked."""
        owner = self.seal.get("owner")
        if not owner:
            return ""
        if owner["kind"] != "other":
            return words(f"whose.{owner['kind']}")
        role = words(f"role.{owner['role']}") if owner["role"] else words("whose.other")
        return f"{role} · {owner['name']}"

    def why(self, words: Words) -> str:
        """How well it shows the employer's name and the best of the parties', and the difference."""
        owner = self.seal.get("owner")
        if not owner or owner["kind"] == "nobody":
            return ""
        employer = words("why.employer", f"{owner['employer']:.2f}")
        if not owner["party_name"]:
            return employer
        return employer + words("why.party", owner["party_name"], f"{owner['party']:.2f}", f"{owner['margin']:+.2f}")
