"""Recurrences: how often, as an RFC 5545 rule where there is one, and as a count in a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.values.timing.periods.model import past_hyphen
from send_extract.values.timing.phrases import index_phrases, match_phrase
from send_extract.values.timing.recurrence.counts import read_times
from send_extract.values.timing.recurrence.days import (
    read_day_of_month,
    read_every_day,
    read_every_month,
    read_months,
    read_place,
    read_weekdays,
)
from send_extract.values.timing.recurrence.model import (
    RULE_UNITS,
    Read,
    Recurrence,
    every,
    read_number,
    read_step,
)
from send_extract.values.timing.words import EVENTS, FREQUENCIES, NUMBERS, ORDINALS, OTHER_FREQUENCIES, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from send_extract.values.timing.periods import Scan

__all__ = ["Recurrence", "read_recurrence"]


_EVENTS = index_phrases(EVENTS)
_AT_LEAST = index_phrases(
    ["at least", "no less than", "no fewer than", "minimum of", "a minimum of", "minimum"]
)


# The words that a recurrence can begin with: most words are none of them.
_STARTS = frozenset([
    *FREQUENCIES, *NUMBERS, *ORDINALS, *UNITS, *_AT_LEAST, "on", "at", "in", "to", "with", "a", "an", "the", "be",
    "regular",
    "every", "each", "per", "alternate", "once", "twice", "thrice", "bi", "semi", "half", "end", "up",
])  # fmt: skip


def read_recurrence(scan: Scan, at: int) -> Read | None:
    """The recurrence that begins at token `at`, and the index behind it and the event it names."""
    if scan.kind(at) == "word" and scan.word(at) not in _STARTS:
        return None
    least = match_phrase(_AT_LEAST, scan.tokens, at)
    if least:
        found = read_recurrence(scan, least[1])
        return (found[0]._replace(approximate=True), found[1]) if found else None
    start = at
    at += scan.word(at) in {"on", "at", "in", "to", "with"}
    articles = (at, at + 1) if scan.word(at) in {"a", "an", "the", "be", "regular"} else (at,)
    for place in articles:
        for rule in _RULES:
            found = rule(scan, place)
            if found:
                return _read_qualifiers(scan, *found)
    return None if start == at else read_every_day(scan, start)


def _read_qualifiers(scan: Scan, recurrence: Recurrence, at: int) -> Read:
    recurrence, at = read_months(scan, at, recurrence)
    recurrence, at = read_weekdays(scan, at, recurrence)
    recurrence, at = read_place(scan, at, recurrence)
    return recurrence, _skip_events(scan, at)


def _skip_events(scan: Scan, at: int) -> int:
    """Past the nouns of a regular event (`monthly progress meetings`), which add nothing."""
    while found := match_phrase(_EVENTS, scan.tokens, at):
        at = found[1]
    return at


def read_frequency_word(scan: Scan, at: int) -> Read | None:
    """`monthly`, `bi-monthly`, `half-yearly`, `6 monthly`, `three-weekly`, `twice yearly`, `half-termly`."""
    word, behind = scan.word(at), at + 1
    if word in {"bi", "semi", "half"}:
        behind = past_hyphen(scan, behind)
        return _read_prefixed(scan, word, behind)
    if word in FREQUENCIES:
        return _frequency(word), behind
    number = read_number(scan, at) if word not in {"a", "an"} else 0
    following = past_hyphen(scan, behind)
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
    return (every(number, unit), at) if unit and number < 100 else None  # noqa: PLR2004 - a year is no interval


def read_every(scan: Scan, at: int) -> Read | None:
    """`every two months`, `each week`, `every other month`, `every half term`, `each term`, `every 6 weeks`."""
    if scan.word(at) not in {"every", "each", "per", "alternate"}:
        return None
    at += scan.word(at) != "alternate"
    number, at = read_step(scan, at)
    at = past_hyphen(scan, at)
    if scan.word(at) == "half" and scan.word(past_hyphen(scan, at + 1)) == "term" and number == 1:
        return Recurrence(None, 6, "P1Y", approximate=True), past_hyphen(scan, at + 1) + 1
    if scan.word(at) == "term" and number == 1:
        return Recurrence(None, 3, "P1Y", approximate=True), at + 1
    if scan.word(at) == "half" and scan.word(past_hyphen(scan, at + 1)) == "year" and number == 1:
        return Recurrence("FREQ=MONTHLY;INTERVAL=6", 2, "P1Y"), past_hyphen(scan, at + 1) + 1
    at += scan.word(at) in {"calendar", "financial"}
    designator, size = UNITS.get(scan.word(at), ("", 1))
    if designator not in RULE_UNITS or not number:
        return None
    return every(number * size, designator), at + 1


def read_month_by_month(scan: Scan, at: int) -> Read | None:
    """`month by month`, `week on week`, `month to month`."""
    unit = UNITS.get(scan.word(at))
    first, link, last = at, past_hyphen(scan, at + 1), 0
    if unit and scan.word(link) in {"by", "on", "to", "after"}:
        last = past_hyphen(scan, link + 1)
    # Day to day is a manner of speaking.
    if last and scan.word(first) == scan.word(last) and unit and unit[0] in {"W", "M"}:
        return every(unit[1], unit[0]), last + 1
    return None


_RULES: Sequence[Callable[[Scan, int], Read | None]] = (
    read_times,
    read_day_of_month,
    read_frequency_word,
    read_every_month,
    read_every,
    read_every_day,
    read_month_by_month,
)
