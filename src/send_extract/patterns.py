"""Patterns that are compiled when they are first used, and kept compiled, as Python keeps bytecode.

A run needs a part of the program's patterns, and compiling one takes longer than importing most modules: together
they are a quarter of the whole run on a small draft.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_Code = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]
"""What the engine takes: the pattern's flags, its code, how many groups, and their names both ways."""


class Shelf:
    """The code of patterns, in the file `path`, which a run leaves to the next.

    It saves time and does nothing else: `re` has no public way to a pattern's code, so where this Python has
    none of CPython's own names for it, or the file cannot be read, used or written, a pattern is compiled.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._codes: dict[tuple[str, int], _Code] = {}
        self._is_open = self._is_grown = False

    def compile(self, pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
        """The pattern, from its code where that is kept.

        Raises:
            re.error: the pattern has a fault.
        """
        try:
            compiled: re.Pattern[str] = _find_engine().compile(pattern, *self._find_code(pattern, int(flags)))
        except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
            return re.compile(pattern, flags)
        return compiled

    def keep(self) -> None:
        """Writes what was compiled anew, whole or not at all."""
        if not self._is_grown or sys.dont_write_bytecode:
            return
        data, beside = marshal.dumps(self._codes), f"{self.path}.{os.getpid()}"
        with suppress(OSError):
            with open(beside, "wb") as file:  # noqa: PTH123 - pathlib would be imported for this alone
                file.write(data)
            os.replace(beside, self.path)  # noqa: PTH105 - as above
        self._is_grown = False

    def _find_code(self, pattern: str, flags: int) -> _Code:
        if not self._is_open:
            self._is_open = True
            with suppress(OSError, ValueError, EOFError, TypeError), open(self.path, "rb") as file:  # noqa: PTH123 - as above
                self._codes = dict(marshal.load(file))  # noqa: S302 - as trusted as the bytecode beside it
        if (pattern, flags) not in self._codes:
            self._codes[pattern, flags] = _make_code(pattern, flags)
            self._is_grown = True
        return self._codes[pattern, flags]


def _make_code(pattern: str, flags: int) -> _Code:
    """What `re.compile` hands to the engine."""
    compiler = import_module("re._compiler")
    parsed = compiler._parser.parse(pattern, flags)  # noqa: SLF001 - there is no public way
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    code = [int(word) for word in compiler._code(parsed, flags)]  # noqa: SLF001 - as above
    return flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(names)


def _find_engine() -> Any:  # noqa: ANN401 - a module without types
    return import_module("_sre")


def _find_path() -> str:
    """A file beside this module's bytecode, of this very Python."""
    folder = os.path.join(os.path.dirname(__file__), "__pycache__")  # noqa: PTH118, PTH120 - as above
    return os.path.join(folder, f"patterns.{sys.implementation.cache_tag}-{sys.hexversion:x}.codes")  # noqa: PTH118 - as above


SHELF = Shelf(_find_path())


class _Pattern:
    """Stands for a pattern until one of its methods is asked for; from then on its methods are the pattern's own."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag) -> None:
        self._arguments = (pattern, flags)

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = SHELF.compile(*self._arguments)
        for method in ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"):
            setattr(self, method, getattr(compiled, method))
        found: Callable[..., object] = getattr(compiled, name)
        return found


def compile_later(pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use; a fault in it is raised there (`re.error`)."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))
