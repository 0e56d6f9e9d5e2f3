"""The words of a Markdown text counted before anything is made of them."""

from __future__ import annotations

import re

from send_extract.account import Tally, count_words
from send_extract.patterns import compile_later
from send_extract.readers.decoding import even_lines
from send_extract.readers.markdown.frame import drop_frame
from send_extract.readers.tags import EFFECTS
from send_extract.readers.walks import strip_text

_TITLE = r"""[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\))"""
_UNPRINTED = compile_later(
    r"^[ \t]{0,3}(?:`{3,}|~{3,})[^`\n]*$"  # a fence of code, and what it says of its language
    rf"|^[ \t]{{0,3}}\[(?!\^)[^\]\n]+\]:[ \t]*\S+(?:{_TITLE})?[ \t]*$"  # where a link goes, apart from its words
    rf"|(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:{_TITLE})?\)"  # and behind them
    r"|(?<!\w)\[\^[^\]\s]+\]:?",  # the mark of a footnote
    re.MULTILINE,
)
_SIGNS = compile_later(r"(?<!\\)(?:\*+|~~|`+)|\\(?=[^\w\s])")
"""Signs that print nothing, so that a word may go on behind them."""
_INSIDE = compile_later(r"(?<=\w)!\[([^\]\n]*)\]\([^()\s]*\)(?=\w)")
"""A picture inside a word, with the words that describe it."""
_PARTED_END = compile_later(r"</([A-Za-z\d\t]*\t[A-Za-z\d\t]*)>")


def tally_markdown(text: str, *, is_own: bool = False) -> tuple[Tally, ...]:
    """The words of a Markdown text; of a `plan.md` of this program (`is_own`) without the words of its frame."""
    return (Tally(count_words((strip_markdown(even_lines(text), is_own=is_own),))),)


def strip_markdown(text: str, *, is_own: bool) -> str:
    """A text without the signs and the tags of Markdown; its lines stay."""
    text = drop_frame(text) if is_own else text
    if "![" in text:
        text = "\n".join((_INSIDE.sub("", text), *_INSIDE.findall(text)))
    return _PARTED_END.sub(_drop_end, strip_text(_SIGNS.sub("", _UNPRINTED.sub("\t", text))))


def _drop_end(found: re.Match[str]) -> str:
    """Nothing for the end of a tag: a page's reader sees it when the tag inside it has gone (`</ta</ul>ble>`)."""
    return "\t" if found[1].replace("\t", "").lower() in EFFECTS else found[0]
