"""A draft to the bytes of a workbook, by XlsxWriter: every cell a value, none of them a formula."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from send_extract.plan import Plan
from send_extract.version import NAME
from send_extract.writers.editions import Edition
from send_extract.writers.packages import EPOCH
from send_extract.writers.tables import Kind
from send_extract.writers.wording import describe_draft
from send_extract.writers.workbook.about import add_about
from send_extract.writers.workbook.colours import colour_sheet
from send_extract.writers.workbook.sheets import PlainSheet, SheetColumn, list_sheets

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MOST_LETTERS = 32_767
"""Letters that a cell of a workbook can hold."""
_CUT = " … (the rest is in plan.json)"
_NARROWEST, _WIDEST, _ARROW = 9, 46, 4
"""Widths of columns, in letters, and what the arrow of a filter takes of a heading."""
_LINE, _LETTERS = 13.5, 1.15
"""The height of a line, in points, and letters of words that fit in the width of one figure."""
_MOST_LINES = 30
"""Lines of a row; a workbook shows no higher one on a page."""
_LONGEST_MARGIN = 100
"""Letters of a title that are put into a page's header."""
_FIRST_YEAR = 1900
"""The first year that a workbook has dates of."""


def write_workbook(edition: Edition) -> bytes:
    """The bytes of `plan.xlsx`."""
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        formats = {name: book.add_format(_TOP | look) for name, look in _LOOKS.items()}
        _describe(book, edition.plan)
        first, *others = list_sheets(edition)
        _add_sheet(book, first, formats, edition.plan)
        _set_print(add_about(book, edition, formats), edition.plan)
        for sheet in others:
            _add_sheet(book, sheet, formats, edition.plan)
    return stream.getvalue()


_RULED = {"bottom": 1, "bottom_color": "#DADDE0"}
_TOP = {"valign": "top", "font_name": "Arial", "font_size": 10}
_LOOKS: dict[str, dict[str, Any]] = {
    "string": {**_RULED, "text_wrap": True, "num_format": "@"},
    "integer": {**_RULED, "num_format": "0", "align": "left"},
    "boolean": {**_RULED, "align": "left"},
    "date": {**_RULED, "num_format": "d mmm yyyy", "align": "left"},
    "heading": {
        "bold": True,
        "text_wrap": True,
        "bg_color": "#E4EAF0",
        "bottom": 1,
        "bottom_color": "#505A5F",
    },
    "title": {"bold": True, "font_size": 14},
    "words": {"text_wrap": True},
    "label": {"bold": True},
    "asked": {"num_format": "d mmm yyyy", "align": "left", "bg_color": "#FFF7BF", "border": 1, "bold": True},
}


def _describe(book: Workbook, plan: Plan) -> None:
    """What the file says of itself, none of it from the day or the machine."""
    day = plan.draft.date or EPOCH.date()
    book.set_properties(
        {
            "title": plan.title or "",
            "subject": describe_draft(plan.draft),
            "author": NAME,
            "created": dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
        }
    )


def _add_sheet(book: Workbook, sheet: PlainSheet, formats: dict[str, Format], plan: Plan) -> None:
    """A sheet that holds one table, with filters, its first row and column always in sight."""
    made, last, right = book.add_worksheet(sheet.name), max(1, len(sheet.rows)), len(sheet.columns) - 1
    headings = [{"header": column.heading, "header_format": formats["heading"]} for column in sheet.columns]
    look = {"style": "Table Style Light 1", "banded_rows": False}
    made.add_table(0, 0, last, right, {"name": sheet.name.replace(" ", ""), "columns": headings} | look)
    made.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(right)}{last + 1}"})
    made.freeze_panes(1, 1)
    made.repeat_rows(0)
    _set_sizes(made, sheet)
    _write_rows(made, sheet, formats)
    colour_sheet(book, made, sheet)
    _set_print(made, plan)


def _set_sizes(made: Worksheet, sheet: PlainSheet) -> None:
    """How wide each column is and how high each row: no program but Excel finds heights by itself."""
    widths = [
        _find_width(column, [row[place] for row in sheet.rows]) for place, column in enumerate(sheet.columns)
    ]
    for place, (column, width) in enumerate(zip(sheet.columns, widths, strict=True)):
        folding = {"level": 1, "hidden": True} if column.is_folded else {}
        made.set_column(place, place, width, None, folding)
    headings = [f"{column.heading}{' ' * _ARROW}" for column in sheet.columns]
    for number, row in enumerate((headings, *sheet.rows)):
        made.set_row(number, _LINE * _count_lines(row, sheet.columns, widths))


def _write_rows(made: Worksheet, sheet: PlainSheet, formats: dict[str, Format]) -> None:
    for number, row in enumerate(sheet.rows, 1):
        for place, (value, column) in enumerate(zip(row, sheet.columns, strict=True)):
            if value is not None:
                _WRITERS[column.kind](made, number, place, value, formats[column.kind])
            elif not column.is_folded:
                made.write_blank(number, place, None, formats[column.kind])


def _find_width(column: SheetColumn, values: Sequence[object]) -> int:
    """As wide as the longest line of a column's cells, within bounds."""
    lines = (line for value in values if value is not None for line in str(value).split("\n"))
    longest = len("30 Sep 2022") if column.kind == "date" else max(map(len, lines), default=0)
    word = max(map(len, column.heading.split()))
    return min(max(longest + 2, word + _ARROW, _NARROWEST), _WIDEST)


def _count_lines(row: Sequence[object], columns: Sequence[SheetColumn], widths: Sequence[int]) -> int:
    """Lines of a row, as far as people see it."""
    cells = zip(row, columns, widths, strict=True)
    counts = (_count_wrapped(value, width) for value, column, width in cells if not column.is_folded)
    return min(max(counts, default=1), _MOST_LINES)


def _count_wrapped(value: object, width: int) -> int:
    room = int(width * _LETTERS)
    return sum(1 + len(line) // room for line in value.split("\n")) if isinstance(value, str) else 1


def _write_text(sheet: Worksheet, row: int, column: int, value: Any, look: Format) -> None:
    text = value if len(value) <= _MOST_LETTERS else value[: _MOST_LETTERS - len(_CUT)] + _CUT
    sheet.write_string(row, column, text, look)


def _write_day(sheet: Worksheet, row: int, column: int, value: Any, look: Format) -> None:
    """A day as one that can be counted with; one before the first that a workbook knows as words."""
    if value.year < _FIRST_YEAR:
        sheet.write_string(row, column, value.isoformat(), look)
    else:
        sheet.write_datetime(row, column, value, look)


_WRITERS: dict[Kind, Callable[[Worksheet, int, int, Any, Format], object]] = {
    "string": _write_text,
    "integer": lambda sheet, *cell: sheet.write_number(*cell),
    "boolean": lambda sheet, *cell: sheet.write_boolean(*cell),
    "date": _write_day,
}
"""How a value of each kind is written: by its kind, never by what it looks like."""


def _set_print(sheet: Worksheet, plan: Plan) -> None:
    """Landscape A4, as wide as one page, headings on each, title and draft above, page numbers below."""
    title, label = (
        text.replace("&", "&&")[:_LONGEST_MARGIN] for text in (plan.title or "", describe_draft(plan.draft))
    )
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f"&L&9{title}&R&9{label}")
    sheet.set_footer("&L&9&A&R&9Page &P of &N")
