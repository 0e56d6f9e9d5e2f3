"""Documents as Word files."""

import io

import docx
from docx.document import Document as WordDocument
from docx.shared import Cm
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from send_extract.document import Block, Cell, Document, Paragraph, Run, Table

_WIDTH = 24.0
_WIDTHS = (1.2, 5.6, 7.0, 2.8, 1.6, 5.8)


def write_docx(document: Document) -> bytes:
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(1.5)
    for element in document.elements:
        if isinstance(element, Table):
            _add_table(word, element)
        else:
            _add_paragraph(word, element)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _add_paragraph(word: WordDocument, paragraph: Paragraph) -> None:
    made = word.add_heading("", paragraph.level) if paragraph.level else word.add_paragraph()
    _add_runs(made, paragraph.block.runs)


def _add_table(word: WordDocument, table: Table) -> None:
    columns = max(len(row.cells) for row in table.rows)
    made = word.add_table(rows=0, cols=columns, style="Table Grid")
    made.autofit = False
    for row in table.rows:
        for place, (target, cell) in enumerate(zip(made.add_row().cells, row.cells, strict=False)):
            target.width = Cm(_WIDTHS[place] if columns == len(_WIDTHS) else _WIDTH / columns)
            _fill(target, cell)


def _fill(target: _Cell, cell: Cell) -> None:
    for index, block in enumerate(cell.blocks):
        paragraph = target.paragraphs[0] if index == 0 else target.add_paragraph()
        paragraph.style = _choose_style(block)
        _add_runs(paragraph, block.runs)


def _choose_style(block: Block) -> str:
    if not block.level:
        return "Normal"
    return "List Bullet" if block.marker == "•" else "List Number"


def _add_runs(paragraph: WordParagraph, runs: tuple[Run, ...]) -> None:
    for words in runs:
        run = paragraph.add_run(words.text)
        run.bold = "b" in words.emphasis or None
        run.italic = "i" in words.emphasis or None
