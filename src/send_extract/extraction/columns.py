"""The columns of a table: which heading stands over which cell, and the field that it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Row, Table
from send_extract.headings import EXTRA
from send_extract.headings.neighbours import find_fields
from send_extract.headings.rows import find_heading_row, guess_heading_row
from send_extract.notation.numbers import parse_number

_MOST_LINES = 2


class Columns(Struct, frozen=True):
    """The headings of a table as printed, their fields, and where each field's columns stand."""

    headings: tuple[str, ...]
    fields: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]

    def find(self, field: str) -> tuple[int, ...]:
        """The places of the columns of `field`, from 0."""
        return self.places.get(field, ())


class Heads(Struct, frozen=True):
    """A table's heading row: the places of its first line and of the first row below it, and its columns."""

    place: int
    end: int
    columns: Columns


def name_columns(headings: Iterable[str], synonyms: Mapping[str, str]) -> Columns:
    """The columns that `headings` name."""
    printed = tuple(" ".join(heading.split()) for heading in headings)
    return place_columns(printed, find_fields(printed, synonyms))


def place_columns(headings: tuple[str, ...], fields: tuple[str, ...]) -> Columns:
    """The columns of `headings` with the fields that they mean."""
    places: dict[str, list[int]] = {}
    for place, field in enumerate(fields):
        places.setdefault(field, []).append(place)
    return Columns(headings, fields, {field: tuple(found) for field, found in places.items()})


def rename_columns(columns: Columns, fields: Mapping[int, str]) -> Columns:
    """The columns, those at some places with other fields."""
    renamed = (fields.get(place, field) for place, field in enumerate(columns.fields))
    return place_columns(columns.headings, tuple(renamed))


def list_others(columns: Columns, run: range) -> frozenset[str]:
    """The fields of the columns outside a run of them."""
    return frozenset(field for place, field in enumerate(columns.fields) if place not in run)


def report_groups(rows: Iterable[Row], columns: Columns) -> Iterator[Diagnostic]:
    """What heading rows say above the headings that name the columns, each once."""
    printed = dict.fromkeys((" ".join(text.split()), row.location) for row in rows for text in row.texts)
    for text, location in printed:
        if text and not any(text in heading for heading in columns.headings):
            yield diagnose("heading-above", location, headings=text)


def find_heads(table: Table, synonyms: Mapping[str, str]) -> Heads | None:
    """The heading row of `table`, which is marked as such; None where it has none."""
    place = next((place for place, row in enumerate(table.rows) if row.is_header), None)
    if place is None:
        return None
    start = max(place - 1, 0)  # headings merged over others stand one row above them
    count = sum(1 for _ in takewhile(lambda row: row.is_header, table.rows[place : place + _MOST_LINES]))
    lines = _print_rows(table.rows[start : place + count])
    row = find_heading_row(lines, synonyms) or guess_heading_row(_print_rows(table.rows[start:]), synonyms)
    if row is None:
        return None
    return Heads(min(place, start + row.place), start + row.end, place_columns(row.headings, row.fields))


def _print_rows(rows: Iterable[Row]) -> list[list[str]]:
    return [row.texts for row in rows]


def says_enough(columns: Columns, rows: Sequence[Row]) -> bool:
    """Whether a table says more than what is done: something of it, be it a number that mostly is one."""
    fields = {*columns.fields} - {EXTRA}
    if not fields <= {"number", "actions"}:
        return len(fields) > 1
    own = [row for row in rows if sum(bool(cell.blocks) for cell in row.cells) > 1]
    texts = [row.at(place).text for place in columns.find("number") for row in own]
    return 2 * sum(parse_number(text) is not None for text in texts) > len([*filter(None, texts)])
