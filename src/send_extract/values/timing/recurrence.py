"""Recurrences: how often, as an RFC 5545 rule where there is one, and as a count in a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.values.timing.phrases import index_phrases, is_hyphen, match_phrase
from send_extract.values.timing.words import EVENTS, FREQUENCIES, NUMBERS, ORDINALS, OTHER_FREQUENCIES, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from send_extract.values.timing.periods import Scan

_EVENTS = index_phrases(EVENTS)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONTHS_A_YEAR = 12
_RULE_UNITS = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_A_YEAR = {"D": 365, "W": 52, "M": 12, "Y": 1}


class Recurrence(NamedTuple):
    """`times` times in each `period`; `rule` is the RRULE, None where RFC 5545 has none.

    `approximate` says that the words give a count alone; `other` is the other sense of an ambiguous word.
    """

    rule: str | None
    times: int
    period: str
    approximate: bool = False
    other: Recurrence | None = None


Read = tuple[Recurrence, int]


def read_recurrence(scan: Scan, at: int) -> Read | None:
    """The recurrence that begins at token `at`, and the index behind it and the event it names."""
    for words in (("at", "least"), ("no", "less", "than"), ("minimum", "of"), ("a", "minimum", "of"), ("minimum",)):
        if scan.words(at, *words):
            found = read_recurrence(scan, at + len(words))
            return (found[0]._replace(approximate=True), found[1]) if found else None
    start = at
    at += scan.word(at) in {"on", "at", "in", "to", "with"}
    articles = (at, at + 1) if scan.word(at) in {"a", "an", "the", "be", "regular"} else (at,)
    for place in articles:
        for rule in _RULES:
            found = rule(scan, place)
            if found:
                return _read_qualifiers(scan, *found)
    return None if start == at else _read_every_day(scan, start)


def _read_qualifiers(scan: Scan, recurrence: Recurrence, at: int) -> Read:
    recurrence, at = _read_months(scan, at, recurrence)
    recurrence, at = _read_weekdays(scan, at, recurrence)
    recurrence, at = _read_place(scan, at, recurrence)
    return recurrence, _skip_events(scan, at)


def _skip_events(scan: Scan, at: int) -> int:
    """Past the nouns of a regular event (`monthly progress meetings`), which add nothing."""
    while found := match_phrase(_EVENTS, scan.tokens, at):
        at = found[1]
    return at


def _past_hyphen(scan: Scan, at: int) -> int:
    return at + 1 if at < len(scan.tokens) and is_hyphen(scan.tokens, at) else at


def _number(scan: Scan, at: int) -> int:
    """The number at `at`, in figures or words; 0 where there is none."""
    if scan.kind(at) == "number":
        return scan.tokens[at].number
    return NUMBERS.get(scan.word(at), 0)


# One word: monthly, bi-monthly, six-monthly
# ------------------------------------------------------------------------


def _read_frequency_word(scan: Scan, at: int) -> Read | None:
    """`monthly`, `bi-monthly`, `half-yearly`, `6 monthly`, `three-weekly`, `twice yearly`, `half-termly`."""
    word, behind = scan.word(at), at + 1
    if word in {"bi", "semi", "half"}:
        behind = _past_hyphen(scan, behind)
        return _read_prefixed(scan, word, behind)
    if word in FREQUENCIES:
        return _frequency(word), behind
    number = _number(scan, at) if word not in {"a", "an"} else 0
    following = _past_hyphen(scan, behind)
    if number and scan.word(following) in FREQUENCIES:
        return _multiplied(number, scan.word(following), following + 1)
    return None


def _read_prefixed(scan: Scan, prefix: str, at: int) -> Read | None:
    word = scan.word(at)
    if prefix in {"half", "semi"}:
        if word == "termly":
            return Recurrence(None, 6, "P1Y", approximate=True), at + 1
        if word in {"yearly", "annual", "annually"}:
            return Recurrence("FREQ=MONTHLY;INTERVAL=6", 2, "P1Y"), at + 1
        return None
    return (_frequency(prefix + word), at + 1) if prefix + word in FREQUENCIES else None


def _frequency(word: str) -> Recurrence:
    rule, count, period = FREQUENCIES[word]
    sense = OTHER_FREQUENCIES.get(word)
    other = Recurrence(*sense) if sense else None
    return Recurrence(rule, count, period, approximate=rule is None, other=other)


def _multiplied(number: int, word: str, at: int) -> Read | None:
    """`6 monthly` is every six months."""
    unit = {"monthly": "M", "weekly": "W", "yearly": "Y", "daily": "D"}.get(word)
    return (_every(number, unit), at) if unit and number < 100 else None  # noqa: PLR2004 - a year is no interval


def _every(number: int, unit: str) -> Recurrence:
    """Every `number` units; counted by the year where that comes out even."""
    rule = f"FREQ={_RULE_UNITS[unit]}" + (f";INTERVAL={number}" if number > 1 else "")
    whole, rest = divmod(_A_YEAR[unit], number)
    if rest and not (unit == "W" and number == 1):
        return Recurrence(rule, 1, f"P{number}{unit}")
    return Recurrence(rule, whole, "P1Y")


# Every, each, once a
# ------------------------------------------------------------------------------------------------


def _read_every(scan: Scan, at: int) -> Read | None:
    """`every two months`, `each week`, `every other month`, `every half term`, `each term`, `every 6 weeks`."""
    if scan.word(at) not in {"every", "each", "per"}:
        return None
    at += 1
    number, at = _read_step(scan, at)
    at = _past_hyphen(scan, at)
    if scan.word(at) == "half" and scan.word(_past_hyphen(scan, at + 1)) == "term" and number == 1:
        return Recurrence(None, 6, "P1Y", approximate=True), _past_hyphen(scan, at + 1) + 1
    if scan.word(at) == "term" and number == 1:
        return Recurrence(None, 3, "P1Y", approximate=True), at + 1
    if scan.word(at) == "half" and scan.word(_past_hyphen(scan, at + 1)) == "year" and number == 1:
        return Recurrence("FREQ=MONTHLY;INTERVAL=6", 2, "P1Y"), _past_hyphen(scan, at + 1) + 1
    at += scan.word(at) in {"calendar", "financial"}
    designator, size = UNITS.get(scan.word(at), ("", 1))
    if designator not in _RULE_UNITS or not number:
        return None
    return _every(number * size, designator), at + 1


def _read_step(scan: Scan, at: int) -> tuple[int, int]:
    """How many units a step is: `other` and `second` are two, none written is one."""
    if scan.word(at) in {"other", "alternate"}:
        return 2, at + 1
    if scan.kind(at) == "ordinal":
        return scan.tokens[at].number, at + 1
    ordinal = ORDINALS.get(scan.word(at), 0)
    if ordinal > 1:
        return ordinal, at + 1
    number = _number(scan, at)
    return (number, at + 1) if number else (1, at)


def _read_every_day(scan: Scan, at: int) -> Read | None:
    """`every Monday`, `Mondays`, `on Mondays`, `each Friday`."""
    at += scan.word(at) == "on"
    stated = scan.word(at) in {"every", "each"}
    at += stated
    step, at = _read_step(scan, at) if stated else (1, at)
    if not (scan.kind(at) == "weekdays" or (stated and scan.kind(at) == "weekday")):
        return None
    interval = f";INTERVAL={step}" if step > 1 else ""
    count = (52, "P1Y") if step == 1 else (26, "P1Y") if step == 2 else (1, f"P{step}W")  # noqa: PLR2004 - weeks
    return Recurrence(f"FREQ=WEEKLY{interval};BYDAY={_DAYS[scan.tokens[at].number]}", *count), at + 1


def _read_times(scan: Scan, at: int) -> Read | None:
    """`6 times a year`, `twice yearly`, `once per term`, `3 x per year`, `at least four times a year`."""
    found = _read_count(scan, at)
    if not found:
        return None
    count, at = found
    if scan.word(at) in {"a", "an", "per", "each", "every", "in"}:
        at += scan.word(at + 1) in {"a", "an", "each", "any"} and scan.word(at) == "in"
        step, behind = _read_step(scan, at + 1)
        if step > 1:
            return _counted_every(scan, behind, count, step)
        return _counted_in(scan, at + 1, count)
    word = scan.word(at)
    if word in {"yearly", "annually", "monthly", "weekly", "termly", "daily"}:
        unit = {"yearly": "Y", "annually": "Y", "monthly": "M", "weekly": "W", "daily": "D"}.get(word)
        return (_count_in(count, unit), at + 1) if unit else (_terms(count, 3), at + 1)
    return None


def _read_count(scan: Scan, at: int) -> tuple[int, int] | None:
    for words in (("at", "least"), ("up", "to"), ("a", "minimum", "of"), ("minimum", "of"), ("minimum",)):
        if scan.words(at, *words):
            at += len(words)
    once = {"once": 1, "twice": 2, "thrice": 3}.get(scan.word(at))
    if once:
        return once, at + 1
    number = _number(scan, at)
    if not number or number > _A_YEAR["D"]:
        return None
    if scan.word(at + 1) in {"times", "x", "meetings", "sessions", "events", "reports", "reviews"}:
        return number, at + 2
    return (number, at + 1) if scan.word(at + 1) == "per" and scan.kind(at) == "number" else None


def _counted_in(scan: Scan, at: int, count: int) -> Read | None:
    if scan.word(at) == "half" and scan.word(_past_hyphen(scan, at + 1)) == "term":
        return _terms(count, 6), _past_hyphen(scan, at + 1) + 1
    if scan.word(at) == "term":
        return _terms(count, 3), at + 1
    at += scan.word(at) in {"calendar", "financial", "academic", "school"}
    designator, size = UNITS.get(scan.word(at), ("", 1))
    if designator not in _RULE_UNITS:
        return None
    return (_count_in(count, designator) if size == 1 else _count_in_units(count, size, designator)), at + 1


def _counted_every(scan: Scan, at: int, count: int, step: int) -> Read | None:
    """`once every two months`, `twice every other week`."""
    designator, size = UNITS.get(scan.word(at), ("", 1))
    return (_count_in_units(count, size * step, designator), at + 1) if designator in _RULE_UNITS else None


def _terms(count: int, times: int) -> Recurrence:
    return Recurrence(None, count * times, "P1Y", approximate=True)


def _count_in(count: int, unit: str) -> Recurrence:
    """A count alone: the rule spreads it evenly, which the words do not say."""
    if count == 1:
        return _every(1, unit)
    if unit == "Y" and _MONTHS_A_YEAR % count == 0:
        step = _MONTHS_A_YEAR // count
        rule = "FREQ=MONTHLY" + (f";INTERVAL={step}" if step > 1 else "")
        return Recurrence(rule, count, "P1Y", approximate=True)
    return Recurrence(None, count, f"P1{unit}", approximate=True)


def _count_in_units(count: int, size: int, unit: str) -> Recurrence:
    return _every(size, unit) if count == 1 else Recurrence(None, count, f"P{size}{unit}", approximate=True)


# Days of a month
# ----------------------------------------------------------------------------------------------------


def _read_day_of_month(scan: Scan, at: int) -> Read | None:
    """`first Monday of each month`, `the 15th of every month`, `last Friday of the month`, `end of each month`."""
    at += scan.word(at) == "the"
    ordinal = scan.tokens[at].number if scan.kind(at) == "ordinal" else ORDINALS.get(scan.word(at), 0)
    ordinal = -1 if scan.word(at) == "end" else ordinal
    if not ordinal:
        return None
    at += 1
    weekday = scan.tokens[at].number if scan.kind(at) == "weekday" else None
    at += weekday is not None
    at += weekday is None and scan.word(at) == "day"
    unit, behind = _read_of_each(scan, at)
    if not unit:
        return None
    return _placed(ordinal, weekday, unit), behind


def _read_of_each(scan: Scan, at: int) -> tuple[str, int]:
    """The unit of `of each month`, `in every quarter`, and the index behind it; empty where none stands."""
    if scan.word(at) not in {"of", "in", "every", "each"}:
        return "", at
    at += scan.word(at) in {"of", "in"}
    if scan.word(at) not in {"every", "each", "the"}:
        return "", at
    step = 3 if scan.word(at + 1) == "quarter" else 0
    if scan.word(at + 1) == "month":
        step = 1
    return (f";INTERVAL={step}" if step > 1 else ";", at + 2) if step else ("", at)


def _placed(ordinal: int, weekday: int | None, unit: str) -> Recurrence:
    step = "" if unit == ";" else unit
    count = 12 if unit == ";" else 4
    place = f"BYMONTHDAY={ordinal}" if weekday is None else f"BYDAY={ordinal}{_DAYS[weekday]}"
    return Recurrence(f"FREQ=MONTHLY{step};{place}", count, "P1Y")


def _read_month_by_month(scan: Scan, at: int) -> Read | None:
    """`month by month`, `week on week`, `month to month`."""
    unit = UNITS.get(scan.word(at))
    first, link, last = at, _past_hyphen(scan, at + 1), 0
    if unit and scan.word(link) in {"by", "on", "to", "after"}:
        last = _past_hyphen(scan, link + 1)
    if last and scan.word(first) == scan.word(last) and unit and unit[0] in _RULE_UNITS:
        return _every(unit[1], unit[0]), last + 1
    return None


def _read_place(scan: Scan, at: int, recurrence: Recurrence) -> Read:
    """The day of `monthly on the first Monday`, `monthly (last Friday)`."""
    if recurrence.rule != "FREQ=MONTHLY":
        return recurrence, at
    behind = at
    while scan.kind(behind) in {"comma", "open", "dash"} or scan.word(behind) in {"on", "the"}:
        behind += 1
    token = scan.tokens[behind] if behind < len(scan.tokens) else None
    ordinal = token.number if token and token.kind == "ordinal" else ORDINALS.get(scan.word(behind), 0)
    if not ordinal or scan.kind(behind + 1) != "weekday":
        return recurrence, at
    placed = _placed(ordinal, scan.tokens[behind + 1].number, ";")
    return placed, behind + 2 + (scan.kind(behind + 2) == "close")


def _read_every_month(scan: Scan, at: int) -> Read | None:
    """`every September`, `each March and October`."""
    if scan.word(at) not in {"every", "each"} or scan.kind(at + 1) != "month":
        return None
    return _read_month_list(scan, at + 1, Recurrence("FREQ=YEARLY", 1, "P1Y"))


def _read_months(scan: Scan, at: int, recurrence: Recurrence) -> Read:
    """The months of `annually in September`, `yearly each March`; none where a year follows."""
    if recurrence.rule != "FREQ=YEARLY":
        return recurrence, at
    behind = at
    while scan.kind(behind) == "comma":
        behind += 1
    if scan.word(behind) not in {"in", "every", "each", "during"} or scan.kind(behind + 1) != "month":
        return recurrence, at
    return _read_month_list(scan, behind + 1, recurrence) or (recurrence, at)


def _read_month_list(scan: Scan, at: int, recurrence: Recurrence) -> Read | None:
    months = [scan.tokens[at].number]
    at += 1
    while scan.kind(at) in {"comma", "and", "slash"} and scan.kind(at + 1) in {"month", "and"}:
        at += 1 + (scan.kind(at + 1) == "and")
        if scan.kind(at) != "month":
            return None
        months.append(scan.tokens[at].number)
        at += 1
    if scan.kind(at) in {"year", "years", "short_year", "number", "ordinal", "dash"}:
        return None
    listed = ",".join(str(month) for month in sorted(months))
    return Recurrence(f"{recurrence.rule};BYMONTH={listed}", len(months), "P1Y"), at


def _read_weekdays(scan: Scan, at: int, recurrence: Recurrence) -> Read:
    """The weekday of `weekly on Mondays`, `fortnightly (Fridays)`."""
    if not recurrence.rule or not recurrence.rule.startswith("FREQ=WEEKLY") or "BYDAY" in recurrence.rule:
        return recurrence, at
    behind = at
    while scan.kind(behind) in {"comma", "open", "dash"} or scan.word(behind) in {"on", "every", "each", "a"}:
        behind += 1
    if behind == at or scan.kind(behind) not in {"weekday", "weekdays"} or scan.kind(behind + 1) == "number":
        return recurrence, at
    rule = f"{recurrence.rule};BYDAY={_DAYS[scan.tokens[behind].number]}"
    return recurrence._replace(rule=rule, other=None), behind + 1 + (scan.kind(behind + 1) == "close")


_RULES: Sequence[Callable[[Scan, int], Read | None]] = (
    _read_times,
    _read_day_of_month,
    _read_frequency_word,
    _read_every_month,
    _read_every,
    _read_every_day,
    _read_month_by_month,
)
