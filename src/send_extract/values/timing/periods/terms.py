"""Quarters, school terms, half-terms, seasons and holidays as they are written."""

from __future__ import annotations

from send_extract.values.timing.periods.days import read_month
from send_extract.values.timing.periods.model import Period, Read, Scan, past_hyphen
from send_extract.values.timing.periods.years import COUNTED, read_year_of, with_year
from send_extract.values.timing.words import HALF_TERM_HOLIDAYS, NUMBERS, SEASONS, TERMS


def read_quarter(scan: Scan, at: int) -> Read | None:
    """`Q3 22/23`, `Quarter 1 of 2022/23`, `Q2`; a year alone leaves open which year's quarter it is."""
    return with_year(scan, at + 1, Period("quarter", number=scan.tokens[at].number))


def read_quarter_words(scan: Scan, at: int) -> Read | None:
    """`quarter one`, `Qtr. four`."""
    number = NUMBERS.get(scan.word(at + 1), 0)
    if scan.word(at) not in {"quarter", "qtr"} or not 1 <= number <= 4 or scan.word(at + 1) == "a":  # noqa: PLR2004
        return None
    return with_year(scan, at + 2, Period("quarter", number=number))


def read_half(scan: Scan, at: int) -> Read | None:
    """`H1 2022`, `H2 22/23`: halves of a year."""
    half = "first half" if scan.tokens[at].number == 1 else "second half"
    year, style, behind = read_year_of(scan, at + 1)
    return Period("financial" if style == "split" else "year", year=year, part=half), behind


def read_half_term_number(scan: Scan, at: int) -> Read | None:
    """`HT4`, `half term 4`."""
    return with_year(scan, at + 1, Period("half_term", number=scan.tokens[at].number))


def read_term(scan: Scan, at: int) -> Read | None:
    """`Autumn Term 2022`, `Spring 2023`, `summer half-term`, `Autumn 2`, `summer holidays`, `Winter 2022`."""
    word = scan.word(at)
    if word not in SEASONS and word not in TERMS:
        return None
    if scan.word(at + 1) in HOLIDAYS and word == "summer":
        return with_year(scan, at + 2, Period("holiday", name="summer holiday"))
    if _is_half_term(scan, at + 1):
        return _read_half_term_holiday(scan, at, HALF_TERM_HOLIDAYS.get(word))
    name = TERMS.get(word)
    if not name:
        return with_year(scan, at + 1, Period("season", name=word))
    return _read_half_of_term(scan, at + 1, name) or _read_whole_term(scan, at + 1, name)


def _read_whole_term(scan: Scan, behind: int, name: str) -> Read:
    """The term `name`, or, where the word *term* is missing, perhaps the season."""
    explicit = scan.word(behind) in {"term", "terms"}
    behind += explicit
    word = scan.word(behind - 1 - explicit)
    period = Period("term", name=name, other=None if explicit else Period("season", name=word))
    found, behind = with_year(scan, behind, period)
    if found.other:
        found = found._replace(other=found.other._replace(year=found.year, style=found.style))
    if not explicit and scan.word(behind) == "term":
        return found._replace(other=None), behind + 1
    return found, behind


_HALF_TERMS = {"autumn": 1, "spring": 3, "summer": 5}


def _read_half_of_term(scan: Scan, at: int, name: str) -> Read | None:
    """`Autumn 2`, `Spring term 1`, `Autumn half term 2`: the first or second half of a term."""
    at += scan.word(at) == "term"
    token = scan.tokens[at] if at < len(scan.tokens) else None
    is_half = token is not None and token.kind in {"number", "half_term"} and token.number in {1, 2}
    if not token or not is_half or len(token.text) == 2 or scan.word(at + 1) in COUNTED:  # noqa: PLR2004 - `01`
        return None
    if scan.kind(at + 1) == "month":
        return None
    return with_year(scan, at + 1, Period("half_term", number=_HALF_TERMS[name] + token.number - 1))


def _is_half_term(scan: Scan, at: int) -> bool:
    return scan.word(at) == "half" and scan.word(past_hyphen(scan, at + 1)) == "term"


def _read_half_term_holiday(scan: Scan, at: int, name: str | None) -> Read | None:
    behind = past_hyphen(scan, at + 2) + 1
    behind += scan.word(behind) in HOLIDAYS or scan.word(behind) == "week"
    return with_year(scan, behind, Period("half_term_holiday", name=name)) if name else None


HOLIDAYS = frozenset(["holiday", "holidays", "break", "vacation", "hols"])


def read_holiday(scan: Scan, at: int) -> Read | None:
    """`Easter 2022`, `the Christmas holidays`."""
    name = {"easter": "easter", "christmas": "christmas", "xmas": "christmas"}.get(scan.word(at))
    if not name:
        return None
    behind = at + 1
    if scan.word(behind) in HOLIDAYS:
        name, behind = f"{name} holiday", behind + 1
    return with_year(scan, behind, Period("holiday", name=name))


def read_month_or_half_term(scan: Scan, at: int) -> Read | None:
    """`Feb half term`, else the month."""
    if _is_half_term(scan, at + 1):
        return _read_half_term_holiday(scan, at, HALF_TERM_HOLIDAYS.get(scan.tokens[at].number))
    return read_month(scan, at)
