"""What a workbook colours, by rules that Excel applies: overdue, due soon, done, and the colours that drafts give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from send_extract.writers.rows import OVER
from send_extract.writers.workbook.sheets import PlainSheet

AS_OF = "AsOf"
"""The name of the cell with the day that is counted from."""
SOON = 3
"""Months within which something is due soon."""
COLOURS: dict[str, dict[str, Any]] = {
    "red": {"bg_color": "#F6D7D2", "font_color": "#942514", "bold": True},
    "amber": {"bg_color": "#FFE8B8", "font_color": "#594100"},
    "green": {"bg_color": "#CCE2D8", "font_color": "#005A30"},
    "blue": {"bg_color": "#D2E2F1", "font_color": "#144E81"},
}
"""The look of each: dark words on a light ground, so that they can be read in print too."""
_RATED = ("Status", "Progress", "Row status", "Row progress")
"""Columns in which drafts give a colour by its name or first letter."""
_DATED = ("ID", "End")


class Rule(NamedTuple):
    """Cells of a column that have a colour where a formula about their row holds."""

    column: int
    formula: str
    colour: str


def colour_sheet(book: Workbook, sheet: Worksheet, table: PlainSheet) -> None:
    """Puts the rules on a sheet."""
    for rule in list_rules(table):
        options = {
            "type": "formula",
            "criteria": f"={rule.formula}",
            "format": book.add_format(COLOURS[rule.colour]),
        }
        sheet.conditional_format(1, rule.column, max(1, table.size), rule.column, options)


def list_rules(table: PlainSheet) -> Iterator[Rule]:
    """The rules of a sheet, the first that holds counting."""
    places = {column.heading: place for place, column in enumerate(table.columns)}
    for heading in _DATED if table.name == "Actions" else ():
        for formula, colour in _list_due(_name(places["End"]), _name(places["Status"])):
            yield Rule(places[heading], formula, colour)
    for heading in _RATED:
        for colour in COLOURS if heading in places else ():
            words = f"TRIM({_name(places[heading])})"
            letter, length = colour[0], len(colour) + 1
            said = f'OR({words}="{letter}",LEFT({words}&" ",{length})="{colour} ")'
            yield Rule(places[heading], said, colour)


def _list_due(end: str, status: str) -> Iterator[tuple[str, str]]:
    """What is due, by its last day and its status."""
    is_over = "OR(" + ",".join(f'{status}="{word}"' for word in OVER) + ")"
    is_open = f"ISNUMBER({end}),NOT({is_over}),ISNUMBER({AS_OF})"
    yield f'{status}="complete"', "green"
    yield f"AND({is_open},{end}<{AS_OF})", "red"
    yield f"AND({is_open},{end}>={AS_OF},{end}<EDATE({AS_OF},{SOON}))", "amber"


def _name(place: int) -> str:
    """A cell of the first row below the headings, for a rule that every row takes as its own."""
    return f"${xl_col_to_name(place)}2"
