"""The rows of a plan to groups: a recommendation's first row and those that continue it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.extraction.asked import Asked, read_asked, read_sentence
from send_extract.extraction.glossary import join_row
from send_extract.extraction.rows import (
    Above,
    Look,
    PlacedRow,
    begins_titled,
    continues,
    is_lone_title,
    is_template,
    is_total,
    look_at,
    names_section,
)
from send_extract.notation.numbers import (
    Number,
    find_stem,
    is_below,
    names_group,
)
from send_extract.plan import PlanParagraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from send_extract.extraction.columns import Columns
    from send_extract.extraction.layout import PlanTable


class Group(NamedTuple):
    """The rows of one recommendation, its number, its section.

    `skipped` is how many characters of its words are its number, printed in front of them; `words` are those of
    the heading that it is, where it stands above its rows.
    """

    number: str
    rows: tuple[PlacedRow, ...]
    section: str | None = None
    skipped: int = 0
    words: str | None = None


class Groups(NamedTuple):
    """The groups of a plan in source order, the titles that no row stands under, and what was odd."""

    groups: tuple[Group, ...]
    titles: tuple[PlanParagraph, ...]
    diagnostics: tuple[Diagnostic, ...]


def group_rows(tables: Iterable[PlanTable]) -> Groups:
    """The groups of the rows of `tables`."""
    grouper = _Grouper()
    for table in tables:
        grouper.begin_table(table)
        rows = [PlacedRow(row, table.columns) for row in table.rows if any(cell.blocks for cell in row.cells)]
        looks = [look_at(placed) for placed in rows]
        grouper.is_titled = begins_titled(rows, looks)
        for placed, look, below in zip_longest(rows, looks, looks[1:]):
            grouper.count_cells(placed, look)
            grouper.add(placed, look, below)
    grouper.end_group()
    grouper.end_section()
    return Groups(_number_by_stems(grouper.groups), tuple(grouper.titles), tuple(grouper.diagnostics))


class _Grouper:
    """The groups so far, the one that is open, and the sections that stand above."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.diagnostics: list[Diagnostic] = []
        self.titles: list[PlanParagraph] = []
        self.is_titled = False
        self._asked: Asked | None = None
        self._heading = PlanParagraph("")
        self._unused: list[PlanParagraph] = []
        self._rows: list[PlacedRow] = []
        self._above: Above | None = None
        self._skipped = 0
        self._table_section: str | None = None
        self._row_section: str | None = None
        self._section: str | None = None

    def begin_table(self, table: PlanTable) -> None:
        """A table begins: its own section replaces the ones before, a next page keeps them."""
        if table.is_continued and table.section is None:
            return
        self.end_section()
        if not table.is_continued:
            self.end_group()
        self._table_section, self._row_section = None, None
        if table.section and not self._ask(PlanParagraph(table.section), table.columns):
            self._table_section = table.section
            self._unused.append(PlanParagraph(table.section))

    def add(self, placed: PlacedRow, look: Look, below: Look | None) -> None:
        """Reads one row, in order; `below` is the row after it."""
        if placed.row.is_header:
            self.diagnostics.append(diagnose("header-repeated", placed.row.location))
        elif section := self._find_title(placed, look, below):
            self._begin_section(PlanParagraph(section, 0, placed.row.location), placed.columns, below)
        elif is_total(placed, look):
            total = join_row(placed.row)
            self.titles.append(PlanParagraph(total.text, 0, total.location))
        elif is_template(placed, look):
            words = look.number_words
            self.diagnostics.append(diagnose("row-empty", placed.row.location, number=words))
        elif self._asked is not None or (self._above and continues(placed, look, self._above)):
            self._rows.append(placed)
        else:
            self._begin_group(placed, look)

    def count_cells(self, placed: PlacedRow, look: Look) -> None:
        """Says where a row has more or fewer cells than there are headings."""
        found, expected = len(placed.row.cells), len(placed.columns.headings)
        if found == expected:
            return
        is_longer = any(place >= expected for place in look.filled)
        if not is_longer and (found >= expected or len(look.filled) < 2):  # noqa: PLR2004 - one cell is a title
            return
        outcome = "those beyond are kept under `extra`" if is_longer else "those missing were read as empty"
        words = {"found": found, "expected": expected, "outcome": outcome}
        self.diagnostics.append(diagnose("cell-count-mismatch", placed.row.location, **words))

    def _find_title(self, placed: PlacedRow, look: Look, below: Look | None) -> str | None:
        """The section, or the recommendation, that a row is the heading of."""
        title = names_section(placed, look) or _names_group(placed, look, below)
        return title or (look.text if self.is_titled and is_lone_title(placed, look, below) else None)

    def _ask(self, title: PlanParagraph, columns: Columns, below: Look | None = None) -> bool:
        """Begins the recommendation that a heading is, where the rows below it are its actions alone."""
        if columns.find("recommendation") or not columns.find("actions"):
            return False
        asked = read_asked(title.text)
        if asked is None and below is not None and below.number is not None:
            asked = read_sentence(title.text, below.number.number)
        if asked is None:
            return False
        self.end_group()
        self._above, self._asked, self._skipped = Above(asked.number, asked.text), asked, 0
        self._heading = title
        return True

    def _begin_group(self, placed: PlacedRow, look: Look) -> None:
        self.end_group()
        number = look.number or self._count_number(placed, look)
        if number.printed != number.number and number.printed.rstrip(".:) ") != number.number:
            words = {"number": number.number, "printed": number.printed}
            self.diagnostics.append(diagnose("number-read", placed.row.location, **words))
        self._rows, self._above, self._skipped = [placed], Above(number.number, look.text), look.skipped
        self._section = self._find_section(placed)
        self._leave_unused(self._section)

    def _count_number(self, placed: PlacedRow, look: Look) -> Number:
        """The number of a row that has none: what its number cell says, else its place among the rows."""
        words = " ".join(look.number_words.split())
        if words:
            return Number(words, words)
        number = str(len(self.groups) + 1)
        if placed.columns.find("number"):
            self.diagnostics.append(diagnose("number-missing", placed.row.location, number=number))
        return Number(number, number)

    def _find_section(self, placed: PlacedRow) -> str | None:
        if "section" in placed.columns.places:
            own = " – ".join(cell.text for cell in placed.cells("section") if cell.blocks)
            self._row_section = own or self._row_section
        return self._join_sections()

    def _join_sections(self) -> str | None:
        """The section of the table and that of the row, the same words once."""
        if self._table_section is None or self._row_section is None:
            return self._table_section or self._row_section
        if _are_siblings(self._table_section, self._row_section):
            return self._row_section
        parts = [part for part in (self._table_section, self._row_section) if part]
        return " – ".join(dict.fromkeys(parts)) or None

    def _begin_section(self, title: PlanParagraph, columns: Columns, below: Look | None) -> None:
        """A row names a section; one that it replaces and that no row stood under is a mere title."""
        self.end_group()
        if self._ask(title, columns, below):
            return
        if self._row_section is not None:
            self.titles += [unused for unused in self._unused if unused.text == self._row_section]
            self._unused = [unused for unused in self._unused if unused.text != self._row_section]
        self._row_section = title.text
        self._unused.append(title)

    def _leave_unused(self, section: str | None) -> None:
        """A recommendation begins: the titles above that are not its section are mere titles."""
        if self._unused:
            self.titles += [unused for unused in self._unused if unused.text not in (section or "")]
            self._unused = []

    def end_section(self) -> None:
        """The sections end; those that no row stood under are mere titles."""
        self.titles += self._unused
        self._unused = []

    def end_group(self) -> None:
        """Closes the group that is open."""
        if self._asked is not None:
            self._end_asked(self._asked)
        elif self._above is not None:
            self.groups.append(Group(self._above.number, tuple(self._rows), self._section, self._skipped))
        self._rows, self._above, self._asked = [], None, None

    def _end_asked(self, asked: Asked) -> None:
        """Closes the recommendation of a heading; without rows it is a mere title."""
        if not self._rows:
            self.titles.append(self._heading)
            return
        words = {"number": asked.number, "printed": asked.printed}
        self.diagnostics.append(diagnose("number-read", self._heading.location, **words))
        rows = tuple(self._rows)
        section = self._join_sections()
        self._leave_unused(section)
        self.groups.append(Group(asked.number, rows, section, 0, asked.text))


