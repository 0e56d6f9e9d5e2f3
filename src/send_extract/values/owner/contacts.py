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
_SIGN: Final = compile_later(r"(?<![\w.])@(?=[^\W\d_])", need=has_any("@"))
"""What stands before the name of somebody who is mentioned (`@Ann Reed`)."""
_LOOKUP: Final = compile_later(r";#\d+(?:;#)?|\A\d+;#|;#(?=\D)", need=has_any(";#"))
"""What SharePoint writes between those that a column of people has, and the numbers that it has for them."""


def drop_contacts(text: str, said: list[str]) -> str:
    """`text` without the contacts of those that it names, which go to `said`, unless nothing else names them."""
    if ";#" in text:
        said += [match[0] for match in _LOOKUP.finditer(text)]
        text = _LOOKUP.sub(";", text)
    text = _SIGN.sub("", text) if "@" in text else text
    bare = _CONTACT.sub("", text) if "@" in text or has_figure(text) else text
    if bare == text or not any(map(str.isupper, bare)):
        return text
    said += [match[0] for match in _CONTACT.finditer(text)]
    return bare
