"""Words counted: a word is a run of letters and figures, whatever stands around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from unicodedata import normalize

from msgspec import Struct

from send_extract.notation.entities import decode_entities
from send_extract.notation.mojibake import mend_encoding
from send_extract.notation.unseen import drop_unseen
from send_extract.patterns import compile_later
from send_extract.source import NOWHERE, Location

_WORD = compile_later(r"[^\W_]+")
_BLANK = compile_later(r"\s")
_BATCH, _PIECE = 1024, 1 << 16
"""Texts, and characters of them, whose words are counted at a time."""
_HALF = compile_later(r"(?<=[^\W_])Â(?!\w)")
"""What a wrong encoding makes of a space that does not break, its other half a plain space, where runs part."""
_TAG = compile_later(r"</?[A-Za-z][A-Za-z0-9]*/?>")
"""A tag that was escaped, so that it stood in the text."""


class Tally(Struct, frozen=True):
    """How often each word stands in a part of a source: a page, a sheet, a table, or all of it.

    `text` is what was counted, lines and tabs where its words part; empty where the source itself is that.
    """

    words: dict[str, int]
    location: Location = NOWHERE
    text: str = ""


def tally_part(text: str, location: Location = NOWHERE) -> Tally:
    """The tally of a part of a source."""
    return Tally(count_words((text,)), location, text)


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in `texts`.

    Each run without blanks is looked at once, however often it stands there.
    """
    words: Counter[str] = Counter()
    for run, count in count_runs(texts).items():
        if run.isascii() and run.isalnum():
            words[run] = words.get(run, 0) + count
        else:
            for word in find_words(run):
                words[word] = words.get(word, 0) + count
    return words


def count_runs(texts: Iterable[str]) -> Counter[str]:
    """How often each run without blanks stands in `texts`; a text that is there again is not looked at again."""
    times = Counter(texts)
    runs: Counter[str] = Counter()
    for piece in _divide(times):
        runs.update(piece.split())
    for text, count in times.items():
        if count > 1:
            for run in text.split():
                runs[run] += count - 1
    return runs


def _divide(texts: Iterable[str]) -> Iterator[str]:
    """`texts` in pieces, cut and joined at blanks: the words of a large one are never all held at once."""
    waiting = iter(texts)
    while batch := [*islice(waiting, _BATCH)]:
        text, start = "\n".join(batch), 0
        while len(text) - start > _PIECE:
            blank = _BLANK.search(text, start + _PIECE)
            end = blank.start() if blank else len(text)
            yield text[start:end]
            start = end
        yield text[start:]


def find_words(text: str) -> list[str]:
    """The words of `text` in order; entities, characters that print nothing and wrong encodings as people see them."""
    if "&" in text:
        text = _TAG.sub(" ", decode_entities(text))
    if not text.isascii():
        text = normalize("NFKC", _HALF.sub(" ", mend_encoding(drop_unseen(text).text)))
    return _WORD.findall(text)
