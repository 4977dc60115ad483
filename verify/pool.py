"""Worker processes: one OCR thread each, a memory cap, a time limit a job, one retry; one bad file never costs another.

pebble is used because it attributes a crash, a hang or an out-of-memory to its own job and goes on with the rest.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from verify import limits
from verify.errors import HeduiError
from verify.lang import Lang, current, use

T = TypeVar("T")

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENCV_FOR_THREADS_NUM")


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """A call of a module-level function with picklable arguments; `seconds` is its time limit, if not the pool's."""

    call: Callable[..., T]
    arguments: tuple[Any, ...]
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """A job that failed twice; `why` is Chinese, for the report."""

    why: str


class Pool:
    """`workers` processes, started at the first job; leave the context to stop them."""

    def __init__(self, workers: int, seconds: float = limits.FILE_SECONDS, memory: int = limits.WORKER_BYTES) -> None:
        self._workers = max(1, workers)
        self._seconds = seconds
        self._memory = memory
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is None:
            return
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def run(self, jobs: Sequence[Job[T]]) -> Iterator[tuple[int, T | Lost]]:
        """Run the jobs; yields (place in `jobs`, result), in order, each as soon as it is there."""
        futures = [self._submit(job) for job in jobs]
        for place, (job, future) in enumerate(zip(jobs, futures, strict=True)):
            result = self._result(future)
            yield place, self._result(self._submit(job)) if isinstance(result, Lost) else result

    def one(self, job: Job[T]) -> T | Lost:
        """Run a single job."""
        return next(result for _, result in self.run([job]))

    def _submit(self, job: Job[Any]) -> Any:
        if self._pool is None:
            self._pool = ProcessPool(
                max_workers=self._workers,
                initializer=_prepare,
                initargs=(self._memory, current()),
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool.schedule(job.call, args=list(job.arguments), timeout=job.seconds or self._seconds)

    def _result(self, future: Any) -> Any:
        try:
            return future.result()
        except HeduiError:
            raise
        except FutureTimeout:
            return Lost("处理超过时限")
        except MemoryError:
            return Lost("处理所需内存超过上限")
        except ProcessExpired as gone:
            return Lost(f"处理程序意外退出（代码 {gone.exitcode}）")
        except Exception as error:
            return Lost(f"处理时出错（{type(error).__name__}）")


def default_workers() -> int:
    """As many workers as processors this process may use."""
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _prepare(memory: int, lang: Lang) -> None:
    """In a new worker: Ctrl-C is the parent's to handle, libraries keep to one thread, memory is capped."""
    use(lang)  # what stops a run is often found in a worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(THREADS, "1"))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    cap = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (cap, hard))
    import cv2

    cv2.setNumThreads(1)
