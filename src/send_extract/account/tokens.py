"""Words counted: a word is a run of letters and figures, whatever stands around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from html import unescape
from unicodedata import normalize

from msgspec import Struct

from send_extract.notation.mojibake import mend_encoding
from send_extract.notation.unseen import drop_unseen
from send_extract.patterns import compile_later
from send_extract.source import NOWHERE, Location

_WORD = compile_later(r"[^\W_]+")
_BLANK = compile_later(r"\s")
_PIECE = 1 << 16
"""Characters whose words are counted at a time."""
_TAG = compile_later(r"</?[A-Za-z][A-Za-z0-9]*/?>")
"""A tag that was escaped, so that it stood in the text."""


class Tally(Struct, frozen=True):
    """How often each word stands in a part of a source: a page, a sheet, a table, or all of it."""

    words: dict[str, int]
    location: Location = NOWHERE


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in `texts`.

    Each run without blanks is looked at once, however often it stands there.
    """
    runs: Counter[str] = Counter()
    for piece in _divide(texts):
        runs.update(piece.split())
    words: Counter[str] = Counter()
    for run, count in runs.items():
        if run.isascii() and run.isalnum():
            words[run] += count
        else:
            for word in find_words(run):
                words[word] += count
    return words


def _divide(texts: Iterable[str]) -> Iterator[str]:
    """`texts` in pieces, cut and joined at blanks: the words of a large one are never all held at once."""
    waiting: list[str] = []
    size = 0
    for text in texts:
        start = 0
        while len(text) - start > _PIECE:
            blank = _BLANK.search(text, start + _PIECE)
            end = blank.start() if blank else len(text)
            yield text[start:end]
            start = end
        waiting.append(text[start:] if start else text)
        size += len(text) - start
        if size > _PIECE:
            yield "\n".join(waiting)
            waiting, size = [], 0
    yield "\n".join(waiting)


def find_words(text: str) -> list[str]:
    """The words of `text` in order; entities, characters that print nothing and wrong encodings as people see them."""
    if "&" in text:
        text = _TAG.sub(" ", unescape(unescape(text)))
    if not text.isascii():
        text = normalize("NFKC", mend_encoding(drop_unseen(text).text))
    return _WORD.findall(text)


def weigh_words(words: Iterable[str], parts: Sequence[Container[str]]) -> list[float]:
    """How much each of `parts` has of `words`: one that stands in few of them counts more."""
    weights = [0.0] * len(parts)
    for word in words:
        places = [place for place, part in enumerate(parts) if word in part]
        for place in places:
            weights[place] += 1 / len(places)
    return weights
