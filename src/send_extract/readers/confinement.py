"""A reader run in a child process, with a cap on its memory, a deadline, and no way out."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

import msgspec
from msgspec import Struct

from send_extract import errors
from send_extract.diagnostics import Diagnostic
from send_extract.document import Document, Paragraph, Table
from send_extract.errors import DefectiveSource, MemoryExceeded, SendExtractError, TimeExceeded
from send_extract.readers import Read
from send_extract.source import Source


class Confinement(Struct, frozen=True):
    """How far a child may go: `memory` in bytes, `seconds` for any file and more for each megabyte of it."""

    memory: int = 2 << 30
    seconds: float = 15.0
    seconds_per_megabyte: float = 15.0

    def deadline(self, size: int) -> float:
        """The seconds that a file of `size` bytes may take."""
        return self.seconds + self.seconds_per_megabyte * size / 1e6


CONFINEMENT = Confinement()
_GRACE = 5
"""Seconds of computing past the deadline: by then the parent has stopped the child, unless it is gone itself."""
_GLANCE = 0.5
"""Seconds between two looks at whether the parent is there."""


class Request(Struct, frozen=True):
    """What the child is asked: `reader` is `module:function`, its source is `name` and `data`.

    `memory` in bytes and `seconds` of computing are the most that it may take; 0 seconds are no limit.
    """

    reader: str
    name: str
    data: bytes
    memory: int
    seconds: float = 0.0


class Parcel(Struct, frozen=True):
    """A document as it crosses between the processes, or the error in its place.

    It is MessagePack, not a pickle: a file that takes over the child cannot reach the parent through it.
    `order` has a `p` or a `t` for each element.
    """

    order: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    format: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    error: tuple[str, str] | None = None


def read_confined(source: Source, reader: str, confinement: Confinement = CONFINEMENT) -> Read:
    """What `reader` (`module:function`) makes of `source`, in a process of its own.

    Raises:
        DefectiveSource: the child ran out of memory or time, or broke down.
        SendExtractError: as the reader itself raises it.
    """
    deadline = confinement.deadline(len(source.data))
    request = Request(reader, source.name, source.data, confinement.memory, deadline)
    answer = _ask_child(request, deadline)
    parcel = msgspec.msgpack.decode(answer, type=Parcel)
    if parcel.error is not None:
        _raise_error(*parcel.error)
    return unpack_parcel(parcel)


def _ask_child(request: Request, deadline: float) -> bytes:
    command = [sys.executable, "-P", "-c", f"from {__name__} import answer_request; answer_request()"]
    child = subprocess.Popen(  # noqa: S603 - this very interpreter, and words of this file alone
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with child:
        try:
            answer, complaint = child.communicate(msgspec.msgpack.encode(request), timeout=deadline)
        except subprocess.TimeoutExpired as error:
            child.kill()
            reason = f"reading it took more than {deadline:.0f} seconds"
            raise TimeExceeded(_refuse(request.name, reason)) from error
    if child.returncode or not answer:
        reason = _find_reason(complaint) or f"exit {child.returncode}"
        raise DefectiveSource(_refuse(request.name, f"it defeats its reader ({reason})"))
    return answer


def _find_reason(complaint: bytes) -> str:
    """The last line of a traceback that is no note."""
    lines = map(str.strip, complaint.decode("utf-8", "replace").split("\n"))
    return next((line for line in reversed([*lines]) if line and not line.startswith("note:")), "")


def _refuse(name: str, reason: str) -> str:
    return f"{name}: refused, because {reason}. Save the document anew in its own program."


def _raise_error(kind: str, message: str) -> NoReturn:
    error: type[SendExtractError] = getattr(errors, kind, DefectiveSource)
    raise error(message)


def unpack_parcel(parcel: Parcel) -> Read:
    """The document of a parcel, and its diagnostics."""
    paragraphs, tables = iter(parcel.paragraphs), iter(parcel.tables)
    elements = tuple(next(paragraphs) if kind == "p" else next(tables) for kind in parcel.order)
    return Read(Document(elements, parcel.format, None, parcel.properties), parcel.diagnostics)


def pack_read(read: Read) -> Parcel:
    """The parcel of a document and its diagnostics."""
    document = read.document
    paragraphs = tuple(each for each in document.elements if isinstance(each, Paragraph))
    tables = tuple(each for each in document.elements if isinstance(each, Table))
    order = "".join("p" if isinstance(each, Paragraph) else "t" for each in document.elements)
    return Parcel(order, paragraphs, tables, document.format, document.properties, read.diagnostics)


def answer_request() -> None:
    """The child's whole life: one request from standard input, one parcel to standard output."""
    output = sys.stdout.buffer
    sys.stdout = sys.stderr
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Request)
    watch_parent()
    _limit_resources(request.memory, request.seconds)
    sys.addaudithook(refuse_reach)
    output.write(msgspec.msgpack.encode(read_parcel(request)))


def read_parcel(request: Request) -> Parcel:
    """The document that the request's reader gives, packed; its error where it has one."""
    module, function = request.reader.split(":")
    read: Callable[[Source], Read] = getattr(import_module(module), function)
    try:
        return pack_read(read(Source(request.name, request.data)))
    except SendExtractError as error:
        return Parcel(error=(type(error).__name__, str(error)))
    except (MemoryError, RecursionError) as error:
        is_large = isinstance(error, MemoryError)
        kind, want = (MemoryExceeded, "more memory") if is_large else (DefectiveSource, "deeper nesting")
        return Parcel(
            error=(kind.__name__, _refuse(request.name, f"reading it takes {want} than a plan needs"))
        )


def _limit_resources(memory: int, seconds: float) -> None:
    """Cap this process's memory in bytes, and its computing beyond the deadline that its parent keeps.

    Where the system cannot (Windows), the deadline stands alone.
    """
    try:
        import resource
    except ImportError:
        return
    caps = {resource.RLIMIT_AS: memory}
    if seconds > 0:
        caps[resource.RLIMIT_CPU] = int(seconds) + _GRACE
    for kind, cap in caps.items():
        _, most = resource.getrlimit(kind)
        resource.setrlimit(kind, (cap if most == resource.RLIM_INFINITY else min(cap, most), most))


def watch_parent() -> None:
    """Ends this process when the one that started it is gone, killed before it could stop its child."""
    parent = os.getppid()

    def wait() -> None:
        while os.getppid() == parent:
            time.sleep(_GLANCE)
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


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
