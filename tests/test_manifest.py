from hypothesis import given

from send_extract.manifest import count_records
from send_extract.plan import Plan, TimingMention
from send_extract.values.timing import Timing
from tests.builders import make_action, make_plan, make_recommendation
from tests.strategies import PLANS


def test_timings_are_counted_by_whether_they_were_read() -> None:
    actions = (
        make_action("1.1", when="TBC", value=Timing(status="tbc")),
        make_action("1.2", when="Summer-ish"),
        make_action("1.3"),
    )
    counts = count_records(make_plan(make_recommendation(actions=actions, measures=("Done",))))
    assert (counts.recommendations, counts.actions, counts.measures) == (1, 3, 1)
    assert (counts.timings_read, counts.timings_unread, counts.timings_missing) == (1, 1, 1)


def test_a_recommendation_without_actions_counts_its_own_timing() -> None:
    own = TimingMention("TBC", Timing(status="tbc"))
    counts = count_records(make_plan(make_recommendation(when=own), make_recommendation("2")))
    assert (counts.actions, counts.timings_read, counts.timings_missing) == (0, 1, 0)


@given(PLANS)
def test_every_diagnostic_is_counted_once(plan: Plan) -> None:
    counts = count_records(plan)
    assert counts.errors + counts.warnings + counts.notes == len(plan.diagnostics)
