"""The sheets of a workbook: which tables, which of their columns come first, which are folded away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from send_extract.writers.diff.csv import COLUMNS, list_cells
from send_extract.writers.editions import Edition
from send_extract.writers.mending import SEVERITIES
from send_extract.writers.rows import join
from send_extract.writers.tables import (
    ACTIONS,
    DATES,
    DIAGNOSTICS,
    GLOSSARY,
    MEASURES,
    OWNERS,
    RECOMMENDATIONS,
    ColumnSpec,
    Kind,
    TableSpec,
    find_columns,
)

_SPELT = {"id": "ID", "edtf": "EDTF", "rrule": "RRULE"}
_CHANGE_KINDS: dict[str, Kind] = {
    **dict.fromkeys(COLUMNS, "string"), "months": "integer", "days": "integer", "minor": "boolean",
}  # fmt: skip
_CHANGES_SHOWN = (
    "kind", "recommendation_old", "recommendation_new", "action_old", "action_new", "text", "old", "new", "direction",
    "days",
)  # fmt: skip


class SheetColumn(NamedTuple):
    """A column: its heading, what its cells are, and whether it is folded away at first."""

    heading: str
    kind: Kind
    is_folded: bool = False


class PlainSheet(NamedTuple):
    """A sheet that holds one table: its name, its columns, the cells of each."""

    name: str
    columns: tuple[SheetColumn, ...]
    values: tuple[Sequence[object], ...]

    @property
    def size(self) -> int:
        """How many rows it has."""
        return len(self.values[0])

    def find(self, heading: str) -> int:
        """The place of a column by its heading, from 0."""
        return [column.heading for column in self.columns].index(heading)


class SheetSpec(NamedTuple):
    """A sheet of the plan: its name, its table, and the columns that people read; the others are folded behind them."""

    name: str
    table: TableSpec
    shown: tuple[str, ...]


_PEOPLE = TableSpec(
    "people",
    "Who answers for what",
    lambda plan: plan.owners,
    (
        ColumnSpec("code", "The initials, or the words of a role or a body.", lambda r: r.code),
        ColumnSpec("name", "The name of a person.", lambda r: r.name),
        ColumnSpec("actions", "The ids of their actions.", lambda r: join(r.actions)),
        ColumnSpec("count", "How many actions they have.", lambda r: len(r.actions), "integer"),
        ColumnSpec(
            "recommendations", "The numbers of their recommendations.", lambda r: join(r.recommendations)
        ),
    ),
)
_MENDINGS = replace(
    DIAGNOSTICS,
    rows=lambda plan: sorted(plan.diagnostics, key=lambda each: list(SEVERITIES).index(each.severity)),
)

SHEETS = (
    SheetSpec(
        "Actions",
        ACTIONS,
        ("id", "text", "when", "start", "end", "owners", "status", "row_status", "row_progress", "row_priority",
         "row_cost", "contingent_on", "recommendation", "recommendation_text", "section"),
    ),
    SheetSpec(
        "Recommendations",
        RECOMMENDATIONS,
        ("number", "text", "section", "notes", "owners", "actions", "measures", "status", "progress", "priority",
         "cost"),
    ),
    SheetSpec("Dates", DATES, ("recommendation", "action", "position", "start", "end")),
    SheetSpec("Measures", MEASURES, ("recommendation", "id", "text", "mentions")),
    SheetSpec("Owners", _PEOPLE, ("code", "name", "count", "actions", "recommendations")),
    SheetSpec("Action owners", OWNERS, ("recommendation", "action", "position", "code", "name", "role")),
    SheetSpec("Glossary", GLOSSARY, ("term", "text", "expansion")),
    SheetSpec("To mend", _MENDINGS, ("severity", "message", "location", "code")),
)  # fmt: skip
"""The sheets that hold the plan, in order; the first is the one that other programs read."""


def list_sheets(edition: Edition) -> Iterator[PlainSheet]:
    """The sheets of a draft, the last with what changed since the one before."""
    for spec in SHEETS:
        kinds = {column.name: column.kind for column in spec.table.columns}
        yield _make_sheet(spec.name, kinds, find_columns(spec.table, edition.plan), spec.shown)
    changes = edition.compared.diff.changes if edition.compared else ()
    cells = [*zip(*map(list_cells, changes), strict=True)] or [()] * len(_CHANGE_KINDS)
    yield _make_sheet("Changes", _CHANGE_KINDS, cells, _CHANGES_SHOWN)


def _make_sheet(
    name: str, kinds: Mapping[str, Kind], cells: Sequence[Sequence[object]], shown: Sequence[str]
) -> PlainSheet:
    """A sheet: what people read first, then folded what no row has and what programs read."""
    values = dict(zip(kinds, cells, strict=True))
    folded = {each: each not in shown or _is_empty(values[each]) for each in kinds}
    order = sorted(kinds, key=lambda each: (folded[each], shown.index(each) if each in shown else len(shown)))
    columns = (SheetColumn(spell_heading(each), kinds[each], folded[each]) for each in order)
    return PlainSheet(name, tuple(columns), tuple(values[each] for each in order))


def _is_empty(values: Sequence[object]) -> bool:
    return bool(values) and values.count(None) == len(values)


def spell_heading(name: str) -> str:
    """A column's name of the CSV as people read it: `recommendation_text` is `Recommendation text`."""
    return _SPELT.get(name) or name.replace("_", " ").capitalize()
