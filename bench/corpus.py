"""A corpus with poison in it: is every source accounted for, what does a second core give, does memory grow?"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from html import escape
from itertools import count
from pathlib import Path
from statistics import mean
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from bench.diff import make_vocabulary
from bench.measuring import ROOT, print_table
from send_extract.corpus.dataset import read_rows
from send_extract.corpus.run import LOG_NAME
from send_extract.corpus.work import SourceReading, make_rows
from send_extract.settings import DEFAULTS
from tests.forms import office, texts

COUNT, KILLED, KILLS = 20_000, 2_000, 20
POISON = {"crash": "crash", "hang": "timeout", "memory": "memory", "bomb": "rejected"}
"""What is poison, by the names of its files, and what becomes of it; one source in a hundred is."""
LIMITS = "[limits]\nseconds = 2\nmemory = 600\n"
MONTHS = (
    "Jan",
    "February",
    "March 2023",
    "April",
    "by end of May",
    "June",
    "Sept",
    "Oct 2022",
    "Q3 22/23",
    "monthly",
)
PROGRAM = """
import os, signal, sys
from send_extract.cli import enter
from send_extract.corpus import work
sound = work.make_plan
def make_plan(source, settings, reader=None):
    kind = source.name.partition("-")[0]
    if kind == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    while kind == "hang":
        pass
    if kind == "memory":
        bytes(1 << 30)
    return sound(source, settings, reader)
work.make_plan = make_plan
enter()
"""
"""The program, over which some sources are poison by their names."""

Rows = list[tuple[str, ...]]


def main(total: int = COUNT) -> None:
    """Reads a corpus by one process and by two, and one whose processes are killed."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        fill_corpus(place / "plans", total)
        runs = [read_corpus(place / "plans", place / f"out-{jobs}", jobs) for jobs in (1, 2)]
        print_table(f"A corpus of {total:,} sources, one in a hundred poison", list(describe_runs(runs)))
        fill_corpus(place / "killed", KILLED, poison=False)
        print_table(f"{KILLED:,} sources, their processes killed", list(describe_kills(place)))


def fill_corpus(folder: Path, total: int, *, poison: bool = True) -> None:
    """Sources of many shapes, a folder for each hundred."""
    words = make_vocabulary("")
    for number in range(total):
        home = folder / f"{number // 100:04}"
        home.mkdir(parents=True, exist_ok=True)
        chance = random.Random(number)  # noqa: S311 - the same draft each time
        if poison and number % 100 == 50:
            _write_poison(home, number)
        else:
            suffix, write = SHAPES[number % len(SHAPES)]
            (home / f"plan-{number}{suffix}").write_bytes(write(_make_rows(chance, words)))
    (folder / "send-extract.toml").write_text(LIMITS, encoding="utf-8")


def _make_rows(chance: random.Random, words: list[str]) -> Rows:
    own = chance.sample(words, 300)
    rows: Rows = [("No", "Recommendation", "Actions", "When (2022)", "Who")]
    for number in range(1, chance.randint(6, 24)):
        action, record = (" ".join(chance.choices(own, k=length)) for length in (8, 14))
        rows.append((str(number), record, action, chance.choice(MONTHS), "GB"))
    return rows


