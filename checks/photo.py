"""The ID photo (证件照): 绍建盟[2024]07号 附件2 二1; rules PH-01 … PH-06."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pydantic import Field, model_validator

from checks.check import Params, failed, na, passed, unsure
from verify.finding import Evidence, Observation, Outcome
from verify.model import Case, Document, Slot
from verify.page import ImageFacts

SUBJECT = "证件照"

_SIGNATURES = ("签名", "签字")
_RANK = (Outcome.PASS, Outcome.UNSURE, Outcome.FAIL)


def present(case: Case, params: Params) -> Iterable[Observation]:
    """PH-06: a photo was uploaded; without one the platform goes by that of the ID card."""
    photos = _photos(case)
    if not photos:
        return [failed(SUBJECT, "没有上传证件照，如需更换照片请上传。", found="没有文件")]
    if any(photo.image for photo in photos):
        return [passed(SUBJECT, f"已上传证件照 {len(photos)} 份。", *(Evidence(photo.file) for photo in photos))]
    return [unsure(SUBJECT, "证件照文件打不开或不是图片，请人工查看。", *(Evidence(photo.file) for photo in photos))]


class Format(Params):
    """Accepted content types, such as image/jpeg; colour modes in which a person should look."""

    media: tuple[str, ...]
    doubtful_modes: tuple[str, ...] = ()


def format(case: Case, params: Format) -> Iterable[Observation]:
    """PH-01: the photo's content, whatever its extension, is of an accepted format; CMYK is a person's to look at."""
    seen = [_format(photo, params) for photo in _photos(case) if photo.media]
    return _best(seen) if seen else [na(SUBJECT, "没有证件照，本项不适用。")]


def _format(photo: Document, params: Format) -> Observation:
    shown = Evidence(photo.file, 1)
    expected = "、".join(params.media)
    if photo.media not in params.media:
        return failed(
            photo.file, f"照片内容是 {photo.media}，不是要求的格式（看内容，不看扩展名）。", shown, expected=expected,
            found=photo.media,
        )  # fmt: skip
    if photo.image and photo.image.mode in params.doubtful_modes:
        return unsure(
            photo.file, f"照片是 {photo.image.mode} 色彩模式，平台未必能显示，请打开确认，必要时转为 RGB。", shown,
            expected=expected, found=f"{photo.media}（{photo.image.mode}）",
        )  # fmt: skip
    return passed(photo.file, f"照片内容是 {photo.media}。", shown, expected=expected, found=photo.media)


class Bytes(Params):
    """Bytes, strictly between. Up to `fail_low` and from `fail_high` on it fails whichever way K and M are counted."""

    fail_low: int
    pass_low: int
    pass_high: int
    fail_high: int


def bytes(case: Case, params: Bytes) -> Iterable[Observation]:
    """PH-02: the file's size; where it depends on K being 1000 or 1024, a person decides."""

    def judge(photo: Document, image: ImageFacts) -> Observation:
        say, note = passed, "符合要求"
        if photo.size <= params.fail_low or photo.size >= params.fail_high:
            say, note = failed, "不在要求的范围内"
        elif not params.pass_low < photo.size < params.pass_high:
            say, note = unsure, "是否合格取决于 K 按 1000 还是 1024 计算，请按平台口径确认"
        return say(
            photo.file, f"照片文件大小为 {photo.size} 字节，{note}。", Evidence(photo.file, 1),
            expected=f"{params.pass_low} < 字节数 < {params.pass_high}", found=str(photo.size),
        )  # fmt: skip

    return _each(case, judge)


class Pixels(Params):
    """Pixels that the photo must exceed."""

    width: int
    height: int


def pixels(case: Case, params: Pixels) -> Iterable[Observation]:
    """PH-03: wider and higher than asked, as it stands upright; exactly equal is a person's to decide."""

    def judge(photo: Document, image: ImageFacts) -> Observation:
        say, note = passed, "符合要求"
        if image.width < params.width or image.height < params.height:
            say, note = failed, "像素不足"
        elif image.width == params.width or image.height == params.height:
            say, note = unsure, "恰好等于界限，是否合格请人工确认"
        return say(
            photo.file, f"照片为 {image.width}×{image.height} 像素（宽×高），{note}。", Evidence(photo.file, 1),
            expected=f"大于 {params.width}×{params.height}", found=f"{image.width}×{image.height}",
        )  # fmt: skip

    return _each(case, judge)


