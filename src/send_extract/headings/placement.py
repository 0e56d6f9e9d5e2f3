"""Which columns the cells of a row stand in that has too few, too many, or empty ones at its end.

A converter that loses a merged cell moves all that follow to the left; a delimiter among the words moves it to the
right. A row is put right only where its cells, as they stand, are plainly under wrong headings, and where all stand
under right ones in another way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from send_extract.headings.cells import kind_of_cell
from send_extract.headings.evidence import CELLS
from send_extract.notation.numbers import take_number

AGAINST = -3.0
"""A cell with so few points for its field stands under a wrong heading: a timing is no owner, a post no timing."""
AT_HOME = 2.0
"""A cell with so many points stands where it should."""
TELLING = frozenset(
    ("number", "when", "start", "end", "revised", "who", "accountable", "status", "priority", "cost")
)
"""The fields that cells are told by; any words can be an action or a measure."""
FEWEST_HOME = 2
"""Telling cells that must come home where the row ends with cells left empty, and one where it lacks them.

One timing under *Lead* may be the author's slip; with its owner beside it under *Measures* the row has slipped.
"""
MARGIN = 1.5
"""What the likeliest fault, a first cell that was lost, counts for: less than what a column of sentences can say.

It counts for nothing where a number stands in front of the first words, as it does in a first column.
"""

Places = tuple[tuple[int, ...], ...]
"""For each column which of a row's cells stand in it: none, one, or several that are one."""


class _Fit(NamedTuple):
    """How well cells stand under fields: whether none is plainly wrong, how many tell they are right, the points."""

    is_clean: bool
    home: int
    points: float


def place_cells(texts: Sequence[str], fields: Sequence[str]) -> Places | None:
    """The columns of a row's cells; None where they are as they stand, or where nothing else is better for certain."""
    count = max((place for place, text in enumerate(texts, 1) if text.strip()), default=0)
    if count in {0, len(fields)}:
        return None
    stands = _weigh(texts, fields, _stand(count, len(fields)))
    if stands.is_clean:
        return None
    places = _choose(texts, fields, count)
    best = _weigh(texts, fields, places)
    needed = FEWEST_HOME if count < len(texts) <= len(fields) else 1
    return places if best.is_clean and best.home >= stands.home + needed else None


def _choose(texts: Sequence[str], fields: Sequence[str], count: int) -> Places:
    """Of the ways in which the cells can stand the one that fits best."""
    likely = _shift(count, len(fields)) if count < len(fields) else _join(count, fields)
    lost = 0.0 if take_number(texts[0]) else MARGIN

    def prefer(places: Places) -> _Fit:
        fit = _weigh(texts, fields, places)
        return fit if places[0] else fit._replace(points=fit.points + lost)

    return max(likely, key=prefer)


def _stand(count: int, width: int) -> Places:
    """The cells as they stand, those beyond the last heading under none."""
    return tuple([(place,) if place < count else () for place in range(width)])


def _shift(count: int, width: int) -> Iterator[Places]:
    """The cells together, the missing ones on their left and right; or these between them, as few moved as can be."""
    missing = width - count
    for left in range(1, missing + 1):
        yield tuple([(place - left,) if left <= place < left + count else () for place in range(width)])
    for gap in range(count - 1, 0, -1):
        before = [(place,) for place in range(gap)]
        yield (*before, *[()] * missing, *[(place,) for place in range(gap, count)])


def _join(count: int, fields: Sequence[str]) -> Iterator[Places]:
    """The cells with one group of neighbours as one: those under the actions first, which hold most words."""
    surplus = count - len(fields)
    for joint in sorted(range(len(fields)), key=lambda place: fields[place] != "actions"):
        before = [(place,) for place in range(joint)]
        after = [(place + surplus,) for place in range(joint + 1, len(fields))]
        yield (*before, (*range(joint, joint + surplus + 1),), *after)


def _weigh(texts: Sequence[str], fields: Sequence[str], places: Places) -> _Fit:
    points = []
    for field, cells in zip(fields, places, strict=True):
        kind = "prose" if len(cells) > 1 else kind_of_cell(texts[cells[0]]) if cells else ""
        points.append(CELLS.get(field, {}).get(kind, 0.0))
    home = [
        field for field, point in zip(fields, points, strict=True) if point >= AT_HOME and field in TELLING
    ]
    return _Fit(min(points) > AGAINST, len(home), sum(points))
