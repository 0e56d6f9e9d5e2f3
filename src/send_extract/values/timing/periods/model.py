"""What a period is, and the tokens that it is read from."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from send_extract.values.timing.phrases import is_hyphen
from send_extract.values.timing.tokens import Token


class Scan(NamedTuple):
    """The tokens that are read, and the plan's year where it has one."""

    tokens: tuple[Token, ...]
    year: int | None = None

    def kind(self, at: int) -> str:
        """The kind of token `at`, empty behind the last."""
        return self.tokens[at].kind if at < len(self.tokens) else ""

    def word(self, at: int) -> str:
        """The word at `at` in small letters, empty where there is none."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token.value if token and token.kind == "word" and isinstance(token.value, str) else ""

    def words(self, at: int, *words: str) -> bool:
        """Whether the words (hyphens aside) stand at `at`."""
        return all(self.word(at + place) == word for place, word in enumerate(words))


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
