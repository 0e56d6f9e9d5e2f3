"""How the tables of a dataset are kept: one file of JSON lines each, or Parquet in parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Literal

from msgspec import DecodeError, Struct
from msgspec.json import Decoder

from send_extract.corpus.parquet import read_parquet, require_parquet, write_parquet
from send_extract.corpus.sources import find_folder
from send_extract.corpus.tables import CorpusTable
from send_extract.errors import UnwritableOutput

FormatName = Literal["jsonl", "parquet"]
Group = tuple[str, bytes]
"""The address of a source, and its rows in a table as lines of JSON."""

PARTS = 64
"""Into so many parts a dataset is divided at most."""


class DatasetFormat(Struct, frozen=True):
    """A way to keep a table: where, how its rows are read by source, and how they are written, both in their order.

    `prepare` refuses it where an optional part is not installed.
    """

    name: FormatName
    place: Callable[[str, str], str]
    part: Callable[[str], str]
    read: Callable[[Path, frozenset[str]], Iterator[Group]]
    write: Callable[[CorpusTable, Iterable[bytes]], Iterator[bytes]]
    prepare: Callable[[], object]


class _AnyRow(Struct):
    uri: str


_URI = Decoder(_AnyRow)


def find_uri(line: bytes) -> str:
    """The source that a line is of."""
    return _URI.decode(line).uri


def read_groups(form: DatasetFormat, path: Path, without: frozenset[str]) -> Iterator[Group]:
    """The rows of each source but those `without`, in the order of a file.

    Raises:
        UnwritableOutput: what stands there is no such file, or one that was spoilt.
    """
    try:
        yield from form.read(path, without)
    except (DecodeError, ValueError) as fault:  # pyarrow's errors of a file are ValueErrors
        message = f"{path} is damaged ({fault}). Choose another -o, and read the sources again into it."
        raise UnwritableOutput(message) from fault


def _read_lines(path: Path, without: frozenset[str]) -> Iterator[Group]:
    """The rows of each source but those `without`."""
    with path.open("rb") as file:
        for uri, lines in groupby(file, find_uri):
            if uri not in without:
                yield uri, b"".join(lines)


def _pass_lines(_: CorpusTable, lines: Iterable[bytes]) -> Iterator[bytes]:
    yield from lines


def number_part(uri: str) -> str:
    """The part of a dataset that a source belongs to, by its folder: reading a folder again touches one part."""
    number = int.from_bytes(sha256(find_folder(uri).encode()).digest()[:4], "big") % PARTS
    return f"{number:02}"


FORMATS: dict[str, DatasetFormat] = {
    "jsonl": DatasetFormat(
        "jsonl", lambda table, _: f"{table}.jsonl", lambda _: "", _read_lines, _pass_lines, lambda: None
    ),
    "parquet": DatasetFormat(
        "parquet",
        lambda table, part: f"{table}/part={part}/rows.parquet",
        number_part,
        read_parquet,
        write_parquet,
        require_parquet,
    ),
}
