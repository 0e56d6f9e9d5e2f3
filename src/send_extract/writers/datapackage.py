"""`datapackage.json`: what the CSV files are, by Frictionless Data Package and Table Schema."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from send_extract.plan import Plan
from send_extract.writers.delimited import write_table
from send_extract.writers.outputs import Formatting, MadeFile
from send_extract.writers.tables import TABLES, TableSpec


def list_plan(plan: Plan, _: Formatting) -> Iterator[MadeFile]:
    """The plan's tables as CSV, and `datapackage.json` that says what is in them."""
    measured = [(table, _Measured(write_table(table, plan))) for table in TABLES]
    yield from ((f"{table.name}.csv", parts) for table, parts in measured)
    resources = [_describe_table(table, parts) for table, parts in measured]
    yield "datapackage.json", (_write_package(plan, resources),)


class _Measured:
    """The parts of a file, and once they have passed their size and digest."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts, self.bytes, self.digest = parts, 0, hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        for part in self._parts:
            self.bytes += len(part)
            self.digest.update(part)
            yield part


def _write_package(plan: Plan, resources: list[dict[str, Any]]) -> bytes:
    package = {
        "profile": "tabular-data-package",
        "name": _name_package(plan),
        "title": " · ".join(part for part in (plan.title, plan.draft.label) if part) or plan.source.name,
        "version": plan.schema_version,
        "sources": [{"title": plan.source.name, "path": plan.source.name}],
        "resources": resources,
    }
    return msgspec.json.format(msgspec.json.encode(package), indent=2) + b"\n"


def _name_package(plan: Plan) -> str:
    """The source's name as Data Package asks for names: small letters, digits, `.`, `_`, `-`."""
    return re.sub(r"[^a-z0-9._-]+", "-", plan.source.name.lower()).strip("-") or "plan"


def _describe_table(table: TableSpec, data: _Measured) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "bytes": data.bytes,
        "hash": f"sha256:{data.digest.hexdigest()}",
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
