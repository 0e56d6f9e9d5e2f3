"""The normal form of words: what two wordings have in common when they differ in typing alone.

White space, quotes, dashes, entities, `&` for *and* and the spelling of months are typing (design, "Diff
contract"); capitals, punctuation and every other character are words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from send_extract.notation.entities import decode_entities
from send_extract.patterns import compile_later

QUOTES = "\"'`´‘’‚‛“”„‟‹›«»′″‵‶"  # noqa: RUF001 - they are what it is about
DASHES = "-‐‑‒–—―−﹘﹣"  # noqa: RUF001 - they are what it is about
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

_TYPING = str.maketrans(
    dict.fromkeys(QUOTES, "'")
    | dict.fromkeys(DASHES, "-")
    | dict.fromkeys(UNSEEN, "")
    | {"&": " and ", "\u00a0": " "}
)
_MONTHS = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
    "aug": "august", "sep": "september", "sept": "september", "oct": "october", "nov": "november",
    "dec": "december",
}  # fmt: skip
_MONTH = compile_later(
    r"(?<![^\W\d_])(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![^\W\d_])\.?", re.IGNORECASE
)
_FULL_MONTH = compile_later(
    r"(?<![^\W\d_])(january|february|march|april|may|june|july|august|september|october|november|december)(?![^\W\d_])",
    re.IGNORECASE,
)
_LIKE_MONTH = compile_later("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
"""What a text in small letters has that names a month: most have none, and that is seen in a fifth of the time."""
_REPEATED = compile_later(r"(['-])(?:\s*\1)+")
_FIRM_SPACE = compile_later(r"(?<=\d) (?=\d)")
_WORD = compile_later(r"[^\W_]+(?:'[^\W_]+)*")

CACHED = 1 << 16
"""How many texts keep their normal form: a diff asks for each several times."""


@lru_cache(maxsize=CACHED)
def normalise_words(text: str) -> str:
    """`text` in normal form for people: single spaces, straight quotes and dashes, `and`, months in full."""
    text = decode_entities(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = " ".join(text.translate(_TYPING).split())
    if "'" in text or "-" in text:
        text = _REPEATED.sub(r"\1", text)
    return _spell_months(text) if _LIKE_MONTH.search(text.lower()) else text


def _spell_months(text: str) -> str:
    """`text` with its months in full and with a capital."""
    text = _MONTH.sub(lambda match: _MONTHS[match[1].lower()].capitalize(), text)
    return _FULL_MONTH.sub(_capitalise, text)


def _capitalise(match: re.Match[str]) -> str:
    """A month's name in capitals as it is in a sentence; `may` is left alone, for it is a verb as well."""
    return match[0] if match[0] == "may" else match[0].capitalize()


@lru_cache(maxsize=CACHED)
def find_key(text: str) -> str:
    """What two texts share exactly when they differ in typing alone.

    The normal form without its spaces, except between digits: a converter loses and adds them at will.
    """
    return " ".join([part.replace(" ", "") for part in _FIRM_SPACE.split(normalise_words(text))])


def is_same_wording(old: str, new: str) -> bool:
    """Whether two texts differ in typing alone, or not at all."""
    return old == new or find_key(old) == find_key(new)


def find_words(text: str) -> list[str]:
    """The words of `text` in small letters and normal form, in order, punctuation left out."""
    return _WORD.findall(normalise_words(text).lower())
