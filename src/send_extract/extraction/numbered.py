"""Numbers that stand in front of the actions, where a table has no column of them and says nothing of what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.document import Block, Cell, Row, Run, cut_runs
from send_extract.extraction.columns import place_columns
from send_extract.notation.numbers import Number, take_number

if TYPE_CHECKING:
    from send_extract.extraction.tables import PlanTable

_FEWEST = 2


def number_by_actions(table: PlanTable) -> PlanTable:
    """A table with the numbers in front of its rows' actions in a column of their own, where each row has another."""
    place, columns = _find_actions(table), table.columns
    taken = {} if place is None else _take_all(table.rows, place)
    if place is None or not taken:
        return table
    headings, fields = ("", *columns.headings), ("number", *columns.fields)
    rows = tuple(_place(row, place, taken.get(at)) for at, row in enumerate(table.rows))
    return replace(table, columns=place_columns(headings, fields), rows=rows)


def _find_actions(table: PlanTable) -> int | None:
    """The place of the only column of actions, where nothing else says what is asked or counts it."""
    places, is_asked = table.columns.find("actions"), table.asked is not None
    if is_asked or table.columns.find("number") or table.columns.find("recommendation"):
        return None
    return places[0] if len(places) == 1 else None


def _take_all(rows: Sequence[Row], place: int) -> dict[int, tuple[Number, Cell]]:
    """The number in front of each row's actions and the cell without it, by row; none where one has none."""
    own = {at: row for at, row in enumerate(rows) if _says_more(row, place)}
    taken = {at: found for at, row in own.items() if (found := _take(row, place))}
    is_each = len(taken) == len(own) and _are_numbers([number for number, _ in taken.values()])
    return taken if is_each else {}


def _are_numbers(found: Sequence[Number]) -> bool:
    """Whether each is another, and all are printed as no amount is (`1.1`, `3.`), or count the rows from 1."""
    numbers = [each.number for each in found]
    is_marked = not any(each.printed.isdigit() for each in found)
    is_counted = numbers == [str(count) for count in range(1, len(numbers) + 1)]
    return len({*numbers}) == len(numbers) >= _FEWEST and (is_marked or is_counted)


def _says_more(row: Row, place: int) -> bool:
    """Whether a row has an action of its own and something said of it."""
    is_own = bool(row.at(place).blocks) and not row.at(place).span
    return is_own and not row.is_header and len(row.filled) > 1


def _take(row: Row, place: int) -> tuple[Number, Cell] | None:
    """The number in front of a row's only numbered action, and the cell without it."""
    first, *others = row.cells[place].blocks
    found = take_number(first.text) if not first.level else None
    if found is None or any(take_number(block.text) for block in others):
        return None
    bare = replace(first, runs=cut_runs(first.runs, found[1]))
    return found[0], Cell((bare, *others))


def _place(row: Row, place: int, taken: tuple[Number, Cell] | None) -> Row:
    """A row with a cell of its number in front."""
    if taken is not None:
        number = Cell((Block((Run(taken[0].number),)),))
        return replace(row, cells=(number, *row.cells[:place], taken[1], *row.cells[place + 1 :]))
    first, *others = row.cells or (Cell(),)
    is_title = any(cell.span == "column" for cell in others)
    return replace(
        row, cells=(first, replace(first, span="column"), *others) if is_title else (Cell(), *row.cells)
    )
