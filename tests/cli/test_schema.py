import json
from pathlib import Path

import pytest

from send_extract.batch.schemas import SCHEMAS, write_schema
from send_extract.cli import main
from tests.cli.test_main import run_program


def test_the_schema_of_the_plan_is_printed_without_being_named() -> None:
    assert run_program("schema").stdout == write_schema("plan")


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_printed_by_name(name: str) -> None:
    shown = json.loads(run_program("schema", name).stdout)
    assert shown["$id"] == f"urn:send-extract:schema:{name}:1.0"


def test_every_schema_is_written_as_a_file(tmp_path: Path) -> None:
    assert main(["schema", "-o", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}
