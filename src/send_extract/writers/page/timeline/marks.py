"""The marks of one item on the timeline: bars, last days, arrows, ticks, and where it stood before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from send_extract.values.timing import Interval, Timing
from send_extract.writers.agenda.scale import Scale, spell
from send_extract.writers.agenda.spans import Window, list_times

Look = Literal[
    "bar",
    "hatch",
    "due",
    "more",
    "less",
    "open-end",
    "open-start",
    "tick",
    "run",
    "old-bar",
    "old-due",
    "way",
    "later",
    "earlier",
]
MOST_TICKS = 40
"""More times than these run together: they are drawn as one dotted line."""
NARROWEST = 0.8
"""A day of a long plan is still seen: no bar is narrower than so many hundredths."""


class TimelineMark(Struct, frozen=True, gc=False):
    """One mark: how it looks, where it stands, and how wide it is, as addresses of SVG."""

    look: Look
    place: str
    width: str = ""


class Extent(Struct, frozen=True, gc=False):
    """From where to where marks stand, in hundredths of the width."""

    start: float
    end: float


def draw_timing(timing: Timing, scale: Scale) -> Iterator[TimelineMark]:
    """The marks of a timing that has a place in the calendar, or recurs."""
    if timing.rrule or timing.frequency:
        yield from _draw_recurrence(timing, scale)
        return
    for interval in timing.intervals:
        yield from _draw_interval(interval, timing, scale)


def _draw_interval(interval: Interval, timing: Timing, scale: Scale) -> Iterator[TimelineMark]:
    extent = find_extent(interval, scale, is_deadline=timing.deadline)
    is_day = timing.deadline and interval.start is None
    if not is_day and extent.start < extent.end:
        yield _draw_bar("bar", extent)
        if timing.approximate:
            yield _draw_bar("hatch", extent)
    yield from _draw_beyond(interval, extent, scale, is_day=is_day)
    if timing.deadline and scale.holds(interval.end or date.max):
        yield TimelineMark("due", spell(extent.end))


def _draw_beyond(interval: Interval, extent: Extent, scale: Scale, *, is_day: bool) -> Iterator[TimelineMark]:
    """That an interval goes on behind the scale, or began before it."""
    start, end = interval.start or date.min, interval.end or date.max
    is_outside = extent.start == extent.end
    if end > scale.last:
        yield TimelineMark("more" if is_outside else "open-end", "100%")
    if (end if is_day else start) < scale.first:
        yield TimelineMark("less" if is_outside else "open-start", "0%")


def _draw_bar(look: Look, extent: Extent) -> TimelineMark:
    width = max(NARROWEST, extent.end - extent.start)
    return TimelineMark(look, spell(min(extent.start, 100 - width)), spell(width))


def find_extent(interval: Interval, scale: Scale, *, is_deadline: bool = False) -> Extent:
    """From where to where an interval stands; a deadline without a start is its last day alone."""
    start, end = interval.start, interval.end
    if start is None and end is None:
        return Extent(0.0, 100.0)
    last = 100.0 if end is None else scale.place_end(end)
    if start is None:
        return Extent(last if is_deadline else 0.0, last)
    return Extent(scale.place(start), last)


def _draw_recurrence(timing: Timing, scale: Scale) -> Iterator[TimelineMark]:
    """A thin line over the time that it runs, and a tick for each time; without a start the times are not known."""
    extent = measure_timing(timing, scale) or Extent(0.0, 100.0)
    yield _draw_bar("run", extent)
    for day in find_ticks(timing, scale):
        yield TimelineMark("tick", spell(scale.place(day)))
    if any(interval.end is None for interval in timing.intervals) or not timing.intervals:
        yield TimelineMark("more", "100%")


def find_ticks(timing: Timing, scale: Scale) -> tuple[date, ...]:
    """The days of a recurrence that the scale shows; none where it has no start, or too many to tell apart."""
    return list_times(timing, Window(scale.first, scale.last), MOST_TICKS)


def measure_timing(timing: Timing, scale: Scale) -> Extent | None:
    """From where to where the marks of a timing stand; None where it has no place."""
    return join_extents(find_extent(each, scale, is_deadline=timing.deadline) for each in timing.intervals)


def join_extents(extents: Iterable[Extent]) -> Extent | None:
    """The extent that holds all of `extents`."""
    listed = list(extents)
    return Extent(min(each.start for each in listed), max(each.end for each in listed)) if listed else None


def draw_slip(old: Timing, new: Timing | None, scale: Scale) -> Iterator[TimelineMark]:
    """Where an item stood before, and the way from its old last day to its new one."""
    before = measure_timing(old, scale)
    after = measure_timing(new, scale) if new else None
    if before is None:
        return
    for interval in old.intervals:
        extent = find_extent(interval, scale, is_deadline=old.deadline)
        if old.deadline and interval.start is None:
            yield TimelineMark("old-due", spell(extent.end))
        else:
            yield _draw_bar("old-bar", extent)
    if new and after:
        yield from _draw_way(_find_due(old, before), _find_due(new, after))


def _find_due(timing: Timing, extent: Extent) -> float:
    """Where the day stands that a slip is measured on: the last, that of the start where the end is open."""
    return extent.start if any(interval.end is None for interval in timing.intervals) else extent.end


def _draw_way(old: float, new: float) -> Iterator[TimelineMark]:
    if abs(new - old) > NARROWEST:
        yield TimelineMark("way", spell(min(old, new)), spell(abs(new - old)))
        yield TimelineMark("later" if new > old else "earlier", spell(new))
