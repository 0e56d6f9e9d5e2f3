"""Tables of pipes in Markdown, typed again as a parser of GFM expects them: a row a line, no blank line between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from send_extract.patterns import compile_later
from send_extract.readers.dialects.pipes import BREAK, PipeRow, is_rule, read_table

_RULE = compile_later(r"[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$")
_LONE = compile_later(r"^[ \t]*\|[ \t]*([^|]*[^|\s])[ \t]*(?:\|[ \t]*)+$")
"""A row above a table's headings that has one cell: a title."""
_FENCE = compile_later(r" {0,3}(```|~~~)")


class Typed(Struct, frozen=True):
    """A line and its number in the source, from 1; `cells` is how many cells it has where it is a table's row.

    `is_lost` says that it is the heading row that a table without one of its own needs: nobody typed it.
    """

    text: str
    line: int
    cells: int = 0
    is_lost: bool = False


def retype_tables(lines: Sequence[str]) -> list[Typed]:
    """The lines, those of each table typed again."""
    heads = [*_find_heads(lines)]
    if not heads:
        return [*_part_rules([Typed(line, number) for number, line in enumerate(lines, 1)])]
    typed = [Typed(_LONE.sub(r"\1", line), number) for number, line in enumerate(lines[: heads[0]], 1)]
    for start, end in pairwise([*heads, len(lines)]):
        typed += _retype(read_table(lines, start, end))
    return [*_part_rules(typed)]


def _part_rules(lines: Sequence[Typed]) -> Iterator[Typed]:
    """The lines, with a blank one before a rule that would make a table of what is none (`| words`, `---`)."""
    yield from lines[:1]
    for above, line in pairwise(lines):
        is_rule_alone = not above.cells and "|" not in line.text and _RULE.match(line.text) is not None
        if is_rule_alone and "|" in above.text:
            yield Typed("", line.line)
        yield line


def _find_heads(lines: Sequence[str]) -> Iterator[int]:
    """The places of the heading rows above a rule; one that follows a row is the heading row again."""
    rules = [place for place in _list_outside_code(lines) if place and is_rule(lines[place])]
    is_first = True
    for place in rules:
        if _is_below_heading(lines, place):
            if is_first or "|" not in lines[place - 2]:
                yield place - 1
            is_first = False


def _list_outside_code(lines: Sequence[str]) -> Iterator[int]:
    """The places of the lines that stand in no fence."""
    fence = ""
    for place, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and fence in {"", mark[1]}:
            fence = "" if fence else mark[1]
        elif not fence:
            yield place


def _is_below_heading(lines: Sequence[str], place: int) -> bool:
    above = lines[place - 1]
    return "|" in lines[place] and "|" in above and not is_rule(above) and bool(_RULE.match(lines[place]))


def _retype(rows: Sequence[PipeRow]) -> list[Typed]:
    """The lines of one table and of what stands below it; rows behind other words are a table again."""
    typing = _Typing(max(len(row.cells) for row in rows))
    for row in rows:
        if row.cells:
            typing.add_row(row, is_heading=row is rows[0])
        else:
            typing.add_words(row)
    return typing.end()


class _Typing:
    """The lines so far, whether a table is open there, and the blank lines since, which would end it."""

    def __init__(self, width: int) -> None:
        self._typed: list[Typed] = []
        self._blanks: list[Typed] = []
        self._is_open = False
        self._width = width

    def add_row(self, row: PipeRow, *, is_heading: bool) -> None:
        """A row: of the table that is open, or of one that begins here."""
        if is_heading:
            self._begin(row.cells, row.line)
        else:
            if not self._is_open:
                self._typed.append(Typed("", row.line))
                self._begin((), row.line)
            self._typed.append(Typed(_print(row.cells), row.line, len(row.cells)))

    def _begin(self, cells: Sequence[str], line: int) -> None:
        """A heading row as wide as the widest row, since GFM drops the cells beyond it, and its rule."""
        heading = (*cells, *[""] * (self._width - len(cells)))
        self._typed += [
            Typed(_print(heading), line, len(cells), is_lost=not cells),
            Typed("|" + "---|" * self._width, line),
        ]
        self._is_open = True

    def add_words(self, row: PipeRow) -> None:
        """A line outside the table; a parser of GFM would take words right below one for a row of one cell."""
        if not row.words.strip():
            self._blanks.append(Typed("", row.line))
            return
        if self._is_open and not self._blanks:
            self._blanks.append(Typed("", row.line))
        self._typed += (*self._blanks, Typed(row.words, row.line))
        self._blanks, self._is_open = [], False

    def end(self) -> list[Typed]:
        """All lines."""
        return [*self._typed, *self._blanks]


def _print(cells: Sequence[str]) -> str:
    return "".join([f"| {cell.replace(BREAK, '<br>') or ' '} " for cell in cells]) + "|"
