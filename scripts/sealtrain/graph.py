"""An ONNX graph as a PyTorch module that can be trained, and its weights put back.

Runs the nodes of the file one by one with PyTorch's functions: only the operators of PP-OCR's recognisers are known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch.nn import functional

Tensor = torch.Tensor


class Graph(torch.nn.Module):
    """The graph of `model` with its float weights as parameters; gives the output of node `last`'s inputs if named."""

    def __init__(self, model: onnx.ModelProto, output: str) -> None:
        super().__init__()
        nodes = [(n.op_type, list(n.input), list(n.output), _attributes(n)) for n in model.graph.node]
        self._nodes = _fused(nodes)
        self._input, self._output = model.graph.input[0].name, output
        self._fixed: dict[str, Tensor] = {}
        self._names: dict[str, str] = {}
        norms = {name for n in model.graph.node if n.op_type == "BatchNormalization" for name in n.input[3:]}
        for weight in model.graph.initializer:
            self._take(weight.name, numpy_helper.to_array(weight), weight.name not in norms)

    def _take(self, name: str, value: Any, trained: bool) -> None:
        tensor = torch.from_numpy(np.array(value))
        if trained and tensor.is_floating_point() and tensor.numel() > 1:
            self._names[name] = key = name.replace(".", "_")
            self.register_parameter(key, torch.nn.Parameter(tensor))
        else:
            self._fixed[name] = tensor

    def forward(self, images: Tensor) -> Tensor:
        values: dict[str, Any] = {self._input: images, **self._fixed}
        values |= {name: getattr(self, key) for name, key in self._names.items()}
        for kind, inputs, outputs, attributes in self._nodes:
            if self._output in values:
                break
            values[outputs[0]] = OPERATORS[kind](attributes, *(values[name] if name else None for name in inputs))
        result: Tensor = values[self._output]
        return result

    def weights(self) -> dict[str, Any]:
        """The parameters by their names in the file."""
        return {name: getattr(self, key).detach().cpu().numpy() for name, key in self._names.items()}


def with_weights(model: onnx.ModelProto, weights: dict[str, Any]) -> onnx.ModelProto:
    """A copy of `model` with `weights`, kept as 16-bit floats that are widened when it is loaded."""
    slim = onnx.ModelProto()
    slim.CopyFrom(model)
    kept = [weight for weight in slim.graph.initializer if weight.name not in weights]
    half = [numpy_helper.from_array(value.astype(np.float16), f"{name}.half") for name, value in weights.items()]
    wide = [helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT) for name in weights]
    nodes = [*wide, *slim.graph.node]
    del slim.graph.initializer[:], slim.graph.node[:]
    slim.graph.initializer.extend([*kept, *half])
    slim.graph.node.extend(nodes)
    return slim


Node = tuple[str, list[str], list[str], dict[str, Any]]


def _fused(nodes: list[Node]) -> list[Node]:
    """The nodes with each chain x/√2, erf, +1, ·x, ·½ made one Gelu: a tenth of the memory that training touches."""
    out, i = list[Node](), 0
    while i < len(nodes):
        if [node[0] for node in nodes[i : i + 5]] == ["Div", "Erf", "Add", "Mul", "Mul"]:
            out.append(("Gelu", nodes[i][1][:1], nodes[i + 4][2], {}))
            i += 5
        else:
            out.append(nodes[i])
            i += 1
    return out


