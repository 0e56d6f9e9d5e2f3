"""Comments made in a document's margin: notes of the recommendation whose row they stand at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Document, Paragraph
from send_extract.extraction.notes import find_relations
from send_extract.plan import PlanParagraph, Recommendation
from send_extract.source import Location

if TYPE_CHECKING:
    from send_extract.extraction.gathering import Group

_KIND = "comment"


class Taken(Struct, frozen=True):
    """A document without its comments, and the comments."""

    document: Document
    comments: tuple[Paragraph, ...]


class Annotated(Struct, frozen=True):
    """Recommendations with the comments at their rows as notes, and the comments that stand elsewhere."""

    recommendations: tuple[Recommendation, ...]
    elsewhere: tuple[PlanParagraph, ...]


def take_comments(document: Document) -> Taken:
    """The comments of a document apart from the rest."""
    comments = tuple(each for each in document.elements if isinstance(each, Paragraph) and each.kind == _KIND)
    if not comments:
        return Taken(document, ())
    rest = tuple(each for each in document.elements if each not in comments)
    return Taken(replace(document, elements=rest), comments)


def annotate(
    recommendations: Sequence[Recommendation], groups: Sequence[Group], comments: Sequence[Paragraph]
) -> Annotated:
    """The recommendations of `groups` with the comments made at their rows."""
    places = {
        _tell_row(placed.row.location): index for index, group in enumerate(groups) for placed in group.rows
    }
    annotated = list(recommendations)
    elsewhere: list[PlanParagraph] = []
    for comment in comments:
        index = places.get(_tell_row(comment.location)) if comment.location.row else None
        if index is None:
            elsewhere.append(PlanParagraph(comment.text, 0, comment.location))
        else:
            notes = (*annotated[index].notes, comment.text)
            annotated[index] = replace(annotated[index], notes=notes, relations=find_relations(notes))
    return Annotated(tuple(annotated), tuple(elsewhere))


def _tell_row(location: Location) -> tuple[str | None, int | None, int | None]:
    return location.sheet, location.table, location.row
