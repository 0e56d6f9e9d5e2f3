"""A whole expression as its parts, and the words that belong to none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from send_extract.values.timing.dates import Dates, Span
from send_extract.values.timing.grammar import AROUND, AROUND_RHYTHMS, DATES, PARTS, PERIODS, RANGES, RHYTHMS
from send_extract.values.timing.items import spell
from send_extract.values.timing.lexicon import SpeltItem, classes_of
from send_extract.values.timing.parts import Expression, Part, Rest, Status, Value
from send_extract.values.timing.rules import Grammar

if TYPE_CHECKING:
    from send_extract.values.timing.items import Spelling
    from send_extract.values.timing.tokens import Token

# The tables in the order in which they read; what stands around a period can stand around another such.
_GRAMMAR: Final = Grammar(PERIODS, AROUND, AROUND, RHYTHMS, AROUND_RHYTHMS, AROUND_RHYTHMS, RANGES)
_DATES: Final = Grammar(DATES)
_PARTS: Final = Grammar(DATES, PARTS)
# What parts the parts of an expression. A new mark is decided here, and in `dates` where it makes one of two dates.
_LINKS: Final = {
    "comma": "mark", "semicolon": "mark", "colon": "mark", "dot": "mark", "dash": "mark", "slash": "mark",
    "close": "mark", "clock": "mark", "silent": "mark", "arrow": "mark", "and": "and", "open": "open", "then": "then",
}  # fmt: skip
_VALUED: Final = frozenset(["dates", "period", "recurrence", "parts"])
_NAMED: Final = ("annual", "biannual", "biennial")
_NOW: Final = Status("immediate")


def spell_expression(tokens: Sequence[Token], year: int | None) -> Spelling:
    """The tokens with every date, recurrence and length as one item."""
    return _DATES.rewrite(_GRAMMAR.rewrite(spell(tokens), year), year)


def read_expression(tokens: Sequence[Token], year: int | None) -> Expression:
    """Every part that the tokens hold, from left to right."""
    spelling = _GRAMMAR.rewrite(spell(tokens), year)
    if len(spelling.items) > 1 or "period" not in spelling.items[0].senses:
        spelling = _PARTS.rewrite(spelling, year)
    if len(spelling.items) == 1:  # as most cells
        item = spelling.items[0]
        values, rules = _list_values(item)
        if len(values) == 1:
            return Expression((Part(values[0], item.start, item.end, "", rules),), ())
    reader = _Reader(tokens)
    for item in spelling.items:
        reader.read(item)
    return reader.finish()


def _list_values(item: SpeltItem) -> tuple[Sequence[Value], tuple[str, ...]]:
    """The parts that an item is, and the rules that read them."""
    senses = item.senses
    if "dates" in senses:
        return (senses["dates"],), item.rules
    if "period" in senses:
        return (Dates((Span(senses["period"]),)),), ("dates", *item.rules)
    if "recurrence" in senses:
        return (senses["recurrence"],), ("recurrence", *item.rules)
    return senses.get("parts", ()), item.rules


@cache
def _find_use(letter: str) -> tuple[bool, str]:
    """Whether an item of a letter is parts, and what it says between two, empty where it is none of the marks."""
    classes = classes_of(letter)
    link = next((link for name, link in _LINKS.items() if name in classes), "")
    return not _VALUED.isdisjoint(classes), link


class _Reader:
    """What has been read so far."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.parts: list[Part] = []
        self.rest: list[Rest] = []
        self.run: list[SpeltItem] = []
        self.touching: Part | None = None
        self.link = ""

    def read(self, item: SpeltItem) -> None:
        """Take the next item."""
        is_valued, link = _find_use(item.letter)
        if is_valued and not ("recurrence" in item.senses and self._is_name(item)):
            if "role_dates" in item.senses:
                self.link = self.link or "label"  # `interim March final July`: each date has its role
            self._add_parts(item)
        elif link:
            self._add_link(link, closes="close" in item.senses)
        else:
            self.run.append(item)

    def _is_name(self, item: SpeltItem) -> bool:
        """Whether `annual` beside a date is part of a name (`May 2022 Annual Meeting`) and no recurrence."""
        is_joined = bool(self.parts) and not self.link and not self.run
        is_named = is_joined and self.tokens[item.start].value in _NAMED
        return is_named and isinstance(self.parts[-1].value, Dates)

    def _add_link(self, link: str, *, closes: bool) -> None:
        """A mark or a word between two parts."""
        if link == "open" and self.run and self.parts and not self.touching:
            # `Scrutiny (12/03/24) and Council (26/03/24)`: the bracket is not the first date's
            link = "label"
        self._end_run(None)
        self.link = link if closes or link in {"then", "open"} or not self.link else self.link
        self.touching = None

    def _add_parts(self, item: SpeltItem) -> None:
        """The parts that one rule made."""
        values, rules = _list_values(item)
        link = "label" if self.run and self.link in {"", "open"} else self.link
        for value in values:
            self.parts.append(Part(self._bind(value, item), item.start, item.end, link, rules))
            link = "mark"
        self._end_run(self.parts[-1])
        self.touching = self.parts[-1]
        self.link = ""

    def _bind(self, value: Value, item: SpeltItem) -> Value:
        """A part as it is meant where it stands: a date behind `now –` is the last day."""
        is_behind = bool(self.parts) and self.parts[-1].value == _NOW
        if not is_behind or not isinstance(value, Dates) or value.bound or not value.only:
            return value
        return replace(value, bound="until") if self.tokens[item.start - 1].kind == "dash" else value

    def _end_run(self, behind: Part | None) -> None:
        if self.run:
            self.rest.append(Rest(tuple(self.run), self.touching, behind))
            self.run = []
            self.touching = None

    def finish(self) -> Expression:
        """All that was read."""
        self._end_run(None)
        return Expression(tuple(self.parts), tuple(self.rest))
