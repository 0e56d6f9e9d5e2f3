"""The tables of a dataset: their columns with kinds and what they say, for JSON lines, Parquet and SQL alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import astuple

from send_extract.comparison.grouping import find_traits
from send_extract.errors import Fate
from send_extract.manifest import Counts
from send_extract.plan import Plan
from send_extract.writers.agenda.lasting import name_items
from send_extract.writers.database.rows import list_linked
from send_extract.writers.database.schema import LINKS, RENAMED
from send_extract.writers.records import encode_record
from send_extract.writers.tables import TABLES as PLAN_TABLES
from send_extract.writers.tables import Kind, TableSpec

DATASET_VERSION = "1.0"
"""The version of these tables: another one where a column is no more what it was."""
VOLATILE = "seconds"
"""The one column, of `outcomes`, that is not the same each time that a source is read."""

CorpusKind = Kind | Literal["number"]


class CorpusColumn(NamedTuple):
    """A column: its name, what it says, the kind of its values."""

    name: str
    description: str
    kind: CorpusKind = "string"


class CorpusTable(NamedTuple):
    """A table of a dataset: its name, what a row is, its columns."""

    name: str
    title: str
    columns: tuple[CorpusColumn, ...]


class Identity(NamedTuple):
    """Which source a row is of: every row begins with this."""

    uri: str
    name: str
    digest: str | None = None
    council: str | None = None


class SourceOutcome(Struct, frozen=True, gc=False):
    """What became of one source: a row of `outcomes`, its fields in the order of that table's columns."""

    identity: Identity
    outcome: Fate
    error: str | None = None
    exit_code: int | None = None
    reason: str | None = None
    seconds: float | None = None
    bytes: int | None = None
    format: str | None = None
    title: str | None = None
    label: str | None = None
    status: str | None = None
    number: str | None = None
    date: dt.date | None = None
    year: int | None = None
    program: str | None = None
    settings: str | None = None
    counts: Counts | None = None


IDENTITY = (
    CorpusColumn("uri", "Where the source stands; no two sources have the same."),
    CorpusColumn("name", "The name of its file."),
    CorpusColumn("digest", "The SHA-256 of its bytes; null where they could not be had."),
    CorpusColumn("council", "Whose plan it is, where the settings or its title tell; else null."),
)
PLACES = {
    "recommendation_key": "Which of the draft's recommendations, from 1: with uri the key to join on.",
    "action_key": "Which of the draft's actions, from 1: with uri the key to join on; null where there is none.",
}
"""The columns that tie the rows of a draft to one another: of those of the database that a draft alone can tell."""

OUTCOMES = CorpusTable(
    "outcomes",
    "What became of each source, exactly one row a source",
    (
        *IDENTITY,
        CorpusColumn("outcome", "extracted, rejected, timeout, memory or crash."),
        CorpusColumn("error", "The kind of the fault; null where it was extracted."),
        CorpusColumn("exit_code", "The exit code of that fault, as `extract` gives it.", "integer"),
        CorpusColumn("reason", "What is wrong, where, and what to do."),
        CorpusColumn(
            VOLATILE, "How long its process was at it, on the clock; varies from run to run.", "number"
        ),
        CorpusColumn("bytes", "Its size.", "integer"),
        CorpusColumn("format", "The format that it was read as."),
        CorpusColumn("title", "The plan's title."),
        CorpusColumn("label", "What the draft calls itself."),
        CorpusColumn("status", "draft, final or progress."),
        CorpusColumn("number", "The number in its label."),
        CorpusColumn("date", "The draft's day.", "date"),
        CorpusColumn("year", "The plan's year.", "integer"),
        CorpusColumn("program", "The version of send-extract that read it."),
        CorpusColumn("settings", "A digest of the settings that it was read with."),
        *(
            CorpusColumn(name, f"How many {name.replace('_', ' ')} the plan has.", "integer")
            for name in Counts.__struct_fields__
        ),
    ),
)
PLANS = CorpusTable(
    "plans",
    "The whole plan of each source that was extracted, one a row",
    (
        *IDENTITY,
        CorpusColumn("plan", "Its plan.json on one line (docs/outputs.md)."),
        CorpusColumn(
            "traits", "What tells of which plan it is a draft, JSON: for finding the drafts of a plan."
        ),
    ),
)


_RENAMED = {**RENAMED, "name": "owner_name"}
"""Columns of the CSV whose names are words of SQL, or the source's."""


def _make_table(spec: TableSpec) -> CorpusTable:
    keys = (link.name for link in LINKS.get(spec.name, ()) if link.name in PLACES)
    own = (
        CorpusColumn(_RENAMED.get(column.name, column.name), column.description, column.kind)
        for column in spec.columns
    )
    columns = (*IDENTITY, *(CorpusColumn(key, PLACES[key], "integer") for key in keys), *own)
    return CorpusTable(spec.name, spec.title, columns)


RECORDS = tuple(map(_make_table, PLAN_TABLES))
"""The tables of the plan, in the order of `writers.tables`."""
TABLES = (OUTCOMES, *RECORDS, PLANS)
"""Every table to which one source gives rows; `outcomes` first."""

_ENCODER = msgspec.json.Encoder()


def encode_plan(identity: Identity, plan: Plan) -> Iterator[bytes]:
    """The lines of each table but `outcomes` that a plan gives, in the order of `TABLES`."""
    tables = zip(RECORDS, list_linked(plan, name_items(plan, None, 1)), strict=True)
    for table, rows in tables:
        yield encode_rows(table, ((*identity, *_leave_names(table, row)) for row in rows))
    traits = find_traits(plan, identity.council)
    texts = (b"".join(encode_record(each, is_compact=True)).decode().rstrip() for each in (plan, traits))
    yield encode_rows(PLANS, [(*identity, *texts)])


def encode_outcome(outcome: SourceOutcome) -> bytes:
    """The line of a source in `outcomes`."""
    identity, *facts, counts = astuple(outcome)
    counted = (None,) * len(Counts.__struct_fields__) if counts is None else astuple(counts)
    return encode_rows(OUTCOMES, [(*identity, *facts, *counted)])


def encode_rows(table: CorpusTable, rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows as lines of JSON, each an object with every column of its table, in order."""
    names = [column.name for column in table.columns]
    lines = bytearray()
    for row in rows:
        # Where memory ends, this raises; `encode` takes the process with it.
        _ENCODER.encode_into(dict(zip(names, row, strict=True)), lines, len(lines))
        lines += b"\n"
    return bytes(lines)


def _leave_names(table: CorpusTable, row: Sequence[Any]) -> Sequence[Any]:
    """A row without the lasting name that the database has behind its keys: only a history can tell it."""
    links = len(LINKS.get(table.name, ()))
    kept = sum(column.name in PLACES for column in table.columns)
    return (*row[:kept], *row[links:])
