"""What one line of headings is: short words, of which one names what is recommended or to be done; no row of data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from send_extract.headings import EXTRA, find_words
from send_extract.headings.neighbours import find_fields
from send_extract.headings.vocabulary import CORE_WORDS, HINTS
from send_extract.notation.numbers import begins_row
from send_extract.patterns import compile_later, has_any
from send_extract.settings import CORE

FEWEST = 2
CERTAIN = 3
"""Fields that are enough where no column of a plan's words is known."""
LONGEST = 60
"""Letters of a heading; one that is longer is a question, or explains itself in brackets."""
_CORE_WORDS = CORE_WORDS | {word for word, field in HINTS.items() if field in CORE}
_STATEMENT = compile_later(
    r"(?!(?:what|when|who|how|where|which|why|date)\b)(?:(?:the|an?|all|this|these|each|every|no|most|some)\s+)?"
    r"(?:(?!who\b|that\b|which\b|by\b)\w+\s+){1,2}(?:is|are|was|were|(?:has|have|had|will|may|must|should|can)\s+(?:not\s+)?be(?:en)?)\s+\w",
    re.IGNORECASE,
    need=has_any("is", "are", "was", "were", "be"),
)
"""What is said of something (`The action is finished`), as a key says of its marks; no heading does."""
_SENTENCES = compile_later(r"[a-z]{3}\.\s+[A-Z][a-z]*\s+[a-z]", need=has_any("."))
"""Where one sentence ends and the next begins; behind a word that is cut short stands one more (`Resp. Officer`)."""
_LENGTH = compile_later(r"\d+\s*(?:working\s+)?(?:day|week|month|year|wk|mth|yr)s?$", re.IGNORECASE)
"""So long: what stands below a heading, and is none."""
_YEAR = compile_later(r"\b(?:19|20)\d\d\b")


class HeadingRow(Struct, frozen=True):
    """A heading row: the places of its first line and of the first row below it, its headings and their fields."""

    place: int
    end: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many fields it names."""
        return len({*self.fields} - {EXTRA})


def read_line(place: int, headings: tuple[str, ...], synonyms: Mapping[str, str]) -> HeadingRow:
    """The heading row that one line of `headings` is, at `place`."""
    return HeadingRow(place, place + 1, headings, find_fields(headings, synonyms))


def is_plan(row: HeadingRow) -> bool:
    """Whether short headings name what is recommended or to be done, and something said of it."""
    named = zip(row.headings, row.fields, strict=True)
    fields = {field for heading, field in named if is_like_heading(heading)} - {EXTRA}
    return len(fields) >= FEWEST and not is_data(row.headings) and _is_core(fields, row.headings)


def is_data(cells: Sequence[str]) -> bool:
    """Whether a row begins with a number, as no heading row does."""
    first = next(text for text in cells if text)
    return begins_row(first) and _YEAR.search(first) is None


def _is_core(fields: set[str], headings: Sequence[str]) -> bool:
    """Whether fields are of what is recommended or to be done, or enough of others and a heading is of its number."""
    if not fields.isdisjoint(CORE):
        return True
    return len(fields) >= CERTAIN and not find_words(headings).isdisjoint(_CORE_WORDS)


def is_like_heading(text: str) -> bool:
    """Whether words are as short as a heading's, and say nothing of anything."""
    is_short = len(text) <= LONGEST or text.endswith("?") or "(" in text
    return (
        is_short
        and _SENTENCES.search(text) is None
        and _STATEMENT.match(text) is None
        and _LENGTH.match(text) is None
    )
