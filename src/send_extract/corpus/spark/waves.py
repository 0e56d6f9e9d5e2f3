"""Work over a cluster: rows go out in waves, each shared out among tasks, and what the tasks give comes back."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import TYPE_CHECKING

from send_extract.corpus.spark.session import Reach, lose, tell_fault

if TYPE_CHECKING:
    import pyarrow as pa

Work = Callable[[Iterator["pa.RecordBatch"]], Iterator["pa.RecordBatch"]]
"""What a task does: the rows of its pack in, rows out."""

AHEAD = 3
"""Waves that the cluster has at once: the next ones fill what the last tasks of one leave idle."""
PATIENCE = 60.0
"""Seconds without anybody who works, after which a cluster is given up."""
FIRST_PATIENCE = 300.0
"""The same until somebody has come: a cluster may have to start machines."""
_GLANCE = 1.0
"""Seconds between two looks at whether the cluster is there."""


class Watch:
    """Whether the cluster is there, as long as there is something to wait for."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._seen, self._has_come = time.monotonic(), False

    def check(self) -> None:
        """Looks who is there.

        Raises:
            EngineLost: nobody has been for too long.
        """
        now = time.monotonic()
        if self._reach.has_workers():
            self._seen, self._has_come = now, True
        patience = PATIENCE if self._has_come else FIRST_PATIENCE
        if now - self._seen > patience:
            raise lose(self._reach.master, f"nobody has been at work there for {patience:g} seconds")


def run_waves(
    reach: Reach, waves: Iterable[pa.Table], work: Work, schema: str
) -> Generator[pa.Table, None, None]:
    """What `work` gives of each wave, in their order. Close it where it is left before its end.

    Raises:
        EngineLost: the cluster is gone.
        MissingExtra: this program is not on it.
    """
    watch = Watch(reach)
    running: deque[Future[pa.Table]] = deque()
    with ThreadPoolExecutor(AHEAD) as crew:
        try:
            for wave in waves:
                running.append(crew.submit(_run_wave, reach, wave, work, schema))
                if len(running) == AHEAD:
                    yield _await(running[0], watch, reach)
                    running.popleft()
            while running:
                yield _await(running[0], watch, reach)
                running.popleft()
        finally:
            if running:
                reach.cancel()


def _run_wave(reach: Reach, wave: pa.Table, work: Work, schema: str) -> pa.Table:
    return reach.session.createDataFrame(wave).mapInArrow(work, schema).toArrow()


def _await(wave: Future[pa.Table], watch: Watch, reach: Reach) -> pa.Table:
    while True:
        try:
            return wave.result(timeout=_GLANCE)
        except NotYet:
            watch.check()
        except Exception as error:
            raise tell_fault(reach.master, error) from error
