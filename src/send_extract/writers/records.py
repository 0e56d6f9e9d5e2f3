"""A record to JSON: `plan.json` and its like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from send_extract.plan import Plan

if TYPE_CHECKING:
    from send_extract.writers.outputs import Formatting, MadeFile


def list_plan(plan: Plan, formatting: Formatting) -> Iterator[MadeFile]:
    """`plan.json`."""
    yield "plan.json", (write_json(plan, is_compact=formatting.is_compact),)


def write_json(record: msgspec.Struct, *, is_compact: bool = False) -> bytes:
    """The bytes of a record's JSON: UTF-8, keys in the order of the model, two spaces a level or on one line."""
    data = msgspec.json.encode(record)
    return (data if is_compact else msgspec.json.format(data, indent=2)) + b"\n"
