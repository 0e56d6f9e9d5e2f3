"""The rows of a plan to groups: a recommendation's first row and those that continue it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

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
from send_extract.extraction.gathering import Group, find_label, gather_groups, join_listed, keep_apart
from send_extract.extraction.glossary import join_row
from send_extract.extraction.kinds import Told, tell_kind
from send_extract.extraction.kinds.remarks import split_stated
from send_extract.extraction.kinds.sections import begins_titled
from send_extract.extraction.kinds.sight import Sight
from send_extract.extraction.rows import Above, PlacedRow, RowFacts, read_facts, read_words, say_kind
from send_extract.extraction.shifts import place_rows
from send_extract.extraction.standing import Sections
from send_extract.extraction.tables import PlanTable
from send_extract.notation.furniture import cut_continued, fold_words
from send_extract.notation.numbers import Number, find_stem, is_below, names_group
from send_extract.plan import PlanParagraph


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
        filled = [row for row in table.rows if row.is_filled]
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
    grouper.sections.end()
    groups = list(keep_apart(grouper.groups))
    found = (*grouper.diagnostics, *_tell_labels(groups))
    titles = tuple(grouper.sections.titles)
    return Groups(_number_by_stems(join_listed(gather_groups(groups))), titles, found)


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
        self.sections = Sections()
        self.is_titled = False
        self.is_counted = False
        self._asked: HeadedRecommendation | None = None
        self._columns = place_columns((), ())
        self._rows: list[PlacedRow] = []
        self._above: Above | None = None
        self._skipped = 0
        self._said: list[tuple[str, str]] = []
        self._section: str | None = None

    def begin_table(self, table: PlanTable) -> None:
        """A table begins: its own section replaces the ones before, a next page keeps them."""
        if table.asked and self._is_open(table.asked):
            return
        self._columns = table.columns
        if table.section is not None or not table.is_continued:
            if not table.is_continued:
                self.end_group()
            self.sections.begin_table(table.section)
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
            self.diagnostics.append(say_kind(placed.row, told.kind.name, told.kind.because))

    def _keep(self, placed: PlacedRow) -> None:
        """Keeps a row that is none of the records' as words of the document."""
        words = join_row(placed.row)
        self.sections.titles.append(PlanParagraph(words.text, 0, words.location))

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
        self._section = self.sections.find(placed)

    def _count_number(self, placed: PlacedRow, facts: RowFacts) -> Number:
        """The number of a row that has none: what its number cell says, else its place among the rows."""
        words = " ".join(facts.number_words.split())
        if words:
            return Number(words, words)
        number = str(len(self.groups) + 1)
        if placed.columns.find("number"):
            self.diagnostics.append(diagnose("number-missing", placed.row.location, number=number))
        return Number(number, number)

    def _begin_section(self, title: PlanParagraph, columns: Columns, below: RowFacts | None) -> None:
        """A row is a recommendation above its actions, or names a section."""
        self.end_group()
        if self._ask(title, columns, below):
            return
        self.sections.begin(title)

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
            self.sections.titles += [PlanParagraph(text, 0, asked.location) for text in texts]
            return
        rows = tuple(self._rows)
        section = self.sections.take()
        self.groups.append(Group(number, rows, read_words(rows[0]), section, 0, asked, tuple(self._said)))


def _list_beside(placed: PlacedRow, facts: RowFacts, title: str) -> list[str]:
    """What stands beside a title in its row, in cells of its own."""
    texts = [placed.row.cells[place].text for place in facts.filled]
    return [text for text in texts[1:] if text not in title]


def _number_by_stems(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Groups whose rows are numbered `1.1`, `1.2` as `1`, where the rows of one recommendation show it."""
    stems = [find_stem(group.number) or "" for group in groups]
    if not _are_shown(groups, stems):
        return tuple(groups)
    return tuple(replace(group, number=stem) for group, stem in zip(groups, stems, strict=True))


def _are_shown(groups: Sequence[Group], stems: Sequence[str]) -> bool:
    """Whether each group has a stem of its own, none is of a heading, and the rows of one count below theirs."""
    is_each = all(stems) and len({*stems}) == len(stems) and not any(group.asked for group in groups)
    return is_each and any(map(_share_stem, groups, stems))


def _share_stem(group: Group, stem: str) -> bool:
    """Whether several numbers of a group's rows are below one, and all of them."""
    numbers = {facts.number.number for facts in map(read_facts, group.rows) if facts.number}
    return len(numbers) > 1 and all(is_below(number, stem) for number in numbers)
