"""The rows of a recommendation: one an action where each has its own timing and owners, one for all where not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.plan import Action, Recommendation

_MARK = compile_later(r"\W*(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})?\W*")
"""A mark or an action's number in a cell that was divided among actions."""


_BETWEEN = compile_later(r"[\s;,/&+|]+")
"""What stands between words, or between the parts of a cell."""


_NAMES = ("when", "who")


class SharedOut(NamedTuple):
    """A recommendation, the actions in each of its rows, and whose timing and owners stand beside them.

    A row's When and Who are an action's own, or what the recommendation says beyond those that have rows of their own.
    """

    record: Recommendation
    rows: tuple[tuple[Action, ...], ...]
    holders: tuple[Action | Recommendation, ...]


def share_out(record: Recommendation) -> SharedOut:
    """The rows of a recommendation."""
    if not record.actions:
        return SharedOut(record, ((),), (record,))
    found = {name: _find_left(record, name) for name in _NAMES}
    left = {name: text for name, text in found.items() if text is not None}
    if len(left) < len(_NAMES):
        return _share_some(record, [name for name in _NAMES if name not in left])
    rows = tuple(zip(record.actions, strict=True))
    if not any(left.values()):
        return SharedOut(record, rows, record.actions)
    return SharedOut(record, ((), *rows), (_replace_words(record, left), *record.actions))


def _share_some(record: Recommendation, unknown: Sequence[str]) -> SharedOut:
    """One row for the actions of the draft's only row that is not known in all, one for each other action."""
    runs = _find_runs(record.actions)
    doubtful = [run for run in runs if any(_lacks(run, name) for name in unknown)]
    if len(runs) == 1 or len(doubtful) != 1:
        return SharedOut(record, (record.actions,), (record,))
    (doubted,) = doubtful
    held = _hold(record, doubted, unknown)
    rows = tuple(chain.from_iterable([run] if run is doubted else zip(run, strict=True) for run in runs))
    return SharedOut(record, rows, tuple(held if row is doubted else row[0] for row in rows))


def _find_runs(actions: Sequence[Action]) -> list[tuple[Action, ...]]:
    """The actions of each row of the draft."""
    rows = groupby(actions, lambda action: replace(action.location, item=None))
    return [tuple(run) for _, run in rows]


def _lacks(actions: Sequence[Action], name: str) -> bool:
    """Whether it is not known of all actions when (or who)."""
    return not all(getattr(action, name).text for action in actions)


def _hold(record: Recommendation, doubted: Sequence[Action], unknown: Sequence[str]) -> Recommendation:
    """A recommendation with what stands beside its `doubted` actions alone for its own."""
    others = [action for action in record.actions if action not in doubted]
    words = {name: _join(doubted, name) for name in _NAMES}
    return _replace_words(record, words | {name: _list_left(record, name, others) for name in unknown})


def _list_left(record: Recommendation, name: str, others: Sequence[Action]) -> str:
    """The lines of a whole cell that are none of some actions."""
    said = {line for action in others for line in getattr(action, name).text.split("\n")}
    return "\n".join(line for line in getattr(record, name).text.split("\n") if line not in said)


def _join(actions: Sequence[Action], name: str) -> str:
    """What actions say of when (or who): a line each where they differ."""
    texts = [getattr(action, name).text for action in actions]
    return "\n".join(texts if len({*texts}) > 1 else texts[:1])


def _replace_words(record: Recommendation, words: Mapping[str, str]) -> Recommendation:
    """A recommendation with other words of its own for when and who."""
    mentions = {name: replace(getattr(record, name), text=text) for name, text in words.items()}
    return replace(record, **mentions)


def _find_left(record: Recommendation, name: str) -> str | None:
    """What the whole cell says beyond its actions' own, None where it is not known which of it is theirs."""
    whole: str = getattr(record, name).text
    parts = [getattr(action, name).text for action in record.actions]
    said = {*_BETWEEN.split(" ".join(parts))}
    if all(map(_MARK.fullmatch, {*_BETWEEN.split(whole)} - said)):
        return ""
    lines = whole.split("\n")
    own = {line for part in parts for line in part.split("\n")}
    return "\n".join(line for line in lines if line not in own) if all(parts) and own <= {*lines} else None
