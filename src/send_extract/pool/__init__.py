"""Work done in child processes, each held to a time and a memory, and with no way out: tasks in, answers out.

    for answer in run_tasks((Task("package.module:function", data, limits) for data in …), jobs=4): ...

A function takes bytes and gives bytes. Answers come in the order of the tasks, one for each, whatever becomes of the
process that was at work on it: one that dies is replaced and its task tried once more.
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from send_extract.pool.records import Answer, Limits, Request, Task, encode_json, encode_message

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from contextlib import AbstractContextManager

    from send_extract.pool.crew import Crew

__all__ = [
    "Answer",
    "Limits",
    "Task",
    "ask_kept_worker",
    "encode_json",
    "encode_message",
    "race_tasks",
    "run_tasks",
]

MOST_HELD = 64 << 20
"""Bytes of answers that wait for an earlier one: no more tasks are begun beyond that."""


def run_tasks(
    tasks: Iterable[Task | Answer], jobs: int = 1, *, is_kept: bool = False
) -> Generator[Answer, None, None]:
    """The answer to each task, in their order, by up to `jobs` processes; an answer among the tasks is passed on.

    Close it where it is left before its end (`contextlib.closing`): its processes end with it. With 0 `jobs` this
    process does the tasks itself, held to no limits. With `is_kept` it is one process, that waits for whoever asks
    next until this one ends.
    """
    ready: dict[int, Answer] = {}
    place = 0

    def has_room() -> bool:
        return sum(len(answer.data) for answer in ready.values()) < MOST_HELD

    with closing(race_tasks(tasks, jobs, is_kept=is_kept, has_room=has_room)) as answers:
        for given, answer in answers:
            ready[given] = answer
            while place in ready:
                yield ready.pop(place)
                place += 1


def race_tasks(
    tasks: Iterable[Task | Answer],
    jobs: int = 1,
    *,
    is_kept: bool = False,
    has_room: Callable[[], bool] = lambda: True,
) -> Generator[tuple[int, Answer], None, None]:
    """The same as they come, each with the place of its task; no task is begun while whoever gets them has no room."""
    if not jobs:
        yield from enumerate(map(_answer_here, tasks))
        return
    queue = enumerate(tasks)
    come: dict[int, Answer] = {}
    with _keep_crew() if is_kept else _hire_crew(jobs) as crew:
        while _hand_out(crew, queue, come, has_room) or crew.is_busy or come:
            if not come:
                come = crew.wait()
            else:
                while come:
                    yield come.popitem()


def _answer_here(task: Task | Answer) -> Answer:
    from send_extract.pool.worker import answer_request

    return task if isinstance(task, Answer) else answer_request(Request(task.function, task.data))


def _hand_out(
    crew: Crew,
    queue: Iterator[tuple[int, Task | Answer]],
    come: dict[int, Answer],
    has_room: Callable[[], bool],
) -> bool:
    """Gives a task to each who has none, or adds an answer from among them to what has `come`; tells whether it did."""
    is_given = False
    while crew.has_room and has_room():
        place, task = next(queue, (0, None))
        if task is None:
            break
        is_given = True
        if isinstance(task, Answer):
            come[place] = task
            break
        crew.give(place, task)
    return is_given


def _hire_crew(jobs: int) -> AbstractContextManager[Crew]:
    """Workers for as long as they are needed."""
    # A small draft needs no worker: what watches them is imported where there are some.
    from send_extract.pool.crew import Crew

    return closing(Crew(jobs))


_IDLE: dict[int, list[Crew]] = {}
"""The workers that this process keeps, by its own number, since a fork of it must not share them."""


def ask_kept_worker(task: Task) -> Answer:
    """The answer to one task, by a worker that is kept for the next one until this process ends."""
    (answer,) = run_tasks([task], is_kept=True)
    return answer


@contextmanager
def _keep_crew() -> Iterator[Crew]:
    """A worker for whoever asks, then for the next; one that is left at work is ended."""
    crew = _find_idle()
    try:
        yield crew
    except BaseException:
        crew.close()
        raise
    _IDLE[os.getpid()].append(crew)


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
