"""Which column is which field: evidence of headings, neighbours and cells weighed together, and the best assignment.

A column whose heading and cells agree is settled. For the others every reading has its points
(`headings.evidence`), and of all ways to give the fields to the columns the one with most points is taken. A column
that is not better by a margin with its field than with another keeps its heading's own, or has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from send_extract.headings import EXTRA, FIELDS, find_field, fold_heading, is_known
from send_extract.headings.cells import KINDS, Profile, profile_cells
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
    MARGIN,
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

_CORE = frozenset(("recommendation", "actions"))
_AIMS = frozenset(("section", "priority", "measures"))
_OTHERS = frozenset((*FIELDS, EXTRA)) - {"recommendation"}
_MOSTLY = 0.5


class ColumnReading(Struct, frozen=True):
    """A field that a column can have, its points, and whether no other column can then have it."""

    field: str
    points: float
    is_alone: bool


class ColumnEvidence(Struct, frozen=True):
    """A column: its heading, the field that this means beside the others, what stands in its cells, its readings."""

    heading: str
    named: str
    profile: Profile
    readings: tuple[ColumnReading, ...]


class Decision(Struct, frozen=True):
    """The field of a column, the one that its heading means, and why it has the field that it has."""

    heading: str
    field: str
    named: str
    why: str


_NONE = ColumnReading(EXTRA, 0.0, is_alone=False)


def assign_fields(
    headings: Sequence[str],
    named: Sequence[str],
    cells: Sequence[Sequence[str]],
    settled: Iterable[str] = (),
    *,
    is_asked: bool = False,
) -> tuple[Decision, ...]:
    """The field of each column by its heading, its neighbours and its `cells`, one a row.

    `named` are the fields that the headings mean beside one another, `settled` the headings about which nothing
    else is asked. `is_asked` says that what is recommended stands above the table.
    """
    fixed = {fold_heading(heading) for heading in settled}
    profiles = [profile_cells(texts, field) for texts, field in zip(cells, named, strict=True)]
    own_numbers = find_own_numbers(headings, named, cells)
    reference = find_references(headings, named, cells)
    columns = []
    for place, heading in enumerate(headings):
        if fold_heading(heading) in fixed:
            readings = [ColumnReading(named[place], NAMED, is_alone=False)]
        elif place == reference:
            readings = [_NONE, ColumnReading("number", NAMED, is_alone=True)]
        elif place in own_numbers:
            readings = [_NONE]
        else:
            own = chain(
                _read_counted(place, named, cells, profiles[place]),
                _read_orders(place, headings, named, cells),
                _read_groups(place, headings, named, cells[place]),
            )
            readings = list(_read(place, headings, named, profiles[place], own))
            readings = [each for each in readings if not is_asked or each.field in (named[place], *_OTHERS)]
        columns.append(ColumnEvidence(heading, named[place], profiles[place], tuple(readings)))
    fields = _settle(columns)
    return tuple(
        Decision(column.heading, field, column.named, _explain(column, field, columns, fields))
        for column, field in zip(columns, fields, strict=True)
    )


def _read(
    place: int,
    headings: Sequence[str],
    named: Sequence[str],
    profile: Profile,
    counted: Iterable[tuple[str, float, bool]],
) -> Iterator[ColumnReading]:
    """The readings of a column that have any points, and the one as no field; `counted` is what its number says."""
    yield _NONE
    if named[place] == EXTRA and is_known(headings[place]):
        return
    for field, own, is_alone in (
        *_read_heading(place, headings, named),
        *counted,
        *_read_place(place, headings, named),
        *_read_cells(place, headings[place], named, profile),
    ):
        points = own + weigh_cells(field, profile) - EARLIER * place
        if points > 0 if field == named[place] else points >= NEEDED:
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
    is_open = "recommendation" in named[:place] or (_CORE.isdisjoint(named) and words.isdisjoint(CORE_WORDS))
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
        is_behind = field == "number" and not _CORE.isdisjoint(named[:place])
        is_past = field == "when" and not EVENTS.isdisjoint(fold_heading(heading).split())
        if field != named[place] and is_seen(field, profile) and not is_behind and not is_past:
            yield field, 0.0, True


def _settle(columns: Sequence[ColumnEvidence]) -> tuple[str, ...]:
    """The best fields of all columns; a column that is not better by the margin is put back, one after the other."""
    asked = [_prune(column) for column in columns]
    readings = list(asked)
    while True:
        fields, _ = _find_best(readings)
        doubtful = next(_find_doubtful(columns, asked, fields), None)
        if doubtful is None:
            return fields
        kept = {columns[doubtful].named, EXTRA}
        readings[doubtful] = [reading for reading in readings[doubtful] if reading.field in kept]


def _find_doubtful(
    columns: Sequence[ColumnEvidence], readings: Sequence[Sequence[ColumnReading]], fields: Sequence[str]
) -> Iterator[int]:
    """The columns that have another field than their heading's, and are hardly better with it than without."""
    for place, (column, field) in enumerate(zip(columns, fields, strict=True)):
        if field not in {column.named, EXTRA} and _find_margin(readings, place, field) < MARGIN:
            yield place


