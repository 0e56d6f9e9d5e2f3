"""Recommendations listed above a table of actions that names them by number: the list as a table of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from send_extract.document import Block, Cell, Element, Paragraph, Row, Table, make_block, make_cell
from send_extract.headings.neighbours import find_fields
from send_extract.headings.numbering import find_references
from send_extract.notation.marks import BULLET
from send_extract.notation.nouns import is_asked
from send_extract.notation.numbers import Labelled, bare_number, parse_number, take_labelled

_FEWEST = 2
_HEADINGS = ("No", "Recommendation")
_ASKED = "recommendation"


class Listed(Struct, frozen=True):
    """A recommendation of a list: the place of its paragraph, its number as printed, and its words."""

    place: int
    number: str
    block: Block


def tabulate_listed(elements: Sequence[Element], synonyms: Mapping[str, str]) -> tuple[Element, ...]:
    """The elements, a list of recommendations that a table below names by number as a table where it began."""
    listed = list(_find_listed(elements))
    if len(listed) < _FEWEST or not _are_named(listed, elements, synonyms):
        return tuple(elements)
    first, *others = [each.place for each in listed]
    table, left = _build_table(listed, elements[first]), frozenset(others)
    return tuple(
        table if place == first else each for place, each in enumerate(elements) if place not in left
    )


def _are_named(listed: Sequence[Listed], elements: Sequence[Element], synonyms: Mapping[str, str]) -> bool:
    """Whether tables name several of a list's recommendations by number, and none that it has not."""
    numbers = [bare_number(each.number) for each in listed]
    tables = (_find_numbers(each, synonyms) for each in elements if isinstance(each, Table))
    named = frozenset(chain.from_iterable(tables))
    return len(named) >= _FEWEST and named.issubset(numbers) and len({*numbers}) == len(numbers)


def _find_numbers(table: Table, synonyms: Mapping[str, str]) -> Iterator[str]:
    """The numbers by which the rows of a plan's table name recommendations that stand elsewhere."""
    heads, rows = ([row for row in table.rows if row.is_header is is_head] for is_head in (True, False))
    texts = _list_references(heads[0].texts, rows, synonyms) if len(heads) == 1 else ()
    for number in filter(None, map(parse_number, texts)):
        yield bare_number(number.number)


def _list_references(heads: Sequence[str], rows: Sequence[Row], synonyms: Mapping[str, str]) -> Sequence[str]:
    """What stands in the column that says by number of which recommendation a row's actions are."""
    cells = [[row.at(place).text for row in rows] for place in range(len(heads))]
    place = find_references(heads, find_fields(heads, synonyms), cells)
    return () if place is None else cells[place]


def _find_listed(elements: Sequence[Element]) -> Iterator[Listed]:
    """The recommendations of paragraphs: counted in a list below a title that says so, or each with its label."""
    is_titled = False
    for place, element in enumerate(elements):
        if isinstance(element, Table):
            return
        block, labelled = element.block, _read_labelled(element)
        if labelled:
            yield Listed(place, labelled.number, make_block(labelled.text))
        elif not block.level:
            is_titled = _ASKED in element.text.lower()
        elif is_titled and block.marker != BULLET and parse_number(block.marker):
            yield Listed(place, block.marker, Block(block.runs))


def _read_labelled(words: Paragraph) -> Labelled | None:
    """The recommendation that a paragraph is by its label, with a number."""
    labelled = None if words.block.level else take_labelled(words.text)
    return labelled if labelled and is_asked(labelled.label) else None


def _build_table(listed: Sequence[Listed], first: Element) -> Table:
    heads = Row(tuple(map(make_cell, _HEADINGS)), first.location, is_header=True)
    rows = (Row((make_cell(each.number), Cell((each.block,))), first.location) for each in listed)
    return Table((heads, *rows), first.location)
