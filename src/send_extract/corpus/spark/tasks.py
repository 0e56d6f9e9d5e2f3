"""What a task does on a worker of the cluster: its documents, each kept apart, so that none can harm the task."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from send_extract.corpus.rows import SourceRows, unpack_rows
from send_extract.corpus.spark.session import OTHER_VERSION
from send_extract.corpus.tables import TABLES, encode_outcome
from send_extract.corpus.work import (
    Parcel,
    SourceReading,
    Terms,
    make_rows,
    read_parcels,
)
from send_extract.pool import Limits, Task, run_tasks
from send_extract.readers import READERS
from send_extract.settings import DEFAULTS, Settings
from send_extract.version import __version__

if TYPE_CHECKING:
    import pyarrow as pa

Work = Callable[[Iterable["pa.RecordBatch"]], Iterator[bytes]]
"""What is done over rows: an answer each, in their order."""
PIECES = "is_last boolean, piece binary"
"""The columns of what `answer_in_pieces` gives."""
RECORDS = "uri string, `table` string, record string"
"""The columns of what `answer_records` gives."""
_NOTHING = msgspec.msgpack.encode(None)
_LONGEST = 4 << 20
"""Bytes of a piece: what passes through Spark's memory at once stays small, however long a plan is."""


def answer_in_pieces(batches: Iterable[pa.RecordBatch], work: Work, version: str) -> Iterator[pa.RecordBatch]:
    """What `work` gives of the rows, each in pieces one behind another, the last of each marked."""
    import pyarrow as pa

    _prepare(version)
    for answer in work(batches):
        for start in range(0, len(answer), _LONGEST):
            is_last = pa.array([start + _LONGEST >= len(answer)])
            piece = pa.array([answer[start : start + _LONGEST]], pa.binary())
            yield pa.RecordBatch.from_arrays([is_last, piece], ["is_last", "piece"])


def join_pieces(pieces: Iterable[tuple[bool, bytes]]) -> Iterator[bytes]:
    """The answers, from their pieces."""
    held = bytearray()
    for is_last, piece in pieces:
        held += piece
        if is_last:
            yield bytes(held)
            held.clear()


def answer_records(batches: Iterable[pa.RecordBatch], terms: Terms, version: str) -> Iterator[pa.RecordBatch]:
    """The rows of each document as JSON, with the names of their tables."""
    import pyarrow as pa

    _prepare(version)
    for rows in map(unpack_rows, read_documents(batches, terms)):
        for name, lines in list_lines(rows):
            records = [line.decode() for line in lines.splitlines()]
            columns = ([rows.uri] * len(records), [name] * len(records), records)
            arrays = [pa.array(column, pa.string()) for column in columns]
            yield pa.RecordBatch.from_arrays(arrays, ["uri", "table", "record"])


def list_lines(rows: SourceRows) -> Iterator[tuple[str, bytes]]:
    """The lines of a document in each table, with its name."""
    if rows.outcome is not None:
        lines = (encode_outcome(rows.outcome), *rows.tables)
        yield from zip((table.name for table in TABLES), lines, strict=False)


def read_documents(batches: Iterable[pa.RecordBatch], terms: Terms) -> Generator[bytes, None, None]:
    """The packed rows of each document."""
    parcels = (parcel for batch in batches for parcel in _list_parcels(batch))
    return read_parcels(parcels, terms, is_kept=True)


def answer_tasks(batches: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    """The packed answer to each task of a pool's."""
    tasks = (
        Task(row["function"], row["data"], Limits(row["seconds"], row["memory"]))
        for batch in batches
        for row in batch.to_pylist()
    )
    with closing(run_tasks(tasks, is_kept=True)) as answers:
        yield from map(msgspec.msgpack.encode, answers)


@cache
def _prepare(version: str) -> None:
    """Makes a process of Spark's ready: those that read documents are forks of it, and find all imported.

    Raises what the driver understands where the rows of two versions would be mixed.
    """
    if version != __version__:
        message = f"{OTHER_VERSION}: {__version__}, not {version}"
        raise RuntimeError(message)
    for reader in READERS.values():
        with suppress(ImportError):
            import_module(reader.partition(":")[0])
    make_rows(SourceReading("plan.txt", b"No\tRecommendation\n1\tBegin\n", DEFAULTS))
    gc.freeze()  # pyspark has all that is there looked through for garbage after each task


def _list_parcels(batch: pa.RecordBatch) -> Iterator[Parcel]:
    """The documents of a batch: their addresses, and what else it has columns for."""
    named = ("uri", "data", "known", "settings")
    absent = [None] * batch.num_rows
    columns = [batch[name].to_pylist() if name in batch.schema.names else absent for name in named]
    for uri, data, known, settings in zip(*columns, strict=True):
        beside = msgspec.msgpack.decode(settings or _NOTHING, type=Settings | None)
        yield Parcel(uri, data, known or "", beside)
