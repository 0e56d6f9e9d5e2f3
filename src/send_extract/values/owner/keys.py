"""Keys to initials: a line that gives the name behind them."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from send_extract.patterns import compile_later, has_any
from send_extract.values.owner.kinds import kind_of
from send_extract.values.owner.names import can_name
from send_extract.values.owner.people import fits_name, is_initials
from send_extract.values.owner.tokens import first_word
from send_extract.values.owner.words import HONORIFICS


class Key(Struct, frozen=True):
    """Initials, the name behind them, and whether the line says more (a post) that only a person has."""

    initials: str
    name: str
    is_certain: bool


_LINE: Final = compile_later(r"([A-Z][\w.'’ -]{0,11}?)\s*(?:[:=–—\t]|\s-|\s)\s*(?=\S)")
_AFTER: Final = compile_later(r"([^()]{3,60})\s\(([A-Z][\w.'’-]{1,10})\)", need=has_any("("))
_NAME_END: Final = compile_later(r"\s*[,(;:\t]|\s+[-–—]\s|[ \xa0]{2}")
_LABEL: Final = compile_later(
    r"\A[^:=]{0,40}\b(?:key|initials|owners|officers|leads)\b[^:=]{0,20}:\s*", re.IGNORECASE, has_any(":")
)
_LISTED: Final = compile_later(
    r"[,;]\s*(?=[A-Z][\w.'’-]{1,10}\s*(?:[:=–—]|\s-\s)|[A-Z]{2,4}\s+[A-Z][a-z])", need=has_any(*",;")
)


def read_key(term: str, text: str) -> Key | None:
    """The key that a term and its explanation are, None where they are no initials and name."""
    name, *rest = _NAME_END.split(text, maxsplit=1)
    is_titled = first_word(name) in HONORIFICS
    if not (is_initials(term) and fits_name(term, name) and (is_titled or can_name(name.split()))):
        return None
    return Key(term, name.strip(), is_titled or kind_of("".join(rest).strip(" )")) in {"position", "body"})


def find_keys(line: str) -> list[Key]:
    """The keys on a line, one or several (`Key: GB = Gail Brown, BM = Ben Moss`)."""
    label = _LABEL.match(line)
    parts = _LISTED.split(line[label.end() :] if label else line)
    return [key for key in map(find_key, parts) if key is not None]


def find_key(line: str) -> Key | None:
    """The key on a line (`AB – Anne Brown, Head of SEND`, `Anne Brown (AB)`), None where there is none."""
    start = _LINE.match(line)
    key = read_key(start[1], line[start.end() :]) if start else None
    after = None if key else _AFTER.match(line)
    return read_key(after[2], after[1] + line[after.end() :]) if after else key
