"""Numbers that stand in front of the actions, where a table has no column of them and says nothing of what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.document import Block, Cell, Row, Run, cut_runs
from send_extract.extraction.columns import place_columns
from send_extract.notation.numbers import take_number

if TYPE_CHECKING:
    from send_extract.extraction.layout import PlanTable

_FEWEST = 2


def number_by_actions(table: PlanTable) -> PlanTable:
    """A table with the numbers in front of its rows' actions in a column of their own, where each row has another."""
    columns = table.columns
    places = columns.find("actions")
    has_others = columns.find("number") or columns.find("recommendation")
    if len(places) != 1 or has_others or table.asked is not None:
        return table
    taken = {
        place: _take(row, places[0]) for place, row in enumerate(table.rows) if _says_more(row, places[0])
    }
    numbers = [found[0] for found in taken.values() if found]
    if len(numbers) < max(len(taken), _FEWEST) or len({*numbers}) < len(numbers):
        return table
    headings, fields = ("", *columns.headings), ("number", *columns.fields)
    rows = tuple(_place(row, places[0], taken.get(place)) for place, row in enumerate(table.rows))
    return replace(table, columns=place_columns(headings, fields), rows=rows)


def _says_more(row: Row, place: int) -> bool:
    """Whether a row has an action of its own and something said of it."""
    is_own = bool(row.at(place).blocks) and not row.at(place).span
    return is_own and not row.is_header and len(row.filled) > 1


def _take(row: Row, place: int) -> tuple[str, Cell] | None:
    """The number in front of a row's only numbered action, and the cell without it."""
    first, *others = row.cells[place].blocks
    found = take_number(first.text) if not first.level else None
    if found is None or any(take_number(block.text) for block in others):
        return None
    bare = replace(first, runs=cut_runs(first.runs, found[1]))
    return found[0].number, Cell((bare, *others))


def _place(row: Row, place: int, taken: tuple[str, Cell] | None) -> Row:
    """A row with a cell of its number in front."""
    if taken is not None:
        number = Cell((Block((Run(taken[0]),)),))
        return replace(row, cells=(number, *row.cells[:place], taken[1], *row.cells[place + 1 :]))
    first, *others = row.cells or (Cell(),)
    is_title = any(cell.span == "column" for cell in others)
    return replace(
        row, cells=(first, replace(first, span="column"), *others) if is_title else (Cell(), *row.cells)
    )
