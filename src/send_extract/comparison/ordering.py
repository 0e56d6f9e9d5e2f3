"""In which order the drafts of a plan were made: what each says of its number, its state and its day, weighed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from send_extract.plan import Draft, Plan
from send_extract.values.timing import Interval, TimingContext, find_timings

LONGEST_DAY = dt.timedelta(days=31)
"""What names a draft's day is a day or a month; a year in a title is the plan's."""
_STATUSES = {"draft": 0, "final": 1, "progress": 2}
_ANY_YEAR = TimingContext()

Natural = tuple[tuple[bool, int, str], ...]


class Imprint(Struct, frozen=True, gc=False):
    """What a draft says of itself: its plan's title, its label, the name of its file."""

    title: str | None
    draft: Draft
    name: str


def find_imprint(plan: Plan) -> Imprint:
    """What the draft of a plan says of itself."""
    return Imprint(plan.title, plan.draft, plan.source.name)


class Clues(NamedTuple):
    """What a draft says of its place among the others."""

    status: int
    number: Natural
    day: dt.date | None
    name: Natural


class Ordered(NamedTuple):
    """Drafts in order, as indexes; `is_known` is False where nothing but their files' names tells it."""

    indexes: tuple[int, ...]
    is_known: bool


def order_drafts(imprints: Sequence[Imprint]) -> Ordered:
    """The drafts in the order in which they were made.

    Numbers decide where all of a state have one, else days where all have one, else what each has: its state, its
    number, its day, the name of its file (`draft-9` before `draft-10`).
    """
    clues = [find_clues(imprint) for imprint in imprints]
    has_days = all(clue.day for clue in clues)
    has_numbers = all(clue.number for clue in clues) and len({clue.status for clue in clues}) == 1

    def key(index: int) -> tuple[object, ...]:
        clue = clues[index]
        numbered = (clue.status, not clue.number, clue.number)
        dated = clue.day or dt.date.max
        ranks = (dated, *numbered) if has_days and not has_numbers else (*numbered, dated)
        return (*ranks, clue.name)

    indexes = sorted(range(len(clues)), key=key)
    return Ordered(tuple(indexes), _is_told(clues))


def _is_told(clues: Sequence[Clues]) -> bool:
    """Whether no two drafts are alike in all but letters of their files' names."""
    told = {
        (clue.status, clue.number, clue.day, tuple(part for part in clue.name if part[0])) for clue in clues
    }
    return len(told) == len(clues)


def is_turned(old: Plan, new: Plan) -> bool:
    """Whether what two drafts say of themselves tells that the first is the later one."""
    ordered = order_drafts((find_imprint(old), find_imprint(new)))
    return ordered.is_known and ordered.indexes == (1, 0)


def find_clues(imprint: Imprint) -> Clues:
    """What a draft says of its place among the others."""
    draft = imprint.draft
    number = str(draft.number) if draft.number is not None else ""
    return Clues(
        _STATUSES.get(draft.status or "draft", 0),
        _split_naturally(number),
        draft.date or _find_day(imprint),
        _split_naturally(imprint.name),
    )


def _find_day(imprint: Imprint) -> dt.date | None:
    """The day, or the first of the month, that a label, a title or a file's name says."""
    stem = imprint.name.rpartition(".")[0]
    texts = (imprint.draft.label, imprint.title, stem, re.sub(r"[-_.]+", " ", stem))
    return next((day for text in texts if text and (day := _read_day(text))), None)


def _read_day(text: str) -> dt.date | None:
    """The first day, or first of a month, in `text`."""
    readings = (reading.value for _, _, reading in find_timings(text, _ANY_YEAR))
    spans = (value.intervals[0] for value in readings if value and value.intervals and not value.rrule)
    return next((span.start for span in spans if _is_short(span)), None)


def _is_short(span: Interval) -> bool:
    return bool(span.start and span.end and span.end - span.start < LONGEST_DAY)


def _split_naturally(text: str) -> Natural:
    """Text so that `draft-9` comes before `draft-10`."""
    parts: list[str] = re.findall(r"\d+|\D+", text)
    return tuple((part.isdecimal(), int(part) if part.isdecimal() else 0, part.casefold()) for part in parts)
