"""The pool as a run uses it: an answer to each task, in order, whatever becomes of the processes."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from send_extract.pool import Answer, Limits, Task, ask_kept_worker, race_tasks, release_kept, run_tasks

ROOT = Path(__file__).parents[2]
HOSTILE = "tests.pool.hostile"
ROOMY = Limits(60.0, 1 << 30)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals end a process there")


def ask(function: str, data: bytes = b"", limits: Limits = ROOMY) -> Task:
    return Task(f"{HOSTILE}:{function}", data, limits)


def answer(*tasks: Task | Answer, jobs: int = 1) -> list[Answer]:
    return list(run_tasks(tasks, jobs))


def find_data(answers: list[Answer]) -> list[bytes]:
    return [each.data for each in answers]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_answers_come_in_the_order_of_the_tasks(jobs: int) -> None:
    tasks = [ask("sleep", b"0.05" if number % 3 == 0 else b"0.001") for number in range(12)]
    assert find_data(answer(*tasks, jobs=jobs)) == [task.data for task in tasks]


def test_a_race_gives_each_answer_as_it_comes(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    slow = ask("await_mark", str(mark).encode())
    answers = race_tasks([slow, ask("echo", b"x"), Answer("done", b"known"), ask("echo", b"y")], 2)
    assert {place: each.data for place, each in islice(answers, 3)} == {1: b"x", 2: b"known", 3: b"y"}
    mark.touch()
    assert [(place, each.data) for place, each in answers] == [(0, slow.data)]


def test_a_large_task_and_its_answer_go_through() -> None:
    data = bytes(range(256)) * (1 << 15)
    assert find_data(answer(ask("echo", data), ask("echo", data[1:]), jobs=2)) == [data, data[1:]]


def test_an_answer_among_the_tasks_is_passed_on_in_its_place() -> None:
    known = Answer("done", b"known")
    assert find_data(answer(ask("sleep", b"0.05"), known, ask("echo", b"x"), jobs=2)) == [
        b"0.05",
        b"known",
        b"x",
    ]


def test_no_task_has_no_answer() -> None:
    assert answer() == []


@pytest.mark.parametrize(
    ("function", "fate", "words"),
    [
        ("hunger", "memory", "more memory than it may"),
        ("recurse", "crash", "RecursionError"),
        ("break_down", "crash", "TypeError"),
        ("leave", "crash", "left with exit code 0, twice"),
        ("die", "crash", "ended by signal 9, twice"),
        ("overflow", "crash", "ended by signal 11"),
        ("go_afar", "crash", "PermissionError"),
        ("run_program", "crash", "PermissionError"),
        ("no_such_function", "crash", "AttributeError"),
    ],
)
def test_what_defeats_a_worker_is_its_answer_and_the_others_have_theirs(
    function: str, fate: str, words: str
) -> None:
    before, found, after = answer(ask("echo", b"a"), ask(function), ask("echo", b"b"), jobs=2)
    assert (before.data, after.data) == (b"a", b"b")
    assert found.fate == fate
    assert words in found.reason
    assert "\n" not in found.reason


@pytest.mark.parametrize("seconds", [0.5, 0.05])
def test_a_task_past_its_deadline_is_stopped_and_not_tried_again(seconds: float) -> None:
    found, after = answer(ask("hang", limits=Limits(seconds, 1 << 30)), ask("echo", b"b"))
    assert (found.fate, found.reason) == ("timeout", f"it takes more than {seconds} seconds")
    assert after.data == b"b"


def test_a_process_that_dies_once_costs_no_answer(tmp_path: Path) -> None:
    marks = [str(tmp_path / str(number)).encode() for number in range(20)]
    assert find_data(answer(*(ask("die_once", mark) for mark in marks), jobs=3)) == [b"alive"] * 20


def test_workers_killed_from_outside_in_mid_run_cost_no_answer() -> None:
    answers = run_tasks([ask("tell_process", b"0.05") for _ in range(40)], 2)
    pids = []
    for place, each in enumerate(answers):
        assert each.fate == "done"
        pids.append(int(each.data))
        if place % 5 == 0:
            os.kill(pids[-1], signal.SIGKILL)
    assert len(pids) == 40
    assert len(set(pids)) > 5


def test_a_worker_is_kept_from_task_to_task_and_replaced_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("send_extract.pool.crew.LONGEST_SERVICE", 3)
    pids = find_data(answer(*(ask("tell_process") for _ in range(7))))
    assert [pids.index(pid) for pid in pids] == [0, 0, 0, 3, 3, 3, 6]


def test_a_worker_that_has_grown_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("send_extract.pool.crew.MOST_KEPT", 1)
    assert len({*find_data(answer(ask("tell_process"), ask("tell_process")))}) == 2


def test_what_is_said_on_any_stream_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert find_data(answer(ask("babble", b"x"))) == [b"x"]
    assert capfd.readouterr() == ("", "")


def test_no_worker_outlives_its_run() -> None:
    with closing(run_tasks([ask("tell_process", b"0"), ask("sleep", b"60")], 2)) as answers:
        pid = int(next(answers).data)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_few_tasks_are_begun_while_many_answers_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("send_extract.pool.MOST_HELD", 10)
    begun = []

    def list_tasks() -> list[Task]:
        return [ask("sleep", b"0.3"), *(ask("echo", b"x" * 8) for _ in range(9))]

    def count(tasks: list[Task]) -> object:
        for task in tasks:
            begun.append(task)
            yield task

    next(answers := run_tasks(count(list_tasks()), 2))  # type: ignore[arg-type]
    assert len(begun) < 7
    assert len([*answers]) == 9


def test_a_kept_worker_answers_one_task_after_another() -> None:
    try:
        first, second = (ask_kept_worker(ask("tell_process")) for _ in range(2))
        assert first.data == second.data
        assert ask_kept_worker(ask("die")).fate == "crash"
        assert ask_kept_worker(ask("echo", b"x")).data == b"x"
    finally:
        release_kept()


def test_a_worker_is_kept_from_run_to_run_but_not_one_that_is_left_at_work() -> None:
    def find_worker() -> list[bytes]:
        return find_data([*run_tasks([ask("tell_process"), ask("tell_process")], is_kept=True)])

    try:
        first = find_worker()
        assert len({*first, *find_worker()}) == 1
        with closing(run_tasks([ask("tell_process"), ask("hang")], is_kept=True)) as answers:
            assert next(answers).data == first[0]
        assert first[0] not in find_worker()
    finally:
        release_kept()


PARENT = f"""
import sys
from send_extract.pool import Limits, Task, run_tasks
list(run_tasks([Task("{HOSTILE}:sleep_with_sign", sys.argv[1].encode(), Limits(60, 1 << 30))]))
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_worker_does_not_outlive_its_parent(how: signal.Signals, tmp_path: Path) -> None:
    """The pipe's end comes when the worker is gone: until then it holds it open."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with (
        subprocess.Popen(
            [sys.executable, "-c", PARENT, str(pipe)], cwd=ROOT, stderr=subprocess.DEVNULL
        ) as parent,
        pipe.open("rb") as signs,
    ):
        assert signs.read(1) == b"."
        parent.send_signal(how)
        assert signs.read() == b""


def test_an_answer_for_which_memory_ends_is_its_tasks_fate() -> None:
    task = Task("tests.pool.hostile:answer_too_much", b"60000000", Limits(20, 90_000_000))
    assert [found.fate for found in run_tasks([task])] == ["memory"]


def test_an_answer_says_how_long_its_worker_was_at_it() -> None:
    (slept,) = answer(ask("sleep", b"0.2"))
    (killed,) = answer(ask("die"))
    assert slept.seconds >= 0.2
    assert killed.seconds > 0
