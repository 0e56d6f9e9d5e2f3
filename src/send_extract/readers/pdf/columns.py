"""Columns without lines: a heading row that is known by its words, and the free strips between what stands below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple, cast

from send_extract.headings import find_field
from send_extract.headings.rows import find_heading_row
from send_extract.readers.pdf.lines import BREAK, CLOSEST, Line, find_gap, part_words
from send_extract.readers.pdf.words import Word

_TALLEST = 3
"""The most lines that a heading row has."""
_FEWEST = 3
"""A plan's heading row has no fewer columns that are known."""
_LARGER = 1.2
"""Letters that are larger by this than those below them are a title's."""
_CLOSE = 0.8
"""Lines of one heading are no further apart than this, in font sizes."""
_GUTTER = 0.3
"""The least width of a gutter between two columns, in font sizes."""
_NUMBERED = 0.1
"""The same behind numbers, which may be set to the right of their column."""
_CROSSING = 0.25
"""The part of the lines below a heading row that may be no rows: titles, notes, a glossary."""
_TOUCH = 0.5


class PrintedHeading(NamedTuple):
    """A heading, and from where to where on the page it is printed."""

    x0: float
    x1: float
    text: str

    @property
    def middle(self) -> float:
        """The middle of the heading."""
        return (self.x0 + self.x1) / 2


class HeadingBand(NamedTuple):
    """A heading row: its columns from left to right, and where it stands."""

    columns: tuple[PrintedHeading, ...]
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


def find_heading(lines: Sequence[Line]) -> HeadingBand | None:
    """The heading row of a plan among a page's lines, by its words; None where there is none."""
    best: Sequence[Line] = ()
    most = 0
    for band in _gather_bands(lines):
        known = _count_known(tuple(_find_columns(band)))
        if known > most or (0 < known == most and (_is_rest(best, band) or _is_evener(band, best))):
            best, most = band, known
    if not best:
        return None
    top, bottom = min(line.top for line in best), max(line.bottom for line in best)
    return HeadingBand(tuple(_find_columns(best)), top, bottom)


