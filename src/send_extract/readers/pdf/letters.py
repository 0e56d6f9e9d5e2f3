"""The letters of a page: which way they stand, which are struck twice, which are printed across the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Letter = dict[str, Any]

_DOUBLED = 0.1
"""Two equal letters nearer than this, in font sizes, are one that is struck twice."""
_LEVEL = 0.02
"""How far a letter's axes may lean, as a part of its size."""
_AROUND = tuple(product((-1, 0, 1), repeat=2))


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
    return bool(min(abs(along), abs(up)) > _LEVEL * max(abs(along), abs(up)))


def drop_doubles(letters: Sequence[Letter]) -> list[Letter]:
    """The letters without those that are struck again where they stand, as bold and shadows are made."""
    seen: dict[tuple[str, int, int], list[Letter]] = defaultdict(list)
    kept = []
    for letter in letters:
        reach = _DOUBLED * abs(letter["size"])
        step = max(reach, 0.01)
        text, column, row = letter["text"], int(letter["x0"] // step), int(letter["top"] // step)
        near = (seen.get((text, column + across, row + down), ()) for across, down in _AROUND)
        if text.isspace() or not any(_is_double(letter, other, reach) for own in near for other in own):
            seen[text, column, row].append(letter)
            kept.append(letter)
    return kept


def _is_double(letter: Letter, other: Letter, reach: float) -> bool:
    return bool(abs(letter["x0"] - other["x0"]) <= reach and abs(letter["top"] - other["top"]) <= reach)
