"""The year that stands once for several periods (`May / Nov 2022`, `Sept 2022 – March`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.values.timing.dates.model import Item

if TYPE_CHECKING:
    from send_extract.values.timing.periods import Period


def fill_years(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Give a period without a year the year of the next that has one, else of the one before, so that they rise."""
    items = _repeat_months(_narrow(items))
    periods = _same_terms([period for item in items for period in item if period])
    if len(periods) < 2:  # noqa: PLR2004 - one stands alone
        return items
    if all(period.year is not None for period in periods):
        periods = [period._replace(other=None) if period.kind == "month" else period for period in periods]
    else:
        _fill_backwards(periods)
        _fill_forwards(periods)
    filled = iter(periods)
    return tuple(Item(next(filled), next(filled) if item.last else None) for item in items)


_WHOLES = frozenset(["year", "financial", "academic"])
_FINER = frozenset(["quarter", "month", "term", "half_term", "season"])


def is_finer(period: Period, whole: Period) -> bool:
    """Whether a period without a year is a part of a year that stands beside it (`2022/23, Q3`)."""
    is_whole = whole.kind in _WHOLES and whole.year is not None and not whole.part
    return is_whole and period.kind in _FINER and period.year is None


def narrow_period(period: Period, whole: Period) -> Period:
    """`period` in the year of `whole`."""
    style = {"financial": "split", "academic": "academic"}.get(whole.kind, "")
    return _with_year(period, whole.year or 0, style)


def _narrow(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """`2022/23 - Q3` and `2022, March` are the quarter and the month of that year."""
    if len(items) == 1 and items[0].last and is_finer(items[0].last, items[0].first):
        return (Item(narrow_period(items[0].last, items[0].first)),)
    if len(items) == 2 and not items[0].last and is_finer(items[1].first, items[0].first):  # noqa: PLR2004 - a pair
        last = items[1].last
        whole = items[0].first
        return (Item(narrow_period(items[1].first, whole), last and narrow_period(last, whole)),)
    return items


def _repeat_months(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """`April 2022, 2023 and 2024` is April of each year."""
    repeated: list[Item] = []
    for item in items:
        before = repeated[-1] if repeated else None
        is_year = item.first.kind == "year" and item.last is None and not item.first.part
        if (
            before
            and is_year
            and before.first.kind in {"month", "day"}
            and not before.last
            and before.first.year
        ):
            repeated.append(Item(before.first._replace(year=item.first.year, other=None, weekday=None)))
        else:
            repeated.append(item)
    return tuple(repeated)


def _same_terms(periods: list[Period]) -> list[Period]:
    """In `Autumn and Spring terms`, the word behind the last says what the first is."""
    explicit = any(period.kind == "term" and period.other is None for period in periods)
    return [
        period._replace(other=None) if explicit and period.kind == "term" else period for period in periods
    ]


def _fill_backwards(periods: list[Period]) -> None:
    for place in range(len(periods) - 2, -1, -1):
        period, following = periods[place], periods[place + 1]
        if period.year is None and following.year is not None and period.kind != "relative":
            year = following.year - (not following.style and _order(period) > _order(following))
            periods[place] = _with_year(period, year, following.style)


def _fill_forwards(periods: list[Period]) -> None:
    for place in range(1, len(periods)):
        period, previous = periods[place], periods[place - 1]
        if period.year is None and previous.year is not None and period.kind != "relative":
            year = previous.year + (not previous.style and _order(period) < _order(previous))
            periods[place] = _with_year(period, year, previous.style)


def _with_year(period: Period, year: int, style: str) -> Period:
    other = period.other._replace(year=year, style=style) if period.other else None
    return period._replace(year=year, style=style, other=other)


_STARTS = {
    "autumn": 9,
    "spring": 1,
    "summer": 4,
    "winter": 12,
    "easter": 4,
    "christmas": 12,
    "october": 10,
    "may": 5,
}


_HALF_TERM_STARTS = (9, 11, 1, 2, 4, 6)


def _order(period: Period) -> tuple[int, int]:
    """Where in the year a period stands, to tell which of two comes first."""
    if period.kind == "quarter":
        return 3 * period.number, 0
    if period.kind == "half_term":
        return _HALF_TERM_STARTS[period.number - 1], 0
    if period.name:
        return _STARTS.get(period.name.partition(" ")[0], 2), 0
    return period.month, period.day
