"""Patterns that are compiled when they are first used.

A run needs a part of the program's patterns, and compiling one takes longer than importing most modules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, Final, cast

Need = Callable[[str], bool]

_OFTEN: Final = 200
"""Times after which a pattern is compiled whatever a text has: by then its need has been asked for longer than that."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_FIGURE: Final = re.compile("[0-9]")

# What the methods of a pattern give for a text that it fits nowhere.
_UNFIT: Final[dict[str, Callable[[str], object]]] = {
    **dict.fromkeys(("search", "match", "fullmatch"), lambda _: None),
    "findall": lambda _: [],
    "finditer": lambda _: iter(()),
    "split": lambda text: [text],
    "sub": lambda text: text,
}


class LatePattern:
    """Stands for a pattern until a text may fit it; from then on its methods are the pattern's own."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag, need: Need | None) -> None:
        self.pattern, self.flags, self.need, self._asked = pattern, int(flags), need, 0

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        if self.need and name in _UNFIT:
            setattr(self, name, partial(self._try, name))
            return cast("Callable[..., Any]", self.__dict__[name])
        return self._compile(name)

    def _try(self, name: str, *arguments: Any, **more: int) -> object:
        text = arguments[name == "sub"]
        self._asked += 1
        is_fit = self.need is None or self._asked > _OFTEN or self.need(text)
        return self._compile(name)(*arguments, **more) if is_fit else _UNFIT[name](text)

    def _compile(self, name: str) -> Callable[..., Any]:
        compiled = re.compile(self.pattern, self.flags)
        for method in (*_UNFIT, "subn"):
            setattr(self, method, getattr(compiled, method))
        found: Callable[..., Any] = getattr(compiled, name)
        return found


def compile_later(pattern: str, flags: int | re.RegexFlag = 0, need: Need | None = None) -> re.Pattern[str]:
    """The pattern, compiled at its first use; a fault in it is raised there (`re.error`).

    `need` tells a text that it may fit from those that it fits nowhere, for which it is not compiled.
    """
    return cast("re.Pattern[str]", LatePattern(pattern, flags, need))


def has_any(*words: str) -> Need:
    """Whether one of `words`, in small letters, stands anywhere in a text, in large letters or small."""
    return partial(_has_any, words)


def _has_any(words: tuple[str, ...], text: str) -> bool:
    return any(map(text.casefold().__contains__, words))


def begins(*words: str) -> Need:
    """Whether the first letters of a text are one of `words`, in small letters; "" is for a text without any."""
    return partial(_begins, frozenset(words))


def _begins(words: frozenset[str], text: str) -> bool:
    first = _LETTERS.search(text)
    return (first[0].casefold() if first else "") in words


def has_some(*needs: Need) -> Need:
    """Whether a text has what one of `needs` asks for."""
    return lambda text: any(need(text) for need in needs)


def has_figure(text: str) -> bool:
    """Whether a text has a figure."""
    return _FIGURE.search(text) is not None if text.isascii() else any(map(str.isdigit, text))
