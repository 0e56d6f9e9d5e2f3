"""Tokens spelt: each word, phrase, number or mark as one letter of an alphabet that patterns are written over.

What a word can be are its classes (`first` is an ordinal and a bound). Every set of classes that occurs is one letter,
so that a pattern over classes is a regular expression over letters, and a place in the spelling is one item.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct

from send_extract.values.timing import words
from send_extract.values.timing.phrases import PHRASES
from send_extract.values.timing.tokens import Token, Value


class SpeltItem(Struct, frozen=True, gc=False):
    """One letter of a spelling: the tokens from `start` up to `end`, and what they are by each class.

    `rules` names the rules that made it of smaller items, the last one first.
    """

    letter: str
    start: int
    end: int
    senses: Mapping[str, Any]
    rules: tuple[str, ...] = ()


class Spelling(Struct, frozen=True, gc=False):
    """The items of a text, their letters side by side, and the tokens that they are made of."""

    items: tuple[SpeltItem, ...]
    letters: str
    tokens: Sequence[Token]


# The alphabet
# ---------------------------------------------------------------------------------------------------------

# Characters that mean nothing in a class of a regular expression, which is soon compiled of the first 256 alone.
_ALPHABET: Final = "".join(
    chr(code)
    for code in (*range(0x21, 0x100), *range(1, 0x20), *range(0x100, 0x250))
    if chr(code) not in r"[\]^-"
)
_LETTERS: dict[frozenset[str], str] = {}
_BY_NAMES: dict[tuple[str, ...], str] = {}


def letter_of(classes: frozenset[str]) -> str:
    """The letter of a set of classes."""
    if classes not in _LETTERS:
        _LETTERS[classes] = _ALPHABET[len(_LETTERS)]
    return _LETTERS[classes]


def letter_of_senses(senses: Mapping[str, Any]) -> str:
    """The letter of an item by what it can be."""
    names = tuple(senses)
    if names not in _BY_NAMES:
        _BY_NAMES[names] = letter_of(frozenset(names))
    return _BY_NAMES[names]


def enter(*classes: str) -> None:
    """Give a set of classes its letter, before any pattern is written over it."""
    letter_of(frozenset(classes))


def letters_of(name: str) -> str:
    """The letters of all sets that have the class `name`.

    Raises:
        KeyError: no word has it.
    """
    return _index_letters()[name]


@cache
def _index_letters() -> dict[str, str]:
    found: dict[str, str] = {}
    for classes, letter in _LETTERS.items():
        for name in classes:
            found[name] = found.get(name, "") + letter
    return found


# The words
# ---------------------------------------------------------------------------------------------------------

Entry = tuple[str, "Mapping[str, Any]"]
_NOTHING: Final = MappingProxyType[str, Any]({})


def _enter(senses: dict[str, Any]) -> Entry:
    return letter_of(frozenset(senses)), senses


_SINGLE: Final = {phrase[0]: _enter(senses) for phrase, senses in PHRASES.items() if len(phrase) == 1}
# Phrases of several words by their first and their second, the longest first.
_LONGER: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}
for _phrase in sorted(PHRASES, key=len, reverse=True):
    if len(_phrase) > 1:
        _longer = _LONGER.setdefault(_phrase[0], {}).setdefault(_phrase[1], [])
        _longer.append((_phrase, _enter(PHRASES[_phrase])))

_UNKNOWN: Final = _enter({"word": None})
_MARKS: Final = {
    name: (_enter({name: name}), _enter({name: name, "tight": name}))
    for name in (
        "dash",
        "slash",
        "dot",
        "comma",
        "colon",
        "semicolon",
        "open",
        "close",
        "arrow",
        "silent",
        "other",
    )
}
_SIGNS: Final = {
    "?": _enter({"suffix": "about", "question": "?"}),
    "!": _MARKS["silent"][0],
    "%": _enter({"percent": "%"}),
}
_AND: Final = _enter({"and": "and"})
_PLUS: Final = _enter({"and": "and", "plus": "+"})
_OR: Final = _enter({"or": "or"})


# The items
# ---------------------------------------------------------------------------------------------------------

_MOST_DAYS: Final = 31
_QUARTERS: Final = 4
_TWO_FIGURES: Final = 2


@lru_cache(maxsize=1024)
def _enter_number(text: str) -> Entry:
    number = int(text)
    senses: dict[str, Any] = {"number": number, "figures": text}
    if number:
        senses["count"] = number
    if 0 < number <= _MOST_DAYS and len(text) <= _TWO_FIGURES:
        senses["day_number"] = number
    if len(text) == _TWO_FIGURES:
        senses["short"] = number
    elif 0 < number <= _QUARTERS:
        senses["small"] = number
    return _enter(senses)


@lru_cache(maxsize=512)
def _enter_valued(kind: str, value: Value) -> Entry:
    senses: dict[str, Any] = {kind: value}
    if kind == "ordinal" and isinstance(value, int):
        senses["nth"] = value
        if 0 < value <= _MOST_DAYS:
            senses["day_number"] = value
    if kind == "years" and isinstance(value, tuple):
        senses = _sense_years(value)
    if kind == "month" and value in words.HALF_TERM_HOLIDAYS:
        senses["half_holiday"] = words.HALF_TERM_HOLIDAYS[value]
    return _enter(senses)


def _sense_years(value: tuple[int, ...]) -> dict[str, Any]:
    """`2022/23` and `2022-2023` are split, the second a pair; `2022-04` is ISO 8601's month."""
    first, last, style = value
    if last == first + 1:
        return {"split": value, "pair" if style == _TWO_FIGURES else "single": value}
    return {"iso_month" if style == 1 and last < first else "years": value}


