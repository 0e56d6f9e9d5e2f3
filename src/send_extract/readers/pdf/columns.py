"""Columns without lines: a heading row that is known by its words, and the free strips between what stands below."""

from __future__ import annotations

from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from send_extract.headings import EXTRA, find_field
from send_extract.readers.pdf.lines import find_gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from send_extract.readers.pdf.lines import Line
    from send_extract.readers.pdf.words import Word

_TALLEST = 3
"""The most lines that a heading row has."""
_LONGEST = 60
_FEWEST = 3
"""A plan's heading row has no fewer columns that are known."""
_APART = 0.5
"""Headings stand further apart than this, in font sizes; words of one heading do not."""
_CLOSE = 0.8
"""Lines of one heading are no further apart than this, in font sizes."""
_GUTTER = 0.3
"""The least width of a gutter between two columns, in font sizes."""
_CROSSING = 0.25
"""The part of the lines below a heading row that may be no rows: titles, notes, a glossary."""
_TOUCH = 0.5


class Column(NamedTuple):
    """A heading, and from where to where on the page it is printed."""

    x0: float
    x1: float
    text: str

    @property
    def middle(self) -> float:
        """The middle of the heading."""
        return (self.x0 + self.x1) / 2


class Heading(NamedTuple):
    """A heading row: its columns from left to right, and where it stands."""

    columns: tuple[Column, ...]
    top: float
    bottom: float

    @property
    def is_numbered(self) -> bool:
        """Whether the first column numbers the rows."""
        return find_field(self.columns[0].text) == "number"


class Gutter(NamedTuple):
    """A free strip between two columns, in points."""

    x0: float
    x1: float


def find_heading(lines: Sequence[Line]) -> Heading | None:
    """The heading row of a plan among a page's lines, by its words; None where there is none."""
    best: tuple[int, Sequence[Line]] | None = None
    for first in range(len(lines)):
        for band in _gather_bands(lines, first):
            known = _count_known(tuple(_find_columns(band)))
            if known and (best is None or known > best[0] or (known == best[0] and _is_rest(best[1], band))):
                best = (known, band)
    if best is None:
        return None
    words = [word for line in best[1] for word in line.words]
    columns = tuple(_find_columns(best[1]))
    return Heading(columns, min(word.top for word in words), max(word.bottom for word in words))


def _is_rest(band: Sequence[Line], longer: Sequence[Line]) -> bool:
    """Whether the last line of a longer band is still of the headings: in their letters, and not under all of them."""
    columns = tuple(_find_columns(band))
    words = longer[-1].words
    fonts = {word.font for line in band for word in line.words}
    under = {sum(word.x0 >= column.middle for column in columns) for word in words}
    return longer[0] is band[0] and {word.font for word in words} <= fonts and len(under) < len(columns) - 1


def _gather_bands(lines: Sequence[Line], first: int) -> Iterator[Sequence[Line]]:
    for last in range(first, min(first + _TALLEST, len(lines))):
        if last > first and find_gap(lines[last - 1], lines[last]) > _CLOSE * lines[last].size:
            return
        yield lines[first : last + 1]


def _find_columns(band: Sequence[Line]) -> Iterator[Column]:
    """The headings that the words of a few lines make: those above one another or side by side."""
    groups: list[list[Word]] = []
    reach = 0.0
    for word in sorted((word for line in band for word in line.words), key=lambda word: word.x0):
        if groups and word.x0 - reach <= _APART * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
        reach = max(reach, word.x1)
    for group in groups:
        own = set(group)
        text = " ".join(word.text for line in band for word in line.words if word in own)
        yield Column(group[0].x0, max(word.x1 for word in group), text)


