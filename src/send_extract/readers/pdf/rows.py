"""Rows without lines: where one ends and the next begins, told by numbers, level lines and the space between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from math import inf
from typing import NamedTuple

from send_extract.notation.numbers import are_of_kind, begins_row
from send_extract.readers.pdf.columns import Gutter, begins_columns, crosses, find_place, find_stretches
from send_extract.readers.pdf.joints import weigh_start
from send_extract.readers.pdf.lines import CLOSEST, Line, part_words
from send_extract.readers.pdf.ruling import Box, LevelLine
from send_extract.runs import part_runs

_LEVEL = 0.6
"""How far lines of one row may begin from one another, in font sizes."""
_CENTRED = 0.35
"""How far a number may stand from the middle of its row, in font sizes: a line more or less moves that by more."""
_ALONE = 0.75
"""The same where a row can end in one place alone: the space below a list is a part of its row, and not printed."""
_NOWHERE = 9.0
_WIDER = 0.5
"""The space between two rows is wider than that between two lines by this, in font sizes."""
_DOUBTFUL = 0.2
"""Space that is wider by more than this, and not by that, may be either."""
_EVEN = 1.0
"""What speaks for a row and against it by less than this leaves it open."""
_FEWEST_CROSSED = 3
"""Columns that a sentence stands in, though no word of it in a gutter; in two it may be by chance."""
_MOST_OF_WIDTH = 0.5
_NEAR = 2.0
"""Points by which places that are meant to be one may differ."""


class LooseRow(NamedTuple):
    """Lines that are one row of a table; `is_full` where they run over all its columns."""

    lines: tuple[Line, ...]
    is_full: bool = False

    @property
    def box(self) -> Box:
        """What the row's words take of the page."""
        return Box(
            min(line.x0 for line in self.lines),
            min(line.top for line in self.lines),
            max(line.x1 for line in self.lines),
            max(line.bottom for line in self.lines),
        )


class Frame(NamedTuple):
    """What is known of a table: the gutters between its columns, whether they are numbered, its level lines."""

    gutters: tuple[Gutter, ...]
    is_numbered: bool
    rules: tuple[float, ...] = ()

    def find_places(self, line: Line) -> set[int]:
        """The columns that a line has words in."""
        return {find_place(self.gutters, word) for word in line.words}

    def read_first(self, line: Line) -> str:
        """What a line has in the first column."""
        return " ".join(word.text for word in line.words if find_place(self.gutters, word) == 0)


def find_rules(rules: Iterable[LevelLine], left: float, right: float) -> tuple[float, ...]:
    """Where level lines, or the edges of what is shaded, run over most of the width between `left` and `right`."""
    ordered = sorted(rules, key=lambda each: each.y)
    groups = part_runs(ordered, lambda group, rule: rule.y - group[0].y > _NEAR)
    least = _MOST_OF_WIDTH * (right - left)
    return tuple(group[0].y for group in groups if _cover(group, left, right) > least)


def _cover(rules: Iterable[LevelLine], left: float, right: float) -> float:
    covered, reach = 0.0, left
    for rule in sorted(rules, key=lambda each: each.x0):
        covered += max(0.0, min(rule.x1, right) - max(rule.x0, reach))
        reach = max(reach, min(rule.x1, right))
    return covered


def find_starts(frame: Frame, lines: Sequence[Line]) -> frozenset[int]:
    """The places of the lines that a row's number begins on; a narrow column may break one (`Rec`, `10`)."""
    starts: set[int] = set()
    place, number = 0, ""
    for below, line in enumerate(lines):
        first = frame.read_first(line)
        if first and _goes_on(number, first):
            starts.add(place)
            number += first
        elif first:
            place, number = below, first
            starts |= {place} if begins_row(first) else set()
    return frozenset(starts)


def _goes_on(upper: str, lower: str) -> bool:
    """Whether what begins a line is one number with what stands above it, and not a number of the same series."""
    if not begins_row(lower) or (begins_row(upper) and are_of_kind([upper, lower])):
        return False
    return bool(upper) and (begins_row(f"{upper} {lower}") or begins_row(upper + lower))


def is_row_line(frame: Frame, line: Line, *, is_start: bool = False) -> bool:
    """Whether a line's words stand in columns; a lone word that is no number under the numbers is a heading."""
    if not begins_columns(frame.gutters, line) and (crosses(frame.gutters, line) or _runs_on(frame, line)):
        return False
    is_lone = frame.is_numbered and frame.find_places(line) == {0}
    return is_start or not is_lone or begins_row(line.text)


