"""The rows of a run as they come, a source's in one piece behind another's: what a run that is stopped has done."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple
from zlib import crc32

from send_extract.batch import disk
from send_extract.corpus.rows import RowsHead, read_head, read_table
from send_extract.corpus.tables import DATASET_VERSION
from send_extract.errors import UnwritableOutput

_KIND = b"send-extract rows "
_LAYOUT = 2
HEAD = _KIND + f"{DATASET_VERSION}/{_LAYOUT}\n".encode()
"""What the file begins with; of another version, nothing in it is taken up."""
_LENGTH, _SUM = 8, 4


class LogPiece(NamedTuple):
    """Where the rows of a source stand in the file, behind their length and their sum."""

    start: int
    length: int


def read_beginning(path: Path) -> bytes:
    """The beginning of a file of rows, as much as `HEAD` has; nothing where there is none.

    Raises:
        UnwritableOutput: it is no such file.
    """
    if disk.find_kind(path) is None:
        return b""
    with suppress(OSError), path.open("rb") as file:
        head = file.read(len(HEAD))
        if head.startswith(_KIND) or HEAD.startswith(head):
            return head
    message = f"{path} stands there, and no run has made it. Choose another -o, or take it away."
    raise UnwritableOutput(message)


class RowLog:
    """The file, open; close it."""

    def __init__(self, path: Path) -> None:
        """Opens the file, or makes it.

        Raises:
            UnwritableOutput: something else stands there.
        """
        read_beginning(path)
        self._file: IO[bytes] = path.open("r+b" if path.exists() else "w+b")
        self._end = self._find_end()
        if not self._end:
            self.clear()

    def append(self, packed: bytes) -> None:
        """Adds the packed rows of a source; they are with the system at once, whatever becomes of this process."""
        self._file.seek(self._end)
        self._file.write(len(packed).to_bytes(_LENGTH, "big") + crc32(packed).to_bytes(_SUM, "big") + packed)
        self._file.flush()
        self._end = self._file.tell()

    def clear(self) -> None:
        """Forgets all."""
        self._file.truncate(0)
        self._file.seek(0)
        self._file.write(HEAD)
        self._file.flush()
        self._end = len(HEAD)

    def pieces(self) -> Iterator[LogPiece]:
        """Where the rows of each source stand, in the order in which they came."""
        place = len(HEAD)
        while place < self._end:
            self._file.seek(place)
            piece = LogPiece(place + _LENGTH + _SUM, int.from_bytes(self._file.read(_LENGTH), "big"))
            yield piece
            place = piece.start + piece.length

    def read_head(self, piece: LogPiece) -> RowsHead:
        """What became of a source."""
        self._file.seek(piece.start)
        return read_head(self._file)

    def read_table(self, piece: LogPiece, place: int) -> bytes:
        """A source's lines of the table at a place of those that it gives rows to (`SourceRows.tables`)."""
        self._file.seek(piece.start)
        return read_table(self._file, place)

    def close(self) -> None:
        """Ends with it; what is in it stays."""
        self._file.close()

    def _find_end(self) -> int:
        """Where the last whole piece ends, 0 where the file is no log of this version; what is behind it is cut off."""
        if self._file.read(len(HEAD)) != HEAD:
            return 0
        end = len(HEAD)
        while (ending := self._pass_piece(end)) is not None:
            end = ending
        self._file.truncate(end)
        return end

    def _pass_piece(self, place: int) -> int | None:
        """Where a piece ends; None where it is not whole."""
        self._file.seek(place)
        head = self._file.read(_LENGTH + _SUM)
        length = int.from_bytes(head[:_LENGTH], "big")
        if len(head) < _LENGTH + _SUM or length > os.fstat(self._file.fileno()).st_size - self._file.tell():
            return None
        data = self._file.read(length)
        return self._file.tell() if crc32(data) == int.from_bytes(head[_LENGTH:], "big") else None
