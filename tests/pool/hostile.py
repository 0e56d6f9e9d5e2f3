"""What workers are to survive, each by a function that a task can name."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from send_extract.source import Source


def echo(data: bytes) -> bytes:
    return data


def tell_process(data: bytes) -> bytes:
    time.sleep(float(data or 0))
    return str(os.getpid()).encode()


def sleep(data: bytes) -> bytes:
    time.sleep(float(data))
    return data


def await_mark(data: bytes) -> bytes:
    """Waits for the file that is named."""
    while not Path(data.decode()).exists():
        time.sleep(0.01)
    return data


def hang(_: bytes) -> bytes:
    while True:
        pass


def hunger(_: bytes) -> bytes:
    return b"x" * (3 << 30)


def answer_too_much(data: bytes) -> bytes:
    """An answer that there is memory for, but not twice."""
    return b"x" * int(data)


def recurse(data: bytes) -> bytes:
    return recurse(data)


def break_down(_: bytes) -> bytes:
    Source(*{"name": "draft"})  # type: ignore[arg-type]
    raise KeyError(KeyError.__name__)


def leave(_: bytes) -> bytes:
    os._exit(0)


def die(_: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def die_once(data: bytes) -> bytes:
    """Dies where the file that is named is not there yet."""
    mark = Path(data.decode())
    if not mark.exists():
        mark.touch()
        die(data)
    return b"alive"


def babble(data: bytes) -> bytes:
    """Says more than a pipe holds, on every stream that it has."""
    for _ in range(50):
        sys.stdout.write("words " * 1000)
        os.write(1, b"words " * 1000)
    return data


def go_afar(_: bytes) -> bytes:
    socket.create_connection(("127.0.0.1", 9))
    raise AssertionError


def run_program(_: bytes) -> bytes:
    subprocess.run(["true"], check=False)  # noqa: S607 - it is never started
    raise AssertionError


def sleep_with_sign(data: bytes) -> bytes:
    """Tells the pipe that is named that it has begun, and that it has outlived who asked."""
    with Path(data.decode()).open("wb", buffering=0) as pipe:
        pipe.write(b".")
        time.sleep(20)
        pipe.write(b"outlived")
    raise AssertionError


def overflow(_: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError
