"""The plan that this program writes as Markdown, put back into the table that it was made from.

Its rules stand in `docs/outputs.md`; the template that follows them is `writers/templates/plan.md.jinja`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from send_extract.document import Element, Paragraph
from send_extract.notation.derived import DERIVED, LAST
from send_extract.settings import Field
from send_extract.structure.regenerated.records import PrintedRecord, is_comment, read_record
from send_extract.structure.regenerated.rows import build_table, find_labels

_PART, _RECORD = 2, 3
"""The levels of the headings of the plan's parts, and of its recommendations."""
_RECORDS = "Recommendations"
_GLOSSARY = "Glossary"
_UNTITLED = ", untitled"
"""How the first comment ends where the plan has no title."""


def restore_plan(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements of the plan that the Markdown shows: title and label, one table, glossary, the rest."""
    for name, body in _divide(elements):
        if name == _RECORDS:
            records = _read_records(body)
            yield from (build_table(records),) if records else ()
            strays = (*_find_strays(body), *chain.from_iterable(record.strays for record in records))
            yield from (_unmark(element, "") for element in strays)
        elif name not in DERIVED:
            yield from (_unmark(element, name) for element in _drop_marks(body))


def name_headings(elements: Sequence[Element]) -> Mapping[str, Field]:
    """Which field each heading of the table means: it stands in its place, whatever it says."""
    records = [
        record for name, body in _divide(elements) if name == _RECORDS for record in _read_records(body)
    ]
    return find_labels(records).name_fields() if records else {}


def _divide(elements: Sequence[Element]) -> list[tuple[str, list[Element]]]:
    """The parts of the plan by the words of their headings, the first has none; what is to be mended is the last."""
    parts: list[tuple[str, list[Element]]] = [("", [])]
    for element in elements:
        if isinstance(element, Paragraph) and element.level == _PART:
            if element.text == LAST:
                return parts
            parts.append((element.text, []))
        parts[-1][1].append(element)
    return parts


def _read_records(elements: Sequence[Element]) -> tuple[PrintedRecord, ...]:
    starts = [place for place, element in enumerate(elements) if _begins_record(element)]
    return tuple(read_record(elements[start:end]) for start, end in pairwise((*starts, len(elements))))


def _begins_record(element: Element) -> bool:
    return isinstance(element, Paragraph) and element.level == _RECORD


def _find_strays(elements: Sequence[Element]) -> Iterator[Element]:
    """What somebody put between the heading of the recommendations and the first of them."""
    for element in elements[1:]:
        if _begins_record(element):
            return
        if not is_comment(element):
            yield element


def _drop_marks(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements without the comments, and without the heading that stands for a title that there is not."""
    is_untitled = False
    for element in elements:
        if is_comment(element):
            is_untitled = is_untitled or _says_untitled(element)
        elif not (is_untitled and isinstance(element, Paragraph) and element.level == 1):
            yield element


def _says_untitled(comment: Element) -> bool:
    return isinstance(comment, Paragraph) and comment.text.endswith(_UNTITLED)


def _unmark(element: Element, part: str) -> Element:
    """A quoted paragraph as one of the document's own; the glossary without the headings that it was given."""
    if isinstance(element, Paragraph):
        return replace(element, kind="body")
    return replace(element, rows=element.rows[1:]) if part == _GLOSSARY else element
