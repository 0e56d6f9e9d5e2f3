"""The numbers that an office program counts by itself, as it prints them, and the blocks that they stand before."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from send_extract.document import Block, Cell, Run
from send_extract.notation.marks import BULLET
from send_extract.patterns import compile_later
from send_extract.readers.lines import read_runs

DEPTHS = 9
"""The levels of a list that are counted."""
UNCOUNTED = frozenset(("bullet", "none"))
"""Kinds of levels that count nothing."""
_WORD = compile_later(r"[^\W\d_]{2}")
_PLACEHOLDER = compile_later(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Numbering(NamedTuple):
    """How one level of a list is numbered.

    `style` is the paragraph style that stands for it, if one does; `is_legal` says that the levels above it are
    printed in figures.
    """

    kind: str = "decimal"
    pattern: str = "%1."
    start: int = 1
    style: str = ""
    is_legal: bool = False

    @property
    def is_worded(self) -> bool:
        """Whether its mark has words in it (`Action 1:`)."""
        return _WORD.search(self.pattern) is not None


class ListNumber(NamedTuple):
    """The number of one paragraph: its list, its depth there from 0, and the mark as printed.

    `is_counted` is false for a bullet; `is_worded` is as for its level.
    """

    list_name: str
    depth: int
    mark: str
    is_counted: bool
    is_worded: bool = False


class Counted(NamedTuple):
    """An item that a program numbers: its block, its mark, its list, and the cell that it is in, 0 outside tables."""

    block: Block
    mark: Run
    list_name: str
    cell: int


def advance(counter: list[int | None], depth: int, start: int) -> None:
    """Counts the next item at a depth, where the first is `start`; what stands deeper begins anew."""
    before = counter[depth]
    counter[depth] = start if before is None else before + 1
    counter[depth + 1 :] = [None] * (DEPTHS - depth - 1)


def print_uncounted(level: Numbering) -> str:
    """The mark of an item that nothing counts."""
    return BULLET if level.kind == "bullet" else _PLACEHOLDER.sub("", level.pattern).strip()


def print_mark(level: Numbering, levels: dict[int, Numbering], counter: list[int | None]) -> str:
    """The mark of an item of a level, as far as its list has been counted."""

    def fill(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        each = levels.get(depth, Numbering())
        count = counter[depth]
        return _print_count(
            each.start if count is None else count, "decimal" if level.is_legal else each.kind
        )

    return _PLACEHOLDER.sub(fill, level.pattern).strip()


def _print_count(count: int, kind: str) -> str:
    if kind in UNCOUNTED:
        return ""
    if kind in {"lowerLetter", "upperLetter"} and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in {"lowerRoman", "upperRoman"}:
        roman = _print_roman(count)
        return roman if kind == "lowerRoman" else roman.upper()
    return f"{count:02}" if kind == "decimalZero" else str(count)


def _print_roman(count: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        printed += letters * times
    return printed


def number_block(runs: tuple[Run, ...], number: ListNumber, mark: Run, *, is_heading: bool) -> Block:
    """A block of a list; a number that is a heading's, or that has words in it, stands before the words instead."""
    if not number.mark or not (runs or number.is_counted):
        return Block(runs)
    if not runs:
        return Block((mark,), number.depth + 1)
    if number.is_counted and (is_heading or number.is_worded):
        return Block(_prefix(runs, mark))
    return Block(runs, number.depth + 1, number.mark)


def is_number_alone(block: Block) -> bool:
    """Whether a block is the number of a paragraph without words, to be printed where nothing else is."""
    return block.level > 0 and not block.marker


def _prefix(runs: tuple[Run, ...], mark: Run) -> tuple[Run, ...]:
    """Words with a mark before them, as one run where both are printed alike."""
    first, *others = runs
    if first.emphasis == mark.emphasis:
        return (Run(f"{mark.text} {first.text}", mark.emphasis), *others)
    return (Run(f"{mark.text} ", mark.emphasis), *runs)


def find_running(counted: Iterable[Counted]) -> frozenset[str]:
    """The lists with one item in each of several cells: they number rows, not the items of a cell."""
    cells: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for _, _, name, cell in counted:
        cells[name][cell] += 1
    return frozenset(
        name
        for name, counts in cells.items()
        if len(counts) > 1 and set(counts.values()) == {1} and 0 not in counts
    )


def print_running(cell: Cell, marks: dict[int, Run]) -> Cell:
    """A cell with the marks of its blocks before their words, where these are numbers of rows."""
    blocks = (
        Block(_prefix(block.runs, marks[id(block)])) if id(block) in marks else block for block in cell.blocks
    )
    return replace(cell, blocks=tuple(blocks))


def build_cell(blocks: Iterable[Block]) -> Cell:
    """The cell of blocks: a number without words counts where it stands alone, lines of one paragraph are its items."""
    kept: list[Block] = []
    for block in blocks:
        if not is_number_alone(block):
            kept += [block] if block.runs else []
        elif not kept:
            kept.append(Block(block.runs))
    return _part_lines(kept)


def _part_lines(blocks: list[Block]) -> Cell:
    """A cell; one of a single paragraph with its lines as blocks, for Shift+Enter is Alt+Enter in a sheet.

    Not where a line begins in small letters, for there a sentence goes on.
    """
    if len(blocks) != 1 or blocks[0].level or _is_sentence(blocks[0].text):
        return Cell(tuple(blocks))
    return Cell(read_runs(blocks[0].runs))


def _is_sentence(text: str) -> bool:
    """Whether text has one line, or lines in which one sentence goes on."""
    first, *others = [line.strip() for line in text.split("\n") if line.strip()] if "\n" in text else [""]
    return not others or (first[0].isupper() and any(line[0].islower() for line in others))
