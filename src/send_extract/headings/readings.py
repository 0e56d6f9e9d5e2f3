"""What a column can be: by its heading, by where it stands among the others, by what stands in its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from send_extract.headings import EXTRA, find_words, fold_heading, is_known
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
Claim = tuple[str, float, bool]
"""A field that a column may have, the points for it, and whether no other column can then have it."""


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

    def is_unknown(self, place: int) -> bool:
        """Whether it is not known what the heading of a column means, nor that it means none of the fields."""
        return self.named[place] == EXTRA and not is_known(self.headings[place])


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
    if _says_nothing(place, table):
        return
    for field, own, is_alone in chain.from_iterable(read(place, table) for read in _EVIDENCE):
        points = own + weigh_cells(field, table.profiles[place]) - EARLIER * place
        is_enough = points > 0 if field == table.named[place] else points >= NEEDED
        if is_enough and (field != "recommendation" or _may_ask(place, table)):
            yield ColumnReading(field, points, is_alone)


def _says_nothing(place: int, table: ColumnTable) -> bool:
    """Whether a column is known to have none of the fields, or has neither a heading nor words."""
    is_blank = not table.headings[place] and not table.profiles[place].filled
    return is_blank or (table.named[place] == EXTRA and not table.is_unknown(place))


def _may_ask(place: int, table: ColumnTable) -> bool:
    """Whether a column can be what is recommended: not where that stands above the table, but by its heading."""
    return not table.is_asked or table.named[place] == "recommendation"


# What speaks for a field, in the order of the table below
# ----------------------------------------------------------------------------------------------------------


def _read_heading(place: int, table: ColumnTable) -> Iterator[Claim]:
    """What a heading means, and may also mean."""
    field, folded = table.named[place], fold_heading(table.headings[place])
    is_alone = field in EXCLUSIVE
    if field != EXTRA and not (is_alone and _is_counted(place, table.headings)):
        yield field, WEAKLY_NAMED if _is_weak(folded) else NAMED, is_alone and folded not in UNITS
    hinted = {HINTS.get(word, field) for word in folded.split()}
    for other in sorted(hinted - {field}):
        yield other, HINTED, True


def _is_weak(heading: str) -> bool:
    """Whether a heading means its field among others."""
    return heading in WEAK or not FOUND.isdisjoint(heading.split())


def _is_counted(place: int, headings: Sequence[str]) -> bool:
    """Whether a heading is one of a series that differ in their figures alone (`Year 1`, `Year 2`)."""
    shapes = ["".join("#" if sign.isdigit() else sign for sign in fold_heading(each)) for each in headings]
    return "#" in shapes[place] and shapes.count(shapes[place]) > 1


def _read_counted(place: int, table: ColumnTable) -> Iterator[Claim]:
    """What a theme of sentences or an aim is that the table numbers and answers: what is asked."""
    named, profile = table.named, table.profiles[place]
    if named[place] not in _AIMS or "recommendation" in named or not _is_answered(place, named):
        return
    is_short = named[place] == "measures" or (named[place] == "priority" and "number" in named)
    said = profile.share("prose") + profile.share("words") * is_short
    if said > _MOSTLY and is_numbered(place, named, table.cells):
        yield "recommendation", COUNTED, True


def _is_answered(place: int, named: Sequence[str]) -> bool:
    """Whether the actions stand behind a column, and none before it."""
    return "actions" in named and place < named.index("actions")


def _read_orders(place: int, table: ColumnTable) -> Iterator[Claim]:
    """What a column of orders is, whose heading is not known: the actions, behind what is asked or in its place."""
    named = table.named
    if "actions" in named or not table.is_unknown(place):
        return
    is_bare = CORE.isdisjoint(named) and find_words(table.headings).isdisjoint(CORE_WORDS)
    if ("recommendation" in named[:place] or is_bare) and are_doing(table.cells[place]):
        yield "actions", ORDERED, True


def _read_groups(place: int, table: ColumnTable) -> Iterator[Claim]:
    """What a column is whose heading is not known and whose words hold for several rows each: their section.

    It stands left of what is recommended, each of its words once, or again on each row that they hold for.
    """
    is_unnamed = bool(table.headings[place]) and table.is_unknown(place) and "section" not in table.named
    if is_unnamed and "recommendation" in table.named[place + 1 :] and are_groups(table.cells[place]):
        yield "section", GROUPED, True


def _read_place(place: int, table: ColumnTable) -> Iterator[Claim]:
    """What a column without a known heading can be where it stands."""
    heading, named = table.headings[place], table.named
    if named[place] != EXTRA:
        return
    left = EXTRA if heading or place == 0 else named[place - 1]
    if left != EXTRA:
        yield left, SPREAD, True
    if place < _find_answer(named):
        points = BEFORE if any(map(table.is_unknown, range(place))) else FIRST
        yield "recommendation", points if heading else points + BARE, True


def _find_answer(named: Sequence[str]) -> int:
    """Where the first column of actions stands, or where there is none the first that says when or by whom."""
    answers = ("actions",) if "actions" in named else ("when", "who")
    return min((named.index(field) for field in answers if field in named), default=0)


def _read_cells(place: int, table: ColumnTable) -> Iterator[Claim]:
    """What a column's cells say that it is, whatever its heading."""
    others = (field for field in SEEN if field != table.named[place])
    for field in others:
        if is_seen(field, table.profiles[place]) and not _is_past(field, place, table):
            yield field, 0.0, True


def _is_past(field: str, place: int, table: ColumnTable) -> bool:
    """Whether cells that look like a field's are not of it: numbers behind their words, days of what has happened."""
    if field == "number":
        return not CORE.isdisjoint(table.named[:place])
    return field == "when" and not EVENTS.isdisjoint(find_words([table.headings[place]]))


_EVIDENCE: tuple[Callable[[int, ColumnTable], Iterator[Claim]], ...] = (
    _read_heading,
    _read_counted,
    _read_orders,
    _read_groups,
    _read_place,
    _read_cells,
)
"""What is asked of each column."""
