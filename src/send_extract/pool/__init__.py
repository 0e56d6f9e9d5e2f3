"""Work done in child processes, each held to a time and a memory, and with no way out: tasks in, answers out.

    for answer in run_tasks((Task("package.module:function", data, limits) for data in …), jobs=4): ...

A function takes bytes and gives bytes. Answers come in the order of the tasks, one for each, whatever becomes of the
process that was at work on it: one that dies is replaced and its task tried once more.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from send_extract.pool.records import Answer, Limits, Request, Task, encode_json, encode_message

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from send_extract.pool.crew import Crew

__all__ = ["Answer", "Limits", "Task", "ask_kept_worker", "encode_json", "encode_message", "run_tasks"]

MOST_HELD = 64 << 20
"""Bytes of answers that wait for an earlier one: no more tasks are begun beyond that."""


def run_tasks(tasks: Iterable[Task | Answer], jobs: int = 1) -> Generator[Answer, None, None]:
    """The answer to each task, in their order, by up to `jobs` processes; an answer among the tasks is passed on.

    Close it where it is left before its end (`contextlib.closing`): its processes end with it. With 0 `jobs` this
    process does the tasks itself, held to no limits.
    """
    if not jobs:
        yield from map(_answer_here, tasks)
        return
    # A small draft needs no worker: what watches them is imported where there are some.
    from send_extract.pool.crew import Crew

    crew = Crew(jobs)
    queue = enumerate(tasks)
    ready: dict[int, Answer] = {}
    place = 0
    try:
        while _hand_out(crew, queue, ready) or crew.is_busy or ready:
            while place in ready:
                yield ready.pop(place)
                place += 1
            if crew.is_busy:
                ready |= crew.wait()
    finally:
        crew.close()


def _answer_here(task: Task | Answer) -> Answer:
    from send_extract.pool.worker import answer_request

    return task if isinstance(task, Answer) else answer_request(Request(task.function, task.data))


def _hand_out(crew: Crew, queue: Iterator[tuple[int, Task | Answer]], ready: dict[int, Answer]) -> bool:
    """Gives tasks to whoever has none, as long as few answers wait; tells whether there were any."""
    is_given = False
    while crew.has_room and sum(len(answer.data) for answer in ready.values()) < MOST_HELD:
        place, task = next(queue, (0, None))
        if task is None:
            break
        is_given = True
        if isinstance(task, Answer):
            ready[place] = task
        else:
            crew.give(place, task)
    return is_given


_IDLE: dict[int, list[Crew]] = {}
"""The workers that this process keeps, by its own number, since a fork of it must not share them."""


def ask_kept_worker(task: Task) -> Answer:
    """The answer to one task, by a worker that is kept for the next one until this process ends."""
    crew = _find_idle()
    try:
        crew.give(0, task)
        answers: dict[int, Answer] = {}
        while not answers:
            answers = crew.wait()
    except BaseException:
        crew.close()
        raise
    _IDLE[os.getpid()].append(crew)
    return answers[0]


def _find_idle() -> Crew:
    """A worker that is kept, a new one where none is."""
    from send_extract.pool.crew import Crew

    idle = _IDLE.get(os.getpid())
    if idle is None:
        import atexit

        idle = _IDLE[os.getpid()] = []
        atexit.register(release_kept)
    return idle.pop() if idle else Crew(1)


def release_kept() -> None:
    """Ends the workers that this process keeps."""
    idle = _IDLE.get(os.getpid(), [])
    while idle:
        idle.pop().close()
