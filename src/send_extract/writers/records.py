"""A record to JSON: `plan.json` and its like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from send_extract.plan import Plan

if TYPE_CHECKING:
    from send_extract.writers.outputs import Formatting, MadeFile


BATCH = 256
"""Records that are encoded at a time: a megabyte or so, however large the plan is."""


def list_plan(plan: Plan, formatting: Formatting) -> Iterator[MadeFile]:
    """`plan.json`."""
    yield "plan.json", encode_record(plan, is_compact=formatting.is_compact)


def write_json(record: msgspec.Struct) -> bytes:
    """The bytes of a record's JSON: UTF-8, keys in the order of the model, two spaces a level."""
    return b"".join(encode_record(record))


def encode_record(record: msgspec.Struct, *, is_compact: bool = False) -> Iterator[bytes]:
    """The bytes of a record's JSON in parts, so that the whole is never held; every field of its own is printed.

    With `is_compact` it is on one line.
    """
    begin, comma, end = (b"{", b",", b"}\n") if is_compact else (b"{\n", b",\n", b"\n}\n")
    for name, key in zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True):
        yield begin
        yield from _encode_field(key, getattr(record, name), is_compact=is_compact)
        begin = comma
    yield end


def _encode_field(key: str, value: object, *, is_compact: bool) -> Iterator[bytes]:
    """`"key": value` as it stands in an object; of a long array a batch at a time."""
    if not isinstance(value, tuple) or len(value) <= BATCH:
        yield _encode(key, value, is_compact=is_compact)
        return
    end = b"]" if is_compact else b"\n  ]"
    name = _encode(key, None, is_compact=is_compact).removesuffix(b"null")
    for start in range(0, len(value), BATCH):
        made = _encode(key, value[start : start + BATCH], is_compact=is_compact)
        yield b"," if start else name + b"["
        yield made[len(name) + 1 : -len(end)]
    yield end


def _encode(key: str, value: object, *, is_compact: bool) -> bytes:
    data = msgspec.json.encode({key: value})
    return data[1:-1] if is_compact else msgspec.json.format(data, indent=2)[2:-2]
