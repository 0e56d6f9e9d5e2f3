"""A row's cells by their field: the words under one heading, or joined from several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.segmentation.spans import join_timing

if TYPE_CHECKING:
    from send_extract.extraction.rows import PlacedRow

_SPANS = frozenset(("start", "end", "revised"))


def read_field(placed: PlacedRow, field: str) -> str:
    """The words of a row's cells of `field`, a line each."""
    places = placed.columns.places.get(field, ())
    cells = placed.row.cells
    own = [cells[place] for place in places if place < len(cells) and cells[place].span != "column"]
    return own[0].text if len(own) == 1 else "\n".join([cell.text for cell in own if cell.blocks])


def read_timing_cells(placed: PlacedRow) -> tuple[str, str, str, str]:
    """The words of a row's columns of `when`, `start`, `end` and `revised`."""
    when = read_field(placed, "when")
    if _SPANS.isdisjoint(placed.columns.places):
        return when, "", "", ""
    return when, read_field(placed, "start"), read_field(placed, "end"), read_field(placed, "revised")


def read_timings(placed: PlacedRow) -> str:
    """The words of a row's timings: one cell's, or a start and an end, or one and its revision."""
    cells = read_timing_cells(placed)
    if not any(cells[1:]):
        return cells[0]
    if any("\n" in cell.strip() for cell in cells):
        return "\n".join(cell for cell in cells if cell)
    return join_timing(*cells)


def read_owners(placed: PlacedRow) -> str:
    """The words of a row's owners, those of an accountable column marked as such."""
    who = read_field(placed, "who")
    if "accountable" not in placed.columns.places:
        return who
    accountable = "\n".join(
        f"Accountable: {line}" for line in read_field(placed, "accountable").split("\n") if line
    )
    return "\n".join(text for text in (who, accountable) if text)
