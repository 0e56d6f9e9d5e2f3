"""A table as Parquet, made of lines of JSON and read as them, a piece at a time."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec

from send_extract.corpus.tables import CorpusColumn, CorpusTable
from send_extract.readers.extras import require

EXTRA = "parquet"
ROWS = 1000
"""Rows that are read at a time."""
PIECE = 4 << 20
"""Bytes of lines that are written as one group of rows."""
_TYPES = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool", "date": "date32"}
"""Arrow's names of the kinds."""
_DECODER, _ENCODER = msgspec.json.Decoder(), msgspec.json.Encoder()


def read_parquet(path: Path, without: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """The rows of each source but those `without`, as lines."""
    for uri, lines in groupby(_list_lines(path, without), key=itemgetter(0)):
        yield uri, b"".join(line for _, line in lines)


def write_parquet(table: CorpusTable, lines: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of a table's file in parts, made of its rows as lines."""
    arrow, sink = require("pyarrow", EXTRA), _Sink()
    schema = arrow.schema([arrow.field(column.name, _TYPES[column.kind]) for column in table.columns])
    with require_parquet().ParquetWriter(
        arrow.PythonFile(sink, mode="w"), schema, compression="zstd"
    ) as writer:
        for piece in _gather(lines):
            rows = _DECODER.decode_lines(piece)
            columns = [
                arrow.array(_list_values(rows, column), _TYPES[column.kind]) for column in table.columns
            ]
            writer.write_batch(arrow.record_batch(columns, schema=schema))
            yield sink.drain()
    yield sink.drain()


def require_parquet() -> Any:
    """What reads and writes Parquet.

    Raises:
        MissingExtra: it is not installed.
    """
    return require("pyarrow.parquet", EXTRA)


class _Sink(io.RawIOBase):
    """A file that gives away what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting, self._end = bytearray(), 0

    def writable(self) -> bool:
        """That it can be written."""
        return True

    def write(self, data: Any, /) -> int:
        """Takes the next bytes."""
        self._waiting += data
        self._end += len(data)
        return len(data)

    def tell(self) -> int:
        """How many bytes were written."""
        return self._end

    def drain(self) -> bytes:
        """What has been written since the last time."""
        data = bytes(self._waiting)
        self._waiting.clear()
        return data


def _list_lines(path: Path, without: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    file = require_parquet().ParquetFile(path)
    if _is_covered(file, without):
        return
    for batch in file.iter_batches(ROWS, use_threads=False):
        for row in batch.to_pylist():
            if row["uri"] not in without:
                yield row["uri"], _ENCODER.encode(row) + b"\n"


def _is_covered(file: Any, without: frozenset[str]) -> bool:
    """Whether a file has no rows of other sources: then the rest of it need not be looked at."""
    batches = file.iter_batches(ROWS, columns=["uri"], use_threads=False)
    return all(without.issuperset(batch.column(0).to_pylist()) for batch in batches)


def _gather(lines: Iterable[bytes]) -> Iterator[bytes]:
    piece = bytearray()
    for each in lines:
        piece += each
        if len(piece) >= PIECE:
            yield bytes(piece)
            piece.clear()
    if piece:
        yield bytes(piece)


def _list_values(rows: list[dict[str, Any]], column: CorpusColumn) -> list[object]:
    values = [row[column.name] for row in rows]
    if column.kind == "date":
        return [value and dt.date.fromisoformat(value) for value in values]
    return values
