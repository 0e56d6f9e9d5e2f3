"""What the rules of periods make of the items that they find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from msgspec.structs import replace

from send_extract.values.timing.calendar import QUARTERS
from send_extract.values.timing.dates import Dates, Span, list_spans
from send_extract.values.timing.kinds import KINDS
from send_extract.values.timing.lexicon import ALPHABET, Senses
from send_extract.values.timing.period import STYLES, Period, full_year, is_near
from send_extract.values.timing.rules import SPELLERS, Made, Match, spell_as
from send_extract.values.timing.tokens import NEW_LINE

_MOST_PROGRAMME_YEARS: Final = 5
_MOST_YEARS: Final = 20
FIELDS: Final = frozenset(["number", "month", "day", "name", "weekday", "part"])
_HALVES: Final = {"first half": 1, "second half": 2}
_HALF_TERMS: Final = {"autumn": 1, "spring": 3, "summer": 5}
_HOLIDAYS: Final = ("summer", "easter", "christmas")
_RELATIVE: Final = {("Y", 1): "year", ("M", 1): "month", ("M", 3): "quarter"}
_SCHOOL: Final = frozenset(["term", "season", "half_term"])


@cache
def _spell(kind: str, is_yearless: bool, is_part: bool) -> tuple[str, Sequence[str]]:
    """The letter and the classes of a period: what patterns ask of one."""
    is_whole = KINDS[kind].size >= KINDS["year"].size and not is_part
    asked = {
        "period": True,
        f"a_{kind}": kind in {"day", "month"},
        "school_time": is_yearless and kind in _SCHOOL,
        "bare_month": is_yearless and kind == "month" and not is_part,
        "yearless": is_yearless,
        "whole_year": is_whole and not is_yearless,
    }
    classes = tuple(name for name, is_so in asked.items() if is_so)
    return ALPHABET[classes], classes


def _spell_period(period: Period) -> tuple[str, Senses]:
    letter, classes = _spell(period.kind, period.year is None, bool(period.part))
    return letter, dict.fromkeys(classes, period)


SPELLERS |= {Period: _spell_period, Dates: spell_as("several")}


def make_period(match: Match, kind: str, other: str = "", **given: Any) -> Made:
    """A period of `kind` from the items that the rule names after its fields; with `other` also one of that kind."""
    named = match.named
    year = read_year(match, certain=kind == "day")
    if year is None:
        return None
    for name in named:
        if name in FIELDS:
            given.setdefault(name, named[name])
    period = Period(kind, year=year[0], style=year[1], **given)
    if other:
        return replace(period, other=replace(period, kind=other))
    return _either_year(period) if "year_name" in named and _is_short(named) else period


def make_quarter(match: Match) -> Made:
    """`Q3 2022/23`, `third quarter of 2022`, `the last quarter`."""
    number = match.named["number"]
    number += (QUARTERS + 1) * (number < 0)
    return make_period(match, "quarter", number=number) if 1 <= number <= QUARTERS else None


def _is_short(named: Mapping[str, Any]) -> bool:
    """Whether one year is written where two are meant."""
    return "split" not in named and "last" not in named and named["year_name"] in {"financial", "municipal"}


def _either_year(period: Period) -> Period:
    """`FY23` is the year that begins or, less likely, the one that ends in 2023."""
    return replace(period, other=replace(period, year=period.year - 1)) if period.year else period


def read_year(match: Match, *, certain: bool = False) -> tuple[int | None, str] | None:
    """The year that a rule found and how it is written; None where its two figures are no year near the plan's.

    They are one where that is `certain`; two more behind them are the year that follows (`25-26`).
    """
    named = match.named
    style = STYLES[named["year_name"]] if "year_name" in named else ""
    if "year" in named:
        return named["year"], style
    if "split" in named:
        return named["split"][0], style or "split"
    if "short" in named:
        year = _read_short_year(match, certain=certain)
        return (year, style or "split" * ("last" in named)) if year else None
    return (full_year(named["short_year"], match.year) if "short_year" in named else None), style


def _read_short_year(match: Match, *, certain: bool) -> int | None:
    short = match.named["short"]
    is_year = match.get("last", short + 1) == short + 1 and (certain or is_near(short, match.year))
    return full_year(short, match.year) if is_year and not is_on_new_line(match) else None


def is_on_new_line(match: Match) -> bool:
    """Whether the last item, a number, begins a line of its own."""
    return match.tokens[-1].gap == NEW_LINE


def make_quarters(match: Match) -> Made:
    """`Qs 2 & 4 2024/25`, `quarters one and three`, `Q1-3`."""
    year = read_year(match)
    if year is None:
        return None
    one = Period("quarter", year=year[0], style=year[1])
    several = list_spans(match.items, _read_quarter, lambda number: replace(one, number=number))
    return several if len(several.periods) > 1 else None


def _read_quarter(senses: Mapping[str, Any]) -> int | None:
    number = senses.get("quarter") or senses.get("small") or senses.get("count", 0)
    return number if 1 <= number <= QUARTERS and "short" not in senses else None


def make_years(match: Match) -> Made:
    """`2023-2027`, `2023-25`: calendar years."""
    first, last, style = match.named["years"]
    return Period("years", year=first, last=last) if style and last > first else None


def make_year_of_two(match: Match) -> Made:
    """`2022/23`, a financial year and less likely an academic one; `2022-2023`, two or one; `2025 - 28`, years."""
    first = match.named["split"][0] if "split" in match.named else match.named["year"]
    years = (match.get("last", first + 1) - first) % 100
    if years != 1:
        return Period("years", year=first, last=first + years) if 0 < years <= _MOST_YEARS else None
    financial = Period("financial", year=first)
    if "pair" in match.items[0].senses:
        return Period("years", year=first, last=first + 1, other=financial)
    return replace(financial, other=Period("academic", year=first))


def make_named_year(match: Match) -> Made:
    """`FY 22/23`, `academic year`, `2022/23 financial year`, `calendar year 2022`, `financial year end`."""
    named, year = match.named, read_year(match)
    if year is None or named.get("part", "end") != "end":
        return None
    kind, first = named["year_name"], year[0]
    if first and "year" in named and "part" in named and kind != "year":
        first -= 1  # the year in which it ends
    period = Period(kind, year=first, part=named.get("part", ""))
    is_short = {"short", "short_year"} & named.keys() and "last" not in named
    return _either_year(period) if is_short and period.kind == "financial" else period


def make_named_years(match: Match) -> Made:
    """`financial year 2024 to 2025`, one year; `2024-2027 academic years`, from the first to the last of three."""
    named = match.named
    first, last = named["years"][:2] if "years" in named else (named["year"], named.get("last_year"))
    count = (named["last"] - first if last is None else last - first) % 100
    kind = named["year_name"]
    if kind == "year" or not 0 < count <= _MOST_YEARS:
        return None
    year = Period(kind, year=first)
    return year if count == 1 else Dates((Span(year, replace(year, year=first + count - 1)),))


def make_financial_end(match: Match) -> Made:
    """`FYE 2025`, `FYE 25`: the end of the financial year that ends in it."""
    year = read_year(match, certain=True)
    return Period("financial", year=year[0] - 1, part="end") if year and year[0] else None


def make_programme_year(match: Match) -> Made:
    """`Year 2 (2025/26)`: the financial year that a programme's year is; beyond the fifth it is a class at school."""
    year, number = read_year(match), match.named["nth_year"]
    is_pair = "year" not in match.named or (match.named["last"] - match.named["year"]) % 100 == 1
    is_programmes = is_pair and 1 <= number <= _MOST_PROGRAMME_YEARS
    return Period("financial", year=year[0]) if year and is_programmes else None


