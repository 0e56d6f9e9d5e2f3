"""One period (a day, a month, a quarter, a term …) as it is written, before its year is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.values.timing.periods.days import read_date, read_day, read_day_month, read_month_year
from send_extract.values.timing.periods.model import Period, Read, Rule, Scan
from send_extract.values.timing.periods.terms import (
    read_half,
    read_half_term_number,
    read_holiday,
    read_month_or_half_term,
    read_quarter,
    read_quarter_words,
    read_term,
)
from send_extract.values.timing.periods.years import read_named_year, read_year, read_years, with_year
from send_extract.values.timing.phrases import index_phrases, match_phrase
from send_extract.values.timing.words import ORDINALS, PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["RULES", "Period", "Read", "Scan", "read_period"]


def read_period(scan: Scan, at: int) -> Read | None:
    """The period that begins at token `at`, and the index behind it; None where none does."""
    if at < len(scan.tokens):
        for rule in RULES.get(scan.kind(at), ()):
            found = rule(scan, at)
            if found:
                return found
    return None


_PART_LINKS = frozenset(["of", "in", "the", "week"])


# What is too short to have an early, a middle and a late part.
_UNDIVIDED = frozenset(["day", "week", "week_ending", "month_week", "holiday", "half_term_holiday"])


def _read_part(scan: Scan, at: int) -> Read | None:
    """`early 2023`, `mid-March`, `end of Q2`, `mid to late June`, `first half of 2022`."""
    start = at + 1 if scan.word(at) == "the" else at
    found = _read_part_words(scan, start)
    if not found:
        return None
    part, at = found
    while scan.kind(at) == "dash" or scan.word(at) in {"of", "in", "the", "part"}:
        at += 1
    inner = read_period(scan, at)
    if not inner or inner[0].part or (inner[0].kind in _UNDIVIDED and part not in {"start", "end"}):
        return None
    period, at = inner
    return period._replace(part=part, other=None), at


def _read_part_words(scan: Scan, at: int) -> tuple[str, int] | None:
    word = scan.word(at)
    ordinal = (
        scan.tokens[at].number
        if scan.kind(at) == "ordinal"
        else {"first": 1, "second": 2, "latter": 2}.get(word, 0)
    )
    if ordinal in {1, 2} and scan.word(at + 1) == "half":
        return ("first half" if ordinal == 1 else "second half"), at + 2
    part = PARTS.get(word)
    if not part or (part == "start" and scan.word(at + 1) not in {"of", "in"}):
        return None
    joined = scan.word(at + 1) == "to" or scan.kind(at + 1) in {"slash", "dash"}
    later = PARTS.get(scan.word(at + 2), "") if joined else ""
    if later and part in {"early", "mid"} and later in {"mid", "late"} and part != later:
        return f"{part} to {later}", at + 3
    return part, at + 1


def _read_weekday(scan: Scan, at: int) -> Read | None:
    """`Mon 14 Mar 2022`, `Monday, 14th March`."""
    behind = at + 1
    while scan.kind(behind) in {"comma", "dot"} or scan.word(behind) == "the":
        behind += 1
    if scan.kind(behind) not in {"number", "ordinal", "date"}:
        return None
    found = read_period(scan, behind)
    if not found or found[0].kind != "day":
        return None
    return found[0]._replace(weekday=scan.tokens[at].number), found[1]


def _read_counted_period(scan: Scan, at: int) -> Read | None:
    """`third quarter of 2022/23`, `first week of March`, `last week in June 2022`, `1st half term`."""
    token = scan.tokens[at]
    number = token.number if token.kind == "ordinal" else ORDINALS.get(scan.word(at), 0)
    unit = scan.word(at + 1)
    if not number:
        return None
    if unit in {"quarter", "qtr"} and number > 0:
        return with_year(scan, at + 2, Period("quarter", number=number))
    if unit == "half" and scan.word(at + 2) == "term" and number > 0:
        return None
    if unit == "week" and scan.word(at + 2) in {"of", "in"}:
        behind = at + 4 if scan.word(at + 3) == "the" else at + 3
        month = read_period(scan, behind)
        if month and month[0].kind == "month" and not month[0].part:
            return month[0]._replace(kind="month_week", number=number, other=None), month[1]
    return None


_WEEKS = index_phrases({
    "week commencing": "week", "week beginning": "week", "week of": "week", "week starting": "week",
    "week ending": "week_ending", "week end": "week_ending", "week ended": "week_ending", "weeks commencing": "week",
    "wk commencing": "week", "wk beginning": "week", "wk ending": "week_ending", "week from": "week",
})  # fmt: skip


def _read_week(scan: Scan, at: int) -> Read | None:
    """`w/c 14 March`, `week ending 18/03/22`: seven days from, or up to, that day."""
    found = match_phrase(_WEEKS, scan.tokens, at)
    short = "week_ending" if scan.tokens[at].value == "ending" else "week"
    kind, behind = found or (short, at + 1)
    while scan.word(behind) == "the" or scan.kind(behind) in {"colon", "dot"}:
        behind += 1
    day = read_period(scan, behind)
    if not day or day[0].kind != "day":
        return None
    return day[0]._replace(kind=kind), day[1]


_RELATIVE = {"new": 1, "this": 0, "current": 0, "next": 1, "coming": 1, "last": -1, "previous": -1}


_RELATIVE_UNITS = index_phrases({
    "year": "year", "calendar year": "year", "financial year": "financial", "fiscal year": "financial",
    "academic year": "academic", "school year": "academic", "month": "month", "quarter": "quarter",
})  # fmt: skip


def _read_relative(scan: Scan, at: int) -> Read | None:
    """`this financial year`, `next academic year`, `next month`."""
    shift = _RELATIVE.get(scan.word(at))
    unit = match_phrase(_RELATIVE_UNITS, scan.tokens, at + 1) if shift is not None else None
    return (Period("relative", number=shift or 0, name=unit[0]), unit[1]) if unit else None


def _read_worded(scan: Scan, at: int) -> Read | None:
    """The periods that begin with a word, by that word."""
    for rule in _WORD_RULES:
        found = rule(scan, at)
        if found:
            return found
    return None


def _read_week_words(scan: Scan, at: int) -> Read | None:
    return _read_week(scan, at) if match_phrase(_WEEKS, scan.tokens, at) else None


def _read_the(scan: Scan, at: int) -> Read | None:
    return read_period(scan, at + 1) if scan.word(at) == "the" else None


_YEARS_ENDING = index_phrases(
    ["year ending", "year ended", "year to", "fye", "financial year ending", "year end"]
)


def _read_year_ending(scan: Scan, at: int) -> Read | None:
    """`year ending 31 March 2023`, `FYE March 2023`: the twelve months up to it; `year end 2022/23`: its last day."""
    found = match_phrase(_YEARS_ENDING, scan.tokens, at)
    end = read_period(scan, found[1]) if found else None
    if not end or end[0].part or end[0].year is None:
        return None
    if end[0].kind == "financial":
        return end[0]._replace(part="end", other=None), end[1]
    if end[0].kind not in {"day", "month"}:
        return None
    return end[0]._replace(name=end[0].kind, kind="year_ending", other=None), end[1]


_WORD_RULES: Sequence[Rule] = (
    _read_year_ending,
    _read_part,
    _read_relative,
    _read_counted_period,
    _read_week_words,
    read_term,
    read_holiday,
    read_named_year,
    read_quarter_words,
    _read_the,
)


# The rules by the kind of token that a period begins with, in the order in which they are tried.
RULES: dict[str, Sequence[Rule]] = {
    "date": (read_date,),
    "day_month": (read_day_month,),
    "month_year": (read_month_year,),
    "weekday": (_read_weekday,),
    "ordinal": (_read_counted_period, _read_part, read_day),
    "number": (read_day,),
    "month": (read_month_or_half_term,),
    "year": (read_year,),
    "years": (read_years,),
    "quarter": (read_quarter,),
    "half_term": (read_half_term_number,),
    "half": (read_half,),
    "week": (_read_week,),
    "word": (_read_worded,),
}
