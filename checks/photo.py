"""The ID photo (证件照): 绍建盟[2024]07号 附件2 二1; rules PH-01 … PH-06."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from checks.check import Params, failed, na, passed, unsure
from verify.model import Case, Document, Evidence, ImageFacts, Observation, Slot


class Aspect(Params):
    """Width divided by height, both ends included."""

    min: float
    max: float


def aspect(case: Case, params: Aspect) -> Iterable[Observation]:
    """PH-04: the photo's width over height lies within the notice's bounds, both included."""

    def judge(photo: Document, image: ImageFacts) -> Observation:
        ratio = image.width / image.height
        say = passed if params.min <= ratio <= params.max else failed
        return say(
            photo.file,
            f"照片宽高比为 {ratio:.3f}（{image.width}×{image.height} 像素）",
            Evidence(photo.file, 1),
            expected=f"{params.min:g} ≤ 宽/高 ≤ {params.max:g}",
            found=f"{ratio:.3f}",
        )

    return _each(case, judge)


def _each(case: Case, judge: Callable[[Document, ImageFacts], Observation]) -> list[Observation]:
    """Judge every photo that opens as an image; a missing or unreadable one is another check's finding."""
    photos = [photo for photo in case.in_slot(Slot.PHOTO) if photo.image]
    if not photos:
        return [na("证件照", "没有可以读取的证件照，本项不适用")]
    return [judge(photo, photo.image) for photo in photos if photo.image]


__all__ = ["Aspect", "aspect", "unsure"]
