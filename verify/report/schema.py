"""The JSON Schemas shipped with the package, and validation against them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

Kind = Literal["report", "batch"]


@cache
def schema(kind: Kind) -> dict[str, Any]:
    """The schema of report.json or batch.json (draft 2020-12)."""
    path = Path(__file__).with_name(f"{kind}.schema.json")
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def validate(data: dict[str, Any], kind: Kind) -> None:
    """Raise jsonschema.ValidationError where the data is not what the schema says."""
    from jsonschema import Draft202012Validator

    Draft202012Validator(schema(kind)).validate(data)
