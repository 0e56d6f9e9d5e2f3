"""What goes into a worker and what comes out of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct, json, msgpack


class Limits(NamedTuple):
    """What one task may take: `seconds` of computing, and bytes of `memory` beside what its worker began with.

    On the clock it may take `SLACK` times as long: a machine that has other work to do is no fault of the task's.
    """

    seconds: float
    memory: int


SLACK = 3.0


class Task(NamedTuple):
    """Something to do: the function that does it (`module:function`, bytes to bytes) and what it is given."""

    function: str
    data: bytes
    limits: Limits


class Answer(Struct, frozen=True, gc=False, array_like=True):
    """What became of a task: `data` where it is done, else the `reason` why it is not.

    `timeout` and `memory` are its limits; `crash` is an exception, whose `traceback` is told, or the end of its
    process, twice. `used` is the most memory, in bytes, that its worker has had until then; `seconds` is how long the
    last worker was at it, on the clock.
    """

    fate: Literal["done", "timeout", "memory", "crash"]
    data: bytes = b""
    reason: str = ""
    traceback: str = ""
    used: int = 0
    seconds: float = 0.0


class Request(Struct, gc=False, array_like=True):
    """A task as a worker gets it, and takes the data from it."""

    function: str
    data: bytes
    memory: int = 0
    seconds: float = 0.0


def encode_message(message: object) -> bytearray:
    """A message as MessagePack.

    Where memory ends in it, MemoryError is raised; msgspec's own `encode` takes the process with it.
    """
    data = bytearray()
    msgpack.Encoder().encode_into(message, data)
    return data


def encode_json(message: object) -> bytes:
    """A message as JSON, by the same way."""
    data = bytearray()
    json.Encoder().encode_into(message, data)
    return bytes(data)
