"""Tables whose columns are told by where their words stand: under the headings, or under a line of dashes.

So `pdftotext -layout`, a terminal and a careful typist print them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from msgspec import Struct

from send_extract.headings import count_fields, is_of_headings
from send_extract.notation.furniture import is_furniture, says_page
from send_extract.notation.marks import find_mark
from send_extract.notation.numbers import begins_row
from send_extract.patterns import compile_later
from send_extract.readers.dialects.evidence import SAMPLE, TextReading, TextRow, find_head
from send_extract.readers.dialects.gutters import Stretch, find_bounds, find_spans
from send_extract.readers.dialects.wrapping import Drawn, is_centred, join_lines, join_rows

_DASHES = compile_later(r"[ \t]*[-=]{2,}(?: +[-=]+)+[ \t]*$|[ \t]*[-=]+(?: +[-=]{2,})+[ \t]*$")
_RULE = compile_later(r"[ \t]*[-=][-= ]*$")
_FEWEST = 2
_MOST_HEADING_LINES = 3
_LONGEST_TITLE = 60
"""Letters of a title between rows; what is longer is a sentence outside."""
_CERTAIN = 3
"""Cells of a line that is a row for certain, where no row stands right above it."""


class LaidHead(Struct, frozen=True):
    """A heading row: where its columns begin, the places of its first line and of the first below it, its cells.

    `is_closed` says that a line of dashes above it draws the columns too.
    """

    bounds: tuple[int, ...]
    first: int
    below: int
    cells: tuple[str, ...]
    is_closed: bool = False


def read_layout(lines: Sequence[str]) -> TextReading:
    """The rows of a table whose columns stand under one another, and the other lines."""
    lines = [line.expandtabs() for line in lines]
    heads = _find_heads(lines)
    found = find_head([heads[0].cells]) if heads else None
    if found is None:
        return TextReading(())
    above = [
        TextRow([line], number) for number, line in enumerate(lines[: heads[0].first], 1) if _has_words(line)
    ]
    ends = [*(head.first for head in heads[1:]), len(lines)]
    bodies = [_read_body(lines[:end], head) for head, end in zip(heads, ends, strict=True)]
    below = [
        row
        for head, body in zip(heads, bodies, strict=True)
        for row in (TextRow(list(head.cells), head.first + 1), *body.rows)
    ]
    return TextReading(
        [*above, *below], len(heads[0].cells), found.known, sum(body.unread for body in bodies)
    )


def _find_heads(lines: Sequence[str]) -> list[LaidHead]:
    """The heading row of a table that has a line of dashes, else of one that has none, with its repetitions."""
    ruled = _find_ruled(lines)
    return [ruled] if ruled else _find_unruled(lines)


def _has_words(line: str) -> bool:
    return not (line.isspace() or _RULE.match(line)) if line else False


def _find_ruled(lines: Sequence[str]) -> LaidHead | None:
    """The headings above a line of dashes that are a plan's."""
    for place, line in enumerate(lines[:SAMPLE]):
        if ("--" in line or "==" in line) and _DASHES.match(line):
            head = _read_ruled(lines, place, tuple(match.start() for match in re.finditer("[-=]+", line)))
            if head:
                return head
    return None


def _read_ruled(lines: Sequence[str], place: int, bounds: tuple[int, ...]) -> LaidHead | None:
    """The heading row above the line of dashes at `place`; None where the words there are no plan's headings."""
    words = takewhile(_has_words, reversed(lines[max(0, place - _MOST_HEADING_LINES) : place]))
    first = place - len([*words])
    above = lines[first:place]
    cells = _join_columns([cut_line(line, bounds) for line in above])
    if count_fields(cells) < _FEWEST or not all(_fits(line, bounds) for line in above):
        return None
    is_closed = first > 0 and _RULE.match(lines[first - 1]) is not None
    return LaidHead(bounds, first, place + 1, cells, is_closed=is_closed)


