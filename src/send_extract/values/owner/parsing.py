"""A Who cell to its owners, in whichever form it is printed."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from send_extract.diagnostics import Finding
from send_extract.patterns import compile_later
from send_extract.values.owner.division import divide_cell
from send_extract.values.owner.kinds import is_nobody, kind_of
from send_extract.values.owner.model import Owner
from send_extract.values.owner.people import NO_PEOPLE, People, find_initials, fold_initials, is_initials
from send_extract.values.owner.pieces import open_piece
from send_extract.values.owner.words import CONNECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from send_extract.values.owner.pieces import Piece


class OwnersReading(NamedTuple):
    """The owners of a cell: empty where it says nobody, None where its words were not understood."""

    value: tuple[Owner, ...] | None
    findings: tuple[Finding, ...] = ()


_WORD: Final = compile_later(r"[^\W_]+")
_NUMBER: Final = compile_later(r"(?<!\w)\d")
_BESIDE: Final = frozenset({",", "-", "–", "—", ":", "\n"})
_DASHES: Final = frozenset({"-", "–", "—", ":"})
NOBODY_READ: Final = OwnersReading(())


MAX_KEPT: Final = 1000  # characters of a cell that is worth keeping the reading of


def parse_owners(text: str, people: People = NO_PEOPLE) -> OwnersReading:
    """The owners of a Who cell (design, section 3, "Who"), in order; its words are never lost.

    `people` gives the names behind initials. Findings: `owner-unread`, `owner-partly-read`,
    `owner-ambiguous`.
    """
    return _parse_kept(text, people) if len(text) <= MAX_KEPT else _parse(text, people)


def _parse(text: str, people: People) -> OwnersReading:
    if is_nobody(text):
        return NOBODY_READ
    division = divide_cell(text, people)
    opened = [open_piece(claim) for claim in division.claims]
    nobody = [one.piece.text for one in opened if one.piece.kind == "nobody"]
    pieces = [one.piece for one in opened if one.piece.kind not in {"nobody", "unread"}]
    if not pieces:
        return NOBODY_READ if nobody and len(nobody) == len(opened) else _refuse(text)
    owners = build_owners(pieces, people, is_list=";" in text)
    joints = [*division.joints, *nobody, *(joint for one in opened for joint in one.joints)]
    return OwnersReading(
        tuple(_name_owner(owner, people) for owner in owners),
        (*_find_rest(text, owners, joints), *_find_doubts(owners, people)),
    )


def _refuse(text: str) -> OwnersReading:
    return OwnersReading(None, (Finding("owner-unread", (("text", text),)),))


_parse_kept = lru_cache(maxsize=8192)(_parse)


def build_owners(pieces: Iterable[Piece], people: People, *, is_list: bool) -> list[Owner]:
    """The owners that `pieces` make: a post or a body beside a name is that person's."""
    owners: list[Owner] = []
    for piece in pieces:
        joined = _join(owners[-1], piece, is_list=is_list) if owners else None
        if joined is None:
            owners.append(_build_owner(piece, people))
        else:
            owners[-1] = joined
    return owners


def _join(owner: Owner, piece: Piece, *, is_list: bool) -> Owner | None:
    """`owner` with what `piece` says of the same person, None where it is another owner."""
    if piece.divider not in _BESIDE or piece.bracket or piece.role not in {"owner", owner.role}:
        return None
    if owner.name is None:
        return _join_code(owner, piece) if piece.divider in _DASHES else None
    if piece.kind == "initials" and not owner.code and fold_initials(piece.text) in find_initials(owner.name):
        return replace(owner, code=piece.text)
    if piece.kind == "position" and owner.position is None:
        return replace(owner, position=piece.text)
    is_body = piece.kind in {"body", "phrase"} or (is_list and owner.position and piece.kind == "initials")
    is_near = piece.divider != "\n" or owner.position is not None
    return replace(owner, organisation=piece.text) if is_body and is_near and not owner.organisation else None


def _join_code(owner: Owner, piece: Piece) -> Owner | None:
    code = owner.code or ""
    if is_initials(code):
        joined = {"position": "position", "name": "name"}.get(piece.kind)
        return replace(owner, **{joined: piece.text}) if joined else None
    if piece.kind == "name" and kind_of(code) == "position":
        return replace(owner, code=None, name=piece.text, position=code)
    return None


def _build_owner(piece: Piece, people: People) -> Owner:
    if piece.kind == "name":
        return _add_brackets(Owner(None, piece.text, piece.role), piece.bracket)
    if piece.kind == "initials":
        return _add_brackets(Owner(piece.text, None, piece.role), piece.bracket)
    if piece.kind == "position" and kind_of(piece.bracket) == "name":
        return Owner(None, piece.bracket, piece.role, piece.text)
    if piece.kind == "position" and people.knows(piece.bracket):
        return Owner(piece.bracket, None, piece.role, piece.text)
    return Owner(piece.printed, None, piece.role)


def _add_brackets(owner: Owner, bracket: str) -> Owner:
    """`owner` with what stands in brackets after the name or the initials."""
    for part in filter(None, map(str.strip, bracket.split(","))):
        kind = kind_of(part)
        if kind == "position" and owner.position is None:
            owner = replace(owner, position=part)
        elif kind == "name" and owner.name is None:
            owner = replace(owner, name=part)
        elif owner.name and owner.code is None and fold_initials(part) in find_initials(owner.name):
            owner = replace(owner, code=part)
        elif (
            kind in {"body", "phrase", "initials"} and owner.organisation is None and not _NUMBER.search(part)
        ):
            owner = replace(owner, organisation=part)
    return owner


def _name_owner(owner: Owner, people: People) -> Owner:
    """`owner` with the name behind the initials, where one alone is known."""
    if owner.name is not None or owner.code is None:
        return owner
    names = people.find_names(owner.code)
    return replace(owner, name=names[0]) if len(names) == 1 else owner


def _find_doubts(owners: Iterable[Owner], people: People) -> list[Finding]:
    """A finding for each owner whose initials fit several names."""
    known = [(owner.code, people.find_names(owner.code)) for owner in owners if owner.code and not owner.name]
    return [
        Finding("owner-ambiguous", (("code", code), ("names", ", ".join(names))))
        for code, names in known
        if len(names) > 1
    ]


def _find_rest(text: str, owners: Iterable[Owner], joints: Iterable[str]) -> list[Finding]:
    """A finding with the words of `text` that no owner and no joint accounts for, where there are any."""
    left = Counter(_WORD.findall(text))
    for owner in owners:
        for words in (owner.code, owner.name, owner.position, owner.organisation):
            left.subtract(_WORD.findall(words or ""))
    for joint in joints:
        left.subtract(_WORD.findall(joint))
    rest = [word for word in _WORD.findall(text) if _take(left, word) and word.casefold() not in CONNECTIVES]
    return [Finding("owner-partly-read", (("text", text), ("rest", " ".join(rest))))] if rest else []


def _take(left: Counter[str], word: str) -> bool:
    is_left = left[word] > 0
    left[word] -= 1
    return is_left
