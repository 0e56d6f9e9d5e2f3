"""What the rules of periods make of the items that they find."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from send_extract.values.timing.dates import Dates, Span, list_spans
from send_extract.values.timing.filling import in_year_of, is_part_of_year
from send_extract.values.timing.kinds import KINDS
from send_extract.values.timing.period import STYLES, Period, full_year, is_near, with_part
from send_extract.values.timing.rules import SPELLERS
from send_extract.values.timing.tokens import NEW_LINE

if TYPE_CHECKING:
    from send_extract.values.timing.rules import Made, Match

_MOST_DAYS: Final = 31
_MOST_MONTHS: Final = 12
_QUARTERS: Final = 4
_MOST_PROGRAMME_YEARS: Final = 5
_MOST_YEARS: Final = 20
_HOURS: Final = 24
_MINUTES: Final = 60
_ALWAYS: Final = (24, 7)
_LATER_PARTS: Final = frozenset([("early", "mid"), ("early", "late"), ("mid", "late")])
_FIELDS: Final = frozenset(["number", "month", "day", "name", "weekday", "part"])
_HALVES: Final = {"first half": 1, "second half": 2}
_HALF_TERMS: Final = {"autumn": 1, "spring": 3, "summer": 5}
_HOLIDAYS: Final = ("summer", "easter", "christmas")
_RELATIVE: Final = {("Y", 1): "year", ("M", 1): "month", ("M", 3): "quarter"}
_ENDED: Final = {
    "month": ("month",),
    "quarter": ("quarter",),
    "year": ("month", "year", "financial", "academic", "day"),
}
_FRACTION: Final = frozenset(["of", "bound", "word", "percent"])
_SCHOOL: Final = frozenset(["term", "season", "half_term"])


def spell_period(period: Period) -> Mapping[str, Any]:
    """The classes of a period: what patterns ask of one."""
    return dict.fromkeys(_list_classes(period.kind, period.year is None, bool(period.part)), period)


@cache
def _list_classes(kind: str, is_yearless: bool, is_part: bool) -> Sequence[str]:
    is_whole = KINDS[kind].size >= KINDS["year"].size and not is_part
    asked = {
        "period": True,
        f"a_{kind}": kind in {"day", "month"},
        "school_time": is_yearless and kind in _SCHOOL,
        "bare_month": is_yearless and kind == "month" and not is_part,
        "yearless": is_yearless,
        "whole_year": is_whole and not is_yearless,
    }
    return [name for name, is_so in asked.items() if is_so]


SPELLERS[Period] = spell_period
SPELLERS[Dates] = lambda dates: {"several": dates}


def make_period(match: Match, kind: str, other: str = "", **given: Any) -> Made:
    """A period of `kind` from the items that the rule names after its fields; with `other` also one of that kind."""
    named = match.named
    year = read_year(match, certain=kind == "day")
    if year is None:
        return None
    for name in named:
        if name in _FIELDS:
            given.setdefault(name, named[name])
    if kind == "quarter":
        number = given["number"]
        given["number"] = number if number > 0 else _QUARTERS + 1 + number  # the last quarter
        if not 1 <= given["number"] <= _QUARTERS:
            return None
    period = Period(kind, year=year[0], style=year[1], **given)
    if other:
        return replace(period, other=replace(period, kind=other))
    return _either_year(period) if "year_name" in named and _is_short(named) else period


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
        return full_year(named["year"], match.year), style
    if "split" in named:
        return named["split"][0], style or "split"
    if "short" in named:
        short, last = named["short"], named.get("last", named["short"] + 1)
        is_year = last == short + 1 and (certain or is_near(short, match.year)) and not _is_on_new_line(match)
        return (full_year(short, match.year), style or "split" * ("last" in named)) if is_year else None
    return (full_year(named["short_year"], match.year) if "short_year" in named else None), style


def _is_on_new_line(match: Match) -> bool:
    """Whether the last item, a number, begins a line of its own."""
    return match.spelling.tokens[match.items[-1].start].gap == NEW_LINE


def make_date(match: Match) -> Made:
    """`1.4.22`, `01/04/2022`, `2022-04-01`: the day before the month, as in the United Kingdom."""
    day, month, year = match.named["date"]
    return Period("day", month=month, day=day, year=full_year(year, match.year), weekday=match.get("weekday"))


def make_code(_match: Match) -> Made:
    """`HR-2024-03`: what a document is called by."""
    return {"word": None}


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
    return (
        senses.get("date")
        or senses.get("day_month")
        or ((senses["day_number"],) if "day_number" in senses else None)
    )


def _is_possible(pair: Sequence[int]) -> bool:
    """Whether two numbers can be a day and its month (`24/7` is always)."""
    return 0 < pair[0] <= _MOST_DAYS and 0 < pair[1] <= _MOST_MONTHS and tuple(pair) != _ALWAYS


def _is_tight(match: Match) -> bool:
    """Whether numbers before a date are its days, and no number of what it is the date of (`Action 3 - 16/2/24`)."""
    before = match.spelling.items[match.start - 1].senses if match.start else {"bound": ""}
    is_tight = all("tight" in item.senses for item in match.items if "dash" in item.senses)
    is_year_first = match.spelling.tokens[match.items[-1].start].text[:4].isdigit()
    return is_tight and "bound" in before and "thing" not in before and not is_year_first


def make_days(match: Match) -> Made:
    """`3-5 May 2022`, `3, 5 and 7 May`, `1st/8th June`: days whose month stands once."""
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


def make_quarters(match: Match) -> Made:
    """`Qs 1 & 3 2023/24`, `quarters one and three`, `Q1-3`."""
    year = read_year(match)
    if year is None:
        return None
    one = Period("quarter", year=year[0], style=year[1])
    several = list_spans(match.items, _read_quarter, lambda number: replace(one, number=number))
    return several if len(several.periods) > 1 else None


def _read_quarter(senses: Mapping[str, Any]) -> int | None:
    number = (
        0 if "short" in senses else senses.get("quarter") or senses.get("small") or senses.get("count", 0)
    )
    return number if 1 <= number <= _QUARTERS else None


def make_month_or_day(match: Match) -> Made:
    """`May 25`: a year where it is near the plan's or written as one, else a day."""
    number, month = match.named["short"], match.named["month"]
    if _is_on_new_line(match):
        return None
    is_tight = "tight" in match.items[-2].senses
    day = Period("day", month=month, day=number) if 0 < number <= _MOST_DAYS else None
    if not is_tight and not is_near(number, match.year):
        return day
    year = full_year(number, match.year)
    is_plain = is_tight or (match.year is not None and abs(year - match.year) <= 1)
    return Period("month", month=month, year=year, other=None if is_plain else day)


