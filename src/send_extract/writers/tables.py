"""The tables of a plan: one definition each, for the CSV, the data package and the data frames alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from msgspec import Struct

from send_extract.plan import Plan
from send_extract.values.timing import first_start, last_end
from send_extract.writers.rows import (
    count_intervals,
    find_actions,
    find_dates,
    find_measures,
    find_owners,
    join,
    of_row,
    of_timing,
    relate,
    say_extra,
    say_frequency,
)
from send_extract.writers.wording import describe_location, list_owners

Kind = Literal["string", "integer", "boolean", "date"]


class ColumnSpec(Struct, frozen=True):
    """A table's column: its name, what it says, how it is found in a row, and its Table Schema type."""

    name: str
    description: str
    value: Callable[[Any], object]
    kind: Kind = "string"


class TableSpec(Struct, frozen=True):
    """A table of the plan: `rows` gives what each of its columns takes its value from.

    `references` names the columns that hold a key of another table: column, table, that table's column.
    """

    name: str
    title: str
    rows: Callable[[Plan], Iterable[Any]]
    columns: tuple[ColumnSpec, ...]
    references: tuple[tuple[str, str, str], ...] = ()


def find_columns(table: TableSpec, plan: Plan) -> list[list[object]]:
    """The values of each column of a table, one a row: None where there is none."""
    rows = list(table.rows(plan))
    return [list(map(column.value, rows)) for column in table.columns]


_RECOMMENDATION_KEY = (("recommendation", "recommendations", "number"),)

RECOMMENDATIONS = TableSpec(
    "recommendations",
    "Recommendations, one a row, in the order of the draft",
    lambda plan: plan.recommendations,
    (
        ColumnSpec("number", "The number as printed, such as 6a.", lambda r: r.number),
        ColumnSpec("text", "The recommendation's words, editor's notes taken out.", lambda r: r.text),
        ColumnSpec("section", "The heading that it stands under.", lambda r: r.section),
        ColumnSpec("notes", "The editor's notes.", lambda r: join(r.notes)),
        ColumnSpec("merge_with", "The numbers that a note says it is to be merged with.", relate("merge")),
        ColumnSpec("aligned_to", "The numbers that a note says it is aligned to.", relate("aligned")),
        ColumnSpec("when", "The whole When cell as printed.", lambda r: r.when.text or None),
        ColumnSpec("who", "The whole Who cell as printed.", lambda r: r.who.text or None),
        ColumnSpec(
            "owners", "The owners that were read, by code or name.", lambda r: join(list_owners(r.who.value))
        ),
        ColumnSpec("actions", "How many actions it has.", lambda r: len(r.actions), "integer"),
        ColumnSpec("measures", "How many measures of success it has.", lambda r: len(r.measures), "integer"),
        ColumnSpec("status", "Its status as printed.", lambda r: r.status),
        ColumnSpec("progress", "Its progress as printed.", lambda r: r.progress),
        ColumnSpec("priority", "Its priority as printed.", lambda r: r.priority),
        ColumnSpec("cost", "Its cost as printed.", lambda r: r.cost),
        ColumnSpec(
            "extra", "Columns with no field of their own, as a JSON object.", lambda r: say_extra(r.extra)
        ),
        ColumnSpec(
            "line", "The line of the source, from 1, in a text.", lambda r: r.location.line, "integer"
        ),
        ColumnSpec(
            "location", "Where it stands in the source.", lambda r: describe_location(r.location) or None
        ),
    ),
)

