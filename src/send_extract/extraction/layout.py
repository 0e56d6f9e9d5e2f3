"""Where a document's plan stands: its tables with their columns, and what stands outside them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Document, Element, Paragraph, Row, Table
from send_extract.errors import NoPlanFound
from send_extract.extraction.agendas import read_agenda
from send_extract.extraction.asked import are_counted_on, holds_actions, read_heading
from send_extract.extraction.broken import join_broken
from send_extract.extraction.colours import read_lights
from send_extract.extraction.columns import Columns, Heads, find_heads, report_groups, says_enough
from send_extract.extraction.counts import is_of_counts
from send_extract.extraction.forms import is_form, part_asked, split_form
from send_extract.extraction.guesses import guess_columns
from send_extract.extraction.headings import HeadedRows, part_rows
from send_extract.extraction.keys import split_key
from send_extract.extraction.matrices import read_matrix
from send_extract.extraction.numbered import number_by_actions
from send_extract.extraction.pages import is_next_page
from send_extract.extraction.preludes import list_counted
from send_extract.extraction.refusals import explain_absence
from send_extract.extraction.rows import PlacedRow
from send_extract.extraction.sheets import name_by_sheets
from send_extract.extraction.sides import order_rows, part_sides
from send_extract.extraction.surroundings import Surroundings, TableTitles
from send_extract.extraction.tables import PlanTable
from send_extract.extraction.ticks import read_ticks
from send_extract.extraction.titles import have_titles, is_title_row, part_title
from send_extract.source import Location


class Layout(Struct, frozen=True):
    """The plan's tables in order, the elements that are none of them, and the paragraphs above the first."""

    tables: tuple[PlanTable, ...]
    outside: tuple[Element, ...]
    above: tuple[Paragraph, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def find_layout(document: Document, name: str, synonyms: Mapping[str, str]) -> Layout:
    """The plan's tables in `document`; `name` is the source's, for the message.

    Raises:
        NoPlanFound: no table has a plan's headings.
    """
    around = Surroundings(list_counted(document), is_usual=have_titles(document))
    finder = _LayoutFinder(synonyms, around)
    for element in document.elements:
        if isinstance(element, Paragraph):
            around.add_paragraph(element)
        else:
            finder.add_table(element)
    if not any(says_enough(table.columns, table.rows) for table in finder.tables):
        raise NoPlanFound(explain_absence(document, name))
    tables = tuple(join_broken(name_by_sheets(finder.tables), finder.diagnostics))
    diagnostics = (*finder.diagnostics, *finder.report_unknown())
    return Layout(tables, tuple(around.outside), around.above, diagnostics)


class _LayoutFinder:
    """The plan's tables so far, and what the columns of those that follow are."""

    def __init__(self, synonyms: Mapping[str, str], around: Surroundings) -> None:
        self.tables: list[PlanTable] = []
        self.diagnostics: list[Diagnostic] = []
        self._around = around
        self._synonyms = synonyms
        self._guessed: dict[str, str] = {}
        self._unknown: dict[str, str] = {}

    def add_table(self, table: Table) -> None:
        """A table: one of the plan's by its own headings or as the next page of the one before, or another."""
        heads = find_heads(table, self._synonyms)
        if heads and not is_of_counts(heads.columns, table.rows[heads.end :]):
            self._add_headed(table, heads)
        elif is_form(table.rows):
            self._around.add_form(table)
        elif self._is_next_page(table):
            read = read_ticks(HeadedRows(self.tables[-1].columns, table.rows), self._guessed)
            section = self._around.take_section()
            self._place_parts(PlanTable(read.columns, read.rows, section, is_continued=True))
        elif all(map(is_title_row, table.rows)):
            for words in chain.from_iterable(map(part_title, table.rows)):
                self._around.add_paragraph(words)
        else:
            self._around.add_table(table)

    def _add_headed(self, table: Table, heads: Heads) -> None:
        """A table of the plan's, by its headings."""
        columns, headed = read_heading(heads.columns)
        self.diagnostics += report_groups(table.rows[heads.place : heads.end], heads.columns)
        above = table.rows[: heads.place]
        above, form = split_form(above) if holds_actions(columns) else (above, None)
        self._add_above(above, table.location)
        rows = table.rows[heads.end :]
        titles = self._around.take_titles(columns, rows, form or headed or self._around.take_form(columns))
        for passed in titles.passed:
            self.tables.append(PlanTable(columns, (), passed.section, False, passed.asked))
        end = split_key(columns, rows)
        self._add_parts(columns, rows[:end], titles)
        if rows[end:]:
            self._around.outside.append(Table(rows[end:], rows[end].location))

    def _add_above(self, rows: tuple[Row, ...], location: Location) -> None:
        """The rows of a table above its headings; the last of them are titles of their own where each is one cell."""
        count = len(rows)
        while count and is_title_row(rows[count - 1]):
            count -= 1
        if count:
            self._around.outside.append(Table(rows[:count], location))
        for words in chain.from_iterable(map(part_title, rows[count:])):
            self._around.add_paragraph(words, is_own=True)

    def _add_parts(self, columns: Columns, rows: tuple[Row, ...], titles: TableTitles) -> None:
        """The rows of a table; headings in a new order begin a new part."""
        is_asked = titles.asked is not None or titles.is_below
        for each in part_rows(columns, rows, self._synonyms):
            part = self._read_headings(each)
            sides = part_sides(part.columns, part.rows, self._synonyms)
            settled = [self._settle(side.columns, side.rows, is_asked=is_asked) for side in sides]
            if part.header:
                self.diagnostics.append(diagnose("header-repeated", part.header.location))
            first, *others = order_rows(sides, settled)
            self._add_first(*first, TableTitles(is_below=True) if part.header else titles)
            for its, under in others:
                self._place_parts(PlanTable(its, under, is_continued=True))

    def _read_headings(self, part: HeadedRows) -> HeadedRows:
        """Rows whose headings are values: the periods of ticks or of actions, the posts of roles."""
        for read in (read_ticks, read_agenda, read_matrix):
            part = read(part, self._guessed)
        return part

    def _add_first(self, columns: Columns, rows: tuple[Row, ...], titles: TableTitles) -> None:
        """The first rows of a table, below what it stands under."""
        is_bare = titles.section is None and titles.asked is None
        is_continued = is_bare and (titles.is_below or self._goes_on(columns, rows))
        self._place_parts(PlanTable(columns, rows, titles.section, is_continued, titles.asked))

    def _settle(self, columns: Columns, rows: tuple[Row, ...], *, is_asked: bool) -> Columns:
        """The columns by all that speaks for what they are; what was odd about it is said."""
        telling = list(filter(_is_telling, rows))
        guess = guess_columns(columns, telling, self._synonyms, self._guessed, is_asked=is_asked)
        self.diagnostics += guess.find_doubts(self._guessed)
        self._guessed.update(guess.find_changes())
        self._unknown = {**guess.find_unknown(), **self._unknown}
        return guess.columns

    def _place_parts(self, table: PlanTable) -> None:
        """A table, the rows below each recommendation that stands above its actions as one of their own."""
        is_parted = holds_actions(table.columns) and not are_counted_on(table.columns, table.rows)
        parts = part_asked(table.rows) if is_parted else iter([(None, table.rows)])
        asked, rows = next(parts)
        self._place(replace(table, rows=rows, asked=asked or table.asked))
        for asked, rows in parts:
            self._place(PlanTable(table.columns, rows, is_continued=True, asked=asked))

    def _place(self, table: PlanTable) -> None:
        """A table of the plan's, its coloured cells read."""
        self._around.begin_table()
        rows, found = read_lights(table.columns, table.rows)
        self.diagnostics += found
        self.tables.append(number_by_actions(replace(table, rows=rows)))

    def report_unknown(self) -> list[Diagnostic]:
        """Which headings have no field of their own, each once."""
        return [
            diagnose("heading-unknown", Location(column=heading), heading=heading, why=why)
            for heading, why in self._unknown.items()
        ]

    def _goes_on(self, columns: Columns, rows: tuple[Row, ...]) -> bool:
        """Whether a table repeats the headings of the one before it and begins in the middle of a recommendation."""
        if not self.tables or not rows or columns.headings != self.tables[-1].columns.headings:
            return False
        first = PlacedRow(rows[0], columns)
        fields = ("number", "recommendation")
        named = [cell for field in fields for cell in first.cells(field)]
        return bool(named) and not any(cell.blocks for cell in named)

    def _is_next_page(self, table: Table) -> bool:
        if not self.tables or self._around.in_glossary:
            return False
        last = self.tables[-1]
        return is_next_page(table, last.columns, last.rows)


def _is_telling(row: Row) -> bool:
    """Whether a row says anything of its columns: a title of one cell says nothing of the one that it stands in."""
    return len(row.filled) > 1
