"""What the rules of recurrence make: an RFC 5545 rule where there is one, and a count in a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from send_extract.values.timing.lexicon import enter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from send_extract.values.timing.rules import Made, Match

DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKING: Final = "MO,TU,WE,TH,FR"
_RULE_UNITS: Final = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_A_YEAR: Final = {"D": 365, "W": 52, "M": 12, "Y": 1}
_TERMS: Final = {"T": 3, "T2": 6}
_MONTHS_A_YEAR: Final = 12
_MOST: Final = 99


class Recurrence(NamedTuple):
    """`times` times in each `period`; `rule` is the RRULE, None where RFC 5545 has none.

    `approximate` says that the words give a count alone; `other` is the other sense of an ambiguous word.
    """

    rule: str | None
    times: int
    period: str
    approximate: bool = False
    other: Recurrence | None = None


def spell_recurrence(recurrence: Recurrence) -> Mapping[str, Any]:
    """The classes of a recurrence."""
    return {"recurrence": recurrence}


enter("recurrence")


def every(number: int, unit: str) -> Recurrence | None:
    """Every `number` units; counted by the year where that comes out even. A term has no rule."""
    if unit in _TERMS:
        return Recurrence(None, _TERMS[unit], "P1Y", approximate=True) if number == 1 else None
    if unit == "B" and number == 1:
        return Recurrence(f"FREQ=DAILY;BYDAY={_WORKING}", 260, "P1Y")
    if unit not in _RULE_UNITS or not 0 < number <= _MOST:
        return None
    rule = f"FREQ={_RULE_UNITS[unit]}" + (f";INTERVAL={number}" if number > 1 else "")
    whole, rest = divmod(_A_YEAR[unit], number)
    if rest and not (unit == "W" and number == 1):
        return Recurrence(rule, 1, f"P{number}{unit}")
    return Recurrence(rule, whole, "P1Y")


def make_frequency(match: Match) -> Made:
    """`monthly`, `bi-monthly`, `half-termly`."""
    rule, count, period = match.named["frequency"]
    sense = match.items[-1].senses.get("other_frequency")
    other = Recurrence(*sense) if sense else None
    return spell_recurrence(Recurrence(rule, count, period, approximate=rule is None, other=other))


def make_multiplied(match: Match) -> Made:
    """`6 monthly`, `three-weekly`: every so many of them."""
    units = {"FREQ=MONTHLY": "M", "FREQ=WEEKLY": "W", "FREQ=YEARLY": "Y", "FREQ=DAILY": "D"}
    unit = units.get(match.named["frequency"][0] or "")
    found = every(match.named["count"], unit) if unit else None
    return found and spell_recurrence(found)


def _step(match: Match) -> int:
    """How many units a step is: `other` and `second` are two, none written is one."""
    if "other" in match.named:
        return 2
    nth = int(match.get("nth", 0))
    return nth if nth > 1 else int(match.get("count", 1))


def make_every(match: Match) -> Made:
    """`every two months`, `each week`, `every other month`, `every half term`."""
    designator, size = match.named["unit"]
    found = every(_step(match) * size, designator)
    return found and spell_recurrence(found)


def make_counted(match: Match) -> Made:
    """`6 times a year`, `once per term`, `three briefings a year`, `once every two months`."""
    count = match.get("once") or match.named["number"]
    if "frequency" in match.named:
        return _count_ly(count, match.named["frequency"])
    designator, size = match.named["unit"]
    step = _step(match) * size
    if count > _A_YEAR["D"]:
        return None
    if designator in _TERMS:
        return spell_recurrence(Recurrence(None, count * _TERMS[designator], "P1Y", approximate=True))
    if designator not in _RULE_UNITS:
        return None
    found = every(step, designator) if count == 1 else _count_in(count, step, designator)
    return found and spell_recurrence(found)


def _count_in(count: int, size: int, unit: str) -> Recurrence:
    """A count alone: the rule spreads it evenly, which the words do not say."""
    if unit == "Y" and size == 1 and _MONTHS_A_YEAR % count == 0:
        step = _MONTHS_A_YEAR // count
        rule = "FREQ=MONTHLY" + (f";INTERVAL={step}" if step > 1 else "")
        return Recurrence(rule, count, "P1Y", approximate=True)
    return Recurrence(None, count, f"P{size}{unit}", approximate=True)


def _count_ly(count: int, frequency: tuple[str | None, int, str]) -> Made:
    """`twice yearly`, `twice termly`."""
    unit = {"FREQ=MONTHLY": "M", "FREQ=WEEKLY": "W", "FREQ=YEARLY": "Y", "FREQ=DAILY": "D"}.get(
        frequency[0] or ""
    )
    if frequency[0] is None:
        return spell_recurrence(Recurrence(None, count * frequency[1], "P1Y", approximate=True))
    found = (every(1, unit) if count == 1 else _count_in(count, 1, unit)) if unit else None
    return found and spell_recurrence(found)


def make_weekdays(match: Match) -> Made:
    """`every Monday`, `Mondays and Thursdays`, `every other Friday`, `alternate Tuesdays`."""
    days = _find_days(match)
    step = _step(match)
    interval = f";INTERVAL={step}" if step > 1 else ""
    each = {1: (52, "P1Y"), 2: (26, "P1Y")}.get(step, (1, f"P{step}W"))
    rule = f"FREQ=WEEKLY{interval};BYDAY={','.join(days)}"
    return spell_recurrence(Recurrence(rule, each[0] * len(days), each[1]))


def _find_days(match: Match) -> list[str]:
    numbers = [item.senses.get("weekday", item.senses.get("weekdays")) for item in match.items]
    return [DAYS[number] for number in dict.fromkeys(number for number in numbers if number is not None)]


def make_placed(match: Match) -> Made:
    """`first Monday of each month`, `1st and 3rd Tuesdays of every month`, `last working day of the month`."""
    designator, size = match.named["unit"]
    units = [item.senses["unit"][0] for item in match.items[:-1] if "unit" in item.senses]
    if designator in _TERMS:
        return spell_recurrence(Recurrence(None, _TERMS[designator], "P1Y", approximate=True))
    if designator != "M" or size > 3 or set(units) - {"B", "D"}:  # noqa: PLR2004 - a quarter
        return None
    found = place(match, size)
    return found and spell_recurrence(found)


def place(match: Match, step: int) -> Recurrence | None:
    """Every `step` months on the days that the match counts."""
    numbers = [item.senses["nth"] for item in match.items if "nth" in item.senses]
    days = _find_days(match)
    if not all(numbers) or not numbers:
        return None
    rule = "FREQ=MONTHLY" + (f";INTERVAL={step}" if step > 1 else "")
    if any(item.senses.get("unit", ("",))[0] == "B" for item in match.items):
        by = f"BYDAY={_WORKING};BYSETPOS={_join(numbers)}"
    elif days:
        by = "BYDAY=" + ",".join(f"{number}{day}" for number in numbers for day in days)
    else:
        by = f"BYMONTHDAY={_join(numbers)}"
    return Recurrence(f"{rule};{by}", len(numbers) * max(1, len(days)) * _MONTHS_A_YEAR // step, "P1Y")


def _join(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def make_end_of_each(match: Match) -> Made:
    """`end of each month`, `start of every quarter`."""
    day = {"end": -1, "start": 1}.get(match.named["part"])
    designator, size = match.named["unit"]
    if designator in _TERMS:
        return spell_recurrence(Recurrence(None, _TERMS[designator], "P1Y", approximate=True))
    if day is None or designator != "M":
        return None
    interval = f";INTERVAL={size}" if size > 1 else ""
    return spell_recurrence(
        Recurrence(f"FREQ=MONTHLY{interval};BYMONTHDAY={day}", _MONTHS_A_YEAR // size, "P1Y")
    )


def make_months(match: Match) -> Made:
    """`every September`, `each March and October`."""
    months = {item.senses["bare_month"].month for item in match.items if "bare_month" in item.senses}
    return spell_recurrence(Recurrence(f"FREQ=YEARLY;BYMONTH={_join(sorted(months))}", len(months), "P1Y"))


def make_each_term(_match: Match) -> Made:
    """`each Autumn term`, `every summer`: once a year, when exactly the words do not say."""
    return spell_recurrence(Recurrence("FREQ=YEARLY", 1, "P1Y", approximate=True))


def make_unit_by_unit(match: Match) -> Made:
    """`month by month`, `week on week`; day to day is a manner of speaking."""
    if match.named["unit"] != match.named["again"] or match.named["unit"][0] not in {"W", "M"}:
        return None
    found = every(match.named["unit"][1], match.named["unit"][0])
    return found and spell_recurrence(found)


# What stands about a recurrence
# ---------------------------------------------------------------------------------------------------------


def make_same(match: Match) -> Made:
    """The recurrence as it is."""
    return spell_recurrence(match.named["recurrence"])


def make_about(match: Match) -> Made:
    """`at least monthly`, `weekly in term time`."""
    return spell_recurrence(match.named["recurrence"]._replace(approximate=True))


def make_on_weekdays(match: Match) -> Made:
    """`weekly on Mondays`, `fortnightly (Fridays)`."""
    recurrence, days = match.named["recurrence"], _find_days(match)
    more = match.get("more")
    if more and recurrence.rule == "FREQ=YEARLY" and (more.rule or "").startswith("FREQ=YEARLY;BY"):
        return spell_recurrence(more)  # `annual review each March`
    if more and more.rule and "BYDAY=" in more.rule and "BYDAY=" not in (recurrence.rule or ""):
        days = more.rule.partition("BYDAY=")[2].split(",")
    rule = recurrence.rule or ""
    if not days or not rule.startswith("FREQ=WEEKLY") or "BY" in rule or len(days[0]) > len(DAYS[0]):
        return None
    times = recurrence.times * len(days) if recurrence.period == "P1Y" else len(days)
    return spell_recurrence(
        recurrence._replace(rule=f"{rule};BYDAY={','.join(days)}", times=times, other=None)
    )


def make_on_place(match: Match) -> Made:
    """`monthly on the first Monday`, `quarterly (last working day)`, `monthly on the 15th`."""
    step = {"FREQ=MONTHLY": 1, "FREQ=MONTHLY;INTERVAL=2": 2, "FREQ=MONTHLY;INTERVAL=3": 3}
    rule = match.named["recurrence"].rule
    found = place(match, step[rule]) if rule in step else None
    return found and spell_recurrence(found)


def make_in_months(match: Match) -> Made:
    """`annually in September`, `quarterly (Jan, Apr, Jul, Oct)`: the months of a rule, where its count is theirs."""
    recurrence = match.named["recurrence"]
    months = sorted({item.senses["bare_month"].month for item in match.items if "bare_month" in item.senses})
    is_yearly = recurrence.rule == "FREQ=YEARLY"
    if not is_yearly and (
        recurrence.period != "P1Y" or recurrence.times != len(months) or "BY" in (recurrence.rule or "")
    ):
        return None
    rule = f"FREQ=YEARLY;BYMONTH={_join(months)}"
    return spell_recurrence(Recurrence(rule, len(months), "P1Y"))


def make_times(match: Match) -> Made:
    """`weekly for six weeks`, `monthly x 3`: a rule that ends after a count."""
    recurrence, length = match.named["recurrence"], match.get("length")
    count = match.get("count", 0)
    if length:
        units = {
            ("W", "WEEKLY"): 1,
            ("M", "MONTHLY"): 1,
            ("Y", "MONTHLY"): 12,
            ("Y", "YEARLY"): 1,
            ("D", "DAILY"): 1,
        }
        rule = recurrence.rule or ""
        parts = dict(part.split("=") for part in rule.split(";") if part)
        size = units.get((length.unit, parts.get("FREQ", "")), 0)
        count, rest = divmod(length.times * size, int(parts.get("INTERVAL", "1")))
        if rest or length.most or length.anchor not in {"", "plan"} or "BY" in rule:
            return None
    if not recurrence.rule or count < 1 or "COUNT" in recurrence.rule or recurrence.approximate:
        return None
    return spell_recurrence(recurrence._replace(rule=f"{recurrence.rule};COUNT={count}", other=None))
