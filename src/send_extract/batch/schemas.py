"""The JSON Schema (2020-12) of each JSON output, made from the records themselves."""

from __future__ import annotations

from importlib import import_module
from inspect import cleandoc
from typing import Any

import msgspec

SCHEMAS = {
    "plan": "send_extract.plan:Plan",
    "changes": "send_extract.changes:PlanDiff",
    "history": "send_extract.changes:History",
    "manifest": "send_extract.manifest:Manifest",
}
"""The outputs that have a schema: `<name>.schema.json`, and the record that it is made from."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_OMITTING = frozenset({"Location", "Change", "Record"})
"""The records whose JSON leaves out what is as a `default` says (`omit_defaults`)."""


def write_schema(name: str) -> bytes:
    """The bytes of `<name>.schema.json`.

    Raises:
        KeyError: no output has that name.
    """
    module, _, record = SCHEMAS[name].partition(":")
    (_,), components = msgspec.json.schema_components(
        [getattr(import_module(module), record)], ref_template="#/$defs/{name}"
    )
    schema = {
        "$schema": _DIALECT,
        "$id": f"urn:send-extract:schema:{name}:1.0",
        **_describe(components.pop(record)),
        "$defs": {key: _describe(components[key]) for key in sorted(components)},
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def _describe(component: dict[str, Any]) -> dict[str, Any]:
    """A component as the outputs have it: every field is there, except in records that leave out defaults."""
    is_omitting = component["title"] in _OMITTING
    described = dict(component)
    if "description" in component:
        described["description"] = cleandoc(component["description"])
    if "properties" in component:
        described["properties"] = {
            name: {key: value for key, value in field.items() if is_omitting or key != "default"}
            for name, field in component["properties"].items()
        }
        if not is_omitting:
            described["required"] = list(component["properties"])
    return described
