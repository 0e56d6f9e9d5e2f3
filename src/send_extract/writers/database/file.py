"""The rows of a run's drafts to the bytes of a database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from send_extract.writers.database.rows import DraftRows, Row, read_rows
from send_extract.writers.database.schema import (
    CHANGES,
    DRAFTS,
    RECORDS,
    VERSION,
    DataTable,
    list_last_statements,
    list_statements,
)

_PART = 1 << 20
_WRITER, _WRITER_END = 96, 100
"""Where the file says which version of SQLite wrote it, which nothing reads: the same bytes from each."""
_LATEST = "UPDATE drafts SET is_latest = place = (SELECT max(place) FROM drafts o WHERE o.plan = drafts.plan)"


def write_database(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of the database in parts; `parts` are the rows of each draft, as `rows.write_rows` gives them."""
    data = _make_database(parts)
    yield b"".join((data[:_WRITER], bytes(_WRITER_END - _WRITER), data[_WRITER_END:_PART]))
    yield from (data[place : place + _PART] for place in range(_PART, len(data), _PART))


def _make_database(parts: Iterable[bytes]) -> bytes:
    # A name that is empty stands for a file of SQLite's own, which goes with the connection.
    with closing(sqlite3.connect("", isolation_level=None)) as base:
        base.execute("BEGIN")
        for statement in list_statements():
            base.execute(statement)
        _Filling(base).add_all(parts)
        for statement in (_LATEST, *list_last_statements(), f"PRAGMA user_version = {VERSION}"):
            base.execute(statement)
        base.execute("COMMIT")
        base.execute("VACUUM")
        return base.serialize()


class _Filling:
    """A database being filled: the plans so far, and the last key of each table that has one."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._plans: dict[str, int] = {}
        self._records = self._actions = 0

    def add_all(self, parts: Iterable[bytes]) -> None:
        """Adds the rows of each draft."""
        for part in parts:
            self._add(read_rows(part))

    def _add(self, rows: DraftRows) -> None:
        plan = self._plans.setdefault(rows.plan, len(self._plans) + 1)
        self._insert(DRAFTS, [(rows.folder, plan, rows.place, False, *rows.draft)])
        for table, own in zip(RECORDS, rows.records, strict=True):
            self._insert(table, [(rows.folder, *row) for row in self._shift(table, own)])
        self._insert(CHANGES, [(rows.folder, *row) for row in rows.changes])
        self._records += _count(rows, "recommendations")
        self._actions += _count(rows, "actions")

    def _shift(self, table: DataTable, rows: Sequence[Row]) -> Iterator[Row]:
        """Rows with their keys, which stand first, counted on from those of the drafts before."""
        keys = {"recommendation_key": self._records, "action_key": self._actions}
        before = [keys[column.name] for column in table.columns[1:] if column.name in keys]
        if not any(before):
            yield from rows
            return
        for row in rows:
            own = (
                value if value is None else value + first for value, first in zip(row, before, strict=False)
            )
            yield *own, *row[len(before) :]

    def _insert(self, table: DataTable, rows: Sequence[Row]) -> None:
        marks = ", ".join("?" * len(table.columns))
        self._base.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)  # noqa: S608 - the names are the schema's own


def _count(rows: DraftRows, name: str) -> int:
    return next(len(own) for table, own in zip(RECORDS, rows.records, strict=True) if table.name == name)
