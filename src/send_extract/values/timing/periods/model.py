"""What a period is, and the tokens that it is read from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from send_extract.values.timing.phrases import is_hyphen

if TYPE_CHECKING:
    from send_extract.values.timing.tokens import Token


class Scan:
    """The tokens that are read, and the plan's year where it has one."""

    __slots__ = ("_count", "_kinds", "_words", "tokens", "year")

    def __init__(self, tokens: tuple[Token, ...], year: int | None = None) -> None:
        self.tokens = tokens
        self.year = year
        # A reading asks for kinds and words some hundred times, so they stand apart.
        self._count = len(tokens)
        self._kinds = [token.kind for token in tokens]
        self._words = [str(token.value) if token.kind == "word" else "" for token in tokens]

    def kind(self, at: int) -> str:
        """The kind of token `at`, empty behind the last."""
        return self._kinds[at] if at < self._count else ""

    def word(self, at: int) -> str:
        """The word at `at` in small letters, empty where there is none."""
        return self._words[at] if at < self._count else ""


def past_hyphen(scan: Scan, at: int) -> int:
    """The index behind a hyphen at `at`, else `at`."""
    return at + 1 if at < len(scan.tokens) and is_hyphen(scan.tokens, at) else at


class Period(NamedTuple):
    """A period as written.

    `kind` is `day`, `month`, `year`, `financial`, `academic`, `years`, `quarter`, `half`, `term`, `season`,
    `half_term`, `half_term_holiday`, `holiday`, `week`, `week_ending`, `month_week` or `relative`; `name` and
    `number` say which; `style` how its year is written (empty: a calendar year; `split`: 2022/23;
    `academic`). `other` is what the same words can also mean.
    """

    kind: str
    number: int = 0
    month: int = 0
    day: int = 0
    year: int | None = None
    name: str = ""
    style: str = ""
    part: str = ""
    weekday: int | None = None
    last_year: int = 0
    other: Period | None = None


Read = tuple[Period, int]
Rule = Callable[[Scan, int], Read | None]
