"""Files that appear whole or not at all, and are left alone where nothing changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from send_extract.errors import UnwritableOutput, spell_fault

if TYPE_CHECKING:
    from pathlib import Path


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Writes `files` (name to bytes) into `folder`, and gives the names of those whose bytes differed.

    Every file is first written beside its place and then renamed, and none is renamed before all are written:
    a full disk or a stop in between leaves what stood before.

    Raises:
        UnwritableOutput: the folder cannot be made or written to.
    """
    staged: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            if not _holds(folder / name, data):
                staged[folder / name] = _stage(folder / name, data)
        for path, beside in staged.items():
            beside.replace(path)
    except OSError as error:
        message = f"{folder} cannot be written: {spell_fault(error)}. Choose another -o."
        raise UnwritableOutput(message) from error
    finally:
        for beside in staged.values():
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    return tuple(path.name for path in staged)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except FileNotFoundError:
        return False


def _stage(path: Path, data: bytes) -> Path:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    return beside
