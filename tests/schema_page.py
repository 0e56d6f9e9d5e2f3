"""The page of the schemas, `docs/reference.md`, made from the JSON Schemas of the outputs."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from send_extract.batch.schemas import SCHEMAS, write_schema

PAGE = Path(__file__).parents[1] / "docs" / "reference.md"
_HEAD = """# The JSON outputs

Each output with its records and their fields, made from its JSON Schema (`send-extract schema NAME`, and `schemas/`).
Fields may be added; one that stands here keeps its name and its meaning within a major `schema_version`.

This page is made by `make golden`.
"""
_FILES = {
    "plan": "plan.json",
    "changes": "changes.json",
    "history": "history.json",
    "manifest": "manifest.json",
}


def write_page() -> str:
    """The page."""
    return "\n".join([_HEAD, *(line for name in SCHEMAS for line in _list_schema(name))])


def _list_schema(name: str) -> Iterator[str]:
    schema = json.loads(write_schema(name))
    yield f"## {_FILES.get(name, name)}\n"
    yield from _list_record(schema)
    for title, record in sorted(schema.get("$defs", {}).items()):
        if record.get("properties") and not title.startswith("Mention"):
            yield f"### {name}: {record.get('title', title)}\n"
            yield from _list_record(record)


def _list_record(record: dict[str, Any]) -> Iterator[str]:
    yield " ".join(record.get("description", "").split()) + "\n"
    yield "| field | what it holds |"
    yield "| --- | --- |"
    for field, kind in record["properties"].items():
        yield f"| `{field}` | {_name(kind)} |"
    yield ""


def _name(kind: dict[str, Any]) -> str:
    """What a field holds, in words."""
    if "$ref" in kind:
        return _name_record(kind["$ref"].rpartition("/")[2])
    if "enum" in kind:
        return " or ".join(f"`{json.dumps(value)}`" for value in kind["enum"])
    if "anyOf" in kind:
        return " or ".join(map(_name, kind["anyOf"]))
    if kind.get("type") == "array":
        return f"a list of {_name(kind.get('items', {}))}" if kind.get("items") else "a list"
    if kind.get("type") == "object":
        values = kind.get("additionalProperties")
        return f"an object of {_name(values)}" if isinstance(values, dict) else "an object"
    return {"string": "text", "null": "null", "integer": "a whole number", "boolean": "true or false"}.get(
        str(kind.get("type")), "any value"
    ) + (f" ({kind['format']})" if "format" in kind else "")


def _name_record(name: str) -> str:
    mention = re.match(r"Mention_(?:tuple_[\w.]*\.)?([A-Za-z]+)_", name)
    return f"a mention of {mention[1]}" if mention else name
