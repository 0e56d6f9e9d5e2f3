"""The stems of words: what `consulted` and `consulting` have in common; and words that say nothing alone."""

from __future__ import annotations

import re
from functools import lru_cache

from send_extract.values.wording import find_words

FUNCTION_WORDS = frozenset({
    "a", "an", "the", "of", "to", "and", "or", "in", "on", "for", "with", "by", "at", "from", "into",
    "as", "is", "are", "be", "been", "being", "was", "were", "will", "shall", "that", "this", "these",
    "those", "their", "its", "it", "they", "them", "who", "which", "where", "when", "while", "any", "all",
    "each", "both", "other", "than", "then", "so", "such", "has", "have", "had", "do", "does", "can",
    "may", "should", "would", "could", "through", "via", "per", "within", "across", "between",
})  # fmt: skip
_ENDINGS = re.compile(r"(?:'s?|ies|ied|ing|ed|es|e|s|y)$")
SHORTEST_STEM = 3


@lru_cache(maxsize=1 << 16)
def find_stems(text: str) -> frozenset[str]:
    """The words of a text without their endings, so that `consulted` and `consulting` are one."""
    return frozenset(map(find_stem, find_words(text)))


@lru_cache(maxsize=1 << 14)
def find_stem(word: str) -> str:
    """A word without its ending, where enough of it is left; no linguistics, only what makes forms meet."""
    stem = _ENDINGS.sub("", word)
    return stem if len(stem) >= SHORTEST_STEM and word not in FUNCTION_WORDS else word
