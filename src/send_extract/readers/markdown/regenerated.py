"""The plan that this program writes as Markdown, put back into the table that it was made from.

Its rules stand in `docs/outputs.md`; the template that follows them is `writers/templates/plan.md.jinja`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Block, Cell, Paragraph, Row, Run, Table
from send_extract.source import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MARK = "<!-- send-extract 1."
_PART, _RECORD = 2, 3
"""The levels of the headings of the plan's parts, and of its recommendations."""
_CONTENTS = "Contents"
_RECORDS = "Recommendations"
_LAST = "To mend in the next draft"
_COLUMNS = ("No", "Recommendation", "Action", "When", "Who", "Measures of success")
_BULLET = "•"


class Labels(NamedTuple):
    """The headings of the columns that every recommendation has."""

    number: str
    recommendation: str
    actions: str
    when: str
    who: str
    measures: str


class Record(NamedTuple):
    """One recommendation as the Markdown shows it: its number, and the elements below its heading."""

    number: str
    location: Location
    elements: tuple[Paragraph | Table, ...]


class Step(NamedTuple):
    """One row of a table of actions: its words, timing and owner as printed, and where it stands."""

    words: Cell
    when: str
    who: str
    location: Location


def is_regenerated(text: str) -> bool:
    """Whether this program wrote the text: its first line says so."""
    return text.lstrip("\ufeff \t\r\n").startswith(MARK)


