"""The plan by month: what is due in each, what recurs, and what has no date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from send_extract.writers.agenda.items import Contents, PlanItem, Standing
from send_extract.writers.agenda.scale import Scale
from send_extract.writers.agenda.spans import Window, list_times

MOST_TIMES = 120
"""What recurs more often in the whole plan, or every month, is listed once and not month by month."""
UNDATED: dict[Standing, str] = {
    "contingent": "Waiting for something else",
    "said": "With a status and no date",
    "unread": "With a date that was not understood",
    "undated": "Without a date",
}
"""What stands behind the last month, by standing."""


class MonthLine(Struct, frozen=True):
    """An item in a month: the days on which it is due or takes place there, and what happens on them."""

    item: PlanItem
    verb: str
    days: tuple[date, ...] = ()


class MonthSheet(Struct, frozen=True):
    """A month, or what stands outside all months, with its items."""

    anchor: str
    name: str
    lines: tuple[MonthLine, ...]


def list_month_sheets(contents: Contents, scale: Scale | None) -> tuple[MonthSheet, ...]:
    """Each month in which something is due, then what recurs often or at no known day, then what has no date."""
    return (*_list_dated(contents, scale), *_list_rest(contents, scale))


def _list_dated(contents: Contents, scale: Scale | None) -> Iterator[MonthSheet]:
    months: defaultdict[date, list[MonthLine]] = defaultdict(list)
    for item in contents.items:
        for month, line in _list_lines(item, scale):
            months[month].append(line)
    for month in sorted(months):
        lines = sorted(months[month], key=lambda line: line.days[-1])
        yield MonthSheet(f"m-{month:%Y-%m}", f"{month:%B %Y}", tuple(lines))


def _list_lines(item: PlanItem, scale: Scale | None) -> Iterator[tuple[date, MonthLine]]:
    """The months in which an item is due or takes place; one that has no end, that in which it starts."""
    days: defaultdict[date, list[date]] = defaultdict(list)
    for day in list_days(item, scale):
        days[day.replace(day=1)].append(day)
    verb = "takes place" if item.standing == "recurring" else "is due"
    for month, found in days.items():
        yield month, MonthLine(item, verb, tuple(found))
    if not days and item.standing == "dated" and item.timing:
        starts = [interval.start for interval in item.timing.intervals if interval.start]
        for start in starts[:1]:
            yield start.replace(day=1), MonthLine(item, "starts", (start,))


def list_days(item: PlanItem, scale: Scale | None) -> tuple[date, ...]:
    """The days on which an item is due, or takes place where that is no more than monthly."""
    if item.timing is None or scale is None:
        return ()
    if item.standing != "recurring":
        return tuple(interval.end for interval in item.timing.intervals if interval.end)
    return list_times(item.timing, Window(scale.first, scale.last), min(scale.months - 1, MOST_TIMES))


def _list_rest(contents: Contents, scale: Scale | None) -> Iterator[MonthSheet]:
    often = [item for item in contents.items if item.standing == "recurring" and not list_days(item, scale)]
    groups: list[tuple[str, str, list[PlanItem]]] = [("recurring", "All through the plan", often)]
    for standing, name in UNDATED.items():
        groups.append((standing, name, [item for item in contents.items if item.standing == standing]))
    for anchor, name, items in groups:
        if items:
            yield MonthSheet(f"m-{anchor}", name, tuple(MonthLine(item, "") for item in items))
