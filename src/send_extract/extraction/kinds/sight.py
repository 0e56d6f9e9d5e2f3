"""A row as it is judged: what it shows, and what stands around it."""

from __future__ import annotations

from msgspec import Struct

from send_extract.document import are_set_in
from send_extract.extraction.rows import Above, PlacedRow, RowFacts, find_banner

LONGEST_TITLE = 90
"""Letters of a title that only its look shows to be one; what stands in merged cells may be longer."""


class Sight(Struct, frozen=True):
    """A row as it is judged: what it shows, the row below it, the recommendation open above it.

    `is_titled` says that the table begins with a plain title, so that others like it are titles too; `is_asked` that
    the recommendation above is a heading, whose actions all rows below it are.
    """

    placed: PlacedRow
    facts: RowFacts
    below: RowFacts | None = None
    above: Above | None = None
    is_titled: bool = False
    is_asked: bool = False

    @property
    def field(self) -> str | None:
        """The field of the only cell that the row fills; None where it fills several, or none."""
        if len(self.facts.filled) != 1:
            return None
        place, fields = self.facts.filled[0], self.placed.columns.fields
        return fields[place] if place < len(fields) else "extra"

    @property
    def wide(self) -> str | None:
        """The words of a row whose cells are merged into one."""
        return find_banner(self.placed.row) if len(self.facts.filled) == 1 else None

    @property
    def is_bold(self) -> bool:
        """Whether the words of its first filled cell are all bold."""
        cell = self.placed.row.cells[self.facts.filled[0]]
        return are_set_in([run for block in cell.blocks for run in block.runs], "b")