def _is_evener(band: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether a band is in one kind of letters and another is not: a caption above the headings is in its own."""
    return len(_list_fonts(band)) == 1 < len(_list_fonts(other))


def _list_fonts(band: Sequence[Line]) -> set[str]:
    return {word.font for line in band for word in line.words}


def _is_rest(band: Sequence[Line], longer: Sequence[Line]) -> bool:
    """Whether the last line of a longer band is still of the headings: in their letters, and not under all of them."""
    columns = tuple(_find_columns(band))
    words = longer[-1].words
    under = {sum(word.x0 >= column.middle for column in columns) for word in words}
    return (
        longer[0] is band[0]
        and _list_fonts(longer[-1:]) <= _list_fonts(band)
        and len(under) < len(columns) - 1
    )


def _gather_bands(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """A line and up to two that follow it closely, from each line on; a title in larger letters heads no column."""
    for first, line in enumerate(lines):
        yield (line,)
        for last in range(first + 1, min(first + _TALLEST, len(lines))):
            is_far = find_gap(lines[last - 1], lines[last]) > _CLOSE * lines[last].size
            if is_far or line.size > _LARGER * lines[last].size:
                break
            yield lines[first : last + 1]


def _find_columns(band: Sequence[Line]) -> Iterator[PrintedHeading]:
    """The headings that the words of a few lines make: those above one another or side by side.

    Words in small letters, which justified lines may set far apart, go on with the heading before.
    """
    words = sorted((word for line in band for word in line.words), key=lambda word: word.x0)
    has_capitals = any(word.text[:1].isupper() for word in words)
    groups: list[list[Word]] = []
    for part in part_words(words, CLOSEST):
        if groups and has_capitals and all(word.text[:1].islower() for word in part):
            groups[-1] += part
        else:
            groups.append(part)
    return (_make_column(band, group) for group in groups)


def _make_column(band: Sequence[Line], group: Sequence[Word]) -> PrintedHeading:
    own = set(group)
    text = " ".join(word.text for line in band for word in line.words if word in own)
    return PrintedHeading(group[0].x0, max(word.x1 for word in group), text)


def _count_known(columns: Sequence[PrintedHeading]) -> int:
    """How many fields headings name, 0 where they are no heading row of a plan."""
    found = (
        find_heading_row([tuple(column.text for column in columns)], {}) if len(columns) >= _FEWEST else None
    )
    return found.known if found and found.known >= _FEWEST and 2 * found.known > len(columns) else 0


def find_gutters(
    heading: HeadingBand, lines: Iterable[Line], within: Iterable[Gutter] | None = None
) -> tuple[Gutter, ...] | None:
    """The gutter between each two columns in which hardly any line has words; None where one is missing.

    It is looked for between the middles of two headings, or `within` the gutters of another page. A line that runs
    under two headings without a break is no row's, and is passed over.
    """
    rows = [line for line in lines if not runs_across(heading, line)]
    size = min((line.size for line in rows), default=0.0)
    widths = [_NUMBERED if heading.is_numbered else _GUTTER] + [_GUTTER] * (len(heading.columns) - 2)
    taken = _gather_taken(heading, rows)
    most = int(_CROSSING * len(rows))
    between = within or (Gutter(left.middle, right.middle) for left, right in pairwise(heading.columns))
    gutters = tuple(
        _find_gutter(taken, space, most, width * size) for space, width in zip(between, widths, strict=False)
    )
    return None if None in gutters else cast("tuple[Gutter, ...]", gutters)


def _gather_taken(heading: HeadingBand, rows: Sequence[Line]) -> Sequence[tuple[float, float]]:
    """From where to where words stand: headings as often as keeps every line from crossing them."""
    taken = [word[1:3] for line in rows for word in line.words]
    return taken + [column[:2] for column in heading.columns] * (len(rows) + 1)


def _find_gutter(
    taken: Sequence[tuple[float, float]], space: Gutter, most: int, least: float
) -> Gutter | None:
    """The strip of a space, `least` points wide, where no line has words, else one has, up to `most`.

    Of several it is the one that most words begin behind, as those of a column do, then the widest.
    """
    begins = Counter(round(x0) for x0, _ in taken)
    pieces = _count_taken(taken, space)
    for few in range(most + 1):
        wide = [gutter for gutter in _join_free(pieces, few) if gutter.x1 - gutter.x0 >= least]
        if wide:
            return max(wide, key=lambda gutter: (begins[round(gutter.x1)], gutter.x1 - gutter.x0))
    return None


def _join_free(pieces: Iterable[tuple[Gutter, int]], few: int) -> Iterator[Gutter]:
    """The strips that pieces side by side make in which no more than a `few` words stand."""
    for is_free, group in groupby(pieces, lambda piece: piece[1] <= few):
        if is_free:
            run = [piece for piece, _ in group]
            yield Gutter(run[0].x0, run[-1].x1)


def _count_taken(taken: Iterable[tuple[float, float]], space: Gutter) -> list[tuple[Gutter, int]]:
    """The pieces of a space, each with how many words stand in it."""
    steps = Counter({space.x0: 0, space.x1: 0})
    for x0, x1 in taken:
        if x1 > space.x0 and x0 < space.x1:
            steps[max(x0, space.x0)] += 1
            steps[min(x1, space.x1)] -= 1
    places = sorted(steps)
    counts = accumulate(steps[place] for place in places)
    return [(Gutter(*ends), count) for ends, count in zip(pairwise(places), counts, strict=False)]


def runs_across(heading: HeadingBand, line: Line) -> bool:
    """Whether words without a break stand under two headings."""
    middles = [column.middle for column in heading.columns]
    stretches = find_stretches(line, CLOSEST)
    return any(sum(start <= middle <= end for middle in middles) > 1 for start, end in stretches)


def find_stretches(line: Line, least: float = BREAK) -> Iterator[tuple[float, float]]:
    """From where to where a line has words without a break as wide as between columns."""
    return ((words[0].x0, max(word.x1 for word in words)) for words in part_words(line.words, least))


def crosses(gutters: Iterable[Gutter], line: Line) -> bool:
    """Whether a word of the line stands in a gutter between columns."""
    return any(
        word.x0 < gutter.x1 - _TOUCH and word.x1 > gutter.x0 + _TOUCH
        for gutter in gutters
        for word in line.words
    )


def begins_columns(gutters: Sequence[Gutter], line: Line) -> bool:
    """Whether a line begins in a later column, and stands at the left edge of each that it has words in.

    Its words fill their columns, so that no space as wide as a gutter is left between them.
    """
    begins = {find_place(gutters, word) for word in line.words if _stands_at_edge(gutters, word)}
    return len(begins) > 1 and begins == {find_place(gutters, word) for word in line.words}


def _stands_at_edge(gutters: Iterable[Gutter], word: Word) -> bool:
    return any(abs(word.x0 - gutter.x1) < _TOUCH for gutter in gutters)


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
