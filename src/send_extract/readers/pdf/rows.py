"""Rows without lines: where one ends and the next begins, told by numbers, level lines and the space between."""

from __future__ import annotations

from functools import partial
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from send_extract.patterns import compile_later
from send_extract.readers.pdf.columns import Gutter, crosses, find_place, find_stretches
from send_extract.readers.pdf.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from send_extract.readers.pdf.ruling import Rule

_NUMBER = compile_later(r"\(?[A-Za-z]{0,4}[ .]?\d{1,3}(?:[a-z]|[.)]|\.\d{1,3}|\([ivxa-z]+\))*$")
_LEVEL = 0.6
"""How far lines of one row may begin from one another, in font sizes."""
_WIDER = 0.5
"""The space between two rows is wider than that between two lines by this, in font sizes."""
_DOUBTFUL = 0.2
"""Space that is wider by more than this, and not by that, may be either."""
_MOST_OF_WIDTH = 0.5
_NEAR = 2.0
"""Points by which places that are meant to be one may differ."""


class LooseRow(NamedTuple):
    """Lines that are one row of a table; `is_full` where they run over all its columns."""

    lines: tuple[Line, ...]
    is_full: bool = False


class Frame(NamedTuple):
    """What is known of a table: the gutters between its columns, whether they are numbered, its level lines."""

    gutters: tuple[Gutter, ...]
    is_numbered: bool
    rules: tuple[float, ...]


def find_rules(rules: Iterable[Rule], left: float, right: float) -> tuple[float, ...]:
    """Where level lines, or the edges of what is shaded, run over most of the width between `left` and `right`."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda each: each.y):
        if groups and rule.y - groups[-1][0].y <= _NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    least = _MOST_OF_WIDTH * (right - left)
    return tuple(group[0].y for group in groups if _cover(group, left, right) > least)


def _cover(rules: Iterable[Rule], left: float, right: float) -> float:
    covered, reach = 0.0, left
    for rule in sorted(rules, key=lambda each: each.x0):
        start, end = max(rule.x0, reach), min(rule.x1, right)
        if end > start:
            covered += end - start
            reach = end
    return covered


def is_row_line(frame: Frame, line: Line) -> bool:
    """Whether a line's words stand in columns; a lone word that is no number under the numbers is a heading."""
    if crosses(frame.gutters, line):
        return False
    return not (frame.is_numbered and _is_lone(frame, line) and not _starts_row(frame, line))


def _is_lone(frame: Frame, line: Line) -> bool:
    return all(find_place(frame.gutters, word) == 0 for word in line.words)


def _starts_row(frame: Frame, line: Line) -> bool:
    first = " ".join(word.text for word in line.words if find_place(frame.gutters, word) == 0)
    return bool(first) and _NUMBER.match(first) is not None


def find_rows(frame: Frame, lines: Sequence[Line]) -> tuple[LooseRow, ...] | None:
    """The rows of a table's lines; None where it cannot be told where one ends.

    Lines over all columns are rows of their own where rows follow, else the table ends before them.
    """
    groups = [(is_row, tuple(group)) for is_row, group in groupby(lines, partial(is_row_line, frame))]
    if groups and not groups[-1][0]:
        groups.pop()
    rows: list[LooseRow] = []
    for is_row, group in groups:
        found = _part_lines(frame, group) if is_row else _take_whole(group)
        if found is None:
            return None
        rows += found
    return tuple(rows)


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
        starts = [line for line in band if _starts_row(frame, line)]
        if len(starts) < 2 and len(bands) > 1:  # noqa: PLR2004 - one number, one row
            rows.append(LooseRow(band))
            continue
        found = _part_by_numbers(frame, band) or _part_around_numbers(frame, band)
        if found is None:
            return None
        rows += found
    return tuple(rows)


def _part_by_rules(rules: Sequence[float], lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    band: list[Line] = []
    for line in lines:
        if band and any(_find_middle(band[-1]) < rule < _find_middle(line) for rule in rules):
            yield tuple(band)
            band = []
        band.append(line)
    if band:
        yield tuple(band)


def _find_middle(line: Line) -> float:
    return (line.words[0].top + line.words[0].bottom) / 2


def _part_by_numbers(frame: Frame, lines: Sequence[Line]) -> tuple[LooseRow, ...] | None:
    """A row from each number on; None where a number does not stand on the first line of its row."""
    rows: list[list[Line]] = []
    for line in lines:
        if _starts_row(frame, line) or not rows:
            rows.append([line])
        else:
            rows[-1].append(line)
    rest = [] if _starts_row(frame, lines[0]) else rows[0]
    if rest and len(rows) > 1 and not _is_parted(lines, len(rest)):
        return None
    numbered = rows[1:] if rest else rows
    return (
        tuple(LooseRow(tuple(row)) for row in rows)
        if all(_is_level(frame, row) for row in numbered)
        else None
    )


def _is_parted(lines: Sequence[Line], place: int) -> bool:
    """Whether more space stands above the line at `place` than between lines, as above a row's first."""
    gaps = list(_find_gaps(lines))
    least = min((gap for gap in gaps if gap >= -_NEAR), default=0.0)
    return gaps[place - 1] - least > _DOUBTFUL * lines[place].size


def _is_level(frame: Frame, row: Sequence[Line]) -> bool:
    """Whether every column of a row begins on its first line."""
    seen: set[int] = set()
    top, size = min(word.top for word in row[0].words), row[0].size
    for line in row:
        places = {find_place(frame.gutters, word) for word in line.words} - seen
        if places and min(word.top for word in line.words) - top > _LEVEL * size:
            return False
        seen |= places
    return True


def _part_around_numbers(frame: Frame, lines: Sequence[Line]) -> tuple[LooseRow, ...] | None:
    """Rows parted by space, where there is one number in each: numbers in the middle of their rows."""
    found = _part_by_space(frame, lines, is_first_filled=False)
    if found and all(sum(_starts_row(frame, line) for line in row.lines) == 1 for row in found):
        return found
    return None


def _part_by_space(
    frame: Frame, lines: Sequence[Line], *, is_first_filled: bool = True
) -> tuple[LooseRow, ...] | None:
    """Rows parted by wider space than lines; None where space is neither wide nor narrow."""
    columns = len(frame.gutters) + 1
    if all(len({find_place(frame.gutters, word) for word in line.words}) == columns for line in lines):
        return tuple(LooseRow((line,)) for line in lines)
    gaps = list(_find_gaps(lines))
    least = min((gap for gap in gaps if gap >= -_NEAR), default=0.0)
    rows: list[list[Line]] = [[lines[0]]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        wider = (gap - least) / line.size
        is_first = not is_first_filled or any(find_place(frame.gutters, word) == 0 for word in line.words)
        if is_first and _DOUBTFUL < wider <= _WIDER:
            return None
        if is_first and wider > _WIDER:
            rows.append([line])
        else:
            rows[-1].append(line)
    return tuple(LooseRow(tuple(row)) for row in rows)


def _find_gaps(lines: Sequence[Line]) -> Iterator[float]:
    bottom = 0.0
    for line, following in pairwise(lines):
        bottom = max(bottom, *(word.bottom for word in line.words))
        yield min(word.top for word in following.words) - bottom
