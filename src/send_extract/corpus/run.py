"""A run over a corpus: the sources that are not read yet go through an engine, and their rows into the dataset."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Literal

from msgspec import Struct

from send_extract.batch import disk
from send_extract.batch.files import open_workplace
from send_extract.corpus.dataset import commit_log, find_readings, read_record
from send_extract.corpus.formats import FORMATS, DatasetFormat
from send_extract.corpus.log import HEAD, RowLog, read_beginning
from send_extract.corpus.rows import PastReading, recall_outcome, unpack_head
from send_extract.corpus.tables import SourceOutcome
from send_extract.corpus.work import Means, Parcel, Terms
from send_extract.errors import UnwritableOutput
from send_extract.pool import Answer, Task

LOG_NAME = "unfinished.rows"
"""What a run that is not over has read, in the dataset's folder; `--resume` takes it up."""

Engine = Callable[[Iterable[Parcel], Terms, Means], Generator[bytes, None, None]]
"""Gives the packed rows of each parcel, in any order."""
Comparer = Callable[[Iterable[Task], Means], Iterator[Answer]]
"""Gives the answer to each task in their order."""
Unfinished = Literal["own", "other", "none"]
"""Whose the rows of a run that was stopped are: this version's, which can go on with them, or another's."""
ENGINES = {"local": "send_extract.corpus.local", "spark": "send_extract.corpus.spark"}
"""The module of each engine: its `read_corpus` is the engine, its `answer_tasks` has drafts compared,
and `keep_ready` (a context) has both begin at once."""


class CorpusOrder(Struct, frozen=True):
    """What a run over a corpus is asked: the addresses of its sources, and what holds for all of them.

    `jobs` is the most processes at work at once, None for one a core; with `is_resumed` what was read before stays;
    `master` is that of a cluster of Spark's.
    """

    sources: tuple[str, ...]
    terms: Terms = Terms()
    format: str = "jsonl"
    engine: str = "local"
    jobs: int | None = None
    is_resumed: bool = False
    master: str | None = None


class SourceStep(Struct, frozen=True):
    """One source is done: its outcome, None where it had been read before; the exit code of its fault, 0 for none."""

    uri: str
    outcome: SourceOutcome | None
    exit_code: int = 0


def read_corpus(
    order: CorpusOrder, output: Path, note: Callable[[Unfinished], object] = lambda _: None
) -> Generator[SourceStep, None, None]:
    """Each source as it is done; after the last, the dataset in `output` has the rows of all.

    What a run that was stopped has left there is told to `note`, once no other run can be at it.
    Close it where it is left before its end: what was read until then is kept for a run that resumes.

    Raises:
        UnwritableOutput: the dataset cannot be written, or another run is at it.
        MissingExtra: the format needs an optional part that is not installed.
    """
    means = Means(order.jobs or count_cores(), order.master)
    with import_module(ENGINES[order.engine]).keep_ready(means), open_workplace(output) as workplace:
        form = _choose_format(output, order.format)
        note(find_unfinished(output))
        with closing(_open_log(output, is_resumed=order.is_resumed)) as log:
            yield from _read(order, means, log, find_known(output, log) if order.is_resumed else {})
            compare = find_comparer(order.engine)
            commit_log(log, workplace, form, lambda tasks: compare(tasks, means))
        disk.remove(output / LOG_NAME)


def _read(
    order: CorpusOrder, means: Means, log: RowLog, known: dict[str, PastReading]
) -> Iterator[SourceStep]:
    parcels = (Parcel(uri, known=known.get(uri, PastReading()).mark) for uri in order.sources)
    with closing(find_engine(order.engine)(parcels, order.terms, means)) as packed:
        for data in packed:
            head = unpack_head(data)
            if head.outcome is not None:
                log.append(data)
            reading = recall_outcome(head.outcome) if head.outcome else known[head.uri]
            yield SourceStep(head.uri, head.outcome, reading.exit_code)


def find_unfinished(output: Path) -> Unfinished:
    """Whether a run that was stopped has left rows in a dataset's folder that this version can go on with."""
    head = read_beginning(output / LOG_NAME)
    return "none" if not head else "own" if head == HEAD else "other"


def find_engine(name: str) -> Engine:
    """The engine of a name."""
    engine: Engine = import_module(ENGINES[name]).read_corpus
    return engine


def find_comparer(name: str) -> Comparer:
    """What has the drafts of plans compared in an engine."""
    comparer: Comparer = import_module(ENGINES[name]).answer_tasks
    return comparer


def find_known(output: Path, log: RowLog) -> dict[str, PastReading]:
    """What was read of each source, by its address: in the dataset, and in a run that was stopped."""
    return find_readings(output) | {
        head.uri: recall_outcome(head.outcome) for head in map(log.read_head, log.pieces())
    }


def count_cores() -> int:
    """How many processes are at work where nothing is asked: as many as cores that this one may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _choose_format(output: Path, name: str) -> DatasetFormat:
    record = read_record(output)
    if record is not None and record.format != name:
        message = f"{output} holds a dataset of {record.format}. Ask for that --format, or choose another -o."
        raise UnwritableOutput(message)
    FORMATS[name].prepare()
    return FORMATS[name]


def _open_log(output: Path, *, is_resumed: bool) -> RowLog:
    log = RowLog(output / LOG_NAME)
    if not is_resumed:
        log.clear()
    return log
