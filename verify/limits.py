"""How much of what comes from outside is taken in. Every bound is checked before the bytes are used."""

from __future__ import annotations

MAX_FILE_BYTES = 200_000_000
"""One file. A 300-page colour scan at 300 dpi stays below 100 MB; more is a video, a disk image or an attack."""

MAX_PIXELS = 80_000_000
"""One decoded image or rendered page: A3 at 600 dpi. 240 MB as RGB."""

MAX_SIDE = 30_000
"""One side of an image, in pixels: long phone screenshots reach 20,000; decoders and OpenCV misbehave far above."""

MAX_PAGES = 500
"""Pages of one PDF or TIFF. A thesis or contract has fewer; reading more would keep a worker for hours."""

MAX_FILES = 2_000
"""Files of one applicant, archive members included; also the entries of one folder. Real ones have 30 to 150."""

MAX_DEPTH = 8
"""Folders inside folders below the applicant's. The contract needs two; unpacked archives add a few."""

MAX_NAME_CHARS = 255
"""One name of a path. File systems stop here; archive members can claim 65,535."""

MAX_PATH_CHARS = 1_000
"""A whole path inside an archive, so that reports and spreadsheets stay readable."""

ZIP_MAX_MEMBERS = 1_000
"""Members of one archive, folders included."""

ZIP_MAX_DIRECTORY_BYTES = 2_000_000
"""An archive's table of contents, which is parsed as a whole: a thousand members with long names need 0.7 MB."""

ZIP_MAX_MEMBER_BYTES = MAX_FILE_BYTES
"""One unpacked member: the same as for a file that was uploaded as it is."""

ZIP_MAX_TOTAL_BYTES = 500_000_000
"""All unpacked members of one archive, so that a few applicants cannot fill the disk."""

ZIP_MAX_RATIO = 200
"""Unpacked over packed bytes. Scans and photos are below 2, text below 20, a blank bitmap at 150; bombs above 1,000."""

ZIP_RATIO_FLOOR_BYTES = 5_000_000
"""Members below this size are never called bombs: they are harmless whatever their ratio."""

FORM_MAX_BYTES = 1_000_000
"""applicant.json. A full form with a statement of 1,000 characters has 10 KB."""

FORM_MAX_DEPTH = 32
"""Brackets inside brackets in applicant.json. The contract needs four; a parser's stack ends at some hundred."""

FORM_MAX_VALUES = 20_000
"""Values in applicant.json, counted by its commas; a full form has some hundred."""

FORM_MAX_DIGITS = 15
"""Digits of a number in applicant.json: beyond, a float is no longer exact (and nothing in a form is that large)."""

FORM_MAX_PROBLEMS = 50
"""Faults of one applicant.json that are listed one by one; the rest are counted."""

ROSTER_MAX_BYTES = 20_000_000
"""The roster. Twenty thousand rows of twenty columns have 4 MB."""

ROSTER_MAX_UNPACKED_BYTES = 200_000_000
"""A workbook's parts after unpacking: XML shrinks to a tenth, so a roster of the largest size still passes."""

ROSTER_MAX_ROWS = 20_000
"""Rows of the roster; a province's year has fewer in one committee."""

ROSTER_MAX_COLUMNS = 200
"""Columns of the roster that are looked at."""

REGISTRY_MAX_BYTES = 200_000_000
"""A platform's export. Two million rows of eight columns have 150 to 200 MB as CSV."""

REGISTRY_MAX_UNPACKED_BYTES = 2_000_000_000
"""A workbook's parts after unpacking: two full sheets of a million rows have 1.3 GB of XML."""

REGISTRY_MAX_RATIO = 200
"""Times by which a workbook's part may grow, past REGISTRY_RATIO_FLOOR_BYTES; rows with something in them grow 15 to 25."""

REGISTRY_RATIO_FLOOR_BYTES = 50_000_000

REGISTRY_MAX_ROWS = 2_000_000
"""Rows of an export, all its sheets together; the projects of a province in twenty years."""

REGISTRY_MAX_COLUMNS = 200
"""Columns of an export that are looked at."""

REGISTRY_MAX_CHARS = 300
"""Characters of one cell that are kept; names of projects have up to a hundred."""

REGISTRY_MAX_MERGED = 1_000_000
"""Merged ranges of one sheet that are filled."""

FILE_SECONDS = 300
"""Least time for one file in a worker, model loading included."""

SECONDS_A_MEGABYTE = 30
"""More time for larger files: a scanned page has 0.1 to 0.5 MB and takes one to three seconds on a slow machine."""

MOST_FILE_SECONDS = 3_600
"""Most time for one file."""

WORKER_BYTES = 10 * 1024**3
"""Address space of one worker. OpenVINO reserves about 4.5 GB of it without using it; a bomb wants far more."""


def seconds_for(size: int) -> float:
    """The time limit in seconds of a file of `size` bytes."""
    return min(MOST_FILE_SECONDS, FILE_SECONDS + SECONDS_A_MEGABYTE * size / 1e6)
