"""Tables drawn with `+---+` and `|`, as pandoc, reStructuredText and databases draw them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from send_extract.patterns import compile_later
from send_extract.readers.dialects.evidence import TextReading, TextRow, count_headings, find_head
from send_extract.readers.dialects.wrapping import Drawn, join_lines, join_rows

_RULE = compile_later(r"[ \t]*[+|](?=[-=:+]*[-=]{2})[-=:+|]+[ \t]*$")
_PARTIAL = compile_later(r"[ \t]*[+|].*\+[-=:]{2,}\+|[ \t]*\+[-=:]{2,}\+.*\|[ \t]*$")
"""A line that is a rule in some columns and words in others, where cells run over several rows."""
_BAR = compile_later(r"[|+]")
_FEWEST_RULES = 2
_BANDS_OF_ROWS = 2
_PLAY = 1
_DRAWN = frozenset("-=:+ ")


def read_boxes(lines: Sequence[str]) -> TextReading:
    """The rows of every table drawn with two or more rules with corners, and the other lines."""
    if sum(1 for line in lines if line.lstrip()[:2] in {"+-", "+="} and _RULE.match(line)) < _FEWEST_RULES:
        return TextReading(())
    rows = list(_read_grids(lines))
    head = find_head([row.cells for row in rows])
    return TextReading(rows, count_headings(head), head.known if head else 0)


def _read_grids(lines: Sequence[str]) -> Iterator[TextRow]:
    grid: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.lstrip()[:1] in {"+", "|"}:
            grid.append((number, line.rstrip()))
            continue
        yield from _read_grid(grid)
        grid = []
        if line.strip():
            yield TextRow([line], number)


def _read_grid(grid: Sequence[tuple[int, str]]) -> list[TextRow]:
    """The rows of one grid: one a band between two rules, or one a line where no rule parts them."""
    bounds = _find_bounds(grid)
    if len(bounds) <= _FEWEST_RULES:
        return [TextRow([line], number) for number, line in grid if not _RULE.match(line)]
    bands = _part_bands(grid, bounds)
    if len(bands) > _BANDS_OF_ROWS:
        return [join_lines(band) for band in bands]
    return [*map(join_lines, bands[:1]), *chain.from_iterable(map(join_rows, bands[1:]))]


def _find_bounds(grid: Sequence[tuple[int, str]]) -> list[int]:
    """Where the corners of the rules stand."""
    rules = [line for _, line in grid if _RULE.match(line)]
    return sorted({bar.start() for rule in rules for bar in _BAR.finditer(rule)})


def _part_bands(grid: Sequence[tuple[int, str]], bounds: Sequence[int]) -> list[list[Drawn]]:
    """The lines between two rules, cut to cells; a rule in some columns alone ends a band with its words."""
    bands: list[list[Drawn]] = [[]]
    for number, line in grid:
        if not _RULE.match(line):
            bands[-1].append(_cut(line, bounds, number))
        if _RULE.match(line) or _PARTIAL.match(line):
            bands.append([])
    return [band for band in bands if band]


def _cut(line: str, bounds: Sequence[int], number: int) -> Drawn:
    """The cells of a line at the corners' places; a bar that is not there leaves a cell over two columns."""
    cells = [""] * (len(bounds) - 1)
    place, start = 0, 0
    for bar in _BAR.finditer(line):
        nearest = _find_nearest(bounds, bar.start())
        if nearest is not None:
            _put(cells, place, line[start : bar.start()])
            place, start = nearest, bar.end()
    _put(cells, place, line[start:])
    return Drawn(tuple(cells), number)


def _find_nearest(bounds: Sequence[int], position: int) -> int | None:
    """Which of the corners' places a bar stands at, give or take a character; None where it is the author's own."""
    place = min(range(len(bounds)), key=lambda index: abs(bounds[index] - position))
    return place if abs(bounds[place] - position) <= _PLAY else None


def _put(cells: list[str], place: int, words: str) -> None:
    """Adds words to a cell; those beyond the last bar are the last cell's, and a rule's dashes are none."""
    if set(words) <= _DRAWN:
        return
    place = min(place, len(cells) - 1)
    cells[place] = f"{cells[place]} {words.strip()}".strip()
