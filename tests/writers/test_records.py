import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from send_extract.plan import Plan
from send_extract.source import Location
from send_extract.writers import records
from send_extract.writers.records import encode_record, write_json
from tests.builders import make_plan, make_recommendation
from tests.strategies import PLANS


@given(PLANS)
def test_a_plan_reads_back_equal(plan: Plan) -> None:
    assert msgspec.json.decode(write_json(plan), type=Plan) == plan


@given(PLANS, st.integers(1, 3))
def test_a_plan_that_is_encoded_in_batches_is_the_same(plan: Plan, batch: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "BATCH", batch)
        assert b"".join(encode_record(plan, is_compact=True)) == msgspec.json.encode(plan) + b"\n"
        assert write_json(plan) == msgspec.json.format(msgspec.json.encode(plan), indent=2) + b"\n"


@given(PLANS, st.integers(0, 40))
def test_an_array_of_which_nothing_is_held_is_printed_the_same(plan: Plan, count: int) -> None:
    whole = replace(plan, recommendations=plan.recommendations * count)

    parts = encode_record(plan, streams={"recommendations": iter(whole.recommendations)})

    assert b"".join(parts) == write_json(whole)


def test_no_part_of_a_large_plan_is_much_of_it() -> None:
    plan = make_plan(*(make_recommendation(str(number)) for number in range(records.BATCH * 20)))
    parts = list(encode_record(plan))
    assert max(map(len, parts)) < sum(map(len, parts)) / 15


def test_json_has_every_field_and_leaves_out_what_a_place_does_not_know() -> None:
    text = write_json(make_plan(make_recommendation(location=Location(line=6)))).decode()
    assert '"year": null' in text
    assert '"location": {\n        "line": 6\n      }' in text
    assert text.endswith("}\n")
