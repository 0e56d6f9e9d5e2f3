"""The models of `send_extract.models`, made from the schemas."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from datamodel_code_generator import InputFileType, PythonVersion, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.parser import LiteralType

ROOT = Path(__file__).parents[2]
MODELS = ROOT / "src" / "send_extract" / "models" / "models.py"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "The records of the outputs: generated from `schemas/` by `make schemas`, never edited by hand."
OUTPUTS = ("plan", "changes", "history", "manifest")
NAMES = {
    "Mention_Timing_": "TimingMention",
    "Mention_tuple_send_extract.values.owner.model.Owner__...__": "OwnersMention",
    "PlanDiff": "Changes",
}
"""What records are called that the schemas have another name for."""

MARK = "json_schema_extra={'exclude_if': 'is_left_out'}"
"""How the generator prints what it cannot print as a name."""

Schema = dict[str, Any]


def write_models() -> bytes:
    """The source of the module: a model for each record of the schemas, the same record once."""
    made = generate(
        gather_schemas(),
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        base_class="send_extract.models.record.OutputRecord",
        additional_imports=["send_extract.models.record.is_left_out"],
        custom_file_header=f'"""{TITLE}"""\n',
        use_schema_description=True,
        use_single_line_docstring=True,
        use_annotated=True,
        field_constraints=True,
        enum_field_as_literal=LiteralType.All,
        skip_root_model=True,
        field_extra_keys={"exclude_if"},
        aliases={"from": "origin", "to": "target"},
        strict_nullable=True,
        formatters=[],
    )
    return tidy(str(made).replace(MARK, "exclude_if=is_left_out"))


def tidy(code: str) -> bytes:
    """As the project's own code is laid out."""
    for way in (["check", "--fix", "--exit-zero", "--quiet"], ["format"]):
        command = [sys.executable, "-m", "ruff", *way, "--stdin-filename", str(MODELS), "-"]
        code = subprocess.run(
            command, input=code, capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout
    return code.encode()


def gather_schemas() -> Schema:
    """All records of all schemas in one, under the names that the models have."""
    records = {NAMES.get(name, name): record for name, record in list_records()}
    text = json.dumps({"$schema": DIALECT, "$defs": dict(sorted(records.items()))})
    for name, better in NAMES.items():
        text = text.replace(f'"#/$defs/{name}"', f'"#/$defs/{better}"')
    gathered: Schema = json.loads(text)
    return gathered


def list_records() -> Iterator[tuple[str, Schema]]:
    for output in OUTPUTS:
        schema = json.loads((ROOT / "schemas" / f"{output}.schema.json").read_text("utf-8"))
        described = {key: value for key, value in schema.items() if not key.startswith("$")}
        for name, record in [*schema["$defs"].items(), (schema["title"], described)]:
            fields = {key: mark_default(field) for key, field in record["properties"].items()}
            yield name, {**record, "title": NAMES.get(name, name), "properties": fields}


def mark_default(field: Schema) -> Schema:
    """A field that may be left out, marked as one that is left out where it says nothing."""
    return {**field, "exclude_if": "is_left_out"} if "default" in field else field
