import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from send_extract.pool.crew import Crew
from send_extract.pool.records import Answer, Limits, Task
from send_extract.pool.starting import Fork, Program, Started, fork_worker, spawn_worker
from tests.pool.test_pool import HOSTILE


@pytest.fixture(autouse=True)
def _on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets an interpreter of its own find what tasks of the tests name."""
    monkeypatch.setenv("PYTHONPATH", f"{Path(__file__).parents[2]}:{Path(__file__).parents[2] / 'src'}")


WAYS: dict[str, Callable[[], Started]] = {
    "fork": fork_worker,
    "program": partial(spawn_worker, is_bridged=False),
    "bridged": partial(spawn_worker, is_bridged=True),
}


@pytest.fixture(params=WAYS)
def crew(request: pytest.FixtureRequest) -> Iterator[Crew]:
    crew = Crew(1, WAYS[request.param])
    yield crew
    crew.close()


def ask(crew: Crew, function: str, data: bytes = b"", seconds: float = 60.0) -> Answer:
    crew.give(7, Task(f"{HOSTILE}:{function}", data, Limits(seconds, 1 << 30)))
    answers: dict[int, Answer] = {}
    while not answers:
        answers = crew.wait()
    return answers[7]


def test_however_a_worker_is_started_it_answers_and_is_replaced(crew: Crew) -> None:
    data = bytes(range(256)) * (1 << 12)
    assert ask(crew, "echo", data).data == data
    assert ask(crew, "tell_process").data == ask(crew, "tell_process").data
    assert ask(crew, "hang", seconds=0.5).fate == "timeout"
    assert ask(crew, "die").reason == "its process was ended by signal 9, twice"
    assert ask(crew, "hunger").fate == "memory"
    assert ask(crew, "babble", b"x").data == b"x"
    assert ask(crew, "go_afar").reason.startswith("PermissionError")


START = """
import sys, threading
from send_extract.pool.starting import start_worker
if sys.argv[1] == "threads":
    threading.Thread(target=threading.Event().wait, daemon=True).start()
started = start_worker()
print(type(started.process).__name__)
started.process.kill()
started.process.wait()
"""


@pytest.mark.skipif(not hasattr(os, "fork") or sys.platform == "darwin", reason="there is no safe fork")
@pytest.mark.parametrize(("threads", "kind"), [("none", Fork), ("threads", Program)])
def test_a_process_with_threads_is_not_copied(threads: str, kind: type) -> None:
    command = [sys.executable, "-c", START, threads]
    assert subprocess.check_output(command, text=True).strip() == kind.__name__
