"""A plan in the other shape of its table: a row an action, with the recommendation merged or repeated."""

from itertools import zip_longest

from msgspec.structs import replace

from send_extract.document import Block, Cell, Document, Paragraph, Row, Run, Table
from send_extract.plan import Plan, Recommendation

HEADINGS = ("No", "Recommendation (verbatim)", "Summary actions", "When (2022)", "Who", "Measure of success")


def tabulate_actions(plan: Plan, document: Document, *, merged: bool) -> Document:
    """`document`, its table made again from `plan` with a row an action; what stands outside it stays."""
    rows = [Row(tuple(make_cell(heading) for heading in HEADINGS))]
    for record in plan.recommendations:
        rows += _tabulate_record(record, merged=merged)
    table = Table(tuple(rows))
    elements = tuple(each if isinstance(each, Paragraph) else table for each in document.elements)
    return replace(document, elements=elements)


def _tabulate_record(record: Recommendation, *, merged: bool) -> list[Row]:
    rows: list[Row] = []
    words = Cell((Block((Run(record.text), *(Run(f" *{note}", "b") for note in record.notes))),))
    for action, measure in zip_longest(record.actions, record.measures):
        again = "row" if rows else ""
        cells = (
            make_cell(record.number, again),
            replace(words, span=again),
            make_cell(action.text if action else ""),
            make_cell(action.when.text if action else ""),
            make_cell(action.who.text if action else ""),
            make_cell(measure.text if measure else ""),
        )
        rows.append(Row(cells if merged else tuple(replace(cell, span="") for cell in cells)))
    return rows or [Row((make_cell(record.number), words, *[Cell()] * 4))]


def make_cell(text: str, span: str = "") -> Cell:
    return Cell((Block((Run(text),)),), span) if text else Cell()
