import errno
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from send_extract.batch import locks
from send_extract.batch.locks import HeldError, drop_lock, take_lock

ROOT = Path(__file__).parents[2]
HOLDING = """
import sys
from pathlib import Path
from send_extract.batch.locks import take_lock
take_lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def hold_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDING, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0.1)
    return tmp_path / "place" / "lock"


def test_a_lock_and_its_folder_are_gone_afterwards(lock: Path) -> None:
    descriptor = take_lock(lock)
    assert lock.exists()
    drop_lock(lock, descriptor)
    assert not lock.parent.exists()


def test_whoever_waits_too_long_hears_which_process_holds_it(lock: Path) -> None:
    with hold_elsewhere(lock) as process, pytest.raises(HeldError, match=rf"process {process.pid} on "):
        take_lock(lock)


def test_a_lock_can_be_waited_for(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 30.0)
    with hold_elsewhere(lock) as process:
        monkeypatch.setattr("time.sleep", lambda _: process.communicate())
        drop_lock(lock, take_lock(lock))
        assert process.returncode is not None


def test_a_lock_ends_with_the_process_that_was_killed(lock: Path) -> None:
    with hold_elsewhere(lock) as process:
        process.kill()
        process.wait()
        assert lock.exists()
        drop_lock(lock, take_lock(lock))
    assert not lock.exists()


def test_a_process_does_not_get_its_own_lock_twice(lock: Path) -> None:
    descriptor = take_lock(lock)
    with pytest.raises(HeldError, match="this process"):
        take_lock(lock)
    assert lock.exists()
    drop_lock(lock, descriptor)


@pytest.mark.skipif(sys.platform == "win32", reason="another system's locks")
def test_on_a_disk_without_locks_the_process_that_is_named_is_looked_for(
    lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr("fcntl.lockf", refuse)
    with hold_elsewhere(lock) as process:
        with pytest.raises(HeldError):
            take_lock(lock)
        process.kill()
        process.wait()
        drop_lock(lock, take_lock(lock))
