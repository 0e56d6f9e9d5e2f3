"""Whose the timings and owners of a cell are: each row's When and Who divided among its actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic
from send_extract.normalisation.rules import find_section_context
from send_extract.plan import Action, Plan, Recommendation
from send_extract.segmentation import Cells, Segments
from send_extract.segmentation.context import find_timing_context
from send_extract.segmentation.labelled import order_parts
from send_extract.segmentation.owners import segment_owners
from send_extract.segmentation.spans import divide_timings
from send_extract.source import Location
from send_extract.values.mention import Mention
from send_extract.values.timing import TimingContext

if TYPE_CHECKING:
    from send_extract.settings import Settings

_NOTHING: Mention[Any] = Mention()


def divide_cells(plan: Plan, cells: Sequence[Iterable[Cells]], settings: Settings) -> Plan:
    """`plan` with its year, and with the words of its own timing and owners at each action; no values yet.

    `cells` are those that stand beside the actions of each recommendation.
    """
    context = find_timing_context(plan, settings)
    diagnostics: list[Diagnostic] = []
    recommendations = tuple(
        _divide(record, rows, find_section_context(record.section, context), diagnostics)
        for record, rows in zip(plan.recommendations, cells, strict=True)
    )
    found = (*plan.diagnostics, *diagnostics)
    return replace(plan, recommendations=recommendations, year=context.year, diagnostics=found)


def _divide(
    record: Recommendation, rows: Iterable[Cells], context: TimingContext, diagnostics: list[Diagnostic]
) -> Recommendation:
    actions = list(record.actions)
    for row in rows:
        end = row.first + row.actions
        divided = _divide_row(row, actions[row.first : end], context, diagnostics)
        actions[row.first : end] = divided
    return replace(record, actions=tuple(actions))


def _divide_row(
    row: Cells, actions: Sequence[Action], context: TimingContext, diagnostics: list[Diagnostic]
) -> list[Action]:
    """A row's actions with what its cells say of each; where they are silent, an action keeps its own words."""
    whens, whos = [action.when for action in actions], [action.who for action in actions]
    if any(row.timings):
        divided = divide_timings(row.timings, row.actions, context)
        segments = replace(divided, parts=order_parts(divided.parts, [action.text for action in actions]))
        whens = _mention(segments, row.timed_at, diagnostics)
    if row.owners:
        whos = _mention(segment_owners(row.owners, row.actions), row.owned_at, diagnostics)
    parts = zip(actions, whens, whos, strict=True)
    return [replace(action, when=when, who=who) for action, when, who in parts]


def _mention(segments: Segments, location: Location, diagnostics: list[Diagnostic]) -> list[Mention[Any]]:
    """A mention a part; one that is shared where all parts are the same."""
    diagnostics += [finding.at(location) for finding in segments.findings]
    parts = segments.parts
    if len(parts) > 1 and parts.count(parts[0]) == len(parts):
        return [Mention(parts[0], None, (), location)] * len(parts)
    return [Mention(part, None, (), location) if part else _NOTHING for part in parts]
