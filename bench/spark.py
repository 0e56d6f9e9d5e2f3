"""A corpus by the local pool, by Spark on this machine and by a cluster of it: the same rows, and what Spark costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from bench.corpus import fill_corpus
from bench.measuring import ROOT, print_table
from send_extract.corpus.run import LOG_NAME
from tests.corpus.cluster import Cluster, start_cluster
from tests.corpus.drafts import list_lines

COUNT = 5_000
_KILLED_AT = 10 << 20
"""Bytes of rows that are there when a worker is killed."""


class EngineRun(NamedTuple):
    """A run: its seconds on the clock and of processors, the cluster's among these."""

    name: str
    seconds: float
    computed: float


def main(total: int = COUNT) -> None:
    """Reads one corpus by each engine, and by a cluster that loses a worker."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        fill_corpus(place / "plans", total, poison=False)
        runs = list(read_by_each(place))
        local, *others = (dict(list_lines(place / run.name)) for run in runs)
        same = ["", *("the same" if rows == local else "OTHERS" for rows in others)]
        print_table(f"A corpus of {total:,} sources by each engine", list(describe_runs(runs, same, total)))


def read_by_each(place: Path) -> Iterator[EngineRun]:
    """A run by each engine, one after another."""
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    yield read_corpus(place, "local")
    yield read_corpus(place, "spark", "--engine", "spark")
    with start_cluster(place / "sound") as cluster:
        yield read_on(cluster, place, "cluster")
    with start_cluster(place / "broken") as cluster:
        killer = threading.Thread(target=_kill_worker, args=(cluster, place / "killed" / LOG_NAME))
        killer.start()
        yield read_on(cluster, place, "killed")
        killer.join()


def read_corpus(place: Path, name: str, *more: str, sessions: Iterable[int] = ()) -> EngineRun:
    """One run of the program, by two processes; what `sessions` of others compute for it is counted too."""
    command = [
        sys.executable,
        "-m",
        "send_extract",
        "batch",
        str(place / "plans"),
        "-o",
        str(place / name),
        *more,
    ]
    began, before = time.perf_counter(), _tell_computed({*sessions})
    seen = dict(before)
    with subprocess.Popen([*command, "--jobs", "2", "-q"], cwd=ROOT, start_new_session=True) as process:
        while process.poll() is None:
            time.sleep(0.25)
            seen |= _tell_computed({process.pid, *sessions})
    return EngineRun(name, time.perf_counter() - began, sum(seen.values()) - sum(before.values()))


def read_on(cluster: Cluster, place: Path, name: str) -> EngineRun:
    """One run on a cluster."""
    more = ("--engine", "spark", "--master", cluster.url)
    return read_corpus(place, name, *more, sessions=cluster.list_sessions())


def _tell_computed(sessions: set[int]) -> dict[str, float]:
    """The seconds of processors of each process of some sessions: nobody waits for those of a killed worker."""
    told: dict[str, float] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text(encoding="utf-8").rpartition(") ")[2].split()
            if int(fields[3]) in sessions:
                told[stat.parent.name] = sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
    return told


def _kill_worker(cluster: Cluster, log: Path) -> None:
    while not log.exists() or log.stat().st_size < _KILLED_AT:
        time.sleep(0.1)
    cluster.workers[0].kill()


def describe_runs(runs: list[EngineRun], same: list[str], total: int) -> Iterator[tuple[str, ...]]:
    """The table's lines."""
    yield ("engine", "seconds", "of processors", "times local", "ms a source beside local", "rows")
    local = runs[0]
    for run, rows in zip(runs, same, strict=True):
        more = 1000 * (run.computed - local.computed) / total
        times = run.computed / local.computed
        yield (run.name, f"{run.seconds:.0f}", f"{run.computed:.0f}", f"{times:.2f}", f"{more:.1f}", rows)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
