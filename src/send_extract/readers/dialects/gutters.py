"""Where the columns of a laid-out table part: at the gutters that hardly a line's words run over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from send_extract.notation.furniture import ends_page
from send_extract.patterns import compile_later

_CELL = compile_later(r"\S+(?: \S+)*")
_WORD = compile_later(r"\S+")
_WORD_WEIGHT = 4
"""A word that a bound would cut weighs as much as so many bounds at the single space between two words."""
_STEP = 0.02
"""What each place further from its heading adds to a bound, a line: a column off is worse than a line cut in ten."""
_FEWEST = 2
"""Cells of a line that says where columns part: fewer are a title, or a sentence outside."""
_FURTHEST = 1_000
"""The place of a line up to which gutters are looked for."""
_MOST_LINES = 2_000
"""Lines from which the gutters are learnt: enough of any plan, whatever it weighs."""


class Stretch(Struct, frozen=True):
    """Words without a gap among them, and where on their line they begin and end."""

    start: int
    end: int
    words: str

    def overlaps(self, other: Stretch) -> bool:
        """Whether one stands over the other, on whatever lines."""
        return self.start < other.end and other.start < self.end


def find_spans(line: str) -> list[Stretch]:
    """The words of a line, parted where two or more spaces stand between them."""
    return [Stretch(match.start(), match.end(), match.group()) for match in _CELL.finditer(line)]


def find_bounds(headings: Sequence[Stretch], body: Sequence[str]) -> tuple[int, ...]:
    """Where each column begins: as near to its heading's beginning as the fewest words allow."""
    if len(headings) == 1:
        return (headings[0].start,)
    table = [line for line in body[:_MOST_LINES] if not ends_page(line)]
    costs = _count_crossings(table, headings[-1].end + 1)
    ends = [*(span.start for span in headings[2:]), len(costs)]
    step = _STEP * len(table)
    bounds = [headings[0].start]
    for (left, right), end in zip(pairwise(headings), ends, strict=True):
        places = range(max(bounds[-1], left.start) + 1, end)
        bounds.append(min(places, key=lambda place: costs[place] + step * abs(place - right.start)))
    return tuple(bounds)


def _count_crossings(lines: Sequence[str], fewest: int) -> list[int]:
    """What a bound at each place of a line, of `fewest` at least, would cut: words, or two words of one cell apart."""
    width = max(fewest, *(min(len(line), _FURTHEST) for line in lines), 0)
    steps = [0] * (width + 1)
    for line in lines:
        cells = list(_CELL.finditer(line, 0, min(len(line), width)))
        if len(cells) < _FEWEST:
            continue
        words = _WORD.finditer(line, 0, min(len(line), width))
        for found, weight in ((cells, 1), (words, _WORD_WEIGHT)):
            for each in found:
                steps[each.start() + 1] += weight
                steps[each.end()] -= weight
    return list(accumulate(steps))
