"""Who took over from whom, who joined and who left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from send_extract.changes import Change, Compared
from send_extract.writers.diff.lengths import say_count, say_list, say_series

FEW = 4
"""So many successions are told by name; of more, one fewer, and the others are counted."""

Succession = tuple[tuple[str, ...], tuple[str, ...]]
"""Those who left and those who came."""


def say_owners(compared: Compared) -> Iterator[str]:
    """The clauses about owners: each succession once, with where it holds."""
    found: defaultdict[Succession, list[Change]] = defaultdict(list)
    for change in compared.diff.changes:
        if change.kind == "owner-changed":
            found[change.removed, change.added].append(change)
    ordered = sorted(found.items(), key=lambda pair: -len(pair[1]))
    told = FEW if len(ordered) <= FEW else FEW - 1
    for (removed, added), changes in ordered[:told]:
        yield f"{_say_succession(removed, added)} ({_say_where(changes, compared)})"
    rest = sum(len(changes) for _, changes in ordered[told:])
    if rest:
        yield say_count(rest, "other change of owner", "other changes of owner")


def _say_succession(removed: tuple[str, ...], added: tuple[str, ...]) -> str:
    if removed and added:
        verb = "takes" if len(added) == 1 else "take"
        return f"{say_list(added)} {verb} over from {say_list(removed)}"
    if added:
        return f"{say_list(added)} {'joins' if len(added) == 1 else 'join'}"
    if removed:
        return f"{say_list(removed)} {'leaves' if len(removed) == 1 else 'leave'}"
    return "the same owners in other parts"


def _say_where(changes: list[Change], compared: Compared) -> str:
    """The recommendations, or the actions, whose owners changed."""
    whole = [
        str(change.recommendation.new) for change in changes if not change.action and change.recommendation
    ]
    parts = [str(change.action.new) for change in changes if change.action]
    order = [record.number for record in compared.new.recommendations]
    ids = [action.id for record in compared.new.recommendations for action in record.actions]
    said = []
    if whole:
        noun = "recommendation" if len(whole) == 1 else "recommendations"
        said.append(f"{noun} {say_series(whole, order)}")
    if parts:
        said.append(say_series(parts, ids))
    return say_list(said)
