"""What an expression is made of: dates, lengths, conditions, statuses, marks, labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

from msgspec import Struct

from send_extract.values.timing.dates import Dates
from send_extract.values.timing.lexicon import SpeltItem
from send_extract.values.timing.recurrence import Recurrence
from send_extract.values.timing.rules import SPELLERS, spell_as


class Length(Struct, frozen=True, gc=False):
    """`times` an ISO 8601 unit (`D`, `W`, `M`, `Y`, `H`), and what it counts from.

    `anchor` is `plan` (the plan's date), `dates`, `event` or empty; `bounded` where the length is the longest that
    it may take, `lasting` where something goes on for it, `most` where it is the longer end of a range or made of
    working days; `words` are those of the event.
    """

    times: int
    unit: str
    anchor: str = ""
    bounded: bool = False
    lasting: bool = False
    most: bool = False
    dates: Dates | None = None
    words: Condition | None = None

    @property
    def duration(self) -> str:
        """The length as an ISO 8601 duration."""
        return f"PT{self.times}H" if self.unit == "H" else f"P{self.times}{self.unit}"


class Condition(Struct, frozen=True, gc=False):
    """The words that are waited for: the tokens from `start` up to `end`."""

    start: int
    end: int


class Status(Struct, frozen=True, gc=False):
    """A status word, by its name in the contract."""

    name: str


class Marker(Struct, frozen=True, gc=False):
    """`revised` (or `arrow`): what follows replaces what stands before; `original`: what follows was replaced.

    `moved` has both behind it: the first date of the span was replaced by the last (`slipped from March to May`).
    `past`: what follows is when something was done last, and no timing of what is to be done.
    """

    kind: str


class Label(Struct, frozen=True, gc=False):
    """Words that introduce a timing and add nothing to it."""

    words: str


FIELDS: Final = frozenset(
    map(Label, ("target date", "date", "dates", "timescale", "timescales", "timeframe", "when"))
)
"""What a cell calls what it holds, which says nothing of a date."""


class References(Struct, frozen=True, gc=False):
    """The numbers of the rows whose timing counts, or `above` and `below`."""

    numbers: tuple[str, ...]


Value = Dates | Recurrence | Condition | Length | References | Status | Marker | Label
Values = Mapping[type, Sequence[Any]]
V = TypeVar("V")


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


def pick(parts: Sequence[Part], kind: type[V]) -> list[V]:
    """The values of one kind among the parts."""
    return [part.value for part in parts if isinstance(part.value, kind)]


def sort_values(parts: Sequence[Part]) -> Values:
    """The values of the parts, by their kinds."""
    found: dict[type, list[Value]] = {}
    for part in parts:
        found.setdefault(type(part.value), []).append(part.value)
    return found


SPELLERS |= {Length: spell_as("length"), list: spell_as("parts")}
