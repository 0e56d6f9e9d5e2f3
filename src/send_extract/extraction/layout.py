"""Where a document's plan stands: its tables with their columns, and what stands outside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Document, Element, Paragraph, Row, Table
from send_extract.errors import NoPlanFound
from send_extract.extraction.asked import (
    HeadedRecommendation,
    are_bare,
    are_counted_on,
    holds_actions,
    read_heading,
)
from send_extract.extraction.colours import read_lights
from send_extract.extraction.columns import Columns, find_heads, report_groups, says_enough
from send_extract.extraction.counts import is_of_counts
from send_extract.extraction.dates import read_footer
from send_extract.extraction.forms import is_form, part_asked, read_form, split_form
from send_extract.extraction.guesses import guess_columns
from send_extract.extraction.headings import HeadedRows, part_rows
from send_extract.extraction.keys import split_key
from send_extract.extraction.pages import is_next_page
from send_extract.extraction.preludes import find_asked, find_counted, find_theme, list_counted, read_head
from send_extract.extraction.refusals import explain_absence
from send_extract.extraction.rows import PlacedRow
from send_extract.extraction.sections import Titles, find_ended, find_section, is_counted
from send_extract.extraction.sheets import name_by_sheets
from send_extract.extraction.sides import order_rows, part_sides
from send_extract.extraction.ticks import read_ticks
from send_extract.extraction.titles import have_titles, is_title_row, part_title
from send_extract.notation.furniture import is_marking, repeats
from send_extract.source import Location
from send_extract.values.acronym.titles import is_title

if TYPE_CHECKING:
    from send_extract.extraction.preludes import FoundAsked


class PlanTable(Struct, frozen=True):
    """A table of the plan: its columns, its rows without the heading row, and the section named above it.

    `is_continued` says that it has no headings of its own and goes on with the table before it; `asked` is the
    recommendation whose actions all its rows are, where that stands above them.
    """

    columns: Columns
    rows: tuple[Row, ...]
    section: str | None = None
    is_continued: bool = False
    asked: HeadedRecommendation | None = None


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
    finder = _LayoutFinder(synonyms, list_counted(document), is_usual=have_titles(document))
    for element in document.elements:
        if isinstance(element, Paragraph):
            finder.add_paragraph(element)
        else:
            finder.add_table(element)
    if not any(says_enough(table.columns, table.rows) for table in finder.tables):
        raise NoPlanFound(explain_absence(document, name))
    diagnostics = (*finder.diagnostics, *finder.report_unknown())
    return Layout(tuple(name_by_sheets(finder.tables)), tuple(finder.outside), finder.above, diagnostics)


class _LayoutFinder:
    """The plan's tables so far, what stands outside them, and the paragraphs since the last table."""

    def __init__(self, synonyms: Mapping[str, str], counted: Sequence[Paragraph], *, is_usual: bool) -> None:
        self.tables: list[PlanTable] = []
        self.outside: list[Element] = []
        self.diagnostics: list[Diagnostic] = []
        self.above: tuple[Paragraph, ...] = ()
        self._synonyms = synonyms
        self._guessed: dict[str, str] = {}
        self._unknown: dict[str, str] = {}
        self._since: list[Paragraph | None] = []
        self._in_glossary = False
        self._own: list[Paragraph] = []
        self._form: Table | None = None
        self._headings: list[Paragraph] = []
        self._rank: int | None = None
        self._asked: set[str] = set()
        self._is_usual = is_usual
        self._counted = counted

    def add_paragraph(self, paragraph: Paragraph) -> None:
        """Words outside every table."""
        self._in_glossary = is_title(paragraph.text) or (self._in_glossary and not paragraph.level)
        self.outside.append(paragraph)
        self._since.append(paragraph)
        if paragraph.kind == "body" and (paragraph.level or is_counted(paragraph) or read_head(paragraph)):
            self._headings.append(paragraph)

    def add_table(self, table: Table) -> None:
        """A table: one of the plan's by its own headings or as the next page of the one before, or another."""
        heads = find_heads(table, self._synonyms)
        if heads and not is_of_counts(heads.columns, table.rows[heads.end :]):
            columns, headed = read_heading(heads.columns)
            self.diagnostics += report_groups(table.rows[heads.place : heads.end], heads.columns)
            above = table.rows[: heads.place]
            above, form = split_form(above) if holds_actions(columns) else (above, None)
            self._add_above(above, table.location)
            self._add_parts(columns, table.rows[heads.end :], form or headed or self._take_form(columns))
        elif is_form(table.rows):
            self._form = table
            self.outside.append(table)
        elif self._is_next_page(table):
            read = read_ticks(HeadedRows(self.tables[-1].columns, table.rows), self._guessed)
            self._place_parts(PlanTable(read.columns, read.rows, self._take_section(), is_continued=True))
        elif all(map(is_title_row, table.rows)):
            for words in chain.from_iterable(map(part_title, table.rows)):
                self.add_paragraph(words)
        else:
            self.outside.append(table)
            self._since.append(None)

    def _add_above(self, rows: tuple[Row, ...], location: Location) -> None:
        """The rows of a table above its headings; the last of them are titles of their own where each is one cell."""
        count = len(rows)
        while count and is_title_row(rows[count - 1]):
            count -= 1
        if count:
            self.outside.append(Table(rows[:count], location))
        for row in rows[count:]:
            for words in part_title(row):
                self.add_paragraph(words)
                self._own.append(words)

    def _add_parts(self, columns: Columns, rows: tuple[Row, ...], form: HeadedRecommendation | None) -> None:
        """A table of the plan's, `rows` without its heading row; headings in a new order begin a new part.

        `form` is the recommendation that stands in its rows above the headings.
        """
        is_below = holds_actions(columns) and form is None and self._is_below_asked()
        asked, section = self._take_asked(columns, rows, form) if holds_actions(columns) else (None, None)
        if asked is None:
            section = None if is_below else self._take_section()
            self._rank = self._rank if is_below else None
        self._in_glossary = False
        end = split_key(columns, rows)
        key, rows = rows[end:], rows[:end]
        for each in part_rows(columns, rows, self._synonyms):
            part = read_ticks(each, self._guessed)
            sides = part_sides(part.columns, part.rows, self._synonyms)
            is_asked = asked is not None or is_below
            settled = [self._settle(side.columns, side.rows, is_asked=is_asked) for side in sides]
            if part.header:
                self.diagnostics.append(diagnose("header-repeated", part.header.location))
            for place, (its, under) in enumerate(order_rows(sides, settled)):
                if place or part.header:
                    self._place_parts(PlanTable(its, under, is_continued=True))
                else:
                    is_continued = (
                        section is None and asked is None and (is_below or self._goes_on(its, under))
                    )
                    self._place_parts(PlanTable(its, under, section, is_continued, asked))
        if key:
            self.outside.append(Table(key, key[0].location))

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
        if not self.tables:
            self.above = tuple(element for element in self.outside if isinstance(element, Paragraph))
        rows, found = read_lights(table.columns, table.rows)
        self.diagnostics += found
        self.tables.append(replace(table, rows=rows))
        self._since, self._own, self._form = [], [], None

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
        if not self.tables or self._in_glossary:
            return False
        last = self.tables[-1]
        return is_next_page(table, last.columns, last.rows)

    def _is_running(self, text: str) -> bool:
        """Whether words repeat the document's own above its plan, or only say who may read it."""
        if is_marking(text) or read_footer(text):
            return True
        return any(repeats(text, above.text) for above in self.above)

    def _take_section(self) -> str | None:
        """The heading above a table, which leaves the paragraphs; the document's own title is none."""
        above = tuple(words for words in self._list_above() if words.block.level == 0)
        ended, is_first = find_ended(self._since), not self.tables
        found = find_section(Titles(above, tuple(self._own), is_first, self._is_usual, ended))
        if found is None or self._is_running(found.text):
            return None
        is_plain = not found.level and not is_counted(found) and found not in self._own
        if is_plain and (self._in_glossary or self.outside[-1] is not found):
            return None
        self._take(found)
        return found.text

    def _list_above(self) -> list[Paragraph]:
        """The paragraphs of the body since the last table of the plan's."""
        return [words for words in self._since if words and words.kind == "body"]

    def _take_form(self, columns: Columns) -> HeadedRecommendation | None:
        """The recommendation of a form that is a table of its own, above the table of its actions."""
        form = read_form(self._form.rows) if self._form and holds_actions(columns) else None
        if form:
            self.outside = [element for element in self.outside if element is not self._form]
        return form

    def _is_below_asked(self) -> bool:
        """Whether a table has more actions of the recommendation above the last: no heading of its rank ends it."""
        return self._rank is not None and not any(
            0 < words.level <= self._rank or is_counted(words) for words in self._list_above()
        )

    def _take_asked(
        self, columns: Columns, rows: Sequence[Row], form: HeadedRecommendation | None
    ) -> tuple[HeadedRecommendation | None, str | None]:
        """The recommendation above a table, in paragraphs, in the rows of a `form` or in both, and its section."""
        found = find_asked(self._list_above())
        if found is None and form is None and are_bare(columns, rows):
            found = find_counted(self._list_above(), self._counted)
        if found is None or (form and form.number and found.asked.number != form.number):
            self._rank = None if form else self._rank
            return form, (self._take_section() or self._take_theme(None)) if form else None
        label, asked = found.used[0], found.asked
        self._rank = found.rank
        self._pass_by(found, columns)
        for words in found.used:
            self._take(words)
        place = next((at for at, words in enumerate(self._headings) if words is label), 0)
        before = {id(words) for words in self._headings[:place]}
        self._since = [words for words in self._since if id(words) in before]
        section = self._take_section() or self._take_theme(label)
        self._asked.add(asked.number)
        return (
            replace(asked, text=form.text or asked.text, said=(*form.said, *asked.said)) if form else asked
        ), section

    def _pass_by(self, found: FoundAsked, columns: Columns) -> None:
        """The recommendations before one that have no table, as records of their own."""
        for each in found.passed:
            if each.asked.number not in self._asked:
                self._asked.add(each.asked.number)
                for words in each.used:
                    self._take(words)
                self.tables.append(PlanTable(columns, (), self._take_theme(each.used[0]), False, each.asked))

    def _take_theme(self, label: Paragraph | None) -> str | None:
        """The heading that a recommendation stands under, be it the section of others too."""
        theme = find_theme(self._headings, label)
        if theme is None or self._is_running(theme.text):
            return None
        self.outside = [element for element in self.outside if element is not theme]
        return theme.text

    def _take(self, words: Paragraph) -> None:
        """Takes a paragraph from those outside, where it is one of the last, unless it was taken before."""
        last = range(len(self.outside) - 1, -1, -1)
        place = next((at for at in last if self.outside[at] is words), None)
        if place is not None:
            del self.outside[place]
        self._since = [each for each in self._since if each is not words]


def _is_telling(row: Row) -> bool:
    """Whether a row says anything of its columns: a title of one cell says nothing of the one that it stands in."""
    return sum(1 for cell in row.cells if cell.blocks and cell.span != "column") > 1
