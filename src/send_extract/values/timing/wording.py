"""A timing in plain words, which read back as the same timing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from send_extract.values.timing.calendar import month_end
from send_extract.values.timing.model import Interval, Timing

_STATUS_WORDS = {
    "tbc": "to be confirmed", "ongoing": "ongoing", "complete": "complete", "immediate": "immediately",
    "as_required": "as required", "none": "not applicable", "overdue": "overdue", "paused": "paused",
    "deferred": "paused", "on_track": "in progress",
    "cancelled": "cancelled", "not_started": "not started", "in_progress": "in progress",
    "unspecified": "unspecified",
}  # fmt: skip


def word_timing(timing: Timing) -> str:
    """The timing in plain words: `by 31 July 2022`, `February 2022 and July 2022`, `every 3 months from …`."""
    parts = [
        _STATUS_WORDS[timing.status] if timing.status else "",
        word_recurrence(timing),
        word_intervals(timing),
        _word_condition(timing),
        f"see {', '.join(timing.references)}" if timing.references else "",
    ]
    words = ", ".join(part for part in parts if part)
    if timing.original:
        words += f" (originally {_word_list(timing.original, deadline=False)})"
    return words


def _word_condition(timing: Timing) -> str:
    """What is waited for, and the length that counts from it or stands alone."""
    length = _word_duration(timing.duration) if timing.duration else ""
    if timing.contingent_on and length and not timing.contingent_on.startswith("before "):
        return f"{length} after {timing.contingent_on}"
    return ", ".join(
        words for words in (length, timing.contingent_on and f"subject to {timing.contingent_on}") if words
    )


def word_intervals(timing: Timing) -> str:
    """The intervals alone in plain words, empty where there are none."""
    either = (timing.edtf or "").startswith("[")
    words = _word_list(timing.intervals, deadline=timing.deadline, link="or" if either else "and")
    return f"about {words}" if words and timing.approximate and not timing.rrule else words


def _word_list(intervals: tuple[Interval, ...], *, deadline: bool, link: str = "and") -> str:
    words = [word_interval(interval, deadline=deadline) for interval in intervals]
    return f" {link} ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} {link} {words[-1]}"


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
    unit = _UNITS[duration[-1]]
    count = int(duration.strip("PT" + duration[-1]))
    return f"{count} {unit}{'s' if count > 1 else ''}"


def word_recurrence(timing: Timing) -> str:
    """The recurrence alone in plain words, empty where there is none."""
    if not timing.frequency:
        return ""
    count, period = timing.frequency.count, timing.frequency.period
    rule = dict(part.split("=") for part in (timing.rrule or "").split(";") if part)
    if not rule or (timing.approximate and "BY" not in "".join(rule)):
        is_terms = not rule and period == "P1Y" and count in _TERM_COUNTS
        return _TERM_COUNTS[count] if is_terms else _word_count(count, period)
    times = f", {rule['COUNT']} times" if "COUNT" in rule else ""
    return _word_rule(rule, by=timing.deadline and not timing.intervals) + times


# Counts of a year that have a rule of their own when they are not counts of its terms.
_TERM_COUNTS = {3: "every term", 6: "every half term", 12: "4 times a term"}


def _word_count(count: int, period: str) -> str:
    times = {1: "once", 2: "twice"}.get(count, f"{count} times")
    size, unit = int(period[1:-1]), _UNITS[period[-1]]
    return f"{times} a {unit}" if size == 1 else f"{times} every {size} {unit}s"


_RULE_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_DAY_NAMES = {
    "MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday",
    "SU": "Sunday",
}  # fmt: skip
_WORKING = ("MO", "TU", "WE", "TH", "FR")
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def _word_rule(rule: dict[str, str], *, by: bool) -> str:
    unit, step = _RULE_UNITS[rule["FREQ"]], int(rule.get("INTERVAL", "1"))
    every = f"every {unit}" if step == 1 else f"every {step} {unit}s"
    if "BYMONTH" in rule and unit != "year":
        left_out = {*map(str, range(1, 13))} - {*rule.pop("BYMONTH").split(",")}
        months = _join(f"{date(2000, month, 1):%B}" for month in sorted(map(int, left_out)))
        return f"{_word_rule(rule, by=by)}, except {months}"
    if "BYMONTH" in rule:
        return f"every year {_word_months(rule, by=by)}"
    if "BYDAY" in rule:
        return _word_weekdays(rule, unit, step)
    if "BYMONTHDAY" in rule:
        days = [_ordinal(int(day)) for day in rule["BYMONTHDAY"].split(",")]
        return f"the {' and '.join(days)} of every {'quarter' if step == 3 else unit}"
    return every


def _word_months(rule: dict[str, str], *, by: bool) -> str:
    names = [f"{date(2000, int(month), 1):%B}" for month in rule["BYMONTH"].split(",")]
    day = rule.get("BYMONTHDAY")
    words = ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1]
    if not day:
        return f"{'by' if by else 'in'} {words}"
    if day == "-1":
        return f"{'by' if by else 'at'} the end of {words}"
    return f"{'by' if by else 'on'} {day} {words}"


def _word_weekdays(rule: dict[str, str], unit: str, step: int) -> str:
    days = rule["BYDAY"].split(",")
    places = rule.get("BYSETPOS", ",".join(dict.fromkeys(day[:-2] for day in days))).split(",")
    names = _name_weekdays(days)
    if not places[0]:
        return f"every {names}" if step == 1 else f"every {step} weeks on {names}"
    ordinals = _join(_ORDINALS.get(int(place)) or _ordinal(int(place)) for place in places)
    return f"the {ordinals} {names} of every {'quarter' if step == 3 else unit}"


def _name_weekdays(days: list[str]) -> str:
    return (
        "working day"
        if len(days) == len(_WORKING)
        else _join(dict.fromkeys(_DAY_NAMES[day[-2:]] for day in days))
    )


def _join(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    listed = list(words)
    return " and ".join(filter(None, (", ".join(listed[:-1]), listed[-1])))


def _ordinal(number: int) -> str:
    if number < 0:
        return "last day"
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
