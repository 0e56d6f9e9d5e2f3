"""Timings that stand for many actions at once: a section's, or a rule for the whole plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.patterns import compile_later, has_any
from send_extract.plan import PlanParagraph
from send_extract.source import NOWHERE, Location
from send_extract.values.timing import TimingContext, TimingReading, find_full_dates, find_timings
from send_extract.values.timing.context import find_year

# What a sentence says that gives one timing to all that has none of its own.
_FOR_ALL: Final = compile_later(
    r"\bunless (?:it is |they are )?(?:otherwise )?(?:stated|indicated|shown|specified|noted)\b"
    r"|\b(?:all|each|every)\b[^.;]{0,40}\b(?:actions?|recommendations?|targets?|tasks?|items?)\b"
    r"[^.;]{0,40}\b(?:complet\w+|deliver\w+|implement\w+|achiev\w+|due|in place|finish\w+)\b",
    re.IGNORECASE,
    has_any("unless", "complet", "deliver", "implement", "achiev", "due", "in place", "finish"),
)
# What a heading says that gives its timing to the rows below it, and what says where they came from instead.
_TARGET: Final = compile_later(
    r"\b(?:targets?|due|timescales?|deadlines?|to (?:be )?complete\w*)\b", re.IGNORECASE
)
_SOURCE: Final = compile_later(
    r"\b(?:meetings?|committees?|boards?|panels?|minutes|carried|arising|outstanding|agreed|raised|since|held|from)\b",
    re.IGNORECASE,
)


class StatedTiming(Struct, frozen=True):
    """A timing for every action of `place` that has none of its own: its words, its reading, where it stands."""

    text: str
    reading: TimingReading
    place: str
    location: Location = NOWHERE


def find_plan_rule(paragraphs: Iterable[PlanParagraph], context: TimingContext) -> StatedTiming | None:
    """The one timing that a paragraph gives to all actions; None where none does, or several do."""
    found = [
        StatedTiming(paragraph.text[start:end], reading, "the whole plan", paragraph.location)
        for paragraph in paragraphs
        if _FOR_ALL.search(paragraph.text)
        for start, end, reading in find_timings(paragraph.text, context)
    ]
    return found[0] if len(found) == 1 else None


def find_section_rule(section: str | None, context: TimingContext) -> StatedTiming | None:
    """The one timing that the heading over a row says is its target (`Short term targets (by June 2006)`).

    A heading that only names a day, as that of the meeting where its actions were agreed, dates none of them.
    """
    found = find_timings(section, context) if section else ()
    if len(found) != 1 or not section:
        return None
    start, end, reading = found[0]
    is_due = reading.value is not None and reading.value.deadline
    return (
        StatedTiming(section[start:end], reading, f"the section {section!r}")
        if is_due or _is_target(section)
        else None
    )


def _is_target(section: str) -> bool:
    return _TARGET.search(section) is not None and _SOURCE.search(section) is None


def find_section_context(section: str | None, context: TimingContext) -> TimingContext:
    """`context`, with the section's year where the plan has none; the year of a day that it names is not theirs."""
    if not section or context.year is not None or find_full_dates(section):
        return context
    year = find_year(section)
    return replace(context, year=year[0], year_kind=year[1]) if year else context
