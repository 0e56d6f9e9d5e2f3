"""The letters over a spreadsheet's columns and the numbers beside its rows, where they were saved with its words."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Element, Table

_FEWEST = 3
"""Columns, and rows, of the smallest sheet whose letters and numbers are told from a person's."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def drop_frames(elements: tuple[Element, ...]) -> tuple[tuple[Element, ...], list[Diagnostic]]:
    """The elements without the letters and numbers of sheets (of Google Sheets as a page), which are said."""
    found: list[Diagnostic] = []
    dropped = tuple(_drop_frame(each, found) if isinstance(each, Table) else each for each in elements)
    return dropped, found


def _drop_frame(table: Table, found: list[Diagnostic]) -> Table:
    if len(table.rows) <= _FEWEST or not _is_lettered(table.rows[0].texts) or not _is_numbered(table):
        return table
    letters = " ".join(table.rows[0].texts[1:])
    numbers = " ".join(row.at(0).text for row in table.rows[1:])
    found.append(diagnose("sheet-frame", table.location, letters=letters, numbers=numbers))
    return replace(table, rows=tuple(replace(row, cells=row.cells[1:]) for row in table.rows[1:]))


def _is_lettered(texts: list[str]) -> bool:
    """Whether a row is empty in its first cell, and from A on a letter in each of the others."""
    letters = texts[1:]
    return texts[:1] == [""] and len(letters) >= _FEWEST and letters == list(_LETTERS[: len(letters)])


def _is_numbered(table: Table) -> bool:
    """Whether the first cells below a table's first row are numbers that grow: rows may be hidden, bars drawn."""
    numbers = [row.at(0).text for row in table.rows[1:] if any(row.texts)]
    if not all(number.isdecimal() for number in numbers):
        return False
    return all(above < below for above, below in pairwise(map(int, numbers)))
