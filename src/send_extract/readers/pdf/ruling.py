"""The lines drawn on a page, and the cells that they are drawn around."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from send_extract.runs import part_runs

if TYPE_CHECKING:
    from send_extract.readers.pdf.words import Word

    Drawn = dict[str, Any]

_DOT = 3.0
"""The most points that a dot of a dotted line measures, and that it stands from the next."""
_DOTS = 5
_ENDS = 3
"""As many lines that end side by side are a table's edge, drawn or not."""
_NEAR = 3.0
"""Points within which lines meet."""


class DrawnLine(NamedTuple):
    """A line: where it stands, and from where to where it runs."""

    place: float
    start: float
    end: float


class Box(NamedTuple):
    """A rectangle, in points from the page's upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def area(self) -> float:
        """In square points."""
        return (self.x1 - self.x0) * (self.bottom - self.top)

    def holds(self, word: Word) -> bool:
        """Whether the middle of `word` is inside."""
        x, y = word.middle
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


def hold_words(words: Iterable[Word], boxes: Iterable[Box]) -> dict[Box, list[Word]]:
    """The words that each of some boxes holds."""
    middles = [(word, *word.middle) for word in words]
    return {
        box: [word for word, x, y in middles if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom]
        for box in boxes
    }


class GridPlace(NamedTuple):
    """A place in a table's grid: the box that covers it, and whether that repeats another place."""

    box: Box | None
    span: str = ""


class Ruled(NamedTuple):
    """A ruled table: its outline and its grid; `is_loose` where no lines are drawn between its columns."""

    box: Box
    rows: tuple[tuple[GridPlace, ...], ...]
    is_loose: bool = False

    @property
    def boxes(self) -> frozenset[Box]:
        """What its cells take of the page."""
        return frozenset(place.box for row in self.rows for place in row if place.box is not None)


class LevelLine(NamedTuple):
    """A level line, or the upper or lower edge of something shaded, in points."""

    x0: float
    x1: float
    y: float


class Ruling(NamedTuple):
    """What is drawn on a page: its ruled tables from the top down, and its level lines."""

    tables: tuple[Ruled, ...]
    rules: tuple[LevelLine, ...]


def find_ruling(page: Any) -> Ruling:
    """The tables and level lines of a page; a table that lacks an outer line is closed where its lines end."""
    page, drawn = _take_dots(page)
    edges = [*page.edges, *drawn]
    added = [*drawn, *_close(edges, "v"), *_close(edges, "h")]
    upright, level = ([each for each in added if each["orientation"] == way] for way in "vh")
    tables = page.find_tables({"explicit_vertical_lines": upright, "explicit_horizontal_lines": level})
    rules = {LevelLine(each["x0"], each["x1"], each["top"]) for each in edges if each["orientation"] == "h"}
    ruled = tuple(map(_read_table, sorted(tables, key=lambda table: table.bbox[1])))
    return Ruling(ruled, tuple(sorted(rules)))


def _take_dots(page: Any) -> tuple[Any, list[Drawn]]:
    """The page without the dots that make lines, and those lines."""
    dots = [each for each in page.rects if max(each["width"], each["height"]) <= _DOT]
    drawn = [*_join_dots(dots, "v"), *_join_dots(dots, "h")]
    small = set(map(id, dots))
    return page.filter(lambda each: id(each) not in small) if drawn else page, drawn


def _draw(orientation: str, across: float, start: float, end: float) -> Drawn:
    """A line as pdfplumber has it: `across` is where it stands, from `start` to `end` it runs."""
    x0, x1, top, bottom = (across, across, start, end) if orientation == "v" else (start, end, across, across)
    return {
        "object_type": "line", "orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top,
    }  # fmt: skip


def _measure(edge: Drawn) -> DrawnLine:
    """A drawn line without what does not matter."""
    if edge["orientation"] == "v":
        return DrawnLine(edge["x0"], edge["top"], edge["bottom"])
    return DrawnLine(edge["top"], edge["x0"], edge["x1"])


def _join_dots(dots: Iterable[Drawn], orientation: str) -> Iterator[Drawn]:
    """The lines that dots in a row make."""
    rows: dict[float, list[DrawnLine]] = defaultdict(list)
    for dot in dots:
        stretch = _measure({**dot, "orientation": orientation})
        rows[round(stretch.place, 1)].append(stretch)
    for place, row in rows.items():
        for run in _join_near(row, _DOT):
            if len(run) >= _DOTS:
                yield _draw(orientation, place, run[0].start, run[-1].end)


def _join_near(lines: Iterable[DrawnLine], apart: float) -> Iterator[list[DrawnLine]]:
    """Lines of one place, those together that begin no further than `apart` from where another ends."""
    ordered = sorted(lines, key=lambda line: line.start)
    return part_runs(ordered, lambda run, line: line.start - max(each.end for each in run) > apart)


