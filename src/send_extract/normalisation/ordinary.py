"""Words in capitals that are no acronyms: emphasis, headings, Roman numerals."""

from __future__ import annotations

from collections import Counter
from typing import Final

from send_extract.account import count_runs
from send_extract.notation.dictionary import is_common
from send_extract.patterns import compile_later
from send_extract.values.acronym.words import ALSO_ACRONYMS, EMPHASISED, ROMAN

SAMPLE: Final = 1_000_000  # characters that are enough to see how a word is mostly printed
SEEN: Final = 5  # uses that are enough to tell a heading's word
AROUND: Final = 60
RUN: Final = 3  # words in capitals, one after another, are a heading

_SMALL_WORD: Final = compile_later(r"(?:[a-z]|[A-Z](?=[a-z]{4}))(?<![^\W_].)[a-z]{2,15}(?![^\W_])")
_CAPITALS_BEFORE: Final = compile_later(r"(?:[A-Z][A-Z'’&-]* )*\Z")
_CAPITALS_AFTER: Final = compile_later(r"(?: [A-Z][A-Z'’&-]*(?![a-z0-9]))*")


def count_small_words(joined: str) -> Counter[str]:
    """How often the plan prints each word in small letters; a longer one may begin with a capital."""
    words: Counter[str] = Counter()
    for run, count in count_runs((joined[:SAMPLE],)).items():
        for word in _SMALL_WORD.findall(run):
            small = word.lower()
            words[small] = words.get(small, 0) + count
    return words


def is_ordinary(term: str, places: list[int], joined: str, small_words: Counter[str]) -> bool:
    """Whether `term`, used at `places` of `joined`, is an ordinary word printed in capitals."""
    if term in EMPHASISED or term in ROMAN:
        return True
    if not (term.isupper() and term.isalpha()):
        return False
    if len(term) > 2 and (small_words[term.lower()] >= len(places) or _is_word(term)):
        return True
    return all(_is_in_heading(joined, place, place + len(term)) for place in places[:SEEN])


def _is_word(term: str) -> bool:
    return term not in ALSO_ACRONYMS and is_common(term.lower())


def _is_in_heading(joined: str, start: int, end: int) -> bool:
    """Whether the words beside are in capitals too, and long ones among them, as acronyms are not."""
    before = _CAPITALS_BEFORE.search(joined, max(0, start - AROUND), start)
    after = _CAPITALS_AFTER.match(joined, end, end + AROUND)
    run = f"{before[0] if before else ''}{joined[start:end]}{after[0] if after else ''}".split()
    return len(run) >= RUN and max(map(len, run)) > 4
