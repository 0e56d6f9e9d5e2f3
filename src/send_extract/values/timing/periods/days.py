"""Days and months as they are written, with the year behind them."""

from __future__ import annotations

from typing import Final

from send_extract.values.timing.periods.model import Period, Read, Scan
from send_extract.values.timing.periods.years import COUNTED, MOST_MONTHS, full_year, is_near, is_pair
from send_extract.values.timing.tokens import NEW_LINE

MOST_DAYS: Final = 31


def read_date(scan: Scan, at: int) -> Read | None:
    """`1.4.22`, `01/04/2022`, `2022-04-01`: the day before the month, as in the United Kingdom."""
    day, month, year = scan.tokens[at].numbers
    return Period("day", month=month, day=day, year=full_year(year, scan.year)), at + 1


def read_day_month(scan: Scan, at: int) -> Read | None:
    """`25/03`, where the first number is too large for a month; `04/22`, where the second is, and is a year."""
    day, month = scan.tokens[at].numbers
    if 1 <= day <= MOST_MONTHS < month and scan.year is not None and is_near(month, scan.year):
        return Period("month", month=day, year=full_year(month, scan.year)), at + 1
    if month == day + 1 and scan.year is not None and is_near(day, scan.year):
        other = Period("day", month=month, day=day) if month <= MOST_MONTHS else None
        return Period("financial", year=full_year(day, scan.year), other=other), at + 1
    if (
        scan.tokens[at].text == "24/7"
        or day <= MOST_MONTHS
        or day > MOST_DAYS
        or not 1 <= month <= MOST_MONTHS
    ):
        return None
    return Period("day", month=month, day=day), at + 1


def read_month_year(scan: Scan, at: int) -> Read | None:
    """`03/2022`."""
    month, year = scan.tokens[at].numbers
    return Period("month", month=month, year=year), at + 1


def read_day(scan: Scan, at: int) -> Read | None:
    """`14 March`, `31st March 2023`, `31 Mar 17`, `14th of March`, `14-Mar-22`."""
    day = scan.tokens[at].number
    behind = at + 1
    while scan.word(behind) in {"of", "day"} or _is_tight_mark(scan, behind):
        behind += 1
    if not 1 <= day <= MOST_DAYS or scan.kind(behind) != "month":
        return None
    month = scan.tokens[behind].number
    year, behind = _read_year_after(scan, behind + 1, after_day=True)
    return Period("day", month=month, day=day, year=year[0], style=year[1]), behind


def _is_tight_mark(scan: Scan, at: int) -> bool:
    return scan.kind(at) in {"dash", "slash", "dot"} and scan.tokens[at].gap == 0


def read_month(scan: Scan, at: int) -> Read | None:
    """`Jan`, `March`, `Sept 2022`, `Sep-22`, `Sept '22`, `May 25`, `March 14th 2022`, `Jan 2022/23`."""
    month = scan.tokens[at].number
    behind = at + 2 if scan.kind(at + 1) == "dot" and scan.tokens[at + 1].gap == 0 else at + 1
    day = _read_day_after(scan, behind, month)
    if day:
        return day
    year, end = _read_year_after(scan, behind, after_day=False)
    other = None
    if year[1] == "near":
        # A number of one or two digits that is near the plan's year, and could be the day.
        number = (year[0] or 0) % 100
        is_plain = scan.year is not None and abs((year[0] or 0) - scan.year) <= 1
        other = (
            None if is_plain or number > MOST_DAYS or not number else Period("day", month=month, day=number)
        )
    return Period(
        "month", month=month, year=year[0], style="" if year[1] == "near" else year[1], other=other
    ), end


def _read_day_after(scan: Scan, at: int, month: int) -> Read | None:
    """The day of `March 14th 2022`, `March 14, 2022`, or of `March 14` where 14 is no year near the plan's."""
    kind = scan.kind(at)
    if kind not in {"number", "ordinal"} or not 1 <= scan.tokens[at].number <= MOST_DAYS:
        return None
    if scan.tokens[at].gap == NEW_LINE or scan.kind(at + 1) == "month" or scan.word(at + 1) in COUNTED:
        return None
    day = scan.tokens[at].number
    behind = at + 2 if scan.kind(at + 1) == "comma" else at + 1
    if scan.kind(behind) == "year":
        return Period("day", month=month, day=day, year=scan.tokens[behind].number), behind + 1
    if kind == "ordinal" or len(scan.tokens[at].text) == 1 or not is_near(day, scan.year):
        return Period("day", month=month, day=day), at + 1
    return None


def _read_year_after(scan: Scan, at: int, *, after_day: bool) -> tuple[tuple[int | None, str], int]:
    """The year behind a month, how it is written (`near`: two digits alone), and the index behind it."""
    none = (None, ""), at
    if scan.kind(at) == "dot" and scan.tokens[at].gap == 0:
        at += 1
    tight = _is_tight_mark(scan, at) and at + 1 < len(scan.tokens) and scan.tokens[at + 1].gap == 0
    if tight or scan.kind(at) == "comma" or scan.word(at) in {"of", "in"}:
        at += 1
    kind = scan.kind(at)
    if kind in {"year", "short_year"}:
        return (full_year(scan.tokens[at].number, scan.year), ""), at + 1
    if (
        kind == "years"
        and scan.tokens[at].numbers[1] == scan.tokens[at].numbers[0] + 1
        and not is_pair(scan, at)
    ):
        return (scan.tokens[at].numbers[0], "split"), at + 1
    if kind == "number" and not (tight is False and at != none[1] and scan.kind(at - 1) != "dot"):
        return _read_short_year(scan, at, tight or after_day) or none
    return none


def _read_short_year(scan: Scan, at: int, certain: bool) -> tuple[tuple[int | None, str], int] | None:  # noqa: FBT001
    token = scan.tokens[at]
    if len(token.text) != 2 or token.gap == NEW_LINE or scan.word(at + 1) in COUNTED:  # noqa: PLR2004 - digits
        return None
    if scan.kind(at + 1) == "month" and not certain:
        return None
    if certain or is_near(token.number, scan.year):
        return (full_year(token.number, scan.year), "" if certain else "near"), at + 1
    return None
