"""Breaks in cells without lines around them: whether an item ends there, weighed by all that speaks for it.

Nothing is drawn that tells how wide such a column is, so that a line which ends early may have been wrapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from send_extract.headings.cells import kind_of_cell
from send_extract.notation.hanging import hangs
from send_extract.patterns import compile_later
from send_extract.readers.pdf.columns import Gutter, find_place
from send_extract.readers.pdf.lines import SPACE, Line

_HANGS = 2.0
"""A line that ends in a word which nothing ends with (`of`, `the`) goes on."""
_SMALL = 2.0
"""So does one above a line that begins in small letters."""
_CAPITAL = -1.0
"""What begins in capitals, or with a figure, is an item as soon as a name."""
_ENDED = -3.0
"""A full stop ends an item."""
_FULL, _SHORT = 1.0, -1.0
"""A line that had no room for the next word, if the longest of its cell is as wide as its column; one that had."""
_RAGGED = 2.0
"""By how many font sizes less than the longest a line may be full: some programs count letters, not their widths."""
_ALONE = 1.0
"""No other cell of the row has items of its own: a date, an owner."""
_NEEDED = 0.5
_NEW = 2.0
"""A line on which a column has words that would have had room above them begins a row; one where none has, none."""
_OPEN = -1.0
"""A line whose words neither go on nor had room above may be either, if it has words in every column."""
_WHOLE, _PART = 1.0, -2.0
"""A line with words in every column, and one without: that may go on with the cells that it has words in."""
_ENDS = ".;:!?"
_YEAR = compile_later(r"(?:19|20)\d\d")
_OWN = frozenset(("date", "post", "name", "body", "status", "rag"))
"""What a line of its own can be in a column of short entries."""

Cells = Sequence[Sequence[Line]]


def mark_joints(rows: Sequence[Cells]) -> list[list[tuple[Line, ...]]]:
    """The rows with each line marked that goes on with the one above it in its cell."""
    columns = zip(*rows, strict=True)
    reaches = [
        max((_find_reach(cell) for cell in column if len(cell) > 1), default=0.0) for column in columns
    ]
    return [[tuple(_mark(row, place, reach)) for place, reach in enumerate(reaches)] for row in rows]


def _mark(row: Cells, place: int, reach: float) -> Iterator[Line]:
    """The lines of a row's cell at `place`; no line of several in its column reaches further than `reach`."""
    cell = row[place]
    others = (other for at, other in enumerate(row) if at != place)
    own = 0.0 if any(map(_has_entries, others)) else _ALONE
    yield from cell[:1]
    for line, following in pairwise(cell):
        goes_on = own + _weigh(line, following, reach - _RAGGED * line.size) > _NEEDED
        yield following._replace(goes_on=goes_on and not _has_entries((line, following)))


def _has_entries(cell: Sequence[Line]) -> bool:
    """Whether a cell has several dates or owners, each on lines of its own."""
    entries: list[str] = []
    for line in cell:
        is_rest = bool(entries) and (hangs(entries[-1]) or _is_year_of(entries[-1], line.text))
        entries.append(f"{entries.pop()} {line.text}" if is_rest else line.text)
    return len(entries) > 1 and all(kind_of_cell(entry) in _OWN for entry in entries)


def _is_year_of(text: str, below: str) -> bool:
    """Whether a line is the year of the date above it."""
    return _YEAR.fullmatch(below) is not None and _YEAR.search(text) is None


def _weigh(line: Line, following: Line, reach: float) -> float:
    """What the words on both sides of a break, and the room up to `reach` on its line, say for one item."""
    word = following.words[0]
    is_full = line.x1 + SPACE * word.size + word.x1 - word.x0 > reach
    points = _FULL if is_full else _SHORT
    points += _SMALL if word.text[:1].islower() else _CAPITAL
    points += _HANGS if hangs(line.text) else 0.0
    return points + (_ENDED if line.text[-1] in _ENDS else 0.0)


def weigh_start(gutters: Sequence[Gutter], lines: Sequence[Line], place: int) -> float:
    """What speaks for a line of a table being a row's first, where neither space nor number tells.

    A row is begun in all of its columns at once; what goes on with the lines above had no room there.
    """
    columns = [[*_cut_column(gutters, lines, column)] for column in range(len(gutters) + 1)]
    goings = [points for column in columns for points in _weigh_line(column, lines[place])]
    is_new, is_rest = any(points < 0 for points in goings), any(points > 0 for points in goings)
    is_whole = len(goings) == len(columns)
    return (_NEW if is_new else -_NEW if is_rest else _OPEN) + (_WHOLE if is_whole else _PART)


def _weigh_line(column: Sequence[Line], whole: Line) -> Iterator[float]:
    """What a column says for its words on a line going on with those above them, where it has any there."""
    reach = _find_reach(column)
    for line, following in pairwise(column):
        if following.words[0] in whole.words:
            is_own = _has_entries((line, following)) and kind_of_cell(following.text) == "date"
            yield _CAPITAL if is_own else _weigh(line, following, reach)


def _cut_column(gutters: Sequence[Gutter], lines: Sequence[Line], place: int) -> Iterator[Line]:
    """The lines of a column of a table."""
    for line in lines:
        words = tuple(word for word in line.words if find_place(gutters, word) == place)
        if words:
            yield line._replace(words=words)


def _find_reach(lines: Sequence[Line]) -> float:
    return max((line.x1 for line in lines), default=0.0)
