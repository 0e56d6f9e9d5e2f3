import datetime as dt

import pytest

from send_extract.plan import Draft
from send_extract.values.timing import Frequency, Interval, Timing
from send_extract.writers.agenda.items import PlanItem, list_contents
from send_extract.writers.agenda.scale import Scale
from send_extract.writers.agenda.spans import (
    Window,
    find_day,
    find_due,
    list_due,
    list_months,
    list_times,
    look_ahead,
)
from tests.builders import make_action, make_plan, make_recommendation
from tests.writers.page.samples import BY_JULY, FROM_APRIL, MARCH, MAY, QUARTERLY, WAITS

YEAR = Scale(dt.date(2022, 1, 1), dt.date(2022, 12, 31))


def make_item(value: Timing | None) -> PlanItem:
    plan = make_plan(make_recommendation(actions=(make_action(when="x", value=value),)))
    return list_contents(plan).items[0]


@pytest.mark.parametrize(
    ("day", "last"),
    [("2022-01-01", "2022-03-31"), ("2022-01-10", "2022-04-09"), ("2021-11-30", "2022-02-27")],
)
def test_the_summary_looks_three_months_ahead(day: str, last: str) -> None:
    first = dt.date.fromisoformat(day)
    assert look_ahead(first) == Window(first, dt.date.fromisoformat(last))


def test_the_day_is_the_one_asked_for_else_the_plan_s_else_the_first_dated() -> None:
    actions = tuple(make_action(when="then", value=value) for value in (MAY, BY_JULY, None))
    record, asked = make_recommendation(actions=actions), dt.date(2023, 1, 1)
    dated = make_plan(record, draft=Draft(date=dt.date(2022, 1, 10)))
    assert find_day(dated, asked) == asked
    assert find_day(dated, None) == dt.date(2022, 1, 10)
    assert find_day(make_plan(record), None) == dt.date(2022, 5, 1)
    assert find_day(make_plan(), None) is None


def test_due_is_the_last_day_and_of_an_open_end_the_first() -> None:
    assert find_due(make_item(MAY)) == dt.date(2022, 5, 31)
    assert find_due(make_item(FROM_APRIL)) == dt.date(2022, 4, 1)
    assert find_due(make_item(WAITS)) is None


def test_what_is_due_in_a_window_ends_there_or_recurs_there() -> None:
    spring = Window(dt.date(2022, 3, 31), dt.date(2022, 5, 1))
    assert list_due(make_item(MARCH), spring) == (dt.date(2022, 3, 31),)
    assert list_due(make_item(MAY), spring) == ()
    assert list_due(make_item(QUARTERLY), spring) == (dt.date(2022, 4, 1),)
    assert list_due(make_item(None), spring) == ()


def test_times_are_known_where_there_is_a_start_and_told_where_they_are_not_too_many() -> None:
    year = Window(YEAR.first, YEAR.last)
    daily = Timing(intervals=(Interval(YEAR.first, None),), rrule="FREQ=DAILY")
    assert len(list_times(QUARTERLY, year)) == 4
    assert list_times(QUARTERLY, year, 3) == ()
    assert list_times(daily, year, 100) == ()
    assert list_times(Timing(rrule="FREQ=MONTHLY"), year) == ()
    assert list_times(Timing(frequency=Frequency(6, "P1Y")), year) == ()


@pytest.mark.parametrize(
    ("value", "months"),
    [
        (MAY, [(4, 4)]),
        (BY_JULY, [(6, 6)]),
        (FROM_APRIL, [(3, 11)]),
        (Timing(intervals=(Interval(None, dt.date(2022, 2, 1)),)), [(0, 1)]),
        (Timing(intervals=(Interval(dt.date(2030, 1, 1), None),)), []),
        (Timing(frequency=Frequency(6, "P1Y")), [(0, 11)]),
        (WAITS, []),
        (None, []),
    ],
)
def test_an_item_runs_in_the_months_of_its_intervals(
    value: Timing | None, months: list[tuple[int, int]]
) -> None:
    assert list(list_months(make_item(value), YEAR)) == months
