"""Recurrences by count: `6 times a year`, `twice yearly`, `once per term`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.values.timing.periods.model import past_hyphen
from send_extract.values.timing.recurrence.model import (
    A_YEAR,
    RULE_UNITS,
    Read,
    Recurrence,
    every,
    read_number,
    read_step,
)
from send_extract.values.timing.words import UNITS

if TYPE_CHECKING:
    from send_extract.values.timing.periods import Scan

_MONTHS_A_YEAR = 12


def read_times(scan: Scan, at: int) -> Read | None:
    """`6 times a year`, `twice yearly`, `once per term`, `3 x per year`, `at least four times a year`."""
    found = _read_count(scan, at)
    if not found:
        return None
    count, at = found
    if scan.word(at) in {"a", "an", "per", "each", "every", "in"}:
        at += scan.word(at + 1) in {"a", "an", "each", "any"} and scan.word(at) == "in"
        step, behind = read_step(scan, at + 1)
        if step > 1:
            return _counted_every(scan, behind, count, step)
        return _counted_in(scan, at + 1, count)
    word = scan.word(at)
    if word in {"yearly", "annually", "monthly", "weekly", "termly", "daily"}:
        unit = {"yearly": "Y", "annually": "Y", "monthly": "M", "weekly": "W", "daily": "D"}.get(word)
        return (_count_in(count, unit), at + 1) if unit else (_terms(count, 3), at + 1)
    return None


def _read_count(scan: Scan, at: int) -> tuple[int, int] | None:
    if scan.word(at) == "up" and scan.word(at + 1) == "to":
        at += 2
    once = {"once": 1, "twice": 2, "thrice": 3}.get(scan.word(at))
    if once:
        return once, at + 1
    number = read_number(scan, at)
    if not number or number > A_YEAR["D"]:
        return None
    if scan.word(at + 1) in {"times", "x", "meetings", "sessions", "events", "reports", "reviews"}:
        return number, at + 2
    return (number, at + 1) if scan.word(at + 1) == "per" else None


def _counted_in(scan: Scan, at: int, count: int) -> Read | None:
    if scan.word(at) == "half" and scan.word(past_hyphen(scan, at + 1)) == "term":
        return _terms(count, 6), past_hyphen(scan, at + 1) + 1
    if scan.word(at) == "term":
        return _terms(count, 3), at + 1
    at += scan.word(at) in {"calendar", "financial", "academic", "school"}
    designator, size = UNITS.get(scan.word(at), ("", 1))
    if designator not in RULE_UNITS:
        return None
    return (_count_in(count, designator) if size == 1 else _count_in_units(count, size, designator)), at + 1


def _counted_every(scan: Scan, at: int, count: int, step: int) -> Read | None:
    """`once every two months`, `twice every other week`."""
    designator, size = UNITS.get(scan.word(at), ("", 1))
    return (_count_in_units(count, size * step, designator), at + 1) if designator in RULE_UNITS else None


def _terms(count: int, times: int) -> Recurrence:
    return Recurrence(None, count * times, "P1Y", approximate=True)


def _count_in(count: int, unit: str) -> Recurrence:
    """A count alone: the rule spreads it evenly, which the words do not say."""
    if count == 1:
        return every(1, unit)
    if unit == "Y" and _MONTHS_A_YEAR % count == 0:
        step = _MONTHS_A_YEAR // count
        rule = "FREQ=MONTHLY" + (f";INTERVAL={step}" if step > 1 else "")
        return Recurrence(rule, count, "P1Y", approximate=True)
    return Recurrence(None, count, f"P1{unit}", approximate=True)


def _count_in_units(count: int, size: int, unit: str) -> Recurrence:
    return every(size, unit) if count == 1 else Recurrence(None, count, f"P{size}{unit}", approximate=True)
