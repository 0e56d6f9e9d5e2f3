"""A timing in plain words, which read back as the same timing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from send_extract.values.timing.calendar import month_end
from send_extract.values.timing.model import Interval, Timing
from send_extract.values.timing.recurrence import DAYS
from send_extract.values.timing.words import WEEKDAY_NAMES

_STATUS_WORDS = {
    "tbc": "to be confirmed", "ongoing": "ongoing", "complete": "complete", "immediate": "immediately",
    "as_required": "as required", "none": "not applicable", "overdue": "overdue", "paused": "paused",
    "deferred": "paused", "on_track": "in progress",
    "cancelled": "cancelled", "not_started": "not started", "in_progress": "in progress",
    "unspecified": "unspecified",
}  # fmt: skip

_CONDITIONAL: Final = ("on ", "upon ", "at ", "unless ")


def word_timing(timing: Timing) -> str:
    """The timing in plain words: `by 31 July 2022`, `February 2022 and July 2022`, `every 3 months from …`."""
    parts = [
        _STATUS_WORDS[timing.status] if timing.status else "",
        word_recurrence(timing),
        word_intervals(timing),
        _word_condition(timing),
        f"see {', '.join(timing.references)}" if timing.references else "",
    ]
    words = ", ".join(filter(None, parts))
    if timing.original:
        words += f" (originally {_word_list(timing.original, deadline=False)})"
    return words


def _word_condition(timing: Timing) -> str:
    """What is waited for, and the length that counts from it or stands alone."""
    length = _word_duration(timing.duration) if timing.duration else ""
    if timing.contingent_on and length and not timing.contingent_on.startswith("before "):
        return f"{length} after {timing.contingent_on}"
    return ", ".join(filter(None, [length, _word_awaited(timing.contingent_on)]))


def _word_awaited(words: str | None) -> str:
    """What is waited for, behind *subject to* where its own words do not say that they are a condition."""
    return f"subject to {words}" if words and not words.lower().startswith(_CONDITIONAL) else words or ""


def word_intervals(timing: Timing) -> str:
    """The intervals alone in plain words, empty where there are none."""
    either = (timing.edtf or "").startswith("[")
    words = _word_list(timing.intervals, deadline=timing.deadline, link="or" if either else "and")
    return f"about {words}" if words and timing.approximate and not timing.rrule else words


def _word_list(intervals: tuple[Interval, ...], *, deadline: bool, link: str = "and") -> str:
    return _join([word_interval(interval, deadline=deadline) for interval in intervals], link)


def _join(words: Sequence[str], link: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {link} ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def word_interval(interval: Interval, *, deadline: bool = False) -> str:
    """One interval in plain words: a day, a month, a year, a range, or an open end."""
    start, end = interval.start, interval.end
    if start is None and end is None:
        return "at any time"
    if start is None:
        return f"{'by' if deadline else 'until'} {_word_day(end)}"
    if end is None:
        return f"from {_word_day(start)}"
    if deadline:
        return f"from {_word_day(start)} by {_word_day(end)}"
    return _word_whole(start, end) or f"{_word_day(start)} to {_word_day(end)}"


def _word_whole(start: date, end: date) -> str:
    if start == end:
        return _word_day(start)
    if start.day == 1 and end == month_end(start.year, start.month):
        return f"{start:%B %Y}"
    if start.day != 1 or end != month_end(end.year, end.month):
        return ""
    if start.year != end.year:
        return f"{start:%B %Y} to {end:%B %Y}"
    return f"{start:%Y}" if (start.month, end.month) == (1, 12) else f"{start:%B} to {end:%B %Y}"


def _word_day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour"}


def _word_duration(duration: str) -> str:
    return _count(int(duration.strip("PTDWMYH")), _UNITS[duration[-1]])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"


def word_recurrence(timing: Timing) -> str:
    """The recurrence alone in plain words, empty where there is none."""
    if not timing.frequency:
        return ""
    count, period = timing.frequency.count, timing.frequency.period
    rule = _read_rule(timing.rrule or "")
    if not rule and period == "P1Y" and count in _TERM_COUNTS:
        return _TERM_COUNTS[count]
    if not rule or (timing.approximate and "BY" not in "".join(rule)):
        return _word_count(count, period)
    times = f", {rule['COUNT']} times" if "COUNT" in rule else ""
    return _word_rule(rule, by=timing.deadline and not timing.intervals) + times


def _read_rule(rrule: str) -> dict[str, str]:
    """The parts of a rule by their names (RFC 5545, 3.3.10)."""
    pairs = (part.partition("=") for part in filter(None, rrule.split(";")))
    return {name: value for name, _, value in pairs}


# Counts of a year that have a rule of their own when they are not counts of its terms.
_TERM_COUNTS = {3: "every term", 6: "every half term", 12: "4 times a term"}


def _word_count(count: int, period: str) -> str:
    times = {1: "once", 2: "twice"}.get(count, f"{count} times")
    return f"{times} {_word_each(int(period[1:-1]), _UNITS[period[-1]], 'a')}"


def _word_each(step: int, unit: str, one: str = "every") -> str:
    return f"{one} {unit}" if step == 1 else f"every {_count(step, unit)}"


_RULE_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_DAY_NAMES = dict(zip(DAYS, map(str.capitalize, WEEKDAY_NAMES), strict=True))
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def _word_rule(rule: dict[str, str], *, by: bool) -> str:
    unit, step = _RULE_UNITS[rule["FREQ"]], int(rule.get("INTERVAL", "1"))
    months = [*map(int, rule.pop("BYMONTH").split(","))] if "BYMONTH" in rule else []
    if months and unit == "year":
        return f"every year {_word_months(months, rule.get('BYMONTHDAY', ''), by=by)}"
    if months:
        return f"{_word_rule(rule, by=by)}, except {_name_months({*range(1, 13)} - {*months})}"
    whole = "quarter" if step == 3 else unit
    if "BYDAY" in rule:
        return _word_weekdays(rule, step, whole)
    if "BYMONTHDAY" in rule:
        return f"the {' and '.join(map(_ordinal, rule['BYMONTHDAY'].split(',')))} of every {whole}"
    return _word_each(step, unit)


def _name_months(months: Iterable[int]) -> str:
    return _join([f"{date(2000, month, 1):%B}" for month in sorted(months)])


def _word_months(months: Sequence[int], day: str, *, by: bool) -> str:
    if day == "-1":
        return f"{'by' if by else 'at'} the end of {_name_months(months)}"
    words = f"{day} {_name_months(months)}".strip()
    return f"{'by' if by else 'on' if day else 'in'} {words}"


def _word_weekdays(rule: dict[str, str], step: int, whole: str) -> str:
    days = rule["BYDAY"].split(",")
    places = rule.get("BYSETPOS", ",".join(dict.fromkeys(day[:-2] for day in days))).split(",")
    is_working = len(days) == 5
    names = "working day" if is_working else _join([*dict.fromkeys(_DAY_NAMES[day[-2:]] for day in days)])
    if not places[0]:
        return f"every {names}" if step == 1 else f"every {step} weeks on {names}"
    ordinals = _join([_ORDINALS.get(int(place)) or _ordinal(place) for place in places])
    return f"the {ordinals} {names} of every {whole}"


def _ordinal(place: str) -> str:
    number = int(place)
    if number < 0:
        return "last day"
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
