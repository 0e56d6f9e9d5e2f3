"""Where a document's plan stands: its tables with their columns, and what stands outside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Paragraph, Row, Table
from send_extract.errors import NoPlanFound
from send_extract.extraction.columns import Columns, find_header
from send_extract.headings import EXTRA, FIELDS
from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.source import Location

if TYPE_CHECKING:
    from collections.abc import Mapping

    from send_extract.document import Document


class PlanTable(NamedTuple):
    """A table of the plan: its columns, its rows without the heading row, and the headings above it."""

    columns: Columns
    rows: tuple[Row, ...]
    section: str | None = None


class Layout(NamedTuple):
    """The plan's tables in order, and the elements that are none of them."""

    tables: tuple[PlanTable, ...]
    outside: tuple[Paragraph | Table, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def find_layout(document: Document, name: str, synonyms: Mapping[str, str]) -> Layout:
    """The plan's tables in `document`; `name` is the source's, for the message.

    Raises:
        NoPlanFound: no table has a plan's headings.
    """
    tables: list[PlanTable] = []
    outside: list[Paragraph | Table] = []
    for element in document.elements:
        if isinstance(element, Paragraph):
            outside.append(element)
            continue
        plan_table = _read_table(element, tables, synonyms)
        if plan_table is None:
            outside.append(element)
        else:
            tables.append(plan_table)
            header = find_header(element, synonyms)
            if header and header.position:
                outside.append(Table(element.rows[: header.position], element.location))
    if not tables:
        raise NoPlanFound(_explain(document, name))
    return Layout(tuple(tables), tuple(outside), tuple(_report_unknown(tables)))


def _read_table(table: Table, before: list[PlanTable], synonyms: Mapping[str, str]) -> PlanTable | None:
    """`table` as one of the plan's: by its own headings, or as the next page of the one before it."""
    header = find_header(table, synonyms)
    if header:
        return PlanTable(header.columns, table.rows[header.position + 1 :])
    width = max(len(row.cells) for row in table.rows) if table.rows else 0
    if before and width == len(before[-1].columns.headings):
        return PlanTable(before[-1].columns, table.rows)
    return None


def _report_unknown(tables: list[PlanTable]) -> list[Diagnostic]:
    """Which headings have no field of their own, each once."""
    unknown = {
        heading: None
        for table in tables
        for heading, field in zip(table.columns.headings, table.columns.fields, strict=True)
        if field == EXTRA and heading
    }
    return [diagnose("heading-unknown", Location(column=heading), heading=heading) for heading in unknown]


def _explain(document: Document, name: str) -> str:
    """Why no plan was found, in one line: the headings seen, those known, and how to map one."""
    seen = [
        " | ".join(" ".join(cell.text.split())[:40] for cell in element.rows[0].cells)
        for element in document.elements
        if isinstance(element, Table) and element.rows
    ]
    if not seen:
        return f"{name}: there is no table in it; a plan is a table with a heading row such as `No, Recommendation, Action, When, Who`."
    return (
        f"{name}: no table has a plan's headings (seen: {'; '.join(seen[:5])}). Known fields: {', '.join(FIELDS)}. "
        f'Map a heading in send-extract.toml: [headings] "{seen[0].split(" | ")[0]}" = "actions".'
    )
