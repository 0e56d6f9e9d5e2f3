"""Tables of pipes in Markdown, typed again as a parser of GFM expects them: a row a line, no blank line between."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from send_extract.patterns import compile_later
from send_extract.readers.dialects.pipes import BREAK, PipeRow, is_rule, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RULE = compile_later(r"[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$")
_LONE = compile_later(r"^[ \t]*\|[ \t]*([^|]*[^|\s])[ \t]*(?:\|[ \t]*)+$")
"""A row above a table's headings that has one cell: a title."""
_FENCE = compile_later(r" {0,3}(```|~~~)")
_BLOCK = compile_later(r" {0,3}(?:#{1,6} |>|[-*+] |\d{1,9}[.)] |```|~~~|<[a-z!/])", re.IGNORECASE)
"""What ends a table without a blank line (GFM 4.10: the beginning of another block-level structure)."""


class Typed(NamedTuple):
    """A line and its number in the source, from 1; `cells` is how many cells it has where it is a table's row.

    `is_lost` says that it is the heading row that a table without one of its own needs: nobody typed it.
    """

    text: str
    line: int
    cells: int = 0
    is_lost: bool = False


def retype_tables(lines: Sequence[str]) -> list[Typed]:
    """The lines, those of each table typed again."""
    bounds = [*_find_heads(lines), len(lines)]
    typed = [Typed(_LONE.sub(r"\1", line), number) for number, line in enumerate(lines[: bounds[0]], 1)]
    for start, end in pairwise(bounds):
        typed += _retype(read_table(lines, start, end))
    return typed


def _find_heads(lines: Sequence[str]) -> Iterator[int]:
    """The places of the heading rows above a rule; one that follows a row is the heading row again."""
    fence, is_first = "", True
    for place, line in enumerate(lines[1:], 1):
        mark = _FENCE.match(line)
        if mark and fence in {"", mark[1]}:
            fence = "" if fence else mark[1]
        if not fence and is_rule(line) and _is_below_heading(lines, place):
            if is_first or "|" not in lines[place - 2]:
                yield place - 1
            is_first = False


def _is_below_heading(lines: Sequence[str], place: int) -> bool:
    above = lines[place - 1]
    return "|" in lines[place] and "|" in above and not is_rule(above) and bool(_RULE.match(lines[place]))


def _retype(rows: Sequence[PipeRow]) -> Iterator[Typed]:
    """The lines of one table and of what stands below it; rows behind other words are a table again."""
    width = max(len(row.cells) for row in rows)
    blanks: list[Typed] = []
    is_open = False
    for row in rows:
        if not row.cells:
            is_open = is_open and not _BLOCK.match(row.words) and not (blanks and row.words.strip())
            if row.words.strip():
                if is_open:  # a parser of GFM would take the words for a row of one cell
                    yield Typed("", row.line)
                    is_open = False
                yield from (*blanks, Typed(row.words, row.line))
                blanks = []
            else:
                blanks.append(Typed("", row.line))
            continue
        if not is_open:
            yield from _open_table(row, width, has_heading=row is rows[0])
        if is_open or row is not rows[0]:
            yield Typed(_print(row.cells), row.line, len(row.cells))
        is_open = True
    yield from blanks


def _open_table(row: PipeRow, width: int, *, has_heading: bool) -> Iterator[Typed]:
    """A heading row as wide as the widest row, since GFM drops the cells beyond it, and its rule."""
    if not has_heading:
        yield Typed("", row.line)
    cells = row.cells if has_heading else ()
    heading = (*cells, *[""] * (width - len(cells)))
    yield Typed(_print(heading), row.line, len(cells), is_lost=not has_heading)
    yield Typed("|" + "---|" * width, row.line)


def _print(cells: Sequence[str]) -> str:
    return "".join([f"| {cell.replace(BREAK, '<br>') or ' '} " for cell in cells]) + "|"
