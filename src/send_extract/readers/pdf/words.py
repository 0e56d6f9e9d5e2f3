"""Words from letters: parted where the gap between two, and the font's own space, say so."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import starmap, zip_longest
from operator import attrgetter, itemgetter
from statistics import median
from typing import Any, NamedTuple
from unicodedata import normalize

from send_extract.patterns import compile_later
from send_extract.readers.pdf.letters import find_turn, leans
from send_extract.runs import part_runs

_BOLD = compile_later(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_SLANTED = compile_later(r"italic|oblique", re.IGNORECASE)
_SPACE, _NARROWEST, _WIDEST = 0.28, 0.15, 0.5
"""The width of a space in font sizes where the font does not say, and between what it may say."""
_PRINTED = 0.3
"""Where a space is printed, this part of its width is free between two words: else a letter stands on it."""
_UNPRINTED, _BESIDE_PRINTED = 0.7, 1.0
"""Where none is, this part; and this on a line that has others, as all its words are parted so."""
_COUNTED = 0.5
"""And this behind a number that stands close to the words of the next column, set to the right of its own."""
_FOLLOWING = 0.5
"""A space that begins nearer to a word than this, in font sizes, is printed after it."""
_FEWEST = 6
"""Gaps from which a line's even spacing of letters can be told."""
_FEWEST_COVERED = 5
"""Letters of a row that stand on others: fewer are accents, or set close by hand."""
_SUNK = 0.4
"""How much lower than another a letter of such a row may stand, in font sizes."""
_ROW = 1.5
"""Points by which the feet of letters of one row may differ."""
_LIGATURE = compile_later(r"[\ufb00-\ufb06]")


class Word(NamedTuple):
    """A word where it stands, in points from the page's upper left corner.

    `spaced` says that a space is printed after it; `first` is the width of its first letter, 0 where not known.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    font: str = ""
    size: float = 0.0
    raised: bool = False
    struck: bool = False
    spaced: bool = False
    first: float = 0.0

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def emphasis(self) -> str:
        """The emphasis that the font's name tells, the line through the word, and its height on its line."""
        bold = "b" if _BOLD.search(self.font) else ""
        slanted = "i" if _SLANTED.search(self.font) else ""
        return bold + slanted + ("s" if self.struck else "") + ("^" if self.raised else "")


class Glyph(NamedTuple):
    """A letter as it is read: `start` and `end` along its row, `top` and `bottom` across."""

    text: str
    start: float
    end: float
    top: float
    bottom: float
    font: str
    size: float
    struck: bool

    @property
    def style(self) -> tuple[str, float, bool]:
        """What the letters of one word share."""
        return self.font, self.size, self.struck


def read_words(
    letters: Iterable[dict[str, Any]], struck: Container[int] = (), bars: Sequence[dict[str, Any]] = ()
) -> Iterator[Word]:
    """The words of `letters` (pdfplumber's), row by row; of those in `struck` the line through them is told.

    `bars` are the lines drawn upright, which part words.

    Letters that lean are left out, see `read_stamps`.
    """
    turned: dict[int, list[Glyph]] = defaultdict(list)
    for letter in letters:
        if not leans(letter):
            turn = find_turn(letter)
            side = turn if turn % 180 else 0
            turned[side].append(_read_glyph(letter, side, is_struck=id(letter) in struck))
    for turn, glyphs in turned.items():
        spaces = _measure_spaces(glyphs)
        for row in _gather_rows(glyphs):
            own = () if turn else _find_bars(row, bars)
            for word in _read_row(row, spaces, own):
                yield _turn_back(word, turn)


def is_overprinted(letters: Iterable[dict[str, Any]]) -> bool:
    """Whether lines stand on one another, as where a sheet's rows are lower than their words."""
    own = [letter for letter in letters if letter["text"].isalnum()]
    lines = part_runs(sorted(own, key=itemgetter("bottom")), _is_lower)
    rows = (sorted(line, key=itemgetter("x0")) for line in lines)
    return any(sum(starmap(_covers, itertools.pairwise(row))) >= _FEWEST_COVERED for row in rows)


def _is_lower(line: list[dict[str, Any]], letter: dict[str, Any]) -> bool:
    """Whether a letter stands lower than a line's."""
    return bool(letter["bottom"] - line[-1]["bottom"] > _SUNK * round(letter["size"], 2))


def _covers(first: dict[str, Any], following: dict[str, Any]) -> bool:
    return bool(following["x0"] < (first["x0"] + first["x1"]) / 2)


def _find_bars(row: Sequence[Glyph], bars: Iterable[dict[str, Any]]) -> Sequence[float]:
    """Where lines are drawn upright through a row, from left to right."""
    top, bottom = max(glyph.top for glyph in row), min(glyph.bottom for glyph in row)
    return sorted(bar["x0"] for bar in bars if bar["top"] <= top and bar["bottom"] >= bottom)