class Aspect(Params):
    """Width divided by height, both ends included."""

    min: float = Field(gt=0, allow_inf_nan=False)
    max: float = Field(gt=0, allow_inf_nan=False)

    @model_validator(mode="after")
    def _ordered(self) -> Aspect:
        if self.min > self.max:
            raise ValueError("min > max")
        return self


def aspect(case: Case, params: Aspect) -> Iterable[Observation]:
    """PH-04: the photo's width over height lies within the notice's bounds, both included."""

    def judge(photo: Document, image: ImageFacts) -> Observation:
        ratio = image.width / image.height
        say = passed if params.min <= ratio <= params.max else failed
        return say(
            photo.file,
            f"照片宽高比为 {ratio:.3f}（{image.width}×{image.height} 像素）。",
            Evidence(photo.file, 1),
            expected=f"{params.min:g} ≤ 宽/高 ≤ {params.max:g}",
            found=f"{ratio:.3f}",
        )

    return _each(case, judge)


class Background(Params):
    """CIE L*a*b*: from `coloured` chroma on it fails; white is at least `light`, at most `faint` chroma, even.

    Even: a range of lightness of at most `spread`, and as white in 85 of 100 pixels as in the middle.
    """

    light: float
    faint: float
    coloured: float
    spread: float


def background(case: Case, params: Background) -> Iterable[Observation]:
    """PH-05: the paper around the head is white and even; coloured fails, grey or shaded is a person's to judge."""

    def judge(photo: Document, image: ImageFacts) -> Observation:
        border, shown = image.border, Evidence(photo.file, 1)
        if border is None:
            return unsure(photo.file, "看不出照片背景，请人工查看是否为白底。", shown)
        found = f"亮度 {border.lightness:.0f}，彩度 {border.chroma:.0f}，明暗差 {border.spread:.0f}"
        if border.chroma >= params.coloured:
            return failed(photo.file, f"照片背景不是白色（{found}）。", shown, expected="白底", found=found)
        white = border.lightness >= params.light and border.chroma <= params.faint
        even = border.spread <= params.spread and border.shade >= params.light and border.tinge <= params.faint
        if white and even:
            return passed(photo.file, f"照片为白底（{found}）。", shown, expected="白底", found=found)
        what = "明暗不匀，可能有阴影或衣物触边" if white else "偏灰或略带颜色"
        return unsure(
            photo.file, f"照片背景{what}（{found}），请人工看是否为白底。", shown, expected="白底", found=found
        )

    return _each(case, judge)


def _each(case: Case, judge: Callable[[Document, ImageFacts], Observation]) -> list[Observation]:
    """Judge the photos that open as images; a missing or unreadable one is another check's finding."""
    photos = [photo for photo in _photos(case) if photo.image]
    if not photos:
        return [na(SUBJECT, "没有可以读取的证件照，本项不适用。")]
    return _best([judge(photo, photo.image) for photo in photos if photo.image])


def _photos(case: Case) -> list[Document]:
    """The files uploaded as photos, without a signature's picture that lies beside a portrait."""
    files = case.in_slot(Slot.PHOTO)
    signatures = [file for file in files if any(word in file.file.rpartition("/")[2] for word in _SIGNATURES)]
    portraits = [file for file in files if file not in signatures and _is_portrait(file)]
    return [file for file in files if not portraits or file not in signatures]


def _is_portrait(file: Document) -> bool:
    return bool(file.image and file.media == "image/jpeg" and file.image.height > file.image.width)


def _best(seen: list[Observation]) -> list[Observation]:
    """Of several photos the one that does best; the others are only told of, where they do worse."""
    best, *others = sorted(seen, key=lambda one: _RANK.index(one.outcome))
    worse = [one for one in others if one.outcome is not best.outcome]
    return [best, *(na(one.subject, f"另一张照片，未作为证件照核对：{one.message}") for one in worse)]
