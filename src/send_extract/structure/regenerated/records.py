"""One recommendation as the Markdown shows it: every element below its heading in its place, or a stray."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeGuard

from msgspec import Struct

from send_extract.document import Block, Cell, Element, Paragraph, Row, Run, Table, make_block, print_runs
from send_extract.notation.marks import BULLET, LEAD_IN_ENDS
from send_extract.source import Location

RECOMMENDATION = "Recommendation"
OWN = 5
"""From this column on a table of actions has what is their own."""


class Step(Struct, frozen=True):
    """One action: its words below those that lead in to its list, its timing and owner as printed, its own columns."""

    words: tuple[Block, ...]
    when: str
    who: str
    own: tuple[tuple[str, Cell], ...]
    location: Location


class PrintedRecord(Struct, frozen=True):
    """A recommendation: the parts of what the Markdown shows below its heading.

    `remarks` are labels with their words, `headings` those of the table of actions, `comments` what a reader of the
    page does not see, `measured` the heading of the measures, `strays` what stands in no place of the rules.
    """

    number: str
    location: Location
    words: tuple[Block, ...]
    remarks: tuple[tuple[str, Block], ...]
    headings: tuple[str, ...]
    steps: tuple[Step, ...]
    comments: tuple[tuple[str, str], ...]
    measured: str
    measures: tuple[Block, ...]
    strays: tuple[Element, ...]


def read_record(elements: Sequence[Element]) -> PrintedRecord:
    """The recommendation that begins with its heading."""
    heading, *below = elements
    name, _, number = heading.text.partition(" ") if isinstance(heading, Paragraph) else ("", "", "")
    shown = [element for element in below if not is_comment(element)]
    place = _find_actions(shown)
    above, table, under = shown[:place], _find_table(shown[place:]), shown[place + 1 :]
    quotes = [element.block for element in above if _is_quote(element)]
    remarks = [*map(_read_remark, above)]
    measured, measures = _read_measures(under)
    strays = [element for element, remark in zip(above, remarks, strict=True) if remark is None]
    return PrintedRecord(
        number=number,
        location=heading.location,
        words=tuple(quotes[:1]),
        remarks=tuple(filter(None, remarks)),
        headings=tuple(table.rows[0].texts) if table else (),
        steps=tuple(_find_steps(table)) if table else (),
        comments=tuple(_read_comments(below)),
        measured=measured,
        measures=measures,
        strays=(
            *([heading] if name != RECOMMENDATION else []),
            *_drop_quote(strays),
            *_find_more(under, table),
        ),
    )


def _find_table(elements: Iterable[Element]) -> Table | None:
    return next((element for element in elements if isinstance(element, Table)), None)


def _find_more(elements: Iterable[Element], table: Table | None) -> Iterator[Element]:
    """The tables below that of the actions."""
    return (element for element in elements if isinstance(element, Table) and element is not table)


def _drop_quote(strays: Sequence[Element]) -> Iterator[Element]:
    """What stands above the actions without the first quotation, which is the recommendation's words."""
    first = next(filter(_is_quote, strays), None)
    return (element for element in strays if element is not first)


def _read_measures(elements: Iterable[Element]) -> tuple[str, tuple[Block, ...]]:
    """The heading of the measures and their list, which stand below the actions."""
    items = [element for element in elements if isinstance(element, Paragraph)]
    heading = next((element for element in items if _is_set_in(element.block, "b")), None)
    measures = tuple(_print_measure(element) for element in items if element is not heading)
    return heading.text if heading else "", measures


def is_comment(element: Element) -> bool:
    """Whether a reader of the page does not see it."""
    return isinstance(element, Paragraph) and element.kind == "comment"


def _is_quote(element: Element) -> TypeGuard[Paragraph]:
    return isinstance(element, Paragraph) and element.kind == "quote"


def _find_actions(elements: Sequence[Element]) -> int:
    """The place of the table of actions, or of the words that there are none."""
    shown = (
        isinstance(each, Table) or (each.kind != "quote" and _is_set_in(each.block, "i")) for each in elements
    )
    return next((place for place, is_shown in enumerate(shown) if is_shown), len(elements))


def _is_set_in(block: Block, letter: str) -> bool:
    """Whether a paragraph (no item of a list) is all in one emphasis."""
    return not block.level and all(run.emphasis == letter for run in block.runs)


def _read_remark(element: Element) -> tuple[str, Block] | None:
    """The label of an item of the list below the words, with its own words; None for anything else."""
    if not isinstance(element, Paragraph) or not element.block.level:
        return None
    label, *words = element.block.runs
    if label.emphasis != "b" or not label.text.rstrip().endswith(":"):
        return None
    text = print_runs(words).strip()
    return label.text.rstrip().removesuffix(":"), make_block(text)


def _find_steps(table: Table) -> Iterator[Step]:
    """The actions; a row without a number has the words above the list that the actions below it stand in."""
    headings = table.rows[0].texts
    lead_in: tuple[Block, ...] = ()
    level = 1
    for row in table.rows[1:]:
        number, words, when, _, who, *own = _fill_row(row, len(headings))
        if not number.blocks and not when.blocks and not who.blocks:
            lead_in, level = tuple(map(_make_lead_in, words.blocks)), int(bool(words.blocks))
            continue
        runs = _join_runs(words)
        item = (Block(runs, level, BULLET if level else ""),) if runs else ()
        named = [
            *headings[OWN:],
            *(f"column {place}" for place in range(len(headings) + 1, OWN + len(own) + 1)),
        ]
        yield Step((*lead_in, *item), when.text, who.text, tuple(zip(named, own, strict=False)), row.location)


def _fill_row(row: Row, width: int) -> tuple[Cell, ...]:
    """The cells of a row, as many as there are headings, and all that there are."""
    return row.cells + (Cell(),) * (max(width, OWN) - len(row.cells))


def _make_lead_in(block: Block) -> Block:
    """The words above a list; those that do not say so by a colon are its title, in bold."""
    return Block((Run(block.text, "" if block.text.endswith(LEAD_IN_ENDS) else "b"),))


def _join_runs(cell: Cell) -> tuple[Run, ...]:
    """The words of a cell as those of one block, whatever lines it has."""
    runs: list[Run] = []
    for block in cell.blocks:
        runs += (Run("\n"), *block.runs) if runs else block.runs
    return tuple(runs)


def _read_comments(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        if isinstance(element, Paragraph) and is_comment(element):
            label, _, words = element.text.partition(": ")
            yield label, words


def _print_measure(element: Paragraph) -> Block:
    return element.block if element.block.level else make_block(element.text)
