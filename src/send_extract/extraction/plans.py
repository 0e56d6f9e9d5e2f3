"""A document to a plan: its tables to recommendations, its glossary, and what stands outside both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic
from send_extract.document import Document, Paragraph, make_block
from send_extract.extraction.checks import check_recommendations
from send_extract.extraction.comments import annotate, take_comments
from send_extract.extraction.drafts import read_draft, tell_paragraph
from send_extract.extraction.glossary import Outside, read_glossary
from send_extract.extraction.groups import group_rows
from send_extract.extraction.identities import count_on
from send_extract.extraction.layout import find_layout
from send_extract.extraction.records import build_recommendation
from send_extract.plan import Column, Plan, PlanParagraph, SourceRecord
from send_extract.segmentation import Cells
from send_extract.settings import TIMED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from send_extract.extraction.layout import Layout
    from send_extract.settings import Settings


class Extraction(Struct, frozen=True):
    """A plan whose mentions have words and no values yet, and what was odd about the document.

    `cells` are those beside the actions of each recommendation, which normalisation divides among them.
    """

    plan: Plan
    diagnostics: tuple[Diagnostic, ...]
    cells: tuple[tuple[Cells, ...], ...]


def extract_plan(document: Document, source: SourceRecord, settings: Settings) -> Extraction:
    """The plan in `document`.

    Raises:
        NoPlanFound: no table of the document is a plan's; the message names the headings seen.
    """
    taken = take_comments(document)
    document = taken.document
    layout = find_layout(document, source.name, settings.headings)
    outside = read_glossary(layout.outside, layout.above)
    head = read_draft(outside.paragraphs, layout.above, replace(document, elements=layout.outside))
    columns = _list_columns(layout)
    groups = group_rows(layout.tables)
    below = _read_titles(groups.titles)
    built = [build_recommendation(group) for group in groups.groups]
    apart = tuple(count_on(one.recommendation for one in built))
    annotated = annotate(apart, groups.groups, taken.comments)
    recommendations = annotated.recommendations
    plan = Plan(
        title=head.title,
        draft=head.draft,
        source=source,
        columns=columns,
        recommendations=recommendations,
        glossary=(*outside.entries, *below.entries),
        paragraphs=(*head.paragraphs, *map(tell_paragraph, below.paragraphs), *annotated.elsewhere),
    )
    found = [diagnostic for one in built for diagnostic in one.diagnostics]
    diagnostics = (*layout.diagnostics, *groups.diagnostics, *found)
    has_actions = any(table.columns.find("actions") for table in layout.tables)
    checked = check_recommendations(recommendations, has_actions=has_actions, columns=columns)
    cells = tuple(one.cells for one in built)
    return Extraction(plan, (*diagnostics, *checked, *outside.diagnostics, *below.diagnostics), cells)


def _read_titles(titles: Sequence[PlanParagraph]) -> Outside:
    """What rows of one cell that no row stands under have of a glossary, and the others."""
    return read_glossary(Paragraph(make_block(title.text), title.location, title.level) for title in titles)


def _list_columns(layout: Layout) -> tuple[Column, ...]:
    """The columns of every table of the plan, each heading once."""
    seen: dict[str, Column] = {}
    for table in layout.tables:
        for heading, field in zip(table.columns.headings, table.columns.fields, strict=True):
            if heading or field not in TIMED:
                seen.setdefault(heading, Column(heading, field))
    return tuple(seen.values())
