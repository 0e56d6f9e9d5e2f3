"""Documents as HTML pages and as Markdown."""

import html
import re
from itertools import groupby

from send_extract.document import Block, Cell, Document, Paragraph, Row, Run, Table

_TAGS = {"b": "b", "i": "i", "u": "u", "s": "s", "^": "sup", "_": "sub"}


def print_runs(runs: tuple[Run, ...]) -> str:
    return "".join(_print_run(run) for run in runs)


def _print_run(run: Run) -> str:
    printed = html.escape(run.text, quote=False).replace("  ", "&nbsp; ").replace("\n", "<br>")
    for letter in run.emphasis:
        printed = f"<{_TAGS[letter]}>{printed}</{_TAGS[letter]}>"
    return printed


def print_cell(cell: Cell) -> str:
    return "\n".join(
        _print_list(list(blocks))
        if is_list
        else "".join(f"<p>{print_runs(block.runs)}</p>" for block in blocks)
        for is_list, blocks in groupby(cell.blocks, key=lambda block: block.level > 0)
    )


def _print_list(blocks: list[Block]) -> str:
    tag = "ul" if blocks[0].marker == "•" else "ol"
    items = "\n".join(f"  <li>{print_runs(block.runs)}</li>" for block in blocks)
    return f"<{tag}>\n{items}\n</{tag}>"


def _print_row(row: Row, tag: str = "td") -> str:
    cells = "\n".join(f"<{tag}>{print_cell(cell)}</{tag}>" for cell in row.cells)
    return f"<tr>\n{cells}\n</tr>"


def _print_table(table: Table) -> str:
    head, *rows = table.rows
    body = "\n".join(_print_row(row) for row in rows)
    return f"<table>\n<thead>\n{_print_row(head, 'th')}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def write_html(document: Document) -> bytes:
    parts = [
        _print_table(each) if isinstance(each, Table) else _print_paragraph(each)
        for each in document.elements
    ]
    body = "\n".join(parts)
    head = '<head><meta charset="utf-8"><style>td { color: black }</style></head>'
    return f'<!DOCTYPE html>\n<html lang="en">{head}\n<body>\n{body}\n</body></html>\n'.encode()


def _print_paragraph(paragraph: Paragraph) -> str:
    tag = f"h{paragraph.level}" if paragraph.level else "p"
    return f"<{tag}>{print_runs(paragraph.block.runs)}</{tag}>"


_SIGNS = re.compile(r"([\\`*_\[\]<>|~#&])")
_MARKS = {"b": "**", "i": "*"}


def _escape(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text).replace("\n", "<br>")


def _print_marked(runs: tuple[Run, ...]) -> str:
    parts = []
    for run in runs:
        text = run.text
        mark = "".join(_MARKS.get(letter, "") for letter in run.emphasis)
        words = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        parts.append(f"{before}{mark}{_escape(words)}{mark[::-1]}{after}" if words else text)
    return "".join(parts)


def write_markdown(document: Document) -> bytes:
    """Pipe tables whose cells divide their items by `<br>`."""
    return "\n\n".join(_print_element(each) for each in document.elements).encode()


def _print_element(element: Paragraph | Table) -> str:
    if isinstance(element, Paragraph):
        return f"{'#' * element.level} {_print_marked(element.block.runs)}".strip()
    width = max(len(row.cells) for row in element.rows)
    rows = ["| " + " | ".join(_print_marked_cell(cell) for cell in row.cells) + " |" for row in element.rows]
    return "\n".join([rows[0], "|" + " --- |" * width, *rows[1:]])


def _print_marked_cell(cell: Cell) -> str:
    return "<br>".join(_print_marked_block(block) for block in cell.blocks)


def _print_marked_block(block: Block) -> str:
    mark = "- " if block.marker == "•" else f"{block.marker} " if block.level else ""
    return mark + _print_marked(block.runs)


def write_markdown_with_html(document: Document) -> bytes:
    """Pipe tables whose cells hold HTML lists."""
    rows = []
    for element in document.elements:
        if isinstance(element, Paragraph):
            rows.append(_print_element(element) + "\n")
            continue
        width = len(element.rows[0].cells)
        printed = ["|" + "|".join(_print_html_cell(cell) for cell in row.cells) + "|" for row in element.rows]
        rows += [printed[0], "|" + "---|" * width, *printed[1:], ""]
    return "\n".join(rows).encode()


def _print_html_cell(cell: Cell) -> str:
    return print_cell(cell).replace("\n", "").replace("|", "\\|").replace("*", "\\*")
