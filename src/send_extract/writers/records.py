"""A record to JSON: `plan.json` and its like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType

import msgspec

from send_extract.plan import Plan
from send_extract.writers.outputs import Formatting, MadeFile

BATCH = 256
"""Records that are encoded at a time: a megabyte or so, however large the plan is."""
_STREAMED = 16
"""Those of an array that is not held at all."""


def list_plan(plan: Plan, formatting: Formatting) -> Iterator[MadeFile]:
    """`plan.json`."""
    yield "plan.json", encode_record(plan, is_compact=formatting.is_compact)


def write_json(record: msgspec.Struct) -> bytes:
    """The bytes of a record's JSON: UTF-8, keys in the order of the model, two spaces a level."""
    return b"".join(encode_record(record))


def encode_record(
    record: msgspec.Struct,
    *,
    is_compact: bool = False,
    streams: Mapping[str, Iterable[msgspec.Struct]] = MappingProxyType({}),
) -> Iterator[bytes]:
    """The bytes of a record's JSON in parts, so that the whole is never held; every field of its own is printed.

    With `is_compact` it is on one line. `streams` give fields that are arrays in place of the record's, an element at a
    time, where not even these are to be held.
    """
    begin, comma, end = (b"{", b",", b"}\n") if is_compact else (b"{\n", b",\n", b"\n}\n")
    for name, key in zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True):
        yield begin
        value = streams.get(name, getattr(record, name))
        yield from _encode_field(key, value, is_compact=is_compact)
        begin = comma
    yield end


def _encode_field(key: str, value: object, *, is_compact: bool) -> Iterator[bytes]:
    """`"key": value` as it stands in an object; of a long array a batch at a time."""
    if not isinstance(value, (tuple, Iterator)):
        yield _encode(key, value, is_compact=is_compact)
        return
    end = b"]" if is_compact else b"\n  ]"
    name = _encode(key, None, is_compact=is_compact).removesuffix(b"null")
    elements, begin = iter(value), name + b"["
    size = BATCH if isinstance(value, tuple) else _STREAMED
    while batch := tuple(islice(elements, size)):
        made = _encode(key, batch, is_compact=is_compact)
        yield begin + made[len(name) + 1 : -len(end)]
        begin = b","
    yield end if begin == b"," else name + b"[]"


def _encode(key: str, value: object, *, is_compact: bool) -> bytes:
    data = msgspec.json.encode({key: value})
    return data[1:-1] if is_compact else msgspec.json.format(data, indent=2)[2:-2]
