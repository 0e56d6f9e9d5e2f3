"""The columns of a table: which heading stands over which cell, and the field that it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from send_extract.headings import EXTRA, find_field
from send_extract.headings.neighbours import find_fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from send_extract.document import Row, Table

_FURTHEST_HEADER = 40
_CORE = frozenset(("recommendation", "actions"))
_FEWEST = 2


class Columns(NamedTuple):
    """The headings of a table as printed, their fields, and where each field's columns stand."""

    headings: tuple[str, ...]
    fields: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]

    def find(self, field: str) -> tuple[int, ...]:
        """The places of the columns of `field`, from 0."""
        return self.places.get(field, ())


class Header(NamedTuple):
    """A table's heading row: its place among the rows, and the columns that it names."""

    position: int
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


def find_header(table: Table, synonyms: Mapping[str, str]) -> Header | None:
    """The row of `table` whose cells are a plan's headings; None where there is none."""
    best: tuple[int, Header] | None = None
    for position, row in enumerate(table.rows[:_FURTHEST_HEADER]):
        columns = name_columns((cell.text for cell in row.cells), synonyms)
        known = len(columns.places.keys() - {EXTRA})
        if is_plan(columns) and (best is None or known > best[0]):
            best = known, Header(position, columns)
    return _name_below(table, best[1], synonyms) if best else None


def _name_below(table: Table, header: Header, synonyms: Mapping[str, str]) -> Header:
    """A heading row whose unknown headings mean something below those merged over them (`Recommendation`: `Detail`)."""
    columns = header.columns
    above = table.rows[header.position - 1].cells if header.position else ()
    is_heading = len([cell for cell in above if cell.blocks and cell.span != "column"]) >= _FEWEST
    if not is_heading or len(above) != len(columns.headings):
        return header
    joined = [f"{cell.text} {heading}" for cell, heading in zip(above, columns.headings, strict=True)]
    fields = [
        field if field != EXTRA else find_field(heading, synonyms)
        for field, heading in zip(columns.fields, joined, strict=True)
    ]
    return Header(header.position, place_columns(columns.headings, tuple(fields)))


def is_plan(columns: Columns) -> bool:
    """Whether the columns are a plan's: what is recommended or to be done, and something said of it."""
    known = columns.places.keys() - {EXTRA}
    return bool(known & _CORE) and len(known) >= _FEWEST


def repeats_header(row: Row, columns: Columns) -> bool:
    """Whether `row` is the heading row again, as on a table's next page."""
    cells, headings = row.cells, columns.headings
    first = cells[0].text if cells else ""
    if first and first.lower().split() != headings[0].lower().split():
        return False
    filled = [place for place, cell in enumerate(cells) if cell.blocks]
    if len(filled) < _FEWEST or len(cells) < len(headings) or filled[-1] >= len(headings):
        return False
    return all(" ".join(cells[place].text.split()).lower() == headings[place].lower() for place in filled)
