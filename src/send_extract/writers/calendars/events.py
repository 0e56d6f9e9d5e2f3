"""Which events a plan's timings are: all-day, the end excluded (RFC 5545, 3.6.1), and which have none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from send_extract.plan import Action, Plan, PlanOwner, Recommendation
from send_extract.values.timing import Interval, Timing
from send_extract.values.timing.wording import word_interval
from send_extract.writers.agenda.lasting import list_items
from send_extract.writers.wording import describe_owners, describe_timing

_DAY = timedelta(days=1)
_LATEST = date.max - _DAY
_YEARS_AHEAD = timedelta(days=366 * 5)
"""How far the first time of a rule is looked for; a yearly one comes in that."""
REASONS = {
    "contingent": "waiting for something else",
    "startless": "recurring without a start",
    "unread": "not understood",
    "undated": "without a date",
}
"""Why an action has no event, in the order in which they are told."""


class DatedEvent(NamedTuple):
    """One event: its lasting identifier, its title, its days (`end` excluded), its rule, and what is said of it."""

    uid: str
    title: str
    start: date
    end: date
    rule: str | None
    lines: tuple[str, ...]
    owners: tuple[PlanOwner, ...] = ()
    status: str = "CONFIRMED"


class PlanEvents(NamedTuple):
    """The events of a plan, and how many of its actions have none, by the reason."""

    events: tuple[DatedEvent, ...]
    left_out: Mapping[str, int]


class _Days(NamedTuple):
    """The days of an event, the words before its title that say what they are, and its rule."""

    start: date
    end: date
    lead: str = ""
    rule: str | None = None


def list_events(plan: Plan, names: Mapping[int, str]) -> PlanEvents:
    """The events of `plan`; `names` has the lasting name of each of its records, by their order.

    A recommendation without actions that has a timing stands for itself.
    """
    owners: defaultdict[str, list[PlanOwner]] = defaultdict(list)
    for owner in plan.owners:
        for number in owner.actions:
            owners[number].append(owner)
    events: list[DatedEvent] = []
    left: Counter[str] = Counter()
    for place, (record, action) in enumerate(list_items(plan)):
        made = list(_find_days((action or record).when.value))
        if not made:
            left[_tell_reason(action or record)] += 1
        own = tuple(owners[action.id]) if action else _find_owners(plan, record)
        for count, days in enumerate(made, 1):
            uid = names[place] if count == 1 else f"{count}.{names[place]}"
            events.append(_make_event(uid, days, record, action, own))
    return PlanEvents(tuple(events), {reason: left[reason] for reason in REASONS if left[reason]})


def _find_owners(plan: Plan, record: Recommendation) -> tuple[PlanOwner, ...]:
    return tuple(owner for owner in plan.owners if record.number in owner.recommendations)


def _make_event(
    uid: str, days: _Days, record: Recommendation, action: Action | None, owners: tuple[PlanOwner, ...]
) -> DatedEvent:
    one = action or record
    number = action.id if action else record.number
    lines = [f"Recommendation {record.number}: {record.text}"] if action else []
    lines.append(f"When: {one.when.text} ({describe_timing(one.when.value)})")
    if who := describe_owners(one.who.value):
        lines.append(f"Who: {who}")
    title = " ".join(f"{days.lead} {number} {one.text}".split())
    return DatedEvent(
        uid, title, days.start, days.end, days.rule, tuple(lines), owners, _tell_status(one.when.value)
    )


def _tell_status(timing: Timing | None) -> str:
    if timing is None or timing.status != "cancelled":
        is_open = timing is not None and (timing.contingent_on or (timing.edtf or "").startswith("["))
        return "TENTATIVE" if is_open else "CONFIRMED"
    return "CANCELLED"


def _tell_reason(one: Action | Recommendation) -> str:
    timing = one.when.value
    if timing is None:
        return "unread" if one.when.text else "undated"
    if timing.contingent_on:
        return "contingent"
    return "startless" if timing.rrule or timing.frequency else "undated"


def describe_events(plan: Plan) -> str:
    """How many events a plan has, and how many of its actions have none: `48 events; 3 left out (…)`."""
    found = list_events(plan, defaultdict(str))
    reasons = [f"{count} {REASONS[reason]}" for reason, count in found.left_out.items()]
    count = len(found.events)
    told = f"{count} event{'' if count == 1 else 's'}"
    return f"{told}; left out: {', '.join(reasons)}" if reasons else told


def _find_days(timing: Timing | None) -> Iterator[_Days]:
    """The days of each event of a timing."""
    if timing is None:
        return
    if timing.frequency or timing.rrule:
        yield from _find_rhythm(timing)
        return
    for interval in timing.intervals:
        if days := _find_interval(interval, is_deadline=timing.deadline):
            yield days


def _find_interval(interval: Interval, *, is_deadline: bool) -> _Days | None:
    start, end = interval.start, interval.end
    if end is not None and (is_deadline or start is None):
        return _Days(end, _after(end), _lead(Interval(None, end), is_deadline=is_deadline))
    if start is not None:
        return _Days(start, _after(end or start), "" if end else _lead(interval))
    return None


def _lead(interval: Interval, *, is_deadline: bool = False) -> str:
    """`By 31 July 2022:`, `Until …`, `From …`."""
    words = word_interval(interval, deadline=is_deadline)
    return f"{words[0].upper()}{words[1:]}:"


def _after(day: date) -> date:
    return min(day, _LATEST) + _DAY


def _find_rhythm(timing: Timing) -> Iterator[_Days]:
    """The first day of a rule that has a start, and the rule up to its end; no event where nothing says when."""
    first = timing.intervals[0] if timing.intervals else None
    if first is None or first.start is None or not timing.rrule:
        return
    days = timing.occurrences(first.start, min(first.start, date.max - _YEARS_AHEAD) + _YEARS_AHEAD)
    if days:
        last = _find_last(timing, first)
        rule = f"{timing.rrule};UNTIL={last:%Y%m%d}" if last and "COUNT" not in timing.rrule else timing.rrule
        yield _Days(days[0], _after(days[0]), "", rule)


def _find_last(timing: Timing, first: Interval) -> date | None:
    """The day that bounds the rule: that of an interval longer than a step of it; a shorter one is its first time."""
    if first.end is None:
        return None
    horizon = min(first.end, date.max - _YEARS_AHEAD) + _YEARS_AHEAD
    days = timing.occurrences(first.start or first.end, horizon)
    return first.end if days and days[-1] <= first.end else None
