"""The parent's side: workers that are started when there is work, watched while they do it, and replaced."""

from __future__ import annotations

import selectors
import time
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from send_extract.pool.places import find_line
from send_extract.pool.records import SLACK, Answer, Request, Task
from send_extract.pool.starting import Started, start_worker
from send_extract.pool.worker import LENGTH

LONGEST_SERVICE = 200
"""Tasks after which a worker is replaced, with whatever its parsers have left behind."""
MOST_KEPT = 400 << 20
"""Bytes of memory that a worker may have had and still be given another task."""
MOST_ANSWERED = 1 << 32
"""Bytes of an answer: more are no answer."""
_PATIENCE = 1.0
"""Seconds for workers that are asked to end, before they are ended."""
_CHUNK = 1 << 20
_ENCODER = msgspec.msgpack.Encoder()
_OVERTIME = -24
"""The exit code of a process that has computed beyond its limit: SIGXCPU."""


class _Given(NamedTuple):
    """A task in somebody's hands: its place, and whether it killed a worker before."""

    place: int
    task: Task
    is_repeated: bool = False


class _Worker:
    """A worker as its crew knows it: what it is at, until when, and what is on the way to it and from it."""

    def __init__(self, started: Started) -> None:
        self.process, self.requests, self.answers, self.complaints = started
        self.given: _Given | None = None
        self.begun = self.deadline = 0.0
        self.served = 0
        self.is_open = True
        self._outgoing = memoryview(b"")
        self._incoming = bytearray()

    def take(self, given: _Given) -> None:
        """Is given a task; its time begins."""
        function, data, limits = given.task
        message = bytearray(LENGTH)
        _ENCODER.encode_into(Request(function, data, limits.memory, limits.seconds), message, LENGTH)
        message[:LENGTH] = (len(message) - LENGTH).to_bytes(LENGTH, "big")
        self.given = given
        self.served += 1
        self.begun = time.monotonic()
        self.deadline = self.begun + SLACK * limits.seconds
        self._outgoing = memoryview(message)

    @property
    def seconds(self) -> float:
        """How long it has been at its task."""
        return time.monotonic() - self.begun

    def push(self) -> bool:
        """Sends on what goes through at once; tells whether that was all."""
        try:
            self._outgoing = self._outgoing[self.requests.send(self._outgoing) :]
        except BlockingIOError:
            return False
        except OSError:  # it is gone, which is heard of where it answers
            self._outgoing = memoryview(b"")
        return not self._outgoing

    def pull(self) -> bool:
        """Takes what has come; tells whether there can be more."""
        try:
            data = self.answers.recv(_CHUNK)
        except OSError:
            data = b""
        self._incoming += data
        return bool(data) and int.from_bytes(self._incoming[:LENGTH], "big") < MOST_ANSWERED

    def find_answer(self) -> Answer | None:
        """The answer, once it has come whole; None until then, and where it is no answer."""
        end = LENGTH + int.from_bytes(self._incoming[:LENGTH], "big")
        if len(self._incoming) < max(end, LENGTH + 1):
            return None
        message, self._incoming = bytes(self._incoming[LENGTH:end]), bytearray()
        with suppress(msgspec.DecodeError):
            return msgspec.msgpack.decode(message, type=Answer)
        return None

    def end(self) -> Answer:
        """Ends its process, if it has not ended, and says how it did."""
        self.process.kill()
        code = self.process.wait()
        complaint = self._read_complaint()
        for channel in (self.requests, self.answers, self.complaints):
            channel.close()
        return _tell_end(code, complaint)

    def _read_complaint(self) -> str:
        text = bytearray()
        with suppress(OSError):
            while len(text) < _CHUNK and (data := self.complaints.recv(_CHUNK)):
                text += data
        return text.decode("utf-8", "replace")


def _tell_end(code: int, complaint: str) -> Answer:
    """The answer to a task whose worker ended without one."""
    if code == _OVERTIME:
        return Answer("timeout")
    if "bad_alloc" in complaint or "MemoryError" in complaint:
        return Answer("memory", reason="it takes more memory than it may", traceback=complaint)
    how = f"was ended by signal {-code}" if code < 0 else f"left with exit code {code}"
    place = find_line(complaint)
    return Answer("crash", reason=f"its process {how}{place and f' at {place}'}, twice", traceback=complaint)


