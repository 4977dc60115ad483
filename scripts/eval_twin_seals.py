"""Measures twin seals: how many copies of an impression are found, and how many wet impressions are taken for one.

    python scripts/eval_twin_seals.py [--stamps 24] [--impressions 6] [--copies 3] [--nicks 0] [--seed 1] [--bands 100,130 130,180]

Draws stamps with lasting flaws, presses each several times (pressure, ink, fibre, specks and scan anew each time), lifts
impressions off their scans and pastes them re-scaled by 0.8 to 1.2, turned, on other print, saved as JPEG of 60 to 92;
all pages are searched and sketched as the product does. The conditions are printed with the figures.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import cv2  # noqa: E402 - needs the path above

from scripts.seal_eval.ink_report import report  # noqa: E402
from scripts.seal_eval.ink_twins import BANDS, measure  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures twin seals.")
    parser.add_argument("--stamps", type=int, default=24)
    parser.add_argument("--impressions", type=int, default=6, help="of each stamp and band, pressed anew")
    parser.add_argument("--copies", type=int, default=3, help="of each stamp and band, pasted")
    parser.add_argument("--flaws", type=float, default=0.3, help="weight of the stamp's own lasting flaws")
    parser.add_argument("--nicks", type=int, default=0, help="places broken out of the rim of each stamp")
    parser.add_argument("--mottled", type=float, default=0.0, help="how unevenly each stamp's face takes ink, 0 to 1")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bands", nargs="*", type=_band, default=BANDS, metavar="FROM,TO", help="radii in pixels")
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    report(measure(**vars(arguments)), arguments)
    return 0


def _band(text: str) -> tuple[int, int]:
    low, _, high = text.partition(",")
    return int(low), int(high)


if __name__ == "__main__":
    sys.exit(main())
