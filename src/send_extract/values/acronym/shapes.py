"""Which words look like acronyms: one pattern, and the counting that a pattern cannot do."""

from __future__ import annotations

from typing import Final

from send_extract.patterns import compile_later

MAX_TERM: Final = 16

CANDIDATE: Final = compile_later(
    r"[A-Z](?<![^\W_][A-Z])(?:[a-z]{0,2}[A-Z0-9]|&[A-Z])[A-Za-z0-9]*(?:&[A-Z])?(?![^\W_])"
)
"""A word with a second capital or a digit within its first letters (`DfE`, `SENCos`, `KS2`, `A&E`)."""

_TERM: Final = compile_later(CANDIDATE.pattern + r"\Z")


def is_acronym(word: str) -> bool:
    """Whether `word` is printed as an acronym is: two capitals (or one and figures) and mostly capitals."""
    return len(word) <= MAX_TERM and _TERM.match(word) is not None and has_capitals(word)


def has_capitals(word: str) -> bool:
    """Whether the capitals of `word` outnumber its small letters, a plural's `s` aside."""
    stem = word.removesuffix("s")
    capitals = sum(map(str.isupper, stem))
    small = sum(map(str.islower, stem))
    figures = sum(map(str.isdigit, stem))
    return capitals > small and (capitals > 1 or (capitals == 1 and figures > 0 and len(stem) > 2))


def find_acronyms(text: str) -> list[tuple[str, int]]:
    """Every word of `text` that is printed as an acronym, with its place, in order."""
    return [
        (match[0], match.start())
        for match in CANDIDATE.finditer(text)
        if match.end() - match.start() <= MAX_TERM and has_capitals(match[0])
    ]
