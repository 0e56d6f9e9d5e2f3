"""Claims to owners: each claim in turn is a role of the owner before, nobody, more of that owner, or another owner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.values.acronym.letters import fits_exactly
from send_extract.values.owner.atoms import read_cell
from send_extract.values.owner.beside import Beside, add_beside, read_list
from send_extract.values.owner.details import FIGURE, Detail, add_detail, is_another
from send_extract.values.owner.division import Claim, divide
from send_extract.values.owner.kinds import PERSONS, is_nobody
from send_extract.values.owner.model import Owner
from send_extract.values.owner.parts import OwnerPart, is_person, is_timing, open_part
from send_extract.values.owner.roles import find_role
from send_extract.values.owner.sharing import Standing, Telling, share_role
from send_extract.values.owner.tokens import title_word
from send_extract.values.owner.words import POST_LETTERS, TITLES, VACANT

if TYPE_CHECKING:
    from send_extract.values.owner.kinds import Kind
    from send_extract.values.owner.people import People


class BuiltOwners(Struct, frozen=True):
    """The owners of claims, and the words that say a role, or that nobody is there.

    `is_joined` says that posts which could be two owners' are one's.
    """

    owners: tuple[Owner, ...] = ()
    said: tuple[str, ...] = ()
    is_nobody: bool = False
    is_joined: bool = False


_NONE: Final = BuiltOwners()
_BEGINS: Final = frozenset({"", ";", "\n", "."})
_LISTED: Final = frozenset({",", "and", ",and"})
_BEHIND: Final = frozenset({",", "-", ":", " ", ",and", "wide"})
_JOINED: Final = compile_later(
    r"\s*(?:and|with|plus|also|then|currently|now|for\s+now|until\s+then|meanwhile|&|\+|w/)(?:\s+|(?<=[&+/]))(?=\S)",
    re.IGNORECASE,
)
_NOT_TIMED: Final = frozenset({"name", "position", "body", "people"})
MAX_DETAIL: Final = 80  # characters of a bracket that can be an owner's


def build_owners(claims: Sequence[Claim], people: People) -> BuiltOwners:
    """The owners that `claims` make, in order."""
    builder = _OwnerBuilder(claims, people)
    for claim in claims:
        builder.add(claim)
    is_nobody = not builder.owners and 0 < builder.nobody == len(claims)
    return BuiltOwners(tuple(builder.owners), tuple(builder.said), is_nobody, builder.is_joined)


class _OwnerBuilder:
    """The owners of a cell as its claims come."""

    def __init__(self, claims: Sequence[Claim], people: People) -> None:
        self.people = people
        self.listed = read_list(claims)
        self.owners: list[Owner] = []
        self.said: list[str] = []
        self.nobody = 0
        self.is_joined = False
        self._is_titled = False
        self._begun = 0
        self._before = ""

    def add(self, claim: Claim) -> None:
        """Enter one claim as the first of the things that it can be."""
        part = self._open(claim)
        self.said.extend(part.said)
        any(
            take(claim, part)
            for take in (self._take_role, self._take_nobody, self._take_more, self._take_owner)
        )
        self._before = claim.text

    def _open(self, claim: Claim) -> OwnerPart:
        """The claim's part; letters that a glossary explains are nobody's, but a part of the post beside them."""
        part = open_part(claim.text)
        if not part.area or not self.people.is_term(part.text):
            return part
        both = (part.text, part.area) if claim.text.startswith(part.text) else (part.area, part.text)
        return replace(part, text=" ".join(both), kind="position", area="")

    def _take_role(self, claim: Claim, _: OwnerPart) -> bool:
        """A role that stands alone behind an owner (`GB, support`)."""
        role = None if is_person(claim.text) else find_role(claim.text)
        if role is None or not self.owners or claim.sign not in _BEHIND or claim.is_cued:
            return False
        self.said.append(claim.text)
        self._share(Telling(role))
        self.owners[-1] = replace(self.owners[-1], role=role)
        return True

    def _take_nobody(self, claim: Claim, part: OwnerPart) -> bool:
        """Words for nobody (`TBC`), and who stands in brackets behind them."""
        if part.kind != "nobody" and not is_nobody(claim.text):
            return False
        self._begin(claim)
        is_bare = is_nobody(claim.text)
        asides = () if is_bare else [self._read_vacant(part, bracket) for bracket in part.brackets]
        self.owners += chain.from_iterable(aside.owners for aside in asides)
        self.said += [
            claim.text if is_bare else part.text,
            *chain.from_iterable(aside.said for aside in asides),
        ]
        self.nobody += 1
        return True

    def _read_vacant(self, part: OwnerPart, bracket: str) -> BuiltOwners:
        """The post that nobody holds (`Vacant (Head of SEND)`), or who stands in for nobody."""
        post = open_part(bracket)
        is_post = post.kind == "position" or post.text in POST_LETTERS
        is_vacant = part.text.casefold() in VACANT and is_post
        return BuiltOwners((Owner(post.text),), post.said) if is_vacant else read_aside(bracket, self.people)

    def _take_more(self, claim: Claim, part: OwnerPart) -> bool:
        """More of the owner before (`Jane Doe, Head of SEND`)."""
        beside = Beside(claim, part, self.listed, self.people, self._before)
        told = add_beside(self.owners[-1], beside) if self.owners else None
        if told is not None:
            self.owners[-1] = told
            self.is_joined |= claim.sign == "and"
        return told is not None

    def _take_owner(self, claim: Claim, part: OwnerPart) -> bool:
        """An owner, with what its brackets say of it, and the owners that these name."""
        owner = self._read(claim, part)
        if owner is None:
            return False
        self._begin(claim)
        if part.role and part.said:
            self._share(Telling(part.role, part.said, claim.sign, claim.text.endswith((")", "]"))))
        others: list[Owner] = []
        for detail in filter(None, (claim.detail, part.area, *part.brackets)):
            owner, more = self._add_detail(owner, detail, claim, part)
            others += more
        self.owners += [owner, *others]
        return True

    def _begin(self, claim: Claim) -> None:
        """Note where an item of the list begins."""
        if claim.sign in _BEGINS:
            self._begun = len(self.owners)

    def _share(self, telling: Telling) -> None:
        self.owners = share_role(Standing(self.owners, self._begun, self.listed.is_several), telling)

    def _read(self, claim: Claim, part: OwnerPart) -> Owner | None:
        """The owner that a claim names, None where its words are no owner."""
        text = part.text
        spelled = self.people.spell(text) if part.kind == "unread" else ""
        if spelled:
            return Owner(spelled)
        kind = self._find_kind(claim, part)
        if _is_unowned(text, kind):
            return None
        role = part.role or claim.role
        return Owner(None, text, role) if kind == "name" else Owner(text, None, role)

    def _find_kind(self, claim: Claim, part: OwnerPart) -> Kind:
        """What a claim's words are: in a list behind a title in the plural all are names (`Cllrs Bird, Reed`)."""
        is_titled = self._is_titled and claim.sign in _LISTED and part.kind == "phrase"
        self._is_titled = is_titled or title_word(part.text) in TITLES
        return "name" if is_titled else part.kind

    def _add_detail(
        self, owner: Owner, words: str, claim: Claim, part: OwnerPart
    ) -> tuple[Owner, tuple[Owner, ...]]:
        """`owner` with what one bracket says, and the owners that it names."""
        aside = read_aside(words, self.people)
        self.said.extend(aside.said)
        bare = open_part(words)
        if aside.owners or is_another(part, bare):
            return owner, aside.owners or (Owner(bare.text, None, bare.role or "owner"),)
        if part.kind not in PERSONS and fits_exactly(words, owner.code or ""):
            self.said.append(words)  # its own letters
            return owner, ()
        joined = add_detail(owner, Detail(bare, part, words == claim.detail, self.people))
        if joined is None:
            return _keep_bracket(owner, words, bare), ()
        self.said.extend(bare.said)
        return joined, ()


