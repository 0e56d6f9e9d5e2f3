"""The columns of a table: which heading stands over which cell, and the field that it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from send_extract.headings.neighbours import find_fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from send_extract.document import Row

_FEWEST = 2


class Columns(NamedTuple):
    """The headings of a table as printed, their fields, and where each field's columns stand."""

    headings: tuple[str, ...]
    fields: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]

    def find(self, field: str) -> tuple[int, ...]:
        """The places of the columns of `field`, from 0."""
        return self.places.get(field, ())


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
