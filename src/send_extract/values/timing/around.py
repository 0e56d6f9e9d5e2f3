"""What the rules of what stands around a period make: its parts, its weeks, the year beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from send_extract.values.timing.calendar import MONTHS_A_YEAR
from send_extract.values.timing.dates import Dates, Span
from send_extract.values.timing.filling import in_year_of, is_part_of_year
from send_extract.values.timing.kinds import KINDS
from send_extract.values.timing.making import FIELDS
from send_extract.values.timing.period import Period, with_part

if TYPE_CHECKING:
    from send_extract.values.timing.rules import Made, Match

_HOURS: Final = 24
_MINUTES: Final = 60
_LATER_PARTS: Final = frozenset([("early", "mid"), ("early", "late"), ("mid", "late")])
_ENDED: Final = {
    "month": ("month",),
    "quarter": ("quarter", "month", "day"),
    "year": ("month", "year", "financial", "academic", "day"),
}
# A month has parts of as many.
_MOST_WEEKS: Final = 5


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
    periods = match.list_all("period")
    is_one_kind = len({(period.kind, period.part) for period in periods}) == 1
    if not is_one_kind or periods[0].part or any(period.year is not None for period in periods[:-1]):
        return None
    if not KINDS[periods[0].kind].divided:
        return None
    return Dates(tuple(Span(with_part(period, match.named["part"])) for period in periods))


def make_week(match: Match) -> Made:
    """`w/c 7 June`, `week ending 10/06/24`, `week of 3 July`, `w/c 3 and 10 May`: seven days from or up to it."""
    kind = match.named["week_of"]
    if kind not in KINDS:
        kind = "week"  # `week of`, but not `within 2 weeks of`
        if "count" in match.before:
            return None
    several: Dates | None = match.get("several")
    if kind == "week_ending" and several and _is_weekend(several):
        return several

    def take(day: Period) -> Period | None:
        weekday = day.weekday if kind == "week" else None
        return replace(day, kind=kind, weekday=weekday) if day.kind == "day" else None

    return _each(match, "a_day", take)


def _is_weekend(several: Dates) -> bool:
    """Whether two days follow each other, as those of a weekend do (`w/end 6/7 June`)."""
    days = [period.day for period in several.periods if period.kind == "day"]
    return len(days) == len(several.periods) == 2 and days[1] == days[0] + 1


def make_in_month(match: Match, kind: str) -> Made:
    """`last two weeks of June`, `first Monday in March`, `June 2025 (12th)`: what the rule names of a month."""
    month = match.named["a_month"]
    fields = {name: value for name, value in match.named.items() if name in FIELDS | {"last"}}
    if month.part or abs(fields.get("number", 1)) not in range(1, _MOST_WEEKS + 1):
        return None
    return replace(month, kind=match.get("week_of", kind), other=None, **fields)


def make_ending(match: Match) -> Made:
    """`year ending 31 March 2023`: the twelve months up to it; `year ending 2022/23`: its last day."""
    end, number = match.named["period"], match.named["months_ending"]
    is_of_year = number == MONTHS_A_YEAR
    if end.part or (is_of_year and end.year is None):
        return None
    if KINDS[end.kind].divided == "year":
        return replace(end, part="end", other=None) if is_of_year else None
    return replace(end, kind="months_ending", number=number, other=None)


def make_end(match: Match) -> Made:
    """`EOM March`, `Y/E June 2025`, `EOQ Q2`: the last day of it."""
    period = match.named["period"]
    if period.part or period.kind not in _ENDED[match.named["eo"]]:
        return None
    return period if period.kind == "day" else replace(period, part="end", other=None)


def make_end_of_year(match: Match) -> Made:
    """`Year end` is the financial year's; `end of the year` perhaps the calendar's."""
    if match.named["eo"] != "year":
        return None
    financial = Period("financial", part="end")
    return Period("year", part="end", other=financial) if match.tokens[0].value == "end" else financial


def make_clocked(match: Match) -> Made:
    """`7 June, 10.30`, `9am on Mon 2 June`: the day, where figures with a point are an hour and its minutes."""
    figures = match.list_all("figures") if match.list_all("dot") else []
    is_clock = all(int(hour) < _HOURS for hour in figures[::2]) and all(map(_is_minutes, figures[1::2]))
    return make_same(match) if is_clock else None


def _is_minutes(figures: str) -> bool:
    return len(figures) == len("00") and int(figures) < _MINUTES


def make_same(match: Match) -> Made:
    """The period as it is, in the year that stands beside it."""
    period, whole = match.named["period"], match.get("whole_year")
    if whole is None:
        return period
    return in_year_of(period, whole) if is_part_of_year(period, whole) else None
