"""The plan that this program writes as Markdown, put back into the table that it was made from.

Its rules stand in `docs/outputs.md`; the template that follows them is `writers/templates/plan.md.jinja`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Block, Cell, Element, Paragraph, Row, Run, Table, print_runs
from send_extract.notation.derived import DERIVED, LAST
from send_extract.notation.marks import BULLET
from send_extract.source import Location

_PART, _RECORD = 2, 3
"""The levels of the headings of the plan's parts, and of its recommendations."""
_RECORDS = "Recommendations"
_GLOSSARY = "Glossary"
_RECOMMENDATION, _MEASURES = "Recommendation", "Measures of success"
_USUAL = ("No", "Action", "When", "In full", "Who")
_OWN = len(_USUAL)
"""From this column on a table of actions has what is their own."""
_LEAD_IN_ENDS = (":", ":-", ":–")
_UNTITLED = ", untitled"
"""How the first comment ends where the plan has no title."""


class Labels(NamedTuple):
    """The headings of the columns that every recommendation has."""

    number: str
    recommendation: str
    actions: str
    when: str
    who: str
    measures: str


class PrintedRecord(Struct, frozen=True):
    """One recommendation as the Markdown shows it: its number, and the elements below its heading."""

    number: str
    location: Location
    elements: tuple[Element, ...]


class Step(Struct, frozen=True):
    """One action: its words below those that lead in to its list, its timing and owner as printed, its own columns."""

    words: tuple[Block, ...]
    when: str
    who: str
    own: tuple[tuple[str, Cell], ...]
    location: Location