def _tell_timeout(task: Task) -> Answer:
    seconds = task.limits.seconds
    return Answer("timeout", reason=f"it takes more than {round(seconds, 1 if seconds > 1 else 3):g} seconds")


class Crew:
    """Up to `jobs` workers; close it, since its workers wait for more."""

    def __init__(self, jobs: int, start: Callable[[], Started] = start_worker) -> None:
        self._jobs, self._start = jobs, start
        self._workers: list[_Worker] = []
        self._selector = selectors.DefaultSelector()

    @property
    def is_busy(self) -> bool:
        """Whether somebody is at work."""
        return any(worker.given for worker in self._workers)

    @property
    def has_room(self) -> bool:
        """Whether somebody is without work, or can be hired."""
        return sum(worker.given is not None for worker in self._workers) < self._jobs

    def give(self, place: int, task: Task) -> None:
        """Gives a task to whoever has none; `place` is what its answer is known by."""
        self._hand(_Given(place, task))

    def wait(self) -> dict[int, Answer]:
        """The answers that come next, by the places of their tasks; none where time passed for something else."""
        first = min(worker.deadline for worker in self._workers if worker.given)
        self._listen(first - time.monotonic())
        return dict(filter(None, map(self._settle, tuple(self._workers))))

    def close(self) -> None:
        """Ends every worker; what one is writing is cleared away first."""
        busy = [worker for worker in self._workers if worker.given]
        for worker in busy:
            worker.process.interrupt()
        last = time.monotonic() + _PATIENCE
        while any(worker.is_open for worker in busy) and time.monotonic() < last:
            self._listen(last - time.monotonic())
        for worker in tuple(self._workers):
            self._dismiss(worker)
        self._selector.close()

    def _hand(self, given: _Given) -> None:
        idle = [worker for worker in self._workers if worker.given is None]
        worker = idle[0] if idle else self._hire()
        worker.take(given)
        if not worker.push():
            self._selector.register(worker.requests, selectors.EVENT_WRITE, worker)

    def _hire(self) -> _Worker:
        worker = _Worker(self._start())
        self._workers.append(worker)
        self._selector.register(worker.answers, selectors.EVENT_READ, worker)
        return worker

    def _listen(self, seconds: float) -> None:
        """Sends and takes what goes through, as soon as anything does."""
        for key, _ in self._selector.select(max(0.0, seconds)):
            worker: _Worker = key.data
            if key.fileobj is worker.answers:
                worker.is_open = worker.pull()
                if not worker.is_open:
                    self._selector.unregister(worker.answers)
            elif worker.push():
                self._selector.unregister(worker.requests)

    def _settle(self, worker: _Worker) -> tuple[int, Answer] | None:
        """What has become of a worker's task, with its place; None where it is still at work, or begins again."""
        given, answer = worker.given, worker.find_answer()
        if given is None or answer is not None:
            self._free(worker, answer)
            return (given.place, replace(answer, seconds=worker.seconds)) if given and answer else None
        is_at_work = worker.is_open and time.monotonic() < worker.deadline
        return None if is_at_work else self._give_up(worker, given)

    def _free(self, worker: _Worker, answer: Answer | None) -> None:
        """Makes a worker free for the next task; one that gets no other goes."""
        worker.given = None
        if not worker.is_open or (answer and _is_worn(worker, answer)):
            self._dismiss(worker)

    def _give_up(self, worker: _Worker, given: _Given) -> tuple[int, Answer] | None:
        """What is said of a task whose worker died or took too long; None where it begins again."""
        ended = self._dismiss(worker)
        if worker.is_open or ended.fate == "timeout":
            ended = _tell_timeout(given.task)
        if ended.fate == "crash" and not given.is_repeated:
            self._hand(given._replace(is_repeated=True))
            return None
        return given.place, replace(ended, seconds=worker.seconds)

    def _dismiss(self, worker: _Worker) -> Answer:
        """Ends a worker, and gives what is to be said if that was in the middle of its work."""
        self._workers.remove(worker)
        for channel in (worker.requests, worker.answers):
            with suppress(KeyError):
                self._selector.unregister(channel)
        return worker.end()


def _is_worn(worker: _Worker, answer: Answer) -> bool:
    """Whether a worker gets no other task: it has served long, has grown, or what it met may have left it unwell."""
    return answer.fate != "done" or worker.served >= LONGEST_SERVICE or answer.used > MOST_KEPT