for _number in ("1", "5", "12", "32", "99", "0", "00", "123"):
    _enter_number(_number)
for _value in ((2022, 2023, 0), (2022, 2023, 2), (2022, 2027, 2), (2022, 2004, 1)):
    _enter_valued("years", _value)
for _kind, _numbers in {"ordinal": (0, 1, 40), "month": (1, 2)}.items():
    for _one in _numbers:
        _enter_valued(_kind, _one)
for _kind in [
    "weekday",
    "weekdays",
    "year",
    "short_year",
    "date",
    "day_month",
    "month_year",
    "clock",
    "quarter",
    "half_year",
    "half_term",
]:
    _enter_valued(_kind, 1)


_enter({"number": 1, "figures": "1"})
# What a number stands right behind without being a part of its name.
_FREE: Final = frozenset(["fy", "ay", "ht", "q", "quarter", "term", "ye", "fye", *words.GLUED.split(", ")])


def spell(tokens: Sequence[Token]) -> Spelling:
    """The tokens as items, the longest phrase at each place."""
    items: list[SpeltItem] = []
    at, count = 0, len(tokens)
    while at < count:
        (letter, senses), end = _read_item(tokens, at)
        items.append(SpeltItem(letter, at, end, senses))
        at = end
    return Spelling(tuple(items), "".join(item.letter for item in items), tokens)


def _read_item(tokens: Sequence[Token], at: int) -> tuple[Entry, int]:
    token = tokens[at]
    phrase = _read_phrase(_word_at(tokens, at), tokens, at) if token.kind in _WORDY else None
    return phrase or (_READERS.get(token.kind, _read_valued)(tokens, at), at + 1)


def _read_word(tokens: Sequence[Token], at: int) -> Entry:
    return _SINGLE.get(str(tokens[at].value), _UNKNOWN)


def _read_number(tokens: Sequence[Token], at: int) -> Entry:
    token = tokens[at]
    is_glued = (
        not token.gap and at > 0 and tokens[at - 1].kind == "word" and tokens[at - 1].value not in _FREE
    )
    if is_glued or _is_behind_point(tokens, at):
        return _enter({"number": token.value, "figures": token.text})  # `v3`, `R1`
    return _enter_number(str(token.value) if token.misspelt else token.text)


def _is_behind_point(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is the second of two with a point between (`v1.2`), and so no day."""
    if at < 2 or tokens[at].gap or tokens[at - 1].gap or tokens[at - 1].kind != "dot":
        return False
    return tokens[at - 2].kind == "number"


def _read_and(tokens: Sequence[Token], at: int) -> Entry:
    return {"or": _OR, "+": _PLUS}.get(str(tokens[at].value), _AND)


def _read_mark(tokens: Sequence[Token], at: int) -> Entry:
    token = tokens[at]
    is_tight = not token.gap and at + 1 < len(tokens) and not tokens[at + 1].gap
    return _SIGNS.get(token.text) or _MARKS[token.kind][is_tight]


def _read_valued(tokens: Sequence[Token], at: int) -> Entry:
    token = tokens[at]
    return _enter_valued("half_year" if token.kind == "half" else token.kind, token.value)


_WORDY: Final = frozenset(["word", "and", "or", "ordinal"])
_READERS: Final = {
    "word": _read_word, "number": _read_number, "and": _read_and, "or": _read_and, **dict.fromkeys(_MARKS, _read_mark),
}  # fmt: skip


def _read_phrase(first: str, tokens: Sequence[Token], at: int) -> tuple[Entry, int] | None:
    """The longest phrase of several words that begins with `first` at `at`, and the index behind it."""
    seconds = _LONGER.get(first)
    if not seconds or at + 1 == len(tokens):
        return None
    behind = at + 1
    if tokens[behind].kind in _JOINTS and not tokens[behind].gap:
        behind += 1
    second = _word_at(tokens, behind)
    for phrase, entry in seconds.get(second, ()):
        end = _match_words(phrase, tokens, at)
        if end:
            return entry, end
    return None


def _word_at(tokens: Sequence[Token], at: int) -> str:
    """The word of a phrase that token `at` is; empty behind the last."""
    if at >= len(tokens):
        return ""
    token = tokens[at]
    return token.value if isinstance(token.value, str) else token.text.lower()


_JOINTS: Final = frozenset(["dash", "slash"])


def _match_words(phrase: tuple[str, ...], tokens: Sequence[Token], at: int) -> int:
    """The index behind `phrase` where it stands at `at`, else 0; a mark without space counts as the space."""
    count = len(tokens)
    for place, word in enumerate(phrase):
        if place and at < count and tokens[at].kind in _JOINTS and not tokens[at].gap:
            at += 1
        if _word_at(tokens, at) != word:
            return 0
        at += 1
    return at
