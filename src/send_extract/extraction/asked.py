"""Recommendations that stand in a heading above their actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Row
from send_extract.extraction.columns import Columns, rename_columns
from send_extract.headings import find_field
from send_extract.notation.furniture import cut_continued
from send_extract.notation.nouns import AIMS, is_asked, is_theme
from send_extract.notation.numbers import is_below, names_group, take_labelled, take_number
from send_extract.patterns import compile_later
from send_extract.source import NOWHERE, Location

_FEWEST_WORDS = 6
LABEL_ENDS = " .:–—-"
"""What stands between a label and its words."""
_LONGEST_LABEL = 60
_SHORT = frozenset(("r", "rec"))
_SAID = compile_later(r"([A-Z][^:.;\n]{1,40}?)\s*:\s*(?=\S)")
_ASKS = compile_later(r"\b(?:should|must|will|shall|to|needs?)\b", re.IGNORECASE)
_JOINTS = frozenset(("for", "to", "on", "of", "against", "from", "under"))
"""Words that make a label one of something else (`Actions for recommendation 1`)."""


class HeadedRecommendation(Struct, frozen=True):
    """A recommendation that stands above its actions: its number, its words, how the number is printed, its place.

    `said` are the lines between it and its actions, each by its field; one that `is_alone` has no actions.
    """

    number: str
    text: str
    printed: str
    location: Location = NOWHERE
    said: tuple[tuple[str, str], ...] = ()
    is_alone: bool = False

    @property
    def title(self) -> str:
        """The recommendation with its label, as a heading."""
        label = self.printed.rstrip(LABEL_ENDS)
        return f"{label}: {self.text}" if self.text else label


class SaidLine(Struct, frozen=True):
    """A row or a line as a label and its value; either may be empty."""

    label: str
    value: str


def holds_actions(columns: Columns) -> bool:
    """Whether the rows under `columns` are actions of a recommendation that stands elsewhere."""
    return bool(columns.find("actions")) and not columns.find("recommendation")


def read_asked(title: str) -> HeadedRecommendation | None:
    """The recommendation that a heading is (`Recommendation 3: Answer sooner`); None where it is a mere title."""
    labelled = take_labelled(title)
    if labelled is None or not _is_asked(labelled.label):
        return None
    if names_group(title) and labelled.label not in AIMS:
        return None
    return HeadedRecommendation(labelled.number, labelled.text, labelled.printed)


def read_theme(title: str) -> HeadedRecommendation | None:
    """The recommendation that the title of a group is (`Priority 3: Answer sooner`), if its rows are mere actions."""
    labelled = take_labelled(title)
    if labelled is None or not is_theme(labelled.label):
        return None
    return HeadedRecommendation(labelled.number, labelled.text, labelled.printed)


def are_bare(columns: Columns, rows: Sequence[Row]) -> bool:
    """Whether no row has a number of its own: in a cell, or before what it says is to be done."""
    cells = [row.at(place).text for place in columns.find("number") for row in rows]
    actions = [row.at(place).text for place in columns.find("actions") for row in rows]
    return not any(cells) and not any(map(take_number, actions))


def are_counted_on(columns: Columns, rows: Sequence[Row]) -> bool:
    """Whether numbers of their own count rows on through several counted groups, and below none of these."""
    own = [row for row in rows if len(row.filled) > 1]
    numbers = [*filter(None, [row.at(place).text for place in columns.find("number") for row in own])]
    titles = [*filter(None, map(_read_group, rows))]
    is_counted = 1 < len(titles) < len({*numbers}) == len(numbers)
    return is_counted and not any(is_below(*pair) for pair in product(numbers, titles))


def _read_group(row: Row) -> str:
    """The number of the counted group that a row of one cell is the title of; empty where it is none."""
    [words, *others] = [cell.text for cell in row.filled] or [""]
    asked = read_asked(words) if names_group(words) and not others else None
    return asked.number if asked else ""


def read_label(title: str) -> HeadedRecommendation | None:
    """The recommendation whose label alone a line is (`Recommendation 3 –`), without words yet."""
    bare = cut_continued(title).rstrip(LABEL_ENDS)
    if len(title) > _LONGEST_LABEL or "\n" in bare or read_asked(title):
        return None
    asked = read_asked(f"{bare}: -")
    return replace(asked, text="", printed=title.strip()) if asked else None


def read_heading(columns: Columns) -> tuple[Columns, HeadedRecommendation | None]:
    """The columns, and the recommendation that the heading of its actions is (`Objective 1: Safer streets`)."""
    places = columns.find("recommendation")
    asked = read_asked(columns.headings[places[0]]) if len(places) == 1 else None
    if asked is None or columns.find("actions"):
        return columns, None
    return rename_columns(columns, dict.fromkeys(places, "actions")), asked


def read_sentence(title: str, below: str) -> HeadedRecommendation | None:
    """The recommendation that a numbered heading is, if its words are enough and the row `below` counts below it."""
    number, start = take_number(title) or (None, 0)
    if number is None or not is_below(below, number.number) or len(title[start:].split()) < _FEWEST_WORDS:
        return None
    return HeadedRecommendation(number.number, title[start:], number.printed)


def _is_asked(label: str) -> bool:
    """Whether a label is of what is recommended; actions of a kind (`Priority action 2`) are so above others."""
    words = label.split()
    if words[-1] in {"recommendation", "action"} and not _JOINTS.isdisjoint(words):
        return False
    is_kind = len(words) > 1 and words[-1] == "action"
    return label in _SHORT or is_kind or is_asked(label) or find_field(label) == "recommendation"


def read_said(text: str) -> SaidLine | None:
    """A labelled line (`Finding: …`) as its label and its words; what asks for something is none (`We must: …`)."""
    match = _SAID.match(text)
    return None if match is None or _ASKS.search(match[1]) else SaidLine(match[1], text[match.end() :])
