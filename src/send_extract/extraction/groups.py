"""The rows of a plan to groups: a recommendation's first row and those that continue it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Cell, Row
from send_extract.extraction.asked import (
    HeadedRecommendation,
    are_counted_on,
    holds_actions,
    read_asked,
    read_sentence,
)
from send_extract.extraction.columns import Columns, place_columns
from send_extract.extraction.division import divide_rows
from send_extract.extraction.gathering import find_label, gather_groups, join_listed, keep_apart
from send_extract.extraction.glossary import join_row
from send_extract.extraction.kinds import Sight, Told, begins_titled, split_stated, tell_kind
from send_extract.extraction.rows import Above, PlacedRow, RowFacts, read_facts, read_words
from send_extract.extraction.shifts import place_rows
from send_extract.notation.furniture import cut_continued, fold_words
from send_extract.notation.numbers import Number, find_stem, is_below, names_group
from send_extract.plan import PlanParagraph

if TYPE_CHECKING:
    from send_extract.extraction.layout import PlanTable

_LONGEST_QUOTE = 60
"""Letters of a row that a diagnostic quotes."""


class Group(Struct, frozen=True):
    """The rows of one recommendation, its number, the words of its first row, its section.

    `skipped` is how many characters of its words are its number, printed in front of them; `asked` is the heading
    that it is, where it stands above its rows; `said` what lines over the whole width say of it, by field.
    """

    number: str
    rows: tuple[PlacedRow, ...]
    words: str
    section: str | None = None
    skipped: int = 0
    asked: HeadedRecommendation | None = None
    said: tuple[tuple[str, str], ...] = ()


class Groups(Struct, frozen=True):
    """The groups of a plan in source order, the titles that no row stands under, and what was odd."""

    groups: tuple[Group, ...]
    titles: tuple[PlanParagraph, ...]
    diagnostics: tuple[Diagnostic, ...]


def group_rows(tables: Iterable[PlanTable]) -> Groups:
    """The groups of the rows of `tables`."""
    grouper = _Grouper()
    for table in tables:
        grouper.begin_table(table)
        filled = [row for row in table.rows if any(cell.blocks for cell in row.cells)]
        under = place_rows(table.columns, filled, grouper.diagnostics)
        divided = divide_rows([PlacedRow(row, table.columns) for row in under])
        rows = divided.rows
        grouper.diagnostics += divided.diagnostics
        found_facts = [read_facts(placed) for placed in rows]
        grouper.is_titled = begins_titled(rows, found_facts)
        grouper.is_counted = are_counted_on(table.columns, [placed.row for placed in rows])
        for placed, facts, below in zip_longest(rows, found_facts, found_facts[1:]):
            grouper.count_cells(placed, facts)
            grouper.add(placed, facts, below)
    grouper.end_group()
    grouper.end_section()
    groups = list(keep_apart(grouper.groups))
    found = (*grouper.diagnostics, *_tell_labels(groups))
    return Groups(_number_by_stems(join_listed(gather_groups(groups))), tuple(grouper.titles), found)


def _tell_labels(groups: Iterable[Group]) -> Iterator[Diagnostic]:
    """Which numbers were read from labels that say more."""
    for group in groups:
        if group.asked and group.number != find_label(group.asked):
            words = {"number": group.number, "printed": group.asked.printed}
            yield diagnose("number-read", group.asked.location, **words)


class _Grouper:
    """The groups so far, the one that is open, and the sections that stand above."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.diagnostics: list[Diagnostic] = []
        self.titles: list[PlanParagraph] = []
        self.is_titled = False
        self.is_counted = False
        self._asked: HeadedRecommendation | None = None
        self._columns = place_columns((), ())
        self._unused: list[PlanParagraph] = []
        self._rows: list[PlacedRow] = []
        self._above: Above | None = None
        self._skipped = 0
        self._said: list[tuple[str, str]] = []
        self._table_section: str | None = None
        self._row_section: str | None = None
        self._section: str | None = None

    def begin_table(self, table: PlanTable) -> None:
        """A table begins: its own section replaces the ones before, a next page keeps them."""
        if table.asked and self._is_open(table.asked):
            return
        self._columns = table.columns
        if table.section is not None or not table.is_continued:
            if not table.is_continued:
                self.end_group()
            self.end_section()
            self._table_section, self._row_section = table.section, None
            self._unused += [PlanParagraph(table.section)] if table.section else []
        if table.asked:
            self._begin_asked(table.asked)

    def add(self, placed: PlacedRow, facts: RowFacts, below: RowFacts | None) -> None:
        """Reads one row, in order; `below` is the row after it."""
        is_asked = self._asked is not None
        told = tell_kind(Sight(placed, facts, below, self._above, self.is_titled, is_asked))
        self._tell(told, placed)
        match told.kind.name:
            case "heading":
                self.diagnostics.append(diagnose("header-repeated", placed.row.location))
            case "section":
                self._begin_section(PlanParagraph(told.words, 0, placed.row.location), placed.columns, below)
                self._said += [("notes", words) for words in _list_beside(placed, facts, told.words)]
            case "rule":
                pass
            case "remark" | "total":
                self._keep(placed)
            case "status":
                self._said.append(split_stated(told.words))
            case "template":
                self.diagnostics.append(
                    diagnose("row-empty", placed.row.location, number=facts.number_words or facts.text)
                )
            case "continuation":
                self._rows.append(placed)
            case _:
                self._begin_group(placed, facts)

    def count_cells(self, placed: PlacedRow, facts: RowFacts) -> None:
        """Says where a row has more or fewer cells than there are headings."""
        found, expected = len(placed.row.cells), len(placed.columns.headings)
        if found == expected:
            return
        is_longer = any(place >= expected for place in facts.filled)
        if not is_longer and (found >= expected or len(facts.filled) < 2):
            return
        outcome = "those beyond are kept under `extra`" if is_longer else "those missing were read as empty"
        words = {"found": found, "expected": expected, "outcome": outcome}
        self.diagnostics.append(diagnose("cell-count-mismatch", placed.row.location, **words))

    def _tell(self, told: Told, placed: PlacedRow) -> None:
        """Says why a row is read as it is, where only its look shows it."""
        if told.kind.is_told:
            text = " ".join(join_row(placed.row).text.split())
            words = {"text": text[:_LONGEST_QUOTE], "kind": told.kind.name, "reason": told.kind.because}
            self.diagnostics.append(diagnose("row-kind", placed.row.location, **words))

    def _keep(self, placed: PlacedRow) -> None:
        """Keeps a row that is none of the records' as words of the document."""
        words = join_row(placed.row)
        self.titles.append(PlanParagraph(words.text, 0, words.location))

    def _ask(self, title: PlanParagraph, columns: Columns, below: RowFacts | None = None) -> bool:
        """Begins the recommendation that a heading is, where the rows below it are its actions alone."""
        if not holds_actions(columns) or (self.is_counted and names_group(title.text)):
            return False
        asked = read_asked(title.text)
        if asked is None and below is not None and below.number is not None:
            asked = read_sentence(title.text, below.number.number)
        if asked:
            self._begin_asked(replace(asked, location=title.location))
        return asked is not None

    def _is_open(self, asked: HeadedRecommendation) -> bool:
        """Whether a recommendation goes on with the one that is open, as on the next page."""
        above = self._above
        if self._asked is None or above is None or asked.number != above.number:
            return False
        return fold_words(cut_continued(asked.text)) in {"", fold_words(above.text)}

    def _begin_asked(self, asked: HeadedRecommendation) -> None:
        """Begins a recommendation that stands above its actions; one without a number is counted."""
        self.end_group()
        number = asked.number or str(len(self.groups) + 1)
        self._above, self._asked, self._skipped = Above(number, asked.text), asked, 0
        self._said += asked.said

    def _begin_group(self, placed: PlacedRow, facts: RowFacts) -> None:
        self.end_group()
        number = facts.number or self._count_number(placed, facts)
        if number.printed != number.number and number.printed.rstrip(".:) ") != number.number:
            words = {"number": number.number, "printed": number.printed}
            self.diagnostics.append(diagnose("number-read", placed.row.location, **words))
        self._rows, self._above, self._skipped = [placed], Above(number.number, facts.text), facts.skipped
        self._section = self._find_section(placed)
        self._leave_unused(self._section)

    def _count_number(self, placed: PlacedRow, facts: RowFacts) -> Number:
        """The number of a row that has none: what its number cell says, else its place among the rows."""
        words = " ".join(facts.number_words.split())
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

    def _begin_section(self, title: PlanParagraph, columns: Columns, below: RowFacts | None) -> None:
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
            number, words = self._above.number, self._above.text
            rows, said = tuple(self._rows), tuple(self._said)
            self.groups.append(Group(number, rows, words, self._section, self._skipped, None, said))
        self._said = []
        self._rows, self._above, self._asked = [], None, None

    def _end_asked(self, asked: HeadedRecommendation) -> None:
        """Closes the recommendation of a heading; without rows it is a mere title."""
        number = self._above.number if self._above else asked.number
        if asked.is_alone:
            empty = Row(tuple(Cell() for _ in self._columns.headings), asked.location)
            self._rows.append(PlacedRow(empty, self._columns))
        if not self._rows:
            texts = (asked.title, *(words for _, words in self._said))
            self.titles += [PlanParagraph(text, 0, asked.location) for text in texts]
            return
        rows = tuple(self._rows)
        section = self._join_sections()
        self._leave_unused(section)
        self.groups.append(Group(number, rows, read_words(rows[0]), section, 0, asked, tuple(self._said)))


