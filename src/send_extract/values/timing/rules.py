"""Rules as rows of tables: a name, a pattern over spelt items, and what it makes of them.

In a pattern `{month}` is an item of that class, `{comma|dot}` one of either, `<day:ordinal>` one that the rule names
`day`, `<month>` short for `<month:month>`, and `YEAR` a piece from the table of pieces; the rest is a regular
expression, in which spaces say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, Final

from msgspec import Struct

from send_extract.values.timing.lexicon import Spelling, SpeltItem, letter_of_senses, letters_of

_CLASSES: Final = re.compile(r"<(?:(\w+):)?([\w|]+)>|\{([\w|]+)\}")
# Of how many endings of spellings, and how long ones, it is kept which rules fit.
_MOST_KEPT: Final = 4096
_LONGEST_KEPT: Final = 24
_QUANTIFIER: Final = re.compile(r"(?:[?*+]|\{\d+(?:,\d+)?\})")
_PIECE: Final = re.compile(r"\b[A-Z][A-Z_]+\b")


class Match(Struct, frozen=True, gc=False):
    """What a rule found: its named items, the spelling, and the plan's year where two figures are compared with it."""

    named: Mapping[str, Any]
    spelling: Spelling
    start: int
    end: int
    year: int | None

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a named item, `default` where the pattern went without it."""
        return self.named.get(name, default)

    @property
    def items(self) -> tuple[SpeltItem, ...]:
        """All items of the match."""
        return self.spelling.items[self.start : self.end]


# How the values that rules make are spelt: their classes, by the type of the value.
SPELLERS: dict[type, Callable[[Any], Mapping[str, Any]]] = {}

# What a rule makes: a value that has a speller, or the classes of the new item with their values and where it ends.
Made = Any


class Shape(Struct, frozen=True, gc=False):
    """A rule that fits letters: how many, and its named items with the classes that the name asks for."""

    rule: GrammarRule
    size: int
    named: tuple[tuple[str, int, Sequence[str]], ...]

    def make(self, spelling: Spelling, at: int, year: int | None) -> tuple[Mapping[str, Any], int] | None:
        """What the rule makes of the items at `at`, and the index behind them."""
        named = {}
        for name, place, classes in self.named:
            senses = spelling.items[at + place].senses
            named[name] = (
                senses[classes[0]]
                if len(classes) == 1
                else next(senses[one] for one in classes if one in senses)
            )
        made = self.rule.make(Match(named, spelling, at, at + self.size, year), **self.rule.given)
        if made is None:
            return None
        speller = SPELLERS.get(type(made))
        made = speller(made) if speller else made
        return made if type(made) is tuple else (made, at + self.size)


class GrammarRule:
    """One row. `make` gives what the match means, None where it is nothing after all."""

    def __init__(self, name: str, pattern: str, make: Callable[..., Made], **given: object) -> None:
        self.name, self.pattern, self.make, self.given = name, pattern, make, given
        self._pattern: re.Pattern[str] | None = None

    def find(self, letters: str, at: int) -> Shape | None:
        """Where the pattern fits at `at`, and where its named items stand, counted from there."""
        if self._pattern is None:
            if any(map(frozenset(letters).isdisjoint, self._needed)):
                return None
            self._pattern = re.compile(_translate(expand_pieces(self.pattern)))
        found = self._pattern.match(letters, at)
        if not found:
            return None
        named = [
            (group, found.start(group) - at, classes)
            for group, classes in self._groups.items()
            if found.start(group) >= 0
        ]
        return Shape(self, found.end() - at, tuple(named))

    @cached_property
    def _groups(self) -> dict[str, Sequence[str]]:
        whole = expand_pieces(self.pattern)
        return {found[1] or found[2]: found[2].split("|") for found in _CLASSES.finditer(whole) if found[2]}

    @cached_property
    def _needed(self) -> list[str]:
        """The letters of each item that the pattern is not without: where none is there, it is never compiled."""
        return [letters for letters, can_be_none in _list_items(self.pattern) if not can_be_none]

    def list_first(self) -> str:
        """The letters that the rule can begin with, at most."""
        first = ""
        for letters, can_be_none in _list_items(self.pattern):
            first += letters
            if not can_be_none:
                break
        return first


PIECES: dict[str, str] = {}


def expand_pieces(pattern: str) -> str:
    """`pattern` with the pieces that it names written out."""
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda found: f"(?:{PIECES[found[0]]})", pattern)
    return pattern


def _translate(pattern: str) -> str:
    """The regular expression over letters."""

    def replace(found: re.Match[str]) -> str:
        letters = "".join(dict.fromkeys("".join(map(letters_of, (found[2] or found[3]).split("|")))))
        one = f"[{letters}]"
        return f"(?P<{found[1] or found[2]}>{one})" if found[2] else one

    return _CLASSES.sub(replace, pattern).replace(" ", "")


def _list_items(pattern: str) -> Iterator[tuple[str, bool]]:
    """The letters of each item or group of a pattern in order, and whether it fits nothing too."""
    pattern, at = expand_pieces(pattern).replace(" ", ""), 0
    while at < len(pattern):
        end = _end_of(pattern, at)
        mark = _QUANTIFIER.match(pattern, end)
        piece, at = pattern[at:end], mark.end() if mark else end
        if not piece.startswith(("(?!", "(?=")):
            yield _letters_in(piece), _can_be_empty(piece, mark[0] if mark else "")


@cache
def _letters_in(piece: str) -> str:
    return "".join(
        letters_of(name) for found in _CLASSES.finditer(piece) for name in (found[2] or found[3]).split("|")
    )


def _can_be_empty(piece: str, mark: str) -> bool:
    """Whether a class or a group with its mark fits nothing at all, itself or by all that it holds."""
    inner = piece[3:-1] if piece.startswith("(?:") else ""
    return mark.startswith(("?", "*", "{0")) or (bool(inner) and inner[_end_of(inner, 0) :] in {"?", "*"})


def _end_of(pattern: str, at: int) -> int:
    """The index behind the group or the class that begins at `at`."""
    if pattern[at] != "(":
        return pattern.index(">" if pattern[at] == "<" else "}", at) + 1
    depth = 0
    for place in range(at, len(pattern)):
        depth += (pattern[place] == "(") - (pattern[place] == ")")
        if not depth:
            return place + 1
    raise ValueError(pattern)


class GrammarTable:
    """Rules in the order in which they are tried, and found by the letter that they can begin with."""

    def __init__(self, *rules: GrammarRule) -> None:
        self.rules = rules
        self._kept: dict[str, Sequence[Shape]] = {}
        self._fitting: dict[str, bool] = {}

    @cached_property
    def _by_letter(self) -> dict[str, list[GrammarRule]]:
        found: dict[str, list[GrammarRule]] = {}
        for rule in self.rules:
            for letter in dict.fromkeys(rule.list_first()):
                found.setdefault(letter, []).append(rule)
        return found

    def find(self, letters: str, at: int) -> Sequence[Shape]:
        """The rules that fit at `at`, in order; kept, for many wordings are spelt alike."""
        if len(letters) - at > _LONGEST_KEPT:
            return self._find(letters, at)
        ahead = letters[at:]
        if ahead not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[ahead] = self._find(ahead, 0)
        return self._kept[ahead]

    def _fits(self, letters: str) -> bool:
        """Whether any rule fits anywhere."""
        if letters not in self._fitting:
            if len(self._fitting) >= _MOST_KEPT:
                self._fitting.clear()
            self._fitting[letters] = any(self.find(letters, at) for at in range(len(letters)))
        return self._fitting[letters]

    def _find(self, letters: str, at: int) -> Sequence[Shape]:
        found = (rule.find(letters, at) for rule in self._by_letter.get(letters[at], ()))
        return tuple(shape for shape in found if shape)

    def read(self, spelling: Spelling, at: int, year: int | None) -> tuple[SpeltItem, int] | None:
        """The item that the first rule that fits makes at `at`, and the index of the item behind it."""
        for shape in self.find(spelling.letters, at):
            made = shape.make(spelling, at, year)
            if made:
                return _make_item(shape.rule, made[0], spelling.items[at : made[1]]), made[1]
        return None

    def rewrite(self, spelling: Spelling, year: int | None) -> Spelling:
        """`spelling` with every stretch that a rule fits as one item, from left to right."""
        letters, by_letter = spelling.letters, self._by_letter
        if by_letter.keys().isdisjoint(letters) or not self._fits(letters):
            return spelling
        items: list[SpeltItem] = []
        at, count, is_changed = 0, len(letters), False
        while at < count:
            found = self.read(spelling, at, year) if letters[at] in by_letter else None
            if found:
                items.append(found[0])
                at, is_changed = found[1], True
            else:
                items.append(spelling.items[at])
                at += 1
        if not is_changed:
            return spelling
        return Spelling(tuple(items), "".join([item.letter for item in items]), spelling.tokens)


def _make_item(rule: GrammarRule, senses: Mapping[str, Any], parts: Sequence[SpeltItem]) -> SpeltItem:
    inner = [name for part in parts if part.rules for name in part.rules if name != rule.name]
    rules = (rule.name, *dict.fromkeys(inner)) if inner else (rule.name,)
    return SpeltItem(letter_of_senses(senses), parts[0].start, parts[-1].end, senses, rules)
