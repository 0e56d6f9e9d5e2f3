"""What a column can be: by its heading, by where it stands among the others, by what stands in its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from send_extract.headings import EXTRA, fold_heading, is_known
from send_extract.headings.cells import Profile, profile_cells
from send_extract.headings.doing import are_doing
from send_extract.headings.evidence import (
    BARE,
    BEFORE,
    COUNTED,
    EARLIER,
    EXCLUSIVE,
    FIRST,
    GROUPED,
    HINTED,
    NAMED,
    NEEDED,
    ORDERED,
    SEEN,
    SPREAD,
    WEAKLY_NAMED,
    is_seen,
    weigh_cells,
)
from send_extract.headings.numbering import are_groups, find_own_numbers, find_references, is_numbered
from send_extract.headings.vocabulary import CORE_WORDS, EVENTS, FOUND, HINTS, UNITS, WEAK
from send_extract.settings import CORE

_AIMS = frozenset(("section", "priority", "measures"))
_MOSTLY = 0.5


class ColumnReading(Struct, frozen=True):
    """A field that a column can have, its points, and whether no other column can then have it."""

    field: str
    points: float
    is_alone: bool


class ColumnTable(Struct, frozen=True):
    """The columns of a table: their headings, the fields that these mean, their `cells`, one a row, and what these are.

    `is_asked` says that what is recommended stands above the table.
    """

    headings: Sequence[str]
    named: Sequence[str]
    cells: Sequence[Sequence[str]]
    profiles: Sequence[Profile]
    is_asked: bool = False


def profile_columns(
    headings: Sequence[str], named: Sequence[str], cells: Sequence[Sequence[str]], *, is_asked: bool = False
) -> ColumnTable:
    """The columns with what stands in their cells; `named` are the fields that the headings mean beside one another."""
    profiles = [profile_cells(texts, field) for texts, field in zip(cells, named, strict=True)]
    return ColumnTable(headings, named, cells, profiles, is_asked)


NONE = ColumnReading(EXTRA, 0.0, is_alone=False)


def list_readings(table: ColumnTable, settled: Iterable[str]) -> Iterator[tuple[ColumnReading, ...]]:
    """The readings of each column; about the `settled` headings nothing is asked."""
    fixed = {fold_heading(heading) for heading in settled}
    own_numbers = find_own_numbers(table.headings, table.named, table.cells)
    reference = find_references(table.headings, table.named, table.cells)
    for place, heading in enumerate(table.headings):
        if fold_heading(heading) in fixed:
            yield (ColumnReading(table.named[place], NAMED, is_alone=False),)
        elif place == reference:
            yield NONE, ColumnReading("number", NAMED, is_alone=True)
        elif place in own_numbers:
            yield (NONE,)
        else:
            yield tuple(_read(place, table))


def _read(place: int, table: ColumnTable) -> Iterator[ColumnReading]:
    """The readings of a column that have any points, and the one as no field."""
    yield NONE
    headings, named, profile = table.headings, table.named, table.profiles[place]
    is_blank = not headings[place] and not profile.filled
    if is_blank or (named[place] == EXTRA and is_known(headings[place])):
        return
    closed = "recommendation" if table.is_asked and named[place] != "recommendation" else None
    for field, own, is_alone in chain(
        _read_heading(place, headings, named),
        _read_counted(place, named, table.cells, profile),
        _read_orders(place, headings, named, table.cells),
        _read_groups(place, headings, named, table.cells[place]),
        _read_place(place, headings, named),
        _read_cells(place, headings[place], named, profile),
    ):
        points = own + weigh_cells(field, profile) - EARLIER * place
        if field != closed and (points > 0 if field == named[place] else points >= NEEDED):
            yield ColumnReading(field, points, is_alone)


def _read_heading(
    place: int, headings: Sequence[str], named: Sequence[str]
) -> Iterator[tuple[str, float, bool]]:
    """What a heading means, and may also mean."""
    field, folded = named[place], fold_heading(headings[place])
    is_alone = field in EXCLUSIVE
    if field != EXTRA and not (is_alone and _is_counted(place, headings)):
        yield field, WEAKLY_NAMED if _is_weak(folded) else NAMED, is_alone and folded not in UNITS
    hinted = {HINTS[word] for word in folded.split() if word in HINTS} - {field}
    yield from ((other, HINTED, True) for other in sorted(hinted))


def _is_weak(heading: str) -> bool:
    """Whether a heading means its field among others."""
    return heading in WEAK or not FOUND.isdisjoint(heading.split())


def _is_counted(place: int, headings: Sequence[str]) -> bool:
    """Whether a heading is one of a series that differ in their figures alone (`Year 1`, `Year 2`)."""
    shapes = ["".join("#" if sign.isdigit() else sign for sign in fold_heading(each)) for each in headings]
    return "#" in shapes[place] and shapes.count(shapes[place]) > 1


def _read_place(
    place: int, headings: Sequence[str], named: Sequence[str]
) -> Iterator[tuple[str, float, bool]]:
    """What a column without a known heading can be where it stands."""
    if named[place] != EXTRA:
        return
    left = EXTRA if headings[place] or place == 0 else named[place - 1]
    if left != EXTRA:
        yield left, SPREAD, True
    if place < _find_answer(named):
        is_first = all(map(_is_told, headings[:place], named))
        points = FIRST if is_first else BEFORE
        yield "recommendation", points if headings[place] else points + BARE, True


def _read_counted(
    place: int, named: Sequence[str], cells: Sequence[Sequence[str]], profile: Profile
) -> Iterator[tuple[str, float, bool]]:
    """What a theme of sentences or an aim is that the table numbers and answers: what is asked."""
    answer = named.index("actions") if "actions" in named else 0
    if named[place] not in _AIMS or "recommendation" in named or place >= answer:
        return
    is_short = named[place] == "measures" or (named[place] == "priority" and "number" in named)
    said = profile.share("prose") + profile.share("words") * is_short
    if said > _MOSTLY and is_numbered(place, named, cells):
        yield "recommendation", COUNTED, True


def _read_orders(
    place: int, headings: Sequence[str], named: Sequence[str], cells: Sequence[Sequence[str]]
) -> Iterator[tuple[str, float, bool]]:
    """What a column of orders is, whose heading is not known: the actions, behind what is asked or in its place."""
    if "actions" in named or named[place] != EXTRA or is_known(headings[place]):
        return
    words = {word for heading in headings for word in fold_heading(heading).split()}
    is_open = "recommendation" in named[:place] or (CORE.isdisjoint(named) and words.isdisjoint(CORE_WORDS))
    if is_open and are_doing(cells[place]):
        yield "actions", ORDERED, True


def _read_groups(
    place: int, headings: Sequence[str], named: Sequence[str], texts: Sequence[str]
) -> Iterator[tuple[str, float, bool]]:
    """What a column is whose heading is not known and whose words hold for several rows each: their section.

    It stands left of what is recommended, each of its words once, or again on each row that they hold for.
    """
    if named[place] != EXTRA or is_known(headings[place]) or not headings[place] or "section" in named:
        return
    if "recommendation" in named[place + 1 :] and are_groups(texts):
        yield "section", GROUPED, True


def _is_told(heading: str, field: str) -> bool:
    """Whether it is known what a heading means, be it none of the fields."""
    return field != EXTRA or is_known(heading)


def _find_answer(named: Sequence[str]) -> int:
    """Where the first column of actions stands, or where there is none the first that says when or by whom."""
    answers = [named.index(field) for field in ("actions", "when", "who") if field in named]
    return named.index("actions") if "actions" in named else min(answers, default=0)


def _read_cells(
    place: int, heading: str, named: Sequence[str], profile: Profile
) -> Iterator[tuple[str, float, bool]]:
    """What a column's cells say that it is, whatever its heading; a number stands in front of its words."""
    for field in SEEN:
        is_behind = field == "number" and not CORE.isdisjoint(named[:place])
        is_past = field == "when" and not EVENTS.isdisjoint(fold_heading(heading).split())
        if field != named[place] and is_seen(field, profile) and not is_behind and not is_past:
            yield field, 0.0, True
