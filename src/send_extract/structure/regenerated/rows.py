"""The records of a Markdown as the rows of one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from send_extract.document import Cell, Row, Table, make_cell
from send_extract.settings import Field
from send_extract.source import Location
from send_extract.structure.regenerated.records import OWN, RECOMMENDATION, PrintedRecord, Step

_FIELDS: tuple[Field, ...] = ("number", "recommendation", "actions", "when", "who", "measures")
_USUAL = ("No", "Action", "When", "In full", "Who")
_MEASURES = "Measures of success"


class Labels(NamedTuple):
    """The headings of the columns that every recommendation has."""

    number: str
    recommendation: str
    actions: str
    when: str
    who: str
    measures: str

    def name_fields(self) -> dict[str, Field]:
        """The field of each."""
        return dict(zip(self, _FIELDS, strict=True))


def find_labels(records: Sequence[PrintedRecord]) -> Labels:
    """The columns' headings, from the first table of actions and the first list of measures; no two alike."""
    printed = next((record.headings for record in records if record.headings), _USUAL)
    number, actions, when, _, who = (*printed, *[""] * OWN)[:OWN]
    measures = next((record.measured for record in records if record.measured), _MEASURES)
    usual = Labels("No", RECOMMENDATION, "Action", "When", "Who", _MEASURES)
    given = (number, RECOMMENDATION, actions, when, who, measures)
    return Labels(
        *(
            label if label and given.count(label) == 1 else name
            for label, name in zip(given, usual, strict=True)
        )
    )


def build_table(records: Sequence[PrintedRecord]) -> Table:
    """The table of all records: a column for each label, a row or more for each record."""
    labels = find_labels(records)
    records = [_rename_own(record, labels) for record in records]
    headings = tuple(dict.fromkeys((*labels, *_name_own(records))))
    header = Row(tuple(map(make_cell, headings)), records[0].location, is_header=True)
    rows = chain.from_iterable(_build_rows(record, labels, headings) for record in records)
    return _drop_wordless(Table((header, *rows), records[0].location))


def _name_own(records: Iterable[PrintedRecord]) -> Iterator[str]:
    """The labels that remarks and columns of the actions' own have."""
    for record in records:
        for label, _ in chain(record.remarks, *(step.own for step in record.steps)):
            yield label


def _rename_own(record: PrintedRecord, labels: Labels) -> PrintedRecord:
    """The record with a number behind a label of its own that is the heading of another column (`Date` twice)."""
    kept = {labels.when, labels.who}
    remarks = tuple(
        (f"{label} (2)" if label in labels and label not in kept else label, words)
        for label, words in record.remarks
    )
    steps = tuple(
        replace(
            step,
            own=tuple((f"{label} (2)" if label in labels else label, cell) for label, cell in step.own),
        )
        for step in record.steps
    )
    return replace(record, remarks=remarks, steps=steps)


def _drop_wordless(table: Table) -> Table:
    """The table without its column of recommendations, where none has words: its rows are actions alone."""
    place = Labels._fields.index("recommendation")
    if any(row.cells[place].blocks for row in table.rows[1:]):
        return table
    rows = (replace(row, cells=row.cells[:place] + row.cells[place + 1 :]) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _build_rows(record: PrintedRecord, labels: Labels, headings: Sequence[str]) -> Iterator[Row]:
    """One row with lists in its cells where its When and Who cells are known as a whole, else a row an action."""
    cells = _build_cells(record, labels, headings)
    when = _find_when(record, labels, cells[labels.when].text)
    if when is not None and not _vary(record.steps, cells[labels.who].text):
        blocks = dict.fromkeys(chain.from_iterable(step.words for step in record.steps))
        cells |= {labels.actions: Cell(tuple(blocks)), labels.when: make_cell(when)}
        yield _lay_row(cells, headings, record.location)
        return
    rest = _find_rest(record, cells, labels)
    if rest:
        yield _lay_row(cells | rest, headings, record.location)
    for index, step in enumerate(record.steps):
        row = _build_step(step, labels) if index or rest else cells | _build_step(step, labels)
        yield _lay_row(row, headings, step.location if index else record.location)


def _find_rest(record: PrintedRecord, cells: Mapping[str, Cell], labels: Labels) -> dict[str, Cell]:
    """The lines of the whole When and Who cells that no action has, where there are any or more is said."""
    steps = record.steps
    whens, whos = [step.when for step in steps], [step.who for step in steps]
    rest = {labels.when: _leave(cells[labels.when], whens), labels.who: _leave(cells[labels.who], whos)}
    is_needed = any(cell.blocks for cell in rest.values()) or _says_more(record, labels)
    return rest if is_needed and any((*whens, *whos)) else {}


def _says_more(record: PrintedRecord, labels: Labels) -> bool:
    """Whether a remark is of a recommendation with several actions, and of none of these alone."""
    own = {label for step in record.steps for label, _ in step.own} | {*labels}
    return len(record.steps) > 1 and any(label not in own for label, _ in record.remarks)


def _leave(cell: Cell, taken: Iterable[str]) -> Cell:
    """The lines of a cell that are none of those `taken`."""
    lines = {line for text in taken for line in text.split("\n")}
    return make_cell("\n".join(line for line in cell.text.split("\n") if line not in lines))


def _build_cells(record: PrintedRecord, labels: Labels, headings: Sequence[str]) -> dict[str, Cell]:
    """What a recommendation has but for its actions, by the columns' headings."""
    return {label: _make_remarks(record, label) for label in headings} | {
        labels.number: make_cell(record.number),
        labels.recommendation: Cell(record.words),
        labels.measures: Cell(record.measures),
    }


def _build_step(step: Step, labels: Labels) -> dict[str, Cell]:
    who = {labels.who: make_cell(step.who)} if step.who else {}
    return dict(step.own) | {labels.actions: Cell(step.words), labels.when: make_cell(step.when)} | who


def _vary(steps: Sequence[Step], who: str) -> bool:
    """Whether an action says something of its own that one row for all of them could not."""
    owners = {step.who for step in steps} - {"", who}
    texts = [block.text for step in steps for block in step.words[-1:]]
    return (
        bool(owners)
        or any(cell.blocks for step in steps for _, cell in step.own)
        or len(set(texts)) < len(texts)
    )


def _find_when(record: PrintedRecord, labels: Labels, printed: str) -> str | None:
    """The When cell as a whole, where it is known; None where each step has its own."""
    cell = "\n".join(step.when for step in record.steps)
    for label, words in record.comments:
        if label == labels.when and words.split() == cell.split():
            return words
    return None if cell.strip() else printed


def _lay_row(cells: Mapping[str, Cell], headings: Sequence[str], place: Location) -> Row:
    return Row(tuple(cells.get(heading, Cell()) for heading in headings), place)


def _make_remarks(record: PrintedRecord, label: str) -> Cell:
    return Cell(tuple(block for name, block in record.remarks if name == label and block.text))