def restore_plan(elements: Sequence[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """The elements of the plan that the Markdown shows: title and label, one table, glossary, the rest."""
    for name, body in _divide(elements):
        if name == _LAST:
            return
        if name == _RECORDS:
            records = tuple(_find_records(body))
            yield from (_build_table(records),) if records else ()
        elif name != _CONTENTS:
            yield from (element for element in body if not _is_comment(element))


def _divide(elements: Sequence[Paragraph | Table]) -> list[tuple[str, list[Paragraph | Table]]]:
    """The parts of the plan by the words of their headings; the first has none."""
    parts: list[tuple[str, list[Paragraph | Table]]] = [("", [])]
    for element in elements:
        if isinstance(element, Paragraph) and element.level == _PART:
            parts.append((element.text, []))
        parts[-1][1].append(element)
    return parts


def _find_records(elements: Sequence[Paragraph | Table]) -> Iterator[Record]:
    starts = [
        index
        for index, element in enumerate(elements)
        if isinstance(element, Paragraph) and element.level == _RECORD
    ]
    for start, end in zip(starts, (*starts[1:], len(elements)), strict=True):
        heading = elements[start]
        number = heading.text.partition(" ")[2] if isinstance(heading, Paragraph) else ""
        yield Record(number, heading.location, tuple(elements[start + 1 : end]))


def _is_comment(element: Paragraph | Table) -> bool:
    return isinstance(element, Paragraph) and element.kind == "comment"


def _build_table(records: Sequence[Record]) -> Table:
    labels = _find_labels(records)
    extras = tuple(
        dict.fromkeys(
            label for record in records for label, _ in _find_remarks(record) if label not in labels
        )
    )
    header = Row(
        tuple(_make_cell(heading) for heading in (*labels, *extras)), records[0].location, is_header=True
    )
    rows = [row for record in records for row in _build_rows(record, labels, extras)]
    return Table((header, *rows), records[0].location)


def _find_labels(records: Sequence[Record]) -> Labels:
    """The columns' headings, from the first table of actions and the first list of measures."""
    tables = (element for record in records for element in record.elements if isinstance(element, Table))
    first = next(tables, None)
    number, actions, when, _, who = (
        [cell.text for cell in first.rows[0].cells] if first else ("No", "Action", "When", "", "Who")
    )
    headed = (_find_measures(record)[0] for record in records)
    measures = next((heading for heading in headed if heading), _COLUMNS[-1])
    return Labels(number, _COLUMNS[1], actions, when, who, measures)


def _build_rows(record: Record, labels: Labels, extras: Sequence[str]) -> Iterator[Row]:
    """One row with lists in its cells where the When cell is known as a whole, else a row an action."""
    remarks = list(_find_remarks(record))
    steps = list(_find_steps(record))
    words = Cell(_find_words(record))
    cells = {label: _make_remarks(remarks, label) for label in extras}
    cells[labels.number] = _make_cell(record.number)
    cells[labels.recommendation] = words
    cells[labels.measures] = Cell(_find_measures(record)[1])
    cells[labels.who] = _make_remarks(remarks, labels.who)
    when = _find_when(record, remarks, steps, labels)
    headings = (*labels, *extras)
    if when is not None:
        cells[labels.actions] = Cell(tuple(_make_item(step.words) for step in steps))
        cells[labels.when] = _make_cell(when)
        yield _lay_row(cells, headings, record.location)
        return
    for index, step in enumerate(steps):
        cells = cells if index == 0 else {}
        cells[labels.actions] = step.words
        cells[labels.when] = _make_cell(step.when)
        if step.who:
            cells[labels.who] = _make_cell(step.who)
        yield _lay_row(cells, headings, step.location if index else record.location)


def _find_when(
    record: Record, remarks: Sequence[tuple[str, Block]], steps: Sequence[Step], labels: Labels
) -> str | None:
    """The When cell as a whole, where it is known; None where each step has its own."""
    cell = "\n".join(step.when for step in steps)
    if any(step.who for step in steps):
        return None
    for label, words in _find_comments(record):
        if label == labels.when and words.split() == cell.split():
            return words
    printed = [block.text for label, block in remarks if label == labels.when]
    if printed and not cell.strip():
        return "\n".join(printed)
    return None if cell.strip() else ""


def _lay_row(cells: dict[str, Cell], headings: Sequence[str], place: Location) -> Row:
    return Row(tuple(cells.get(heading, Cell()) for heading in headings), place)


def _find_words(record: Record) -> tuple[Block, ...]:
    """The recommendation's words: the bold paragraph right under its heading."""
    first = record.elements[0] if record.elements else None
    if isinstance(first, Paragraph) and _is_bold(first.block) and not first.block.level:
        return (Block((Run(first.text),)),)
    return ()


def _is_bold(block: Block) -> bool:
    return all("b" in run.emphasis for run in block.runs)


def _find_remarks(record: Record) -> Iterator[tuple[str, Block]]:
    """The labelled items of the list before the table of actions, each label with its words."""
    for element in record.elements:
        if isinstance(element, Table) or not element.block.level:
            if isinstance(element, Table) or element.block.runs[0].emphasis == "i":
                return
            continue
        label, *words = element.block.runs
        if label.emphasis == "b" and label.text.endswith(":"):
            text = "".join(run.text for run in words).strip()
            yield label.text.removesuffix(":"), Block((Run(text),))


def _make_remarks(remarks: Iterable[tuple[str, Block]], label: str) -> Cell:
    return Cell(tuple(block for name, block in remarks if name == label and block.text))


def _find_steps(record: Record) -> Iterator[Step]:
    for element in record.elements:
        if isinstance(element, Table):
            for row in element.rows[1:]:
                _, words, when, _, who = row.cells[:5]
                yield Step(words, when.text, who.text, row.location)
            return


def _find_comments(record: Record) -> Iterator[tuple[str, str]]:
    for element in record.elements:
        if isinstance(element, Paragraph) and _is_comment(element):
            label, _, words = element.text.partition(": ")
            yield label, words


def _find_measures(record: Record) -> tuple[str, tuple[Block, ...]]:
    """The heading of the measures and their list, which stand below the actions."""
    heading, measures, below = "", [], False
    for element in record.elements:
        if isinstance(element, Table) or element.block.runs[0].emphasis == "i":
            below = True
        elif below and not _is_comment(element):
            if element.block.level:
                measures.append(element.block)
            else:
                heading = element.text
    return heading, tuple(measures)


def _make_item(cell: Cell) -> Block:
    """An action as one list item, whatever lines it has."""
    return Block((Run(cell.text),), 1, _BULLET)


def _make_cell(text: str) -> Cell:
    return Cell((Block((Run(text),)),)) if text else Cell()
