"""Measuring: whole processes, taken in turns, with their time and peak memory; and the table to print.

Time is the processor's, of a process and of those that it starts, where the system tells: others load the machine.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import resource
    from collections.abc import Iterator, Mapping, Sequence

_SET_CHILD_SUBREAPER = 36
"""Of prctl(2)."""
ROOT = Path(__file__).parents[1]


class Measurement(NamedTuple):
    """A command's seconds (median and least) and, where the system tells, its peak memory in MiB."""

    seconds: float
    least: float
    memory: float | None


def measure_commands(
    commands: Mapping[str, Sequence[str]], rounds: int, cwd: Path, codes: tuple[int, ...] = (0,)
) -> dict[str, Measurement]:
    """Times every command `rounds` times, all of them in each round, so that they meet the same weather."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, float | None] = {}
    for command in commands.values():
        run_process(command, cwd, codes)  # unmeasured: it brings files into memory and writes the bytecode
    for _ in range(rounds):
        for name, command in commands.items():
            took, memory[name] = run_process(command, cwd, codes)
            seconds[name].append(took)
    return {name: Measurement(median(times), min(times), memory[name]) for name, times in seconds.items()}


def run_process(
    command: Sequence[str], cwd: Path, codes: tuple[int, ...] = (0,)
) -> tuple[float, float | None]:
    """One whole process with those that it starts: their seconds, and the peak memory of the largest.

    Raises:
        subprocess.CalledProcessError: its exit code is none of `codes`.
    """
    _adopt_orphans()
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL) as process:
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            usages = [usage, *_wait_for_orphans()]
            scale = 2**20 if sys.platform == "darwin" else 2**10
            memory = max(usage.ru_maxrss for usage in usages) / scale
            took = sum(usage.ru_utime + usage.ru_stime for usage in usages)
        else:
            process.wait()
            memory, took = None, time.perf_counter() - began
    if process.returncode not in codes:
        raise subprocess.CalledProcessError(process.returncode, command)
    return took, memory


def _adopt_orphans() -> None:
    """Makes this process the parent of those whose own is gone, so that their time is told too (Linux alone)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _wait_for_orphans() -> Iterator[resource.struct_rusage]:
    with suppress(ChildProcessError):
        while sys.platform == "linux":
            _, _, usage = os.wait4(-1, 0)
            yield usage


def find_program(name: str) -> str:
    """A program of this environment."""
    folder = Path(sys.executable).parent
    return str(folder / f"{name}.exe" if os.name == "nt" else folder / name)


def print_table(title: str, rows: Sequence[Sequence[object]]) -> None:
    """Prints `rows`, the first of them headings, in columns."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in texts) for column in range(len(texts[0]))]
    print(f"\n{title}")
    for row in texts:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
