"""Cells that run over several lines of a table drawn with characters: which lines are one row, and their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from send_extract.notation.dictionary import is_divided
from send_extract.notation.marks import find_mark
from send_extract.notation.numbers import begins_row
from send_extract.patterns import compile_later
from send_extract.readers.dialects.evidence import TextRow

_HYPHENED = compile_later(r"[a-z]-$")
_FULL = 0.8
"""The share of a column's width from which on a line is full: letters of print are not as wide as one another."""
_FEWEST_NEW = 2
"""Cells that begin something new on a line without a number, from which on it is a row; one is a line of its cell."""
_CAPITALS = 3
"""Cells in capitals, more than those that are not, that no line has which only goes on: not all wrap at a name."""


class Drawn(Struct, frozen=True):
    """The cells on one line of a drawn table, and that line's number from 1."""

    cells: tuple[str, ...]
    line: int


class _Rows:
    """The rows so far; a cell's words go on with the last cell of its column that has any."""

    def __init__(self, lines: Sequence[Drawn]) -> None:
        self._widths = [max(map(len, column)) for column in zip(*(line.cells for line in lines), strict=True)]
        self._columns: list[list[str]] = [[] for _ in self._widths]
        self.rows: list[list[list[str]]] = []
        self.places: list[int] = []

    def add(self, drawn: Drawn) -> None:
        """Adds a line: words that were wrapped go on with their cell, others begin a line of it, or a row."""
        filled = [place for place, cell in enumerate(drawn.cells) if cell]
        new = self._find_row(drawn.cells, filled)
        if new:
            self._begin(drawn.line, new)
        else:
            new = [place for place in filled if self._begins(place, drawn.cells[place], _FULL)]
        for place in filled:
            self._columns[place] += ["", drawn.cells[place]] if place in new else [drawn.cells[place]]

    def _find_row(self, cells: Sequence[str], filled: Sequence[int]) -> Sequence[int]:
        """The cells of a line that begin a row; none where it goes on with the row above it."""
        if not self.rows or begins_row(cells[0]):
            return filled
        new = self._find_new(cells, filled)
        return new if self._is_row(new) else ()

    def _is_row(self, new: Sequence[int]) -> bool:
        """Whether what is new on a line is a row: several cells, one of them in a column of sentences."""
        return len(new) >= _FEWEST_NEW and any(2 * self._widths[place] >= max(self._widths) for place in new)

    def _find_new(self, cells: Sequence[str], filled: Sequence[int]) -> list[int]:
        """The cells of a line that begin something new; one in capitals that could have been wrapped goes with them."""
        capital = [place for place in filled if not cells[place][0].islower()]
        are_many = len(capital) >= max(_CAPITALS, len(filled) // 2 + 1)
        are_names = all(cells[place][0].isupper() for place in filled)
        is_new = are_many or are_names or any(self._begins(place, cells[place]) for place in filled)
        return capital if is_new else []

    def _begin(self, line: int, places: Iterable[int]) -> None:
        is_first = not self.rows
        self.rows.append([[] for _ in self._widths])
        self.places.append(line)
        for place in range(len(self._widths)) if is_first else places:
            self._columns[place] = self.rows[-1][place]

    def _begins(self, place: int, words: str, full: float = 1.0) -> bool:
        """Whether words begin an item of a list, or could have stood on the line above without filling it."""
        above = self._columns[place]
        if not above or find_mark(words):
            return True
        needed = len(above[-1]) + 1 + len(words.split(maxsplit=1)[0])
        return not words[0].islower() and needed <= full * self._widths[place]


def is_centred(lines: Sequence[Drawn], bounds: Sequence[int]) -> bool:
    """Whether lines are one row whose number stands in its middle: all words beside that go on with those above."""
    numbered = [place for place, drawn in enumerate(lines) if drawn.cells[0]]
    if len(numbered) != 1 or numbered[0] == 0 or not begins_row(lines[numbered[0]].cells[0]):
        return False
    above = [
        _find_last(column) for column in zip(*(line.cells for line in lines[: numbered[0]]), strict=True)
    ]
    widths = [end - start for start, end in pairwise(bounds)]
    cells = zip(above, lines[numbered[0]].cells, [*widths, max(widths)], strict=True)
    return all(_is_wrapped(*cell) for cell in cells)


def _find_last(cells: Sequence[str]) -> str:
    return next(filter(None, reversed(cells)), "")


def _is_wrapped(above: str, words: str, width: int) -> bool:
    """Whether words go on with those above them, where there are both: they begin small, or had no place there."""
    if not above or not words or words[0].islower():
        return True
    return len(above) + 1 + len(words.split(maxsplit=1)[0]) > _FULL * width


def join_rows(lines: Sequence[Drawn]) -> list[TextRow]:
    """The rows of lines that follow one another."""
    rows = _Rows(lines)
    for line in lines:
        rows.add(line)
    return [
        TextRow([join_words(cell) for cell in cells], line)
        for cells, line in zip(rows.rows, rows.places, strict=True)
    ]


def join_lines(lines: Sequence[Drawn]) -> TextRow:
    """One row of lines that belong together."""
    return TextRow(
        [join_words(cell) for cell in zip(*(line.cells for line in lines), strict=True)], lines[0].line
    )


def join_words(lines: Iterable[str]) -> str:
    """The words of a cell's lines: on one line, but for a list's items, and what a blank line or a backslash parts."""
    text, is_parted = "", False
    for line in lines:
        words = line.strip()
        if not words:
            is_parted = bool(text)
            continue
        is_parted = is_parted or text.endswith("\\") or find_mark(words) is not None
        text = _append(text.removesuffix("\\").rstrip(), words, is_parted=is_parted)
        is_parted = False
    return text.removesuffix("\\")


def _append(text: str, words: str, *, is_parted: bool) -> str:
    """The words of a cell with those of its next line; a hyphen that divides a word of the language is none of it."""
    if not text or is_parted:
        return f"{text}\n{words}" if text else words
    if not (_HYPHENED.search(text[-2:]) and words[0].islower()):
        return f"{text} {words}"
    last, first = text.rsplit(maxsplit=1)[-1], words.split(maxsplit=1)[0]
    return f"{text.removesuffix('-') if is_divided(last[:-1], first) else text}{words}"
