"""Words struck out: no words of the plan, whatever the format; each is named with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Block, Cell, Element, Row, Run, Table, print_runs, strip_runs
from send_extract.source import Location


def drop_struck(elements: tuple[Element, ...]) -> tuple[tuple[Element, ...], list[Diagnostic]]:
    """The elements without what is struck out: words, items, cells, and rows of which nothing is left but a number."""
    diagnostics: list[Diagnostic] = []
    kept = [left for element in elements if (left := _drop(element, diagnostics)) is not None]
    return tuple(kept), diagnostics


def _drop(element: Element, diagnostics: list[Diagnostic]) -> Element | None:
    if isinstance(element, Table):
        return _drop_from_table(element, diagnostics)
    if not _has_struck(element.block):
        return element
    diagnostics.append(_report((element.block,), element.location))
    left = _leave_block(element.block)
    return replace(element, block=left) if left.runs else None


def _drop_from_table(table: Table, diagnostics: list[Diagnostic]) -> Table | None:
    if not _has_struck_words(table):
        return table
    rows = tuple(row for old in table.rows if (row := _drop_from_row(old, diagnostics)) is not None)
    return replace(table, rows=rows) if rows else None


def _has_struck_words(table: Table) -> bool:
    runs = (run for row in table.rows for cell in row.cells for block in cell.blocks for run in block.runs)
    return any("s" in run.emphasis for run in runs)


def _drop_from_row(row: Row, diagnostics: list[Diagnostic]) -> Row | None:
    if not any(map(_is_struck_in, row.cells)):
        return row
    left = replace(row, cells=tuple(map(_leave_cell, row.cells)))
    if _is_whole(row, left.own):
        diagnostics.append(diagnose("row-struck", row.location, text=" … ".join(_words_of(row))))
        return None
    diagnostics += [_report(cell.blocks, row.location) for cell in row.own if _is_struck_in(cell)]
    return left


def _is_whole(row: Row, left: list[Cell]) -> bool:
    """Whether a row is struck out whole: nothing is left of it, or its first cell's number alone."""
    first = next((cell for cell in row.cells if cell.blocks), Cell())
    return not left or (len(left) == 1 and left[0] is first and left[0].text.strip(" .:)").isalnum())


def _is_struck_in(cell: Cell) -> bool:
    return any(map(_has_struck, cell.blocks))


def _has_struck(block: Block) -> bool:
    return any("s" in run.emphasis for run in block.runs)


def _leave_cell(cell: Cell) -> Cell:
    if not _is_struck_in(cell):
        return cell
    left = (_leave_block(block) for block in cell.blocks)
    return replace(cell, blocks=tuple(block for block in left if block.runs))


def _leave_block(block: Block) -> Block:
    """A block without its struck runs, no white space left at its ends nor doubled where they stood."""
    kept: list[Run] = []
    is_gap = False
    for run in block.runs:
        if "s" in run.emphasis:
            is_gap = True
            continue
        text = run.text.lstrip() if is_gap and (not kept or kept[-1].text[-1:].isspace()) else run.text
        is_gap = is_gap and not text
        if text:
            kept.append(replace(run, text=text))
    return replace(block, runs=strip_runs(kept))


def _report(blocks: Iterable[Block], location: Location) -> Diagnostic:
    return diagnose("words-struck", location, text=" … ".join(_struck_of(blocks)))


def _struck_of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        words = " ".join(" ".join(run.text for run in block.runs if "s" in run.emphasis).split())
        if words:
            yield words


def _words_of(row: Row) -> Iterator[str]:
    for paragraph in row.paragraphs:
        yield " ".join(print_runs(paragraph.block.runs).split())
