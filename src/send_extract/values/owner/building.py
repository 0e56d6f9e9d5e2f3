"""Claims to owners: what stands beside a person or in brackets is that person's, or another owner's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.values.owner.atoms import read_cell
from send_extract.values.owner.details import Detail, add_detail, is_another, is_held_by, is_timing
from send_extract.values.owner.division import Claim, divide
from send_extract.values.owner.kinds import is_nobody
from send_extract.values.owner.model import Owner, Role
from send_extract.values.owner.parts import SHORT, OwnerPart, is_person, open_part
from send_extract.values.owner.people import find_initials, fold_initials, is_initials
from send_extract.values.owner.roles import find_role
from send_extract.values.owner.sharing import Standing, Telling, share_role
from send_extract.values.owner.words import COUNCILLORS, POST_LETTERS, TITLES, VACANT

if TYPE_CHECKING:
    from send_extract.values.owner.people import People


class BuiltOwners(Struct, frozen=True):
    """The owners of claims, and the words that say a role, or that nobody is there."""

    owners: tuple[Owner, ...]
    said: tuple[str, ...]
    is_nobody: bool = False


_NEXT: Final = frozenset({";", "\n"})
_BESIDE: Final = frozenset({",", "-", "\n", ",\n", " "})
_JOINED: Final = compile_later(
    r"\s*(?:and|with|plus|also|then|&|\+|w/)(?:\s+|(?<=[&+/]))(?=\S)", re.IGNORECASE
)
_FIGURE: Final = compile_later(r"(?<!\w)\d")
_NOT_TIMED: Final = frozenset({"name", "position", "body", "people"})
MAX_DETAIL: Final = 80  # characters of a bracket that can be an owner's


def build_owners(claims: Sequence[Claim], people: People) -> BuiltOwners:
    """The owners that `claims` make, in order."""
    builder = _OwnerBuilder(people, is_list=any(claim.sign in _NEXT for claim in claims))
    builder.is_paired = _is_paired(claims)
    builder.holders = tuple(_find_holders(claims))
    for claim in claims:
        builder.add(claim)
    nobody = builder.nobody and not builder.owners and builder.nobody == len(claims)
    return BuiltOwners(tuple(builder.owners), tuple(builder.said), is_nobody=bool(nobody))


def _is_paired(claims: Sequence[Claim]) -> bool:
    """Whether a list has initials and a post in each of its items (`KL, Head of SEND; MN, Clerk`)."""
    kinds = [open_part(claim.text).kind for claim in claims]
    firsts = [claim.sign in _NEXT or not place for place, claim in enumerate(claims)]
    pairs = list(zip(kinds[::2], kinds[1::2], strict=False))
    is_even = len(claims) % 2 == 0 and firsts == [True, False] * (len(claims) // 2)
    return is_even and len(pairs) > 1 and set(pairs) == {("initials", "position")}


def _find_holders(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The names that are alone with a post in an item of a list, or in a cell (`Academic Registrar, Fiona Marsh`)."""
    firsts = [*(place for place, claim in enumerate(claims) if claim.sign in _NEXT or not place), len(claims)]
    for first, end in pairwise(firsts):
        post, name = claims[first], claims[end - 1]
        kinds = [open_part(claim.text).kind for claim in (post, name)]
        is_titled = name.text.split()[0].casefold().strip(".") in COUNCILLORS
        if end - first == 2 and name.sign == "," and kinds == ["position", "name"] and not is_titled:
            yield name


