"""The sheet that says what a workbook is: the day that its colours are told by, what they mean, what each sheet has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from send_extract.plan import Plan
from send_extract.writers.agenda.spans import find_day
from send_extract.writers.editions import Edition
from send_extract.writers.wording import describe_draft
from send_extract.writers.workbook.colours import AS_OF, SOON

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAME = "About"
_TITLE = 24
"""How high the row of the title is, in points."""
_MEANINGS = {
    "red": "overdue: the last day is before the date above, and the status is not complete, ongoing or cancelled",
    "amber": f"due within {SOON} months of the date above",
    "green": "complete",
    "blue": "a colour that the draft itself gives in a column of status or progress, as are red, amber and green there",
}
_SHEETS = {
    "Actions": "one action a row, each with its own dates and owners; the plain table for other programs",
    "Recommendations": "one recommendation a row, with the cells of its row as printed",
    "Dates": "one interval a row: the table to ask what is due in a month",
    "Measures": "one measure of success a row",
    "Owners": "one owner a row, with their actions",
    "Action owners": "one owner of one action a row, with the role",
    "Glossary": "the draft's own glossary",
    "To mend": "what is to be mended in the draft, the worst first",
    "Changes": "what changed since the draft before, where one was read with this one",
}


def add_about(book: Workbook, edition: Edition, formats: dict[str, Format]) -> Worksheet:
    """Adds the sheet."""
    sheet = book.add_worksheet(NAME)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100)
    sheet.hide_gridlines(2)
    sheet.set_row(0, _TITLE)
    day = find_day(edition.plan, edition.day)
    for row, (label, words, look) in enumerate(_list_lines(edition.plan, day)):
        sheet.write_string(row, 0, label, formats[look])
        if isinstance(words, str):
            sheet.write_string(row, 1, words, formats["words"])
        else:
            book.define_name(AS_OF, f"={NAME}!$B${row + 1}")
            sheet.write(row, 1, words, formats["asked"])
    return sheet


def _list_lines(plan: Plan, day: date | None) -> Iterator[tuple[str, str | date | None, str]]:
    """The lines of the sheet: a label, words or the day, and how the label looks."""
    yield plan.title or "Action plan", "", "title"
    yield "Draft", describe_draft(plan.draft) or "not said", "label"
    yield "Read from", plan.source.name, "label"
    yield "", "", "label"
    yield "Counted from", day, "label"
    yield "", "The day that the colours of Actions are told by: change it, or type =TODAY().", "label"
    for colour, meaning in _MEANINGS.items():
        yield colour.capitalize(), meaning, colour
    yield "", "", "label"
    for name, words in _SHEETS.items():
        yield name, words, "label"
