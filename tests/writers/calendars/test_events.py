from datetime import date

import pytest

from send_extract.plan import Plan, PlanOwner
from send_extract.values.timing import Interval, Timing, TimingContext, parse_timing
from send_extract.writers.calendars.events import DatedEvent, describe_events, list_events
from tests.builders import make_action, make_owners, make_plan, make_recommendation

CONTEXT = TimingContext(year=2022)


def plan_of(*wordings: str) -> Plan:
    actions = tuple(
        make_action(f"1.{place}", f"Do {place}", when, parse_timing(when, CONTEXT).value)
        for place, when in enumerate(wordings, 1)
    )
    return make_plan(make_recommendation(actions=actions))


def events_of(plan: Plan) -> tuple[DatedEvent, ...]:
    count = sum(max(1, len(record.actions)) for record in plan.recommendations)
    return list_events(plan, {place: f"name-{place}" for place in range(count)}).events


@pytest.mark.parametrize(
    ("when", "start", "end", "title"),
    [
        ("March", date(2022, 3, 1), date(2022, 4, 1), "1.1 Do 1"),
        ("14 March", date(2022, 3, 14), date(2022, 3, 15), "1.1 Do 1"),
        ("by July", date(2022, 7, 31), date(2022, 8, 1), "By 31 July 2022: 1.1 Do 1"),
        ("until July", date(2022, 7, 31), date(2022, 8, 1), "Until 31 July 2022: 1.1 Do 1"),
        ("from May", date(2022, 5, 1), date(2022, 5, 2), "From 1 May 2022: 1.1 Do 1"),
    ],
)
def test_a_timing_is_an_event_of_whole_days_whose_end_is_excluded(
    when: str, start: date, end: date, title: str
) -> None:
    (event,) = events_of(plan_of(when))

    assert (event.start, event.end, event.title, event.rule) == (start, end, title, None)


def test_the_last_day_of_all_has_no_day_behind_it() -> None:
    value = Timing(intervals=(Interval(date(9999, 12, 31), date.max),))
    plan = make_plan(make_recommendation(actions=(make_action("1.1", "Do 1", "9999", value),)))

    (event,) = events_of(plan)

    assert (event.start, event.end) == (date.max, date.max)


def test_each_of_several_dates_is_an_event_with_a_name_of_its_own() -> None:
    events = events_of(plan_of("Feb/July"))

    assert [(event.start, event.uid) for event in events] == [
        (date(2022, 2, 1), "name-0"),
        (date(2022, 7, 1), "2.name-0"),
    ]


@pytest.mark.parametrize(
    ("when", "start", "rule"),
    [
        ("monthly from 3 May 2022", date(2022, 5, 3), "FREQ=MONTHLY"),
        ("every Monday from 4 May 2022", date(2022, 5, 9), "FREQ=WEEKLY;BYDAY=MO"),
        ("monthly from May to October 2022", date(2022, 5, 1), "FREQ=MONTHLY;UNTIL=20221031"),
    ],
)
def test_a_rule_with_a_start_begins_on_its_first_day_and_ends_where_it_is_bounded(
    when: str, start: date, rule: str
) -> None:
    (event,) = events_of(plan_of(when))

    assert (event.start, event.rule) == (start, rule)
    assert (event.end - event.start).days == 1


def test_what_has_no_days_has_no_event_and_is_counted_by_its_reason() -> None:
    plan = plan_of("March", "DfE contingent", "monthly", "whenever", "", "TBC")

    assert describe_events(plan) == (
        "1 event; left out: 1 waiting for something else, 1 recurring without a start, 1 not understood, "
        "2 without a date"
    )


def test_a_date_that_waits_for_something_is_tentative_and_a_cancelled_action_is_cancelled() -> None:
    cancelled = Timing(intervals=(Interval(date(2022, 3, 1), date(2022, 3, 31)),), status="cancelled")
    plan = make_plan(
        make_recommendation(
            actions=(
                *plan_of("April 2022 (contingent upon cabinet)").recommendations[0].actions,
                make_action("1.2", "Stop", "March, cancelled", cancelled),
            )
        )
    )

    assert [event.status for event in events_of(plan)] == ["TENTATIVE", "CANCELLED"]


def test_a_recommendation_without_actions_stands_for_itself() -> None:
    value = parse_timing("May", CONTEXT).value
    when = make_action(when="May", value=value).when
    plan = make_plan(
        make_recommendation("7", "Mend the roof", when=when, who=make_owners("GB")),
        owners=(PlanOwner("GB", recommendations=("7",)),),
    )

    (event,) = events_of(plan)

    assert (event.title, event.owners) == ("7 Mend the roof", plan.owners)
    assert event.lines == ("When: May (May 2022)", "Who: GB")
