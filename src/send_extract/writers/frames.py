"""The tables of the plan as pandas data frames: the same tables and columns as the CSV."""

from __future__ import annotations

import pandas as pd

from send_extract.plan import Plan
from send_extract.writers.tables import TABLES, Kind, TableSpec, find_columns

_TYPES: dict[Kind, str] = {
    "string": "string",
    "integer": "Int64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}


def plan_frames(plan: Plan) -> dict[str, pd.DataFrame]:
    """The plan's tables by name: `recommendations`, `actions`, `dates`, `measures`, `glossary` and so on.

    Text, whole numbers and truth values are pandas' nullable types, days `datetime64[s]`.
    """
    return {table.name: _frame_table(table, plan) for table in TABLES}


def _frame_table(table: TableSpec, plan: Plan) -> pd.DataFrame:
    return pd.DataFrame(
        {
            column.name: pd.Series(values, dtype=_TYPES[column.kind])
            for column, values in zip(table.columns, find_columns(table, plan), strict=True)
        }
    )
