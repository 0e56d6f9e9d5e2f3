"""Days of the calendar that timings are made of: months, financial and school years, terms, holidays.

Every function gives the first and the last day, both included.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from send_extract.values.timing.context import TermDates

Days = tuple[date, date]

ONE_DAY: Final = timedelta(days=1)
_MONTHS_A_YEAR: Final = 12
# Where a month and a year are cut in halves and thirds: behind so many days, and months.
_CUT_DAYS: Final = {2: (15,), 3: (10, 20)}
_CUT_MONTHS: Final = {2: (6,), 3: (3, 9)}
# Half-terms by their months (design, section 3); the two about February half-term meet on the day in its
# middle.
_MID_FEBRUARY: Final = 15


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1, 1) - ONE_DAY


def months(year: int, first: int, last: int) -> Days:
    """From the first day of month `first` to the last of `last`, in the next year where `last` is the smaller."""
    return date(year, first, 1), month_end(year + (last < first), last)


def add_months(day: date, count: int) -> date:
    """`day` so many months on, or the last day of that month where it has no such day."""
    index = day.year * _MONTHS_A_YEAR + day.month - 1 + count
    year, month = divmod(index, _MONTHS_A_YEAR)
    try:
        return day.replace(year=year, month=month + 1)
    except ValueError:
        return month_end(year, month + 1)


def financial_year(year: int, start_month: int) -> Days:
    """The financial year that begins in `year`: in the United Kingdom's councils 1 April to 31 March."""
    first = date(year, start_month, 1)
    return first, add_months(first, _MONTHS_A_YEAR) - ONE_DAY


@lru_cache(maxsize=256)
def easter_sunday(year: int) -> date:
    """Easter Sunday of the Western churches."""
    from dateutil.easter import easter

    return easter(year)


def term(year: int, name: str) -> Days:
    """A school term of the calendar year `year` by convention: it moves with each authority's own dates."""
    easter = easter_sunday(year)
    return {
        "autumn": (date(year, 9, 1), date(year, 12, 31)),
        "spring": (date(year, 1, 1), easter),
        "summer": (easter + ONE_DAY, date(year, 7, 31)),
    }[name]


def half_term(year: int, number: int) -> Days:
    """Half-term `number` (1 to 6) that falls in the calendar year `year`, by convention."""
    if number in {3, 4}:
        middle = date(year, 2, _MID_FEBRUARY)
        return (date(year, 1, 1), middle) if number == 3 else (middle + ONE_DAY, easter_sunday(year))
    return {
        1: (date(year, 9, 1), date(year, 10, 31)),
        2: (date(year, 11, 1), date(year, 12, 31)),
        5: (easter_sunday(year) + ONE_DAY, date(year, 5, 31)),
        6: (date(year, 6, 1), date(year, 7, 31)),
    }[number]


def half_term_holiday(year: int, name: str) -> Days:
    """Monday to Friday of a half-term holiday: about 15 February, the last full week of October, late May."""
    if name == "february":
        monday = _monday_of(date(year, 2, _MID_FEBRUARY))
    elif name == "october":
        # A week is full where its Friday is still in the month.
        monday = _monday_of(date(year, 10, 31) - timedelta(days=4))
    else:
        monday = _monday_of(date(year, 5, 31))
    return monday, monday + timedelta(days=4)


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def holiday(year: int, name: str) -> Days:
    """A holiday that people date things by; school holidays are approximate."""
    easter = easter_sunday(year)
    return {
        "easter": (easter, easter),
        "easter holiday": (easter - timedelta(days=6), easter + timedelta(days=7)),
        "christmas": (date(year, 12, 25), date(year, 12, 25)),
        "christmas holiday": (date(year, 12, 20), date(year + 1, 1, 3)),
        "summer holiday": (date(year, 7, 25), date(year, 8, 31)),
    }[name]


def part_of(days: Days, part: str, unit: str) -> Days:
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


def _cut(days: Days, unit: str, count: int) -> Sequence[date]:
    """The first day of the second half of `days`, or of the second and the last third; whole months where they are."""
    first, behind = days[0], days[1] + ONE_DAY
    if unit == "month":
        return [first + timedelta(days=number) for number in _CUT_DAYS[count]]
    if unit == "year":
        return [add_months(first, number) for number in _CUT_MONTHS[count]]
    size, rest = divmod((behind.year - first.year) * _MONTHS_A_YEAR + behind.month - first.month, count)
    is_months = first.day == behind.day == 1 and not rest
    places = range(1, count)
    length = (behind - first) // count
    return [add_months(first, size * place) if is_months else first + length * place for place in places]


def known_term(terms: tuple[TermDates, ...], year: int, name: str) -> Days | None:
    """The dates of a term from the settings; `year` is the calendar year in which the term begins."""
    for known in terms:
        if known.term == name and known.start.year == year:
            return known.start, known.end
    return None
