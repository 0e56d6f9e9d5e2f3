"""What a row of a plan can be: one ordered table of kinds, each with its test and the reason that it gives."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from send_extract.extraction.kinds.continuations import continues, says_continued
from send_extract.extraction.kinds.remarks import read_remark, read_stated
from send_extract.extraction.kinds.sections import (
    read_bold_first,
    read_counted,
    read_emphasised,
    read_first,
    read_like_first,
    read_merged,
    read_repeated,
    read_under_section,
)
from send_extract.extraction.kinds.sight import Sight
from send_extract.extraction.kinds.totals import is_rule, is_template, is_total


class RowKind(Struct, frozen=True):
    """A kind of row: its name, why a row is read as one, and the words that make it one (None where it is another).

    `is_told` says that only the row's look shows it, so that the reader of the plan should know; it fills no more
    than `most` cells, where 3 stands for any number.
    """

    name: str
    because: str
    read: Callable[[Sight], str | None]
    is_told: bool = False
    most: int = 3


class Told(Struct, frozen=True):
    """What a row is: its kind, and the words that made it one."""

    kind: RowKind
    words: str


def tell_kind(sight: Sight) -> Told:
    """The first kind of the table that a row is of; a row that is no other is a recommendation."""
    for kind in _KINDS_OF[len(sight.facts.filled[:3])]:
        words = kind.read(sight)
        if words is not None:
            return Told(kind, words)
    return Told(RECOMMENDATION, "")


def _say_if(is_one: Callable[[Sight], bool]) -> Callable[[Sight], str | None]:
    """A test that needs no words."""
    return lambda sight: "" if is_one(sight) else None


RECOMMENDATION = RowKind("recommendation", "it is no other kind of row", _say_if(lambda _: True))
KINDS: tuple[RowKind, ...] = (
    RowKind("heading", "it repeats the headings", _say_if(lambda sight: sight.placed.row.is_header)),
    RowKind("rule", "it is a drawn line", _say_if(is_rule)),
    RowKind(
        "remark", "it says what holds for the plan, over the whole width", read_remark, is_told=True, most=1
    ),
    RowKind("status", "it says by its label how the row above stands", read_stated, is_told=True, most=1),
    RowKind("total", "it adds up the rows above", _say_if(is_total), is_told=True),
    RowKind("section", "its cells are merged into one", read_merged, most=2),
    RowKind("section", "only its cell under the section's heading is filled", read_under_section, most=1),
    RowKind("section", "its words stand alone where a number would", read_first, most=1),
    RowKind(
        "section",
        "its only words are in bold or capitals, without a number",
        read_emphasised,
        is_told=True,
        most=1,
    ),
    RowKind(
        "section", "its only words are a title in bold or capitals", read_bold_first, is_told=True, most=1
    ),
    RowKind("section", "all its cells say the same", read_repeated, is_told=True),
    RowKind("section", "the next row is numbered below it", read_counted, most=2),
    RowKind("section", "it is a title like the table's first row", read_like_first, is_told=True, most=1),
    RowKind("template", "it has a number and nothing else", _say_if(is_template)),
    RowKind(
        "continuation",
        "it stands below a heading that is a recommendation",
        _say_if(lambda sight: sight.is_asked),
    ),
    RowKind("continuation", "it says that it goes on", _say_if(says_continued), is_told=True),
    RowKind("continuation", "it says nothing new of what is recommended", _say_if(continues)),
    RECOMMENDATION,
)
_KINDS_OF = [tuple(kind for kind in KINDS if kind.most >= filled) for filled in range(4)]
"""What a row can be that fills none, one, two or more cells."""
