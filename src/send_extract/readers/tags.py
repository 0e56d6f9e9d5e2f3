"""What each tag does to the blocks of the words around it: a table by name, for cells and for whole pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from send_extract.patterns import compile_later

Effect = Literal[
    "open_block", "close_block", "break_line", "end_cell", "open_list", "close_list", "open_item", "close_item",
    "open_emphasis", "close_emphasis", "skip", "keep_words", "describe_image", "show",
]  # fmt: skip

TAG = compile_later(
    r"""<([/!?]?[A-Za-z\[][^<>"']*+(?:(?:"[^"<]*+"|'[^'<]*+')[^<>"']*+)*+|[/!?]?[A-Za-z\[][^<>]*+)>"""
)
"""A tag, without its angle brackets in group 1. A scan never passes the next `<`, so it is linear."""

_NAME = compile_later(r"/?([A-Za-z][A-Za-z0-9]*(?::[A-Za-z0-9]+)?)(?=[\s/]|$)")
_ATTRIBUTE = compile_later(r"""([A-Za-z-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_SANE = compile_later(
    r"""[\s/]*+(?:$|[A-Za-z_:@][\w:.@-]*+\s*+=|["']|(?:(?:compact|reversed|hidden|nowrap|noshade|checked|disabled|"""
    r"""selected|multiple|readonly|required|open|async|defer|download|itemscope|data-[\w-]++)(?![\w-])[\s/]*+)++$)""",
    re.IGNORECASE,
)
"""What may follow a tag's name: attributes with their values, or those that have none; other words are words."""
_DECLARATION = compile_later(
    r"!(?:\[(?!CDATA)|doctype\b|element\b|entity\b)|\?(?:xml|php|mso|import)\b", re.IGNORECASE
)
_SHOWN = compile_later(
    r"(?:input|select|textarea|label|table)\b|[^\s]+\s.*(?:\bhidden|aria-|mso-|sr-only|reader|display|decoration|through|"
    r"strike|font-|vertical-|clip|visib|1px|-none)",
    re.IGNORECASE | re.DOTALL,
)
"""Tags that say how their words are shown, or what was chosen: only a page's reader knows what that comes to."""
_PREFIXES = frozenset(
    ("o", "v", "w", "m", "x", "a", "r", "p", "st1", "st2", "wp", "wps", "pic", "mc", "svg", "xml", "xlink", "ns0")
)  # fmt: skip
"""The namespaces of the markup that office programs write."""
STRUCK = "s"
"""The emphasis of words that are struck out."""
_EMPHASIS = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "u": "u", "ins": "u", "s": STRUCK, "del": STRUCK,
    "strike": STRUCK, "sup": "^", "sub": "_",
}  # fmt: skip
_LISTS = ("ul", "ol", "menu", "dir")
_BLOCKS = (
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "thead", "tbody", "tfoot", "caption", "blockquote",
    "pre", "dl", "dt", "dd", "section", "article", "header", "footer", "main", "figure", "figcaption", "hr", "address",
    "center", "fieldset", "form", "body", "html", "head", "title",
)  # fmt: skip
_OTHERS = (
    "a", "abbr", "acronym", "area", "base", "bdi", "bdo", "big", "button", "code", "col", "colgroup", "data", "font",
    "input", "kbd", "label", "link", "map", "mark", "meta", "nobr", "option", "path", "q", "rp", "rt", "ruby", "samp",
    "script", "select", "small", "span", "style", "svg", "textarea", "time", "tt", "var", "wbr",
)  # fmt: skip

VOID = frozenset(
    ("area", "base", "br", "col", "hr", "img", "input", "li", "link", "meta", "p", "param", "source", "td", "tr", "wbr")
)  # fmt: skip
"""Tags that nothing closes, or that authors leave open."""
_ASKED = {"li": "value", "img": "alt"}
_MOST_DIGITS = 8


class Classified(Struct, frozen=True):
    """One tag's effect, and what it needs to know: the letter of an emphasis, a list's start, words."""

    effect: Effect
    value: str = ""


class TagEffects(Struct, frozen=True):
    """What a tag does where it opens and where it closes, and the letter of its emphasis."""

    opening: Effect
    closing: Effect
    letter: str = ""


BLOCK = TagEffects("open_block", "close_block")
NEUTRAL = TagEffects("skip", "skip")
EFFECTS: dict[str, TagEffects] = {
    **dict.fromkeys(_BLOCKS, BLOCK),
    **dict.fromkeys(_LISTS, TagEffects("open_list", "close_list")),
    **dict.fromkeys(_OTHERS, NEUTRAL),
    **{name: TagEffects("open_emphasis", "close_emphasis", letter) for name, letter in _EMPHASIS.items()},
    **dict.fromkeys(("td", "th"), TagEffects("skip", "end_cell")),
    "li": TagEffects("open_item", "close_item"),
    "br": TagEffects("break_line", "break_line"),
    "img": TagEffects("describe_image", "skip"),
}
"""What the tags of a cell do, by name."""
_PAGE_BLOCKS = (
    "nav", "aside", "details", "summary", "dialog", "search", "hgroup", "legend", "optgroup", "option",
)  # fmt: skip
PAGE_EFFECTS = {
    **EFFECTS,
    **dict.fromkeys(_PAGE_BLOCKS, BLOCK),
    **dict.fromkeys(("td", "th"), TagEffects("end_cell", "end_cell")),
    "br": NEUTRAL,
}
"""What the tags of a page do: a page has more kinds of blocks than a cell, and an unknown tag says nothing.

A cell may stand outside every table, behind words that are none of it.
"""


def classify_tag(tag: str) -> Classified:
    """What `tag` (without its angle brackets) does in a cell."""
    match = _NAME.match(tag)
    if match is None or not _SANE.match(tag, match.end()):
        return _classify_unknown(tag, is_silent=_DECLARATION.match(tag) is not None)
    name = match.group(1).lower()
    effects = EFFECTS.get(name)
    if effects is None:
        prefix, colon, _ = name.partition(":")
        return _classify_unknown(tag, is_silent=bool(colon) and prefix in _PREFIXES)
    if tag.startswith("/"):
        return Classified(effects.closing, effects.letter)
    if _SHOWN.match(tag):
        return Classified("show")
    return Classified(effects.opening, effects.letter or find_value(name, read_attributes(tag)))


def _classify_unknown(tag: str, *, is_silent: bool) -> Classified:
    return Classified("skip") if is_silent else Classified("keep_words", tag)


def find_value(name: str, attributes: Mapping[str, object]) -> str:
    """What an opening tag needs to know: a list's start and type, an item's number, an image's description."""
    if name == "ol":
        start, kind = (str(attributes.get(each, "1")) for each in ("start", "type"))
        return f"{start if is_count(start) else '1'} {kind[:1]}"
    asked = _ASKED.get(name)
    return str(attributes.get(asked, "")) if asked else ""


def is_count(text: str) -> bool:
    """Whether an attribute's value is a number of a size that someone means."""
    return text.isdecimal() and len(text) <= _MOST_DIGITS


def read_attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, names in small letters."""
    return {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(tag)}
