"""Files that appear as one set, whole or not at all, and are left alone where nothing changed."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple

from send_extract.batch import disk
from send_extract.batch.journal import Move, Workplace, carry_out, clear, recover
from send_extract.batch.locks import HeldError, drop_lock, take_lock
from send_extract.errors import UnwritableOutput, spell_fault
from send_extract.manifest import OutputFile

WORKPLACE = ".send-extract"
"""The folder in which a run makes its files; it is gone when the run is over."""

_LONGEST = 50
"""Letters of a file's name, of up to four bytes each, in that of a folder beside it, which has at most 255 bytes."""


class StagedFile(NamedTuple):
    """A file that is made and not yet in its place, by its path from the root; whether its bytes are others."""

    file: OutputFile
    is_changed: bool


@contextmanager
def open_workplace(root: Path, name: str = WORKPLACE) -> Iterator[Workplace]:
    """A workplace for the files below `root`, for this process alone; what an earlier one left is settled first.

    Raises:
        UnwritableOutput: the folder cannot be made or written to, or another run is at work in it.
    """
    workplace = Workplace(root, root / name, f"{os.getpid()}-{os.urandom(4).hex()}")
    with _refusing(root):
        disk.make_folder(root)
        refuse_place(root, name, "folder")
        lock = _take_lock(workplace)
    try:
        with _refusing(root):
            recover(workplace)
        yield workplace
    finally:
        with suppress(OSError):  # what is left is cleared by the next run
            clear(workplace)
        drop_lock(workplace.lock, lock)


def find_workplace(root: Path, run: str) -> Workplace:
    """The workplace below `root` that another process of the run `run` opened."""
    return Workplace(root, root / WORKPLACE, run)


def _take_lock(workplace: Workplace) -> int:
    try:
        return take_lock(workplace.lock)
    except HeldError as held:
        message = (
            f"{workplace.root} is being written by another run ({held}). "
            "Wait for it to end, or choose another -o."
        )
        raise UnwritableOutput(message) from held


def stage_files(
    workplace: Workplace, folder: str, made: Iterable[tuple[str, Iterable[bytes]]]
) -> tuple[StagedFile, ...]:
    """Makes the files of a folder below the root, name and bytes in parts each, to be put into place later.

    Raises:
        UnwritableOutput: they cannot be written, or something else than a file stands in a place.
    """
    within = f"{folder}/" if folder else ""
    with _refusing(workplace.root / folder):
        _check_permission(workplace.root / folder)
        return tuple(_stage_file(workplace, f"{within}{name}", parts) for name, parts in made)


