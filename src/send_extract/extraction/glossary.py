"""The glossary of a document, and the elements that are none of it.

A glossary is known by what stands over it, by its table's headings, by its sheet's name, or by its look: terms, a
sign, and words that their letters account for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic
from send_extract.document import RUNNING, Element, Paragraph, Row, Table, make_block
from send_extract.extraction.labels import find_label
from send_extract.patterns import compile_later
from send_extract.source import Location
from send_extract.values.acronym import GlossaryEntry
from send_extract.values.acronym.glossary import GlossaryReading, parse_glossary_line, parse_glossary_row
from send_extract.values.acronym.letters import fits_entry, fits_exactly
from send_extract.values.acronym.runs import parse_run
from send_extract.values.acronym.shapes import is_acronym
from send_extract.values.acronym.titles import is_title, split_title
from send_extract.values.owner.keys import read_key

_TERM: Final = compile_later(
    r"\W*(?:initials?|acronyms?|abbreviations?|terms?|codes?|jargon|letters|short\s+form)\W*$", re.IGNORECASE
)
_MEANING: Final = compile_later(
    r"\W*(?:(?:full\s+)?names?|(?:lead\s+)?officers?|meanings?|definitions?|descriptions?|expansions?"
    r"|(?:in\s+)?full(?:\s+(?:title|term|form|words?))?|stands?\s+for|what\s+it\s+(?:means|stands\s+for)|persons?|who"
    r"|title|explanation)\W*$",
    re.IGNORECASE,
)
_CELL: Final = compile_later(r"\t| \| ")
_EDGES: Final = " \t|•▪●*"
_PAIR: Final = 2
_FEWEST_LEADING: Final = 3
"""Words of a sentence before a colon; fewer may be a term and what it is short for."""
_FEWEST: Final = 2
"""Entries of a table without headings that are enough to know it by its look."""


_FEWEST_RUN: Final = 3
"""Entries without a sign on a line of a glossary that are meant to run on."""


class Outside(Struct, frozen=True):
    """What stands outside the plan's tables: glossary entries, and everything else in order."""

    entries: tuple[GlossaryEntry, ...]
    paragraphs: tuple[Paragraph, ...]
    diagnostics: tuple[Diagnostic, ...]


class _Line(Struct, frozen=True):
    """Words outside the plan's tables, and what a glossary has in them; None where they are none of one.

    `before` is the sentence that leads in to its entries.
    """

    words: Paragraph
    reading: GlossaryReading | None = None
    before: str = ""


def read_glossary(elements: Iterable[Element], above: Sequence[Paragraph] = ()) -> Outside:
    """The glossary among `elements`; a heading that is none of its own, or the plan's `above` its table, ends it."""
    entries: list[GlossaryEntry] = []
    paragraphs: list[Paragraph] = []
    diagnostics: list[Diagnostic] = []
    for line in _join_wrapped(_read_lines(list(elements), above)):
        words, reading = line.words, line.reading
        if reading is None or not reading.entries:
            paragraphs.append(words)
        else:
            entries += [replace(entry, location=words.location) for entry in reading.entries]
            paragraphs += [replace(words, block=make_block(line.before))] if line.before else []
        if reading:
            diagnostics += [finding.at(words.location) for finding in reading.findings]
    return Outside(tuple(entries), tuple(paragraphs), tuple(diagnostics))


def _join_wrapped(lines: Iterable[_Line]) -> Iterator[_Line]:
    """`lines`, an entry whose letters need the next line, which is none, as one with that."""
    last: _Line | None = None
    for line in lines:
        whole = _wrap(last, line) if last else None
        if last and not whole:
            yield last
        last = whole or line
    if last:
        yield last


def _wrap(first: _Line, second: _Line) -> _Line | None:
    """An entry with the rest of its words on the line below; None where these are not the rest."""
    entries = first.reading.entries if first.reading else ()
    if len(entries) != 1 or second.words.level or (second.reading and second.reading.entries):
        return None
    entry = replace(entries[0], text=f"{entries[0].text} {second.words.text.strip()}")
    is_short = len(entries[0].text.split()) < len(entry.term) or not fits_exactly(entry.term, entries[0].text)
    is_rest = is_short and fits_exactly(entry.term, entry.text)
    return replace(first, reading=GlossaryReading((entry,))) if is_rest else None


