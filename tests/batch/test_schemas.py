import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from send_extract.batch.schemas import SCHEMAS, write_schema
from send_extract.manifest import Manifest
from send_extract.plan import Plan
from send_extract.writers.records import write_json
from tests.strategies import PLANS

ROOT = Path(__file__).parents[2]


def make_validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(write_schema(name)), format_checker=FormatChecker())


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_and_is_the_one_that_is_committed(name: str) -> None:
    data = write_schema(name)
    Draft202012Validator.check_schema(json.loads(data))
    assert (ROOT / "schemas" / f"{name}.schema.json").read_bytes() == data, "run `make schemas`"


def test_no_other_schema_is_committed() -> None:
    committed = {path.name for path in (ROOT / "schemas").iterdir()}
    assert committed == {f"{name}.schema.json" for name in SCHEMAS}


@settings(max_examples=30, deadline=None)
@given(PLANS)
def test_every_plan_is_valid(plan: Plan) -> None:
    make_validator("plan").validate(json.loads(write_json(plan)))


def test_a_wrong_plan_is_not_valid() -> None:
    assert not make_validator("plan").is_valid({"title": 1})
    assert not make_validator("plan").is_valid({})


def test_only_records_that_leave_out_what_is_not_known_may_lack_a_field() -> None:
    for name in SCHEMAS:
        write_schema(name)
    kinds = [kind for kind in msgspec.Struct.__subclasses__() if kind.__module__.startswith("send_extract.")]
    assert {kind.__name__ for kind in kinds if kind.__struct_config__.omit_defaults} == {
        "Location",
        "Change",
        "Record",
    }
    plan = json.loads(write_schema("plan"))
    assert plan["required"] == list(plan["properties"])
    assert plan["$defs"]["Location"]["required"] == []
    assert "kind" in json.loads(write_schema("changes"))["$defs"]["Change"]["required"]


def test_every_manifest_is_valid() -> None:
    make_validator("manifest").validate(json.loads(write_json(Manifest("1.0", "send-extract"))))
