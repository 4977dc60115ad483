"""The quick first look: which of thousands of kept seals may share a seal's ink, by their borders' texture alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verify.compare.ink_codec import COARSE, coarse_of
from verify.read.engine import Array

LIKELY = 0.3
"""Correlation of the coarse borders, at the best turn, from which on two seals are compared in full."""


class SealIndex:
    """The coarse borders of packed sketches, a kilobyte each; raises ValueError where one is no sketch of ours."""

    def __init__(self, blobs: Sequence[bytes]) -> None:
        self._spectra = _spectra([coarse_of(blob) for blob in blobs])

    def likely(self, blob: bytes, bar: float = LIKELY) -> list[int]:
        """The places of the kept seals worth comparing with this one, likeliest first."""
        if not len(self._spectra):
            return []
        scores = self.scores(blob)
        return [int(place) for place in np.argsort(-scores) if scores[place] >= bar]

    def scores(self, blob: bytes) -> Array:
        """The correlation of each with this one, at its best turn."""
        mine = _spectra([coarse_of(blob)])
        along = np.fft.irfft(self._spectra * np.conj(mine), COARSE, axis=1)
        return np.asarray(along.max(axis=1), np.float32)


def _spectra(borders: Sequence[Array]) -> Array:
    """Of borders brought to length 1, so that a product of spectra is a correlation; complex64."""
    if not borders:
        return np.zeros((0, COARSE // 2 + 1), np.complex64)
    lines = np.stack(borders).astype(np.float32)
    lines /= np.maximum(np.linalg.norm(lines, axis=1, keepdims=True), 1e-6)
    return np.fft.rfft(lines, axis=1).astype(np.complex64)
