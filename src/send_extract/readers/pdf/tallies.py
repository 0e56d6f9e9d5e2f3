"""The words of a page's letters before anything is made of them: in the order in which the file draws them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from send_extract.patterns import compile_later

if TYPE_CHECKING:
    from send_extract.readers.pdf.letters import Letter

_UNNAMED = compile_later(r"\(cid:\d+\)")
"""A glyph of which the file does not say what letter it is."""
_BESIDE = 0.1
"""Two letters of one word are nearer than this, in font sizes; a word that is parted here is put together again."""


def spell_letters(letters: Sequence[Letter]) -> str:
    """The letters of a page, parted wherever one does not stand right behind the one before it."""
    return _UNNAMED.sub(" ", "".join(_spell(letters)))


def _spell(letters: Sequence[Letter]) -> Iterator[str]:
    before = None
    for letter in letters:
        if before is not None and not _goes_on(before, letter):
            yield " " if _is_near(before, letter) else "\n"
        yield letter["text"]
        before = letter


def _is_near(before: Letter, letter: Letter) -> bool:
    """Whether a letter may stand in the same cell as the one before it, on the same line."""
    return bool(
        abs(before["foot"] - letter["foot"]) < letter["size"] / 2
        and abs(letter["x0"] - before["x1"]) < letter["size"]
    )


def _goes_on(before: Letter, letter: Letter) -> bool:
    reach = _BESIDE * abs(letter["size"])
    is_level = abs(before["foot"] - letter["foot"]) < reach and before["size"] == letter["size"]
    return bool(is_level and -reach < letter["x0"] - before["x1"] < reach)
