"""What is laid over a page: filled form fields and typed boxes, which are words of it, and comments, which are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from send_extract.readers.pdf.strikes import Strike
from send_extract.readers.pdf.words import Word

_TYPED = frozenset(("Widget", "FreeText"))
_COMMENTS = frozenset(("Text", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret"))
_HIDDEN = 2
_DEEPEST = 9
_TALLEST = 9.0
_FILLED = 0.8
"""The part of its line's height that a letter has."""
_ROOM = 0.5
"""The part of a field's width that its longest line is laid out in: the author's line breaks are then told as such."""


class Annotations(NamedTuple):
    """The words that a page's fields and boxes show, the comments pinned to it, and the lines that strike words out."""

    words: tuple[Word, ...]
    comments: tuple[str, ...]
    strikes: tuple[Strike, ...] = ()


def read_annotations(annotations: Iterable[Mapping[str, Any]]) -> Annotations:
    """The words and comments of pdfplumber's `annotations`; a link says nothing of its own."""
    words: list[Word] = []
    comments: list[str] = []
    strikes: list[Strike] = []
    for each in annotations:
        data = each.get("data") or {}
        flags = data.get("F")
        if isinstance(flags, int) and flags & _HIDDEN:
            continue
        kind = _decode(data.get("Subtype"))
        if kind in _TYPED:
            words += _lay_out(_read_text(data, kind), each)
        elif kind in _COMMENTS and (text := _decode(data.get("Contents")).strip()):
            comments.append(text)
        if kind == "StrikeOut":
            strikes += _read_strikes(each, data)
    return Annotations(tuple(words), tuple(comments), tuple(strikes))


def _read_strikes(box: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[Strike]:
    """The lines that a reviewer drew through words, one for each four corners, as the annotation's box stands."""
    from pdfminer.pdftypes import resolve1

    left, _, _, upper = map(float, resolve1(data["Rect"]))
    across, down = box["x0"] - left, box["top"] + upper
    places = [float(place) for place in resolve1(data.get("QuadPoints")) or ()]
    for corners in zip(*[iter(places)] * 8, strict=False):
        xs, ys = corners[::2], corners[1::2]
        yield Strike(min(xs) + across, max(xs) + across, down - (min(ys) + max(ys)) / 2)


def _read_text(data: Mapping[str, Any], kind: str) -> str:
    """The text of a box, or the value of a field; of a button and a signature nothing."""
    if kind == "FreeText":
        return _decode(data.get("Contents"))
    return _decode(_inherit(data, "V")) if _decode(_inherit(data, "FT")) in {"Tx", "Ch"} else ""


def _inherit(data: Mapping[str, Any], key: str) -> object:
    """What a field says under `key`, or the field that it is a part of."""
    from pdfminer.pdftypes import resolve1

    for _ in range(_DEEPEST):
        if not isinstance(data, dict) or key in data:
            break
        data = resolve1(data.get("Parent"))
    return data.get(key) if isinstance(data, dict) else None


def _decode(value: object) -> str:
    from pdfminer.pdftypes import resolve1
    from pdfminer.psparser import PSLiteral
    from pdfminer.utils import decode_text

    found = resolve1(value)
    if isinstance(found, PSLiteral):
        return found.name if isinstance(found.name, str) else found.name.decode("latin-1")
    if isinstance(found, bytes):
        return decode_text(found)
    return found if isinstance(found, str) else ""


def _lay_out(text: str, box: Mapping[str, Any]) -> Iterator[Word]:
    """The words of `text` where a field shows them, a line of the author's a line."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return
    letter = _ROOM * (box["x1"] - box["x0"]) / max(len(line) for line in lines)
    leading = (box["bottom"] - box["top"]) / len(lines)
    for place, line in enumerate(lines):
        top = box["top"] + place * leading
        size = min(_TALLEST, _FILLED * leading)
        x = box["x0"]
        for word in line.split():
            yield Word(word, x, x + letter * len(word), top, top + size, "", size)
            x += letter * (len(word) + 1)
