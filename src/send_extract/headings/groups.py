"""Groups of columns side by side: headings that repeat (`Action, When, Who, Action, When, Who`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from send_extract.headings import EXTRA, find_field, fold_heading
from send_extract.settings import CORE

_BESIDE = frozenset(("when", "start", "end", "who", "accountable"))
_FEWEST = 2
_MOST = 24
"""The most columns of a group; a table of more that repeats itself is no plan."""


def find_groups(headings: Sequence[str], synonyms: Mapping[str, str]) -> tuple[range, ...]:
    """The places of each group of columns of the same fields, from left to right; none where there are not two.

    A group has what is to be done and when or by whom; the columns outside the groups are of every one of them.
    """
    fields = [find_field(heading, synonyms) for heading in headings]
    shapes = [
        fold_heading(heading) if field == EXTRA else field
        for heading, field in zip(headings, fields, strict=True)
    ]
    return max(_list_runs(shapes), key=lambda groups: len(groups) * len(groups[0]), default=())


def _list_runs(shapes: Sequence[str]) -> Iterator[tuple[range, ...]]:
    """Every run of two or more equal groups, the narrow ones first."""
    again = sum(1 for count in Counter(shapes).values() if count >= _FEWEST)
    for width in range(_FEWEST, min(again, _MOST) + 1):
        for start in range(len(shapes) - _FEWEST * width + 1):
            if _is_group(shapes[start : start + width]):
                run = _run(shapes, start, width)
                if len(run) >= _FEWEST:
                    yield run


def _is_group(unit: Sequence[str]) -> bool:
    """Whether fields are of one group: each once, what is to be done among them, and when or by whom."""
    return len({*unit}) == len(unit) and not (CORE.isdisjoint(unit) or _BESIDE.isdisjoint(unit))


def _run(shapes: Sequence[str], start: int, width: int) -> tuple[range, ...]:
    """The groups from `start` on that are like the one there."""
    count = 1
    unit = shapes[start : start + width]
    while shapes[start + count * width : start + (count + 1) * width] == unit:
        count += 1
    return tuple(range(start + place * width, start + (place + 1) * width) for place in range(count))
