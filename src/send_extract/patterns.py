"""Patterns that are compiled when they are first used.

A run needs a part of the program's patterns, and compiling one takes longer than importing most modules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast


class _Pattern:
    """Stands for a pattern until one of its methods is asked for; from then on its methods are the pattern's own."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag) -> None:
        self._arguments = (pattern, flags)

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(*self._arguments)
        for method in ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"):
            setattr(self, method, getattr(compiled, method))
        found: Callable[..., object] = getattr(compiled, name)
        return found


def compile_later(pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use; a fault in it is raised there (`re.error`)."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))
