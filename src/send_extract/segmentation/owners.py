"""A Who cell to the owners of each action: one part an action where that is certain, else all of them."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from send_extract.diagnostics import Finding
from send_extract.notation.marks import split_counted
from send_extract.segmentation import Segments
from send_extract.segmentation.scopes import split_scoped
from send_extract.values.owner.division import divide_lines
from send_extract.values.owner.kinds import kind_of
from send_extract.values.owner.parsing import parse_owners
from send_extract.values.owner.people import NO_PEOPLE, is_initials
from send_extract.values.owner.words import DEPARTMENTS


@lru_cache(maxsize=4096)
def segment_owners(text: str, count: int) -> Segments:
    """`count` parts of a Who cell: each action's own owners, or the whole cell for every action.

    `text` is the cell as printed, a line a block, runs of spaces kept. Lines, semicolons, numbers, bullets
    and wide spaces divide for certain, and so do the numbers of each owner's actions; initials in a row do
    where there is one for each action. Finding: `owner-count-mismatch`, where several lines do not match the
    actions.
    """
    shared = (text,) * count
    if count < 2 or not text.strip():  # noqa: PLR2004 - one action has the whole cell
        return Segments(shared)
    for parts in (split_counted(text), split_scoped(text, count)):
        if len(parts) == count and _are_lists([*parts]):
            return Segments(parts)
    return _segment_lines(text, count)


def _segment_lines(text: str, count: int) -> Segments:
    shared = (text,) * count
    lines = [part.text for part in divide_lines(text)]
    parts = [line for line in lines if not _is_accountable(line)]
    over_all = [line for line in lines if _is_accountable(line)]
    if len(parts) == 1:
        row = parts[0].split()
        is_row = len(row) == count and _are_initials(row)
        return Segments(_join(row, over_all) if is_row else shared)
    if len(parts) == count and _are_lists(parts):
        return Segments(_join(parts, over_all))
    if len(parts) in {0, count} or "\n" not in text.strip():
        return Segments(shared)
    words = (("text", text), ("found", len(parts)), ("expected", count))
    return Segments(shared, (Finding("owner-count-mismatch", words),))


def _join(parts: list[str], over_all: list[str]) -> tuple[str, ...]:
    """Each action's own owners, and those who are accountable for all of them."""
    return tuple("\n".join([part, *over_all]) for part in parts)


def _is_accountable(line: str) -> bool:
    """Whether all that a line names is accountable; such a line is nobody's place among the actions."""
    owners = parse_owners(line, NO_PEOPLE).value or ()
    return bool(owners) and all(owner.role == "accountable" for owner in owners)


def _are_initials(words: list[str]) -> bool:
    return all(len(word) > 1 and is_initials(word) and word not in DEPARTMENTS for word in words)


def _are_lists(parts: list[str]) -> bool:
    """Whether each part names its own owners: none is a role beside another's, or a post under a name."""
    readings = [parse_owners(part, NO_PEOPLE) for part in parts]
    if any(reading.value is None or reading.findings for reading in readings):
        return False
    if any(owner.role != "owner" for reading in readings for owner in reading.value or ()):
        return False
    kinds = [kind_of(part) for part in parts]
    return not any(pair == ("name", "position") for pair in pairwise(kinds))
