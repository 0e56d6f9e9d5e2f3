"""Timings that a plan has names for (`Phase 1`), put in the words by which its key explains them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from send_extract.patterns import compile_later

Named = tuple[tuple[str, str], ...]
"""Each name with the words of its timing."""
_JOINTS: Final = compile_later(r"(?:[\s,;&/+]|\b(?:and|then|in|during|within|by)\b)*\Z", re.IGNORECASE)
"""What may stand beside names: anything else says more of them than their key."""
_TERM: Final = compile_later(r"[\s-]*term\Z", re.IGNORECASE)
_SHORTENED: Final = {"phase": "ph(?:ase)?", "year": "y(?:ea)?r?", "stage": "st(?:age)?"}
_WHOLE: Final = {"ph": "phase", "yr": "year", "y": "year", "st": "stage"}
"""Words of names that are written short, and whole again."""
_LETTERS: Final = 2
"""A name of so few letters is one in capitals alone."""


def spell_named(text: str, named: Named) -> str:
    """`text` with the words that `named` gives for each name, where it is nothing but names; else as it is."""
    if not named:
        return text
    pattern, words = _compile(named)
    if not pattern.search(text) or not _JOINTS.match(pattern.sub("", text)):
        return text
    return pattern.sub(lambda match: words[fold_name(match[1])], text)


@lru_cache(maxsize=64)
def _compile(named: Named) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all names, and the words of each."""
    names = sorted((fold_name(name) for name, _ in named), key=len, reverse=True)
    spelt = "|".join(map(_spell_pattern, names))
    return re.compile(rf"(?<!\w)({spelt})(?:[\s-]*[Tt]erm)?(?!\w)"), {
        fold_name(name): words for name, words in named
    }


def _spell_pattern(name: str) -> str:
    parts = re.findall(r"[^\W\d_]+|\d+", name)
    loose = r"\.?\s*".join(_SHORTENED.get(part, re.escape(part)) for part in parts)
    return loose if len(name) <= _LETTERS else f"(?i:{loose})"


def fold_name(name: str) -> str:
    """A name without what does not tell it from another; one of a letter or two keeps its capitals."""
    words = re.findall(r"[^\W\d_]+|\d+", _TERM.sub("", name))
    bare = "".join(words)
    return (
        bare
        if len(bare) <= _LETTERS
        else "".join(_WHOLE.get(word.casefold(), word.casefold()) for word in words)
    )
