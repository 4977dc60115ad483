"""Seals: finds the coloured impressions on a page and reads them.

Method (find, fit, unwrap, read) and its measurements: module by module; `find_and_read` is the whole of it.
"""

from __future__ import annotations

from verify.read.seals.reader import find_and_read

__all__ = ["find_and_read"]
