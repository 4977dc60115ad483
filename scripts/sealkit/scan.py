"""What a scanner or a phone makes of a sheet: tint, uneven light, blur, noise, black and white, JPEG."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from verify.read.engine import RGB, Array


@dataclass(frozen=True)
class Camera:
    """`paper` is the paper's colour, `light` in 0..1 how uneven the light falls, `blur` a deviation in pixels, `noise`
    a deviation in grey levels, `skew` in degrees, `quality` JPEG's, `halved` whether it halves the chroma."""

    paper: tuple[int, int, int] = (255, 255, 255)
    light: float = 0.0
    blur: float = 0.4
    noise: float = 1.5
    skew: float = 0.0
    grey: bool = False
    quality: int = 80
    halved: bool = True


def scanned(sheet: Array, camera: Camera, noise: np.random.Generator) -> tuple[RGB, bytes]:
    """The picture as a program opens it, and its JPEG."""
    seen: Array = sheet * (np.array(camera.paper, np.float32) / 255)
    if camera.skew:
        height, width = seen.shape[:2]
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), camera.skew, 1.0)
        paper = tuple(float(value) for value in camera.paper)
        seen = cv2.warpAffine(seen, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=paper)
    seen = cv2.GaussianBlur(seen, (0, 0), camera.blur) if camera.blur > 0.2 else seen
    height, width = seen.shape[:2]
    fall = np.linspace(1.0, 1.0 - camera.light, width, dtype=np.float32)
    seen = seen * (fall if noise.random() < 0.5 else fall[::-1])[None, :, None]
    grain = noise.normal(0, camera.noise, (height, width, 1)) + noise.normal(0, 0.5 * camera.noise, (height, width, 3))
    pixels = np.clip(seen + grain, 0, 255).astype(np.uint8)
    if camera.grey:
        pixels = np.repeat(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    return _through_jpeg(pixels, camera)


def _through_jpeg(pixels: RGB, camera: Camera) -> tuple[RGB, bytes]:
    halved = cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420 if camera.halved else cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444
    flags = [cv2.IMWRITE_JPEG_QUALITY, camera.quality, cv2.IMWRITE_JPEG_SAMPLING_FACTOR, halved]
    _, data = cv2.imencode(".jpg", np.ascontiguousarray(pixels[..., ::-1]), flags)
    opened: Array = np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)
    return np.ascontiguousarray(opened[..., ::-1], np.uint8), data.tobytes()
