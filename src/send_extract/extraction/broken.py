"""Rows that a page's end has broken in the middle of a sentence: what stands below it goes on with the row above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Block, Cell, Row, Run
from send_extract.notation.hanging import is_open

if TYPE_CHECKING:
    from send_extract.extraction.columns import Columns
    from send_extract.extraction.layout import PlanTable

_PROSE = ("recommendation", "actions", "measures", "progress", "notes")
_LONGEST_QUOTE = 60


def join_broken(tables: Iterable[PlanTable], diagnostics: list[Diagnostic]) -> Iterator[PlanTable]:
    """The tables, what is left of a broken row with the row above it, be that on the page before; each is said."""
    held: PlanTable | None = None
    for table in tables:
        is_next = (
            held is not None and table.is_continued and held.columns == table.columns and held.rows != ()
        )
        last = held.rows[-1:] if held and is_next else ()
        rows = _join_rows(table.columns, (*last, *table.rows), len(last), diagnostics)
        if held is not None:
            yield replace(held, rows=(*held.rows[:-1], rows[0])) if last else held
        held = replace(table, rows=rows[len(last) :])
    if held is not None:
        yield held


def _join_rows(
    columns: Columns, rows: tuple[Row, ...], above: int, diagnostics: list[Diagnostic]
) -> tuple[Row, ...]:
    """Rows with those that go on with another joined to it; the first `above` are of the page before."""
    joined: list[Row] = []
    is_broken = above > 0
    for row in rows:
        whole = joined[-1] if joined else None
        if whole is not None and whole.is_header:
            is_broken, whole = True, joined[-2] if len(joined) > 1 else None
        if whole is None or row.is_header or not _goes_on(columns, whole, row, is_broken=is_broken):
            joined.append(row)
            is_broken = False
            continue
        joined[joined.index(whole)] = replace(whole, cells=tuple(map(_join_cells, whole.cells, row.cells)))
        text = " ".join(" ".join(row.texts).split())[:_LONGEST_QUOTE]
        reason = "it goes on in the middle of the sentence above"
        diagnostics.append(diagnose("row-kind", row.location, text=text, kind="continuation", reason=reason))
    return tuple(joined)


def _goes_on(columns: Columns, whole: Row, row: Row, *, is_broken: bool) -> bool:
    """Whether every filled cell of a row goes on with the words above it, one of prose among them."""
    if len(whole.cells) != len(row.cells) or any(cell.span for cell in row.cells):
        return False
    pairs = [pair for pair in zip(whole.cells, row.cells, columns.fields, strict=False) if pair[1].blocks]
    is_prose = any(field in _PROSE for _, _, field in pairs)
    return is_prose and all(_is_rest(above, cell, is_broken=is_broken) for above, cell, _ in pairs)


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
