"""The rows of a recommendation: one an action where each has its own timing and owners, one for all where not."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.plan import Action, Recommendation

_MARK = compile_later(r"\W*(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})?\W*")
"""A mark or an action's number in a cell that was divided among actions."""


_BETWEEN = compile_later(r"[\s;,/&+|]+")
"""What stands between words, or between the parts of a cell."""


class SharedOut(NamedTuple):
    """A recommendation, the actions in each of its rows, and whose timing and owners stand beside them.

    Its When and Who are what it says beyond those of its actions, where these have rows of their own.
    """

    record: Recommendation
    rows: tuple[tuple[Action, ...], ...]
    holders: tuple[Action | Recommendation, ...]


def share_out(record: Recommendation) -> SharedOut:
    """The rows of a recommendation."""
    actions, left = record.actions, [_find_left(record, name) for name in ("when", "who")]
    if not actions or None in left:
        return SharedOut(record, (actions,), (record,))
    rows = tuple((action,) for action in actions)
    if not any(left):
        return SharedOut(record, rows, actions)
    whens, whos = (
        replace(getattr(record, name), text=text) for name, text in zip(("when", "who"), left, strict=True)
    )
    record = replace(record, when=whens, who=whos)
    return SharedOut(record, ((), *rows), (record, *actions))


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
