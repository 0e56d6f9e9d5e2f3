"""Years as they are written: 2022, '22, 2022/23, the financial year, the year of a quarter or a term."""

from __future__ import annotations

from typing import Final

from send_extract.values.timing.periods.model import Period, Read, Scan

MOST_MONTHS: Final = 12


# A two-digit number behind a month is a year when it is this near the plan's (a convention of the design).
_YEARS_BACK: Final = 3


_YEARS_AHEAD: Final = 5


YEAR_NAMES = {
    "fy": "financial",
    "ay": "academic",
    "financial": "financial",
    "fiscal": "financial",
    "academic": "academic",
    "school": "academic",
}


# Words that make the number before them a count (`6 times`), not a day or a year.
COUNTED = frozenset(
    "times x month months week weeks year years day days monthly weekly yearly per per".split()  # noqa: SIM905
)


def is_near(number: int, year: int | None) -> bool:
    """Whether a number of two digits is a year near the plan's, or there is no plan's year to tell."""
    return year is None or -_YEARS_BACK <= full_year(number, year) - year <= _YEARS_AHEAD


def full_year(number: int, near: int | None) -> int:
    """A year of two digits in full, in the plan's century or this one."""
    if number > 99:  # noqa: PLR2004 - already in full
        return number
    if near is None:
        return 2000 + number if number < 70 else 1900 + number  # noqa: PLR2004 - POSIX's pivot, nearly
    return min((century + number for century in (1900, 2000, 2100)), key=lambda year: abs(year - near))


def read_year(scan: Scan, at: int) -> Read | None:
    """`2022`, `2022 academic year`."""
    token = scan.tokens[at]
    if scan.word(at + 1) in {"academic", "financial", "school", "fiscal"}:
        named = YEAR_NAMES.get(scan.word(at + 1), "")
        behind = at + 3 if scan.word(at + 2) == "year" else at + 2
        return Period(named, year=token.number), behind
    return Period("year", year=token.number), at + 1


def read_years(scan: Scan, at: int) -> Read | None:
    """`2022/23`, `2022-23`, `22/23` (a financial year), `2023-2027` (calendar years)."""
    first, last, style = scan.tokens[at].numbers
    if last == first + 1:
        return _read_split_year(scan, at, first)
    if style == 1 and last < first and 1 <= last % 100 <= MOST_MONTHS:
        return Period("month", month=last % 100, year=first), at + 1  # ISO 8601's 2022-04
    if style and last > first:
        return Period("years", year=first, last_year=last), at + 1
    return None


def _read_split_year(scan: Scan, at: int, year: int) -> Read:
    """A year written as two, with what it is a year of behind it (`2022/23 academic year`, `2022/23 Q3`)."""
    if scan.kind(at + 1) == "quarter" and not is_pair(scan, at):
        return Period("quarter", number=scan.tokens[at + 1].number, year=year, style="split"), at + 2
    named = YEAR_NAMES.get(scan.word(at + 1))
    if named:
        return Period(named, year=year), at + 2 + (scan.word(at + 2) == "year")
    financial = Period("financial", year=year, other=Period("academic", year=year))
    if is_pair(scan, at):
        return Period("years", year=year, last_year=year + 1, other=financial._replace(other=None)), at + 1
    return financial, at + 1


def is_pair(scan: Scan, at: int) -> bool:
    """Whether the years at `at` are both in full with a dash between them: two years as likely as one."""
    return scan.tokens[at].numbers[2] == 2  # noqa: PLR2004 - the style of `2022-2023`


def read_named_year(scan: Scan, at: int) -> Read | None:
    """`FY 22/23`, `financial year 2022/23`, `academic year`, `calendar year 2022`, `the school year`."""
    word = scan.word(at)
    if word in {"fy", "ay"}:
        kind, behind = ("financial" if word == "fy" else "academic"), at + 1
    elif word in YEAR_NAMES and scan.word(at + 1) == "year":
        kind, behind = YEAR_NAMES[word], at + 2
    elif word == "calendar" and scan.word(at + 1) == "year":
        kind, behind = "year", at + 2
    elif word == "year" and scan.word(at + 1) == "end":
        return Period("financial", part="end"), at + 2
    else:
        return None
    while scan.kind(behind) == "colon" or scan.word(behind) == "of":
        behind += 1
    if scan.word(behind) == "end":
        year, style, behind = None, "end", behind + 1
        year_behind, _, end = read_year_of(scan, behind)
        return Period(kind, year=year_behind, part="end"), end if year_behind is not None else behind
    year, style, behind = read_year_of(scan, behind)
    return Period(kind, year=year, style=style if style == "split" else ""), behind


def read_year_of(scan: Scan, at: int) -> tuple[int | None, str, int]:
    """The year of a quarter or a term: 2022, 2022/23 (`split`), '22, 22."""
    start = at
    while scan.word(at) in {"of", "in"} or (scan.kind(at) in {"comma", "dash", "open"} and at == start):
        at += 1
    closing = 1 if scan.kind(start) == "open" else 0
    found = _read_year_number(scan, at)
    if not found or (closing and scan.kind(at + 1) != "close"):
        return None, "", start
    return *found, at + 1 + closing


def _read_year_number(scan: Scan, at: int) -> tuple[int, str] | None:
    kind = scan.kind(at)
    if kind in {"year", "short_year"}:
        return full_year(scan.tokens[at].number, scan.year), ""
    if kind == "years" and scan.tokens[at].numbers[1] == scan.tokens[at].numbers[0] + 1:
        return scan.tokens[at].numbers[0], "split"
    if kind == "number" and len(scan.tokens[at].text) == 2 and scan.word(at + 1) not in COUNTED:  # noqa: PLR2004
        number = scan.tokens[at].number
        follows_month = scan.kind(at + 1) == "month"
        return (
            (full_year(number, scan.year), "") if is_near(number, scan.year) and not follows_month else None
        )
    return None


def with_year(scan: Scan, at: int, period: Period) -> Read:
    """`period` with the year that stands at `at`, and the index behind; without one where none does."""
    for word in ("of", "the"):
        at += scan.word(at) == word and _is_year_ahead(scan, at + 1)
    word = scan.word(at)
    style = ""
    if word in YEAR_NAMES or word in {"fy", "ay"}:
        style = "split" if YEAR_NAMES.get(word, "financial") == "financial" and word != "ay" else "academic"
        at += 2 if scan.word(at + 1) == "year" else 1
    year, written, at = read_year_of(scan, at)
    return period._replace(year=year, style=style or written), at


def _is_year_ahead(scan: Scan, at: int) -> bool:
    return scan.kind(at) in {"year", "years", "short_year"} or scan.word(at) in {
        "the",
        "fy",
        "ay",
        *YEAR_NAMES,
    }
