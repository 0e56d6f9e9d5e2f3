import datetime as dt

import pytest
from msgspec.structs import replace

from send_extract.values.timing import Frequency, Interval, Timing
from send_extract.writers.agenda.items import list_contents
from send_extract.writers.page.changes import tell_past
from send_extract.writers.page.printing import print_chart
from send_extract.writers.page.timeline import Timeline, draw_timeline
from tests.builders import make_action, make_owners, make_plan, make_recommendation
from tests.writers.page.samples import MAY, WAITS, make_edition


def draw_sample() -> Timeline:
    edition = make_edition()
    contents = list_contents(edition.plan)
    past = tell_past(edition, contents)
    assert past is not None
    return draw_timeline(contents, past.news, dt.date(2022, 1, 10))


def test_every_item_is_on_the_timeline_or_in_a_lane_that_says_why() -> None:
    rows = [row for band in draw_sample().bands for row in band.rows]
    assert [row.item.number for row in rows] == [*(f"1.{place}" for place in range(1, 11)), "2"]
    lanes = {row.item.number: row.said for row in rows if row.lane}
    assert lanes == {
        "1.6": "subject to DfE", "1.7": "ongoing", "1.8": "“soonish” is not understood", "1.9": "no date",
    }  # fmt: skip
    assert all(row.marks for row in rows if not row.lane)


def test_what_slipped_is_drawn_with_its_old_place_and_says_how_far() -> None:
    row = draw_sample().bands[0].rows[0]
    assert [mark.look for mark in row.marks] == ["old-bar", "way", "later", "bar"]
    assert row.label is not None
    assert row.label.text == "GB, 2 months later"
    assert row.said == "May 2022, GB, 2 months later"


def test_a_recommendation_without_actions_is_one_row_with_its_words() -> None:
    first, second = draw_sample().bands
    assert (first.is_headed, second.is_headed) == (True, False)
    assert second.rows[0].item.text == "Answer"


def test_a_label_stands_on_a_bar_that_holds_it_and_else_over_it() -> None:
    year = Timing(intervals=(Interval(dt.date(2022, 1, 1), dt.date(2022, 12, 31)),))
    half = Timing(intervals=(Interval(dt.date(2022, 4, 10), dt.date(2022, 9, 28)),))
    actions = (make_action("1.1", "Plan", "2022", year), make_action("1.2", "Do", "then", half))
    owned = tuple(replace(action, who=make_owners("Director of Housing Need")) for action in actions)
    rows = draw_timeline(list_contents(make_plan(make_recommendation(actions=owned))), {}, None).bands[0].rows
    assert [row.label.side for row in rows if row.label] == ["on", "over"]


def test_a_label_that_a_narrow_screen_has_no_room_for_stands_below_the_marks() -> None:
    year = Timing(intervals=(Interval(dt.date(2022, 1, 1), dt.date(2022, 12, 31)),))
    june = Timing(intervals=(Interval(dt.date(2022, 6, 1), dt.date(2022, 6, 30)),))
    actions = (make_action("1.1", "Plan", "2022", year), make_action("1.2", "Do", "June", june))
    for owner, is_far in (("GB", False), ("Director of Housing Need", True)):
        own = replace(actions[1], who=make_owners(owner))
        plan = make_plan(make_recommendation(actions=(actions[0], own)))
        row = draw_timeline(list_contents(plan), {}, None).bands[0].rows[1]
        assert row.label is not None
        assert (row.label.side, row.label.is_far) == ("right", is_far)
        assert (f'<p class="far" aria-hidden="true">{owner}</p>' in print_chart(row)) is is_far


def test_a_rhythm_of_too_many_times_is_named_without_its_days() -> None:
    weekly = Timing(
        intervals=(Interval(dt.date(2022, 1, 3), dt.date(2022, 12, 31)),),
        rrule="FREQ=WEEKLY",
        frequency=Frequency(1, "P1W"),
    )
    own = replace(make_action("1.1", "Meet", "weekly", weekly), who=make_owners("GB"))
    row = (
        draw_timeline(list_contents(make_plan(make_recommendation(actions=(own,)))), {}, None)
        .bands[0]
        .rows[0]
    )
    assert row.label is not None
    assert row.label.text == "GB, every week"


def test_the_key_knows_what_is_drawn() -> None:
    assert {"bar", "due", "open-end", "run", "hatch", "old-bar", "contingent"} <= draw_sample().looks


def test_a_plan_without_dates_has_lanes_alone() -> None:
    action = make_action(when="DfE", value=WAITS, who=make_owners("GB"))
    timeline = draw_timeline(list_contents(make_plan(make_recommendation(actions=(action,)))), {}, None)
    assert (timeline.scale, timeline.ticks, timeline.dated) == (None, (), None)
    assert timeline.bands[0].rows[0].lane == "contingent"


def test_a_long_label_is_cut_and_a_wide_bar_has_it_inside() -> None:
    names = ("Director of Children's Services", "Integrated Care Board")
    action = make_action(when="May", value=MAY, who=make_owners(*names))
    row = (
        draw_timeline(list_contents(make_plan(make_recommendation(actions=(action,)))), {}, None)
        .bands[0]
        .rows[0]
    )
    assert row.label is not None
    assert row.label.text == "Director of Children's…"
    assert all(name in row.said for name in names)


@pytest.mark.parametrize(
    ("month", "owner", "side"),
    [
        (10, "GB", "right"),
        (12, "GB", "left"),
        (5, "Director of Housing", "right"),
        (8, "Director of Housing", "left"),
        (6, "Director of Children and Families", "right"),
    ],
)
def test_a_label_stands_where_a_narrow_screen_has_room_for_it(month: int, owner: str, side: str) -> None:
    first = dt.date(2022, month, 1)
    value = Timing(intervals=(Interval(first, first + dt.timedelta(days=27)),))
    year = Timing(intervals=(Interval(dt.date(2022, 1, 1), dt.date(2022, 12, 31)),))
    actions = (make_action("1.1", "Plan", "2022", year), make_action("1.2", "Do", "then", value))
    own = replace(actions[1], who=make_owners(owner))
    plan = make_plan(make_recommendation(actions=(actions[0], own)))
    row = draw_timeline(list_contents(plan), {}, None).bands[0].rows[1]
    assert row.label is not None
    assert row.label.side == side
