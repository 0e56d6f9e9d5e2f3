"""How owners can be reached: addresses of mail and numbers of telephones beside them, which are nobody's names."""

from __future__ import annotations

from typing import Final

from send_extract.patterns import compile_later, has_any, has_figure

_MAIL: Final = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_TELEPHONE: Final = r"(?<![\w/])(?:\+44\s?\d|0\d)(?:[ -]?\d){8,9}(?![\w/])"
_EXTENSION: Final = r"\b[Ee]xt(?:n|ension)?\b[.:]?\s*\d{3,6}(?!\w)"
ADDRESS: Final = compile_later(_MAIL, need=has_any("@"))
"""An address of mail, by which somebody is named where nothing else names anybody."""
_CONTACT: Final = compile_later(
    r"(?<=[^\s;/&+])(?<!\band)\s*+(?:[,:–-]\s*+)?(?:[(\[<]\s*+)?(?:\b(?:[Ee]-?mail|[Tt]el(?:ephone)?|[Pp]hone|[Mm]ob(?:ile)?)\b[.:]?\s*)?"
    rf"(?:{_MAIL}|{_TELEPHONE}|{_EXTENSION})(?:\s*[)\]>])?",
)


def drop_contacts(text: str, said: list[str]) -> str:
    """`text` without the contacts of those that it names, which go to `said`, unless nothing else names them."""
    bare = _CONTACT.sub("", text) if "@" in text or has_figure(text) else text
    if bare == text or not any(map(str.isupper, bare)):
        return text
    said += [match[0] for match in _CONTACT.finditer(text)]
    return bare
