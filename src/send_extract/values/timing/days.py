"""What the rules of days and months make of the figures and names that they find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from send_extract.values.timing.calendar import MONTHS_A_YEAR, MOST_DAYS
from send_extract.values.timing.dates import list_spans
from send_extract.values.timing.making import is_on_new_line, make_period, read_year
from send_extract.values.timing.period import Period, full_year, is_near

if TYPE_CHECKING:
    from send_extract.values.timing.rules import Made, Match

_ALWAYS: Final = (24, 7)
_FRACTION: Final = frozenset(["of", "bound", "word", "percent"])


def make_date(match: Match) -> Made:
    """`1.4.22`, `01/04/2022`, `2022-04-01`: the day before the month, as in the United Kingdom."""
    day, month, year = match.named["date"]
    return Period("day", month=month, day=day, year=full_year(year, match.year), weekday=match.get("weekday"))


def make_figures(match: Match) -> Made:
    """`12/02-16/02/24`, `12-16/2/24`, `28/12/24-3/1`: days in figures, of which one has the year for all."""
    found = [day for item in match.items if (day := _read_figures(item.senses))]
    whole = next(day for day in found if len(day) > 2)
    pairs, days = [day for day in found if len(day) == 2], [day[0] for day in found]
    is_plain = days == sorted(days) and _is_tight(match) if not pairs else all(map(_is_possible, pairs))
    if not is_plain:
        return None
    year = full_year(whole[2], match.year)

    def make(day: tuple[int, ...]) -> Period:
        return Period("day", day=day[0], month=(*day, whole[1])[1], year=year if day == whole else None)

    return list_spans(match.items, _read_figures, make)


def _read_figures(senses: Mapping[str, Any]) -> tuple[int, ...] | None:
    """A date, a day and its month, or a day alone."""
    day = (senses["day_number"],) if "day_number" in senses else None
    return senses.get("date") or senses.get("day_month") or day


def _is_possible(pair: Sequence[int]) -> bool:
    """Whether two numbers can be a day and its month (`24/7` is always)."""
    return 0 < pair[0] <= MOST_DAYS and 0 < pair[1] <= MONTHS_A_YEAR and tuple(pair) != _ALWAYS


def _is_tight(match: Match) -> bool:
    """Whether numbers before a date are its days, and no number of what it is the date of (`Action 3 - 16/2/24`)."""
    is_led = match.is_first or ("bound" in match.before and "thing" not in match.before)
    is_tight = all("tight" in item.senses for item in match.items if "dash" in item.senses)
    return is_led and is_tight and not match.tokens[-1].text[:4].isdigit()


def make_days(match: Match) -> Made:
    """`7-9 June 2024`, `3, 5 and 7 May`, `1st/8th June`: days whose month stands once."""
    year, style = read_year(match, certain=True) or (None, "")
    one = Period("day", month=match.named["month"], year=year, style=style)
    at = next(place for place, item in enumerate(match.items) if "month" in item.senses)
    days = match.items[:at] or match.items[1:]
    return list_spans(days, lambda senses: senses.get("day_number"), lambda day: replace(one, day=day))


def make_months_day(match: Match) -> Made:
    """`15th of Sept, Oct and Nov`: a day of each month."""
    year, style = read_year(match) or (None, "")
    one = Period("day", day=match.named["day"], year=year, style=style)
    return list_spans(
        match.items, lambda senses: senses.get("month"), lambda month: replace(one, month=month)
    )


def make_month_or_day(match: Match) -> Made:
    """`May 25`: a year where it is near the plan's or written as one, else a day."""
    number, month = match.named["short"], match.named["month"]
    if is_on_new_line(match):
        return None
    is_tight = "tight" in match.items[-2].senses
    day = Period("day", month=month, day=number) if 0 < number <= MOST_DAYS else None
    if not is_tight and not is_near(number, match.year):
        return day
    year = full_year(number, match.year)
    is_plain = is_tight or (match.year is not None and abs(year - match.year) <= 1)
    return Period("month", month=month, year=year, other=None if is_plain else day)


def make_month_and_day(match: Match) -> Made:
    """`May 6`, `March 14th`."""
    return None if is_on_new_line(match) else make_period(match, "day")


def make_day_month(match: Match) -> Made:
    """`25/03`, where the first number is too large for a month; `04/22`, where the second is, and is a year."""
    first, second = match.named["day_month"]
    near = match.year is not None
    if near and is_near(first, match.year) and second == first + 1:
        other = Period("day", month=second, day=first) if second <= MONTHS_A_YEAR else None
        return Period("financial", year=full_year(first, match.year), other=other)
    if not 1 <= second <= MONTHS_A_YEAR:
        is_month = near and 1 <= first <= MONTHS_A_YEAR and is_near(second, match.year)
        return Period("month", month=first, year=full_year(second, match.year)) if is_month else None
    is_led = "week_of" in match.before and _is_possible((first, second))  # `w/c 10/6`
    is_sure = is_led or _is_day_month(first, second) or "weekday" in match.named or _is_listed(match)
    return make_period(match, "day", month=second, day=first) if is_sure else None


def _is_day_month(first: int, second: int) -> bool:
    """Whether two numbers can only be a day and its month."""
    return first > MONTHS_A_YEAR and _is_possible((first, second))


def _is_listed(match: Match) -> bool:
    """Whether another pair of numbers in the cell can only be a day and its month (`2/5, then 30/5`).

    A fraction is told by what it is of, or when (`3/4 of staff by 20/5`).
    """
    pairs = [item.senses["day_month"] for item in match.spelling.items if "day_month" in item.senses]
    return _FRACTION.isdisjoint(match.behind) and any(_is_day_month(*pair) for pair in pairs)


def make_month_year(match: Match) -> Made:
    """`03/2022`, and ISO 8601's `2022-04`."""
    iso = match.get("iso_month")
    month, year = (iso[1] % 100, iso[0]) if iso else match.named["month_year"]
    return Period("month", month=month, year=year) if 1 <= month <= MONTHS_A_YEAR else None
