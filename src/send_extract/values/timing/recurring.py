"""What the rules of recurrence make: an RFC 5545 rule where there is one, and a count in a period."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.values.timing.rules import SPELLERS

if TYPE_CHECKING:
    from send_extract.values.timing.rules import Made, Match

DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKING: Final = "MO,TU,WE,TH,FR"
_RULE_UNITS: Final = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_PLAIN_RULES: Final = {f"FREQ={name}": unit for unit, name in _RULE_UNITS.items()}
_A_YEAR: Final = {"D": 365, "W": 52, "M": 12, "Y": 1}
_TERMS: Final = {"T": 3, "T2": 6}
_MONTHS_A_YEAR: Final = 12
_QUARTER: Final = 3
_MOST: Final = 99
# How many times a rule's own step goes into a length of a unit.
_STEPS_IN: Final = {
    ("W", "WEEKLY"): 1, ("M", "MONTHLY"): 1, ("Y", "MONTHLY"): 12, ("Y", "YEARLY"): 1, ("D", "DAILY"): 1,
}  # fmt: skip


class Recurrence(Struct, frozen=True, gc=False):
    """`times` times in each `period`; `rule` is the RRULE, None where RFC 5545 has none.

    `approximate` says that the words give a count alone; `other` is the other sense of an ambiguous word.
    """

    rule: str | None
    times: int
    period: str
    approximate: bool = False
    other: Recurrence | None = None


SPELLERS[Recurrence] = lambda recurrence: {"recurrence": recurrence}


def each_term(unit: str, count: int = 1) -> Recurrence:
    """`count` times in each term or half-term, for which there is no rule."""
    return Recurrence(None, count * _TERMS[unit], "P1Y", approximate=True)


def every(number: int, unit: str) -> Recurrence | None:
    """Every `number` units; counted by the year where that comes out even."""
    if unit == "B" and number == 1:
        return Recurrence(f"FREQ=DAILY;BYDAY={_WORKING}", 260, "P1Y")
    if unit not in _RULE_UNITS or not 0 < number <= _MOST:
        return None
    rule = f"FREQ={_RULE_UNITS[unit]}" + _interval(number)
    whole, rest = divmod(_A_YEAR[unit], number)
    is_even = not rest or (unit == "W" and number == 1)
    return Recurrence(rule, whole, "P1Y") if is_even else Recurrence(rule, 1, f"P{number}{unit}")


def _interval(number: int) -> str:
    return f";INTERVAL={number}" if number > 1 else ""


def make_frequency(match: Match) -> Made:
    """`monthly`, `bi-monthly`, `half-termly`."""
    rule, count, period = match.named["frequency"]
    sense = match.items[-1].senses.get("other_frequency")
    other = Recurrence(*sense) if sense else None
    return Recurrence(rule, count, period, approximate=rule is None, other=other)


def make_multiplied(match: Match) -> Made:
    """`6 monthly`, `three-weekly`: every so many of them."""
    return every(match.named["count"], _PLAIN_RULES.get(match.named["frequency"][0], ""))


def _step(match: Match) -> int:
    """How many units a step is: `other` and `second` are two, none written is one."""
    if "other" in match.named:
        return 2
    nth = int(match.get("nth", 0))
    return nth if nth > 1 else int(match.get("count", 1))


def make_every(match: Match) -> Made:
    """`every two months`, `each week`, `every other month`, `every half term`."""
    designator, size = match.named["unit"]
    step = _step(match) * size
    if designator in _TERMS:
        return each_term(designator) if step == 1 else None
    return every(step, designator)


def make_counted(match: Match) -> Made:
    """`6 times a year`, `once per term`, `three briefings a year`, `once every two months`."""
    count = match.get("once") or match.named["number"]
    designator, size = match.named["unit"]
    if designator in _TERMS:
        return each_term(designator, count)
    return _count_in(count, _step(match) * size, designator)


def make_counted_ly(match: Match) -> Made:
    """`twice yearly`, `3 times monthly`, `twice termly`."""
    count = match.get("once") or match.named["number"]
    rule, times, period = match.named["frequency"]
    if rule is None:
        return Recurrence(None, count * times, period, approximate=True)
    return _count_in(count, 1, _PLAIN_RULES.get(rule, ""))


def make_counted_yearly(match: Match) -> Made:
    """`6 p.a.`, `once per financial year`."""
    return _count_in(match.get("once") or match.named["number"], 1, "Y")


def make_yearly(_: Match) -> Made:
    """`every academic year`."""
    return every(1, "Y")


def _count_in(count: int, size: int, unit: str) -> Recurrence | None:
    """A count alone: the rule spreads it evenly, which the words do not say."""
    if unit not in _RULE_UNITS or count > _A_YEAR["D"]:
        return None
    if count == 1:
        return every(size, unit)
    if unit == "Y" and size == 1 and _MONTHS_A_YEAR % count == 0:
        return Recurrence(f"FREQ=MONTHLY{_interval(_MONTHS_A_YEAR // count)}", count, "P1Y", approximate=True)
    return Recurrence(None, count, f"P{size}{unit}", approximate=True)


def make_weekdays(match: Match) -> Made:
    """`every Monday`, `Mondays and Thursdays`, `every other Friday`, `alternate Tuesdays`."""
    days, step = _find_days(match), _step(match)
    times, period = {1: (52, "P1Y"), 2: (26, "P1Y")}.get(step, (1, f"P{step}W"))
    return Recurrence(f"FREQ=WEEKLY{_interval(step)};BYDAY={_join(days)}", times * len(days), period)


def make_working_week(match: Match) -> Made:
    """`Mon-Fri`: days without a date are a rhythm where they are the working week."""
    return make_weekdays(match) if _find_days(match) == list(DAYS[:5]) else None


def _find_days(match: Match) -> list[str]:
    """The weekdays that are named, and those between the two of a range."""
    numbers: list[int] = []
    is_range = False
    for item in match.items:
        number = item.senses.get("weekday", item.senses.get("weekdays"))
        if number is None:
            is_range = bool({"dash", "range"} & item.senses.keys()) and bool(numbers)
            continue
        between = (number - numbers[-1] - 1) % len(DAYS) if is_range else 0
        numbers += [(number - step) % len(DAYS) for step in range(between, -1, -1)]
        is_range = False
    return [DAYS[number] for number in dict.fromkeys(numbers)]


def make_placed(match: Match) -> Made:
    """`first Monday of each month`, `1st and 3rd Tuesdays of every month`, `last working day of the month`."""
    designator, size = match.named["unit"]
    units = {item.senses["unit"][0] for item in match.items[:-1] if "unit" in item.senses}
    if designator in _TERMS:
        return each_term(designator)
    is_month = designator == "M" and size in {1, _QUARTER} and not units - {"B", "D"}
    return _place(match, size) if is_month else None


def _place(match: Match, step: int) -> Recurrence | None:
    """Every `step` months on the days that the match counts."""
    numbers = [item.senses["nth"] for item in match.items if "nth" in item.senses]
    days = _find_days(match)
    if not numbers or not all(numbers):
        return None
    if any(item.senses.get("unit", ("",))[0] == "B" for item in match.items):
        by = f"BYDAY={_WORKING};BYSETPOS={_join(numbers)}"
    elif days:
        by = f"BYDAY={_join(f'{number}{day}' for number in numbers for day in days)}"
    else:
        by = f"BYMONTHDAY={_join(numbers)}"
    times = len(numbers) * max(1, len(days)) * _MONTHS_A_YEAR // step
    return Recurrence(f"FREQ=MONTHLY{_interval(step)};{by}", times, "P1Y")


def _join(numbers: Iterable[object]) -> str:
    return ",".join(map(str, numbers))


def make_end_of_each(match: Match) -> Made:
    """`end of each month`, `start of every quarter`."""
    day = {"end": -1, "start": 1, "first day": 1}.get(match.named["part"])
    designator, size = match.named["unit"]
    if designator in _TERMS:
        return each_term(designator)
    if day is None or designator != "M":
        return None
    return Recurrence(f"FREQ=MONTHLY{_interval(size)};BYMONTHDAY={day}", _MONTHS_A_YEAR // size, "P1Y")


def make_months(match: Match) -> Made:
    """`every September`, `each March and October`."""
    months = _find_months(match)
    return Recurrence(f"FREQ=YEARLY;BYMONTH={_join(months)}", len(months), "P1Y")


def _find_months(match: Match) -> list[int]:
    return sorted({item.senses["bare_month"].month for item in match.items if "bare_month" in item.senses})


def make_each_term(_match: Match) -> Made:
    """`each Autumn term`, `every summer`: once a year, when exactly the words do not say."""
    return Recurrence("FREQ=YEARLY", 1, "P1Y", approximate=True)


def make_unit_by_unit(match: Match) -> Made:
    """`month by month`, `week on week`; day to day is a manner of speaking."""
    designator, size = match.named["unit"]
    return (
        every(size, designator)
        if match.named["unit"] == match.named["again"] and designator in {"W", "M"}
        else None
    )


# What stands about a recurrence
# ---------------------------------------------------------------------------------------------------------


def make_same(match: Match) -> Made:
    """The recurrence as it is."""
    return match.named["recurrence"]


def make_about(match: Match) -> Made:
    """`at least monthly`, `weekly in term time`."""
    return replace(match.named["recurrence"], approximate=True)


def make_on_weekdays(match: Match) -> Made:
    """`weekly on Mondays`, `fortnightly on Tuesday and Thursday`."""
    return _on_weekdays(match.named["recurrence"], _find_days(match))


def make_both(match: Match) -> Made:
    """`fortnightly (Fridays)`, `annual review each March`: two wordings of one rhythm, of which one says more."""
    both = match.named["recurrence"], match.named["more"]
    recurrence, more = sorted(both, key=lambda one: ";BY" in (one.rule or ""))
    by = (more.rule or "").partition(";BY")[2]
    if recurrence.rule == "FREQ=YEARLY" and (more.rule or "").startswith("FREQ=YEARLY;BY"):
        return more
    return _on_weekdays(recurrence, by[4:].split(",")) if by.startswith("DAY=") else None


def _on_weekdays(recurrence: Recurrence, days: list[str]) -> Recurrence | None:
    rule = recurrence.rule or ""
    if not rule.startswith("FREQ=WEEKLY") or ";BY" in rule or any(day not in DAYS for day in days):
        return None
    times = recurrence.times * len(days) if recurrence.period == "P1Y" else len(days)
    return replace(recurrence, rule=f"{rule};BYDAY={_join(days)}", times=times, other=None)


def make_on_place(match: Match) -> Made:
    """`monthly on the first Monday`, `quarterly (last working day)`, `monthly on the 15th`, `1st Tuesday monthly`."""
    placed = [item.senses for before, item in pairwise(match.items) if "nth" in before.senses]
    steps = {f"FREQ=MONTHLY{_interval(step)}": step for step in (1, 2, _QUARTER)}
    step = steps.get(match.named["recurrence"].rule)
    return (
        _place(match, step) if step and all(senses.get("unit", "B")[0] in "BD" for senses in placed) else None
    )


def make_by_place(match: Match) -> Made:
    """`monthly by the 10th`: the day by which it is done each time."""
    return make_on_place(match) if match.named["bound"] == "by" else None


def make_by_day(match: Match) -> Made:
    """`by the 10th of each month`."""
    recurrence = match.named["recurrence"]
    is_placed = (recurrence.rule or "").startswith("FREQ=MONTHLY") and ";BY" in recurrence.rule
    return recurrence if is_placed and match.named["bound"] == "by" else None


def make_in_months(match: Match) -> Made:
    """`annually in September`, `quarterly (Jan, Apr, Jul, Oct)`: the months of a rule, where its count is theirs."""
    recurrence: Recurrence = match.named["recurrence"]
    rule = recurrence.rule or ""
    is_counted = (
        recurrence.period == "P1Y" and recurrence.times == len(_find_months(match)) and ";BY" not in rule
    )
    return make_months(match) if rule == "FREQ=YEARLY" or is_counted else None


def make_times(match: Match) -> Made:
    """`monthly x 3`, `fortnightly for 5 sessions`: a rule that ends after a count."""
    return _end_after(match.named["recurrence"], match.named["count"])


def make_times_in_length(match: Match) -> Made:
    """`weekly for six weeks`: a rule that ends after as many times as go into a length."""
    recurrence, length = match.named["recurrence"], match.named["length"]
    head, _, step = (recurrence.rule or "").partition(";INTERVAL=")
    size = _STEPS_IN.get((length.unit, head.removeprefix("FREQ=")), 0)
    count, rest = divmod(length.times * size, int(step) if step.isdigit() else 1)
    is_plain = length.anchor in {"", "plan"} and not length.most and ";BY" not in (recurrence.rule or "")
    return _end_after(recurrence, count) if is_plain and not rest else None


def _end_after(recurrence: Recurrence, count: int) -> Recurrence | None:
    if not recurrence.rule or count < 1 or "COUNT" in recurrence.rule or recurrence.approximate:
        return None
    return replace(recurrence, rule=f"{recurrence.rule};COUNT={count}", other=None)
