"""A row's cells by their field: the words under one heading, or joined from several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.headings import fold_heading
from send_extract.segmentation.spans import join_timing

if TYPE_CHECKING:
    from send_extract.extraction.rows import PlacedRow

_SPANS = frozenset(("start", "end", "revised"))
_SEVERAL = 2
_SIDES = {
    **dict.fromkeys(("support", "supporting", "supported", "assisting", "assisted", "partner", "partnership",
                     "contributor", "contributing", "deputy", "other", "else", "with", "stakeholder"), "Support"),
    **dict.fromkeys(("consulted", "consultee", "consult"), "Consulted"),
    **dict.fromkeys(("informed", "inform"), "Informed"),
}  # fmt: skip
"""What a word of a heading says of the owners below, beside a column of others."""
_OWNING = frozenset(("lead", "leads", "leading", "owner", "owners", "owning", "responsible", "accountable"))


def read_field(placed: PlacedRow, field: str) -> str:
    """The words of a row's cells of `field`, a line each."""
    places = placed.columns.places.get(field, ())
    cells = placed.row.cells
    own = [cells[place] for place in places if place < len(cells) and cells[place].span != "column"]
    return own[0].text if len(own) == 1 else "\n".join([cell.text for cell in own if cell.blocks])


def read_told(placed: PlacedRow, field: str) -> str:
    """The words of a row's cells of `field`, each behind its heading where several columns have that field."""
    columns, cells = placed.columns, placed.row.cells
    places = columns.places.get(field, ())
    if len({columns.headings[place] for place in places}) < _SEVERAL:
        return read_field(placed, field)
    return "\n".join(
        f"{columns.headings[place]}: {cells[place].text}"
        for place in places
        if place < len(cells) and cells[place].span != "column" and cells[place].blocks
    )


def read_timing_cells(placed: PlacedRow) -> tuple[str, str, str, str]:
    """The words of a row's columns of `when`, `start`, `end` and `revised`."""
    when = read_field(placed, "when")
    if _SPANS.isdisjoint(placed.columns.places):
        return when, "", "", ""
    return when, read_field(placed, "start"), read_field(placed, "end"), read_field(placed, "revised")


def join_timings(cells: tuple[str, str, str, str]) -> str:
    """The words of a row's timings: one cell's, or a start and an end, or one and its revision."""
    if not any(cells[1:]):
        return cells[0]
    if any("\n" in cell.strip() for cell in cells):
        return "\n".join(cell for cell in cells if cell)
    return join_timing(*cells)


def read_owners(placed: PlacedRow) -> str:
    """The words of a row's owners; those of a column that says what they are there for are marked as such."""
    columns = placed.columns
    places = columns.find("who")
    if len(places) < _SEVERAL and "accountable" not in columns.places:
        return read_field(placed, "who")
    cells = placed.row.cells
    told = [
        _mark(_tell_side(columns.headings[place]), cells[place].text)
        for place in places
        if place < len(cells) and cells[place].span != "column"
    ]
    told.append(_mark("Accountable", read_field(placed, "accountable")))
    return "\n".join(filter(None, told))


def _mark(side: str, text: str) -> str:
    lines = filter(None, text.split("\n"))
    return "\n".join(f"{side}: {line}" for line in lines) if side else text


def _tell_side(heading: str) -> str:
    """The label of what owners below `heading` are there for, empty where they own or lead."""
    words = fold_heading(heading).split()
    sides = [_SIDES.get(word.removesuffix("s"), "") for word in words]
    return next(filter(None, sides), "") if _OWNING.isdisjoint(words) else ""
