"""Physical lines to records: a line of words, or a row of cells that may have run over several lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from send_extract.patterns import compile_later
from send_extract.readers.decoding import even_lines
from send_extract.readers.delimited.dialects import (
    Dialect,
    choose_dialect,
    is_broken,
    read_broken,
    split_pipes,
    split_tabs,
)
from send_extract.readers.lines import find_marker, join_broken_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from send_extract.readers.delimited.wrapping import RowOfLines

_LIST_TAGS = compile_later(r"<(/?)(?:ul|ol)\b", re.IGNORECASE)
_CONTINUES = compile_later(r"\s*</?(?:li|ul|ol|p|b|i|em|strong|br|span)\b", re.IGNORECASE)
_NUMBERED = compile_later(r"\W{0,2}[A-Za-z]{0,4}\.?\s?\d+(?:[.)]\d+)*\s?(?:[a-z]|\([ivx]+\))?[.):]?\s*$")
_YEAR = compile_later(r"\d{4}")
_UNFINISHED = compile_later(r"</?[A-Za-z][^<>]*$")
_RARE_ENDS = compile_later("[\n\v\x85\u2028\u2029]")
_FURTHEST = 200
"""How many lines a row may run over: further, and an open tag or quote is only an open tag or quote."""


class Record(NamedTuple):
    """One line of words (a single cell) or one row of cells, and the number of its first line from 1."""

    cells: list[str]
    line: int


class Joined(NamedTuple):
    """A row's cells, and how many lines they stood on."""

    cells: list[str]
    taken: int


def split_lines(text: str) -> list[str]:
    """The physical lines of `text`, whatever ends them; rare line ends count where there is no other."""
    lines = even_lines(text).replace("\f", "").split("\n")
    return lines if any(line.strip() for line in lines[1:]) else _RARE_ENDS.split(text)


class Records(NamedTuple):
    """The records of a text, and how it shows that it was cut off, in words (None where it does not)."""

    records: list[Record]
    cut: str | None = None


def read_records(text: str) -> Records:
    """Every record of a delimited text but its blank lines."""
    lines = split_lines(_draw_plainly(text))
    dialect = choose_dialect(lines)
    drawn = _read_drawn(lines, dialect)
    if drawn is not None:
        return Records([Record(cells, line) for cells, line in drawn])
    if dialect.width == 0 and is_broken(lines):
        return Records([Record(cells, line) for cells, line in read_broken(lines)])
    if dialect.split is split_pipes:
        lines = join_broken_rows(lines)
    records = _read_rows(lines, dialect)
    return Records(records, _find_cut(records, dialect.width, is_ended=not lines[-1].strip()))


def _draw_plainly(text: str) -> str:
    """`text` with its boxes drawn by `+`, `-` and `|`."""
    if not any(upright in text for upright in "│┃║"):
        return text
    from send_extract.readers.delimited.grids import BOX  # noqa: PLC0415 - hardly any draft has boxes

    return text.translate(BOX)


def _read_drawn(lines: Sequence[str], dialect: Dialect) -> list[RowOfLines] | None:
    """The rows of a table drawn with characters, or with its columns under one another; None where there is none."""
    if dialect.width and dialect.split is split_tabs:
        return None
    from send_extract.readers.delimited.aligned import read_aligned  # noqa: PLC0415 - most drafts have tabs
    from send_extract.readers.delimited.grids import is_grid, read_grids  # noqa: PLC0415 - likewise

    if is_grid(lines):
        return read_grids(lines)
    is_spaced = dialect.width == 0 or not any("|" in line for line in lines)
    return read_aligned(lines) if is_spaced else None


def _read_rows(lines: Sequence[str], dialect: Dialect) -> list[Record]:
    split, width = dialect
    records: list[Record] = []
    position, count = 0, len(lines)
    while position < count:
        line = lines[position]
        cells = split(line) if line else []
        taken = 1
        if len(cells) > 1:
            if not _is_whole(cells, width):
                cells, taken = _join_lines(lines, position, dialect)
            if '"' in line and split is split_tabs:
                cells = [_unquote(cell) if cell[:1] == '"' else cell for cell in cells]
            records.append(Record(cells, position + 1))
        elif cells and not cells[0].isspace():
            records.append(Record(cells, position + 1))
        position += taken
    return records


def _find_cut(records: Sequence[Record], width: int, *, is_ended: bool) -> str | None:
    """How the last row shows that the text was cut off; `is_ended` says that the text ends with a line's end."""
    if not records or len(records[-1].cells) < 2:  # noqa: PLR2004 - a line of words ends as it likes
        return None
    cells = records[-1].cells
    if _UNFINISHED.search(cells[-1]):
        return "its last row ends inside a tag"
    if is_list_open(cells[-1]) and not is_ended and not cells[-1].rstrip().lower().endswith("</li>"):
        return "the last list of its last row is never closed"
    is_short = len(cells) < width and _is_of_plan(records, width)
    return None if is_ended or not is_short else "its last row has cells missing and no line's end"


