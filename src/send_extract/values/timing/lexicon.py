"""What each word, number and mark of a timing can be, and the letters that stand for it.

What a word can be are its classes (`first` is an ordinal and a bound), each with a value. Every set of classes is one
letter of an alphabet, so that a pattern over classes is tried on a text of letters, and what fits it can be kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Final

from msgspec import Struct

from send_extract.values.timing import words
from send_extract.values.timing.calendar import MOST_DAYS, QUARTERS

Senses = Mapping[str, Any]


class SpeltItem(Struct, frozen=True, gc=False):
    """One letter of a spelling: the tokens from `start` up to `end`, and what they are by each class.

    `rules` names the rules that made it of smaller items, the last one first.
    """

    letter: str
    start: int
    end: int
    senses: Senses
    rules: tuple[str, ...]


END: Final = "\0"
"""Stands behind the last letter; its class is *end*."""
_CLASSES: dict[str, tuple[str, ...]] = {END: ("end",)}


class Alphabet(dict[tuple[str, ...], str]):
    """The letter of an item by what it can be; made when it is first asked for."""

    def __missing__(self, classes: tuple[str, ...]) -> str:
        letter = self[classes] = chr(ord("0") + len(self))
        _CLASSES[letter] = classes
        return letter


ALPHABET: Final = Alphabet()


def classes_of(letter: str) -> Sequence[str]:
    """What an item of a letter can be."""
    return _CLASSES[letter]


class Letters(dict[str, bool]):
    """Whether a letter has one of some classes; looked up when it is first asked."""

    def __init__(self, classes: Iterable[str]) -> None:
        super().__init__()
        self.classes = frozenset(classes)

    def __missing__(self, letter: str) -> bool:
        found = self[letter] = not self.classes.isdisjoint(_CLASSES[letter])
        return found


def expand_phrases(text: str) -> Iterator[tuple[str, ...]]:
    """The words of every phrase of a list, with all its variants."""
    for phrase in text.replace("-", " ").replace("}", "{").lower().split(","):
        # What stands between braces is a choice, what stands outside them is the one choice there.
        if "{" not in phrase:
            yield tuple(phrase.split())
            continue
        for variant in product(*(piece.split("|") for piece in phrase.split("{"))):
            yield tuple("".join(variant).split())


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
            found.setdefault(phrase, {}).setdefault(name, " ".join(phrase) if value is None else value)
    return found


_PHRASES: Final = _read_phrases()
KNOWN_WORDS: Final = frozenset(word for phrase in _PHRASES for word in phrase)
Longer = dict[str, Any]
"""What words go on with as a phrase: by each word again such a table; behind `WHOLE` what the words so far are."""
WHOLE: Final = " "


def _list_longer() -> Longer:
    """Every phrase of several words, by its first."""
    first: Longer = {}
    for phrase, senses in _PHRASES.items():
        if len(phrase) > 1:
            last = first
            for word in phrase:
                last = last.setdefault(word, {})
            last[WHOLE] = senses
    return first


LONGER: Final = _list_longer()
_TWO_FIGURES: Final = 2
UNKNOWN: Final = {"word": None}
"""What a word is that the vocabulary does not have."""
_SIGNS: Final = {
    "@": {"bound": "in", "on": "at", "linking": "at"},
    "?": {"suffix": "about", "question": "?"},
    "!": {"silent": "silent"},
    "%": {"percent": "%"},
}
_JOINTS: Final = {"and": {"and": "and"}, "+": {"and": "and", "plus": "+"}, "or": {"or": "or"}}
MARKS: Final = frozenset([
    "dash", "slash", "dot", "comma", "colon", "semicolon", "open", "close", "arrow", "silent", "other",
])  # fmt: skip


def sense_token(kind: str, value: Any, text: str) -> Senses:
    """What a token can be by its kind, its value and how it is written."""
    if kind == "word":
        return _PHRASES.get((value,), UNKNOWN)
    if kind == "number":
        return _sense_number(value, text)
    if kind in {"and", "or"}:
        return _JOINTS.get(value, _JOINTS["and"])
    if kind in MARKS:
        return _SIGNS.get(text) or {"sign" if kind == "other" else kind: kind}
    return _sense_valued("half_year" if kind == "half" else kind, value)


def _sense_number(number: int, figures: str) -> Senses:
    senses: dict[str, Any] = {"number": number, "figures": figures}
    if number:
        senses["count"] = number
    if 0 < number <= MOST_DAYS and len(figures) <= _TWO_FIGURES:
        senses["day_number"] = number
    if len(figures) == _TWO_FIGURES:
        senses["short"] = number
    elif 0 < number <= QUARTERS:
        senses["small"] = number
    return senses


def _sense_valued(kind: str, value: Any) -> Senses:
    senses: dict[str, Any] = {kind: value}
    if kind == "ordinal":
        senses["nth"] = value
        if 0 < value <= MOST_DAYS:
            senses["day_number"] = value
    elif kind == "halves":
        senses = {"unit": ("M", value)}
    elif kind == "years":
        senses = _sense_years(value)
    elif kind == "month" and value in words.HALF_TERM_HOLIDAYS:
        senses["half_holiday"] = words.HALF_TERM_HOLIDAYS[value]
    return senses


def _sense_years(value: tuple[int, ...]) -> dict[str, Any]:
    """`2022/23` and `2022-2023` are split, the second a pair; `2022-04` is ISO 8601's month."""
    first, last, style = value
    if last == first + 1:
        return {"split": value, "pair" if style == _TWO_FIGURES else "single": value}
    return {"iso_month" if style == 1 and last < first else "years": value}