def _runs_on(frame: Frame, line: Line) -> bool:
    """Whether words stand in several columns and as near to one another as in a sentence."""
    parts = part_words(line.words, CLOSEST)
    places = ({find_place(frame.gutters, word) for word in words} for words in parts)
    return any(len(each) >= _FEWEST_CROSSED for each in places)


def find_rows(frame: Frame, lines: Sequence[Line]) -> tuple[LooseRow, ...] | None:
    """The rows of a table's lines; None where it cannot be told where one ends.

    Lines over all columns are rows of their own where rows follow, else the table ends before them.
    """
    starts = find_starts(frame, lines)
    kinds = [is_row_line(frame, line, is_start=place in starts) for place, line in enumerate(lines)]
    pairs = groupby(zip(lines, kinds, strict=True), lambda pair: pair[1])
    groups = [(is_row, tuple(line for line, _ in group)) for is_row, group in pairs]
    while groups and not _belongs(frame, groups[-1], is_alone=len(groups) == 1):
        groups.pop()
    rows: list[LooseRow] = []
    for is_row, group in groups:
        found = _part_lines(frame, group) if is_row else _take_whole(group)
        if found is None:
            return None
        rows += found
    return tuple(rows)


def _belongs(frame: Frame, group: tuple[bool, Sequence[Line]], *, is_alone: bool) -> bool:
    """Whether the last lines are still rows: below lines over all columns, a numbered table goes on with a number."""
    is_row, lines = group
    return is_row and (is_alone or not frame.is_numbered or bool(find_starts(frame, lines)))


def _take_whole(lines: Sequence[Line]) -> tuple[LooseRow, ...] | None:
    """Lines over all columns as one row; None where one has gaps as between columns."""
    if any(len(list(find_stretches(line))) > 1 for line in lines):
        return None
    return (LooseRow(tuple(lines), is_full=True),)


def _part_lines(frame: Frame, lines: Sequence[Line]) -> tuple[LooseRow, ...] | None:
    """The rows of lines that stand in columns: between level lines first, then by numbers or by space."""
    bands = list(_part_by_rules(frame.rules, lines))
    if not frame.is_numbered:
        return tuple(map(LooseRow, bands)) if len(bands) > 1 else _part_by_space(frame, lines)
    rows: list[LooseRow] = []
    for band in bands:
        found = _part_band(frame, band, is_one=len(bands) > 1)
        if found is None:
            return None
        rows += found
    return tuple(rows)


