"""Character references in text: named with their semicolon, numeric, and the few that authors leave open."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from send_extract.patterns import compile_later

_REFERENCE = compile_later(
    r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};|(?:amp|lt|gt|quot|nbsp)(?![A-Za-z0-9;]))"
)
_AGAIN = compile_later(r"&(?:(?:amp|AMP|#0{0,6}38|#[xX]0{0,5}26);)+")
"""A `&` that was escaped, and escaped again, however often: each level would be a round of its own."""
_MOST_ROUNDS = 8
"""How often references are looked for among what others stood for, `&` aside."""


def decode_entities(text: str) -> str:
    """`text` with its character references read, however often they were escaped.

    A bare `&` (`A&E`) and an unknown name stay as printed. Every reader and the account of words read them by this.
    """
    for _ in range(_MOST_ROUNDS if "&" in text else 0):
        read = _REFERENCE.sub(_decode, _AGAIN.sub("&", text))
        if read == text:
            break
        text = read
    return text


def _decode(match: re.Match[str]) -> str:
    reference = match.group()
    if reference[1] == "#":
        return unescape(reference)
    return html5.get(reference[1:].rstrip(";") + ";", reference)
