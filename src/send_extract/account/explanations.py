"""Words that a plan says in another way than the source prints them: once for many, whole, as a date, as a count."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from send_extract.account.tokens import find_words
from send_extract.headings import find_field
from send_extract.notation.furniture import is_contents_line, is_marking, says_page
from send_extract.notation.nouns import AIMS, ASKED, THEMES
from send_extract.patterns import compile_later
from send_extract.plan import Plan
from send_extract.values.acronym.titles import is_title

_MARK = compile_later(r"\d{1,2}|[A-Za-z]|[ivxIVX]{1,5}")
"""A word that can be an item's mark: its number or letter, a tick, the ring that stands for a bullet."""
_FIGURES = compile_later(r"(\d{1,4})(?:st|nd|rd|th)?")
_AROUND_DATES = ("on", "of", "at", "dated", "date", "as", "the")
_NOUNS = (*ASKED, *AIMS, *THEMES)
_NAMES = frozenset((*_NOUNS, "no", "ref", "reference", "number", "action", "cont", "contd", "continued"))
"""What stands beside a number, and says nothing else."""
_FIELDS = ("section", "notes", "status", "progress", "priority", "cost")
_BROKEN = compile_later(r"[^\W_]+(?:\t+[^\W_]+)+")
"""Words with nothing between them but what stands for tags."""
_PASSAGES = compile_later(r"\n(?! {4,}[a-z])|[\t|;,]")
"""What parts passages: a line that is set in and begins in small letters goes on from the one above."""
_MOST_IN_HEADING = 8
"""Words of a column's name; more are a sentence that has one in it."""
_FEWEST = 2
"""A wording of no more blanks around its words is one word, and stands inside many a passage by chance."""
_NO_WAY = (1_000_000, 0)
_LONGEST = 5_000
"""Letters of the longest word that is looked at for the pieces into which a column or a tag broke it."""


class Mended(NamedTuple):
    """Texts in which some words are whole that a tag breaks; those words, and their pieces."""

    texts: list[str]
    words: Counter[str]
    pieces: Counter[str]


def join_broken(lost: Container[str], texts: Iterable[str], said: Container[str]) -> Mended:
    """Texts with such words whole as have a piece that is lost.

    Where tabs part cells as well as stand for tags, two pieces alone are joined, if the plan has `said` their word.
    """
    pieces: Counter[str] = Counter()
    words: Counter[str] = Counter()

    def join(found: re.Match[str]) -> str:
        parts = found[0].split()
        if not any(part in lost for part in parts):
            return found[0]
        start, end = _find_broken(parts, lost, said)
        pieces.update(parts[start:end])
        words["".join(parts[start:end])] += 1
        return "\t".join((*parts[:start], "".join(parts[start:end]), *parts[end:]))

    return Mended([_BROKEN.sub(join, text) for text in texts], words, pieces)


def _find_broken(parts: Sequence[str], lost: Container[str], said: Container[str]) -> tuple[int, int]:
    """Where two pieces are that make a word which is `said`, one of them lost; else all of them are one word's."""
    pairs = (
        (place, place + 2)
        for place, pair in enumerate(pairwise(parts))
        if any(part in lost for part in pair) and "".join(pair) in said
    )
    return next(pairs, (0, len(parts)))


