"""`datapackage.json`: what the CSV files are, by Frictionless Data Package and Table Schema."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from send_extract.plan import Plan
from send_extract.writers.tables import TABLES, TableSpec


def write_datapackage(plan: Plan, files: Mapping[str, bytes]) -> bytes:
    """The bytes of `datapackage.json` for the CSV files among `files` (name to bytes)."""
    package = {
        "profile": "tabular-data-package",
        "name": _name_package(plan),
        "title": " · ".join(part for part in (plan.title, plan.draft.label) if part) or plan.source.name,
        "version": plan.schema_version,
        "sources": [{"title": plan.source.name, "path": plan.source.name}],
        "resources": [_describe_table(table, files[f"{table.name}.csv"]) for table in TABLES],
    }
    return msgspec.json.format(msgspec.json.encode(package), indent=2) + b"\n"


def _name_package(plan: Plan) -> str:
    """The source's name as Data Package asks for names: small letters, digits, `.`, `_`, `-`."""
    return re.sub(r"[^a-z0-9._-]+", "-", plan.source.name.lower()).strip("-") or "plan"


def _describe_table(table: TableSpec, data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": _describe_columns(table),
    }


def _describe_columns(table: TableSpec) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [
            {"name": column.name, "type": column.kind, "description": column.description}
            for column in table.columns
        ],
        "missingValues": [""],
    }
    if table.references:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": resource, "fields": field}}
            for column, resource, field in table.references
        ]
    return schema
