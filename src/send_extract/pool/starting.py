"""How a worker is started: a fork of this process where that is safe, else an interpreter of its own."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, NamedTuple, NoReturn, Protocol

from send_extract.pool.worker import serve

if TYPE_CHECKING:
    import socket
    import subprocess

_INTERRUPT, _KILL = 2, 9
"""SIGINT and SIGKILL, whose module costs more to import than a fork."""
_CHUNK = 1 << 16


class Channel(Protocol):
    """One end of a pipe, or a socket where a system can wait for nothing else."""

    def fileno(self) -> int:
        """What a selector knows it by."""

    def recv(self, count: int, /) -> bytes:
        """Up to `count` bytes; none at the end."""

    def send(self, data: memoryview, /) -> int:
        """Sends what goes through at once; gives how many bytes that were."""

    def close(self) -> None:
        """Ends this side."""


class Pipe(NamedTuple):
    """One end of a pipe, by its descriptor."""

    descriptor: int

    def fileno(self) -> int:
        """The descriptor itself."""
        return self.descriptor

    def recv(self, count: int, /) -> bytes:
        """Up to `count` bytes; none at the end."""
        return os.read(self.descriptor, count)

    def send(self, data: memoryview, /) -> int:
        """Sends what the pipe takes at once; gives how many bytes that were."""
        return os.write(self.descriptor, data)

    def close(self) -> None:
        """Ends this side."""
        os.close(self.descriptor)


class Process(Protocol):
    """A child process."""

    def interrupt(self) -> None:
        """Asks it to end, what it is writing being cleared away."""

    def kill(self) -> None:
        """Ends it at once."""

    def wait(self) -> int:
        """Its exit code when it has ended, a signal's number with a minus before it."""


class Fork:
    """A child that is a fork of this process."""

    def __init__(self, pid: int) -> None:
        self._pid = pid

    def interrupt(self) -> None:
        """Asks it to end, what it is writing being cleared away."""
        os.kill(self._pid, _INTERRUPT)

    def kill(self) -> None:
        """Ends it at once."""
        os.kill(self._pid, _KILL)

    def wait(self) -> int:
        """Its exit code when it has ended, a signal's number with a minus before it."""
        _, status = os.waitpid(self._pid, 0)
        return os.waitstatus_to_exitcode(status)


class Program:
    """A child that is an interpreter of its own."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def interrupt(self) -> None:
        """Asks it to end, what it is writing being cleared away."""
        if os.name == "posix":
            self._process.send_signal(_INTERRUPT)

    def kill(self) -> None:
        """Ends it at once."""
        self._process.kill()

    def wait(self) -> int:
        """Its exit code when it has ended, a signal's number with a minus before it."""
        return self._process.wait()


class Started(NamedTuple):
    """A worker, and what leads to it and from it; `complaints` is what it says when it breaks down."""

    process: Process
    requests: Channel
    answers: Channel
    complaints: Channel


def start_worker() -> Started:
    """A new worker: a fork where nothing in this process can be harmed by one, which is the faster."""
    return fork_worker() if _may_fork() else spawn_worker()


def _may_fork() -> bool:
    """Whether a copy of this process would work: Windows has none, macOS breaks some, and threads are not copied."""
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return False
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


def fork_worker() -> Started:
    """A worker that is a fork of this process: what is imported here it has."""
    requests, answers, complaints = os.pipe(), os.pipe(), os.pipe()
    pid = os.fork()
    if not pid:
        _live(requests[0], answers[1], complaints[1])
    for descriptor in (requests[0], answers[1], complaints[1]):
        os.close(descriptor)
    os.set_blocking(requests[1], False)
    return Started(Fork(pid), Pipe(requests[1]), Pipe(answers[0]), Pipe(complaints[0]))


def _live(*own: int) -> NoReturn:
    """The child's life, with nothing of its parent's open but its own ends: files, locks, other workers' pipes."""
    try:
        start = 3
        for descriptor in (*sorted(own), os.sysconf("SC_OPEN_MAX")):
            os.closerange(start, descriptor)
            start = descriptor + 1
        serve(*own)
    finally:
        os._exit(1)


def spawn_worker(*, is_bridged: bool = os.name != "posix") -> Started:
    """A worker that is an interpreter of its own; with a bridge where a system can wait for sockets alone."""
    import subprocess

    command = [sys.executable, "-P", "-c", f"from {serve.__module__} import serve_streams; serve_streams()"]
    process = subprocess.Popen(  # noqa: S603 - this very interpreter, and words of this file alone
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    )
    lead = _bridge_pipe if is_bridged else _take_pipe
    streams = (process.stdin, process.stdout, process.stderr)
    leads = [lead(stream, stream is process.stdin) for stream in streams if stream is not None]
    return Started(Program(process), *leads)


def _take_pipe(stream: IO[bytes], is_written: bool) -> Channel:
    """The pipe of a program's stream."""
    descriptor = os.dup(stream.fileno())
    stream.close()
    os.set_blocking(descriptor, not is_written)
    return Pipe(descriptor)


def _bridge_pipe(stream: IO[bytes], is_written: bool) -> Channel:
    """A socket with a thread between it and a program's stream."""
    import socket
    from threading import Thread

    near, far = socket.socketpair()
    near.setblocking(False)
    pour = _pour_in if is_written else _pour_out
    Thread(target=pour, args=(far, stream), daemon=True).start()
    return near


def _pour_in(source: socket.socket, sink: IO[bytes]) -> None:
    with source, sink, suppress(OSError):
        while rest := source.recv(_CHUNK):
            while rest:
                rest = rest[sink.write(rest) :]


def _pour_out(sink: socket.socket, source: IO[bytes]) -> None:
    with source, sink, suppress(OSError):
        while data := source.read(_CHUNK):
            sink.sendall(data)
