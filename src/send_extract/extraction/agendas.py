"""Columns of periods that hold the actions themselves: each cell is what is to be done in the period that heads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.document import Cell, Row, make_cell
from send_extract.extraction.columns import Columns, list_others, place_columns, rename_columns
from send_extract.headings import find_words
from send_extract.headings.doing import are_doing
from send_extract.headings.periods import is_period, join_periods, name_periods
from send_extract.runs import list_ranges, part_numbers
from send_extract.settings import TIMED

if TYPE_CHECKING:
    from send_extract.extraction.headings import HeadedRows

_FEWEST = 2
_DONE = frozenset([
    "action", "actions", "milestone", "milestones", "step", "steps", "task", "tasks", "activity", "activities",
])  # fmt: skip
_BLANK = Cell()


def read_agenda(part: HeadedRows, guessed: dict[str, str]) -> HeadedRows:
    """Rows with one for each period that has actions, timed by its heading; that it is so is put among `guessed`."""
    run = _find_agenda(part.columns, part.rows)
    if run is None:
        return part
    columns = part.columns
    guessed.update(dict.fromkeys(columns.headings[run.start : run.stop], "actions"))
    named = rename_columns(columns, dict.fromkeys(run, "actions"))
    # What says when has no heading of its own.
    placed = place_columns((*named.headings, ""), (*named.fields, "when"))
    names = name_periods([columns.headings[place] for place in run])
    width = len(columns.headings)
    rows = (own for row in part.rows for own in _part_row(row, names, run, width))
    return replace(part, columns=placed, rows=tuple(rows))


def _find_agenda(columns: Columns, rows: Sequence[Row]) -> range | None:
    """The places of columns of periods, side by side, whose cells say what is to be done; None where there are none.

    A plan that has another column of actions, or of timings, says by that what is done and when.
    """
    periods = [place for place, heading in enumerate(columns.headings) if is_period(heading)]
    runs = (*list_ranges(periods, _FEWEST), *_list_told(columns.headings))
    alone = (run for run in runs if list_others(columns, run).isdisjoint(("actions", *TIMED)))
    return next((run for run in alone if _is_told(columns.headings, run) or _is_doing(run, rows)), None)


def _list_told(headings: Sequence[str]) -> Iterator[range]:
    """The places of headings side by side that say the same of a period each (`Milestones 2024/25`)."""
    pairs = [
        place for place, pair in enumerate(pairwise(headings)) if all(map(is_period, name_periods(pair)))
    ]
    return (range(run[0], run[-1] + 2) for run in part_numbers(pairs))


def _is_told(headings: Sequence[str], run: range) -> bool:
    """Whether headings say besides their periods that actions stand below them."""
    return all(not find_words([headings[place]]).isdisjoint(_DONE) for place in run)


def _is_doing(run: range, rows: Sequence[Row]) -> bool:
    return are_doing(
        block.text for row in rows if not row.is_header for place in run for block in row.at(place).blocks
    )


def _part_row(row: Row, names: Sequence[str], run: range, width: int) -> Iterator[Row]:
    """A row for each period that has anything, its other cells those of the first; a row without any as it is."""
    filled = [place for place in run if row.at(place).blocks and row.at(place).span != "column"]
    if row.is_header or not filled:
        yield row
        return
    below = tuple([replace(cell, span="row") for cell in row.cells])
    for place in filled:
        others = row.cells if place == filled[0] else below
        cells = [*others, *[_BLANK] * (width - len(others))]
        cells[run.start : run.stop] = [_BLANK] * len(run)
        cells[place] = row.at(place)
        yield replace(row, cells=(*cells, make_cell(join_periods(names, [place - run.start]))))