def _alike(x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
    """Both in the type of the larger one: a bias must not widen what was computed in 16 bits."""
    return (x, y.to(x.dtype)) if x.numel() >= y.numel() else (x.to(y.dtype), y)


def _attributes(node: onnx.NodeProto) -> dict[str, Any]:
    return {attribute.name: helper.get_attribute_value(attribute) for attribute in node.attribute}


def _padded(at: dict[str, Any], x: Tensor) -> tuple[Tensor, Any]:
    """`x` padded by hand where the pads of two sides differ, and what is left for the operator to pad."""
    kernel, strides = at["kernel_shape"], at.get("strides", [1, 1])
    pads = at.get("pads", [0, 0, 0, 0])
    if at.get("auto_pad", b"NOTSET") == b"SAME_UPPER":
        wanted = [
            max(0, (-(-x.shape[2 + i] // strides[i]) - 1) * strides[i] + kernel[i] - x.shape[2 + i]) for i in (0, 1)
        ]
        pads = [wanted[0] // 2, wanted[1] // 2, wanted[0] - wanted[0] // 2, wanted[1] - wanted[1] // 2]
    if pads[:2] == pads[2:]:
        return x, pads[:2]
    return functional.pad(x, (pads[1], pads[3], pads[0], pads[2])), [0, 0]


def _conv(at: dict[str, Any], x: Tensor, w: Tensor, b: Tensor | None = None) -> Tensor:
    x, pads = _padded(at, x)
    return functional.conv2d(x, w, b, at.get("strides", 1), pads, at.get("dilations", 1), at.get("group", 1))


def _pool(run: Callable[..., Tensor]) -> Callable[..., Tensor]:
    def pool(at: dict[str, Any], x: Tensor) -> Tensor:
        x, pads = _padded(at, x)
        return run(x, at["kernel_shape"], at.get("strides", 1), pads, ceil_mode=bool(at.get("ceil_mode", 0)))

    return pool


def _slice(at: dict[str, Any], x: Tensor, starts: Tensor, ends: Tensor, axes: Tensor, steps: Any = None) -> Tensor:
    for start, end, axis in zip(starts.tolist(), ends.tolist(), axes.tolist(), strict=True):
        size = x.shape[axis]
        start, end = (max(0, min(size, value + size if value < 0 else value)) for value in (start, end))
        x = x.narrow(axis, start, end - start)
    return x


def _reshape(at: dict[str, Any], x: Tensor, shape: Tensor) -> Tensor:
    return x.reshape([x.shape[i] if size == 0 else size for i, size in enumerate(shape.tolist())])


def _mean(at: dict[str, Any], x: Tensor, axes: Any = None) -> Tensor:
    return x.mean(dim=at["axes"], keepdim=bool(at.get("keepdims", 1)))


def _squeeze(at: dict[str, Any], x: Tensor, axes: Tensor | None = None) -> Tensor:
    for axis in sorted(at["axes"] if axes is None else axes.tolist(), reverse=True):
        x = x.squeeze(axis)
    return x


def _unsqueeze(at: dict[str, Any], x: Tensor, axes: Tensor | None = None) -> Tensor:
    for axis in sorted(at["axes"] if axes is None else axes.tolist()):
        x = x.unsqueeze(axis)
    return x


def _norm(at: dict[str, Any], x: Tensor, scale: Tensor, bias: Tensor, mean: Tensor, var: Tensor) -> Tensor:
    return functional.batch_norm(x, mean, var, scale, bias, eps=at.get("epsilon", 1e-5))


def _hard_sigmoid(at: dict[str, Any], x: Tensor) -> Tensor:
    return (x * at.get("alpha", 0.2) + at.get("beta", 0.5)).clamp(0, 1)


OPERATORS: dict[str, Callable[..., Any]] = {
    "Identity": lambda at, x: x,
    "Add": lambda at, x, y: torch.add(*_alike(x, y)),
    "Sub": lambda at, x, y: torch.sub(*_alike(x, y)),
    "Mul": lambda at, x, y: torch.mul(*_alike(x, y)),
    "Div": lambda at, x, y: torch.div(*_alike(x, y)),
    "Gelu": lambda at, x: functional.gelu(x),
    "Pow": lambda at, x, y: x**y,
    "Sqrt": lambda at, x: x.sqrt(),
    "Erf": lambda at, x: x.erf(),
    "Relu": lambda at, x: x.relu(),
    "Sigmoid": lambda at, x: x.sigmoid(),
    "HardSigmoid": _hard_sigmoid,
    "Softmax": lambda at, x: x.softmax(at.get("axis", -1)),
    "MatMul": lambda at, x, y: x @ y,
    "Conv": _conv,
    "BatchNormalization": _norm,
    "MaxPool": _pool(functional.max_pool2d),
    "AveragePool": _pool(functional.avg_pool2d),
    "ReduceMean": _mean,
    "Transpose": lambda at, x: x.permute(at["perm"]),
    "Reshape": _reshape,
    "Squeeze": _squeeze,
    "Unsqueeze": _unsqueeze,
    "Slice": _slice,
    "Concat": lambda at, *xs: torch.cat(xs, at["axis"]),
    "Shape": lambda at, x: torch.tensor(x.shape),
}
