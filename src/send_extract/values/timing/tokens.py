"""The words of a timing as tokens: one pass over the text, linear in its length."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.values.timing.calendar import MONTHS_A_YEAR
from send_extract.values.timing.lexicon import (
    ALPHABET,
    KNOWN_WORDS,
    LONGER,
    UNKNOWN,
    Longer,
    Senses,
    SpeltItem,
    sense_token,
)
from send_extract.values.timing.scanning import TOKEN
from send_extract.values.timing.spelling import correct_spelling, find_month, mend_confused
from send_extract.values.timing.words import MONTH_NAMES, MONTHS, WEEKDAYS

ONE_SPACE: Final = 1
WIDE_SPACE: Final = 2
NEW_LINE: Final = 3
_PIVOT: Final = 100

Value = str | int | tuple[int, ...] | tuple[int, str]


class Token(SpeltItem, frozen=True, gc=False):
    """One word, number or mark, which is an item of its own.

    `kind` is `word`, `month`, `weekday`, `weekdays` (Mondays), `number`, `ordinal`, `year`, `short_year`,
    `years` (2022/23), `date`, `day_month`, `month_year`, `clock`, `quarter`, `half`, `half_term`, or the
    mark's own name. `value` is a number, several or the word in small letters, put right where it was
    `misspelt`; `longer` what phrases that it begins go on with. `text` stands from character `begin` up
    to `stop`; `gap` is the white space before it: 0 none, 1 a space, 2 wider, 3 a line break.
    """

    kind: str
    value: Value
    misspelt: bool
    longer: Longer | None
    text: str
    begin: int
    stop: int
    gap: int


# What is known of a token wherever it stands: these fields, and whether it may be one with the word before it.
Known = tuple[str, Senses, str, Value, bool, Longer | None, bool]
_KNOWN_FIELDS: Final = ("letter", "senses", "kind", "value", "misspelt", "longer")


_DIGITS = compile_later(r"\d+")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), " ")
_WHOLE_MONTHS = frozenset(MONTH_NAMES)
_MONTH_ENDS = frozenset(name[cut:] for name in MONTH_NAMES for cut in range(1, len(name)))
_MOST_KEPT: Final = 8192
# What is known of words by the group that they matched: what stands behind decides whether `1/2` is a half or a date.
_KEPT: dict[str | None, dict[str, Known]] = defaultdict(dict)
_YEARS: Final = frozenset(["year", "short_year"])
_WORDY: Final = frozenset(["word", "and", "or", "ordinal"])
# A word and a number with nothing between may be one, in which a scanner confused letters and figures.
_MIXED: Final = frozenset(["word", "number", "silent"])


def tokenise(text: str) -> tuple[Token, ...]:
    """Every token of `text`, in order; nothing but white space is left out."""
    if not text.isascii():
        text = text.translate(_UNSEEN)
    tokens, is_mixed = _scan(text, text)
    if is_mixed:
        mended, changed = mend_confused(text)
        if changed:
            tokens = [_note_mended(token, changed) for token in _scan(text, mended)[0]]
    return tuple(tokens)


def _scan(text: str, mended: str) -> tuple[list[Token], bool]:
    """The tokens of `text`, told by the same text `mended`; and whether words stand right behind numbers."""
    # Small letters, each in its place; a letter that would become two leaves the text as it is.
    small = mended.lower()
    small = small if len(small) == len(text) else mended
    # What is wider, or may be a line break, is measured.
    plain = 0 if "\n" in text or "\r" in text else ONE_SPACE
    tokens: list[Token] = []
    behind, is_mixed = 0, False
    for match in TOKEN.finditer(small):
        begin, stop = match.span()
        word, at, gap = match[0], len(tokens), begin - behind
        group = match.lastgroup
        letter, senses, kind, value, misspelt, longer, joins = _KEPT[group].get(word) or _read_group(
            group, word
        )
        if gap > plain:
            gap = _measure_gap(text[behind:begin])
        behind, printed = stop, text[begin:stop]
        token = Token(
            letter, at, at + 1, senses, (), kind, value, misspelt, longer, printed, begin, stop, gap
        )
        if at and (joins or not gap):
            is_mixed |= not gap and kind in _MIXED and tokens[-1].kind in _MIXED
            if joins and _join(tokens, token, text):
                continue
        tokens.append(token)
    return tokens, is_mixed


def _note_mended(token: Token, changed: Sequence[int]) -> Token:
    is_mended = any(token.begin <= place < token.stop for place in changed)
    return replace(token, misspelt=True) if is_mended else token


def _measure_gap(space: str) -> int:
    return NEW_LINE if "\n" in space or "\r" in space else min(len(space), WIDE_SPACE)


def _read_group(group: str | None, word: str) -> Known:
    """What is known of a word by the group that it matched, which is kept."""
    kept = _KEPT[group]
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    known = kept[word] = _know(*_READERS.get(group, _read_word)(word), word)
    return known


def _know(kind: str, value: Value, misspelt: bool, text: str) -> Known:
    senses = sense_token(kind, value, text)
    word = value if isinstance(value, str) else text
    longer = LONGER.get(word) if kind in _WORDY else None
    joins = text == "." or text in _MONTH_ENDS or kind in _YEARS
    return ALPHABET[tuple(senses)], senses, kind, value, misspelt, longer, joins


def _join(tokens: list[Token], token: Token, text: str) -> bool:
    """Make one of the last token and this where they are one: `Sep tember`, `acad.`."""
    last = tokens[-1]
    if token.kind in _YEARS:
        _mend_month(tokens)
        return False
    name = f"{last.text}{token.text}".lower()
    words = text[last.begin : token.stop]
    if token.kind == "dot":
        if token.gap or not _is_shortened(last) or text[token.stop : token.stop + 1].strip():
            return False
        tokens[-1] = replace(last, text=words, stop=token.stop)
    elif name in _WHOLE_MONTHS and token.gap == ONE_SPACE and last.kind in {"word", "month"}:
        tokens[-1] = replace(_name_month(last, name), text=words, stop=token.stop)
    else:
        return False
    return True


def _mend_month(tokens: list[Token]) -> None:
    """Put the last token right where it is a month with one wrong letter, between its day and its year."""
    if len(tokens) > 1 and tokens[-1].senses is UNKNOWN and tokens[-2].kind in {"number", "ordinal"}:
        name = find_month(str(tokens[-1].value))
        if name:
            tokens[-1] = _name_month(tokens[-1], name)


def _name_month(token: Token, name: str) -> Token:
    """A token as the month that it is meant to be."""
    known = _know("month", MONTHS[name], True, name)[:-1]
    return replace(token, **dict(zip(_KNOWN_FIELDS, known, strict=True)))


def _is_shortened(token: Token) -> bool:
    """Whether a token is a word cut short, so that the full stop behind it is its own."""
    return token.kind == "word" and token.value != token.text.lower()


Found = tuple[str, Value, bool]


def _read_word(text: str) -> Found:
    word = text.replace("\u2019", "'")
    if word.removesuffix("'s") in MONTHS:  # `July's meeting`
        word = word.removesuffix("'s")
    if word.endswith("days") and word[:-1] in WEEKDAYS:
        return "weekdays", WEEKDAYS[word[:-1]], False
    is_known = word in KNOWN_WORDS or word in MONTHS or word in WEEKDAYS
    word, misspelt = (word, False) if is_known else correct_spelling(word)
    if word in MONTHS:
        return "month", MONTHS[word], misspelt
    if word in WEEKDAYS:
        return "weekday", WEEKDAYS[word], misspelt
    return {"and": "and", "plus": "and", "or": "or"}.get(word, "word"), word, misspelt


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(digits) for digits in _DIGITS.findall(text))


def _read_years(text: str) -> Found:
    """The years of `2022/23`, and how they are written: 0 slash, 1 dash and two digits, 2 dash and four."""
    first, second = _numbers(text)
    full = second >= _PIVOT
    style = 0 if "/" in text else 2 if full else 1
    return "years", (first, second if full else first - first % _PIVOT + second, style), False


def _read_school_year(text: str) -> Found:
    """`2003/4`."""
    first, second = _numbers(text)
    return "years", (first, first - first % 10 + second + 10 * (second < first % 10), 0), False


def _read_short_years(text: str) -> Found:
    """`22/23`, told from the day and month `14/03` by its neighbouring numbers; style 3."""
    first, second = _numbers(text)
    if second == (first + 1) % _PIVOT and first > MONTHS_A_YEAR:
        return "years", (2000 + first, 2001 + first, 3), False
    return "day_month", (first, second), False


def _count(kind: str, text: str) -> Found:
    return kind, int(_DIGITS.findall(text)[-1]), False


def _list_numbers(kind: str, text: str) -> Found:
    return kind, _numbers(text), False


def _keep(kind: str, text: str) -> Found:
    return kind, text, False


_COUNTED: Final = ("year", "short_year", "ordinal", "number", "quarter", "half_term", "half")
_SIGNS: Final = {
    "/": "slash", ",": "comma", "&": "and", "+": "and", ";": "semicolon", ":": "colon", ".": "dot", "(": "open",
    "[": "open", ")": "close", "]": "close",
    **dict.fromkeys("\u2022\u00b7\u25cf\u25aa\u25e6\u2023\uf0b7*\u2713\u2714\"'\u201c\u201d\u2018\u2019|`", "silent"),
}  # fmt: skip


def _read_sign(text: str) -> Found:
    found = ("word", "about") if text == "~" else (_SIGNS.get(text, "other"), text.replace("&", "and"))
    return *found, False


# How the tokens of each group are read; what is of none is a word.
_READERS: dict[str | None, Callable[[str], Found]] = {
    **{kind: partial(_count, kind) for kind in _COUNTED},
    **{kind: partial(_list_numbers, kind) for kind in ("date", "month_year")},
    **{kind: partial(_keep, kind) for kind in ("clock", "arrow", "dash")},
    "plain_number": partial(_count, "number"),
    "plain_year": partial(_count, "year"),
    "dotted_day": partial(_list_numbers, "day_month"),
    "spaced": partial(_list_numbers, "date"),
    "noon": partial(_keep, "clock"),
    "more": partial(_keep, "other"),
    "less": lambda _text: ("word", "within", False),
    "ampersand": partial(_keep, "word"),
    "iso": lambda text: ("date", _numbers(text)[2::-1], False),
    "years": _read_years,
    "short_years": _read_short_years,
    "school_year": _read_school_year,
    "dotted": lambda text: _read_word(text.replace(".", "")),
    "fraction": lambda text: ("word", "half" if text.endswith("2") else "quarterly", False),
    "quarter_sign": lambda _text: ("word", "quarterly", False),
    "short_length": lambda text: ("short_length", (int(text[:-1]), text[-1].upper()), False),
    "part_sign": lambda text: ("word", "half" if text == "\u00bd" else "thirds", False),
    "halves": lambda text: ("halves", 12 * _numbers(text)[0] + 6, False),
    "sign": _read_sign,
}
