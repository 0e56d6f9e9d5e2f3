"""Tables of phrases, looked up word by word: the longest that fits wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_extract.values.timing.tokens import Token

# The entries that begin with a word: the phrase's words and its value, the longest first.
Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def index_phrases(table: Mapping[str, str] | Iterable[str]) -> Phrases:
    """The entries of `table` by their first word; a phrase without a value has itself."""
    entries = table.items() if isinstance(table, Mapping) else ((phrase, phrase) for phrase in table)
    index: Phrases = {}
    for phrase, value in entries:
        words = tuple(phrase.replace("-", " ").split())
        index.setdefault(words[0], []).append((words, value))
    for found in index.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return index


def match_phrase(phrases: Phrases, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The value of the longest phrase that begins at token `at`, and the index behind it.

    A hyphen between two words counts as the space between them.
    """
    if at >= len(tokens):
        return None
    for words, value in phrases.get(tokens[at].spelling, ()):
        end = _match_words(words, tokens, at) if len(words) > 1 else at + 1
        if end:
            return value, end
    return None


def _match_words(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> int:
    """The index behind `words` where they stand at `at`, else 0."""
    count = len(tokens)
    for place, word in enumerate(words):
        if place and at < count and is_hyphen(tokens, at):
            at += 1
        if at >= count or tokens[at].spelling != word:
            return 0
        at += 1
    return at


def is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Whether token `at` is a dash with no space on either side."""
    return (
        tokens[at].kind == "dash" and tokens[at].gap == 0 and at + 1 < len(tokens) and tokens[at + 1].gap == 0
    )
