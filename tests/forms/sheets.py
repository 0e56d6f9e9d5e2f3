"""Documents as workbooks and as delimited text."""

import csv
import datetime as dt
import io
import re

from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TextProperties
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P, Span
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from send_extract.document import Block, Cell, Document, Paragraph, Run

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def print_block(block: Block) -> str:
    mark = f"{block.marker} " if block.level else ""
    return mark + block.text


def print_cell(cell: Cell) -> str:
    return "\n".join(print_block(block) for block in cell.blocks)


def list_rows(document: Document) -> list[list[Cell]]:
    """The document as one sheet: each paragraph a row of one cell, a blank row around each table."""
    rows: list[list[Cell]] = []
    for element in document.elements:
        if isinstance(element, Paragraph):
            rows.append([Cell((element.block,))])
        else:
            rows += [[], *(list(row.cells) for row in element.rows), []]
    return rows


def write_csv(document: Document, delimiter: str = ",") -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([print_cell(cell) for cell in row] for row in list_rows(document))
    return text.getvalue().encode("utf-8-sig")


def write_semicolons(document: Document) -> bytes:
    return write_csv(document, ";")


def write_tabs(document: Document) -> bytes:
    return write_csv(document, "\t")


def write_xlsx(document: Document) -> bytes:
    """A sheet with the title block above; dates of the form 31/03/2022 become real ones."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Action plan"
    for number, row in enumerate(list_rows(document), 1):
        for column, cell in enumerate(row, 1):
            if cell.blocks and not cell.span:
                sheet.cell(number, column).value = _make_value(cell)  # type: ignore[assignment]
    merge_cells(sheet, list_rows(document))
    other = book.create_sheet("Notes")
    other["A1"] = "Kept by the team"
    return save_workbook(book)


def merge_cells(sheet: Worksheet, rows: list[list[Cell]]) -> None:
    """Merge each cell with those below that repeat it."""
    for top, row in enumerate(rows):
        for column, cell in enumerate(row):
            bottom = top + 1
            while bottom < len(rows) and column < len(rows[bottom]) and rows[bottom][column].span == "row":
                bottom += 1
            if not cell.span and bottom > top + 1:
                sheet.merge_cells(
                    start_row=top + 1, end_row=bottom, start_column=column + 1, end_column=column + 1
                )


def save_workbook(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _make_value(cell: Cell) -> object:
    text = print_cell(cell)
    if date := _DATE.fullmatch(text):
        return dt.date(int(date[3]), int(date[2]), int(date[1]))
    if any(run.emphasis for block in cell.blocks for run in block.runs):
        return CellRichText(*_make_rich(cell))
    return int(text) if text.isdecimal() else text


def _make_rich(cell: Cell) -> list[str | TextBlock]:
    parts: list[str | TextBlock] = []
    for index, block in enumerate(cell.blocks):
        parts.append(("\n" if index else "") + (f"{block.marker} " if block.level else ""))
        parts += [_make_part(run) for run in block.runs]
    return [part for part in parts if part]


def _make_part(run: Run) -> str | TextBlock:
    if not run.emphasis:
        return run.text
    return TextBlock(InlineFont(b="b" in run.emphasis, i="i" in run.emphasis), run.text)


def write_ods(document: Document) -> bytes:
    book = OpenDocumentSpreadsheet()
    styles = {letter: Style(name=f"T{letter}", family="text") for letter in "bi"}
    styles["b"].addElement(TextProperties(fontweight="bold"))
    styles["i"].addElement(TextProperties(fontstyle="italic"))
    for style in styles.values():
        book.automaticstyles.addElement(style)
    sheet = OdfTable(name="Action plan")
    for row in list_rows(document):
        line = TableRow()
        for cell in row:
            line.addElement(_make_cell(cell, styles))
        sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _make_cell(cell: Cell, styles: dict[str, Style]) -> TableCell:
    made = TableCell(valuetype="string")
    for block in cell.blocks:
        paragraph = P(text=f"{block.marker} " if block.level else "")
        for run in block.runs:
            letter = next((each for each in run.emphasis if each in styles), None)
            paragraph.addElement(Span(text=run.text, stylename=styles[letter] if letter else None))
        made.addElement(paragraph)
    return made