def _count_known(columns: Sequence[Column]) -> int:
    """How many fields headings name, 0 where they are no heading row of a plan."""
    if len(columns) < _FEWEST or any(len(column.text) > _LONGEST for column in columns):
        return 0
    fields = [find_field(column.text) for column in columns]
    known = set(fields) - {EXTRA}
    is_plan = bool(known & {"recommendation", "actions"})
    return len(known) if is_plan and len(known) >= _FEWEST and 2 * len(known) > len(columns) else 0


def find_gutters(heading: Heading, lines: Iterable[Line]) -> tuple[Gutter, ...] | None:
    """The gutter between each two columns in which hardly any line has words; None where one is missing.

    A line that runs under two headings without a break is no row's, and is passed over.
    """
    rows = [line for line in lines if not runs_across(heading, line)]
    size = min((line.size for line in rows), default=0.0)
    heads = [[(each.x0, each.x1)] for each in heading.columns] * (len(rows) + 1)
    taken = heads + [[(word.x0, word.x1) for word in line.words] for line in rows]
    gutters = []
    for left, right in zip(heading.columns, heading.columns[1:], strict=False):
        free = _find_freest(taken, left.middle, right.middle, int(_CROSSING * len(rows)))
        gutter = next((each for each in free if each.x1 - each.x0 >= _GUTTER * size), None)
        if gutter is None:
            return None
        gutters.append(gutter)
    return tuple(gutters)


def _find_freest(
    lines: Iterable[Sequence[tuple[float, float]]], start: float, end: float, most: int
) -> Iterator[Gutter]:
    """Between `start` and `end`, the widest gutter where no line has words, then where one has, up to `most`."""
    steps: dict[float, int] = {start: 0, end: 0}
    for line in lines:
        for x0, x1 in line:
            if x1 > start and x0 < end:
                steps[max(x0, start)] = steps.get(max(x0, start), 0) + 1
                steps[min(x1, end)] = steps.get(min(x1, end), 0) - 1
    places = sorted(steps)
    counts = list(accumulate(steps[place] for place in places))[:-1]
    pieces = list(zip(pairwise(places), counts, strict=True))
    for few in range(most + 1):
        free = [
            Gutter(run[0][0][0], run[-1][0][1])
            for is_free, group in groupby(pieces, key=lambda piece: piece[1] <= few)
            if is_free and (run := list(group))
        ]
        if free:
            yield max(free, key=lambda gutter: gutter.x1 - gutter.x0)


def runs_across(heading: Heading, line: Line) -> bool:
    """Whether words without a break stand under two headings."""
    middles = [column.middle for column in heading.columns]
    return any(sum(start <= middle <= end for middle in middles) > 1 for start, end in find_stretches(line))


def find_stretches(line: Line) -> Iterator[tuple[float, float]]:
    """From where to where a line has words without a break as wide as between columns."""
    start, reach = line.words[0].x0, line.words[0].x1
    for word in line.words[1:]:
        if word.x0 - reach > _APART * word.size:
            yield start, reach
            start = word.x0
        reach = max(reach, word.x1)
    yield start, reach


def crosses(gutters: Iterable[Gutter], line: Line) -> bool:
    """Whether a word of the line stands in a gutter between columns."""
    return any(
        word.x0 < gutter.x1 - _TOUCH and word.x1 > gutter.x0 + _TOUCH
        for gutter in gutters
        for word in line.words
    )


def find_place(gutters: Sequence[Gutter], word: Word) -> int:
    """Which column a word stands in, from 0."""
    return sum(word.x0 >= gutter.x1 - _TOUCH for gutter in gutters)


def join_gutters(gutters: Sequence[Gutter], others: Sequence[Gutter]) -> tuple[Gutter, ...] | None:
    """What is free in both of two pages; None where columns are not the same."""
    joined = tuple(
        Gutter(max(one.x0, other.x0), min(one.x1, other.x1))
        for one, other in zip(gutters, others, strict=False)
    )
    fits = len(gutters) == len(others) and all(each.x1 - each.x0 > 2 * _TOUCH for each in joined)
    return joined if fits else None