def make_month_and_day(match: Match) -> Made:
    """`May 6`, `March 14th`."""
    return None if _is_on_new_line(match) else make_period(match, "day")


def make_day_month(match: Match) -> Made:
    """`25/03`, where the first number is too large for a month; `04/22`, where the second is, and is a year."""
    first, second = match.named["day_month"]
    near = match.year is not None
    if near and is_near(first, match.year) and second == first + 1:
        other = Period("day", month=second, day=first) if second <= _MOST_MONTHS else None
        return Period("financial", year=full_year(first, match.year), other=other)
    if not 1 <= second <= _MOST_MONTHS:
        is_month = near and 1 <= first <= _MOST_MONTHS and is_near(second, match.year)
        return Period("month", month=first, year=full_year(second, match.year)) if is_month else None
    is_sure = _is_day_month(first, second) or "weekday" in match.named or _is_listed(match) or _is_led(match)
    return make_period(match, "day", month=second, day=first) if is_sure else None


def _is_day_month(first: int, second: int) -> bool:
    """Whether two numbers can only be a day and its month."""
    return first > _MOST_MONTHS and _is_possible((first, second))


def _is_led(match: Match) -> bool:
    """Whether what stands before two numbers is said of dates (`w/c 10/6`)."""
    before = match.spelling.items[match.start - 1].senses if match.start else {}
    return "week_of" in before and _is_possible(match.named["day_month"])


