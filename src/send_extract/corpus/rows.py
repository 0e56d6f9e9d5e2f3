"""The rows of a source as they go from one process to another, and wait on the disk: one piece of bytes.

A head says what became of the source and how long the lines of each table behind it are, so that any can be had without
the others.
"""

from __future__ import annotations

from io import SEEK_CUR, BytesIO
from typing import IO, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from send_extract.corpus.tables import SourceOutcome
from send_extract.pool import encode_message
from send_extract.version import __version__

_LENGTH = 4
"""Bytes that say how long the head is."""


class SourceRows(Struct, frozen=True):
    """All that is known of one source: its outcome, and the lines of the other tables in the order of `TABLES`.

    Without an outcome the same was done before (`Parcel.known`).
    """

    uri: str
    outcome: SourceOutcome | None = None
    tables: tuple[bytes, ...] = ()


class RowsHead(Struct, frozen=True, array_like=True):
    """What is known of a source, with the sizes of its tables in place of these."""

    uri: str
    outcome: SourceOutcome | None = None
    sizes: tuple[int, ...] = ()


_HEAD = msgspec.msgpack.Decoder(RowsHead)


def pack_rows(rows: SourceRows) -> bytes:
    """The rows of a source in one piece."""
    head = RowsHead(rows.uri, rows.outcome, tuple(map(len, rows.tables)))
    return b"".join((_pack_head(head), *rows.tables))


def unpack_rows(packed: bytes) -> SourceRows:
    """The rows that were packed."""
    file = BytesIO(packed)
    head = read_head(file)
    return SourceRows(head.uri, head.outcome, tuple(map(file.read, head.sizes)))


def unpack_head(packed: bytes) -> RowsHead:
    """The head of packed rows."""
    return read_head(BytesIO(packed))


def time_rows(packed: bytes, seconds: float) -> bytes:
    """Packed rows that say how long somebody was at them."""
    file = BytesIO(packed)
    head = read_head(file)
    if head.outcome is None:
        return packed
    timed = replace(head, outcome=replace(head.outcome, seconds=round(seconds, 3)))
    return b"".join((_pack_head(timed), memoryview(packed)[file.tell() :]))


def read_head(file: IO[bytes]) -> RowsHead:
    """The head of the packed rows at which a file stands, which then stands at the first table."""
    return _HEAD.decode(file.read(int.from_bytes(file.read(_LENGTH), "big")))


def read_table(file: IO[bytes], place: int) -> bytes:
    """The lines of the table at a place of those behind the head; none where the source has no tables."""
    sizes = read_head(file).sizes
    file.seek(sum(sizes[:place]), SEEK_CUR)
    return file.read(sizes[place]) if sizes else b""


def _pack_head(head: RowsHead) -> bytearray:
    data = encode_message(head)
    return bytearray(len(data).to_bytes(_LENGTH, "big")) + data


def mark_reading(digest: str | None, settings: str | None, program: str | None = __version__) -> str:
    """What tells a reading from others: the bytes, the version of the program, the settings; none without bytes."""
    return f"{digest} {program} {settings}" if digest else ""


class PastReading(NamedTuple):
    """A source as it was read before: what tells that reading from others, and the exit code of its fault, 0 for none.

    `mark` is empty where its bytes could not be had.
    """

    mark: str = ""
    exit_code: int = 0


def recall_outcome(told: SourceOutcome | None) -> PastReading:
    """The reading that an outcome is of."""
    if told is None:
        return PastReading()
    return PastReading(mark_reading(told.identity.digest, told.settings), told.exit_code or 0)
