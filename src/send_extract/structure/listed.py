"""Recommendations listed above a table of actions that names them by number: the list as a table of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from send_extract.document import Block, Cell, Element, Row, Table, make_block, make_cell
from send_extract.headings.neighbours import find_fields
from send_extract.headings.numbering import find_references
from send_extract.notation.marks import BULLET
from send_extract.notation.nouns import is_asked
from send_extract.notation.numbers import bare_number, parse_number, take_labelled

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
    if len(listed) < _FEWEST:
        return tuple(elements)
    named = {
        number for each in elements if isinstance(each, Table) for number in _find_numbers(each, synonyms)
    }
    numbers = [bare_number(each.number) for each in listed]
    if len(named) < _FEWEST or not named <= {*numbers} or len({*numbers}) < len(numbers):
        return tuple(elements)
    places = [each.place for each in listed]
    return tuple(
        _build_table(listed, each) if place == places[0] else each
        for place, each in enumerate(elements)
        if place == places[0] or place not in places
    )


def _find_numbers(table: Table, synonyms: Mapping[str, str]) -> Iterator[str]:
    """The numbers by which the rows of a plan's table name recommendations that stand elsewhere."""
    heads = [row.texts for row in table.rows if row.is_header]
    rows = [row for row in table.rows if not row.is_header]
    if len(heads) != 1:
        return
    cells = [[row.at(place).text for row in rows] for place in range(len(heads[0]))]
    reference = find_references(heads[0], find_fields(heads[0], synonyms), cells)
    for text in [] if reference is None else cells[reference]:
        number = parse_number(text)
        if number:
            yield bare_number(number.number)


def _find_listed(elements: Sequence[Element]) -> Iterator[Listed]:
    """The recommendations of paragraphs: counted in a list below a title that says so, or each with its label."""
    is_titled = False
    for place, element in enumerate(elements):
        if isinstance(element, Table):
            return
        block = element.block
        labelled = None if block.level else take_labelled(element.text)
        if labelled and is_asked(labelled.label):
            yield Listed(place, labelled.number, make_block(labelled.text))
        elif not block.level:
            is_titled = _ASKED in element.text.lower()
        elif is_titled and block.marker != BULLET and parse_number(block.marker):
            yield Listed(place, block.marker, Block(block.runs))


def _build_table(listed: Sequence[Listed], first: Element) -> Table:
    heads = Row(tuple(map(make_cell, _HEADINGS)), first.location, is_header=True)
    rows = (Row((make_cell(each.number), Cell((each.block,))), first.location) for each in listed)
    return Table((heads, *rows), first.location)
