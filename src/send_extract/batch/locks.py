"""One run at a time in a folder: a lock that ends with the process which holds it, however that ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

LONGEST_WAIT = 30.0
"""Seconds to wait for another run: most are over by then, and whoever waits longer should hear why."""
_PAUSE = 0.05
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_NONE = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
"""What the system says where another process holds a lock, and where a disk has no locks."""

_held: set[str] = set()
"""The locks of this process, which the system would grant it twice."""


class HeldError(Exception):
    """Another run holds the lock; its text says which."""


def take_lock(path: Path) -> int:
    """Takes the lock `path`, a file whose folder is made and at the end taken away with it; gives its descriptor.

    Raises:
        HeldError: another run has held it for longer than `LONGEST_WAIT`.
        OSError: the file cannot be made.
    """
    end = time.monotonic() + LONGEST_WAIT
    while (descriptor := _try_lock(path)) is None:
        if time.monotonic() > end:
            raise HeldError(
                "this process" if os.fspath(path) in _held else _read_holder(path) or "some process"
            )
        time.sleep(_PAUSE)
    _held.add(os.fspath(path))
    return descriptor


def drop_lock(path: Path, descriptor: int) -> None:
    """Takes the file of a lock away, then the lock off it; a system that keeps open files lets it go first."""
    _held.discard(os.fspath(path))
    if os.name == "nt":
        os.close(descriptor)
    with suppress(OSError):
        path.unlink()
        path.parent.rmdir()
    if os.name != "nt":
        os.close(descriptor)


def _try_lock(path: Path) -> int | None:
    """The descriptor of the file once it is locked; None where another has it, or took it away meanwhile."""
    if os.fspath(path) in _held:
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except FileNotFoundError:
        return None
    try:
        if _lock(descriptor, path) and _is_at(descriptor, path):
            os.ftruncate(descriptor, 0)
            os.write(descriptor, _name_process(os.getpid()).encode())
            return descriptor
    except OSError:
        drop_lock(path, descriptor)
        raise
    os.close(descriptor)
    return None


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether the file that was locked is the one at the path still."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, path: Path) -> bool:
        """Whether the lock was had: of a byte behind the holder's name, which so can be read."""
        os.lseek(descriptor, 2**20, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return path.exists()
else:
    import fcntl

    def _lock(descriptor: int, path: Path) -> bool:
        """Whether the lock was had; on a disk without locks, whether the process that the file names is over.

        A record lock and no `flock`: it is its process's alone, so that a child cannot keep it.
        """
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            if error.errno not in _NONE:
                raise
            return not _is_running(_read_holder(path))
        return True


def _is_running(holder: str) -> bool:
    """Whether a process of this machine that a lock's file names is at work."""
    found = holder.split()
    if len(found) < 2 or not found[1].isdecimal() or holder != _name_process(int(found[1])):
        return False
    try:
        os.kill(int(found[1]), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _read_holder(path: Path) -> str:
    try:
        return " ".join(path.read_text(encoding="utf-8", errors="replace")[:200].split())
    except OSError:
        return ""


def _name_process(number: int) -> str:
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "this machine")
    return f"process {number} on {host}"
