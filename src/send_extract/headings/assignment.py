"""Which column is which field: evidence of headings, neighbours and cells weighed together, and the best assignment.

A column whose heading and cells agree is settled. For the others every reading has its points
(`headings.evidence`), and of all ways to give the fields to the columns the one with most points is taken. A column
that is not better by a margin with its field than with another keeps its heading's own, or has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from send_extract.headings import EXTRA, find_field, is_known
from send_extract.headings.cells import KINDS, Profile
from send_extract.headings.evidence import MARGIN
from send_extract.headings.readings import ColumnReading, ColumnTable, list_readings

_MOSTLY = 0.5
_TIMED = frozenset(("when", "start", "end", "revised"))


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


def assign_fields(table: ColumnTable, settled: Iterable[str] = ()) -> tuple[Decision, ...]:
    """The field of each column by its heading, its neighbours and its cells.

    `settled` are the headings about which nothing else is asked.
    """
    columns = [
        ColumnEvidence(*known)
        for known in zip(
            table.headings, table.named, table.profiles, list_readings(table, settled), strict=True
        )
    ]
    fields = _ask_for(_settle(columns), is_asked=table.is_asked)
    return tuple(
        Decision(column.heading, field, column.named, _explain(column, field, columns, fields))
        for column, field in zip(columns, fields, strict=True)
    )


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


def _ask_for(fields: tuple[str, ...], *, is_asked: bool) -> tuple[str, ...]:
    """The fields, where a table says neither what is asked nor what is done: its one section is what is asked."""
    is_said = is_asked or not {"recommendation", "actions"}.isdisjoint(fields)
    if is_said or fields.count("section") != 1 or not _TIMED.intersection(fields):
        return fields
    return tuple("recommendation" if field == "section" else field for field in fields)


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