def _is_listed(match: Match) -> bool:
    """Whether another pair of numbers in the cell can only be a day and its month (`2/5, then 30/5`).

    A fraction is told by what it is of, or when (`3/4 of staff by 20/5`).
    """
    pairs = [item.senses["day_month"] for item in match.spelling.items if "day_month" in item.senses]
    is_fraction = bool(_FRACTION & match.spelling.senses(match.end).keys())
    return not is_fraction and any(_is_day_month(*pair) for pair in pairs)


def make_month_year(match: Match) -> Made:
    """`03/2022`, and ISO 8601's `2022-04`."""
    iso = match.get("iso_month")
    month, year = (iso[1] % 100, iso[0]) if iso else match.named["month_year"]
    return Period("month", month=month, year=year) if 1 <= month <= _MOST_MONTHS else None


# Years
# ---------------------------------------------------------------------------------------------------------


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


def make_each_year(match: Match) -> Made:
    """`per academic year`: any of them, no year of the plan's."""
    return {"per_year": True}, match.end


def make_named_year(match: Match) -> Made:
    """`FY 22/23`, `academic year`, `2022/23 financial year`, `calendar year 2022`, `financial year end`."""
    named, year = match.named, read_year(match)
    if year is None or named.get("part", "end") != "end":
        return None
    period = Period(named["year_name"], year=year[0], part=named.get("part", ""))
    is_short = {"short", "short_year"} & named.keys() and "last" not in named
    return _either_year(period) if is_short and period.kind == "financial" else period


def make_programme_year(match: Match) -> Made:
    """`Year 2 (2025/26)`: the financial year that a programme's year is; beyond the fifth it is a class at school."""
    year, number = read_year(match), match.named["nth_year"]
    return Period("financial", year=year[0]) if year and 1 <= number <= _MOST_PROGRAMME_YEARS else None


def make_last_quarters(match: Match) -> Made:
    """`the last two quarters of 2023/24`, `first 3 quarters`."""
    year, nth, count = read_year(match), match.named["nth"], match.named["count"]
    if year is None or nth not in {1, -1} or not 1 < count < _QUARTERS:
        return None
    first = 1 if nth == 1 else _QUARTERS + 1 - count
    return Period("quarter", number=first, last=first + count - 1, year=year[0], style=year[1])


def make_half_of_term(match: Match) -> Made:
    """`Autumn 2`, `Spring term 1`, `second half term of autumn`: the first or second half of a term."""
    half = _HALVES.get(match.named["half"], match.named["half"])
    number = half + _HALF_TERMS[match.named["term"]] - 1
    return make_period(match, "half_term", number=number) if half in {1, 2} else None


def make_holiday(match: Match) -> Made:
    """`summer holidays`, `Christmas break`."""
    name = match.named["name"]
    return make_period(match, "holiday", name=f"{name} holiday") if name in _HOLIDAYS else None


def make_relative(match: Match) -> Made:
    """`this financial year`, `next month`."""
    number = {"this": 0, "current": 0, "next": 1, "coming": 1, "new": 1}.get(match.named["rel"], -1)
    name = match.get("year_name") or _RELATIVE.get(match.get("unit"))
    return Period("relative", number=number, name=name) if name else None


# What stands around a period
# ---------------------------------------------------------------------------------------------------------


def _each(match: Match, name: str, change: Callable[[Period], Period | None]) -> Made:
    """The period that the rule names, or each of several, changed; None where one cannot be, or is a range."""
    several: Dates | None = match.get("several")
    if several is None:
        return change(match.named[name])
    changed = [change(span.first) for span in several.spans if not span.last]
    spans = tuple(Span(period) for period in changed if period)
    return replace(several, spans=spans) if len(spans) == len(several.spans) else None


