"""How an item was read: as printed beside as read, other readings, the rule, the place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from send_extract.plan import Measure, Recommendation, TimingMention
from send_extract.writers.agenda.items import PlanItem
from send_extract.writers.wording import describe_location, describe_owners, describe_timing


class ReadingLine(Struct, frozen=True, gc=False):
    """One thing that is known of a reading: what it is, and its words."""

    label: str
    text: str


def list_record_reading(record: Recommendation) -> tuple[ReadingLine, ...]:
    """All that is known of how a recommendation's own cells and its measures were read."""
    lines = (
        ("Dates as printed", record.when.text.strip()),
        ("Owners as printed", record.who.text.strip()),
        ("Owners as read", describe_owners(record.who.value)),
        ("In the source", describe_location(record.location)),
        *((f"Measure {measure.id}", _say_measure(measure)) for measure in record.measures),
    )
    return tuple(ReadingLine(label, text) for label, text in lines if text)


def _say_measure(measure: Measure) -> str:
    """Where a measure stands, and the dates in its words."""
    return "; ".join(filter(None, (describe_location(measure.location), *_list_mentions(measure.mentions))))


def list_reading(item: PlanItem) -> tuple[ReadingLine, ...]:
    """All that is known of how an item was read."""
    return tuple(ReadingLine(label, text) for label, text in _list_lines(item) if text)


def _list_lines(item: PlanItem) -> Iterator[tuple[str, str]]:
    when, who = item.when, item.who
    yield "Date as printed", when.text.strip()
    yield "Date as read", item.words or ("" if not when.text.strip() else "not understood")
    yield "In EDTF", (when.value.edtf or "") if when.value else ""
    yield "Recurrence rule", (when.value.rrule or "") if when.value else ""
    yield "It could also mean", "; ".join(map(describe_timing, when.alternatives))
    yield "Read by the rule", when.rule or ""
    yield "Dates in its words", "; ".join(_list_mentions(item.action.mentions if item.action else ()))
    yield "Owner as printed", who.text.strip()
    yield "Owner as read", describe_owners(who.value)
    yield "In the source", describe_location((item.action or item.record).location)


def _list_mentions(mentions: Iterable[TimingMention]) -> Iterator[str]:
    for mention in mentions:
        words = describe_timing(mention.value)
        yield f"“{mention.text}” is {words}" if words else f"“{mention.text}”"
