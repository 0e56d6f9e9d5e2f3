"""Questions to a dataset, in SQL, answered by DuckDB (extra `duckdb`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from send_extract.corpus.dataset import DATASET_NAME, DatasetRecord, read_record
from send_extract.corpus.views import MACROS, VIEWS, list_statements
from send_extract.errors import UnreadableSource, UnwritableOutput, UsageError
from send_extract.readers.extras import require

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ALONE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
"""Nothing is fetched: what a question needs is in the package."""
_AT_ONCE = 1_000


class SqlAnswer(NamedTuple):
    """The names of the columns, and the rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


class Described(NamedTuple):
    """A table or a view that can be asked: its name, what a row is, its columns."""

    name: str
    title: str
    columns: str


def find_dataset(root: Path) -> DatasetRecord:
    """What a dataset tells of itself.

    Raises:
        UnreadableSource: there is none in that folder.
    """
    try:
        record = read_record(root)
    except UnwritableOutput as fault:
        message = (
            f"{root} is no dataset of this version. Run send-extract batch into another folder, and ask that."
        )
        raise UnreadableSource(message) from fault
    if record is None:
        message = f"{root} is no dataset: it has no {DATASET_NAME}. Make one with send-extract batch SOURCES -o {root}."
        raise UnreadableSource(message)
    return record


def open_dataset(root: Path) -> DuckDBPyConnection:
    """A connection that sees a dataset's tables and views; close it.

    Raises:
        MissingExtra: DuckDB is not installed.
        UnreadableSource: there is no dataset in that folder, or files of it are gone.
    """
    record = find_dataset(root)
    duckdb = require("duckdb", "duckdb")
    connection: DuckDBPyConnection = duckdb.connect(":memory:", config=_ALONE)
    try:
        for statement in list_statements(record, f"{root.absolute()}/"):
            connection.execute(statement)
    except duckdb.Error as fault:
        connection.close()
        message = f"{root} cannot be asked: {_find_gist(str(fault))}. Run send-extract batch into it again."
        raise UnreadableSource(message) from fault
    return connection


@contextmanager
def ask_dataset(root: Path, question: str) -> Iterator[SqlAnswer]:
    """The answer to a question, while the dataset is open.

    Raises:
        MissingExtra, UnreadableSource: as `open_dataset`.
        UsageError: the question is no SQL that these views can answer.
    """
    duckdb = require("duckdb", "duckdb")
    with closing(open_dataset(root)) as connection:
        try:
            found = connection.execute(question)
            if found is None:
                message = "The question is empty. Ask something such as: FROM slips"
                raise UsageError(message)
            names = tuple(column[0] for column in found.description or ())
            yield SqlAnswer(names, _fetch(found))
        except duckdb.Error as fault:
            message = f"{_find_gist(str(fault))}. `send-extract ask {root}` lists what can be asked."
            raise UsageError(message) from fault


def describe_views(root: Path) -> Iterator[Described]:
    """What can be asked of a dataset."""
    with closing(open_dataset(root)) as connection:
        titles = {table.name: table.title for table in find_dataset(root).tables}
        titles |= {name: title for name, (title, _) in VIEWS.items()}
        for name, title in titles.items():
            columns = connection.execute(f"DESCRIBE {name}").fetchall()
            yield Described(name, title, ", ".join(column[0] for column in columns))
    yield from (Described(f"{name}{given}", title, "") for name, (given, title, _) in MACROS.items())


def _fetch(found: DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := found.fetchmany(_AT_ONCE):
        yield from rows


def _find_gist(text: str) -> str:
    """What DuckDB says of a fault, without the drawing of where it is."""
    return " ".join(text.partition("\nLINE ")[0].split()).rstrip(".?!")
