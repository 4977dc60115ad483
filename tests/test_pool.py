from __future__ import annotations

from pathlib import Path

import pytest

from tests import misbehave
from verify.errors import HeduiError
from verify.pool import Job, Lost, Pool


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (misbehave.vanish, "意外退出"),
        (misbehave.hang, "时限"),
        (misbehave.devour, "内存"),
        (misbehave.stumble, "ValueError"),
    ],
)
def test_a_job_that_goes_wrong_is_lost_alone(call: object, why: str) -> None:
    with Pool(2, seconds=3) as pool:
        jobs = [Job(misbehave.double, (1,)), Job(call, ()), Job(misbehave.double, (2,)), Job(misbehave.double, (3,))]  # type: ignore[arg-type]
        results = [result for _, result in pool.run(jobs)]  # type: ignore[arg-type]
    lost = results.pop(1)
    assert results == [2, 4, 6]
    assert isinstance(lost, Lost)
    assert why in lost.why


def test_a_job_is_tried_twice(tmp_path: Path) -> None:
    with Pool(1) as pool:
        assert pool.one(Job(misbehave.once, (str(tmp_path / "flag"),))) == "second time"


def test_results_come_in_the_order_of_the_jobs() -> None:
    with Pool(2) as pool:
        assert list(pool.run([Job(misbehave.double, (n,)) for n in range(8)])) == [(n, 2 * n) for n in range(8)]


def test_an_error_that_the_user_can_mend_is_not_swallowed() -> None:
    with Pool(1) as pool, pytest.raises(HeduiError, match="mend"):
        pool.one(Job(_mendable, ()))


def _mendable() -> None:
    raise HeduiError("mend me")
