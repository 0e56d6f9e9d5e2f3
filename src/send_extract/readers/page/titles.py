"""What a page prints as its title and does not mark as one: the first words, in the type of a title.

Word processors that save a page write a title so: `<p><font size="6">`, or a class of theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from send_extract.patterns import compile_later
from send_extract.readers.page.styles import list_classes, read_declarations

if TYPE_CHECKING:
    from collections.abc import Mapping

_CLASSES = frozenset(("title", "msotitle"))
_SIZES = frozenset(("6", "7"))
"""Of the seven sizes of type (HTML, 15.3.4) those that are larger than a heading's."""
_SIZE = compile_later(r"(\d+(?:\.\d+)?)(pt|px|em|rem)")
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0}
_LARGE = 20.0
"""Points from which on type is a title's; a heading of the first level has 14 to 18 in the usual styles."""
_DEEPEST = 6


def is_printed_as_title(tag: Tag) -> bool:
    """Whether all words of a paragraph are in the type of a title."""
    if tag.name != "p":
        return False
    for _ in range(_DEEPEST):
        if _is_large(tag.attrs):
            return True
        children = [child for child in tag.contents if isinstance(child, Tag) or str(child).strip()]
        if len(children) != 1 or not isinstance(children[0], Tag):
            return False
        tag = children[0]
    return False


def _is_large(attributes: Mapping[str, object]) -> bool:
    if attributes.get("size") in _SIZES or not _CLASSES.isdisjoint(list_classes(attributes)):
        return True
    size = _SIZE.match(read_declarations(str(attributes.get("style", ""))).get("font-size", ""))
    return size is not None and float(size[1]) * _POINTS[size[2]] >= _LARGE