def _part_by_rules(rules: Sequence[float], lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:

    def is_apart(band: list[Line], line: Line) -> bool:
        return any(_find_middle(band[-1]) < rule < _find_middle(line) for rule in rules)

    return map(tuple, part_runs(lines, is_apart))


def _find_middle(line: Line) -> float:
    return (line.words[0].top + line.words[0].bottom) / 2


def _part_band(frame: Frame, lines: Sequence[Line], *, is_one: bool) -> tuple[LooseRow, ...] | None:
    """The numbered rows of lines that no level line parts; `is_one` where others are parted so, one number in each."""
    starts = sorted(find_starts(frame, lines))
    if not starts or (len(starts) == 1 and is_one):
        return (LooseRow(tuple(lines)),)
    ends = _find_ends_below(frame, lines, starts) or _find_ends_around(frame, lines, starts)
    return None if ends is None else _cut_rows(lines, ends)


def _find_ends_below(frame: Frame, lines: Sequence[Line], starts: Sequence[int]) -> Sequence[int] | None:
    """Where rows end if each begins with its number; None where one does not stand on the first line of its row."""
    if starts and starts[0] and not _is_parted(lines, starts[0]):
        return None
    rows = pairwise((*starts, len(lines)))
    return starts if starts and all(_is_level(frame, lines[start:end]) for start, end in rows) else None


def _is_parted(lines: Sequence[Line], place: int) -> bool:
    """Whether more space stands above the line at `place` than between lines, as above a row's first."""
    return _measure_gaps(lines)[place - 1] > _DOUBTFUL * lines[place].size


def _is_level(frame: Frame, row: Sequence[Line]) -> bool:
    """Whether every column of a row begins on its first line."""
    seen: set[int] = set()
    top, size = row[0].top, row[0].size
    for line in row:
        places = frame.find_places(line) - seen
        if places and line.top - top > _LEVEL * size:
            return False
        seen |= places
    return True


def _find_ends_around(frame: Frame, lines: Sequence[Line], starts: Sequence[int]) -> Sequence[int] | None:
    """Where rows end if each has its number in its middle, and wider space around it; None where one has not."""
    clear = _find_clear(frame, lines)
    begin = 0
    ends: list[int] = []
    for start, following in pairwise((*starts, len(lines))):
        after = start if following < len(lines) else following - 1
        places = [place for place in (*clear, len(lines)) if after < place <= following]
        aims = [(_measure_aim(frame, lines[begin:place]), place) for place in places]
        aim, begin = min(aims, default=(_NOWHERE, 0))
        if aim > (_ALONE if len(aims) == 1 else _CENTRED):
            return None
        ends.append(begin)
    return ends[:-1] if ends else None


def _find_clear(frame: Frame, lines: Sequence[Line]) -> Sequence[int]:
    """The lines above which every column has more space than between lines."""
    gaps = list(_find_column_gaps(frame, lines))
    least = min((gap for _, _, gap in gaps if gap >= -_NEAR), default=0.0)
    tight = [(above, below) for above, below, gap in gaps if gap - least <= _DOUBTFUL * lines[below].size]
    return [place for place in range(1, len(lines)) if not any(a < place <= b for a, b in tight)]


def _find_column_gaps(frame: Frame, lines: Sequence[Line]) -> Iterator[tuple[int, int, float]]:
    """For each two lines that follow one another in a column, their places, and the space between them."""
    last: dict[int, int] = {}
    for place, line in enumerate(lines):
        for column in frame.find_places(line):
            if column in last:
                yield last[column], place, line.top - lines[last[column]].bottom
            last[column] = place


def _measure_aim(frame: Frame, row: Sequence[Line]) -> float:
    """How far the number of a row stands from its middle, in font sizes."""
    numbers = [word for line in row for word in line.words if find_place(frame.gutters, word) == 0]
    middle = min(line.top for line in row) + max(line.bottom for line in row)
    number = min(word.top for word in numbers) + max(word.bottom for word in numbers)
    return abs(middle - number) / 2 / row[0].size


def _part_by_space(frame: Frame, lines: Sequence[Line]) -> tuple[LooseRow, ...] | None:
    """Rows without numbers: parted by wider space than lines, else by what their lines are; None where that is even."""
    columns = len(frame.gutters) + 1
    if all(len(frame.find_places(line)) == columns for line in lines):
        return tuple(LooseRow((line,)) for line in lines)
    starts = _find_starts(frame, lines)
    return None if starts is None else _cut_rows(lines, starts)


def _find_starts(frame: Frame, lines: Sequence[Line]) -> list[int] | None:
    """The places of lines that rows begin with; None where that is even for one."""
    wider = _measure_wider(frame, lines)
    told = _find_told(wider)
    weighed = {place: weigh_start(frame.gutters, lines, place) for place in wider.keys() - told.keys()}
    if any(abs(points) < _EVEN for points in weighed.values()):
        return None
    return sorted(place for place, points in (told | weighed).items() if points > 0)


def _find_told(wider: Mapping[int, float]) -> dict[int, float]:
    """What speaks for a row at the gaps that tell by themselves: the wide, and the narrow where others are wide."""
    most = _DOUBTFUL if any(gap > _WIDER for gap in wider.values()) else -inf
    return {place: gap - _DOUBTFUL for place, gap in wider.items() if gap > _WIDER or gap <= most}


def _measure_wider(frame: Frame, lines: Sequence[Line]) -> dict[int, float]:
    """For each line but the first that has words in the first column, by how many sizes the gap above is wider."""
    gaps = enumerate(zip(lines[1:], _measure_gaps(lines), strict=True), 1)
    return {place: gap / line.size for place, (line, gap) in gaps if 0 in frame.find_places(line)}


def _cut_rows(lines: Sequence[Line], ends: Sequence[int]) -> tuple[LooseRow, ...]:
    """The rows of lines that end before those at `ends`."""
    spans = pairwise((0, *ends, len(lines)))
    return tuple(LooseRow(tuple(lines[start:end])) for start, end in spans if end > start)


def _measure_gaps(lines: Sequence[Line]) -> Sequence[float]:
    """How much wider each gap between lines is than the least."""
    reaches = accumulate((line.bottom for line in lines), max)
    gaps = [line.top - reach for line, reach in zip(lines[1:], reaches, strict=False)]
    least = min((gap for gap in gaps if gap >= -_NEAR), default=0.0)
    return [gap - least for gap in gaps]
