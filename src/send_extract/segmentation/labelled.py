"""Timings that name their actions (`Audit: Nov; Policy: May`): each to the one whose words its label has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from send_extract.values.stems import FUNCTION_WORDS, find_stems
from send_extract.values.timing.tokens import tokenise

_NAMING = frozenset(["word", "body", "event", "thing"])


def order_parts(parts: Sequence[str], actions: Sequence[str]) -> tuple[str, ...]:
    """A cell's parts in the order of `actions`, where the label of each names another one of them; else as they are."""
    named = list(_find_named(parts, list(map(find_stems, actions))))
    if sorted(named) != [*range(len(actions))]:
        return tuple(parts)
    return tuple(parts[named.index(place)] for place in range(len(actions)))


def _find_named(parts: Sequence[str], actions: Sequence[frozenset[str]]) -> Iterator[int]:
    """For each part the one action that has a word of its label; -1 where none has, or several."""
    for part in parts:
        label = _find_label(part)
        places = [place for place, words in enumerate(actions) if label & words]
        yield places[0] if len(places) == 1 else -1


def _find_label(part: str) -> frozenset[str]:
    """The stems of the words before a timing that name something, and are none of its own."""
    words = takewhile(lambda token: token.kind == "word", tokenise(part))
    naming = (token.text for token in words if not _NAMING.isdisjoint(token.senses))
    return find_stems(" ".join(naming)) - FUNCTION_WORDS
