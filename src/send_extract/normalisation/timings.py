"""The value of each timing: When cells, and the timings that stand in the words of actions and measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, starmap
from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.normalisation.rules import (
    StatedTiming,
    find_plan_rule,
    find_section_context,
    find_section_rule,
)
from send_extract.plan import Action, Measure, Plan, Recommendation, TimingMention
from send_extract.segmentation.context import find_timing_context
from send_extract.settings import TIMED
from send_extract.source import Location
from send_extract.values.mention import Mention
from send_extract.values.timing import TimingContext, TimingReading, find_timings, parse_timing

if TYPE_CHECKING:
    from send_extract.settings import Settings


def normalise_timings(plan: Plan, settings: Settings) -> Plan:
    """`plan` with a value for every timing that can be read, and a diagnostic for each that cannot."""
    context = find_timing_context(plan, settings)
    rule = find_plan_rule(plan.paragraphs, context)
    diagnostics: list[Diagnostic] = []
    inherited: Counter[StatedTiming] = Counter()
    recommendations = []
    for recommendation in plan.recommendations:
        own = find_section_context(recommendation.section, context)
        read = _normalise_recommendation(recommendation, own, diagnostics)
        default = find_section_rule(recommendation.section, own) or rule
        if default and not recommendation.when.text:
            inherited[default] += sum(not action.when.text for action in read.actions)
            read = replace(read, actions=tuple(_inherit(action, default) for action in read.actions))
        recommendations.append(read)
    diagnostics += chain.from_iterable(starmap(_report_inherited, inherited.items()))
    diagnostics += _find_missing(recommendations) if _has_timings(plan) else []
    return replace(
        plan,
        recommendations=tuple(recommendations),
        diagnostics=(*plan.diagnostics, *diagnostics),
        year=context.year,
    )


def _has_timings(plan: Plan) -> bool:
    """Whether the plan has a column for timings at all."""
    return any(column.field in TIMED for column in plan.columns)


def _inherit(action: Action, rule: StatedTiming) -> Action:
    if action.when.text:
        return action
    return replace(action, when=_mention(rule.text, rule.reading, rule.location))


def _report_inherited(rule: StatedTiming, count: int) -> Iterator[Diagnostic]:
    if count:
        yield diagnose("timing-inherited", rule.location, text=rule.text, place=rule.place, count=count)


def _find_missing(recommendations: list[Recommendation]) -> list[Diagnostic]:
    """A diagnostic for each action that has no timing, where its cell says nothing either."""
    return [
        diagnose("timing-missing", action.location, id=action.id)
        for recommendation in recommendations
        for action in recommendation.actions
        if not action.when.text and not recommendation.when.text
    ]


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
            when = _mention(when.text, whole, when.location)
        if not actions:
            place = when.location.within(recommendation.location)
            diagnostics.extend(finding.at(place) for finding in whole.findings)
    measures = tuple(_normalise_measure(measure, context) for measure in recommendation.measures)
    return replace(recommendation, when=when, actions=read, measures=measures)


def _normalise_action(
    action: Action, context: TimingContext, diagnostics: list[Diagnostic], seen: set[tuple[str, Location]]
) -> Action:
    """`action` with its timing; what is odd about a wording is said once for each cell."""
    when = action.when
    place = when.location.within(action.location)
    if when.text:
        reading = parse_timing(when.text, context)
        if reading.findings and (when.text, place) not in seen:
            seen.add((when.text, place))
            diagnostics.extend(finding.at(place) for finding in reading.findings)
        when = _mention(when.text, reading, when.location)
    mentions = _find_mentions(action.text, action.location, context)
    return replace(action, when=when, mentions=mentions) if when.text or mentions else action


def _normalise_measure(measure: Measure, context: TimingContext) -> Measure:
    mentions = _find_mentions(measure.text, measure.location, context)
    return replace(measure, mentions=mentions) if mentions else measure


def _mention(text: str, reading: TimingReading, location: Location) -> TimingMention:
    return Mention(text, reading.value, reading.alternatives, location, reading.rule)


def _find_mentions(text: str, location: Location, context: TimingContext) -> tuple[TimingMention, ...]:
    """The timings that stand in an action's or a measure's own words."""
    found = find_timings(text, context)
    return tuple([_mention(text[start:end], reading, location) for start, end, reading in found])