class _OwnerBuilder:
    """The owners of a cell as its claims come."""

    def __init__(self, people: People, *, is_list: bool) -> None:
        self.people = people
        self.is_list = is_list
        self.is_paired = False
        self.holders: tuple[Claim, ...] = ()
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
            part = replace(part, text=whole, kind="position", area="")
        self.said.extend(part.said)
        role = None if is_person(claim.text) else find_role(claim.text)
        if role and self.owners and claim.sign in {",", "-", ":", " ", ",and", "wide"} and not claim.is_cued:
            self.said.append(claim.text)
            self._take_role(role)
        elif is_nobody(claim.text):
            self.said.append(claim.text)
            self.nobody += 1
        elif part.kind == "nobody":
            self.said.append(part.text)
            asides = [
                _read_vacant(part, bracket) or read_aside(bracket, self.people) for bracket in part.brackets
            ]
            self.owners += [owner for owners, _ in asides for owner in owners]
            self.said += [words for _, said in asides for words in said]
            self.nobody += 1
        elif not self._join(claim, part) and (owner := self._read(claim, part)):
            self._append(claim, part, owner)

    def _take_role(self, role: Role) -> None:
        """Give a role that stands alone to the owner before it, and to those that it reaches."""
        self._share(Telling(role))
        self.owners[-1] = replace(self.owners[-1], role=role)

    def _share(self, telling: Telling) -> None:
        self.owners = share_role(Standing(self.owners, self._begun, self.is_list), telling)

    def _read(self, claim: Claim, part: OwnerPart) -> Owner | None:
        """The owner that a claim names, None where its words are no owner."""
        text = part.text
        if part.kind in {"phrase", "unread"} and self.people.spell(text):
            return Owner(self.people.spell(text))
        role = part.role or claim.role
        if self._is_titled and claim.sign in {",", "and", ",and"} and part.kind == "phrase":
            return Owner(None, text, role)
        self._is_titled = text.split(maxsplit=1)[0].casefold().strip(".") in TITLES if text else False
        if part.kind == "unread" or not text or (part.kind not in _NOT_TIMED and is_timing(text)):
            return None
        return Owner(None, text, role) if part.kind == "name" else Owner(text, None, role)

    def _append(self, claim: Claim, part: OwnerPart, owner: Owner) -> None:
        """Enter `owner` with what its brackets say of it, and the owners that these name."""
        if claim.sign in {"", ";", "\n", "."}:
            self._begun = len(self.owners)
        if part.role and part.said:
            self._share(Telling(part.role, part.said, claim.sign, claim.text.endswith((")", "]"))))
        others: list[Owner] = []
        for detail in (claim.detail, part.area, *part.brackets):
            if detail:
                owner, more = self._detail(owner, detail, claim, part)
                others += more
        self.owners += [owner, *others]

    def _detail(
        self, owner: Owner, words: str, claim: Claim, part: OwnerPart
    ) -> tuple[Owner, tuple[Owner, ...]]:
        """`owner` with what one bracket says, and the owners that it names."""
        asides, said = read_aside(words, self.people)
        self.said.extend(said)
        bare = open_part(words)
        if asides or is_another(part, bare):
            return owner, asides or (Owner(bare.text, None, bare.role or "owner"),)
        joined = add_detail(owner, Detail(bare, part, words == claim.detail, self.people))
        if joined is not None:
            self.said.extend(bare.said)
            return joined, ()
        is_kept = owner.name is None and not is_person(owner.code or "")
        is_named = bare.kind != "unread" and not _FIGURE.search(words)
        return (replace(owner, code=f"{owner.code} ({words})") if is_kept and is_named else owner), ()

    def _join(self, claim: Claim, part: OwnerPart) -> bool:
        """Whether a claim says more of the person before (`Jane Doe, Head of SEND`), and is entered there."""
        if not self.owners or claim.sign not in _BESIDE or part.brackets or claim.detail:
            return False
        owner = self.owners[-1]
        if (part.role or claim.role) != owner.role and (part.role or claim.is_cued):
            return False
        joined = self._say_more(owner, claim, part)
        if joined is not None:
            self.owners[-1] = joined
        return joined is not None

    def _say_more(self, owner: Owner, claim: Claim, part: OwnerPart) -> Owner | None:
        """The person before with what a claim beside says; None where that is another owner."""
        if owner.name is None:
            return self._say_of_code(owner, claim, part)
        if (
            part.kind == "initials"
            and not owner.code
            and fold_initials(part.text) in find_initials(owner.name)
        ):
            return replace(owner, code=part.text)
        if owner.position is None and (part.kind == "position" or self._is_lettered(claim, part)):
            return replace(owner, position=part.text)
        is_body = part.kind in {"body", "department"} or (owner.position and self._is_lettered(claim, part))
        is_near = claim.sign not in {"\n", ",\n"} or owner.position is not None
        is_new = is_body and is_near and owner.organisation is None
        return replace(owner, organisation=part.text) if is_new else None

    def _say_of_code(self, owner: Owner, claim: Claim, part: OwnerPart) -> Owner | None:
        """Initials with the post beside, a councillor's post with its holder."""
        if part.kind == "name" and (claim in self.holders or is_held_by(owner.code or "", part.text)):
            return replace(owner, code=None, name=part.text, position=owner.code)
        is_beside = claim.sign == "-" or (claim.sign == "," and self.is_paired)
        is_held = is_beside and is_person(owner.code or "") and part.kind == "position"
        return replace(owner, position=part.text) if is_held else None

    def _is_lettered(self, claim: Claim, part: OwnerPart) -> bool:
        """Whether letters beside a name in a list of such are its post (`Tom Reed, HRBP`)."""
        is_letters = part.kind == "initials" and len(part.text) > SHORT and claim.sign == ","
        return is_letters and self.is_list and not self.people.knows(part.text)


