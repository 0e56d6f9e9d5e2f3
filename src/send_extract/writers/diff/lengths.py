"""How far a date went, and numbers of records, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from send_extract.runs import part_numbers

if TYPE_CHECKING:
    from send_extract.changes import Shift, Sided

DAYS_OF_A_MONTH = 365.25 / 12
WHOLE_WITHIN = 3
"""Days that whole months are longer or shorter than so many mean months, at most (February, leap years)."""


def say_count(number: int, one: str, many: str) -> str:
    """A number and its noun: `1 action`, `2 actions`."""
    return f"{number} {one if number == 1 else many}"


def say_length(shift: Shift) -> str:
    """How far a date went: `2 months` where they are whole, else `9 days`; empty where it has no number."""
    months, days = abs(shift.months or 0), abs(shift.days or 0)
    if months and abs(days - months * DAYS_OF_A_MONTH) <= WHOLE_WITHIN:
        return say_count(months, "month", "months")
    return say_count(days, "day", "days") if days else ""


def say_numbers(numbers: Sided) -> str:
    """One number, or several: `4`, `4 and 6`, `4, 6 and 6a`."""
    if numbers is None or isinstance(numbers, str):
        return numbers or ""
    return say_list(numbers)


def say_list(words: Sequence[str]) -> str:
    """Words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def say_series(names: Sequence[str], order: Sequence[str]) -> str:
    """Names in `order`, three or more that follow one another as `1 to 4`."""
    places = sorted({order.index(name) for name in names if name in order})
    said = [say for run in part_numbers(places) for say in _say_run([order[place] for place in run])]
    return say_list([*said, *dict.fromkeys(name for name in names if name not in order)])


def _say_run(names: list[str]) -> list[str]:
    """Names that follow one another: the first and the last, or two as they are."""
    return [f"{names[0]} to {names[-1]}"] if len(names) > 2 else names
