"""A record's words in their rich form, apart again: pieces of one emphasis each."""

from __future__ import annotations

from msgspec import Struct

from send_extract.patterns import compile_later

_MARK = compile_later(r"\\([\\`*_\[\]<>~^])|(\*\*|\*|~~|</?(?:u|sup|sub)>)")
_LETTERS = {"**": "b", "*": "i", "~~": "s", "u": "u", "sup": "^", "sub": "_"}


class Piece(Struct, frozen=True, gc=False):
    """Words under one emphasis: letters as of a document's runs (`b` bold, `i` italic, `u`, `s`, `^`, `_`)."""

    text: str
    emphasis: str = ""


def read_rich(rich: str) -> tuple[Piece, ...]:
    """The pieces of inline Markdown as `plan.json` has it in `rich`."""
    pieces: list[Piece] = []
    words, letters, place = "", "", 0
    for match in _MARK.finditer(rich):
        words += rich[place : match.start()]
        place = match.end()
        if match[1]:
            words += match[1]
            continue
        if words:
            pieces.append(Piece(words, letters))
        words, letters = "", _turn(letters, _LETTERS[match[2].strip("</>")])
    words += rich[place:]
    return (*pieces, Piece(words, letters)) if words else tuple(pieces)


def _turn(letters: str, letter: str) -> str:
    return letters.replace(letter, "") if letter in letters else letters + letter
