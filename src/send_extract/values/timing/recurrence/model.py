"""What a recurrence is, and the steps that it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.values.timing.words import NUMBERS, ORDINALS

if TYPE_CHECKING:
    from send_extract.values.timing.periods import Scan

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


RULE_UNITS = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}


A_YEAR = {"D": 365, "W": 52, "M": 12, "Y": 1}


class Recurrence(NamedTuple):
    """`times` times in each `period`; `rule` is the RRULE, None where RFC 5545 has none.

    `approximate` says that the words give a count alone; `other` is the other sense of an ambiguous word.
    """

    rule: str | None
    times: int
    period: str
    approximate: bool = False
    other: Recurrence | None = None


def read_number(scan: Scan, at: int) -> int:
    """The number at `at`, in figures or words; 0 where there is none."""
    if scan.kind(at) == "number":
        return scan.tokens[at].number
    return NUMBERS.get(scan.word(at), 0)


def read_step(scan: Scan, at: int) -> tuple[int, int]:
    """How many units a step is: `other` and `second` are two, none written is one."""
    if scan.word(at) in {"other", "alternate"}:
        return 2, at + 1
    if scan.kind(at) == "ordinal":
        return scan.tokens[at].number, at + 1
    ordinal = ORDINALS.get(scan.word(at), 0)
    if ordinal > 1:
        return ordinal, at + 1
    number = read_number(scan, at)
    return (number, at + 1) if number else (1, at)


def every(number: int, unit: str) -> Recurrence:
    """Every `number` units; counted by the year where that comes out even."""
    rule = f"FREQ={RULE_UNITS[unit]}" + (f";INTERVAL={number}" if number > 1 else "")
    whole, rest = divmod(A_YEAR[unit], number)
    if rest and not (unit == "W" and number == 1):
        return Recurrence(rule, 1, f"P{number}{unit}")
    return Recurrence(rule, whole, "P1Y")


Read = tuple[Recurrence, int]
