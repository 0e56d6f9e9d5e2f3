import os
from pathlib import Path

import frictionless
import pytest
from hypothesis import HealthCheck, given, settings

from send_extract.plan import Plan
from send_extract.writers import write_plan
from tests.builders import make_plan
from tests.strategies import PLANS


def find_faults(plan: Plan, folder: Path) -> list[object]:
    for name, data in write_plan(plan).items():
        (folder / name).write_bytes(data)
    report = frictionless.validate(os.fspath(folder / "datapackage.json"), type="package")
    return [*report.errors, *(error for task in report.tasks for error in task.errors)]


def test_an_empty_plan_makes_a_valid_package(tmp_path: Path) -> None:
    faults = find_faults(make_plan(), tmp_path)
    assert faults == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=PLANS)
def test_every_plan_makes_a_valid_package(plan: Plan, tmp_path: Path) -> None:
    faults = find_faults(plan, tmp_path)
    assert faults == []
