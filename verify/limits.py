"""Limits on what comes from outside, checked before use."""

MAX_FILE_BYTES = 200_000_000
"""Largest file that is opened."""

MAX_PIXELS = 120_000_000
"""Most pixels of one image or page before it is decoded: an A3 scan at 600 dpi has 70 million."""

MAX_SIDE = 30_000
"""Longest side of an image in pixels."""

MAX_PAGES = 300
"""Most pages of one PDF or TIFF."""

FILE_SECONDS = 600
"""Longest time for one file, model loading included."""

WORKER_BYTES = 10 * 1024**3
"""Address space of one worker; OpenVINO reserves about 4.5 GB of it without using it."""
