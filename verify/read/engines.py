"""The engines by name, and who reads a second time."""

from __future__ import annotations

from importlib.metadata import version

from verify.errors import MissingDependency
from verify.lang import tr
from verify.read.engine import Engine, EngineName

NAMES: tuple[EngineName, ...] = ("rapidocr", "tesseract")


def create(name: EngineName) -> Engine:
    """A ready engine with one thread; raises MissingDependency with the install command."""
    if name == "tesseract":
        from verify.read.tesseract import TesseractEngine

        return TesseractEngine()
    try:
        from verify.read.rapid import RapidEngine

        return RapidEngine()
    except ImportError as error:
        raise MissingDependency(
            tr(
                f"无法载入 RapidOCR（{error}），请重新安装：pip install hedui；{_opengl(error)}",
                f"RapidOCR cannot be loaded ({error}); install it again: pip install hedui; {_opengl(error)}",
            )
        ) from error


def second_for(name: EngineName) -> EngineName | None:
    """Who reads again what the engine `name` may have misread: the other one, or None where it is not installed."""
    if name == "tesseract":
        return "rapidocr"
    from verify.read.tesseract import installed

    return "tesseract" if installed() else None


def identity(name: EngineName) -> str:
    """The id of an engine without loading its models; equal to `create(name).id`."""
    if name == "tesseract":
        from verify.read.tesseract import LANGUAGES, installed

        return f"tesseract-{installed()}+{'+'.join(LANGUAGES)}"
    from verify.read.runtime import runtime

    return f"rapidocr-{version('rapidocr')}+ppocrv6-small+{runtime()}-{version(runtime())}"


def _opengl(error: ImportError) -> str:
    install = "sudo apt-get install libgl1 libglib2.0-0"
    if "libGL" in str(error) or "libgthread" in str(error):
        return tr(f"若提示缺少 libGL，请执行 {install}", f"where libGL is missing: {install}")
    return tr("hedui doctor 会逐项检查", "hedui doctor looks at everything")
