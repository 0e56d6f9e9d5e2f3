"""Cells apart by pipes, with one at either end or none; and tables of pipes broken into one cell a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from send_extract.notation.numbers import begins_row
from send_extract.patterns import compile_later
from send_extract.readers.dialects.evidence import TextReading, TextRow, count_headings, find_head
from send_extract.readers.dialects.pipes import PipeRow, cut_row, is_rule, read_table, tell_style

_BARE = compile_later(r"[^|]*\|[^|]*\|")
_BROKEN_SHARE = 0.6
"""The share of lines with a pipe that are one cell each, from which on a table is broken into them."""


def read_barred(lines: Sequence[str]) -> TextReading:
    """The rows of a text whose cells are apart by pipes."""
    cut = [_cut(line) for line in lines]
    head = find_head(cut)
    if head is None:
        return TextReading(
            [TextRow(cells, line) for line, cells in enumerate(cut, 1) if any(map(str.strip, cells))]
        )
    above = [PipeRow((), number, line) for number, line in enumerate(lines[: head.place], 1)]
    below = read_table(lines, head.place, len(lines))
    return TextReading([*_print([*above, *below])], count_headings(head), head.known)


def _print(rows: Sequence[PipeRow]) -> Iterator[TextRow]:
    """The rows with the pipes among their words as they are printed, and the lines outside that are not blank."""
    for row in rows:
        if row.cells:
            yield TextRow([cell.replace("\\|", "|") for cell in row.cells], row.line)
        elif row.words.strip():
            yield TextRow([row.words], row.line)


def _cut(line: str) -> Sequence[str]:
    return cut_row(line, tell_style(line)) if _is_row(line) else (line,)


def _is_row(line: str) -> bool:
    body = line.strip()
    return not is_rule(body) and (body[:1] == "|" or _BARE.match(body) is not None)


def read_broken(lines: Sequence[str]) -> TextReading:
    """The rows of a table of pipes broken into one cell a line, and the other lines."""
    if not _are_broken([line.strip() for line in lines]):
        return TextReading(())
    rows = [*_read_broken(lines)]
    head = find_head([row.cells for row in rows])
    return TextReading(rows, count_headings(head), head.known if head else 0)


def _are_broken(lines: Sequence[str]) -> bool:
    """Whether most lines that begin with a pipe have no other between their cells."""
    piped = [line.strip("|") for line in lines if line.startswith("|") and not is_rule(line)]
    return sum("|" not in line for line in piped) > _BROKEN_SHARE * len(piped)


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
    texts = [cell.cells[0] for cell in cells]
    for start, end in pairwise([*_find_starts(texts), len(cells)]):
        yield TextRow(texts[start:end], cells[start].line)


def _find_starts(texts: Sequence[str]) -> list[int]:
    """Where the rows of cells begin: as far apart as the headings are many, unless words stand there and no number."""
    numbers = [place for place, text in enumerate(texts) if place and begins_row(text)]
    starts = [*range(0, len(texts), numbers[0] if numbers else max(len(texts), 1))]
    are_rows = all(start in numbers or not texts[start] for start in starts[1:])
    return starts if are_rows else [0, *numbers]
