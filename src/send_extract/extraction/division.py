"""Rows that hold more than one recommendation: several numbered ones in a cell, or aims with their actions below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Block, Cell, Row, Run, make_block
from send_extract.extraction.columns import Columns, place_columns
from send_extract.extraction.lists import divide_blocks, divide_runs
from send_extract.extraction.rows import PlacedRow
from send_extract.headings import find_parts
from send_extract.notation.marks import find_mark
from send_extract.notation.numbers import parse_number, take_number
from send_extract.patterns import compile_later
from send_extract.settings import CORE
from send_extract.values.timing import ANY_YEAR, parse_timing

_ANSWERS, _TIMED = frozenset(("who", "when")), frozenset(("actions", "when"))
_NONE = "–"
"""The timing of an action without one."""
_BETWEEN = compile_later(r"\n|\s+/\s+|\s*;\s*|\s+[-–—]\s+|,\s+|\s*[()]\s*")
_MARKS = " /;,–—-()"
Blocks = tuple[Block, ...]


class Divided(Struct, frozen=True):
    """The rows that a table's rows are, and what was odd about those that are several."""

    rows: tuple[PlacedRow, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def divide_rows(rows: Sequence[PlacedRow]) -> Divided:
    """`rows` with each recommendation in a row of its own; what stands beside several is said of each."""
    divided: list[PlacedRow] = []
    diagnostics: list[Diagnostic] = []
    for placed in map(_part_answer, map(_part_deadlines, rows)):
        parts = _divide_row(placed)
        divided += parts
        if len(parts) > 1:
            diagnostics.append(diagnose("row-shared", placed.row.location, count=len(parts)))
    return Divided(tuple(divided), tuple(diagnostics))


def _divide_row(placed: PlacedRow) -> list[PlacedRow]:
    """The rows that a row is, by what is recommended in it; itself alone where that is one."""
    places = placed.columns.find("recommendation")
    if len(places) != 1 or placed.row.at(places[0]).span:
        return [placed]
    part = _part_aims if _names_both(placed.columns, places[0]) else _part_numbered
    return [*part(placed, places[0], divide_blocks(placed.row.at(places[0]).blocks))] or [placed]


def _part_aims(placed: PlacedRow, place: int, blocks: Blocks) -> Iterator[PlacedRow]:
    """A row for each aim, with its actions."""
    return (_place_aim(placed, place, *aim) for aim in _find_aims(_nest(blocks)))


def _part_numbered(placed: PlacedRow, place: int, blocks: Blocks) -> Iterator[PlacedRow]:
    """A row for each numbered recommendation, where no other column numbers them."""
    starts = [] if placed.columns.find("number") else _find_numbered(blocks)
    return (_replace_cell(placed, place, part) for part in _cut(blocks, starts))


# Owners and timings in one column
# ----------------------------------------------------------------------------------------------------------


def _part_answer(placed: PlacedRow) -> PlacedRow:
    """A row whose one column says by whom and by when (`Lead / timescale`), the timings in a column of their own."""
    columns, cells, place = placed.columns, placed.row.cells, _find_answer(placed)
    if place is None:
        return placed
    owners = cells[place].text
    timings = [piece for piece in _BETWEEN.split(owners) if parse_timing(piece, ANY_YEAR).complete]
    for timing in timings:
        owners = owners.replace(timing, "", 1)
    wide = place_columns((*columns.headings, columns.headings[place]), (*columns.fields, "when"))
    row = _replace_cell(placed, place, _make_blocks(owners.split("\n"))).row
    missing = (Cell(),) * (len(columns.headings) - len(cells))
    return PlacedRow(replace(row, cells=(*row.cells, *missing, Cell(_make_blocks(timings)))), wide)


def _find_answer(placed: PlacedRow) -> int | None:
    """The place of the column that says both, where no other says when."""
    columns = placed.columns
    place = next((place for place in columns.find("who") if place < len(placed.row.cells)), None)
    if place is None or columns.find("when"):
        return None
    return place if find_parts(columns.headings[place]) >= _ANSWERS else None


def _make_blocks(texts: Sequence[str]) -> Blocks:
    """The words that a line each leaves, without the marks that parted them."""
    return tuple([make_block(words) for text in texts if (words := text.strip(_MARKS))])


# Actions and their timings in one column
# ----------------------------------------------------------------------------------------------------------


def _part_deadlines(placed: PlacedRow) -> PlacedRow:
    """A row whose one column has the actions, each above its timing (`Action and deadline`), with these apart."""
    columns, cells, place = placed.columns, placed.row.cells, _find_timed(placed)
    if place is None:
        return placed
    actions: list[Block] = []
    timings: list[str] = []
    for block in chain.from_iterable(map(_part_timings, cells[place].blocks)):
        if actions and len(timings) < len(actions) and parse_timing(block.text, ANY_YEAR).complete:
            timings += [_NONE] * (len(actions) - 1 - len(timings)) + [block.text]
        else:
            actions.append(block)
    if not timings:
        return placed
    timings += [_NONE] * (len(actions) - len(timings))
    wide = place_columns((*columns.headings, columns.headings[place]), (*columns.fields, "when"))
    row = _replace_cell(placed, place, tuple(actions)).row
    missing = (Cell(),) * (len(columns.headings) - len(cells))
    return PlacedRow(replace(row, cells=(*row.cells, *missing, Cell(tuple(map(make_block, timings))))), wide)


def _part_timings(block: Block) -> list[Block]:
    """A paragraph, its lines that are a timing apart from those between them."""
    lines = block.text.split("\n")
    is_timing = [parse_timing(line, ANY_YEAR).complete for line in lines]
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    cuts = [start for start, pair in zip([*starts][1:], pairwise(is_timing), strict=True) if any(pair)]
    return [replace(block, runs=runs) for runs in divide_runs(block.runs, cuts)] if cuts else [block]


def _find_timed(placed: PlacedRow) -> int | None:
    """The place of the column that says both what is done and when, where no other says when."""
    columns = placed.columns
    place = next((place for place in columns.find("actions") if place < len(placed.row.cells)), None)
    if place is None or columns.find("when"):
        return None
    return place if find_parts(columns.headings[place]) >= _TIMED else None


# Several numbered recommendations
# ----------------------------------------------------------------------------------------------------------


def _find_numbered(blocks: Blocks) -> list[int]:
    """Where each of several paragraphs begins that are numbered one after the other, and not from 1: that is a list."""
    numbers = {place: number for place, block in enumerate(blocks) if (number := _read_number(block))}
    counts = [*numbers.values()]
    is_series = (
        len(counts) > 1 and counts[0] > 1 and all(after == before + 1 for before, after in pairwise(counts))
    )
    return [*numbers] if is_series and 0 in numbers else []


def _read_number(block: Block) -> int | None:
    taken = (
        take_number(block.text) or take_number(f"{block.marker} {block.text}") if block.level < 2 else None
    )
    number = taken[0].number if taken else ""
    return int(number) if number.isdecimal() else None


def _cut(blocks: Blocks, starts: Sequence[int]) -> Iterator[Blocks]:
    for start, end in pairwise((*starts, len(blocks))):
        yield (_show_number(blocks[start]), *blocks[start + 1 : end])


def _show_number(block: Block) -> Block:
    """A block with the number that its list's mark is in front of its words."""
    if not block.level or parse_number(block.marker) is None:
        return replace(block, level=0, marker="")
    return Block((Run(f"{block.marker} "), *block.runs))


# Aims with their actions below them
# ----------------------------------------------------------------------------------------------------------


def _names_both(columns: Columns, place: int) -> bool:
    """Whether one heading names both (`Objectives / actions`), where no other column has the actions."""
    return not columns.find("actions") and find_parts(columns.headings[place]) >= CORE


def _nest(blocks: Blocks) -> Blocks:
    """Paragraphs of one level of which numbers begin some and bullets others, with these below the numbered ones."""
    counted = list(map(_is_counted, blocks))
    if {*counted} != {True, False} or len({block.level for block in blocks}) > 1:
        return blocks
    levels = (block.level + (not is_number) for block, is_number in zip(blocks, counted, strict=True))
    return tuple([replace(block, level=level) for block, level in zip(blocks, levels, strict=True)])


def _is_counted(block: Block) -> bool | None:
    """Whether a number begins a paragraph, typed or its list's, and no bullet; None where neither does."""
    mark = find_mark(block.text) or find_mark(f"{block.marker} {block.text}")
    return None if mark is None else mark.counted != ""


def _find_aims(blocks: Blocks) -> Iterator[tuple[Block, Blocks]]:
    """Each aim with what is listed below it; nothing where no list is below anything."""
    top = min((block.level for block in blocks), default=0)
    starts = [place for place, block in enumerate(blocks) if block.level == top]
    if any(block.level > top for block in blocks) and starts[:1] == [0]:
        for start, end in pairwise((*starts, len(blocks))):
            yield _show_number(blocks[start]), blocks[start + 1 : end]


def _place_aim(placed: PlacedRow, place: int, aim: Block, actions: Blocks) -> PlacedRow:
    """The row of one aim, its actions under the same heading in a column of their own."""
    columns = placed.columns
    wide = place_columns((*columns.headings, columns.headings[place]), (*columns.fields, "actions"))
    row = _replace_cell(placed, place, (aim,)).row
    missing = (Cell(),) * (len(columns.headings) - len(row.cells))
    return PlacedRow(replace(row, cells=(*row.cells, *missing, Cell(actions))), wide)


def _replace_cell(placed: PlacedRow, place: int, blocks: Blocks) -> PlacedRow:
    cells = placed.row.cells
    changed: Row = replace(placed.row, cells=(*cells[:place], Cell(blocks), *cells[place + 1 :]))
    return replace(placed, row=changed)
