"""The value of each timing: When cells, and the timings that stand in the words of actions and measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.diagnostics import diagnose
from send_extract.segmentation.context import find_timing_context
from send_extract.source import NOWHERE, Location
from send_extract.values.mention import Mention
from send_extract.values.timing import find_timings, parse_timing

if TYPE_CHECKING:
    from send_extract.diagnostics import Diagnostic
    from send_extract.plan import Action, Measure, Plan, Recommendation, TimingMention
    from send_extract.settings import Settings
    from send_extract.values.timing import TimingContext


def normalise_timings(plan: Plan, settings: Settings) -> Plan:
    """`plan` with a value for every timing that can be read, and a diagnostic for each that cannot."""
    context = find_timing_context(plan.columns, plan.title, plan.draft, plan.paragraphs, settings)
    diagnostics: list[Diagnostic] = []
    recommendations = tuple(
        _normalise_recommendation(recommendation, context, diagnostics)
        for recommendation in plan.recommendations
    )
    return replace(
        plan,
        recommendations=recommendations,
        diagnostics=(*plan.diagnostics, *diagnostics),
        year=context.year,
    )


def _normalise_recommendation(
    recommendation: Recommendation, context: TimingContext, diagnostics: list[Diagnostic]
) -> Recommendation:
    actions = recommendation.actions
    seen: set[tuple[str, Location]] = set()
    read = tuple(_normalise_action(action, context, diagnostics, seen) for action in actions)
    when = recommendation.when
    if when.text:
        # A cell that was divided is the actions' business; one that was not is read as it stands.
        whole = parse_timing(when.text, context)
        if whole.complete or not actions:
            when = Mention(when.text, whole.value, whole.alternatives, when.location)
        if not actions:
            diagnostics.extend(
                finding.at(when.location or recommendation.location) for finding in whole.findings
            )
    measures = tuple(_normalise_measure(measure, context) for measure in recommendation.measures)
    return replace(recommendation, when=when, actions=read, measures=measures)


def _normalise_action(
    action: Action, context: TimingContext, diagnostics: list[Diagnostic], seen: set[tuple[str, Location]]
) -> Action:
    """`action` with its timing; what is odd about a wording is said once for each cell."""
    when = action.when
    place = action.location if when.location == NOWHERE else when.location
    if when.text:
        reading = parse_timing(when.text, context)
        if (when.text, place) not in seen:
            seen.add((when.text, place))
            diagnostics.extend(finding.at(place) for finding in reading.findings)
        when = Mention(when.text, reading.value, reading.alternatives, when.location)
    mentions = _find_mentions(action.text, action.location, context)
    return replace(action, when=when, mentions=mentions) if when.text or mentions else action


def _normalise_measure(measure: Measure, context: TimingContext) -> Measure:
    mentions = _find_mentions(measure.text, measure.location, context)
    return replace(measure, mentions=mentions) if mentions else measure


def _find_mentions(text: str, location: Location, context: TimingContext) -> tuple[TimingMention, ...]:
    """The timings that stand in an action's or a measure's own words."""
    return tuple(
        Mention(text[start:end], reading.value, reading.alternatives, location)
        for start, end, reading in find_timings(text, context)
    )


def missing_timings(plan: Plan) -> tuple[Diagnostic, ...]:
    """A diagnostic for each action of a plan with timings that has none, where its cell says nothing either."""
    return tuple(
        diagnose("timing-missing", action.location, id=action.id)
        for recommendation in plan.recommendations
        for action in recommendation.actions
        if not action.when.text and not recommendation.when.text
    )
