"""Trains the recogniser of seal strips: fine-tunes PP-OCRv6 small, as RapidOCR's wheel ships it, on rendered seals.

    pip install torch onnx rapidocr    # and Debian's fonts-noto-cjk fonts-noto-cjk-extra fonts-arphic-* fonts-wqy-*
    python -m scripts.sealtrain --steps 3000 --rate 3e-4 --out FIRST.onnx
    python -m scripts.sealtrain --steps 1500 --rate 2e-4 --seed 7 --start FIRST.onnx

The first line's are the defaults; docs/seals.md says where the model in use departs from them. Written are the model
(weights as 16-bit floats, the alphabet cut to GB 2312) and, on the terminal, the held-out figure beside the untrained
model's. Stops and goes on: the weights so far lie in OUT.pt.
"""

from __future__ import annotations

import argparse
import gzip
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from torch.nn.functional import ctc_loss

from scripts.sealtrain.alphabet import cut_to, decoded, encoded, of_model, resumed
from scripts.sealtrain.graph import Graph, with_weights
from scripts.sealtrain.photo import strips

SEED, HELD_OUT = 20240701, 77
BATCH, POOL = 32, 8
LOGITS = "p2o.pd_op.add.79.0"
Tensor = torch.Tensor


class Strips(torch.utils.data.IterableDataset[Any]):
    """Endless batches of strips of like width; `seed` makes them the same every time."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def __iter__(self) -> Iterator[Any]:
        roll = random.Random(self._seed)
        while True:
            pool = list[tuple[Any, str]]()
            while len(pool) < BATCH * POOL:
                pool += strips(roll)
            pool = sorted(pool[: BATCH * POOL], key=lambda pair: pair[0].shape[1])
            batches = [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
            roll.shuffle(batches)
            yield from map(packed, batches)


def packed(pairs: list[tuple[Any, str]]) -> tuple[Tensor, list[str]]:
    """Images (n, 3, 48, width), -1..1, blue first as PP-OCR was trained, narrower ones padded with 0."""
    widest = max(image.shape[1] for image, _ in pairs)
    batch = np.zeros((len(pairs), 3, 48, -(-widest // 8) * 8), np.float32)
    for row, (image, _) in zip(batch, pairs, strict=True):
        row[:, :, : image.shape[1]] = image[..., ::-1].transpose(2, 0, 1) / 127.5 - 1
    return torch.from_numpy(batch), [text for _, text in pairs]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--out", type=Path, default=Path("verify/read/seals/strips.onnx.gz"))
    parser.add_argument("--start", type=Path, help="an earlier model of ours to go on from")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    model = cut_to(of_model())
    if options.start:
        model = resumed(model, onnx.load_from_string(opened(options.start, "rb").read()))
    held = held_out(400)
    net = Graph(model, LOGITS)
    print(f"before: {figures(net, held)}", flush=True)
    train(net, options.steps, options.rate, options.out.with_suffix(".pt"), held, options.seed)
    print(f"after: {figures(net, held)}", flush=True)
    with opened(options.out, "wb") as stream:
        stream.write(with_weights(model, net.weights()).SerializeToString())


def opened(path: Path, mode: str) -> Any:
    """A model's file, packed where its name says so."""
    return gzip.open(path, mode) if path.suffix == ".gz" else path.open(mode)


def train(net: Graph, steps: int, rate: float, kept: Path, held: list[Any], seed: int) -> None:
    """AdamW with warm-up and cosine decay; at the end the running average of the weights is taken."""
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps, pct_start=0.05)
    average = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995))
    batches = iter(torch.utils.data.DataLoader(Strips(seed), batch_size=None, num_workers=1, prefetch_factor=16))
    begun, total = time.time(), 0.0
    for step in range(1, steps + 1):
        loss = loss_of(net, *next(batches))
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        average.update_parameters(net)
        total += loss.item()
        if step % 20 == 0:
            print(f"step {step} loss {total / 20:.3f} {time.time() - begun:.0f} s", flush=True)
            total = 0.0
        if step % 500 == 0:
            torch.save(average.module.state_dict(), kept)
            print(f"step {step}: {figures(average.module, held)}", flush=True)
    net.load_state_dict(average.module.state_dict())


def loss_of(net: Graph, images: Tensor, texts: list[str]) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = net(images.to(memory_format=torch.channels_last))
    labels = [encoded(text) for text in texts]
    lengths = torch.tensor([len(label) for label in labels])
    scores = logits.float().log_softmax(-1).transpose(0, 1)
    sizes = torch.full((len(texts),), scores.shape[0])
    flat = torch.tensor([number for label in labels for number in label])
    return ctc_loss(scores, flat, sizes, lengths, zero_infinity=True)


def held_out(count: int) -> list[Any]:
    """Strips that are never trained on."""
    batches = iter(Strips(HELD_OUT))
    return [next(batches) for _ in range(-(-count // BATCH))]


def figures(net: Any, held: list[Any]) -> str:
    from rapidfuzz.distance import Levenshtein

    exact = likeness = count = 0.0
    with torch.no_grad():
        for images, texts in held:
            for read, text in zip(decoded(net(images)), texts, strict=True):
                wanted = text.replace("（", "(").replace("）", ")")
                exact, count = exact + (read == wanted), count + 1
                likeness += Levenshtein.normalized_similarity(read, wanted)
    return f"{count:.0f} held-out strips, exact {exact / count:.3f}, mean 1-NED {likeness / count:.3f}"


if __name__ == "__main__":
    main()