def _read_lines(elements: Sequence[Element], above: Sequence[Paragraph]) -> Iterator[_Line]:
    """Each line of `elements` with what it says of a glossary."""
    is_open = is_paired = False
    place = 0
    while place < len(elements):
        element, pair = elements[place], _read_pair(elements, place, is_open=is_open or is_paired)
        is_paired = bool(pair)
        place += 1 + len(pair)
        if pair:
            yield from pair
        elif isinstance(element, Table):
            yield from _read_table(element, is_glossary=is_open or _is_glossary(element))
        else:
            is_open = _is_of_glossary(element, above, is_open=is_open)
            yield _read_paragraph(element, is_open=is_open, is_first=place == 1 and element in above)


def _is_of_glossary(element: Paragraph, above: Sequence[Paragraph], *, is_open: bool) -> bool:
    """Whether a paragraph is the title of a glossary, or more of the one that it stands below."""
    if not is_open or is_title(element.text):
        return is_title(element.text)
    return not element.level and not (element in above and _is_headline(element.text))


def _is_glossary(element: Table) -> bool:
    """Whether a table shows by its headings, its sheet or its look that it is a glossary."""
    return _is_key(element) or _is_on_glossary_sheet(element.location) or _looks_like_glossary(element)


def _read_paragraph(element: Paragraph, *, is_open: bool, is_first: bool) -> _Line:
    """A paragraph: a glossary's line, or a run of entries that its look alone tells."""
    if is_title(element.text):
        return _Line(element)
    is_within = is_open and element.kind not in RUNNING
    before, led = _find_led(element.text)
    if led:
        return _Line(element, GlossaryReading(led), before)
    run = _find_run(element, is_open=is_within, is_first=is_first)
    if len(run) > 1 or (run and not is_within):
        return _Line(element, GlossaryReading(run))
    is_read = is_within or _is_on_glossary_sheet(element.location)
    return _Line(element, _read_entries(element.text) if is_read else None)


def _find_run(element: Paragraph, *, is_open: bool, is_first: bool) -> tuple[GlossaryEntry, ...]:
    """The entries that are run together in a paragraph, behind a title of theirs or without one."""
    titled = split_title(element.text)
    run = parse_run(titled.rest) if titled else ()
    if run or is_first or element.level or element.kind == "title":
        return run
    signed = parse_run(element.text, needs_signs=is_open)
    bare = parse_run(element.text) if is_open and not signed else ()
    is_meant = len(bare) >= _FEWEST_RUN  # of two in a glossary's line the second may be a slip
    return bare if is_meant else signed


def _find_led(text: str) -> tuple[str, tuple[GlossaryEntry, ...]]:
    """A sentence that leads in by a colon to several entries, a sign in each, and those entries."""
    before, colon, rest = text.partition(":")
    is_led = colon and len(before.split()) >= _FEWEST_LEADING and split_title(text) is None
    run = parse_run(rest, needs_signs=True) if is_led else ()
    return (before + colon, run) if len(run) > 1 else ("", ())


def _read_entries(text: str) -> GlossaryReading:
    """The entries of a glossary's line, or of each of its lines where every one has a term of its own."""
    readings = [_read_cells(line) for line in text.split("\n")]
    if len(readings) > 1 and all(_is_entry(reading) for reading in readings):
        entries = chain.from_iterable(reading.entries for reading in readings)
        return GlossaryReading(tuple(entries), tuple(chain.from_iterable(each.findings for each in readings)))
    return _read_cells(text)


def _is_entry(reading: GlossaryReading) -> bool:
    return len(reading.entries) == 1 and is_acronym(reading.entries[0].term)


