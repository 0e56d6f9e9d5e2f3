"""What a sheet prints where its values alone do not say it: formats, emphasis, merged cells, notes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Run
from send_extract.patterns import compile_later

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NAME = compile_later(r"([A-Z]{1,3})([0-9]{1,7})")

Place = tuple[int, int]
"""Row and column, from 0."""

Value = str | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta


class Area(NamedTuple):
    """A merged range: its first and last cell."""

    first: Place
    last: Place


class Note(NamedTuple):
    """A note or a comment that is pinned to a cell, and its words."""

    place: Place
    text: str


class Printed(NamedTuple):
    """What is known of one sheet beside its values.

    `formats` are number formats that change what is read (`mmm-yy`, `0%`, `0.00`), `runs` the emphasised
    words of a cell, `areas` the merged ranges, `struck` the cells that are struck out. `hidden_rows` and
    `hidden_columns` count from 0; `uncomputed` are formulas whose result the file does not hold; `margins`
    are the words of the page headers and footers, each with which of them it is; `corner` is the place as far
    down and right as any value.
    """

    formats: dict[Place, str]
    runs: dict[Place, tuple[Run, ...]]
    areas: tuple[Area, ...] = ()
    struck: frozenset[Place] = frozenset()
    notes: tuple[Note, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncomputed: tuple[Place, ...] = ()
    margins: tuple[tuple[str, str], ...] = ()
    corner: Place = (0, 0)


class Workbook(NamedTuple):
    """What is known of a workbook beside its values: its sheets by name, and what the file says of itself."""

    sheets: dict[str, Printed]
    properties: tuple[tuple[str, str], ...] = ()


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


def _count_column(letters: str) -> int:
    """The column of some letters, counted from 0."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def name_hidden(printed: Printed, filled: frozenset[Place]) -> str:
    """The hidden rows and columns that hold any of the cells `filled`, as `rows 5 to 7 and column G`."""
    rows = sorted({row for row, _ in filled} & printed.hidden_rows)
    columns = sorted({column for _, column in filled} & printed.hidden_columns)
    named = (_name_spans("row", rows, lambda row: str(row + 1)), _name_spans("column", columns, name_column))
    return " and ".join(filter(None, named))


def _name_spans(kind: str, numbers: Sequence[int], name: Callable[[int], str]) -> str:
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    words = [f"{name(span[0])} to {name(span[-1])}" if len(span) > 1 else name(span[0]) for span in spans]
    return f"{kind}{'s' if len(numbers) > 1 else ''} {', '.join(words)}" if words else ""
