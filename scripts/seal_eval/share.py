"""What the seals of a page add to the time of reading it: seal time over the rest, page by page, in one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from verify.page import Page, Seal
from verify.read import page as reading
from verify.read.engine import RGB, Engine
from verify.read.seals import find_and_read

TARGET = 0.25
"""Seals may add so much to the median page."""


@dataclass(frozen=True)
class Share:
    """One page: seconds for its seals, and for everything else."""

    name: str
    page: Page
    seals: float
    rest: float

    @property
    def added(self) -> float:
        """Seal time over the rest."""
        return self.seals / self.rest


def shares(pages: Iterator[tuple[str, RGB]], engine: Engine) -> list[Share]:
    """Reads each page once, as the product does, and times the seals within; blank pages are left out."""
    measured = [_share(name, image, engine) for name, image in pages]
    return [share for share in measured if not share.page.blank]


def show(title: str, measured: Sequence[Share]) -> None:
    """Median, mean and worst share, for all pages and for those with seals."""
    for kind, chosen in (("", measured), (" with seals", [share for share in measured if share.page.seals])):
        if not chosen:
            continue
        added = sorted(share.added for share in chosen)
        worst = max(chosen, key=lambda share: share.added)
        milliseconds = statistics.median(share.seals * 1000 for share in chosen)
        figures = f"median {statistics.median(added):.0%}, mean {statistics.mean(added):.0%}"
        print(f"{title}, {len(chosen)} pages{kind}: {figures}, worst {added[-1]:.0%} ({worst.name}, ", end="")
        print(f"{worst.seals:.2f} of {worst.seals + worst.rest:.2f} s); {milliseconds:.0f} ms a page at the median")


def _share(name: str, image: RGB, engine: Engine) -> Share:
    spent = [0.0]

    def timed(*arguments: Any, **named: Any) -> tuple[Seal, ...]:
        start = time.perf_counter()
        try:
            return find_and_read(*arguments, **named)
        finally:
            spent[0] += time.perf_counter() - start

    with patch.object(reading, "find_and_read", timed):
        start = time.perf_counter()
        page, _ = reading.read_page(image, 1, engine)
        whole = time.perf_counter() - start
    return Share(name, page, spent[0], whole - spent[0])
