"""What a claim says more of the owner before it (`Jane Doe, Head of SEND`), behind a sign or on the next line.

A rule is a function: the owner with what the claim says, None where the rule has nothing to say of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from send_extract.runs import part_runs
from send_extract.values.owner.details import is_held_by, name_holder, tell, tell_post
from send_extract.values.owner.division import Claim
from send_extract.values.owner.kinds import AREAS
from send_extract.values.owner.model import Owner
from send_extract.values.owner.names import may_be_name
from send_extract.values.owner.parts import SHORT, OwnerPart, is_person, open_part
from send_extract.values.owner.people import People, fits_name
from send_extract.values.owner.tokens import read_words, title_word
from send_extract.values.owner.words import COUNCILLORS


class OwnerList(Struct, frozen=True):
    """Whether a cell is a list, whether each item is initials and a post, and the names alone with a post."""

    is_several: bool
    is_paired: bool
    holders: tuple[Claim, ...]


class Beside(Struct, frozen=True):
    """A claim beside the owner before it, its words opened, the list that it stands in, and who is known.

    `before` are the words of the claim before it.
    """

    claim: Claim
    part: OwnerPart
    listed: OwnerList
    people: People
    before: str = ""

    @property
    def has_letters(self) -> bool:
        """Whether letters stand behind a comma that are nobody's known initials."""
        text = self.part.text
        is_letters = self.part.kind == "initials" and len(text) > SHORT and self.claim.sign == ","
        return is_letters and not self.people.knows(text)

    @property
    def is_lettered(self) -> bool:
        """Whether letters beside a name in a list of such are its post (`Tom Reed, HRBP`)."""
        return self.has_letters and self.listed.is_several


_NEXT: Final = frozenset({";", "\n"})
_LINES: Final = frozenset({"\n", ",\n"})
_SIGNS: Final = _LINES | {",", "-", " "}


def read_list(claims: Sequence[Claim]) -> OwnerList:
    """What the items of a cell say of one another."""
    items = list(part_runs(claims, lambda _, claim: claim.sign in _NEXT))
    kinds = [tuple(open_part(claim.text).kind for claim in item) for item in items]
    return OwnerList(
        is_several=any(claim.sign in _NEXT for claim in claims),
        is_paired=len(items) > 1 and set(kinds) == {("initials", "position")},
        holders=tuple(item[1] for item, kind in zip(items, kinds, strict=True) if _has_holder(item, kind)),
    )


def _has_holder(item: Sequence[Claim], kinds: Sequence[str]) -> bool:
    """Whether an item is a post and who holds it (`Academic Registrar, Fiona Marsh`)."""
    is_held = kinds == ("position", "name") and item[1].sign == ","
    return is_held and title_word(item[1].text) not in COUNCILLORS


def add_beside(owner: Owner, beside: Beside) -> Owner | None:
    """The owner before with what a claim says of it; None where the claim is another owner."""
    if beside.claim.sign == "and":
        return None if beside.before.endswith((")", "]")) else _say_second_post(owner, beside)
    rules = RULES if _can_say(owner, beside.claim, beside.part) else (_say_post,)
    return tell(rules, owner, beside) if beside.claim.sign in _SIGNS else None


def _can_say(owner: Owner, claim: Claim, part: OwnerPart) -> bool:
    """Whether a claim has nothing that only an owner of its own has: brackets, another role."""
    is_other = bool(part.role or claim.is_cued) and (part.role or claim.role) != owner.role
    return not (part.brackets or claim.detail or is_other)


def _say_initials(owner: Owner, beside: Beside) -> Owner | None:
    """`Kim Lowe, KL`."""
    text, kind = beside.part.text, beside.part.kind
    is_fit = kind == "initials" and not owner.code and fits_name(text, owner.name)
    return replace(owner, code=text) if is_fit else None


def _say_post(owner: Owner, beside: Beside) -> Owner | None:
    """`Jane Doe, Head of SEND`, `Jane Doe, Head of SEND (Kite Trust)`."""
    claim, part = beside.claim, beside.part
    is_told = claim.is_cued or bool(claim.detail) or (part.role is not None and not claim.text.endswith(")"))
    if owner.name is None or owner.position is not None or is_told:
        return None
    return replace(owner, position=beside.part.text) if beside.is_lettered else tell_post(owner, beside.part)


def _say_second_post(owner: Owner, beside: Beside) -> Owner | None:
    """`Jane Doe, Chief Nurse and Director of Quality`: one person's post in two parts."""
    is_second = owner.name is not None and owner.position is not None and not beside.part.brackets
    if not is_second or beside.part.kind != "position" or " " not in beside.part.text:
        return None
    return replace(owner, position=f"{owner.position} and {beside.part.text}")


def _say_post_of_stranger(owner: Owner, beside: Beside) -> Owner | None:
    """`Edda Marwick, Parks Officer`: words that name nothing else are who holds the post, or is of the team.

    They may be a firm's as well, and so stay a code.
    """
    kind, sign = beside.part.kind, beside.claim.sign
    is_beside = (kind == "position" and sign in {",", "-"}) or (kind == "department" and sign == "-")
    is_bare = owner.code is not None and owner == Owner(owner.code, role=owner.role)
    if not (is_beside and is_bare and may_be_name(read_words(owner.code or ""))):
        return None
    field = "position" if kind == "position" else "organisation"
    return replace(owner, **{field: beside.part.text})


def _say_body(owner: Owner, beside: Beside) -> Owner | None:
    """`Jane Doe, Head of SEND, County Council`, `Jane Doe, KCC`; on a line of its own only behind the post."""
    if owner.name is None or owner.organisation is not None:
        return None
    has_post = owner.position is not None
    is_body = beside.part.kind in AREAS or (beside.has_letters and (has_post or not beside.listed.is_several))
    is_near = has_post or beside.claim.sign not in _LINES
    return replace(owner, organisation=beside.part.text) if is_body and is_near else None


def _say_holder(owner: Owner, beside: Beside) -> Owner | None:
    """`Academic Registrar, Fiona Marsh`, `Portfolio Holder, Cllr Patel`."""
    text = beside.part.text
    if owner.name is not None or beside.part.kind != "name":
        return None
    is_own = beside.claim.sign == " " and title_word(text) not in COUNCILLORS  # `Headteacher Ms Reed`
    is_holder = is_own or beside.claim in beside.listed.holders or is_held_by(owner.code or "", text)
    return name_holder(owner, text) if is_holder else None


def _say_post_of_initials(owner: Owner, beside: Beside) -> Owner | None:
    """`KL – Head of SEND`; behind a comma where each item of the list has both."""
    sign, part = beside.claim.sign, beside.part
    is_beside = sign == "-" or (sign == "," and beside.listed.is_paired)
    is_post = part.kind == "position" and owner.name is None and is_person(owner.code or "")
    return replace(owner, position=part.text) if is_beside and is_post else None


RULES: Final[tuple[Callable[[Owner, Beside], Owner | None], ...]] = (
    _say_initials, _say_post, _say_post_of_stranger, _say_body, _say_holder, _say_post_of_initials,
)  # fmt: skip
