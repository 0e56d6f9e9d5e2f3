"""A row's cells by their field: the words under one heading, or joined from several."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_extract.extraction.rows import PlacedRow

_SPANS = frozenset(("start", "end", "revised"))


def read_field(placed: PlacedRow, field: str) -> str:
    """The words of a row's cells of `field`, a line each."""
    places = placed.columns.places.get(field, ())
    cells = placed.row.cells
    if len(places) == 1:
        return cells[places[0]].text if places[0] < len(cells) else ""
    return "\n".join(cells[place].text for place in places if place < len(cells) and cells[place].blocks)


def read_timings(placed: PlacedRow) -> str:
    """The words of a row's timings: one cell's, or a start and an end, or one and its revision."""
    when = read_field(placed, "when")
    if _SPANS.isdisjoint(placed.columns.places):
        return when
    start, end, revised = (read_field(placed, field) for field in ("start", "end", "revised"))
    span = f"{start} to {end}" if start and end else end
    if start and not end:
        span = f"from {start}"
    first = "\n".join(text for text in (when, span) if text)
    if revised:
        return f"{first} – revised to {revised}" if first else revised
    return first


def read_owners(placed: PlacedRow) -> str:
    """The words of a row's owners, those of an accountable column marked as such."""
    who = read_field(placed, "who")
    if "accountable" not in placed.columns.places:
        return who
    accountable = "\n".join(
        f"Accountable: {line}" for line in read_field(placed, "accountable").split("\n") if line
    )
    return "\n".join(text for text in (who, accountable) if text)
