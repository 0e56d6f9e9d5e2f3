"""A record to JSON: `plan.json` and its like."""

from __future__ import annotations

import msgspec


def write_json(record: msgspec.Struct, *, is_compact: bool = False) -> bytes:
    """The bytes of a record's JSON: UTF-8, keys in the order of the model, two spaces a level or on one line."""
    data = msgspec.json.encode(record)
    return (data if is_compact else msgspec.json.format(data, indent=2)) + b"\n"
