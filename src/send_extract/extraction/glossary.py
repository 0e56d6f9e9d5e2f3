"""The glossary of a document, and the elements that are none of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic
from send_extract.document import Block, Paragraph, Row, Run, Table
from send_extract.extraction.labels import find_label
from send_extract.patterns import compile_later
from send_extract.values.acronym import GlossaryEntry
from send_extract.values.acronym.glossary import GlossaryReading, parse_glossary_line, parse_glossary_row
from send_extract.values.owner.keys import read_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from send_extract.source import Location

_TITLE = compile_later(
    r"\W*(?:(?:appendix|annex)\s+\w+\W+)?(?:(?:key|list|table)\s+(?:to|of)\s+)?(?:the\s+)?"
    r"(?:(?:common|key)\s+)?(?:glossary|abbreviations?|acronyms?|initials|key|definitions?)"
    r"(?:(?:\s+(?:of|to|and|&)|\W)+(?:terms?|abbreviations?|acronyms?|initials|definitions?|owners?|officers?|used))*"
    r"(?:\W+in\s+(?:this|the)(?:\s+\w+){1,4})?\W*$",
    re.IGNORECASE,
)
_TERM = compile_later(r"\W*(?:initials?|acronyms?|abbreviations?|terms?|codes?)\W*$", re.IGNORECASE)
_MEANING = compile_later(
    r"\W*(?:(?:full\s+)?names?|(?:lead\s+)?officers?|meanings?|definitions?|descriptions?|expansions?|full\s+(?:title|term)"
    r"|stands?\s+for|persons?|who|title|explanation)\W*$",
    re.IGNORECASE,
)
_CELL = compile_later(r"\t| \| ")
_PAIR = 2


class Outside(NamedTuple):
    """What stands outside the plan's tables: glossary entries, and everything else in order."""

    entries: tuple[GlossaryEntry, ...]
    paragraphs: tuple[Paragraph, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_glossary(elements: Iterable[Paragraph | Table], above: Sequence[Paragraph] = ()) -> Outside:
    """The glossary among `elements`; a heading that is none of its own, or the plan's `above` its table, ends it."""
    entries: list[GlossaryEntry] = []
    paragraphs: list[Paragraph] = []
    diagnostics: list[Diagnostic] = []
    is_open = False
    for element in elements:
        if isinstance(element, Paragraph):
            if is_title(element):
                is_open = True
                paragraphs.append(element)
                continue
            is_open = is_open and not element.level and not (element in above and _is_headline(element.text))
        for words, location, reading in (
            _read_element(element)
            if is_open or _is_key(element) or _is_on_glossary_sheet(element)
            else _keep(element)
        ):
            if reading is None or not reading.entries:
                paragraphs.append(Paragraph(words.block, location, words.level, words.kind))
            else:
                entries += [replace(entry, location=location) for entry in reading.entries]
            if reading:
                diagnostics += [finding.at(location) for finding in reading.findings]
    return Outside(tuple(entries), tuple(paragraphs), tuple(diagnostics))


def is_title(paragraph: Paragraph) -> bool:
    """Whether a paragraph heads a glossary or a key to initials."""
    return len(paragraph.text) < 80 and _TITLE.match(paragraph.text) is not None  # noqa: PLR2004 - a line's length


def _is_key(element: Paragraph | Table) -> bool:
    """Whether a table's own headings say that it is a glossary or a key to initials."""
    if isinstance(element, Paragraph) or not element.rows:
        return False
    heads = [cell.text for cell in element.rows[0].cells if cell.blocks]
    return (
        len(heads) in {_PAIR, _PAIR + 1}
        and _TERM.match(heads[0]) is not None
        and _MEANING.match(heads[1]) is not None
    )


def _is_on_glossary_sheet(element: Paragraph | Table) -> bool:
    """Whether the sheet of a workbook that an element stands on is called a glossary or a key to initials."""
    sheet = element.location.sheet
    return sheet is not None and _TITLE.match(sheet) is not None


def _is_headline(text: str) -> bool:
    """Whether a line is a plan's title or its draft's label, and no term with what it stands for."""
    label = find_label(text)
    if label is not None and not label.before and not label.after:
        return True
    term = re.match(r"[^:–—=|\t]*", text)
    is_worded = term is not None and len(term.group().split()) > _PAIR
    return is_worded and re.search(r"\bplan\b", text, re.IGNORECASE) is not None


def _keep(element: Paragraph | Table) -> list[tuple[Paragraph, Location, GlossaryReading | None]]:
    return [(words, words.location, None) for words in flatten(element)]


def _read_element(element: Paragraph | Table) -> list[tuple[Paragraph, Location, GlossaryReading | None]]:
    if isinstance(element, Paragraph):
        return [(element, element.location, _read_cells(element.text))]
    found: list[tuple[Paragraph, Location, GlossaryReading | None]] = []
    for row in element.rows:
        texts = [cell.text for cell in row.cells if cell.blocks]
        reading = parse_glossary_row(*texts) if len(texts) == _PAIR else _read_cells("\t".join(texts))
        found.append((join_row(row), row.location, reading))
    return found


def _read_cells(text: str) -> GlossaryReading:
    """The entries of a row or line: initials, a name and more of that person (`GB`, `Gail Brown`, `Clerk`) are one."""
    term, *others = [cell.strip() for cell in _CELL.split(text.strip(" |"))]
    known = ", ".join(filter(None, others))
    if len(others) >= _PAIR and read_key(term, known):
        return GlossaryReading((GlossaryEntry(term, known),))
    return parse_glossary_line(text)


def flatten(element: Paragraph | Table) -> list[Paragraph]:
    """An element as paragraphs, a row of a table each."""
    if isinstance(element, Paragraph):
        return [element]
    return [join_row(row) for row in element.rows if any(cell.blocks for cell in row.cells)]


def join_row(row: Row) -> Paragraph:
    """A row as one paragraph, its cells apart by two spaces, a merged one once."""
    words = "  ".join(cell.text for cell in row.cells if cell.blocks and cell.span != "column")
    return Paragraph(Block((Run(words),)), row.location)
