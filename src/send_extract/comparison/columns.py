"""The cells that have no kind of change of their own: a recommendation's, and those of single actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from send_extract.changes import Change
from send_extract.comparison.naming import Headings
from send_extract.comparison.shares import Cells, Shares
from send_extract.comparison.views import change, is_same_field
from send_extract.plan import Action


def list_own_cells(action: Action, headings: Headings) -> Cells:
    """The cells that one action alone has, where a row is an action; one with its number says nothing more."""
    own = ((heading, words) for heading, words in action.extra.items() if words.strip() != action.id)
    return {headings.name(heading): words for heading, words in own}


def compare_shares(old: Shares, new: Shares, names: dict[str, Any]) -> Iterator[Change]:
    """The cells of a recommendation that say something else.

    What one draft says of all its actions and the other of each is told at these.
    """
    passed = old.gathered | new.gathered if old.has_actions and new.has_actions else frozenset()
    before, after = (
        {name: words for name, words in each.cells.items() if name not in passed} for each in (old, new)
    )
    yield from compare_cells(before, after, names)


def compare_own_cells(
    old: tuple[Shares, Cells], new: tuple[Shares, Cells], names: dict[str, Any]
) -> Iterator[Change]:
    """The cells of an action that say something else, beside what its recommendation says of all.

    What one draft says of all its actions, each of them has where the other draft says it of each.
    """
    before, after = _join_passed(old, new[0]), _join_passed(new, old[0])
    yield from compare_cells(before, after, names)


def _join_passed(side: tuple[Shares, Cells], other: Shares) -> Cells:
    """The cells that one draft gives an action, with those of all actions that the other gives each."""
    shares, own = side
    return {name: words for name, words in shares.cells.items() if name in other.gathered} | own


def compare_cells(old: Cells, new: Cells, names: dict[str, Any]) -> Iterator[Change]:
    """The cells that say something else, as changes of what `names` says."""
    for name in dict.fromkeys([*old, *new]):
        before, after = old.get(name), new.get(name)
        if not is_same_field(before, after):
            yield change("field-changed", **names, old=before or None, new=after or None, field=name)
