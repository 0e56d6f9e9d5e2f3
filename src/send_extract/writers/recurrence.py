"""Recurrence in plain English: RFC 5545 rules, counts a period, ISO 8601 lengths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from send_extract.values.timing import Frequency

_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_PERIODS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_DAYS = {
    "MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday",
    "SU": "Sunday",
}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last"}


def describe_recurrence(rrule: str) -> str:
    """A recurrence in words (`every 3 months on the first Monday`), or the rule where it says more."""
    parts = dict(part.partition("=")[::2] for part in rrule.removeprefix("RRULE:").split(";"))
    unit = _UNITS.get(parts.pop("FREQ", ""))
    step = parts.pop("INTERVAL", "1")
    words = [_describe_part(name, value) for name, value in parts.items()]
    if unit is None or not step.isdecimal() or not all(words):
        return f"repeats ({rrule})"
    every = f"every {unit}" if step == "1" else f"every {step} {unit}s"
    return " ".join([every, *words])


def _describe_part(name: str, value: str) -> str:
    """One part of a rule in words, empty where there are none for it."""
    values = value.split(",")
    match name:
        case "BYMONTH" if all(month.isdecimal() and 1 <= int(month) <= 12 for month in values):  # noqa: PLR2004
            return f"in {join_words([MONTHS[int(month) - 1] for month in values])}"
        case "BYDAY":
            days = [_describe_weekday(day) for day in values]
            return f"on {join_words(days)}" if all(days) else ""
        case "BYMONTHDAY" if all(day.isdecimal() for day in values):
            return f"on day {join_words(values)}"
        case "COUNT":
            return f"({value} times)"
        case _:
            return ""


def _describe_weekday(day: str) -> str:
    place, name = day[:-2], _DAYS.get(day[-2:], "")
    if not place or not name:
        return name
    ordinal = _ORDINALS.get(place.removeprefix("+"), "")
    return f"the {ordinal} {name}" if ordinal else ""


def join_words(words: Iterable[str]) -> str:
    """Words in a list: `4, 6 and 9`."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def describe_frequency(frequency: Frequency) -> str:
    """A count a period: `6 times a year`, `twice every 3 months`."""
    times = {1: "once", 2: "twice"}.get(frequency.count, f"{frequency.count} times")
    length = describe_length(frequency.period)
    return f"{times} a {length[2:]}" if length.startswith("1 ") else f"{times} every {length}"


def describe_length(duration: str) -> str:
    """An ISO 8601 length: `3 months`; the length itself where it has hours."""
    if not re.fullmatch(r"P(\d+[YMWD])+", duration):
        return duration
    parts = re.findall(r"(\d+)([YMWD])", duration)
    return join_words([f"{count} {_PERIODS[unit]}{'' if count == '1' else 's'}" for count, unit in parts])
