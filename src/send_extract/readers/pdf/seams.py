"""What stood between two lines that wrap: a space, or nothing, where a narrow column broke a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from send_extract.notation.dictionary import is_common
from send_extract.patterns import compile_later
from send_extract.readers.lines import find_marker
from send_extract.readers.pdf.lines import SLACK, Line
from send_extract.readers.pdf.words import Word

BROKEN = compile_later(r"\w[-/\u2010]$")
"""A line that ends so was broken inside a word."""
_HYPHEN = compile_later(r"[a-z][-\u2010]$|\u00ad$")
_HYPHENED = compile_later(r"[-\u2010](?=\w|$)|/(?=\w)")
"""A line that begins so goes on with a word that was broken before its hyphen or slash."""
_LAST, _FIRST = compile_later(r"[^\W\d_]+$"), compile_later(r"[^\W\d_]+")
_INFLECTED = ("", "s", "d", "ed", "ing")
"""What a word may end in that a list has and the document has not (`decommission`, `decommissioning`)."""
_FIGURES = compile_later(r"(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?|(?:19|20)\d\d|[A-Z]+-?\d+)\W*$")
"""Figures that are one: a date, a year, the number of a row."""
_PREFIXES = frozenset(
    ("anti", "co", "cross", "e", "inter", "mid", "multi", "non", "post", "pre", "re", "semi", "sub")
)
"""What words are written with, and without, a hyphen after: it stays as it is printed."""
PUNCTUATION = ".,;:!?()[]'\"‘’“”"
CLOSING = ",.;:!?)]"
_LETTER = 1.15
"""How much wider than the average of its word the next letter may be, where its own width is not known."""
_WIDE_SPACE = 0.28
"""The width of a space in most fonts, in font sizes: room for it is room for any."""
_MOST_LINES = 5
"""The most lines that a word is broken over."""
_INITIALS = 3
"""The most letters of a person's initials."""


class Habits(NamedTuple):
    """How a document is printed: the words that stand whole in it, and whether a line keeps the space it ends in.

    `keeps_each` says that none which wraps is without it.
    """

    words: frozenset[str] = frozenset()
    keeps_spaces: bool = False
    keeps_each: bool = False


class Seam(NamedTuple):
    """The end of a line and the begin of the next: the pieces that meet, and what a word of both may go on with.

    `is_alone` says that the first piece has its line for itself, `would_fit` that both would fit on one line.
    `begun` is what earlier lines have of a word that they broke, `rest` what the lines after the next may have of it.
    """

    last: Word
    following: Word
    room: float
    is_alone: bool
    would_fit: bool
    habits: Habits
    begun: str = ""
    rest: tuple[str, ...] = ()

    @property
    def left(self) -> str:
        """What stands before the seam, of several words in one (`12.Update`, `Legal/Moni`) the last."""
        text = self.begun + self.last.text
        found = _LAST.search(text)
        return found[0] if found else text

    @property
    def right(self) -> str:
        """What stands behind the seam, of several words in one (`al/Monitoring`) the first."""
        found = _FIRST.match(self.following.text)
        return found[0] if found else self.following.text

    def knows(self, text: str) -> bool:
        """Whether `text` is a word of the document or of the language."""
        bare = text.lower().strip(PUNCTUATION)
        return bare in self.habits.words or is_common(bare)

    def knows_joined(self) -> bool:
        """Whether both pieces, with those that may follow, are a word or a figure."""
        figure = _FIGURES.match(self.begun + self.last.text + self.following.text)
        wholes = accumulate((self.left + self.right, *self.rest))
        return figure is not None or any(self.knows(whole + end) for whole in wholes for end in _INFLECTED)

    def ends_in_letters(self) -> bool:
        """Whether a few small letters that are no word follow."""
        text = self.right
        return text.islower() and len(text) <= _INITIALS and not self.knows(text)


