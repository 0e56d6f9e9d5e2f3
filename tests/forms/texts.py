"""Documents as OpenDocument texts: whole ones, and small ones written by hand."""

import io
import zipfile

from odf.opendocument import OpenDocumentText
from odf.style import ListLevelProperties, Style, TextProperties
from odf.table import CoveredTableCell, TableCell, TableColumn, TableRow
from odf.table import Table as OdfTable
from odf.text import H, List, ListItem, ListLevelStyleBullet, ListLevelStyleNumber, ListStyle, P, Span

from send_extract.document import Block, Cell, Document, Row, Run, Table
from tests.forms.office import zip_files

_NAMES = {
    **{
        name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
        for name in ("office", "table", "text", "style", "form")
    },
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
SPACES = " ".join(f'xmlns:{name}="{url}"' for name, url in _NAMES.items())
_TYPE = "application/vnd.oasis.opendocument.text"


def make_text_file(body: str, automatic: str = "", named: str = "", margins: str = "") -> bytes:
    """A text with this body; `automatic` styles stand beside it, `named` ones and the pages' `margins` apart."""
    styles = f"<office:styles>{named}</office:styles><office:master-styles>{margins}</office:master-styles>"
    return zip_files(
        {
            "mimetype": _TYPE,
            "content.xml": _wrap("document-content", _write_content(body, automatic)),
            "styles.xml": _wrap("document-styles", styles),
        }
    )


def make_flat_file(body: str, kind: str = "text", before: str = "") -> bytes:
    """The same as one XML; of a workbook where `kind` says so."""
    mimetype = _TYPE.replace("text", kind)
    content = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    opening = f'<office:document {SPACES} office:mimetype="{mimetype}">'
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}{opening}{content}</office:document>'.encode()


def _write_content(body: str, automatic: str) -> str:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"<office:automatic-styles>{automatic}</office:automatic-styles>{text}"


def _wrap(name: str, content: str) -> str:
    return f"<office:{name} {SPACES}>{content}</office:{name}>"


def p(content: str, properties: str = "") -> str:
    return f"<text:p {properties}>{content}</text:p>"


def cell(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") or not content else p(content)
    return f"<table:table-cell {properties}>{inner}</table:table-cell>"


def row(*cells: str) -> str:
    made = (each if each.startswith("<table:") else cell(each) for each in cells)
    return f"<table:table-row>{''.join(made)}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def style(name: str, text: str, family: str = "text", more: str = "") -> str:
    own = f'style:name="{name}" style:family="{family}" {more}'
    return f"<style:style {own}><style:text-properties {text}/></style:style>"


def write_odt(document: Document) -> bytes:
    """A whole document: headings, paragraphs, tables with merged cells, lists."""
    text = OpenDocumentText()
    styles = _add_styles(text)
    for element in document.elements:
        if isinstance(element, Table):
            text.text.addElement(_make_table(element, styles))
        else:
            level = element.level
            made = H(outlinelevel=level) if level else P()
            text.text.addElement(_fill(made, element.block.runs, styles))
    stream = io.BytesIO()
    text.save(stream)
    return stream.getvalue()


def write_flat(document: Document) -> bytes:
    """The same as one XML, with the styles of the text alone."""
    with zipfile.ZipFile(io.BytesIO(write_odt(document))) as archive:
        content = archive.read("content.xml").decode()
    opening = f'office:document office:mimetype="{_TYPE}"'
    return (
        content.replace("office:document-content", opening, 1)
        .replace("</office:document-content>", "</office:document>")
        .encode()
    )


def _add_styles(text: OpenDocumentText) -> dict[str, Style]:
    styles = {letter: Style(name=f"T{letter}", family="text") for letter in "bi"}
    styles["b"].addElement(TextProperties(fontweight="bold"))
    styles["i"].addElement(TextProperties(fontstyle="italic"))
    for name in ("bullets", "numbers"):
        styles[name] = ListStyle(name=name)
        for level in (1, 2, 3):
            made = (
                ListLevelStyleBullet(level=level, bulletchar="•")
                if name == "bullets"
                else ListLevelStyleNumber(level=level, numformat="1", numsuffix=".")
            )
            made.addElement(ListLevelProperties())
            styles[name].addElement(made)
    for each in styles.values():
        text.automaticstyles.addElement(each)
    return styles


def _make_table(table: Table, styles: dict[str, Style]) -> OdfTable:
    made = OdfTable(name="Plan")
    made.addElement(TableColumn(numbercolumnsrepeated=max(len(each.cells) for each in table.rows)))
    for place, each in enumerate(table.rows):
        line = TableRow()
        for column, one in enumerate(each.cells):
            line.addElement(_make_cell(one, _count_rows(table.rows[place + 1 :], column), styles))
        made.addElement(line)
    return made


def _count_rows(below: tuple[Row, ...], column: int) -> int:
    """How many rows a cell covers."""
    count = 1
    for each in below:
        if each.cells[column].span != "row":
            break
        count += 1
    return count


def _make_cell(one: Cell, rows: int, styles: dict[str, Style]) -> TableCell:
    if one.span:
        return CoveredTableCell()
    made = TableCell(valuetype="string", numberrowsspanned=rows)
    held: dict[int, List] = {}
    for block in one.blocks:
        if not block.level:
            held = {}
            made.addElement(_fill(P(), block.runs, styles))
            continue
        held = {level: each for level, each in held.items() if level <= block.level}
        if block.level not in held:
            held[block.level] = _open_list(block, held, made, styles)
        item = ListItem()
        item.addElement(_fill(P(), block.runs, styles))
        held[block.level].addElement(item)
    return made


def _open_list(block: Block, held: dict[int, List], made: TableCell, styles: dict[str, Style]) -> List:
    """A new list in the cell, or in the last item of the list around it."""
    opened = List(stylename=styles["bullets" if block.marker == "•" else "numbers"])
    around = held.get(block.level - 1)
    (around.childNodes[-1] if around else made).addElement(opened)
    return opened


def _fill(made: P, runs: tuple[Run, ...], styles: dict[str, Style]) -> P:
    for run in runs:
        letter = next((each for each in run.emphasis if each in styles), None)
        made.addElement(Span(text=run.text, stylename=styles[letter] if letter else None))
    return made
