"""The scale of a timeline: which months it shows, and where a day stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

LEAST_MONTHS = 12
"""A timeline shows a year at least: it is the year ahead that people ask about."""
LONG = 36
"""A timeline of more months than this leaves out a few far days, where most stand close together."""
MOST_OUTSIDE = 0.1
"""So great a share of the days may stand outside a long timeline, each with an arrow towards it."""
STEPS = ((18, 1), (48, 3), (120, 12))
"""Up to how many months each how many-th is named on the axis; beyond, every fifth year."""


class Tick(Struct, frozen=True):
    """A line of the axis: where it stands, and what its month or year is called, in full and cut short."""

    place: str
    name: str
    short: str


class Scale(Struct, frozen=True):
    """The days from `first` to `last`, both included, on a hundred parts of width."""

    first: date
    last: date

    @property
    def months(self) -> int:
        """How many months it shows."""
        return count_months(self.first, self.last) + 1

    def place(self, day: date) -> float:
        """Where a day begins; a day before or behind the scale stands at its end."""
        length = (self.last - self.first).days + 1
        return min(100.0, max(0.0, 100 * (day - self.first).days / length))

    def place_end(self, day: date) -> float:
        """Where a day ends."""
        return self.place(day + timedelta(days=1)) if day < date.max else 100.0

    def holds(self, day: date) -> bool:
        """Whether the scale shows a day."""
        return self.first <= day <= self.last


def count_months(first: date, last: date) -> int:
    """How many months `last` is after `first`."""
    return 12 * (last.year - first.year) + last.month - first.month


def add_months(day: date, months: int) -> date:
    """The first day of the month that is so many months after that of `day`, within what a calendar has."""
    number = min(max(12 * day.year + day.month - 1 + months, 12), 12 * 9999 + 11)
    return date(number // 12, number % 12 + 1, 1)


def last_of_month(day: date) -> date:
    """The last day of a day's month."""
    following = add_months(day, 1)
    return following - timedelta(days=1) if following > day else date.max


def make_scale(days: Iterable[date]) -> Scale | None:
    """The scale that shows `days`, in whole months; None where there are none."""
    known = list(days)
    if not known:
        return None
    first, last = _find_window(known)
    start = first.replace(day=1)
    return Scale(start, max(last_of_month(last), last_of_month(add_months(start, LEAST_MONTHS - 1))))


def _find_window(days: Sequence[date]) -> tuple[date, date]:
    """All the days, or the shortest window that holds most of them where that is less than half as long."""
    whole = min(days), max(days)
    months = count_months(*whole)
    if months < LONG:
        return whole
    kept, ordered = len(days) - int(len(days) * MOST_OUTSIDE), sorted(days)
    windows = zip(ordered, ordered[kept - 1 :], strict=False)
    first, last = min(windows, key=lambda window: (window[1] - window[0], window[0]))
    return (first, last) if count_months(first, last) < months / 2 else whole


def list_ticks(scale: Scale) -> Iterator[Tick]:
    """The lines of the axis, each with its name."""
    step = next((step for most, step in STEPS if scale.months <= most), 60)
    month = scale.first
    while month <= scale.last:
        if (12 * month.year + month.month - 1) % step == 0:
            name = f"{month:%b}" if step < 12 else f"{month.year}"
            yield Tick(spell(scale.place(month)), name, name[:1] if step < 12 else f"’{month:%y}")
        following = add_months(month, 1)
        if following <= month:
            return
        month = following


def list_years(scale: Scale) -> Iterator[Tick]:
    """The years of a scale of months, each where it begins on it; one too narrow for its name has none."""
    if scale.months > STEPS[1][0]:
        return
    for year in range(scale.first.year, scale.last.year + 1):
        start = max(scale.first, date(year, 1, 1))
        end = min(scale.last, date(year, 12, 31))
        wide = scale.place_end(end) - scale.place(start) > 6
        yield Tick(spell(scale.place(start)), str(year) if wide else "", str(year) if wide else "")


def spell(place: float) -> str:
    """A place on the scale as an address of SVG: `12.5%`."""
    return f"{place:.2f}".rstrip("0").rstrip(".") + "%"
