"""Tables of pipes, however they were typed or broken: lines to rows of cells.

A row may run over lines, stand behind a blank line or a page's foot, have a pipe among its words, or have each of
its cells on a line of its own. A row with a cell too few or too many stays as it is: nothing here moves a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from send_extract.notation.marks import find_bullet
from send_extract.patterns import compile_later

PIPE = compile_later(r"(?<!\\)\|")
_INNER = compile_later(r"(?<=[^\s\\|])\|(?=[^\s|])")
"""A pipe against words on both sides."""
_CODE = compile_later(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_RULE = compile_later(r"[\s|+:=-]*$")
BREAK = "\n"
"""How the lines of one cell are parted."""
_FEWEST = 2
_PLAY = 1
_MANY = 4
"""From so many cells on, a row in pipes with one too few or too many is no row of another table."""
_LONGEST_ROW = 60
"""Lines that one row may run over; further, and a row without its last pipe is only that."""


class Style(Struct, frozen=True):
    """How a table's heading row is typed: its cells, and whether a pipe stands before the first and after the last."""

    width: int
    opens: bool
    closes: bool


class PipeRow(Struct, frozen=True):
    """The cells of a row, pipes inside them escaped, or a line outside the table (no cells), and its line from 1."""

    cells: tuple[str, ...]
    line: int
    words: str = ""


def is_rule(line: str) -> bool:
    """Whether a line is the rule of a table of pipes, or of dashes alone."""
    return "-" in line and _RULE.match(line) is not None


def tell_style(heading: str) -> Style:
    """How the heading row `heading` is typed."""
    body = heading.strip()
    return Style(len(_split(body)), body.startswith("|"), _ends_piped(body))


def cut_row(line: str, style: Style) -> tuple[str, ...]:
    """The cells of a row; where they are too many, pipes in code and against words on both sides part none.

    A pipe at the end of a short row where the heading row has none is an empty cell's.
    """
    body = line.strip()
    cells = _split(body)
    if len(cells) > style.width:
        return next((mended for mended in _join_inner(body) if len(mended) == style.width), cells)
    first = body.startswith("|") and not style.opens
    last = _ends_piped(body) and not style.closes
    is_filled = style.width - len(cells) == first + last
    return (*[""] * first, *cells, *[""] * last) if is_filled else cells


def _ends_piped(body: str) -> bool:
    return body.endswith("|") and not body.endswith("\\|") and len(body) > 1


def _split(body: str) -> tuple[str, ...]:
    inner = body.removeprefix("|")
    inner = inner[:-1] if _ends_piped(inner) or inner == "|" else inner
    return tuple([cell.strip(" \t") for cell in PIPE.split(inner)])


def _join_inner(body: str) -> Iterator[tuple[str, ...]]:
    """The cells of a row with the pipes in its code escaped, and with those against words."""
    yield _split(_CODE.sub(lambda code: PIPE.sub(r"\\|", code.group()), body))
    yield _split(_INNER.sub(r"\\|", body))


def read_table(lines: Sequence[str], start: int, end: int) -> list[PipeRow]:
    """The rows of the table whose heading row is the line at `start`, and all other lines before `end`."""
    style = tell_style(lines[start])
    lone = _count_lone(lines[start:end], style)
    rows: list[PipeRow] = []
    place, is_apart = start, False
    while place < end:
        line = lines[place]
        read = _read_row(lines[place : min(end, place + _LONGEST_ROW)], style, lone[place - start])
        if read.cells and (not is_apart or _belongs(read.cells, style)):
            rows.append(PipeRow(read.cells, place + 1))
            is_apart = False
        elif not (is_rule(line) and "|" in line):
            read = _NO_ROW
            rows.append(PipeRow((), place + 1, line))
            is_apart = is_apart or bool(line.strip())
        place += read.taken
    return rows


def _can_be_row(line: str, style: Style) -> bool:
    """Whether pipes part a line, or stand at its beginning or its end at least."""
    body = line.strip()
    if "|" not in body or is_rule(body):
        return False
    return body[0] == "|" or _ends_piped(body) or len(PIPE.findall(body)) >= min(_FEWEST, style.width - 1)


class _Taken(Struct, frozen=True):
    """A row's cells and how many lines they stand on."""

    cells: tuple[str, ...]
    taken: int = 1


_NO_ROW = _Taken(())


def _belongs(cells: Sequence[str], style: Style) -> bool:
    """Whether what stands behind other words is still a row: it has all of the cells, give or take one of many."""
    play = _PLAY if style.opens and style.closes and style.width >= _MANY else 0
    return style.width > 1 and abs(len(cells) - style.width) <= play


def _read_row(lines: Sequence[str], style: Style, lone: int) -> _Taken:
    """The row that begins on the first line: up to its last pipe, or a cell a line where `lone` lines have one each."""
    if not _can_be_row(lines[0], style):
        return _NO_ROW
    if lone and lone % style.width == 0:
        return _Taken(tuple([cut_row(line, style)[0] for line in lines[: style.width]]), style.width)
    if style.opens and style.closes and not _ends_piped(lines[0].strip()):
        taken = _find_end(lines)
        return _Taken(cut_row(_join(lines[:taken]), style), taken)
    return _Taken(cut_row(lines[0], style))


def _find_end(lines: Sequence[str]) -> int:
    """How many lines a row without its last pipe runs over: one where none of those that follow ends it."""
    for taken, line in enumerate(lines[1:], 2):
        body = line.strip()
        if not body or body.startswith("|"):
            return 1
        if _ends_piped(body):
            return taken
    return 1


def _join(lines: Sequence[str]) -> str:
    """The lines of one row as one line; those that begin an item of a list stay lines."""
    first, *rest = [line.strip() for line in lines]
    return first + "".join([f"{BREAK if find_bullet(line) else ' '}{line}" for line in rest])


def _count_lone(lines: Sequence[str], style: Style) -> list[int]:
    """For each line how many lines from it on have one cell each."""
    counts = [0]
    if style.width == 1:
        return [0] * len(lines)
    for line in reversed(lines):
        is_lone = _can_be_row(line, style) and len(cut_row(line, style)) == 1
        counts.append(counts[-1] + 1 if is_lone else 0)
    return counts[:0:-1]