def _are_siblings(section: str, other: str) -> bool:
    """Whether two sections are of one rank (`Priority 1`, `Priority 2`), so that the second ends the first."""
    words = section.split()[:1], other.split()[:1]
    return names_group(section) and names_group(other) and words[0][0].lower() == words[1][0].lower()


def _names_group(placed: PlacedRow, look: Look, below: Look | None) -> str | None:
    """The section that a numbered row with a title alone names, where the next row is numbered below it."""
    if look.number is None or below is None or below.number is None or len(look.filled) != 2:  # noqa: PLR2004 - a number and a title
        return None
    is_worded = "recommendation" in placed.columns.places
    text = look.text if is_worded else placed.row.cells[look.filled[1]].text
    if not text or (is_worded and not below.text) or below.repeats:
        return None
    if not is_below(below.number.number, look.number.number):
        return None
    return f"{look.number.printed} {text}" if not look.skipped else text


def _number_by_stems(groups: list[Group]) -> tuple[Group, ...]:
    """Groups whose rows are numbered `1.1`, `1.2` as `1`, where the rows of one recommendation show it."""
    if any(group.words is not None for group in groups):
        return tuple(groups)
    stems = [find_stem(group.number) for group in groups]
    is_shown = any(
        stem and len(group.rows) > 1 and _share_stem(group, stem)
        for group, stem in zip(groups, stems, strict=True)
    )
    if not is_shown or len(set(stems)) != len(stems) or None in stems:
        return tuple(groups)
    return tuple(group._replace(number=stem or "") for group, stem in zip(groups, stems, strict=True))


def _share_stem(group: Group, stem: str) -> bool:
    numbers = {look.number.number for placed in group.rows if (look := look_at(placed)).number}
    return len(numbers) > 1 and all(is_below(number, stem) for number in numbers)
