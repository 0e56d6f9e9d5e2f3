"""The lines drawn on a page, and the cells that they are drawn around."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from send_extract.readers.pdf.words import Word

    Drawn = dict[str, Any]

_DOT = 3.0
"""The most points that a dot of a dotted line measures, and that it stands from the next."""
_DOTS = 5
_ENDS = 3
"""As many lines that end side by side are a table's edge, drawn or not."""
_NEAR = 3.0
"""Points within which lines meet."""


class Stretch(NamedTuple):
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
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


class Place(NamedTuple):
    """A place in a table's grid: the box that covers it, and whether that repeats another place."""

    box: Box | None
    span: str = ""


class Ruled(NamedTuple):
    """A ruled table: its outline and its grid."""

    box: Box
    rows: tuple[tuple[Place, ...], ...]


class Rule(NamedTuple):
    """A level line, or the upper or lower edge of something shaded, in points."""

    x0: float
    x1: float
    y: float


class Ruling(NamedTuple):
    """What is drawn on a page: its ruled tables from the top down, and its level lines."""

    tables: tuple[Ruled, ...]
    rules: tuple[Rule, ...]


def find_ruling(page: Any) -> Ruling:  # noqa: ANN401 - pdfplumber's own class
    """The tables and level lines of a page; a table that lacks an outer line is closed where its lines end."""
    dots = [each for each in page.rects if max(each["width"], each["height"]) <= _DOT]
    drawn = [*_join_dots(dots, "v"), *_join_dots(dots, "h")]
    if drawn:
        small = {id(each) for each in dots}
        page = page.filter(lambda each: id(each) not in small)
    edges = [*page.edges, *drawn]
    closing = [*_close(edges, "v"), *_close(edges, "h")]
    added = [*drawn, *closing]
    tables = page.find_tables(
        {
            "explicit_vertical_lines": [each for each in added if each["orientation"] == "v"],
            "explicit_horizontal_lines": [each for each in added if each["orientation"] == "h"],
        }
    )
    level = (each for each in edges if each["orientation"] == "h")
    return Ruling(
        tuple(_read_table(table) for table in sorted(tables, key=lambda table: table.bbox[1])),
        tuple(sorted({Rule(each["x0"], each["x1"], each["top"]) for each in level})),
    )


def _draw(orientation: str, across: float, start: float, end: float) -> Drawn:
    """A line as pdfplumber has it: `across` is where it stands, from `start` to `end` it runs."""
    x0, x1, top, bottom = (across, across, start, end) if orientation == "v" else (start, end, across, across)
    return {
        "object_type": "line", "orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top,
    }  # fmt: skip


def _measure(edge: Drawn) -> Stretch:
    """A drawn line without what does not matter."""
    if edge["orientation"] == "v":
        return Stretch(edge["x0"], edge["top"], edge["bottom"])
    return Stretch(edge["top"], edge["x0"], edge["x1"])


def _join_dots(dots: Iterable[Drawn], orientation: str) -> Iterator[Drawn]:
    """The lines that dots in a row make."""
    across, start, end = ("x0", "top", "bottom") if orientation == "v" else ("top", "x0", "x1")
    rows: dict[float, list[Drawn]] = defaultdict(list)
    for dot in dots:
        rows[round(dot[across], 1)].append(dot)
    for place, row in rows.items():
        row.sort(key=lambda dot: dot[start])
        run = [row[0]]
        for dot, following in (*pairwise(row), (row[-1], None)):
            if following is not None and following[start] - dot[end] <= _DOT:
                run.append(following)
                continue
            if len(run) >= _DOTS:
                yield _draw(orientation, place, run[0][start], run[-1][end])
            run = [] if following is None else [following]


def _close(edges: Iterable[Drawn], orientation: str) -> Iterator[Drawn]:
    """The lines at which three and more lines of `orientation` end side by side, where none is drawn."""
    crossing = "h" if orientation == "v" else "v"
    own = _join_lines(edge for edge in edges if edge["orientation"] == orientation)
    drawn = _join_lines(edge for edge in edges if edge["orientation"] == crossing)
    for side in (1, 2):
        loose = [line for line in own if not any(_meets(line, side, other) for other in drawn)]
        for group in _group(sorted(loose, key=lambda line: line[side]), side):
            through = {line.place for line in group if _goes_through(line, drawn)}
            for places in _part(sorted(line.place for line in group), drawn):
                if len(places) >= _ENDS or not through.isdisjoint(places):
                    yield _draw(crossing, group[0][side], *_stretch(places, drawn))


def _goes_through(line: Stretch, drawn: Iterable[Stretch]) -> bool:
    """Whether a line is drawn across several others, and so is one of a table whose sides are not drawn."""
    crossed = (
        other
        for other in drawn
        if line.start < other.place < line.end and other.start - _NEAR <= line.place <= other.end + _NEAR
    )
    return sum(1 for _ in crossed) >= _ENDS


def _stretch(places: Sequence[float], drawn: Iterable[Stretch]) -> tuple[float, float]:
    """From where to where the lines run that are drawn across all of `places`: their table's whole width."""
    over = [line for line in drawn if line.start <= places[0] + _NEAR and line.end >= places[-1] - _NEAR]
    starts, ends = [line.start for line in over], [line.end for line in over]
    return min(starts, default=places[0]), max(ends, default=places[-1])


def _meets(line: Stretch, side: int, other: Stretch) -> bool:
    """Whether a line ends at another that is drawn across it."""
    return abs(other[0] - line[side]) <= _NEAR and other[1] - _NEAR <= line[0] <= other[2] + _NEAR


def _part(places: Sequence[float], drawn: Sequence[Stretch]) -> Iterator[list[float]]:
    """Places in order, parted where no line runs from one to the next: two tables, not one."""
    group: list[float] = []
    for place in places:
        if group and not any(line[1] <= group[-1] + _NEAR and line[2] >= place - _NEAR for line in drawn):
            yield group
            group = []
        group.append(place)
    yield group


def _group(lines: Sequence[Stretch], side: int) -> Iterator[list[Stretch]]:
    group: list[Stretch] = []
    for line in lines:
        if group and line[side] - group[0][side] > _NEAR:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _join_lines(edges: Iterable[Drawn]) -> list[Stretch]:
    """The lines that run on in one another as one, and those side by side within a line's width."""
    joined: list[Stretch] = []
    open_lines: list[Stretch] = []
    for place, start, end in sorted(map(_measure, edges), key=lambda line: line[1]):
        open_lines, past = (
            [line for line in open_lines if line[2] >= start - _NEAR],
            [line for line in open_lines if line[2] < start - _NEAR],
        )
        joined += past
        same = next((line for line in open_lines if abs(line[0] - place) <= _NEAR), None)
        if same is None:
            open_lines.append(Stretch(place, start, end))
        else:
            open_lines[open_lines.index(same)] = same._replace(end=max(same.end, end))
    return [line for line in joined + open_lines if line.end - line.start > _NEAR]


def _read_table(table: Any) -> Ruled:  # noqa: ANN401 - pdfplumber's own class
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


def _find_places(boxes: Sequence[Box], columns: Sequence[float], top: float) -> Iterator[Place]:
    for left in columns:
        cover = next((box for box in boxes if _covers(box, left, top)), None)
        if cover is None:
            yield Place(None)
        elif left - cover.x0 > 1:
            yield Place(cover, "column")
        else:
            yield Place(cover, "row" if top - cover.top > 1 else "")


def _covers(box: Box, left: float, top: float) -> bool:
    return box.x0 - 1 <= left < box.x1 - 1 and box.top - 1 <= top < box.bottom - 1