def make_last_quarters(match: Match) -> Made:
    """`the last two quarters of 2023/24`, `first 3 quarters`."""
    year, nth, count = read_year(match), match.named["nth"], match.named["count"]
    if year is None or nth not in {1, -1} or not 1 < count < QUARTERS:
        return None
    first = 1 if nth == 1 else QUARTERS + 1 - count
    return Period("quarter", number=first, last=first + count - 1, year=year[0], style=year[1])


def make_half_of_term(match: Match) -> Made:
    """`Autumn 2`, `Spring term 1`, `second half term of autumn`: the first or second half of a term."""
    half = _HALVES.get(match.named["half"], match.named["half"])
    if half not in {1, 2}:
        return None  # `early term Autumn`
    return make_period(match, "half_term", number=half + _HALF_TERMS[match.named["term"]] - 1)


def make_holiday(match: Match) -> Made:
    """`summer holidays`, `Christmas break`."""
    name = match.named["name"]
    return make_period(match, "holiday", name=f"{name} holiday") if name in _HOLIDAYS else None


def make_relative(match: Match) -> Made:
    """`this financial year`, `next month`."""
    number = {"this": 0, "current": 0, "next": 1, "coming": 1, "new": 1}.get(match.named["rel"], -1)
    name = match.get("year_name") or _RELATIVE.get(match.get("unit"))
    return Period("relative", number=number, name=name) if name else None