def _is_unowned(text: str, kind: Kind) -> bool:
    """Whether words own nothing: none that are understood, or a date."""
    return not text or kind == "unread" or (kind not in _NOT_TIMED and is_timing(text))


def _keep_bracket(owner: Owner, words: str, bare: OwnerPart) -> Owner:
    """A bracket as a part of what it stands behind (`Outreach Worker (Rural Wards)`)."""
    is_kept = owner.name is None and not is_person(owner.code or "")
    is_named = bare.kind != "unread" and not FIGURE.search(words)
    return replace(owner, code=f"{owner.code} ({words})") if is_kept and is_named else owner


def read_aside(words: str, people: People) -> BuiltOwners:
    """The owners that a bracket names beside the one before it, and its words that only say so."""
    if len(words) > MAX_DETAIL:
        return _NONE
    joined = _JOINED.match(words)
    cell = read_cell(words[joined.end() :] if joined else words)
    ways = divide(cell.atoms)
    claims = ways[0].claims if ways else ()
    built = build_owners(claims, people)
    is_aside = bool(ways) and (joined is not None or _are_others(claims, built.owners))
    opening = joined[0] if joined else ""
    return BuiltOwners(built.owners, (opening, *cell.said, *built.said)) if is_aside else _NONE


def _are_others(claims: Sequence[Claim], owners: Sequence[Owner]) -> bool:
    """Whether what a bracket names are owners of their own: with a role, with a post, or several people."""
    return bool(owners) and (
        _have_roles(claims, owners) or _are_people(owners) or _have_posts(claims, owners)
    )


def _have_roles(claims: Sequence[Claim], owners: Sequence[Owner]) -> bool:
    return any(claim.is_cued for claim in claims) or any(owner.role != "owner" for owner in owners)


def _are_people(owners: Sequence[Owner]) -> bool:
    return len(owners) > 1 and all(owner.name or is_person(owner.code or "") for owner in owners)


def _have_posts(claims: Sequence[Claim], owners: Sequence[Owner]) -> bool:
    are_told = any(claim.detail or open_part(claim.text).is_post for claim in claims)
    return are_told and all(owner.position for owner in owners)
