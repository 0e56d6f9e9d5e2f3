"""What documents call the things that they ask for by number: one table for headings, labels and rows alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from send_extract.patterns import compile_later

ASKED = (
    "recommendation", "rec", "requirement", "commitment", "undertaking", "pledge", "promise", "proposal", "lesson",
    "learning point", "area for improvement", "area for development", "cause of concern", "must do", "should do",
)  # fmt: skip
"""What is asked for wherever it is counted."""
AIMS = ("objective", "aim", "goal", "outcome", "ambition")
"""What a plan without recommendations asks for by number."""
THEMES = ("priority", "standard", "outcome")
"""What counts a group of recommendations; what is asked for itself where actions without numbers stand below it."""

FOUND = ("finding", "issue", "observation", "weakness", "matter arising", "concern")
"""What an audit or an inspection counts, each with what is recommended about it below."""

_PLAIN = frozenset(("recommendation", "rec"))

NOUN = "|".join(noun.replace(" ", r"[ -]") for noun in (*ASKED, *AIMS))
"""What is asked for by number, as a pattern that is a part of others."""
COUNTED = f"{NOUN}|{'|'.join(noun.replace(' ', '[ -]') for noun in FOUND)}"
"""The same, and what was found."""
_IS_ASKED = compile_later(rf"(?:{'|'.join(noun.replace(' ', '[ -]') for noun in ASKED)})s?$", re.IGNORECASE)


def is_asked(noun: str) -> bool:
    """Whether `noun` is what is asked for, wherever it is counted."""
    return _IS_ASKED.match(noun) is not None


def is_theme(noun: str) -> bool:
    """Whether `noun` ends as a group of recommendations is called (`strategic priority`)."""
    return noun.lower().endswith(THEMES)


def find_clashing(counted: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The nouns among pairs of number and noun whose numbers another counts too; a plain recommendation is none."""
    nouns: defaultdict[str, set[str]] = defaultdict(set)
    for number, noun in counted:
        nouns[number] |= {noun} - {""}
    return frozenset[str]().union(*(found for found in nouns.values() if len(found) > 1)) - _PLAIN
