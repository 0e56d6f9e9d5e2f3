"""The letters of a page: which way they stand, which are struck twice, which are printed across the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Letter = dict[str, Any]
    Seen = defaultdict[tuple[str, int], dict[int, list[Letter]]]
    """Letters by what they say and the row they stand in, then by their column."""

_DOUBLED = 0.1
"""Two equal letters nearer than this, in font sizes, are one that is struck twice."""
_LEVEL = 0.02
"""How far a letter's axes may lean, as a part of its size."""


def read_stamps(letters: Sequence[Letter]) -> str:
    """What is printed across the page (`DRAFT`), which is no word of the text below it."""
    return "".join(letter["text"] for letter in letters if leans(letter)).strip()


def find_turn(letter: Letter) -> int:
    """The degrees by which a letter is turned anticlockwise: 0, 90, 180 or 270."""
    along, up = letter["matrix"][:2]
    if abs(along) >= abs(up):
        return 0 if along >= 0 else 180
    return 90 if up > 0 else 270


def find_page_turn(letters: Iterable[Letter]) -> int:
    """The degrees by which most letters of a page are turned anticlockwise."""
    counts = Counter(find_turn(letter) for letter in letters if not leans(letter))
    return counts.most_common(1)[0][0] if counts else 0


def leans(letter: Letter) -> bool:
    """Whether a letter stands neither upright nor on its side."""
    along, up = letter["matrix"][:2]
    if not (along and up):  # as nearly all letters
        return False
    return bool(min(abs(along), abs(up)) > _LEVEL * max(abs(along), abs(up)))


def drop_doubles(letters: Sequence[Letter]) -> list[Letter]:
    """The letters without those that are struck again where they stand, as bold and shadows are made."""
    seen: Seen = defaultdict(dict)
    kept = []
    for letter in letters:
        reach = _DOUBLED * abs(letter["size"])
        step = max(reach, 0.01)
        text, column, row = letter["text"], int(letter["x0"] // step), int(letter["top"] // step)
        near = () if text.isspace() else _list_near(seen, text, column, row)
        if not any(_is_double(letter, other, reach) for other in near):
            seen[text, row].setdefault(column, []).append(letter)
            kept.append(letter)
    return kept


def _list_near(seen: Seen, text: str, column: int, row: int) -> list[Letter]:
    """The letters that were seen in and around a place."""
    near: list[Letter] = []
    for level in (row - 1, row, row + 1):
        own = seen.get((text, level))
        if own:
            for place in (column - 1, column, column + 1):
                near += own.get(place, ())
    return near


def _is_double(letter: Letter, other: Letter, reach: float) -> bool:
    return bool(abs(letter["x0"] - other["x0"]) <= reach and abs(letter["top"] - other["top"]) <= reach)
