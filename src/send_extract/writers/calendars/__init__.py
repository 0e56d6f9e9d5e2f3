"""A plan's dates as iCalendar files (RFC 5545): all of them, and each owner's; the same bytes for the same plan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from send_extract.plan import PlanOwner
from send_extract.version import __version__
from send_extract.writers.calendars.events import DatedEvent, list_events
from send_extract.writers.calendars.lasting import cancel, find_sequence, list_before, name_actions
from send_extract.writers.calendars.lines import escape_text, order_rule, print_lines
from send_extract.writers.editions import Edition
from send_extract.writers.outputs import MadeFile
from send_extract.writers.wording import describe_draft

_FIXED = date(2000, 1, 1)
"""When a draft without a date is said to be of: DTSTAMP must stand there, and must not be today."""
_UNSAFE = re.compile(r"[^\w.-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 60


def list_calendars(edition: Edition) -> Iterator[MadeFile]:
    """`plan.ics`, and `calendars/OWNER.ics` for each owner that has a date, or had one in the draft before."""
    title = edition.plan.title
    events, before = list_events(edition.plan, name_actions(edition)).events, list_before(edition)
    printed = _print_events(edition, (*events, *cancel(before, events)))
    yield "plan.ics", _write(title or "Action plan", printed.values())
    names: set[str] = set()
    has, had = _share_out(events), _share_out(before)
    for label in dict.fromkeys((*map(_name_owner, edition.plan.owners), *had)):
        own = has.get(label, ())
        lost = _print_events(edition, cancel(had.get(label, ()), own))
        chosen = (*(printed[event.uid] for event in own), *lost.values())
        if chosen:
            name = f"{label}: {title or 'action plan'}"
            yield f"calendars/{_name_file(label, names)}.ics", _write(name, chosen)


def _share_out(events: Iterable[DatedEvent]) -> dict[str, list[DatedEvent]]:
    """The events of each owner, by what they are called."""
    theirs: defaultdict[str, list[DatedEvent]] = defaultdict(list)
    for event in events:
        for owner in event.owners:
            theirs[_name_owner(owner)].append(event)
    return theirs


def _name_owner(owner: PlanOwner) -> str:
    return owner.code or owner.name or ""


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
    name = escape_text(_clean(title))
    yield print_lines(
        (
            "BEGIN:VCALENDAR",
            f"PRODID:-//send-extract//{__version__}//EN",
            "VERSION:2.0",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            f"NAME:{name}",
            f"X-WR-CALNAME:{name}",
        )
    )
    yield from events
    yield print_lines(("END:VCALENDAR",))


def _print_events(edition: Edition, events: Iterable[DatedEvent]) -> dict[str, bytes]:
    """Each event as it stands in however many calendars, by its identifier."""
    day, draft = edition.plan.draft.date or _FIXED, describe_draft(edition.plan.draft)
    stamp = f"DTSTAMP:{_spell(day)}T000000Z", f"SEQUENCE:{find_sequence(edition)}"
    return {event.uid: print_lines(_list_lines(event, draft, stamp)) for event in events}


def _list_lines(event: DatedEvent, draft: str, stamp: tuple[str, ...]) -> Iterator[str]:
    """The lines of an event; `stamp` are those of every event of the draft."""
    yield "BEGIN:VEVENT"
    yield f"UID:{escape_text(event.uid)}"
    yield from stamp
    yield f"DTSTART;VALUE=DATE:{_spell(event.start)}"
    if event.end > event.start:  # the last day of all has none behind it: a start alone is one day
        yield f"DTEND;VALUE=DATE:{_spell(event.end)}"
    if event.rule:
        yield f"RRULE:{order_rule(event.rule)}"
    yield f"SUMMARY:{escape_text(_clean(event.title))}"
    words = "\n".join(map(_clean, filter(None, (*event.lines, draft))))
    yield f"DESCRIPTION:{escape_text(words)}"
    yield f"STATUS:{event.status}"
    yield "TRANSP:TRANSPARENT"
    if event.owners:
        names = (escape_text(_clean(_name_owner(owner))) for owner in event.owners)
        yield f"CATEGORIES:{','.join(names)}"
    yield "END:VEVENT"


def _spell(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"


def _clean(text: str) -> str:
    """`text` on one line, without what no text of the format may hold (RFC 5545, 3.3.11)."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(filter(str.isprintable, line))
