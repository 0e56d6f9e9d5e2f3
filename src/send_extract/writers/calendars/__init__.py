"""A plan's dates as iCalendar files (RFC 5545): all of them, and each owner's; the same bytes for the same plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time

from icalendar import Calendar, Event, vRecur

from send_extract.plan import Plan, PlanOwner
from send_extract.version import __version__
from send_extract.writers.calendars.events import DatedEvent, list_events
from send_extract.writers.calendars.lasting import find_cancelled, find_sequence, name_actions
from send_extract.writers.editions import Edition
from send_extract.writers.outputs import MadeFile
from send_extract.writers.wording import describe_draft

_FIXED = datetime(2000, 1, 1, tzinfo=UTC)
"""When a draft without a date is said to be of: DTSTAMP must stand there, and must not be today."""
_UNSAFE = re.compile(r"[^\w.-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 60


def list_calendars(edition: Edition) -> Iterator[MadeFile]:
    """`plan.ics`, and `calendars/OWNER.ics` for each owner that has a date."""
    plan = edition.plan
    events = list_events(plan, name_actions(edition)).events
    gone = tuple(event._replace(status="CANCELLED") for event in find_cancelled(edition, events))
    printed = _print_events(edition, (*events, *gone))
    yield "plan.ics", _write(plan.title or "Action plan", printed.values())
    names: set[str] = set()
    for owner in plan.owners:
        own = [event for event in events if owner in event.owners]
        lost = [event for event in gone if any(_is_same(owner, other) for other in event.owners)]
        if own or lost:
            label = owner.code or owner.name or ""
            title = f"{label}: {plan.title or 'action plan'}"
            chosen = [printed[event.uid] for event in (*own, *lost)]
            yield f"calendars/{_name_file(label, names)}.ics", _write(title, chosen)


def _is_same(owner: PlanOwner, other: PlanOwner) -> bool:
    return (owner.code, owner.name) == (other.code, other.name)


def _name_file(label: str, taken: set[str]) -> str:
    """A name that any file system takes, no two the same without their capitals."""
    bare = _UNSAFE.sub("-", label).strip("-.")[:_LONGEST].rstrip("-.") or "owner"
    if _RESERVED.fullmatch(bare):
        bare += "-"
    name, count = bare, 1
    while name.casefold() in taken:
        count += 1
        name = f"{bare}-{count}"
    taken.add(name.casefold())
    return name


def _write(title: str, events: Iterable[bytes]) -> Iterator[bytes]:
    """The parts of a calendar whose events are printed already."""
    calendar = Calendar()
    calendar.add("prodid", f"-//send-extract//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _clean(title))
    calendar.add("x-wr-calname", _clean(title))
    head, end, _ = bytes(calendar.to_ical(sorted=False)).partition(b"END:VCALENDAR")
    yield head
    yield from events
    yield end + b"\r\n"


def _print_events(edition: Edition, events: Iterable[DatedEvent]) -> dict[str, bytes]:
    """Each event as it stands in however many calendars, by its identifier."""
    sequence, stamp, draft = (
        find_sequence(edition),
        _find_stamp(edition.plan),
        describe_draft(edition.plan.draft),
    )
    return {
        event.uid: bytes(_make_event(event, draft, sequence, stamp).to_ical(sorted=False)) for event in events
    }


def _find_stamp(plan: Plan) -> datetime:
    return datetime.combine(plan.draft.date, time(), UTC) if plan.draft.date else _FIXED


def _make_event(event: DatedEvent, draft: str, sequence: int, stamp: datetime) -> Event:
    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", stamp)
    made.add("sequence", sequence)
    made.add("dtstart", event.start)
    if event.end > event.start:  # the last day of all has none behind it: a start alone is one day
        made.add("dtend", event.end)
    if event.rule:
        made.add("rrule", vRecur.from_ical(event.rule))
    made.add("summary", _clean(event.title))
    lines = filter(None, (*event.lines, draft))
    made.add("description", "\n".join(map(_clean, lines)))
    made.add("status", event.status)
    made.add("transp", "TRANSPARENT")
    if event.owners:
        made.add("categories", [_clean(owner.code or owner.name or "") for owner in event.owners])
    return made


def _clean(text: str) -> str:
    """`text` on one line, without what no text of the format may hold (RFC 5545, 3.3.11)."""
    return "".join(filter(str.isprintable, " ".join(text.split())))
