"""Columns of posts in which letters say who does what (RACI): the owners are the headings, each with its letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import filterfalse
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.document import Cell, Row, make_cell
from send_extract.extraction.columns import Columns, list_others, rename_columns
from send_extract.headings import EXTRA
from send_extract.headings.periods import is_period
from send_extract.patterns import compile_later
from send_extract.runs import list_ranges
from send_extract.settings import HELD
from send_extract.values.owner.kinds import kind_of

if TYPE_CHECKING:
    from send_extract.extraction.headings import HeadedRows

_LETTERS = compile_later(r"\s*[RACISL](?:\s*[/,&+]?\s*[RACISL])*\s*")
_LETTER = compile_later(r"[RACISL]")
_BLANK = compile_later(r"\s*[–—-]?\s*")
_RATED = compile_later(r"(?i)\b(?:rag|b?rag|status|rating|risk|score|priority|level)\b")
_FEWEST = 2
_EMPTY = Cell()
_OWNERS = frozenset(("initials", "name", "position", "body", "department", "people"))
_HELD = frozenset((EXTRA, *HELD))


def read_matrix(part: HeadedRows, guessed: dict[str, str]) -> HeadedRows:
    """Rows with the headings of lettered columns as their owners; that these are so is put among what is `guessed`."""
    run = _find_matrix(part.columns, part.rows)
    if run is None:
        return part
    columns = part.columns
    guessed.update(dict.fromkeys(columns.headings[run.start : run.stop], "who"))
    rows = tuple([_name_owners(row, columns.headings, run) for row in part.rows])
    return replace(part, columns=rename_columns(columns, dict.fromkeys(run, "who")), rows=rows)


def _find_matrix(columns: Columns, rows: Sequence[Row]) -> range | None:
    """The places of columns side by side that hold letters of roles and nothing else; None where there are none."""
    own = [row for row in rows if not row.is_header]
    lettered = [place for place in range(len(columns.headings)) if _is_lettered(columns, place, own)]
    runs = (run for run in list_ranges(lettered, _FEWEST) if list_others(columns, run).isdisjoint(HELD))
    return next((run for run in runs if _has_roles(columns, run, own)), None)


def _is_lettered(columns: Columns, place: int, rows: Sequence[Row]) -> bool:
    """Whether a column's cells are letters of roles or empty, under a heading that rates nothing and is no period."""
    heading = columns.headings[place]
    if columns.fields[place] not in _HELD or _RATED.search(heading) or is_period(heading):
        return False
    texts = [row.at(place).text for row in rows if row.at(place).span != "column"]
    others = list(filterfalse(_LETTERS.fullmatch, texts))
    return len(others) < len(texts) and all(map(_BLANK.fullmatch, others))


def _has_roles(columns: Columns, run: range, rows: Sequence[Row]) -> bool:
    """Whether somebody is responsible, and somebody more or less than that; red and amber are letters as well."""
    letters = {letter for row in rows for place in run for letter in _LETTER.findall(row.at(place).text)}
    are_owners = all(kind_of(columns.headings[place]) in _OWNERS for place in run)
    return "R" in letters and len(letters) > 1 and (are_owners or not letters.isdisjoint("CI"))


def _name_owners(row: Row, headings: Sequence[str], run: range) -> Row:
    """A row with its owners in the first of the columns, each with a role: `Clerk (R); Treasurer (A)`."""
    owners = list(_list_owners(row, headings, run))
    if row.is_header or not owners:
        return row
    cells = [_EMPTY if place in run else cell for place, cell in enumerate(row.cells)]
    cells[run.start] = make_cell("; ".join(owners))
    return replace(row, cells=tuple(cells))


def _list_owners(row: Row, headings: Sequence[str], run: range) -> Iterator[str]:
    for place in run:
        text = row.at(place).text
        if _LETTERS.fullmatch(text):
            yield from (f"{headings[place]} ({letter})" for letter in _LETTER.findall(text))
