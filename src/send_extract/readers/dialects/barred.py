"""Cells apart by pipes, with one at either end or none; and tables of pipes broken into one cell a line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from send_extract.notation.numbers import begins_row
from send_extract.patterns import compile_later
from send_extract.readers.dialects.evidence import Reading, TextRow, count_headings, find_head
from send_extract.readers.dialects.pipes import cut_row, is_rule, read_table, tell_style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BARE = compile_later(r"[^|]*\|[^|]*\|")
_BROKEN_SHARE = 0.6
"""The share of lines with a pipe that are one cell each, from which on a table is broken into them."""


def read_barred(lines: Sequence[str]) -> Reading:
    """The rows of a text whose cells are apart by pipes."""
    cut = [cut_row(line, tell_style(line)) if _is_row(line) else (line,) for line in lines]
    head = find_head(cut)
    if head is None:
        return Reading([TextRow(cells, line) for line, cells in enumerate(cut, 1) if _has_words(cells)])
    rows = [TextRow([line], number) for number, line in enumerate(lines[: head.place], 1) if line.strip()]
    for row in read_table(lines, head.place, len(lines)):
        if row.cells:
            rows.append(TextRow([cell.replace("\\|", "|") for cell in row.cells], row.line))
        elif row.words.strip():
            rows.append(TextRow([row.words], row.line))
    return Reading(rows, count_headings(head), head.known)


def _is_row(line: str) -> bool:
    body = line.strip()
    return not is_rule(body) and (body[:1] == "|" or _BARE.match(body) is not None)


def _has_words(cells: Sequence[str]) -> bool:
    return any(map(str.strip, cells))


def read_broken(lines: Sequence[str]) -> Reading:
    """The rows of a table of pipes broken into one cell a line, and the other lines."""
    piped = [line.strip() for line in lines if line.lstrip().startswith("|") and not is_rule(line)]
    lone = [line for line in piped if "|" not in line.strip("|")]
    if not piped or len(lone) <= _BROKEN_SHARE * len(piped):
        return Reading(())
    rows = list(_read_broken(lines))
    head = find_head([row.cells for row in rows])
    return Reading(rows, count_headings(head), head.known if head else 0)


def _read_broken(lines: Sequence[str]) -> Iterator[TextRow]:
    cells: list[TextRow] = []
    for number, line in enumerate(lines, 1):
        body = line.strip()
        if body.startswith("|"):
            cells += [TextRow([cell], number) for cell in _cut_cells(body)]
        elif body and cells and cells[-1].line == number - 1:
            cells[-1] = TextRow([f"{cells[-1].cells[0]} {body}".strip()], number)
        elif body:
            yield from _chunk(cells)
            cells = []
            yield TextRow([line], number)
    yield from _chunk(cells)


def _cut_cells(body: str) -> Sequence[str]:
    return () if is_rule(body) else cut_row(body, tell_style(body))


def _chunk(cells: Sequence[TextRow]) -> Iterator[TextRow]:
    """Cells to rows: the heading row ends before the first number; the others have its width, or end before a number.

    Where a cell is missing a row is short; the rows below it keep their cells.
    """
    numbers = [place for place, cell in enumerate(cells) if begins_row(cell.cells[0])]
    width = next((place for place in numbers if place), len(cells))
    starts = [*range(0, len(cells), max(width, 1))]
    if any(cells[start].cells[0] for start in starts[1:] if start not in numbers):
        starts = [0, *numbers[numbers[:1] == [0] :]]
    for start, end in pairwise([*starts, len(cells)]):
        yield TextRow([cell.cells[0] for cell in cells[start:end]], cells[start].line)
