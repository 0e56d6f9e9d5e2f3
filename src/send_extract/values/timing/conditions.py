"""Conditions: what an action waits for, in the author's words."""

from __future__ import annotations

from typing import Final, NamedTuple

from send_extract.values.timing.dates import read_dates
from send_extract.values.timing.periods import RULES, Scan
from send_extract.values.timing.phrases import index_phrases, match_phrase
from send_extract.values.timing.tokens import ONE_SPACE, WIDE_SPACE
from send_extract.values.timing.words import (
    CONDITION_SUFFIXES,
    CONDITIONS,
    LABELS,
    NUMBERS,
    STATUSES,
    UNITS,
    WORDED_CONDITIONS,
)

_CONDITIONS = index_phrases(CONDITIONS)
_SUFFIXES = index_phrases(CONDITION_SUFFIXES)
_LABELS = index_phrases(LABELS)
_STATUSES = index_phrases(STATUSES)
_EVENTS = index_phrases(
    ["after", "following", "post", "before", "prior to", "ahead of", "in advance of", "pre", "until", "till"]
)
_MOST_WORDS: Final = 12
# A date behind one of these belongs to what is waited for (`Cabinet approval in July`).
_TIES = frozenset(
    "in on at by of the for from since until till before after to during and or a an this next".split()  # noqa: SIM905
)
_THEN = frozenset(["then", "thereafter"])
_TYING = frozenset(["and", "or", "slash", "dash", "comma", "month", "number", "ordinal", "weekday", "date"])
_SHORTEST_TIME = frozenset(["month", "date", "year", "years", "month_year", "quarter"])


class Condition(NamedTuple):
    """The words that are waited for: the tokens from `start` up to `end`."""

    start: int
    end: int


def read_condition(scan: Scan, at: int) -> tuple[Condition, int] | None:
    """The condition that begins at token `at`, and the index behind it."""
    return (
        _read_prefixed(scan, at)
        or _read_suffixed(scan, at)
        or _read_next_event(scan, at)
        or _read_event(scan, at)
    )


def _read_prefixed(scan: Scan, at: int) -> tuple[Condition, int] | None:
    """`subject to funding`, `dependent on DfE guidance`, `once a Director is in post`."""
    found = match_phrase(_CONDITIONS, scan.tokens, at)
    if not found:
        return None
    name, start = found
    end = find_end(scan, start)
    if end == start:
        return None
    return Condition(start - 2 if name in WORDED_CONDITIONS else start, end), end


def _read_suffixed(scan: Scan, at: int) -> tuple[Condition, int] | None:
    """`DfE contingent`, `funding permitting`."""
    end = at
    while (
        end - at < _MOST_WORDS and scan.kind(end) in {"word", "and", "slash"} and not _is_far(scan, end, at)
    ):
        end += 1
        found = match_phrase(_SUFFIXES, scan.tokens, end)
        if found:
            return Condition(at, end), found[1]
    return None


def _read_event(scan: Scan, at: int) -> tuple[Condition, int] | None:
    """`after inspection`, `following Cabinet approval`: an event in place of a date."""
    found = match_phrase(_EVENTS, scan.tokens, at)
    if not found:
        return None
    start = found[1] + (scan.kind(found[1]) == "dash")
    end = find_end(scan, start)
    if end == start:
        return None
    if scan.kind(start) == "number" or (scan.word(start) in NUMBERS and scan.word(start + 1) in UNITS):
        return None  # a length is no event
    before = scan.word(at) in {"before", "prior", "ahead", "pre", "in", "until", "till"}
    return Condition(at if before else start, end), end


def read_dated_event(scan: Scan, at: int) -> tuple[Condition, int] | None:
    """`after the May elections`: an event that has a date in its name, not the date itself."""
    found = match_phrase(_EVENTS, scan.tokens, at)
    dates = read_dates(scan, at) if found else None
    if not dates or scan.kind(dates[1]) != "word" or scan.tokens[dates[1]].gap != ONE_SPACE:
        return None
    if scan.word(dates[1]) in _THEN:
        return None  # "until March then quarterly"
    return _read_event(scan, at)


def _read_next_event(scan: Scan, at: int) -> tuple[Condition, int] | None:
    """`by the next inspection`, `at next Cabinet`: an event to come."""
    if scan.word(at) not in {"by", "at", "until", "before"}:
        return None
    start = at + 1 + (scan.word(at + 1) == "the")
    end = find_end(scan, start)
    return (Condition(start, end), end) if scan.word(start) == "next" and end > start + 1 else None


def _is_far(scan: Scan, at: int, start: int) -> bool:
    return at > start and scan.tokens[at].gap >= WIDE_SPACE


def find_end(scan: Scan, start: int) -> int:
    """The index behind the words that begin at `start`: a bracket, a break, or a mark or space before a timing."""
    depth = 0
    at = start
    while at < len(scan.tokens):
        kind = scan.kind(at)
        if kind == "semicolon" or (at > start and scan.tokens[at].gap >= WIDE_SPACE):
            break
        if at > start and depth == 0 and _is_end(scan, at, kind):
            break
        depth += (kind == "open") - (kind == "close")
        if depth < 0:
            break
        at += 1
    return at


def _is_end(scan: Scan, at: int, kind: str) -> bool:
    """Whether a timing of its own begins at `at`, or behind the mark or bracket there."""
    if kind in {"comma", "dash", "open", "colon"}:
        return _begins_timing(scan, at + 1)
    if kind == "dot":
        return at + 1 == len(scan.tokens)
    tied = scan.word(at - 1) in _TIES or scan.kind(at - 1) in _TYING
    return kind in _SHORTEST_TIME and not tied and read_dates(scan, at) is not None


def _begins_timing(scan: Scan, at: int) -> bool:
    kind = scan.kind(at)
    if kind in {"open", "close", ""} or (kind not in RULES and kind != "word"):
        return False
    label = match_phrase(_LABELS, scan.tokens, at)
    if label and read_dates(scan, label[1]) is not None:
        return True  # "funding – target June"
    return read_dates(scan, at) is not None or match_phrase(_STATUSES, scan.tokens, at) is not None
