import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from pydantic import TypeAdapter, ValidationError

from send_extract.changes import Compared
from send_extract.comparison import diff_plans
from send_extract.comparison.history import trace_history
from send_extract.manifest import Manifest as RunManifest
from send_extract.manifest import ManifestEntry, OutputFile, count_records
from send_extract.models import Changes, History, Manifest, Plan
from send_extract.models.record import OutputRecord
from send_extract.pipeline import read_plan
from send_extract.plan import Plan as ReadPlan
from send_extract.writers.diff import Drawing, write_diff
from send_extract.writers.records import write_json
from tests.models.generation import MODELS, ROOT, write_models
from tests.strategies import PLANS

CASE = ROOT / "tests" / "golden" / "diff-all-together"


def dump(model: type[OutputRecord], data: bytes) -> str:
    return model.model_validate_json(data).model_dump_json(indent=2) + "\n"


def test_the_models_are_those_of_the_schemas() -> None:
    assert MODELS.read_bytes() == write_models(), "run `make schemas`"


@settings(max_examples=30, deadline=None)
@given(PLANS)
def test_a_plan_dumps_to_the_same_json(plan: ReadPlan) -> None:
    data = write_json(plan)
    assert json.loads(dump(Plan, data)) == json.loads(data)


def test_the_real_draft_dumps_to_the_same_bytes() -> None:
    data = (ROOT / "output" / "draft-1" / "plan.json").read_bytes()
    assert dump(Plan, data).encode() == data


@pytest.mark.parametrize(
    "path", sorted(CASE.parent.glob("*/changes.json")), ids=lambda path: path.parent.name
)
def test_changes_dump_to_the_same_bytes(path: Path) -> None:
    assert dump(Changes, path.read_bytes()).encode() == path.read_bytes()


def test_a_history_and_a_manifest_dump_to_the_same_bytes() -> None:
    plans = [read_plan(CASE / name) for name in ("old.txt", "new.txt")]
    entry = ManifestEntry("old.txt", "extracted", "0" * 64, "delimited", count_records(plans[0]))
    record = RunManifest("1.1", "send-extract", (entry,), (OutputFile("index.html", 1, "0" * 64),))
    history = write_json(trace_history(plans).history)
    assert dump(History, history).encode() == history
    assert dump(Manifest, write_json(record)).encode() == write_json(record)


def test_changes_are_asked_as_the_records_are() -> None:
    old, new = (read_plan(CASE / name) for name in ("old.txt", "new.txt"))
    diff = diff_plans(old, new)
    changes = Changes.model_validate_json(write_diff(Compared(old, new, diff), "json", Drawing()))
    assert changes.origin.sha256 == diff.origin.sha256
    assert [change.kind for change in changes.changes] == [change.kind for change in diff.changes]
    assert all(
        change.added == list(diff.changes[place].added) for place, change in enumerate(changes.changes)
    )


def test_a_wrong_plan_names_all_its_faults() -> None:
    plan = json.loads((ROOT / "output" / "draft-1" / "plan.json").read_bytes())
    plan["year"] = "soon"
    del plan["recommendations"][0]["actions"][2]["when"]["text"]
    plan["draft"]["date"] = "2022-02-31"
    with pytest.raises(ValidationError) as raised:
        Plan.model_validate(plan)
    assert {fault["loc"] for fault in raised.value.errors()} == {
        ("year",),
        ("recommendations", 0, "actions", 2, "when", "text"),
        ("draft", "date"),
    }


def test_a_field_that_a_later_version_adds_is_kept() -> None:
    plan = json.loads((ROOT / "output" / "draft-1" / "plan.json").read_bytes())
    plan["draft"]["approved"] = True
    assert json.loads(Plan.model_validate(plan).model_dump_json()) == plan


def test_the_schema_of_what_is_dumped_names_the_fields() -> None:
    schema = TypeAdapter(Plan).json_schema(mode="serialization")
    assert list(schema["$defs"]["Location"]["properties"])[:2] == ["line", "page"]
    assert schema["$defs"]["Timing"]["description"].startswith("One timing")
