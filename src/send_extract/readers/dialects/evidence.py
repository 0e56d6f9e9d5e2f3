"""How well a dialect reads a text: every threshold in one place, with its reason.

A reading is good where a heading row is found in it and the other rows have as many cells. The points of a reading
are the fields that its heading row names, times the share of its rows that fit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from send_extract.diagnostics import Diagnostic
from send_extract.headings import count_fields
from send_extract.headings.lines import HeadingRow
from send_extract.headings.rows import FURTHEST, find_heading_row
from send_extract.patterns import compile_later
from send_extract.runs import part_runs

SAMPLE = FURTHEST
"""Lines by which the dialect is chosen: a heading row is not looked for further down."""
CERTAIN = 3.0
"""Points from which on no other dialect is tried: three fields by name, and rows that fit, are no coincidence."""
NEEDED = 1.0
"""The fewest points of a reading with a heading row: two fields, and half of its rows.

Prose that is parted at its commas names fields too, but no two of its lines have as many parts.
"""
UNHEADED = 0.9
"""What a reading without a heading row has at most: a form, or a table whose headings are in nobody's list."""
UNHEADED_SHARE = 0.8
"""The share of all lines that have as many cells, from which on a text without a heading row is a table."""
FEWEST_ROWS, FEWEST_CELLS = 3, 3
"""Rows and cells of a table without a heading row: two lines with a comma each are two sentences."""
FEWEST_LABELS = 2
"""A plan's labels in a first column from which on rows of two cells are a form."""
_LABELLED = compile_later(r"[^\W\d][^:]{1,60}:\s+\S")
"""A label with its value: prose, and no heading."""


class TextRow(Struct, frozen=True):
    """One line of words (a single cell) or one row of cells, and the number of its first line from 1."""

    cells: Sequence[str]
    line: int


class TextReading(Struct, frozen=True):
    """What a dialect makes of a text: its rows, the heading row's cells and fields, and what was odd.

    `unread` counts the lines that look like rows of the dialect and are none; `cut` says, in words, how the text
    shows that it was cut off.
    """

    rows: Sequence[TextRow]
    width: int = 0
    known: int = 0
    unread: int = 0
    cut: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def find_head(rows: Sequence[Sequence[str]]) -> HeadingRow | None:
    """The heading row among the rows of a text, in the words that every plan may use."""
    head = find_heading_row(rows[:SAMPLE], {})
    return None if head is None or _is_labelled(head.headings) else head


def _is_labelled(headings: Sequence[str]) -> bool:
    """Whether a row is a label and what it says (`Action: Ask all`, `Action:` and `Ask all`), and no headings."""
    first, *others = filter(None, headings)
    is_lone = first.endswith(":") and not any(heading.endswith(":") for heading in others)
    labelled = [heading for heading in others if _LABELLED.match(heading)]
    return is_lone or _LABELLED.match(first) is not None or len(labelled) > len(others) / 2


def count_headings(head: HeadingRow | None) -> int:
    """The cells of a heading row up to its last heading; 0 where there is none."""
    return max((place for place, text in enumerate(head.headings, 1) if text), default=0) if head else 0


def weigh(reading: TextReading) -> float:
    """The points of a reading; 0 where it explains nothing."""
    filled = [row for row in reading.rows if any(map(str.strip, row.cells))]
    if reading.width == 0:
        return _weigh_unheaded(reading, [len(row.cells) for row in filled])
    rows = list(_list_own(filled, reading.width))
    points = reading.known * rows.count(reading.width) / (len(rows) + reading.unread)
    return points if points >= NEEDED else 0.0


def _list_own(rows: Sequence[TextRow], width: int) -> Iterator[int]:
    """The widths of rows, without those of other tables: runs of rows, none of which has the heading row's `width`.

    A run ends at a line of words and at a blank line. A heading row that no row fits has no table of its own.
    """
    tables = part_runs([row for row in rows if len(row.cells) > 1], _is_apart)
    widths = [[_measure(row, width) for row in table] for table in tables]
    own = [run for run in widths if width in run]
    yield from chain.from_iterable(own if sum(run.count(width) for run in own) > 1 else widths)


def _measure(row: TextRow, width: int) -> int:
    """How many cells a row has, without blank ones beyond the last heading: spreadsheets write those of all columns."""
    beyond = [place for place, text in enumerate(row.cells[width:], width + 1) if text.strip()]
    return max(beyond, default=min(width, len(row.cells)))


def _is_apart(run: Sequence[TextRow], row: TextRow) -> bool:
    """Whether a blank line, or one of words, stands between a row and those before it."""
    return row.line > run[-1].line + 1 + sum(cell.count("\n") for cell in run[-1].cells)


def _weigh_unheaded(reading: TextReading, widths: Sequence[int]) -> float:
    """The points of rows without headings: as many cells in nearly every line of the text."""
    if not widths:
        return 0.0
    width, count = Counter(widths).most_common(1)[0]
    share = count / len(widths)
    is_wide = width >= FEWEST_CELLS or (width > 1 and _is_form(reading))
    return UNHEADED * share if is_wide and count >= FEWEST_ROWS and share >= UNHEADED_SHARE else 0.0


def _is_form(reading: TextReading) -> bool:
    """Whether the rows begin with a plan's labels."""
    return count_fields([row.cells[0] for row in reading.rows[:SAMPLE]]) >= FEWEST_LABELS
