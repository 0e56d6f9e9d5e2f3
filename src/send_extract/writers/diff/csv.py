"""A diff as a table, a change a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from send_extract.writers.delimited import write_rows
from send_extract.writers.diff import Drawing
from send_extract.writers.diff.lengths import say_numbers
from send_extract.writers.diff.marking import flatten

if TYPE_CHECKING:
    from send_extract.changes import Change, Compared, Pair

COLUMNS = (
    "kind", "recommendation_old", "recommendation_new", "action_old", "action_new", "measure_old", "measure_new",
    "field", "term", "text", "old", "new", "direction", "months", "days", "minor",
)  # fmt: skip


def write_csv(compared: Compared, drawing: Drawing) -> bytes:
    """The bytes of the CSV, its heading row first; cosmetic differences where they are asked for."""
    diff = compared.diff
    changes = (*diff.changes, *(diff.cosmetic if drawing.with_cosmetic else ()))
    return b"".join(write_rows(COLUMNS, (list_cells(change) for change in changes)))


def list_cells(change: Change) -> list[object]:
    """A change's value in each of the columns."""
    return list(_find_cells(change))


def _find_cells(change: Change) -> Iterator[object]:
    yield change.kind
    for pair in (change.recommendation, change.action, change.measure):
        yield from _name_sides(pair)
    yield from (change.field, change.term, change.text)
    yield from (flatten(words) if words is not None else None for words in (change.old, change.new))
    shift = change.shift
    yield from (shift.direction, shift.months, shift.days) if shift else (None, None, None)
    yield change.minor


def _name_sides(pair: Pair | None) -> tuple[str | None, str | None]:
    return (say_numbers(pair.old) or None, say_numbers(pair.new) or None) if pair else (None, None)
