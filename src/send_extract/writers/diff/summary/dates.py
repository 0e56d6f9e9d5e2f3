"""What became of the dates: who slipped by how much, what came forward, what is done, what is due the same day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from send_extract.changes import Change, Compared, Shift, Values
from send_extract.plan import Action, Plan
from send_extract.values.timing import Timing, last_end
from send_extract.values.wording import find_key
from send_extract.writers.diff.lengths import say_count, say_length, say_list

FEW = 4
"""So many actions are named, with their owners; more are counted."""
LEAST_OF_ALL = 3
"""From so many on, `all` says more than a list."""
_STATES = {
    "complete": "complete", "in_progress": "started", "overdue": "overdue", "paused": "paused",
    "cancelled": "cancelled",
}  # fmt: skip
"""States of an action that say more than that its date is another, in the order in which they are told."""
_UNMEASURED = Shift(None, None, "changed")


class DatedChange(NamedTuple):
    """The timing of one action that changed: its id, its owners, how far it went, what it meant and means."""

    name: str
    owners: str
    shift: Shift
    value: Values


def say_dates(compared: Compared) -> Iterator[str]:
    """The clauses about dates, slips first."""
    found: defaultdict[str, list[DatedChange]] = defaultdict(list)
    for each in _list_changes(compared):
        found[_sort_out(each)].append(each)
    dated = sum(1 for action in _list_actions(compared.new) if _is_dated(action.when.value))
    yield from _say_moved(found["later"], dated, "slipped", "later")
    yield from _say_plain(found["lost"], "lost its date", "lost their dates")
    yield from _say_moved(found["earlier"], dated, "came forward", "earlier")
    yield from _say_plain(found["set"], "was given a date", "were given dates")
    yield from _say_states(compared, found)
    yield from _say_plain(found["same"], "is due the same day as before", "are due the same day as before")
    yield from _say_plain(found["changed"], "has another timing", "have other timings")
    yield from _say_year(compared)


def _list_changes(compared: Compared) -> Iterator[DatedChange]:
    owners = {action.id: _name_owners(action) for action in _list_actions(compared.new)}
    for change in compared.diff.changes:
        if change.kind == "timing-changed":
            for each in change.implied or (change,):
                name = _name(each)
                yield DatedChange(
                    name, owners.get(name, ""), each.shift or _UNMEASURED, each.value or Values()
                )


def _name(change: Change) -> str:
    pair = change.action or change.recommendation
    name = (pair.new or pair.old or "") if pair else ""
    return name if isinstance(name, str) else say_list(name)


def _list_actions(plan: Plan) -> Iterator[Action]:
    return (action for record in plan.recommendations for action in record.actions)


def _name_owners(action: Action) -> str:
    return "/".join(owner.code or owner.name or "" for owner in action.who.value or ())


def _is_dated(timing: Timing | None) -> bool:
    return timing is not None and bool(timing.intervals)


def _sort_out(each: DatedChange) -> str:
    """What became of a date: a state of the action, `same` for the same due day, else a direction."""
    new, shift = each.value.new, each.shift
    if shift.direction in {"changed", "lost"} and new is not None and new.status in _STATES:
        return new.status
    return "same" if shift.direction == "changed" and shift.days == 0 else shift.direction


def _say_moved(moved: list[DatedChange], dated: int, verb: str, direction: str) -> Iterator[str]:
    """Those that went one way: all of them, each with its owner while they are few, else how many and the most."""
    if not moved:
        return
    lengths = list(dict.fromkeys(say_length(each.shift) for each in moved))
    if len(moved) == dated >= LEAST_OF_ALL and len(lengths) == 1 and lengths[0]:
        yield f"all {dated} dated actions moved {lengths[0]} {direction}"
    elif len(moved) <= FEW:
        first, *rest = [(_name_all(moved, length), _by(length)) for length in lengths]
        yield say_list([f"{first[0]} {verb}{first[1]}", *map("".join, rest)])
    else:
        far = max(moved, key=lambda each: abs(each.shift.days or 0))
        yield f"{len(moved)} actions {verb}{_say_most(far)}"


def _say_most(far: DatedChange) -> str:
    most = say_length(far.shift)
    owners = f", {far.owners}" if far.owners else ""
    return f", the most by {most} ({far.name}{owners})" if most else ""


def _by(length: str) -> str:
    return f" by {length}" if length else ""


def _name_all(moved: Sequence[DatedChange], length: str) -> str:
    """The actions that went as far, those of one owner together: `7.2 and 7.3 (AP)`."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for each in moved:
        if say_length(each.shift) == length:
            names[each.owners].append(each.name)
    return say_list([f"{say_list(ids)}{f' ({owners})' if owners else ''}" for owners, ids in names.items()])


def _say_plain(found: list[DatedChange], one: str, many: str) -> Iterator[str]:
    """What happened to each, by name while they are few."""
    if len(found) > FEW:
        yield f"{len(found)} actions {many}"
    elif found:
        yield f"{say_list([each.name for each in found])} {one if len(found) == 1 else many}"


def _say_states(compared: Compared, found: dict[str, list[DatedChange]]) -> Iterator[str]:
    """How many actions are now complete, started, overdue …, and how many are past their own date."""
    said = [
        f"{len(found[state])} {word} ({say_list([each.name for each in found[state]])})"
        if len(found[state]) <= FEW
        else f"{len(found[state])} {word}"
        for state, word in _STATES.items()
        if found.get(state)
    ]
    late = _count_late(compared.new, compared.new.draft.date) - _count_late(
        compared.old, compared.new.draft.date
    )
    if compared.new.draft.date and late > 0:
        said.append(f"{late} more past {say_count(late, 'its', 'their').split()[-1]} own date")
    if said:
        yield ", ".join(said)


def _count_late(plan: Plan, day: date | None) -> int:
    """How many actions were due before a day and are not said to be done."""
    timings = [action.when.value for action in _list_actions(plan)]
    return sum(1 for timing in timings if day and timing and _is_late(timing, day))


def _is_late(timing: Timing, day: date) -> bool:
    end = last_end(timing)
    is_over = end is not None and end < day
    return is_over and not timing.rrule and timing.status not in {"complete", "cancelled"}


def _say_year(compared: Compared) -> Iterator[str]:
    """The heading's year, where it changed dates whose words stayed."""
    old, new = compared.old.year, compared.new.year
    if old == new or not any(map(_is_of_the_year, compared.diff.changes)):
        return
    both = f"the heading's year went from {old} to {new}"
    yield both if old and new else f"the heading {'gained' if new else 'lost'} its year ({new or old})"


def _is_of_the_year(change: Change) -> bool:
    """Whether a date changed whose words stayed."""
    return change.kind == "timing-changed" and find_key(str(change.old)) == find_key(str(change.new))
