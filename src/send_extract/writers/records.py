"""A record to JSON: `plan.json` and its like."""

from __future__ import annotations

import msgspec


def write_json(record: msgspec.Struct) -> bytes:
    """The bytes of a record's JSON: UTF-8, two spaces a level, keys in the order of the model."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"
