"""A claim to a piece: its words, what stands in brackets after them, and the role that either says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from send_extract.patterns import compile_later
from send_extract.values.owner.kinds import Kind, is_nobody, kind_of
from send_extract.values.owner.model import Role
from send_extract.values.owner.people import is_initials
from send_extract.values.owner.roles import find_role
from send_extract.values.owner.words import DEPARTMENTS

if TYPE_CHECKING:
    from send_extract.values.owner.division import Claim


class Piece(NamedTuple):
    """One owner's words as printed, the same without their brackets, what stood in these, and the role."""

    printed: str
    text: str
    kind: Kind
    bracket: str
    role: Role
    divider: str


class Opened(NamedTuple):
    """A piece, and the words that only said its role."""

    piece: Piece
    joints: tuple[str, ...]


_ROLE_SIGNS: Final = (
    re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\Z"),
    re.compile(r"\A[(\[]([^()\[\]]*)[)\]]\s*"),
    re.compile(r"\s+(tbc|tba|TBC|TBA)\Z"),
    re.compile(r"\s*(?:,\s+|\s[–—-]\s*)([A-Za-z ]{4,40})\Z"),
)
_ROLE_AFTER_INITIALS: Final = compile_later(r"\s+((?:to |as |joint )?[a-z]+)\Z")
_ROLE_BEFORE_INITIALS: Final = compile_later(r"([A-Za-z-]+(?: [a-z]+)?)\s+(?=\S+\Z)")
_REMARK: Final = compile_later(r"(\S{2,6}) (?:[a-z]|[–—-]? ?\d)")
_BRACKET: Final = compile_later(r"\s*\(([^()]*)\)\Z")


def open_piece(claim: Claim) -> Opened:
    """The piece that `claim` is."""
    text, role = claim.text.strip(" ,;*†‡"), claim.role
    joints: list[str] = []
    for sign in _ROLE_SIGNS:
        found = sign.search(text)
        if found is None or len(found[0]) == len(text):
            continue
        said = find_role(found[1])
        if said is not None or is_nobody(found[1]):
            joints.append(found[1])
            text, role = text[: found.start()] + text[found.end() :], said or role
    after = _ROLE_AFTER_INITIALS.search(text)
    if after is not None and find_role(after[1]) and is_initials(text[: after.start()]):
        joints.append(after[1])
        text, role = text[: after.start()], find_role(after[1]) or role
    ahead = _ROLE_BEFORE_INITIALS.match(text)
    if ahead is not None and find_role(ahead[1]) and is_person(text[ahead.end() :]):
        joints.append(ahead[1])
        text, role = text[ahead.end() :], find_role(ahead[1]) or role
    piece = _take_initials(_read_piece(_drop_stop(text), role, claim.divider))
    return Opened(piece._replace(kind="name") if claim.is_surname else piece, tuple(joints))


def is_person(text: str) -> bool:
    """Whether `text` is initials, and not those of a department."""
    return is_initials(text) and text not in DEPARTMENTS


def _read_piece(text: str, role: Role, divider: str) -> Piece:
    bracket = _BRACKET.search(text)
    if bracket is None or not bracket.start():
        return Piece(text, text, kind_of(text), "", role, divider)
    bare = text[: bracket.start()]
    return Piece(text, bare, kind_of(bare), bracket[1].strip(), role, divider)


def _take_initials(piece: Piece) -> Piece:
    """The initials alone of a piece that a remark in small letters follows (`GB from Sept`)."""
    remark = _REMARK.match(piece.text) if piece.kind in {"phrase", "unread"} else None
    if remark is None or not is_initials(remark[1]):
        return piece
    return piece._replace(printed=remark[1], text=remark[1], kind="initials", bracket="")


def _drop_stop(text: str) -> str:
    """`text` without a full stop that ends a sentence and no initial."""
    return text if is_initials(text) else text.rstrip(" .")
