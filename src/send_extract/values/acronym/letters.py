"""Which words of an expansion a term's letters account for."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.values.acronym.words import GENERIC_ENDINGS, LINKING_WORDS

MAX_LETTERS = 24
MAX_WORDS = 40

UNCOVERED = 100  # a word without a letter weighs more than any number of letters from inside words
IMPOSSIBLE = 1_000_000

_WORD = compile_later(r"[^\W_]+(?:['’][^\W_]+)*")
_LETTER = compile_later(r"[^\W_]")
_END = compile_later(r"[.;:]\s+|\s[–—-]\s+|,?\s+\(|,\s+(?=(?:which|who|that|where)\b)")
"""Where an expansion can end and a definition, or the next sentence, begin."""
_FIGURES = {"to": "2", "too": "2", "two": "2", "for": "4", "four": "4", "one": "1"}
_JOINS = frozenset("-‐‑/")


class Cover(Struct, frozen=True):
    """How a term's letters fit an expansion.

    `fits` says that every letter was found, in order; `expansion` is the part of the words that the letters
    cover; `leading`, `middle` and `trailing` are the words before, between and after that have no letter;
    `gap` is what is printed between the covered words and the trailing ones.
    """

    fits: bool
    expansion: str
    leading: str = ""
    middle: tuple[str, ...] = ()
    trailing: str = ""
    gap: str = ""

    @property
    def is_exact(self) -> bool:
        """Whether every letter has its word and every word its letter."""
        return self.fits and not (self.leading or self.middle or self.trailing)


class _Word(Struct, frozen=True):
    """A word of an expansion: its place, its small letters, and whether it may go without a letter."""

    start: int
    end: int
    letters: str
    is_free: bool
    is_acronym: bool


class _Step(Struct, frozen=True):
    """The cheapest way from here to the end: its cost, and how many letters the word at hand takes."""

    cost: int
    taken: int


_DEAD = _Step(IMPOSSIBLE, 0)


@lru_cache(maxsize=4096)
def cover_letters(term: str, expansion: str) -> Cover:
    """The words of `expansion` that the letters of `term` account for, initials first.

    A plural's `s` may go without a word of its own.
    """
    letters = "".join(_LETTER.findall(term)).lower()[: MAX_LETTERS + 1]
    words = [_sound(word, letters) for word in _find_words(expansion)]
    if len(letters) > MAX_LETTERS or not letters:
        return Cover(fits=False, expansion=expansion)
    taken = _align(letters, words)
    if taken is None and term.endswith("s") and len(letters) > 2:
        taken = _align(letters[:-1], words)
    if taken is None:
        return Cover(fits=False, expansion=expansion)
    return _describe(expansion, words, taken)


def cover_entry(term: str, text: str) -> Cover:
    """The words of an entry that its letters account for; a definition or a sentence after them is none of these."""
    covers = (cover_letters(term, text[: end.start()]) for end in _END.finditer(text))
    return next((cover for cover in covers if cover.is_exact), None) or cover_letters(term, text)


def fits_exactly(term: str, expansion: str) -> bool:
    """Whether the letters of `term` account for all of `expansion`, from its first word to its last."""
    return cover_letters(term, expansion).is_exact


def fits_entry(term: str, text: str) -> bool:
    """Whether the letters of `term` account for all of `text`, up to a definition after them."""
    return cover_entry(term, text).is_exact


def _find_words(expansion: str) -> list[_Word]:
    words: list[_Word] = []
    for match in _WORD.finditer(expansion):
        if len(words) == MAX_WORDS:
            break
        words.append(_read_word(expansion, match.start(), match.end()))
    return words


def _sound(word: _Word, letters: str) -> _Word:
    """A word as the figure that it sounds like, where the term has that (`D2A`)."""
    figure = _FIGURES.get(word.letters, "")
    return replace(word, letters=figure) if figure and figure in letters else word


def _read_word(expansion: str, start: int, end: int) -> _Word:
    printed = expansion[start:end]
    is_joined = start > 0 and expansion[start - 1] in _JOINS
    is_bracketed = expansion.rfind("(", 0, start) > expansion.rfind(")", 0, start)
    letters = printed.lower()
    is_free = is_joined or is_bracketed or letters in LINKING_WORDS
    return _Word(start, end, letters, is_free, printed.isupper())


def _align(letters: str, words: list[_Word]) -> list[int] | None:
    """How many letters each word takes in the cheapest alignment, None where a letter finds no word."""
    size = len(letters)
    table = [[_DEAD] * (size + 1) for _ in range(len(words) + 1)]
    table[-1][size] = _Step(0, 0)
    for index in range(len(words) - 1, -1, -1):
        for position in range(size + 1):
            table[index][position] = _choose(words[index], letters, position, table[index + 1])
    if table[0][0].cost >= IMPOSSIBLE:
        return None
    return _walk(table)


def _walk(table: list[list[_Step]]) -> list[int]:
    taken: list[int] = []
    position = 0
    for row in table[:-1]:
        taken.append(row[position].taken)
        position += taken[-1]
    return taken


def _choose(word: _Word, letters: str, position: int, following: list[_Step]) -> _Step:
    """The cheapest number of letters for `word`, from `position` on."""
    best = _Step(following[position].cost + (0 if word.is_free else UNCOVERED), 0)
    for count in range(1, _reach(word.letters, letters, position) + 1):
        cost = following[position + count].cost + _cost_of(word, count)
        if cost < best.cost:
            best = _Step(cost, count)
    return best


def _cost_of(word: _Word, count: int) -> int:
    is_whole = word.is_acronym and count == len(word.letters)
    return 0 if is_whole else count - 1


def _reach(word: str, letters: str, position: int) -> int:
    """How many letters from `position` on stand in `word` in order, its first among them."""
    if position == len(letters) or word[0] != letters[position]:
        return 0
    count, place = 0, 0
    while position + count < len(letters):
        place = word.find(letters[position + count], place) + 1
        if not place:
            break
        count += 1
    return count


def _describe(expansion: str, words: list[_Word], taken: list[int]) -> Cover:
    covered = [index for index, count in enumerate(taken) if count]
    first, last = covered[0], covered[-1]
    last = _extend(expansion, words, last)
    middle = tuple(
        expansion[word.start : word.end]
        for word, count in zip(words[first:last], taken[first:last], strict=True)
        if not count and not word.is_free
    )
    end = _close_bracket(expansion, words[first].start, words[last].end)
    leading = expansion[: words[first].start].strip() if _has_content(words[:first]) else ""
    trailing = expansion[words[last + 1].start :].strip() if _has_content(words[last + 1 :]) else ""
    gap = expansion[end : words[last + 1].start] if trailing else ""
    return Cover(
        fits=True, expansion=expansion[words[first].start : end], leading=leading, middle=middle,
        trailing=trailing, gap=gap,
    )  # fmt: skip


def _extend(expansion: str, words: list[_Word], last: int) -> int:
    """The expansion's last word: joined parts (`Co-ordinator`) and one noun of kind (`Board`) go with it."""
    while last + 1 < len(words) and expansion[words[last].end : words[last + 1].start] in _JOINS:
        last += 1
    rest = [word for word in words[last + 1 :] if word.letters not in LINKING_WORDS]
    is_kind = len(rest) == 1 and rest[0] == words[-1] and rest[0].letters in GENERIC_ENDINGS
    between = expansion[words[last].end : words[-1].start]
    return len(words) - 1 if is_kind and between.replace(" ", "a").isalpha() else last


def _close_bracket(expansion: str, start: int, end: int) -> int:
    """`end`, moved past a bracket that the words before it open."""
    is_open = expansion.count("(", start, end) > expansion.count(")", start, end)
    return end + 1 if is_open and expansion[end : end + 1] == ")" else end


def _has_content(words: list[_Word]) -> bool:
    return any(word.letters not in LINKING_WORDS for word in words)
