"""Characters that print nothing: they break words in two, and nobody sees them.

General categories Cf and Cc of Unicode but for the line feed and the tab, the variation selectors, and the sequences
by which a terminal is steered (ECMA-48).
"""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from send_extract.patterns import compile_later

_STEERING = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|[@-Z\\^_])"
_CHARACTERS = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\ufff9-\ufffb\U000e0000-\U000e0fff"
)
UNSEEN = rf"{_STEERING}|[{_CHARACTERS}]"
"""A pattern of what prints nothing."""
_UNSEEN = compile_later(UNSEEN)
_INSIDE = compile_later(rf"(?<=\w)(?:{UNSEEN})+(?=\w)")
_NAMES = {"\x7f": "DELETE", "\x1b": "ESCAPE", "\x00": "NULL"}
_CONTROLS = "".join(sorted({*map(chr, (*range(32), 127))} - {*"\t\n\x0b\x0c\r"}))
_MOST_NAMED = 3
_MANY = 3
"""From so many on, characters that print nothing are told; fewer only where they stand inside a word or steer."""


class Seen(Struct, frozen=True):
    """Text as people see it, what was taken out of it, and whether some of that stood inside a word."""

    text: str
    taken: tuple[str, ...] = ()
    is_inside: bool = False


def drop_unseen(text: str) -> Seen:
    """`text` without what prints nothing."""
    if text.isascii() and (text.isprintable() or not _has_controls(text)):
        return Seen(text)
    taken = tuple(match.group() for match in _UNSEEN.finditer(text))
    if not taken:
        return Seen(text)
    return Seen(_UNSEEN.sub("", text), taken, _INSIDE.search(text) is not None)


def should_tell(taken: tuple[str, ...], *, is_inside: bool) -> bool:
    """Whether what was taken out is worth saying: many, inside a word, or of control."""
    return is_inside or len(taken) >= _MANY or any(each[0] < " " for each in taken)


def _has_controls(text: str) -> bool:
    return any(map(text.__contains__, _CONTROLS))


def name_unseen(taken: tuple[str, ...]) -> str:
    """The names of characters that print nothing, each once, as Unicode has them (`SOFT HYPHEN`)."""
    names = list(dict.fromkeys(_name(each[0]) for each in taken))
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def _name(character: str) -> str:
    return unicodedata.name(character, _NAMES.get(character, f"CONTROL U+{ord(character):04X}"))


def show(text: str) -> str:
    """`text` with a space for whatever is not printable: what steers a terminal, turns its writing or breaks a line."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else " " for character in text)
