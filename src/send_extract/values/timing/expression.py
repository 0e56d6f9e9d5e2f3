"""A whole expression as its parts, and the words that belong to none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.values.timing.dates import Dates
from send_extract.values.timing.grammar import AROUND, AROUND_RHYTHMS, DATES, PARTS, PERIODS, RANGES, RHYTHMS
from send_extract.values.timing.items import SpeltItem, spell
from send_extract.values.timing.parts import Status, Value
from send_extract.values.timing.recurring import Recurrence
from send_extract.values.timing.rules import make_first

if TYPE_CHECKING:
    from send_extract.values.timing.items import Spelling
    from send_extract.values.timing.tokens import Token

# The tables in the order in which they read; what stands around a period can stand around another such.
_PASSES: Final = (PERIODS, AROUND, AROUND, RHYTHMS, AROUND_RHYTHMS, AROUND_RHYTHMS, RANGES, DATES)
# What parts the parts of an expression. A new mark is decided here, and in `dates` where it makes one of two dates.
_LINKS: Final = {
    "comma": "mark", "semicolon": "mark", "colon": "mark", "dot": "mark", "dash": "mark", "slash": "mark",
    "close": "mark", "clock": "mark", "silent": "mark", "and": "and", "open": "open",
}  # fmt: skip
_NAMED: Final = frozenset(["annual", "biannual", "biennial"])
_NOW: Final = Status("immediate")


class Part(Struct, frozen=True, gc=False):
    """One part: the tokens from `start` up to `end`, what separates it from the part before, the rules that read it.

    `link` is empty for white space alone, else `and`, `then`, `open` (a bracket), `mark`, or `label` (words).
    """

    value: Value
    start: int
    end: int
    link: str
    rules: tuple[str, ...]


class Rest(Struct, frozen=True, gc=False):
    """Words that belong to no part: their items, side by side, and what parts them from the words before and behind.

    `before` and `behind` are the parts that they touch with nothing between.
    """

    items: tuple[SpeltItem, ...]
    before: Part | None = None
    behind: Part | None = None


class Expression(Struct, frozen=True, gc=False):
    """The parts in order, and the words that belong to none."""

    parts: tuple[Part, ...]
    rest: tuple[Rest, ...]


def spell_expression(tokens: Sequence[Token], year: int | None) -> Spelling:
    """The tokens with every period, recurrence and length as one item."""
    spelling = spell(tokens)
    for table in _PASSES:
        spelling = table.rewrite(spelling, year)
    return spelling


def read_expression(spelling: Spelling, year: int | None) -> Expression:
    """Every part that the items hold, from left to right."""
    first = spelling.items[0]
    if len(spelling.items) == 1 and "dates" in first.senses:
        return Expression(
            (Part(first.senses["dates"], first.start, first.end, "", first.rules),), ()
        )  # as most cells
    reader = _Reader()
    at = 0
    while at < len(spelling.items):
        at = reader.read(spelling, at, year)
    return reader.finish()


def _read_part(spelling: Spelling, at: int, year: int | None) -> tuple[SpeltItem, int] | None:
    """The part at item `at`, which an earlier table may have made already."""
    item = spelling.items[at]
    if "parts" in item.senses:
        return item, at + 1
    return make_first(dict(PARTS.plan(spelling.letters)).get(at, ()), spelling, at, year)


def _find_link(item: SpeltItem) -> str:
    """What an item says between two parts, empty where it is none of the marks."""
    if item.letter not in _LINK_OF:
        found = next((link for name, link in _LINKS.items() if name in item.senses), "")
        _LINK_OF[item.letter] = found or ("then" if "then" in item.senses else "")
    return _LINK_OF[item.letter]


_LINK_OF: dict[str, str] = {}


def _is_name(reader: _Reader, found: SpeltItem, spelling: Spelling) -> bool:
    """Whether `annual` beside a date is part of a name (`May 2022 Annual Meeting`) and no recurrence."""
    value = found.senses["parts"][0]
    is_beside = bool(reader.parts) and not reader.link and isinstance(reader.parts[-1].value, Dates)
    is_joined = is_beside and not reader.run
    return is_joined and isinstance(value, Recurrence) and str(spelling.tokens[found.start].value) in _NAMED


class _Reader:
    """What has been read so far."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.rest: list[Rest] = []
        self.run: list[SpeltItem] = []
        self.touching: Part | None = None
        self.link = ""

    def read(self, spelling: Spelling, at: int, year: int | None) -> int:
        """Take what stands at item `at`; the index behind it."""
        item = spelling.items[at]
        link = _find_link(item)
        found = _read_part(spelling, at, year) if link in {"", "then"} else None
        if found and not _is_name(self, found[0], spelling):
            if "role_dates" in item.senses:
                self.link = self.link or "label"  # `interim March final July`: each date has its role
            self.add_parts(found[0], spelling)
            return found[1]
        if link or "arrow" in item.senses:
            self.add_link(link or "mark", closes="close" in item.senses)
        else:
            self.run.append(item)
        return at + 1

    def add_link(self, link: str, *, closes: bool) -> None:
        """A mark or a word between two parts."""
        if link == "open" and self.run and self.parts and not self.touching:
            link = (
                "label"  # `Scrutiny (12/03/24) and Council (26/03/24)`: the bracket is not the first date's
            )
        self._end_run(None)
        self.link = link if closes or link in {"then", "open"} or not self.link else self.link
        self.touching = None

    def add_parts(self, found: SpeltItem, spelling: Spelling) -> None:
        """The parts that one rule made."""
        link = "label" if self.run and self.link in {"", "open"} else self.link
        for value in found.senses["parts"]:
            bound = _bind(value, spelling, found, self.parts)
            self.parts.append(Part(bound, found.start, found.end, link, found.rules))
            link = "mark"
        self._end_run(self.parts[-1])
        self.touching = self.parts[-1]
        self.link = ""

    def _end_run(self, behind: Part | None) -> None:
        if self.run:
            self.rest.append(Rest(tuple(self.run), self.touching, behind))
            self.run = []
            self.touching = None

    def finish(self) -> Expression:
        """All that was read."""
        self._end_run(None)
        return Expression(tuple(self.parts), tuple(self.rest))


def _bind(value: Value, spelling: Spelling, found: SpeltItem, parts: Sequence[Part]) -> Value:
    """A part as it is meant where it stands: a date behind `now –` is the last day."""
    if not parts or parts[-1].value != _NOW or not isinstance(value, Dates) or value.bound or not value.only:
        return value
    is_range = found.start > 0 and spelling.tokens[found.start - 1].kind == "dash"
    return replace(value, bound="until") if is_range else value
