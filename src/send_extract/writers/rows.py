"""The rows that the tables of a plan are made of, and what their cells say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct

from send_extract.plan import Action, Measure, Plan, Recommendation
from send_extract.values.owner import Owner
from send_extract.values.timing import Interval, Timing

SEPARATOR = "; "
OVER = ("complete", "cancelled", "ongoing")
"""Statuses with which nothing is overdue."""


class ActionRow(Struct, frozen=True):
    """An action with the recommendation that it stands under, and the fields of the plan's columns by heading.

    `timing` is what the action's timing means, None where it was not read.
    """

    record: Recommendation
    action: Action
    timing: Timing | None
    fields: Mapping[str, str]


class DateRow(Struct, frozen=True):
    """One interval of an action, or of a recommendation without actions; `position` counts from 1."""

    record: Recommendation
    action: Action | None
    position: int
    interval: Interval


class OwnerRow(Struct, frozen=True):
    """One owner of an action, or of a recommendation without actions; `position` counts from 1."""

    record: Recommendation
    action: Action | None
    position: int
    owner: Owner


class MeasureRow(Struct, frozen=True):
    """A measure with the recommendation that it stands under."""

    record: Recommendation
    measure: Measure


def find_actions(plan: Plan) -> Iterator[ActionRow]:
    """Every action of a plan with its recommendation."""
    fields = {column.heading: column.field for column in plan.columns}
    for record in plan.recommendations:
        for action in record.actions:
            yield ActionRow(record, action, action.when.value, fields)


def find_dates(plan: Plan) -> Iterator[DateRow]:
    """Every interval of every action, and of every recommendation that carries its own timing."""
    for record in plan.recommendations:
        for action in record.actions or (None,):
            timing = (record if action is None else action).when.value
            for position, interval in enumerate(timing.intervals if timing else (), 1):
                yield DateRow(record, action, position, interval)


def find_owners(plan: Plan) -> Iterator[OwnerRow]:
    """Every owner of every action, and of every recommendation that has none."""
    for record in plan.recommendations:
        for action in record.actions or (None,):
            owners = (record if action is None else action).who.value or ()
            for position, owner in enumerate(owners, 1):
                yield OwnerRow(record, action, position, owner)


def find_measures(plan: Plan) -> Iterator[MeasureRow]:
    """Every measure of a plan with its recommendation."""
    for record in plan.recommendations:
        for measure in record.measures:
            yield MeasureRow(record, measure)


def of_timing(name: str) -> Callable[[ActionRow], object]:
    """A function that gives one field of the timing, None where it was not read."""

    def value(row: ActionRow) -> object:
        return getattr(row.timing, name, None)

    return value


def of_row(field: str) -> Callable[[ActionRow], str | None]:
    """A function that gives what the action's own row says in its columns of a field, None where it says nothing."""

    def value(row: ActionRow) -> str | None:
        extra = row.action.extra
        return (
            extra and join(text for heading, text in extra.items() if row.fields.get(heading) == field)
        ) or None

    return value


def say_frequency(row: ActionRow) -> str | None:
    """How often, as count and period: `6/P1Y`."""
    frequency = row.timing.frequency if row.timing else None
    return f"{frequency.count}/{frequency.period}" if frequency else None


def count_intervals(row: ActionRow) -> int | None:
    """How many intervals the timing has, None where it was not read."""
    return None if row.timing is None else len(row.timing.intervals)


def join(values: Iterable[str]) -> str | None:
    """Several values in one cell."""
    return SEPARATOR.join(values) or None


def relate(kind: str) -> Callable[[Recommendation], str | None]:
    """A function that gives the numbers of one kind of relation."""

    def value(record: Recommendation) -> str | None:
        return join(number for tie in record.relations if tie.kind == kind for number in tie.numbers)

    return value


def say_extra(extra: Mapping[str, str]) -> str | None:
    """Cells by heading as a JSON object."""
    return msgspec.json.encode(extra).decode() if extra else None