def _is_of_plan(records: Sequence[Record], width: int) -> bool:
    """Whether the last row is one of the plan's: numbered, or with no line of words since a row as wide as it."""
    if _NUMBERED.match(records[-1].cells[0]):
        return True
    counts = (len(record.cells) for record in reversed(records))
    return next((count for count in counts if count == 1 or count >= width), 1) > 1


def _is_whole(cells: list[str], width: int) -> bool:
    """Whether a row ends on its own line: every cell is there, the last leaves no list and none a quote open."""
    if len(cells) < width or is_list_open(cells[-1]):
        return False
    return not any(_opens_quote(cell) for cell in cells if cell[:1] == '"')


def is_list_open(cell: str) -> bool:
    """Whether a list of `cell` is never closed."""
    if "<" not in cell or cell.endswith(("</ul>", "</ol>")):
        return False
    tags = _LIST_TAGS.findall(cell)
    return len(tags) > 2 * tags.count("/")


def _opens_quote(cell: str) -> bool:
    """Whether a quoted field begins here and ends on a later line."""
    body = cell[1:].rstrip()
    return (len(body) - len(body.rstrip('"'))) % 2 == 0 and body.count('"') % 2 == 0


def _join_lines(lines: Sequence[str], position: int, dialect: Dialect) -> Joined:
    """The row that begins at `position`, with the lines that it runs over."""
    joined = (
        _join_quoted(lines, position, dialect)
        or _join_open(lines, position, dialect)
        or _join_typed(lines, position, dialect)
    )
    return joined or Joined(dialect.split(lines[position]), 1)


def _join_quoted(lines: Sequence[str], position: int, dialect: Dialect) -> Joined | None:
    """A row with a quoted field that ends on a later line, as spreadsheets write them."""
    text = lines[position]
    last = dialect.split(text)[-1]
    if last[:1] != '"' or not _opens_quote(last):
        return None
    for taken in range(1, min(_FURTHEST, len(lines) - position)):
        text += "\n" + lines[position + taken]
        cells = dialect.split(text)
        if len(cells) > max(dialect.width, 1):
            return None
        quoted = [cell for cell in cells if cell[:1] == '"']
        if quoted and not _opens_quote(quoted[-1]):
            return Joined(cells, taken + 1)
    return None


def _join_open(lines: Sequence[str], position: int, dialect: Dialect) -> Joined | None:
    """A row whose cell goes on below: a list left open, or cells that complete the row."""
    cells = dialect.split(lines[position])
    for taken in range(1, min(_FURTHEST, len(lines) - position)):
        line = lines[position + taken]
        if not line.strip():
            continue
        more = dialect.split(line)
        if not more or not _belongs(cells, more, dialect.width):
            return None
        cells = [*cells[:-1], f"{cells[-1]}\n{more[0]}", *more[1:]]
        if len(cells) >= dialect.width and not is_list_open(cells[-1]):
            return Joined(cells, taken + 1)
    return None


def _join_typed(lines: Sequence[str], position: int, dialect: Dialect) -> Joined | None:
    """A row with lists typed into its cells, an item a line: up to the line after which a numbered row begins."""
    cells = dialect.split(lines[position])
    is_listed, whole = False, None
    for taken in range(1, min(_FURTHEST, len(lines) - position)):
        line = lines[position + taken]
        more = dialect.split(line)
        if not line.strip() or (len(more) > 1 and _NUMBERED.match(more[0]) and not _YEAR.search(more[0])):
            break
        is_listed = is_listed or find_marker(cells[-1]) > 0 or find_marker(more[0]) > 0
        if len(cells) == dialect.width and not find_marker(more[0]):
            break
        cells = [*cells[:-1], f"{cells[-1]}\n{more[0]}", *more[1:]]
        if len(cells) > dialect.width:
            return None
        if len(cells) == dialect.width:
            whole = Joined(cells, taken + 1)
    return whole if is_listed else None


def _belongs(cells: list[str], more: list[str], width: int) -> bool:
    """Whether the line `more` goes on with the row `cells`."""
    together = len(cells) + len(more) - 1
    if together > width or len(more) >= width > 1:
        return False
    if len(more) > 1 and _NUMBERED.match(more[0]):
        return False
    if is_list_open(cells[-1]) or _CONTINUES.match(more[0]):
        return True
    return together == width and bool(more[0].strip())


def _unquote(cell: str) -> str:
    """A field without the quotes that a spreadsheet put round it; quotes that an author typed stay."""
    body = cell.strip()
    inner = body[1:-1]
    if len(body) < 2 or body[-1] != '"' or '"' in inner.replace('""', ""):  # noqa: PLR2004 - the two quotes
        return cell
    return inner.replace('""', '"') if '""' in inner or "," in inner or "\n" in inner else cell
