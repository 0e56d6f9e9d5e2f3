"""A table of the plan to CSV that opens right in Excel and cannot become a formula there.

UTF-8 with a byte order mark (without one, Excel on Windows reads the text as Windows-1252), commas, CRLF and
quotes where needed (RFC 4180). A cell that a spreadsheet would take as a formula has an apostrophe put before
it; `read_cell` is the exact way back.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from types import NoneType
from typing import TypeVar

from send_extract.notation.unseen import UNSEEN
from send_extract.patterns import compile_later
from send_extract.plan import Plan
from send_extract.writers.tables import TableSpec

_RISKY = compile_later(rf"(?:['\x0b\x0c]|{UNSEEN})*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet takes as the start of a formula, with the wide forms that East Asian versions take too.

What prints nothing before it does not count, since programs drop that as they read; nor do apostrophes, so that one
more can be told. Source: OWASP, "CSV Injection".
"""


Row = TypeVar("Row")

_ENDING = compile_later(r'[",\r\n]')
_ALIKE = tuple(frozenset((number, str, date, NoneType)) for number in (int, bool))
"""Kinds of which equals are printed alike, as 1, 1.0 and true are not."""
BATCH = 2000
"""Rows that are written at a time."""


def write_table(table: TableSpec, plan: Plan) -> Iterator[bytes]:
    """The bytes of a table's CSV in parts, its heading row first."""
    batches = (
        [list(map(column.value, rows)) for column in table.columns] for rows in _divide(table.rows(plan))
    )
    return _write_columns([column.name for column in table.columns], batches)


def write_rows(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """The bytes of a CSV of rows of values in parts."""
    return _write_columns(headings, (list(zip(*batch, strict=True)) for batch in _divide(rows)))


def _divide(rows: Iterable[Row]) -> Iterator[list[Row]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _write_columns(headings: Sequence[str], batches: Iterable[Iterable[Sequence[object]]]) -> Iterator[bytes]:
    """The bytes of the headings, then those of each batch: column by column is twice as fast as cell by cell."""
    yield codecs.BOM_UTF8 + f"{','.join(headings)}\r\n".encode()
    for columns in batches:
        lines = map(",".join, zip(*map(_print_column, columns), strict=True))
        yield ("\r\n".join(lines) + "\r\n").encode()


def _print_column(values: Sequence[object]) -> list[str]:
    """The values of a column; each is printed once, however often it stands there, where equals are printed alike."""
    kinds = {*map(type, values)}
    if not any(map(kinds.issubset, _ALIKE)):
        return list(map(_print_cell, values))
    printed = {value: _print_cell(value) for value in {*values}}
    return [printed[value] for value in values]


def _print_cell(value: object) -> str:
    """A value in the words of Table Schema: `true`, `2022-03-31`, empty for none."""
    if isinstance(value, str):
        text = value if value[:1].isalnum() else guard_cell(value)  # with a letter no formula begins
        return '"' + text.replace('"', '""') + '"' if _ENDING.search(text) else text
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def guard_cell(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet could take it as a formula.

    Text that begins so after apostrophes of its own has one put before it too, so that `read_cell` is exact.
    """
    return f"'{text}" if _is_risky(text) else text


def read_cell(text: str) -> str:
    """The words of a cell that `guard_cell` wrote: one apostrophe off where a formula's start follows it."""
    return text[1:] if text.startswith("'") and _is_risky(text) else text


def _is_risky(text: str) -> bool:
    return _RISKY.match(text) is not None
