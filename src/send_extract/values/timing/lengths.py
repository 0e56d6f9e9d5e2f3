"""Lengths of time: within 3 months, the next 12 months, 6 weeks after publication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from send_extract.values.timing.conditions import Condition, find_end
from send_extract.values.timing.dates import Dates, read_dates
from send_extract.values.timing.phrases import index_phrases, match_phrase
from send_extract.values.timing.words import NUMBERS, UNITS

if TYPE_CHECKING:
    from send_extract.values.timing.periods import Scan

_OPENERS = index_phrases({
    "within": "within", "in": "in", "over": "over", "for": "over", "during": "over", "for a period of": "over",
    "over a period of": "over", "up to": "within", "no later than": "within", "not later than": "within",
    "no more than": "within", "within a period of": "within", "by": "by", "inside": "within", "a period of": "over",
})  # fmt: skip
_NEXT = frozenset(["next", "coming", "forthcoming", "subsequent"])
_ANCHORS = index_phrases({
    "of": "after", "from": "after", "after": "after", "following": "after", "post": "after", "before": "before",
    "prior to": "before", "in advance of": "before", "ahead of": "before", "from the date of": "after",
    "of the date of": "after", "starting from": "after", "starting": "after", "commencing": "after", "since": "after",
})  # fmt: skip
_LARGEST: Final = 999


class Length(NamedTuple):
    """`times` an ISO 8601 unit (`D`, `W`, `M`, `Y`, `H`), and what it counts from.

    `anchor` is `plan` (the plan's date), `dates`, `event` or empty; `bounded` where the length is the longest
    that it may take; `words` are the tokens of the event.
    """

    times: int
    unit: str
    anchor: str = ""
    bounded: bool = False
    dates: Dates | None = None
    words: Condition | None = None

    @property
    def duration(self) -> str:
        """The length as an ISO 8601 duration."""
        return f"PT{self.times}H" if self.unit == "H" else f"P{self.times}{self.unit}"


def read_length(scan: Scan, at: int) -> tuple[Length | Condition, int] | None:
    """The length that begins at token `at`, and the index behind it."""
    start = at
    opener = match_phrase(_OPENERS, scan.tokens, at)
    name, at = opener or ("", at)
    at += scan.word(at) == "the"
    is_next = scan.word(at) in _NEXT
    at += is_next
    found = _read_amount(scan, at, bare=is_next and opener is not None)
    if not found:
        return None
    count, unit, at = found
    if unit == "working":
        return _read_working_days(scan, start, at)
    anchored = _read_anchor(scan, start, at, Length(count, unit, bounded=name == "within"))
    if anchored or match_phrase(_ANCHORS, scan.tokens, at):
        return anchored  # from what it counts cannot be told
    if name in {"in", "by"} and not is_next:
        return None  # a point in time, and it is not said from when
    anchor = "plan" if is_next or name == "within" else ""
    return Length(count, unit, anchor, bounded=name == "within"), at


def _read_amount(scan: Scan, at: int, *, bare: bool) -> tuple[int, str, int] | None:
    """How many of which unit: `3 months`, `six weeks`, `a fortnight`, `12-month`, `10 working days`."""
    found_kind = scan.kind(at)
    count = scan.tokens[at].number if found_kind == "number" else NUMBERS.get(scan.word(at), 0)
    if bare and not count and scan.word(at) in UNITS:
        count, at = 1, at - 1  # `in the next year`
    if not 0 < count <= _LARGEST:
        return None
    behind = at + 1
    behind += scan.kind(behind) == "dash" and scan.tokens[behind].gap == 0
    behind += scan.word(behind) in {"calendar", "full", "consecutive"}
    if scan.word(behind) in {"working", "school", "business"} and scan.word(behind + 1) in {"day", "days"}:
        return count, "working", behind + 2
    word = scan.word(behind).removesuffix("'s").rstrip("'")
    designator, size = UNITS.get(word, ("", 1))
    return (count * size, designator, behind + 1) if designator else None


def _is_point(scan: Scan, at: int, length: Length) -> bool:
    """Whether the length leads to a point in time, not over a span (`six months after March`)."""
    return scan.word(at) in {"after", "following", "post"} and not length.bounded


def _read_working_days(scan: Scan, start: int, at: int) -> tuple[Condition, int] | None:
    """Working days are no calendar length: they are kept as the words of what is waited for."""
    anchor = match_phrase(_ANCHORS, scan.tokens, at)
    end = find_end(scan, anchor[1]) if anchor else at
    return (Condition(start, end), end) if anchor and end > anchor[1] else None


def _read_anchor(scan: Scan, first: int, at: int, length: Length) -> tuple[Length | Condition, int] | None:
    found = match_phrase(_ANCHORS, scan.tokens, at)
    if not found:
        return None
    side, start = found
    dates = read_dates(scan, start)
    if dates and not dates[0].bound and side == "after" and not _is_point(scan, at, length):
        return length._replace(anchor="dates", dates=dates[0]), dates[1]
    end = find_end(scan, start)
    if dates or end == start:
        return None
    if side == "before":
        return Condition(first, end), end
    return length._replace(anchor="event", words=Condition(start, end)), end
