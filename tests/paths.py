"""Where the tests find things."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
SAMPLE = FIXTURES / "sample-batch"
YONGJIA = FIXTURES / "sample-batch-yongjia"
