"""Digital signatures of a PDF: do the signed bytes match? Trust in the signer is not judged, nothing is fetched."""

from __future__ import annotations

import asyncio
import io
import logging
from typing import Any

from verify.read.traces.bounds import FIELDS, kept
from verify.traces import Signature

MOST = FIELDS // 50


def signatures(data: bytes) -> tuple[Signature, ...]:
    """The signatures, in the order of their fields; pyHanko is loaded only where the bytes may hold one."""
    if b"/ByteRange" not in data:
        return ()
    from pyhanko.pdf_utils.reader import PdfFileReader

    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # it logs what it says by raising, with names of people
    try:
        found = PdfFileReader(io.BytesIO(data), strict=False).embedded_signatures[:MOST]
    except Exception:  # pyHanko raises whatever a broken file makes it raise; that there is one is still told
        return (Signature("unchecked", ""),)
    return tuple(_signature(one, len(data)) for one in found)


def _signature(found: Any, size: int) -> Signature:
    """One signature. SM2 and whatever else pyHanko does not know is "unchecked", never "broken"."""
    signer, later = "", False
    try:
        covered = found.byte_range
        later = int(covered[2]) + int(covered[3]) < size - 64
        signer = kept(str(found.signer_cert.subject.native.get("common_name", "")), 120)
        status = asyncio.run(_status(found))
    except Exception:  # unknown algorithms, broken containers, missing certificates
        return Signature("unchecked", signer, later)
    if status.intact and status.valid:
        return Signature("intact", signer, later)
    return Signature("unchecked" if status.intact else "broken", signer, later)


async def _status(found: Any) -> Any:
    from pyhanko.sign.validation import async_validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    context = ValidationContext(trust_roots=[], allow_fetching=False)
    return await async_validate_pdf_signature(found, signer_validation_context=context, skip_diff=True)
