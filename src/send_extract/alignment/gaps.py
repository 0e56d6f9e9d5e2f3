"""Where in its recommendation an item without a partner stands: between which neighbours that have one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from send_extract.alignment.records import Comparands, Links

Ends = tuple[int | None, int | None]
Gap = tuple[int, int, int | None, int | None]
"""The two recommendations, and the neighbours before and after as indexes of the new side; None at an end."""


class Gaps(NamedTuple):
    """The gaps of the items without a partner: one for each recommendation linked to the item's own."""

    old: dict[int, list[Gap]]
    new: dict[int, list[Gap]]
    runs: dict[Gap, tuple[list[int], list[int]]]

    def place(self, old: int, new: int) -> int:
        """1 where both stand in one gap without a rival, 0 among rivals, -1 elsewhere."""
        shared = [gap for gap in self.old.get(old, ()) if gap in self.new.get(new, ())]
        if not shared:
            return -1
        return 1 if any(len(self.runs[gap][0]) == len(self.runs[gap][1]) == 1 for gap in shared) else 0


def is_inner(gap: Gap) -> bool:
    """Whether a gap has a neighbour on either side."""
    return None not in gap


def is_sure(gap: Gap, forward: dict[int, int]) -> bool:
    """Whether a gap has a neighbour, or is all of a recommendation that lives on."""
    old, new, *ends = gap
    return ends != [None, None] or forward.get(old) == new


def find_gaps(old: Comparands, new: Comparands, links: Links, forward: dict[int, int]) -> Gaps:
    """The gaps between the pairs of `forward`."""
    backward = {after: before for before, after in forward.items()}
    gaps = Gaps(defaultdict(list), defaultdict(list), {})
    open_old, open_new = _list_open(old, forward), _list_open(new, backward)
    for record_old, record_new in sorted(links.linked):
        if record_old in open_old and record_new in open_new:
            _add_link(gaps, (old, new), (record_old, record_new), (forward, backward))
    return gaps


def _list_open(items: Comparands, paired: dict[int, int]) -> set[int]:
    """The recommendations with items that have no partner."""
    return {item.record for index, item in enumerate(items.all) if index not in paired}


def _add_link(
    gaps: Gaps,
    sides: tuple[Comparands, Comparands],
    link: tuple[int, int],
    paired: tuple[dict[int, int], dict[int, int]],
) -> None:
    old, new = sides[0].of(link[0]), sides[1].of(link[1])
    forward, backward = paired
    anchors = {index: forward[index] for index in old if forward.get(index, -1) in new}
    _file(gaps, gaps.old, link, {i: ends for i, ends in _walk(old, anchors).items() if i not in forward})
    anchors = {index: index for index in anchors.values()}
    _file(gaps, gaps.new, link, {j: ends for j, ends in _walk(new, anchors).items() if j not in backward})


def _file(gaps: Gaps, side: dict[int, list[Gap]], link: tuple[int, int], open_items: dict[int, Ends]) -> None:
    for index, ends in open_items.items():
        gap = (*link, *ends)
        side[index].append(gap)
        gaps.runs.setdefault(gap, ([], []))[side is gaps.new].append(index)


def _walk(indexes: range, anchors: dict[int, int]) -> dict[int, Ends]:
    """The nearest anchors before and after each index that is none itself."""
    before: dict[int, int | None] = {}
    last: int | None = None
    for index in indexes:
        before[index] = last
        last = anchors.get(index, last)
    ends: dict[int, Ends] = {}
    last = None
    for index in reversed(indexes):
        if index not in anchors:
            ends[index] = (before[index], last)
        last = anchors.get(index, last)
    return ends