def _find_margin(readings: Sequence[Sequence[ColumnReading]], place: int, field: str) -> float:
    """By how many points the best assignment that gives `field` to a column is better than the best that does not."""
    with_it = [reading for reading in readings[place] if reading.field == field]
    without = [reading for reading in readings[place] if reading.field != field]
    best, other = (
        _find_best([*readings[:place], each, *readings[place + 1 :]])[1] for each in (with_it, without)
    )
    return best - other


def _prune(column: ColumnEvidence) -> list[ColumnReading]:
    """The readings of a column that can matter: its heading's own alone where it is plainly the best and shared."""
    best = max(column.readings, key=lambda reading: reading.points)
    others = [reading.points for reading in column.readings if reading is not best]
    is_plain = best.field == column.named and not best.is_alone
    if is_plain and best.points - max(others, default=0.0) >= MARGIN:
        return [best]
    return list(column.readings)


def _find_best(columns: Sequence[Sequence[ColumnReading]]) -> tuple[tuple[str, ...], float]:
    """The fields of most points together (dynamic programme over the fields that are taken), and the points."""
    best: dict[tuple[frozenset[str], frozenset[str]], tuple[float, tuple[str, ...]]] = {
        (frozenset(), frozenset()): (0.0, ())
    }
    for readings in columns:
        extended: dict[tuple[frozenset[str], frozenset[str]], tuple[float, tuple[str, ...]]] = {}
        for (taken, closed), (points, fields) in best.items():
            for reading in _find_free(readings, taken, closed):
                now = {reading.field} - {EXTRA}
                state = taken | now, closed | now if reading.is_alone else closed
                sum_of = points + reading.points
                if state not in extended or sum_of > extended[state][0]:
                    extended[state] = sum_of, (*fields, reading.field)
        best = extended
    points, fields = max(best.values(), key=lambda found: found[0])
    return fields, points


def _find_free(
    readings: Sequence[ColumnReading], taken: frozenset[str], closed: frozenset[str]
) -> Iterator[ColumnReading]:
    """The readings whose field no other column has to itself, nor has at all where they want it to themselves."""
    return (each for each in readings if each.field not in (taken if each.is_alone else closed))


def _explain(
    column: ColumnEvidence, field: str, columns: Sequence[ColumnEvidence], fields: Sequence[str]
) -> str:
    """Why a column has its field: what its heading means, what its cells are, what else was considered."""
    others = {reading.field: None for reading in sorted(column.readings, key=lambda each: -each.points)}
    considered = [_tell_other(other, columns, fields) for other in others if other not in {field, EXTRA}]
    return ", ".join([_tell_heading(column, field), _tell_cells(column.profile), *considered])


def _tell_heading(column: ColumnEvidence, field: str) -> str:
    if not column.heading:
        return "it has no heading"
    if column.named not in {EXTRA, field}:
        return f"its heading alone means {column.named!r}"
    if not is_known(column.heading):
        return "its heading is not known"
    if column.named != EXTRA:
        return "its heading means it"
    is_alone = find_field(column.heading) == EXTRA
    return "its heading means none" if is_alone else "its heading means none beside the others"


def _tell_cells(profile: Profile) -> str:
    if not profile.filled:
        return "its cells are empty"
    kind, share = profile.shares[0]
    if share > _MOSTLY:
        return f"{'its' if share == 1 else 'most of its'} cells are {KINDS[kind]}"
    return f"its cells are {' and '.join(KINDS[kind] for kind, _ in profile.shares[:2])}"


def _tell_other(field: str, columns: Sequence[ColumnEvidence], fields: Sequence[str]) -> str:
    """What else was considered, and which column has it."""
    other = next(
        (each for each, its in zip(columns, fields, strict=True) if its == field and each.heading), None
    )
    return f"{field!r} was considered" + (f" and is {other.heading!r}" if other else "")
