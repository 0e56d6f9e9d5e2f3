"""A dataset as DuckDB sees it: a view a table, typed, and views that answer what is asked of a nation's plans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from send_extract.corpus.themes import THEMES

if TYPE_CHECKING:
    from send_extract.corpus.dataset import DatasetRecord, TableRecord

VIEWS_NAME = "views.sql"

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE", "number": "DOUBLE"}
LONGEST_PLAN = 64 << 20
"""Bytes of a line of `plans`: a whole plan; DuckDB itself stops at sixteen million."""


def quote(text: str) -> str:
    """A text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"


def _list_themes() -> str:
    """Each theme where its patterns are found in `words`; patterns that are no constants would take ten times."""
    return ",\n  ".join(
        f"CASE WHEN regexp_matches(words, {quote('|'.join(patterns))}) THEN {quote(theme)} END"
        for theme, patterns in THEMES.items()
    )


VIEWS = {
    "themes": (
        "What each recommendation is about, by its words and its section: a row a theme",
        f"""
FROM (FROM (FROM recommendations SELECT uri, recommendation_key, lower(concat_ws(' ', section, text)) AS words)
      SELECT uri, recommendation_key, [theme FOR theme IN [{_list_themes()}] IF theme IS NOT NULL] AS found)
SELECT uri, recommendation_key, unnest(if(len(found) = 0, ['other'], found)) AS theme""",
    ),
    "standing": (
        "Every action as the latest draft of its plan has it",
        """
SELECT h.council, d.title, d.label, h.* EXCLUDE (council, is_latest), a.approximate, a.deadline, a.rrule,
       a.contingent_on, coalesce(a.row_status, r.status) AS row_status, coalesce(a.row_progress, r.progress) AS progress
FROM histories h JOIN drafts d USING (uri) JOIN recommendations r USING (uri, recommendation_key)
LEFT JOIN actions a USING (uri, action_key)
WHERE h.is_latest""",
    ),
    "slips": (
        "Every date that a later draft moved back",
        """
SELECT c.council, d.title, c.plan, c.uri, d.label, c.since_uri, c.since, c.recommendation_key, c.lasting_id,
       c.recommendation_new AS recommendation, c.action_new AS action, c.text, c.old, c.new, c.months, c.days
FROM changes c JOIN drafts d USING (uri)
WHERE c.direction = 'later'""",
    ),
    "lives": (
        "Every action through the drafts of its plan: when it was first to be done, when now, how often that slipped",
        """
SELECT any_value(h.council) AS council, h.plan, h.lasting_id, arg_max(h.text, h.place) AS text,
       arg_max(h.owners, h.place) AS owners, min(h.place) AS first_place, max(h.place) AS last_place,
       NOT bool_or(h.is_latest) AS is_gone,
       arg_min(h.end_date, h.place) AS first_due, arg_max(h.end_date, h.place) AS last_due,
       coalesce(any_value(s.times), 0) AS times_slipped, coalesce(any_value(s.days), 0) AS days_slipped
FROM histories h LEFT JOIN (
  SELECT plan, lasting_id, count(*) AS times, sum(days) AS days
  FROM changes WHERE direction = 'later' AND lasting_id IS NOT NULL GROUP BY ALL) s USING (plan, lasting_id)
GROUP BY h.plan, h.lasting_id""",
    ),
}
"""Each view: what a row of it is, and its query. Nothing in them depends on the day on which it is asked."""
MACROS = {
    "overdue": (
        "(day)",
        "What was to be done before a day, and is not said to be done: `FROM overdue(DATE '2024-09-01')`",
        """
SELECT date_diff('day', end_date, day) AS days_over, * FROM standing
WHERE end_date < day AND rrule IS NULL AND coalesce(status, '') NOT IN ('complete', 'cancelled', 'ongoing')
  AND NOT regexp_full_match(lower(trim(coalesce(row_status, ''))),
                            '(completed?|done|closed|achieved|cancelled)\\.?')""",
    ),
}
"""Views that are asked for with a day."""


def list_statements(record: DatasetRecord, folder: str = "") -> Iterator[str]:
    """The statements that make the views of a dataset, whose files stand in `folder` (with its last `/`)."""
    for table in record.tables:
        yield f"CREATE OR REPLACE VIEW {table.name} AS {_read_table(table, record.format, folder)}"
        yield f"COMMENT ON VIEW {table.name} IS {quote(table.title)}"
    for name, (title, query) in VIEWS.items():
        yield f"CREATE OR REPLACE VIEW {name} AS{query}"
        yield f"COMMENT ON VIEW {name} IS {quote(title)}"
    for name, (given, _, query) in MACROS.items():
        yield f"CREATE OR REPLACE MACRO {name}{given} AS TABLE{query}"


def write_views(record: DatasetRecord) -> bytes:
    """The bytes of a file that DuckDB's own shell loads in the dataset's folder."""
    head = "-- The views of this dataset for DuckDB, in its folder: duckdb -init views.sql\n"
    return "".join((head, *(f"{statement};\n" for statement in list_statements(record)))).encode()


def _read_table(table: TableRecord, form: str, folder: str) -> str:
    """The query that reads a table's files."""
    files = quote(_escape(folder) + table.files)
    if form == "parquet":
        names = ", ".join(column.name for column in table.columns)
        return f"FROM read_parquet({files}, hive_partitioning = false) SELECT {names}"
    columns = ", ".join(f"{column.name}: '{_TYPES[column.kind]}'" for column in table.columns)
    longest = f", maximum_object_size = {LONGEST_PLAN}" if table.name == "plans" else ""
    return f"FROM read_json({files}, format = 'newline_delimited', columns = {{{columns}}}{longest})"


def _escape(folder: str) -> str:
    """A folder whose name may have what stands for any characters."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in folder)