def _read_pair(elements: Sequence[Element], place: int, *, is_open: bool) -> list[_Line]:
    """A term on a line of its own, and the lines below that it is short for; none where there are none."""
    term = _bare(elements[place])
    if term is None or not is_acronym(term):
        return []
    senses: list[_Line] = []
    for element in elements[place + 1 :]:
        sense = _read_sense(term, element)
        if sense is None:
            break
        senses.append(sense)
    end = place + 1 + len(senses)
    is_plain = is_open or len(senses) > 1 or _is_followed(elements[end : end + _PAIR])
    return senses if is_plain else []


def _read_sense(term: str, element: Element) -> _Line | None:
    """A line of what a term is short for."""
    text = _bare(element)
    if text is None or not isinstance(element, Paragraph) or element.level or not fits_entry(term, text):
        return None
    return _Line(element, GlossaryReading((GlossaryEntry(term, text),)))


def _is_followed(rest: Sequence[Element]) -> bool:
    """Whether another term on a line of its own, and what it is short for, come next."""
    words = [_bare(element) or "" for element in rest]
    return len(words) == _PAIR and is_acronym(words[0]) and fits_entry(*words)


def _bare(element: Element) -> str | None:
    """A paragraph's words without the marks around them; None of a table."""
    return element.text.strip(_EDGES) if isinstance(element, Paragraph) else None


def _is_key(element: Table) -> bool:
    """Whether a table's own headings say that it is a glossary or a key to initials."""
    heads = [cell.text for cell in element.rows[0].cells if cell.blocks] if element.rows else []
    return (
        len(heads) in {_PAIR, _PAIR + 1}
        and _TERM.match(heads[0]) is not None
        and _MEANING.match(heads[1]) is not None
    )


def _looks_like_glossary(element: Table) -> bool:
    """Whether the rows of a table, all but one at most, are a term and the words that it is short for."""
    rows = [[cell.text.strip() for cell in row.cells if cell.blocks] for row in element.rows]
    fits = [
        len(row) == _PAIR and any(is_acronym(a) and fits_entry(a, b) for a, b in (row, row[::-1]))
        for row in rows
    ]
    return sum(fits) >= max(_FEWEST, len(rows) - 1)


def _is_on_glossary_sheet(location: Location) -> bool:
    """Whether the sheet of a workbook is called a glossary or a key to initials."""
    return location.sheet is not None and is_title(location.sheet)


def _is_headline(text: str) -> bool:
    """Whether a line is a plan's title or its draft's label, and no term with what it stands for."""
    label = find_label(text)
    if label is not None and label.is_alone:
        return True
    term = re.match(r"[^:–—=|\t]*", text)
    is_worded = term is not None and len(term.group().split()) > _PAIR
    return is_worded and re.search(r"\bplan\b", text, re.IGNORECASE) is not None


def _read_table(element: Table, *, is_glossary: bool) -> Iterator[_Line]:
    if not is_glossary:
        yield from map(_Line, flatten(element))
        return
    for row in element.rows:
        texts = [cell.text for cell in row.cells if cell.blocks]
        if not texts:
            continue
        reading = parse_glossary_row(*texts) if len(texts) == _PAIR else _read_cells("\t".join(texts))
        yield _Line(join_row(row), reading)


def _read_cells(text: str) -> GlossaryReading:
    """The entries of a row or line: initials, a name and more of that person (`GB`, `Gail Brown`, `Clerk`) are one."""
    term, *others = [cell.strip() for cell in _CELL.split(text.strip(" |"))]
    known = ", ".join(filter(None, others))
    if len(others) >= _PAIR and read_key(term, known):
        return GlossaryReading((GlossaryEntry(term, known),))
    return parse_glossary_line(text)


def flatten(element: Element) -> list[Paragraph]:
    """An element as paragraphs, a row of a table each."""
    if isinstance(element, Paragraph):
        return [element]
    return [join_row(row) for row in element.rows if row.is_filled]


def join_row(row: Row) -> Paragraph:
    """A row as one paragraph, its cells apart by two spaces, a merged one once."""
    words = "  ".join(cell.text for cell in row.filled)
    return Paragraph(make_block(words), row.location)
