"""The phrases of the vocabulary, each with all its variants and with what it can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from send_extract.values.timing import words

_VARIANTS: Final = re.compile(r"\{([^{}]*)\}")


def expand_phrases(text: str) -> Iterator[tuple[str, ...]]:
    """The words of every phrase of a list, with all its variants."""
    for phrase in text.split(","):
        for variant in _expand(phrase):
            yield tuple(variant.replace("-", " ").lower().split())


def _expand(phrase: str) -> Iterator[str]:
    match = _VARIANTS.search(phrase)
    if not match:
        yield phrase
        return
    for choice in match[1].split("|"):
        yield from _expand(phrase[: match.start()] + choice + phrase[match.end() :])


def _list_senses() -> Iterator[tuple[str, Any, str]]:
    """Every class with its value and the phrases that have both."""
    for name, table in words.VALUED.items():
        yield from ((name, value, phrases) for value, phrases in table.items())
    yield from ((name, None, phrases) for name, phrases in words.PLAIN.items())
    counted = {"count": words.NUMBERS, "nth": words.ORDINALS, "once": words.TIMES}
    for name, numbers in counted.items():
        yield from ((name, number, word) for word, number in numbers.items())
    yield from (("season", word, word) for word in words.SEASONS)
    yield from (("half_holiday", value, str(word)) for word, value in words.HALF_TERM_HOLIDAYS.items())


def _read_phrases() -> dict[tuple[str, ...], dict[str, Any]]:
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for name, value, phrases in _list_senses():
        for phrase in expand_phrases(phrases):
            if phrase:
                found.setdefault(phrase, {}).setdefault(name, " ".join(phrase) if value is None else value)
    return found


PHRASES: Final = _read_phrases()
KNOWN_WORDS: Final = frozenset(word for phrase in PHRASES for word in phrase)
