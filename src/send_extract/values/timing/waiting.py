"""What the rules of lengths and of conditions make: how long, and what is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from send_extract.values.timing.dates import Dates, Span
from send_extract.values.timing.labels import make_label
from send_extract.values.timing.parts import Condition, Label, Length
from send_extract.values.timing.tokens import ONE_SPACE, WIDE_SPACE

if TYPE_CHECKING:
    from send_extract.values.timing.items import Spelling
    from send_extract.values.timing.lexicon import SpeltItem
    from send_extract.values.timing.rules import Made, Match

_LARGEST: Final = 999
# More years are somebody's age.
_MOST: Final = {"Y": 15}
_COUNTED: Final = frozenset(["count", "next", "one", "most", "short_length"])
# More months than any word for a unit is: years and a half, in figures.
_HALF_YEAR: Final = 6
_WORKING_DAYS_A_WEEK: Final = 5
# A date behind one of these belongs to what is waited for (`Cabinet approval in July`).
_TIES: Final = frozenset([
    "in", "on", "at", "by", "of", "the", "for", "from", "since", "until", "till", "before", "after", "to", "during",
    "and", "or", "a", "an", "this", "next",
])  # fmt: skip
_TYING: Final = frozenset([
    "and", "or", "slash", "dash", "comma", "month", "number", "ordinal", "weekday", "period",
])  # fmt: skip
_NAMES: Final = frozenset(["word", "body", "event", "thing", "is_dated"])


def make_length(match: Match) -> Made:
    """`within 5 months`, `the next 12 months`, `six weeks`, `2-3 months`; from the plan's date or from nothing."""
    designator, size = match.get("unit", ("", 1))
    times = match.get("most", match.get("count", 1)) * size
    times, designator = match.get("short_length", (times, designator))
    is_within, is_next = "within" in match.named, "next" in match.named
    is_counted = size > _HALF_YEAR or not _COUNTED.isdisjoint(match.named)
    if not is_counted or times > _MOST.get(designator, _LARGEST) or designator.startswith("T"):
        return None
    if "in" in match.named and not is_next and not is_within:
        return {"point": Length(times, designator)}  # a point in time, and it is not said from when
    anchor = "plan" if is_next or is_within else ""
    is_most = "most" in match.named
    if designator == "B":  # working days as days, about
        times, designator, is_most = -(-times * 7 // _WORKING_DAYS_A_WEEK), "D", True
    return Length(times, designator, anchor, is_within, "over" in match.named, is_most)


def make_about_length(match: Match) -> Made:
    """`approx. 6 months`."""
    return replace(match.named["length"], most=True) if match.named["bound"] == "about" else None


def make_bare_length(match: Match) -> Made:
    """A length alone."""
    return [match.named["length"]]


def make_standard(match: Match) -> Made:
    """`Response time: 10 working days`: how long something is to take, whenever it is."""
    length: Length = match.named["length"]
    return [Label("standard"), replace(length, anchor="") if length.anchor == "plan" else length]


def make_length_from(match: Match) -> Made:
    """`within 9 weeks of the launch`, `for 12 months from April 2022`: a length and what it counts from."""
    length: Length = match.get("length") or match.named["point"]
    led: SpeltItem | None = match.get("anchor_dates")
    anchor = led.senses["anchor"] if led else match.named["anchor"]
    dates: Dates | None = match.items[-1].senses.get("dates")
    if dates:
        # `six months after March` is a point in time, not a span.
        is_span = length.bounded or anchor not in {"after", "following", "post"}
        bounds = {"", led.senses["bound"]} if led else {""}
        return _count_from(length, dates) if is_span and dates.bound in bounds else None
    words, end = _read_words(match.spelling, match.end)
    is_counted = length.bounded or anchor != "of"  # `6 weeks of consultation` counts from nothing
    return ([replace(length, anchor="event", words=words)], end) if words and is_counted else None


def _count_from(length: Length, dates: Dates) -> list[Length] | None:
    """A length that counts from dates, where these are one."""
    if len(dates.spans) > 1:
        return None
    return [replace(length, anchor="dates", dates=replace(dates, bound=""))]


def make_length_begun(match: Match) -> Made:
    """`4-week trial starting 5 May 2025`: what lasts so long begins then."""
    length, dates = match.named["length"], match.items[-1].senses["dates"]
    is_begun = match.named["bounded"] == "from" and dates.only is not None and not length.anchor
    return _count_from(length, dates) if is_begun else None


def make_length_before(match: Match) -> Made:
    """`10 days before the meeting`: no length counts backwards, so all of it is what is waited for."""
    return _wait(match, match.items[0].start)


def make_event_and_length(match: Match) -> Made:
    """`Approval + 4 weeks`: the length counts from the words before it."""
    length = match.named["length"]
    words = Condition(match.items[0].start, match.items[-2].start)
    return None if length.anchor else [replace(length, anchor="event", words=words)]


def _read_words(spelling: Spelling, start: int, *, dated: bool = False) -> tuple[Condition | None, int]:
    """The words from item `start` to where another timing or a bracket ends them, and the index behind.

    `dated` says that a date right behind the words, or in a bracket, is that of what they name.
    """
    depth, at = 0, start
    while at < len(spelling.items):
        senses = spelling.items[at].senses
        is_own = at == start or depth > 0 or _is_own_date(spelling, at, dated=dated)
        depth += ("open" in senses) - ("close" in senses)
        if (not is_own and _ends_words(spelling, at)) or depth < 0 or _is_break(spelling, at, start):
            break
        at += 1
    words = Condition(spelling.items[start].start, spelling.items[at - 1].end) if at > start else None
    return words, at


def _is_break(spelling: Spelling, at: int, start: int) -> bool:
    item = spelling.items[at]
    is_far = at > start and spelling.tokens[item.start].gap >= WIDE_SPACE
    return is_far or "semicolon" in item.senses or "arrow" in item.senses


def _ends_words(spelling: Spelling, at: int) -> bool:
    """Whether a timing of its own begins at `at`, or behind the mark or bracket there."""
    senses = spelling.senses(at)
    if {"comma", "dash", "open", "colon", "then"} & senses.keys():
        return _begins_timing(spelling, at + 1 + ("then" in spelling.senses(at + 1)))
    if "dot" in senses:
        return at + 1 == len(spelling.items) or _begins_timing(spelling, at + 1)
    return "dates" in senses and not _is_tied(spelling, at)


def _is_tied(spelling: Spelling, at: int) -> bool:
    """Whether dates belong to the words before them, by a word of their own or one before them."""
    item, before = spelling.items[at], spelling.items[at - 1]
    if "bounded" in item.senses:
        return str(spelling.tokens[item.start].value) in _TIES
    return str(spelling.tokens[before.end - 1].value) in _TIES or bool(_TYING & before.senses.keys())


def _is_own_date(spelling: Spelling, at: int, *, dated: bool) -> bool:
    """Whether the date at `at` is that of what stands before it (`minutes 11/02/25`, `letter (3 May)`)."""
    senses = spelling.senses(at)
    is_date = "open" in senses or ("dates" in senses and "bounded" not in senses)
    if "is_dated" in spelling.senses(at - 1):
        return is_date or (dated and "comma" in senses)
    return dated and is_date


def _begins_timing(spelling: Spelling, at: int) -> bool:
    senses = spelling.senses(at)
    if "label" in senses and "dates" in spelling.senses(at + 1):
        return True  # "funding – target June"
    return bool({"status", "recurrence", "dates"} & senses.keys())


def make_condition(match: Match) -> Made:
    """`subject to a grant`, `dependent on DfE guidance`, `once a Director is in post`."""
    words, end = _read_words(match.spelling, match.end, dated="referring" in match.items[0].senses)
    behind = match.behind
    if {"dash", "colon"} & behind.keys() and "dates" in match.spelling.senses(match.end + 1):
        return make_label(match)  # `Pending – Oct 22` does not say for what
    if match.tokens[0].value == "once" and ("on" in behind or behind.get("bounded") == "in"):
        return [Label("once")] if "dates" in behind else None  # `once in the autumn term`
    if not words:
        return None
    first = match.items[0].start if "worded_condition" in match.named else words.start
    return [Condition(first, words.end)], end


def make_occurrence(match: Match) -> Made:
    """`On appointment`, `on discharge from hospital`: what an action waits for, each time that it happens."""
    if len(match.items) == 1:
        return [Condition(match.items[0].start, match.items[0].end)]
    words, end = _read_words(match.spelling, match.end)
    return ([Condition(match.items[0].start, words.end)], end) if words else None


def make_suffixed(match: Match) -> Made:
    """`DfE contingent`, `funding permitting`."""
    if {"and", "slash"} & match.items[0].senses.keys():
        return None
    is_broken = any(match.spelling.tokens[item.start].gap > ONE_SPACE for item in match.items[1:])
    return None if is_broken else [Condition(match.items[0].start, match.items[-2].end)]


def make_event(match: Match) -> Made:
    """`after inspection`, `following Cabinet approval`: an event in place of a date."""
    words, end = _read_words(match.spelling, match.end)
    if not words or {"number", "count", "length"} & match.behind.keys():
        return None
    if "tight" in match.items[-1].senses and "colon" in match.spelling.senses(end):
        return [Label("event")], end  # `Pre-election period: 25 March to 2 May`
    # `before` says how it is waited for, `after` is what waiting is.
    first = match.items[0].start if "event_before" in match.named else words.start
    return [Condition(first, words.end)], end


def make_event_on_day(match: Match) -> Made:
    """`after Forum on 17 May`: an event whose day is known."""
    place = max(at for at, item in enumerate(match.items) if "dates" in item.senses)
    names = list(match.items[1:place])
    dates: Dates = match.items[place].senses["dates"]
    if "is_dated" in names[-1].senses or dates.only is None or dates.only.kind != "day":
        return None
    _trim_names(names)
    if not names:
        return None
    bound = {"until": "until", "till": "until"}.get(match.get("event_before", ""), "before")
    days = Dates((Span(dates.only),), bound if "event_before" in match.named else "after")
    return [Condition(names[0].start, names[-1].end), days]


def _trim_names(names: list[SpeltItem]) -> None:
    """Take off what stands before and behind the name of an event."""
    while names and {"comma", "on", "open"} & names[-1].senses.keys():
        names.pop()
    while names and "dash" in names[0].senses:
        del names[0]


def make_dated_event(match: Match) -> Made:
    """`after the May elections`: an event that has a date in its name, not the date itself."""
    spelling = match.spelling
    behind = spelling.items[match.end]
    words, end = _read_words(spelling, match.end)
    is_apart = spelling.tokens[behind.start].gap != ONE_SPACE or {"then", "suffix"} & behind.senses.keys()
    if not words or is_apart:
        return None
    is_before = "event_before_dates" in match.named
    bound = match.named["event_before_dates" if is_before else "event_after_dates"]
    return [Condition(bound.start if is_before else bound.end, words.end)], end


def make_next_event(match: Match) -> Made:
    """`by the next inspection`, `at next Cabinet`: an event to come."""
    return None if _NAMES.isdisjoint(match.behind) else _wait(match, match.items[0].end - 1)


def _wait(match: Match, start: int) -> Made:
    """What is waited for, from token `start` to the end of the words behind the match."""
    words, end = _read_words(match.spelling, match.end)
    return ([Condition(start, words.end)], end) if words else None