def keep_parts(workplace: Workplace, folder: str, parts: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Keeps what the run's own files need of the draft of a folder, by the names of their outputs, until they are made.

    Raises:
        UnwritableOutput: it cannot be written.
    """
    with _refusing(workplace.root):
        for name, data in parts:
            with _create_anew(workplace.parts / name / folder) as file:
                for part in data:
                    disk.write_part(file, part)


def find_parts(workplace: Workplace, name: str, folders: Iterable[str]) -> Iterator[bytes]:
    """What was kept for an output of the drafts of these folders, in their order."""
    for folder in folders:
        path = workplace.parts / name / folder
        if disk.find_kind(path) is not None:
            yield path.read_bytes()


def discard_files(workplace: Workplace, folder: str) -> None:
    """Takes away what was made for a folder and is not in place."""
    with suppress(OSError):
        disk.clear_folder(workplace.made / folder)


def put_in_place(workplace: Workplace, staged: Iterable[StagedFile], gone: Iterable[OutputFile] = ()) -> None:
    """Puts staged files into their places, the last of them last of all, and takes away those that are `gone`.

    Raises:
        UnwritableOutput: it could not be done, and all is as it was.
    """
    moves = _list_moves(workplace, staged, gone)
    with _refusing(workplace.root):
        for first in moves:  # where nothing is to be moved, nothing is written down
            carry_out(workplace, chain((first,), moves))


def _list_moves(
    workplace: Workplace, staged: Iterable[StagedFile], gone: Iterable[OutputFile]
) -> Iterator[Move]:
    """The moves of the files that are changed, the last of them behind those that take away what is gone."""
    last = None
    for file, is_changed in staged:
        if is_changed:
            yield from (last,) if last else ()
            is_kept = disk.find_kind(workplace.root / file.path) is not None
            last = Move(file.path, file.sha256, is_kept=is_kept)
    yield from (Move(file.path, None, file.sha256, is_kept=True) for file in gone)
    yield from (last,) if last else ()


def write_files(root: Path, files: Mapping[str, bytes], name: str = WORKPLACE) -> tuple[str, ...]:
    """Writes `files` (name to bytes) into a folder as one set, and gives the names of those whose bytes differed.

    Raises:
        UnwritableOutput: the folder cannot be made or written to, or another run is at work in it.
    """
    with open_workplace(root, name) as workplace:
        staged = stage_files(workplace, "", ((name, (data,)) for name, data in files.items()))
        put_in_place(workplace, staged)
    return tuple(file.path for file, is_changed in staged if is_changed)


def write_file(path: Path, data: bytes) -> None:
    """Writes one file, whole or not at all.

    Raises:
        UnwritableOutput: it cannot be written, or is no plain file.
    """
    write_files(path.parent, {path.name: data}, f".{path.name[:_LONGEST]}{WORKPLACE}")


def refuse_place(root: Path, path: str, kind: str = "file") -> None:
    """Refuses a place below `root` that something else than a `kind` stands in, or that a link would lead away from.

    Raises:
        UnwritableOutput: it is so.
    """
    if not disk.is_within(path):
        message = f"{path!r} is no name for a file below {os.fspath(root)}/. Choose another -o, or rename the draft."
        raise UnwritableOutput(message)
    obstacle = disk.find_obstacle(root, path, kind)
    if obstacle is not None:
        is_link = disk.find_kind(obstacle) == "link"
        wanted = "plain file" if obstacle == root / path and kind == "file" else "folder"
        words = "a link, and links are not followed" if is_link else f"no {wanted}, and one is needed there"
        message = f"{obstacle} cannot be written: it is {words}. Choose another -o, or take it away."
        raise UnwritableOutput(message)


def find_unchanged(root: Path, files: Iterable[OutputFile]) -> Iterator[OutputFile]:
    """Those files that still stand below `root` with the bytes that were recorded of them; links are not followed."""
    for file in files:
        is_plain = disk.is_within(file.path) and disk.find_obstacle(root, file.path) is None
        with suppress(PermissionError):  # what may not be read may be another by now
            if is_plain and disk.digest_file(root / file.path) == file.sha256:
                yield file


def _check_permission(folder: Path) -> None:
    """Hears now what renaming into a folder would be told once others have been renamed."""
    if disk.find_kind(folder) == "folder" and not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _stage_file(workplace: Workplace, path: str, parts: Iterable[bytes]) -> StagedFile:
    refuse_place(workplace.root, path)
    beside = workplace.made / path
    size, digest = 0, hashlib.sha256()
    with _create_anew(beside) as file:
        for part in parts:
            disk.write_part(file, part)
            digest.update(part)
            size += len(part)
    made = OutputFile(path, size, digest.hexdigest())
    is_changed = disk.digest_file(workplace.root / path) != made.sha256
    if not is_changed:
        disk.remove(beside)
    return StagedFile(made, is_changed)


def _create_anew(path: Path) -> IO[bytes]:
    """A new file, in a folder that may not be there yet, in place of what a process that died over it has left."""
    try:
        return disk.create_file(path)
    except FileNotFoundError:
        disk.make_folder(path.parent)
    except FileExistsError:
        disk.remove(path)
    return disk.create_file(path)


@contextmanager
def _refusing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        refused = error.filename2 or place
        # What a folder is made over is told by the system as if that were wanted.
        reason = "it is no folder" if isinstance(error, FileExistsError) else spell_fault(error)
        message = f"{refused} cannot be written: {reason}. Choose another -o."
        raise UnwritableOutput(message) from error