ACTIONS = TableSpec(
    "actions",
    "Actions, one a row, each with its own timing and owners",
    find_actions,
    (
        ColumnSpec(
            "recommendation", "The number of the recommendation it stands under.", lambda r: r.record.number
        ),
        ColumnSpec("recommendation_text", "That recommendation's words.", lambda r: r.record.text),
        ColumnSpec(
            "id", "The recommendation's number and the action's place, such as 6a.2.", lambda r: r.action.id
        ),
        ColumnSpec("text", "The action's words.", lambda r: r.action.text),
        ColumnSpec("when", "Its timing as printed.", lambda r: r.action.when.text or None),
        ColumnSpec(
            "start",
            "The first day of its earliest interval; empty where open.",
            lambda r: first_start(r.timing),
            "date",
        ),
        ColumnSpec(
            "end",
            "The last day of its latest interval; empty where open.",
            lambda r: last_end(r.timing),
            "date",
        ),
        ColumnSpec("edtf", "The timing in EDTF (ISO 8601-2), where that can say it.", of_timing("edtf")),
        ColumnSpec("rrule", "Its recurrence (RFC 5545).", of_timing("rrule")),
        ColumnSpec("contingent_on", "What it waits for.", of_timing("contingent_on")),
        ColumnSpec(
            "status", "The status that its timing states, such as tbc or ongoing.", of_timing("status")
        ),
        ColumnSpec("owners", "Its owners, by code or name.", lambda r: join(list_owners(r.action.who.value))),
        ColumnSpec("who", "Its owners as printed.", lambda r: r.action.who.text or None),
        ColumnSpec(
            "section", "The heading that its recommendation stands under.", lambda r: r.record.section
        ),
        ColumnSpec(
            "intervals", "How many intervals it has; more than one: see dates.", count_intervals, "integer"
        ),
        ColumnSpec("deadline", "Whether the end is a last day to meet.", of_timing("deadline"), "boolean"),
        ColumnSpec("approximate", "Whether the days are approximate.", of_timing("approximate"), "boolean"),
        ColumnSpec(
            "frequency", "How often, as count/ISO 8601 period: 6/P1Y is six times a year.", say_frequency
        ),
        ColumnSpec(
            "duration", "A length (ISO 8601), or the offset from what it waits for.", of_timing("duration")
        ),
        ColumnSpec("row_status", "What its own row says of its status.", of_row("status")),
        ColumnSpec("row_progress", "What its own row says of its progress.", of_row("progress")),
        ColumnSpec("row_priority", "What its own row says of its priority.", of_row("priority")),
        ColumnSpec("row_cost", "What its own row says of its cost.", of_row("cost")),
        ColumnSpec(
            "extra",
            "Columns with no field of their own, as a JSON object.",
            lambda r: say_extra(r.action.extra),
        ),
        ColumnSpec(
            "line", "The line of the source, from 1, in a text.", lambda r: r.action.location.line, "integer"
        ),
        ColumnSpec(
            "location",
            "Where it stands in the source.",
            lambda r: describe_location(r.action.location) or None,
        ),
    ),
    _RECOMMENDATION_KEY,
)

DATES = TableSpec(
    "dates",
    "The days of the actions, and of recommendations without actions, one interval a row",
    find_dates,
    (
        ColumnSpec("recommendation", "The number of the recommendation.", lambda r: r.record.number),
        ColumnSpec(
            "action",
            "The action's id; empty where the recommendation has no actions.",
            lambda r: r.action.id if r.action else None,
        ),
        ColumnSpec("position", "Which of its intervals this is, from 1.", lambda r: r.position, "integer"),
        ColumnSpec("start", "Its first day; empty where open.", lambda r: r.interval.start, "date"),
        ColumnSpec("end", "Its last day; empty where open.", lambda r: r.interval.end, "date"),
    ),
    (*_RECOMMENDATION_KEY, ("action", "actions", "id")),
)

