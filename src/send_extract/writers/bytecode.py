"""The program's own template, compiled once and kept beside it in `__pycache__`, as Python keeps bytecode.

Compiling it takes a tenth of a whole run, loading it next to nothing.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from send_extract.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.bccache import Bucket


class KeptBytecode(BytecodeCache):
    """A folder of compiled templates; where it cannot be written, they are compiled each time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source_checksum(self, source: str) -> str:
        """What a compiled template must have been made from: its text, by this version."""
        return super().get_source_checksum(f"{__version__}\n{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Loads what is kept, if it is of the same source."""
        with suppress(OSError), self._find_path(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled, whole or not at all."""
        if sys.dont_write_bytecode:
            return
        path = self._find_path(bucket)
        beside = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(exist_ok=True)
            beside.write_bytes(bucket.bytecode_to_string())
            beside.replace(path)

    def _find_path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.{sys.implementation.cache_tag}.jinjac"
