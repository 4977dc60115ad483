"""Leaves out what is read twice along a rim: a firm stamps over its own printed name, and part of that lies on the rim."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from verify.read.seals.recogniser import Line

APART = 1.6
"""By so many widths of a letter a piece stands apart from the title: between two letters of one there is hardly one."""

FEWEST, MOST = 2, 5
"""Letters of a repeated piece: one may be the title's own, more are most of a name."""


def without_repeats(line: Line) -> Line:
    """`line` without a piece at its beginning or end that stands apart from the rest and is read again there.

    A title's own words come twice as well (建设集团建设公司), but at equal steps.
    """
    letters = line.letters
    if len(letters) < 2 * FEWEST + 1:
        return line
    steps = [after.at - before.at for before, after in pairwise(letters)]
    wide = APART * float(np.median(steps))
    for cut in (i + 1 for i, step in enumerate(steps) if step > wide):
        for piece, rest in ((letters[:cut], letters[cut:]), (letters[cut:], letters[:cut])):
            if FEWEST <= len(piece) <= MOST and len(piece) < len(rest) and Line(piece).text in Line(rest).text:
                return Line(rest)
    return line
