"""The words of a text counted before its reader makes anything of them: all of it but the markup."""

from __future__ import annotations

import re
from html.entities import html5

from send_extract.account import Tally, count_words
from send_extract.patterns import compile_later
from send_extract.readers.tags import EFFECTS

_HIDDEN = compile_later(r"<!--.*?-->|<(script|style|select)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_NAMES = "|".join(sorted(EFFECTS, key=len, reverse=True))
_VALUES = r"""(?:[^<>"']{0,99}(?:"[^"]{0,999}"|'[^']{0,999}')){1,9}[^<>"']{0,99}>"""
"""The rest of a tag that may have brackets within its values."""
_BRACKETS = compile_later(
    rf"(<(?:[^<>]*>|(?=/?(?:{_NAMES})[\s<])(?:\w+\s{_VALUES}|/\w+(?=<))))", re.IGNORECASE
)
"""Tags, and what would be one; an end that runs into the next tag (`</ul</p>`) is none of the reader's words."""
_PARTED_REFERENCE = compile_later(r"&[A-Za-z\t]*\t[A-Za-z\t]*;")
_TAG = compile_later(
    rf"</?(?:{_NAMES}|(?-i:[A-Za-z])\w{{0,3}}:\w+)(?=[\s/>])[^<>]*>|<[!?][^<>]*>|<[^<>]*[<>].+",
    re.IGNORECASE | re.DOTALL,
)
"""What of those is a tag; one that has brackets within it was told by its name."""


def tally_text(text: str) -> tuple[Tally, ...]:
    """The tally of a text; the source itself is what was counted."""
    return (Tally(count_words(strip_text(text).split("\t"))),)


def strip_text(text: str) -> str:
    """A text with tabs for its tags, without what comments, scripts, styles and lists of choices hold."""
    return _drop_tags(_HIDDEN.sub(_keep_lines, text)) if "<" in text else text


def _keep_lines(found: re.Match[str]) -> str:
    return "\t" + "\n" * found[0].count("\n")


def _drop_tags(text: str) -> str:
    """A text without its tags; each distinct one is looked at once, and what is no tag stays."""
    pieces = _BRACKETS.split(text)
    words = {found for found in {*pieces[1::2]} if found[-1] == ">" and not _TAG.fullmatch(found)}
    if not words:
        return "\t".join(pieces[::2])
    return _BRACKETS.sub(lambda found: found[0] if found[0] in words else _keep_lines(found), text)


def join_references(text: str) -> str:
    """A text with tabs for its tags, those left out that stand within the name of a sign (`&am`, a tag, `p;`)."""
    return _PARTED_REFERENCE.sub(_join_reference, text) if "&" in text else text


def _join_reference(found: re.Match[str]) -> str:
    whole = found[0].replace("\t", "")
    return whole if whole[1:] in html5 else found[0]
