"""The stage between reading and extracting: however a plan is laid out, it becomes tables with their heading rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from send_extract.document import GENERATED, Document, Element, Table
from send_extract.headings.rows import guess_heading_row
from send_extract.settings import Field
from send_extract.structure.beside import part_beside
from send_extract.structure.dated import label_dated
from send_extract.structure.heads import mark_heading_rows
from send_extract.structure.insets import has_insets, lift_insets, unfold_insets
from send_extract.structure.listed import tabulate_listed
from send_extract.structure.promises import label_promises
from send_extract.structure.turned import turn_table

__all__ = ["find_synonyms", "structure_document"]

Elements = tuple[Element, ...]


def structure_document(document: Document, synonyms: Mapping[str, str]) -> Document:
    """The document with its outlines, forms and labelled text as tables, and with every heading row marked as one.

    `synonyms` are the settings' own headings. A document that this program wrote becomes the table it was made from.
    """
    elements = _restore(document.elements) if GENERATED in document.properties else document.elements
    elements = tuple(part for element in elements for part in _part(element))
    if any(map(has_insets, elements)):
        elements = _unfold(elements, synonyms)
    marked = mark_heading_rows(elements, synonyms)
    if not _has_plan(marked):
        marked = mark_heading_rows([turn_table(each, synonyms) for each in marked], synonyms)
    if not _has_plan(marked):
        marked = mark_heading_rows(_tabulate(label_dated(label_promises(marked))), synonyms)
    if not _has_plan(marked):
        marked = mark_heading_rows(marked, synonyms, guess_heading_row)
    return replace(document, elements=tabulate_listed(marked, synonyms))


def _unfold(elements: Elements, synonyms: Mapping[str, str]) -> Elements:
    """The elements without tables inside cells; forms, where nothing else is a plan, are first one table of all."""
    unfolded = unfold_insets(elements, synonyms)
    if not _has_plan(mark_heading_rows(unfolded, synonyms)):
        unfolded = unfold_insets(_tabulate(unfolded), synonyms)
    return tuple(lift_insets(unfolded, synonyms))


def find_synonyms(document: Document, synonyms: Mapping[str, Field]) -> Mapping[str, Field]:
    """The settings' own headings (`synonyms`), and those that a document of this program has in their places."""
    if GENERATED not in document.properties:
        return synonyms
    from send_extract.structure.regenerated import name_headings

    return {**name_headings(document.elements), **synonyms}


def _part(element: Element) -> Elements:
    return part_beside(element) if isinstance(element, Table) else (element,)


def _has_plan(elements: Sequence[Element]) -> bool:
    """Whether a table has a plan's heading row."""
    return any(row.is_header for each in elements if isinstance(each, Table) for row in each.rows)


def _restore(elements: Elements) -> Elements:
    from send_extract.structure.regenerated import restore_plan

    return tuple(restore_plan(elements))


def _tabulate(elements: Elements) -> Elements:
    from send_extract.structure.outline import tabulate_outline

    return tabulate_outline(elements)