_CLUES: tuple[tuple[float, Callable[[Seam], bool]], ...] = (
    (0.5, lambda _: True),
    (4.0, Seam.knows_joined),
    (3.0, lambda seam: seam.habits.keeps_spaces and has_room(seam.last, seam.room)),
    (-1.5, lambda seam: seam.knows(seam.left)),
    (-1.5, lambda seam: seam.knows(seam.right)),
    (2.0, Seam.ends_in_letters),
    (-1.0, lambda seam: not seam.is_alone),
    (-3.0, lambda seam: seam.would_fit),
    (-2.0, lambda seam: seam.left.isupper() and seam.following.text[:1].islower()),
    (-2.0, lambda seam: max(len(seam.left), len(seam.right)) <= _INITIALS),
)
"""What speaks for a broken word, or against it, once the line is full to the edge and no line could hold the word.

Only such a line is asked: that alone speaks for it a little. A joined word that is known outweighs both its parts
being words (`Direct or`): two words by chance hardly ever make a third. A word that would have fitted on a line of its
own would have been moved there, and one that is too long mostly begins a line. Then the space: where a document prints
the spaces that its lines end in, a missing one that had room was none. A known word on either side is against it, two
together are decisive; a few letters behind that are none are the end of one. Capitals before small letters are an
acronym, a few letters on both sides initials.
"""


def has_room(last: Word, room: float) -> bool:
    """Whether the space after a line's last word had room."""
    return room > _WIDE_SPACE * last.size + SLACK


def find_glue(lines: Sequence[Line], begun: str, habits: Habits) -> tuple[str, str]:
    """What stays of the last word of the first of `lines`, which wrap, and what stands after it: a space or nothing.

    `begun` is what lines before have of a word that they broke.
    """
    last, first = lines[0].words[-1], lines[1].words[0]
    if last.spaced:
        return last.text, " "
    if _HYPHEN.search(last.text) and _is_typesetters(last.text, first.text, habits):
        return last.text[:-1], ""
    is_sign = first.text[:1] in CLOSING or BROKEN.search(begun + last.text) or _HYPHENED.match(first.text)
    is_whole = is_sign or _is_number(lines, habits) or is_word_broken(lines, begun, habits)
    return last.text, "" if is_whole else " "


def _is_number(lines: Sequence[Line], habits: Habits) -> bool:
    """Whether a number goes on in brackets (`12(2)`, `(g)`), its line without the space that each other keeps."""
    last, first = lines[0].words[-1], lines[1].words[0]
    is_joined = last.text.endswith(")") and first.text.startswith("(")
    return habits.keeps_each and is_joined and has_room(last, lines[0].edge - last.x1)


def _is_typesetters(left: str, right: str, habits: Habits) -> bool:
    """Whether a hyphen at a line's end is no part of the word: the word is known without it, and its parts are not."""
    before, after = left[:-1].lower().strip(PUNCTUATION), right.lower().strip(PUNCTUATION)
    if left.endswith("\u00ad") or before + after in habits.words:
        return True
    is_compound = before in _PREFIXES or (is_common(before) and is_common(after))
    return not is_compound and is_common(before + after)


def is_word_broken(lines: Sequence[Line], begun: str, habits: Habits) -> bool:
    """Whether the column broke a word at the end of the first of `lines`, because no line could hold it whole."""
    line, last, first = lines[0], lines[0].words[-1], lines[1].words[0]
    room = line.edge - last.x1
    width = first.x1 - first.x0
    is_full = room < (first.first or _LETTER * width / len(first.text)) + SLACK
    if not (is_full and width > room - SLACK and _may_be_one(begun + last.text, first.text)):
        return False
    start = _find_start(line)
    would_fit = last.x1 - last.x0 + width <= line.edge - start.x0 - SLACK
    seam = Seam(last, first, room, start is last, would_fit, habits, begun, tuple(_find_rest(lines[1:])))
    return sum(weight for weight, speaks in _CLUES if speaks(seam)) > 0


def _find_start(line: Line) -> Word:
    """The first word of a line behind its list marks."""
    return next((word for word in line.words if not find_marker(f"{word.text} x")), line.words[-1])


def _find_rest(lines: Sequence[Line]) -> Iterator[str]:
    """What a word that fills the first of `lines` may go on with on the next, and on as long as it fills those."""
    for line, following in pairwise(lines[:_MOST_LINES]):
        if len(line.words) > 1 or line.words[0].spaced:
            return
        yield following.words[0].text


def _may_be_one(left: str, right: str) -> bool:
    """Whether two pieces may be of one word by the letters where they meet."""
    before, after = left[-1], right[0]
    if before.isdecimal() or before in "./-":
        return (after.isdecimal() or after in "./-") and _FIGURES.match(left + right) is not None
    return (before.isalpha() and after.islower()) or (before.isupper() and after.isupper())
