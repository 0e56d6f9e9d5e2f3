"""Columns of periods in which a tick says when a row is due: the timing is the heading of the ticked column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.document import Cell, Row, make_cell
from send_extract.extraction.columns import Columns, list_others, rename_columns
from send_extract.headings.periods import is_period, join_periods, name_periods
from send_extract.patterns import compile_later
from send_extract.runs import list_ranges
from send_extract.settings import TIMED

if TYPE_CHECKING:
    from send_extract.extraction.headings import HeadedRows

_TICK = compile_later(r"\s*(?:[xX×✓✔✗✘☑☒√●•■◼█▪◆★*+1]|[yY](?:es)?|true|TRUE|tick)\s*$")
_CROSS = compile_later(r"\s*(?:[☐□○–—-]|n/?a|no?|false|0)?\s*$", re.IGNORECASE)
_FEWEST = 2
_EMPTY = Cell()


def read_ticks(part: HeadedRows, guessed: dict[str, str]) -> HeadedRows:
    """Rows with the headings of ticked columns as their timings; that these are so is put among what is `guessed`."""
    run = _find_ticks(part.columns, part.rows)
    if run is None:
        return part
    guessed.update(dict.fromkeys(part.columns.headings[run.start : run.stop], "when"))
    rows = _time_rows(part.columns, run, part.rows)
    return replace(part, columns=rename_columns(part.columns, dict.fromkeys(run, "when")), rows=rows)


def _find_ticks(columns: Columns, rows: Sequence[Row]) -> range | None:
    """The places of the columns of periods that hold ticks and nothing else; None where there are none.

    A plan that has another column of timings says by that when a row is due.
    """
    fields = enumerate(columns.fields)
    ticked = [place for place, field in fields if field != "status" and _is_ticked(place, rows)]
    runs = list_ranges(ticked, _FEWEST)
    return next((run for run in runs if _are_periods(columns, run) and _has_tick(run, rows)), None)


def _are_periods(columns: Columns, run: range) -> bool:
    """Whether columns are of periods, and no other is of timings."""
    names = name_periods([columns.headings[place] for place in run])
    return list_others(columns, run).isdisjoint(TIMED) and all(map(is_period, names))


def _is_ticked(place: int, rows: Sequence[Row]) -> bool:
    """Whether a column's own cells are ticks, or empty."""
    return all(_is_tick(cell) or _CROSS.match(cell.text) for cell in _list_cells(place, rows))


def _has_tick(run: range, rows: Sequence[Row]) -> bool:
    """Whether any cell of a run is a tick; where all are coloured alike, the colour says nothing."""
    cells = [cell for place in run for cell in _list_cells(place, rows)]
    return any(map(_is_tick, cells)) and not all(cell.fill for cell in cells)


def _is_tick(cell: Cell) -> bool:
    """Whether a cell has a tick, or a colour in place of one."""
    return bool(cell.fill or _TICK.match(cell.text))


def _list_cells(place: int, rows: Sequence[Row]) -> Iterator[Cell]:
    """A column's cells; a heading, or a title over the whole row, is in none of them."""
    return (row.cells[place] for row in rows if place < len(row.cells) and not _is_title(row))


def _is_title(row: Row) -> bool:
    """Whether a row is of headings, or of one cell."""
    return row.is_header or len(row.filled) < _FEWEST


def _time_rows(columns: Columns, run: range, rows: Sequence[Row]) -> tuple[Row, ...]:
    """`rows` with the headings of their ticked columns as their timing, in the first of these."""
    names = name_periods([columns.headings[place] for place in run])
    return tuple([row if _is_title(row) else _time_row(row, names, run) for row in rows])


def _time_row(row: Row, names: Sequence[str], run: range) -> Row:
    ticked = [place for place in run if _is_tick(row.at(place))]
    cells = [_EMPTY if place in run else cell for place, cell in enumerate(row.cells)]
    if ticked:
        timing = join_periods(names, [place - run.start for place in ticked])
        cells[ticked[0]] = make_cell(timing)
    return replace(row, cells=tuple(cells))
