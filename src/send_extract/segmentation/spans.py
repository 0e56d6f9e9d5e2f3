"""A row's timings in several columns: a start and an end, a date and its revision, put together for each action."""

from __future__ import annotations

from send_extract.segmentation import Segments
from send_extract.segmentation.timings import segment_timings
from send_extract.values.timing import TimingContext, is_dated

# What an empty cell says when somebody fills it in.
_NOTHING = frozenset(("", "n/a", "na", "none", "-", "\u2013", "\u2014", "nil", "not applicable"))


def divide_timings(cells: tuple[str, str, str, str], count: int, context: TimingContext) -> Segments:
    """The timing of each of `count` actions from the cells of when, start, end and revised.

    Columns apart are divided apart and joined an action.
    """
    if not any(cells[1:]):
        return segment_timings(cells[0], count, context)
    divided = [segment_timings(cell, count, context) for cell in cells]
    if not all(map(_is_certain, cells, divided)):
        # A column whose timings are not certain leaves the others' without their start or end.
        parts: tuple[str, ...] = ("",) * count
    else:
        parts = tuple(join_timing(*whens) for whens in zip(*(one.parts for one in divided), strict=True))
    return Segments(parts, tuple(finding for one in divided for finding in one.findings))


def join_timing(when: str, start: str, end: str, revised: str) -> str:
    """One action's timing from its columns; a dash and an arrow say what the columns' headings say."""
    first = "; ".join(filter(None, (when, _join_span(start, end))))
    if not first or revised.strip().lower() in _NOTHING:
        return first or revised
    # An arrow alone between two dates can be a dash; behind a span it moves the end.
    is_plain = bool(start and not when) or not is_dated(revised)
    return f"{first} \u2192 {revised}" if is_plain else f"{first} \u2192 revised {revised}"


def _join_span(start: str, end: str) -> str:
    if start and end:
        return f"{start} \u2013 {end}"
    return f"from {start}" if start else end


def _is_certain(cell: str, divided: Segments) -> bool:
    return not cell.strip() or all(divided.parts)
