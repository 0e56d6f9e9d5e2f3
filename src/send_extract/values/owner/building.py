"""Claims to owners: what stands beside a person or in brackets is that person's, or another owner's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.values.owner.atoms import read_cell
from send_extract.values.owner.division import Claim, divide
from send_extract.values.owner.kinds import Kind, is_nobody
from send_extract.values.owner.model import Owner
from send_extract.values.owner.parts import SHORT, Part, is_person, open_part
from send_extract.values.owner.people import find_initials, fold_initials
from send_extract.values.owner.roles import find_role
from send_extract.values.owner.words import COUNCILLORS, TITLES
from send_extract.values.timing import TimingContext, parse_timing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from send_extract.values.owner.people import People


class Built(NamedTuple):
    """The owners of claims, and the words that say a role, or that nobody is there."""

    owners: tuple[Owner, ...]
    said: tuple[str, ...]
    is_nobody: bool = False


_BESIDE: Final = frozenset({",", "-", "\n", ",\n", " "})
_JOINED: Final = compile_later(
    r"\s*(?:and|with|plus|also|then|&|\+|w/)(?:\s+|(?<=[&+/]))(?=\S)", re.IGNORECASE
)
_FIGURE: Final = compile_later(r"(?<!\w)\d")
_NOT_TIMED: Final = frozenset({"name", "position", "body", "people"})
MAX_DETAIL: Final = 80  # characters of a bracket that can be an owner's


def build_owners(claims: Sequence[Claim], people: People) -> Built:
    """The owners that `claims` make, in order."""
    builder = _Builder(people, is_list=sum(claim.sign in {";", "\n"} for claim in claims) > 0)
    for claim in claims:
        builder.add(claim)
    nobody = builder.nobody and not builder.owners and builder.nobody == len(claims)
    return Built(tuple(builder.owners), tuple(builder.said), is_nobody=bool(nobody))


class _Builder:
    """The owners of a cell as its claims come."""

    def __init__(self, people: People, *, is_list: bool) -> None:
        self.people = people
        self.is_list = is_list
        self.owners: list[Owner] = []
        self.said: list[str] = []
        self.nobody = 0
        self._is_titled = False
        self._begun = 0

    def add(self, claim: Claim) -> None:
        """Enter one claim: a role of the owner before, nobody, a detail of the person before, or an owner."""
        part = open_part(claim.text)
        if part.area and self.people.is_term(part.text):
            whole = (
                f"{part.text} {part.area}" if claim.text.startswith(part.text) else f"{part.area} {part.text}"
            )
            part = part._replace(text=whole, kind="position", area="")
        self.said.extend(part.said)
        role = None if is_person(claim.text) else find_role(claim.text)
        if role and self.owners and claim.sign in {",", "-", " ", ",and", "wide"} and not claim.is_cued:
            self.said.append(claim.text)
            self.owners[-1] = replace(self.owners[-1], role=role)
        elif part.kind == "nobody":
            self.said.append(part.text)
            self.nobody += 1
        elif not self._join(claim, part) and (owner := self._read(claim, part)):
            self._append(claim, part, owner)

    def _read(self, claim: Claim, part: Part) -> Owner | None:
        """The owner that a claim names, None where its words are no owner."""
        text = part.text
        if part.kind in {"phrase", "unread"} and self.people.spell(text):
            return Owner(self.people.spell(text))
        role = part.role or claim.role
        if (
            self._is_titled
            and claim.sign in {",", "and", ",and"}
            and part.kind == "phrase"
            and len(text.split()) == 1
        ):
            return Owner(None, text, role)
        self._is_titled = text.split(maxsplit=1)[0].casefold().strip(".") in TITLES if text else False
        if part.kind == "unread" or not text or (part.kind not in _NOT_TIMED and is_timing(text)):
            return None
        return Owner(None, text, role) if part.kind == "name" else Owner(text, None, role)

    def _append(self, claim: Claim, part: Part, owner: Owner) -> None:
        """Enter `owner` with what its brackets say of it, and the owners that these name."""
        if claim.sign in {"", ";", "\n", "."}:
            self._begun = len(self.owners)
        if (
            part.role
            and part.said
            and (self._begun or (part.role in {"lead", "accountable"} and claim.sign == "and"))
        ):
            self.owners[self._begun :] = [
                replace(one, role=part.role) if one.role == "owner" else one
                for one in self.owners[self._begun :]
            ]
        others: list[Owner] = []
        for detail in (claim.detail, part.area, *part.brackets):
            if detail:
                owner, more = self._detail(owner, detail, claim, part)
                others += more
        self.owners += [owner, *others]

    def _detail(self, owner: Owner, detail: str, claim: Claim, part: Part) -> tuple[Owner, list[Owner]]:
        """`owner` with what one bracket says, and the owners that it names."""
        asides, said = read_aside(detail, self.people)
        if asides:
            self.said.extend(said)
            return owner, list(asides)
        bare = open_part(detail)
        if part.kind == bare.kind == "initials" and len(bare.text) <= SHORT and is_person(bare.text):
            return owner, [Owner(bare.text, None, bare.role or "owner")]
        joined = add_detail(
            owner, Detail(bare.text or detail, bare.kind, part.kind, detail == claim.detail), self.people
        )
        if joined is not None:
            self.said.extend(bare.said)
            return joined, []
        is_kept = (
            owner.name is None
            and not is_person(owner.code or "")
            and bare.kind != "unread"
            and not _FIGURE.search(detail)
        )
        return (replace(owner, code=f"{owner.code} ({detail})") if is_kept else owner), []

    def _join(self, claim: Claim, part: Part) -> bool:
        """Whether a claim says more of the person before (`Jane Doe, Head of SEND`), and is entered there."""
        if not self.owners or claim.sign not in _BESIDE or part.brackets or claim.detail or claim.is_cued:
            return False
        owner = self.owners[-1]
        if part.role and part.role != owner.role:
            return False
        joined = self._say_more(owner, claim, part)
        if joined is not None:
            self.owners[-1] = joined
        return joined is not None

    def _say_more(self, owner: Owner, claim: Claim, part: Part) -> Owner | None:
        if owner.name is None:
            if part.kind == "name" and is_held_by(owner.code or "", part.text):
                return replace(owner, code=None, name=part.text, position=owner.code)
            is_held = claim.sign == "-" and is_person(owner.code or "") and part.kind == "position"
            return replace(owner, position=part.text) if is_held else None
        if (
            part.kind == "initials"
            and not owner.code
            and fold_initials(part.text) in find_initials(owner.name)
        ):
            return replace(owner, code=part.text)
        if part.kind == "position" and owner.position is None:
            return replace(owner, position=part.text)
        is_letters = part.kind == "initials" and len(part.text) > SHORT and self.is_list
        if is_letters and owner.position is None and claim.sign == "," and not self.people.knows(part.text):
            return replace(owner, position=part.text)
        is_body = part.kind in {"body", "department"} or (is_letters and owner.position)
        is_near = claim.sign not in {"\n", ",\n"} or owner.position is not None
        return (
            replace(owner, organisation=part.text) if is_body and is_near and not owner.organisation else None
        )


def is_held_by(post: str, name: str) -> bool:
    """Whether the post is a councillor's and `name` has that title (`Portfolio Holder, Cllr Patel`)."""
    noun = post.rpartition(" ")[2].casefold()
    return (
        noun in {"holder", "member", "mayor"}
        and name.split(maxsplit=1)[0].casefold().strip(".") in COUNCILLORS
    )