def drop_repeats(left: Counter[str], wordings: Iterable[str]) -> Counter[str]:
    """The words that are left without each wording as often as all of it is there, the longest first."""
    left = left.copy()
    counted = (Counter(find_words(wording)) for wording in dict.fromkeys(wordings))
    found = [words for words in counted if words and words <= left]
    for words in sorted(found, key=Counter.total, reverse=True):
        times = min(left[word] // count for word, count in words.items())
        left.subtract({word: times * count for word, count in words.items()})
    return +left


def drop_said(left: Counter[str], texts: Iterable[str], wordings: Iterable[str]) -> Counter[str]:
    """The words that are left without those of passages of the source that a wording says, or that say a wording.

    Common words of a passage that is printed twice may stand elsewhere in the plan once more than in the source, so
    that a part of it alone is left.
    """
    left = left.copy()
    spelt = map(find_words, dict.fromkeys(wordings))
    said = [_spell(words) for words in spelt if not left.keys().isdisjoint(words)]
    whole = "\n".join(("", *said, ""))
    for _, words in _find_passages(left, texts):
        _take(left, _find_said(words, said, whole))
    return left


def drop_furniture(left: Counter[str], texts: Iterable[str], fields: Container[str]) -> Counter[str]:
    """The words that are left without what a page prints around its words, and other names of columns of `fields`."""
    left = left.copy()
    for passage, words in _find_passages(left, texts):
        if (
            says_page(passage)
            or is_marking(passage)
            or is_contents_line(passage)
            or (len(words) <= _MOST_IN_HEADING and find_field(passage) in fields)
        ):
            _take(left, words)
    return left


def _find_passages(left: Counter[str], texts: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The passages of a source that have any of the words that are left, each with all its words."""
    for passage in chain.from_iterable(map(_PASSAGES.split, texts)):
        words = find_words(passage)
        if not left.keys().isdisjoint(words):
            yield passage, words


def _find_said(words: list[str], said: Iterable[str], whole: str) -> list[str]:
    """The words of a passage that are `said`, each wording spelt and all of them in `whole`."""
    spelling = _spell(words)
    if (spelling if len(words) > 1 else f"\n{spelling}\n") in whole:
        return words
    return " ".join(each for each in said if each in spelling and each.count(" ") > _FEWEST).split()


def _spell(words: Iterable[str]) -> str:
    """Words with one blank around each."""
    return f" {' '.join(words)} "


def _take(left: Counter[str], words: Iterable[str]) -> None:
    """Takes words out of those that are left, each once."""
    for word in words:
        if left[word] > 1:
            left[word] -= 1
        else:
            del left[word]


def drop_pieces(left: Counter[str], surplus: Counter[str], source: Counter[str]) -> Counter[str]:
    """The words that are left without those that the plan has in pieces, or as pieces of a word beyond the source's."""
    left, ends = left.copy(), tuple(left)
    for word in (each for each in surplus if each.startswith(ends) or each.endswith(ends)):
        for _ in range(surplus[word]):
            pieces = _cut(word, left) or _cut(word, source)
            if left.keys().isdisjoint(pieces):
                break
            _take(left, pieces)
    return Counter({word: count for word, count in left.items() if not _cut(word, surplus)})


def drop_parted(left: Counter[str], said: Iterable[str]) -> Counter[str]:
    """The words that are left without those that are, all of them, the pieces of a word that the plan has anyhow."""
    left, begins = left.copy(), tuple(left)
    for word in said if left else ():
        if word.startswith(begins):
            _take(left, _cut(word, left))
    return left


def drop_letters(left: Counter[str], surplus: Counter[str]) -> Counter[str]:
    """The words that are left, none where the plan has all their letters in other words: drawn over one another."""
    return left if Counter("".join(left.elements())) - Counter("".join(surplus.elements())) else Counter()


def _cut(word: str, pieces: Counter[str]) -> list[str]:
    """The fewest of `pieces` (two at least) that make `word` together, none where there are none."""
    if len(word) > _LONGEST:
        return []
    lengths = sorted({len(piece) for piece in pieces})
    ways = [_NO_WAY] * (len(word) + 1)
    ways[0] = (0, 0)
    for end in range(1, len(word) + 1):
        for length in lengths[: bisect_right(lengths, min(end, len(word) - 1))]:
            if word[end - length : end] in pieces:
                ways[end] = min(ways[end], (ways[end - length][0] + 1, length))
    return _follow(word, ways) if ways[-1] < _NO_WAY else []


def _follow(word: str, ways: Sequence[tuple[int, int]]) -> list[str]:
    """The pieces of a word: each place knows how many there are to it, and how long the last of them is."""
    pieces, end = [], len(word)
    while end:
        pieces.append(word[end - ways[end][1] : end])
        end -= ways[end][1]
    return pieces


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

    return Counter({word: count for word, count in left.items() if not prints(word)})


def drop_names(left: Counter[str], plan: Plan) -> Counter[str]:
    """The words that are left without what only names a number (`Recommendation 3`), a field, or the glossary."""
    left = left - Counter({word: _count_uses(word, plan) for word in left})
    for phrase in (noun.capitalize().split() for noun in _NOUNS if " " in noun):
        times = min(len(plan.recommendations), *(left[word] for word in phrase))
        left = left - Counter(dict.fromkeys(phrase, times))
    return left


def _count_uses(word: str, plan: Plan) -> int:
    """How often a word may name something that a plan has."""
    named = word.lower()
    if named in _NAMES or named.removesuffix("s") in _NAMES:
        return len(plan.recommendations)
    if named in _FIELDS:
        return sum(1 for record in plan.recommendations if getattr(record, named))
    return int(bool(plan.glossary) and is_title(word))


def drop_marks(left: Counter[str], items: int) -> Counter[str]:
    """The words that are left without the marks before so many items, which a plan counts itself."""
    marks = Counter({word: count for word, count in left.items() if _is_mark(word, items)})
    return left - marks if marks.total() <= items else left


def _is_mark(word: str, items: int) -> bool:
    """Whether a word can be an item's mark; of three figures where there are so many items."""
    return _MARK.fullmatch(word) is not None or (
        word.isdecimal() and len(word) == len("100") and int(word) <= items
    )
