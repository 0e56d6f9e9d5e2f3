"""The words of a timing as tokens: one pass over the text, linear in its length."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from send_extract.patterns import compile_later
from send_extract.values.timing.spelling import correct_name, correct_word
from send_extract.values.timing.words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable

ONE_SPACE: Final = 1
WIDE_SPACE: Final = 2
NEW_LINE: Final = 3

Value = str | int | tuple[int, ...]


class Token(NamedTuple):
    """One word, number or mark.

    `kind` is `word`, `month`, `weekday`, `weekdays` (Mondays), `number`, `ordinal`, `year`, `short_year`,
    `years` (2022/23), `date`, `day_month`, `month_year`, `clock`, `quarter`, `half`, `half_term`, or the
    mark's own name (`dash`, `slash`, `comma`, `and`, `or`, `semicolon`, `colon`, `dot`, `open`, `close`,
    `other`). `value` is a number, a tuple of numbers or the word in small letters; `gap` the white space
    before it: 0 none, 1 a space, 2 wider, 3 a line break; `spelling` is the word as phrases have it.
    """

    kind: str
    value: Value
    text: str
    start: int
    end: int
    gap: int
    spelling: str
    misspelt: bool = False

    @property
    def number(self) -> int:
        """The value of a token that counts something."""
        return self.value if isinstance(self.value, int) else 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """The value of a token that holds several numbers."""
        return self.value if isinstance(self.value, tuple) else ()


# `2022-31 March` is the end of one day and the beginning of another, not a pair of years.
_NAME = r"st|nd|rd|th|" + "|".join(sorted({name[:3] for name in MONTHS}))
_NUMERIC = r"""
      (?P<spaced>\d\d\ \d\d\ (?:19|20)\d\d)(?!\d)
    | (?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-\d\d)(?:[t\ ]\d\d:\d\d(?::\d\d)?z?)?(?!\d)
    | (?P<date>\d{1,2}\ ?(?P<mark>[/.-])\ ?\d{1,2}\ ?(?P=mark)\ ?(?:\d{4}|\d\d))(?![\d/])
    | (?P<years>(?:19|20)\d\d
        (?:\ ?/\ ?|[\u2010-\u2014-](?!\d\d\ ?(?:NAME|/\d))|\ ?[\u2010-\u2014-]\ ?(?=\d{4}))
        (?:(?:19|20)\d\d|\d\d))(?![\d/]|-\d)
    | (?P<school_year>(?:19|20)\d\d/\d)(?![\d/])
    | (?P<short_years>\d\d/\ ?\d\d|\d{1,2}/\d{1,2}(?!\ ?(?:NAME)))(?![\d/])
    | (?P<month_year>(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d)(?![\d/])
    | (?P<year>(?:19|20)\d\d)(?!\d)
    | (?P<short_year>['\u2018\u2019`]\d\d)(?!\d)
    | (?P<ordinal>\d{1,2}\ ?(?:st|nd|rd|th))\b
    | (?P<clock>\d{1,2}:\d\d(?:\ ?[ap]m\b)?|\d{1,2}(?:\.\d\d)?\ ?[ap]m\b)
    | (?P<number>\d+)
""".replace("NAME", _NAME)
_WORDED = r"""
      (?P<quarter>(?:q|qtr|quarter)\.?\ ?[1-4])(?!\w)
    | (?P<half_term>(?:ht|half[\ -]term)\ ?[1-6])(?!\w)
    | (?P<half>h[12])(?!\w)
    | (?P<week>(?:wk?\ ?/\ ?[cbe]|w\.[cb]|wc|wb)\b\.?)
    | (?P<noon>(?:noon|midnight)\b)
    | (?P<dotted>(?:[a-z]\.){2,}(?:[a-z]\b)?)
    | (?P<not_applicable>n/a\b)
    | (?P<half_sign>\u00bd)
    | (?P<word>[^\W\d_]+(?:['\u2019][^\W\d_]+)*)
"""
_MARKS_OF_TEXT = r"""
      (?P<dash>[\u2010-\u2015\u2212\u00ad-]+>?|\u2192)
    | (?P<slash>/)
    | (?P<comma>,)
    | (?P<and>[&+])
    | (?P<semicolon>;)
    | (?P<colon>:)
    | (?P<dot>\.)
    | (?P<open>[(\[])
    | (?P<close>[)\]])
    | (?P<tilde>~)
    | (?P<other>\S)
"""
_TOKEN = compile_later(
    rf"(?=[\d'\u2018\u2019`])(?:{_NUMERIC}) | (?=\w)(?:{_WORDED}) | {_MARKS_OF_TEXT}", re.VERBOSE
)
_DIGITS = compile_later(r"\d+")
_MARKS = frozenset(["dash", "slash", "comma", "and", "semicolon", "colon", "dot", "open", "close", "other"])


def tokenise(text: str) -> tuple[Token, ...]:
    """Every token of `text`, in order; nothing but white space is left out."""
    # Small letters, each in its place; a letter that would become two leaves the text as it is.
    small = text.lower()
    small = small if len(small) == len(text) else text
    tokens = []
    end = 0
    for match in _TOKEN.finditer(small):
        # The group that matched last is the token's own: the mark inside a date closes before it.
        group = match.lastgroup or "other"
        start = match.start()
        gap = 0 if start == end else _gap(text[end:start])
        end = match.end()
        word = small[start:end]
        kind, value, misspelt = (group, word, False) if group in _MARKS else _READERS[group](word)
        spelling = value if kind == "word" and isinstance(value, str) else word
        tokens.append(Token(kind, value, text[start:end], start, end, gap, spelling, misspelt))
    return tuple(tokens)


def _gap(space: str) -> int:
    if "\n" in space or "\r" in space:
        return NEW_LINE
    return ONE_SPACE if len(space) == 1 else WIDE_SPACE


Reading = tuple[str, Value, bool]


def _read_word(text: str) -> Reading:
    if text in MONTHS:
        return "month", MONTHS[text], False
    if text in WEEKDAYS:
        return "weekday", WEEKDAYS[text], False
    if text in {"and", "or"}:
        return text, text, False
    if text == "plus":
        return "and", text, False
    return _read_other_word(text.replace("\u2019", "'"))


@lru_cache(maxsize=4096)
def _read_other_word(word: str) -> Reading:
    if word.endswith("days") and word[:-1] in WEEKDAYS:
        return "weekdays", WEEKDAYS[word[:-1]], False
    kind, number = correct_name(word)
    if kind:
        return kind, number, True
    corrected = correct_word(word)
    return "word", corrected or word, bool(corrected)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(digits) for digits in _DIGITS.findall(text))


def _read_iso(text: str) -> Reading:
    year, month, day = _numbers(text)[:3]
    return "date", (day, month, year), False


def _read_years(text: str) -> Reading:
    """The years of `2022/23`, and how they are written: 0 slash, 1 dash and two digits, 2 dash and four."""
    first, second = _numbers(text)
    full = second > 99  # noqa: PLR2004 - the largest number of two digits
    style = 0 if "/" in text else 2 if full else 1
    return "years", (first, second if full else first - first % 100 + second, style), False


def _read_school_year(text: str) -> Reading:
    """`2003/4`."""
    first, second = _numbers(text)
    return "years", (first, first - first % 10 + second + 10 * (second < first % 10), 0), False


def _read_short_years(text: str) -> Reading:
    """`22/23`, told from the day and month `14/03` by its neighbouring numbers; style 3."""
    first, second = _numbers(text)
    if second == (first + 1) % 100 and first > 12:  # noqa: PLR2004 - beyond the months
        return "years", (2000 + first, 2001 + first, 3), False
    return "day_month", (first, second), False


def _counted(kind: str) -> Callable[[str], Reading]:
    def read(text: str) -> Reading:
        return kind, int(_DIGITS.findall(text)[-1]), False

    return read


def _several(kind: str) -> Callable[[str], Reading]:
    def read(text: str) -> Reading:
        return kind, _numbers(text), False

    return read


def _worded(word: str) -> Callable[[str], Reading]:
    def read(_text: str) -> Reading:
        return "word", word, False

    return read


_READERS: dict[str, Callable[[str], Reading]] = {
    "word": _read_word,
    "iso": _read_iso,
    "years": _read_years,
    "short_years": _read_short_years,
    "date": _several("date"),
    "spaced": _several("date"),
    "school_year": _read_school_year,
    "month_year": _several("month_year"),
    "clock": lambda text: ("clock", text, False),
    "noon": lambda text: ("clock", text, False),
    "week": lambda text: ("week", "ending" if "e" in text else "commencing", False),
    "dotted": lambda text: ("word", text.replace(".", ""), False),
    "not_applicable": _worded("na"),
    "half_sign": _worded("half"),
    "tilde": _worded("about"),
} | {
    kind: _counted(kind)
    for kind in ("year", "short_year", "ordinal", "number", "quarter", "half_term", "half")
}
