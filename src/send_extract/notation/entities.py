"""Character references in text: named with their semicolon, numeric, and the few that authors leave open."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from send_extract.patterns import compile_later

_REFERENCE = compile_later(
    r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};|(?:amp|lt|gt|quot|nbsp)(?![A-Za-z0-9;]))"
)


def decode_entities(text: str) -> str:
    """`text` with its character references read; a bare `&` (`A&E`) and an unknown name stay as printed."""
    if "&" not in text:
        return text
    return _REFERENCE.sub(_decode, text)


def _decode(match: re.Match[str]) -> str:
    reference = match.group()
    if reference[1] == "#":
        return unescape(reference)
    return html5.get(reference[1:].rstrip(";") + ";", reference)
