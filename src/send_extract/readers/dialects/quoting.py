"""Rows of delimited text whose cells may be quoted (RFC 4180), by whatever program or hand they were quoted.

Programs put a space before a quote, or a backslash before one that is a word's own; hands forget to close one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from send_extract.patterns import compile_later

QUOTE = '"'
_FURTHEST = 200
"""Lines that a quoted cell may run over: further, and an open quote is only that."""
_DOUBLED = compile_later(r'""|\\"')


class QuotedRow(Struct, frozen=True):
    """A row's cells, how many lines it stands on, and whether a quote in it opens and never closes."""

    cells: list[str]
    taken: int = 1
    is_open: bool = False


class _Marks(Struct, frozen=True):
    """The patterns of a delimiter: a quote that opens a cell, quotes that are a cell's own words', a cell's end."""

    delimiter: str
    opening: re.Pattern[str]
    own: re.Pattern[str]
    ending: re.Pattern[str]


@lru_cache(maxsize=8)
def _make_marks(delimiter: str) -> _Marks:
    mark = re.escape(delimiter)
    return _Marks(
        delimiter,
        re.compile('[ \xa0]*"'),
        re.compile(
            rf'[ \xa0]*"[^"\n]*[^\s"]"[ \xa0]+[^\s"{mark}](?:[^"\n{mark}]*"[^"\n{mark}]*")*[^"\n{mark}]*(?:{mark}|\n|$)'
        ),
        re.compile(f"[ \xa0]*(?:{mark}|\n|$)"),
    )


def read_row(lines: Sequence[str], place: int, delimiter: str) -> QuotedRow:
    """The row that begins on the line at `place`."""
    line = lines[place]
    if QUOTE not in line:
        return QuotedRow(line.split(delimiter))
    scan = _Scan(lines[place : place + _FURTHEST], _make_marks(delimiter))
    while scan.read_cell():
        pass
    return QuotedRow(scan.cells, scan.taken, scan.is_open)


class _Scan:
    """One row being read: its text so far, the place in that, the cells before it."""

    def __init__(self, lines: Sequence[str], marks: _Marks) -> None:
        self.cells: list[str] = []
        self.taken = 1
        self.is_open = False
        self._lines = lines
        self._marks = marks
        self._text = lines[0]
        self._at = 0

    def read_cell(self) -> bool:
        """Reads the next cell; whether there is another after it."""
        opening = self._marks.opening.match(self._text, self._at)
        if opening is None or self._marks.own.match(self._text, self._at):
            return self._read_plain()
        close = self._find_close(opening.end())
        if close is None:
            self.is_open, self._at = True, opening.end()
            return self._read_plain()
        self.cells.append(_DOUBLED.sub(QUOTE, self._text[opening.end() : close]))
        return self._pass_end(close + 1)

    def _read_plain(self) -> bool:
        """Reads a cell without quotes round it, up to the delimiter."""
        cell, mark, _ = self._text[self._at :].partition(self._marks.delimiter)
        self.cells.append(cell)
        self._at += len(cell) + len(mark)
        return bool(mark)

    def _pass_end(self, at: int) -> bool:
        """Passes what ends a cell at `at`; whether that is a delimiter."""
        ending = self._marks.ending.match(self._text, at)
        self._at = ending.end() if ending else at
        return ending is not None and ending.group().endswith(self._marks.delimiter)

    def _find_close(self, start: int) -> int | None:
        """Where the quote that opened before `start` closes, on this line or below; None where it never does."""
        text, at = self._text, start
        for taken in range(self.taken, len(self._lines) + 1):
            if taken > self.taken:
                text, at = f"{text}\n{self._lines[taken - 1]}", len(text)
            close = _search(text, at, self._marks)
            if close is not None and close < 0:
                break
            if close is not None:
                self._text, self.taken = text, taken
                return close
        return None


def _search(text: str, at: int, marks: _Marks) -> int | None:
    """Where the quote closes that is open at `at`; None where it does not, -1 where another quote opens before that."""
    escaped = 0
    while (at := text.find(QUOTE, at)) >= 0:
        is_escaped = text[at - 1] == "\\"
        is_end = marks.ending.match(text, at + 1) is not None
        if is_end and not (is_escaped and escaped % 2):
            return at
        escaped += is_escaped
        is_doubled = text.startswith(QUOTE, at + 1) and not is_escaped
        if not is_doubled | is_escaped and _follows_end(text, at, marks):
            return -1
        at += 1 + is_doubled
    return None


def _follows_end(text: str, at: int, marks: _Marks) -> bool:
    """Whether a cell ends right before `at`, so that a quote there opens the next."""
    before = text[max(0, at - 2) : at].rstrip(" ")
    return before[-1:] in {marks.delimiter, "\n"}
