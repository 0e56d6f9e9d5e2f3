"""Words as officers type them: slips of the fingers, words cut short, letters that a scanner took for figures."""

from __future__ import annotations

from typing import Final

from send_extract.notation.slips import Slip, find_slip
from send_extract.patterns import compile_later
from send_extract.values.timing import words

_VOWELS: Final = frozenset("aeiou")
_FEWEST: Final = 3
_SHORTEST: Final = 4
_SHORTEST_SUBSTITUTION: Final = 7
# June and July: what has a letter of both is a guess between them.
_TWINS: Final = frozenset(["june", "july"])
# The one short name that is long enough to have its letters swapped.
_SHORT: Final = "sept"
_MEANT: Final = ((*words.MONTH_NAMES, *words.WEEKDAY_NAMES, _SHORT), words.SLIPPED)


def correct_spelling(word: str) -> tuple[str, bool]:
    """The word of timings that is meant by `word`, and whether it was misspelt; `word` itself where none is."""
    whole = expand_word(word)
    if whole != word:
        return whole, False
    meant = find_meant(word)
    return meant or word, bool(meant)


def expand_word(word: str) -> str:
    """The one word of timings that `word` is short for: cut (`acad`), or without its vowels (`mthly`); else itself."""
    if word in words.SHORT or len(word) < _FEWEST or word in words.UNSHORTENED:
        return words.SHORT.get(word, word)
    found = {name for name in words.SHORTENED if _is_short(word, name)}
    # `mth` is short for month, and `mths` for months.
    found -= {f"{name}s" for name in found} | {f"{name}ly" for name in found}
    return found.pop() if len(found) == 1 else word


def _is_short(word: str, name: str) -> bool:
    if word[0] != name[0] or len(word) >= len(name):
        return False
    if name.startswith(word):
        return word not in {"mar", "sep"}
    stem = name.rstrip("aeiou")
    plain = word.removesuffix(name[len(stem) :])
    bones = name[0] + "".join(letter for letter in name[1:] if letter not in _VOWELS)
    is_long = (len(word) >= _SHORTEST or name not in words.MONTH_NAMES) and len(word) * 2 >= len(bones)
    is_within = is_long and word[-1] == name[-1] and _is_within(word, name)
    return not _VOWELS & set(plain[1:]) and (is_within or bones.startswith(word))


def _is_within(word: str, name: str) -> bool:
    """Whether the letters of `word` stand in `name` in their order."""
    letters = iter(name)
    return all(letter in letters for letter in word)


def find_meant(word: str) -> str:
    """The one name of a month or weekday, else the one other word of timings, that `word` is a slip away from.

    A slip is a letter left out, put in or swapped with its neighbour, and in a long name also a wrong letter;
    the first letter is never the wrong one. Empty where there is none or there are two.
    """
    if len(word) < _SHORTEST or word in words.UNSHORTENED:
        return ""
    for names in _MEANT:
        found = [name for name in names if len(name) >= _SHORTEST and _is_one_slip(word, name)]
        if len(found) == 1 and not (found[0] in _TWINS and {"n", "l"} <= set(word)):
            return found[0]
    return ""


def find_month(word: str) -> str:
    """The one month that `word` is one wrong letter away from, its first letter apart; empty where there are two."""
    found = [
        name for name in words.MONTH_NAMES if name[0] == word[:1] and find_slip(word, name) is Slip.CHANGED
    ]
    is_month = len(found) == 1 and len(word) >= _SHORTEST and word not in words.UNSHORTENED
    return found[0] if is_month else ""


def _is_one_slip(word: str, name: str) -> bool:
    if word[0] != name[0] or abs(len(word) - len(name)) > 1:
        return False
    slip = find_slip(word, name)
    if name == _SHORT:
        return slip is Slip.SWAPPED
    return slip is not None and (slip is not Slip.CHANGED or len(name) >= _SHORTEST_SUBSTITUTION)


_MIXED: Final = compile_later(r"(?<![^\W_])(?=[A-Za-z|]*\d)(?=\d*[A-Za-z|])[A-Za-z\d|]{2,9}(?![^\W_])")
_FIGURES: Final = str.maketrans("OolI|", "00111")
_YEAR_FIGURES: Final = str.maketrans("OolI|S", "001115")
_LETTERS: Final = (str.maketrans("015", "ols"), str.maketrans("015", "ois"))
_NAMES: Final = frozenset(words.MONTHS) | frozenset(words.WEEKDAYS)
_DAY: Final = compile_later(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$")
_YEAR: Final = compile_later(r"20[0-4]\d$")


def mend_confused(text: str) -> tuple[str, tuple[int, ...]]:
    """`text` with the figures of dates and the letters of months that were taken for each other put right.

    Every character stays in its place; also where those that changed stand (`3O June`, `Ju1y 2O22`).
    """
    changed: list[int] = []
    letters = list(text)
    for match in _MIXED.finditer(text):
        mended = _mend(match[0])
        if mended != match[0]:
            letters[match.start() : match.end()] = mended
            changed.append(match.start())
    return ("".join(letters), tuple(changed)) if changed else (text, ())


def _mend(word: str) -> str:
    for table in _LETTERS:
        name = word.lower().translate(table)
        if name in _NAMES:
            return name
    year = word.translate(_YEAR_FIGURES)
    if _YEAR.match(year):
        return year
    figures = word.translate(_FIGURES) if any(letter in "OlI|o" for letter in word) else word
    return figures if len(word) > 1 and _DAY.match(figures) else word
