"""A workbook of whatever format: the cells of its sheets as they are printed, and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from send_extract.document import Cell, Run
from send_extract.patterns import compile_later
from send_extract.readers.lines import is_markup, read_runs
from send_extract.readers.markup import read_markup
from send_extract.runs import part_numbers

_NAME = compile_later(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")

Place = tuple[int, int]
"""Row and column, from 0."""


class Area(NamedTuple):
    """A merged range: its first and last cell."""

    first: Place
    last: Place


class Note(NamedTuple):
    """A note or a comment that is pinned to a cell, and its words."""

    place: Place
    text: str


class Sheet(NamedTuple):
    """One sheet: its cells that have words, by their places, and what it says beside them.

    `areas` are the merged ranges. `hidden_rows` and `hidden_columns` count from 0; `uncomputed` are formulas whose
    result the file does not hold; `margins` are the words of the page headers and footers, each with which of them
    it is; `texts` are what the cells hold before anything is made of it; `fills` are the colours of cells without
    words. A sheet that `is_hidden` has its name alone, and so has one that `is_lost`.
    """

    name: str
    cells: dict[Place, Cell]
    areas: tuple[Area, ...] = ()
    notes: tuple[Note, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncomputed: tuple[Place, ...] = ()
    margins: tuple[tuple[str, str], ...] = ()
    is_hidden: bool = False
    is_lost: bool = False
    texts: tuple[str, ...] = ()
    fills: Mapping[Place, str] = MappingProxyType({})


class Workbook(NamedTuple):
    """A workbook: its sheets in order, and what the file says of itself."""

    sheets: tuple[Sheet, ...]
    properties: tuple[tuple[str, str], ...] = ()


def hide_sheet(name: str) -> Sheet:
    """A sheet that is hidden, of which nothing is read."""
    return Sheet(name, {}, is_hidden=True)


def lose_sheet(name: str) -> Sheet:
    """A sheet that a damaged file names and does not hold."""
    return Sheet(name, {}, is_lost=True)


def keep_filled(cells: dict[Place, Cell]) -> dict[Place, Cell]:
    """The cells that have words."""
    return {place: cell for place, cell in cells.items() if cell.blocks}


def make_cell(text: str, emphasis: str = "") -> Cell:
    """The cell that prints `text`, all of it in one emphasis; markup in it is read as such."""
    if is_markup(text):
        return read_markup(text).cell
    return make_rich_cell((Run(text, emphasis),))


def make_rich_cell(runs: Iterable[Run]) -> Cell:
    """The cell that prints words with emphasis inside."""
    return Cell(read_runs(runs))


def name_place(place: Place) -> str:
    """A cell's name, as `D5`."""
    return f"{name_column(place[1])}{place[0] + 1}"


def name_column(column: int) -> str:
    """A column's letters, counted from 0."""
    name, column = "", column + 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def read_place(name: str) -> Place | None:
    """The place of the cell that is named so (`D5`); None where that names none."""
    match = _NAME.fullmatch(name)
    return None if match is None else (int(match[2]) - 1, _count_column(match[1]))


def read_area(name: str) -> Area | None:
    """The range that is named so (`A2:B4`); None where that names none."""
    first, _, last = name.partition(":")
    places = read_place(first), read_place(last or first)
    return None if places[0] is None or places[1] is None else Area(places[0], places[1])


def _count_column(letters: str) -> int:
    """The column of some letters, counted from 0."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def name_hidden(sheet: Sheet) -> str:
    """The hidden rows and columns that hold any words, as `rows 5 to 7 and column G`."""
    rows = sorted({row for row, _ in sheet.cells} & sheet.hidden_rows)
    columns = sorted({column for _, column in sheet.cells} & sheet.hidden_columns)
    named = (_name_spans("row", rows, lambda row: str(row + 1)), _name_spans("column", columns, name_column))
    return " and ".join(filter(None, named))


def _name_spans(kind: str, numbers: Sequence[int], name: Callable[[int], str]) -> str:
    spans = part_numbers(numbers)
    words = [f"{name(span[0])} to {name(span[-1])}" if len(span) > 1 else name(span[0]) for span in spans]
    return f"{kind}{'s' if len(numbers) > 1 else ''} {', '.join(words)}" if words else ""
