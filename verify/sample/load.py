"""The output of a run, read back: batch.json and each applicant's report.json."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from verify.errors import UsageError
from verify.finding import Consequence, Outcome, Verdict
from verify.intake.fingerprint import Unusable, read_limited
from verify.lang import tr
from verify.report.folders import REPORT_JSON

MAX_BYTES = 200_000_000
"""One JSON file; that of a large applicant has 1 MB."""


class _Who(BaseModel):
    folder: str
    name: str
    application_id: str | None
    employer: str | None = None
    specialty: str | None = None


class _Finding(BaseModel):
    check: str
    outcome: Outcome
    consequence: Consequence | None


class _Report(BaseModel):
    """What is used of a report; the whole schema takes ten times as long over a large batch."""

    applicant: _Who
    verdict: Verdict
    findings: list[_Finding]


class _Notice(BaseModel):
    title: str
    number: str


class _Place(BaseModel):
    folder: str


class _Batch(BaseModel):
    notice: _Notice
    applicants: list[_Place]


@dataclass(frozen=True, slots=True)
class Output:
    """`digest` is that of batch.json's bytes; `reports` in its order."""

    digest: str
    batch: Mapping[str, Any]
    reports: tuple[Mapping[str, Any], ...]


def load(out: Path) -> Output:
    """Read a run's output; raises UsageError where it is none, or no longer whole."""
    if not (out / "batch.json").is_file():
        raise UsageError(
            tr(
                f"{out} 里没有 batch.json，不是核对结果的文件夹。请先运行 hedui run，再给出它写报告的文件夹",
                f"{out} holds no batch.json and is no output of a run. Run hedui run first, and name its reports' folder",
            )
        )
    raw, batch = _read(out / "batch.json", _Batch)
    return Output(
        hashlib.sha256(raw).hexdigest(), batch, tuple(_report(out, row["folder"]) for row in batch["applicants"])
    )


def _report(out: Path, folder: str) -> dict[str, Any]:
    if Path(folder).name != folder or folder == "..":
        raise _spoilt(out / "batch.json", tr(f"文件夹名“{folder}”不合法", f"the folder's name {folder} is not valid"))
    return _read(out / folder / REPORT_JSON, _Report)[1]


def _read(path: Path, shape: type[BaseModel]) -> tuple[bytes, dict[str, Any]]:
    try:
        raw = read_limited(path, MAX_BYTES)
        data: dict[str, Any] = json.loads(raw)
        shape.model_validate(data)
    except Unusable as error:
        raise _spoilt(path, error.message) from None
    except ValidationError as error:
        raise _spoilt(path, ".".join(map(str, error.errors()[0]["loc"]))) from None
    except (ValueError, RecursionError) as error:
        raise _spoilt(path, type(error).__name__) from None
    return raw, data


def _spoilt(path: Path, why: str) -> UsageError:
    return UsageError(
        tr(
            f"{path} 不能使用（{why}）：报告缺失或被改动。请再运行一次 hedui run，然后抽查",
            f"{path} cannot be used ({why}): it is missing or was altered. Run hedui run again, then draw",
        )
    )