def _write_poison(home: Path, number: int) -> None:
    kind = list(POISON)[number // 100 % len(POISON)]
    if kind == "bomb":
        with ZipFile(home / f"bomb-{number}.docx", "w", ZIP_DEFLATED) as bomb:
            bomb.writestr("word/document.xml", b"<w>" + b" " * (1 << 26))
    else:
        (home / f"{kind}-{number}.txt").write_text("No\tRecommendation\n1\tListen\n", encoding="utf-8")


def _write_tabs(rows: Rows) -> bytes:
    return "\n".join(["A plan", "", *map("\t".join, rows)]).encode()


def _write_commas(rows: Rows) -> bytes:
    return "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode()


def _write_pipes(rows: Rows) -> bytes:
    head, *others = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join(["# A plan", "", head, "| --- " * len(rows[0]) + "|", *others]).encode()


def _write_page(rows: Rows) -> bytes:
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<h1>A plan</h1><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>".encode()


def _write_labels(rows: Rows) -> bytes:
    records = (
        "".join(f"{label}: {cell}\n" for label, cell in zip(rows[0], row, strict=True)) for row in rows[1:]
    )
    return "\n".join(["A plan\n", *records]).encode()


def _write_word(rows: Rows) -> bytes:
    lines = (office.row(*(office.cell(office.paragraph(office.run(cell))) for cell in row)) for row in rows)
    return office.make_word_file(office.table(*lines))


def _write_opendocument(rows: Rows) -> bytes:
    lines = (texts.row(*(texts.cell(texts.p(cell)) for cell in row)) for row in rows)
    return texts.make_text_file(texts.table(*lines))


SHAPES: tuple[tuple[str, Callable[[Rows], bytes]], ...] = (
    (".txt", _write_tabs), (".docx", _write_word), (".csv", _write_commas), (".html", _write_page),
    (".md", _write_pipes), (".odt", _write_opendocument), (".txt", _write_labels),
)  # fmt: skip


class CorpusRun(NamedTuple):
    """A run: its seconds on the clock, of these those of reading, of processors; its outcomes; its memory.

    The memory is that of all its processes in MiB, each half second while it read.
    """

    jobs: int
    seconds: float
    reading: float
    computed: float
    outcomes: Counter[tuple[str, str]]
    memory: list[float]


def read_corpus(plans: Path, output: Path, jobs: int) -> CorpusRun:
    """One run of the program over a corpus."""
    command = [
        sys.executable,
        "-c",
        PROGRAM,
        "batch",
        str(plans),
        "-o",
        str(output),
        "--jobs",
        str(jobs),
        "-q",
    ]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    began, before = time.perf_counter(), os.times()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as process:
        seen = list(_watch(process, output / LOG_NAME))
    after, took = os.times(), time.perf_counter() - began
    computed = after.children_user + after.children_system - before.children_user - before.children_system
    memory = [size for _, size in seen]
    return CorpusRun(jobs, took, seen[-1][0] - began, computed, count_outcomes(output), memory)


def count_outcomes(output: Path) -> Counter[tuple[str, str]]:
    """How many sources have which outcome, by the kinds that their names tell."""
    rows = read_rows(output, "outcomes")
    return Counter((str(row["name"]).partition("-")[0], str(row["outcome"])) for row in rows)


def _watch(process: subprocess.Popen[bytes], log: Path) -> Iterator[tuple[float, float]]:
    """The memory of a run and its workers, with the time, as long as it reads."""
    size = 0
    while process.poll() is None:
        time.sleep(0.5)
        with suppress(OSError):
            if log.stat().st_size > size:
                size = log.stat().st_size
                yield time.perf_counter(), sum(map(_weigh, [process.pid, *find_workers(process.pid)]))


def find_workers(parent: int) -> list[int]:
    """The processes that a process has started (Linux alone)."""
    with suppress(OSError):
        return [
            int(word) for word in Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
        ]
    return []


def _weigh(number: int) -> float:
    """The memory of a process in MiB, what it shares divided among the sharers (Linux alone)."""
    with suppress(OSError):
        lines = Path(f"/proc/{number}/smaps_rollup").read_text("ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return 0.0


def describe_runs(runs: list[CorpusRun]) -> Iterator[tuple[str, ...]]:
    """The figures of each run, and of both."""
    yield (
        "processes",
        "on the clock",
        "reading",
        "computing",
        "outcomes",
        "right",
        "memory, first and last quarter",
    )
    for run in runs:
        quarter = len(run.memory) // 4
        first, last = mean(run.memory[:quarter]), mean(run.memory[-quarter:])
        right = sum(
            number
            for (kind, outcome), number in run.outcomes.items()
            if POISON.get(kind, "extracted") == outcome
        )
        total = f"{run.outcomes.total():,}"
        memory = f"{first:.0f} and {last:.0f} MiB: {last / first:.3f}"
        times = (f"{seconds:.0f} s" for seconds in (run.seconds, run.reading, run.computed))
        yield str(run.jobs), *times, total, f"{right:,}", memory
    pairs = zip(*(run[1:4] for run in runs), strict=True)
    yield "one over two", *(f"{one / two:.2f}" for one, two in pairs), "", "", ""


def describe_kills(place: Path) -> Iterator[tuple[str, ...]]:
    """What is left where workers die, and where the run itself does."""
    yield "what", "killed", "outcomes", "extracted"
    for name, kill in (("workers of a run", kill_workers), ("runs that are resumed", kill_runs)):
        outcomes = count_outcomes(kill(place / "killed", place / name.partition(" ")[0]))
        yield name, str(KILLS), str(outcomes.total()), str(outcomes["plan", "extracted"])
    yield "a worker of Python's own pool", "1", str(_count_stock(place / "killed")), ""


def _start(plans: Path, output: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "send_extract", "batch", str(plans), "-o", str(output), "-q", "--resume"]
    return subprocess.Popen([*command, "--jobs", "2"], cwd=ROOT, stderr=subprocess.DEVNULL)


def kill_workers(plans: Path, output: Path) -> Path:
    """Kills one of a run's workers again and again."""
    chance = random.Random(5)  # noqa: S311 - the same each time
    left = KILLS
    with _start(plans, output) as process:
        while process.poll() is None:
            time.sleep(2)
            workers = find_workers(process.pid)
            if left and workers and (output / LOG_NAME).exists():
                with suppress(ProcessLookupError):
                    os.kill(chance.choice(workers), signal.SIGKILL)
                    left -= 1
    return output


def kill_runs(plans: Path, output: Path) -> Path:
    """Kills one run after the other, the last but for one that comes to its end."""
    for number in count():
        with _start(plans, output) as process:
            if number == KILLS:
                process.wait()
                return output
            time.sleep(1.2)
            process.kill()
    return output


def _read(path: Path) -> int:
    return len(make_rows(SourceReading(path.as_uri(), path.read_bytes(), DEFAULTS)).tables)


def _count_stock(plans: Path) -> int:
    """How many sources Python's own pool of processes gives, where one of these is killed."""
    done = 0
    with suppress(BrokenProcessPool), ProcessPoolExecutor(2) as pool:
        for done, _ in enumerate(pool.map(_read, sorted(plans.rglob("plan-*"))), 1):
            if done == KILLED // 7:
                os.kill(find_workers(os.getpid())[-1], signal.SIGKILL)
    return done