def _join_columns(lines: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The words that stand under one another, as one."""
    return tuple([" ".join(filter(None, column)) for column in zip(*lines, strict=True)])


def _find_unruled(lines: Sequence[str]) -> list[LaidHead]:
    """The first line that has a plan's headings two or more spaces apart, with the lines that its headings go on.

    Behind it stand those that repeat it, whose columns may stand elsewhere: each page is laid out for itself.
    """
    first = next(filter(lambda place: _has_headings(lines[place]), range(min(len(lines), SAMPLE))), None)
    if first is None:
        return []
    laid = {place: find_spans(lines[place]) for place in _find_repeated(lines, first)}
    ends = [*[*laid][1:], len(lines)]
    bodies: dict[tuple[int, ...], list[str]] = {}
    for (place, spans), end in zip(laid.items(), ends, strict=True):
        bodies.setdefault(_list_starts(spans), []).extend(lines[place + 1 : end])
    return [_extend(lines, place, spans, bodies[_list_starts(spans)]) for place, spans in laid.items()]


def _has_headings(line: str) -> bool:
    """Whether a line has a plan's headings two or more spaces apart."""
    if "  " not in line.strip() or "<" in line:
        return False
    spans = find_spans(line)
    return len(spans) >= _FEWEST and count_fields([span.words for span in spans]) >= _FEWEST


def _find_repeated(lines: Sequence[str], first: int) -> list[int]:
    """The places of the lines that have the words of the one at `first`, from it on."""
    words = lines[first].split()
    return [place for place in range(first, len(lines)) if lines[place].split() == words]


def _list_starts(spans: Sequence[Stretch]) -> tuple[int, ...]:
    return tuple([span.start for span in spans])


def _extend(lines: Sequence[str], place: int, spans: Sequence[Stretch], body: Sequence[str]) -> LaidHead:
    """A heading row with the lines above and below it that its headings run over; `body` is under such headings."""
    first = place
    while first and place - first < _MOST_HEADING_LINES - 1 and _is_above(lines[first - 1], spans):
        first -= 1
        spans = _widen(spans, find_spans(lines[first]))
    bounds = find_bounds(spans, body)
    below = place + 1
    for line in lines[below : first + _MOST_HEADING_LINES]:
        if not _is_below(line, spans, bounds):
            break
        below += 1
    cells = _join_columns([_place(line, spans, bounds) for line in lines[first:below]])
    return LaidHead(bounds, first, below, cells)


def _place(line: str, headings: Sequence[Stretch], bounds: Sequence[int]) -> list[str]:
    """The words of a line of headings, each in its column."""
    cells = [""] * len(headings)
    for span in find_spans(line):
        place = _find_column(span, headings, bounds)
        cells[place] = f"{cells[place]} {span.words}".strip()
    return cells


def _find_column(span: Stretch, headings: Sequence[Stretch], bounds: Sequence[int]) -> int:
    """The column of words: that of the heading which they stand over or under, else that which they begin in."""
    over = [place for place, heading in enumerate(headings) if span.overlaps(heading)]
    return over[0] if over else max(sum(bound <= span.start for bound in bounds) - 1, 0)


def _is_above(line: str, spans: Sequence[Stretch]) -> bool:
    """Whether a line above headings is their first: several short words, each over one of them."""
    upper = find_spans(line)
    return len(upper) >= _FEWEST and all(sum(map(each.overlaps, spans)) == 1 for each in upper)


def _widen(spans: Sequence[Stretch], upper: Sequence[Stretch]) -> list[Stretch]:
    """The spans of headings as wide as the words above them."""
    return [
        Stretch(
            min([span.start, *(each.start for each in upper if span.overlaps(each))]),
            max([span.end, *(each.end for each in upper if span.overlaps(each))]),
            span.words,
        )
        for span in spans
    ]


def _is_below(line: str, headings: Sequence[Stretch], bounds: Sequence[int]) -> bool:
    """Whether a line goes on with the headings above it: each of its words under another."""
    spans = find_spans(line)
    places = [_find_column(span, headings, bounds) for span in spans]
    if not spans or len({*places}) < len(places) or any(find_mark(span.words) for span in spans):
        return False
    return 0 not in places or _are_headings(spans)


def _are_headings(spans: Sequence[Stretch]) -> bool:
    """Whether a line with words under the first heading, where every row begins, has the rest of headings alone."""
    return spans[0].words[0].islower() and all(is_of_headings(span.words) for span in spans)


def cut_line(line: str, bounds: Sequence[int]) -> tuple[str, ...]:
    """The cells of a line, cut at `bounds`; the first has what stands before it."""
    return tuple([line[start:end].strip() for start, end in pairwise((0, *bounds[1:], len(line)))])


def _fits(line: str, bounds: Sequence[int]) -> bool:
    """Whether no word of a line runs over the beginning of a column."""
    return not any(
        line[bound - 1 : bound].strip() and line[bound : bound + 1].strip() for bound in bounds[1:]
    )


class _Body:
    """The rows below a heading row so far, and the lines of the row that is being read."""

    def __init__(self, head: LaidHead, *, is_numbered: bool) -> None:
        self.rows: list[TextRow] = []
        self.unread = 0
        self._head = head
        self._is_numbered = is_numbered
        self._group: list[Drawn] = []
        self._is_apart = True

    def add(self, line: str, number: int) -> None:
        """Reads the next line, `number` from 1."""
        cells = cut_line(line, self._head.bounds)
        if _has_words(line) and self._is_of_table(line, cells):
            if self._is_apart and not _goes_on(cells):
                self.close()
                self._take_title(cells)
            self._group.append(Drawn(cells, number))
            self.unread += _is_askew(cells)
            self._is_apart = False
        elif _has_words(line):
            self.close()
            self.rows.append(TextRow([line], number))
            self.unread += len(find_spans(line)) > 1 and not _fits(line, self._head.bounds)
        elif self._head.is_closed:
            self.close()
        else:
            self._is_apart = True

    def close(self) -> None:
        """Ends the rows that are being read."""
        if self._group:
            is_one = self._head.is_closed or is_centred(self._group, self._head.bounds)
            self.rows += [join_lines(self._group)] if is_one else join_rows(self._group)
        self._group, self._is_apart = [], True

    def _take_title(self, cells: Sequence[str]) -> None:
        """Takes the words right above a numbered row into the table, where they stand under its first heading."""
        above = self.rows[-1] if self.rows else None
        if above and len(above.cells) == 1 and begins_row(cells[0]) and self._is_title(above.cells[0]):
            self.rows[-1] = TextRow([above.cells[0].strip(), *[""] * (len(cells) - 1)], above.line)

    def _is_title(self, line: str) -> bool:
        [first, *others] = find_spans(line)
        is_short = len(first.words) <= _LONGEST_TITLE and not first.words.endswith(".")
        return is_short and not others and first.start < self._head.bounds[1] and not is_furniture(line)

    def _is_of_table(self, line: str, cells: Sequence[str]) -> bool:
        """Whether a line is one of a row's: its words stand under the headings, and are no title or page number."""
        if self._is_furniture(line) or not _stands(line, self._head.bounds):
            return False
        filled = sum(map(bool, cells))
        if filled == 1 and cells[0]:
            return bool(self._group) and not self._is_numbered
        return not self._is_apart or self._begins(cells, filled)

    def _begins(self, cells: Sequence[str], filled: int) -> bool:
        """Whether a line behind other words begins a row, or goes on with one without its first cell."""
        is_wide = filled >= min(_CERTAIN, len(cells))
        return is_wide or begins_row(cells[0]) or (not cells[0] and self._has_row())

    def _is_furniture(self, line: str) -> bool:
        """Whether a line is a page's number; right below a row a bare figure is a year that was wrapped."""
        return says_page(line) or (self._is_apart and is_furniture(line))

    def _has_row(self) -> bool:
        return bool(self._group) or any(len(row.cells) > 1 for row in self.rows)


def _goes_on(cells: Sequence[str]) -> bool:
    """Whether a line behind a blank one goes on with the words above it."""
    return not cells[0] and all(cell[0].islower() for cell in cells if cell)


def _is_askew(cells: Sequence[str]) -> bool:
    """Whether the words of two cells seem to stand under one heading: with a gap between, and another has none."""
    return "" in cells and any("  " in cell for cell in cells)


def _stands(line: str, bounds: Sequence[int]) -> bool:
    """Whether the words of a line stand under the headings; words without a gap under several are a sentence."""
    spans = find_spans(line)
    is_wide = len(spans) == 1 and any(spans[0].start < bound < spans[0].end for bound in bounds[1:])
    return _fits(line, bounds) and not is_wide


def _read_body(lines: Sequence[str], head: LaidHead) -> _Body:
    """The rows below a heading row."""
    first = [cut_line(line, head.bounds)[0] for line in lines[head.below :] if _fits(line, head.bounds)]
    filled = [cell for cell in first if cell]
    body = _Body(head, is_numbered=sum(map(begins_row, filled)) > len(filled) / 2)
    for number, line in enumerate(lines[head.below :], head.below + 1):
        body.add(line, number)
    body.close()
    return body
