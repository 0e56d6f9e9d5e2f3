"""The engine for a cluster: Spark, in this process, on a cluster of its own, or through Spark Connect."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec.structs import replace

from send_extract.corpus.rows import SourceRows, pack_rows
from send_extract.corpus.sources import find_path
from send_extract.corpus.spark.session import Reach, open_session
from send_extract.corpus.spark.tasks import (
    PIECES,
    RECORDS,
    Work,
    answer_in_pieces,
    answer_records,
    join_pieces,
    read_documents,
)
from send_extract.corpus.spark.tasks import answer_tasks as work_on_tasks
from send_extract.corpus.spark.waves import run_waves
from send_extract.corpus.work import Means, Parcel, Terms, open_parcel
from send_extract.pool import Answer, Task
from send_extract.version import __version__

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

Sent = TypeVar("Sent", Parcel, Task)

TASKS = 32
"""Tasks of Spark's that a wave is shared out among, at least."""
PACK = 20
"""Documents of a task: enough that its start costs little beside them, few enough that losing it costs little."""
MOST_BYTES = 32 << 20
"""Bytes of documents that go out in a wave."""
USUAL = Terms()
"""What holds where nothing is asked."""


@contextmanager
def keep_ready(means: Means) -> Iterator[None]:
    """A session that whatever is asked meanwhile shares.

    Raises:
        EngineLost: the cluster does not answer.
        MissingExtra: pyspark or Java is missing.
        UsageError: the master names no place where Spark runs.
    """
    with open_session(_name_master(means)):
        yield


def read_corpus(parcels: Iterable[Parcel], terms: Terms, means: Means) -> Generator[bytes, None, None]:
    """The packed rows of each parcel, by so many tasks at once on this machine, or by a cluster.

    What stands on this machine is sent to a cluster with its settings; other addresses are opened by whoever works.

    Raises:
        EngineLost: the cluster does not answer, or is gone.
        MissingExtra: pyspark, Java, or this program on the workers is missing.
        UsageError: the master names no place where Spark runs.
    """
    settled: deque[bytes] = deque()
    with open_session(_name_master(means)) as reach:
        sent = parcels if reach.is_here else load_parcels(parcels, terms, settled)
        rows = map(_tabulate_parcels, list_packs(sent, reach.share_out(TASKS) * PACK))
        with closing(_ask(reach, rows, partial(read_documents, terms=terms))) as answers:
            yield from answers
    yield from settled


def read_frame(documents: DataFrame, terms: Terms = USUAL) -> DataFrame:
    """The rows of a table of documents, by whatever Spark its session is of: for notebooks, without a dataset.

    `documents` has the columns `uri` (text) and `data` (bytes), as `binaryFile` gives them under the names `path` and
    `content`. What comes back has a row a record: `uri`, `table` (`outcomes`, `actions` …) and `record`, its JSON with
    the columns that `dataset.json` describes. Every document has one row in `outcomes`, and nothing is raised for one.
    """
    work = partial(answer_records, terms=terms, version=__version__)
    return documents.select("uri", "data").mapInArrow(work, RECORDS)


def answer_tasks(tasks: Iterable[Task], means: Means) -> Generator[Answer, None, None]:
    """The answer to each task of a pool's in their order, by whoever reads a corpus.

    Raises:
        EngineLost, MissingExtra, UsageError: as above.
    """
    waiting = iter(tasks)
    first = next(waiting, None)
    if first is None:
        return
    with open_session(_name_master(means)) as reach:
        packs = list_packs(chain([first], waiting), reach.share_out(TASKS) * PACK)
        with closing(_ask(reach, map(_tabulate_tasks, packs), work_on_tasks)) as answers:
            for answer in answers:
                yield msgspec.msgpack.decode(answer, type=Answer)


def _name_master(means: Means) -> str:
    return means.master or f"local[{means.jobs}]"


def _ask(reach: Reach, waves: Iterable[pa.Table], work: Work) -> Generator[bytes, None, None]:
    """What `work` gives of the rows of each wave, in their order."""
    in_pieces = partial(answer_in_pieces, work=work, version=__version__)
    with closing(run_waves(reach, waves, in_pieces, PIECES)) as answers:
        for answer in answers:
            yield from join_pieces(_list_pieces(answer))


def load_parcels(parcels: Iterable[Parcel], terms: Terms, settled: deque[bytes]) -> Iterator[Parcel]:
    """The parcels, those of this machine with their bytes; the rows of what need not be sent go to `settled`."""
    for parcel in parcels:
        if find_path(parcel.uri) is None:
            yield parcel
            continue
        opened = open_parcel(parcel, terms)
        if isinstance(opened, SourceRows):
            settled.append(pack_rows(opened))
        else:
            yield replace(parcel, data=opened.data, settings=opened.settings)


def list_packs(asked: Iterable[Sent], most: int) -> Iterator[list[Sent]]:
    """What is asked in lists, each of up to `most`, that go out together."""
    held: list[Sent] = []
    size = 0
    for item in asked:
        held.append(item)
        size += len(item.data or b"")
        if len(held) == most or size >= MOST_BYTES:
            yield held
            held, size = [], 0
    if held:
        yield held


def _tabulate_parcels(parcels: list[Parcel]) -> pa.Table:
    import pyarrow as pa

    columns = {
        "uri": pa.array([parcel.uri for parcel in parcels], pa.string()),
        "data": pa.array([parcel.data for parcel in parcels], pa.binary()),
        "known": pa.array([parcel.known for parcel in parcels], pa.string()),
        "settings": pa.array([msgspec.msgpack.encode(parcel.settings) for parcel in parcels], pa.binary()),
    }
    return pa.table(columns)


def _tabulate_tasks(tasks: list[Task]) -> pa.Table:
    import pyarrow as pa

    columns = {
        "function": pa.array([task.function for task in tasks], pa.string()),
        "data": pa.array([task.data for task in tasks], pa.binary()),
        "seconds": pa.array([task.limits.seconds for task in tasks], pa.float64()),
        "memory": pa.array([task.limits.memory for task in tasks], pa.int64()),
    }
    return pa.table(columns)


def _list_pieces(answer: pa.Table) -> Iterator[tuple[bool, bytes]]:
    """The pieces that came back, taken out one by one."""
    for batch in answer.to_batches(max_chunksize=1):
        yield batch["is_last"][0].as_py(), batch["piece"][0].as_py()
