"""The timeline: every item on its months, by recommendation; what has no place there has a lane that says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from send_extract.values.timing import word_recurrence
from send_extract.writers.agenda.items import Contents, PlanItem, Standing
from send_extract.writers.agenda.scale import Scale, Tick, list_ticks, list_years, make_scale, spell
from send_extract.writers.agenda.spans import list_days
from send_extract.writers.page.news import NO_NEWS, News, Since
from send_extract.writers.page.timeline.marks import (
    Extent,
    TimelineMark,
    draw_slip,
    draw_timing,
    find_ticks,
    measure_timing,
)

LONGEST_LABEL = 24
"""Letters of a label beside a mark: of more, the rest is left to the row's own words."""
GAP, LETTER = 5, 2.3
"""What a label takes on a narrow screen, in hundredths of the width: the gap to its marks, and each letter."""
RIGHT, LEFT = 72, 28
"""Without so much, a label stands right of marks that end before here, left of those that begin after there; a narrow
screen has it below them."""


class TimelineLabel(Struct, frozen=True, gc=False):
    """The words beside the marks: where they stand, on which side of it, whether a narrow screen ends before."""

    text: str
    place: str
    side: str
    is_far: bool = False


class TimelineRow(Struct, frozen=True, gc=False):
    """An item on the timeline: its marks with their label, or the lane that it stands in and why."""

    item: PlanItem
    said: str
    marks: tuple[TimelineMark, ...] = ()
    label: TimelineLabel | None = None
    lane: Standing | None = None


class Band(NamedTuple):
    """The items of one recommendation; `section` is that of the plan which begins with it, None where none does."""

    anchor: str
    number: str
    text: str
    section: str | None
    rows: tuple[TimelineRow, ...]

    @property
    def is_headed(self) -> bool:
        """Whether the recommendation has a row above those of its actions: where it has none, its own row says it."""
        return self.rows[0].item.action is not None and bool(self.text or self.rows[1:])


class Timeline(NamedTuple):
    """The scale with its lines, and the items by recommendation; without a scale all stand in lanes."""

    scale: Scale | None
    ticks: tuple[Tick, ...]
    years: tuple[Tick, ...]
    dated: str | None
    bands: tuple[Band, ...]
    looks: frozenset[str]


def draw_timeline(contents: Contents, since: Since, day: date | None) -> Timeline:
    """The timeline of a plan; `day` is the one that it counts from, a line of its own where the scale shows it."""
    scale = make_scale(_list_days(contents.items, since))
    bands = tuple(_draw_bands(contents.items, since, scale))
    return Timeline(
        scale=scale,
        ticks=tuple(list_ticks(scale)) if scale else (),
        years=tuple(list_years(scale)) if scale else (),
        dated=spell(scale.place(day)) if scale and day and scale.holds(day) else None,
        bands=bands,
        looks=frozenset(_list_looks(bands)),
    )


def _list_looks(bands: Iterable[Band]) -> Iterator[str]:
    """What the key has to explain: the marks and the lanes that there are."""
    for band in bands:
        for row in band.rows:
            yield from (mark.look for mark in row.marks)
            yield from [row.lane] if row.lane else []


def _list_days(items: Iterable[PlanItem], since: Since) -> Iterator[date]:
    """Every day that the scale should show."""
    for item in items:
        yield from list_days(item.timing)
        yield from list_days(since.get(item.place, NO_NEWS).old)


def _draw_bands(items: Iterable[PlanItem], since: Since, scale: Scale | None) -> Iterator[Band]:
    before = None
    for anchor, group in groupby(items, key=lambda item: item.parent):
        theirs = list(group)
        record = theirs[0].record
        rows = tuple(_draw_row(item, since.get(item.place, NO_NEWS), scale) for item in theirs)
        section = record.section if record.section != before else None
        before = record.section
        yield Band(anchor, record.number, record.text, section, rows)


def _draw_row(item: PlanItem, news: News, scale: Scale | None) -> TimelineRow:
    timing = item.timing
    owners = ", ".join(item.names)
    said = ", ".join(filter(None, (item.words or item.when.text, owners, news.length)))
    if timing is None or scale is None or item.standing not in {"dated", "recurring"}:
        return TimelineRow(item, _say_lane(item), lane=item.standing)
    slips = tuple(draw_slip(news.old, timing, scale)) if news.old else ()
    is_solid = item.standing == "dated" and len(timing.intervals) == 1 and not timing.approximate
    extent = measure_timing(timing, scale) or Extent(0.0, 100.0)
    label = _place_label(_name(item, owners, news, scale), extent, is_solid=is_solid)
    return TimelineRow(item, said, (*slips, *draw_timing(timing, scale)), label)


def _say_lane(item: PlanItem) -> str:
    """Why an item has no place on the timeline."""
    if item.standing == "unread":
        return f"“{' '.join(item.when.text.split())}” is not understood"
    return item.words or "no date"


def _name(item: PlanItem, owners: str, news: News, scale: Scale) -> str:
    """The words beside an item's marks: whose it is, and what the marks alone do not say."""
    short = owners if len(owners) <= LONGEST_LABEL else f"{_cut_words(owners[:LONGEST_LABEL])}…"
    timing = item.timing
    is_counted = timing is not None and item.standing == "recurring" and not find_ticks(timing, scale)
    rhythm = word_recurrence(timing) if timing and is_counted else ""
    return ", ".join(filter(None, (short, rhythm, news.length)))


def _cut_words(text: str) -> str:
    """A text that was cut in a word, without that word where there are others."""
    return (text.rpartition(" ")[0] or text[:-1]).rstrip(" ,")


def _place_label(text: str, extent: Extent, *, is_solid: bool) -> TimelineLabel | None:
    if not text:
        return None
    needed = GAP + LETTER * len(text)
    for right, left, is_far in ((100 - needed, needed, False), (RIGHT, LEFT, True)):
        if extent.end <= right:
            return TimelineLabel(text, spell(extent.end), "right", is_far)
        if extent.start >= left:
            return TimelineLabel(text, spell(extent.start), "left", is_far)
    is_held = is_solid and extent.end - extent.start >= needed
    side = "on" if is_held else "over"
    return TimelineLabel(text, spell(extent.start), side, extent.start + needed > 100)
