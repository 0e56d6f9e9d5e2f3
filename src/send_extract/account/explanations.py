"""Words that a plan says in another way than the source prints them: once for many, whole, as a date, as a count."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from send_extract.account.tokens import find_words
from send_extract.notation.nouns import ASKED, is_asked
from send_extract.patterns import compile_later
from send_extract.values.acronym.titles import is_title

_MARK = compile_later(r"\d{1,2}|[A-Za-z]|[ivxIVX]{1,5}")
"""A word that can be an item's mark: its number or letter, a tick, the ring that stands for a bullet."""
_FIGURES = compile_later(r"(\d{1,4})(?:st|nd|rd|th)?")
_AROUND_DATES = ("on", "of", "at", "dated", "date", "as", "the")
_LONGEST = 80
"""Letters of the longest word that is looked at for the pieces into which a column or a tag broke it."""


def drop_repeats(left: Counter[str], wordings: Iterable[str], part: float) -> Counter[str]:
    """The words that are left without each wording as often as that `part` of it is there, the longest first.

    Less than all is there where common words stand elsewhere in the plan once more than in the source.
    """
    left = left.copy()
    counted = (Counter(find_words(wording)) for wording in dict.fromkeys(wordings))
    found = [words for words in counted if any(left[word] for word in words)]
    for words in sorted(found, key=Counter.total, reverse=True):
        there = words & left
        while there and there.total() >= part * words.total():
            left.subtract(there)
            there &= left
    return +left


def drop_pieces(left: Counter[str], surplus: Counter[str]) -> Counter[str]:
    """The words that are left without those that make a word together which the plan has beyond the source's."""
    left = left.copy()
    for word in sorted(surplus, key=len, reverse=True) if left else ():
        for _ in range(surplus[word]):
            pieces = _cut(word, left)
            if not pieces:
                break
            left.subtract(pieces)
    return +left


def _cut(word: str, pieces: Counter[str]) -> list[str]:
    """The fewest of `pieces` that make `word` together, none where there are none."""
    ways: list[list[str]] = [[]] * (len(word) + 1)
    for end in range(1, len(word) + 1 if len(word) <= _LONGEST else 0):
        found = (
            [*ways[start], piece]
            for start in range(end)
            if (start == 0 or ways[start]) and pieces[piece := word[start:end]] > ways[start].count(piece)
        )
        ways[end] = min(found, key=len, default=[])
    return ways[-1]


def drop_date(left: Counter[str], date: dt.date | None) -> Counter[str]:
    """The words that are left without those that print the draft's own day, which a plan gives as a date."""
    if date is None:
        return left
    spelt = {f"{date:%B}", f"{date:%b}", f"{date:%b}".replace("Sep", "Sept"), f"{date:%A}", f"{date:%a}"}
    named = {*map(str.lower, spelt), *_AROUND_DATES}
    figures = {date.day, date.month, date.year, date.year % 100}

    def prints(word: str) -> bool:
        match = _FIGURES.fullmatch(word)
        return int(match[1]) in figures if match else word.lower() in named

    return left - Counter(filter(prints, left))


def drop_names(left: Counter[str], numbers: int, *, has_glossary: bool) -> Counter[str]:
    """The words that are left without what only names a number (`Recommendation 3`), or the glossary."""
    named = {word: numbers for word in left if is_asked(word.lower())} | (
        {word: 1 for word in left if is_title(word)} if has_glossary else {}
    )
    left = left - Counter(named)
    for noun in ASKED if left else ():
        phrase = [word for word in (noun.capitalize().split()) if " " in noun]
        times = min((left[word] for word in phrase), default=0)
        left -= Counter({word: min(times, numbers) for word in phrase})
    return left


def drop_marks(left: Counter[str], items: int) -> Counter[str]:
    """The words that are left without the marks before so many items, which a plan counts itself."""
    marks = Counter({word: count for word, count in left.items() if _MARK.fullmatch(word)})
    return left - marks if marks.total() <= items else left