def _close(edges: Sequence[Drawn], orientation: str) -> Iterator[Drawn]:
    """The lines at which three and more lines of `orientation` end side by side, where none is drawn."""
    crossing = "h" if orientation == "v" else "v"
    own = _join_lines(edge for edge in edges if edge["orientation"] == orientation)
    drawn = _join_lines(edge for edge in edges if edge["orientation"] == crossing)
    for side in (1, 2):
        for ends in _find_ends(own, drawn, side):
            yield _draw(crossing, ends[0][side], *_stretch(ends, drawn))


def _find_ends(own: Sequence[DrawnLine], drawn: Sequence[DrawnLine], side: int) -> Iterator[list[DrawnLine]]:
    """Lines that end side by side at no other, as those of a table do that lacks a side."""
    loose = (line for line in own if not any(_meets(line, side, other) for other in drawn))
    for group in _group(sorted(loose, key=itemgetter(side)), side):
        for part in _part(sorted(group), drawn):
            if len(part) >= _ENDS or any(_goes_through(line, drawn) for line in part):
                yield part


def _goes_through(line: DrawnLine, drawn: Iterable[DrawnLine]) -> bool:
    """Whether a line is drawn across several others, and so is one of a table whose sides are not drawn."""
    crossed = [other for other in drawn if line.start < other.place < line.end]
    return sum(other.start - _NEAR <= line.place <= other.end + _NEAR for other in crossed) >= _ENDS


def _stretch(lines: Sequence[DrawnLine], drawn: Iterable[DrawnLine]) -> tuple[float, float]:
    """From where to where the lines run that are drawn across all of `lines`: their table's whole width."""
    first, last = lines[0].place, lines[-1].place
    over = [line for line in drawn if line.start <= first + _NEAR and line.end >= last - _NEAR]
    return min((line.start for line in over), default=first), max((line.end for line in over), default=last)


def _meets(line: DrawnLine, side: int, other: DrawnLine) -> bool:
    """Whether a line ends at another that is drawn across it."""
    return abs(other[0] - line[side]) <= _NEAR and other[1] - _NEAR <= line[0] <= other[2] + _NEAR


def _part(lines: Sequence[DrawnLine], drawn: Sequence[DrawnLine]) -> Iterator[list[DrawnLine]]:
    """Lines in order of their places, parted where none runs from one to the next: two tables, not one."""

    def is_apart(part: list[DrawnLine], line: DrawnLine) -> bool:
        first, last = part[-1].place + _NEAR, line.place - _NEAR
        return not any(each.start <= first and each.end >= last for each in drawn)

    return part_runs(lines, is_apart)


def _group(lines: Sequence[DrawnLine], side: int) -> Iterator[list[DrawnLine]]:
    """Lines in order of one of their sides, those together that are near the first there."""
    return part_runs(lines, lambda group, line: line[side] - group[0][side] > _NEAR)


def _join_lines(edges: Iterable[Drawn]) -> list[DrawnLine]:
    """The lines that run on in one another as one, and those side by side within a line's width."""
    runs = (run for group in _group(sorted(map(_measure, edges)), 0) for run in _join_near(group, _NEAR))
    lines = (run[0]._replace(end=max(line.end for line in run)) for run in runs)
    return [line for line in lines if line.end - line.start > _NEAR]


def _read_table(table: Any) -> Ruled:
    boxes = [Box(*cell) for cell in table.cells]
    columns = sorted({round(box.x0, 1) for box in boxes})
    rows = sorted({round(box.top, 1) for box in boxes})
    outline = Box(*table.bbox)
    boxes += _fill_open(boxes, outline, columns, rows)
    return Ruled(outline, tuple(tuple(_find_places(boxes, columns, top)) for top in rows))


def _fill_open(
    boxes: Sequence[Box], outline: Box, columns: Sequence[float], rows: Sequence[float]
) -> Iterator[Box]:
    """A box for each place of the grid that lines leave open, one for those above one another in a column.

    A merged cell that a page cuts has no lower line, and its words are to stand somewhere.
    """
    for left, right in pairwise((*columns, outline.x1)):
        top: float | None = None
        for upper in (*rows, outline.bottom):
            is_open = upper < outline.bottom and not any(_covers(box, left, upper) for box in boxes)
            if is_open and top is None:
                top = upper
            elif not is_open and top is not None:
                yield Box(left, top, right, upper)
                top = None


def _find_places(boxes: Sequence[Box], columns: Sequence[float], top: float) -> Iterator[GridPlace]:
    for left in columns:
        cover = next((box for box in boxes if _covers(box, left, top)), None)
        if cover is None:
            yield GridPlace(None)
        elif left - cover.x0 > 1:
            yield GridPlace(cover, "column")
        else:
            yield GridPlace(cover, "row" if top - cover.top > 1 else "")


def _covers(box: Box, left: float, top: float) -> bool:
    return box.x0 - 1 <= left < box.x1 - 1 and box.top - 1 <= top < box.bottom - 1
