"""What recurs: an RFC 5545 rule where there is one, and a count in a period."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from send_extract.values.timing.calendar import MONTHS_A_YEAR
from send_extract.values.timing.model import Frequency

DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of the week as RFC 5545 has them."""
WORKING: Final = "MO,TU,WE,TH,FR"
"""Its working days."""
TERMS: Final = {"T": 3, "T2": 6}
"""Units that are terms and halves of them, each with how many of it a year has."""
_RULE_UNITS: Final = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_A_YEAR: Final = {"D": 365, "W": 52, "M": 12, "Y": 1}
_STEPS: Final = range(1, 100)


class Recurrence(Struct, frozen=True, gc=False):
    """`times` times in each `period`; the rule is every `step` of a `unit`, none where RFC 5545 has none.

    `months` and `days` (`BYDAY=MO`) say when in it, `ends` after how many times it ends. `approximate` says that the
    words give a count alone; `other` is the other sense of an ambiguous word.
    """

    unit: str
    step: int = 1
    times: int = 1
    period: str = "P1Y"
    months: tuple[int, ...] = ()
    days: str = ""
    ends: int = 0
    approximate: bool = False
    other: Recurrence | None = None

    @property
    def rule(self) -> str | None:
        """The RFC 5545 rule."""
        if not self.unit:
            return None
        parts = [f"FREQ={_RULE_UNITS[self.unit]}", f"INTERVAL={self.step}" if self.step > 1 else ""]
        parts += [f"BYMONTH={join(self.months)}" if self.months else "", self.days]
        return ";".join(filter(None, [*parts, f"COUNT={self.ends}" if self.ends else ""]))

    @property
    def frequency(self) -> Frequency:
        """How often, as a count in a period."""
        return Frequency(self.times, self.period)

    @property
    def is_bare(self) -> bool:
        """Whether it says how often alone."""
        return not (self.months or self.days or self.ends)

    def is_each(self, unit: str) -> bool:
        """Whether it is once in each `unit`, and nothing says when."""
        return self.unit == unit and self.step == 1 and self.is_bare


def every(step: int, unit: str, count: int = 1) -> Recurrence | None:
    """Every `step` units, or `count` times in them; counted by the year where that comes out even.

    A count alone has a rule where it spreads evenly, which the words do not say; a term has none.
    """
    if unit in TERMS:
        return Recurrence("", times=count * TERMS[unit], approximate=True) if step == 1 else None
    if unit == "B":
        return Recurrence("D", times=260, days=f"BYDAY={WORKING}") if step == count == 1 else None
    if unit not in _RULE_UNITS or step not in _STEPS:
        return None
    return _count_once(step, unit) if count == 1 else _count_several(step, unit, count)


def _count_once(step: int, unit: str) -> Recurrence:
    whole, rest = divmod(_A_YEAR[unit], step)
    is_even = not rest or (unit == "W" and step == 1)
    return Recurrence(unit, step, whole) if is_even else Recurrence(unit, step, period=f"P{step}{unit}")


def _count_several(step: int, unit: str, count: int) -> Recurrence | None:
    if count > _A_YEAR["D"]:
        return None
    if unit == "Y" and step == 1 and MONTHS_A_YEAR % count == 0:
        return Recurrence("M", MONTHS_A_YEAR // count, count, approximate=True)
    return Recurrence("", times=count, period=f"P{step}{unit}", approximate=True)


def join(numbers: Iterable[object]) -> str:
    """Values of a part of a rule, a comma between them."""
    return ",".join(map(str, numbers))
