"""What stands in brackets after an owner, behind a sign or on the next line, and is that owner's own.

A rule is a function: the owner with what the detail says, None where the rule has nothing to say of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from send_extract.patterns import compile_later
from send_extract.values.owner.kinds import AREAS, PERSONS
from send_extract.values.owner.model import Owner
from send_extract.values.owner.names import may_be_name
from send_extract.values.owner.parts import SHORT, OwnerPart, is_person, is_short, is_timing, open_part
from send_extract.values.owner.people import People, fits_name
from send_extract.values.owner.tokens import read_words, title_word
from send_extract.values.owner.words import COUNCILLORS, COUNCILLORS_POSTS, HELD, LETTERED, RANK_LETTERS


class Detail(Struct, frozen=True):
    """The words of a detail, opened, those of its owner, whether a sign joins them, and who is known."""

    part: OwnerPart
    head: OwnerPart
    is_beside: bool
    people: People


Said = TypeVar("Said")
_BODIES: Final = AREAS | {"phrase", "initials", "people"}
FIGURE: Final = compile_later(r"(?<!\w)\d")


def add_detail(owner: Owner, detail: Detail) -> Owner | None:
    """`owner` with what a detail says of it; None where that is none of a person's."""
    return tell(RULES, owner, detail)


def tell(rules: Iterable[Callable[[Owner, Said], Owner | None]], owner: Owner, said: Said) -> Owner | None:
    """The owner with what the first of the rules says that has something to say of it; None where none has."""
    return next((told for rule in rules if (told := rule(owner, said)) is not None), None)


def _say_letters(owner: Owner, detail: Detail) -> Owner | None:
    """`DSL (KL)`, `KL – DSL`: a post by its letters."""
    head, text = detail.head.text, detail.part.text
    if head in LETTERED and is_person(text):
        return replace(owner, code=text, position=head)
    return replace(owner, position=text) if is_person(head) and text in LETTERED else None


def _keep_rank(owner: Owner, detail: Detail) -> Owner | None:
    """`AD (Education)`: a rank and its business are one post."""
    is_rank = owner.code in RANK_LETTERS and detail.part.kind in AREAS
    return replace(owner, code=f"{owner.code} ({detail.part.text})") if is_rank else None


def _say_of_person(owner: Owner, detail: Detail) -> Owner | None:
    """A post, a name, initials or a body of a person."""
    is_initialled = is_person(owner.code or "") and detail.head.kind == "initials"
    is_other = is_another(detail.head, detail.part) or _is_in_team(owner, detail)
    return tell(_OF_PERSON, owner, detail) if (owner.name or is_initialled) and not is_other else None


def _is_in_team(owner: Owner, detail: Detail) -> bool:
    """Whether initials stand behind the letters of a team (`SLT (KL)`)."""
    is_team = owner.name is None and len(detail.head.text) > SHORT
    return is_team and detail.part.kind == "initials" and len(detail.part.text) <= SHORT


def _say_post(owner: Owner, detail: Detail) -> Owner | None:
    is_post = detail.part.kind == "position" and owner.position is None
    return tell_post(owner, detail.part) or replace(owner, position=detail.part.text) if is_post else None


def tell_post(owner: Owner, post: OwnerPart) -> Owner | None:
    """The owner with a post, the role that is said of it, and what stands in brackets behind it.

    None where it is no post, or where somebody else stands in a bracket.
    """
    if post.kind != "position":
        return None
    role = post.role if post.role and owner.role == "owner" else owner.role
    told: Owner | None = replace(owner, position=post.text, role=role)
    for bracket in post.brackets:
        told = _say_bracket(told, bracket) if told else None
    return told


def _say_bracket(owner: Owner, bracket: str) -> Owner | None:
    """What stands in brackets behind the post of an owner: the owner's initials, a body, a part of the post."""
    part = open_part(bracket)
    if part.kind in PERSONS:
        is_own = owner.code is None and fits_name(bracket, owner.name)
        return replace(owner, code=bracket) if is_own else None
    if part.kind == "unread" or is_timing(bracket) or FIGURE.search(bracket):
        return None
    if part.kind == "body" and owner.organisation is None:
        return replace(owner, organisation=bracket)
    return replace(owner, position=f"{owner.position} ({bracket})")


def _say_name(owner: Owner, detail: Detail) -> Owner | None:
    """The name behind initials; letters that do not fit it are its post's, as those before a stranger's words are."""
    text = detail.part.text
    if detail.part.kind != "name":
        is_stranger = detail.head.text in HELD and may_be_name(read_words(text))
        return replace(owner, code=text, position=detail.head.text) if is_stranger else None
    if owner.name is not None:
        return None
    return replace(owner, name=text) if fits_name(owner.code, text) else name_holder(owner, text)


def _say_initials(owner: Owner, detail: Detail) -> Owner | None:
    is_new = owner.code is None and fits_name(detail.part.text, owner.name)
    return replace(owner, code=detail.part.text) if is_new else None


def _say_body(owner: Owner, detail: Detail) -> Owner | None:
    text = detail.part.text
    is_body = detail.part.kind in _BODIES and not is_timing(text) and not FIGURE.search(text)
    return replace(owner, organisation=text) if is_body and owner.organisation is None else None


_OF_PERSON: Final = (_say_post, _say_name, _say_initials, _say_body)


def _say_area(owner: Owner, detail: Detail) -> Owner | None:
    """`Education: Head of SEND`: the business of a post that stands before it."""
    is_area = detail.is_beside and detail.head.kind == "position" and detail.part.kind in AREAS
    return replace(owner, organisation=detail.part.text) if is_area else None


def _say_holder(owner: Owner, detail: Detail) -> Owner | None:
    """`Head of SEND (Jane Doe)`, `LA (KL)`: who holds the post, or is of the body."""
    text, kind = detail.part.text, detail.part.kind
    is_known = is_person(text) and (len(text) <= SHORT or detail.people.knows(text))
    if kind != "name" and (not is_known or is_another(detail.head, detail.part)):
        return None
    person = replace(owner, code=None, name=text) if kind == "name" else replace(owner, code=text)
    field = "position" if detail.head.kind == "position" else "organisation"
    return replace(person, **{field: owner.code})


RULES: Final[tuple[Callable[[Owner, Detail], Owner | None], ...]] = (
    _say_letters, _keep_rank, _say_of_person, _say_area, _say_holder,
)  # fmt: skip


def name_holder(owner: Owner, name: str) -> Owner:
    """The person of that name whose post the owner is."""
    return replace(owner, code=None, name=name, position=owner.code)


def is_another(head: OwnerPart, part: OwnerPart) -> bool:
    """Whether initials in brackets are another person than the initials before them (`GB (BM)`)."""
    return all(one.kind == "initials" and is_short(one.text) for one in (head, part))


def is_held_by(post: str, name: str) -> bool:
    """Whether the post is a councillor's and `name` has that title (`Portfolio Holder, Cllr Patel`)."""
    is_councillors = post.rpartition(" ")[2].casefold() in COUNCILLORS_POSTS
    return is_councillors and title_word(name) in COUNCILLORS