def _list_beside(placed: PlacedRow, facts: RowFacts, title: str) -> list[str]:
    """What stands beside a title in its row, in cells of its own."""
    texts = [placed.row.cells[place].text for place in facts.filled]
    return [text for text in texts[1:] if text not in title]


def _are_siblings(section: str, other: str) -> bool:
    """Whether two sections are of one rank (`Priority 1`, `Priority 2`), so that the second ends the first."""
    words = section.split()[:1], other.split()[:1]
    return names_group(section) and names_group(other) and words[0][0].lower() == words[1][0].lower()


def _number_by_stems(groups: list[Group]) -> tuple[Group, ...]:
    """Groups whose rows are numbered `1.1`, `1.2` as `1`, where the rows of one recommendation show it."""
    if any(group.asked for group in groups):
        return tuple(groups)
    stems = [find_stem(group.number) for group in groups]
    is_shown = any(
        stem and len(group.rows) > 1 and _share_stem(group, stem)
        for group, stem in zip(groups, stems, strict=True)
    )
    if not is_shown or len(set(stems)) != len(stems) or None in stems:
        return tuple(groups)
    return tuple(replace(group, number=stem or "") for group, stem in zip(groups, stems, strict=True))


def _share_stem(group: Group, stem: str) -> bool:
    numbers = {facts.number.number for placed in group.rows if (facts := read_facts(placed)).number}
    return len(numbers) > 1 and all(is_below(number, stem) for number in numbers)
