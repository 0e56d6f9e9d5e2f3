"""A table of the plan to CSV that opens right in Excel and cannot become a formula there.

UTF-8 with a byte order mark (without one, Excel on Windows reads the text as Windows-1252), commas, CRLF and
quotes where needed (RFC 4180). A cell that a spreadsheet would take as a formula has an apostrophe put before
it; `read_cell` is the exact way back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from send_extract.notation.unseen import UNSEEN
from send_extract.patterns import compile_later
from send_extract.plan import Plan
from send_extract.writers.tables import TableSpec, find_cells

_RISKY = compile_later(rf"(?:['\x0b\x0c]|{UNSEEN})*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet takes as the start of a formula, with the wide forms that East Asian versions take too.

What prints nothing before it does not count, since programs drop that as they read; nor do apostrophes, so that one
more can be told. Source: OWASP, "CSV Injection".
"""


def write_table(table: TableSpec, plan: Plan) -> bytes:
    """The bytes of a table's CSV, its heading row first."""
    return write_rows([column.name for column in table.columns], find_cells(table, plan))


def write_rows(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The bytes of a CSV of rows of values."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_write_cell(value) for value in cells] for cells in rows)
    return text.getvalue().encode("utf-8-sig")


def _write_cell(value: object) -> str:
    """A value in the words of Table Schema: `true`, `2022-03-31`, empty for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guard_cell(value) if isinstance(value, str) else str(value)


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
