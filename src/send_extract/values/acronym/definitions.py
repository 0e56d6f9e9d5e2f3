"""Definitions in running text: `Lane Repair Team (LRT)`, `LRT (Lane Repair Team)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from send_extract.patterns import compile_later, has_any
from send_extract.values.acronym.letters import MAX_WORDS, fits_exactly
from send_extract.values.acronym.shapes import is_acronym
from send_extract.values.acronym.words import LINKING_WORDS


class Definition(Struct, frozen=True):
    """A term, what the text says that it stands for, and the place of the term in the text."""

    term: str
    expansion: str
    start: int


MAX_BEFORE: Final = 160  # characters before a bracket that can be its expansion

_TERM_IN_BRACKETS: Final = compile_later(r"\(([A-Z][A-Za-z0-9&]{1,15})\)")
_EXPANSION_IN_BRACKETS: Final = compile_later(r"\(([A-Za-z][^()\n]{3,160})\)")
_MEANT: Final = compile_later(
    r"([A-Z](?<![\w&].)[A-Za-z0-9&]{1,15})\s+(?:means|stands\s+for|is\s+short\s+for|refers\s+to)\s+(?:the\s+)?"
    r"([A-Za-z][^.;:,\n]{2,120}?)(?=\s+and\s+[A-Z][A-Za-z0-9&]*\s+(?:means|stands|is\s+short|refers)|[.;:,\n]|\Z)",
    need=has_any("means", "stands", "short", "refers"),
)
_TERM_BEFORE: Final = compile_later(r"(?<![\w&])([A-Z][A-Za-z0-9&]{1,15})\s?\Z")
_WORD: Final = compile_later(r"[^\W_]+(?:['’-][^\W_]+)*")
_PHRASE: Final = compile_later(
    r"[A-Z](?<![\w'’-][A-Z])[\w'’-]*"
    r"(?:,? (?:&|of|and|for|the|in|to|with|on|by|at|or|a|[A-Z][\w'’-]*)(?![\w'’-])){1,9}"
)


def find_definitions(text: str) -> Iterator[Definition]:
    """Every inline definition in `text`, in order; the letters of the term must fit the words."""
    for match in _TERM_IN_BRACKETS.finditer(text):
        if is_acronym(match[1]):
            expansion = _find_before(text, match.start(), match[1])
            if expansion:
                yield Definition(match[1], expansion, match.start(1))
    for match in _EXPANSION_IN_BRACKETS.finditer(text):
        before = _TERM_BEFORE.search(text, max(0, match.start() - 18), match.start())
        if before is not None and is_acronym(before[1]) and fits_exactly(before[1], match[1]):
            yield Definition(before[1], match[1], before.start(1))

    for match in _MEANT.finditer(text):
        if is_acronym(match[1]) and fits_exactly(match[1], match[2]):
            yield Definition(match[1], match[2], match.start(1))


def _find_before(text: str, end: int, term: str) -> str | None:
    """The fewest words before `end` that the letters of `term` fit exactly, the first none that joins others."""
    start = max(text.rfind("\n", 0, end) + 1, end - MAX_BEFORE)
    words = list(_WORD.finditer(text, start, end))[-MAX_WORDS:]
    for word in reversed(words):
        expansion = text[word.start() : end].rstrip()
        is_first = word[0][0].lower() == term[0].lower() and word[0] not in LINKING_WORDS
        if is_first and fits_exactly(term, expansion):
            return expansion
    return None


def find_phrase(term: str, text: str) -> str | None:
    """Capitalised words of `text` that the letters of `term` fit, None where there are none."""
    for match in _PHRASE.finditer(text):
        words = list(_WORD.finditer(match[0]))
        for first, last in _find_windows(words):
            if _is_meant(term, [word[0] for word in words[first : last + 1]]):
                return match[0][words[first].start() : words[last].end()]
    return None


def _is_meant(term: str, words: list[str]) -> bool:
    """Whether `term` can stand for `words`: one letter may come from inside a word, not from the last."""
    content = [word for word in words if word.lower() not in LINKING_WORDS]
    return (
        0 <= len(term) - len(content) <= 1
        and words[0][0] == term[0]
        and words[-1][0].lower() == term[-1].lower()
        and term not in words
        and fits_exactly(term[:-1], " ".join(words[:-1]))
    )


def _find_windows(words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The first and last word of each run of two or more, from one capitalised word to another."""
    content = [index for index, word in enumerate(words) if word[0].lower() not in LINKING_WORDS]
    for first in content:
        yield from ((first, last) for last in content if last > first)
