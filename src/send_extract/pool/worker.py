"""The child's side: one task after another, each within its limits, and nothing that reaches out of the process.

Tasks and answers are MessagePack, not pickles: a document that takes over the child cannot reach the parent with them.
"""

from __future__ import annotations

import _thread
import faulthandler
import gc
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from math import ceil
from pathlib import Path
from typing import NoReturn

import msgspec

from send_extract.pool.places import find_place
from send_extract.pool.records import Answer, Request, encode_message

LENGTH = 8
"""Bytes that say how long the message behind them is."""
INTERRUPTED = 130
_GLANCE = 0.5
"""Seconds between two looks at whether the parent is there."""
_LONGEST = 200


def serve(requests: int, answers: int, complaints: int) -> NoReturn:
    """The worker's whole life, until there are no more requests; the three are file descriptors.

    What the system and the interpreter say as they break down goes to `complaints`.
    """
    _settle(complaints)
    extent = _find_extent()
    try:
        while (request := _read_request(requests)) is not None:
            write_message(answers, _answer_within(request, extent))
            gc.collect()
            gc.freeze()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)
    except BrokenPipeError:
        os._exit(1)
    os._exit(0)


def serve_streams() -> NoReturn:
    """The life of a worker that was started as a program: its standard streams are the three."""
    requests, answers, complaints = (os.dup(stream) for stream in (0, 1, 2))
    serve(requests, answers, complaints)


def _settle(complaints: int) -> None:
    """Makes this process a worker: no input, no output but its own, nothing that outlives or outreaches its parent."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream, target in enumerate((nowhere, nowhere, complaints)):
        os.dup2(target, stream)
    sys.stdout = sys.stderr = os.fdopen(nowhere, "w", encoding="utf-8", errors="replace")
    if os.name == "posix":
        os.set_blocking(2, False)
    faulthandler.enable(2)
    gc.disable()
    gc.freeze()
    _watch_parent()
    sys.addaudithook(refuse_reach)


def _read_request(descriptor: int) -> Request | None:
    message = read_message(descriptor)
    return None if message is None else msgspec.msgpack.decode(message, type=Request)


def _answer_within(request: Request, extent: int) -> bytearray:
    try:
        _limit_resources(extent + request.memory, request.seconds)
        return encode_message(answer_request(request))
    except MemoryError as error:
        return encode_message(tell_exception(error))


def answer_request(request: Request) -> Answer:
    """What the request's function gives, or what it raised; the function alone holds the data from then on."""
    module, function = request.function.split(":")
    given, request.data = [request.data], b""
    try:
        work: Callable[[bytes], bytes] = getattr(import_module(module), function)
        return Answer("done", work(given.pop()), used=_find_used())
    except Exception as error:  # noqa: BLE001 - whatever a task brings about is its answer, never the worker's end
        return tell_exception(error)


def tell_exception(error: BaseException) -> Answer:
    """The answer to a task that raised what nobody foresaw: the exception, its place in one line, and its traceback."""
    if isinstance(error, MemoryError):
        return Answer("memory", reason="it takes more memory than it may")
    from traceback import format_exception

    reason = " ".join(f"{type(error).__name__} at {find_place(error)}: {error}".split())
    return Answer("crash", reason=reason[:_LONGEST].rstrip(": "), traceback="".join(format_exception(error)))


def read_message(descriptor: int) -> bytes | None:
    """The next message, None where there is no more."""
    length = _read_bytes(descriptor, LENGTH)
    return None if length is None else _read_bytes(descriptor, int.from_bytes(length, "big"))


def write_message(descriptor: int, message: bytes | bytearray) -> None:
    """Sends a message, its length before it."""
    for part in (len(message).to_bytes(LENGTH, "big"), message):
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(descriptor, rest) :]


def _read_bytes(descriptor: int, count: int) -> bytes | None:
    data = bytearray()
    while len(data) < count:
        part = os.read(descriptor, min(count - len(data), 1 << 20))
        if not part:
            return None
        data += part
    return bytes(data)


def _find_used() -> int:
    """The most memory that this process has had, in bytes; 0 where the system does not tell.

    What getrusage tells is also that of the process that started it (getrusage(2), Linux): there the kernel is asked.
    """
    try:
        with open("/proc/self/status", "rb") as status:  # noqa: PTH123 - pathlib is not imported by a worker
            peak = next((line for line in status if line.startswith(b"VmHWM:")), b"")
            return int(peak.split()[1]) << 10
    except (OSError, ValueError, IndexError):
        pass
    try:
        import resource
    except ImportError:
        return 0
    scale = 1 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale


def _find_extent() -> int:
    """The bytes of addresses that this process has taken, which a fork has from its parent; 0 where nobody tells."""
    try:
        taken, *_ = Path("/proc/self/statm").read_text(encoding="ascii").split()
        return int(taken) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _limit_resources(memory: int, seconds: float) -> None:
    """Caps this process's memory in bytes and its computing from now on; nothing of it is left where it is ended.

    Where the system cannot (Windows), the deadline that the parent keeps stands alone.
    """
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    computed = ceil(used.ru_utime + used.ru_stime + seconds)
    caps = {resource.RLIMIT_AS: memory, resource.RLIMIT_CPU: computed, resource.RLIMIT_CORE: 0}
    for kind, cap in caps.items():
        _, most = resource.getrlimit(kind)
        resource.setrlimit(kind, (cap if most == resource.RLIM_INFINITY else min(cap, most), most))


def _watch_parent() -> None:
    """Ends this process when the one that started it is gone, killed before it could stop its child."""
    parent = os.getppid()

    def wait() -> None:
        while os.getppid() == parent:
            time.sleep(_GLANCE)
        os._exit(1)

    _thread.start_new_thread(wait, ())


_REACHES = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.startfile",
    "os.system",
    "urllib.",
)


def refuse_reach(event: str, _: tuple[object, ...]) -> None:
    """An audit hook (PEP 578) that stops what reaches out of the process: nothing is fetched or run."""
    if event.startswith(_REACHES):
        message = f"a reader tried to reach out of its process: {event}"
        raise PermissionError(message)