def read_aside(words: str, people: People) -> tuple[tuple[Owner, ...], tuple[str, ...]]:
    """The owners that a bracket names beside the one before it: with a role of their own, or several people."""
    if len(words) > MAX_DETAIL:
        return (), ()
    joined = _JOINED.match(words)
    cell = read_cell(words[joined.end() :] if joined else words)
    ways = divide(cell.atoms)
    claims = ways[0].claims if ways else ()
    built = build_owners(claims, people) if claims else Built((), ())
    has_roles = any(claim.is_cued for claim in claims) or any(owner.role != "owner" for owner in built.owners)
    are_people = len(built.owners) > 1 and all(
        owner.name or is_person(owner.code or "") for owner in built.owners
    )
    is_aside = built.owners and (joined is not None or has_roles or are_people)
    return (built.owners, (*cell.said, *built.said)) if is_aside else ((), ())


class Detail(NamedTuple):
    """What stands in brackets after an owner, or beside it; `head` is the kind of the owner's own words."""

    text: str
    kind: Kind
    head: Kind
    is_beside: bool = False


def add_detail(owner: Owner, detail: Detail, people: People) -> Owner | None:
    """`owner` with what a bracket says of it; None where that is no detail of a person."""
    text, kind, head, is_beside = detail
    if owner.name is not None or (is_person(owner.code or "") and head == "initials"):
        return _add_to_person(owner, text, kind)
    if is_beside and head == "position" and kind in {"department", "body"}:
        return replace(owner, organisation=text)
    is_known = is_person(text) and (len(text) <= SHORT or people.knows(text))
    if kind == "name" or is_known:
        person = replace(owner, code=None, name=text) if kind == "name" else replace(owner, code=text)
        return (
            replace(person, position=owner.code)
            if head == "position"
            else replace(person, organisation=owner.code)
        )
    return None


def _add_to_person(owner: Owner, text: str, kind: str) -> Owner | None:
    if kind == "position" and owner.position is None:
        return replace(owner, position=text)
    if kind == "name" and owner.name is None:
        return replace(owner, name=text)
    if owner.name and owner.code is None and fold_initials(text) in find_initials(owner.name):
        return replace(owner, code=text)
    is_body = (
        kind in {"body", "department", "phrase", "initials", "people"}
        and not is_timing(text)
        and not _FIGURE.search(text)
    )
    return replace(owner, organisation=text) if is_body and owner.organisation is None else None


@lru_cache(maxsize=4096)
def is_timing(text: str) -> bool:
    """Whether words are a date, a status or a rule of dates, and so no owner."""
    return not is_nobody(text) and len(text) <= MAX_DETAIL and parse_timing(text, TimingContext()).complete


def name_owners(owners: Iterable[Owner], people: People) -> tuple[Owner, ...]:
    """`owners` with the names behind their initials, where one alone is known."""
    return tuple(_name_owner(owner, people) for owner in owners)


def _name_owner(owner: Owner, people: People) -> Owner:
    if owner.name is not None or owner.code is None:
        return owner
    names = people.find_names(owner.code)
    return replace(owner, name=names[0]) if len(names) == 1 else owner
