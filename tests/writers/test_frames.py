import datetime as dt

import pandas as pd
from hypothesis import given, settings

from send_extract import plan_frames
from send_extract.plan import Plan
from send_extract.values.timing import Interval, Timing
from send_extract.writers.tables import TABLES, find_columns
from tests.builders import make_action, make_plan, make_recommendation
from tests.strategies import PLANS

MARCH = Interval(dt.date(2022, 3, 1), dt.date(2022, 3, 31))


def test_the_frames_are_the_tables_of_the_csv() -> None:
    frames = plan_frames(make_plan())
    assert list(frames) == [table.name for table in TABLES]
    for table in TABLES:
        assert list(frames[table.name].columns) == [column.name for column in table.columns]


def test_what_is_due_in_a_month_is_one_question() -> None:
    plan = make_plan(
        make_recommendation(
            actions=(make_action(value=Timing((MARCH,))), make_action("1.2", when="Summer-ish"))
        )
    )
    dates = plan_frames(plan)["dates"]
    due = dates[(dates["start"] <= pd.Timestamp(2022, 3, 31)) & (dates["end"] >= pd.Timestamp(2022, 3, 1))]
    assert due["action"].to_list() == ["1.1"]


@settings(max_examples=20)
@given(PLANS)
def test_a_frame_has_every_row(plan: Plan) -> None:
    frames = plan_frames(plan)
    for table in TABLES:
        assert len(frames[table.name]) == len(find_columns(table, plan)[0])
