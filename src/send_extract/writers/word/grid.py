"""A plan as rows of cells: each action in its own row, what is said of its whole recommendation beside all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from send_extract.plan import Action, Plan, Recommendation
from send_extract.segmentation.spans import join_timing
from send_extract.settings import HELD, TIMED
from send_extract.source import Location
from send_extract.writers.word.body import PrintedCell, PrintedRow, make_line
from send_extract.writers.word.columns import PrintedColumn, find_columns
from send_extract.writers.word.printing import print_actions, print_text, print_whole
from send_extract.writers.word.sharing import SharedOut, share_out

_ACCOUNTABLE = "Accountable: "
_ARROW = " \u2192 "


def lay_plan(plan: Plan) -> tuple[PrintedRow, ...]:
    """The table of a plan, its headings first."""
    columns = find_columns(plan)
    headings = (make_line(column.heading, "cell", Location(column=column.heading)) for column in columns)
    return (PrintedRow(tuple(PrintedCell((line,)) for line in headings)), *_lay_records(plan, columns))


def _lay_records(plan: Plan, columns: Sequence[PrintedColumn]) -> Iterator[PrintedRow]:
    has_column = any(column.field == "section" for column in columns)
    above = None
    for record in plan.recommendations:
        if record.section != above and record.section and not has_column:
            title = PrintedCell((make_line(record.section, "section"),), columns=len(columns))
            yield PrintedRow((title,), stays=True)
        above = record.section
        yield from _lay_record(record, columns)


MOST_STAYING = 8
"""Rows of a recommendation that are kept on one page; more of them may be parted."""


def _lay_record(record: Recommendation, columns: Sequence[PrintedColumn]) -> Iterator[PrintedRow]:
    shared = share_out(record)
    laid = [_lay_column(shared, column, columns) for column in columns]
    count = len(shared.rows)
    for place in range(count):
        cells = tuple(cells[place] for cells in laid)
        yield PrintedRow(cells, stays=place < count - 1 and count <= MOST_STAYING)


def _lay_column(
    shared: SharedOut, column: PrintedColumn, columns: Sequence[PrintedColumn]
) -> list[PrintedCell]:
    """The cells of a column in the rows of a recommendation."""
    field, count = column.field, len(shared.rows)
    if field == "actions":
        return [PrintedCell(tuple(print_actions(row))) for row in shared.rows]
    if field in TIMED or field in HELD:
        fields = [each.field for each in columns]
        return [_lay_mention(each, field, fields) for each in shared.holders]
    own = [_lay_own(each, column.key) for each in shared.holders]
    if any(cell.lines for cell in own):
        return own
    lines = tuple(print_whole(shared.record, column, columns))
    return [PrintedCell(lines, count), *[PrintedCell(rows=0)] * (count - 1)]


def _lay_own(holder: Action | Recommendation, heading: str) -> PrintedCell:
    """What an action's own row says in a column that has no field of an action."""
    own = holder.extra.get(heading, "") if isinstance(holder, Action) else ""
    return PrintedCell(print_text(own, holder.location))


def _lay_mention(holder: Action | Recommendation, field: str, fields: Sequence[str]) -> PrintedCell:
    """The timing or the owners of a row, as far as they stand in a column of this field."""
    mention = holder.when if field in TIMED else holder.who
    cut = _cut_timing if field in TIMED else _cut_owner
    return PrintedCell(print_text(cut(mention.text, field, fields), mention.location))


def _cut_timing(text: str, field: str, fields: Sequence[str]) -> str:
    """What stands in a column of timings of those that were put together from several."""
    first, *others = (each for each in fields if each in TIMED)
    if not others:
        return text
    parted = (cells for cells in _find_timings(text) if _is_parted(cells, text, fields))
    return next(parted, {first: text}).get(field, "")


def _is_parted(cells: Mapping[str, str], text: str, fields: Sequence[str]) -> bool:
    """Whether these cells of columns that there are make up a text."""
    known = all(name in fields for name, words in cells.items() if words)
    return known and join_timing(*(cells[name] for name in TIMED)) == text


def _find_timings(text: str) -> Iterator[dict[str, str]]:
    """The ways in which `text` can have been put together, the likeliest first."""
    first, _, revised = text.rpartition(_ARROW)
    for whole, later in ((first, revised.removeprefix("revised ")), (text, "")) if first else ((text, ""),):
        start, _, end = whole.partition(" \u2013 ")
        if end:
            yield dict(zip(TIMED, ("", start, end, later), strict=True))
        if whole.startswith("from "):
            yield dict(zip(TIMED, ("", whole.removeprefix("from "), "", later), strict=True))
        yield dict(zip(TIMED, (whole, "", "", later), strict=True))
        yield dict(zip(TIMED, ("", "", whole, later), strict=True))


def _cut_owner(text: str, field: str, fields: Sequence[str]) -> str:
    """Owners without those of an accountable column, or these alone."""
    if "accountable" not in fields:
        return text
    lines = text.split("\n")
    if field == "accountable":
        return "\n".join(line.removeprefix(_ACCOUNTABLE) for line in lines if line.startswith(_ACCOUNTABLE))
    return "\n".join(line for line in lines if not line.startswith(_ACCOUNTABLE))
