"""Dates in figures whose month stands before the day: what shows it, and such dates turned as here they are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from send_extract.patterns import compile_later, has_figure
from send_extract.values.timing.calendar import MONTHS_A_YEAR, MOST_DAYS
from send_extract.values.timing.lexicon import sense_token

if TYPE_CHECKING:
    from send_extract.values.timing.tokens import Token

_FIGURES: Final = compile_later(
    r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/])", need=has_figure
)


def is_month_first(texts: Iterable[str]) -> bool:
    """Whether dates in figures have the month before the day: one can be nothing else, and none the other way."""
    pairs = {(int(match[1]), int(match[3])) for text in texts for match in _FIGURES.finditer(text)}
    is_shown = any(first <= MONTHS_A_YEAR < second <= MOST_DAYS for first, second in pairs)
    return is_shown and not any(second <= MONTHS_A_YEAR < first for first, second in pairs)


def turn_date(token: Token) -> Token:
    """A date in figures with its first number as the month, where it can be one; ISO 8601's begin with the year."""
    if token.kind != "date" or token.text[:4].isdigit():
        return token
    first, second, year = token.senses["date"]
    value = (second, first, year) if first <= MONTHS_A_YEAR else (first, second, year)
    return replace(token, value=value, senses=sense_token(token.kind, value, token.text))
