"""What stands around a plan's tables: the words outside them, and the titles that a table stands under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Element, Paragraph, Row, Table
from send_extract.extraction.asked import HeadedRecommendation, are_bare, holds_actions
from send_extract.extraction.dates import read_footer
from send_extract.extraction.forms import read_form
from send_extract.extraction.preludes import find_asked, find_counted, find_theme, read_head
from send_extract.extraction.sections import Titles, find_ended, find_section, is_counted
from send_extract.notation.furniture import is_marking, repeats
from send_extract.values.acronym.titles import is_title

if TYPE_CHECKING:
    from send_extract.extraction.columns import Columns
    from send_extract.extraction.preludes import FoundAsked


class AskedAbove(Struct, frozen=True):
    """A recommendation that stands above a table, and the section of both."""

    asked: HeadedRecommendation | None
    section: str | None


class TableTitles(Struct, frozen=True):
    """What a table stands under: the recommendation, the section, and the recommendations before it without a table.

    `is_below` says that it has more actions of the recommendation above the last table.
    """

    asked: HeadedRecommendation | None = None
    section: str | None = None
    passed: tuple[AskedAbove, ...] = ()
    is_below: bool = False


class Surroundings:
    """What stands outside a plan's tables so far, and the paragraphs since the last of them."""

    def __init__(self, counted: Sequence[Paragraph], *, is_usual: bool) -> None:
        self.outside: list[Element] = []
        self.above: tuple[Paragraph, ...] = ()
        self.in_glossary = False
        self._is_first = True
        self._since: list[Paragraph | None] = []
        self._own: list[Paragraph] = []
        self._form: Table | None = None
        self._headings: list[Paragraph] = []
        self._rank: int | None = None
        self._asked: set[str] = set()
        self._is_usual = is_usual
        self._counted = counted

    def add_paragraph(self, paragraph: Paragraph, *, is_own: bool = False) -> None:
        """Words outside every table; `is_own` says that they stand in its rows, above its headings."""
        self.in_glossary = is_title(paragraph.text) or (self.in_glossary and not paragraph.level)
        self.outside.append(paragraph)
        self._since.append(paragraph)
        if is_own:
            self._own.append(paragraph)
        if paragraph.kind == "body" and (paragraph.level or is_counted(paragraph) or read_head(paragraph)):
            self._headings.append(paragraph)

    def add_form(self, table: Table) -> None:
        """A form, which may be the recommendation of the table below it."""
        self._form = table
        self.outside.append(table)

    def add_table(self, table: Table) -> None:
        """A table that is none of the plan's."""
        self.outside.append(table)
        self._since.append(None)

    def begin_table(self) -> None:
        """A table of the plan's begins: what stands above it is not the next one's."""
        if self._is_first:
            self.above = tuple(element for element in self.outside if isinstance(element, Paragraph))
        self._is_first = False
        self._since, self._own, self._form = [], [], None

    def take_titles(
        self, columns: Columns, rows: Sequence[Row], form: HeadedRecommendation | None
    ) -> TableTitles:
        """What a table stands under, which leaves the words outside.

        `form` is the recommendation that stands in its rows above the headings.
        """
        titles = TableTitles()
        if holds_actions(columns):
            is_below = form is None and self._is_below_asked()
            titles = replace(self._take_asked(columns, rows, form), is_below=is_below)
        if titles.asked is None:
            section = None if titles.is_below else self.take_section()
            self._rank = self._rank if titles.is_below else None
            titles = replace(titles, section=section)
        self.in_glossary = False
        return titles

    def take_section(self) -> str | None:
        """The heading above a table, which leaves the paragraphs; the document's own title is none."""
        above = tuple(words for words in self._list_above() if words.block.level == 0)
        ended, is_first = find_ended(self._since), self._is_first
        found = find_section(Titles(above, tuple(self._own), is_first, self._is_usual, ended))
        if found is None or self._is_running(found):
            return None
        is_plain = not found.level and not is_counted(found) and found not in self._own
        if is_plain and (self.in_glossary or self.outside[-1] is not found):
            return None
        self._take(found)
        return found.text

    def take_form(self, columns: Columns) -> HeadedRecommendation | None:
        """The recommendation of a form that is a table of its own, above the table of its actions."""
        form = read_form(self._form.rows) if self._form and holds_actions(columns) else None
        if form:
            self.outside = [element for element in self.outside if element is not self._form]
        return form

    def _is_running(self, words: Paragraph) -> bool:
        """Whether words repeat the document's own above its plan, or only say who may read it.

        A heading, or a counted theme, repeats no plain line, which may be an entry of the contents.
        """
        text = words.text
        if is_marking(text) or read_footer(text):
            return True
        is_own = bool(words.level) or is_counted(words)
        own = [above for above in self.above if not is_own or above.level or above.kind != "body"]
        return any(repeats(text, above.text) for above in own)

    def _list_above(self) -> list[Paragraph]:
        """The paragraphs of the body since the last table of the plan's."""
        return [words for words in self._since if words and words.kind == "body"]

    def _is_below_asked(self) -> bool:
        """Whether a table has more actions of the recommendation above the last: no heading of its rank ends it."""
        return self._rank is not None and not any(
            0 < words.level <= self._rank or is_counted(words) for words in self._list_above()
        )

    def _take_asked(
        self, columns: Columns, rows: Sequence[Row], form: HeadedRecommendation | None
    ) -> TableTitles:
        """The recommendation above a table, in paragraphs, in the rows of a `form` or in both, and its section."""
        found = self._find_asked(columns, rows, form)
        if found is None:
            self._rank = None if form else self._rank
            return TableTitles(form, (self.take_section() or self._take_theme(None)) if form else None)
        self._rank = found.rank
        passed = tuple(self._pass_by(found))
        self._is_first = self._is_first and not passed
        section = self._take_section_of(found)
        asked = found.asked
        self._asked.add(asked.number)
        if form:
            asked = replace(asked, text=form.text or asked.text, said=(*form.said, *asked.said))
        return TableTitles(asked, section, passed)

    def _find_asked(
        self, columns: Columns, rows: Sequence[Row], form: HeadedRecommendation | None
    ) -> FoundAsked | None:
        """The recommendation in the paragraphs above a table; it must be that of the `form`, where there is one."""
        above = self._list_above()
        found = find_asked(above)
        if form is None:
            return found or (find_counted(above, self._counted) if are_bare(columns, rows) else None)
        return found if found and form.number in ("", found.asked.number) else None

    def _take_section_of(self, found: FoundAsked) -> str | None:
        """The section of a recommendation, whose own words leave the paragraphs."""
        label = found.used[0]
        for words in found.used:
            self._take(words)
        place = next((at for at, words in enumerate(self._headings) if words is label), 0)
        before = {id(words) for words in self._headings[:place]}
        self._since = [words for words in self._since if id(words) in before]
        return self.take_section() or self._take_theme(label)

    def _pass_by(self, found: FoundAsked) -> Iterator[AskedAbove]:
        """The recommendations before one that have no table."""
        for each in found.passed:
            if each.asked.number not in self._asked:
                self._asked.add(each.asked.number)
                for words in each.used:
                    self._take(words)
                yield AskedAbove(each.asked, self._take_theme(each.used[0]))

    def _take_theme(self, label: Paragraph | None) -> str | None:
        """The heading that a recommendation stands under, be it the section of others too."""
        theme = find_theme(self._headings, label)
        if theme is None or self._is_running(theme):
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
