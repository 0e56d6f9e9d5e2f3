"""What a plan says, in normal form: what two plans have in common when `diff_plans` finds no change.

Titles, labels, locations, diagnostics, emphasis and what is derived (acronyms, owners listed) are no part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from send_extract.comparison.columns import list_own_cells
from send_extract.comparison.naming import Headings, find_headings
from send_extract.comparison.owners import find_owner_keys, list_effective, list_labels
from send_extract.comparison.recommendations import list_notes
from send_extract.comparison.shares import share_cells
from send_extract.comparison.shifts import find_canonical
from send_extract.values.timing import Timing
from send_extract.values.wording import find_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from send_extract.comparison.owners import Labels
    from send_extract.comparison.shares import Cells
    from send_extract.plan import Action, Plan, Recommendation, TimingMention
    from send_extract.values.acronym import GlossaryEntry

When = tuple[str, Timing | None]
Glossary = tuple[tuple[str, str], ...]
NO_TIMING: When = ("", None)


class ActionContent(NamedTuple):
    """An action's words, timing and owners, and the cells that it alone has."""

    text: str
    when: When
    owners: frozenset[str]
    columns: frozenset[tuple[str, str]]


class RecommendationContent(NamedTuple):
    """A recommendation with all that is in it; `owners` and `when` where no action tells them."""

    number: str
    text: str
    notes: frozenset[str]
    columns: frozenset[tuple[str, str]]
    owners: frozenset[str]
    when: When
    actions: tuple[ActionContent, ...]
    measures: tuple[str, ...]


class Content(NamedTuple):
    """A plan's recommendations in order, and its glossary."""

    recommendations: tuple[RecommendationContent, ...]
    glossary: Glossary


NO_HEADINGS = Headings()


def find_content(plan: Plan) -> Content:
    """The content of a plan."""
    headings = find_headings(plan, plan)
    records = tuple(find_recommendation(record, None, headings) for record in plan.recommendations)
    return Content(records, find_glossary(plan.glossary))


def find_glossary(entries: Iterable[GlossaryEntry]) -> Glossary:
    """The content of a glossary, whose order says nothing."""
    return tuple(sorted((find_key(entry.term), find_key(entry.text)) for entry in entries))


def find_recommendation(
    record: Recommendation, numbers: dict[str, str] | None = None, headings: Headings = NO_HEADINGS
) -> RecommendationContent:
    """The content of a recommendation; `numbers` says how those that it names are called now."""
    return RecommendationContent(
        find_key(record.number),
        find_key(record.text),
        frozenset(list_notes(record, numbers)),
        find_columns(share_cells(record, headings).cells),
        frozenset() if record.actions else find_owner_keys(list_labels(record.who)),
        NO_TIMING if record.actions else find_when(record.when),
        tuple(find_action(action, list_effective(record, action), headings) for action in record.actions),
        tuple(find_key(measure.text) for measure in record.measures),
    )


def find_columns(cells: Cells) -> frozenset[tuple[str, str]]:
    """The cells that have no kind of change of their own, by name."""
    return frozenset((name, find_key(cell)) for name, cell in cells.items() if cell.strip())


def find_action(action: Action, owners: Labels, headings: Headings = NO_HEADINGS) -> ActionContent:
    """The content of an action that `owners` answer for."""
    columns = find_columns(list_own_cells(action, headings))
    return ActionContent(find_key(action.text), find_when(action.when), find_owner_keys(owners), columns)


def find_when(mention: TimingMention) -> When:
    """A timing's words and its value."""
    return find_key(mention.text), None if mention.value is None else find_canonical(mention.value)
