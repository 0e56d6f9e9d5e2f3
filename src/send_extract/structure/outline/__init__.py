"""Plans written as an outline, turned into a table: a heading an action, and `label: value` lines below it.

### Action 1.2: Plant trees
- Due date: March 2022
- Responsible officer (action lead): Head of Parks

So are labels and values in paragraphs, in lists of definitions, and in tables laid out as forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from send_extract.document import Cell, Element, Paragraph, Row, Table, make_cell
from send_extract.structure.outline.reading import read_tokens
from send_extract.structure.outline.rows import (
    ACTION,
    NUMBER,
    RECOMMENDATION,
    SECTION,
    Entry,
    build_entries,
    keep_apart,
)
from send_extract.structure.outline.sections import choose_entries, divide_tokens
from send_extract.structure.outline.tokens import LabelledValue, Other, Token

_NAMED = (NUMBER, SECTION, RECOMMENDATION, ACTION)


def tabulate_outline(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements, with all that is labelled as a plan's as one table, where the first of it stood."""
    tokens = read_tokens(elements)
    sections = divide_tokens(tokens)
    chosen = choose_entries(sections)
    entries = list(keep_apart(list(build_entries(sections, chosen))))
    if not entries:
        return tuple(elements)
    return tuple(_lay_out(elements, tokens, entries))


def _lay_out(
    elements: Sequence[Element], tokens: Sequence[Token], entries: Sequence[Entry]
) -> Iterator[Element]:
    """What stands outside the table, in order, and the table, where the first of it stood."""
    used = {id(token) for entry in entries for token in entry.used}
    placed: dict[int, list[Token]] = {}
    for token in tokens:
        placed.setdefault(token.place, []).append(token)
    table = iter([_build_table(entries, tokens)])
    for place, element in enumerate(elements):
        parts = placed.get(place, [])
        if used.isdisjoint(map(id, parts)):
            yield element
        else:
            yield from table
            yield from _leave(parts, used)


def _leave(parts: Sequence[Token], used: set[int]) -> Iterator[Paragraph]:
    """The words of an element that no row has."""
    return (part.paragraph for part in parts if id(part) not in used and not isinstance(part, Other))


def _build_table(entries: Sequence[Entry], tokens: Sequence[Token]) -> Table:
    heads = [name for name in _NAMED if any(name in entry.named for entry in entries)]
    labels = list(dict.fromkeys(chain.from_iterable(entry.labelled for entry in entries)))
    printed = {
        token.label.key: token.label.text for token in reversed(tokens) if isinstance(token, LabelledValue)
    }
    place = entries[0].paragraph.location
    headings = (*heads, *map(printed.__getitem__, labels))
    header = Row(tuple(map(make_cell, headings)), place, is_header=True)
    return Table((header, *(_build_row(entry, heads, labels) for entry in entries)), place)


def _build_row(entry: Entry, heads: Sequence[str], labels: Sequence[str]) -> Row:
    named = (entry.named.get(name, ()) for name in heads)
    labelled = (entry.labelled.get(key, ()) for key in labels)
    return Row(tuple(map(Cell, chain(named, labelled))), entry.paragraph.location)
