"""A draft to the bytes of a workbook, by XlsxWriter: every cell a value, none of them a formula."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from send_extract.plan import Plan
from send_extract.version import NAME
from send_extract.writers.editions import Edition
from send_extract.writers.packages import EPOCH, settle_package
from send_extract.writers.tables import Kind
from send_extract.writers.wording import describe_draft
from send_extract.writers.workbook.about import add_about
from send_extract.writers.workbook.cells import KINDS, SharedStrings, find_heights, find_widths, print_rows
from send_extract.writers.workbook.colours import COLOURS, colour_sheet
from send_extract.writers.workbook.sheets import PlainSheet, list_sheets

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_A3, _A4 = 8, 9
"""Sizes of paper, by the numbers that a workbook has for them."""
_MOST_ON_A4 = 220
"""Letters of a row beyond which nobody can read it on A4."""
_LONGEST_MARGIN = 100
"""Letters of a title that are put into a page's header."""
_LAST = re.compile(rb'(?<= ref="A1:)([A-Z]+)\d+')
"""The last cell of a sheet or of a table, as its XML says it."""
_MODEL = re.compile(rb'<row r="2" .*?</row>', re.DOTALL)
"""The row that stands for all rows of a sheet until they are printed."""
_COUNTS = re.compile(rb'count="(\d+)" uniqueCount="(\d+)"')
_STRINGS = "xl/sharedStrings.xml"


class _MadeSheet(NamedTuple):
    """A sheet that is in the book but for its rows: the name of its part, what is in it, how high its rows are."""

    part: str
    table: PlainSheet
    heights: tuple[float, ...]


def write_workbook(edition: Edition) -> bytes:
    """The bytes of `plan.xlsx`."""
    stream = io.BytesIO()
    first, *others = list_sheets(edition)
    with Workbook(stream, {"in_memory": True}) as book:
        formats = {name: book.add_format(_TOP | look) for name, look in (_LOOKS | COLOURS).items()}
        _describe(book, edition.plan)
        made = [_add_sheet(book, first, formats, edition.plan)]
        _set_print(add_about(book, edition, formats), edition.plan, _A4)
        made += [_add_sheet(book, sheet, formats, edition.plan) for sheet in others]
    looks = {kind: formats[kind].xf_index for kind in KINDS}
    return settle_package(stream.getvalue(), dict(_fill_parts(stream, made, looks)))


def _fill_parts(
    stream: IO[bytes], made: Iterable[_MadeSheet], looks: Mapping[Kind, int]
) -> Iterator[tuple[str, bytes]]:
    """The parts of a package that have the rows and the words of its sheets, by their names."""
    with ZipFile(stream) as package:
        words = package.read(_STRINGS)
        uses, begins = (int(number) for number in _COUNTS.findall(words)[0])
        strings = SharedStrings(begins)
        for number, sheet in enumerate(made, 1):
            table = f"xl/tables/table{number}.xml"
            yield table, _end_at(sheet.table, package.read(table))
            yield sheet.part, _fill_sheet(package.read(sheet.part), sheet, looks, strings)
    counts = f'count="{uses + strings.uses}" uniqueCount="{begins + len(strings)}"'
    words = _COUNTS.sub(counts.encode(), words, count=1)
    yield _STRINGS, words.replace(b"</sst>", f"{strings.print()}</sst>".encode())


def _fill_sheet(part: bytes, sheet: _MadeSheet, looks: Mapping[Kind, int], strings: SharedStrings) -> bytes:
    if not sheet.table.size:
        return part
    rows = print_rows(sheet.table, sheet.heights, looks, strings).encode()
    before, end = _MODEL.split(part, maxsplit=1)
    return _end_at(sheet.table, before) + rows + end


def _end_at(sheet: PlainSheet, part: bytes) -> bytes:
    """A part that was made for one row, for all rows of a sheet."""
    return _LAST.sub(rb"\g<1>%d" % (max(1, sheet.size) + 1), part)


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


def _add_sheet(book: Workbook, sheet: PlainSheet, formats: dict[str, Format], plan: Plan) -> _MadeSheet:
    """A sheet that holds one table, with filters, its first row and column always in sight; its rows come later."""
    made, last, right = book.add_worksheet(sheet.name), max(1, sheet.size), len(sheet.columns) - 1
    headings = [{"header": column.heading, "header_format": formats["heading"]} for column in sheet.columns]
    look = {"style": "Table Style Light 1", "banded_rows": False}
    made.add_table(0, 0, 1, right, {"name": sheet.name.title().replace(" ", ""), "columns": headings} | look)
    made.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(right)}{last + 1}"})
    made.freeze_panes(1, 1)
    made.repeat_rows(0)
    widths = find_widths(sheet)
    heights = _set_sizes(made, sheet, widths)
    for place, column in enumerate(sheet.columns if sheet.size else ()):
        made.write_blank(1, place, None, formats[column.kind])
    colour_sheet(book, made, sheet)
    _set_print(made, plan, _find_paper(sheet, widths))
    return _MadeSheet(f"xl/worksheets/sheet{len(book.worksheets())}.xml", sheet, heights)


def _set_sizes(made: Worksheet, sheet: PlainSheet, widths: Sequence[int]) -> tuple[float, ...]:
    """Sets how wide each column is and how high the headings are, and gives how high each row is."""
    for place, (column, width) in enumerate(zip(sheet.columns, widths, strict=True)):
        folding = {"level": 1, "hidden": True} if column.is_folded else {}
        made.set_column(place, place, width, None, folding)
    top, *heights = find_heights(sheet, widths)
    made.set_row(0, top)
    return tuple(heights)


def _find_paper(sheet: PlainSheet, widths: Sequence[int]) -> int:
    """The size of paper on which the columns that people read can be read."""
    shown = (width for column, width in zip(sheet.columns, widths, strict=True) if not column.is_folded)
    return _A3 if sum(shown) > _MOST_ON_A4 else _A4


def _set_print(sheet: Worksheet, plan: Plan, paper: int) -> None:
    """Landscape, as wide as one page, headings on each, title and draft above, page numbers below."""
    title, label = (
        text.replace("&", "&&")[:_LONGEST_MARGIN] for text in (plan.title or "", describe_draft(plan.draft))
    )
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f"&L&9{title}&R&9{label}")
    sheet.set_footer("&L&9&A&R&9Page &P of &N")