def restore_plan(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements of the plan that the Markdown shows: title and label, one table, glossary, the rest."""
    for name, body in _divide(elements):
        if name == LAST:
            return
        if name == _RECORDS:
            records = tuple(_find_records(body))
            yield from (_build_table(records),) if records else ()
        elif name not in DERIVED:
            yield from (_unmark(element, name) for element in _drop_marks(body))


def _divide(elements: Sequence[Element]) -> list[tuple[str, list[Element]]]:
    """The parts of the plan by the words of their headings; the first has none."""
    parts: list[tuple[str, list[Element]]] = [("", [])]
    for element in elements:
        if isinstance(element, Paragraph) and element.level == _PART:
            parts.append((element.text, []))
        parts[-1][1].append(element)
    return parts


def _find_records(elements: Sequence[Element]) -> Iterator[PrintedRecord]:
    starts = [
        index
        for index, element in enumerate(elements)
        if isinstance(element, Paragraph) and element.level == _RECORD
    ]
    for start, end in pairwise((*starts, len(elements))):
        heading = elements[start]
        number = heading.text.partition(" ")[2] if isinstance(heading, Paragraph) else ""
        yield PrintedRecord(number, heading.location, tuple(elements[start + 1 : end]))


def _drop_marks(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements without the comments, and without the heading that stands for a title that there is not."""
    is_untitled = False
    for element in elements:
        if _is_comment(element):
            is_untitled = is_untitled or _says_untitled(element)
        elif not (is_untitled and isinstance(element, Paragraph) and element.level == 1):
            yield element


def _says_untitled(comment: Element) -> bool:
    return isinstance(comment, Paragraph) and comment.text.endswith(_UNTITLED)


def _is_comment(element: Element) -> bool:
    return isinstance(element, Paragraph) and element.kind == "comment"


def _unmark(element: Element, part: str) -> Element:
    """A quoted paragraph as one of the document's own; the glossary without the headings that it was given."""
    if isinstance(element, Paragraph):
        return replace(element, kind="body")
    return replace(element, rows=element.rows[1:]) if part == _GLOSSARY else element


def _build_table(records: Sequence[PrintedRecord]) -> Table:
    labels = _find_labels(records)
    remarks = chain.from_iterable(map(_find_remarks, records))
    steps = chain.from_iterable(map(_find_steps, records))
    named = (label for label, _ in chain(remarks, *(step.own for step in steps)))
    headings = (*labels, *dict.fromkeys(label for label in named if label not in labels))
    header = Row(tuple(map(_make_cell, headings)), records[0].location, is_header=True)
    rows = chain.from_iterable(_build_rows(record, labels, headings) for record in records)
    return _drop_wordless(Table((header, *rows), records[0].location))


def _drop_wordless(table: Table) -> Table:
    """The table without its column of recommendations, where none has words: its rows are actions alone."""
    place = Labels._fields.index("recommendation")
    if any(row.cells[place].blocks for row in table.rows[1:]):
        return table
    rows = (replace(row, cells=row.cells[:place] + row.cells[place + 1 :]) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _find_labels(records: Sequence[PrintedRecord]) -> Labels:
    """The columns' headings, from the first table of actions and the first list of measures."""
    first = next(filter(None, map(_find_table, records)), None)
    headings = first.rows[0].texts if first else _USUAL
    number, actions, when, _, who = headings[:_OWN]
    headed = (_find_measures(record)[0] for record in records)
    measures = next((heading for heading in headed if heading), _MEASURES)
    return Labels(number, _RECOMMENDATION, actions, when, who, measures)


def _build_rows(record: PrintedRecord, labels: Labels, headings: Sequence[str]) -> Iterator[Row]:
    """One row with lists in its cells where its When and Who cells are known as a whole, else a row an action."""
    steps = tuple(_find_steps(record))
    cells = _build_cells(record, labels, headings)
    when = _find_when(record, steps, labels, cells[labels.when].text)
    if when is not None and not _vary(steps, cells[labels.who].text):
        blocks = dict.fromkeys(chain.from_iterable(step.words for step in steps))
        cells |= {labels.actions: Cell(tuple(blocks)), labels.when: _make_cell(when)}
        yield _lay_row(cells, headings, record.location)
        return
    for index, step in enumerate(steps):
        row = ({} if index else cells) | _build_step(step, labels)
        yield _lay_row(row, headings, step.location if index else record.location)


def _build_cells(record: PrintedRecord, labels: Labels, headings: Sequence[str]) -> dict[str, Cell]:
    """What a recommendation has but for its actions, by the columns' headings."""
    remarks = tuple(_find_remarks(record))
    return {label: _make_remarks(remarks, label) for label in headings} | {
        labels.number: _make_cell(record.number),
        labels.recommendation: Cell(_find_words(record)),
        labels.measures: Cell(_find_measures(record)[1]),
    }


def _build_step(step: Step, labels: Labels) -> dict[str, Cell]:
    # A column of its own can have the heading of another (`Date` twice); the first of them keeps it.
    own = {label: cell for label, cell in step.own if label not in labels[:-1]}
    who = {labels.who: _make_cell(step.who)} if step.who else {}
    return own | {labels.actions: Cell(step.words), labels.when: _make_cell(step.when)} | who


def _vary(steps: Sequence[Step], who: str) -> bool:
    """Whether an action says something of its own that one row for all of them could not."""
    owners = {step.who for step in steps} - {"", who}
    texts = [block.text for step in steps for block in step.words[-1:]]
    return (
        bool(owners)
        or any(cell.blocks for step in steps for _, cell in step.own)
        or len(set(texts)) < len(texts)
    )


def _find_when(record: PrintedRecord, steps: Sequence[Step], labels: Labels, printed: str) -> str | None:
    """The When cell as a whole, where it is known; None where each step has its own."""
    cell = "\n".join(step.when for step in steps)
    for label, words in _find_comments(record):
        if label == labels.when and words.split() == cell.split():
            return words
    return None if cell.strip() else printed


def _lay_row(cells: dict[str, Cell], headings: Sequence[str], place: Location) -> Row:
    return Row(tuple(cells.get(heading, Cell()) for heading in headings), place)


def _find_words(record: PrintedRecord) -> tuple[Block, ...]:
    """The recommendation's words: the block quote right under its heading."""
    first = record.elements[0] if record.elements else None
    return (first.block,) if isinstance(first, Paragraph) and first.kind == "quote" else ()


def _find_remarks(record: PrintedRecord) -> Iterator[tuple[str, Block]]:
    """The labelled items of the list before the table of actions, each label with its words."""
    for element in record.elements[: _find_actions(record)]:
        if not isinstance(element, Paragraph) or not element.block.level:
            continue
        label, *words = element.block.runs
        if label.emphasis == "b" and label.text.rstrip().endswith(":"):
            text = print_runs(words).strip()
            yield label.text.rstrip().removesuffix(":"), Block((Run(text),) if text else ())


def _find_actions(record: PrintedRecord) -> int:
    """The place of the table of actions, or of the words that there are none."""
    shown = (
        isinstance(each, Table) or (each.kind != "quote" and _is_set_in(each.block, "i"))
        for each in record.elements
    )
    return next((place for place, is_shown in enumerate(shown) if is_shown), len(record.elements))


def _find_table(record: PrintedRecord) -> Table | None:
    return next((element for element in record.elements if isinstance(element, Table)), None)


def _is_set_in(block: Block, letter: str) -> bool:
    """Whether a paragraph (no item of a list) is all in one emphasis."""
    return not block.level and all(run.emphasis == letter for run in block.runs)


def _make_remarks(remarks: Iterable[tuple[str, Block]], label: str) -> Cell:
    return Cell(tuple(block for name, block in remarks if name == label and block.text))


def _find_steps(record: PrintedRecord) -> Iterator[Step]:
    """The actions; a row without a number has the words above the list that the actions below it stand in."""
    table = _find_table(record)
    headings = table.rows[0].texts if table else []
    lead_in: tuple[Block, ...] = ()
    level = 1
    for row in table.rows[1:] if table else ():
        number, words, when, _, who = row.cells[:_OWN]
        if not number.blocks:
            lead_in, level = tuple(map(_make_lead_in, words.blocks)), int(bool(words.blocks))
            continue
        runs = _join_runs(words)
        item = (Block(runs, level, BULLET if level else ""),) if runs else ()
        own = tuple(zip(headings[_OWN:], row.cells[_OWN:], strict=False))
        yield Step((*lead_in, *item), when.text, who.text, own, row.location)


def _make_lead_in(block: Block) -> Block:
    """The words above a list; those that do not say so by a colon are its title, in bold."""
    return Block((Run(block.text, "" if block.text.endswith(_LEAD_IN_ENDS) else "b"),))


def _join_runs(cell: Cell) -> tuple[Run, ...]:
    """The words of a cell as those of one block, whatever lines it has."""
    runs: list[Run] = []
    for block in cell.blocks:
        runs += (Run("\n"), *block.runs) if runs else block.runs
    return tuple(runs)


def _find_comments(record: PrintedRecord) -> Iterator[tuple[str, str]]:
    for element in record.elements:
        if isinstance(element, Paragraph) and _is_comment(element):
            label, _, words = element.text.partition(": ")
            yield label, words


def _find_measures(record: PrintedRecord) -> tuple[str, tuple[Block, ...]]:
    """The heading of the measures and their list, which stand below the actions."""
    heading = ""
    measures: list[Block] = []
    for element in record.elements[_find_actions(record) + 1 :]:
        if isinstance(element, Table) or _is_comment(element):
            continue
        if not heading and _is_set_in(element.block, "b"):
            heading = element.text
        else:
            measures.append(element.block if element.block.level else Block((Run(element.text),)))
    return heading, tuple(measures)


def _make_cell(text: str) -> Cell:
    return Cell((Block((Run(text),)),)) if text else Cell()
