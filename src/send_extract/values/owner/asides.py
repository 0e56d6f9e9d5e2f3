"""Brackets that name another owner: `GB (BM to support)`, `Working group (lead: Cllr Smith)`."""

from __future__ import annotations

from typing import Final, NamedTuple

from send_extract.patterns import compile_later
from send_extract.values.owner.kinds import kind_of
from send_extract.values.owner.model import Role
from send_extract.values.owner.roles import find_role
from send_extract.values.owner.words import DEPARTMENTS, JOINTS

_BRACKET: Final = compile_later(r"\s*\(([^()]+)\)")
_JOINT: Final = compile_later("(?i)(" + "|".join(JOINTS) + r")\s+(.+)\Z")
_PEOPLE: Final = frozenset({"initials", "name"})
_WORKERS: Final = _PEOPLE | {"position", "people", "body"}
"""What can be there `to support`; `Lead Practitioner` is a post."""


class Aside(NamedTuple):
    """What a bracket says: the owner's words, the role, and the words that only say the role."""

    text: str
    role: Role
    said: str


def take_asides(text: str) -> tuple[str, list[Aside]]:
    """`text` without the brackets that name another owner, and these."""
    if "(" not in text:
        return text, []
    asides: list[Aside] = []
    kept, end = "", 0
    for bracket in _BRACKET.finditer(text):
        aside = read_aside(bracket[1]) if text[: bracket.start()].strip() else None
        if aside is not None:
            asides.append(aside)
            kept, end = kept + text[end : bracket.start()], bracket.end()
    return kept + text[end:], asides


def read_aside(words: str) -> Aside | None:
    """The owner that a bracket names, None where its words say something else of the one before it."""
    label, colon, behind = words.partition(":")
    role = find_role(label) if colon else None
    if role is not None:
        return Aside(behind.strip(), role, label) if kind_of(behind.strip()) != "unread" else None
    joint = _JOINT.match(words)
    if joint is not None:
        role = find_role(joint[1])
        return Aside(joint[2], role, joint[1]) if role else None
    return _read_side(words)


def _read_side(words: str) -> Aside | None:
    """`BM to support`, `lead BM`: one owner, and a role beside."""
    parts = words.split()
    for at in range(1, len(parts)):
        before, behind = " ".join(parts[:at]), " ".join(parts[at:])
        for owner, said in ((before, behind), (behind, before)):
            role = find_role(said)
            kinds = _WORKERS if said.lower().startswith("to ") else _PEOPLE
            if role is not None and kind_of(owner) in kinds and owner not in DEPARTMENTS:
                return Aside(owner, role, said)
    return None
