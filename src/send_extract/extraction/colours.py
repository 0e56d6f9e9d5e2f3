"""Columns of a traffic light whose cells have its colour and no words: the colour is what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Row, make_cell

if TYPE_CHECKING:
    from send_extract.extraction.columns import Columns

_LIGHTS = frozenset(("Red", "Amber", "Green", "Blue"))


def read_lights(columns: Columns, rows: Sequence[Row]) -> tuple[tuple[Row, ...], list[Diagnostic]]:
    """`rows` with the colours of the status columns as their words, and a finding for each such column."""
    read, found = list(rows), []
    for place in columns.find("status"):
        lit = [at for at, row in enumerate(read) if _is_lit(row, place)]
        for at in lit:
            read[at] = _name_light(read[at], place)
        if lit:
            names = ", ".join(dict.fromkeys(read[at].cells[place].text for at in lit))
            where = replace(read[lit[0]].location, column=columns.headings[place])
            found.append(diagnose("colour-read", where, count=len(lit), colours=names))
    return tuple(read), found


def _is_lit(row: Row, place: int) -> bool:
    """Whether a cell has a light's colour, in a row that has words and is not coloured through."""
    return row.is_filled and not row.is_header and row.at(place).fill in _LIGHTS


def _name_light(row: Row, place: int) -> Row:
    cell = make_cell(row.cells[place].fill)
    return replace(row, cells=(*row.cells[:place], cell, *row.cells[place + 1 :]))
