"""The rows of a sheet as its XML has them, column by column: XlsxWriter takes five times as long, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from send_extract.writers.packages import escape_xml
from send_extract.writers.tables import Kind
from send_extract.writers.workbook.sheets import PlainSheet, SheetColumn

_MOST_LETTERS = 32_767
"""Letters that a cell of a workbook can hold, those counted twice that take two units of UTF-16."""
_CUT = " … (the rest is in plan.json)"
_NARROWEST, _WIDEST, _ARROW = 9, 46, 4
"""Widths of columns, in letters, and what the arrow of a filter takes of a heading."""
_LINE, _LETTERS = 13.5, 1.15
"""The height of a line, in points, and letters of words that fit in the width of one figure."""
_MOST_LINES = 30
"""Lines of a row; a workbook shows no higher one on a page."""
_FIRST_DAY, _LEAP_DAY = date(1899, 12, 31), 59
"""The day before the first that a workbook knows, and the number of days after which it counts one that never was."""
_UNSAFE = re.compile(r"_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What a workbook writes by the number of the sign, and words that would look like that."""


class SharedStrings:
    """The words of a workbook's cells, each once, by their places behind those that it `begins` with."""

    def __init__(self, begins: int) -> None:
        self._begins = begins
        self._said: dict[str, str] = {}
        self.uses = 0

    def __len__(self) -> int:
        return len(self._said)

    def say(self, words: str) -> str:
        """What a cell of these words holds, counted as used once more."""
        self.uses += 1
        said = self._said.get(words)
        if said is None:
            said = self._said[words] = f' t="s"><v>{self._begins + len(self._said)}</v></c>'
        return said

    def print(self) -> str:
        """All of them as XML."""
        return "".join(map(_print_string, map(_cut, self._said)))


def _print_string(words: str) -> str:
    words = _UNSAFE.sub(_spell_sign, words)
    space = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<si><t{space}>{escape_xml(words)}</t></si>"


def _spell_sign(match: re.Match[str]) -> str:
    return f"_x005F{match[0]}" if len(match[0]) > 1 else f"_x{ord(match[0]):04X}_"


def find_widths(sheet: PlainSheet) -> list[int]:
    """As wide as the longest line of each column's cells, within bounds."""
    return [_find_width(*each) for each in zip(sheet.columns, sheet.values, strict=True)]


def _find_width(column: SheetColumn, values: Sequence[object]) -> int:
    lines = "\n".join(str(value) for value in values if value is not None).split("\n")
    longest = len("30 Sep 2022") if column.kind == "date" else max(map(len, lines))
    word = max(map(len, column.heading.split()))
    return min(max(longest + 2, word + _ARROW, _NARROWEST), _WIDEST)


def find_heights(sheet: PlainSheet, widths: Sequence[int]) -> Iterator[float]:
    """How high the headings and each row are, in points: no program but Excel finds that by itself."""
    shown = [place for place, column in enumerate(sheet.columns) if not column.is_folded]
    cells = ((f"{sheet.columns[place].heading}{' ' * _ARROW}", *sheet.values[place]) for place in shown)
    counts = (_count_lines(values, widths[place]) for place, values in zip(shown, cells, strict=True))
    return (_LINE * min(max(lines), _MOST_LINES) for lines in zip(*counts, strict=True))


def _count_lines(values: Sequence[object], width: int) -> list[int]:
    """How many lines each cell of a column takes, as far as people see it."""
    room = int(width * _LETTERS)
    return [
        1 if not isinstance(value, str) or ("\n" not in value and len(value) < room)
        else sum(1 + len(line) // room for line in value.split("\n"))
        for value in values
    ]  # fmt: skip


def print_rows(
    sheet: PlainSheet, heights: Sequence[float], looks: Mapping[Kind, int], strings: SharedStrings
) -> str:
    """The rows below the headings; `looks` are the places of the looks that cells have, by their kinds."""
    cells = zip(*_print_columns(sheet, looks, strings), strict=True)
    return "".join(
        f'<row r="{number}" ht="{height:g}" customHeight="1">{"".join(row)}</row>'
        for number, height, row in zip(count(2), heights, cells, strict=False)
    )


def _print_columns(
    sheet: PlainSheet, looks: Mapping[Kind, int], strings: SharedStrings
) -> Iterator[list[str]]:
    for place, (column, values) in enumerate(zip(sheet.columns, sheet.values, strict=True)):
        begin, look, say = f'<c r="{xl_col_to_name(place)}', f'" s="{looks[column.kind]}"', KINDS[column.kind]
        if column.is_folded:
            yield [
                "" if value is None else f"{begin}{row}{look}{say(strings, value)}"
                for row, value in enumerate(values, 2)
            ]
        else:
            yield [
                f"{begin}{row}{look}{'/>' if value is None else say(strings, value)}"
                for row, value in enumerate(values, 2)
            ]


def _cut(words: str) -> str:
    if len(words) <= _MOST_LETTERS // 2:
        return words
    units = words.encode("utf-16-le")
    if len(units) <= 2 * _MOST_LETTERS:
        return words
    return units[: 2 * (_MOST_LETTERS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _say_number(_: SharedStrings, number: int) -> str:
    return f"><v>{number}</v></c>"


def _say_truth(_: SharedStrings, is_true: bool) -> str:
    return f' t="b"><v>{is_true:d}</v></c>'


def _say_day(strings: SharedStrings, day: date) -> str:
    """A day as one that can be counted with; one before the first that a workbook knows as words."""
    days = (day - _FIRST_DAY).days
    return _say_number(strings, days + (days > _LEAP_DAY)) if days > 0 else strings.say(day.isoformat())


KINDS: dict[Kind, Callable[[SharedStrings, Any], str]] = {
    "string": SharedStrings.say,
    "integer": _say_number,
    "boolean": _say_truth,
    "date": _say_day,
}
"""How a value of each kind is written: by its kind, never by what it looks like."""
