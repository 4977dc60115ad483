"""The recogniser's alphabet, cut from PP-OCR's 18,708 characters to those of seals: GB 2312, digits, Latin letters."""

from __future__ import annotations

import string
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import numpy_helper

from scripts.sealtrain import words

HEAD = ("linear_8.w_0", "linear_8.b_0")
"""The last layer's weights: one column a character."""

OTHERS = string.digits + string.ascii_letters + "()-·—&."


def of_model() -> onnx.ModelProto:
    """PP-OCRv6 small's recogniser from the wheel of RapidOCR."""
    import importlib.util

    spec = importlib.util.find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise SystemExit("rapidocr is missing: pip install rapidocr")
    return onnx.load(str(Path(spec.origin).parent / "models" / "PP-OCRv6_rec_small.onnx"))


@lru_cache(maxsize=1)
def alphabet() -> tuple[str, ...]:
    """The characters by their number less one; 0 is CTC's blank."""
    known = _stock(of_model())
    return tuple(character for character in [*OTHERS, *words.COMMON, *words.RARE] if character in known)


def cut_to(model: onnx.ModelProto) -> onnx.ModelProto:
    """A copy of `model` with the columns of `alphabet` only, and the alphabet in its metadata."""
    known = _stock(model)
    columns = [0, *(known[character] for character in alphabet())]
    small = onnx.ModelProto()
    small.CopyFrom(model)
    for weight in small.graph.initializer:
        if weight.name in HEAD:
            weight.CopyFrom(
                numpy_helper.from_array(np.ascontiguousarray(numpy_helper.to_array(weight)[..., columns]), weight.name)
            )
    small.graph.output[0].type.tensor_type.shape.dim[2].dim_value = len(columns)
    del small.metadata_props[:], small.graph.value_info[:]  # their shapes are the uncut head's
    onnx.helper.set_model_props(small, {"character": "\n".join(alphabet())})
    return small


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    return {character: number for number, character in enumerate(alphabet(), start=1)}


def resumed(model: onnx.ModelProto, start: onnx.ModelProto) -> onnx.ModelProto:
    """`model` with the weights of an earlier model of ours; a character that it did not know keeps its own column."""
    earlier = {weight.name.removesuffix(".half"): numpy_helper.to_array(weight) for weight in start.graph.initializer}
    old, new = _stock(start), {character: number for number, character in enumerate(alphabet(), start=1)}
    shared = [(0, 0), *((old[character], number) for character, number in new.items() if character in old)]
    theirs, ours = (list(columns) for columns in zip(*shared, strict=True))
    for weight in model.graph.initializer:
        value = numpy_helper.to_array(weight).copy()
        if weight.name in HEAD:
            value[..., ours] = earlier[weight.name][..., theirs]
        elif weight.name in earlier:
            value = earlier[weight.name].astype(value.dtype)
        weight.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(value), weight.name))
    return model


def encoded(text: str) -> list[int]:
    """The numbers of the characters of `text` that the alphabet holds."""
    numbers = _numbers()
    return [numbers[character] for character in text.replace("（", "(").replace("）", ")") if character in numbers]


def decoded(logits: Any) -> list[str]:
    """Greedy decoding: repeats joined, blanks dropped."""
    rows = logits.argmax(-1).tolist()
    letters = ("", *alphabet())
    return ["".join(letters[b] for a, b in zip([0, *row], row, strict=False) if b and a != b) for row in rows]


def _stock(model: onnx.ModelProto) -> dict[str, int]:
    text = next(prop.value for prop in model.metadata_props if prop.key == "character")
    return {character: number for number, character in enumerate(text.split("\n"), start=1)}
