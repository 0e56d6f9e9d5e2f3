"""What it costs to take words of a When cell for one timing, and to part it from the one before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from send_extract.values.timing import Timing, TimingContext, parse_timing
from send_extract.values.timing.tokens import WIDE_SPACE, Token

UNREAD: Final = 20
"""What words cost that are no timing."""
TORN: Final = 100_000
"""What tears a timing apart costs: no such division is taken, however many actions there are."""
YEARS: Final = frozenset(["year", "years", "short_year"])
"""Kinds of tokens that are years."""
JOINING: Final = frozenset(["comma", "and", "or", "slash", "dash", "colon"])
"""Kinds of tokens that no part begins or ends with."""
_COMMA: Final = 2
"""What it costs to cut a list at its comma."""
_LABELLED: Final = 6
"""What words beside a timing cost (`Survey: May`, `June (KL)`)."""
_PARTED: Final = 3
"""What it costs beside that to take words behind a comma for those of the timing before it."""
_TAKEN: Final = 1
"""What a first word costs that could be the last of the part before (`once grant | agreed June`)."""
_CROSSED: Final = 4
"""What a certain boundary inside a part costs."""
_MOVED: Final = 8
"""What it costs to part a date from what it was moved to."""
_DATED: Final = frozenset(["complete", "cancelled"])
"""Statuses whose date stands behind them: the two are one part (`Complete Feb 24`)."""
_MOST_WORDS: Final = 4
_LEADING: Final = frozenset(
    (
        "by",
        "from",
        "until",
        "till",
        "before",
        "after",
        "since",
        "in",
        "on",
        "at",
        "for",
        "to",
        "of",
        "the",
        "due",
    )
)
"""Words that lead to a timing: none stands by itself in place of one."""
_OPENING: Final = frozenset(("by", "from", "until", "till", "before", "after"))
"""Words that begin a part where they are written with a capital (`6 weekly from May By Nov`)."""


class WhenCell(Struct, frozen=True):
    """The text that is divided, its tokens, what its timings are read against, and the numbers of parts asked for."""

    text: str
    tokens: tuple[Token, ...]
    context: TimingContext
    numbers: range


def price_part(cell: WhenCell, part: str, start: int, end: int) -> int | None:
    """What a part costs by itself; None where it is none: words beside a timing, and words alone, cost more."""
    reading = parse_timing(part, cell.context)
    if reading.complete:
        is_taken = start > 0 and part[:1].islower() and reading.starts_with_label
        return reading.cost + _TAKEN * is_taken
    if reading.value and not reading.cost:
        # A label is rather before its timing than behind it, and behind a comma seldom of what stands before that.
        is_behind = cell.tokens[end - 1].kind == "word"
        return _LABELLED * reading.labels + is_behind + _PARTED * _ends_in_words(cell.tokens[start:end])
    return UNREAD if _are_words(cell.tokens, start, end) else None


def _ends_in_words(tokens: Sequence[Token]) -> bool:
    """Whether nothing but words stands behind the last comma of a part."""
    commas = [place for place, token in enumerate(tokens) if token.kind == "comma"]
    return bool(commas) and all(token.kind == "word" for token in tokens[commas[-1] + 1 :])


def price_inside(words: Sequence[Token]) -> int:
    """What the boundaries that stand behind the first word of a part cost: wide spaces, words that begin one."""
    crossed = sum(token.gap >= WIDE_SPACE for token in words[1:])
    begun = sum(token.text[0].isupper() and token.value in _OPENING for token in words[1:])
    return _CROSSED * crossed + begun


def _are_words(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a part is a few words inside a cell, and can stand in place of a timing."""
    words, last = tokens[start:end], tokens[end - 1]
    is_inside = start > 0 and end < len(tokens) and len(words) <= _MOST_WORDS
    is_wordy = is_inside and all(token.kind == "word" for token in words)
    return is_wordy and last.gap <= WIDE_SPACE and last.value not in _LEADING


def price_tear(cell: WhenCell, before: tuple[str, ...], part: str, start: int) -> int:
    """What it costs to part a recurrence, or *ongoing*, from the start or end that follows it (`Monthly from May`)."""
    if not before or cell.tokens[start].gap >= WIDE_SPACE:
        return 0
    first, last = (parse_timing(text, cell.context).value for text in (before[-1], part))
    if not first or not last:
        return 0
    return _price_between(cell.context, before, (first, last), part)


def _price_between(
    context: TimingContext, before: tuple[str, ...], values: tuple[Timing, Timing], part: str
) -> int:
    """What parts the last timing of `before` from `part`, whose `values` these are."""
    first, last = values
    if first.intervals:
        return _MOVED * (not first.original and _is_revision(before[-1], part, context))
    if first.status in _DATED and _is_mere_date(last):
        # A status that stands twice is one action's each time (`Complete Complete June`).
        return 0 if before[-1] in before[:-1] else TORN
    return TORN * (_is_lasting(first, last) and _is_one_timing(f"{before[-1]} {part}", context))


def _is_mere_date(timing: Timing) -> bool:
    return bool(timing.intervals) and not (timing.frequency or timing.status)


def _is_lasting(first: Timing, last: Timing) -> bool:
    """Whether what recurs or goes on has a start or an end behind it, which is no deadline."""
    is_open = first.frequency is not None or first.status == "ongoing"
    return is_open and bool(last.intervals) and not last.deadline


def _is_one_timing(text: str, context: TimingContext) -> bool:
    """Whether all of a text is read, and nothing of it stands side by side."""
    reading = parse_timing(text, context)
    return reading.complete and not reading.cost


def _is_revision(before: str, part: str, context: TimingContext) -> bool:
    """Whether `part` says what became of the date before it (`May slipped to July`)."""
    if (parse_timing(part, context).rule or "").partition(";")[0] != "revision":
        return False
    joined = parse_timing(f"{before} {part}", context)
    return joined.complete and joined.value is not None and bool(joined.value.original)


def find_end(tokens: Sequence[Token], end: int) -> tuple[int, int | None]:
    """Where the next part begins if one ends before token `end`, and what the cut costs; None where none may."""
    if tokens[end - 1].kind in JOINING and end < len(tokens):
        return end, None
    if end == len(tokens):
        return end, 0
    if tokens[end].kind == "comma":
        return end + 1, _COMMA
    is_apart = tokens[end].gap or _is_glued(tokens, end)
    if tokens[end].kind in JOINING or not is_apart or _is_year_of(tokens, end):
        return end, None
    return end, 0


def _is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether a month stands right behind the year of the date before it (`March 2025Sept 2025`)."""
    return tokens[at].kind == "month" and tokens[at - 1].kind == "year"


def _is_year_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether token `at` is the year of what stands before it, one space apart."""
    return tokens[at].kind in YEARS and tokens[at].gap != WIDE_SPACE and tokens[at - 1].kind not in YEARS
