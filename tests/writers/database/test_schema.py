import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from send_extract.writers.database.schema import (
    CHANGES,
    DRAFTS,
    RECORDS,
    VIEWS,
    list_last_statements,
    list_statements,
)
from send_extract.writers.rows import OVER
from send_extract.writers.tables import TABLES


@pytest.fixture
def base() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as empty:
        for statement in (*list_statements(), *list_last_statements()):
            empty.execute(statement)
        yield empty


def test_every_table_has_the_columns_of_its_csv_and_the_draft(base: sqlite3.Connection) -> None:
    for spec, table in zip(TABLES, RECORDS, strict=True):
        names = [row[1] for row in base.execute(f"PRAGMA table_info({table.name})")]
        assert names[0] == "draft"
        renamed = {"when_printed": "when", "start_date": "start", "end_date": "end"}
        assert [renamed.get(name, name) for name in names[-len(spec.columns) :]] == [
            column.name for column in spec.columns
        ]


def test_no_column_is_a_word_of_sql(base: sqlite3.Connection) -> None:
    for table in (DRAFTS, *RECORDS, CHANGES):
        base.execute(f"SELECT {', '.join(column.name for column in table.columns)} FROM {table.name}")  # noqa: S608 - the names are the schema's own


def test_what_a_column_says_stands_in_the_schema(base: sqlite3.Connection) -> None:
    (sql,) = next(base.execute("SELECT sql FROM sqlite_master WHERE name = 'actions'"))
    assert "edtf TEXT, -- The timing in EDTF (ISO 8601-2), where that can say it.\n" in sql


def test_every_view_can_be_asked(base: sqlite3.Connection) -> None:
    assert [base.execute(f"SELECT * FROM {name}").fetchall() for name in VIEWS] == [[]] * 4  # noqa: S608 - as above


def test_nothing_is_due_with_the_statuses_with_which_nothing_is_overdue() -> None:
    assert all(f"'{status}'" in VIEWS["due"] for status in OVER)
