"""Words whose lines are their only markup: one block a line, with the list mark that was typed before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from send_extract.document import Block, Cell, Element, Run, Table, cut_runs, print_runs, strip_runs
from send_extract.notation.marks import BULLET, Mark, find_bullet, find_mark, find_marks
from send_extract.patterns import compile_later

_BREAKS = compile_later(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_MARKUP = compile_later(r"</?(?:[uo]l|li|p|br|div)\b[^<>]*>", re.IGNORECASE)
_NOTE = compile_later(r"(?<=[^\s*])([ \t\xa0]+)(?=\*\w)")
_NOTE_OR_LINE = compile_later(r"(?<=[^\s*])(\s+)(?=\*\w)")


def is_markup(text: str) -> bool:
    """Whether a cell's text holds tags of lists, paragraphs or line breaks."""
    return "<" in text and _MARKUP.search(text) is not None


def read_lines(text: str) -> tuple[Block, ...]:
    """The blocks of text that can have no bold: an asterisk before a word is an editor's note by itself."""
    note = _NOTE_OR_LINE if not text.lstrip().startswith("*") else _NOTE
    first, *rest = note.split(text)
    notes = (
        run for gap, words in zip(rest[::2], rest[1::2], strict=True) for run in (Run(gap), Run(words, "b"))
    )
    return read_runs((Run(first), *notes)) if text else ()


def read_runs(runs: Iterable[Run]) -> tuple[Block, ...]:
    """The blocks of emphasised text: bullets are told by their glyph, numbers by counting up."""
    lines = [line for line in _split_runs(runs) if print_runs(line).strip()]
    marks = find_marks([print_runs(line) for line in lines])
    return tuple(_read_line(line, mark) for line, mark in zip(lines, marks, strict=True))


def find_marker(text: str) -> int:
    """How many characters of a line are its list mark, the spaces after it too; 0 where it has none."""
    mark = find_mark(text)
    return mark.end if mark else 0


def _split_runs(runs: Iterable[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = _BREAKS.split(run.text)
        lines[-1].append(Run(first, run.emphasis))
        lines.extend([Run(part, run.emphasis)] for part in rest)
    return lines


def _read_line(runs: Sequence[Run], mark: Mark | None) -> Block:
    if mark:
        words = strip_runs(cut_runs(runs, mark.end))
        return Block(words, 1, mark.printed if mark.counted else BULLET)
    return Block(strip_runs(runs))


def split_cells(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements, with the lines of the tables' cells as blocks of their own."""
    return change_cells(elements, _split_cell)


def change_cells(elements: Iterable[Element], change: Callable[[Cell], Cell]) -> Iterator[Element]:
    """The elements, with each cell of their tables as `change` makes it."""
    for element in elements:
        if isinstance(element, Table):
            rows = (replace(row, cells=tuple(map(change, row.cells))) for row in element.rows)
            yield replace(element, rows=tuple(rows))
        else:
            yield element


def _has_lines(block: Block) -> bool:
    """Whether a paragraph has several lines, or one that a bullet was typed before."""
    return not block.level and ("\n" in block.text or find_bullet(block.text) is not None)


def _split_cell(cell: Cell) -> Cell:
    if not any(map(_has_lines, cell.blocks)):
        return cell
    return replace(cell, blocks=tuple(chain.from_iterable(map(_split_block, cell.blocks))))


def _split_block(block: Block) -> tuple[Block, ...]:
    return read_runs(block.runs) if _has_lines(block) else (block,)
