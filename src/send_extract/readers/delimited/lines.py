"""Physical lines to records: a line of words, or a row of cells that may have run over several lines."""

from __future__ import annotations

import re
from typing import NamedTuple

from send_extract.headings import count_fields

TAB = "\t"
_LIST_TAGS = re.compile(r"<(/?)(?:ul|ol)\b", re.IGNORECASE)
_CONTINUES = re.compile(r"\s*</?(?:li|ul|ol|p|b|i|em|strong|br|span)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\W{0,2}[A-Za-z]{0,4}\.?\s?\d+(?:[.)]?\d+)*\s?(?:[a-z]|\([ivx]+\))?[.):]?\s*$")
_FURTHEST = 200
"""How many lines a row may run over: further, and an open tag or quote is only an open tag or quote."""


class Record(NamedTuple):
    """One line of words (a single cell) or one row of cells, and the number of its first line from 1."""

    cells: list[str]
    line: int


def split_lines(text: str) -> list[str]:
    """The physical lines of `text`, whatever ends them."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\f", "").split("\n")


def read_records(text: str) -> list[Record]:
    """Every record of a tab-separated text but its blank lines."""
    lines = split_lines(text)
    width = find_width(lines)
    records: list[Record] = []
    position = 0
    while position < len(lines):
        line = lines[position]
        if not line or line.isspace():
            if TAB in line and records and len(records[-1].cells) > 1:
                records.append(Record(line.split(TAB), position + 1))
            position += 1
            continue
        cells = line.split(TAB)
        taken = 1
        if len(cells) > 1 and not _is_whole(cells, width):
            cells, taken = _join_lines(lines, position, width)
        records.append(Record(_unquote(cells) if '"' in line else cells, position + 1))
        position += taken
    return records


def find_width(lines: list[str]) -> int:
    """How many cells a row has: as many as the first heading row; 0 where there is none."""
    for line in lines:
        if TAB in line and count_fields(cells := line.rstrip(TAB).split(TAB)) > 1:
            return len(cells)
    return 0


def _is_whole(cells: list[str], width: int) -> bool:
    """Whether a row ends on its own line: every cell is there and the last one leaves no list open."""
    if any(_opens_quote(cell) for cell in cells if cell[:1] == '"'):
        return False
    return len(cells) >= width and not is_list_open(cells[-1])


def is_list_open(cell: str) -> bool:
    """Whether a list of `cell` is never closed."""
    if "<" not in cell or cell.rstrip().endswith(("</ul>", "</ol>")):
        return False
    closings = _LIST_TAGS.findall(cell)
    return len(closings) > 2 * closings.count("/")


def _opens_quote(cell: str) -> bool:
    """Whether a quoted field begins here and ends on a later line."""
    body = cell[1:].rstrip()
    return (len(body) - len(body.rstrip('"'))) % 2 == 0 and body.count('"') % 2 == 0


def _join_lines(lines: list[str], position: int, width: int) -> tuple[list[str], int]:
    """The cells of the row that begins at `position`, and how many lines it takes."""
    first = lines[position].split(TAB)
    joined = _join_quoted(lines, position, width) or _join_open(lines, position, width)
    return joined or (first, 1)


def _join_quoted(lines: list[str], position: int, width: int) -> tuple[list[str], int] | None:
    """A row with a quoted field that ends on a later line, as spreadsheets write them."""
    text = lines[position]
    if not _opens_quote(text.split(TAB)[-1]) or text.split(TAB)[-1][:1] != '"':
        return None
    for taken in range(1, min(_FURTHEST, len(lines) - position)):
        text += "\n" + lines[position + taken]
        cells = text.split(TAB)
        if len(cells) > max(width, 1):
            return None
        quoted = [cell for cell in cells if cell[:1] == '"']
        if quoted and not _opens_quote(quoted[-1]):
            return cells, taken + 1
    return None


def _join_open(lines: list[str], position: int, width: int) -> tuple[list[str], int] | None:
    """A row whose cell goes on below: a list left open, or cells that complete the row."""
    cells = lines[position].split(TAB)
    for taken in range(1, min(_FURTHEST, len(lines) - position)):
        line = lines[position + taken]
        if not line.strip():
            continue
        more = line.split(TAB)
        if not _belongs(cells, more, width):
            return None
        cells = [*cells[:-1], f"{cells[-1]}\n{more[0]}", *more[1:]]
        if len(cells) >= width and not is_list_open(cells[-1]):
            return cells, taken + 1
    return None


def _belongs(cells: list[str], more: list[str], width: int) -> bool:
    """Whether the line `more` goes on with the row `cells`."""
    together = len(cells) + len(more) - 1
    if together > width or len(more) >= width > 1:
        return False
    if len(more) > 1 and _NUMBERED.match(more[0]):
        return False
    return (
        is_list_open(cells[-1])
        or bool(_CONTINUES.match(more[0]))
        or (together == width and bool(more[0].strip()))
    )


def _unquote(cells: list[str]) -> list[str]:
    return [_unquote_cell(cell) if cell[:1] == '"' else cell for cell in cells]


def _unquote_cell(cell: str) -> str:
    """A field without the quotes that a spreadsheet put round it; quotes that an author typed stay."""
    body = cell.strip()
    inner = body[1:-1]
    if len(body) < 2 or body[-1] != '"' or '"' in inner.replace('""', ""):  # noqa: PLR2004
        return cell
    return inner.replace('""', '"') if '""' in inner or "," in inner or "\n" in inner else cell
