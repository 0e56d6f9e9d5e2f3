"""A row's cells by their field: the words under one heading, or joined from several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.segmentation import Segments
from send_extract.segmentation.timings import segment_timings
from send_extract.values.timing import TimingContext, parse_timing

if TYPE_CHECKING:
    from send_extract.extraction.rows import PlacedRow

# What an empty cell says when somebody fills it in.
_NOTHING = frozenset(("n/a", "na", "none", "-", "\u2013", "\u2014", "nil", "not applicable"))
_ANY_YEAR = TimingContext(year=2000)
_SPANS = frozenset(("start", "end", "revised"))


def read_field(placed: PlacedRow, field: str) -> str:
    """The words of a row's cells of `field`, a line each."""
    places = placed.columns.places.get(field, ())
    cells = placed.row.cells
    if len(places) == 1:
        return cells[places[0]].text if places[0] < len(cells) else ""
    return "\n".join(cells[place].text for place in places if place < len(cells) and cells[place].blocks)


def read_timings(placed: PlacedRow) -> str:
    """The words of a row's timings: one cell's, or a start and an end, or one and its revision."""
    when = read_field(placed, "when")
    if _SPANS.isdisjoint(placed.columns.places):
        return when
    cells = (when, *(read_field(placed, field) for field in ("start", "end", "revised")))
    if any("\n" in cell.strip() for cell in cells):
        return "\n".join(cell for cell in cells if cell)
    return _join_timing(*cells)


def divide_timings(placed: PlacedRow, count: int, context: TimingContext) -> Segments:
    """The timing of each of a row's `count` actions; columns apart are divided apart and joined an action."""
    when = read_field(placed, "when")
    if _SPANS.isdisjoint(placed.columns.places):
        return segment_timings(when, count, context)
    cells = (when, *(read_field(placed, field) for field in ("start", "end", "revised")))
    divided = [segment_timings(cell, count, context) for cell in cells]
    if any(cell.strip() and not all(one.parts) for cell, one in zip(cells, divided, strict=True)):
        # A column whose timings are not certain leaves the others' without their start or end.
        parts: tuple[str, ...] = ("",) * count
    else:
        parts = tuple(_join_timing(*whens) for whens in zip(*(one.parts for one in divided), strict=True))
    return Segments(parts, tuple(finding for one in divided for finding in one.findings))


def _join_timing(when: str, start: str, end: str, revised: str) -> str:
    """One action's timing from its columns; a dash and an arrow say what the columns' headings say."""
    span = f"{start} \u2013 {end}" if start and end else f"from {start}" if start else end
    first = "; ".join(text for text in (when, span) if text)
    if revised and first and revised.strip().lower() not in _NOTHING:
        # An arrow alone between two dates can be a dash; behind a span it moves the end.
        is_plain = bool(span and when == "") or not _is_dated(revised)
        return f"{first} \u2192 {revised}" if is_plain else f"{first} \u2192 revised {revised}"
    return first or revised


def _is_dated(text: str) -> bool:
    value = parse_timing(text, _ANY_YEAR).value
    return value is not None and bool(value.intervals)


def read_owners(placed: PlacedRow) -> str:
    """The words of a row's owners, those of an accountable column marked as such."""
    who = read_field(placed, "who")
    if "accountable" not in placed.columns.places:
        return who
    accountable = "\n".join(
        f"Accountable: {line}" for line in read_field(placed, "accountable").split("\n") if line
    )
    return "\n".join(text for text in (who, accountable) if text)
