"""Cells apart by tabs: the plainest dialect, and the one of most drafts; a row may have run over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from send_extract.notation.marks import find_mark
from send_extract.notation.numbers import begins_row
from send_extract.patterns import compile_later
from send_extract.readers.dialects.evidence import SAMPLE, TextReading, TextRow, count_headings, find_head
from send_extract.readers.dialects.quoting import QUOTE, read_row

_TAB = "\t"
_LIST_TAGS = compile_later(r"<(/?)(?:ul|ol)\b", re.IGNORECASE)
_CONTINUES = compile_later(r"\s*</?(?:li|ul|ol|p|b|i|em|strong|br|span)\b", re.IGNORECASE)
_UNFINISHED = compile_later(r"</?[A-Za-z][^<>]*$")
_FURTHEST = 200
"""How many lines a row may run over: further, and an open tag or quote is only an open tag or quote."""


class _Joined(Struct, frozen=True):
    """A row's cells, and how many lines they stood on."""

    cells: list[str]
    taken: int = 1


def read_tabs(lines: Sequence[str]) -> TextReading:
    """The rows of a text whose cells are apart by tabs."""
    head = find_head([line.split(_TAB) for line in islice((line for line in lines if _TAB in line), SAMPLE)])
    width = count_headings(head)
    rows = list(_read_rows(lines, width))
    cut = _find_cut(rows, width, is_ended=not lines[-1].strip())
    return TextReading(rows, width, head.known if head else 0, cut=cut)


def _read_rows(lines: Sequence[str], width: int) -> Iterator[TextRow]:
    place = 0
    while place < len(lines):
        line = lines[place]
        row = _Joined([line])
        if _TAB in line:
            row = _read_row(lines[place : place + _FURTHEST], width)
        if len(row.cells) > 1 or (line and not line.isspace()):
            yield TextRow(row.cells, place + 1)
        place += row.taken


def _read_row(lines: Sequence[str], width: int) -> _Joined:
    """The row that begins on the first line, with the lines that it runs over."""
    cells = lines[0].split(_TAB)
    if QUOTE in lines[0] and any(map(_is_quoted, cells)):
        quoted = read_row(lines, 0, _TAB)
        if not quoted.is_open and len(quoted.cells) <= max(width, len(cells)):
            return _Joined(quoted.cells, quoted.taken)
    return _join_lines(lines, cells, width) or _Joined(cells)


def _join_lines(lines: Sequence[str], cells: list[str], width: int) -> _Joined | None:
    """A row that runs over several lines; None where it ends on the first."""
    if len(cells) >= width and not is_list_open(cells[-1]):
        return None
    return _join_open(lines, cells, width) or _join_typed(lines, cells, width)


def _is_quoted(cell: str) -> bool:
    """Whether a spreadsheet put quotes round a cell: it needs them, or is not closed on its line."""
    if cell[:1] != QUOTE:
        return False
    inner = cell.rstrip()[1:-1]
    return '""' in inner or "," in inner or not cell.rstrip().endswith(QUOTE)


def is_list_open(cell: str) -> bool:
    """Whether a list of `cell` is never closed."""
    if "<" not in cell or cell.endswith(("</ul>", "</ol>")):
        return False
    tags = _LIST_TAGS.findall(cell)
    return len(tags) > 2 * tags.count("/")


def _add(cells: list[str], more: list[str]) -> list[str]:
    """The cells of a row and those of a line below that goes on with its last."""
    return [*cells[:-1], f"{cells[-1]}\n{more[0]}", *more[1:]]


def _join_open(lines: Sequence[str], cells: list[str], width: int) -> _Joined | None:
    """A row whose cell goes on below: a list left open, or cells that complete the row."""
    for taken, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        more = line.split(_TAB)
        if not _belongs(cells, more, width):
            return None
        cells = _add(cells, more)
        if len(cells) >= width and not is_list_open(cells[-1]):
            return _Joined(cells, taken)
    return None


def _belongs(cells: list[str], more: list[str], width: int) -> bool:
    """Whether the line `more` goes on with the row `cells`."""
    together = len(cells) + len(more) - 1
    if together > width or len(more) >= width > 1 or _begins_row(more):
        return False
    if is_list_open(cells[-1]) or _CONTINUES.match(more[0]):
        return True
    return together == width and bool(more[0].strip())


def _begins_row(cells: list[str]) -> bool:
    return len(cells) > 1 and begins_row(cells[0])


def _join_typed(lines: Sequence[str], cells: list[str], width: int) -> _Joined | None:
    """A row with lists typed into its cells, an item a line: up to the line after which a numbered row begins."""
    whole, is_listed = None, find_mark(cells[-1]) is not None
    for taken, line in enumerate(lines[1:], 2):
        more = line.split(_TAB)
        is_item = find_mark(more[0]) is not None
        is_whole = len(cells) == width and not is_item
        if is_whole or not line.strip() or _begins_row(more):
            break
        is_listed |= is_item
        cells = _add(cells, more)
        whole = _Joined(cells, taken) if len(cells) == width else whole
    return whole if is_listed and len(cells) <= width else None


def _find_cut(rows: Sequence[TextRow], width: int, *, is_ended: bool) -> str | None:
    """How the last row shows that the text was cut off; `is_ended` says that the text ends with a line's end."""
    cells = rows[-1].cells if rows else ()
    if len(cells) < 2:
        return None
    if _UNFINISHED.search(cells[-1]):
        return "its last row ends inside a tag"
    return None if is_ended else _find_short(rows, width)


def _find_short(rows: Sequence[TextRow], width: int) -> str | None:
    """What is missing at the end of the last row, where no line's end follows it."""
    cells = rows[-1].cells
    if is_list_open(cells[-1]) and not cells[-1].rstrip().lower().endswith("</li>"):
        return "the last list of its last row is never closed"
    is_short = len(cells) < width and _is_of_plan(rows, width)
    return "its last row has cells missing and no line's end" if is_short else None


def _is_of_plan(rows: Sequence[TextRow], width: int) -> bool:
    """Whether the last row is one of the plan's: numbered, or with no line of words since a row as wide as it."""
    if begins_row(rows[-1].cells[0]):
        return True
    counts = (len(row.cells) for row in reversed(rows))
    return next((count for count in counts if count == 1 or count >= width), 1) > 1
