import msgspec
from hypothesis import given

from send_extract.plan import Plan
from send_extract.source import Location
from send_extract.writers.records import write_json
from tests.builders import make_plan, make_recommendation
from tests.strategies import PLANS


@given(PLANS)
def test_a_plan_reads_back_equal(plan: Plan) -> None:
    assert msgspec.json.decode(write_json(plan), type=Plan) == plan


def test_json_has_every_field_and_leaves_out_what_a_place_does_not_know() -> None:
    text = write_json(make_plan(make_recommendation(location=Location(line=6)))).decode()
    assert '"year": null' in text
    assert '"location": {\n        "line": 6\n      }' in text
    assert text.endswith("}\n")
