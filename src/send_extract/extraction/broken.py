"""Rows that a page's end has broken in the middle of a sentence: what stands below it goes on with the row above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.document import Block, Cell, Row, Run
from send_extract.extraction.rows import say_kind
from send_extract.notation.hanging import is_open

if TYPE_CHECKING:
    from send_extract.diagnostics import Diagnostic
    from send_extract.extraction.columns import Columns
    from send_extract.extraction.tables import PlanTable

_PROSE = ("recommendation", "actions", "measures", "progress", "notes")


def join_broken(tables: Iterable[PlanTable], diagnostics: list[Diagnostic]) -> list[PlanTable]:
    """The tables, what is left of a broken row with the row above it, be that on the page before; each is said."""
    joined: list[PlanTable] = []
    for table in tables:
        before = joined[-1].rows if joined and _is_next(joined[-1], table) else ()
        rows = _join_rows(table.columns, before, table.rows, diagnostics)
        own = replace(table, rows=rows[len(before) :])
        if before:
            joined[-1] = replace(joined[-1], rows=rows[: len(before)])
            own = replace(own, is_continued=own.is_continued or _begins_open(own))
        joined.append(own)
    return joined


def _begins_open(table: PlanTable) -> bool:
    """Whether a table's first row goes on with the recommendation above it."""
    return bool(table.rows) and _is_open(table.columns, table.rows[0])


def _is_next(table: PlanTable, following: PlanTable) -> bool:
    """Whether a table stands under nothing but the headings of the one before it."""
    return following.section is None and following.asked is None and table.columns == following.columns


def _is_open(columns: Columns, row: Row) -> bool:
    """Whether a row has no number, and no words of its own where others say what is recommended."""
    return bool(columns.find("recommendation")) and not any(
        row.cells[place].blocks
        for field in ("number", "recommendation")
        for place in columns.find(field)
        if place < len(row.cells)
    )


def _join_rows(
    columns: Columns, before: tuple[Row, ...], rows: tuple[Row, ...], diagnostics: list[Diagnostic]
) -> tuple[Row, ...]:
    """Those `before`, of the page before, and the rows, with those that go on with another joined to it."""
    joined = list(before)
    for place, row in enumerate(rows):
        at = None if row.is_header else _find_last(joined)
        if at is None:
            joined.append(row)
            continue
        is_broken = not place or at < len(joined) - 1 or joined[at].location.page != row.location.page
        if _goes_on(columns, joined[at], row, is_broken=is_broken):
            joined[at] = replace(joined[at], cells=tuple(map(_join_cells, joined[at].cells, row.cells)))
            diagnostics.append(
                say_kind(row, "continuation", "it goes on in the middle of the sentence above")
            )
        else:
            joined.append(_move_up(columns, joined, row) if is_broken else row)
    return tuple(joined)


def _find_last(rows: Sequence[Row]) -> int | None:
    """The place of the last row that is no heading."""
    return next((at for at in range(len(rows) - 1, -1, -1) if not rows[at].is_header), None)


def _move_up(columns: Columns, joined: list[Row], row: Row) -> Row:
    """A page's first row without the end of a recommendation's sentence, which goes to where that begins."""
    places = columns.find("recommendation")
    if len(places) != 1 or places[0] >= len(row.cells) or not row.cells[places[0]].blocks:
        return row
    [place] = places
    bare = replace(row, cells=(*row.cells[:place], Cell(), *row.cells[place + 1 :]))
    at = _find_begun(joined, place)
    if at is None or not _is_open(columns, bare):
        return row
    cells = joined[at].cells
    if not _is_rest(cells[place], row.cells[place], is_broken=True):
        return row
    whole = _join_cells(cells[place], row.cells[place])
    joined[at] = replace(joined[at], cells=(*cells[:place], whole, *cells[place + 1 :]))
    return bare


def _find_begun(rows: list[Row], place: int) -> int | None:
    """The last of some rows that has words of its own in a column."""
    for at in range(len(rows) - 1, -1, -1):
        cells = rows[at].cells
        if place < len(cells) and cells[place].blocks and not cells[place].span:
            return None if rows[at].is_header else at
    return None


def _goes_on(columns: Columns, whole: Row, row: Row, *, is_broken: bool) -> bool:
    """Whether every filled cell of a row goes on with the words above it, one of prose among them."""
    if len(whole.cells) != len(row.cells):
        return False
    pairs = [pair for pair in zip(whole.cells, row.cells, columns.fields, strict=False) if pair[1].blocks]
    # Asked first: most rows are told by their first cell.
    is_rest = all(_is_rest(above, cell, is_broken=is_broken) for above, cell, _ in pairs)
    return is_rest and any(field in _PROSE for _, _, field in pairs) and not _are_merged(whole, row)


def _are_merged(whole: Row, row: Row) -> bool:
    """Whether a cell of a row is merged with another, or one of the row above with those beside it."""
    return any(cell.span for cell in row.cells) or any(cell.span == "column" for cell in whole.cells)


def _is_rest(above: Cell, cell: Cell, *, is_broken: bool) -> bool:
    """Whether a cell begins in the middle of the sentence that the one above it leaves open."""
    said, rest = above.text.rstrip(), cell.text
    if not said[:1].isupper() or not rest[:1].islower() or cell.blocks[0].level:
        return False
    return is_open(said) or (is_broken and said[-1].isalnum())


def _join_cells(above: Cell, cell: Cell) -> Cell:
    """A cell with what goes on with its last words."""
    if not cell.blocks:
        return above
    *before, last = above.blocks
    first, *after = cell.blocks
    return replace(above, blocks=(*before, _join_blocks(last, first), *after))


def _join_blocks(block: Block, rest: Block) -> Block:
    return replace(block, runs=(*block.runs, Run(" "), *rest.runs))
