"""Words of a document that no record has taken up: they stay outside the records, and it is said where they stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from msgspec.structs import replace

from send_extract.account import find_words
from send_extract.diagnostics import diagnose
from send_extract.document import Document, Element, Paragraph, print_runs
from send_extract.plan import Plan, PlanParagraph
from send_extract.source import Location


def keep_unplaced(plan: Plan, document: Document, lost: Counter[str]) -> Plan:
    """The plan with the passages of `document` that hold the words which are `lost` among its paragraphs."""
    found = [
        (text, location, words)
        for text, location in chain.from_iterable(map(_list_passages, document.elements))
        if not lost.keys().isdisjoint(words := Counter(find_words(text)))
    ]
    found.sort(key=lambda each: (each[2] & lost).total() / each[2].total(), reverse=True)
    kept: list[tuple[str, Location]] = []
    for text, location, words in found:
        if words & lost:
            kept.append((text, location))
            lost = lost - words
    if not kept:
        return plan
    paragraphs = tuple(PlanParagraph(text=text, location=location) for text, location in kept)
    said = tuple(diagnose("words-unplaced", location, text=text) for text, location in kept)
    return replace(plan, paragraphs=(*plan.paragraphs, *paragraphs), diagnostics=(*plan.diagnostics, *said))


def _list_passages(element: Element) -> Iterator[tuple[str, Location]]:
    """The passages of a paragraph or a table, each with its place."""
    if isinstance(element, Paragraph):
        yield print_runs(element.block.runs), element.location
        return
    for row in element.rows:
        for paragraph in row.paragraphs:
            yield print_runs(paragraph.block.runs), row.location
