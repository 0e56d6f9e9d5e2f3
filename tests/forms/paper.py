"""Documents as PDF files."""

import io
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import LongTable, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Paragraph as Text

from send_extract.document import Block, Cell, Document, Paragraph, Run, Table

_STYLES = getSampleStyleSheet()
_BODY = ParagraphStyle("cell", parent=_STYLES["BodyText"], fontSize=8, leading=10)
_ITEM = ParagraphStyle("item", parent=_BODY, leftIndent=10, bulletIndent=0)
_WIDTHS = (30, 160, 230, 80, 45, 215)
_MARGIN = 30


def write_pdf(document: Document) -> bytes:
    stream = io.BytesIO()
    paper = SimpleDocTemplate(
        stream, pagesize=landscape(A4), leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=50, bottomMargin=50
    )
    story: list[object] = []
    for element in document.elements:
        story += (
            [_make_table(element)] if isinstance(element, Table) else [_make_paragraph(element), Spacer(1, 4)]
        )
    paper.build(story)  # type: ignore[arg-type]
    return stream.getvalue()


def _make_paragraph(paragraph: Paragraph) -> Text:
    style = _STYLES[f"Heading{paragraph.level}"] if paragraph.level else _STYLES["BodyText"]
    return Text(print_runs(paragraph.block.runs), style)


def print_runs(runs: tuple[Run, ...]) -> str:
    return "".join(_print_run(run) for run in runs)


def _print_run(run: Run) -> str:
    printed = escape(run.text).replace("\n", "<br/>")
    for letter in run.emphasis:
        printed = f"<{letter}>{printed}</{letter}>" if letter in "biu" else printed
    return printed


def _make_table(table: Table) -> LongTable:
    width = len(table.rows[0].cells)
    rows = [
        [_make_cell(cell) for cell in (*row.cells, *[Cell()] * (width - len(row.cells)))]
        for row in table.rows
    ]
    widths = _WIDTHS if width == len(_WIDTHS) else (760 / width,) * width
    made = LongTable(rows, colWidths=widths, repeatRows=1)
    made.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    )
    return made


def _make_cell(cell: Cell) -> list[Text]:
    return [_make_block(block) for block in cell.blocks]


def _make_block(block: Block) -> Text:
    if not block.level:
        return Text(print_runs(block.runs), _BODY)
    return Text(print_runs(block.runs), _ITEM, bulletText=block.marker)
