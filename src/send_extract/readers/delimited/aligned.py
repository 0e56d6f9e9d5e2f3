"""Tables whose columns are told by where their words begin: under the headings, or under a line of dashes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from send_extract.headings import count_fields
from send_extract.patterns import compile_later
from send_extract.readers.delimited.wrapping import Drawn, RowOfLines, join_lines, join_rows
from send_extract.readers.lines import find_marker

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASHES = compile_later(r"[ \t]*-{2,}(?: +-+)+[ \t]*$|[ \t]*-+(?: +-{2,})+[ \t]*$")
_RULE = compile_later(r"[ \t]*-[ -]*$")
_CELL = compile_later(r"\S+(?: \S+)*")
_GAPS = compile_later(r"\S {2,}(?=\S)")
_PAGE = compile_later(r"\s*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*$", re.IGNORECASE)
_FEWEST = 2
_CERTAIN = 3
_FURTHEST = 400


class Head(NamedTuple):
    """A heading row: where its columns begin, the places of its first line and of the first below it, its cells.

    `has_rule` says that a line of dashes under it draws the columns, `is_closed` that one above it does too.
    """

    starts: tuple[int, ...]
    first: int
    below: int
    cells: tuple[str, ...]
    has_rule: bool = False
    is_closed: bool = False


def read_aligned(lines: Sequence[str]) -> list[RowOfLines] | None:
    """The rows of a table whose columns stand under one another, and the other lines; None where there is none."""
    head = _find_ruled(lines) or _find_head(lines)
    if head is None:
        return None
    rows = [
        RowOfLines([line], number) for number, line in enumerate(lines[: head.first], 1) if _has_words(line)
    ]
    rows.append(RowOfLines(list(head.cells), head.first + 1))
    body = _read_body(lines, head)
    return None if body is None else rows + body


def _has_words(line: str) -> bool:
    return not (line.isspace() or _RULE.match(line)) if line else False


def _find_ruled(lines: Sequence[str]) -> Head | None:
    """The headings above a line of dashes that are a plan's."""
    for place, line in enumerate(lines[:_FURTHEST]):
        if "--" not in line or not _DASHES.match(line):
            continue
        starts = tuple(match.start() for match in re.finditer("-+", line))
        first = place
        while first and _has_words(lines[first - 1]) and place - first < _CERTAIN:
            first -= 1
        cut = [cut_line(each, starts) for each in lines[first:place]]
        if not cut or not all(_fits(each, starts) for each in lines[first:place]):
            continue
        cells = tuple(" ".join(filter(None, column)) for column in zip(*cut, strict=True))
        if count_fields(cells) >= _FEWEST:
            is_closed = first > 0 and _RULE.match(lines[first - 1]) is not None
            return Head(starts, first, place + 1, cells, has_rule=True, is_closed=is_closed)
    return None


def _find_head(lines: Sequence[str]) -> Head | None:
    """The first line that has a plan's headings, two or more spaces apart."""
    for place, line in enumerate(lines[:_FURTHEST]):
        if "  " not in line.strip() or "<" in line:
            continue
        matches = list(_CELL.finditer(line))
        cells = tuple(match.group() for match in matches)
        if len(cells) >= _FEWEST and count_fields(cells) >= _FEWEST:
            return _extend(Head(tuple(match.start() for match in matches), place, place + 1, cells), lines)
    return None


def _extend(head: Head, lines: Sequence[str]) -> Head:
    """A heading row with the lines below it that have nothing under its first heading: no row begins so."""
    while head.below < len(lines) and head.below - head.first < _CERTAIN:
        line = lines[head.below]
        more = cut_line(line, head.starts)
        if not any(more) or more[0] or not _fits(line, head.starts) or any(map(find_marker, more)):
            break
        cells = tuple(f"{above} {below}".strip() for above, below in zip(head.cells, more, strict=True))
        head = head._replace(cells=cells, below=head.below + 1)
    return head


def cut_line(line: str, starts: Sequence[int]) -> tuple[str, ...]:
    """The cells of a line that begin at `starts`; the first has what stands before it."""
    ends = (*starts[1:], len(line))
    return tuple(
        line[start if place else 0 : end].strip()
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


def _fits(line: str, starts: Sequence[int]) -> bool:
    """Whether no word of a line runs over the beginning of a column."""
    return all(line[start - 1 : start].isspace() or not line[start - 1 : start] for start in starts[1:])


def _read_body(lines: Sequence[str], head: Head) -> list[RowOfLines] | None:
    """The rows below a heading row; None where the words do not stand under the headings."""
    rows: list[RowOfLines] = []
    group: list[Drawn] = []
    for number, line in enumerate(lines[head.below :], head.below + 1):
        cells = cut_line(line, head.starts) if _has_words(line) else ()
        filled = 0 if _PAGE.match(line) else sum(map(bool, cells))
        if filled and _fits(line, head.starts) and (group or filled >= min(_CERTAIN, len(head.starts))):
            group.append(Drawn(cells, number))
            continue
        if filled and _GAPS.search(line) and (group or not rows) and not head.has_rule:
            return None
        rows += _close(group, head)
        group = []
        if _has_words(line):
            rows.append(RowOfLines([line], number))
    rows += _close(group, head)
    return rows if any(len(row.cells) > 1 for row in rows) else None


def _close(group: Sequence[Drawn], head: Head) -> list[RowOfLines]:
    if not group:
        return []
    return [join_lines(group)] if head.is_closed else join_rows(group)