def make_part(match: Match) -> Made:
    """`early 2023`, `mid-March`, `end of Q2`, `mid to late June`, `first half of 2022`, `end of Qs 1 and 3`."""
    part, later = match.named["part"], match.get("later", "")
    is_of = "of" in match.named or "several" in match.named
    if (later and (part, later) not in _LATER_PARTS) or ("several" in match.named and part != "end"):
        return None
    words = " to ".join(filter(None, (part, later)))

    def take(period: Period) -> Period | None:
        if period.part or (not is_of and (part == "start" or period.kind == "day")):
            return None  # `start April` is from April, `ends 31 August` until then
        if KINDS[period.kind].divided:
            return with_part(period, words)
        if period.kind == "new_year" and part in {"early", "start"}:
            return period  # which is its first days
        return with_part(period, {"start": "first day"}.get(part, part)) if part in {"start", "end"} else None

    return _each(match, "period", take)


def make_parts(match: Match) -> Made:
    """`end of Q1 and Q3`: the same part of each, where the year stands once."""
    periods = [item.senses["period"] for item in match.items if "period" in item.senses]
    is_one_kind = len({(period.kind, period.part) for period in periods}) == 1
    if not is_one_kind or periods[0].part or any(period.year is not None for period in periods[:-1]):
        return None
    if not KINDS[periods[0].kind].divided:
        return None
    return Dates(tuple(Span(with_part(period, match.named["part"])) for period in periods))


def make_week(match: Match) -> Made:
    """`w/c 14 March`, `week ending 18/03/22`, `week of 3 July`, `w/c 3 and 10 May`: seven days from or up to it."""
    kind = match.named["week_of"]
    if kind not in KINDS:
        kind = "week"  # `week of`, but not `within 2 weeks of`
        if match.start and "count" in match.spelling.items[match.start - 1].senses:
            return None

    def take(day: Period) -> Period | None:
        weekday = day.weekday if kind == "week" else None
        return replace(day, kind=kind, weekday=weekday) if day.kind == "day" else None

    return _each(match, "a_day", take)


def make_in_month(match: Match, kind: str) -> Made:
    """`last two weeks of June`, `first Monday in March`, `April 2023 (14th)`: what the rule names of a month."""
    month = match.named["a_month"]
    fields = {name: value for name, value in match.named.items() if name in _FIELDS | {"last"}}
    if month.part or abs(fields.get("number", 1)) not in range(1, _QUARTERS + 2):
        return None
    return replace(month, kind=match.get("week_of", kind), other=None, **fields)


def make_year_ending(match: Match) -> Made:
    """`year ending 31 March 2023`: the twelve months up to it; `year ending 2022/23`: its last day."""
    end = match.named["period"]
    if end.part or end.year is None:
        return None
    is_year = KINDS[end.kind].divided == "year"
    return replace(end, part="end", other=None) if is_year else replace(end, kind="year_ending", other=None)


def make_end(match: Match) -> Made:
    """`EOM March`, `Y/E March 2024`, `EOQ Q2`: the last day of it."""
    period = match.named["period"]
    if period.part or period.kind not in _ENDED[match.named["eo"]]:
        return None
    return period if period.kind == "day" else replace(period, part="end", other=None)


def make_end_of_year(match: Match) -> Made:
    """`Year end` is the financial year's; `end of the year` perhaps the calendar's."""
    if match.named["eo"] != "year":
        return None
    financial = Period("financial", part="end")
    is_said = match.spelling.tokens[match.items[0].start].value == "end"
    return Period("year", part="end", other=financial) if is_said else financial


def make_clocked(match: Match) -> Made:
    """`7 June, 10.30`, `9am on Mon 2 June`: the day, where figures with a point are an hour and its minutes."""
    figures = [item.senses["figures"] for item in match.items if "figures" in item.senses]
    is_pointed = any("dot" in item.senses for item in match.items)
    pairs = zip(figures[::2], figures[1::2], strict=True) if is_pointed else ()
    return make_same(match) if all(map(_is_clock, pairs)) else None


def _is_clock(pair: tuple[str, str]) -> bool:
    hour, minutes = pair
    return int(hour) < _HOURS and len(minutes) == len("00") and int(minutes) < _MINUTES


def make_same(match: Match) -> Made:
    """The period as it is, in the year that stands beside it."""
    period, whole = match.named["period"], match.get("whole_year")
    if whole is None:
        return period
    return in_year_of(period, whole) if is_part_of_year(period, whole) else None
