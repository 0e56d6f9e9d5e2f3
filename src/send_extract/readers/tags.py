"""What each tag of a cell's markup does to its blocks: a table, and one lookup."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from send_extract.patterns import compile_later

Effect = Literal[
    "open_block", "close_block", "break_line", "end_cell", "open_list", "close_list", "open_item", "close_item",
    "open_emphasis", "close_emphasis", "skip", "keep_words", "describe_image",
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
_PREFIXES = frozenset(
    (
        "o",
        "v",
        "w",
        "m",
        "x",
        "a",
        "r",
        "p",
        "st1",
        "st2",
        "wp",
        "wps",
        "pic",
        "mc",
        "svg",
        "xml",
        "xlink",
        "ns0",
    )
)
"""The namespaces of the markup that office programs write."""
_EMPHASIS = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "u": "u", "ins": "u", "s": "s", "del": "s",
    "strike": "s", "sup": "^", "sub": "_",
}  # fmt: skip
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "caption",
        "blockquote",
        "pre",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "figure",
        "figcaption",
        "hr",
        "address",
        "center",
        "fieldset",
        "form",
        "body",
        "html",
        "head",
        "title",
    ]
)
_OTHERS = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "area",
        "base",
        "bdi",
        "bdo",
        "big",
        "button",
        "code",
        "col",
        "colgroup",
        "data",
        "font",
        "input",
        "kbd",
        "label",
        "link",
        "map",
        "mark",
        "meta",
        "nobr",
        "option",
        "path",
        "q",
        "rp",
        "rt",
        "ruby",
        "samp",
        "script",
        "select",
        "small",
        "span",
        "style",
        "svg",
        "textarea",
        "time",
        "tt",
        "var",
        "wbr",
    ]
)


VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "p",
        "param",
        "source",
        "td",
        "tr",
        "wbr",
    ]
)
"""Tags that nothing closes, or that authors leave open."""


class Tag(NamedTuple):
    """One tag's effect, and what it needs to know: the letter of an emphasis, a list's start, words."""

    effect: Effect
    value: str = ""


@lru_cache(maxsize=1024)
def classify_tag(tag: str) -> Tag:
    """What `tag` (without its angle brackets) does."""
    match = _NAME.match(tag)
    if match is None or not _SANE.match(tag, match.end()):
        return Tag("skip") if _DECLARATION.match(tag) else Tag("keep_words", tag)
    name, closes = match.group(1).lower(), tag.startswith("/")
    if name in _EMPHASIS:
        return Tag("close_emphasis" if closes else "open_emphasis", _EMPHASIS[name])
    if name in _LISTS:
        return Tag("close_list") if closes else Tag("open_list", _number_list(name, tag))
    if name in _BLOCKS:
        return Tag("close_block" if closes else "open_block")
    return _classify_other(name, tag, closes=closes)


def _classify_other(name: str, tag: str, *, closes: bool) -> Tag:
    if name == "li":
        return Tag("close_item" if closes else "open_item", read_attributes(tag).get("value", ""))
    if name == "br":
        return Tag("break_line")
    if name in {"td", "th"}:
        return Tag("end_cell") if closes else Tag("skip")
    if name == "img":
        return Tag("describe_image", read_attributes(tag).get("alt", ""))
    is_known = name in _OTHERS or (":" in name and name.partition(":")[0] in _PREFIXES)
    return Tag("skip") if is_known else Tag("keep_words", tag)


def _number_list(name: str, tag: str) -> str:
    """`start type` of a numbered list (`1 1`, `3 a`); empty for a bulleted one."""
    if name != "ol":
        return ""
    attributes = read_attributes(tag)
    start = attributes.get("start", "1")
    return f"{start if start.isdecimal() and len(start) < 9 else '1'} {attributes.get('type', '1')[:1]}"  # noqa: PLR2004


def read_attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, names in small letters."""
    return {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(tag)}
