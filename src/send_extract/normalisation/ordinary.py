"""Words in capitals that are no acronyms: emphasis, headings, Roman numerals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from send_extract.values.acronym.words import EMPHASISED, ROMAN

if TYPE_CHECKING:
    from send_extract.normalisation.uses import Text

SAMPLE: Final = 1_000_000  # characters that are enough to see how a word is mostly printed
SEEN: Final = 5  # uses that are enough to tell a heading's word
AROUND: Final = 60
RUN: Final = 3  # words in capitals, one after another, are a heading

_CAPITALS_BEFORE: Final = re.compile(r"(?:[A-Z][A-Z'’&-]* )*\Z")
_CAPITALS_AFTER: Final = re.compile(r"(?: [A-Z][A-Z'’&-]*(?![a-z0-9]))*")


def is_ordinary(term: str, places: list[int], text: Text) -> bool:
    """Whether `term`, used at `places`, is an ordinary word that its author printed in capitals."""
    if term in EMPHASISED or term in ROMAN:
        return True
    if not (term.isupper() and term.isalpha()):
        return False
    return all(_is_in_heading(text.joined, place, place + len(term)) for place in places[:SEEN]) or (
        len(term) > 2 and _is_mostly_small(term, len(places), text.joined)  # noqa: PLR2004 - `it` is no `IT`
    )


def _is_in_heading(joined: str, start: int, end: int) -> bool:
    """Whether the words beside are in capitals too, and long ones among them, as acronyms are not."""
    before = _CAPITALS_BEFORE.search(joined, max(0, start - AROUND), start)
    after = _CAPITALS_AFTER.match(joined, end, end + AROUND)
    run = f"{before[0] if before else ''}{joined[start:end]}{after[0] if after else ''}".split()
    return len(run) >= RUN and max(map(len, run)) > 4  # noqa: PLR2004 - most acronyms are no longer


def _is_mostly_small(term: str, uses: int, joined: str) -> bool:
    """Whether the plan prints the same letters as a small word more often than in capitals."""
    word = term.lower()
    sample = joined[:SAMPLE]
    if word not in sample:
        return False
    return len(re.findall(rf"\b{word}\b", sample)) >= uses
