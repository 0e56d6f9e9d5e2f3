"""The words of a page from its letters: what is printed twice, across or sideways, and marks that are drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Any

from send_extract.patterns import compile_later
from send_extract.readers.pdf.lines import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Letter = dict[str, Any]

_WIDE_LETTERS = 0.2
"""A gap between letters of more than this, in font sizes, parts two words."""
_DOUBLED = 0.1
"""Two equal letters nearer than this, in font sizes, are one that is struck twice."""
_LEVEL = 0.02
"""How far a letter's axes may lean, as a part of its size."""
_SYMBOLS = compile_later(
    r"(?i)wingdings|webdings|dingbats|(?:^|\+)(?:opensymbol|starsymbol|symbol)|monotypesorts"
)
_MARK = "•"
_LEAST_MARK, _MOST_MARK = 1.5, 8.0
"""The points that a drawn list mark measures."""
_OBLONG = 1.7
_INDENT = 2.5
"""The widest gap between a list mark and its words, in font sizes."""
_CLEAR = 0.3
"""What stands nearer than this, in font sizes, to the left of a sign makes it no list mark."""


def read_words(letters: Sequence[Letter], shapes: Iterable[Letter], extract: Any) -> tuple[Word, ...]:  # noqa: ANN401 - pdfplumber's own function
    """The words of `letters` (pdfplumber's), list marks among them that `shapes` draw.

    `extract` is `pdfplumber.utils.extract_words`. Letters that lean are left out, see `read_stamps`.
    """
    kept = [letter for letter in letters if not _leans(letter)]
    upright = [letter for letter in kept if find_turn(letter) in {0, 180}]
    words = [
        Word(
            each["text"], each["x0"], each["x1"], each["top"], each["bottom"], each["fontname"], each["size"]
        )
        for each in extract(upright, extra_attrs=["fontname", "size"], x_tolerance_ratio=_WIDE_LETTERS)
    ]
    for turn, way in ((90, "btt"), (270, "ttb")):
        own = [letter for letter in kept if find_turn(letter) == turn]
        for each in extract(own, extra_attrs=["fontname"], char_dir_rotated=way) if own else ():
            box = (each["x0"], each["x1"], each["top"], each["bottom"])
            words.append(Word(each["text"], *box, each["fontname"], each["x1"] - each["x0"]))
    return tuple(_name_marks([*words, *_find_drawn_marks(words, shapes)]))


def read_stamps(letters: Sequence[Letter]) -> str:
    """What is printed across the page (`DRAFT`), which is no word of the text below it."""
    return "".join(letter["text"] for letter in letters if _leans(letter)).strip()


def find_turn(letter: Letter) -> int:
    """The degrees by which a letter is turned anticlockwise: 0, 90, 180 or 270."""
    along, up = letter["matrix"][:2]
    if abs(along) >= abs(up):
        return 0 if along >= 0 else 180
    return 90 if up > 0 else 270


def find_page_turn(letters: Iterable[Letter]) -> int:
    """The degrees by which most letters of a page are turned anticlockwise."""
    counts = Counter(find_turn(letter) for letter in letters if not _leans(letter))
    return counts.most_common(1)[0][0] if counts else 0


def _leans(letter: Letter) -> bool:
    along, up = letter["matrix"][:2]
    return bool(min(abs(along), abs(up)) > _LEVEL * max(abs(along), abs(up)))


def drop_doubles(letters: Sequence[Letter]) -> list[Letter]:
    """The letters without those that are struck again where they stand, as bold and shadows are made."""
    seen: dict[tuple[str, int, int], list[Letter]] = {}
    kept = []
    for letter in letters:
        reach = _DOUBLED * abs(letter["size"])
        step = max(reach, 0.01)
        column, row = int(letter["x0"] // step), int(letter["top"] // step)
        near = [
            other
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for other in seen.get((letter["text"], column + across, row + down), ())
        ]
        if letter["text"].isspace() or not any(_is_double(letter, other, reach) for other in near):
            seen.setdefault((letter["text"], column, row), []).append(letter)
            kept.append(letter)
    return kept


def _is_double(letter: Letter, other: Letter, reach: float) -> bool:
    return bool(abs(letter["x0"] - other["x0"]) <= reach and abs(letter["top"] - other["top"]) <= reach)


def _find_drawn_marks(words: Sequence[Word], shapes: Iterable[Letter]) -> Iterator[Word]:
    """A bullet for each small round or square shape that stands before words, as browsers draw them."""
    ranked = sorted(words, key=lambda word: word.top)
    tops = [word.top for word in ranked]
    tallest = max((word.bottom - word.top for word in words), default=0.0)
    places = {
        (round(shape["x0"], 1), round(shape["x1"], 1), round(shape["top"], 1), round(shape["bottom"], 1))
        for shape in shapes
        if _is_mark_size(shape["x1"] - shape["x0"], shape["bottom"] - shape["top"])
    }
    for x0, x1, top, bottom in sorted(places):
        middle = (top + bottom) / 2
        first = bisect_left(tops, middle - tallest)
        row = [word for word in ranked[first : bisect_left(tops, middle)] if word.bottom > middle]
        word = _find_marked(row, x0, x1)
        if word is not None:
            yield word._replace(text=_MARK, x0=x0, x1=x1)


def _is_mark_size(width: float, height: float) -> bool:
    return (
        _LEAST_MARK <= width <= _MOST_MARK
        and _LEAST_MARK <= height <= _MOST_MARK
        and 1 / _OBLONG < width / height < _OBLONG
    )


def _find_marked(row: Iterable[Word], x0: float, x1: float) -> Word | None:
    """The word that a mark between `x0` and `x1` introduces, if nothing stands close before it."""
    words = tuple(row)
    after = [word for word in words if 0 <= word.x0 - x1 <= _INDENT * word.size]
    if not after or any(word.x0 < x1 and word.x1 > x0 - _CLEAR * word.size for word in words):
        return None
    return min(after, key=lambda word: word.x0)


def _name_marks(words: Sequence[Word]) -> Iterator[Word]:
    """The words, a lone sign of a font of symbols before others as a bullet: its letter says nothing."""
    for word in words:
        if len(word.text) > 1 or not _SYMBOLS.search(word.font):
            yield word
            continue
        middle = (word.top + word.bottom) / 2
        row = [each for each in words if each is not word and each.top < middle < each.bottom]
        yield word if _find_marked(row, word.x0, word.x1) is None else word._replace(text=_MARK)
