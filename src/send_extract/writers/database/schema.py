"""The tables and views of the database, and what each column says, as its own schema tells whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from send_extract.writers.diff.csv import COLUMNS
from send_extract.writers.tables import TABLES, Kind, TableSpec

VERSION = 1
"""The version of this schema, as `pragma user_version` tells it: higher where a column is no more what it was."""

_TYPES: dict[Kind, str] = {"string": "TEXT", "integer": "INTEGER", "boolean": "BOOLEAN", "date": "DATE"}
RENAMED = {"when": "when_printed", "start": "start_date", "end": "end_date"}
"""Columns of the CSV whose names are words of SQL."""


class DataColumn(NamedTuple):
    """A column: its name, its type with what holds for it, what it says."""

    name: str
    type: str
    description: str


class DataTable(NamedTuple):
    """A table: its name, what a row is, its columns."""

    name: str
    title: str
    columns: tuple[DataColumn, ...]


_DRAFT = DataColumn("draft", "TEXT NOT NULL REFERENCES drafts", "The draft, by its folder.")
_RECORD = DataColumn(
    "recommendation_key", "INTEGER NOT NULL REFERENCES recommendations", "The recommendation's row."
)
_ACTION = DataColumn("action_key", "INTEGER REFERENCES actions", "The action's row; null where it has none.")
_LASTING = DataColumn("lasting_id", "TEXT", "What the action is called in every draft of its plan.")
LINKS = {
    "recommendations": (_RECORD._replace(type="INTEGER PRIMARY KEY", description="Its own row."),),
    "actions": (_RECORD, _ACTION._replace(type="INTEGER PRIMARY KEY", description="Its own row."), _LASTING),
    "dates": (_RECORD, _ACTION, _LASTING),
    "owners": (_RECORD, _ACTION, _LASTING),
    "measures": (_RECORD,),
}
"""The columns that tie the rows of a table to others, behind the draft."""

DRAFTS = DataTable(
    "drafts",
    "The drafts that were read, one a row",
    (
        DataColumn("draft", "TEXT PRIMARY KEY", "Its folder."),
        DataColumn("plan", "INTEGER NOT NULL", "Which plan it is a draft of, from 1."),
        DataColumn("place", "INTEGER NOT NULL", "Which draft of the plan it is, from 1."),
        DataColumn("is_latest", "BOOLEAN NOT NULL", "Whether it is the last of its plan: 1, else 0."),
        DataColumn("title", "TEXT", "The plan's title."),
        DataColumn("label", "TEXT", "What it calls itself."),
        DataColumn("status", "TEXT", "draft, final or progress."),
        DataColumn("number", "TEXT", "The number in its label."),
        DataColumn("date", "DATE", "Its day."),
        DataColumn("year", "INTEGER", "The plan's year."),
        DataColumn("source", "TEXT NOT NULL", "The file that it was read from."),
        DataColumn("format", "TEXT NOT NULL", "That file's format."),
        DataColumn("sha256", "TEXT NOT NULL", "That file's digest."),
    ),
)
_CHANGE_TYPES = {"months": "INTEGER", "days": "INTEGER", "minor": "BOOLEAN"}
CHANGES = DataTable(
    "changes",
    "What changed in a draft since the one before, one change a row (docs/diff.md)",
    (
        _DRAFT,
        DataColumn("since", "TEXT", "The label or the name of the draft before."),
        _LASTING,
        *(DataColumn(name, _CHANGE_TYPES.get(name, "TEXT"), "") for name in COLUMNS),
    ),
)


def _make_table(spec: TableSpec) -> DataTable:
    own = (
        DataColumn(RENAMED.get(column.name, column.name), _TYPES[column.kind], column.description)
        for column in spec.columns
    )
    return DataTable(spec.name, spec.title, (_DRAFT, *LINKS.get(spec.name, ()), *own))


RECORDS = tuple(map(_make_table, TABLES))
"""The tables of the plan, in the order of `writers.tables`."""

VIEWS = {
    "due": """
SELECT d.plan, d.title, d.draft, d.label, d.is_latest, t.lasting_id, t.recommendation, t.action,
       coalesce(a.text, r.text) AS text, coalesce(a.owners, r.owners) AS owners,
       t.start_date, t.end_date AS due, a.status
FROM dates t JOIN drafts d USING (draft) JOIN recommendations r USING (recommendation_key)
LEFT JOIN actions a USING (action_key)
WHERE t.end_date IS NOT NULL AND coalesce(a.status, '') NOT IN ('complete', 'cancelled', 'ongoing')""",
    "slipped": """
SELECT d.plan, d.title, d.draft, d.label, d.is_latest, c.since, c.lasting_id, c.recommendation_new AS recommendation,
       c.action_new AS action, c.text, c.old, c.new, c.months, c.days
FROM changes c JOIN drafts d USING (draft)
WHERE c.direction = 'later'""",
    "undated": """
SELECT d.plan, d.title, d.draft, d.label, d.is_latest, a.lasting_id, r.number AS recommendation, a.id AS action,
       coalesce(a.text, r.text) AS text, coalesce(a.owners, r.owners) AS owners,
       coalesce(a.when_printed, r.when_printed) AS when_printed, a.contingent_on, a.status
FROM recommendations r JOIN drafts d USING (draft) LEFT JOIN actions a USING (recommendation_key)
WHERE NOT EXISTS (SELECT 1 FROM dates t WHERE t.recommendation_key = r.recommendation_key
                  AND t.action_key IS a.action_key)
  AND a.rrule IS NULL AND a.frequency IS NULL""",
    "by_owner": """
SELECT d.plan, d.title, d.draft, d.label, d.is_latest, coalesce(o.code, o.name) AS owner,
       count(DISTINCT o.action_key) AS actions, count(DISTINCT o.recommendation_key) AS recommendations,
       min(t.end_date) AS first_due, max(t.end_date) AS last_due
FROM owners o JOIN drafts d USING (draft) LEFT JOIN dates t
  ON t.recommendation_key = o.recommendation_key AND t.action_key IS o.action_key
GROUP BY d.draft, coalesce(o.code, o.name)""",
}
"""The views: what is due and when, what slipped since the draft before, what has no date, what each owner has.

A status with which nothing is overdue (`writers.rows.OVER`) makes nothing due.
"""

_INDEXES = (("actions", "draft, id"), ("actions", "lasting_id"), ("dates", "action_key"), ("dates", "end_date"),
            ("owners", "recommendation_key"), ("dates", "recommendation_key"),
            ("actions", "recommendation_key"), ("changes", "draft"))  # fmt: skip


def list_statements() -> Iterator[str]:
    """The statements that make the tables."""
    for table in (DRAFTS, *RECORDS, CHANGES):
        yield _print_table(table)


def list_last_statements() -> Iterator[str]:
    """The statements that make indexes and views, once all rows are there."""
    for table, columns in _INDEXES:
        yield f"CREATE INDEX {table}_{columns.replace(', ', '_')} ON {table} ({columns})"
    for name, query in VIEWS.items():
        yield f"CREATE VIEW {name} AS{query}"


def _print_table(table: DataTable) -> str:
    """A table with what it and its columns say in comments, which SQLite keeps."""
    *columns, last = [f"  {column.name} {column.type}" for column in table.columns]
    lines = [f"{column}," for column in columns] + [last]
    remarks = [f" -- {column.description}" if column.description else "" for column in table.columns]
    body = "\n".join(line + remark for line, remark in zip(lines, remarks, strict=True))
    return f"CREATE TABLE {table.name} ( -- {table.title}\n{body}\n)"
