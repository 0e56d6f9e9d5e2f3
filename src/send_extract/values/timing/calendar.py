"""Days of the calendar that timings are made of: months, financial and school years, terms, holidays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from send_extract.values.timing.context import TermDates

Stretch = tuple[date, date]
"""The first and the last day."""

ONE_DAY: Final = timedelta(days=1)
MONTHS_A_YEAR: Final = 12
QUARTERS: Final = 4
MOST_DAYS: Final = 31
# Where a month and a year are cut in halves and thirds: behind so many days, and months.
_CUT_DAYS: Final = {2: (15,), 3: (10, 20)}
_CUT_MONTHS: Final = {2: (6,), 3: (3, 9)}


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    if (year, month) == (date.max.year, MONTHS_A_YEAR):
        return date.max
    return date(year + month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1) - ONE_DAY


def months(year: int, first: int, last: int) -> Stretch:
    """From the first day of month `first` to the last of `last`, in the next year where `last` is the smaller."""
    return date(year, first, 1), month_end(year + (last < first), last)


def add_months(day: date, count: int) -> date:
    """`day` so many months on, or the last day of that month where it has no such day."""
    index = day.year * MONTHS_A_YEAR + day.month - 1 + count
    year, month = divmod(index, MONTHS_A_YEAR)
    try:
        return day.replace(year=year, month=month + 1)
    except ValueError:
        return month_end(year, month + 1)


def year_about(day: date, start_month: int) -> int:
    """The calendar year in which the year about `day` begins."""
    return day.year - (day.month < start_month)


def financial_year(year: int, start_month: int) -> Stretch:
    """The financial year that begins in `year`: in the United Kingdom's councils 1 April to 31 March."""
    first = date(year, start_month, 1)
    return first, add_months(first, MONTHS_A_YEAR) - ONE_DAY


@lru_cache(maxsize=256)
def easter_sunday(year: int) -> date:
    """Easter Sunday of the Western churches."""
    from dateutil.easter import easter

    return easter(year)


def _week_of(day: date) -> Stretch:
    """Monday to Friday of the week that `day` is in."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=4)


def _easter_holiday(year: int) -> Stretch:
    easter = easter_sunday(year)
    return easter - timedelta(days=6), easter + timedelta(days=7)


NAMED: Final[dict[str, tuple[int, Callable[[int], Stretch]]]] = {
    "autumn": (9, lambda year: months(year, 9, 12)),
    "spring": (1, lambda year: (date(year, 1, 1), easter_sunday(year))),
    "summer": (4, lambda year: (easter_sunday(year) + ONE_DAY, date(year, 7, 31))),
    "ht1": (9, lambda year: months(year, 9, 10)),
    "ht2": (11, lambda year: months(year, 11, 12)),
    "ht3": (1, lambda year: (date(year, 1, 1), date(year, 2, 15))),
    "ht4": (2, lambda year: (date(year, 2, 16), easter_sunday(year))),
    "ht5": (4, lambda year: (easter_sunday(year) + ONE_DAY, date(year, 5, 31))),
    "ht6": (6, lambda year: months(year, 6, 7)),
    "february half term": (2, lambda year: _week_of(date(year, 2, 15))),
    # A week is full where its Friday is still in the month.
    "october half term": (10, lambda year: _week_of(date(year, 10, 27))),
    "may half term": (5, lambda year: _week_of(date(year, 5, 31))),
    "easter": (4, lambda year: (easter_sunday(year), easter_sunday(year))),
    "easter holiday": (4, _easter_holiday),
    "christmas": (12, lambda year: (date(year, 12, 25), date(year, 12, 25))),
    "christmas holiday": (12, lambda year: (date(year, 12, 20), date(year + 1, 1, 3))),
    "summer holiday": (7, lambda year: (date(year, 7, 25), date(year, 8, 31))),
}  # fmt: skip
"""Terms, half-terms, holidays and feasts by convention (design, section 3): the month in which each begins, its days.

Terms move with each authority's own dates; the half-terms about February meet in its middle.
"""


def part_of(days: Stretch, part: str, unit: str) -> Stretch:
    """Part `early`, `mid`, `late`, `start`, `end`, `first half` … of `days`.

    Thirds of a month end on its 10th and 20th; of a year `early` and `late` are a quarter each; of anything
    else they are thirds, of a quarter its months. `start` is as long as `early`, `first day` and `end` are a day.
    """
    first, last = days
    if part in {"first day", "end"}:
        return (first, first) if part == "first day" else (last, last)
    part = {"start": "early", "later": "second half"}.get(part, part)
    if part in {"first half", "second half"}:
        middle = _cut(days, unit, 2)[0]
        return (first, middle - ONE_DAY) if part == "first half" else (middle, last)
    second, third = _cut(days, unit, 3)
    begin = {"early": first, "mid": second, "late": third}
    finish = {"early": second - ONE_DAY, "mid": third - ONE_DAY, "late": last}
    early, _, late = part.partition(" to ")
    return begin[early], finish[late or early]


def _cut(days: Stretch, unit: str, count: int) -> Sequence[date]:
    """The first day of the second half of `days`, or of the second and the last third; whole months where they are."""
    first, behind = days[0], days[1] + ONE_DAY
    if unit == "month":
        return [first + timedelta(days=number) for number in _CUT_DAYS[count]]
    if unit == "year":
        return [add_months(first, number) for number in _CUT_MONTHS[count]]
    size, rest = divmod((behind.year - first.year) * MONTHS_A_YEAR + behind.month - first.month, count)
    is_months = first.day == behind.day == 1 and not rest
    places = range(1, count)
    length = (behind - first) // count
    return [add_months(first, size * place) if is_months else first + length * place for place in places]


def known_term(terms: tuple[TermDates, ...], year: int, name: str) -> Stretch | None:
    """The dates of a term from the settings; `year` is the calendar year in which the term begins."""
    known = (term for term in terms if term.term == name and term.start.year == year)
    return next(((term.start, term.end) for term in known), None)
