"""The one table of all checks, in the order in which a report presents them within their stage.

Ids are fixed: other programs read them. A row without a function is not built yet, and is said to be so wherever a
notice asks for it.
"""

from __future__ import annotations

from checks import photo
from checks.check import Check
from verify.model import Stage

_ROWS = (
    Check(
        "photo.aspect", Stage.PHOTO, "证件照宽高比", photo.aspect, photo.Aspect,
        looks_at="按 EXIF 方向摆正后的照片宽、高像素之比。",
        cannot_tell="照片打不开时不判断。",
    ),
    Check("photo.present", Stage.PHOTO, "已上传证件照"),
)  # fmt: skip

CHECKS: dict[str, Check] = {row.id: row for row in _ROWS}
