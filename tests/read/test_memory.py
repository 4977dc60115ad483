"""Reading goes on for thousands of pages: what is prepared for one shape of image is not kept for ever."""

from __future__ import annotations

import pytest

from verify.read.rapid import RapidEngine
from verify.read.runtime import SHAPES_KEPT, runtime

needs_openvino = pytest.mark.skipif(runtime() != "openvino", reason="OpenVINO does not load here")


@needs_openvino
def test_rapidocr_is_told_how_many_shapes_to_keep() -> None:
    RapidEngine()
    from omegaconf import OmegaConf
    from rapidocr.inference_engine.openvino import main

    config = main.CPUConfig(OmegaConf.create({"inference_num_threads": 1})).get_config()  # type: ignore[attr-defined]
    assert config == {"INFERENCE_NUM_THREADS": "1", **SHAPES_KEPT}
