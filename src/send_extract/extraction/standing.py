"""The sections that rows stand under, their table's and those of rows above them, and the titles that are of none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.notation.numbers import names_group
from send_extract.plan import PlanParagraph

if TYPE_CHECKING:
    from send_extract.extraction.rows import PlacedRow


class Sections:
    """The section of a table, that of the last row that named one, and the `titles` that no row stood under.

    A row's own section is part of the one that a title above it begins.
    """

    def __init__(self) -> None:
        self.titles: list[PlanParagraph] = []
        self._of_table: str | None = None
        self._of_row: str | None = None
        self._titled: str | None = None
        self._unused: list[PlanParagraph] = []

    def begin_table(self, section: str | None) -> None:
        """A table's own section replaces the ones before."""
        self.end()
        self._of_table, self._of_row, self._titled = section, None, None
        self._unused += [PlanParagraph(section)] if section else []

    def begin(self, title: PlanParagraph) -> None:
        """A row names a section; one that it replaces and that no row stood under is a mere title."""
        if self._of_row is not None:
            self.titles += [unused for unused in self._unused if unused.text == self._of_row]
            self._unused = [unused for unused in self._unused if unused.text != self._of_row]
        self._of_row = self._titled = title.text
        self._unused.append(title)

    def find(self, placed: PlacedRow) -> str | None:
        """The section of a recommendation that begins with a row, which may name its own."""
        own = " – ".join(cell.text for cell in placed.cells("section") if cell.blocks)
        if own:
            self._of_row = " – ".join(filter(None, (self._titled, own)))
        return self.take()

    def take(self) -> str | None:
        """The section of a recommendation that begins: the titles above that are not in it are mere titles."""
        section = self._join()
        self.titles += [unused for unused in self._unused if unused.text not in (section or "")]
        self._unused = []
        return section

    def end(self) -> None:
        """The sections end; those that no row stood under are mere titles."""
        self.titles += self._unused
        self._unused = []

    def _join(self) -> str | None:
        """The section of the table and that of the row, the same words once."""
        if self._of_table is None or self._of_row is None:
            return self._of_table or self._of_row
        if _are_siblings(self._of_table, self._of_row):
            return self._of_row
        parts = [part for part in (self._of_table, self._of_row) if part]
        return " – ".join(dict.fromkeys(parts)) or None


def _are_siblings(section: str, other: str) -> bool:
    """Whether two sections are of one rank (`Priority 1`, `Priority 2`), so that the second ends the first."""
    words = section.split()[:1], other.split()[:1]
    return names_group(section) and names_group(other) and words[0][0].lower() == words[1][0].lower()
