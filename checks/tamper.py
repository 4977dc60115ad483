"""What the files themselves tell of how they were made: rule XC-08. Ours, no clause.

Each check compares one thing with another that a reviewer can see; nothing is concluded from how pixels look.
"""

from __future__ import annotations

from collections.abc import Iterable

from checks import tamper_code, tamper_metadata, tamper_pdf
from checks.tamper_code import Agrees
from checks.tamper_metadata import Metadata
from checks.tamper_pdf import Covered, Revised
from verify.finding import Observation
from verify.model import Case


def metadata(case: Case, params: Metadata) -> Iterable[Observation]:
    """XC-08: no file says that an editor or a generator of pictures made it; scanners, phones and offices may."""
    return tamper_metadata.judged(case, params)


def pdf_revised(case: Case, params: Revised) -> Iterable[Observation]:
    """No later revision of a PDF changes printed text; what one added is told."""
    return tamper_pdf.revised(case, params)


def pdf_overlay(case: Case, params: Covered) -> Iterable[Observation]:
    """No box or patch lies over printed text of a PDF, with other text on top."""
    return tamper_pdf.covered(case, params)


def qr_agrees(case: Case, params: Agrees) -> Iterable[Observation]:
    """A code leads to the host it should and says the number and the name that the page says."""
    return tamper_code.judged(case, params)