def _read_vacant(part: OwnerPart, bracket: str) -> tuple[tuple[Owner, ...], tuple[str, ...]] | None:
    """The post that nobody holds (`Vacant (Head of SEND)`); None where the bracket names none."""
    post = open_part(bracket)
    is_post = post.kind == "position" or post.text in POST_LETTERS
    return ((Owner(post.text),), post.said) if part.text.casefold() in VACANT and is_post else None


def read_aside(words: str, people: People) -> tuple[tuple[Owner, ...], tuple[str, ...]]:
    """The owners that a bracket names beside the one before it, and its words that only say so."""
    if len(words) > MAX_DETAIL:
        return (), ()
    joined = _JOINED.match(words)
    cell = read_cell(words[joined.end() :] if joined else words)
    ways = divide(cell.atoms)
    if not ways:
        return (), ()
    built = build_owners(ways[0].claims, people)
    is_aside = joined is not None or _are_others(ways[0].claims, built.owners)
    return (built.owners, (*cell.said, *built.said)) if is_aside else ((), ())


def _are_others(claims: Sequence[Claim], owners: Sequence[Owner]) -> bool:
    """Whether what a bracket names are owners of their own: with a role, with a post, or several people."""
    if not owners or any(claim.is_cued for claim in claims) or any(owner.role != "owner" for owner in owners):
        return bool(owners)
    are_people = len(owners) > 1 and all(owner.name or is_person(owner.code or "") for owner in owners)
    has_posts = any(claim.detail or open_part(claim.text).is_post for claim in claims)
    return are_people or (has_posts and all(owner.position for owner in owners))


def name_owners(owners: Iterable[Owner], people: People) -> tuple[Owner, ...]:
    """`owners` with the names behind their initials, where one alone is known."""
    return tuple(_name_owner(owner, people) for owner in owners)


def _name_owner(owner: Owner, people: People) -> Owner:
    if owner.name is not None or owner.code is None:
        return owner
    names = people.find_names(owner.code)
    letters, _, area = owner.code.partition(" ")
    if not names and area and owner.organisation is None and is_initials(letters):
        names = people.find_names(letters)  # letters before an area that are somebody's are no post's
        owner = replace(owner, code=letters, organisation=area) if names else owner
    return replace(owner, name=names[0]) if len(names) == 1 else owner
