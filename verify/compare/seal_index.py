"""The quick first look: which of thousands of kept seals may share a seal's ink, by their borders' texture alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verify.compare.ink_codec import COARSE, coarse_of
from verify.read.engine import Array

LIKELY = 0.3
"""Correlation of the coarse borders, at the best turn, from which on two seals are compared in full."""


LEAST, ENOUGH = 0.2, 0.4
"""Share of the border that must be free of print on both at that turn; below the second chance correlations count
for less."""

Spectra = tuple[Array, Array, Array]


class SealIndex:
    """The coarse borders of packed sketches, three kilobytes each; ValueError where one is no sketch of ours."""

    def __init__(self, blobs: Sequence[bytes]) -> None:
        self._spectra = _spectra([coarse_of(blob) for blob in blobs])

    def likely(self, blob: bytes, places: Sequence[int] | None = None, bar: float = LIKELY) -> list[int]:
        """The places of the kept seals worth comparing with this one, likeliest first; of these `places` or of all."""
        scores = self.scores(blob, places)
        likely = [int(at) for at in np.argsort(-scores) if scores[at] >= bar]
        return likely if places is None else [places[at] for at in likely]

    def scores(self, blob: bytes, places: Sequence[int] | None = None) -> Array:
        """The correlation of each with this one where neither is covered by print, at its best turn."""
        one, square, counts = _spectra([coarse_of(blob)])
        kept = self._spectra if places is None else tuple(spectrum[list(places)] for spectrum in self._spectra)
        others, squares, counted = kept
        both = _along(counted, counts)
        norm = np.sqrt(np.maximum(_along(squares, counts), 0) * np.maximum(_along(counted, square), 0))
        along = np.where(both >= LEAST * COARSE, _along(others, one) / np.maximum(norm, 1e-3), -1.0)
        along *= np.sqrt(np.clip(both / (ENOUGH * COARSE), 0, 1))
        return np.asarray(along.max(axis=1, initial=-1.0), np.float32)


def _along(theirs: Array, mine: Array) -> Array:
    return np.asarray(np.fft.irfft(theirs * np.conj(mine), COARSE, axis=1), np.float32)


def _spectra(borders: Sequence[Array]) -> Spectra:
    """Of the borders, of their squares and of where they are not covered (0 says covered); complex64."""
    lines = np.stack(borders).astype(np.float32) / 40 if borders else np.zeros((0, COARSE), np.float32)
    planes = lines, lines**2, (lines != 0).astype(np.float32)
    one, square, counts = (np.fft.rfft(plane, axis=1).astype(np.complex64) for plane in planes)
    return one, square, counts
