"""Headings that stand below a table's first heading row: the headings in another order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Row
from send_extract.extraction.columns import Columns, name_columns
from send_extract.notation.furniture import fold_words


class HeadedRows(Struct, frozen=True):
    """Rows of a table under one order of its headings; `header` is the row that gives it, None for the first."""

    columns: Columns
    rows: tuple[Row, ...]
    header: Row | None = None


def part_rows(columns: Columns, rows: Sequence[Row], synonyms: Mapping[str, str]) -> Iterator[HeadedRows]:
    """`rows` in the parts that a row of the same headings in another order begins."""
    part = HeadedRows(columns, ())
    begun = 0
    for position, row in enumerate(rows):
        if not row.is_header or not _is_reordered(row, part.columns):
            continue
        yield replace(part, rows=tuple(rows[begun:position]))
        part = HeadedRows(name_columns(row.texts, synonyms), (), row)
        begun = position + 1
    yield replace(part, rows=tuple(rows[begun:]))


def _is_reordered(row: Row, columns: Columns) -> bool:
    """Whether a heading row has the headings of `columns` in another order."""
    texts, expected = [*map(fold_words, row.texts)], [*map(fold_words, columns.headings)]
    return texts != expected and sorted(texts) == sorted(expected)
