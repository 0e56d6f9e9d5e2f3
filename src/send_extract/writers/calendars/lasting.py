"""What stays the same of an event through the drafts of a plan: its identifier; and what a new draft takes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from send_extract.changes import History
from send_extract.plan import Plan
from send_extract.values.wording import find_key
from send_extract.writers.agenda.lasting import find_place, name_items
from send_extract.writers.calendars.events import DatedEvent, list_events
from send_extract.writers.editions import Edition

_DIGITS = 10


def name_actions(edition: Edition) -> dict[int, str]:
    """The name of each item of the draft, by its order: the lasting one of its action, and its plan's."""
    return _name(edition.plan, edition.history, find_place(edition))


def find_sequence(edition: Edition) -> int:
    """How many drafts came before (RFC 5545, 3.8.7.4); 0 for a lone one."""
    return find_place(edition) - 1


def list_before(edition: Edition) -> tuple[DatedEvent, ...]:
    """The events of the draft before; none where it is the first."""
    if edition.compared is None:
        return ()
    old = edition.compared.old
    return list_events(old, _name(old, edition.history, find_place(edition) - 1)).events


def cancel(before: Iterable[DatedEvent], events: Iterable[DatedEvent]) -> Iterator[DatedEvent]:
    """Those of the events before that are not among `events` any more, taken back."""
    kept = {event.uid for event in events}
    return (event._replace(status="CANCELLED") for event in before if event.uid not in kept)


def _name(plan: Plan, history: History | None, place: int) -> dict[int, str]:
    title = (history.title if history else None) or plan.title or ""
    of_plan = sha256(find_key(title).encode()).hexdigest()[:_DIGITS]
    names = name_items(plan, history, place)
    return {index: f"{name}@{of_plan}.send-extract" for index, name in enumerate(names)}
