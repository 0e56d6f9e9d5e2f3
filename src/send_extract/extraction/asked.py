"""Recommendations that stand in a heading above their actions."""

from __future__ import annotations

from typing import NamedTuple

from send_extract.headings import find_field
from send_extract.notation.numbers import is_below, take_labelled, take_number

_FEWEST_WORDS = 6


class HeadedRecommendation(NamedTuple):
    """A recommendation that stands in a heading above its actions: its number, its words, how the number is printed."""

    number: str
    text: str
    printed: str


def read_asked(title: str) -> HeadedRecommendation | None:
    """The recommendation that a heading is (`Recommendation 3: Answer sooner`); None where it is a mere title."""
    labelled = take_labelled(title)
    if labelled is None:
        return None
    is_asked = labelled.label in {"r", "rec"} or find_field(labelled.label) == "recommendation"
    return HeadedRecommendation(labelled.number, labelled.text, labelled.printed) if is_asked else None


def read_sentence(title: str, below: str) -> HeadedRecommendation | None:
    """The recommendation that a numbered heading is, if its words are enough and the row `below` counts below it."""
    number, start = take_number(title) or (None, 0)
    if number is None or not is_below(below, number.number) or len(title[start:].split()) < _FEWEST_WORDS:
        return None
    return HeadedRecommendation(number.number, title[start:], number.printed)
