"""A group of rows to a recommendation: its words, and the cells that stand beside its actions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic
from send_extract.document import Block, cut_runs
from send_extract.extraction.fields import read_told
from send_extract.extraction.notes import find_relations, take_notes
from send_extract.extraction.steps import join_lines, read_steps
from send_extract.extraction.words import PrintedWords, join_blocks, print_words
from send_extract.notation.furniture import cut_continued
from send_extract.notation.numbers import says_number
from send_extract.plan import Recommendation
from send_extract.segmentation import Cells

if TYPE_CHECKING:
    from send_extract.extraction.columns import Columns
    from send_extract.extraction.gathering import Group
    from send_extract.extraction.rows import PlacedRow


_TOLD = ("status", "progress", "priority", "cost")


class BuiltRecommendation(Struct, frozen=True):
    """A recommendation, what was odd about its rows, and the cells beside its actions."""

    recommendation: Recommendation
    diagnostics: tuple[Diagnostic, ...]
    cells: tuple[Cells, ...]


def build_recommendation(group: Group) -> BuiltRecommendation:
    """The recommendation of a group of rows."""
    words, own_notes = _read_words(group)
    steps = read_steps(group)
    notes = (*own_notes, *steps.notes, *_read_notes(group))
    named = {field for placed in group.rows for field in placed.columns.places} | {
        name for name, _ in group.said
    }
    told = {field: _join_field(group, field) for field in _TOLD if field in named}
    recommendation = Recommendation(
        number=group.number,
        text=words.text,
        rich=words.rich,
        section=group.section,
        notes=notes,
        relations=find_relations(notes) if notes else (),
        when=steps.when,
        who=steps.who,
        actions=steps.actions,
        measures=steps.measures,
        extra=_read_extra(group),
        location=group.rows[0].row.location,
        **told,
    )
    return BuiltRecommendation(recommendation, steps.diagnostics, steps.cells)


def _read_words(group: Group) -> tuple[PrintedWords, tuple[str, ...]]:
    """The recommendation's own words, from every row that has some of them, and the notes among them."""
    if group.asked:
        return PrintedWords(group.asked.text), ()
    first = group.rows[0].cells("recommendation")
    if len(group.rows) == len(first) == 1 and not group.skipped and first[0].blocks:
        taken = take_notes(join_blocks(first[0].blocks))
        return print_words(taken.runs), taken.notes
    blocks = _list_blocks(group)
    if not blocks:
        return PrintedWords(""), ()
    taken = take_notes(cut_runs(join_blocks(blocks), group.skipped))
    words = print_words(taken.runs)
    return replace(words, text=words.text.strip()), taken.notes


def _list_blocks(group: Group) -> list[Block]:
    """What is recommended in every row, the same words once."""
    blocks: list[Block] = []
    said: set[str] = set()
    for cell in chain.from_iterable(placed.cells("recommendation") for placed in group.rows):
        text = cut_continued(cell.text)
        if not (cell.span or text in said or says_number(text, group.number)):
            blocks += cell.blocks
            said.add(text)
    return blocks


def _read_notes(group: Group) -> list[str]:
    """The blocks of the notes' columns, each a note, and the lines below the rows that are notes."""
    said = [words for name, words in group.said if name == "notes"]
    return said + [
        block.text
        for placed in group.rows
        for place in placed.columns.find("notes")
        if not placed.row.at(place).span
        for block in placed.row.at(place).blocks
    ]


def _join_field(group: Group, field: str) -> str | None:
    """The words of a field, a row a line, and those of the lines below the rows that say more of it."""
    said = [words for name, words in group.said if name == field]
    if all(field not in placed.columns.places for placed in group.rows):
        return "\n".join(said) or None
    return join_lines([*(read_told(placed, field) for placed in group.rows), *said]) or None


def _read_extra(group: Group) -> dict[str, str]:
    """The cells that have no field, by heading, a row a line; those beyond the headings by their place."""
    extra: dict[str, list[str]] = {}
    for placed in group.rows:
        for heading, text in _list_extra(placed, group):
            extra.setdefault(heading, []).append(text)
    return {heading: "\n".join(dict.fromkeys(texts)) for heading, texts in extra.items()}


def _list_extra(placed: PlacedRow, group: Group) -> Iterator[tuple[str, str]]:
    """The words of a row's cells that have no field, or another number than the recommendation's, by heading."""
    columns = placed.columns
    own = columns.find("number") if len(group.rows) > 1 else ()
    beyond = range(len(columns.headings), len(placed.row.cells))
    for place in (*columns.find("extra"), *own, *beyond):
        text = placed.row.at(place).text
        if text and not (place in own and says_number(text, group.number)):
            yield _name_column(columns, place), text


def _name_column(columns: Columns, place: int) -> str:
    """The heading of a column; its place where it has none."""
    heading = columns.headings[place] if place < len(columns.headings) else ""
    return heading or f"column {place + 1}"