def _read_glyph(letter: dict[str, Any], turn: int, *, is_struck: bool) -> Glyph:
    x0, x1, top, bottom = letter["x0"], letter["x1"], letter["top"], letter["bottom"]
    text, font = letter["text"], letter["fontname"]
    if not turn:
        return Glyph(text, x0, x1, top, bottom, font, round(letter["size"], 2), is_struck)
    if turn == 90:
        return Glyph(text, -bottom, -top, x0, x1, font, round(x1 - x0, 2), is_struck)
    return Glyph(text, top, bottom, -x1, -x0, font, round(x1 - x0, 2), is_struck)


def _turn_back(word: Word, turn: int) -> Word:
    """The word where it stands on the page."""
    if not turn:
        return word
    if turn == 90:
        return word._replace(x0=word.top, x1=word.bottom, top=-word.x1, bottom=-word.x0)
    return word._replace(x0=-word.bottom, x1=-word.top, top=word.x0, bottom=word.x1)


def _measure_spaces(glyphs: Iterable[Glyph]) -> Mapping[str, float]:
    """The width of each font's space, in font sizes."""
    found: dict[str, list[float]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.text == " " and glyph.size:
            found[glyph.font].append((glyph.end - glyph.start) / glyph.size)
    return {font: min(max(median(widths), _NARROWEST), _WIDEST) for font, widths in found.items()}


def _gather_rows(glyphs: Iterable[Glyph]) -> Iterator[Sequence[Glyph]]:
    """Letters whose feet stand level, from left to right."""
    ordered = sorted(glyphs, key=attrgetter("bottom"))
    rows = part_runs(ordered, lambda row, glyph: glyph.bottom - row[-1].bottom > _ROW)
    return (sorted(row, key=attrgetter("start")) for row in rows)


def _read_row(
    row: Sequence[Glyph], spaces: Mapping[str, float], bars: Sequence[float] = ()
) -> Iterator[Word]:
    """The words of a row; a line drawn upright through it, at one of `bars`, parts cells whose words nearly touch."""
    least = _BESIDE_PRINTED if any(glyph.text.isspace() for glyph in row) else _UNPRINTED
    gauge = Gauge(_find_tracking(row), least, spaces, bars)
    word: list[Glyph] = []
    for glyph, is_spaced, following in _find_spaces(row):
        word.append(glyph)
        is_parted = following is None or gauge.parts(glyph, following, is_spaced=is_spaced)
        if following is None or is_parted or gauge.tells_apart(glyph, following):
            yield _make_word(word, is_spaced=is_spaced and is_parted)
            word = []


def _find_spaces(row: Sequence[Glyph]) -> Iterator[tuple[Glyph, bool, Glyph | None]]:
    """Each printed letter, whether a space is printed behind it, and the next letter."""
    printed = [(place, glyph) for place, glyph in enumerate(row) if not glyph.text.isspace()]
    for (place, glyph), following in zip_longest(printed, printed[1:]):
        behind = row[place + 1] if place + 1 < len(row) else None
        is_spaced = behind is not None and behind.text.isspace()
        is_near = behind is not None and behind.start - glyph.end < _FOLLOWING * glyph.size
        yield glyph, is_spaced and is_near, following[1] if following else None


class Gauge(NamedTuple):
    """What parts the words of a row: its even spacing, the part of a space that must be free, lines drawn upright."""

    tracking: float
    least: float
    spaces: Mapping[str, float]
    bars: Sequence[float]

    def parts(self, last: Glyph, following: Glyph, *, is_spaced: bool) -> bool:
        """Whether the gap between two letters is a space."""
        space = self.spaces.get(last.font, _SPACE) * last.size
        gap = following.start - last.end - self.tracking
        is_counted = last.text.isdigit() and following.text.isupper()
        return gap > (_PRINTED if is_spaced else _COUNTED if is_counted else self.least) * space

    def tells_apart(self, last: Glyph, following: Glyph) -> bool:
        """Whether two letters differ in style, or a line stands between their middles."""
        first = bisect_left(self.bars, (last.start + last.end) / 2)
        is_barred = first < len(self.bars) and self.bars[first] < (following.start + following.end) / 2
        return is_barred or following.style != last.style


def _find_tracking(row: Sequence[Glyph]) -> float:
    """The space that a row's letters are set apart by, as headings are: what all but a few gaps have."""
    gaps = sorted(
        after.start - before.end
        for before, after in itertools.pairwise(row)
        if not (before.text.isspace() or after.text.isspace())
    )
    return max(0.0, gaps[len(gaps) // 4]) if len(gaps) >= _FEWEST else 0.0


def _make_word(glyphs: Sequence[Glyph], *, is_spaced: bool) -> Word:
    first = glyphs[0]
    text = "".join(glyph.text for glyph in glyphs)
    if _LIGATURE.search(text):
        text = _LIGATURE.sub(lambda match: normalize("NFKC", match[0]), text)
    top, bottom = min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
    return Word(
        text, first.start, max(glyph.end for glyph in glyphs), top, bottom, first.font, first.size,
        struck=first.struck, spaced=is_spaced, first=first.end - first.start,
    )  # fmt: skip
