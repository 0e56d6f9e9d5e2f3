"""Rules as rows of tables: a name, a pattern over spelt items, and what it makes of them.

Patterns are told in `matching`. In a rule's, `[one || other]` are ways to go on, of which each is tried where the rule
makes nothing of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Final

from msgspec import Struct

from send_extract.values.timing.items import Spelling
from send_extract.values.timing.lexicon import ALPHABET, END, Senses, SpeltItem, classes_of
from send_extract.values.timing.matching import Fit, ItemPattern, Run
from send_extract.values.timing.tokens import Token

# Of how many spellings, and how long ones, it is kept which rules fit.
_MOST_KEPT: Final = 8192
_LONGEST_KEPT: Final = 40
# The marks that lead to what stands behind them.
_LEADING: Final = frozenset(["open", "silent", "colon"])
_WAYS: Final = re.compile(r"\[([^\]]*)\]")


class Match(Struct, frozen=True, gc=False):
    """What a rule found: its named values, all its items, and the plan's year that two figures are compared with."""

    named: Mapping[str, Any]
    items: Sequence[SpeltItem]
    spelling: Spelling
    start: int
    end: int
    year: int | None

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a named item, `default` where the pattern went without it."""
        return self.named.get(name, default)

    @property
    def tokens(self) -> Sequence[Token]:
        """All tokens of the match."""
        return self.spelling.tokens[self.items[0].start : self.items[-1].end]

    @property
    def is_first(self) -> bool:
        """Whether nothing stands before the match, or a mark that leads to it (`Target: …`)."""
        return not self.start or not _LEADING.isdisjoint(self.before)

    @property
    def before(self) -> Senses:
        """What the item before the match can be."""
        return self.spelling.senses(self.start - 1)

    @property
    def behind(self) -> Senses:
        """What the item behind the match can be."""
        return self.spelling.senses(self.end)

    def list_all(self, name: str) -> list[Any]:
        """The values of all its items that are of a class."""
        return [item.senses[name] for item in self.items if name in item.senses]


# What a rule makes: a value that has a speller, alone or with where it ends; of parts a list.
Made = Any
Spell = Callable[[Any], tuple[str, Senses]]
"""How a value that rules make is spelt: its letter, and what it is by each of its classes."""


def spell_as(name: str) -> Spell:
    """The speller of values that have one class."""
    letter = ALPHABET[name,]
    return lambda value: (letter, {name: value})


SPELLERS: dict[type, Spell] = {dict: lambda senses: (ALPHABET[tuple(senses)], senses)}
"""The spellers by the types of their values."""


class GrammarRule:
    """One row. `make` is what the match means, or gives it, None where it is nothing after all."""

    def __init__(self, name: str, pattern: str, make: Made, **given: object) -> None:
        self.name, self.pattern = name, pattern
        self.names: tuple[str, ...] = (name,)
        maker: Callable[..., Made] = make if callable(make) else lambda _match: make
        self.make = partial(maker, **given) if given else maker

    @cached_property
    def ways(self) -> Sequence[ItemPattern]:
        """The pattern in each of its ways."""
        found = _WAYS.search(self.pattern)
        patterns = [self.pattern]
        if found:
            head, tail = self.pattern[: found.start()], self.pattern[found.end() :]
            patterns = [f"{head} {way} {tail}" for way in found[1].split(" || ")]
        return [*map(ItemPattern, patterns)]


class Shape(Struct, frozen=True, gc=False):
    """A rule that fits letters: how many, and its named items, each with its place and the class that counts."""

    rule: GrammarRule
    size: int
    named: Sequence[tuple[str, int, str]]

    def make(self, spelling: Spelling, at: int, year: int | None) -> tuple[SpeltItem, int] | None:
        """The item that the rule makes of those at `at`, and the index of the item behind it."""
        end = at + self.size
        items, named, rules = spelling.items[at:end], {}, self.rule.names
        for name, place, sense in self.named:
            named[name] = items[place].senses[sense]
        made = self.rule.make(Match(named, items, spelling, at, end, year))
        if made is None:
            return None
        if type(made) is tuple:
            made, end = made
            items = spelling.items[at:end]
        letter, senses = SPELLERS[type(made)](made)
        for item in items:
            rules += item.rules
        return SpeltItem(letter, items[0].start, items[-1].end, senses, rules), end


Plan = Sequence[tuple[int, Sequence[Shape]]]


class GrammarTable:
    """Rules in the order in which they are tried, found by the letter that they can begin with."""

    def __init__(self, *rules: GrammarRule) -> None:
        self.rules = rules
        self._by_letter: dict[str, Sequence[tuple[GrammarRule, Run]]] = {}

    @cached_property
    def _ways(self) -> Sequence[tuple[GrammarRule, ItemPattern]]:
        return [(rule, way) for rule in self.rules for way in rule.ways]

    @cached_property
    def _by_class(self) -> Mapping[str, Sequence[int]]:
        """The places of the ways that can begin with a class."""
        found: dict[str, list[int]] = {}
        for place, (_, way) in enumerate(self._ways):
            for name in way.first:
                found.setdefault(name, []).append(place)
        return found

    def _list_rules(self, letter: str) -> Sequence[tuple[GrammarRule, Run]]:
        """The rules that can begin with a letter."""
        if letter not in self._by_letter:
            places = {place for name in classes_of(letter) for place in self._by_class.get(name, ())}
            ways = [self._ways[place] for place in sorted(places)]
            self._by_letter[letter] = [(rule, way.fit) for rule, way in ways]
        return self._by_letter[letter]

    def plan(self, letters: str) -> Plan:
        """At which places of a spelling which rules fit, in order."""
        ended = letters + END
        found = ((at, self._find(ended, at)) for at, letter in enumerate(letters) if self._list_rules(letter))
        return [(at, shapes) for at, shapes in found if shapes]

    def _find(self, letters: str, at: int) -> Sequence[Shape]:
        fits = ((rule, run(letters, at)) for rule, run in self._list_rules(letters[at]))
        return [_make_shape(rule, letters, at, fit) for rule, fit in fits if fit]


class Grammar:
    """Tables that read one after the other, each over what the one before it left.

    Which table is the next of which rules fit a spelling, and where, is kept, for many wordings are spelt alike.
    """

    def __init__(self, *tables: GrammarTable) -> None:
        self.tables = tables
        self._kept: dict[tuple[int, str], tuple[int, Plan]] = {}

    def rewrite(self, spelling: Spelling, year: int | None) -> Spelling:
        """`spelling` with every stretch that a rule fits as one item, from left to right, table by table."""
        behind, last = 0, len(self.tables)
        while behind < last:
            asked = behind, spelling.letters
            behind, plan = self._kept.get(asked) or self._look_on(*asked)
            if plan:
                spelling = _follow(plan, spelling, year)
        return spelling

    def _look_on(self, place: int, letters: str) -> tuple[int, Plan]:
        """What the next table from `place` that plans anything plans for a spelling, and the place behind it."""
        behind, plan = place + 1, self.tables[place].plan(letters)
        while not plan and behind < len(self.tables):
            plan = self.tables[behind].plan(letters)
            behind += 1
        if len(letters) <= _LONGEST_KEPT:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[place, letters] = behind, plan
        return behind, plan


def _follow(plan: Plan, spelling: Spelling, year: int | None) -> Spelling:
    """`spelling` with what the rules make of it, the first at each place that makes something."""
    items: list[SpeltItem] = []
    letters, behind = "", 0
    for at, shapes in plan:
        if at < behind:
            continue
        for shape in shapes:
            made = shape.make(spelling, at, year)
            if made:
                if at > behind:
                    items += spelling.items[behind:at]
                    letters += spelling.letters[behind:at]
                item, behind = made
                items.append(item)
                letters += item.letter
                break
    if not behind:
        return spelling
    if behind < len(spelling.items):
        items += spelling.items[behind:]
        letters += spelling.letters[behind:]
    return Spelling(items, letters, spelling.tokens)


def _make_shape(rule: GrammarRule, letters: str, at: int, fit: Fit) -> Shape:
    named = []
    for (name, classes), place in reversed(fit[1:]):
        known = classes_of(letters[place])
        named.append((name, place - at, next(one for one in classes if one in known)))
    return Shape(rule, fit[0] - at, named)
