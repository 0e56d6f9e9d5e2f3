"""The words of a text counted before its reader makes anything of them: all of it but the markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from send_extract.account import Tally, count_words, weigh_words
from send_extract.account.tokens import find_words
from send_extract.patterns import compile_later
from send_extract.readers.decoding import decode_text, even_lines
from send_extract.readers.tags import EFFECTS
from send_extract.source import NOWHERE, Location, Source

_HIDDEN = compile_later(r"<!--.*?-->|<(script|style)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_NAMES = "|".join(sorted(EFFECTS, key=len, reverse=True))
_BRACKETS = compile_later(r"<[^<>]*>")
_TAG = compile_later(
    rf"</?(?:{_NAMES}|(?-i:[A-Za-z])\w{{0,3}}:\w+)(?=[\s/>])[^<>]*>|<[!?][^<>]*>", re.IGNORECASE
)


def tally_text(text: str) -> tuple[Tally, ...]:
    """The words of a text; tags of web pages are none, nor is what stands in a comment, a script or a style."""
    if "<" in text:
        text = _drop_tags(_HIDDEN.sub(" ", text))
    return (Tally(count_words((text,))),)


def _drop_tags(text: str) -> str:
    """A text without its tags; each distinct one is looked at once, and what is no tag stays."""
    words = {found for found in set(_BRACKETS.findall(text)) if not _TAG.fullmatch(found)}
    if not words:
        return _BRACKETS.sub(" ", text)
    return _BRACKETS.sub(lambda found: found[0] if found[0] in words else " ", text)


def find_line(source: Source, encoding: str | None, words: Sequence[str]) -> Location:
    """The line of a text in `encoding` that holds most of the words, rare ones above all; none where it is no text."""
    if encoding is None:
        return NOWHERE
    lines = even_lines(decode_text(source.data, source.name).text).split("\n")
    weights = weigh_words(words, [set(find_words(line)) for line in lines])
    return Location(line=weights.index(max(weights)) + 1)