OWNERS = TableSpec(
    "owners",
    "The owners of the actions, and of recommendations without actions, one a row",
    find_owners,
    (
        ColumnSpec("recommendation", "The number of the recommendation.", lambda r: r.record.number),
        ColumnSpec(
            "action",
            "The action's id; empty where the recommendation has no actions.",
            lambda r: r.action.id if r.action else None,
        ),
        ColumnSpec("position", "Which of its owners this is, from 1.", lambda r: r.position, "integer"),
        ColumnSpec("code", "The initials, or the words of a role or a body.", lambda r: r.owner.code),
        ColumnSpec("name", "The name of a person, where the draft gives it.", lambda r: r.owner.name),
        ColumnSpec(
            "role",
            "owner, lead, accountable, support, funder, consulted or informed.",
            lambda r: r.owner.role,
        ),
    ),
    (*_RECOMMENDATION_KEY, ("action", "actions", "id")),
)

MEASURES = TableSpec(
    "measures",
    "Measures of success, one a row",
    find_measures,
    (
        ColumnSpec(
            "recommendation", "The number of the recommendation it stands under.", lambda r: r.record.number
        ),
        ColumnSpec(
            "id",
            "The recommendation's number and the measure's place, such as 6a.m2.",
            lambda r: r.measure.id,
        ),
        ColumnSpec("text", "The measure's words.", lambda r: r.measure.text),
        ColumnSpec(
            "mentions", "The timings in its words.", lambda r: join(m.text for m in r.measure.mentions)
        ),
        ColumnSpec(
            "line", "The line of the source, from 1, in a text.", lambda r: r.measure.location.line, "integer"
        ),
        ColumnSpec(
            "location",
            "Where it stands in the source.",
            lambda r: describe_location(r.measure.location) or None,
        ),
    ),
    _RECOMMENDATION_KEY,
)

GLOSSARY = TableSpec(
    "glossary",
    "The draft's own glossary, one entry a row",
    lambda plan: plan.glossary,
    (
        ColumnSpec("term", "The term.", lambda r: r.term),
        ColumnSpec("text", "What it stands for, as printed.", lambda r: r.text),
        ColumnSpec(
            "expansion", "What it stands for, clean: the words that its letters cover.", lambda r: r.expansion
        ),
        ColumnSpec(
            "line", "The line of the source, from 1, in a text.", lambda r: r.location.line, "integer"
        ),
        ColumnSpec(
            "location", "Where it stands in the source.", lambda r: describe_location(r.location) or None
        ),
    ),
)

ACRONYMS = TableSpec(
    "acronyms",
    "Every acronym that the draft uses or explains, one a row",
    lambda plan: plan.acronyms,
    (
        ColumnSpec("term", "The acronym as printed.", lambda r: r.term),
        ColumnSpec(
            "status", "defined, undefined, variant (of the suggestion) or unused.", lambda r: r.status
        ),
        ColumnSpec("expansion", "What it stands for, where that is known.", lambda r: r.expansion),
        ColumnSpec("suggestion", "The acronym that was probably meant.", lambda r: r.suggestion),
        ColumnSpec("reason", "Why that is suggested.", lambda r: r.reason),
        ColumnSpec("uses", "How many times it is used.", lambda r: r.uses, "integer"),
        ColumnSpec("source", "Where its expansion stands: glossary, text or settings.", lambda r: r.source),
    ),
)

DIAGNOSTICS = TableSpec(
    "diagnostics",
    "What is to be mended in the draft, one a row",
    lambda plan: plan.diagnostics,
    (
        ColumnSpec("code", "The stable code, explained in docs/diagnostics.md.", lambda r: r.code),
        ColumnSpec("severity", "error, warning or info.", lambda r: r.severity),
        ColumnSpec("message", "What is odd, and what to do.", lambda r: r.message),
        ColumnSpec(
            "line", "The line of the source, from 1, in a text.", lambda r: r.location.line, "integer"
        ),
        ColumnSpec(
            "location", "Where it stands in the source.", lambda r: describe_location(r.location) or None
        ),
    ),
)

TABLES: tuple[TableSpec, ...] = (
    RECOMMENDATIONS, ACTIONS, DATES, OWNERS, MEASURES, GLOSSARY, ACRONYMS, DIAGNOSTICS,
)  # fmt: skip
