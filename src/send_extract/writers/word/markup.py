"""Tables and paragraphs as a Word file's XML (ECMA-376, part 1, 17)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from send_extract.patterns import compile_later
from send_extract.version import NAME
from send_extract.writers.packages import escape_xml
from send_extract.writers.word.body import PrintedLine
from send_extract.writers.word.styles import STYLES

if TYPE_CHECKING:
    from send_extract.writers.rich import Piece
    from send_extract.writers.word.body import Body, PrintedCell, PrintedRow, PrintedTable

_EMPHASIS = {
    "b": "<w:b/>", "i": "<w:i/>", "s": "<w:strike/>", "u": '<w:u w:val="single"/>',
    "^": '<w:vertAlign w:val="superscript"/>', "_": '<w:vertAlign w:val="subscript"/>',
}  # fmt: skip
_ORDER = "bisu^_"
_UNPRINTABLE = compile_later("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML can hold."""
_NOTHING = PrintedLine(())
"""The paragraph that a cell without words has all the same."""


def print_body(body: Body) -> str:
    """The paragraphs and tables of a body."""
    return "".join(print_line(part) if isinstance(part, PrintedLine) else _print_table(part) for part in body)


def _print_table(table: PrintedTable) -> str:
    """A table, its headings repeated on each page; without them its first column tells what a row is."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
    head = table.rows[: table.has_headings]
    rows = (
        _print_row(row, table.widths, is_heading=place < len(head)) for place, row in enumerate(table.rows)
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(table.widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0620" if head else "0680"}" w:firstRow="{len(head)}" w:lastRow="0"'
        f' w:firstColumn="{1 - len(head)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _print_row(row: PrintedRow, widths: Sequence[int], *, is_heading: bool) -> str:
    cells: list[str] = []
    place = 0
    for cell in row.cells:
        width = sum(widths[place : place + cell.columns])
        cells.append(_print_cell(cell, width, stays=row.stays))
        place += cell.columns
    repeats = "<w:tblHeader/>" if is_heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>{''.join(cells)}</w:tr>"


def _print_cell(cell: PrintedCell, width: int, *, stays: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = {0: "<w:vMerge/>", 1: ""}.get(cell.rows, '<w:vMerge w:val="restart"/>')
    lines = "".join(print_line(line, stays=stays) for line in cell.lines) or print_line(_NOTHING, stays=stays)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{lines}</w:tc>'


def print_line(line: PrintedLine, *, stays: bool = False) -> str:
    """A paragraph, with the comment on it around its words."""
    runs = "".join(map(_print_run, line.pieces))
    if line.comment is not None:
        name = f'w:id="{line.comment}"'
        runs = (
            f"<w:commentRangeStart {name}/>{runs}<w:commentRangeEnd {name}/>"
            f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference {name}/></w:r>'
        )
    return f"<w:p>{_print_properties(STYLES[line.style], stays=stays)}{runs}</w:p>"


def print_comment(number: int, messages: Iterable[str]) -> str:
    """A comment, a paragraph a line, none of it from the day."""
    sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    first, *others = (f"<w:r>{_print_text(line)}</w:r>" for each in messages for line in each.split("\n"))
    properties = _print_properties("CommentText", stays=False)
    words = "".join(f"<w:p>{properties}{run}</w:p>" for run in (sign + first, *others))
    return f'<w:comment w:id="{number}" w:author="{NAME}" w:initials="SE">{words}</w:comment>'


def print_page_number() -> str:
    """The paragraph of a page's footer: `Page 1 of 3`, counted by whoever shows it."""
    words = (f"<w:r>{_print_text(text)}</w:r>" for text in ("\tPage ", " of "))
    fields = (
        f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for name in ("PAGE", "NUMPAGES")
    )
    runs = "".join(chain.from_iterable(zip(words, fields, strict=True)))
    return f"<w:p>{_print_properties(STYLES['footer'], stays=False)}{runs}</w:p>"


@cache
def _print_properties(style: str, *, stays: bool) -> str:
    return f'<w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if stays else ""}</w:pPr>'


def _print_run(piece: Piece) -> str:
    marks = [_EMPHASIS[letter] for letter in _ORDER if letter in piece.emphasis] if piece.emphasis else ()
    properties = f"<w:rPr>{''.join(marks)}</w:rPr>" if marks else ""
    return f"<w:r>{properties}{_print_text(piece.text)}</w:r>"


def clean_text(text: str) -> str:
    """Words as XML can hold them."""
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=16_384)
def _print_text(text: str) -> str:
    """Words with their line breaks and tabs as elements of their own."""
    shown = escape_xml(clean_text(text))
    opened, closed = '<w:t xml:space="preserve">', "</w:t>"
    words = shown.replace("\n", f"{closed}<w:br/>{opened}").replace("\t", f"{closed}<w:tab/>{opened}")
    return f"{opened}{words}{closed}".replace(f"{opened}{closed}", "")
