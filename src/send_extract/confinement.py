"""What a draft may take, and which drafts are handled in a process of their own to hold them to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from send_extract.errors import Crash, MemoryExceeded, SendExtractError, TimeExceeded, revive_error
from send_extract.pool import Limits

if TYPE_CHECKING:
    from send_extract.pool import Answer
    from send_extract.settings import LimitSettings


class Allowance(Struct, frozen=True):
    """What a draft of a kind may take: `seconds` and bytes of `memory`, and more of each for its size."""

    seconds: float = 15.0
    seconds_per_megabyte: float = 15.0
    memory: int = 2 << 30
    memory_per_byte: int = 40


ALLOWANCES = {"pdf": Allowance(120.0, 30.0), "": Allowance()}
"""By kind; a packed page of a PDF is a few kilobytes and takes a quarter of a second: three hundred are no attack."""

SEQUEL = Allowance(120.0, 60.0, memory_per_byte=400)
"""For what is made of the plans of several drafts, by the size of these."""

FREE = 64_000
"""Bytes of a text that is handled where it is asked for: it cannot take long."""
DEEPEST = 100
"""Tags of one name inside one another, beyond which a text is no small matter whatever its size."""
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How an office file begins, a new one and an old one."""


def is_harmless(data: bytes) -> bool:
    """Whether a draft can be handled in this process: a small text, its tags not nested deep."""
    return len(data) <= FREE and not data.startswith(_PACKED) and not _is_pdf(data) and not _is_deep(data)


def find_limits(data: bytes, settings: LimitSettings) -> Limits:
    """The limits of a draft, by its kind and its size, or as the settings have them."""
    allowance = ALLOWANCES["pdf" if _is_pdf(data) else ""]
    seconds = allowance.seconds + allowance.seconds_per_megabyte * len(data) / 1e6
    memory = allowance.memory + allowance.memory_per_byte * len(data)
    return Limits(settings.seconds or seconds, settings.memory << 20 if settings.memory else memory)


def find_sequel_limits(size: int) -> Limits:
    """The limits of what is made of plans that take `size` bytes together."""
    seconds = SEQUEL.seconds + SEQUEL.seconds_per_megabyte * size / 1e6
    return Limits(seconds, SEQUEL.memory + SEQUEL.memory_per_byte * size)


class _Sealed(Struct, frozen=True, array_like=True):
    """What a worker's task gave, or the kind and message of the error that it met."""

    data: bytes = b""
    error: str = ""
    message: str = ""


def seal(work: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """A worker's task whose errors, those of this program's tree, are told as such (`unseal`)."""

    @wraps(work)
    def sealed(data: bytes) -> bytes:
        try:
            return msgspec.msgpack.encode(_Sealed(work(data)))
        except SendExtractError as error:
            return msgspec.msgpack.encode(_Sealed(error=type(error).__name__, message=str(error)))

    return sealed


def unseal(name: str, answer: Answer) -> bytes:
    """What a sealed task gave that was about `name`.

    Raises:
        SendExtractError: as the task raised it, or for what became of its worker.
    """
    if answer.fate != "done":
        raise blame(name, answer)
    sealed = msgspec.msgpack.decode(answer.data, type=_Sealed)
    if sealed.error:
        raise revive_error(sealed.error, sealed.message)
    return sealed.data


def blame(name: str, answer: Answer) -> SendExtractError:
    """The error for the draft `name` over which a worker could not do its task."""
    if answer.fate == "crash":
        message = word_crash(f"{name}: this program broke down over the draft", answer, "the draft")
        return Crash(message, answer.traceback)
    kind, limit = (TimeExceeded, "seconds") if answer.fate == "timeout" else (MemoryExceeded, "memory")
    return kind(
        f"{name}: refused, because {answer.reason}. "
        f"Divide it, save it anew, or allow it more: limits.{limit} in send-extract.toml."
    )


def word_crash(what: str, answer: Answer, given: str) -> str:
    """The line for a breakdown of the program: where, and that a report with what it was given is asked for."""
    return (
        f"{what} ({answer.reason}), which is a fault of its own. "
        f"Please report it with {given}, or the part of it that may be shown; --verbose tells more."
    )


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _is_deep(data: bytes) -> bool:
    """Whether tags stand more than `DEEPEST` inside one another, those apart that are never closed."""
    if data.count(b"<") <= DEEPEST:
        return False
    tags = re.findall(rb"<(/?)([a-z][a-z0-9]*)", data.replace(b"\0", b"").lower())
    closed = {name for slash, name in tags if slash}
    depths: Counter[bytes] = Counter()
    for slash, name in tags:
        depths[name] = max(0, depths[name] - 1) if slash else depths[name] + (name in closed)
        if depths[name] > DEEPEST:
            return True
    return False
