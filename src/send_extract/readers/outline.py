"""Plans written as an outline, turned into a table: a heading an action, and `label: value` lines below it.

### Action 1.2: Publish the graduated response
- Due date: March 2022
- Responsible officer (action lead): Head of Inclusion
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Block, Cell, Paragraph, Row, Run, Table
from send_extract.headings import count_fields, find_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FEWEST_FIELDS = 2
_TITLE = 1
"""The level of the document's own heading, which is no recommendation unless it is numbered."""
_LABEL = re.compile(r"\s*([^:\n]{2,60}?)\s*:(?:\s+|$)")
_NUMBERED = re.compile(
    r"\s*(?:(?:recommendation|action|step|rec|ref)\.?\s*)?(?:no\.?\s*)?"
    r"([A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*(?:[.:)–—-]\s*|\s+|$)",
    re.IGNORECASE,
)
"""A heading's own number; a numbered priority or theme is a section, and keeps its words."""
_NUMBER, _SECTION, _RECOMMENDATION, _ACTIONS = "No", "Section", "Recommendation", "Action"


class Section(NamedTuple):
    """A heading (None before the first), the one that it stands under, and the elements up to the next."""

    heading: Paragraph | None
    above: Paragraph | None
    body: tuple[Paragraph | Table, ...]


class Numbered(NamedTuple):
    """A heading's own number as printed, and its words without it."""

    number: str
    words: str


class Value(NamedTuple):
    """A label as printed, and the words that follow it."""

    label: str
    cell: Cell


def tabulate_outline(elements: Iterable[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """The elements, with all headings that have labelled lines as one table, where the first stood."""
    sections = _divide(elements)
    values = [_read_values(section) for section in sections]
    entries = [(section, found) for section, found in zip(sections, values, strict=True) if found]
    used = {id(section.heading) for section, _ in entries} | {
        id(section.above) for section, _ in entries if _is_used(section)
    }
    pending = bool(entries)
    for section, found in zip(sections, values, strict=True):
        if section.heading is not None and id(section.heading) not in used:
            yield section.heading
        yield from (element for element in section.body if not found or not _is_labelled(element, section))
        if found and pending:
            yield _build_table(entries)
            pending = False


def _divide(elements: Iterable[Paragraph | Table]) -> list[Section]:
    above: dict[int, Paragraph] = {}
    sections = [Section(None, None, ())]
    for element in elements:
        if isinstance(element, Paragraph) and element.level:
            above = {level: heading for level, heading in above.items() if level < element.level}
            sections.append(Section(element, above[max(above)] if above else None, ()))
            above[element.level] = element
        else:
            sections[-1] = sections[-1]._replace(body=(*sections[-1].body, element))
    return sections


def _read_values(section: Section) -> tuple[Value, ...]:
    """The labelled lines below a heading; none where they are no plan's."""
    if section.heading is None or any(isinstance(element, Table) for element in section.body):
        return ()
    values: list[Value] = []
    for element in section.body:
        if isinstance(element, Paragraph):
            _add_line(values, element.block)
    return tuple(values) if count_fields(value.label for value in values) >= _FEWEST_FIELDS else ()


def _add_line(values: list[Value], block: Block) -> None:
    """A new value where the line begins with a label, else more of the one before it."""
    match = _LABEL.match(block.text)
    if match:
        words = _cut(block.runs, match.end())
        values.append(Value(match[1], Cell((Block(words),)) if words else Cell()))
    elif values:
        label, cell = values[-1]
        values[-1] = Value(label, Cell((*cell.blocks, block)))


def _is_labelled(element: Paragraph | Table, section: Section) -> bool:
    """Whether the table has the element: it is a labelled line, or stands below one."""
    before = section.body[: section.body.index(element) + 1]
    return any(isinstance(each, Paragraph) and _LABEL.match(each.text) for each in before)


def _cut(runs: Sequence[Run], start: int) -> tuple[Run, ...]:
    kept: list[Run] = []
    for text, emphasis in runs:
        part, start = text[start:], max(start - len(text), 0)
        if part:
            kept.append(Run(part, emphasis))
    return tuple(kept)


def _is_used(section: Section) -> bool:
    """Whether the heading above is a recommendation or a section, not the document's own title."""
    above = section.above
    return above is not None and (above.level > _TITLE or bool(_NUMBERED.match(above.text)))


def _build_table(entries: Sequence[tuple[Section, tuple[Value, ...]]]) -> Table:
    labels = tuple(dict.fromkeys(value.label for _, values in entries for value in values))
    heads = _name_heads(labels, entries)
    place = entries[0][0].heading.location if entries[0][0].heading else entries[0][0].body[0].location
    header = Row(tuple(_make_cell(heading) for heading in (*heads, *labels)), place, is_header=True)
    return Table(
        (header, *(_build_row(section, values, heads, labels) for section, values in entries)), place
    )


def _name_heads(
    labels: Sequence[str], entries: Sequence[tuple[Section, tuple[Value, ...]]]
) -> tuple[str, ...]:
    """The columns that the headings fill: number, recommendation or section, action, where there are any."""
    fields = {find_field(label) for label in labels}
    above = [section.above for section, _ in entries if _is_used(section)]
    numbered = bool(above) and all(each is not None and _NUMBERED.match(each.text) for each in above)
    heads = [] if "number" in fields else [_NUMBER]
    if above:
        heads.append(_RECOMMENDATION if numbered and "actions" not in fields else _SECTION)
    heads.append(_RECOMMENDATION if "actions" in fields else _ACTIONS)
    return tuple(heads)


def _build_row(section: Section, values: Sequence[Value], heads: Sequence[str], labels: Sequence[str]) -> Row:
    heading = section.heading
    own = _split_number(heading.text if heading else "")
    above = _split_number(section.above.text if section.above is not None and _is_used(section) else "")
    by_recommendation = _RECOMMENDATION in heads[:-1]
    filled = {
        _NUMBER: above.number if by_recommendation else own.number,
        _SECTION: " ".join(filter(None, above)),
        heads[-1]: own.words,
    }
    if by_recommendation:
        filled[_RECOMMENDATION] = above.words
        filled[heads[-1]] = heading.text if heading else ""
    cells = [_make_cell(filled.get(head, "")) for head in heads]
    cells += [
        Cell(tuple(block for value in values if value.label == label for block in value.cell.blocks))
        for label in labels
    ]
    return Row(tuple(cells), heading.location if heading else section.body[0].location)


def _split_number(text: str) -> Numbered:
    match = _NUMBERED.match(text)
    return Numbered(match[1], text[match.end() :]) if match else Numbered("", text)


def _make_cell(text: str) -> Cell:
    return Cell((Block((Run(text.strip()),)),)) if text.strip() else Cell()
