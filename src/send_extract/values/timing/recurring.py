"""What the rules of recurrence make: an RFC 5545 rule where there is one, and a count in a period."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from send_extract.values.timing.calendar import MONTHS_A_YEAR
from send_extract.values.timing.recurrence import DAYS, TERMS, WORKING, Recurrence, every, join
from send_extract.values.timing.rules import SPELLERS, Made, Match, spell_as

_QUARTER: Final = 3
# How many times a rule's own step goes into a length of a unit.
_STEPS_IN: Final = {("W", "W"): 1, ("M", "M"): 1, ("Y", "M"): 12, ("Y", "Y"): 1, ("D", "D"): 1}


SPELLERS[Recurrence] = spell_as("recurrence")
# The other senses of `bi-monthly`, `bi-weekly` and `bi-annually`.
_OTHERS: Final = {
    ("M", 2): Recurrence("M", times=24, days="BYMONTHDAY=1,15"), ("W", 2): Recurrence("", times=2, period="P1W"),
    ("M", 6): Recurrence("Y", 2, period="P2Y"),
}  # fmt: skip


def make_every(match: Match) -> Made:
    """`monthly`, `6 monthly`, `every two months`, `each week`, `every half term`, `every academic year`."""
    designator, size = _find_unit(match)
    if {"count", "frequency"} <= match.named.keys() and size > 1:
        return None
    made = every(_find_step(match) * size, designator)
    is_ambiguous = "other_frequency" in match.items[-1].senses and "count" not in match.named
    return replace(made, other=_OTHERS[designator, size]) if made and is_ambiguous else made


def make_counted(match: Match) -> Made:
    """`5 times a year`, `once per term`, `3 briefings a year`, `twice yearly`, `6 p.a.`, `once every two months`."""
    designator, size = _find_unit(match)
    if ("frequency" in match.named and size > 1) or ("times" in match.named and designator in {"D", "H"}):
        return None
    count = match.get("once") or match.named["number"]
    return every(1 if designator in TERMS else _find_step(match) * size, designator, count)


def _find_unit(match: Match) -> tuple[str, int]:
    unit: tuple[str, int] = match.get("unit") or match.get("frequency") or ("Y", 1)
    return unit


def _find_step(match: Match) -> int:
    """How many units a step is: `other` and `second` are two, none written is one."""
    nth = int(match.get("nth", 0))
    return 2 if "other" in match.named else nth if nth > 1 else int(match.get("count", 1))


def make_weekdays(match: Match) -> Made:
    """`every Monday`, `Mondays and Thursdays`, `every other Friday`, `alternate Tuesdays`."""
    days, step = _find_days(match), _find_step(match)
    times, period = {1: (52, "P1Y"), 2: (26, "P1Y")}.get(step, (1, f"P{step}W"))
    return Recurrence("W", step, times * len(days), period, days=f"BYDAY={join(days)}")


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
    """`second Tuesday of each month`, `1st and 3rd Tuesdays of every month`, `last working day of the month`."""
    designator, size = match.named["unit"]
    units = {item.senses["unit"][0] for item in match.items[:-1] if "unit" in item.senses}
    if designator in TERMS:
        return every(1, designator)
    is_month = designator == "M" and size in {1, _QUARTER} and not units - {"B", "D"}
    return _place(match, size) if is_month else None


def make_placed_weekdays(match: Match) -> Made:
    """`every 1st and 3rd Thursday`, `last Fridays`; but `every second Friday` is one in two."""
    places = match.list_all("nth")
    is_second = len(places) == 1 and places[0] not in {1, -1} and "weekday" in match.items[-1].senses
    return None if is_second else _place(match, 1)


def _place(match: Match, step: int) -> Recurrence | None:
    """Every `step` months on the days that the match counts."""
    numbers, days = match.list_all("nth"), _find_days(match)
    if not numbers or not all(numbers):
        return None
    if "B" in dict(match.list_all("unit")):
        by = f"BYDAY={WORKING};BYSETPOS={join(numbers)}"
    elif days:
        by = f"BYDAY={join(f'{number}{day}' for number in numbers for day in days)}"
    else:
        by = f"BYMONTHDAY={join(numbers)}"
    return Recurrence("M", step, len(numbers) * max(1, len(days)) * MONTHS_A_YEAR // step, days=by)


def make_end_of_each(match: Match) -> Made:
    """`end of each month`, `start of every quarter`."""
    day = {"end": -1, "start": 1, "first day": 1}.get(match.named["part"])
    designator, size = match.named["unit"]
    if designator in TERMS:
        return every(1, designator)
    is_month = day is not None and designator == "M"
    return Recurrence("M", size, MONTHS_A_YEAR // size, days=f"BYMONTHDAY={day}") if is_month else None


def make_months(match: Match) -> Made:
    """`every September`, `each March and October`."""
    months = {period.month for period in match.list_all("bare_month")}
    return Recurrence("Y", times=len(months), months=tuple(sorted(months)))


def make_unit_by_unit(match: Match) -> Made:
    """`month by month`, `week on week`; day to day is a manner of speaking."""
    designator, size = match.named["unit"]
    is_one = match.named["unit"] == match.named["again"] and designator in {"W", "M"}
    return every(size, designator) if is_one else None


def make_same(match: Match) -> Made:
    """The recurrence as it is."""
    return match.named["recurrence"]


def make_about(match: Match) -> Made:
    """`at least monthly`, `weekly in term time`."""
    return replace(match.named["recurrence"], approximate=True)


def make_on_weekdays(match: Match) -> Made:
    """`weekly on Mondays`, `fortnightly on Tuesday and Thursday`."""
    return _on_weekdays(match.named["recurrence"], f"BYDAY={join(_find_days(match))}")


def make_both(match: Match) -> Made:
    """`fortnightly (Fridays)`, `annual review each March`: two wordings of one rhythm, of which one says more."""
    both: tuple[Recurrence, Recurrence] = match.named["recurrence"], match.named["more"]
    recurrence, more = sorted(both, key=lambda one: not one.is_bare)
    if recurrence.is_each("D") and more.unit == "W" and more.days:
        return more
    if recurrence.is_each("Y") and more.unit == "Y" and not more.is_bare:
        return more
    return _on_weekdays(recurrence, more.days)


def _on_weekdays(recurrence: Recurrence, days: str) -> Recurrence | None:
    names = days.removeprefix("BYDAY=").split(",")
    if recurrence == every(1, "W", len(names)) and set(names) <= set(DAYS):
        return Recurrence("W", times=52 * len(names), days=days)  # `twice weekly (Mon & Thurs)`
    if recurrence.unit != "W" or not recurrence.is_bare or not set(names) <= set(DAYS):
        return None
    times = recurrence.times * len(names) if recurrence.period == "P1Y" else len(names)
    return replace(recurrence, days=days, times=times, other=None)


def make_on_place(match: Match) -> Made:
    """`monthly on the first Monday`, `quarterly (last working day)`, `monthly on the 15th`, `1st Tuesday monthly`."""
    recurrence: Recurrence = match.named["recurrence"]
    placed = [item.senses for before, item in pairwise(match.items) if "nth" in before.senses]
    is_month = recurrence.unit == "M" and recurrence.step <= _QUARTER and recurrence.is_bare
    is_day = all(senses.get("unit", "B")[0] in "BD" for senses in placed)
    return _place(match, recurrence.step) if is_month and is_day else None


def make_by_day(match: Match) -> Made:
    """`monthly by the 10th`, `by the 10th of each month`: the day by which it is done each time."""
    recurrence: Recurrence = match.named["recurrence"]
    if match.named["bound"] != "by":
        return None
    if match.list_all("nth"):
        return make_on_place(match)
    return recurrence if recurrence.unit == "M" and recurrence.days else None


def make_in_months(match: Match) -> Made:
    """`annually in November`, `quarterly (Jan, Apr, Jul, Oct)`: the months of a rule, where its count is theirs."""
    recurrence: Recurrence = match.named["recurrence"]
    months = make_months(match)
    is_counted = recurrence.period == "P1Y" and recurrence.times == months.times and recurrence.is_bare
    return months if recurrence.is_each("Y") or is_counted else None


def make_except_months(match: Match) -> Made:
    """`monthly except August`: in all other months."""
    recurrence, left_out = match.named["recurrence"], make_months(match).months
    months = tuple(month for month in range(1, MONTHS_A_YEAR + 1) if month not in left_out)
    if recurrence.unit not in {"W", "M"} or recurrence.step > 1 or recurrence.months or recurrence.ends:
        return None
    times = recurrence.times * len(months) // MONTHS_A_YEAR
    return replace(recurrence, months=months, times=times, approximate=recurrence.unit == "W", other=None)


def make_times(match: Match) -> Made:
    """`monthly x 3`, `fortnightly for 5 sessions`: a rule that ends after a count."""
    return _end_after(match.named["recurrence"], match.named["count"])


def make_times_in_length(match: Match) -> Made:
    """`weekly for six weeks`: a rule that ends after as many times as go into a length."""
    recurrence, length = match.named["recurrence"], match.named["length"]
    size = _STEPS_IN.get((length.unit, recurrence.unit), 0)
    count, rest = divmod(length.times * size, recurrence.step)
    is_plain = length.anchor in {"", "plan"} and not length.most and recurrence.is_bare
    return _end_after(recurrence, count) if is_plain and not rest else None


def _end_after(recurrence: Recurrence, count: int) -> Recurrence | None:
    if not recurrence.unit or count < 1 or recurrence.ends or recurrence.approximate:
        return None
    return replace(recurrence, ends=count, other=None)
